import { hourOfDay } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { asksOnly, plain } from './asking.ts'
import { type Run, runReadings, shown } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'
import { writesLittle } from './simple-commands.ts'

/** One command between two calls of `date`. */
const between =
  /(?:^|[#$%>❯] ?)date(?: [+-][^;&|]{1,40})? ?(?:;|&&) ?(?<command>(?:[^;&|]|(?<=>)&|(?<!>)&(?=>)|(?<!\|)\|(?![|&])){1,300}?) ?(?:;|&&) ?date(?: [+-][^;&|]{1,40})?\s*$/
/** Before or behind the hour, in the languages that count to twelve; a half that is not known reads as none. */
const halves = String.raw`[AP]M|[ap]m|[ap]\. ?m\.|午前|午後|上午|下午|오전|오후`
/** What `date` prints, alone in its line: in words, as seconds since 1970, or only the time of the day, with the marks between its parts that the locale has. */
const printed = new RegExp(
  String.raw`^\s*(?:(?<epoch>1\d{9})(?:\.\d+)?|(?:(?!(?:${halves}) ?\d)[^\s*:|]{1,14}[ ,]+){0,6}?(?:[\dT-]{11})?(?:(?<first>${halves}) ?)?(?<hours>\d{1,2})(?:(?<mark>[:.])(?<minutes>\d\d)\k<mark>(?<seconds>\d\d)|[時时시] ?(?<minutes2>\d\d) ?[分분] ?(?<seconds2>\d\d) ?[秒초])(?:[.,]\d+)?(?: (?<half>${halves}))?(?:,? [A-Z+\d:-]{1,6}){0,2})\s*$`,
)
const anyHalf = new RegExp(halves, 'g')
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
  const typed = between.exec(spot.text)?.groups?.command ?? ''
  const command = plain(typed)
  const written = writesLittle.exec(typed.trim())?.groups?.file
  if (written === undefined && (command === '' || !asksOnly(command))) return []
  const first = below[0]?.text ?? ''
  // The second looks like the first: a status has dates of its own.
  const last = below.slice(1).find(({ text }) => shape(text) === shape(first))?.text
  const [began, ended] = [secondOf(first), secondOf(last ?? '')]
  if (began === undefined || ended === undefined) return []
  return [
    { command: written === undefined ? shown(command) : `echo > ${written}`, seconds: (ended - began + ofDay) % ofDay, ended: true, spot },
  ]
}

const shape = (text: string) => text.trim().replace(/\d+/g, '0').replace(anyHalf, 'AM')

function secondOf(text: string): number | undefined {
  const found = printed.exec(text)?.groups
  if (!found) return undefined
  if (found.epoch) return Number(found.epoch) % ofDay
  const hour = hourOfDay(found.hours!, found.first ?? found.half)
  return (hour * 60 + Number(found.minutes ?? found.minutes2)) * 60 + Number(found.seconds ?? found.seconds2)
}
