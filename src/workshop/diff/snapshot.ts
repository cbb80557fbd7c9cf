import type { Answer, Case } from '../../case/case-file.ts'
import { nextQuestion } from '../../interview/questions.ts'
import { allFacts, factOf, type KnowledgeBase } from '../../kb/model.ts'
import { reportOn, weighCase } from '../../render/report-on.ts'
import type { Snapshot } from './model.ts'

const mostQuestions = 40

/**
 * What `value` comes to on `kb`. `lost` names what of it the base could not take; `questions` are those of a base that
 * asks the same, for choosing them is nine tenths of the work.
 */
export async function snapshot(
  kb: KnowledgeBase,
  value: Case,
  lost: readonly string[] = [],
  questions?: readonly string[],
): Promise<Snapshot> {
  const { diagnosis, plan } = await reportOn(kb, value)
  return {
    bands: Object.fromEntries(diagnosis.hypotheses.map(({ id, band, points }) => [id, { band, points }])),
    questions: questions ?? (await questionsAsked(kb, value)),
    steps: plan.steps.map(({ id, ...content }) => ({ id, content: JSON.stringify(content) })),
    lost,
  }
}

/** The order in which the interview would ask, when every question gets the answer of the case, else "nobody can tell". */
async function questionsAsked(kb: KnowledgeBase, value: Case): Promise<string[]> {
  const answers = new Map(value.answers.map(({ fact, value: own }) => [fact, own]))
  const { session } = await weighCase(kb, { ...value, answers: [] as Answer[] })
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
  const matters = ({
    kb: { digest: _, version: __, ...settings },
    facts,
    symptoms,
    hypotheses,
    resolutions,
    events,
    vendors,
    components,
  }: KnowledgeBase) =>
    JSON.stringify([settings, facts, symptoms, hypotheses, resolutions, vendors, components, Object.entries(events).map(withoutExamples)])
  return matters(a) === matters(b)
}

const withoutExamples = ([id, event]: [string, KnowledgeBase['events'][string]]) => [
  id,
  { ...event, forms: event.forms.map(({ matches: _, ignores: __, ...form }) => form) },
]
