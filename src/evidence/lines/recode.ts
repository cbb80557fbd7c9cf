import { cibLines, isCib } from './cib-lines.ts'
import { isDressed, undressed } from './clean.ts'
import { undecorated } from './decorated.ts'
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
  const changed = changedLine(head)
  if (changed) return new LineByLine(changed)
  // Most files are none of these, and their first characters tell.
  const first = head.slice(0, 200).trimStart()
  if (/^[[{]/.test(first) && isExport(head)) return new ExportText()
  if (/^(?:From |[A-Za-z][A-Za-z-]{1,40}: ?)/.test(first) && isEncodedMail(head)) return new MailDecoder()
  if (/=\r?\n/.test(head) && isEncodedText(head)) return new MailDecoder(true)
  if (/^["\w@][^\n]{0,200}[,;\t]/.test(first) && isTable(head)) return new LineByLine(tableLines())
  if (isQuotedMail(head)) return new LineByLine(withoutMark.quote)
  if (isFromNodes(head)) return new LineByLine(withoutMark.node)
  const plain = undecorated(head)
  if (!plain) return undefined
  const within = changedLine(head.split('\n').map(plain).join('\n'))
  return new LineByLine(within ? line => within(plain(line)) : plain)
}

/** What makes each line plain by itself, where the text is of a terminal or a page, XML, or holds lines within lines. */
function changedLine(head: string): ((line: string) => string) | undefined {
  if (isTypescript(head)) return withoutMark.terminal
  if (isDressed(head)) return undressed
  const first = head.slice(0, 200).trimStart()
  if (/^</.test(first) && isCib(first)) return cibLines()
  if (/^</.test(first) && isPage(head)) return pageLines()
  if (isEscaped(head)) return unescaped
  return isFolded(head) ? unfolded : undefined
}
