import { truthOfCondition } from '../../engine/evaluate.ts'
import { type Condition, factsIn, type Test } from '../../kb/condition.ts'
import type { FactValue } from '../../kb/model.ts'
import { cellsOf } from './cells.ts'
import type { Model } from './model.ts'

/** Combinations of the facts of one condition that are tried at most. */
const mostTried = 20_000

type Value = FactValue | undefined

/**
 * The facts on which a condition really hangs: in "any of A, and A with B" nothing hangs on B. A condition that names each fact once
 * hangs on all of them; one with too many combinations is taken to.
 */
export function essentialFacts(model: Model, condition: Condition): readonly string[] {
  const tests = testsIn(condition)
  const facts = [...new Set(factsIn(condition))]
  if (tests.length === facts.length) return facts
  const values = new Map<string, readonly Value[]>(
    facts.map(fact => {
      const own = tests.filter(test => test.fact === fact)
      return [fact, [undefined, ...cellsOf(model, fact, own).values]]
    }),
  )
  const size = [...values.values()].reduce((product, { length }) => product * length, 1)
  if (size > mostTried) return facts
  return facts.filter(fact => matters(condition, fact, values))
}

function matters(condition: Condition, fact: string, values: ReadonlyMap<string, readonly Value[]>): boolean {
  const others = [...values.keys()].filter(other => other !== fact)
  const chosen = new Map<string, Value>()
  const differs = (): boolean => {
    const truths = values.get(fact)!.map(value => truthOfCondition(condition, id => (id === fact ? value : chosen.get(id))))
    return truths.some(truth => truth !== truths[0])
  }
  const tryFrom = (i: number): boolean => {
    const other = others[i]
    if (other === undefined) return differs()
    return values.get(other)!.some(value => {
      chosen.set(other, value)
      return tryFrom(i + 1)
    })
  }
  return tryFrom(0)
}

function testsIn(condition: Condition): Test[] {
  if (condition.kind === 'test') return [condition]
  return condition.kind === 'not' ? testsIn(condition.of) : condition.of.flatMap(testsIn)
}
