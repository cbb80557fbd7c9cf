import type { FactValue } from '../kb/model.ts'
import type { Outcome, Truth } from './outcome.ts'
import { testHolds } from './predicate.ts'
import { openLeaves, type RuleIndex, truthOf } from './rule-index.ts'

/**
 * Which rules hold, fail or stay open for what is known so far. Setting a fact touches only the rules that name it, and
 * the facts derived from them in turn. Facts observed and derived: what was observed stands.
 */
export interface Session {
  /** `undefined`: not known (any more). Returns the numbers of the rules whose truth changed, each once, ascending. */
  set(fact: string, value: FactValue | undefined): readonly number[]
  value(fact: string): FactValue | undefined
  /** The rule that derived a fact's value, if one did. */
  derivedBy(fact: string): string | undefined
  truth(rule: number): Truth
  outcome(ruleId: string): Outcome
  /** Facts that an open rule waits for, in reading order. */
  needs(rule: number): readonly string[]
  copy(): Session
}

/** A session in which nothing is known yet. */
export function createSession(index: RuleIndex): Session {
  return build(
    index,
    new Map(),
    new Map(),
    new Int8Array(index.predicates.length),
    Int8Array.from(index.trees, () => 0),
  )
}

function build(
  index: RuleIndex,
  observed: Map<string, FactValue>,
  derived: Map<string, { value: FactValue; rule: string }>,
  predicateTruth: Int8Array,
  ruleTruth: Int8Array,
): Session {
  const valueOf = (fact: string) => observed.get(fact) ?? derived.get(fact)?.value

  /** The first derivation that holds, once no earlier one can still say otherwise. */
  const derive = (fact: string): { value: FactValue; rule: string } | undefined => {
    const open: FactValue[] = []
    for (const rule of index.derivedBy.get(fact)!) {
      const { id, derives } = index.rules[rule]!
      if (ruleTruth[rule] === 0) open.push(derives!.value)
      else if (ruleTruth[rule] === 1)
        return open.every(value => equal(value, derives!.value)) ? { value: derives!.value, rule: id } : undefined
    }
    return undefined
  }

  const refresh = (fact: string, changed: Set<number>): void => {
    const value = valueOf(fact)
    const touched = new Set<number>()
    for (const predicate of index.predicatesOf.get(fact) ?? []) {
      const truth: Truth = value === undefined ? 0 : testHolds(index.predicates[predicate]!, value) ? 1 : -1
      if (predicateTruth[predicate] === truth) continue
      predicateTruth[predicate] = truth
      for (const rule of index.rulesOf[predicate]!) touched.add(rule)
    }
    const concluded = new Set<string>()
    for (const rule of touched) {
      const truth = truthOf(index.trees[rule]!, predicateTruth)
      if (ruleTruth[rule] === truth) continue
      ruleTruth[rule] = truth
      changed.add(rule)
      const derives = index.rules[rule]!.derives
      if (derives) concluded.add(derives.fact)
    }
    for (const inner of concluded) {
      const before = derived.get(inner)
      const after = derive(inner)
      if (after) derived.set(inner, after)
      else derived.delete(inner)
      if (!equal(before?.value, after?.value)) refresh(inner, changed)
    }
  }

  return {
    set(fact, value) {
      if (value === undefined) observed.delete(fact)
      else observed.set(fact, value)
      const changed = new Set<number>()
      refresh(fact, changed)
      return [...changed].sort((a, b) => a - b)
    },
    value: valueOf,
    derivedBy: fact => (observed.has(fact) ? undefined : derived.get(fact)?.rule),
    truth: rule => ruleTruth[rule] as Truth,
    outcome(ruleId) {
      const rule = index.number.get(ruleId)
      if (rule === undefined) throw new RangeError(`no rule is called "${ruleId}"`)
      return ruleTruth[rule] === 1
        ? { state: 'holds' }
        : ruleTruth[rule] === -1
          ? { state: 'fails' }
          : { state: 'open', needs: this.needs(rule) }
    },
    needs: rule => [...new Set(openLeaves(index.trees[rule]!, predicateTruth).map(leaf => index.predicates[leaf]!.fact))],
    copy: () => build(index, new Map(observed), new Map(derived), predicateTruth.slice(), ruleTruth.slice()),
  }
}

function equal(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]))
}
