import type { LogEvent } from '../model.ts'

/** The smallest run of events that is enough (`from` to `to`, both in it), and how far the window reaches from `from`. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly widest: number
}

export const sumOf = (events: readonly LogEvent[]) => events.reduce((sum, { count }) => sum + count, 0)

/**
 * Windows of `windowMs` in which events happened at least `least` times. Indexes are of the events that have a time; without a window
 * all events count. `events` must be in order.
 */
export function windows(events: readonly LogEvent[], least: number, windowMs: number | undefined, tellers?: Tellers): Window[] {
  let sum = 0
  const tally = {
    add: (event: LogEvent) => {
      sum += event.count
    },
    remove: (event: LogEvent) => {
      sum -= event.count
    },
    enough: () => sum >= least,
  }
  return sliding(events, windowMs, toldBy(tally, tellers))
}

/** As `windows`, for `least` different values. */
export function distinctWindows(
  events: readonly LogEvent[],
  valueOf: (event: LogEvent) => string | undefined,
  least: number,
  windowMs: number | undefined,
  tellers?: Tellers,
): Window[] {
  return sliding(
    events,
    windowMs,
    toldBy(
      differing(event => valueOf(event) ?? '', least),
      tellers,
    ),
  )
}

/** So many nodes must tell of it, each in its own log. */
export interface Tellers {
  readonly nodeOf: (event: LogEvent) => string | undefined
  readonly least: number
}

/** What nobody knows the node of is told by none. */
function toldBy(tally: Tally, tellers: Tellers | undefined): Tally {
  if (!tellers) return tally
  const nodes = differing(tellers.nodeOf, tellers.least)
  return {
    add: event => {
      tally.add(event)
      nodes.add(event)
    },
    remove: event => {
      tally.remove(event)
      nodes.remove(event)
    },
    enough: () => tally.enough() && nodes.enough(),
  }
}

function differing(valueOf: (event: LogEvent) => string | undefined, least: number): Tally {
  const counts = new Map<string, number>()
  const change = (event: LogEvent, by: number) => {
    const value = valueOf(event)
    if (value === undefined) return
    const count = (counts.get(value) ?? 0) + by
    if (count === 0) counts.delete(value)
    else counts.set(value, count)
  }
  return { add: event => change(event, 1), remove: event => change(event, -1), enough: () => counts.size >= least }
}

interface Tally {
  add(event: LogEvent): void
  remove(event: LogEvent): void
  enough(): boolean
}

function sliding(all: readonly LogEvent[], windowMs: number | undefined, tally: Tally): Window[] {
  if (windowMs === undefined) {
    for (const event of all) tally.add(event)
    return all.length > 0 && tally.enough() ? [{ from: 0, to: all.length - 1, widest: all.length - 1 }] : []
  }
  const events = all.filter(({ at }) => at !== undefined)
  const found: Window[] = []
  let to = 0
  let widest = 0
  // For each first event the smallest run that is enough: `tally` holds the events from `from` to before `to`.
  for (let from = 0; from < events.length; from++) {
    const end = events[from]!.at! + windowMs
    while (to < events.length && !tally.enough() && events[to]!.at! <= end) tally.add(events[to++]!)
    while (widest + 1 < events.length && events[widest + 1]!.at! <= end) widest++
    if (tally.enough()) found.push({ from, to: to - 1, widest: Math.max(widest, to - 1) })
    tally.remove(events[from]!)
  }
  return found
}
