import { asksForLines, withoutAsked } from './asked.ts'
import { cibLines, isCib } from './cib-lines.ts'
import { fromMarkdown, isDressed, undressed } from './clean.ts'
import { undecorated } from './decorated.ts'
import {
  endMark,
  isBlock,
  isBracketed,
  isListed,
  isNumberedApart,
  isReturned,
  isSetIn,
  isTabbed,
  unlisted,
  withoutBlock,
  withoutBrackets,
  withoutIndent,
  withoutNumbers,
  withoutReturns,
  withoutTabs,
} from './edges.ts'
import { exportLines, isExport } from './exported.ts'
import { isStream, ofStream } from './json-lines.ts'
import { isEncodedMail, isEncodedText, MailDecoder } from './mail.ts'
import { isFromNodes, isQuotedMail, isTypescript, withoutMark } from './marked.ts'
import { isNotebook, notebookLines } from './notebook.ts'
import { type Change, type Changed, LineByLine, type Recoder, WholeText } from './recoder.ts'
import { rejoined } from './rejoin.ts'
import { isBroken, isEscaped, isFolded, isMarkdown, isPage, pageLines, unescaped, unfolded, withoutBreaks } from './rendered.ts'
import { isTable, tableLines } from './table.ts'
import { isConsole, withoutConsoleMark } from './tool-output.ts'
import { wholeStatus } from './unwrap.ts'
import { isXmlRecords, xmlRecordLines } from './xml-records.ts'
import { isYamlEntries, yamlEntryLines } from './yaml-entries.ts'

/**
 * Old tools write each letter of western Europe as one byte: it stands beside letters of ASCII, and none of these bytes make sense as UTF-8.
 * Other alphabets have whole words of them, and what is no text has bytes that no text has.
 */
function isOfOneByte(start: Uint8Array): boolean {
  const bytes = start.subarray(0, headBytes)
  // Nearly all texts have none, and every file is asked.
  if (!bytes.some(byte => byte >= 0x80)) return false
  const head = Buffer.from(bytes).toString('latin1')
  const high = head.match(/[\x80-\xff]/g)?.length ?? 0
  if (high * 8 > head.length || /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]|[\xc2-\xf4][\x80-\xbf]/.test(head)) return false
  const letters = head.match(/(?<=[A-Za-z ])[\xc0-\xff](?=[A-Za-z])/g)?.length ?? 0
  return letters >= 2 && letters * 2 >= high
}

/** The names of what two bytes at the beginning of a text mean. */
const marks = { fffe: 'utf-16le', feff: 'utf-16be' } as const

/** As much of a text as tells what it is. */
const headBytes = 16 * 1024

/**
 * For texts that are not written as what they say: UTF-16, as the shells of Windows write what they redirect, mails that are encoded
 * for their way, pages with their marks, exports in JSON. Undefined for all else: it is read as it is.
 */
export function recoder(start: Uint8Array): Recoder | undefined {
  const mark = [...start.subarray(0, 2)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const wide = mark === 'fffe' || mark === 'feff' ? marks[mark] : wideWithoutMark(start)
  const encoding = wide ?? (isOfOneByte(start) ? 'windows-1252' : undefined)
  if (encoding) return decoded(encoding)
  const head = new TextDecoder().decode(start.subarray(0, headBytes))
  if (head.slice(0, 200).trimStart().startsWith('<') && isXmlRecords(head)) return new WholeText(xmlRecordLines)
  const change = changeOf(head)
  if (!change) {
    // Most files are none of these, and their first characters tell.
    const first = head.slice(0, 200).trimStart()
    if (first.startsWith('{') && isNotebook(head)) return new WholeText(notebookLines)
    if (/^[[{]/.test(first) && isExport(head)) return new WholeText(exportLines)
    if (/^(?:From |[A-Za-z][A-Za-z-]{1,40}: ?)/.test(first) && isEncodedMail(head)) return new MailDecoder()
    if (/=\r?\n/.test(head) && isEncodedText(head)) return new MailDecoder(true)
    if (head.includes('\n') && isYamlEntries(head)) return new WholeText(yamlEntryLines)
    if ((/^["\w@][^\n]{0,200}[,;\t|]/.test(first) || head.includes(' | ')) && isTable(head)) return new LineByLine(tableLines())
  }
  const whole = rejoined(head)
  const { changes, text } = allChanges(whole, (whole === head ? change : changeOf(whole)) ?? markOf(whole))
  const plain = (line: string) => changes.reduce((changed, next) => next(changed), line)
  // What a mail or a screen broke is not known for what it is before it is whole.
  if (whole !== head || wholeStatus(text) !== text || (text !== whole && rejoined(text) !== text))
    return new WholeText(all => wholeStatus(rejoined(rejoined(all).split('\n').map(plain).join('\n'))), plain)
  return changes.length === 0 ? undefined : new LineByLine(plain)
}

function decoded(encoding: string): Recoder {
  const [decoder, encoder] = [new TextDecoder(encoding), new TextEncoder()]
  return { push: chunk => encoder.encode(decoder.decode(chunk, { stream: true })), end: () => encoder.encode(decoder.decode()) }
}

/** Of a text that was cut out of such a one, the zeros tell: every other byte, as long as it has no letters but ours. */
function wideWithoutMark(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const seen = start.subarray(0, 400)
  if (seen.length < 16 || !seen.includes(0)) return undefined
  const zeros = (odd: number) => seen.filter((byte, i) => i % 2 === odd && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  const most = Math.floor(seen.length / 2) * 0.9
  return even === 0 && odd >= most ? 'utf-16le' : odd === 0 && even >= most ? 'utf-16be' : undefined
}

/** A quotation of a page that somebody numbered needs three. */
const mostChanges = 4

/** What has to be done to each line, one after the other, until the text is plain; `text`: what is seen of it then. */
function allChanges(head: string, first: Change | undefined): { changes: Changed[]; text: string } {
  const changes: Changed[] = []
  let [text, next] = [head, first]
  while (next && changes.length < mostChanges) {
    changes.push(next())
    const plain = text.split('\n').map(next()).join('\n')
    if (plain === text) break
    text = plain
    next = changeOf(text) ?? markOf(text)
  }
  return { changes, text }
}

/** Where a text is of a terminal or a page, XML, or holds lines within lines. */
function changeOf(head: string): Change | undefined {
  if (isTypescript(head)) return () => withoutMark.terminal
  if (isReturned(head)) return () => withoutReturns
  if (isDressed(head)) return () => undressed
  if (isConsole(head)) return () => withoutConsoleMark
  if (isBroken(head)) return () => withoutBreaks
  if (isMarkdown(head)) return () => fromMarkdown
  const first = head.slice(0, 200).trimStart()
  if (isCib(head)) return cibLines
  if (/^</.test(first) && isPage(head)) return pageLines
  if (isEscaped(head)) return () => unescaped
  if (isFolded(head)) return () => unfolded
  if (isListed(head)) return () => unlisted
  if (isStream(head)) return () => ofStream
  // The lines of a document in JSON are those in its strings, however it is set in.
  if (/^[[{]/.test(first) && isExport(head)) return undefined
  if (isBlock(head)) return () => withoutBlock
  if (isTabbed(head)) return () => withoutTabs
  if (isBracketed(head)) return () => withoutBrackets
  if (asksForLines(head)) return withoutAsked
  return isSetIn(head) ? withoutIndent : undefined
}

/** Where a text has a mark before every line. */
function markOf(head: string): Change | undefined {
  if (isQuotedMail(head)) return () => withoutMark.quote
  if (isFromNodes(head)) return () => withoutMark.node
  if (isNumberedApart(head)) return withoutNumbers
  const ended = endMark(head)
  if (ended) return ended
  const plain = undecorated(head)
  return plain && (() => plain)
}
