import { hourOfDay } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { asksOnly, plain } from './asking.ts'
import { type Run, runReadings, shown } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'

/** One command between two calls of `date`. */
const between =
  /(?:^|[#$%>❯] ?)date(?: [+-][^;&|]{1,40})? ?(?:;|&&) ?(?<command>[^;&|]*(?:\|[^;&|]*)?(?:&>[^;&|]*|>& ?[^;&|]*|2>&1[^;&|]*)?) ?(?:;|&&) ?date(?: [+-][^;&|]{1,40})?\s*$/
/** What `date` prints, alone in its line: in words, as seconds since 1970, or only the time of the day. */
const printed =
  /^\s*(?:(?<epoch>1\d{9})(?:\.\d+)?|(?:[^\s*:|]{1,12}[ ,]+){0,6}(?:[\dT-]{11})?(?<hours>\d{1,2}):(?<minutes>\d\d):(?<seconds>\d\d)(?:[.,]\d+)?(?: (?<half>[AP]M))?(?: [A-Z+\d:-]{1,6}){0,2})\s*$/
/** What the command printed stands between them. */
const mostLines = 400
const ofDay = 24 * 60 * 60

/** How long a command took that somebody ran between two calls of `date`. */
export function datePairs(text: string, context: ReaderContext): Reading[] {
  if (!/\bdate\b[^\n]*\bdate\b/.test(text)) return []
  const spots = spotsOf(text)
  return runReadings(
    spots.flatMap((spot, i) => runAt(spot, spots.slice(i + 1, i + mostLines))),
    context,
  )
}

function runAt(spot: Spot, below: readonly Spot[]): Run[] {
  const command = plain(between.exec(spot.text)?.groups?.command ?? '')
  if (command === '' || !asksOnly(command)) return []
  const first = below[0]?.text ?? ''
  // The second looks like the first: a status has dates of its own.
  const last = below.slice(1).find(({ text }) => shape(text) === shape(first))?.text
  const [began, ended] = [secondOf(first), secondOf(last ?? '')]
  if (began === undefined || ended === undefined) return []
  return [{ command: shown(command), seconds: (ended - began + ofDay) % ofDay, ended: true, spot }]
}

const shape = (text: string) => text.trim().replace(/\d+/g, '0')

function secondOf(text: string): number | undefined {
  const found = printed.exec(text)?.groups
  if (!found) return undefined
  if (found.epoch) return Number(found.epoch) % ofDay
  return (hourOfDay(found.hours!, found.half) * 60 + Number(found.minutes)) * 60 + Number(found.seconds)
}
