import { isMessages, messageLines } from './messages.ts'
import { plainText } from './rendered.ts'
import { entryLine, isSpreadEntries } from './stored.ts'
import { isStreams, streamLines } from './streams.ts'

/** Documents in JSON whose strings hold what people wrote and pasted, as chats, trackers, desks and forums export them. */

/** Within a string, a line that begins as one of a log or of a terminal: `\n` at the end of each string is something else. */
export const lineInString =
  /\\n(?:[>|` ]|\\t){0,8}(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:|\[ *\d{1,9}\.\d{6}\] |\[?[\w.@-]{1,60}[: ][^"\\\n]{0,60}[#$] )/

/** Whether a text is one document in JSON whose strings hold lines or words. */
export function isExport(head: string): boolean {
  if (!/^[\ufeff\s]*[[{]/.test(head)) return false
  if (lineInString.test(head)) return true
  if (!isOneDocument(head)) return false
  return lineIsString.test(head) || isStreams(head) || isSpreadEntries(head) || isMessages(head) || holdsWords(head)
}

/** What a store of logs answers: each line is a string of its own, beside its time or in a field. */
const lineIsString =
  /(?:\[\s*"\d{16,19}",|"(?:line|message|msg|log|_raw|textPayload|@message)"\s*:)\s*"(?:(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30}) (?:\[\d+\] )?\S{1,253} +\S{1,80}(?:: | )|\[ *\d{1,9}\.\d{6}\] )/
/** With an object in each line, every line is read by itself. */
const isOneDocument = (head: string) => !/^[^\n]*\}\s*\n\s*\{/.test(head)

/** What people write into has such names. */
const field =
  /"(?:\w{0,20}(?:[bB]ody|[dD]escription|[cC]omments?|[nN]otes?|[mM]essage|[cC]ontent|[tT]ext|[qQ]uestion|[dD]etails?|[pP]roblem|[hH]istory|[sS]teps)|value|display_value|conversation|reply|answer|html)"\s*:\s*[[{"]/
/** Documents of programs: what stands in their strings was not written about a system. */
const ofProgram =
  /"(?:\$schema|openapi|swagger|apiVersion|longdesc|shortdesc|_raw|MESSAGE|@timestamp|__REALTIME_TIMESTAMP|nbformat|schemaVersion|panels|devDependencies|dependencies|cvss\w*|cve\w*|advisories|jobs|rules|components|plugins|commands)"\s*:/i
const stringValue = /"((?:[^"\\\n]|\\.){20,})"(?!\s*:)/g
const word = /(?<![\p{L}\p{N}_./-])\p{L}[\p{L}'’]*(?![\p{L}\p{N}_/])/gu
/** A command behind the prompt of a terminal. */
const typed =
  /"(?:\[[^\]"\n]{1,60}\]|[\w.-]{1,40}@[\w.:~/-]{1,60}|\w[\w.-]{0,40}:~? ?)?[#$] (?:(?:sudo|time) )*(?:pcs|crm|crm_mon|sosreport|sos|corosync-\w+|systemctl|journalctl|ls|df|grep|cat|tail|ip|rpm|date) /
const mostStrings = 400

/** Whether a string of a document, in a field for it, has several lines with words, or is a sentence or a part of a page. */
export function holdsWords(head: string): boolean {
  if (!field.test(head) || ofProgram.test(head)) return false
  if (typed.test(head)) return true
  let left = mostStrings
  for (const [, text = ''] of head.matchAll(stringValue)) {
    if (left-- === 0) break
    if (/^#!|^\s*function |^[{[]/.test(text)) return false
    const words = text.match(word)?.length ?? 0
    const isOfLines = /\\n(?=(?:\\n|\\r|\\t| )*[^\s\\"])/.test(text)
    if ((isOfLines && words >= 4) || words >= 7 || (/^<[a-z]/i.test(text) && words >= 4)) return true
    if (/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{12}/u.test(text.replace(/[、。,. ]/gu, ''))) return true
  }
  return false
}

/** All strings of a document in JSON, one below the other. What is no such document stays as it is. */
export function exportLines(text: string): string {
  try {
    const lines: string[] = []
    collect(JSON.parse(text.replace(/^\ufeff/, '')), lines, 0)
    return `${lines.map(plainText).join('\n')}\n`
  } catch {
    return text
  }
}

const deepest = 200

/** An entry of a store that has much else to say of each line. */
const isEntry = (value: unknown): value is { readonly textPayload: string } =>
  value !== null && typeof value === 'object' && typeof (value as Record<string, unknown>).textPayload === 'string'
/** A moment as a number or by itself is no line. */
const moment = /^(?:\d{10,19}|\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:?\d\d)?)$/

function collect(value: unknown, lines: string[], depth: number): void {
  if (typeof value === 'string') moment.test(value) || lines.push(value)
  else if (isEntry(value)) lines.push(value.textPayload)
  else if (value !== null && typeof value === 'object' && depth < deepest) {
    const own = Array.isArray(value) ? undefined : linesOf(value as Readonly<Record<string, unknown>>)
    if (own) {
      lines.push(...own)
      return
    }
    const pieces = Array.isArray(value) ? piecesOf(value) : undefined
    if (pieces !== undefined) {
      lines.push(pieces)
      return
    }
    for (const inner of Object.values(value)) collect(inner, lines, depth + 1)
  }
}

/** The lines of an object that is a stream, an entry of a log or a message. */
function linesOf(entry: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const stream = streamLines(entry)
  if (stream) return stream
  const line = entryLine(entry)
  return line === undefined ? messageLines(entry) : [line]
}

/** Editors keep a paragraph in pieces, one for each change of its letters. */
function piecesOf(parts: readonly unknown[]): string | undefined {
  const texts = parts.map(pieceOf)
  return texts.length > 0 && texts.every(text => text !== undefined) ? texts.join('') : undefined
}
function pieceOf(part: unknown): string | undefined {
  if (part === null || typeof part !== 'object') return undefined
  const { type, text, url, name, user_id: user } = part as Record<string, unknown>
  if (type === 'hardBreak') return '\n'
  if (type === 'emoji' || type === 'mention' || type === 'user')
    return typeof name === 'string' ? `:${name}:` : typeof user === 'string' ? `@${user}` : ''
  return (type === 'text' || type === 'link') && (typeof text === 'string' || typeof url === 'string') ? String(text ?? url) : undefined
}
