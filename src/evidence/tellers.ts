import type { ExaminedFile, Reading } from './model.ts'
import { runs } from './readers/detect.ts'
import { looked } from './readers/reader.ts'

/** An output that tells a reading. */
interface Output {
  /** What an administrator would have to collect. */
  readonly what: string
  /** Any of these readings, or what `lookedAt` was told, shows that it was read, beside the reading itself. */
  readonly shownBy?: readonly string[]
  /** A file that one of these readers read is it, even when nothing in it speaks of the reading. */
  readonly readers?: readonly string[]
  /** One node's holds for the cluster. */
  readonly ofCluster?: true
  /** Whether nothing is missing of a node for another reason. */
  readonly needless?: (own: readonly Reading[]) => boolean
}

const anyList: Output = {
  what: 'a list of all processes, packages or services',
  shownBy: ['agents', 'processes'],
  readers: ['packages', 'units'],
}
/** Only who is not among all processes does not run. */
const processes: Output = { what: 'a list of all processes with their paths (ps aux)', shownBy: ['agents', 'processes'] }
const config: Output = { what: 'the cluster configuration (CIB)', shownBy: ['resources'], ofCluster: true }
const packages: Output = { what: 'the package versions (rpm -qa)', readers: ['packages'] }
const cpu: Output = { what: 'CPU use at the time (sar -u)' }
const blocked = (own: readonly Reading[]) => own.filter(({ key }) => key === 'process.blocked')
/** Lists with the states of tasks were read, and in none of them a task was blocked. */
const nobodyWaits = (own: readonly Reading[]) =>
  blocked(own).length > 0 && blocked(own).every(({ value }) => Array.isArray(value) && value.length === 0)
const waits: Output = {
  what: 'what processes wait for (ps with wchan, or stacks)',
  shownBy: ['wait-channels', 'stacks'],
  needless: nobodyWaits,
}
const stacks: Output = { what: 'where blocked processes wait (/proc/PID/stack)', shownBy: ['stacks'], needless: nobodyWaits }

/**
 * For each reading (or the beginning of several) the outputs that it needs; the first that was not read is what is missing. The first
 * entry that fits counts, so that whole names stand before their beginnings.
 */
export const outputs: readonly (readonly [key: string, needed: readonly Output[]])[] = [
  ['agents.busy', [anyList, processes, { what: 'the CPU use of all processes (ps aux)', shownBy: ['cpu-of-processes'] }]],
  [runs, [anyList, { ...processes, shownBy: ['processes'], readers: ['units'] }]],
  ['agents', [anyList, processes]],
  ['process.blocked-in-audit', [waits, stacks]],
  ['process.blocked-in-foreign-module', [waits, stacks]],
  ['process.', [waits]],
  ['fanotify.', [{ what: 'who holds fanotify marks (/proc/*/fdinfo)' }]],
  ['modules.foreign', [{ what: 'which kernel modules were built outside of the kernel (/proc/modules)' }]],
  ['resource', [config]],
  [
    'operations.',
    [config, { what: 'the time-outs of operations (CIB)', readers: ['cib', 'pcs-config', 'crm-configure'], ofCluster: true }],
  ],
  ['totem.', [{ what: 'corosync.conf', readers: ['corosync-conf', 'corosync-cmapctl'], ofCluster: true }]],
  ['rhel', [{ what: 'the release (os-release)' }]],
  ['cpu.starved', [{ ...cpu, shownBy: ['cpu-times', 'cpu.idle-percent-min'] }]],
  ['cpu.', [cpu]],
  ['memory.swapping', [{ what: 'how much was swapped at the time (sar -W, or vmstat 1)', shownBy: ['swap-traffic'] }]],
  // Who has no swap uses none of it.
  ['memory.swap-used-percent', [{ what: 'the use of memory (free)', shownBy: ['memory.available-percent'] }]],
  ['memory.', [{ what: 'the use of memory (free)' }]],
  ['disk.await', [{ what: 'how long disks took at the time (sar -d, or iostat -x)', shownBy: ['disk-times'] }]],
  ['disk.', [{ what: 'the use of file systems (df)' }]],
  ['audit.records-every-start', [{ what: 'the audit rules (auditctl -l)', readers: ['audit-rules'] }]],
  ['audit.', [{ what: 'the state of the audit system (auditctl -s)' }]],
  ['version.', [packages]],
  ['clock.', [{ what: 'whether the clocks of the nodes agree (something that two nodes logged at the same moment)', ofCluster: true }]],
]

/** What was read, as `missingOutput` asks for it. */
export interface WasRead {
  /** Those that facts may use, and those that are only joined. */
  readonly readings: readonly Reading[]
  readonly examined: readonly ExaminedFile[]
}

/** The first output that a reading needs and that was not read, of a node, or (`undefined`) of any; undefined: nothing is missing. */
export function missingOutput(
  keys: readonly string[],
  node: string | undefined,
  { readings, examined }: WasRead,
): { readonly what: string; readonly ofNode: boolean } | undefined {
  const needed = outputs.find(([key]) => keys.some(name => name.startsWith(key)))?.[1]
  const told = readings.some(reading => keys.includes(reading.key) && isOf(reading.node, node))
  if (!needed || told) return undefined
  const own = readings.filter(reading => isOf(reading.node, node))
  const missing = needed.find(({ shownBy = [], readers = [], ofCluster, needless }) => {
    const inReach = ofCluster ? readings : own
    const shown =
      inReach.some(
        ({ key, value }) => keys.includes(key) || shownBy.includes(key) || (key === looked && shownBy.includes(String(value))),
      ) || examined.some(({ kind, node: of }) => readers.includes(kind) && (ofCluster || isOf(of, node)))
    return !shown && !needless?.(own)
  })
  return missing && { what: missing.what, ofNode: !missing.ofCluster }
}

/** A file whose node nobody knows may be of any of them. */
const isOf = (of: string | undefined, node: string | undefined) => node === undefined || of === undefined || of === node
