import { joinTags } from './broken-tags.ts'
import { logDate } from './dates.ts'

/**
 * Lines that a mail or a screen broke, in a text of which all is as narrow: there the width tells what was broken, whatever it is. A
 * line goes on in the next one only where the next word would not have fitted in.
 */

/** Marks of a mail that quotes, and blanks, before a line. */
const quote = /^[>|\s]{0,80}/
/** What else copies put before the lines of a log: numbers, the file, a fence, the bracket of a converter. */
const front = /^(?:\d{1,7}(?:[:.)]|\s)\s{0,8}(?=[A-Z[\d<])|(?:[\w.-]{0,60}\/){1,12}[\w.-]{1,80}:(?:\d{1,7}:)?|```)?\[?/
const daemons = 'corosync|openais|pacemaker[\\w-]{0,20}|pcsd|crmd|lrmd|pengine|stonith-ng|attrd|cib|sbd|kernel'
const log = new RegExp(
  String.raw`^(?:${logDate}(?=\s|$)|(?:<\d{1,3}>|\S{1,80}: )?\[ *\d{1,9}\.\d{6}\]|\[[^\]\n]{0,24}\d\d:\d\d:\d\d[^\]\n]{0,24}\]|\d\d:\d\d:\d\d(?:\.\d{1,9})? \S{1,253} +(?:${daemons})\b|(?:\S{1,253} +)?[\w./-]{1,80}(?:\([^)\s]{1,120}\))?\\?\[\d{1,9}\\?\]: |(?:${daemons}): |\[(?:TOTEM|KNET|QUORUM|VOTEQ|SYNC|CPG|CFG) *\] |\[\w{1,20}\] (?:debug|info|notice|warn(?:ing)?|err(?:or)?|crit): |[a-z][\w-]{1,30}: \[\w{1,20}\] |[\w.-]{1,40}\[\.{3}\]: |\[\d{1,9}\] \S{1,253} corosync|Modules linked in:|BUG: )`,
)
/** Messages of commands, and what Ansible prints of one. */
const message =
  /^(?:(?:stderr: |\S{1,80}: )?(?:Error: (?=\w)|Unable to (?:connect|communicate) |No response from: |Fencing \S{1,120} will shut down )|(?:failed|fatal|changed|ok): \[[^\]]{1,200}\](?: |$))/
const ofAnsible = /=>\s*$/
/** Where a line broke within what stands before its message, the next one begins as another one would. */
const onlyPrefix = new RegExp(
  String.raw`^(?:${logDate}(?: +\S{1,253}){0,3}|\S{0,120}\[\d{1,9}\]:) *$|(?:\b(?:corosync|notice|warning|error|info|debug)|message repeated \d{1,6} times: \[|corosync\\?\[\d{1,9}\\?\]:) *$`,
)
const operation = '(?:start|stop|monitor|promote|demote|notify|reload|migrate_to|migrate_from)'
/** Entries of a status for what failed, and for fencing. */
const entry = new RegExp(
  String.raw`^(?:[*•+-] )?(?:\S{1,120}_${operation}_\d{1,9}\b|\S{1,160} (?:\w{1,12}-interval )?${operation} on(?:$| \S{1,160}(?:$| (?:returned|could)\b))|(?:reboot|off|on|turning off|turning on|unfencing|fencing) of \S|\S{1,160}$(?=\n(?:\w{1,12}-interval )?${operation} on))`,
)
const ofEntry = /^(?:last-rc-change|completed|last-failed)=/
/** What a sentence quotes and does not end in its line. */
const quoted = new RegExp(
  String.raw`^(?:Transition \d|Result of |No response from: |Unable to |Error: |\[(?:TOTEM|KNET|QUORUM) *\] |${logDate} |\S{1,120}\[\d{1,9}\]: |\S{1,120}_${operation}_\d)`,
)
/** Rows of ps, top and their like: a number, whatever, the time. */
const process = /^(?:\S{1,60} +)?\d{1,7} (?:.{0,200} )?\d{1,6}:\d\d(?::\d\d|\.\d\d)?(?: |$)/
/** Rows that lack their last column; what it has to look like, as the next line may be anything else. */
const rows: readonly (readonly [row: RegExp, rest: RegExp])[] = [
  [/\bPID\b.{0,200}\s(?:TIME\+?|Status)\s*$/, /^(?:COMMAND|CMD|Command)\b/],
  [/^(?:\S{1,20} +){0,2}(?:\d{1,7} +){1,2}(?:\d{1,6}\.\d\d +){2,6}\d{1,4}\s*$/, /^[\w./:-]{1,80}\s*$/],
  [/^\S{1,60} +\d{1,7} +\S{1,40} +Running\s*$/, /^\//],
  [/^\S{1,200} (?:on )?\/\S{0,200} (?:type )?[a-z][\w.]{1,20}\s*$/, /^\(?r[wo],/],
  [/^\S{1,200} (?:on )?\/\S{0,200} (?:type )?[a-z][\w.]{1,20} r[wo],\S{1,2000}\s*$/, /^\d \d\s*$/],
  [/^(?:[●*] )?\S{1,120}\.(?:service|timer|socket)\s*$/, /^(?:not-found|loaded|masked) /],
  [
    /^\[<[0-9a-f]{1,16}>\] [\w.]{1,120}(?: ?\+(?: ?0x[0-9a-f]{1,6}\/0x[0-9a-f]{1,6})?)?\s*$/,
    /^(?:\+ ?)?(?:0x[0-9a-f]{1,6}\/0x|\[\w{1,60}\])/,
  ],
]
/** What begins something of its own: an entry of a list, a rule, a prompt, a mark of journalctl, tail or a pager, an element. */
const own =
  /^(?:[-*•+] |[#$`~]|\*\*|-- |={2}>? |[-=_]{3,}|\d{1,3}(?:[.)] |[）、])|\.{3}|\{"|\S{0,120}[#$%❯] |\[?[\w.-]{1,60}@[\w.-]{1,120}[: ]\S{0,80}[#$%>] |[\w.-]{1,64}[: ][~/]\S{0,80} ?[#$%>] |\(END\)\s*$|lines \d{1,7}-\d|<\/?[a-z])/
/** A heading of a status, a key of YAML. */
const heading = /^[A-Za-z][\w ()-]{1,40}:\s*$/
/** A frame of a stack that is whole, but for the module that may follow. */
const wholeFrame = /\+0x[0-9a-f]{1,6}\/0x[0-9a-f]{1,6}(?: \[\w{1,60}\])?\s*$/
const module = /^\[\w{1,60}\]?\s*$/
const modules = /Modules linked in:/
const onlyModules = /^(?:[a-z]\w{0,60}(?:\([A-Z+-]{1,8}\)){0,2}(?: +|$)){1,200}(?:\[last ?(?:unloaded: .{0,200})?)?$|^unloaded: .{0,200}\]$/

const [narrowest, widestMail, widest] = [64, 79, 100]
const [narrowestScreen, widestScreen] = [72, 300]
/** At these widths of a terminal, one row that is full says enough. */
const usualScreens = new Set([80, 100, 120, 132])
const [mostParts, mostOfModules, mostCharacters] = [12, 60, 8000]

type Kind = 'log' | 'entry' | 'row' | 'quotation'

/** Where lines were broken: at the last blank that a mail had room for, or at the edge of a screen. */
interface Edge {
  readonly width: number
  readonly isScreen: boolean
}

interface Whole {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Whether it alone shows that lines were broken. */
  readonly isSure: boolean
  readonly isProcess: boolean
}

const bare = (line: string) => line.replace(quote, '')
const isLog = (text: string) => log.test(text) || message.test(text) || log.test(text.replace(front, ''))

/** What a line begins that may go on in the next one. */
function kindOf(line: string, next: string): Kind | undefined {
  const text = bare(line)
  if (text === '') return undefined
  if (isLog(text)) return 'log'
  if (entry.test(`${text}\n${bare(next)}`)) return 'entry'
  if (process.test(text) || rows.some(([row]) => row.test(text))) return 'row'
  return text.includes('`') && text.split('`').length % 2 === 0 && quoted.test(text.slice(text.lastIndexOf('`') + 1))
    ? 'quotation'
    : undefined
}

/** Whether the text of the next line can be the rest of this one. */
function isRest(kind: Kind, line: string, rest: string): boolean {
  if (rest === '') return false
  if (kind === 'quotation') return rest.includes('`') && !own.test(rest) && bare(line).split('`').length % 2 === 0
  const text = bare(line)
  if (isLog(rest)) return kind === 'log' && onlyPrefix.test(text.replace(front, '')) && !log.test(rest.replace(/^.*?\]: |^\[\w+ *\] /, ''))
  const found = rows.find(([row]) => row.test(text))
  if (found) return found[1].test(rest)
  if (modules.test(line)) return onlyModules.test(rest)
  if (ofAnsible.test(line)) return rest.startsWith('{')
  if (own.test(rest) || process.test(rest) || heading.test(rest)) return false
  if (kind === 'entry') return !entry.test(rest)
  return !wholeFrame.test(line) || module.test(rest)
}

/** Whether the next word would not have fitted into the line, or the line ends at the edge of the screen. */
function isFull(last: string, rest: string, { width, isScreen }: Edge): boolean {
  return isScreen ? last.length === width : last.length + 1 + rest.split(' ', 1)[0]!.length > width
}

/** Where the lines of a text were broken, if all of them were. */
function edgeOf(lines: readonly string[]): Edge | undefined {
  let [longest, longestWithBlank] = [0, 0]
  for (const line of lines) {
    longest = Math.max(longest, line.length)
    // What has no blank could not be broken.
    if (line.length > longestWithBlank && /\S /.test(bare(line).trimEnd())) longestWithBlank = line.length
    if (longestWithBlank > widestScreen) return undefined
  }
  if (longest >= narrowestScreen && longest <= widestScreen && isScreenful(lines, longest)) return { width: longest, isScreen: true }
  return longestWithBlank >= narrowest && longestWithBlank <= widest ? { width: longestWithBlank, isScreen: false } : undefined
}

/** Whether what goes on in the next line ends at the edge. */
function isScreenful(lines: readonly string[], width: number): boolean {
  const goesOn = (line: string, i: number) => {
    const next = lines[i + 1] ?? ''
    const kind = next === '' ? undefined : kindOf(line, next)
    return kind !== undefined && isRest(kind, line, bare(next))
  }
  let full = 0
  const seams = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (line.length !== width || !goesOn(line, i)) continue
    full++
    seams.add(`${line.slice(-12)}\n${lines[i + 1]!.slice(0, 12)}`)
  }
  // The same message over and over ends in the same place, however it was broken, and no mail is as wide as most screens.
  const told = seams.size >= 3 && (width > widestMail || [...seams].some(seam => / \n|\n /.test(seam)))
  if (full === 0 || !(told || usualScreens.has(width))) return false
  let others = 0
  return lines.every((line, i) => line.length === width || !goesOn(line, i) || ++others * 4 <= full)
}

/** Where the lines of a text go on, and what they are then. */
function seamsOf(lines: readonly string[], edge: Edge): Whole[] {
  const found: Whole[] = []
  for (let i = 0; i < lines.length - 1; i++) {
    const from = i
    // Most lines are not full, and that is soon seen.
    if (lines[from]!.length + 1 + lines[from + 1]!.length <= edge.width) continue
    const second = bare(lines[from + 1]!)
    if (!isFull(lines[from]!, second, edge) && !ofEntry.test(second)) continue
    const kind = kindOf(lines[from]!, lines[from + 1]!)
    if (kind === undefined) continue
    let [whole, last] = [lines[from]!, lines[from]!]
    const mark = markOf(last)
    const most = modules.test(last) ? mostOfModules : mostParts
    for (let parts = 0; parts < most && i + 1 < lines.length && whole.length < mostCharacters; parts++) {
      const next = lines[i + 1]!
      const rest = bare(next)
      const strays = markOf(next) !== mark
      // A mail that was broken once more after it was quoted lacks the mark in what it broke off; an answer goes on without it.
      const after = lines[i + 2] ?? ''
      if (strays && !(mark !== '' && markOf(next) === '' && (markOf(after) === mark || after.trim() === ''))) break
      const isEntry = kind === 'entry' && ofEntry.test(rest) && whole.trimEnd().endsWith(',')
      if (!isEntry && !(isFull(last, rest, edge) && isRest(kind, whole, rest))) break
      if (!edge.isScreen && kind === 'log' && /[.!?]\s*$/.test(last) && !rest.startsWith('[')) break
      whole = edge.isScreen ? whole + next : `${whole.trimEnd()} ${rest.trim()}`
      last = strays ? `${last} ${rest}` : next
      i++
    }
    if (i === from) continue
    const isSure = edge.isScreen || kind !== 'log' || isOpen(lines[from]!, bare(lines[from + 1]!))
    found.push({ from, to: i, text: whole, isSure, isProcess: isProcess(lines[from]!) })
  }
  return found
}
const isProcess = (line: string) => process.test(bare(line))
/** A terminal also cuts the rows of such a list off, at one length and with the next row below; the last one goes on no more than they. */
function areCut(lines: readonly string[], rows: readonly Whole[]): boolean {
  const [width, ...others] = new Set(rows.map(({ from }) => lines[from]!.length))
  if (others.length > 0) return false
  return lines.filter((line, i) => line.length === width && isProcess(line) && isProcess(lines[i + 1] ?? '')).length >= rows.length
}
const markOf = (line: string) => quote.exec(line)![0].replace(/\s/g, '')
/** Whether the sentence plainly goes on. */
const isOpen = (line: string, rest: string) =>
  /^[^A-Z*_]/.test(rest) || /(?:[:,(='"-]|\b(?:the|an?|of|for|to|by|on|in|at|with|is|was|and|more|than|not|from))\s*$/.test(line)

/** A text with its broken lines whole; what went into the line before leaves an empty one, so that every line keeps its number. */
export function rejoined(text: string): string {
  const lines = text.split(/\r?\n/)
  if (lines.length < 2) return text
  const hasTags = joinTags(text, lines)
  const edge = edgeOf(lines)
  const seams = edge ? seamsOf(lines, edge) : []
  const rows = seams.filter(({ isProcess }) => isProcess)
  const all = rows.length > 0 && areCut(lines, rows) ? seams.filter(({ isProcess }) => !isProcess) : seams
  // In every text one line is the longest: alone, that says little.
  const found = all.length > 1 ? all : all.filter(({ isSure }) => isSure)
  for (const { from, to, text } of found) {
    lines[from] = text
    lines.fill('', from + 1, to + 1)
  }
  return hasTags || found.length > 0 ? lines.join('\n') : text
}
