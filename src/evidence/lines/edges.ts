import type { Change } from './recoder.ts'

/** What copies leave at the ends of lines, between them and around blocks of them. */

/** How many of the lines show what is looked for. */
const [mostLines, mayLack] = [400, 20]
const linesOf = (head: string) => head.split('\n', mostLines)

/** Some pages and terminals end lines with CR alone, others with two of them before the LF. */
export const isReturned = (head: string): boolean => head.includes('\r') && (!head.includes('\n') || head.includes('\r\r\n'))
export const withoutReturns = (line: string): string => line.replace(/\r+$/, '').replaceAll('\r', '\n')

/** What `cat -A` shows of the end of a line, a pandoc of a break, and a divided screen of its other half. */
const ends: readonly { readonly end: RegExp; readonly sign: string; readonly unlike?: RegExp; readonly lacks?: number }[] = [
  { sign: '$\n', end: /\$\r?$/ },
  // Settings go on in the next line, but not all of them.
  { sign: '\\\n', end: /\\\r?$/, unlike: /^\s*(?:primitive|params|op|meta|ms|clone|group|order|colocation|location|property) /m },
  // The bar at the foot of such a screen has none.
  { sign: '│\n', end: / *│\s*$/, lacks: 1 },
]

/** Whether and how nearly all lines of a text end with the same mark. */
export function endMark(head: string): Change | undefined {
  const found = ends.find(({ end, sign, unlike, lacks = 0 }) => {
    if (!head.includes(sign) || unlike?.test(head)) return false
    const lines = linesOf(head)
      .slice(0, -1)
      .filter(line => line !== '')
    return lines.length >= 3 && lines.filter(line => !end.test(line)).length <= Math.max(lacks, lines.length / mayLack)
  })
  if (!found) return undefined
  const { end, sign } = found
  const shows = sign === '$\n'
  return () => line => (shows ? line.replace(end, '').replaceAll('^I', '\t').replaceAll('M-BM- ', ' ') : line.replace(end, ''))
}

const numberAlone = /^\s{0,8}(\d{1,6})\s{0,3}$/m

/** Viewers of files number lines in a column of its own: in a copy, the number stands above each line, or all stand first. */
export function isNumberedApart(head: string): boolean {
  if (!numberAlone.test(head.slice(0, 400))) return false
  const lines = linesOf(head)
  let [last, count] = [0, 0]
  for (const line of lines) {
    const number = Number(numberAlone.exec(line)?.[1] ?? Number.NaN)
    if (number === last + 1 || (count === 0 && number > 0)) [last, count] = [number, count + 1]
  }
  return count >= 3 && count * 5 >= lines.filter(line => line.trim() !== '').length * 2
}

/** Without those numbers, as long as each follows the one before. */
export const withoutNumbers: Change = () => {
  let last: number | undefined
  return line => {
    const number = Number(numberAlone.exec(line)?.[1] ?? Number.NaN)
    if (Number.isNaN(number) || (last !== undefined && number !== last + 1)) return line
    last = number
    return ''
  }
}

/** The marks of a block in the languages of forums, trackers and wikis. */
const block = String.raw`\[\/?(?:code|quote|pre|plain|tt|icode)(?:=[^\]\n]{0,80})?\]|\{(?:noformat|quote|code(?::[^}\n]{1,80})?)\}|<!\[CDATA\[|\]\]>|</?(?:pre|code|samp|tt)(?:\s[^<>\n]{0,200})?>`
/** Beside text: alone in its line, a mark does no harm. */
const beside = new RegExp(`(?:${block})[^\\s<\\[{]|\\S(?:${block})\\s*$|<!\\[CDATA\\[\\S`, 'im')
const opens = /\[(?:code|quote|pre|plain|tt)\b|\{(?:noformat|quote|code)|<!\[CDATA\[|<(?:pre|code)\b/i
const every = new RegExp(`^((?:\\s*(?:${block}))+)|((?:${block})+)\\s*$`, 'gi')

/** Whether a block begins or ends in the line of its first or last text. */
export const isBlock = (head: string): boolean =>
  opens.test(head) && beside.test(head) && !/^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:cib|pacemaker-result|crm_mon)\b/.test(head)
export const withoutBlock = (line: string): string => line.replace(document, '').replace(every, '')
/** Wikis export a text within marks of their own. */
const document = /^\s*<[a-z][^\n[\]]{0,400}<!\[CDATA\[|\]\]>(?:<\/[\w:.-]{1,60}>\s*)+$/

/** A date of a log with tabs around it, as tables are copied, or in brackets. */
const tabbed = /^(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30})\t\S/m
const bracketed =
  /^\[([A-Z][a-z]{2} +\d{1,2}(?: \d{4})? \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.:Z+-]{0,20})\] (?=\S+ \S)/
const bracketedInText = new RegExp(bracketed, 'gm')
export const isTabbed = (head: string): boolean => head.includes('\t') && tabbed.test(head)
export const withoutTabs = (line: string): string => (tabbed.test(line) ? line.replaceAll('\t', ' ') : line)
export const isBracketed = (head: string): boolean => head.includes('] ') && (head.match(bracketedInText)?.length ?? 0) >= 2
export const withoutBrackets = (line: string): string => line.replace(bracketed, '$1 ')

/** A block that is set in under a sentence, as reST, mails and YAML have it. What is set in by less than four blanks may be a list. */
const setIn = /(?:::|: [|>][-+]?)[ \t]*\n(?:[ \t]*\n)?(?: {2,}|\t)\S|^\S[^\n]*:[ \t]*\n[ \t]*\n(?: {4}|\t)\S/m
export const isSetIn = (head: string): boolean => head.includes(':') && setIn.test(head)
export const withoutIndent: Change = () => {
  let [lead, blank, indent] = ['', false, '']
  return line => {
    if (line.trim() === '') {
      blank = true
      return line
    }
    const own = /^[ \t]*/.exec(line)![0]
    if (own === '') [lead, indent] = [line.trimEnd(), '']
    else if (indent === '' && opensBlock(lead, blank, own)) indent = own
    blank = false
    if (own !== '') lead = ''
    return indent !== '' && line.startsWith(indent) ? line.slice(indent.length) : line
  }
}
const opensBlock = (lead: string, blank: boolean, indent: string) =>
  /::$|: [|>][-+]?$/.test(lead)
    ? indent === '\t' || indent.length >= 2
    : lead.endsWith(':') && blank && (indent === '\t' || indent.length >= 4)

/** Texts in a list of JSON, one in each line, as Ansible shows what a command printed. */
const listed = /^\s*("(?:[^"\\]|\\.)*"),?\s*$/
const ofLines = /"(?:[\w.]*(?:stdout|stderr|output|result)?_?lines|stdout|stderr|msg|output|result)": \[\s*$/m
const fewest = 2
export function isListed(head: string): boolean {
  if (!head.includes('": [') || !ofLines.test(head)) return false
  return linesOf(head).filter(line => listed.test(line)).length >= fewest
}
export function unlisted(line: string): string {
  const text = listed.exec(line)?.[1]
  if (text === undefined) return line
  try {
    return JSON.parse(text) as string
  } catch {
    return line
  }
}
