import type { Case } from './case-file.ts'
import type { LedgerEntry } from './observation.ts'

type Part = Pick<Case, 'ledger' | 'evidence' | 'observations'>

const notGiven = 'not among the evidence'
/** What one call misses that another may have brought. */
const isMissing = ({ why }: LedgerEntry): boolean =>
  why === notGiven || why === 'no evidence was given' || why.startsWith('the cluster has this node')
/** `the use of file systems (df) of node01, node02`: what it is, and whose. */
const whose = /^(.*) of ([^()]+)$/
const thing = ({ what }: LedgerEntry): string => whose.exec(what)?.[1] ?? what
const nodesOf = ({ what }: LedgerEntry): readonly string[] => whose.exec(what)?.[2]?.split(', ') ?? []
const top = (path: string): string => path.split(/[/:]/)[0]!

/**
 * What is not examined after evidence was given in two calls. What could not be read stays until it is given again, what one node
 * lacks is no matter of another's evidence, and what one call lacked may have come with the other.
 */
export function joinedLedger(before: Part, now: Part): LedgerEntry[] {
  if (before.evidence.length === 0) return [...now.ledger]
  const [nodesBefore, nodesNow] = [before, now].map(({ observations }) => new Set(observations.map(({ origin }) => origin.node)))
  const given = new Set(now.evidence.map(({ path }) => top(path)))
  const missedIn = (part: Part, entry: LedgerEntry) => part.ledger.some(other => isMissing(other) && thing(other) === thing(entry))
  const stays = (entry: LedgerEntry): boolean => {
    if (!isMissing(entry)) return !given.has(top(entry.what))
    const nodes = nodesOf(entry)
    return nodes.length > 0 ? !nodes.some(node => nodesNow!.has(node)) : missedIn(now, entry)
  }
  const kept = before.ledger.filter(stays)
  const fresh = now.ledger.filter(entry => {
    if (!isMissing(entry)) return true
    const nodes = nodesOf(entry)
    return nodes.length > 0 ? entry.why === notGiven || !nodes.some(node => nodesBefore!.has(node)) : missedIn(before, entry)
  })
  const seen = new Set<string>()
  return [...kept, ...fresh].filter(({ what, why }) => !seen.has(`${what}\n${why}`) && seen.add(`${what}\n${why}`))
}
