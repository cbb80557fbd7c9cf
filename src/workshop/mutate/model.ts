import type { KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import type { At, NamedCondition } from '../cases/conditions.ts'

export const operators = [
  'drop-condition',
  'negate-condition',
  'swap-all-any',
  'change-operator',
  'shift-threshold',
  'drop-value',
  'flip-points',
  'weaken-points',
  'strengthen-points',
  'shift-prior',
  'drop-group',
  'change-decision',
  'drop-rule',
  'drop-derivation',
  'change-derived-value',
  'drop-step',
  'drop-resolution',
  'change-seen-as',
  'loosen-pattern',
] as const
export type Operator = (typeof operators)[number]

/** What a change is able to touch; tells which cases are worth running. */
export type Touches =
  /** A condition comes to something else: only cases in which it does. */
  | { readonly kind: 'condition'; readonly was: NamedCondition; readonly is: NamedCondition }
  /** What follows from rules: only cases in which one of them does not fail. */
  | { readonly kind: 'rules'; readonly ids: readonly string[]; readonly hypothesis?: string }
  | { readonly kind: 'hypothesis'; readonly id: string }
  | { readonly kind: 'step'; readonly resolution: string; readonly step?: string }
  | { readonly kind: 'seen-as'; readonly fact: string }
  | { readonly kind: 'pattern'; readonly event: string; readonly form: number }

/** A base in which one thing is changed. */
export interface Mutant {
  /** Stable as long as the base is: operator, file and path. */
  readonly id: string
  readonly operator: Operator
  readonly at: At
  /** What was changed, as a sentence without a full stop. */
  readonly says: string
  readonly touches: Touches
  readonly kb: () => KnowledgeBase
}

export type Verdict = 'killed' | 'survived' | 'equivalent'

/** What would notice a change: a case, or an example line of an event. */
export type Proposal =
  | { readonly kind: 'case'; readonly kase: CaseFile }
  | { readonly kind: 'example'; readonly list: 'matches' | 'ignores'; readonly line: string }

export interface Outcome {
  readonly id: string
  readonly operator: Operator
  readonly at: At
  readonly says: string
  readonly verdict: Verdict
  /** The case or example that noticed it. */
  readonly by?: string
  /** Why it cannot be noticed. */
  readonly why?: string
  readonly proposal?: Proposal
}
