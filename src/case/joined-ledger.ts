import type { Case } from './case-file.ts'
import type { LedgerEntry } from './observation.ts'

type Part = Pick<Case, 'ledger' | 'evidence' | 'nodes'>

const notGiven = 'not among the evidence'
/** What one call misses that another may have brought. */
const isMissing = ({ why }: LedgerEntry): boolean =>
  why === notGiven || why === 'no evidence was given' || why.startsWith('the cluster has this node')
const top = (path: string): string => path.split(/[/:]/)[0]!

/**
 * What is not examined after evidence was given in two calls. What could not be read stays until it is given again, what one node
 * lacks is no matter of another's evidence, and what one call lacked may have come with the other.
 */
export function joinedLedger(before: Part, now: Part): LedgerEntry[] {
  if (before.evidence.length === 0) return [...now.ledger]
  const given = new Set(now.evidence.map(({ path }) => top(path)))
  const known = new Set([...before.nodes, ...now.nodes])
  const [missedBefore, missedNow] = [missesOf(before, known), missesOf(now, known)]
  const missing = new Map<string, Missing>()
  for (const entry of [
    ...missedBefore.map(entry => stillMissing(entry, now, missedNow)),
    ...missedNow.map(entry => stillMissing(entry, before, missedBefore)),
  ]) {
    if (!entry) continue
    const key = `${entry.thing}\n${entry.entry.why}\n${entry.nodes.length > 0}`
    const other = missing.get(key)
    missing.set(key, other ? { ...other, nodes: [...new Set([...other.nodes, ...entry.nodes])].sort() } : entry)
  }
  const seen = new Set<string>()
  const others = [...before.ledger.filter(({ what }) => !given.has(top(what))), ...now.ledger].filter(entry => !isMissing(entry))
  return [
    ...others.filter(({ what, why }) => !seen.has(`${what}\n${why}`) && seen.add(`${what}\n${why}`)),
    ...[...missing.values()].map(({ entry, thing, nodes }) =>
      nodes.length > 0 ? { ...entry, what: `${thing} of ${nodes.join(', ')}` } : entry,
    ),
  ]
}

interface Missing {
  readonly entry: LedgerEntry
  readonly thing: string
  readonly nodes: readonly string[]
}

/** `the use of file systems (df) of node01, node02`: what it is, and whose; `of` alone stands in other words as well. */
const missesOf = ({ ledger }: Part, known: ReadonlySet<string>): Missing[] =>
  ledger.filter(isMissing).map(entry => {
    const [, thing, names] = /^(.*) of ([^()]+)$/.exec(entry.what) ?? []
    const nodes = names?.split(', ') ?? []
    return thing !== undefined && (thing === 'everything' || nodes.every(node => known.has(node)))
      ? { entry, thing, nodes }
      : { entry, thing: entry.what, nodes: [] }
  })

/** What of it the other call did not bring. */
function stillMissing(one: Missing, other: Part, missed: readonly Missing[]): Missing | undefined {
  const alsoThere = missed.filter(({ entry, thing }) => entry.why === one.entry.why && thing === one.thing)
  if (one.nodes.length === 0) return alsoThere.length > 0 ? one : undefined
  const nodes = one.nodes.filter(
    // A call that knows a node, and does not say that all of it is missing, had files of it.
    node =>
      !other.nodes.includes(node) ||
      missed.some(({ entry, nodes }) => entry.why !== notGiven && nodes.includes(node)) ||
      alsoThere.some(({ nodes }) => nodes.includes(node)),
  )
  return nodes.length > 0 ? { ...one, nodes } : undefined
}
