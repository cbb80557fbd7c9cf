import type { LogKind } from './events/matcher.ts'
import type { FileScan } from './events/scan.ts'
import { isFieldJournal } from './lines/journal-fields.ts'
import { codeEnding } from './lines/quoted.ts'
import { isAccount, isArticle, isManual, isSession, showsCase } from './lines/session.ts'
import { sniffLogKind } from './lines/sniff.ts'
import { isPatch } from './lines/trouble.ts'

/** Names that say what a log is, whatever its first lines look like. */
const named: readonly (readonly [RegExp, LogKind])[] = [
  [/(?:^|\/)(?:messages|syslog)(?:[-.]\d+)?(?:\.\w+)*$/, 'system-log'],
  [/(?:^|\/)(?:journalctl|journal)(?![^/]*(?:list-boots|disk-usage|verify|header))[^/]*$/, 'system-log'],
  [/(?:^|\/)corosync\.log[^/]*$/, 'cluster-log'],
  [/(?:^|\/)pacemaker\.log[^/]*$/, 'pacemaker-log'],
  [/(?:^|\/)(?:dmesg|vmcore-dmesg)[^/]*$/, 'kernel-log'],
  [/(?:^|\/)(?:multipathd?_(?:-l|-v4|show)|corosync-cfgtool_-s)[^/]*$/, 'command-output'],
  [/(?:^|\/)sos_logs\/[^/]+$/, 'command-output'],
  // Where crm_verify finds nothing wrong, it says nothing.
  [/(?:^|\/)(?!crm_verify\.)(?:pcsd?|crm|sos)[\w-]*\.(?:out|log|err|txt)$/, 'command-output'],
]

/**
 * Settings of a logger and code about messages are called as logs are: `etc/logrotate.d/syslog` is in most sosreports. What journalctl
 * printed of a unit ends as the unit does.
 */
const noLog = new RegExp(String.raw`(?:^|\/)(?:etc|usr|boot)\/|(?<!(?:^|\/)journalctl[^/]*)\.(?:${codeEnding}|html?|service|socket)$`)

/** Whether a file is a log and which; `named` when its name says so. */
export function logKindOf(path: string, head: string): { kind: LogKind; named: boolean } | undefined {
  const bare = path.replace(/\.(?:gz|xz|bz2)$/, '')
  const found = noLog.test(bare) ? undefined : named.find(([pattern]) => pattern.test(bare))
  const sniffed = sniffLogKind(head)
  if (found) {
    // On RHEL 7 one file holds both daemons' lines; content says more than the name then.
    const kind = sniffed === 'cluster-log' ? sniffed : found[1]
    return { kind, named: true }
  }
  if (isFieldJournal(head)) return { kind: 'system-log', named: true }
  if (isManual(head, path) || isProgram(head, path)) return undefined
  if (isArticle(head)) return showsCase(head) ? { kind: 'command-output', named: false } : undefined
  const kind = sniffed ?? (!isPatch(head) && (isSession(head) || isAccount(head, path)) ? 'command-output' : undefined)
  return kind === undefined ? undefined : { kind, named: false }
}

/** The code of a program that reads logs shows in its remarks what it reads. */
const isProgram = (head: string, path: string) => code.test(path) && statement.test(head)
const code = /\.(?:py|pl|pm|rb|js|ts|go|c|h|cc|cpp|java|lua|php)$/
const statement =
  /^\s*(?:def \w+\(|import \w|from \w\S* import |#include |function \w+\s*\(|(?:export )?(?:const|let|class|interface|type) \w|package \w+;?$|use (?:strict|warnings)|sub \w+ *\{|func \w*\(?|(?:public|private|static) \w)/m

/** What a file is scanned as that one of these readers reads as a whole. */
export const statusKind = (reader: string): LogKind | undefined =>
  /^(?:cluster-status|pcs-config|crm-configure|cib)/.test(reader) ? 'status' : reader === 'sos-runtime' ? 'command-output' : undefined

/** Somebody wrote a question or a remark above the lines that they cut out, and called the file as the log is called. */
export function beginsInWords(text: string, path: string): boolean {
  if (ofNode.test(path)) return false
  const [first = ''] = text.slice(0, 600).trimStart().split('\n', 1)
  return !noWords.test(first) && (first.match(/(?<![\p{L}\p{N}_.-])\p{L}{2,20}(?![\p{L}\p{N}_(-])/gu)?.length ?? 0) >= leastWords
}
/** Where a node or a collector keeps its files nobody writes into them. */
const ofNode = /(?:^|\/)(?:var|sos_commands|sos_logs|proc|etc)\//
const noWords = /\d\d:\d\d:\d\d|^\[ *\d+\.\d|[[\]={}<>]|^\S+(?:\[\d+\])?: |^-- /
const leastWords = 5

/** Text, not a binary file: NUL bytes may stand in a damaged log, but not everywhere. */
export function isText(head: Uint8Array): boolean {
  if (!head.includes(0)) return true
  let zeros = 0
  for (const byte of head) if (byte === 0) zeros++
  return zeros <= head.length / 10
}

/** A text with holes: where a machine went down, its log may hold a long run of NUL bytes. */
export function isTextWithHoles(head: Uint8Array): boolean {
  let [zeros, run, holes] = [0, 0, 0]
  for (const byte of head) {
    run = byte === 0 ? run + 1 : 0
    if (byte === 0) zeros++
    if (run === leastHole) holes += leastHole
    else if (run > leastHole) holes++
  }
  return head.length - holes > 0 && zeros - holes <= (head.length - holes) / 10
}
const leastHole = 64

/** Whatever its name says. */
export function holdsNoLog({ prefixed, events }: Pick<FileScan, 'prefixed' | 'events'>): boolean {
  return !prefixed && events.length === 0
}

/** Of a text that is neither a log nor anything that a reader knows. */
export const notUnderstood = 'nothing in it is a log or a listing that avert understands'

/** Binary files that would tell something if another program had printed them. */
const binary: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)journal\/.*\.journal~?$|\.journal$/, 'it is a binary journal, which is not read; give the output of journalctl'],
  [/(?:^|\/)sa\/sa\d+(?:\.\w+)?$/, 'it is binary sar data, which is not read; give the output of sar -A -f'],
]

/** Why a binary file is worth a word; most are not. */
export function whyBinary(path: string): string | undefined {
  return binary.find(([pattern]) => pattern.test(path))?.[1] ?? (logKindOf(path, '')?.named ? 'it is no text' : undefined)
}
