import { kept } from './kept.ts'
import { type LineFormat, splitRawLine } from './prefix.ts'
import { heldBy, holdsAny, type Watched, watch } from './words.ts'

export type SniffedKind = 'system-log' | 'cluster-log' | 'pacemaker-log' | 'kernel-log'

const mostLines = 200
/** Of the lines that are not empty, at least this part must have the prefix: a page about a cluster quotes log lines, too. */
const leastPart = 1 / 3

/**
 * No prefix is without one of these, and most files are no logs: it takes far longer to split a line than to see that there is
 * nothing to split. A control character within may hide it.
 */
const shapes = String.raw`^[ \t]*[[{<>|]|\d\d:\d\d:\d\d|^\d{10}\.|[^\t\n\u0020-\u007e](?!$)`
/** Nor is any line of the kernel, which is also read without a prefix. */
const words = watch(
  // Of a prefix.
  ...['kernel:', ': [', ']: '],
  // Tasks, memory and faults of the kernel,
  ...['+0x', 'blocked ', 'backlog ', 'audit_backlog=', 'audit_lost=', 'page allocation ', 'oom-killer', 'of memory', 'BUG:', 'BUG '],
  ...['Oops: ', 'Hardware name: ', 'Kernel panic', 'protection fault', 'Call Trace:', 'task:', 'Modules linked', ', comm: ', ' D '],
  ...['Clocksource', 'clocksource', 'hung_task_timeout', 'TSC unstable', 'LOCKUP', 'CSD lock', 'kthread starved', 'stalls on tasks'],
  ...['Stall ended', 'Killed process ', 'oom_reaper', 'oom-kill:', 'result of limit of', 'allocation deadlock', 'PANIC: '],
  ...['stall on CPU', 'stalls on CPU', 'Unable to handle', 'unable to handle'],
  // disks,
  ...['I/O error', 'error, dev ', 'FAILED Result', 'md/raid', 'rbd: ', 'libceph: ', 'nvme nvme', 'device-mapper: ', 'GFS2: '],
  ...['session recovery', 'hostbyte=', 'Device offlined', 'exception Emask', 'failed command: ', 'qla2xxx', 'lpfc ', 'megaraid_sas'],
  ...['smartpqi', 'mpt2sas_cm', 'mpt3sas_cm', 'megasas', 'EXT3-fs', 'EXT4-fs', 'XFS (', 'rejecting I/O'],
  // networks,
  ...['Link status ', 'link status ', 'the new active one', 'queue overflow', 'not respond', 'NETDEV WATCHDOG', 'interface is now '],
  ...['Unit Hang'],
  // virtual machines.
  ...['Hypervisor detected', 'paravirtualized', 'DMI: ', 'virtio', 'vmxnet3', 'vmw', 'hv_', 'Direct-Access'],
)
/** What changes from line to line in some place, and the words of which one is always in it. */
const patterns: readonly (readonly [words: Watched, pattern: string])[] = [
  [
    watch('pacemaker', 'crmd', 'lrmd', 'pengine', 'stonith', 'attrd', 'cib'),
    String.raw`^(?:pacemaker|crmd|lrmd|pengine|stonith|attrd|cib)[\w-]{0,20}: `,
  ],
  [
    watch('[MAIN', '[TOTEM', '[KNET', '[QUORUM', '[VOTEQ', '[SYNC', '[CPG', '[CFG'),
    String.raw`\[(?:MAIN|TOTEM|KNET|QUORUM|VOTEQ|SYNC|CPG|CFG) *\]`,
  ],
  [watch(' stall'), String.raw`CPU \d+ stall`],
  [watch('[#'), String.raw`\[#\d+\]`],
  [watch('drbd'), String.raw`drbd\d`],
  [watch('connection'), String.raw`connection\d+:\d`],
  [watch('rport-'), String.raw`rport-\d`],
  [watch('hpsa '), String.raw`hpsa \d`],
  [watch('sd '), String.raw`\bsd \d+:\d`],
  [watch('ata'), String.raw`\bata\d`],
  [watch('server '), String.raw`server \S+ OK`],
  [watch('ink '), String.raw`[Ll]ink (?:is )?(?:[Dd]own|[Uu]p\b)`],
  [watch('bond'), String.raw`\bbond[\w.-]{0,15}: `],
  [watch('ice ', 'ena '), String.raw`\b(?:ice|ena) `],
  [
    watch('e1000', 'igb ', 'ixgbe ', 'i40e ', 'bnx2', 'bnxt_en ', 'tg3 ', 'mlx4_core ', 'mlx5_core ', 'qede ', 'be2net '),
    String.raw`\b(?:e1000e?|igb|ixgbe|i40e|bnx2x?|bnxt_en|tg3|mlx[45]_core|qede|be2net) `,
  ],
]
/** What systemd shows on a console between the lines of the kernel. */
const ofBoot =
  /^\s{0,12}(?:\[ *(?:OK|FAILED|DEPEND|WARN|INFO|SKIP|TIME) *\] \S|(?:Start|Stopp|Mount|Unmount|Listen|Activat)ing \S.{0,120}\.\.\.\s*$)/

const patternsWith = (flags: string) => patterns.map(([needed, source]) => ({ needed, pattern: new RegExp(source, flags) }))
const [shapeOfLine, shapeInText] = [new RegExp(shapes), new RegExp(shapes, 'm')]
const [patternsOfLine, patternsInText] = [patternsWith(''), patternsWith('m')]

/** Tells the form of a line of this text; undefined for what is no line of a log. */
export function formsIn(text: string): (line: string) => LineFormat | undefined {
  // What is nowhere in the text need not be looked for in each of its lines.
  const here = heldBy(text, words)
  const likely = patternsOfLine.filter(({ needed }) => holdsAny(text, needed))
  const hasSign = (line: string) =>
    shapeOfLine.test(line) || here.some(word => line.includes(word)) || likely.some(({ pattern }) => pattern.test(line))
  return line => (hasSign(line) ? splitRawLine(line).format : undefined)
}

const hasAnySign = (text: string): boolean =>
  holdsAny(text, words) ||
  shapeInText.test(text) ||
  patternsInText.some(({ needed, pattern }) => holdsAny(text, needed) && pattern.test(text))

/** Whether a text may hold a line of a log at all: found out in one go, for most texts hold none. */
export const mayHoldLines = kept(hasAnySign)

/** Fewer lines than this beside words show what somebody wanted to show, and nothing of what else was logged. */
const leastLines = 5

/** Whether only some lines of a log stand among other words: what they do not tell may be anywhere else. */
export function isExcerpt(sample: string): boolean {
  const formOf = formsIn(sample)
  const lines = sample.split('\n', mostLines).filter(line => line.trim() !== '' && !ofBoot.test(line))
  const logged = lines.filter(line => formOf(line) !== undefined).length
  return logged < leastLines && logged < lines.length
}

/** The kind of log that the beginning of a file shows, whatever the file is called; undefined when it is no log. */
export function sniffLogKind(sample: string): SniffedKind | undefined {
  if (!mayHoldLines(sample)) return undefined
  const lines = sample.split('\n', mostLines).filter(line => line.trim() !== '' && !ofBoot.test(line))
  const counts = new Map<LineFormat, number>()
  let without = 0
  const formOf = formsIn(sample)
  for (const line of lines) {
    const format = formOf(line)
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
