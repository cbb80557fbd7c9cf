import { secondOf } from '../events/order.ts'
import type { RawEvent } from '../events/raw-event.ts'

/** The lines of one clock: for each message who wrote it in which seconds, and the second of each line of a kind. */
export interface LineIndex {
  readonly byMessage: Map<string, Map<string, Set<number>>>
  readonly byKind: Map<string, number[]>
}

/** How well the lines of two clocks go together when one of them is so many minutes ahead. */
export interface Fit {
  readonly minutes: number
  /** Lines that both have. */
  readonly lines: number
  /** Different messages among them. */
  readonly messages: number
  /** Different moments among them: lines of one burst say no more than one line. */
  readonly moments: number
  /** Lines that both should have, because both were written then and tell such things. */
  readonly possible: number
  /** A message counts one in all, however often it was written: what repeats all the time fits anywhere. */
  readonly score: number
}

/** Zones are whole quarters of an hour from UTC, the farthest ones twelve hours behind and fourteen ahead of it. */
const quarters = Array.from({ length: 4 * 26 + 1 }, (_, i) => (i - 48) * 15)
/** Two loggers may write one line in two seconds. */
const toleranceS = 1

export const emptyIndex = (): LineIndex => ({ byMessage: new Map(), byKind: new Map() })

/** Adds the line of an event, written by a clock so many minutes east of UTC. */
export function addLine({ byMessage, byKind }: LineIndex, event: RawEvent, minutes: number): void {
  if (event.at === undefined) return
  const second = secondOf(event.at) - minutes * 60
  const message = `${event.kind}\0${event.process ?? ''}\0${event.message}`
  const writers = byMessage.get(message) ?? new Map<string, Set<number>>()
  byMessage.set(message, writers)
  const seconds = writers.get(event.pid ?? '') ?? new Set<number>()
  writers.set(event.pid ?? '', seconds)
  if (seconds.has(second)) return
  seconds.add(second)
  const ofKind = byKind.get(event.kind)
  if (ofKind) ofKind.push(second)
  else byKind.set(event.kind, [second])
}

/** How lines fit beside others, for each zone they could have been written in; the best first, of equals the one nearest to `expected`. */
export function fits(own: LineIndex, other: LineIndex, expected: number): Fit[] {
  const streams = streamsOf(own, other)
  if (streams.length === 0) return []
  const [ownSeconds, otherSeconds] = [secondsOf(own, other), secondsOf(other, own)]
  const found = (quarters.includes(expected) ? quarters : [...quarters, expected]).map((minutes): Fit => {
    const matched = streams.map(stream => common(stream, minutes * 60))
    const moments = [...new Set(matched.flat())].sort((a, b) => a - b)
    return {
      minutes,
      lines: matched.reduce((sum, seconds) => sum + seconds.length, 0),
      messages: new Set(streams.flatMap(({ message }, i) => (matched[i]!.length > 0 ? [message] : []))).size,
      moments: moments.filter((second, i) => i === 0 || second > moments[i - 1]! + toleranceS).length,
      possible: Math.min(within(ownSeconds, otherSeconds, minutes * 60), within(otherSeconds, ownSeconds, -minutes * 60)),
      score: streams.reduce((sum, { own, other }, i) => sum + matched[i]!.length / Math.max(own.length, other.length), 0),
    }
  })
  return found.sort((a, b) => b.score - a.score || Math.abs(a.minutes - expected) - Math.abs(b.minutes - expected) || a.minutes - b.minutes)
}

interface Stream {
  readonly message: string
  readonly own: readonly number[]
  readonly other: readonly number[]
}

/** The messages that both have; of different processes they are different lines, wherever both sides tell the process. */
function streamsOf(own: LineIndex, other: LineIndex): Stream[] {
  return [...own.byMessage].flatMap(([message, writers]): Stream[] => {
    const others = other.byMessage.get(message)
    if (!others) return []
    if (writers.has('') || others.has('')) return [{ message, own: sorted(...writers.values()), other: sorted(...others.values()) }]
    return [...writers].flatMap(([pid, seconds]) => {
      const same = others.get(pid)
      return same ? [{ message, own: sorted(seconds), other: sorted(same) }] : []
    })
  })
}

/** When `own` told something of a kind that the other one tells, too. */
const secondsOf = (own: LineIndex, other: LineIndex) =>
  [...own.byKind].flatMap(([kind, seconds]) => (other.byKind.has(kind) ? seconds : [])).sort((a, b) => a - b)

const sorted = (...sets: readonly ReadonlySet<number>[]) => [...new Set(sets.flatMap(set => [...set]))].sort((a, b) => a - b)

/** The seconds of `own` that have one of `other` beside them, each of which stands beside one only. */
function common({ own, other }: Stream, ahead: number): number[] {
  const found: number[] = []
  for (let i = 0, j = 0; i < own.length && j < other.length; ) {
    const apart = own[i]! - ahead - other[j]!
    if (Math.abs(apart) <= toleranceS) {
      found.push(own[i]!)
      i++
      j++
    } else if (apart < 0) i++
    else j++
  }
  return found
}

/** How many of `own` lie between the first and the last of `other`. */
function within(own: readonly number[], other: readonly number[], ahead: number): number {
  const [from, to] = [other[0]! + ahead - toleranceS, other.at(-1)! + ahead + toleranceS]
  return own.filter(second => second >= from && second <= to).length
}
