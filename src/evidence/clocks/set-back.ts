import type { RawEvent } from '../events/raw-event.ts'
import type { FileScan } from '../events/scan.ts'
import type { Reading } from '../model.ts'
import { clockOf, saysUtc, zoneIn } from './zones-by-lines.ts'
import { listedZones } from './zones-of.ts'

/**
 * When summer time ends, a log in local time tells one hour twice. Read as it stands, what follows the change comes before what
 * led to it.
 */
export interface SetBack {
  readonly scans: readonly FileScan[]
  readonly warnings: readonly string[]
  /** Clocks whose times are in one zone now, whatever the rule of their zone says. */
  readonly clocks: ReadonlySet<string>
}

const hourMs = 3_600_000
/** Lines of several programs are out of order by seconds; nobody's are by this much. */
const leastMs = 600_000

interface Change {
  readonly node: string
  readonly file: string
  /** When the clocks were set back, as they told it before, read as UTC. */
  readonly at: number
  readonly date: string
}

/**
 * Puts what was logged in summer time an hour earlier, so that all times of a log are in the zone that it has at its end, as the clock
 * of the machine had when the evidence was collected.
 */
export function withoutSetBack(scans: readonly FileScan[], readings: readonly Reading[]): SetBack {
  const changes = scans.flatMap(changesIn)
  if (changes.length === 0) return { scans, warnings: [], clocks: new Set() }
  const zones = listedZones(readings)
  /** Nodes of one cluster are in one zone, unless they say otherwise. */
  const changeOf = (clock: string, time: number) => {
    const [own, other] = [zones.get(clock), (change: Change) => zones.get(change.node)]
    const those = changes.filter(
      change => change.node === clock || own === undefined || other(change) === undefined || own === other(change),
    )
    // Of several years, only the next one tells in which zone a line was.
    return those.filter(({ at }) => time < at && at - time < 180 * 24 * hourMs).sort((a, b) => a.at - b.at)[0]
  }
  const clocks = new Set<string>()
  const moved = scans.map((scan): FileScan => {
    const last = lastOfSummer(scan)
    const events = scan.events.map((event): RawEvent => {
      if (!isLocal(event, scan)) return event
      const clock = clockOf(event, scan) ?? ''
      const change = changeOf(clock, event.at!)
      if (!change) return event
      clocks.add(clock)
      // The hour that is told twice: only the order in the file tells which one it is.
      const twice = change.at - event.at! <= hourMs
      return twice && event.line > (last.get(clock) ?? 0) ? event : { ...event, at: event.at! - hourMs }
    })
    return { ...scan, events }
  })
  const dates = [...new Set(changes.map(({ date }) => date))].sort()
  return {
    scans: moved,
    clocks,
    warnings: dates.map(date => {
      const { file } = changes.find(change => change.date === date)!
      return `On ${date} the clocks were set back by an hour (${file}): an hour is told twice, and the order of events takes it into account.`
    }),
  }
}

const isLocal = ({ at, time }: RawEvent, { file }: FileScan): boolean =>
  at !== undefined && time !== undefined && zoneIn(time) === undefined && !saysUtc(file)

/** Months, from 0, and the days among which the Sunday lies on which summer time ends: in Europe, in North America, in Australia, New Zealand and Chile. */
const ends: readonly (readonly [month: number, from: number, to: number])[] = [
  [9, 25, 31],
  [10, 1, 7],
  [3, 1, 7],
]

/** Any other step back is a clock that was wrong, or lines that somebody put together in another order. */
function mayBeNight(at: number): boolean {
  const date = new Date(at)
  const [month, day] = [date.getUTCMonth(), date.getUTCDate()]
  return date.getUTCDay() === 0 && date.getUTCHours() < 4 && ends.some(([of, from, to]) => month === of && day >= from && day <= to)
}

/** The pairs of lines between which a clock went back. */
function steps(scan: FileScan): { clock: string; before: RawEvent; after: RawEvent }[] {
  const previous = new Map<string, RawEvent>()
  return scan.events.flatMap(event => {
    if (!isLocal(event, scan)) return []
    const clock = clockOf(event, scan) ?? ''
    const before = previous.get(clock)
    previous.set(clock, event)
    if (!before || before.line >= event.line || !mayBeNight(before.at!) || !mayBeNight(event.at!)) return []
    const back = before.at! - event.at!
    return back >= leastMs && back <= hourMs ? [{ clock, before, after: event }] : []
  })
}

function changesIn(scan: FileScan): Change[] {
  return steps(scan).flatMap(({ clock, before, after }): Change[] => {
    const at = Math.floor(before.at! / hourMs + 1) * hourMs
    return at - after.at! > hourMs ? [] : [{ node: clock, file: scan.file, at, date: before.time!.slice(0, 10) }]
  })
}

/** For each clock, the last line before it was set back. */
const lastOfSummer = (scan: FileScan): ReadonlyMap<string, number> => new Map(steps(scan).map(({ clock, before }) => [clock, before.line]))
