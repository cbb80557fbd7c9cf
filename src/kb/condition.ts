import type { FactValue, KnowledgeBase, Scalar } from './model.ts'
import { factOf, unreadable } from './model.ts'
import { didYouMean } from './suggest.ts'
import { checkValue } from './value.ts'
import { type OperatorWord, operators } from './vocabulary.ts'
import type { Path } from './yaml-file.ts'

/** The type a test compares by: a fact's type, or `band` for a hypothesis. */
export type TestType = 'yes-no' | 'number' | 'choice' | 'text' | 'version' | 'list' | 'band'

export interface Test {
  readonly kind: 'test'
  readonly fact: string
  readonly type: TestType
  readonly operator: OperatorWord
  readonly value: FactValue
}

/** A condition that means exactly one thing; groups are never empty. */
export type Condition =
  | Test
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

export const bandOrder = ['ruled-out', 'unlikely', 'possible', 'likely', 'confirmed'] as const

const fits: Readonly<Record<TestType, readonly OperatorWord[]>> = {
  'yes-no': ['is', 'is-not', 'known'],
  number: ['is', 'is-not', 'one-of', 'none-of', 'more-than', 'less-than', 'at-least', 'at-most', 'known'],
  version: ['is', 'is-not', 'one-of', 'none-of', 'more-than', 'less-than', 'at-least', 'at-most', 'known'],
  choice: ['is', 'is-not', 'one-of', 'none-of', 'known'],
  text: ['is', 'is-not', 'one-of', 'none-of', 'known'],
  list: ['is', 'is-not', 'includes', 'excludes', 'known'],
  band: ['is', 'is-not', 'one-of', 'none-of', 'at-least', 'at-most'],
}

/** What other languages call the operators and groups of this one. */
const foreignOperators: Readonly<Record<string, OperatorWord>> = {
  '=': 'is',
  '==': 'is',
  equals: 'is',
  eq: 'is',
  '!=': 'is-not',
  'not-equals': 'is-not',
  ne: 'is-not',
  '>': 'more-than',
  gt: 'more-than',
  'greater-than': 'more-than',
  above: 'more-than',
  '<': 'less-than',
  lt: 'less-than',
  'smaller-than': 'less-than',
  below: 'less-than',
  '>=': 'at-least',
  gte: 'at-least',
  min: 'at-least',
  '<=': 'at-most',
  lte: 'at-most',
  max: 'at-most',
  in: 'one-of',
  'not-in': 'none-of',
  contains: 'includes',
  has: 'includes',
  exists: 'known',
}
const foreignGroups: Readonly<Record<string, string>> = {
  and: '{ all: [ … ] }',
  '&&': '{ all: [ … ] }',
  or: '{ any: [ … ] }',
  '||': '{ any: [ … ] }',
  none: '{ not: { any: [ … ] } }',
  nor: '{ not: { any: [ … ] } }',
  '!': '{ not: … }',
}

const aCondition = 'Write a fact id, { all: [...] }, or { fact-id: { operator: value } }.'
const listed = 'Write { all: [ … ] } when each of them must hold, { any: [ … ] } when one is enough.'

export type Report = (code: string, path: Path, message: string, hint: string, atKey?: boolean) => void

/** Compiles what an author wrote. Reports every mistake with its path; `undefined` after at least one. */
export function compileCondition(raw: unknown, kb: KnowledgeBase, report: Report, path: Path, bands = false): Condition | undefined {
  if (typeof raw === 'string') {
    const fact = factOf(kb, raw)
    if (!fact) return unknownFact(raw, kb, report, path, bands)
    if (unreadable.has(fact)) return undefined
    if (fact.type !== 'yes-no') {
      report(
        'operator-missing',
        path,
        `"${raw}" is of type ${fact.type}, so its name alone is no condition`,
        `Write ${exampleTest(raw, fact.type)}.`,
      )
      return undefined
    }
    return { kind: 'test', fact: raw, type: 'yes-no', operator: 'is', value: true }
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report('wrong-condition', path, 'expected a fact, a group (all, any, not) or a test', Array.isArray(raw) ? listed : aCondition)
    return undefined
  }
  const entries = Object.entries(raw)
  if (entries.length === 0) {
    report('empty-condition', path, 'an empty condition', 'Write a fact id or a test.')
    return undefined
  }
  const [key, inner] = entries[0]!
  if (entries.length > 1) {
    report(
      'two-in-one-condition',
      [...path, entries[1]![0]],
      'one condition holds two tests',
      'Put them in a list under "all" or "any".',
      true,
    )
    return undefined
  }
  if (key === 'not') {
    const of = compileCondition(inner, kb, report, [...path, 'not'], bands)
    return of && { kind: 'not', of }
  }
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(inner) || inner.length === 0) {
      report(
        'empty-group',
        [...path, key],
        `"${key}" needs a list with at least one condition`,
        Array.isArray(inner) ? 'Add a condition or delete the group.' : `Write { ${key}: [ … ] }, also around a single condition.`,
        true,
      )
      return undefined
    }
    const of = inner.map((part, i) => compileCondition(part, kb, report, [...path, key, i], bands))
    return of.includes(undefined) ? undefined : { kind: key, of: of as Condition[] }
  }
  return compileTest(key, inner, kb, report, path, bands)
}

function compileTest(id: string, tests: unknown, kb: KnowledgeBase, report: Report, path: Path, bands: boolean): Condition | undefined {
  const fact = factOf(kb, id)
  const isBand = !fact && bands && Object.hasOwn(kb.hypotheses, id)
  if (!fact && !isBand) return unknownFact(id, kb, report, [...path, id], bands)
  if (fact && unreadable.has(fact)) return undefined
  const type: TestType = fact ? fact.type : 'band'
  if (typeof tests !== 'object' || tests === null || Array.isArray(tests) || Object.keys(tests).length === 0) {
    report('operator-missing', [...path, id], `"${id}" needs an operator`, `Write ${exampleTest(id, type)}.`)
    return undefined
  }
  const parts = Object.entries(tests).map(([word, value]): Condition | undefined => {
    const here = [...path, id, word]
    if (!operators.includes(word as OperatorWord)) {
      report(
        'unknown-operator',
        here,
        `no operator is called "${word}"`,
        Object.hasOwn(foreignOperators, word)
          ? `Write "${foreignOperators[word]}".`
          : didYouMean(word, operators, `Operators: ${operators.join(', ')}.`),
        true,
      )
      return undefined
    }
    const operator = word as OperatorWord
    if (!fits[type].includes(operator)) {
      report(
        'operator-does-not-fit',
        here,
        `"${operator}" does not fit "${id}", which is of type ${type}`,
        `Operators that fit: ${fits[type].join(', ')}.`,
        true,
      )
      return undefined
    }
    const wanted = wantedValue(id, type, operator, value, kb, (message, hint) => report('wrong-value', here, message, hint))
    return wanted === undefined ? undefined : { kind: 'test', fact: id, type, operator, value: wanted }
  })
  if (parts.includes(undefined)) return undefined
  return parts.length === 1 ? parts[0] : { kind: 'all', of: parts as Condition[] }
}

function wantedValue(
  id: string,
  type: TestType,
  operator: OperatorWord,
  value: unknown,
  kb: KnowledgeBase,
  wrong: (message: string, hint: string) => void,
): FactValue | undefined {
  if (operator === 'known') {
    if (value === true || value === 'yes') return true
    wrong('"known" takes only true', 'Leave the condition out, or use "not" around a test.')
    return undefined
  }
  const one = (item: unknown): FactValue | undefined => {
    if (type === 'band') {
      if (bandOrder.includes(item as (typeof bandOrder)[number])) return item as string
      wrong(`${JSON.stringify(item)} is no band`, `Bands: ${bandOrder.join(', ')}.`)
      return undefined
    }
    const isItem = operator === 'includes' || operator === 'excludes'
    if (isItem && typeof item !== 'string') {
      wrong(`"${operator}" takes one item`, `For several write { any: [ { ${id}: { ${operator}: … } }, … ] }, or "all".`)
      return undefined
    }
    if (item === null) {
      wrong('a test takes no null', `That nobody knows it is { not: { ${id}: { known: true } } }.`)
      return undefined
    }
    const fact = factOf(kb, id)!
    const checked = checkValue(fact, isItem ? [item] : item, kb)
    if ('message' in checked) {
      const { message, hint } = checked
      wrong(message, type === 'list' && typeof item === 'string' && !isItem ? `Write { ${id}: { includes: ${item} } }.` : hint)
      return undefined
    }
    return isItem ? (checked.value as string[])[0] : checked.value
  }
  if (operator !== 'one-of' && operator !== 'none-of') return one(value)
  if (!Array.isArray(value) || value.length === 0) {
    wrong(`"${operator}" takes a list`, 'Write [one, two].')
    return undefined
  }
  const values = value.map(one)
  return values.includes(undefined) ? undefined : (values as Scalar[])
}

/** How a test of this fact begins. */
const exampleTest = (id: string, type: TestType) =>
  `{ ${id}: { ${type === 'list' ? 'includes: …' : type === 'yes-no' ? 'is: yes' : 'is: …'} } }`

function unknownFact(id: string, kb: KnowledgeBase, report: Report, path: Path, bands: boolean): undefined {
  const known = [...Object.keys(kb.symptoms), ...Object.keys(kb.facts), ...(bands ? Object.keys(kb.hypotheses) : [])]
  const hint =
    renamedHint(id, kb) ??
    (Object.hasOwn(foreignGroups, id)
      ? `Write ${foreignGroups[id]}.`
      : / (?:and|or) /i.test(id)
        ? listed
        : Object.hasOwn(kb.hypotheses, id)
          ? 'It is a cause; how likely a cause is can be tested in resolutions only.'
          : didYouMean(id, known, 'Declare it in facts/ or symptoms/ first.'))
  report('unknown-fact', path, `no fact is called "${id}"`, hint, path.at(-1) === id)
}

/** What the fact once called `id` is called now. */
export function renamed(id: string, kb: KnowledgeBase): string | undefined {
  return [kb.symptoms, kb.facts].flatMap(Object.entries).find(([, fact]) => Array.isArray(fact.was) && fact.was.includes(id))?.[0]
}

/** Where to go when `id` is the former id of a fact. */
export function renamedHint(id: string, kb: KnowledgeBase): string | undefined {
  const now = renamed(id, kb)
  return now === undefined ? undefined : `It is called "${now}" now.`
}

/** Every fact a condition tests, each once, in reading order. */
export function factsIn(condition: Condition): string[] {
  const found = new Set<string>()
  const walk = (part: Condition): void => {
    if (part.kind === 'test') found.add(part.fact)
    else if (part.kind === 'not') walk(part.of)
    else part.of.forEach(walk)
  }
  walk(condition)
  return [...found]
}

/** Compiles a condition of a base that was checked before: a mistake here is a bug. */
export function checkedCondition(raw: unknown, kb: KnowledgeBase, bands = false): Condition {
  const compiled = compileCondition(
    raw,
    kb,
    (code, _, message) => {
      throw new Error(`${code}: ${message}`)
    },
    [],
    bands,
  )
  return compiled!
}
