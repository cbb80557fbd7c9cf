import type { FactState, Origin } from '../case/observation.ts'
import type { Band } from '../diagnosis/model.ts'
import type { FactValue, KnowledgeBase } from '../kb/model.ts'
import { factOf } from '../kb/model.ts'

export const bandWords: Readonly<Record<Band, string>> = {
  confirmed: 'confirmed by a test',
  likely: 'likely',
  possible: 'possible',
  unlikely: 'unlikely',
  'ruled-out': 'ruled out by a test',
  open: 'open: nothing speaks for or against it yet',
}

/** A value as a person writes it. */
export function valueWords(value: FactValue | null | undefined): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (value === null || value === undefined) return 'nobody can tell'
  return Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(', ')) : String(value)
}

/** What a fact is called in running text. */
export function factTitle(kb: KnowledgeBase, id: string): string {
  return factOf(kb, id)?.title ?? id
}

export function stateWords({ state, value }: FactState): string {
  if (state === 'known') return valueWords(value)
  return { unknown: 'nobody can tell', 'not-run': 'could not be read', 'not-applicable': 'does not apply', 'not-asked': 'not asked' }[state]
}

/** What is known of a fact: of a choice what it means, for its id is for files and programs. */
export function factWords(kb: KnowledgeBase, id: string, state: FactState): string {
  const choices = factOf(kb, id)?.choices
  const meaning =
    state.state === 'known' &&
    choices !== undefined &&
    !Array.isArray(choices) &&
    Object.entries(choices).find(([choice]) => choice === state.value)
  return meaning ? meaning[1] : stateWords(state)
}

/** Where a claim comes from, short. */
export function originWords({ kind, file, line, node, time, count, rule }: Origin): string {
  if (kind === 'answer') return 'your answer'
  if (kind === 'given') return 'given'
  if (kind === 'derived') return `follows from other facts (${rule ?? 'a rule'})`
  const place = file === undefined ? 'evidence' : line === undefined ? file : `${file}:${line}`
  return [place, node && !place.startsWith(node) ? `on ${node}` : undefined, time, count && count > 1 ? `${count} times` : undefined]
    .filter(Boolean)
    .join(', ')
}

/** A test in words, between a fact and a value. */
export const operatorWords: Readonly<Record<string, string>> = {
  is: 'is',
  'is-not': 'is not',
  'one-of': 'is one of',
  'none-of': 'is none of',
  'more-than': 'is more than',
  'less-than': 'is less than',
  'at-least': 'is at least',
  'at-most': 'is at most',
  includes: 'holds',
  excludes: 'does not hold',
  known: 'is known',
}
