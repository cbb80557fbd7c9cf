import type { Answer, Case } from '../case/case-file.ts'
import { bandRank } from '../diagnosis/bands.ts'
import { truthOfCondition } from '../engine/evaluate.ts'
import { answerLabel } from '../interview/dialog.ts'
import { type Screen, Stopped } from '../interview/model.ts'
import { askedQuestion, howText, nextQuestion, whyText } from '../interview/questions.ts'
import { emptySession, fold, type Session as Interview } from '../interview/session.ts'
import { createTerminal } from '../interview/terminal.ts'
import { checkedCondition } from '../kb/condition.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../kb/model.ts'
import { reportOn, weighCase } from '../render/report-on.ts'
import { valueWords } from '../render/words.ts'
import type { Io } from './io.ts'

export interface Interviewed {
  readonly value: Case
  /** false: the user saved and left. */
  readonly finished: boolean
}

/** Bits that an answer must be expected to tell for a question to be asked after the conclusion. */
const worthAsking = 0.5

/** Asks what evidence cannot tell. `thorough`: ask on although there is a conclusion; `resumed`: a plan was seen before, so its tests may be done. `save` is called after every answer, before the next question shows. */
export async function interview(
  kb: KnowledgeBase,
  begun: Case,
  save: (value: Case) => void,
  io: Io,
  { colour, thorough, resumed }: { colour: boolean; thorough: boolean; resumed: boolean },
): Promise<Interviewed> {
  const terminal = createTerminal({ input: io.stdin, output: io.stderr, colour })
  const fixed = begun.answers.filter(answer => answer.given)
  let value = begun
  let asked: Interview = begun.answers
    .filter(answer => !answer.given)
    .reduce<Interview>((session, { fact, value: own }) => fold(session, { kind: 'answer', fact, value: own }), emptySession)
  const chosen = new Set(begun.answers.filter(({ settles }) => settles).map(({ fact }) => fact))
  const keep = (next: Interview): void => {
    asked = next
    value = {
      ...value,
      answers: [
        ...fixed,
        ...next.answers.map(({ fact, value: own }): Answer => ({ fact, value: own, ...(chosen.has(fact) ? { settles: true } : {}) })),
      ],
    }
    save(value)
  }
  try {
    if (
      !(await checkList(
        kb,
        () => value,
        terminal,
        keep,
        () => asked,
      ))
    )
      return { value, finished: false }
    // Results of the plan's tests come first: they are why a case is taken up again.
    const results = resumed ? (await reportOn(kb, value)).plan.records.map(({ fact }) => fact).filter(fact => allFacts(kb)[fact]?.ask) : []
    const pinned = Object.entries(allFacts(kb)).flatMap(([fact, file]) => (file.first && file.ask && file.type !== 'yes-no' ? [fact] : []))
    for (;;) {
      const { diagnosis, session } = await weighCase(kb, value)
      const settled = new Set(value.answers.map(({ fact }) => fact))
      const contradiction = diagnosis.contradictions.find(
        ({ fact, claims }) => !chosen.has(fact) && claims.some(({ origins }) => origins.some(({ kind }) => kind === 'answer')),
      )
      const result =
        results.find(fact => !settled.has(fact)) ?? pinned.find(fact => !settled.has(fact) && session.value(fact) === undefined)
      const open = nextQuestion(kb, session, settled)
      // Tests that change or disrupt something belong to the plan; they are asked for only once somebody may have done them.
      const tooCostly = open && ['change', 'disrupt'].includes(allFacts(kb)[open.fact]!.cost ?? 'command')
      // Once there is a conclusion only questions that may well overturn it are worth an administrator's night.
      const enough = !thorough && diagnosis.concluded && open !== undefined && open.gain < worthAsking
      const fact = asked.again ?? contradiction?.fact ?? result ?? (open && !tooCostly && !enough ? open.fact : undefined)
      if (fact === undefined) return { value, finished: true }
      const isContradiction = contradiction?.fact === fact && asked.again === undefined
      const question = askedQuestion(kb, fact, asked.answers.find(answer => answer.fact === fact)?.value)
      const ask = isContradiction
        ? `${question.ask}\nYour answer and ${contradiction!.claims.some(({ origins }) => origins[0]?.kind === 'given') ? 'the file of facts' : 'the evidence'} differ: ${contradiction!.claims.map(({ value: claimed, origins: [origin] }) => `${valueWords(claimed)} (${origin?.file ? `${origin.file}:${origin.line ?? 1}` : origin?.kind === 'given' ? 'file of facts' : 'your answer'})`).join(', ')}. Which is right?`
        : question.ask
      const before = session.copy()
      before.set(fact, undefined)
      const screen: Screen = {
        number: asked.again === undefined ? asked.answers.length + 1 : asked.answers.findIndex(answer => answer.fact === asked.again) + 1,
        remaining: Math.max(1, (open?.remaining ?? 0) + (fact === open?.fact ? 0 : 1)),
        leading: diagnosis.hypotheses
          .filter(({ band }) => bandRank[band] >= bandRank.possible)
          .slice(0, 3)
          .map(({ title, band, points }) => ({ title, band, points })),
        why: whyText(kb, before, fact),
        how: howText(kb, fact),
        answered: asked.answers.map(({ fact: id, value: own }) => ({
          fact: id,
          ask: askedQuestion(kb, id).ask,
          answer: answerLabel(askedQuestion(kb, id), own),
          used: isUsed(kb, id, session.value),
        })),
      }
      const reply = await terminal.ask({ ...question, ask }, screen)
      if (reply.kind === 'save') return { value, finished: false }
      if (reply.kind === 'enough') return { value, finished: true }
      if (reply.kind === 'answer') {
        if (isContradiction && reply.value !== null) chosen.add(fact)
        keep(fold(asked, { kind: 'answer', fact, value: reply.value }))
      } else asked = fold(asked, reply)
    }
  } catch (error) {
    if (error instanceof Stopped || (error as Error).name === 'Stopped') return { value, finished: false }
    throw error
  }
}

/** The opening check-list of symptoms that evidence did not settle. false: save and leave. */
async function checkList(
  kb: KnowledgeBase,
  current: () => Case,
  terminal: ReturnType<typeof createTerminal>,
  keep: (next: Interview) => void,
  asked: () => Interview,
): Promise<boolean> {
  const value = current()
  // The first question must show at once: with nothing known there is nothing to weigh.
  const nothing = value.observations.length === 0 && value.answers.length === 0
  const valueOf = nothing ? () => undefined : (await weighCase(kb, value)).session.value
  const answered = new Set(value.answers.map(({ fact }) => fact))
  const items = Object.entries(allFacts(kb)).flatMap(([fact, file]) =>
    file.first && file.type === 'yes-no' && file.ask && !answered.has(fact) && valueOf(fact) === undefined
      ? [{ fact, title: file.title, ...(file.explain ? { explain: file.explain } : {}), how: howText(kb, fact) }]
      : [],
  )
  if (items.length === 0) return true
  const before = asked()
  const keepThese = (answers: Readonly<Record<string, boolean | null>>, which: (fact: string, own: boolean | null) => boolean) =>
    keep(
      Object.entries(answers)
        .filter(([fact, own]) => which(fact, own))
        .reduce<Interview>((session, [fact, own]) => fold(session, { kind: 'answer', fact, value: own }), before),
    )
  const stands = (fact: string) => allFacts(kb)[fact]!.derive === undefined
  const reply = await terminal.askFirst(items, ticks => keepThese(ticks, (fact, own) => own !== null && stands(fact)))
  if (reply.kind === 'save') return false
  // "All others not seen" is not meant to say that nothing is wrong although something was seen: what follows from the other boxes is not asked.
  keepThese(reply.answers, stands)
  const { session } = await weighCase(kb, current())
  keepThese(reply.answers, fact => stands(fact) || session.value(fact) === undefined)
  return true
}

function isUsed(kb: KnowledgeBase, fact: string, valueOf: (fact: string) => FactValue | undefined): boolean {
  const condition = allFacts(kb)[fact]?.['ask-when']
  return condition === undefined || truthOfCondition(checkedCondition(condition, kb), valueOf) === 1
}
