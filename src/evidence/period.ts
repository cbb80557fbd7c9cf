import type { Period } from '../case/incident.ts'
import { momentAt, type UsualClock } from './clocks/usual-clock.ts'
import { logTime, zoneMinutes } from './lines/time.ts'

/** Whether something at `at` (ms since 1970; `time` as its log tells it) lies in the period. */
export interface InPeriod {
  has(at: number, time: string): boolean
  /** Whether something from one moment to another touches it. */
  touches(from: number, to: number, time: string): boolean
}

interface Moment {
  /** ms since 1970; the time is read as UTC when it has no zone, and as of 2000 when it has no year. */
  readonly at: number
  readonly zoned: boolean
  readonly yearless: boolean
}

/** `2026-03-28`, `2026-03-28 06:15`, `2026-03-28T06:15:03+01:00`; for logs without years `03-28 06:15`. */
const form = /^(?:(\d{4})-)?(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?$/

/** The moment of a typed time, or undefined when it is none. Of `until` it is the last one of the day, minute or second that was typed. */
export function typedTime(text: string, end: keyof Period): Moment | undefined {
  const [, year, month, day, clock, seconds, zone] = form.exec(text.trim()) ?? []
  if (day === undefined || (zone !== undefined && clock === undefined)) return undefined
  const told = logTime({
    year: Number(year ?? 2000),
    month: Number(month),
    day: Number(day),
    clock: `${clock ?? '00:00'}${seconds ?? ':00'}`,
    zone,
  })
  if (!told) return undefined
  const length = clock === undefined ? 86_400_000 : seconds === undefined ? 60_000 : 1000
  return { at: told.at + (end === 'until' ? length - 1 : 0), zoned: zoneMinutes(zone) !== undefined, yearless: year === undefined }
}

/** A test for lying in `period`; times typed without a zone are by `clock`. Undefined: everything does. */
export function inPeriod({ since, until }: Period, clock: UsualClock): InPeriod | undefined {
  const typed = {
    since: since === undefined ? undefined : typedTime(since, 'since'),
    until: until === undefined ? undefined : typedTime(until, 'until'),
  }
  if (!typed.since && !typed.until) return undefined
  const utc = (told: Moment | undefined) => told && (told.zoned ? told.at : momentAt(told.at, clock))
  const [begin, end] = [utc(typed.since) ?? -Infinity, utc(typed.until) ?? Infinity]
  const byDay = typed.since?.yearless || typed.until?.yearless
  // Where no year is told, the day in the year has to do.
  const [first, last] = [inLeapYear(begin), inLeapYear(end)]
  const onDays = (from: number, to: number) => (first <= last ? from <= last && to >= first : from <= last || to >= first)
  const touches = (from: number, to: number, time: string) => {
    if (!byDay && !time.startsWith('-')) return from <= end && to >= begin
    if (!byDay && end - begin >= yearMs) return true
    return onDays(inLeapYear(from), inLeapYear(to))
  }
  return { touches, has: (at, time) => touches(at, at, time) }
}

const yearMs = 365 * 86_400_000
/** The same day and time in 2000, the year of times that tell none. */
function inLeapYear(at: number): number {
  if (!Number.isFinite(at)) return at
  const date = new Date(at)
  return date.setUTCFullYear(2000)
}
