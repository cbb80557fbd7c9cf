import type { KnowledgeBase } from '../../kb/model.ts'
import { folders } from '../../kb/shapes.ts'
import type { Finding } from '../finding.ts'
import { agents } from './agents.ts'
import { neverAsked, neverHoldsOrFails } from './conditions.ts'
import { contradictions } from './contradictions.ts'
import { deadEnds } from './dead-ends.ts'
import { pointless, twins } from './groups.ts'
import { likelyOnOneSymptom, neverLikely } from './hypotheses.ts'
import { type Budget, modelOf } from './model.ts'
import { backtracking, sharedLines } from './patterns.ts'
import { unfilled } from './placeholders.ts'
import { unreachable } from './resolutions.ts'
import { unusedEvents, uselessQuestions } from './uses.ts'
import { waitingOf } from './waiting.ts'

export interface VerifyOptions {
  /** How many combinations may be looked at, all questions together. A number and no time, so that findings never vary. */
  readonly work?: number
}

const usualWork = 3_000_000

/**
 * Checks a base as a whole: what in it can never hold, count, be reached or be told apart. Each finding comes with a case that
 * shows it, and says whether all combinations were looked at.
 */
export function verifyBase(kb: KnowledgeBase, { work = usualWork }: VerifyOptions = {}): readonly Finding[] {
  const model = modelOf(kb)
  const budget: Budget = { left: work }
  const neverAskedFor = neverAsked(model, budget)
  const { findings, dead } = neverHoldsOrFails(model, budget, new Set([...neverAskedFor.keys(), ...waitingOf(kb).stuck]))
  const contradicting = contradictions(model, budget, dead)
  const broken = new Set([
    ...dead,
    ...model.rules.filter(({ at }) => contradicting.some(found => sameAt(found.at, at))).map(({ rule }) => rule.id),
  ])
  const outOfReach = unreachable(model, budget)
  const onOneSymptom = likelyOnOneSymptom(model)
  return [
    ...findings,
    ...pointless(model, budget, dead),
    ...twins(model, budget, dead, new Set(onOneSymptom.map(({ at }) => at.id))),
    ...contradicting,
    ...uselessQuestions(model, neverAskedFor),
    ...unusedEvents(model),
    ...neverLikely(model, budget, broken),
    ...onOneSymptom,
    ...outOfReach,
    ...deadEnds(model, budget, [...findings, ...outOfReach]),
    ...unfilled(kb),
    ...agents(model),
    ...backtracking(kb, budget),
    ...sharedLines(kb),
  ].sort(byPlace)
}

const sameAt = (a: Finding['at'], b: Finding['at']) => a.folder === b.folder && a.id === b.id && String(a.path) === String(b.path)

const order = ['', ...Object.keys(folders)]

function byPlace(a: Finding, b: Finding): number {
  const key = ({ at, code }: Finding) =>
    `${String(order.indexOf(at.folder)).padStart(2, '0')}/${at.id}/${at.path.map(part => String(part).padStart(4, '0')).join('/')}/${code}`
  const [left, right] = [key(a), key(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
