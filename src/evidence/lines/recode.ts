import { isEncodedMail, MailDecoder } from './mail.ts'
import { ExportText, isExport, isPage, PageText } from './rendered.ts'

/** Turns the chunks of a text into others; `end` gives what is left. */
export interface Recoder {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
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
  if (mark === 'fffe' || mark === 'feff') {
    const [decoder, encoder] = [new TextDecoder(marks[mark]), new TextEncoder()]
    return { push: chunk => encoder.encode(decoder.decode(chunk, { stream: true })), end: () => encoder.encode(decoder.decode()) }
  }
  // Most files are none of these, and the first bytes tell.
  const first = String.fromCharCode(...start.subarray(0, 60)).trimStart()
  if (!/^(?:<|[[{]|From |[A-Za-z][A-Za-z-]{1,40}: ?|\u00ef)/.test(first)) return undefined
  const head = new TextDecoder().decode(start.subarray(0, headBytes))
  if (isPage(head)) return new PageText()
  if (isExport(head)) return new ExportText()
  return isEncodedMail(head) ? new MailDecoder() : undefined
}
