import { hourOfDay, two } from '../lines/time.ts'

/** Times of day at the beginning of a row, as `sar` and `mpstat` write them in several languages. */
export const rowTime =
  /^(?:(上午|下午|午前|午後|오전|오후) ?)?(\d{1,2})(?::|時|时|시 ?)(\d\d)(?::|分|분 ?)(\d\d)(?:秒|초)?(?: ([AP]M|上午|下午|午前|午後|오전|오후))?\s+/

const day = 24 * 60 * 60
/** Minutes from one second of a day to the next such second. */
export const minutesBetween = (from: number, to: number) => ((to - from + day) % day) / 60

/** The time of day that `rowTime` found. */
export function minuteOf(time: RegExpExecArray): { minute: number; second: number } {
  const minute = hourOfDay(time[2]!, time[1] ?? time[5]) * 60 + Number(time[3])
  return { minute, second: minute * 60 + Number(time[4]) }
}

/** `hour:minute` of a minute of the day; empty when there is none. */
export function clock(minute: number | undefined): string {
  if (minute === undefined) return ''
  const within = (minute + 1440) % 1440
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`
}

/** The days (month-day) that the date of `sar` may mean: every language writes it in another order. */
export function daysOf(date: string): string[] {
  const iso = /^\d{4}\D(\d{1,2})\D(\d{1,2})/.exec(date)
  const parts = iso ?? /^(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(date)
  if (!parts) return []
  const [a, b] = [two(parts[1]!), two(parts[2]!)]
  return iso || a === b ? [`${a}-${b}`] : [`${a}-${b}`, `${b}-${a}`].filter(text => Number(text.slice(0, 2)) <= 12)
}
