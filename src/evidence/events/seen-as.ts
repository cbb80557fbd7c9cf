import type { EventRef, SeenOnce } from '../../kb/shapes.ts'
import type { LogEvent } from '../model.ts'
import { beforeAll, inOrder, mayFollow, secondOf } from './order.ts'
import { findSequences } from './sequence.ts'
import { distinctWindows, sumOf, type Window, windows } from './windows.ts'

export interface SeenResult {
  readonly seen: boolean
  /** The witnesses, in time order. */
  readonly events: readonly LogEvent[]
  /** How many times it happened: the counts of the witnesses, or the sequences. */
  readonly count: number
}

const nothing: SeenResult = { seen: false, events: [], count: 0 }

/** Whether events show a fact. Of a list any one is enough; witnesses of all that are seen are told. */
export function evaluateSeenAs(
  seenAs: SeenOnce | readonly SeenOnce[],
  events: readonly LogEvent[],
  clusterNodes: readonly string[],
): SeenResult {
  const nodeOf = nodeNamer(clusterNodes)
  const results = ([seenAs].flat() as SeenOnce[]).map(once => evaluateOnce(once, events, nodeOf)).filter(({ seen }) => seen)
  if (results.length < 2) return results[0] ?? nothing
  const witnesses = [...new Set(results.flatMap(result => result.events))].sort(inOrder)
  return { seen: true, events: witnesses, count: sumOf(witnesses) }
}

type NodeOf = (event: LogEvent) => string | undefined

function evaluateOnce(once: SeenOnce, all: readonly LogEvent[], nodeOf: NodeOf): SeenResult {
  const valueOf = (event: LogEvent, name: string) => (name === 'node' ? nodeOf(event) : event.values[name])
  const test = (refs: EventRef | readonly EventRef[]) => matcherOf([refs].flat() as EventRef[], valueOf)
  const steps = once.sequence?.map(ref => test(ref))
  const wanted = steps ? (event: LogEvent) => steps.some(step => step(event)) : test({ [once.event ?? '']: once.where ?? {} })

  let candidates = all.filter(wanted)
  if (once.undated) candidates = candidates.filter(({ at }) => at === undefined)
  if (once['ignore-after'])
    candidates = candidates.filter(notAfter(once['ignore-after'], all.filter(test(once['ignore-after'].event)), valueOf))
  if (once.before !== undefined) candidates = candidates.filter(beforeAll(all.filter(test(once.before))))
  if (candidates.length === 0) return nothing

  const windowMs = once['within-minutes'] === undefined ? undefined : once['within-minutes'] * 60_000
  const spoiled = spoiler(once.without === undefined ? [] : all.filter(test(once.without)), windowMs)
  const least = once['at-least'] ?? 1
  const groups = grouped(candidates.sort(inOrder), [once.same ?? []].flat(), valueOf)
  const distinct = once.distinct === undefined ? undefined : distinctValue(once.distinct, valueOf)

  const tellers = once.nodes === undefined ? undefined : { nodeOf, least: once.nodes }
  const leastMs = (once['at-least-minutes'] ?? 0) * 60_000
  // What has no time lasts as long as nobody knows.
  const lasts = (chain: readonly LogEvent[]) => leastMs === 0 || (chain.at(-1)!.at ?? 0) - (chain[0]!.at ?? 0) >= leastMs

  if (steps) {
    const told = (chain: readonly LogEvent[]) => !tellers || new Set(chain.map(nodeOf).filter(isKnown)).size >= tellers.least
    const found = groups
      .map(group => findSequences(group, steps, windowMs).filter(chain => told(chain) && lasts(chain) && !spoiled(chain)))
      .filter(chains => (distinct ? new Set(chains.flat().map(distinct).filter(isKnown)).size : chains.length) >= least)
    return found.length === 0
      ? nothing
      : { seen: true, events: found.flat(2).sort(inOrder), count: found.reduce((sum, chains) => sum + chains.length, 0) }
  }
  const found = groups.flatMap(group => {
    const usable = distinct ? group.filter(event => isKnown(distinct(event))) : group
    const windowsOfGroup = distinct
      ? distinctWindows(usable, distinct, least, windowMs, tellers)
      : windows(usable, least, windowMs, tellers)
    return union(
      usable.filter(event => windowMs === undefined || event.at !== undefined),
      windowsOfGroup,
      spoiled,
    )
  })
  return found.length === 0 ? nothing : { seen: true, events: found.sort(inOrder), count: sumOf(found) }
}

/** A name of the cluster for what a log calls the node, with or without its domain. */
function nodeNamer(nodes: readonly string[]): NodeOf {
  const known = new Map<string, string>()
  for (const node of nodes) known.set(short(node), known.has(short(node)) ? '' : node)
  return ({ node }) => (node === undefined || nodes.includes(node) ? node : known.get(short(node)) || node)
}

const short = (name: string) => name.split('.')[0]!.toLowerCase()

type ValueOf = (event: LogEvent, name: string) => string | undefined

/** A test for being one of `refs`. */
function matcherOf(refs: readonly EventRef[], valueOf: ValueOf): (event: LogEvent) => boolean {
  const wanted = refs.flatMap(ref => (typeof ref === 'string' ? [[ref, {}] as const] : Object.entries(ref)))
  const tests = wanted.map(([kind, where]) => {
    const pairs = Object.entries(where).map(([name, value]) => [name, new Set([value].flat().map(String))] as const)
    return (event: LogEvent) => event.kind === kind && pairs.every(([name, values]) => values.has(valueOf(event, name) ?? '\0'))
  })
  return event => tests.some(test => test(event))
}

function grouped(events: readonly LogEvent[], same: readonly string[], valueOf: ValueOf): LogEvent[][] {
  if (same.length === 0) return [[...events]]
  const groups = new Map<string, LogEvent[]>()
  for (const event of events) {
    const key = same.map(name => valueOf(event, name) ?? '').join('\0')
    const group = groups.get(key)
    if (group) group.push(event)
    else groups.set(key, [event])
  }
  return [...groups.values()]
}

/** Where nothing tells the agent, the name of the resource may. Two that nobody knows can have the same, so that they count for nothing. */
function distinctValue(name: string, valueOf: ValueOf): (event: LogEvent) => string | undefined {
  return event => valueOf(event, name) ?? (name === 'agent' ? valueOf(event, 'agent-by-name') : undefined)
}

const isKnown = (value: string | undefined) => value !== undefined

/** A test for not following one of `starts` too closely. What has no time cannot be told to follow anything. */
function notAfter(
  { seconds, same }: NonNullable<SeenOnce['ignore-after']>,
  starts: readonly LogEvent[],
  valueOf: ValueOf,
): (event: LogEvent) => boolean {
  const key = (event: LogEvent) => (same === undefined ? '' : (valueOf(event, same) ?? ''))
  const timed = starts.filter(({ at }) => at !== undefined).sort(inOrder)
  const groups = new Map(grouped(timed, same === undefined ? [] : [same], valueOf).map(group => [group[0] ? key(group[0]) : '', group]))
  return event => {
    if (event.at === undefined) return true
    const list = groups.get(key(event)) ?? []
    // One log tells milliseconds, another only seconds: what may have come after such an event within its second counts as following.
    let index = firstAfter(list.length, i => list[i]!.at!, secondOf(event.at) * 1000 + 999) - 1
    while (index >= 0 && !mayFollow(list[index]!, event)) index--
    const start = list[index]
    return start === undefined || event.at - start.at! > seconds * 1000
  }
}

/** A test for having one of `spoilers` near: in any window that holds all the witnesses. One without a time may be near. */
function spoiler(spoilers: readonly LogEvent[], windowMs: number | undefined): (witnesses: readonly LogEvent[]) => boolean {
  if (spoilers.length === 0) return () => false
  if (windowMs === undefined || spoilers.some(({ at }) => at === undefined)) return () => true
  const times = spoilers.flatMap(({ at }) => at ?? []).sort((a, b) => a - b)
  return witnesses => {
    const [first, last] = [witnesses[0]!.at!, witnesses.at(-1)!.at!]
    const next = times[firstAfter(times.length, i => times[i]!, last - windowMs - 1)]
    return next !== undefined && next <= first + windowMs
  }
}

/** Of `length` ascending times, the index of the first that is later than `at`. */
function firstAfter(length: number, timeOf: (index: number) => number, at: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (timeOf(middle) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** The events in any of the windows that are not spoiled. */
function union(events: readonly LogEvent[], list: readonly Window[], spoiled: (witnesses: readonly LogEvent[]) => boolean): LogEvent[] {
  const kept: LogEvent[] = []
  let next = 0
  for (const { from, to, widest } of list) {
    if (spoiled([events[from]!, events[to]!])) continue
    for (next = Math.max(next, from); next <= widest; next++) kept.push(events[next]!)
  }
  return kept
}
