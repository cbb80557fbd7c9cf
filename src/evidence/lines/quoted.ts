import { logDate } from './dates.ts'
import { splitRawLine } from './prefix.ts'

/** Who writes what people quote within a sentence: with a number, or the kernel with its clock or a date. */
const tagged = String.raw`(?:${logDate} \S{1,253} )?(?:(?:systemd|corosync|pacemaker[\w-]*|crmd|lrmd|pengine|stonith-ng|attrd|cib|sbd)\[\d{1,9}\]|kernel): +\S`
/** Messages that people quote without the program, and that no other one has. */
const known = String.raw`\[(?:TOTEM|KNET|QUORUM) *\] [A-Z]|Totem is unable to form a cluster because of |No response from: \S{1,253} request: |Error: Unable to (?:connect to|communicate with) `
const begin = `(?:${tagged}|${known})`
const opened = new RegExp(String.raw`(?:^|[\s(,:])([\x60"“„‘'(])(?=${begin})`)
const mayHold = new RegExp(String.raw`\[\d{1,9}\]: |kernel: |${known}`)
const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“', '‘': '’', '(': ')' }
/** Of what is not there, should be there, or is only looked for, a quotation shows nothing. */
const unseen = new RegExp(
  [
    String.raw`(?:n't|\b(?:not|never|no longer|should|would|could|may|might|must|you(?:'ll| can| will)?)) (?:\w+ ){0,3}(?:see|seen|sees|logs?|logged|find|finds|found|show\w*|prints?|contains?|appears?|there|gets?|reads?|says?)\b[^.]{0,80}$`,
    String.raw`\b(?:no|without|instead of|rather than|expect\w*|examples?|instance|such as|like|e\.?g|search\w*|look\w* for)\b[^.]{0,60}$`,
    String.raw`\b(?:[ef]?grep|awk|sed|journalctl|tail|echo|logger|printf|print|match|pattern)\b[^.]{0,60}$`,
    String.raw`[=,([{]\s*$`,
  ].join('|'),
  'i',
)
/** What stands before a text in code, in settings and in data, and not in a sentence: nothing, a mark of a list, or a name. */
const literal = /^[\s[({*-]*(?:["']?[\w.-]{1,40}["']?\s*[:=,]\s*)?$|["'],\s*$/
/** Longer than any message of these programs that matters. */
const mostCharacters = 600

/** The line of a log that a sentence quotes, `it says (systemd[1]: corosync.service: …)`; undefined when there is none. */
export function quotedIn(line: string): string | undefined {
  const found = opened.exec(line)
  if (!found) return undefined
  const before = line.slice(0, found.index + found[0].length - 1)
  if (unseen.test(before) || (/["']/.test(found[1]!) && literal.test(before))) return undefined
  const open = found[1]!
  const from = found.index + found[0].length
  const to = open === '(' ? closingBracket(line, from) : line.indexOf(closers[open] ?? open, from)
  // A program that quotes another one has said nothing but that it quotes.
  return to === -1 || to - from > mostCharacters || splitRawLine(line).format !== undefined ? undefined : line.slice(from, to)
}

/** Messages have brackets of their own. */
function closingBracket(line: string, from: number): number {
  let depth = 1
  for (let i = from; i < line.length; i++) {
    if (line[i] === '(') depth++
    else if (line[i] === ')' && --depth === 0) return i
  }
  return -1
}

/** Code and settings hold such lines for other reasons. */
export const mayQuote =
  /(?:^|\/)(?:etc|proc|sys|usr|boot|lib|srv|opt)\/|\.(?:sh|py|pl|rb|js|ts|go|c|h|java|ya?ml|conf|cfg|ini|xml|spec|te)$/

/** Whether somebody quotes lines of a log within sentences. */
export function quotesLines(head: string, path: string): boolean {
  return !mayQuote.test(path) && mayHold.test(head) && head.split('\n').some(line => quotedIn(line) !== undefined)
}
