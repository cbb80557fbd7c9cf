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
