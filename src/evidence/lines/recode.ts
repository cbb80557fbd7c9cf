import { cibLines, isCib } from './cib-lines.ts'
import { isDressed, undressed } from './clean.ts'
import { isEncodedMail, isEncodedText, MailDecoder } from './mail.ts'
import { isFromNodes, isQuotedMail, isTypescript, withoutMark } from './marked.ts'
import { LineByLine, type Recoder } from './recoder.ts'
import { ExportText, isEscaped, isExport, isFolded, isPage, pageLines, unescaped, unfolded } from './rendered.ts'
import { isTable, tableLines } from './table.ts'

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
  if (mark === 'fffe' || mark === 'feff') {
    const [decoder, encoder] = [new TextDecoder(marks[mark]), new TextEncoder()]
    return { push: chunk => encoder.encode(decoder.decode(chunk, { stream: true })), end: () => encoder.encode(decoder.decode()) }
  }
  const head = new TextDecoder().decode(start.subarray(0, headBytes))
  if (isTypescript(head)) return new LineByLine(withoutMark.terminal)
  if (isDressed(head)) return new LineByLine(undressed)
  // Most files are none of these, and their first characters tell.
  const first = head.slice(0, 200).trimStart()
  if (/^</.test(first) && isCib(first)) return new LineByLine(cibLines())
  if (/^</.test(first) && isPage(head)) return new LineByLine(pageLines())
  if (/^[[{]/.test(first) && isExport(head)) return new ExportText()
  if (/^(?:From |[A-Za-z][A-Za-z-]{1,40}: ?)/.test(first) && isEncodedMail(head)) return new MailDecoder()
  if (/=\r?\n/.test(head) && isEncodedText(head)) return new MailDecoder(true)
  if (/^["\w@][^\n]{0,200}[,;\t]/.test(first) && isTable(head)) return new LineByLine(tableLines())
  if (isEscaped(head)) return new LineByLine(unescaped)
  if (isFolded(head)) return new LineByLine(unfolded)
  if (isQuotedMail(head)) return new LineByLine(withoutMark.quote)
  return isFromNodes(head) ? new LineByLine(withoutMark.node) : undefined
}
