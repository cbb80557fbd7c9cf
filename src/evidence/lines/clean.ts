/** Lines longer than this many bytes are cut: no message that matters is as long. */
export const longestLine = 64 * 1024

const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })

/** The text of `bytes`, whatever they are: invalid UTF-8 becomes U+FFFD, control characters go. */
export function decodeLine(bytes: Uint8Array): string {
  return withoutControls(decoder.decode(bytes.length > longestLine ? bytes.subarray(0, longestLine) : bytes))
}

const colour = /\u001b\[[0-9;?]*[ -/]*[@-~]/g
/** What the beginning of a coloured text, or of one copied from a page, has in it: those who read whole files know neither. */
export const isDressed = (head: string): boolean =>
  head.includes('\u00a0') ||
  ligature.test(head) ||
  (/[‘’“”]/.test(head) && rounded.test(head)) ||
  (head.includes('\u001b[') && /\u001b\[[0-9;]*m/.test(head))
export function undressed(line: string): string {
  const letters = ligature.test(line) ? line.replace(ligatures, letter => letter.normalize('NFKD')) : line
  const plain = letters.replace(colour, '').replaceAll('\u00a0', ' ').replace(rounds, "'")
  // In a sentence they tell where a quotation ends.
  return /^\s*<\w/.test(plain) ? plain.replace(/[“”]/g, '"') : plain
}
/** What printing makes of `fi`, `fl` and `ff`, and a copy out of a PDF keeps. */
const ligature = /[\ufb00-\ufb06]/
const ligatures = /[\ufb00-\ufb06]/g
/** What a program for letters makes of the marks around a value, `status='Timed Out'`. */
const rounded = /[=(]\s?[‘’]|\w=[“”]|[‘’]\s?[,;):]|\bn’t\b/
const rounds = /[‘’]/g

/** All but the tab: C0, C1, and what turns the direction of text or breaks lines in a terminal. */
const controls = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const suspicious = /[\u0000-\u0008\u000a-\u001f\u007f-\u00a0\u2000-\u206f\ufeff]/

/** A process number as a converter to Markdown writes it. Patterns that look for one have no digits there. */
const isEscaped = /\w\\\[\d+\\\]:|\bkernel: \\\[[\d .]{5,20}\\\]|\bkernel: [^\\]{1,80}\\\[[^\\]{1,20}(?:\\_[^\\]{1,20}){0,3}\\\]/

/** What a converter made of a part in another font: `[May 26 … \[8263\]: ]the rest`; the brackets of the text itself are escaped. */
const spans = /(?<!\\)\[((?:[^[\]\\]|\\.){4,400})\]/g

/** Removes colours and control characters other than tabs; rsyslog's `#011` and `#012` become the tab and space they stand for, as do characters that Markdown escapes. */
export function withoutControls(text: string): string {
  const plain = suspicious.test(text) ? text.replace(colour, '').replace(controls, '').replaceAll('\u00a0', ' ') : text
  const bare = plain.includes('\\[') && isEscaped.test(plain) ? fromMarkdown(plain) : plain
  return bare.includes('#01') ? bare.replaceAll('#011', '\t').replaceAll('#012', ' ') : bare
}

/** A line without what a converter to Markdown put into it. */
export const fromMarkdown = (line: string): string => withoutSpans(line).replace(/\\([[\]_*`#|.>~()'"<-])/g, '$1')
const withoutSpans = (text: string) => (/^\[|\]\S/.test(text) ? text.replace(spans, '$1') : text)

/** One line to show: no tabs, no trailing blanks, at most `length` characters. */
export function shownLine(text: string, length = 400): string {
  const cut = text.length > length ? `${text.slice(0, length - 1)}…` : text
  return cut.replaceAll('\t', ' ').trimEnd()
}
