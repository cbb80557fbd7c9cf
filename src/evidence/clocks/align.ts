import type { RawEvent } from '../events/raw-event.ts'
import type { FileScan } from '../events/scan.ts'
import type { Reading } from '../model.ts'
import { zoneWords } from '../readers/zones.ts'
import { bootTimes, dumpTime, withBootTime } from './boot.ts'
import { withoutSetBack } from './set-back.ts'
import { measureSkew, type Skew } from './skew.ts'
import { clockOf, type MeasuredZone } from './zones-by-lines.ts'
import { type UnsureZone, zonesOf } from './zones-of.ts'

/** All logs in one time. */
export interface Aligned {
  readonly scans: readonly FileScan[]
  readonly readings: readonly Reading[]
  readonly warnings: readonly string[]
  /** Logs whose lines have no time that could be compared with others. */
  readonly untimed: readonly { readonly scan: FileScan; readonly why: string }[]
  /** Minutes east of UTC of the clock that most logs were written by; 0 when nobody knows. */
  readonly zoneMinutes: number
  readonly zoneName: string | undefined
  /** ms since 1970 of a time that a log of this node told, in the zone of that log when it is known. */
  at(time: string, node: string | undefined, file?: string): number | undefined
}

/** A chrony offset or a measured difference beyond this is worth a word. */
const tolerableMs = 1000
/** A difference that cannot be trusted is told from here on. */
const doubtfulMs = 5000

/**
 * Brings the logs of all nodes into one order: times without a zone get that of their node, kernel lines that count seconds get
 * the time of the start, and a clock that goes wrong is corrected by what both nodes logged at the same moment. What was
 * found, or could not be, is told. `given` must name nodes as the cluster does.
 */
export function alignClocks(given: readonly FileScan[], readings: readonly Reading[], nodes: readonly string[]): Aligned {
  const { scans, warnings, clocks } = withoutSetBack(given, readings)
  const zones = zonesOf(scans, readings, clocks)
  const boots = bootTimes(readings, zones)
  const times = scans.map(scan => {
    const booted = withBootTime(scan, boots, zones)
    return { ...booted, events: booted.events.map(event => zones.shifted(event, clockOf(event, scan))) }
  })
  const skews = measureSkew(times, clockOf, nodes)
  const late = new Map(skews.filter(({ trusted }) => trusted).map(({ node, ms }) => [node, ms]))
  const shift = (event: RawEvent, scan: FileScan): RawEvent => {
    const ms = late.get(clockOf(event, scan) ?? '')
    return ms === undefined || event.at === undefined ? event : { ...event, at: event.at - ms }
  }
  const offsets = readings.filter(({ key, value }) => key === 'clock.offset-seconds' && Math.abs(Number(value)) * 1000 > tolerableMs)
  return {
    scans: late.size === 0 ? times : times.map(scan => ({ ...scan, events: scan.events.map(event => shift(event, scan)) })),
    readings: differs(skews, offsets),
    warnings: [
      ...warnings,
      ...zoneWarnings(zones.byNode, nodes),
      ...zones.unsure.filter(({ node }) => nodes.includes(node)).map(unsureWords),
      ...measuredWarnings(zones.measured),
      ...scans.flatMap(dumpWords),
      ...skews.flatMap(skewWords),
      ...syncWarnings(readings, offsets),
    ],
    untimed: times.filter(isUntimed).map(scan => ({ scan, why: whyUntimed(scan) })),
    zoneMinutes: zones.most,
    zoneName: zones.usual,
    at: (time, node, file) => {
      const at = zones.at(time, node, file)
      return at === undefined ? undefined : at - (late.get(node ?? '') ?? 0)
    },
  }
}

function differs(skews: readonly Skew[], offsets: readonly Reading[]): Reading[] {
  const key = 'clock.nodes-differ'
  if (offsets[0]) return [{ ...offsets[0], key, value: true }]
  const wrong = skews.find(({ trusted, ms }) => trusted && Math.abs(ms) > tolerableMs)
  const shown = wrong ?? skews.find(({ ms, trusted }) => !trusted && Math.abs(ms) <= tolerableMs)
  if (!shown) return []
  const { file, line } = shown.witness
  return [{ key, value: wrong !== undefined, node: undefined, file, line, text: skewText(shown) }]
}

const seconds = (ms: number) => `${Math.round(Math.abs(ms) / 1000)} s`

function skewText({ node, to, ms, pairs }: Skew): string {
  const lines = pairs === 1 ? 'one line that both nodes logged' : `${pairs} lines that both nodes logged`
  return Math.abs(ms) <= tolerableMs
    ? `the clocks of ${to} and ${node} agree to the second, measured on ${lines} at the same moment`
    : `the clock of ${node} is ${seconds(ms)} ${ms > 0 ? 'ahead of' : 'behind'} that of ${to}, measured on ${lines} at the same moment`
}

/** Zones are whole quarters of an hour apart. */
const quarterMs = 900_000

function skewWords(skew: Skew): string[] {
  const { node, to, ms, trusted } = skew
  if (!trusted && Math.abs(ms) < doubtfulMs) return []
  if (!trusted)
    return [
      `Lines that ${to} and ${node} should have logged at the same moment are ${seconds(ms)} apart: the clock of one may be wrong, or it stood still. The order of events was not corrected for it.`,
    ]
  const rest = Math.abs(ms) % quarterMs
  const zone = Math.abs(ms) > quarterMs && Math.min(rest, quarterMs - rest) < 60_000 ? ' That looks like another time zone.' : ''
  const text = skewText(skew)
  return [
    `${text.charAt(0).toUpperCase()}${text.slice(1)}.${zone} The order of events takes it into account; times are as each node logged them.`,
  ]
}

function zoneWarnings(zones: ReadonlyMap<string, number>, nodes: readonly string[]): string[] {
  const known = [...zones].filter(([node]) => nodes.includes(node)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (new Set(known.map(([, minutes]) => minutes)).size < 2) return []
  const list = known.map(([node, minutes]) => `${node} ${zoneWords(minutes)}`).join(', ')
  return [`The nodes are set to different time zones (${list}). The order of events takes it into account.`]
}

const unsureWords = ({ node, said, minutes, then, day }: UnsureZone): string =>
  `The zone of ${node} is known by its offset only (${said}, ${zoneWords(minutes)}), as it was when the evidence was collected. If ${node} keeps summer time, its times of ${day} are ${zoneWords(then)}, and stand ${Math.abs(then - minutes)} minutes wrong beside those of the other nodes; timedatectl of ${node} tells.`

function dumpWords(scan: FileScan): string[] {
  const time = dumpTime(scan)
  return time === undefined
    ? []
    : [
        `The times of ${scan.file} are counted back from the name of its folder: the dump was begun at ${time}, some seconds after the crash.`,
      ]
}

/** One sentence for each node and zone. */
function measuredWarnings(measured: readonly MeasuredZone[]): string[] {
  const groups = new Map<string, MeasuredZone[]>()
  for (const zone of measured) {
    const key = `${zone.node} ${zone.minutes}`
    groups.set(key, [...(groups.get(key) ?? []), zone])
  }
  return [...groups.values()].map(group => {
    const [first, ...more] = group.sort((a, b) => b.lines - a.lines || (a.file < b.file ? -1 : 1))
    const { node, file, minutes, lines, witness } = first!
    const files = more.length === 0 ? file : `${file} and ${more.length} more ${more.length === 1 ? 'file' : 'files'} of ${node}`
    return `The times in ${files} were read as ${zoneWords(minutes)}: ${lines} of the lines stand in ${witness} as well, and only then at the same moment. Each event counts once.`
  })
}

function syncWarnings(readings: readonly Reading[], offsets: readonly Reading[]): string[] {
  const unsynchronised = new Map(readings.filter(({ key }) => key === 'listed.unsynchronised').map(reading => [reading.node, reading]))
  return [
    ...[...unsynchronised].map(
      ([node, { file }]) => `The clock of ${node ?? 'a node'} was not synchronised when the evidence was collected (${file}).`,
    ),
    ...offsets.map(
      ({ node, value, file }) =>
        `The clock of ${node ?? 'a node'} was ${Math.abs(Number(value)).toFixed(1)} s ${Number(value) > 0 ? 'ahead of' : 'behind'} its time server (${file}).`,
    ),
  ]
}

const isUntimed = ({ events }: FileScan) => events.length > 0 && events.every(({ at }) => at === undefined)

const whyUntimed = ({ kind }: FileScan): string =>
  kind === 'kernel-log'
    ? 'its lines count seconds since a start whose time nobody tells; they are in order, but cannot be put beside other logs'
    : 'its lines have no times; they are in order, but cannot be put beside other logs'
