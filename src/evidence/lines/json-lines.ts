import { splitRawLine } from './prefix.ts'

/** What containers and stores call the text of a line. */
const fields = ['log', 'message', 'msg', '_raw', 'line', 'textPayload'] as const
const begins = /^\{.{0,2000}"(?:log|message|msg|_raw|line|textPayload)" ?: ?"/
const mostLines = 60

function textOf(line: string): string | undefined {
  if (!begins.test(line)) return undefined
  try {
    const entry = JSON.parse(line) as Record<string, unknown>
    const text = fields.map(name => entry[name]).find(value => typeof value === 'string')
    return typeof text === 'string' ? text.replace(/\r?\n$/, '') : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether each line is an object that holds a line which is none of a log: what a command printed within a container. Lines of a log are
 * read as they are, for the object knows when and by whom.
 */
export function isStream(head: string): boolean {
  if (!head.startsWith('{')) return false
  // The last line may be cut off.
  const lines = head
    .split('\n', mostLines)
    .slice(0, -1)
    .filter(line => line.trim() !== '')
  if (lines.length < 2 || !lines.every(line => textOf(line) !== undefined)) return false
  return lines.filter(line => splitRawLine(line).format !== undefined).length * 10 <= lines.length
}
export const ofStream = (line: string): string => textOf(line) ?? line
