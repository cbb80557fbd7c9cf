import type { LedgerEntry } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import type { Aligned } from './clocks/align.ts'
import { groupsInTime } from './groups.ts'
import type { ExaminedFile, LogEvent } from './model.ts'
import { missingOutput, type WasRead } from './tellers.ts'

/** A file that is there and could not be read, with what it would have told: its own entry says so. */
export interface Lost {
  readonly node: string | undefined
  readonly facts: readonly string[]
}

/** Outputs that every node should have and that no file of it was. `missing`: nodes of which nothing was there at all. */
export function missingListings(
  kb: KnowledgeBase,
  read: WasRead,
  nodes: readonly string[],
  missing: readonly string[] = [],
  lost: readonly Lost[] = [],
): LedgerEntry[] {
  if (read.examined.length === 0) return []
  const entries = new Map<string, { of: Set<string>; facts: Set<string> }>()
  const present = nodes.filter(node => !missing.includes(node))
  const nodesToCheck: readonly (string | undefined)[] = present.length > 0 ? present : [undefined]
  for (const [id, fact] of Object.entries(allFacts(kb))) {
    if (fact['read-as'] === undefined) continue
    const keys = [fact['read-as']].flat()
    // Of a number or a text, one node's will do.
    for (const node of fact.type === 'list' || fact.type === 'yes-no' ? nodesToCheck : [undefined]) {
      const output = missingOutput(keys, node, read)
      if (!output) continue
      // Who runs what is never taken for known because of a file that was not to be read.
      const toldOf = lost.some(({ node: of, facts }) => facts.includes(id) && (of === undefined || node === undefined || of === node))
      if (toldOf && !keys.some(key => key.startsWith('agents'))) continue
      const entry = entries.get(output.what) ?? { of: new Set(), facts: new Set() }
      if (node !== undefined && output.ofNode) entry.of.add(node)
      entry.facts.add(id)
      entries.set(output.what, entry)
    }
  }
  return [...entries].map(([what, { of, facts }]) => ({
    what: of.size === 0 ? what : `${what} of ${[...of].sort().join(', ')}`,
    why: 'not among the evidence',
    facts: [...facts],
  }))
}

/** Nodes that the cluster has and that no file is of. */
export function missingNodes(
  kb: KnowledgeBase,
  nodes: readonly string[],
  examined: readonly ExaminedFile[],
): { nodes: string[]; ledger: LedgerEntry[] } {
  const seen = new Set(examined.map(({ node }) => node))
  // A file whose node nobody knows may be of any of them.
  const missing = examined.length === 0 || seen.has(undefined) ? [] : nodes.filter(node => !seen.has(node))
  const facts = Object.entries(allFacts(kb))
    .filter(([, fact]) => fact['seen-as'] || fact['read-as'])
    .map(([id]) => id)
  const ledger = missing.map(node => ({
    what: `everything of ${node}`,
    why: `the cluster has this node, but none of the files is from it; collect from ${node}, too`,
    facts,
  }))
  return { nodes: missing, ledger }
}

/** Facts that logs can show. */
export const factsSeenInLogs = (kb: KnowledgeBase): string[] =>
  Object.entries(allFacts(kb))
    .filter(([, fact]) => fact['seen-as'])
    .map(([id]) => id)

/** Events farther apart than this belong to different incidents. */
const incidentGapMs = 10 * 60_000
/** The last lines before a node goes down may be missing; that much is normal. */
const endsEarlyMs = 60_000

interface Span {
  readonly from: number
  readonly to: number
}

/** Nodes whose logs do not reach an incident that others show, leave it out, or end in the middle of it. */
export function uncoveredTimes(
  witnesses: readonly LogEvent[],
  examined: readonly ExaminedFile[],
  kb: KnowledgeBase,
  at: Aligned['at'],
): LedgerEntry[] {
  const incidents = incidentsOf(witnesses)
  const facts = factsSeenInLogs(kb)
  return [...spansByNode(examined, at)].flatMap(([node, spans]): LedgerEntry[] => {
    const uncovered = incidents.filter(incident => !spans.some(span => span.from <= incident.to && span.to >= incident.from))
    const first = uncovered[0]
    if (first) {
      const count = uncovered.length > 1 ? ` and ${uncovered.length - 1} more times` : ''
      return [{ what: `logs of ${node} at ${first.text}${count}`, why: whyUncovered(first, spans), facts }]
    }
    const last = incidents.at(-1)
    const end = Math.max(...spans.map(({ to }) => to))
    return last && end < last.to - endsEarlyMs
      ? [
          {
            what: `logs of ${node} after the beginning of what happened at ${last.text}`,
            why: 'they end in the middle of it; the node may have gone down then',
            facts,
          },
        ]
      : []
  })
}

function whyUncovered({ from, to }: Span, spans: readonly Span[]): string {
  if (spans.every(span => span.to < from)) return 'they end before it'
  if (spans.every(span => span.from > to)) return 'they begin after it'
  return 'there is a gap between the files'
}

/** When things happened, one after the other. */
function incidentsOf(witnesses: readonly LogEvent[]): (Span & { readonly text: string })[] {
  const timed = witnesses.filter(({ at, time }) => at !== undefined && time !== undefined).sort((a, b) => a.at! - b.at!)
  return groupsInTime(timed, ({ at }) => at!, incidentGapMs).map(group => ({
    from: group[0]!.at!,
    to: group.at(-1)!.at!,
    text: group[0]!.time!,
  }))
}

function spansByNode(examined: readonly ExaminedFile[], at: Aligned['at']): Map<string, Span[]> {
  const spans = new Map<string, Span[]>()
  for (const { path, node, from, to } of examined) {
    const begin = node === undefined || from === undefined ? undefined : at(from, node, path)
    const end = node === undefined || to === undefined ? undefined : at(to, node, path)
    if (node === undefined || begin === undefined || end === undefined) continue
    const span = { from: Math.min(begin, end), to: Math.max(begin, end) }
    const known = spans.get(node)
    if (known) known.push(span)
    else spans.set(node, [span])
  }
  return spans
}
