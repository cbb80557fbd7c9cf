/** Times of day at the beginning of a row, as `sar` and `mpstat` write them in several languages. */
export const rowTime =
  /^(?:(上午|下午|午前|午後|오전|오후) ?)?(\d{1,2})(?::|時|时|시 ?)(\d\d)(?::|分|분 ?)(\d\d)(?:秒|초)?(?: ([AP]M|上午|下午|午前|午後|오전|오후))?\s+/

const day = 24 * 60 * 60
/** Minutes from one second of a day to the next such second. */
export const minutesBetween = (from: number, to: number) => ((to - from + day) % day) / 60

/** The time of day that `rowTime` found. */
export function minuteOf(time: RegExpExecArray): { minute: number; second: number } {
  const half = time[1] ?? time[5] ?? ''
  const late = /^(?:PM|下午|午後|오후)$/.test(half)
  const hours = half === '' ? Number(time[2]) : (Number(time[2]) % 12) + (late ? 12 : 0)
  const minute = hours * 60 + Number(time[3])
  return { minute, second: minute * 60 + Number(time[4]) }
}

/** `hour:minute` of a minute of the day; empty when there is none. */
export function clock(minute: number | undefined): string {
  if (minute === undefined) return ''
  const within = (minute + 1440) % 1440
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** The days (month-day) that the date of `sar` may mean: every language writes it in another order. */
export function daysOf(date: string): string[] {
  const iso = /^\d{4}\D(\d{1,2})\D(\d{1,2})/.exec(date)
  const two = iso ?? /^(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(date)
  if (!two) return []
  const [a, b] = [two[1]!.padStart(2, '0'), two[2]!.padStart(2, '0')]
  return iso || a === b ? [`${a}-${b}`] : [`${a}-${b}`, `${b}-${a}`].filter(text => Number(text.slice(0, 2)) <= 12)
}
