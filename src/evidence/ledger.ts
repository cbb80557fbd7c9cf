import type { LedgerEntry } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import type { ExaminedFile, LogEvent, Reading } from './model.ts'

/** What would tell a reading, by the beginning of its key. */
const tellers: readonly (readonly [prefix: string, what: string])[] = [
  ['agents', 'a list of all processes, packages or services'],
  ['process.', 'what processes wait for (ps with wchan, or stacks)'],
  ['fanotify.', 'who holds fanotify marks (/proc/*/fdinfo)'],
  ['modules.', 'the kernel modules (lsmod)'],
  ['resource', 'the cluster configuration (CIB)'],
  ['operations.', 'the cluster configuration (CIB)'],
  ['totem.', 'corosync.conf'],
  ['rhel', 'the release (os-release)'],
  ['cpu.', 'CPU use at the time (sar)'],
  ['version.', 'the package versions'],
]

/** Listings that every node should have and that no file of it was. */
export function missingListings(
  kb: KnowledgeBase,
  readings: readonly Reading[],
  nodes: readonly string[],
  examined: readonly ExaminedFile[],
): LedgerEntry[] {
  if (examined.length === 0) return []
  const entries = new Map<string, { what: string; why: string; facts: Set<string> }>()
  const nodesToCheck: readonly (string | undefined)[] = nodes.length > 0 ? nodes : [undefined]
  for (const [id, fact] of Object.entries(allFacts(kb))) {
    if (fact['read-as'] === undefined) continue
    const keys = [fact['read-as']].flat()
    const teller = tellers.find(([prefix]) => keys.some(key => key.startsWith(prefix)))
    if (!teller) continue
    const perNode = fact.type === 'list' || fact.type === 'yes-no'
    const read = readings.filter(({ key }) => keys.includes(key)).map(({ node }) => node)
    for (const node of perNode ? nodesToCheck : [undefined]) {
      if (read.includes(node) || read.includes(undefined) || (!perNode && read.length > 0)) continue
      // What one node's configuration says holds for the cluster.
      if (/^(?:resource|operations|totem|cluster)/.test(teller[0]) && read.length > 0) continue
      const key = `${teller[1]}\0${node ?? ''}`
      const entry = entries.get(key) ?? {
        what: node === undefined ? teller[1] : `${teller[1]} of ${node}`,
        why: 'not among the evidence',
        facts: new Set(),
      }
      entry.facts.add(id)
      entries.set(key, entry)
    }
  }
  return [...entries.values()].map(({ what, why, facts }) => ({ what, why, facts: [...facts] }))
}

/** Nodes whose logs do not reach the time of what the others show. */
export function uncoveredTimes(witnesses: readonly LogEvent[], examined: readonly ExaminedFile[], kb: KnowledgeBase): LedgerEntry[] {
  const times = witnesses.flatMap(({ time }) => time ?? []).sort()
  if (times.length === 0) return []
  const [first, last] = [times[0]!, times.at(-1)!]
  const spans = new Map<string, { from: string; to: string }>()
  for (const { node, from, to } of examined) {
    if (node === undefined || from === undefined || to === undefined) continue
    const span = spans.get(node)
    spans.set(node, { from: span && span.from < from ? span.from : from, to: span && span.to > to ? span.to : to })
  }
  const facts = Object.entries(allFacts(kb))
    .filter(([, fact]) => fact['seen-as'])
    .map(([id]) => id)
  return [...spans].flatMap(([node, { from, to }]): LedgerEntry[] => {
    if (to < first) return [{ what: `logs of ${node} after ${to}`, why: `they end before the first event (${first})`, facts }]
    if (from > last) return [{ what: `logs of ${node} before ${from}`, why: `they begin after the last event (${last})`, facts }]
    return []
  })
}
