import type { Case } from './case-file.ts'
import type { LedgerEntry } from './observation.ts'

type Part = Pick<Case, 'ledger' | 'evidence' | 'nodes'>

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
  const given = new Set(now.evidence.map(({ path }) => top(path)))
  const seen = new Set<string>()
  return [
    ...before.ledger.filter(entry => (isMissing(entry) ? isStillMissing(entry, now) : !given.has(top(entry.what)))),
    ...now.ledger.filter(entry => !isMissing(entry) || isStillMissing(entry, before)),
  ].filter(({ what, why }) => !seen.has(`${what}\n${why}`) && seen.add(`${what}\n${why}`))
}

/** A call that knows a node, and does not say that all of it is missing, had files of it. */
const hadFilesOf = ({ nodes, ledger }: Part, node: string): boolean =>
  nodes.includes(node) && !ledger.some(entry => entry.why !== notGiven && isMissing(entry) && nodesOf(entry).includes(node))

function isStillMissing(entry: LedgerEntry, other: Part): boolean {
  const alsoThere = other.ledger.filter(each => isMissing(each) && each.why === entry.why && thing(each) === thing(entry))
  const nodes = nodesOf(entry)
  return nodes.length === 0
    ? alsoThere.length > 0
    : nodes.some(node => !hadFilesOf(other, node) || alsoThere.some(each => nodesOf(each).includes(node)))
}
