import type { Truth } from '../../engine/outcome.ts'
import { testHolds } from '../../engine/predicate.ts'
import { type Tree, truthOf } from '../../engine/rule-index.ts'
import { checkedCondition, type Test } from '../../kb/condition.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../../kb/model.ts'
import type { Folder, RawCondition } from '../../kb/shapes.ts'
import type { Path } from '../../kb/yaml-file.ts'

/** Where something stands in a base: a path inside the fields of one file. */
export interface At {
  readonly folder: Folder
  readonly id: string
  readonly path: Path
}

/** One test as its author wrote it. `path` leads there from the condition's own beginning. */
export interface Leaf {
  readonly test: Test
  readonly path: Path
}

/** A condition of a rule, a derivation, a question or the plan, with every test in it kept apart. */
export interface NamedCondition {
  /** As sessions and the `rules` of a case name it: `hypothesis/rule`, `fact/rule`, `ask/FACT`, `plan/RESOLUTION/STEP/when`. */
  readonly id: string
  readonly at: At
  readonly raw: RawCondition
  readonly leaves: readonly Leaf[]
  /** Over the numbers of the leaves; equal tests at two places are two leaves. */
  readonly tree: Tree
  /** Tests the band of a hypothesis, which no fact settles by itself. */
  readonly onBands: boolean
}

const cache = new WeakMap<KnowledgeBase, readonly NamedCondition[]>()

/** Every condition of a checked base: derivations, rules, `ask-when`, and `when` and `unless` of the plan. */
export function conditionsOf(kb: KnowledgeBase): readonly NamedCondition[] {
  const known = cache.get(kb) ?? writtenConditions(kb).map(({ id, at, raw }) => named(kb, id, at, raw))
  cache.set(kb, known)
  return known
}

/** The same as they are written; also of a base that is not checked yet. */
export function writtenConditions(kb: KnowledgeBase): Pick<NamedCondition, 'id' | 'at' | 'raw'>[] {
  const found: Pick<NamedCondition, 'id' | 'at' | 'raw'>[] = []
  const add = (id: string, folder: Folder, file: string, path: Path, raw: RawCondition | undefined) => {
    if (raw !== undefined) found.push({ id, at: { folder, id: file, path }, raw })
  }
  for (const [id, fact] of Object.entries(allFacts(kb))) {
    const folder = Object.hasOwn(kb.facts, id) ? 'facts' : 'symptoms'
    fact.derive?.forEach((rule, i) => void add(`${id}/${rule.id}`, folder, id, ['derive', i, 'when'], rule.when))
    add(`ask/${id}`, folder, id, ['ask-when'], fact['ask-when'])
  }
  for (const [id, { rules }] of Object.entries(kb.hypotheses))
    rules.forEach((rule, i) => void add(`${id}/${rule.id}`, 'hypotheses', id, ['rules', i, 'when'], rule.when))
  for (const [id, resolution] of Object.entries(kb.resolutions))
    for (const key of ['when', 'unless'] as const) {
      add(`plan/${id}//${key}`, 'resolutions', id, [key], resolution[key])
      resolution.steps.forEach((step, i) => void add(`plan/${id}/${step.id}/${key}`, 'resolutions', id, ['steps', i, key], step[key]))
    }
  return found
}

/** A condition taken apart. */
export function named(kb: KnowledgeBase, id: string, at: At, raw: RawCondition): NamedCondition {
  const leaves: Leaf[] = []
  const tree = takeApart(kb, raw, [], leaves)
  return { id, at, raw, leaves, tree, onBands: leaves.some(({ test }) => test.type === 'band') }
}

function takeApart(kb: KnowledgeBase, raw: RawCondition, path: Path, leaves: Leaf[]): Tree {
  if (typeof raw === 'string') return leaves.push({ test: checkedCondition(raw, kb, true) as Test, path }) - 1
  const [key, inner] = Object.entries(raw)[0]! as [string, unknown]
  if (key === 'not') return { not: takeApart(kb, inner as RawCondition, [...path, key], leaves) }
  if (key === 'all' || key === 'any') {
    const of = (inner as RawCondition[]).map((part, i) => takeApart(kb, part, [...path, key, i], leaves))
    return key === 'all' ? { all: of } : { any: of }
  }
  const parts = Object.entries(inner as Record<string, unknown>).map(([operator, value]): Tree => {
    const test = checkedCondition({ [key]: { [operator]: value } }, kb, true) as Test
    return leaves.push({ test, path: [...path, key, operator] }) - 1
  })
  return parts.length === 1 ? parts[0]! : { all: parts }
}

export type ValueOf = (fact: string) => FactValue | undefined

/** The truth of each leaf for what is known. */
export function leafTruths({ leaves }: Pick<NamedCondition, 'leaves'>, valueOf: ValueOf): Int8Array {
  return Int8Array.from(leaves, ({ test }) => {
    const value = valueOf(test.fact)
    return value === undefined ? 0 : testHolds(test, value) ? 1 : -1
  })
}

/** The truth of the whole condition for what is known. */
export function truthFor(condition: Pick<NamedCondition, 'leaves' | 'tree'>, valueOf: ValueOf): Truth {
  return truthOf(condition.tree, leafTruths(condition, valueOf))
}

/** A test in words, as it is written in a rule file. */
export function testText({ fact, type, operator, value }: Test): string {
  if (type === 'yes-no' && operator === 'is') return value === true ? fact : `not ${fact}`
  const shown = value === true ? 'yes' : value === false ? 'no' : Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
  return `${fact} ${operator} ${shown}`
}
