import { matchForm } from '../../evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { type CaseValue, caseOf } from '../cases/case-value.ts'
import { truthFor } from '../cases/conditions.ts'
import { differences } from '../cases/expectations.ts'
import { type CaseView, viewOf } from '../cases/view.ts'
import type { Mutant, Touches } from './model.ts'
import { seenValue } from './seen-value.ts'

/** A case of the unchanged base, read once. */
export interface ReadyCase {
  readonly id: string
  readonly kase: CaseFile
  readonly value: CaseValue
  readonly view: CaseView
}

export async function readyCases(kb: KnowledgeBase): Promise<ReadyCase[]> {
  const ready: ReadyCase[] = []
  for (const [id, kase] of Object.entries(kb.cases)) {
    const value = await caseOf(kb, kase)
    ready.push({ id, kase, value, view: viewOf(kb, value) })
  }
  return ready
}

/** Cases that the unchanged base does not pass: with them nothing can be said about changes. */
export function failing(kb: KnowledgeBase, cases: readonly ReadyCase[]): string[] {
  return cases.filter(({ kase, view }) => notices(kb, kase, view)).map(({ id }) => id)
}

export const notices = (kb: KnowledgeBase, kase: Pick<CaseFile, 'expect'>, view: CaseView) => !differences(kb, kase, view).next().done

/** The case or example that notices a change, or undefined. Only what the change can reach is run. */
export async function killer(kb: KnowledgeBase, { touches, kb: make }: Mutant, cases: readonly ReadyCase[]): Promise<string | undefined> {
  const mutant = make()
  const example = touches.kind === 'pattern' ? exampleThatNotices(mutant, touches) : undefined
  if (example !== undefined) return example
  const reached = cases.filter(own => reaches(touches, own, mutant))
  // Questions take longest to choose and come last.
  const slow = ({ kase }: ReadyCase) => Number(kase.expect['first-question'] !== undefined)
  reached.sort((a, b) => slow(a) - slow(b))
  for (const own of reached) {
    if (readsAgain(touches) && !(await readsOtherwise(kb, mutant, touches, own))) continue
    const value = readsAgain(touches) ? await caseOf(mutant, own.kase) : own.value
    if (notices(mutant, own.kase, viewOf(mutant, value))) return `cases/${own.id}`
  }
  return undefined
}

const readsAgain = ({ kind }: Touches) => kind === 'seen-as' || kind === 'pattern'

/** A quick look at the evidence of a case, before all of it is read again: does the changed thing see the same in it? */
async function readsOtherwise(kb: KnowledgeBase, mutant: KnowledgeBase, touches: Touches, { kase }: ReadyCase): Promise<boolean> {
  if (touches.kind === 'seen-as')
    return (await seenValue(kb, touches.fact, kase.evidence!)) !== (await seenValue(mutant, touches.fact, kase.evidence!))
  if (touches.kind !== 'pattern') return true
  const found = (base: KnowledgeBase, line: string) => JSON.stringify(matchForm(base.events[touches.event]!.forms[touches.form]!, line))
  const lines = Object.values(kase.evidence!).flatMap(text => text.split('\n'))
  // A line of a journal in JSON is unpacked before it is tried.
  return lines.some(line => line.startsWith('{') || found(kb, line) !== found(mutant, line))
}

/** Whether a change can make a difference to what a case expects. */
function reaches(touches: Touches, { kase, view }: ReadyCase, mutant: KnowledgeBase): boolean {
  if (readsAgain(touches)) return kase.evidence !== undefined
  // The choice of a question looks at everything that is still open.
  if (kase.expect['first-question'] !== undefined && touches.kind !== 'step') return true
  switch (touches.kind) {
    case 'condition':
      return truthFor(touches.was, view.valueOf) !== truthFor(touches.is, view.valueOf)
    case 'rules':
      return touches.ids.some(id => view.session.outcome(id).state !== 'fails')
    case 'hypothesis':
      return Object.hasOwn(mutant.hypotheses, touches.id)
    default:
      return [...(kase.expect.steps ?? []), ...(kase.expect['no-steps'] ?? [])].length > 0
  }
}

function exampleThatNotices(mutant: KnowledgeBase, { event, form }: Extract<Touches, { kind: 'pattern' }>): string | undefined {
  const own = mutant.events[event]!.forms[form]!
  const matched = own.ignores.findIndex(line => matchForm(own, line))
  if (matched >= 0) return `events/${event} forms/${form}/ignores/${matched}`
  const lost = own.matches.findIndex(line => !matchForm(own, line))
  return lost >= 0 ? `events/${event} forms/${form}/matches/${lost}` : undefined
}
