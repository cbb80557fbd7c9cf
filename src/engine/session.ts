import { type FactValue, sameValue } from '../kb/model.ts'
import type { Outcome, Truth } from './outcome.ts'
import { testHolds } from './predicate.ts'
import { openLeaves, type RuleIndex, truthOfRule } from './rule-index.ts'

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

/** Only creation needs this. */
interface FreshSession extends Session {
  settleDerived(): void
}

/**
 * A session in which `known` is known, nothing unless told. Knowing much from the start costs one look at each rule;
 * setting the same facts one by one costs one look for each fact it names.
 */
export function createSession(index: RuleIndex, known: ReadonlyMap<string, FactValue> = new Map()): Session {
  const predicateTruth = new Int8Array(index.predicates.length)
  const ruleTruth = new Int8Array(index.trees.length)
  for (const [fact, value] of known)
    for (const predicate of index.predicatesOf.get(fact) ?? [])
      predicateTruth[predicate] = testHolds(index.predicates[predicate]!, value) ? 1 : -1
  if (known.size > 0) for (let rule = 0; rule < index.trees.length; rule++) ruleTruth[rule] = truthOfRule(index, rule, predicateTruth)
  const session = build(index, new Map(known), new Map(), predicateTruth, ruleTruth)
  if (known.size > 0) session.settleDerived()
  return session
}

function build(
  index: RuleIndex,
  observed: Map<string, FactValue>,
  derived: Map<string, { value: FactValue; rule: string }>,
  predicateTruth: Int8Array,
  ruleTruth: Int8Array,
): FreshSession {
  const valueOf = (fact: string) => observed.get(fact) ?? derived.get(fact)?.value

  /** The first derivation that holds, once no earlier one can still say otherwise. */
  const derive = (fact: string): { value: FactValue; rule: string } | undefined => {
    const open: FactValue[] = []
    for (const rule of index.derivedBy.get(fact)!) {
      const { id, derives } = index.rules[rule]!
      if (ruleTruth[rule] === 0) open.push(derives!.value)
      else if (ruleTruth[rule] === 1)
        return open.every(value => sameValue(value, derives!.value)) ? { value: derives!.value, rule: id } : undefined
    }
    return undefined
  }

  const refresh = (fact: string, changed: Set<number>): void => {
    const value = valueOf(fact)
    const touched = new Set<number>()
    for (const predicate of index.predicatesOf.get(fact) ?? []) {
      const truth: Truth = value === undefined ? 0 : testHolds(index.predicates[predicate]!, value) ? 1 : -1
      const before = predicateTruth[predicate]
      if (before === truth) continue
      predicateTruth[predicate] = truth
      // What was settled before this was known stays settled: only open rules need another look.
      for (const rule of index.rulesOf[predicate]!) if (before !== 0 || ruleTruth[rule] === 0) touched.add(rule)
    }
    const concluded = new Set<string>()
    for (const rule of touched) {
      const truth = truthOfRule(index, rule, predicateTruth)
      if (ruleTruth[rule] === truth) continue
      ruleTruth[rule] = truth
      changed.add(rule)
      const derives = index.rules[rule]!.derives
      if (derives) concluded.add(derives.fact)
    }
    for (const inner of concluded) conclude(inner, changed)
  }

  const conclude = (fact: string, changed: Set<number>): void => {
    const before = derived.get(fact)
    const after = derive(fact)
    if (after) derived.set(fact, after)
    else derived.delete(fact)
    if (!sameValue(before?.value, after?.value)) refresh(fact, changed)
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
    settleDerived() {
      for (const fact of index.derivedBy.keys()) conclude(fact, new Set())
    },
    copy: () => build(index, new Map(observed), new Map(derived), predicateTruth.slice(), ruleTruth.slice()),
  }
}
