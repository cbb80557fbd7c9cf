import type { LogEvent } from '../model.ts'

/** By time, then file, then line; what has no time comes last. Never 0 for two different lines, so that any order of files gives one order. */
export function inOrder(a: LogEvent, b: LogEvent): number {
  return (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE) || compare(a.file, b.file) || a.line - b.line || compare(a.kind, b.kind)
}

export const secondOf = (at: number) => Math.floor(at / 1000)

/** Whether parts of the second are known, from the line or from another one that tells the same. */
export const isPrecise = ({ at, time }: LogEvent) => at !== undefined && (at % 1000 !== 0 || /T\d\d:\d\d:\d\d\.\d/.test(time ?? ''))

/**
 * Whether `later` can have come after `earlier`, as far as anybody can tell: within one second, a log that tells only seconds says
 * nothing about the order, unless both lines are in one file.
 */
export function mayFollow(earlier: LogEvent, later: LogEvent): boolean {
  if (earlier.at === undefined || later.at === undefined) return earlier.file === later.file && earlier.line < later.line
  const [a, b] = [secondOf(earlier.at), secondOf(later.at)]
  if (a !== b) return a < b
  // Somebody may have put the lines of a file together in another order.
  if (earlier.file === later.file && !(isPrecise(earlier) && isPrecise(later) && earlier.at !== later.at))
    return earlier.at <= later.at && earlier.line < later.line
  return !isPrecise(earlier) || !isPrecise(later) || earlier.at <= later.at
}

/**
 * A test for having happened before all of `others`, for certain. What has no time did so only within a file, and only when no
 * other file has one of `others`.
 */
export function beforeAll(others: readonly LogEvent[]): (event: LogEvent) => boolean {
  if (others.length === 0) return () => true
  const timed = others.filter(({ at }) => at !== undefined).sort(inOrder)
  const first = timed[0] && secondOf(timed[0].at!)
  const rivals = first === undefined ? others : timed.filter(({ at }) => secondOf(at!) === first)
  const allPrecise = rivals.every(isPrecise)
  const file = rivals.every(other => other.file === rivals[0]!.file) ? rivals[0]!.file : undefined
  const line = rivals.reduce((lowest, other) => Math.min(lowest, other.line), Number.MAX_VALUE)
  return event => {
    if (first !== undefined) {
      if (event.at === undefined) return false
      const second = secondOf(event.at)
      if (second !== first) return second < first
      if (allPrecise && isPrecise(event) && event.at !== timed[0]!.at) return event.at < timed[0]!.at!
    }
    return event.file === file && event.line < line
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
