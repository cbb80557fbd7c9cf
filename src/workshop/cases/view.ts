import { answersAsObservations, type Case } from '../../case/case-file.ts'
import { mergeObservations } from '../../case/merge.ts'
import { bandRank } from '../../diagnosis/bands.ts'
import { sessionOf } from '../../diagnosis/diagnose.ts'
import type { Reason, Weighed } from '../../diagnosis/model.ts'
import { hypothesisRules, standing } from '../../diagnosis/weigh.ts'
import type { Session } from '../../engine/session.ts'
import { nextQuestion } from '../../interview/questions.ts'
import type { FactValue, KnowledgeBase } from '../../kb/model.ts'
import { makePlan } from '../../plan/plan.ts'
import type { Templates } from '../../plan/templates.ts'
import { type reportOn, settledFacts, templateValues } from '../../render/report-on.ts'

/** What a base says about a case, as far as a case can expect it. Each part is worked out when it is first looked at. */
export interface CaseView {
  readonly session: Session
  /** Best first. */
  hypotheses(): readonly Weighed[]
  /** Ids of the plan's steps, with an agent's id behind those that are the agent's own. */
  steps(): readonly string[]
  firstQuestion(): string | undefined
  /** The value of a fact, or the band of a hypothesis (nothing while it is open), as the plan's conditions see them. */
  valueOf(id: string): FactValue | undefined
}

/** Which steps a plan has depends on no text in them. */
const unfilled: Templates = { command: template => template, prose: template => template }

/** The view straight from the facts: no text is filled in, and json-rules-engine is not asked. Fast enough for thousands of bases. */
export function viewOf(kb: KnowledgeBase, value: Case): CaseView {
  const merged = mergeObservations(kb, [...value.observations, ...answersAsObservations(value.answers)])
  const session = sessionOf(kb, merged.facts)
  const hypotheses = once(() => weighed(kb, session))
  const steps = once(() => {
    const diagnosis = { hypotheses: hypotheses(), facts: new Map(), contradictions: [], notExamined: [], warnings: [], concluded: false }
    const values = templateValues(kb, value, session)
    return makePlan({ kb, diagnosis, valueOf: session.value, values, templates: unfilled }).steps.map(({ id }) => id)
  })
  return made(kb, value, session, hypotheses, steps)
}

/** The same view on a whole report. */
export function viewOn(
  kb: KnowledgeBase,
  value: Case,
  { diagnosis, plan, session }: Pick<Awaited<ReturnType<typeof reportOn>>, 'diagnosis' | 'plan' | 'session'>,
): CaseView {
  return made(
    kb,
    value,
    session,
    () => diagnosis.hypotheses,
    () => plan.steps.map(({ id }) => id),
  )
}

function made(
  kb: KnowledgeBase,
  value: Case,
  session: Session,
  hypotheses: () => readonly Weighed[],
  steps: () => readonly string[],
): CaseView {
  const bands = once(() => new Map(hypotheses().map(({ id, band }) => [id, band])))
  return {
    session,
    hypotheses,
    steps,
    firstQuestion: once(() => nextQuestion(kb, session, settledFacts(value))?.fact),
    valueOf(id) {
      if (!Object.hasOwn(kb.hypotheses, id)) return session.value(id)
      const band = bands().get(id)
      return band === 'open' ? undefined : band
    },
  }
}

/** As the diagnosis weighs, without what only reports print: which facts are still wanted takes longest to find out. */
function weighed(kb: KnowledgeBase, session: Session): Weighed[] {
  const all = hypothesisRules(kb).map((hypothesis): Weighed => {
    const { points, band, counting } = standing(hypothesis, session)
    const reasons = hypothesis.rules.flatMap(({ number, rule }): Reason[] => {
      if (session.truth(number) !== 1) return []
      const { id, because, sources, group, decides } = rule
      const counts = decides !== undefined || counting.has(number)
      const own = { rule: id, points: rule.points ?? 0, group: group!, counts, because, facts: rule.facts, saw: [], sources }
      return [decides === undefined ? own : { ...own, decides }]
    })
    const speaksFor = (reason: Reason) => reason.decides === 'confirmed' || (reason.decides === undefined && reason.points > 0)
    const { id, title, prior } = hypothesis
    return { id, title, band, points, prior, for: reasons.filter(speaksFor), against: reasons.filter(own => !speaksFor(own)), open: [] }
  })
  return all.sort((a, b) => bandRank[b.band] - bandRank[a.band] || b.points - a.points)
}

function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: make() }
    return known.value
  }
}
