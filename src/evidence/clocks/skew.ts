import type { RawEvent } from '../events/raw-event.ts'
import type { FileScan } from '../events/scan.ts'

/** How far a node's clock is from that of another. */
export interface Skew {
  readonly node: string
  /** The node it is compared with. */
  readonly to: string
  /** Positive: ahead. */
  readonly ms: number
  /** Lines that were compared. */
  readonly pairs: number
  /** Large and steady enough to correct the order of events by it. */
  readonly trusted: boolean
  readonly witness: { readonly file: string; readonly line: number }
}

/** What all nodes log at the same moment, with a name that is never used again. */
const moments: readonly (readonly [string, RegExp])[] = [
  ['ring', /\[TOTEM *\] A new membership \(([\w.:]+)\) was formed/],
  ['fencing', /\bwas(?: not)? terminated \(\w+\) by .*\b(?:event|ref)=([\w.-]+)/],
]

/** Logs tell whole seconds, and a node may need one to write. */
const spreadMs = 2000
/** A single line may also be late because its node stood still. */
const singleMs = 30_000

interface Seen {
  readonly at: number
  readonly event: RawEvent
}

/** The clocks of the nodes compared with the first of them, by the lines that several nodes logged at the same moment. */
export function measureSkew(
  scans: readonly FileScan[],
  clockOf: (event: RawEvent, scan: FileScan) => string | undefined,
  nodes: readonly string[],
): Skew[] {
  const seen = new Map<string, Map<string, Seen>>()
  for (const scan of scans)
    for (const event of scan.events) {
      const moment = event.at === undefined ? undefined : momentOf(event.text)
      const node = clockOf(event, scan)
      if (moment === undefined || node === undefined || !nodes.includes(node)) continue
      const byNode = seen.get(moment) ?? new Map<string, Seen>()
      seen.set(moment, byNode)
      const before = byNode.get(node)
      if (!before || event.at! < before.at) byNode.set(node, { at: event.at!, event })
    }
  const first = nodes.find(node => [...seen.values()].some(byNode => byNode.size > 1 && byNode.has(node)))
  if (first === undefined) return []
  return nodes.flatMap(node => (node === first ? [] : (compared(node, first, [...seen.values()]) ?? [])))
}

function compared(node: string, to: string, seen: readonly ReadonlyMap<string, Seen>[]): Skew | undefined {
  const pairs = seen
    .flatMap(byNode => {
      const [own, other] = [byNode.get(node), byNode.get(to)]
      return own && other ? [{ ms: own.at - other.at, event: own.event }] : []
    })
    .sort((a, b) => a.ms - b.ms)
  const middle = pairs[pairs.length >> 1]
  if (!middle) return undefined
  const steady = pairs.filter(({ ms }) => Math.abs(ms - middle.ms) <= spreadMs).length * 3 >= pairs.length * 2
  const large = Math.abs(middle.ms) >= (pairs.length === 1 ? singleMs : spreadMs)
  const { file, line } = middle.event
  return { node, to, ms: middle.ms, pairs: pairs.length, trusted: steady && large, witness: { file, line } }
}

function momentOf(text: string): string | undefined {
  for (const [name, pattern] of moments) {
    const found = pattern.exec(text)?.[1]
    if (found) return `${name} ${found}`
  }
  return undefined
}
