import { inOrder, isPrecise, secondOf } from './order.ts'
import type { RawEvent } from './raw-event.ts'

/** What one line told, and perhaps lines of other files with it. */
interface Telling {
  readonly index: number
  readonly second: number | undefined
  readonly files: Set<string>
}

/**
 * Daemons tell most things twice: to the system log and to a log of their own. Lines of different files with the same message
 * from the same host are one when their times are at most a second apart; a line without a time is one with any of them. Several
 * lines of one file stay several. `events` must be in order; `hostOf` says whose log a line is from.
 */
export function mergeSameLines(events: readonly RawEvent[], hostOf: (event: RawEvent) => string): RawEvent[] {
  const merged: RawEvent[] = []
  const tellings = new Map<string, Telling[]>()
  /** For each message, where its tellings begin that are not more than a second old; for each file, which were compared without time. */
  const recent = new Map<string, number>()
  const compared = new Map<string, number>()
  for (const event of events) {
    const key = `${event.kind}\0${hostOf(event)}\0${event.message}`
    const list = tellings.get(key) ?? []
    tellings.set(key, list)
    const second = event.at === undefined ? undefined : secondOf(event.at)
    const cursors = second === undefined ? compared : recent
    const cursor = second === undefined ? `${key}\0${event.file}` : key
    let from = cursors.get(cursor) ?? 0
    if (second !== undefined) while (from < list.length && list[from]!.second! < second - 1) from++
    else while (from < list.length && list[from]!.files.has(event.file)) from++
    cursors.set(cursor, from)
    let at = from
    while (at < list.length && list[at]!.files.has(event.file)) at++
    const told = list[at]
    if (told) {
      told.files.add(event.file)
      merged[told.index] = joined(merged[told.index]!, event)
    } else {
      list.push({ index: merged.length, second, files: new Set([event.file]) })
      merged.push(event)
    }
  }
  return merged.sort(inOrder)
}

/** The first line stands for both; the other one may know more values, or the time to the millisecond. */
function joined(first: RawEvent, other: RawEvent): RawEvent {
  const at = !isPrecise(first) && isPrecise(other) ? other.at : first.at
  return { ...first, at, count: Math.max(first.count, other.count), values: { ...other.values, ...first.values } }
}
