import type { RawEvent } from '../events/raw-event.ts'
import type { FileScan } from '../events/scan.ts'
import { zoneMinutes } from '../lines/time.ts'
import type { Reading } from '../model.ts'

/** In which zone each node writes its times. */
export interface Zones {
  readonly byNode: ReadonlyMap<string, number>
  /** What most of them have; 0 when nobody tells. */
  readonly most: number
  of(node: string | undefined): number
  /** ms since 1970 of a time as a log of this node tells it. */
  at(time: string, node: string | undefined): number | undefined
  /** The event with its time read in the zone of its node. */
  shifted(event: RawEvent, node: string | undefined): RawEvent
}

/** What `date` or `timedatectl` said on a node; else the zone that its own logs write; else that of most of the others. */
export function zonesOf(scans: readonly FileScan[], readings: readonly Reading[]): Zones {
  const byNode = new Map<string, number>()
  for (const { key, value, node } of readings)
    if (key === 'listed.zone' && node !== undefined && !byNode.has(node)) byNode.set(node, Number((value as readonly string[])[0]))
  for (const [node, minutes] of fromTwoClocks(readings)) if (!byNode.has(node)) byNode.set(node, minutes)
  const everywhere = new Map<number, number>()
  const perNode = new Map<string, Map<number, number>>()
  for (const scan of scans)
    for (const { time, host } of scan.events) {
      // A journal exported as JSON is always in UTC, whatever the zone of the machine: Z tells nothing.
      const minutes = time === undefined || time.endsWith('Z') ? undefined : zoneMinutes(zoneIn(time))
      if (minutes === undefined) continue
      const node = host ?? scan.node ?? ''
      count(everywhere, minutes)
      perNode.set(node, count(perNode.get(node) ?? new Map(), minutes))
    }
  // What a node's logs show counts for them, even when its clock was set to another zone later.
  for (const [node, counts] of perNode) if (node !== '') byNode.set(node, mostOften(counts)!)
  const most = mostOften(everywhere) ?? mostOften([...byNode.values()].reduce(count, new Map<number, number>())) ?? 0
  const of = (node: string | undefined) => byNode.get(node ?? '') ?? most
  return {
    byNode,
    most,
    of,
    at: (time, node) => {
      const zoned = time.endsWith('Z') || zoneIn(time) !== undefined
      const ms = Date.parse(time.startsWith('-') ? `2000${time.slice(1)}Z` : zoned ? time : `${time}Z`)
      return Number.isNaN(ms) ? undefined : zoned ? ms : ms - of(node) * 60_000
    },
    shifted: (event, node) =>
      event.at === undefined || event.time === undefined || event.time.endsWith('Z') || zoneIn(event.time) !== undefined
        ? event
        : { ...event, at: event.at - of(node) * 60_000 },
  }
}

/** `date` and `date --utc` taken together: how far they are apart, to the quarter of an hour. */
function fromTwoClocks(readings: readonly Reading[]): [string, number][] {
  const local = new Map<string, number>()
  const utc = new Map<string, number>()
  for (const { key, value, node } of readings) {
    if (key !== 'listed.now' || node === undefined) continue
    const [ms, of] = value as readonly string[]
    ;(of === 'utc' ? utc : local).set(node, Number(ms))
  }
  return [...local].flatMap(([node, ms]): [string, number][] => {
    const other = utc.get(node)
    return other === undefined ? [] : [[node, Math.round((ms - other) / 900_000) * 15]]
  })
}

const zoneIn = (time: string) => /T.*([+-]\d\d:\d\d)$/.exec(time)?.[1]

function count(counts: Map<number, number>, minutes: number): Map<number, number> {
  return counts.set(minutes, (counts.get(minutes) ?? 0) + 1)
}

function mostOften(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0]
}

/** `2026-03-28T06:15:03` of a moment, by a clock so many minutes east of UTC. */
export function localWords(at: number, minutes: number): string {
  const date = new Date(at + minutes * 60_000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19)
}
