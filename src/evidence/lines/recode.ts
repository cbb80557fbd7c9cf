import { isEncodedMail, MailDecoder } from './mail.ts'

/** Turns the chunks of a text into others; `end` gives what is left. */
export interface Recoder {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
}

/** The names of what two bytes at the beginning of a text mean. */
const marks = { fffe: 'utf-16le', feff: 'utf-16be' } as const

/**
 * Turns the chunks of a text in UTF-16, as the shells of Windows write what they redirect, into UTF-8, and those of a mail that is
 * encoded for its way into its text. Undefined for all else: it is read as it is.
 */
export function recoder(start: Uint8Array): Recoder | undefined {
  const mark = [...start.subarray(0, 2)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  if (mark === 'fffe' || mark === 'feff') {
    const [decoder, encoder] = [new TextDecoder(marks[mark]), new TextEncoder()]
    return { push: chunk => encoder.encode(decoder.decode(chunk, { stream: true })), end: () => encoder.encode(decoder.decode()) }
  }
  return mayBeMail(start) && isEncodedMail(new TextDecoder().decode(start.subarray(0, 16 * 1024))) ? new MailDecoder() : undefined
}

/** A header begins with a word and a colon; most files do not. */
const mayBeMail = (start: Uint8Array) => /^(?:From |[A-Za-z][A-Za-z-]{1,40}: ?)/.test(String.fromCharCode(...start.subarray(0, 50)))
