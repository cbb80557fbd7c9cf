import { logDate } from './dates.ts'
import { isOfLibrary } from './library.ts'
import { splitRawLine } from './prefix.ts'

/** Who writes what people quote within a sentence: with a number, or the kernel with its clock or a date. */
const tagged = String.raw`(?:${logDate} \S{1,253} )?(?:(?:systemd|corosync|pacemaker[\w-]*|crmd|lrmd|pengine|stonith-ng|attrd|cib|sbd)\[\d{1,9}\]|kernel): +\S`
/** The entry of a status for an operation that timed out: it tells nothing without its call or its time. */
const ofStatus = String.raw`\S{1,120}_(?:start|stop|monitor|promote|demote)_\d{1,9} on \S{1,253} '[^'\n]{1,40}' \(\d{1,3}\): call=\d{1,9}, status='?Timed Out|\S{1,120} (?:\S{1,12}-interval )?(?:start|stop|monitor|promote|demote) on \S{1,253} could not be executed \(Timed Out`
/** Messages that people quote without the program, and that no other one has. */
const known = String.raw`(?:corosync(?:\[\d{1,9}\])?: +)?\[(?:TOTEM|KNET|QUORUM) *\] [A-Z]|Totem is unable to form a cluster because of |No response from: \S{1,253} request: |Error: Unable to (?:connect to|communicate with) `
/** The same, of a status, of pcs and of the kernel: what they begin with varies. */
const varied = String.raw`(?:Error: )?[\w.-]{1,253}: Connection timeout(?:, (?:check if pcsd|try setting)| \()|INFO: task [\w./:@-]{1,40}:\d{1,9} (?:is )?blocked for more than \d|(?:watchdog: )?BUG: soft lockup - CPU#\d|${ofStatus}`
/** Messages of pacemaker that people quote so, and who writes them. */
const ofPacemaker: readonly (readonly [message: string, program: string])[] = [
  [String.raw`Result of [a-z_]{4,12} operation for \S{1,120} on \S{1,120}: (?:Timed Out|[Ee]rror\b)`, 'pacemaker-controld'],
  [String.raw`Transition \d{1,9} action \d{1,6} \(\S{1,120}_\d{1,9} on \S{1,120}\): expected '`, 'pacemaker-controld'],
  [
    String.raw`\S{1,120}_(?:start|stop|monitor|promote|demote)_\d{1,9}(?:\[\d{1,9}\])? (?:process )?(?:\(PID \d{1,9}\) )?timed out after \d`,
    'pacemaker-execd',
  ],
  [String.raw`Cluster node \S{1,120} will be fenced: `, 'pacemaker-schedulerd'],
  [String.raw`Peer \S{1,120} was (?:not )?terminated \(`, 'pacemaker-controld'],
]
/** Messages of corosync that people quote without their tag, and the tag. */
const ofCorosync: readonly (readonly [message: string, tag: string])[] = [
  [
    String.raw`A processor failed, forming new configuration|Token has not been received in \d{1,9} ms|Failed to receive the leave message\. failed: \d|Retransmit List: [0-9a-f]`,
    'TOTEM ',
  ],
  [String.raw`Sync left\[\d{1,4}\]: \d`, 'QUORUM'],
  [String.raw`link: host: \d{1,9} link: \d{1,3} is (?:down|up)\b|host: \d{1,9} has no active links`, 'KNET  '],
  [String.raw`Corosync main process was not scheduled (?:\(@\d{1,20}\) )?for \d`, 'MAIN  '],
]
const corosync = ofCorosync.map(([message]) => message).join('|')
const program = String.raw`(?:(?:pacemaker-[a-z]{4,12}|crmd|lrmd|pengine|stonith-ng)(?:\[\d{1,9}\])?: +)?(?:(?:error|warning|notice): +)?`
const pacemaker = `${program}(?:${ofPacemaker.map(([message]) => message).join('|')})`
const begin = `(?:${tagged}|${known}|${varied}|${pacemaker})`
/** Without a tag it is a message only where it is marked as code: in quotation marks people speak of it. */
const opened = new RegExp(String.raw`(?:^|[\s(,:;])(?:([\x60"“„‘'(])(?=${begin})|(\x60)(?=${corosync}))`)
/** A cell of a table that begins so. */
const cell = new RegExp(String.raw`(?:\|[ \t]{0,8}|\t)(?=${begin})`)
/** What stands before a field of a row whose fields have commas or semicolons between them: no code begins with a number or a name and has three. */
const rowBefore = /^(?![^,;]{0,80}[=([{])["\w][^,;\n]{0,80}([,;])(?:(?:"(?:[^"\n]|""){0,400}"|[^,;"\n[\](){}=]{0,200})\1){2,}$/
/** Asked of every file: of pacemaker's messages only the words that never change, for what may begin anywhere is searched for slowly. */
const mayHold = new RegExp(
  String.raw`\[\d{1,9}\]: |kernel: |${known}|Result of |Transition \d|Timed Out|Connection timeout|blocked for more than |soft lockup|timed out after \d| will be fenced: |was (?:not )?terminated \(|${corosync}`,
)
const withoutTag = new RegExp(`^(?=${ofCorosync.map(([message]) => `(${message})`).join('|')})`)
const bare = new RegExp(`^${program}(?=${ofPacemaker.map(([message]) => `(${message})`).join('|')})`)
const closers: Readonly<Record<string, string>> = { '“': '”', '„': '“', '‘': '’', '(': ')' }
/** Of what is not there, should be there, or is only looked for, a quotation shows nothing. */
const unseen = new RegExp(
  [
    String.raw`(?:n't|\b(?:not|never|no longer|should|would|could|may|might|must|you(?:'ll| can| will)?)) (?:\w+ ){0,3}(?:see|seen|sees|logs?|logged|find|finds|found|show\w*|prints?|contains?|appears?|there|gets?|reads?|says?)\b[^.]{0,80}$`,
    String.raw`\b(?:no|without|instead of|rather than|expect\w*|examples?|instance|such as|like|e\.?g|search\w*|look\w* for)\b[^.]{0,60}$`,
    String.raw`\b(?:[ef]?grep|awk|sed|journalctl|tail|echo|logger|printf|print|match|pattern)\b[^.]{0,60}$`,
    // Whoever asks or tells what a message means has not necessarily met it.
    String.raw`(?:\b(?:what (?:does|do|is|are|would)|meaning of|explain\w*|how (?:to|do (?:I|we|you)) (?:read|interpret|understand)|was (?:bedeute[nt]+|hei(?:ß|ss)t|ist)|bedeutung (?:von|der)|que (?:signifie|veut dire)|qu['’]est-ce que|(?:qué|que) (?:significa|quiere decir)|cosa significa|o que significa|wat betekent)\b|что (?:значит|означает)|co (?:znamená|oznacza|znaczy))[^.?!]{0,60}$`,
    String.raw`[=,([{]\s*$`,
  ].join('|'),
  'i',
)
/** What stands before a text in code, in settings and in data, and not in a sentence: nothing, a mark of a list, or a name. */
const literal = /^[\s[({*-]*(?:["']?[\w.-]{1,40}["']?\s*[:=,]\s*)?$|["'],\s*$/
/** Longer than any message of these programs that matters. */
const mostCharacters = 600

/**
 * The line of a log that a sentence quotes, `it says (systemd[1]: corosync.service: …)`; undefined when there is none. Of several the
 * most telling one: a line stays one line, and a message asked for again is harmless by itself.
 */
export function quotedIn(line: string): string | undefined {
  const found = opened.exec(line)
  if (!found) return cellOf(line)
  const before = line.slice(0, found.index + found[0].length - 1)
  const open = (found[1] ?? found[2])!
  if (open === '"' && rowBefore.test(before)) return fieldFrom(line, found.index + found[0].length)
  if (unseen.test(before) || (/["']/.test(open) && literal.test(before))) return undefined
  const quotes = quotesFrom(line, found)
  // A program that quotes another one has said nothing but that it quotes.
  if (quotes.length === 0 || splitRawLine(line).format !== undefined) return undefined
  return withProgram(quotes.find(text => !askedAgain.test(text)) ?? quotes[0]!)
}
const askedAgain = /\bRetransmit List: /
const mostQuotes = 8

/** What stands between the marks of `first` and of those behind it, while they are closed. */
function quotesFrom(line: string, first: RegExpExecArray): string[] {
  const quotes: string[] = []
  let at = 0
  for (let found: RegExpExecArray | null = first; found && quotes.length < mostQuotes; found = opened.exec(line.slice(at))) {
    const open = (found[1] ?? found[2])!
    const from = at + found.index + found[0].length
    const to = open === '(' ? closingBracket(line, from) : line.indexOf(closers[open] ?? open, from)
    if (to === -1 || to - from > mostCharacters) break
    if (at === 0 || !unseen.test(line.slice(at, from - 1))) quotes.push(line.slice(from, to))
    at = to
  }
  return quotes
}

/** What a cell of a table holds, where it is such a message. */
function cellOf(line: string): string | undefined {
  const found = cell.exec(line)
  if (!found || splitRawLine(line).format !== undefined || unseen.test(line.slice(0, found.index))) return undefined
  const [text = ''] = line.slice(found.index + found[0].length, found.index + found[0].length + mostCharacters).split(/ \||\t|\|\s*$/)
  return withProgram(text.trim())
}

/** A field of a row, in which a doubled quote is one. */
function fieldFrom(line: string, from: number): string | undefined {
  let to = from
  while (to < line.length && !(line[to] === '"' && line[to + 1] !== '"')) to += line[to] === '"' ? 2 : 1
  return to - from > mostCharacters ? undefined : withProgram(line.slice(from, to).replaceAll('""', '"'))
}

/** A line that begins with such a message of a status, of pcs or of pacemaker, behind the mark of a list at most. */
const atStart = new RegExp(
  String.raw`^[>|\s]{0,16}(?:[*•-] )?(?:${ofStatus}|(?:\w{1,20}: )?Error: [\w.-]{1,253}: Connection timeout|(?:[A-Za-z][\w.-]{0,80} +(?=(?:error|warning|notice): ))?${pacemaker})`,
)
const mayStart = /Timed Out|Connection timeout|timed out after \d/
/** A text without the lines that are such messages, where it has any; they are no words of whoever wrote it. */
export function withoutFragments(head: string, path: string): string | undefined {
  if (mayQuote.test(path) || isOfLibrary(path) || !mayStart.test(head)) return undefined
  const lines = head.split('\n')
  const words = lines.filter(line => !atStart.test(line))
  return words.length < lines.length ? words.join('\n') : undefined
}

/** Gives a message of pacemaker or corosync the program that writes it, which is what it is known by. */
function withProgram(text: string): string {
  const [, tag] = matchedIn(ofCorosync, withoutTag.exec(text)) ?? []
  if (tag !== undefined) return `corosync[0]: [${tag}] ${text}`
  const found = splitRawLine(text).format === undefined ? bare.exec(text) : null
  const [, name] = matchedIn(ofPacemaker, found) ?? []
  return found && name !== undefined ? `${name}[0]: error: ${text.slice(found[0].length)}` : text
}

/** The entry of a table whose pattern was the one that matched: each has a group, in their order. */
const matchedIn = <Entry>(table: readonly Entry[], found: RegExpExecArray | null): Entry | undefined =>
  found ? table[found.slice(1).findIndex(group => group !== undefined)] : undefined

/** Messages have brackets of their own. */
function closingBracket(line: string, from: number): number {
  let depth = 1
  for (let i = from; i < line.length; i++) {
    if (line[i] === '(') depth++
    else if (line[i] === ')' && --depth === 0) return i
  }
  return -1
}

/** How files of code and of settings end. */
export const codeEnding = 'sh|py|pl|rb|js|ts|go|c|h|java|ya?ml|conf|cfg|ini|xml|feature|robot|bats'
/** Code and settings hold such lines for other reasons. */
export const mayQuote = new RegExp(String.raw`(?:^|\/)(?:etc|proc|sys|usr|boot|lib|srv|opt)\/|\.(?:${codeEnding}|spec|te)$`)

/** Whether somebody quotes lines of a log within sentences. */
export function quotesLines(head: string, path: string): boolean {
  return !mayQuote.test(path) && mayHold.test(head) && head.split('\n').some(line => quotedIn(line) !== undefined)
}

/** The moment at the beginning of a row of a table or a list, in seconds of the day. */
const moment = /^[\s>|*#([-]{0,10}(?:\d{4}-\d\d-\d\d[ T])?(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d)/
/** What makes a node go silent, in whatever words. */
const goesSilent =
  /fenc(?:ed?|ing)\b|fence_|stonith|power(?:ed|ing)?[- ]?(?:off|cycl)|\b(?:reboot|reset|restart|neustart|kill|halt|shut ?down|poweroff|crash)|neu gestartet|ausgeschaltet|aísla|reinici|redémarr|zrestart|перезагру/i
const tokenLost = 'A processor failed'
/** As long as a loss of the token may be the consequence of what was done to a node. */
const consequenceSeconds = 300
/** Lines: a timeline has few for so short a time. */
const mostApart = 100

/** Whether the row of `at` quotes that a node went silent, and another row tells in words why: somebody had just switched it off. */
export function isConsequence(lines: readonly string[], at: number): boolean {
  if (!lines[at]!.includes(tokenLost)) return false
  const lost = secondsOf(lines[at]!)
  if (lost === undefined) return false
  const from = Math.max(0, at - mostApart)
  return lines.slice(from, at + mostApart).some((line, i) => {
    if (!goesSilent.test(line) || line.includes(tokenLost)) return false
    const seconds = secondsOf(line)
    if (seconds === undefined) return false
    const before = lost - seconds
    return before === 0 ? from + i < at : before > 0 && before <= consequenceSeconds
  })
}

function secondsOf(line: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = moment.exec(line) ?? []
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
}
