import type { Condition, Test } from '../kb/condition.ts'
import type { FactValue } from '../kb/model.ts'
import type { Truth } from './outcome.ts'

/** What the index needs of a rule; `kb/rules.ts` has the rest. */
export interface IndexedRule {
  readonly id: string
  readonly condition: Condition
  readonly derives?: { readonly fact: string; readonly value: FactValue }
}

/** A condition over predicate numbers. */
export type Tree = number | { readonly all: readonly Tree[] } | { readonly any: readonly Tree[] } | { readonly not: Tree }

/** Rules compiled once per base: each distinct (fact, operator, value) is one predicate. Immutable, shared by sessions. */
export interface RuleIndex {
  readonly rules: readonly IndexedRule[]
  readonly number: ReadonlyMap<string, number>
  readonly trees: readonly Tree[]
  /** The predicates of rules that are nothing but `all` of tests (most are): looked at without walking a tree. */
  readonly flat: readonly (Int32Array | undefined)[]
  readonly predicates: readonly Test[]
  /** Fact id -> predicates that test it. */
  readonly predicatesOf: ReadonlyMap<string, readonly number[]>
  /** Predicate -> rules that hold it. */
  readonly rulesOf: readonly (readonly number[])[]
  /** Derived fact -> its rules in the author's order. */
  readonly derivedBy: ReadonlyMap<string, readonly number[]>
}

export function compileIndex(rules: readonly IndexedRule[]): RuleIndex {
  const predicates: Test[] = []
  const numbers = new Map<string, number>()
  const predicatesOf = new Map<string, number[]>()
  const rulesOf: number[][] = []
  const derivedBy = new Map<string, number[]>()
  const intern = (test: Test, rule: number): number => {
    const key = `${test.fact}\0${test.type}\0${test.operator}\0${JSON.stringify(test.value)}`
    let found = numbers.get(key)
    if (found === undefined) {
      found = predicates.push(test) - 1
      numbers.set(key, found)
      rulesOf.push([])
      const siblings = predicatesOf.get(test.fact)
      if (siblings) siblings.push(found)
      else predicatesOf.set(test.fact, [found])
    }
    if (rulesOf[found]!.at(-1) !== rule) rulesOf[found]!.push(rule)
    return found
  }
  const compile = (condition: Condition, rule: number): Tree => {
    if (condition.kind === 'test') return intern(condition, rule)
    if (condition.kind === 'not') return { not: compile(condition.of, rule) }
    const of = condition.of.map(part => compile(part, rule))
    return condition.kind === 'all' ? { all: of } : { any: of }
  }
  const trees = rules.map(({ condition, derives }, rule) => {
    if (derives) {
      const siblings = derivedBy.get(derives.fact)
      if (siblings) siblings.push(rule)
      else derivedBy.set(derives.fact, [rule])
    }
    return compile(condition, rule)
  })
  const flat = trees.map(tree => {
    if (typeof tree === 'number') return Int32Array.of(tree)
    return 'all' in tree && tree.all.every(part => typeof part === 'number') ? Int32Array.from(tree.all as number[]) : undefined
  })
  return { rules, flat, number: new Map(rules.map(({ id }, i) => [id, i])), trees, predicates, predicatesOf, rulesOf, derivedBy }
}

/** The truth of one rule. */
export function truthOfRule({ flat, trees }: RuleIndex, rule: number, predicateTruth: Int8Array): Truth {
  const tests = flat[rule]
  if (!tests) return truthOf(trees[rule]!, predicateTruth)
  let result: Truth = 1
  for (let i = 0; i < tests.length; i++) {
    const truth = predicateTruth[tests[i]!]
    if (truth === -1) return -1
    if (truth === 0) result = 0
  }
  return result
}

/** Strong Kleene: one false member makes `all` false and one true member makes `any` true, whatever else is unknown. */
export function truthOf(tree: Tree, predicateTruth: Int8Array): Truth {
  if (typeof tree === 'number') return predicateTruth[tree] as Truth
  if ('not' in tree) return (0 - truthOf(tree.not, predicateTruth)) as Truth
  if ('all' in tree) {
    let result: Truth = 1
    for (const part of tree.all) {
      const truth = truthOf(part, predicateTruth)
      if (truth === -1) return -1
      if (truth === 0) result = 0
    }
    return result
  }
  let result: Truth = -1
  for (const part of tree.any) {
    const truth = truthOf(part, predicateTruth)
    if (truth === 1) return 1
    if (truth === 0) result = 0
  }
  return result
}

/** Predicates that keep an open tree open; decided branches do not count. */
export function openLeaves(tree: Tree, predicateTruth: Int8Array, found: number[] = []): number[] {
  if (truthOf(tree, predicateTruth) !== 0) return found
  if (typeof tree === 'number') found.push(tree)
  else if ('not' in tree) openLeaves(tree.not, predicateTruth, found)
  else for (const part of 'all' in tree ? tree.all : tree.any) openLeaves(part, predicateTruth, found)
  return found
}
