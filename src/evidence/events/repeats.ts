import type { LogEvent } from '../model.ts'
import type { LineParts } from '../lines/prefix.ts'
import type { LogKind, Matcher } from './matcher.ts'
import type { EventStore, RawEvent } from './raw-event.ts'

const bare = /^last message repeated (\d{1,9}) times?\W*$/
const quoting = /^message repeated (\d{1,9}) times?: \[ ?(.*?)\]?$/s

interface Line {
  readonly text: string
  readonly parts: LineParts
  readonly number: number
  readonly literals: readonly number[]
}
type MakeEvent = (kind: string, found: { about: string | undefined; values: LogEvent['values']; message: string; count: number }) => RawEvent

/**
 * Counts what a "message repeated N times" line says. Without a quotation it means the line before it, of the same host and program;
 * with one it carries the message, and the event it adds to may be gone with an older file. False when it is no such line.
 */
export function addRepeats(
  store: EventStore<RawEvent>,
  matcher: Matcher,
  { text, parts, number, literals }: Line,
  linesBefore: () => Iterable<{ parts: LineParts; number: number }>,
  makeEvent: MakeEvent,
  { kind }: { readonly kind: LogKind },
): boolean {
  const same = (other: LineParts | RawEvent) => other.host === parts.host && (parts.process === undefined || other.process === parts.process)
  const plain = bare.exec(parts.message)
  if (plain) {
    for (const before of linesBefore()) {
      if (!same(before.parts) || bare.test(before.parts.message)) continue
      for (let i = store.events.length - 1; i >= 0 && store.events[i]!.line >= before.number; i--) {
        if (store.events[i]!.line === before.number) store.addCount(i, Number(plain[1]))
      }
      break
    }
    return true
  }
  const quoted = quoting.exec(parts.message)
  if (!quoted) return false
  const count = Number(quoted[1])
  const inner = { ...parts, message: quoted[2]!.trim() }
  for (const { kind: id, event, values } of matcher.match(inner, inner.message, literals, kind)) {
    const made = makeEvent(id, { about: event.about, values, message: inner.message, count })
    const index = store.events.findLastIndex(earlier => earlier.kind === id && same(earlier))
    if (index !== -1 && store.events[index]!.message === made.message) store.addCount(index, count)
    else store.add(made)
  }
  return number > 0 && text !== ''
}
