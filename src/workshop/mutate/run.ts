import type { KnowledgeBase } from '../../kb/model.ts'
import { compareTruth } from './equal-truth.ts'
import type { Mutant, Outcome } from './model.ts'
import { mutantsOf } from './mutants.ts'
import { sameBands } from './points.ts'
import { propose } from './propose.ts'
import { failing, killer, type ReadyCase, readyCases } from './trial.ts'

/** A base ready to be changed again and again. */
export interface Trials {
  readonly mutants: readonly Mutant[]
  /** Cases that fail as things are. */
  readonly failing: readonly string[]
  /** Tries one change. */
  run(index: number): Promise<Outcome>
}

export async function trialsOf(kb: KnowledgeBase, filter = ''): Promise<Trials> {
  const cases = await readyCases(kb)
  const mutants = mutantsOf(kb, filter)
  return { mutants, failing: failing(kb, cases), run: index => tryOne(kb, mutants[index]!, cases) }
}

async function tryOne(kb: KnowledgeBase, mutant: Mutant, cases: readonly ReadyCase[]): Promise<Outcome> {
  const { id, operator, at, says } = mutant
  const about = { id, operator, at, says }
  const by = await killer(kb, mutant, cases)
  if (by !== undefined) return { ...about, verdict: 'killed', by }
  const why = whyEquivalent(kb, mutant)
  if (why !== undefined) return { ...about, verdict: 'equivalent', why }
  const proposal = await propose(kb, mutant, cases)
  return { ...about, verdict: 'survived', ...(proposal ? { proposal } : {}) }
}

/** Why nothing could ever notice a change; undefined when that is not proved. */
export function whyEquivalent(kb: KnowledgeBase, { operator, touches, kb: make }: Mutant): string | undefined {
  if (touches.kind === 'condition') {
    const compared = compareTruth(kb, touches.was, touches.is, 1)
    return compared.kind === 'equal' ? 'the condition comes to the same for everything its facts can be' : undefined
  }
  const onPoints = ['flip-points', 'weaken-points', 'strengthen-points', 'shift-prior', 'drop-group'].includes(operator)
  const hypothesis = touches.kind === 'hypothesis' ? touches.id : touches.kind === 'rules' ? touches.hypothesis : undefined
  if (!onPoints || hypothesis === undefined) return undefined
  return sameBands(kb, make(), hypothesis) ? 'no combination of its rules comes to another band' : undefined
}

export interface Score {
  readonly mutants: number
  readonly killed: number
  readonly survived: number
  readonly equivalent: number
  /** Percent of killed among those that are not equivalent, rounded down to one place. */
  readonly percent: number
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const count = (verdict: Outcome['verdict']) => outcomes.filter(outcome => outcome.verdict === verdict).length
  const [killed, survived] = [count('killed'), count('survived')]
  const of = killed + survived
  return {
    mutants: outcomes.length,
    killed,
    survived,
    equivalent: count('equivalent'),
    percent: of === 0 ? 100 : Math.floor((killed / of) * 1000) / 10,
  }
}
