import type { FactValue } from '../kb/model.ts'

/** Where an observation comes from. Lines count from 1; times are ISO 8601 without a zone unless the source had one. */
export interface Origin {
  readonly kind: 'answer' | 'given' | 'log' | 'file' | 'derived'
  readonly file?: string
  readonly line?: number
  readonly node?: string
  readonly time?: string
  readonly text?: string
  /** How many lines or events say the same. */
  readonly count?: number
  /** For derived facts: the rule. */
  readonly rule?: string
}

/**
 * One claim about a fact. `unknown`: asked, nobody can tell. `not-run`: the source was missing, unreadable or timed out.
 */
export type Observation = { readonly fact: string; readonly origin: Origin } & (
  | { readonly state: 'known'; readonly value: FactValue }
  | { readonly state: 'unknown' | 'not-run' | 'not-applicable' }
)

export type FactStateName = 'known' | 'unknown' | 'not-run' | 'not-applicable' | 'not-asked'

/** What is held to be true of a fact after merging, with every origin. */
export interface FactState {
  readonly state: FactStateName
  readonly value?: FactValue
  readonly origins: readonly Origin[]
}

/** Two or more observations of one fact that cannot all be true. */
export interface Contradiction {
  readonly fact: string
  readonly claims: readonly { readonly value: FactValue; readonly origins: readonly Origin[] }[]
  readonly taken: FactValue
  readonly why: string
}

/** What was not examined, why, and what that leaves open. `reading`: the readings or event ids that could not be had. */
export interface LedgerEntry {
  readonly what: string
  readonly why: string
  /** Facts this could have told. */
  readonly facts: readonly string[]
  /** How many files this entry stands for, when more than one. */
  readonly count?: number
}
