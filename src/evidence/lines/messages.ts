import { plainText } from './rendered.ts'

/** What people wrote in a chat, as Slack, Telegram, Teams, Mattermost and Discord export it: objects with a text, a time and who it was. */

const ofText = /"(?:text|message|msg|content|body)" ?: ?"/g
const ofTime = /"(?:ts|date|create_at|timestamp|createdDateTime|sent)" ?: ?"?[\d]/g
const ofName = /"(?:user|user_name|username|from|author|sender|u|user_profile)" ?: ?["{]/g
const leastMessages = 2
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Whether a document in JSON is such an export. */
export const isMessages = (head: string): boolean => [ofText, ofTime, ofName].every(pattern => count(head, pattern) >= leastMessages)

/** The lines of one message, the first with its time and who wrote it; undefined for any other object. Pasted outputs stay as they are. */
export function messageLines(entry: Readonly<Record<string, unknown>>): string[] | undefined {
  const first = (names: readonly string[]) => names.map(name => asText(entry[name])).find(text => text !== undefined && text !== '')
  const text = first(['text', 'message', 'msg', 'content', 'body'])
  const time = clockOf(first(['ts', 'date', 'create_at', 'timestamp', 'createdDateTime', 'sent']))
  const name = first(['user', 'user_name', 'username', 'from', 'author', 'sender', 'u'])
  if (text === undefined || time === undefined || name === undefined) return undefined
  const lines = plainText(text).split('\n')
  // What was pasted may be a line of a log or a row of a list.
  return /^[\p{L}\d"'`„“«(@<]/u.test(lines[0]!) && !/\d\d:\d\d:\d\d|^\S+\[\d+\]: |^\S+ +\d+ +[\d?]/.test(lines[0]!)
    ? [`${time} <${name.replace(/[^\w.-]+/g, '-').slice(0, 30) || 'x'}> ${lines[0]}`, ...lines.slice(1)]
    : lines
}

/** Names may be within an object, texts in pieces. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(part => asText(part) ?? '').join('')
  if (value === null || typeof value !== 'object') return undefined
  const { text, name, username, displayName, content, user } = value as Record<string, unknown>
  return [text, name, username, displayName, content, user].map(asText).find(found => found !== undefined)
}

/** `2026-03-28 06:15:03` of a time in words or since 1970. */
function clockOf(time: string | undefined): string | undefined {
  if (time === undefined) return undefined
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/.exec(time)
  if (iso) return `${iso[1]} ${iso[2]}`
  const seconds = /^(1\d{9})(?:\.\d+|\d{3})?$/.exec(time)?.[1]
  return seconds && new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
