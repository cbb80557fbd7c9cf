import { testHolds } from '../../engine/predicate.ts'
import { bandOrder, type Test } from '../../kb/condition.ts'
import { type FactValue, factOf } from '../../kb/model.ts'
import type { FactFile } from '../../kb/shapes.ts'
import { choicesOf, compareVersions, withinRange } from '../../kb/value.ts'
import { type Model, yesNoOf } from './model.ts'

/** Values of which each stands for all that the tests cannot tell from it. */
export interface Cells {
  readonly values: readonly FactValue[]
  /** False when there are so many sets of list values that only some were taken. */
  readonly complete: boolean
}

/** A list with more values than this in its conditions has too many sets to look at all of them. */
const mostTogether = 10

/** Parts the values of a fact (or the bands of a hypothesis) into the cells that `tests` tell apart. */
export function cellsOf(model: Model, id: string, tests: readonly Test[]): Cells {
  const type = tests[0]!.type
  if (type === 'list') return listCells(factOf(model.kb, id)!, model, tests)
  return { values: distinct(candidates(model, id, type, tests), tests), complete: true }
}

function candidates(model: Model, id: string, type: Test['type'], tests: readonly Test[]): readonly FactValue[] {
  const operands = tests.flatMap(({ operator, value }) => (operator === 'known' ? [] : [value].flat()))
  switch (type) {
    case 'yes-no':
      return yesNoOf(model, id)
    case 'band':
      return bandOrder.filter(band => mayCome(model, id, band))
    case 'choice':
      return choicesOf(factOf(model.kb, id)!, model.kb) ?? []
    case 'number':
      // A case with any other number would not load.
      return withinRange(numbers(operands.filter(value => typeof value === 'number')), factOf(model.kb, id)!)
    case 'version':
      return versions(operands.map(String))
    default:
      return [...new Set(operands.map(String)), '(something else)']
  }
}

/** What only a test can say is never said where no test does. */
const mayCome = (model: Model, id: string, band: string): boolean =>
  (band !== 'confirmed' && band !== 'ruled-out') || (model.rulesOf.get(id) ?? []).some(({ rule }) => rule.decides === band)

/** Below, at, between and above all thresholds. */
function numbers(operands: readonly number[]): readonly number[] {
  const cuts = [...new Set(operands)].sort((a, b) => a - b)
  if (cuts.length === 0) return [0]
  return [
    cuts[0]! - 1,
    ...cuts.flatMap((cut, i) => {
      const next = cuts[i + 1]
      return next === undefined ? [cut, cut + 1] : [cut, Number.isInteger(cut) && cut + 1 < next ? cut + 1 : (cut + next) / 2]
    }),
  ]
}

function versions(operands: readonly string[]): readonly string[] {
  const cuts = [...new Set(operands)].sort(compareVersions)
  if (cuts.length === 0) return ['1']
  const between = cuts.flatMap((cut, i) => {
    const after = `${cut.split(/[-+~]/)[0]}.0.0.1`
    const next = cuts[i + 1]
    return next === undefined || compareVersions(after, next) < 0 ? [cut, after] : [cut]
  })
  return ['0', ...between]
}

function listCells(fact: FactFile, { kb }: Model, tests: readonly Test[]): Cells {
  const named = [...new Set(tests.flatMap(({ operator, value }) => (operator === 'known' ? [] : [value].flat().map(String))))]
  const choices = choicesOf(fact, kb)
  const other = choices ? choices.find(choice => !named.includes(choice)) : 'something-else'
  const items = other === undefined ? named : [...named, other]
  const complete = items.length <= mostTogether
  const sets = complete ? subsets(items) : someSets(items, tests)
  return {
    values: distinct(
      sets.map(set => [...set].sort()),
      tests,
    ),
    complete,
  }
}

function subsets(items: readonly string[]): readonly (readonly string[])[] {
  let sets: (readonly string[])[] = [[]]
  for (const item of items) sets = sets.concat(sets.map(set => [...set, item]))
  return sets
}

/** None, each, each two, all, and what is compared with as a whole. */
function someSets(items: readonly string[], tests: readonly Test[]): readonly (readonly string[])[] {
  const wholes = tests.flatMap(({ value }) => (Array.isArray(value) ? [value.map(String)] : []))
  const pairs = items.length > 40 ? [] : items.flatMap((a, i) => items.slice(i + 1).map(b => [a, b]))
  return [[], ...items.map(item => [item]), ...wholes, ...pairs, items]
}

function distinct(values: readonly FactValue[], tests: readonly Test[]): readonly FactValue[] {
  const seen = new Set<string>()
  return values.filter(value => {
    const signature = tests.map(test => (testHolds(test, value) ? 1 : 0)).join('')
    return !seen.has(signature) && seen.add(signature)
  })
}
