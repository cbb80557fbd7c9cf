import { type Tree, truthOf } from '../../engine/rule-index.ts'
import { allFacts, type KnowledgeBase } from '../../kb/model.ts'
import { type At, conditionsOf, leafTruths, type NamedCondition, testText } from './conditions.ts'
import { stateOf } from './truth-words.ts'
import type { CaseView } from './view.ts'

/** What can be seen of a test: it holds, it fails, nobody knows, and it alone decides what the condition comes to. */
const goals = ['true', 'false', 'unknown', 'deciding'] as const
export type Goal = (typeof goals)[number]
export type Kind = 'condition' | 'event' | 'question' | 'step'

/** Something the cases never showed. */
export interface Gap {
  readonly kind: Kind
  readonly id: string
  readonly at: At
  /** For a condition: the test, and what was never seen of it. */
  readonly test?: string
  readonly never?: readonly Goal[]
}

export interface Share {
  readonly seen: number
  readonly of: number
}

export interface CoverageReport {
  readonly shares: Readonly<Record<Kind, Share>>
  readonly gaps: readonly Gap[]
}

/** Collects what cases show of a base. */
export interface CoverageCollector {
  add(seen: {
    readonly view: CaseView
    readonly events: Iterable<string>
    readonly questions: Iterable<string>
    readonly steps: Iterable<string>
  }): void
  /** What no case has asked yet and this one might: finding out what it asks takes time. */
  mayStillAsk(view: CaseView): readonly string[]
  report(): CoverageReport
}

export function newCoverage(kb: KnowledgeBase): CoverageCollector {
  const conditions = conditionsOf(kb)
  const tests = conditions.map(({ leaves }) => leaves.map(() => new Set<Goal>()))
  const things = thingsOf(kb)
  const questions = things.filter(({ kind }) => kind === 'question')
  const shown: Record<Exclude<Kind, 'condition'>, Set<string>> = { event: new Set(), question: new Set(), step: new Set() }
  return {
    add({ view, events, questions, steps }) {
      conditions.forEach((condition, i) => void noteTests(condition, view, tests[i]!))
      for (const id of events) shown.event.add(id)
      for (const id of questions) shown.question.add(id)
      for (const id of steps) shown.step.add(id.split('/').slice(0, 2).join('/'))
    },
    mayStillAsk: view =>
      questions.flatMap(({ id }) => {
        if (shown.question.has(id) || view.session.value(id) !== undefined) return []
        const when = stateOf(kb, `ask/${id}`, view)
        return when === undefined || when === 'holds' ? [id] : []
      }),
    report() {
      const wanted = conditions.flatMap((condition, i) =>
        condition.leaves.map(
          (leaf, j): { condition: NamedCondition; leaf: typeof leaf; wants: readonly Goal[]; never: readonly Goal[] } => {
            // What is known is known: such a test cannot fail.
            const wants = goals.filter(goal => goal !== 'false' || leaf.test.operator !== 'known')
            return { condition, leaf, wants, never: wants.filter(goal => !tests[i]![j]!.has(goal)) }
          },
        ),
      )
      const of = wanted.reduce((sum, { wants }) => sum + wants.length, 0)
      const missing = wanted.reduce((sum, { never }) => sum + never.length, 0)
      const gaps = wanted
        .filter(({ never }) => never.length > 0)
        .map(({ condition: { id, at }, leaf, never }): Gap => {
          const place = { ...at, path: [...at.path, ...leaf.path] }
          return { kind: 'condition', id, at: place, test: testText(leaf.test), never }
        })
      const share = (kind: Exclude<Kind, 'condition'>): Share => {
        const own = things.filter(thing => thing.kind === kind)
        return { seen: own.filter(({ id }) => shown[kind].has(id)).length, of: own.length }
      }
      return {
        shares: { condition: { seen: of - missing, of }, event: share('event'), question: share('question'), step: share('step') },
        gaps: [...gaps, ...things.filter(({ kind, id }) => !shown[kind as 'event'].has(id))],
      }
    },
  }
}

/** Events, questions and steps of the base. */
function thingsOf(kb: KnowledgeBase): Gap[] {
  return [
    ...Object.keys(kb.events).map((id): Gap => ({ kind: 'event', id, at: { folder: 'events', id, path: [] } })),
    ...Object.entries(allFacts(kb)).flatMap(([id, { ask }]): Gap[] =>
      ask === undefined
        ? []
        : [{ kind: 'question', id, at: { folder: Object.hasOwn(kb.facts, id) ? 'facts' : 'symptoms', id, path: ['ask'] } }],
    ),
    ...Object.entries(kb.resolutions).flatMap(([id, { steps }]) =>
      steps.map((step, i): Gap => ({ kind: 'step', id: `${id}/${step.id}`, at: { folder: 'resolutions', id, path: ['steps', i] } })),
    ),
  ]
}

function noteTests(condition: NamedCondition, { valueOf }: CaseView, seen: readonly Set<Goal>[]): void {
  const truths = leafTruths(condition, valueOf)
  condition.leaves.forEach((leaf, i) => {
    seen[i]!.add(truths[i] === 1 ? 'true' : truths[i] === -1 ? 'false' : 'unknown')
    if (decides(condition.tree, truths, i, leaf.test.operator === 'known')) seen[i]!.add('deciding')
  })
}

/** Whether the condition comes to something else when this one test does. An unknown test decides nothing yet. */
function decides(tree: Tree, truths: Int8Array, leaf: number, cannotFail: boolean): boolean {
  if (truths[leaf] === 0) return false
  const flipped = truths.slice()
  flipped[leaf] = cannotFail ? 0 : -truths[leaf]!
  return truthOf(tree, flipped) !== truthOf(tree, truths)
}

/** Percent of a share, rounded down so that only all of it is 100. */
export const percent = ({ seen, of }: Share): number => (of === 0 ? 100 : Math.floor((seen / of) * 1000) / 10)
