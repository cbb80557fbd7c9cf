import { quote } from './marked.ts'

/**
 * What a copy put before every line of a text, whatever the text is: the mark of a quotation, blanks, the number of the line, the file
 * that grep found it in, the mark of a list, the name of a node. Log lines are known with such marks one by one; lists and the
 * outputs of commands are not, and need them off.
 */

/** Lines looked at, and the fewest that show a habit. */
const [mostLines, fewest] = [400, 2]
/** One line in so many may lack the mark: the command itself, or a line that was broken. */
const mayLack = 20
/** Different names before the lines of one text. */
const mostNames = 32
/** Taken off one after the other: a quotation of numbered lines. */
const mostMarks = 3

interface Mark {
  /** What stands before the text of a line. */
  readonly mark: RegExp
  /** What stands behind it. */
  readonly close?: RegExp
  /** Whether the marks of all lines together are ones of a copy; groups of `mark` in the order of the lines. */
  readonly fits?: (found: readonly RegExpExecArray[]) => boolean
  /** Lines without anything else count as well. */
  readonly blank?: true
}

const numbers = (found: readonly RegExpExecArray[], step: (from: number, to: number) => boolean): boolean =>
  found.slice(1).every((one, i) => step(Number(found[i]!.groups!.number), Number(one.groups!.number)))
const oneByOne = (from: number, to: number) => to === from + 1
const upwards = (from: number, to: number) => to > from
function names(found: readonly RegExpExecArray[]): boolean {
  const { size } = new Set(found.map(({ groups }) => groups!.name))
  return size * 2 <= found.length && size <= mostNames
}

/** Who pasted it goes on for many lines; of people who speak in turn, who said it and when belongs to what was said. */
function pasted(found: readonly RegExpExecArray[]): boolean {
  const turns = found.slice(1).filter((one, i) => one.groups!.name !== found[i]!.groups!.name).length
  return names(found) && turns * 4 <= found.length
}

const ofJob = /^\[[^\]]{1,12}\]\s+(?:\+{1,3} \S|sos ?report \(version )/

/** Of an empty line, a copy may have lost the blank behind the mark. */
const marks: readonly Mark[] = [
  { mark: quote },
  // A pager and `cat -n` number every line, `grep -n` those that it found.
  { mark: /^ {0,8}(?<number>\d{1,9})(?:\t| |$)/, fits: found => numbers(found, oneByOne), blank: true },
  { mark: /^(?<number>\d{1,9}):(?!\d\d:)/, fits: found => numbers(found, upwards), blank: true },
  // Of /proc the name is what tells.
  {
    mark: /^(?<name>(?!\/(?:proc|sys)\/)(?:\.{0,2}\/[\w.+/-]{1,200}|[\w.+/-]{0,120}(?:log|messages|journal|dmesg|\.txt|\.out)[\w.-]{0,30})):(?:\d{1,9}:(?!\d\d:))?/,
    fits: names,
  },
  { mark: /^\[(?<name>(?=[^\]]*\d)(?=[^\]]*[a-z])[A-Za-z][\w./-]{0,160})\](?: |$)/, fits: names },
  { mark: /^(?<name>(?=[^\s|]*\d)[A-Za-z][\w.-]{0,80}) +\|(?: |$)/, fits: names },
  // Of the commands that a job shows, these times tell how long each took.
  { mark: /^\[\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\](?: |$)/, fits: found => !found.some(({ input }) => ofJob.test(input)) },
  // Who wrote it in a chat, with or without when.
  { mark: /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]? )?<[ @+]?(?<name>[A-Za-z][\w|-]{0,30})>(?: |$)/, fits: pasted },
  {
    mark: /^\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?(?:\]| -) (?<name>[A-Za-z+][\w .+-]{0,40}):(?: |$)/,
    fits: pasted,
  },
  { mark: /^(?<number>\d{1,4})[.)](?: |$)/, fits: found => numbers(found, oneByOne) },
  // Org-mode.
  { mark: /^:(?: |$)/ },
  { mark: /^[-*•](?: |$)/ },
  { mark: /^\{\{(?=.*\}\}\s*$)/, close: /\}\}\s*$/ },
  { mark: /^\*\*(?=.*\*\*\s*$)/, close: /\*\*\s*$/ },
  { mark: /^`(?=.*`\s*$)/, close: /`\s*$/ },
  { mark: /^"(?=.*"\s*$)/, close: /"\s*$/ },
]

/** Takes the marks of a copy off a line; undefined when the text has none. */
export function undecorated(head: string): ((line: string) => string) | undefined {
  if (!mayBeMarked(head)) return undefined
  const found: ((line: string) => string)[] = []
  // The last line may be cut off.
  let lines = head.split('\n', mostLines)
  // A screen that was copied is filled up with blanks.
  if (lines.filter(line => /\S {3,}$/.test(line)).length * 2 > lines.length) found.push(line => line.trimEnd())
  lines = lines.map(line => line.trimEnd())
  for (let i = 0; i < mostMarks; i++) {
    const change = indentOf(lines) ?? markOf(lines)
    if (!change) break
    found.push(change)
    lines = lines.map(change)
  }
  return found.length === 0 ? undefined : line => found.reduce((text, change) => change(text), line)
}

/** Of most texts the first lines tell that they have no mark: two of the first four must have one. */
function mayBeMarked(head: string): boolean {
  const lines = head
    .split('\n', 12)
    .filter(line => line.trim() !== '')
    .slice(0, fewest * 2)
  const several = (mark: RegExp) => lines.filter(line => mark.test(line)).length >= fewest
  return several(/^\s|\s{3}$/) || marks.some(({ mark }) => several(mark))
}

function markOf(lines: readonly string[]): ((line: string) => string) | undefined {
  const full = lines.filter(line => line !== '')
  if (full.length < fewest) return undefined
  const fitting = marks.find(({ mark, fits, blank }) => {
    const all = blank ? lines.slice(0, lines.at(-1) === '' ? -1 : undefined) : full
    const found = all.map(line => mark.exec(line)).filter(one => one !== null)
    return found.length >= fewest && (all.length - found.length) * mayLack <= all.length && (fits?.(found) ?? true)
  })
  if (!fitting) return undefined
  const { mark, close } = fitting
  return line => {
    const at = mark.exec(line)?.[0].length
    return at === undefined ? line : close ? line.slice(at).replace(close, '') : line.slice(at)
  }
}

/** Blanks that every line begins with; what is indented further keeps the rest. */
function indentOf(lines: readonly string[]): ((line: string) => string) | undefined {
  const full = lines.filter(line => line !== '')
  const first = /^(?:\t+| +)/.exec(full[0] ?? '')?.[0]
  if (first === undefined || full.length < fewest) return undefined
  const least = full.reduce((common, line) => {
    let length = 0
    while (length < common.length && line[length] === common[length]) length++
    return common.slice(0, length)
  }, first)
  return least === '' ? undefined : line => (line.startsWith(least) ? line.slice(least.length) : line)
}
