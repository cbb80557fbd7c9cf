import type { FactValue, Scalar } from '../kb/model.ts'
import type { AskedQuestion, PossibleAnswer } from './model.ts'

/** What is known beforehand about the answers to a question. */
export interface AnswerSpace {
  readonly type: AskedQuestion['type']
  /** How often a yes-no answer is yes; 0.5 unless told. */
  readonly chance?: number
  /** Allowed values of a choice or list. */
  readonly choices?: readonly string[]
  /** The values that conditions compare this fact with; they part the answers to a number, text or version. */
  readonly operands?: readonly Scalar[]
}

/** Stands for every value that no condition names. */
const somethingElse = '(something else)'

/** Longest list of answers considered: more would cost time and change no choice. */
const most = 12

/**
 * The answers worth telling apart, with their probabilities: yes and no by `chance`, everything else uniform.
 * Numbers and texts are stood for by the values that some condition treats differently, and one that none names.
 */
export function possibleAnswers(space: AnswerSpace): readonly PossibleAnswer[] {
  if (space.type === 'yes-no') {
    const yes = Math.min(0.99, Math.max(0.01, space.chance ?? 0.5))
    return [
      { value: true, probability: yes },
      { value: false, probability: 1 - yes },
    ]
  }
  const values = representatives(space)
  return values.map(value => ({ value, probability: 1 / values.length }))
}

function representatives({ type, choices = [], operands = [] }: AnswerSpace): readonly FactValue[] {
  if (type === 'choice') return choices
  if (type === 'list') {
    // Values no condition asks for are all alike: one of them is enough.
    const asked = choices.length === 0 ? operands : choices.filter(choice => operands.length === 0 || operands.includes(choice))
    return [[], ...(asked.length === 0 ? [somethingElse] : [...new Set(asked)].slice(0, most)).map(value => [value])]
  }
  if (type === 'number') return numbers(operands.filter(value => typeof value === 'number'))
  const texts = [...new Set(operands.map(String))].sort().slice(0, most)
  return type === 'version' ? ['0', ...texts, `${texts.at(-1) ?? '1'}.999`] : [...texts, somethingElse]
}

/** One number below, at and between all thresholds. */
function numbers(thresholds: readonly number[]): readonly number[] {
  const cuts = [...new Set(thresholds)].sort((a, b) => a - b).slice(0, most / 2)
  if (cuts.length === 0) return [0]
  const values = [cuts[0]! - 1]
  for (const [i, cut] of cuts.entries()) values.push(cut, i + 1 < cuts.length ? (cut + cuts[i + 1]!) / 2 : cut + 1)
  return [...new Set(values)]
}
