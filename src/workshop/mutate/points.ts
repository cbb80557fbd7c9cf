import { bandOf } from '../../diagnosis/bands.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { HypothesisFile } from '../../kb/shapes.ts'
import { togetherUnits } from './together.ts'

type Rule = HypothesisFile['rules'][number]

/** What a part of the rules adds up to, before a change and after it. */
interface Sum {
  readonly before: Tally
  readonly after: Tally
  readonly holding: boolean
}

interface Tally {
  readonly points: number
  /** Groups in favour; 2 stands for more. */
  readonly groups: number
}

/** With more different sums nothing is proved; so many need hundreds of rules. */
const mostSums = 200_000

/**
 * Whether nothing that can be known gives a hypothesis another band in the one base than in the other. Only points, groups
 * and the prior may differ. "The same" is certain; "not the same" may be something that no cluster ever shows.
 */
export function sameBands(was: KnowledgeBase, is: KnowledgeBase, id: string): boolean {
  const [a, b] = [was.hypotheses[id]!, is.hypotheses[id]!]
  if (a.rules.some((rule, i) => rule.id !== b.rules[i]?.id || rule.decides !== b.rules[i]?.decides)) return false
  const later = new Map(b.rules.map(rule => [rule.id, rule]))
  const units = togetherUnits(was, id)
  if (!units) return false
  let sums: Sum[] = [{ before: { points: 0, groups: 0 }, after: { points: 0, groups: 0 }, holding: false }]
  for (const sets of units) {
    const own = sets.map(
      (held): Sum => ({ before: tally(held), after: tally(held.map(rule => later.get(rule.id)!)), holding: held.length > 0 }),
    )
    sums = distinct(distinct(own).flatMap(one => sums.map(other => joined(one, other))))
    if (sums.length > mostSums) return false
  }
  return sums.every(({ before, after, holding }) => bandFor(a.prior, before, holding) === bandFor(b.prior, after, holding))
}

/** Where a test decides, points do not matter. */
function bandFor(prior: number, { points, groups }: Tally, holding: boolean): string {
  return bandOf({ points: prior + points, groupsFor: groups, holding: holding ? 1 : 0, confirmed: false, ruledOut: false })
}

/** What rules that hold count together: of one group only the strongest. */
function tally(rules: readonly Rule[]): Tally {
  const strongest = new Map<string, number>()
  for (const { id, group = id, points = 0 } of rules) {
    const rival = strongest.get(group)
    if (rival === undefined || Math.abs(points) > Math.abs(rival)) strongest.set(group, points)
  }
  const counted = [...strongest.values()]
  return { points: counted.reduce((sum, points) => sum + points, 0), groups: Math.min(2, counted.filter(points => points > 0).length) }
}

const joined = (a: Sum, b: Sum): Sum => ({
  before: plus(a.before, b.before),
  after: plus(a.after, b.after),
  holding: a.holding || b.holding,
})
const plus = (a: Tally, b: Tally): Tally => ({ points: a.points + b.points, groups: Math.min(2, a.groups + b.groups) })

function distinct(sums: readonly Sum[]): Sum[] {
  const key = ({ before, after, holding }: Sum) => `${before.points} ${before.groups} ${after.points} ${after.groups} ${holding}`
  return [...new Map(sums.map(sum => [key(sum), sum])).values()]
}
