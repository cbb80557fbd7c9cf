import { two, zoneMinutes } from '../lines/time.ts'

/** Abbreviations that mean one zone only, in hours east of UTC: IST, CST and BST are left out, more than one country uses them. */
const hours: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  CET: 1,
  CEST: 2,
  MET: 1,
  MEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  EST: -5,
  EDT: -4,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  JST: 9,
  KST: 9,
  SGT: 8,
  HKT: 8,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
}

/** Minutes east of UTC of `CET`, `+0100`, `+01` or `Z`; undefined when it is none or not certain. */
export function zoneOfAbbreviation(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  if (Object.hasOwn(hours, zone)) return hours[zone]! * 60
  if (/^[+-]\d\d$/.test(zone)) return zoneMinutes(`${zone}00`)
  return /^(?:Z|[+-]\d\d:?\d\d)$/.test(zone) ? zoneMinutes(zone) : undefined
}

/** `+01:00` */
export function zoneWords(minutes: number): string {
  const size = Math.abs(minutes)
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
