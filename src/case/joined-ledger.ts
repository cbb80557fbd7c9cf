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
export function joinedLedger(before: Part, now: Part, logs: Logs = { spans: [], witnesses: [] }): LedgerEntry[] {
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
  const others = [...before.ledger.filter(({ what }) => !given.has(top(what)) && !isReached(what, logs)), ...now.ledger].filter(
    entry => !isMissing(entry),
  )
  return [
    ...others.filter(({ what, why }) => !seen.has(`${what}\n${why}`) && seen.add(`${what}\n${why}`)),
    ...[...missing.values()].map(({ entry, thing, nodes }) =>
      nodes.length > 0 ? { ...entry, what: `${thing} of ${nodes.join(', ')}` } : entry,
    ),
  ]
}

/** What logs came now, and when what the case knows of was logged. */
export interface Logs {
  readonly spans: readonly { readonly node?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }[]
  readonly witnesses: readonly string[]
}

/** The last lines before a node goes down may be missing. */
const endsEarlyMs = 60_000
const ms = (time: string): number => Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`)

/** Whether the logs of a node that left out an incident, or ended in the middle of it, have come. In doubt they have not. */
function isReached(what: string, { spans, witnesses }: Logs): boolean {
  const [, node, middle, first, more] =
    /^logs of (\S+) (?:at|(after the beginning of what happened at)) (\S+)( and \d+ more times)?$/.exec(what) ?? []
  if (node === undefined || first === undefined) return false
  const begin = ms(first)
  const own = spans.flatMap(({ node: of, from, to }) =>
    of === node && from !== undefined && to !== undefined ? [[ms(from), ms(to)] as const] : [],
  )
  const later = witnesses.map(ms).filter(time => time >= begin)
  const last = later.reduce((a, b) => Math.max(a, b), begin)
  if (middle !== undefined) return own.some(([from, to]) => from <= last && to >= last - endsEarlyMs)
  const times = more === undefined ? [begin] : [begin, ...later]
  return times.every(time => own.some(([from, to]) => from <= time && to >= time))
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
