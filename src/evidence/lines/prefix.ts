import { bareKernelMessage } from './bare-kernel.ts'
import { withoutControls } from './clean.ts'
import { withoutMarks } from './cut-out.ts'
import { usualFrame } from './frame.ts'
import { splitJournalJson } from './journal-json.ts'
import { withEnglishMonth } from './month-names.ts'
import { withoutProtocol } from './protocol.ts'
import { splitStored } from './stored.ts'
import { type LogTime, logTime, monthNumber, utcTime } from './time.ts'
import { withUsualDate } from './usual-date.ts'

/** Who wrote a line in which form. */
export type LineFormat = 'syslog' | 'journal' | 'corosync' | 'pacemaker' | 'resource-agent' | 'kernel'

/** A line in its parts. Without a known prefix there is only the message: no time, no host. */
export interface LineParts {
  readonly format: LineFormat | undefined
  readonly time: string | undefined
  readonly at: number | undefined
  /** The line had no year, see `LogTime`. */
  readonly yearless: boolean
  readonly host: string | undefined
  readonly process: string | undefined
  readonly pid: string | undefined
  readonly level: string | undefined
  readonly message: string
}

/** What a line alone cannot tell. */
export interface LineContext {
  /** ms since 1970 that no line is later than, for instance when the file was changed last: gives dates their year. */
  readonly reference?: number | undefined
  /** ms since 1970 when the machine started: gives kernel lines that count seconds their time. */
  readonly booted?: number | undefined
}

const level = '(?<level>emerg|alert|crit|critical|error|err|warning|notice|info|debug|trace)'
const shapes: readonly (readonly [LineFormat, RegExp])[] = [
  ['corosync', new RegExp(`^\\[(?<pid>\\d+)\\] (?<host>\\S+) corosync ?${level}\\s*(?<message>\\[\\w+ *\\].*)$`, 's')],
  ['pacemaker', new RegExp(`^\\[(?<pid>\\d+)\\] (?<host>\\S+) +(?<process>[\\w-]+): +${level} *: (?:\\w+:\\s+)?(?<message>.*)$`, 's')],
  ['pacemaker', new RegExp(`^(?<host>\\S+) +(?<process>[\\w.-]+) *\\[(?<pid>\\d+)\\] \\([^)]*\\)\\s+${level}: (?<message>.*)$`, 's')],
]
const agent = /^ (?<process>[\w.-]+\([^)\s]+\))\[(?<pid>\d+)\]:\s+(?:\d{4}\/\d\d\/\d\d_[\d:]+ )?(?<level>[A-Z]+): ?(?<message>.*)$/s
const tagged = /^(?<host>[^\s:[\]()]+) (?<process>[^\s:[]+)(?: ?\[(?<pid>\d+)\])?:(?:\s+|$)(?<message>.*)$/s
/** Some journals and clipped excerpts leave the host out. */
const hostless = /^(?<process>[A-Za-z][\w.@/-]*)(?:\[(?<pid>\d+)\])?:\s+(?<message>.*)$/s
/** Corosync 1 names neither host nor process number in its own log. */
const corosyncOnly = /^(?<process>corosync) (?<message>\[\w+ *\] .*)$/s
/** What is left of its lines when only the message is shown or copied, or when it runs at a terminal: no other program has these parts. */
const corosyncPart = new RegExp(
  String.raw`^\s{0,4}(?:corosync )?(?:${level} +)?(?<message>\[(?:TOTEM|KNET|QUORUM|VOTEQ|SYNC|CPG|CFG|MAIN(?= *\] (?:Corosync|Totem) )) *\] .*)$`,
  's',
)
/** A program around it may put its own time and words before those lines. */
const wrappedCorosync = new RegExp(
  String.raw`^.{0,120}? [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d(?:\.\d+)? ${level} +(?<message>\[(?:TOTEM|KNET|QUORUM|VOTEQ|SYNC|CPG|CFG|MAIN(?= *\] (?:Corosync|Totem) )) *\] .*)$`,
  's',
)
/** `logging.function_name` and `logging.fileline` of corosync put the place in the source before the message. */
const corosyncPlace = /^(\s{0,4}\[\w+ *\] )(?:(?:[\w/.-]{1,80}\.[ch]:\d{1,6}|[a-z]+(?:_[a-z0-9]+)+) ){1,2}(?=\S)/
/** A server that collects logs may put the address it got the line from before the host. */
const relayed = /^\d{1,3}(?:\.\d{1,3}){3} (?<host>[^\s:[\]()]+) (?<process>[^\s:[]+)(?:\[(?<pid>\d+)\])?: +(?<message>.*)$/s
const untagged = /^(?<host>[^\s:[\]()]+) +(?<message>.*)$/s
const repeated = /^(?<host>[^\s:[\]()]+) +(?<message>(?:last )?message repeated .*)$/s
/** Programs whose messages begin with a level. */
const levelled = /^(?:pacemaker|crm|lrmd|attrd|pengine|cib|stonith|sbd|fence|pcmk)/
const messageLevel = new RegExp(`^${level.replace(')', '|warn|ERROR|CRIT|WARN|WARNING|NOTICE|INFO|DEBUG)')}: +(?<message>.*)$`, 's')
/** Daemons of older clusters wrote their number behind the colon: `lrmd: [2236]: WARN: text`. */
const lateNumber = /^\[(\d{1,9})\]: +/
const agentLevel = /^(?<level>EMERG|CRIT|ERROR|WARNING|WARN|INFO|DEBUG): ?(?<message>.*)$/s

const traditional = /^([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(?: (\d{4})(?= ))? /
const iso = /^(?:[A-Z][a-z]{2} )?(\d{4})-(\d\d)-(\d\d)([T ])(\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(?: ?(Z|UTC|[+-]\d\d:?\d\d)(?: UTC)?)? +/
const unix = /^(\d{10})\.(\d{6}) (?=\S+ \S+:)/
const kernel = /^(?:<\d+>|[a-z0-9]+ *:[a-z]+ *: )?\[ *(\d+\.\d+|[A-Z][a-z]{2} [A-Z][a-z]{2} .{16})\](?:\[ *[TC]?\d+\])? (.*)$/s
const kernelDate = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/
/** What resource agents wrote themselves into the log of corosync: the date in one of two forms. */
const oldAgent =
  /^([\w.-]+\([^)\s]+\))\[(\d+)\]:\s+(?:(\d{4})\/(\d\d)\/(\d\d)_|([A-Z][a-z]{2}) +(\d{1,2}) )(\d\d:\d\d:\d\d) +([A-Z]+): ?(.*)$/s
/** Sinks that keep the kernel's clock and leave out who wrote the line. */
const clockedKernel =
  /^(?:(?:emerg|alert|crit|err|warning|notice|info|debug) +|(?<host>[A-Za-z][\w.-]{0,252}) )?\[ *\d+\.\d{6}\] (?<message> {0,12}\S.*)$/s
/** Where others have a host, some put how bad it is. */
const severity = /^(?:emerg|alert|crit|err|error|warning|warn|notice|info|debug)$/i

/** Whether something stands within a line that its message is given without, so that the message is no longer the line's end. */
export function hasPlace(line: string): boolean {
  return /\[\w+ *\] (?:[\w/.-]{1,80}\.[ch]:\d|[a-z]+_[a-z0-9_]+ )/.test(line)
}

/** Templates that name facility and severity before the program. */
const facility =
  /^((?:[^\s:[\]()]+ )?)(?:kern|user|mail|daemon|auth|authpriv|syslog|cron|local[0-7])\.(?:emerg|alert|crit|err|error|warn|warning|notice|info|debug):? +/

/** Splits a line of a system, cluster or kernel log into its parts. */
export function splitLine(text: string, context: LineContext = {}): LineParts {
  const ended = text.endsWith('\r') ? text.slice(0, -1) : text
  // The objects of a list.
  const whole = /^[\s,[]/.test(ended) && ended.includes('{"') ? ended.replace(/^[\s,[]{1,60}(?=\{")/, '') : ended
  const line = withUsualDate(withEnglishMonth(withoutMarks(withoutProtocol(whole))))
  const first = line.charCodeAt(0)
  if (first === 0x7b)
    return (
      splitJournalJson(line, found => refined('journal', undefined, found)) ??
      splitStored(line, inner => splitLine(inner, context)) ??
      plain(line)
    )
  if (first === 0x5b || first === 0x3c) return splitBracketed(line, context) ?? bareOrPlain(line)
  const dated = splitDate(line, context)
  if (!dated) return splitUndated(line, context) ?? bareOrPlain(line)
  const { moment, tag } = dated
  const rest = dated.rest.replace(hidden, named)
  const bare = rest.replace(facility, '$1')
  const clocked = clockedKernel.exec(bare)?.groups
  if (clocked) return refined('kernel', moment, { host: clocked.host, process: 'kernel', message: clocked.message })
  const split = tag === 'never' ? splitDaemon(moment, bare) : splitRest(moment, bare, tag)
  if (split) return split
  const wrapped = wrappedCorosync.exec(rest)?.groups
  return wrapped ? refined('corosync', moment, wrapped) : { ...plain(rest), ...timeOf(moment) }
}

function bareOrPlain(line: string): LineParts {
  const message = bareKernelMessage(line)
  return message === undefined ? plain(line) : refined('kernel', undefined, { process: 'kernel', message })
}

/** A host whose name somebody hid (and not the kernel's clock), `[node name]`, `<host>` or `(node1)`, before a program; as `node  01` only before the cluster's own. */
const hidden =
  /^ *(?:\[(?! *\d+\.\d{6}\])([\w .-]{1,40})\]|<([\w .-]{1,40})>|\(([\w .-]{1,40})\)|\{\{? ?([\w .-]{1,40}?) ?\}\}?) +(?=[\w.@/-]+(?:\[\d+\])?: )|^ *([A-Za-z][\w-]{0,30}(?: +[\w-]{1,12}){1,2}) +(?=(?:corosync|pacemaker-[a-z]+|pacemakerd|crmd|lrmd|pengine|stonith-ng|attrd|cib|sbd|systemd|[\w.-]+\([^)\s]+\))\[\d+\]: |kernel: )/
const named = (_: string, ...names: (string | undefined)[]) =>
  `${names
    .slice(0, 5)
    .find(name => name !== undefined)!
    .trim()
    .replace(/[^\w.-]+/g, '-')} `

/** Whether the name of a program must follow the host, for the host to be one. */
type Tag = 'never' | 'needed' | 'optional'

function splitDate(line: string, { reference }: LineContext): { moment: LogTime; rest: string; tag: Tag } | undefined {
  const short = traditional.exec(line)
  if (short) {
    const year = short[5] ? { year: Number(short[5]) } : {}
    const parts = { month: monthNumber(short[1]!), day: Number(short[2]), clock: short[3]!, fraction: short[4], ...year }
    const moment = logTime(parts, reference)
    return moment && { moment, rest: line.slice(short[0].length), tag: 'optional' }
  }
  const long = iso.exec(line)
  if (long) {
    const parts = { year: Number(long[1]), month: Number(long[2]), day: Number(long[3]), clock: long[5]!, fraction: long[6] }
    const moment = logTime({ ...parts, zone: long[7] === 'UTC' ? 'Z' : long[7] })
    // A date with a blank instead of the T begins lines of many programs; only the journal has a weekday before and a host after it.
    const journal = /^[A-Z]/.test(line)
    const rest = line.slice(long[0].length)
    return (
      moment && { moment, rest: journal ? rest.replace(/^[A-Z]{3,5} +/, '') : rest, tag: journal || long[4] === 'T' ? 'needed' : 'never' }
    )
  }
  const seconds = unix.exec(line)
  const moment = seconds ? utcTime(Number(seconds[1]) * 1000 + Number(seconds[2]) / 1000, seconds[2]) : undefined
  return moment && { moment, rest: line.slice(seconds?.[0].length), tag: 'needed' }
}

/** What follows the time. */
function splitRest(moment: LogTime, rest: string, tag: Tag): LineParts | undefined {
  for (const [format, shape] of shapes) {
    const found = shape.exec(rest)?.groups
    if (found) return refined(format, moment, found)
  }
  const byAgent = rest.startsWith(' ') ? agent.exec(rest)?.groups : undefined
  if (byAgent) return refined('resource-agent', moment, byAgent)
  const alone = tag === 'optional' ? (corosyncOnly.exec(rest) ?? corosyncPart.exec(rest))?.groups : undefined
  if (alone) return refined('corosync', moment, alone)
  const others = tag === 'optional' ? [hostless, untagged] : [repeated]
  const found = [tagged, relayed, ...others].map(shape => shape.exec(rest)?.groups).find(groups => groups !== undefined)
  return found && refined('syslog', moment, found)
}

/** After a date as any program may write it, only the kernel and a daemon of the cluster are taken for what they say they are. */
function splitDaemon(moment: LogTime, rest: string): LineParts | undefined {
  const found = (tagged.exec(rest) ?? hostless.exec(rest))?.groups
  return found && (found.process === 'kernel' || isClusterDaemon(found)) ? refined('syslog', moment, found) : undefined
}

const isClusterDaemon = ({ process = '', message = '' }: Record<string, string>) =>
  process === 'corosync' || (levelled.test(process) && messageLevel.test(message.replace(lateNumber, '')))

/** Without a date, only what nobody else writes: a daemon that gives its number or a level, the first process, the kernel with its clock or below a host. */
const isTold = (found: Record<string, string>) =>
  found.process === 'kernel'
    ? /^\[ *\d+\.\d{6}\] /.test(found.message ?? '') || found.host !== undefined
    : (found.pid !== undefined && storageDaemon.test(found.process ?? '')) ||
      (found.process === 'systemd' && found.pid === '1') ||
      (isClusterDaemon(found) && (found.pid !== undefined || found.process !== 'corosync'))

const storageDaemon = /^(?:multipathd|iscsid|sanlock|qdiskd|dlm_controld|teamd(?:_[\w.-]+)?)$/
const isProgram = (found: Record<string, string>) => isClusterDaemon(found) || /\(\S+\)$/.test(found.process ?? '')

/** Lines that begin with a bracket: corosync 2 without times, kernel messages. */
function splitBracketed(line: string, { booted }: LineContext): LineParts | undefined {
  const corosync = (shapes[0]![1].exec(line) ?? corosyncPart.exec(line))?.groups
  if (corosync) return refined('corosync', undefined, corosync)
  const byKernel = kernel.exec(line)
  if (!byKernel) return undefined
  const date = kernelDate.exec(byKernel[1]!)
  const moment = date
    ? logTime({ year: Number(date[4]), month: monthNumber(date[1]!), day: Number(date[2]), clock: date[3]! })
    : booted === undefined
      ? undefined
      : utcTime(booted + Number(byKernel[1]) * 1000)
  // `journalctl -o short-monotonic` writes the time as the kernel does, but all programs have their name.
  const named = tagged.exec(byKernel[2]!)?.groups
  if (named?.pid && isProgram(named)) return refined('journal', moment, named)
  return refined('kernel', moment, { process: 'kernel', message: byKernel[2]! })
}

/** Somebody took the clock and the program out of a line, as they are the same in all: the node stands before the message, and is the one in it. */
const ofNode =
  /^[ \t]{0,40}(?<host>[A-Za-z][\w.-]{0,80}) +(?<level>error|warning|notice): +(?<message>Result of [a-z_]{4,12} operation for \S{1,120} on (?<node>[^\s:]{1,120}): .*)$/s

function splitUndated(line: string, context: LineContext): LineParts | undefined {
  const short = line.includes('Result of ') ? ofNode.exec(line)?.groups : undefined
  if (short && short.host === short.node) return refined('syslog', undefined, { ...short, process: 'pacemaker-controld' })
  if (/^[a-z0-9]+ *:[a-z]+ *: \[/.test(line)) return splitBracketed(line, context)
  const old = oldAgent.exec(line)
  if (!old) {
    const own = line.includes(' pacemaker') ? shapes[2]![1].exec(line)?.groups : undefined
    if (own && isClusterDaemon({ ...own, message: `${own.level}: ${own.message}` })) return refined('pacemaker', undefined, own)
    const found = (tagged.exec(line) ?? hostless.exec(line))?.groups
    if (found && isTold(found)) return refined('syslog', undefined, severity.test(found.host ?? '') ? { ...found, host: undefined } : found)
    return undefined
  }
  const [, process = '', pid = '', year, month, day, monthName = '', shortDay, clock = '', level = '', message = ''] = old
  const moment = year
    ? logTime({ year: Number(year), month: Number(month), day: Number(day), clock })
    : logTime({ month: monthNumber(monthName), day: Number(shortDay), clock }, context.reference)
  return refined('resource-agent', moment, { process, pid, level, message })
}

function refined(format: LineFormat, moment: LogTime | undefined, found: Record<string, string | undefined>): LineParts {
  const { host } = found
  const process = found.process ?? (format === 'corosync' ? 'corosync' : undefined)
  const late = found.pid === undefined && levelled.test(process ?? '') ? lateNumber.exec(found.message ?? '') : null
  const message = (found.message ?? '').slice(late?.[0].length ?? 0)
  const bare = withoutLevel(process, message)
  const own = found.level ? { level: found.level, message: process === 'corosync' ? bare.message : message } : bare
  return { format, ...timeOf(moment), host, process, pid: found.pid ?? late?.[1], level: own.level?.toLowerCase(), message: own.message }
}

/** Takes the level off a message of a program that begins with it, and the kernel's own clock. */
export function withoutLevel(process: string | undefined, message: string): { level: string | undefined; message: string } {
  if (process === undefined) return { level: undefined, message }
  if (process === 'kernel') return { level: undefined, message: usualFrame(message.replace(/^\[ *\d+\.\d+\] /, '')) }
  if (process === 'corosync') return { level: undefined, message: message.replace(corosyncPlace, '$1') }
  const own = levelled.test(process) ? messageLevel.exec(message) : process.includes('(') ? agentLevel.exec(message) : null
  return own?.groups ? { level: own.groups.level, message: own.groups.message! } : { level: undefined, message }
}

const timeOf = (moment: LogTime | undefined) => ({ time: moment?.time, at: moment?.at, yearless: moment?.yearless === true })

function plain(message: string): LineParts {
  return { format: undefined, ...timeOf(undefined), host: undefined, process: undefined, pid: undefined, level: undefined, message }
}

/** For callers with raw text: as `splitLine`, without control characters. */
export function splitRawLine(text: string, context: LineContext = {}): LineParts {
  return splitLine(withoutControls(text), context)
}
