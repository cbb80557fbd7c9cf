import type { Condition } from '../kb/condition.ts'
import type { FactValue } from '../kb/model.ts'
import type { Truth } from './outcome.ts'
import { testHolds } from './predicate.ts'

/** Strong Kleene truth of one condition, for the few that belong to no rule index (the plan's). */
export function truthOfCondition(condition: Condition, valueOf: (fact: string) => FactValue | undefined): Truth {
  if (condition.kind === 'test') {
    const value = valueOf(condition.fact)
    return value === undefined ? 0 : testHolds(condition, value) ? 1 : -1
  }
  if (condition.kind === 'not') return (0 - truthOfCondition(condition.of, valueOf)) as Truth
  const truths = condition.of.map(part => truthOfCondition(part, valueOf))
  const [decisive, other] = condition.kind === 'all' ? [-1 as Truth, 1 as Truth] : [1 as Truth, -1 as Truth]
  return truths.includes(decisive) ? decisive : truths.includes(0) ? 0 : other
}
