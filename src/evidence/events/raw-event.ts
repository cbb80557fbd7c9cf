import type { LogEvent } from '../model.ts'

/** An event as it was scanned, with what `collectEvents` needs to see that two files tell the same. */
export interface RawEvent extends LogEvent {
  readonly host: string | undefined
  readonly process: string | undefined
  readonly pid?: string | undefined
  /** The message without prefix, level and what pacemaker appends after a bar. */
  readonly message: string
  /** The year was guessed. */
  readonly yearless: boolean
}

/** Events kept of one kind and node; further ones only add to the count of the last one kept. */
export const mostPerKind = 5000
/** Events kept of one file. */
export const mostPerFile = 100_000

/** Keeps events in order, and only so many of each kind and node. */
export class EventStore<E extends LogEvent> {
  readonly events: E[] = []
  /** Kind and node of what was left out, and how many. */
  readonly left = new Map<string, number>()
  readonly #kept = new Map<string, { count: number; last: number }>()
  readonly #most: number
  readonly #mostOfKind: number

  constructor(mostOfKind = mostPerKind, most = Number.POSITIVE_INFINITY) {
    this.#mostOfKind = mostOfKind
    this.#most = most
  }

  add(event: E): void {
    const key = `${event.kind}${event.node === undefined ? '' : ` on ${event.node}`}`
    const kept = this.#kept.get(key)
    if (kept && (kept.count >= this.#mostOfKind || this.events.length >= this.#most)) {
      this.addCount(kept.last, event.count)
      this.left.set(key, (this.left.get(key) ?? 0) + 1)
      return
    }
    this.#kept.set(key, { count: (kept?.count ?? 0) + 1, last: this.events.length })
    this.events.push(event)
  }

  addCount(index: number, count: number): void {
    const event = this.events[index]!
    this.events[index] = { ...event, count: event.count + count }
  }

  /** One sentence for each kind of which something was left out. */
  warnings(where: string): string[] {
    return [...this.left].map(
      ([key, count]) =>
        `${where}: ${count} more of ${key} are only counted, not kept one by one (only the first ${this.#mostOfKind} are kept).`,
    )
  }
}
