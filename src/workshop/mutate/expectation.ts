import { emptyCase } from '../../case/case-file.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { stateOf } from '../cases/truth-words.ts'
import { type CaseView, viewOf } from '../cases/view.ts'
import type { Assignment } from './domain.ts'
import type { Touches } from './model.ts'

type Expect = CaseFile['expect']

/** Two bases and what was changed between them. */
export interface Pair {
  readonly was: KnowledgeBase
  readonly is: KnowledgeBase
  readonly touches: Touches
}

/** The view on a case in which these facts, and no others, are given. */
export function viewWith(kb: KnowledgeBase, facts: Assignment): CaseView {
  const answers = [...facts].map(([fact, value]) => ({ fact, value, given: true as const }))
  return viewOf(kb, { ...emptyCase(kb), answers })
}

/** What the unchanged base says of these facts and the changed one does not: what a user sees first, a rule by itself last. */
export function expectationFor(pair: Pair, facts: Assignment): Expect | undefined {
  const [before, after] = [viewWith(pair.was, facts), viewWith(pair.is, facts)]
  return bands(before, after) ?? derived(pair, before, after) ?? steps(before, after) ?? rule(pair, before, after)
}

function bands(before: CaseView, after: CaseView): Expect | undefined {
  const then = new Map(after.hypotheses().map(({ id, band }) => [id, band]))
  const changed = before.hypotheses().filter(({ id, band }) => then.get(id) !== band)
  return changed.length === 0 ? undefined : { bands: Object.fromEntries(changed.map(({ id, band }) => [id, band])) }
}

function derived({ was }: Pair, before: CaseView, after: CaseView): Expect | undefined {
  const changed = derivedFacts(was).filter(id => JSON.stringify(before.session.value(id)) !== JSON.stringify(after.session.value(id)))
  if (changed.length === 0) return undefined
  return { facts: Object.fromEntries(changed.map(id => [id, written(before.session.value(id))])) }
}

const derivedIn = new WeakMap<KnowledgeBase, readonly string[]>()

function derivedFacts(kb: KnowledgeBase): readonly string[] {
  const known = derivedIn.get(kb) ?? Object.entries(allFacts(kb)).flatMap(([id, { derive }]) => (derive ? [id] : []))
  derivedIn.set(kb, known)
  return known
}

function steps(before: CaseView, after: CaseView): Expect | undefined {
  const short = (view: CaseView) => new Set(view.steps().map(id => id.split('/').slice(0, 2).join('/')))
  const [then, now] = [short(before), short(after)]
  const [lost, added] = [[...then].filter(id => !now.has(id)), [...now].filter(id => !then.has(id))]
  if (lost.length + added.length === 0) return undefined
  return { ...(lost.length > 0 ? { steps: lost } : {}), ...(added.length > 0 ? { 'no-steps': added } : {}) }
}

function rule({ was, is, touches }: Pair, before: CaseView, after: CaseView): Expect | undefined {
  const ids = touches.kind === 'condition' ? [touches.was.id] : touches.kind === 'rules' ? touches.ids : []
  const changed = ids.flatMap((id): [string, 'holds' | 'fails' | 'open'][] => {
    const [state, other] = [stateOf(was, id, before), stateOf(is, id, after)]
    return state !== undefined && other !== undefined && state !== other ? [[id, state]] : []
  })
  return changed.length === 0 ? undefined : { rules: Object.fromEntries(changed) }
}

/** As an author writes it. */
export function written(value: FactValue | undefined): string | number | boolean | (string | number | boolean)[] | null {
  if (value === undefined) return null
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return Array.isArray(value) ? [...value] : (value as string | number)
}
