import type { LogEvent } from '../model.ts'
import { inOrder, mayFollow, secondOf } from './order.ts'

type Step = (event: LogEvent) => boolean

/** A part of a sequence: an event, and what came before it. */
interface Link {
  readonly event: LogEvent
  readonly start: LogEvent
  readonly before: Link | undefined
}

/**
 * Sequences of events that fulfil `steps` in this order, each within `windowMs` if given. No event is in two of them. Without a
 * window, events that have no time form sequences within their file.
 */
export function findSequences(events: readonly LogEvent[], steps: readonly Step[], windowMs: number | undefined): LogEvent[][] {
  const timed = events.filter(({ at }) => at !== undefined).sort(inOrder)
  const found = chains(bySecond(timed), steps, windowMs)
  if (windowMs !== undefined || timed.length === events.length) return found
  const used = new Set(found.flat())
  const files = new Set(events.filter(({ at }) => at === undefined).map(({ file }) => file))
  for (const file of [...files].sort()) {
    const lines = events.filter(event => event.file === file && !used.has(event)).sort((a, b) => a.line - b.line)
    found.push(
      ...chains(
        lines.map(event => [event]),
        steps,
        undefined,
      ),
    )
  }
  return found
}

/** Within a batch any order is possible that `mayFollow` allows. */
function chains(batches: readonly (readonly LogEvent[])[], steps: readonly Step[], windowMs: number | undefined): LogEvent[][] {
  const found: LogEvent[][] = []
  const used = new Set<LogEvent>()
  /** For each step the sequence up to it that began last: it has the best chance to end within the window. */
  let best: (Link | undefined)[] = []
  const extend = (event: LogEvent): boolean => {
    let changed = false
    for (let i = steps.length - 1; i >= 0 && !used.has(event); i--) {
      if (!steps[i]!(event)) continue
      const before = i === 0 ? undefined : best[i - 1]
      if (i > 0 && (!before || has(before, event) || !mayFollow(before.event, event))) continue
      const start = before?.start ?? event
      if (windowMs !== undefined && event.at! - start.at! > windowMs) continue
      const known = best[i]
      if (known && (known.event === event || (start.at ?? 0) < (known.start.at ?? 0))) continue
      const link: Link = { event, start, before }
      changed = true
      if (i < steps.length - 1) best[i] = link
      else {
        const chain = eventsOf(link)
        found.push(chain)
        for (const member of chain) used.add(member)
        best = []
      }
    }
    return changed
  }
  for (const batch of batches) {
    for (let pass = 0; pass < steps.length; pass++) {
      let changed = false
      for (const event of batch) changed = extend(event) || changed
      if (!changed || batch.length === 1) break
    }
  }
  return found
}

function bySecond(events: readonly LogEvent[]): LogEvent[][] {
  const batches: LogEvent[][] = []
  for (const event of events) {
    const batch = batches.at(-1)
    if (batch && secondOf(batch[0]!.at!) === secondOf(event.at!)) batch.push(event)
    else batches.push([event])
  }
  return batches
}

function has(link: Link, event: LogEvent): boolean {
  for (let at: Link | undefined = link; at; at = at.before) if (at.event === event) return true
  return false
}

function eventsOf(link: Link): LogEvent[] {
  const events: LogEvent[] = []
  for (let at: Link | undefined = link; at; at = at.before) events.unshift(at.event)
  return events
}
