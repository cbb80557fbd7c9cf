import type { Recoder } from './recoder.ts'

/** What a mail says of one of its parts. */
interface Part {
  readonly encoding: string
  readonly charset: string
  readonly type: string
}

const header = /^(?<name>content-(?:type|transfer-encoding)):\s*(?<value>.*)$/i
const encoded = /^content-transfer-encoding:[ \t]*(?:quoted-printable|base64)[ \t]*\r?$/im
const looksLikeMail = /^(?:from|to|subject|date|message-id|mime-version|return-path|received): /im
/** Characters: texts that people write are shorter, and attachments are not read. */
const longest = 1024 ** 2
const mostBase64 = 16 * 1024 ** 2
const plain: Part = { encoding: '', charset: 'utf-8', type: 'text/plain' }
/**
 * Takes the place of a line that went into the one before. To all who look at lines it is an empty one, but whoever joins lines that
 * the writer's program broke sees that no paragraph ends here.
 */
export const joinedAway = '\ufeff'

/** Whether a text is a mail whose text is encoded for its way. */
export function isEncodedMail(head: string): boolean {
  return encoded.test(head) && looksLikeMail.test(head)
}

/** The longest line that this encoding allows; a line is broken just before. */
const widestQuoted = 76
const brokenLine = /[^=\s] ?=\r?$/

/** Whether a text is what stood in an encoded mail, copied without the header that says so. */
export function isEncodedText(head: string): boolean {
  const lines = head.slice(0, head.lastIndexOf('\n') + 1).split('\n')
  if (lines.some(line => line.length > widestQuoted + 1)) return false
  return lines.filter(line => line.trimEnd().length >= widestQuoted - 1 && brokenLine.test(line)).length >= 2
}

/**
 * Decodes the text of a mail that comes in chunks. A line that was broken for the way is whole again and leaves empty lines behind
 * it, so that lines keep their numbers as far as the encoding lets them. Attachments and copies in HTML are left out.
 */
export class MailDecoder implements Recoder {
  readonly #decoder = new TextDecoder()
  #rest = ''
  #part = plain
  /** Header lines of a part are read until the first empty line. */
  #inHeader = true
  #soft = ''
  #empty = 0
  #base64 = ''

  /** `body`: only the text of a mail is there. */
  constructor(body = false) {
    if (!body) return
    this.#inHeader = false
    this.#part = { ...plain, encoding: 'quoted-printable' }
  }

  push(chunk: Uint8Array): Uint8Array {
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    // A line that does not end is none of a mail.
    if (lines.at(-1)!.length < longest) this.#rest = lines.pop()!
    else this.#rest = ''
    return encode(lines.map(line => this.#line(line)).join(''))
  }

  end(): Uint8Array {
    return encode(this.#line(this.#rest) + this.#flush())
  }

  #line(line: string): string {
    if (/^--[^\s-]\S*$/.test(line) && (this.#part !== plain || this.#base64 !== '')) {
      const before = this.#flush()
      this.#part = { ...plain, encoding: 'none' }
      this.#inHeader = true
      return `${before}\n`
    }
    if (this.#inHeader) {
      this.#note(line)
      if (line === '') this.#inHeader = false
      return `${line}\n`
    }
    const { encoding, type } = this.#part
    if (!type.startsWith('text/') || type === 'text/html') return '\n'
    if (encoding === 'base64') {
      if (this.#base64.length < mostBase64) this.#base64 += line.trim()
      return ''
    }
    return encoding === 'quoted-printable' ? this.#quoted(line) : `${line}\n`
  }

  #note(line: string): void {
    const found = header.exec(line)?.groups
    const charset = /charset="?([\w-]+)/i.exec(line)?.[1]
    if (charset) this.#part = { ...this.#part, charset: charset.toLowerCase() }
    if (!found) return
    const value = found.value!.trim().toLowerCase()
    if (found.name!.toLowerCase() === 'content-type') this.#part = { ...this.#part, type: value.split(/[;\s]/, 1)[0]! }
    else this.#part = { ...this.#part, encoding: value }
  }

  #quoted(line: string): string {
    const soft = /=[ \t]*$/.exec(line)
    const text = this.#soft + (soft ? line.slice(0, soft.index) : line)
    if (soft && text.length < longest) {
      this.#soft = text
      this.#empty++
      return ''
    }
    const lines = `${bytesOf(text, this.#part.charset)}\n${`${joinedAway}\n`.repeat(this.#empty)}`
    this.#soft = ''
    this.#empty = 0
    return lines
  }

  #flush(): string {
    const text = this.#base64 === '' ? '' : decodeBytes(fromBase64(this.#base64), this.#part.charset)
    const open = this.#soft === '' ? '' : `${bytesOf(this.#soft, this.#part.charset)}\n`
    this.#base64 = ''
    this.#soft = ''
    return text + open
  }
}

/** `=C3=A4` are bytes in the character set of the part. */
function bytesOf(text: string, charset: string): string {
  if (!/=[0-9A-F]{2}/i.test(text)) return text
  return text.replace(/(?:=[0-9A-Fa-f]{2})+/g, run =>
    decodeBytes(
      Uint8Array.from(run.slice(1).split('='), hex => Number.parseInt(hex, 16)),
      charset,
    ),
  )
}

function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

function fromBase64(text: string): Uint8Array {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '')
  return Uint8Array.from(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))), character => character.charCodeAt(0))
}

const encode = (text: string) => new TextEncoder().encode(text)
