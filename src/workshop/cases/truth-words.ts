import { indexOf } from '../../diagnosis/diagnose.ts'
import type { Truth } from '../../engine/outcome.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import { conditionsOf, truthFor } from './conditions.ts'
import type { CaseView } from './view.ts'

export type TruthWord = 'holds' | 'fails' | 'open'

const truthWord = (truth: Truth): TruthWord => (truth === 1 ? 'holds' : truth === -1 ? 'fails' : 'open')

/** Whether a rule, or another condition of the base, holds; undefined when there is none of that name. */
export function stateOf(kb: KnowledgeBase, id: string, { session, valueOf }: CaseView): TruthWord | undefined {
  if (indexOf(kb).number.has(id)) return session.outcome(id).state
  // Conditions on bands are in no index: no fact settles them by itself.
  const condition = conditionsOf(kb).find(own => own.id === id)
  return condition && truthWord(truthFor(condition, valueOf))
}
