import type { Weighed } from '../../diagnosis/model.ts'
import type { FactValue, KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { normalValue } from './case-value.ts'
import { stateOf } from './truth-words.ts'
import type { CaseView } from './view.ts'

/** One thing a case expects and does not get. */
export interface Difference {
  /** What it is about: `band of X`, `fact X`, `plan`… */
  readonly about: string
  readonly expected: string
  readonly got: string
  /** Which rules gave which points, or made the fact what it is. */
  readonly reasons: readonly string[]
  /** All of it in one sentence. */
  readonly sentence: string
}

/** Everything in which a base does not do what a case expects, one after the other: who needs only one looks no further. */
export function* differences(kb: KnowledgeBase, { expect }: Pick<CaseFile, 'expect'>, view: CaseView): Generator<Difference> {
  for (const [id, state] of Object.entries(expect.rules ?? {})) yield* rule(kb, id, state, view)
  for (const [id, wanted] of Object.entries(expect.facts ?? {})) yield* fact(kb, id, wanted, view)
  for (const [id, wanted] of Object.entries(expect.bands ?? {})) {
    const found = view.hypotheses().find(hypothesis => hypothesis.id === id)!
    if (![wanted].flat().includes(found.band)) {
      const expected = [wanted].flat().join(' or ')
      const sentence = `${id} is ${found.band} (${found.points} points), expected ${expected}`
      yield { about: `band of ${id}`, expected, got: `${found.band} (${found.points} points)`, reasons: pointsOf(found), sentence }
    }
  }
  if (expect.leading !== undefined) yield* leading(expect.leading, view)
  yield* plan(expect, view)
  if (expect['first-question'] !== undefined) {
    const got = view.firstQuestion() ?? 'none'
    const expected = expect['first-question']
    const sentence = `the first question is ${got}, expected ${expected}`
    if (got !== expected) yield { about: 'first question', expected, got, reasons: [], sentence }
  }
}

function* rule(kb: KnowledgeBase, id: string, expected: string, view: CaseView): Generator<Difference> {
  const state = stateOf(kb, id, view)
  const got = state ?? 'no such rule'
  if (got === expected) return
  const sentence = state === undefined ? `no rule is called ${id}` : `rule ${id} ${got === 'open' ? 'is open' : got}, expected ${expected}`
  yield { about: `rule ${id}`, expected, got, reasons: [], sentence }
}

function* fact(kb: KnowledgeBase, id: string, wanted: unknown, { session }: CaseView): Generator<Difference> {
  const [got, expected] = [shown(session.value(id)), shown(normalValue(kb, id, wanted) ?? undefined)]
  if (got === expected) return
  const by = session.derivedBy(id)
  const reasons = by === undefined ? [] : [`set by ${by}`]
  yield { about: `fact ${id}`, expected, got, reasons, sentence: `${id} is ${got}, expected ${expected}` }
}

function* leading(wanted: string, { hypotheses }: CaseView): Generator<Difference> {
  const [first, own] = [hypotheses()[0], hypotheses().find(({ id }) => id === wanted)]
  if (!first || !own || first.id === wanted) return
  const tell = ({ id, band, points }: Weighed) => `${id} (${band}, ${points} points)`
  const reasons = [...pointsOf(first).map(line => `${first.id}: ${line}`), ...pointsOf(own).map(line => `${own.id}: ${line}`)]
  yield { about: 'leading', expected: tell(own), got: tell(first), reasons, sentence: `leading is ${tell(first)}, expected ${tell(own)}` }
}

function* plan(expect: CaseFile['expect'], { steps }: CaseView): Generator<Difference> {
  const has = (step: string) => steps().some(id => id === step || id.startsWith(`${step}/`))
  const reasons = () => [...new Set(steps().map(id => `has ${id.split('/').slice(0, 2).join('/')}`))]
  for (const step of expect.steps ?? [])
    if (!has(step))
      yield { about: `step ${step}`, expected: 'in the plan', got: 'missing', reasons: reasons(), sentence: `the plan has no step ${step}` }
  for (const step of expect['no-steps'] ?? [])
    if (has(step))
      yield {
        about: `step ${step}`,
        expected: 'not in the plan',
        got: 'in the plan',
        reasons: [],
        sentence: `the plan has the step ${step}`,
      }
}

/** The rules that hold, each with its points; the strongest first, those that do not count said so. */
function pointsOf({ prior, for: speaksFor, against }: Weighed): string[] {
  const told = [...speaksFor, ...against].map(({ rule: id, points, decides, counts, group }) => {
    const weight = decides ?? `${points > 0 ? '+' : ''}${points}`
    return `${weight} ${id.split('/')[1]}${counts ? '' : ` (not counted: group ${group})`}`
  })
  return [`${prior > 0 ? '+' : ''}${prior} to begin with`, ...told]
}

const shown = (value: FactValue | undefined): string =>
  value === undefined
    ? 'not known'
    : value === true
      ? 'yes'
      : value === false
        ? 'no'
        : Array.isArray(value)
          ? `[${value.join(', ')}]`
          : String(value)
