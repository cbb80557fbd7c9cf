import { type Condition, checkedCondition, factsIn } from './condition.ts'
import { allFacts, type FactValue, type KnowledgeBase } from './model.ts'

/** A condition and what follows when it holds. `id` is unique over the base: `hypothesis/rule` or `fact/rule`. */
export interface Rule {
  readonly id: string
  readonly condition: Condition
  /** Facts the condition tests. */
  readonly facts: readonly string[]
  readonly because: string
  readonly sources: readonly string[]
  readonly hypothesis?: string
  readonly points?: number
  readonly decides?: 'confirmed' | 'ruled-out'
  /** Correlated evidence; the rule's own id when the author named no group. */
  readonly group?: string
  readonly derives?: { readonly fact: string; readonly value: FactValue }
}

const compiled = new WeakMap<KnowledgeBase, readonly Rule[]>()

/** All rules of a checked base, in file order: derivations first, then hypotheses. Compiled once per base. */
export function rulesOf(kb: KnowledgeBase): readonly Rule[] {
  const known = compiled.get(kb)
  if (known) return known
  const rules: Rule[] = []
  for (const [factId, fact] of Object.entries(allFacts(kb)))
    for (const { id, when, value, because, sources } of fact.derive ?? []) {
      const condition = checkedCondition(when, kb)
      const normal: FactValue = fact.type === 'yes-no' ? value === true || value === 'yes' : value
      rules.push({
        id: `${factId}/${id}`,
        condition,
        facts: factsIn(condition),
        because,
        sources: sources ?? [],
        derives: { fact: factId, value: normal },
      })
    }
  for (const [hypothesis, { rules: own }] of Object.entries(kb.hypotheses))
    for (const { id, when, points, decides, group, because, sources } of own) {
      const condition = checkedCondition(when, kb)
      rules.push({
        id: `${hypothesis}/${id}`,
        condition,
        facts: factsIn(condition),
        because,
        sources: sources ?? [],
        hypothesis,
        ...(points === undefined ? {} : { points }),
        ...(decides === undefined ? {} : { decides }),
        group: group ?? id,
      })
    }
  compiled.set(kb, rules)
  return rules
}

/** A condition that concludes nothing by itself: when a question is asked, when a step of the plan is shown. */
export interface Guard {
  readonly id: string
  readonly condition: Condition
}

const guards = new WeakMap<KnowledgeBase, readonly Guard[]>()

/**
 * The conditions of questions (`ask/FACT`) and of resolutions and their steps (`plan/RESOLUTION/…`). Conditions that also
 * test the band of a hypothesis are left out: no answer settles those by itself.
 */
export function guardsOf(kb: KnowledgeBase): readonly Guard[] {
  const known = guards.get(kb)
  if (known) return known
  const made: Guard[] = []
  for (const [id, fact] of Object.entries(allFacts(kb)))
    if (fact['ask-when'] !== undefined) made.push({ id: `ask/${id}`, condition: checkedCondition(fact['ask-when'], kb) })
  for (const [id, resolution] of Object.entries(kb.resolutions))
    for (const part of [{ id: '', ...resolution }, ...resolution.steps])
      for (const key of ['when', 'unless'] as const) {
        if (part[key] === undefined) continue
        const condition = checkedCondition(part[key], kb, true)
        if (!factsIn(condition).some(fact => Object.hasOwn(kb.hypotheses, fact)))
          made.push({ id: `plan/${id}/${'steps' in part ? '' : part.id}/${key}`, condition })
      }
  guards.set(kb, made)
  return made
}
