import type { KnowledgeBase } from '../../kb/model.ts'
import { type NamedCondition, truthFor } from '../cases/conditions.ts'
import { type Assignment, assignments, domainsOf, sizeOf } from './domain.ts'

/** Beyond so many assignments nothing is proved. */
const mostAssignments = 200_000

export type Comparison =
  /** The same truth, whatever the facts are. */
  | { readonly kind: 'equal' }
  /** Facts for which they differ, those that need the fewest known facts first. */
  | { readonly kind: 'different'; readonly at: readonly Assignment[] }
  | { readonly kind: 'too-large' }

/** Compares two conditions over all that their facts can be. Exact: "equal" holds for every value there is. */
export function compareTruth(kb: KnowledgeBase, a: NamedCondition, b: NamedCondition, most = 200): Comparison {
  const domains = domainsOf(
    kb,
    [...a.leaves, ...b.leaves].map(({ test }) => test),
  )
  if (!domains || sizeOf(domains) > mostAssignments) return { kind: 'too-large' }
  const found: Assignment[] = []
  for (const assignment of assignments(domains)) {
    const valueOf = (fact: string) => assignment.get(fact)
    if (truthFor(a, valueOf) !== truthFor(b, valueOf)) found.push(assignment)
  }
  if (found.length === 0) return { kind: 'equal' }
  return { kind: 'different', at: found.sort((x, y) => x.size - y.size).slice(0, most) }
}
