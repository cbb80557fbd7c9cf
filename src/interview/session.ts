import type { FactValue } from '../kb/model.ts'

/** Something the user did. `null` means that nobody can tell. */
export type SessionEvent =
  | { readonly kind: 'answer'; readonly fact: string; readonly value: FactValue | null }
  /** Go back to an answered question; the answer given next replaces the old one. */
  | { readonly kind: 'edit'; readonly fact: string }
  /** Go back to the question before the one being asked. */
  | { readonly kind: 'back' }

export interface SessionAnswer {
  readonly fact: string
  readonly value: FactValue | null
}

/** The interview so far. Nothing in it is ever dropped: going back asks again, and only a new answer replaces the old. */
export interface Session {
  /** In the order in which the questions were first answered. */
  readonly answers: readonly SessionAnswer[]
  /** The answered question to ask again now; otherwise the next open one is asked. */
  readonly again?: string
}

export const emptySession: Session = { answers: [] }

/** The session after one more event. An event that makes no sense (back from the first question) changes nothing. */
export function fold(session: Session, event: SessionEvent): Session {
  const { answers, again } = session
  switch (event.kind) {
    case 'answer': {
      const { fact, value } = event
      const given = answers.some(answer => answer.fact === fact)
      return { answers: given ? answers.map(answer => (answer.fact === fact ? { fact, value } : answer)) : [...answers, { fact, value }] }
    }
    case 'edit':
      return answers.some(({ fact }) => fact === event.fact) ? { answers, again: event.fact } : session
    case 'back': {
      const here = again === undefined ? answers.length : answers.findIndex(({ fact }) => fact === again)
      const previous = answers[here - 1]
      return previous === undefined ? session : { answers, again: previous.fact }
    }
  }
}

/** The session that a list of events leads to: how a case is resumed. */
export function replay(events: Iterable<SessionEvent>): Session {
  let session = emptySession
  for (const event of events) session = fold(session, event)
  return session
}

/** The answered value of a fact; `null` when nobody could tell, `undefined` when it was not answered. */
export function answerTo({ answers }: Session, fact: string): FactValue | null | undefined {
  return answers.find(answer => answer.fact === fact)?.value
}

/** All answers in order, each with whether the diagnosis still uses it. */
export function listAnswers(
  { answers }: Session,
  isUsed: (fact: string) => boolean,
): readonly (SessionAnswer & { readonly used: boolean })[] {
  return answers.map(answer => ({ ...answer, used: isUsed(answer.fact) }))
}

/** Where the interview stands: the number of the question being asked, from 1, and at most how many are left with it. */
export function progress({ answers, again }: Session, open: number): { readonly number: number; readonly remaining: number } {
  const place = again === undefined ? -1 : answers.findIndex(({ fact }) => fact === again)
  return place < 0 ? { number: answers.length + 1, remaining: open } : { number: place + 1, remaining: open + 1 }
}
