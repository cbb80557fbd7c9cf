import type { EventRef, SeenOnce } from '../../kb/shapes.ts'
import type { LogEvent } from '../model.ts'

export interface SeenResult {
  readonly seen: boolean
  /** The witnesses, in time order. */
  readonly events: readonly LogEvent[]
  readonly count: number
}

type SeenAs = SeenOnce | readonly SeenOnce[]

/** Whether events show a fact. Of a list any one is enough; the first that does is told. */
export function evaluateSeenAs(seenAs: SeenAs, events: readonly LogEvent[], _nodes: readonly string[]): SeenResult {
  const each: readonly SeenOnce[] = Array.isArray(seenAs) ? seenAs : [seenAs as SeenOnce]
  for (const once of each) {
    const result = evaluateOne(once, events)
    if (result.seen) return result
  }
  return { seen: false, events: [], count: 0 }
}

function evaluateOne(once: SeenOnce, all: readonly LogEvent[]): SeenResult {
  const windowMs = once['within-minutes'] === undefined ? undefined : once['within-minutes'] * 60_000
  const usable = ignoring(once, all)
  const first = once.before === undefined ? undefined : all.find(event => refers(once.before!, event))
  const counted = (event: LogEvent) => first === undefined || isBefore(event, first)
  const groups = new Map<string, LogEvent[]>()
  const wanted: readonly EventRef[] = once.sequence ?? [once.where ? { [once.event!]: once.where } : once.event!]
  for (const event of usable) {
    if (!wanted.some(ref => refers(ref, event)) || !counted(event)) continue
    const key = keyOf(once, event)
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  for (const group of groups.values()) {
    const found = once.sequence ? inSequence(once.sequence, group, windowMs) : enough(once, group, windowMs)
    if (found && !spoiled(once, found, usable, windowMs))
      return { seen: true, events: found, count: found.reduce((sum, { count }) => sum + count, 0) }
  }
  return { seen: false, events: [], count: 0 }
}

function keyOf({ same }: SeenOnce, event: LogEvent): string {
  return [same ?? []]
    .flat()
    .map(name => (name === 'node' ? (event.node ?? '') : (event.values[name] ?? '')))
    .join('\0')
}

function refers(ref: EventRef, event: LogEvent): boolean {
  if (typeof ref === 'string') return event.kind === ref
  return Object.entries(ref).some(
    ([kind, where]) =>
      event.kind === kind &&
      Object.entries(where).every(([name, value]) =>
        [value]
          .flat()
          .map(String)
          .includes(name === 'node' ? (event.node ?? '') : (event.values[name] ?? '')),
      ),
  )
}

function enough(once: SeenOnce, group: readonly LogEvent[], windowMs: number | undefined): LogEvent[] | undefined {
  const least = once['at-least'] ?? 1
  const value = (event: LogEvent) => event.values[once.distinct!] ?? (once.distinct === 'agent' ? event.values.resource : undefined)
  const size = (list: readonly LogEvent[]) =>
    once.distinct === undefined
      ? list.reduce((sum, { count }) => sum + count, 0)
      : new Set(list.map(value).filter(item => item !== undefined)).size
  if (windowMs === undefined) return size(group) >= least ? [...group] : undefined
  const timed = group.filter(({ at }) => at !== undefined)
  let start = 0
  for (let end = 0; end < timed.length; end++) {
    while (timed[end]!.at! - timed[start]!.at! > windowMs) start++
    const window = timed.slice(start, end + 1)
    if (size(window) >= least) return timed.filter(({ at }) => at! >= window[0]!.at! && at! <= window[0]!.at! + windowMs)
  }
  return undefined
}

function inSequence(sequence: readonly EventRef[], group: readonly LogEvent[], windowMs: number | undefined): LogEvent[] | undefined {
  const starts = group.filter(event => refers(sequence[0]!, event))
  for (const start of starts) {
    const found = [start]
    for (const ref of sequence.slice(1)) {
      const next = group.find(
        event =>
          refers(ref, event) &&
          !found.includes(event) &&
          !isBefore(event, found.at(-1)!) &&
          (windowMs === undefined || (event.at !== undefined && start.at !== undefined && event.at - start.at <= windowMs)),
      )
      if (!next) break
      found.push(next)
    }
    if (found.length === sequence.length) return found
  }
  return undefined
}

function spoiled(once: SeenOnce, found: readonly LogEvent[], all: readonly LogEvent[], windowMs: number | undefined): boolean {
  if (once.without === undefined) return false
  const refs = [once.without].flat() as EventRef[]
  const [from, to] = [found[0]!.at, found.at(-1)!.at]
  return all.some(event => {
    if (!refs.some(ref => refers(ref, event))) return false
    if (windowMs === undefined || event.at === undefined || from === undefined || to === undefined) return true
    return event.at >= to - windowMs && event.at <= from + windowMs
  })
}

function ignoring(once: SeenOnce, all: readonly LogEvent[]): readonly LogEvent[] {
  const rule = once['ignore-after']
  if (!rule) return all
  const starts = all.filter(event => refers(rule.event, event) && event.at !== undefined)
  return all.filter(
    event =>
      event.at === undefined ||
      !starts.some(
        start =>
          start !== event &&
          event.at! >= start.at! &&
          event.at! - start.at! <= rule.seconds * 1000 &&
          (rule.same !== 'node' || start.node === event.node),
      ),
  )
}

/** Strictly before: by time, in one file by line when times are equal. What has no time is not before anything. */
function isBefore(a: LogEvent, b: LogEvent): boolean {
  if (a.file === b.file && a.at === b.at) return a.line < b.line
  return a.at !== undefined && b.at !== undefined && a.at < b.at
}
