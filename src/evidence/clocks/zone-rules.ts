/** When a zone keeps summer time, from the rules that JavaScript brings along: a moment of the past has the offset it had then. */

/** Abbreviations of summer time, which only zones with that rule write, and one zone that keeps it. */
const summer: Readonly<Record<string, string>> = {
  WEST: 'Europe/Lisbon',
  CEST: 'Europe/Berlin',
  MEST: 'Europe/Berlin',
  EEST: 'Europe/Helsinki',
  EDT: 'America/New_York',
  CDT: 'America/Chicago',
  MDT: 'America/Denver',
  PDT: 'America/Los_Angeles',
  AEDT: 'Australia/Sydney',
  NZDT: 'Pacific/Auckland',
}
/** Those of the other half of the year are written by zones without summer time as well. */
const winter: Readonly<Record<string, string>> = {
  WET: 'Europe/Lisbon',
  GMT: 'Europe/London',
  CET: 'Europe/Berlin',
  MET: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  EST: 'America/New_York',
  MST: 'America/Denver',
  PST: 'America/Los_Angeles',
  AEST: 'Australia/Sydney',
  NZST: 'Pacific/Auckland',
}

/** A zone whose rule is known, of what a node says of its own: `Europe/Berlin`, or `CEST`. */
export function zoneNamed(text: string): string | undefined {
  const name = text.includes('/') ? text : Object.hasOwn(summer, text) ? summer[text] : undefined
  return name !== undefined && clockIn(name) ? name : undefined
}

/** A zone that writes `CET` and keeps summer time; there may be others that do not. */
export const zoneThatMay = (abbreviation: string): string | undefined =>
  Object.hasOwn(winter, abbreviation) ? winter[abbreviation] : undefined

const clocks = new Map<string, Intl.DateTimeFormat | undefined>()

function clockIn(name: string): Intl.DateTimeFormat | undefined {
  if (clocks.has(name)) return clocks.get(name)
  let clock: Intl.DateTimeFormat | undefined
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    // Not every name is one.
  }
  clocks.set(name, clock)
  return clock
}

const hourMs = 3_600_000
const known = new Map<string, number>()

/** A time without a year counts as one of 2000; the rules of today hold for it. */
const yearless = Date.UTC(2001, 0, 1)
const toYearAlike = Date.UTC(2020, 0, 1) - Date.UTC(2000, 0, 1)

/** Minutes east of UTC at a moment. */
export function offsetAt(name: string, at: number): number {
  const hour = Math.floor((at < yearless ? at + toYearAlike : at) / hourMs)
  const key = `${name} ${hour}`
  const before = known.get(key)
  if (before !== undefined) return before
  const moment = hour * hourMs
  const parts = Object.fromEntries((clockIn(name)?.formatToParts(moment) ?? []).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!)
  const minutes = Math.round((shown - moment) / 60_000)
  known.set(key, minutes)
  return minutes
}

/** Minutes east of UTC when a clock in `name` shows `local`, told in ms as if it showed UTC. */
export function offsetOfLocal(name: string, local: number): number {
  const first = offsetAt(name, local)
  return offsetAt(name, local - first * 60_000)
}

/** Whether a clock in `name` is so many minutes east of UTC at some time of that year. */
export function mayBe(name: string, minutes: number, year: number): boolean {
  return [0, 6].some(month => offsetAt(name, Date.UTC(year, month, 15)) === minutes)
}
