import { compileCondition, factsIn } from './condition.ts'
import { allFacts, type KnowledgeBase } from './model.ts'
import type { Problem } from './problem.ts'
import type { FactFile, RawCondition } from './shapes.ts'

/** A base that does not load, as far as it can be reasoned about. */
export interface Draft {
  readonly kb: KnowledgeBase
  /** `folder/id` of the facts that were mended for that: nothing more is to be said of them. */
  readonly mended: ReadonlySet<string>
}

/** With these mistakes a base does not load, but what it says is clear. */
export const ofSense: ReadonlySet<string> = new Set([
  'fact-never-known',
  'derivation-cycle',
  'no-way-back',
  'unknown-source',
  'unknown-step',
  'unknown-rule',
  'example-not-matched',
  'look-alike-matched',
  'pattern-without-literal',
])

/**
 * The base for reasoning about the rest of it, when every file was understood and only sense is missing: what nothing can
 * set, and what is derived in a circle, is taken for asked.
 */
export function draftOf(kb: KnowledgeBase, problems: readonly Problem[]): Draft | undefined {
  if (!problems.every(({ code }) => ofSense.has(code))) return undefined
  const inCircles = new Set(circles(kb).flat())
  const mended = new Set<string>()
  const mend = (folder: 'facts' | 'symptoms'): Record<string, FactFile> =>
    Object.fromEntries(
      Object.entries(kb[folder]).map(([id, fact]) => {
        const unset = !fact.ask && !fact.derive && !fact['seen-as'] && !fact['read-as']
        if (!unset && !inCircles.has(id)) return [id, fact]
        mended.add(`${folder}/${id}`)
        const derive = fact.derive?.flatMap(rule => {
          const when = without(rule.when, inCircles)
          return when === undefined ? [] : [{ ...rule, when }]
        })
        return [id, { ...fact, ask: fact.title, derive: derive?.length ? derive : undefined }]
      }),
    )
  return { kb: { ...kb, facts: mend('facts'), symptoms: mend('symptoms') as KnowledgeBase['symptoms'] }, mended }
}

/** What is left of a condition without its tests of some facts: the other facts in it are used all the same. */
function without(raw: RawCondition, facts: ReadonlySet<string>): RawCondition | undefined {
  if (typeof raw === 'string') return facts.has(raw) ? undefined : raw
  const [key, inner] = Object.entries(raw)[0] as [string, unknown]
  if (key === 'not') {
    const part = without(inner as RawCondition, facts)
    return part === undefined ? undefined : ({ not: part } as RawCondition)
  }
  if (key !== 'all' && key !== 'any') return facts.has(key) ? undefined : raw
  const parts = (inner as readonly RawCondition[]).map(part => without(part, facts)).filter(part => part !== undefined)
  return parts.length === 0 ? undefined : ({ [key]: parts } as RawCondition)
}

/** Every circle found: ids in the order in which they need each other, the first one again at the end. */
export function circles(kb: KnowledgeBase): string[][] {
  const every = allFacts(kb)
  const needs = new Map(Object.entries(every).map(([id, fact]) => [id, (fact.derive ?? []).flatMap(rule => factsOfRule(rule.when, kb))]))
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id)
    if (start >= 0) {
      found.push([...trail.slice(start), id])
      return
    }
    if (done.has(id)) return
    for (const next of needs.get(id) ?? []) visit(next, [...trail, id])
    done.add(id)
  }
  for (const id of needs.keys()) visit(id, [])
  return found
}

/** The facts that a condition tests; none when it is no condition. */
export function factsOfRule(when: RawCondition, kb: KnowledgeBase): readonly string[] {
  const condition = compileCondition(when, kb, () => {}, [])
  return condition ? factsIn(condition) : []
}
