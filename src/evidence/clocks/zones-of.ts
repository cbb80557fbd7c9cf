import type { RawEvent } from '../events/raw-event.ts'
import type { FileScan } from '../events/scan.ts'
import { zoneMinutes } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { mayBe, offsetOfLocal, zoneNamed, zoneThatMay } from './zone-rules.ts'
import { clockOf, type MeasuredZone, saysUtc, zoneIn, zonesByLines } from './zones-by-lines.ts'

/** In which zone each node writes its times. */
export interface Zones {
  readonly byNode: ReadonlyMap<string, number>
  /** What most of them have; 0 when nobody tells. */
  readonly most: number
  /** The zone by whose rule most of them live, when it has a name. */
  readonly usual: string | undefined
  /** What the lines themselves show, where nobody else told it. */
  readonly measured: readonly MeasuredZone[]
  /** The zone of a node, or of the times without one in a file of it; `local`: when its clock shows this, in ms as if it showed UTC. */
  of(node: string | undefined, file?: string, local?: number): number
  /** Nodes of which only an offset is known, which may have been another one when this log was written. */
  readonly unsure: readonly UnsureZone[]
  /** ms since 1970 of a time as a log of this node tells it. */
  at(time: string, node: string | undefined, file?: string): number | undefined
  /** The event with its time read in the zone of its node. */
  shifted(event: RawEvent, node: string | undefined): RawEvent
}

export interface UnsureZone {
  readonly node: string
  /** `CET` */
  readonly said: string
  readonly minutes: number
  /** What it would be with summer time, on the day of the line. */
  readonly then: number
  readonly day: string
}

/** What each node calls its zone: a name with a rule, or an abbreviation. */
function namesOf(readings: readonly Reading[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { key, value, node } of readings) {
    const name = key === 'listed.zone' ? (value as readonly string[])[1] : undefined
    if (name && node !== undefined && (!names.has(node) || (zoneNamed(name) && !zoneNamed(names.get(node)!)))) names.set(node, name)
  }
  return names
}

/** Minutes east of UTC that each node tells when it is asked. */
export function listedZones(readings: readonly Reading[]): Map<string, number> {
  const listed = new Map<string, number>()
  for (const { key, value, node } of readings) {
    const minutes = key === 'listed.zone' ? (value as readonly string[])[0] : undefined
    // A name alone has an offset only at a moment.
    if (minutes && node !== undefined && !listed.has(node)) listed.set(node, Number(minutes))
  }
  return listed
}

/**
 * What the lines of a node show that stand in two of its files; else what `date` or `timedatectl` said on it, or the zone that its
 * own logs write; else that of most of the others.
 */
export function zonesOf(scans: readonly FileScan[], readings: readonly Reading[], oneZone: ReadonlySet<string> = new Set()): Zones {
  const listed = listedZones(readings)
  for (const [node, minutes] of fromTwoClocks(readings)) if (!listed.has(node)) listed.set(node, minutes)
  const logged = loggedZones(scans)
  const own = (node: string) => {
    const minutes = mostOften(logged.get(node) ?? new Map<number, number>())
    // What a node's logs show counts for them, even when its clock was set to another zone later; UTC may be how they were printed.
    return minutes === 0 ? (listed.get(node) ?? 0) : (minutes ?? listed.get(node))
  }
  const found = zonesByLines(scans, node => {
    const told = own(node)
    return { minutes: told ?? 0, told: listed.has(node) || (told ?? 0) !== 0 }
  })
  const measured = new Map<string, Map<number, number>>()
  for (const { node, minutes, lines, ofNode } of found)
    if (ofNode) measured.set(node, count(measured.get(node) ?? new Map(), minutes, lines))
  const nodes = new Set([...listed.keys(), ...logged.keys(), ...measured.keys()])
  const zoneOfNode = (node: string) => mostOften(measured.get(node) ?? new Map<number, number>()) ?? own(node)
  // Where one node prints its logs in UTC without having it, that of the others tells nothing either.
  const printed = [...nodes].some(node => mostOften(logged.get(node) ?? new Map<number, number>()) === 0 && zoneOfNode(node) !== 0)
  const isPrinted = (node: string, minutes: number) => printed && minutes === 0 && !listed.has(node) && !measured.has(node)
  const byNode = new Map(
    [...nodes].flatMap((node): [string, number][] => {
      const minutes = node === '' ? undefined : zoneOfNode(node)
      return minutes === undefined || isPrinted(node, minutes) ? [] : [[node, minutes]]
    }),
  )
  const everywhere = new Map<number, number>()
  for (const counts of logged.values())
    for (const [minutes, times] of counts) if (!printed || minutes !== 0) count(everywhere, minutes, times)
  const most =
    mostOften(everywhere) ?? mostOften([...byNode.values()].reduce((all, minutes) => count(all, minutes), new Map<number, number>())) ?? 0
  const byFile = new Map(found.map(({ node, file, minutes }) => [`${file}\0${node}`, minutes]))
  const names = namesOf(readings)
  const ruled = new Map([...names].flatMap(([node, name]): [string, string][] => (zoneNamed(name) ? [[node, zoneNamed(name)!]] : [])))
  // Where most nodes have one rule, it holds for those of which nothing is known.
  const common = new Set([...ruled].flatMap(([node, name]) => (byNode.get(node) === most ? [name] : [])))
  const usual = common.size === 1 ? [...common][0] : undefined
  /** What lines have measured was so when they were written; what a node said of itself was so when it was asked. */
  const of = (node = '', file?: string, local?: number): number => {
    if (file !== undefined && saysUtc(file)) return 0
    const lines = file === undefined ? undefined : byFile.get(`${file}\0${node}`)
    const minutes = lines ?? byNode.get(node) ?? most
    const rule =
      lines !== undefined || measured.has(node) || oneZone.has(node)
        ? undefined
        : (ruled.get(node) ?? (byNode.has(node) ? undefined : usual))
    if (rule === undefined || local === undefined) return minutes
    return !byNode.has(node) || mayBe(rule, minutes, new Date(local).getUTCFullYear()) ? offsetOfLocal(rule, local) : minutes
  }
  return {
    byNode,
    most,
    usual,
    unsure: unsureZones(scans, names, {
      byNode,
      sure: node => oneZone.has(node) || measured.has(node) || ruled.has(node) || logged.has(node),
    }),
    measured: found.filter(({ node, minutes }) => minutes !== (own(node) ?? 0)),
    of,
    at: (time, node, file) => {
      const zoned = zoneIn(time) !== undefined
      const ms = Date.parse(time.startsWith('-') ? `2000${time.slice(1)}Z` : zoned ? time : `${time}Z`)
      return Number.isNaN(ms) ? undefined : zoned ? ms : ms - of(node, file, ms) * 60_000
    },
    shifted: (event, node) =>
      event.at === undefined || event.time === undefined || zoneIn(event.time) !== undefined
        ? event
        : { ...event, at: event.at - of(node, event.file, event.at) * 60_000 },
  }
}

/** Where nodes differ, an offset that one had when it was asked may put its lines an hour off those of another. */
function unsureZones(
  scans: readonly FileScan[],
  names: ReadonlyMap<string, string>,
  { byNode, sure }: { readonly byNode: ReadonlyMap<string, number>; readonly sure: (node: string) => boolean },
): UnsureZone[] {
  if (new Set(byNode.values()).size < 2) return []
  return [...byNode].flatMap(([node, minutes]): UnsureZone[] => {
    const said = names.get(node) ?? ''
    const may = zoneThatMay(said)
    if (may === undefined || sure(node)) return []
    for (const scan of scans)
      for (const event of scan.events) {
        if (event.at === undefined || event.time === undefined || zoneIn(event.time) !== undefined || saysUtc(scan.file)) continue
        const then = clockOf(event, scan) === node ? offsetOfLocal(may, event.at) : minutes
        if (then !== minutes) return [{ node, said, minutes, then, day: event.time.slice(0, 10) }]
      }
    return []
  })
}

/** For each node, the zones that its logs write and how often. */
function loggedZones(scans: readonly FileScan[]): Map<string, Map<number, number>> {
  const zones = new Map<string, Map<number, number>>()
  for (const scan of scans)
    for (const event of scan.events) {
      const zone = event.time === undefined ? undefined : zoneIn(event.time)
      // A journal printed in UTC, as one exported as JSON is whatever the zone of the machine, tells nothing.
      if (zone === undefined || zone === 'Z' || (zoneMinutes(zone) === 0 && saysUtc(scan.file))) continue
      const node = clockOf(event, scan) ?? ''
      zones.set(node, count(zones.get(node) ?? new Map(), zoneMinutes(zone)!))
    }
  return zones
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

function count(counts: Map<number, number>, minutes: number, times = 1): Map<number, number> {
  return counts.set(minutes, (counts.get(minutes) ?? 0) + times)
}

function mostOften(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0]
}

/** `2026-03-28T06:15:03` of a moment, by a clock so many minutes east of UTC. */
export function localWords(at: number, minutes: number): string {
  const date = new Date(at + minutes * 60_000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19)
}
