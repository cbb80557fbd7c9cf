import type { Condition } from '../../kb/condition.ts'
import { allFacts, type FactValue, factOf, type KnowledgeBase } from '../../kb/model.ts'
import { type Rule, rulesOf } from '../../kb/rules.ts'
import type { FactFile, Folder, RawCondition } from '../../kb/shapes.ts'
import type { Path } from '../../kb/yaml-file.ts'

export interface At {
  readonly folder: Folder | ''
  readonly id: string
  readonly path: Path
}

/** A rule with the place where it stands. */
export interface PlacedRule {
  readonly rule: Rule
  readonly at: At
}

/** What the checks need of a base, prepared once. */
export interface Model {
  readonly kb: KnowledgeBase
  readonly rules: readonly PlacedRule[]
  readonly rulesOf: ReadonlyMap<string, readonly PlacedRule[]>
  readonly derivations: ReadonlyMap<string, readonly PlacedRule[]>
  /** Facts that the result of some resolution answers. */
  readonly recorded: ReadonlySet<string>
}

export function modelOf(kb: KnowledgeBase): Model {
  const places: At[] = []
  for (const [id, { derive }] of Object.entries(allFacts(kb)))
    derive?.forEach((_, i) => void places.push({ folder: folderOf(kb, id), id, path: ['derive', i] }))
  for (const [id, { rules }] of Object.entries(kb.hypotheses))
    rules.forEach((_, i) => void places.push({ folder: 'hypotheses', id, path: ['rules', i] }))
  const rules = rulesOf(kb).map((rule, number) => ({ rule, at: places[number]! }))
  return {
    kb,
    rules,
    rulesOf: grouped(rules, ({ rule }) => rule.hypothesis),
    derivations: grouped(rules, ({ rule }) => rule.derives?.fact),
    recorded: new Set(Object.values(kb.resolutions).flatMap(({ records }) => records ?? [])),
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export function folderOf(kb: KnowledgeBase, fact: string): 'symptoms' | 'facts' {
  return Object.hasOwn(kb.symptoms, fact) ? 'symptoms' : 'facts'
}

/** Whether somebody or something can tell the fact itself, beside what it is derived from. */
export function isObserved({ kb, recorded }: Model, id: string): boolean {
  const fact = factOf(kb, id)!
  const own = fact.ask !== undefined || fact['seen-as'] !== undefined || fact['read-as'] !== undefined || recorded.has(id)
  // A fact that nothing sets at all is reported as such; here it may be anything, so that nothing else is reported for it.
  return own || fact.derive === undefined
}

/** What a fact is asked on, when asking is the only way to know it; what was read may be known in any case. */
export function gateOf({ kb, recorded }: Model, id: string): RawCondition | undefined {
  const fact = factOf(kb, id)!
  return fact.derive || fact['seen-as'] || fact['read-as'] || recorded.has(id) ? undefined : fact['ask-when']
}

/** The values a yes-no fact can have: what logs show is never "no" when their silence means nothing. */
export function yesNoOf({ kb, recorded }: Model, id: string): readonly boolean[] {
  const fact: FactFile = factOf(kb, id)!
  const shownOnly = fact['seen-as'] !== undefined && fact.absence === 'nothing'
  return shownOnly && fact.ask === undefined && fact['read-as'] === undefined && !recorded.has(id) ? [true] : [true, false]
}

/** The value a derivation concludes, and when. */
export interface Case {
  readonly condition: Condition
  readonly value: FactValue
}

export function casesOf({ derivations }: Model, id: string): readonly Case[] {
  return (derivations.get(id) ?? []).map(({ rule }) => ({ condition: rule.condition, value: rule.derives!.value }))
}

/** Work that may be done, counted in steps and never in time, so that the same base always gives the same findings. */
export interface Budget {
  left: number
}
