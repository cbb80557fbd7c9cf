import type { Case } from '../../case/case-file.ts'
import { mergeObservations } from '../../case/merge.ts'
import { sessionOf } from '../../diagnosis/diagnose.ts'
import { nextQuestion } from '../../interview/questions.ts'
import { allFacts, factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { FactFile, HypothesisFile, ResolutionFile } from '../../kb/shapes.ts'
import { diagnosisAndPlan } from '../../render/report-on.ts'
import type { Snapshot } from './model.ts'

const mostQuestions = 40

/**
 * What `value` comes to on `kb`. `lost` names what of it the base could not take. The questions are left out where both bases ask the
 * same: choosing them is nine tenths of the work.
 */
export async function snapshot(kb: KnowledgeBase, value: Case, lost: readonly string[], withQuestions: boolean): Promise<Snapshot> {
  const { diagnosis, plan } = await diagnosisAndPlan(kb, value)
  return {
    bands: Object.fromEntries(diagnosis.hypotheses.map(({ id, band, points }) => [id, { band, points }])),
    questions: withQuestions ? questionsAsked(kb, value) : [],
    steps: plan.steps.map(({ id, ...content }) => ({ id, content: JSON.stringify(content) })),
    lost,
  }
}

/** The order in which the interview would ask, when every question gets the answer of the case, else "nobody can tell". */
function questionsAsked(kb: KnowledgeBase, { observations, answers: given }: Case): string[] {
  const answers = new Map(given.map(({ fact, value }) => [fact, value]))
  const session = sessionOf(kb, mergeObservations(kb, observations).facts)
  const asked: string[] = []
  const answer = (fact: string): void => {
    asked.push(fact)
    const own = answers.get(fact)
    if (own !== null && own !== undefined) session.set(fact, own)
  }
  for (const [fact, file] of Object.entries(allFacts(kb))) if (file.first && file.ask && session.value(fact) === undefined) answer(fact)
  while (asked.length < mostQuestions) {
    const next = nextQuestion(kb, session, new Set(asked))
    if (next === undefined) break
    answer(next.fact)
  }
  // What is known but never asked (read from evidence, or derived) still decides what is asked later.
  return asked.filter(fact => factOf(kb, fact) !== undefined)
}

/** Whether both bases choose the same questions for every case: equal in all that the choice depends on. */
export function asksTheSame(a: KnowledgeBase, b: KnowledgeBase): boolean {
  return JSON.stringify(whatMatters(a)) === JSON.stringify(whatMatters(b))
}

/** A base without what only people read: words are what authors change most. Whatever is new in a file counts until it is named here. */
function whatMatters({ kb, facts, symptoms, hypotheses, resolutions, events, vendors, components }: KnowledgeBase) {
  const { digest: _, version: __, title: ___, scope: ____, words: _____, ...settings } = kb
  return [
    settings,
    of(facts, factMatters),
    of(symptoms, factMatters),
    of(hypotheses, hypothesisMatters),
    of(resolutions, resolutionMatters),
    of(events, ({ forms, ...event }) => ({ ...event, forms: forms.map(({ matches: _, ignores: __, ...form }) => form) })),
    vendors,
    components,
  ]
}

const of = <T, U>(things: Readonly<Record<string, T>>, matters: (thing: T) => U) =>
  Object.entries(things).map(([id, thing]) => [id, matters(thing)] as const)

/** What every rule and every file says of itself. */
type Said = 'title' | 'explain' | 'because' | 'sources' | 'confidence' | 'article'
function unsaid<T extends { readonly [name in Said]?: unknown }>(thing: T): Omit<T, Said> {
  const { title: _, explain: __, because: ___, sources: ____, confidence: _____, article: ______, ...rest } = thing
  return rest
}

const factMatters = ({ ask, choices, 'find-out': _, derive, ...fact }: FactFile) => ({
  ...unsaid(fact),
  asks: ask !== undefined,
  choices: choices && !Array.isArray(choices) ? Object.keys(choices) : choices,
  derive: derive?.map(unsaid),
})
const hypothesisMatters = ({ rules, ...hypothesis }: HypothesisFile) => ({ ...unsaid(hypothesis), rules: rules.map(unsaid) })
const resolutionMatters = ({ steps, ...resolution }: ResolutionFile) => ({
  ...unsaid(resolution),
  steps: steps.map(({ id, when, unless }) => ({ id, when, unless })),
})
