import { type LineFormat, splitRawLine } from './prefix.ts'

export type SniffedKind = 'system-log' | 'cluster-log' | 'pacemaker-log' | 'kernel-log'

const mostLines = 200
/** Of the lines that are not empty, at least this part must have the prefix: a page about a cluster quotes log lines, too. */
const leastPart = 1 / 3

/**
 * No prefix is without one of these, and most files are no logs: it takes far longer to split a line than to see that there is
 * nothing to split. A control character within may hide it.
 */
const signs = [
  // Of a prefix.
  String.raw`^[ \t]*[[{<>|]|^(?:pacemaker|crmd|lrmd|pengine|stonith|attrd|cib)[\w-]{0,20}: |kernel:|\d\d:\d\d:\d\d|^\d{10}\.|: \[`,
  String.raw`\[(?:MAIN|TOTEM|KNET|QUORUM|VOTEQ|SYNC|CPG|CFG) *\]|\]: |[^\t\n\u0020-\u007e](?!$)`,
  // Of the kernel, which is also read without one: tasks, memory and faults,
  String.raw`\+0x|blocked |backlog |audit_(?:backlog|lost)=|page allocation |oom-killer|of memory|BUG[: ]|Oops: |Hardware name: `,
  'Kernel panic|protection fault|Call Trace:|task:|Modules linked|, comm: | D |[Cc]locksource|hung_task_timeout|TSC unstable|LOCKUP',
  String.raw`CSD lock|kthread starved|CPU \d+ stall|stalls on tasks|Stall ended|Killed process |oom_reaper|oom-kill:`,
  String.raw`result of limit of|allocation deadlock|\[#\d+\]|PANIC: |stalls? on CPU|[Uu]nable to handle`,
  // disks,
  String.raw`I/O error|error, dev |FAILED Result|md/raid|rbd: |libceph: |nvme nvme|device-mapper: |drbd\d|GFS2: |connection\d+:\d`,
  String.raw`session recovery|rport-\d|hostbyte=|Device offlined|exception Emask|failed command: |qla2xxx|lpfc |megaraid_sas`,
  String.raw`hpsa \d|smartpqi|mpt[23]sas_cm|megasas|\bsd \d+:\d|\bata\d|EXT[34]-fs|XFS \(|rejecting I/O`,
  // networks,
  String.raw`[Ll]ink status |the new active one|queue overflow|not respond|server \S+ OK|NETDEV WATCHDOG`,
  String.raw`[Ll]ink (?:is )?(?:[Dd]own|[Uu]p\b)|\bbond[\w.-]{0,15}: |interface is now |Unit Hang|\b(?:e1000e?|igb|ixgbe|i40e|ice|bnx2x?|bnxt_en|tg3|mlx[45]_core|qede|be2net|vmxnet3|ena) `,
  // virtual machines.
  'Hypervisor detected|paravirtualized|DMI: |virtio|vmxnet3|vmw|hv_|Direct-Access',
]
/** What systemd shows on a console between the lines of the kernel. */
const ofBoot =
  /^\s{0,12}(?:\[ *(?:OK|FAILED|DEPEND|WARN|INFO|SKIP|TIME) *\] \S|(?:Start|Stopp|Mount|Unmount|Listen|Activat)ing \S.{0,120}\.\.\.\s*$)/
const mayHavePrefix = new RegExp(signs.join('|'))
const anyMayHave = new RegExp(signs.join('|'), 'm')

/** The form of a line of a log; undefined for anything else. */
export const formatOf = (line: string): LineFormat | undefined => (mayHavePrefix.test(line) ? splitRawLine(line).format : undefined)

/** Several ask it of the same text, one after the other. */
let last = { text: '', may: false }

/** Whether a text may hold a line of a log at all: found out in one go, for most texts hold none. */
export function mayHoldLines(text: string): boolean {
  if (last.text !== text) last = { text, may: anyMayHave.test(text) }
  return last.may
}

/** The kind of log that the beginning of a file shows, whatever the file is called; undefined when it is no log. */
export function sniffLogKind(sample: string): SniffedKind | undefined {
  if (!mayHoldLines(sample)) return undefined
  const lines = sample.split('\n', mostLines).filter(line => line.trim() !== '' && !ofBoot.test(line))
  const counts = new Map<LineFormat, number>()
  let without = 0
  for (const line of lines) {
    const format = formatOf(line)
    if (format) counts.set(format, (counts.get(format) ?? 0) + 1)
    // Most files are no logs, and that is soon clear.
    else if (++without > lines.length * (1 - leastPart)) return undefined
  }
  const count = (...formats: LineFormat[]) => formats.reduce((sum, format) => sum + (counts.get(format) ?? 0), 0)
  const kinds: [SniffedKind, number][] = [
    ['system-log', count('syslog', 'journal')],
    // Pacemaker 1.1 writes into the log of corosync; resource agents write into either.
    count('corosync') > 0
      ? ['cluster-log', count('corosync', 'pacemaker', 'resource-agent')]
      : ['pacemaker-log', count('pacemaker', 'resource-agent')],
    ['kernel-log', count('kernel')],
  ]
  const [kind, most] = kinds.reduce((best, other) => (other[1] > best[1] ? other : best))
  return most > 0 && most >= lines.length * leastPart ? kind : undefined
}
