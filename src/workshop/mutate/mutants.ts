import type { KnowledgeBase } from '../../kb/model.ts'
import { conditionMutants } from './condition-mutants.ts'
import type { Mutant } from './model.ts'
import { patternMutants } from './pattern-mutants.ts'
import { derivationMutants, hypothesisMutants, planMutants } from './rule-mutants.ts'
import { seenMutants } from './seen-mutants.ts'

/** All changes of a base, always in the same order. `filter` restricts to objects whose id holds it. */
export function mutantsOf(kb: KnowledgeBase, filter = ''): Mutant[] {
  const all = [conditionMutants, hypothesisMutants, derivationMutants, planMutants, seenMutants, patternMutants].flatMap(make => make(kb))
  const seen = new Set<string>()
  return all.filter(({ id, at }) => at.id.includes(filter) && !seen.has(id) && seen.add(id))
}
