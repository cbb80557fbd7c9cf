import { type LineParts, withoutLevel } from '../lines/prefix.ts'
import type { Match } from './matcher.ts'
import type { EventStore, RawEvent } from './raw-event.ts'

const bare = /^last message repeated (\d{1,9}) times?\W*$/
const quoting = /^message repeated (\d{1,9}) times?: \[ ?(.*?)\]?$/s
/** An event that a quotation adds to is not searched for farther back than this. */
const recentEvents = 200

/** What a repeat line is looked at with; all of it is about the file being scanned. */
export interface RepeatContext {
  readonly linesBefore: () => Iterable<{ parts: LineParts; number: number }>
  readonly match: (inner: LineParts) => readonly Match[]
  readonly make: (found: { match: Match; message: string; count: number }) => RawEvent
}

/**
 * Counts what a "message repeated N times" line says. Without a quotation it means the line before it, of the same host and program;
 * with one it carries the message, and the event it adds to may be gone with an older file. False when it is no such line.
 */
export function addRepeats(store: EventStore<RawEvent>, parts: LineParts, { linesBefore, match, make }: RepeatContext): boolean {
  const { events } = store
  const same = (other: LineParts | RawEvent) =>
    other.host === parts.host && (parts.process === undefined || other.process === parts.process)
  const plain = bare.exec(parts.message)
  if (plain) {
    for (const before of linesBefore()) {
      if (!same(before.parts) || bare.test(before.parts.message)) continue
      for (let i = events.length - 1; i >= 0 && events[i]!.line >= before.number; i--) {
        if (events[i]!.line === before.number) store.addCount(i, Number(plain[1]))
      }
      break
    }
    return true
  }
  const quoted = quoting.exec(parts.message)
  if (!quoted) return false
  const count = Number(quoted[1])
  const { message } = withoutLevel(parts.process, quoted[2]!.trim())
  for (const found of match({ ...parts, message })) {
    const made = make({ match: found, message, count })
    const index = events.findLastIndex((earlier, at) => at >= events.length - recentEvents && earlier.kind === made.kind && same(earlier))
    if (index !== -1 && events[index]!.message === made.message) store.addCount(index, count)
    else store.add(made)
  }
  return true
}
