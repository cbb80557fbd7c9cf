import { isPrompt } from '../lines/prompt.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** A command that counts the lines of corosync about retransmitted messages, by the time at which they begin. */
const counts = /grep\b.{0,80}Retransmit List.{0,200}\buniq -c/
/** `    388 Nov 11 23:01`, or of an hour as a whole. */
const counted = /^[>|\s]{0,16}(\d{1,9}) (?:[A-Z][a-z]{2} {1,2}\d{1,2}|\d{4}-\d\d-\d\d)[ T]\d\d(:\d\d?)?\S{0,3}\s*$/
/** So many in a minute are ten within ten minutes; of an hour it must be so many that some ten minutes had ten. */
const least = { minute: 10, hour: 60 }

/** What a search of a log store counts by host, and over how long: `Search: … "Retransmit List" | stats count by host`. */
const countedByHost = /Retransmit[ _]?List.{0,200}\|\s*(?:stats|summarize|eventstats) .{0,40}?\bcount\b.{0,120}?\bby \w*host/i
const window =
  /(?:window|last|past|earliest|range|timespan|period)\b[ :=-]{0,3}(?:last |past )?-?(\d{1,3}) ?(m(?:in(?:ute)?s?)?|h(?:ours?)?)\b/i
/** A host and how many: names of columns stand above it. */
const hostRow = /^[>|\s"]{0,16}[a-z][\w.-]{1,60}["]?[\s|,;\t]{1,24}"?(\d{1,3}(?:[.,]\d{3})+|\d{1,9})"?(?=[\s|,;"]|$)/i
const mostAround = 12

/** So many lines of a host within so many minutes, as an alert of a log store tells. */
function isManyOfHost(spots: readonly Spot[], at: number): Spot | undefined {
  if (!countedByHost.test(spots[at]!.text)) return undefined
  const around = spots.slice(Math.max(0, at - 4), at + mostAround)
  const [, some, unit = ''] = around.map(({ text }) => window.exec(text)).find(Boolean) ?? []
  if (some === undefined) return undefined
  const minutes = Number(some) * (unit.startsWith('h') ? 60 : 1)
  return around.slice(1).find(({ text }) => {
    const count = hostRow.exec(text)?.[1]
    return count !== undefined && Number(count.replace(/\D/g, '')) > (leastOfThem - 1) * Math.ceil(minutes / tenMinutes)
  })
}

/** A command that counts all of them within a time that it names. */
const countsAll = /(?:\bgrep +(?:-\w+ +)*-\w*c\w* .{0,80}Retransmit List|Retransmit List.{0,80}\| *wc -l)/
const number = /^[>|\s]{0,16}(\d{1,9})\s*$/
const clock = String.raw`["']?(?:\d{4}-\d\d-\d\d[ T])?(\d{1,2}):(\d\d)(?::\d\d)?["']?`
const between = new RegExp(`(?:--since|-S)[= ]${clock}.{0,40}(?:--until|-U)[= ]${clock}`)
const back = /(?:--since|-S)[= ]["']?-?(\d{1,3}) ?(m(?:in(?:ute)?s?)?|h(?:ours?)?)\b(?: ago)?["']?/
/** The lines of one minute or ten: `grep 'Mar 28 06:1'`. */
const grepped = /(?:[A-Z][a-z]{2} {1,2}\d{1,2}|\d{4}-\d\d-\d\d)[ T]\d\d:\d\d?\b/
const [tenMinutes, leastOfThem] = [10, 10]

/** A question to a log store that counts the lines of each host by times of so many minutes. */
const counter =
  /(?=.*Retransmit[ _]?List)(?=.*(?:count_over_time\(|timechart\b|bin\(|bucket\b)).*?(?:\[(?<range>\d{1,3})m\]|\bspan=(?<span>\d{1,3})m(?:in)?\b|bin\((?:TimeGenerated|\w{0,20}[Tt]ime\w{0,10}), ?(?<bin>\d{1,3})m\))/
/** One number for all hosts together: each of them logs what it misses, so that it may be ten times as many. */
const ofAll = /\bsum ?\((?!.*\b(?:by|without) ?\()/
/** A row of its answer: a moment and nothing but numbers. */
const countedRow =
  /^[>|\s"]{0,16}(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[ ]?[+-]\d\d:?\d\d)?"?(?<cells>(?:[\s|,;"]{1,40}(?:\d{1,9}(?:\.0+)?|-|null|NaN))+)[\s|",;]*$/
/** Between the question and its answer stand the names of the columns, and between rows a line at most. */
const mostBetween = 6
const asksAnother = /\bquery:|count_over_time\(|\btimechart\b|\bsummarize\b/

function isManyByHost(spots: readonly Spot[], at: number): Spot | undefined {
  const groups = counter.exec(spots[at]!.text)?.groups
  if (!groups || ofAll.test(spots[at]!.text)) return undefined
  const minutes = Number(groups.range ?? groups.span ?? groups.bin)
  let between = 0
  for (const spot of spots.slice(at + 1)) {
    const cells = countedRow.exec(spot.text)?.groups?.cells
    if (cells === undefined) {
      if (asksAnother.test(spot.text) || ++between > mostBetween) return undefined
      continue
    }
    between = 0
    const most = Math.max(...(cells.match(/\d+(?:\.0+)?/g) ?? []).map(Number))
    if (most > (leastOfThem - 1) * Math.ceil(minutes / tenMinutes)) return spot
  }
  return undefined
}

/** Retransmitted messages that somebody counted by the minute or the hour, or within a time, in place of the lines. */
export function countedLines(text: string, context: ReaderContext): Reading[] {
  return [...countedRetransmits(text, context), ...countedTimeOuts(text, context)]
}

/** What `uniq -c` makes of results that ran out of time, `41 Result of monitor operation for fs_a on node01: Timed Out`. */
const timedOutRow =
  /^[>|\s]{0,16}(\d{1,7}) .{0,160}\bResult of (?:start|stop|monitor|promote|demote|notify) operation for \S{1,120} on \S{1,253}: Timed Out\b/
const leastTimeOuts = 3

/** Operations that timed out, counted in place of the lines. */
function countedTimeOuts(text: string, context: ReaderContext): Reading[] {
  if (!text.includes(': Timed Out') || !/\buniq -c/.test(text)) return []
  const rows = spotsOf(text).flatMap(spot => {
    const count = timedOutRow.exec(spot.text)?.[1]
    return count === undefined ? [] : [{ spot, count: Number(count) }]
  })
  const sum = rows.reduce((sum, { count }) => sum + count, 0)
  return sum >= leastTimeOuts ? [reading(context, 'said.operations-timed-out', true, rows[0]!.spot)] : []
}

function countedRetransmits(text: string, context: ReaderContext): Reading[] {
  if (!/Retransmit[ _]?List/.test(text)) return []
  let isCounted = false
  const spots = spotsOf(text)
  for (const [i, spot] of spots.entries()) {
    const ofHost = spot.text.includes('Retransmit') ? (isManyByHost(spots, i) ?? isManyOfHost(spots, i)) : undefined
    if (ofHost) return [reading(context, 'said.retransmits', true, ofHost)]
    if (isMany(spot, spots[i + 1]) || isManyOfFile(spot, spots.slice(i + 1, i + 1 + mostAround)))
      return [reading(context, 'said.retransmits', true, spot)]
    if (counts.test(spot.text)) {
      isCounted = true
      continue
    }
    const [, count, minute = ''] = (isCounted && counted.exec(spot.text)) || []
    if (count === undefined) isCounted = isCounted && spot.text.trim() === ''
    else if (Number(count) >= (minute.length === 3 ? least.minute : least.hour)) return [reading(context, 'said.retransmits', true, spot)]
  }
  return []
}

/** Counted in a whole log, which holds a week at most: a thousand came again and again. */
const wholeLog = /\bgrep +(?:-\w+ +)*-\w*c\w* .{0,80}Retransmit List.{0,12} \S*(?:corosync\.log|messages|syslog|cluster\.log)/
const countAlone = /^[>|\s]{0,16}(?:[\w./-]{1,253}: ?)?(\d{4,9})\s*$/
function isManyOfFile({ text }: Spot, following: readonly Spot[]): boolean {
  if (!wholeLog.test(text)) return false
  const end = following.findIndex(spot => isPrompt(spot.text))
  return (end === -1 ? following : following.slice(0, end)).some(spot => countAlone.test(spot.text))
}

/** Whether so many were counted that some ten minutes had ten. */
function isMany({ text }: Spot, next: Spot | undefined): boolean {
  const minutes = countsAll.test(text) ? minutesOf(text) : undefined
  const count = minutes === undefined ? undefined : number.exec(next?.text ?? '')?.[1]
  return count !== undefined && Number(count) > (leastOfThem - 1) * Math.ceil(minutes! / tenMinutes)
}

function minutesOf(text: string): number | undefined {
  const [, hour, minute, toHour, toMinute] = between.exec(text) ?? []
  if (hour !== undefined) {
    const length = (Number(toHour) - Number(hour)) * 60 + Number(toMinute) - Number(minute)
    return length > 0 ? length : undefined
  }
  const [, some, unit = ''] = back.exec(text) ?? []
  if (some !== undefined) return Number(some) * (unit.startsWith('h') ? 60 : 1)
  return grepped.test(text) ? tenMinutes : undefined
}
