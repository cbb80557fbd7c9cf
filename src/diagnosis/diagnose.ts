import { mergeObservations } from '../case/merge.ts'
import type { FactState, LedgerEntry, Observation } from '../case/observation.ts'
import { confirm } from '../engine/json-rules.ts'
import { compileIndex, type RuleIndex } from '../engine/rule-index.ts'
import { createSession, type Session } from '../engine/session.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../kb/model.ts'
import { guardsOf, rulesOf } from '../kb/rules.ts'
import { isSure } from './bands.ts'
import type { Diagnosis } from './model.ts'
import { weigh } from './weigh.ts'

const indexes = new WeakMap<KnowledgeBase, RuleIndex>()

/** The base's rules, numbered as in `rulesOf`, and behind them the guards of questions and plan; compiled once. */
export function indexOf(kb: KnowledgeBase): RuleIndex {
  let index = indexes.get(kb)
  if (!index) {
    index = compileIndex([...rulesOf(kb), ...guardsOf(kb)])
    indexes.set(kb, index)
  }
  return index
}

/** A session in which the merged facts are known. */
export function sessionOf(kb: KnowledgeBase, facts: ReadonlyMap<string, FactState>): Session {
  const known = new Map<string, FactValue>()
  for (const [id, { state, value }] of facts) if (state === 'known' && value !== undefined) known.set(id, value)
  return createSession(indexOf(kb), known)
}

export interface DiagnoseInput {
  readonly observations: readonly Observation[]
  readonly ledger: readonly LedgerEntry[]
  readonly warnings: readonly string[]
  readonly settled?: ReadonlyMap<string, FactValue>
}

/** Weighs every hypothesis against what is known. Explanation and result come from this one evaluation. */
export async function diagnose(
  kb: KnowledgeBase,
  { observations, ledger, warnings, settled }: DiagnoseInput,
): Promise<{ diagnosis: Diagnosis; session: Session }> {
  const merged = mergeObservations(kb, observations, settled)
  const session = sessionOf(kb, merged.facts)
  const holding = rulesOf(kb).filter((_, number) => session.truth(number) === 1)
  const confirmed = new Map((await confirm(holding, session.value)).map(result => [result.rule, result]))
  const { hypotheses, warnings: disagreeing } = weigh(kb, session, confirmed)
  const facts = withDerived(kb, merged.facts, session)
  const openRules = hypotheses.flatMap(({ open }) => open)
  const notExamined = ledger.map(({ what, why, facts: told }) => ({
    what,
    why,
    matters: openRules.filter(({ needs }) => needs.some(fact => told.includes(fact))).map(({ rule }) => rule),
  }))
  const told = merged.contradictions.map(
    ({ fact, taken, why }) => `What is known about "${fact}" disagrees; ${show(taken)} was taken because ${why}.`,
  )
  return {
    diagnosis: {
      hypotheses,
      facts,
      contradictions: merged.contradictions,
      notExamined,
      warnings: [...new Set([...warnings, ...told, ...disagreeing])],
      concluded: hypotheses.some(({ band }) => isSure(band)),
    },
    session,
  }
}

function withDerived(kb: KnowledgeBase, observed: ReadonlyMap<string, FactState>, session: Session): ReadonlyMap<string, FactState> {
  const facts = new Map<string, FactState>()
  for (const id of Object.keys(allFacts(kb))) {
    const rule = session.derivedBy(id)
    const own = observed.get(id)
    if (rule !== undefined && session.value(id) !== undefined)
      facts.set(id, { state: 'known', value: session.value(id)!, origins: [{ kind: 'derived', rule }, ...(own?.origins ?? [])] })
    else if (own) facts.set(id, own)
  }
  return facts
}

const show = (value: FactValue) =>
  value === true ? 'yes' : value === false ? 'no' : Array.isArray(value) ? value.join(', ') : String(value)
