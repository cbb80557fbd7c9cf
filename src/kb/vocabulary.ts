/**
 * Closed lists of words that the program needs at run time. They stand apart from the shapes, whose library costs more to
 * load than everything before the first question.
 */

/** Operators of conditions; condition.ts says what they mean. */
export const operators = [
  'is',
  'is-not',
  'one-of',
  'none-of',
  'more-than',
  'less-than',
  'at-least',
  'at-most',
  'includes',
  'excludes',
  'known',
] as const
export type OperatorWord = (typeof operators)[number]

/** What holds of a known fact when the operator does not. */
export const opposites: Readonly<Partial<Record<OperatorWord, OperatorWord>>> = {
  is: 'is-not',
  'is-not': 'is',
  'one-of': 'none-of',
  'none-of': 'one-of',
  'more-than': 'at-most',
  'at-most': 'more-than',
  'less-than': 'at-least',
  'at-least': 'less-than',
  includes: 'excludes',
  excludes: 'includes',
}

/** How surely an agent is off, weakest first. */
export const grades = ['scanning-paused', 'service-stopped', 'disabled-and-rebooted', 'removed-and-rebooted'] as const
export type Grade = (typeof grades)[number]

/** What one file of a folder is called, in schemas and commands. */
export const shapeNames = {
  facts: 'fact',
  events: 'event',
  symptoms: 'symptom',
  vendors: 'vendor',
  components: 'component',
  hypotheses: 'hypothesis',
  resolutions: 'resolution',
  cases: 'case',
} as const
