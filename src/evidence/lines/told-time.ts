import { type LogTime, logTime, monthNumber, utcTime } from './time.ts'

/** `2026-03-28 06:15:03 +01:00` */
const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?: ?(Z|[+-]\d\d:?\d\d))?$/
/** `Sat Mar 28 06:15:03 2026`, as `ctime` writes it, with or without the weekday. */
const words = /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/
const epoch = /^\d{10}$/

/** The moment that a line tells as a part of what it says: a status has no time of its own before each line. */
export function toldTime(text: string): LogTime | undefined {
  if (epoch.test(text)) return utcTime(Number(text) * 1000)
  const date = iso.exec(text)
  if (date) {
    const [, year, month, day, clock = '', fraction, zone] = date
    return logTime({ year: Number(year), month: Number(month), day: Number(day), clock, fraction, zone })
  }
  const [, month = '', day, clock = '', year] = words.exec(text) ?? []
  return year ? logTime({ year: Number(year), month: monthNumber(month), day: Number(day), clock }) : undefined
}
