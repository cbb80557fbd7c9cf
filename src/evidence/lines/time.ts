/** A moment as a log tells it. */
export interface LogTime {
  /** ISO 8601, with a zone only when the log had one. A date without any known year is written `--03-28T06:15:03`. */
  readonly time: string
  /** ms since 1970; a time without a zone is read as UTC. */
  readonly at: number
  /** The log had no year: it is a guess from the reference time. */
  readonly yearless?: true
}

export interface DateParts {
  readonly year?: number
  /** From 1. */
  readonly month: number
  readonly day: number
  /** `06:15:03` */
  readonly clock: string
  /** Digits after the decimal point. */
  readonly fraction?: string | undefined
  /** `Z`, `+01:00` or `+0100` */
  readonly zone?: string | undefined
}

const dayMs = 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 1 for `Jan`, 0 for anything else. */
export const monthNumber = (name: string): number => months.indexOf(name) + 1

/** What names the half of the day after noon, in the languages in which `date`, `sar` and exports write it. */
const afternoon = /^(?:p|下午|午後|오후)/i

/** The hour of the day from 0 to 23 that `hour` is in its half of the day: 12 AM is midnight, 12 PM noon. Without a half it is one already. */
export const hourOfDay = (hour: number | string, half: string | undefined): number =>
  half ? (Number(hour) % 12) + (afternoon.test(half) ? 12 : 0) : Number(hour)

/**
 * The moment of `parts`, or undefined when there is no such day or hour. A missing year is the latest one in which the date exists
 * and is not later than a day after `reference` (ms since 1970).
 */
export function logTime(parts: DateParts, reference?: number): LogTime | undefined {
  const clock = /^(\d\d):(\d\d):(\d\d)$/.exec(parts.clock)
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59 || Number(clock[3]) > 60) return undefined
  const ms = parts.fraction ? Math.floor(Number(`0.${parts.fraction.slice(0, 6)}`) * 1000) : 0
  const within = ((Number(clock[1]) * 60 + Number(clock[2])) * 60 + Number(clock[3])) * 1000 + ms
  const year = parts.year ?? latestYear(parts, within, reference)
  const day = year === undefined ? undefined : midnight(year, parts.month, parts.day)
  if (day === undefined) return undefined
  const offset = zoneMinutes(parts.zone)
  const known = parts.year !== undefined || reference !== undefined
  const date = `${known ? String(year).padStart(4, '0') : '-'}-${two(parts.month)}-${two(parts.day)}`
  const time = `${date}T${parts.clock}${parts.fraction ? `.${parts.fraction}` : ''}${zoneText(parts.zone)}`
  return { time, at: day + within - (offset ?? 0) * 60_000, ...(parts.year === undefined ? { yearless: true as const } : {}) }
}

/** The same date `years` earlier, for a file in which it turned out that the year was guessed too late. */
export function yearsEarlier(time: string, years: number): LogTime | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T([\d:]+)(?:\.(\d+))?$/.exec(time)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]) - years, Number(parts[2]), Number(parts[3])]
  return logTime({ year, month, day, clock: parts[4]!, fraction: parts[5] })
}

/** Minutes east of UTC, when `time` or a zone says so. */
export function zoneMinutes(zone: string | undefined): number | undefined {
  const parts = zone === undefined ? null : /(?:(Z)|([+-])(\d\d):?(\d\d))$/.exec(zone)
  if (!parts) return undefined
  return parts[1] ? 0 : (parts[2] === '-' ? -1 : 1) * (Number(parts[3]) * 60 + Number(parts[4]))
}

/** A moment in UTC. */
export function utcTime(ms: number, fraction?: string): LogTime | undefined {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined
  const iso = new Date(ms).toISOString()
  return { time: fraction === undefined ? iso : `${iso.slice(0, -5)}.${fraction}Z`, at: ms }
}

/** Two digits, as in every date and time of day. */
export const two = (number: number | string): string => String(number).padStart(2, '0')
const zoneText = (zone: string | undefined) => (zone ? zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') : '')

function midnight(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : undefined
}

function latestYear({ month, day }: DateParts, within: number, reference: number | undefined): number | undefined {
  // 2000 is a leap year, so that every date exists while no year is known.
  if (reference === undefined) return 2000
  const latest = new Date(reference + dayMs).getUTCFullYear()
  for (let year = latest; year > latest - 9; year--) {
    const start = midnight(year, month, day)
    if (start !== undefined && start + within <= reference + dayMs) return year
  }
  return undefined
}
