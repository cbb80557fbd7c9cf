import type { NestedCondition, TopLevelCondition } from 'json-rules-engine'
import type { Condition } from '../kb/condition.ts'
import type { FactValue } from '../kb/model.ts'
import { testHolds, typedOperators } from './predicate.ts'
import type { IndexedRule } from './rule-index.ts'

/** One test as json-rules-engine evaluated it. `value` is undefined for a fact nobody knows, `held` for a test it did not need. */
export interface Leaf {
  readonly fact: string
  readonly operator: string
  readonly wanted: FactValue
  readonly value: FactValue | undefined
  readonly held: boolean | undefined
}

/** A rule that json-rules-engine found to hold, with what it saw: what explanations print. */
export interface Confirmed {
  readonly rule: string
  readonly leaves: readonly Leaf[]
}

/** Index and engine came to different results: a bug in avert, never a finding. */
export class EngineDisagreement extends Error {
  override readonly name = 'EngineDisagreement'
}

/**
 * Runs the rules settled as holding through json-rules-engine and returns its results in the order given.
 *
 * Only settled rules enter: a missing fact reads as `undefined` there, which makes "is not" and "not" true. A fresh small
 * engine a run costs less than keeping one, and two runs on one engine lose rules.
 *
 * @throws {EngineDisagreement} when the engine does not confirm a rule.
 */
export async function confirm(rules: readonly IndexedRule[], valueOf: (fact: string) => FactValue | undefined): Promise<Confirmed[]> {
  if (rules.length === 0) return []
  // Loaded with the first rule that holds: before that there is nothing to confirm, and the first question comes sooner.
  const { Engine } = await import('json-rules-engine')
  const engine = new Engine([], { allowUndefinedFacts: true })
  const used = new Set<string>()
  for (const { condition } of rules) collectOperators(condition, used)
  for (const { type, operator } of typedOperators)
    if (used.has(`${type}.${operator}`))
      engine.addOperator(
        `${type}.${operator}`,
        (value: FactValue | undefined, wanted: FactValue) => value !== undefined && testHolds({ type, operator, value: wanted }, value),
      )
  const values: Record<string, FactValue> = {}
  for (const { id, condition } of rules) {
    engine.addRule({ name: id, conditions: topLevel(toJson(condition, values, valueOf)), event: { type: 'holds' } })
  }
  const { results } = await engine.run(values)
  const byName = new Map(results.map(result => [result.name, result]))
  return rules.map(({ id }) => {
    const result = byName.get(id)
    if (!result) throw new EngineDisagreement(`json-rules-engine does not confirm rule "${id}"`)
    return { rule: id, leaves: leavesOf(result.conditions as unknown as Node) }
  })
}

function collectOperators(condition: Condition, used: Set<string>): void {
  if (condition.kind === 'test') used.add(`${condition.type}.${condition.operator}`)
  else if (condition.kind === 'not') collectOperators(condition.of, used)
  else for (const part of condition.of) collectOperators(part, used)
}

function toJson(
  condition: Condition,
  values: Record<string, FactValue>,
  valueOf: (fact: string) => FactValue | undefined,
): NestedCondition {
  if (condition.kind === 'not') return { not: toJson(condition.of, values, valueOf) }
  if (condition.kind !== 'test') {
    const of = condition.of.map(part => toJson(part, values, valueOf))
    return condition.kind === 'all' ? { all: of } : { any: of }
  }
  const { fact, type, operator, value } = condition
  const known = valueOf(fact)
  if (known !== undefined) values[fact] = known
  return { fact, operator: `${type}.${operator}`, value }
}

const topLevel = (condition: NestedCondition): TopLevelCondition =>
  ('all' in condition || 'any' in condition || 'not' in condition ? condition : { all: [condition] }) as TopLevelCondition

interface Node {
  readonly all?: readonly Node[]
  readonly any?: readonly Node[]
  readonly not?: Node
  readonly fact?: string
  readonly operator?: string
  readonly value?: unknown
  readonly factResult?: unknown
  readonly result?: boolean
}

function leavesOf(node: Node): Leaf[] {
  const inner = node.all ?? node.any ?? (node.not ? [node.not] : undefined)
  if (inner) return inner.flatMap(leavesOf)
  return [
    {
      fact: node.fact!,
      operator: node.operator!.split('.')[1]!,
      wanted: node.value as FactValue,
      value: node.factResult as FactValue | undefined,
      held: node.result,
    },
  ]
}
