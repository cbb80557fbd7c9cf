import type { Contradiction, FactState } from '../case/observation.ts'
import type { Leaf } from '../engine/json-rules.ts'

export type Band = 'confirmed' | 'likely' | 'possible' | 'unlikely' | 'ruled-out' | 'open'

/** A rule that holds, for or against. `counts`: false when a stronger rule of its group already does. */
export interface Reason {
  readonly rule: string
  readonly points: number
  readonly decides?: 'confirmed' | 'ruled-out'
  readonly group: string
  readonly counts: boolean
  readonly because: string
  readonly facts: readonly string[]
  /** What json-rules-engine saw. */
  readonly saw: readonly Leaf[]
  readonly sources: readonly string[]
}

/** A rule that is not settled yet. */
export interface OpenRule {
  readonly rule: string
  readonly points: number
  readonly decides?: 'confirmed' | 'ruled-out'
  readonly because: string
  readonly needs: readonly string[]
}

export interface Weighed {
  readonly id: string
  readonly title: string
  readonly band: Band
  /** Decibans, the prior included. */
  readonly points: number
  readonly prior: number
  readonly for: readonly Reason[]
  readonly against: readonly Reason[]
  readonly open: readonly OpenRule[]
}

/** All hypotheses weighed, best first, with what is known and what is not. */
export interface Diagnosis {
  readonly hypotheses: readonly Weighed[]
  readonly facts: ReadonlyMap<string, FactState>
  readonly contradictions: readonly Contradiction[]
  readonly notExamined: readonly { readonly what: string; readonly why: string; readonly matters: readonly string[] }[]
  readonly warnings: readonly string[]
  /** A cause is at least likely. */
  readonly concluded: boolean
}
