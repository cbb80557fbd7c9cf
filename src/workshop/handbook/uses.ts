import { checkedCondition, factsIn } from '../../kb/condition.ts'
import { allFacts, factOf, type KnowledgeBase } from '../../kb/model.ts'
import { type Rule, rulesOf } from '../../kb/rules.ts'
import type { CaseFile, HypothesisFile } from '../../kb/shapes.ts'
import { eventsOf } from '../graph/links.ts'

type RuleFile = HypothesisFile['rules'][number]

/** Who refers to what, so that every page can tell what an object is good for. Computed once for a handbook. */
export interface Uses {
  /** Rules of hypotheses that test a fact. */
  readonly weighed: ReadonlyMap<string, readonly { readonly hypothesis: string; readonly rule: RuleFile }[]>
  /** Rules that conclude another fact from this one. */
  readonly derives: ReadonlyMap<string, readonly Rule[]>
  /** Facts that are asked only when this one has a certain value. */
  readonly gates: ReadonlyMap<string, readonly string[]>
  /** Resolutions whose conditions test the fact. */
  readonly plans: ReadonlyMap<string, readonly string[]>
  /** Resolutions whose result answers the fact. */
  readonly records: ReadonlyMap<string, readonly string[]>
  /** Facts that an event shows, or keeps from being shown. */
  readonly shown: ReadonlyMap<string, readonly string[]>
  /** Hypotheses that lead to a resolution. */
  readonly led: ReadonlyMap<string, readonly string[]>
  /** Cases that name an object in their facts, and those that expect it in the result; by `folder/id` or fact id. */
  readonly cases: ReadonlyMap<string, readonly string[]>
}

class Lists<T> extends Map<string, T[]> {
  add(key: string, value: T): void {
    const list = this.get(key)
    if (list === undefined) this.set(key, [value])
    else if (list.at(-1) !== value) list.push(value)
  }
}

export function usesIn(kb: KnowledgeBase): Uses {
  const uses = {
    weighed: new Lists<{ hypothesis: string; rule: RuleFile }>(),
    derives: new Lists<Rule>(),
    gates: new Lists<string>(),
    plans: new Lists<string>(),
    records: new Lists<string>(),
    shown: new Lists<string>(),
    led: new Lists<string>(),
    cases: new Lists<string>(),
  }
  for (const rule of rulesOf(kb)) {
    if (rule.derives !== undefined) for (const fact of rule.facts) uses.derives.add(fact, rule)
    else {
      const [hypothesis, id] = rule.id.split('/') as [string, string]
      const file = kb.hypotheses[hypothesis]!.rules.find(own => own.id === id)!
      for (const fact of rule.facts) uses.weighed.add(fact, { hypothesis, rule: file })
    }
  }
  for (const [id, fact] of Object.entries(allFacts(kb))) {
    if (fact['ask-when'] !== undefined) for (const gate of factsIn(checkedCondition(fact['ask-when'], kb))) uses.gates.add(gate, id)
    const { shows, hinders } = eventsOf(fact['seen-as'])
    for (const event of [...shows, ...hinders]) uses.shown.add(event, id)
  }
  for (const [id, resolution] of Object.entries(kb.resolutions)) {
    if (resolution.records !== undefined) uses.records.add(resolution.records, id)
    for (const part of [resolution, ...resolution.steps])
      for (const raw of [part.when, part.unless])
        if (raw !== undefined) for (const fact of factsIn(checkedCondition(raw, kb, true))) uses.plans.add(fact, id)
  }
  for (const [id, { resolutions }] of Object.entries(kb.hypotheses)) for (const resolution of resolutions) uses.led.add(resolution, id)
  for (const [id, kase] of Object.entries(kb.cases)) for (const key of namedIn(kb, kase)) uses.cases.add(key, id)
  return uses
}

/** What a case is about: facts that it gives and that are not "no", agents and components in them, causes it expects, steps it wants. */
function namedIn(kb: KnowledgeBase, { facts, expect }: CaseFile): Set<string> {
  const named = new Set<string>()
  for (const [id, value] of [...Object.entries(facts ?? {}), ...Object.entries(expect.facts ?? {})]) {
    if (value !== null && value !== false && value !== 'no' && !(Array.isArray(value) && value.length === 0)) named.add(id)
    const of = factOf(kb, id)?.of
    if (of !== undefined) for (const item of [value].flat()) named.add(`${of}/${item}`)
  }
  for (const [id, band] of Object.entries(expect.bands ?? {}))
    if ([band].flat().some(word => word === 'likely' || word === 'confirmed')) named.add(`hypotheses/${id}`)
  if (expect.leading !== undefined) named.add(`hypotheses/${expect.leading}`)
  for (const step of expect.steps ?? []) named.add(`resolutions/${step.split('/')[0]}`)
  return named
}
