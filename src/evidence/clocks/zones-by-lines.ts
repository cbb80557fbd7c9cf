import type { RawEvent } from '../events/raw-event.ts'
import type { FileScan } from '../events/scan.ts'
import { addLine, emptyIndex, type Fit, fits, type LineIndex } from './common-lines.ts'

/** In which zone a file tells its times, by lines that stand in another file of the node as well. */
export interface MeasuredZone {
  readonly node: string
  readonly file: string
  readonly minutes: number
  /** Lines that both have. */
  readonly lines: number
  /** A file that has them, too. */
  readonly witness: string
  /** Other files of the node have this zone, too. */
  readonly ofNode: boolean
}

/** Whose clock wrote a line. */
export const clockOf = (event: Pick<RawEvent, 'host'>, scan: FileScan): string | undefined => event.host ?? scan.node ?? scan.host

/** A journal says by its name that it was printed in UTC; one exported as JSON is always in it. */
export const saysUtc = (file: string): boolean => /(?:^|[^A-Za-z])utc(?:[^A-Za-z]|$)/i.test(file.slice(file.lastIndexOf('/') + 1))

/** The zone in a time that has one. */
export const zoneIn = (time: string): string | undefined => /T.*(Z|[+-]\d\d:\d\d)$/.exec(time)?.[1]

/** The part of a file that one clock wrote. */
interface Part {
  readonly file: string
  readonly events: RawEvent[]
}

/** The files of one node: those whose times are certain, and those that name no zone. */
interface Parts {
  readonly certain: Map<string, Part>
  readonly open: Map<string, Part>
}

/**
 * Files of one node that hold the same lines whole quarters of an hour apart were written in two zones, and not twice: the
 * difference is the zone of the one that names none. `expected` is the zone of a node as far as others tell it.
 */
export function zonesByLines(
  scans: readonly FileScan[],
  expected: (node: string) => { readonly minutes: number; readonly told: boolean },
): MeasuredZone[] {
  return [...partsByNode(scans)].sort(([a], [b]) => compare(a, b)).flatMap(([node, parts]) => measured(node, parts, expected(node)))
}

function measured(
  node: string,
  { certain, open }: Parts,
  { minutes: expected, told }: { readonly minutes: number; readonly told: boolean },
): MeasuredZone[] {
  if (certain.size + open.size < 2) return []
  const known = emptyIndex()
  for (const { events } of certain.values()) for (const event of events) addLine(known, event, 0)
  const parts = [...open.values()].sort((a, b) => Number(isJournal(a)) - Number(isJournal(b)) || compare(a.file, b.file))
  const found = new Map<Part, Fit>()
  for (const part of parts) {
    const fit = bestFit(indexOf(part), known, expected, told)
    if (fit) found.set(part, fit)
  }
  // Others that name no zone have the one of those that were measured, unless they are apart from all that is known by now.
  const usual = usualOf([...found.values()]) ?? expected
  for (const [part, { minutes }] of found) for (const event of part.events) addLine(known, event, minutes)
  const placed = [...found.keys()]
  const apart = new Map<Part, Fit>()
  for (const part of parts) {
    if (found.has(part)) continue
    const fit = placed.length === 0 ? undefined : bestFit(indexOf(part), known, usual, true)
    if (fit && fit.minutes !== usual) apart.set(part, fit)
    placed.push(part)
    for (const event of part.events) addLine(known, event, fit?.minutes ?? usual)
  }
  const shown = (part: Part, fit: Fit, ofNode: boolean): MeasuredZone => {
    const others = [...certain.values(), ...placed.filter(other => other !== part)]
    return { node, file: part.file, minutes: fit.minutes, lines: fit.lines, witness: witnessOf(part, others), ofNode }
  }
  const [printed] = [...apart].filter(([part]) => isJournal(part))
  // Where nobody tells any zone, it is the journal that was printed in another one than the node has: in UTC.
  if (printed && !told && found.size === 0 && certain.size === 0) {
    const [journal, fit] = printed
    return parts.map(part => {
      const minutes = (apart.get(part)?.minutes ?? usual) - fit.minutes
      const witness =
        part === journal
          ? witnessOf(
              part,
              parts.filter(other => other !== part),
            )
          : journal.file
      return { node, file: part.file, minutes, lines: fit.lines, witness, ofNode: !apart.has(part) }
    })
  }
  return [...[...found].map(([part, fit]) => shown(part, fit, true)), ...[...apart].map(([part, fit]) => shown(part, fit, false))]
}

/**
 * The zone that the lines show, if they show any: one line, a burst or a few of many may be alike by chance. What somebody told gives
 * way only to lines that leave no doubt.
 */
function bestFit(own: LineIndex, known: LineIndex, expected: number, told: boolean): Fit | undefined {
  const all = fits(own, known, expected)
  const [best, second] = all
  if (!best || best.messages < 3 || best.moments < 2 || best.lines * 2 < best.possible) return undefined
  if (best.minutes === expected) return best
  if (second && second.score === best.score) return undefined
  if (!told) return best
  const usual = all.find(({ minutes }) => minutes === expected)!
  if (usual.possible > 0) return best.score >= 2 * usual.score ? best : undefined
  return best.lines >= 5 && best.moments >= 3 && best.lines * 10 >= best.possible * 9 ? best : undefined
}

function partsByNode(scans: readonly FileScan[]): Map<string, Parts> {
  const nodes = new Map<string, Parts>()
  for (const scan of scans)
    for (const event of scan.events) {
      const node = clockOf(event, scan)
      if (event.at === undefined || event.time === undefined || node === undefined) continue
      const parts = nodes.get(node) ?? { certain: new Map<string, Part>(), open: new Map<string, Part>() }
      nodes.set(node, parts)
      const of = zoneIn(event.time) !== undefined || saysUtc(scan.file) ? parts.certain : parts.open
      const part = of.get(scan.file) ?? { file: scan.file, events: [] }
      of.set(scan.file, part)
      part.events.push(event)
    }
  return nodes
}

function indexOf({ events }: Part): LineIndex {
  const index = emptyIndex()
  for (const event of events) addLine(index, event, 0)
  return index
}

/** The other file that has most of the messages. */
function witnessOf(part: Part, others: readonly Part[]): string {
  const messages = new Set(part.events.map(({ message }) => message))
  const shared = others.map(({ file, events }) => ({ file, count: events.filter(({ message }) => messages.has(message)).length }))
  return shared.sort((a, b) => b.count - a.count || compare(a.file, b.file))[0]!.file
}

/** Only journalctl prints in another zone than that of its machine. */
const isJournal = ({ file }: Part) => /(?:^|\/)journal[^/]*$/.test(file)

function usualOf(found: readonly Fit[]): number | undefined {
  const counts = new Map<number, number>()
  for (const { minutes, lines } of found) counts.set(minutes, (counts.get(minutes) ?? 0) + lines)
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
