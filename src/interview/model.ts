import type { FactValue } from '../kb/model.ts'

/** What it takes to find an answer out, cheapest first. */
export type CostClass = 'recall' | 'command' | 'wait' | 'change' | 'disrupt'

/** Relative effort of one question of a class; `recall` is the unit. */
export const effort: Readonly<Record<CostClass, number>> = { recall: 1, command: 2, wait: 6, change: 20, disrupt: 60 }

/** One answer a question may get and how often; the probabilities of a question are scaled to add up to 1. */
export interface PossibleAnswer {
  readonly value: FactValue
  readonly probability: number
}

/** A condition over numbered predicates. An empty `all` holds, an empty `any` fails. */
export type Tree = number | { readonly all: readonly Tree[] } | { readonly any: readonly Tree[] } | { readonly not: Tree }

/** One test of one fact. Trees name it by its index in `ChoiceInput.predicates`. */
export interface Predicate {
  readonly fact: string
  readonly holds: (value: FactValue) => boolean
}

/** A fact that may be asked for: nobody has answered it, not even with "I cannot tell". */
export interface OpenQuestion {
  readonly fact: string
  readonly cost: CostClass
  readonly answers: readonly PossibleAnswer[]
  /** Position in the author's order; settles ties. */
  readonly order: number
  /** Ask only when this holds. While it is open the question counts as one that may still come. */
  readonly when?: Tree
}

/** Points for or against a hypothesis when the tree holds. */
export interface WeighedRule {
  /** Unique among all rules, also the plan's. */
  readonly id: string
  readonly hypothesis: string
  /** Decibans. For a rule that decides it only ranks the rule; 30 is usual. */
  readonly weight: number
  readonly decides?: 'confirmed' | 'ruled-out'
  /** Of one group only the strongest rule that holds counts. */
  readonly group?: string
  readonly tree: Tree
}

/** A condition of the plan: whether it holds is worth knowing by itself. */
export interface PlanRule {
  readonly id: string
  readonly tree: Tree
}

/** A fact that rules conclude: the first that holds sets it, and an earlier open one leaves it open. */
export interface DerivedFact {
  readonly fact: string
  readonly rules: readonly { readonly tree: Tree; readonly value: FactValue }[]
}

/** What is known of one hypothesis once every rule is settled. */
export interface Tally {
  readonly points: number
  /** Independent groups of evidence that speak for it: 0, 1, or 2 for "two or more". */
  readonly groups: number
  /** Any rule holds, for or against. */
  readonly holding: boolean
  readonly decided?: 'confirmed' | 'ruled-out' | 'both'
}

/** The word for a tally. Must depend on nothing else. */
export type BandOf = (tally: Tally) => string

/** Everything the choice of the next question depends on. */
export interface ChoiceInput {
  readonly questions: readonly OpenQuestion[]
  readonly predicates: readonly Predicate[]
  /** For each predicate: true, false, or undefined while open. */
  readonly known: readonly (boolean | undefined)[]
  readonly rules: readonly WeighedRule[]
  readonly plan?: readonly PlanRule[]
  readonly derived?: readonly DerivedFact[]
  /** Points of each hypothesis before any evidence; 0 unless told. */
  readonly priors: Readonly<Record<string, number>>
  /** How much a change of a hypothesis matters; 1 unless told. */
  readonly importance?: Readonly<Record<string, number>>
  readonly bandOf?: BandOf
}

/** The question to ask next. */
export interface Choice {
  readonly fact: string
  /** Bits by which the answer is expected to narrow the diagnosis and the plan. */
  readonly gain: number
  /** At most so many questions are left, this one included. */
  readonly remaining: number
}

/** What the terminal shows of a question. */
export interface AskedQuestion {
  readonly fact: string
  readonly ask: string
  readonly explain?: string
  readonly type: 'yes-no' | 'number' | 'choice' | 'text' | 'version' | 'list'
  /** For `choice`, and for `list` unless it is typed. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly unit?: string
  /** For `number`: the least and the most that can be. */
  readonly min?: number
  readonly max?: number
  /** For `number`: only whole ones can be. */
  readonly whole?: boolean
  /** A former answer, when the question is asked again; it is preselected. */
  readonly former?: FactValue | null
}

/** A hypothesis as the bars show it. */
export interface Leading {
  readonly title: string
  readonly band: string
  readonly points: number
}

/** An answered question as the list of answers shows it. */
export interface AnsweredLine {
  readonly fact: string
  readonly ask: string
  readonly answer: string
  readonly used: boolean
}

/** Everything around a question: where the interview stands, and the texts behind the keys. */
export interface Screen {
  /** This question's number, from 1. */
  readonly number: number
  /** At most so many questions are left, this one included. */
  readonly remaining: number
  readonly leading: readonly Leading[]
  readonly why: string
  readonly how: string
  readonly answered: readonly AnsweredLine[]
}

/** One line of the opening check-list. */
export interface CheckItem {
  readonly fact: string
  readonly title: string
  readonly explain?: string
  readonly how?: string
  readonly former?: boolean | null
}

export type Reply =
  /** `null`: nobody can tell. */
  | { readonly kind: 'answer'; readonly value: FactValue | null }
  | { readonly kind: 'back' }
  | { readonly kind: 'edit'; readonly fact: string }
  | { readonly kind: 'save' }
  /** No more questions: the result with what is known. */
  | { readonly kind: 'enough' }

export type FirstReply =
  | { readonly kind: 'answers'; readonly answers: Readonly<Record<string, boolean | null>> }
  | { readonly kind: 'save' }

/** The user pressed Ctrl-C, or there is nobody at the keyboard any more. The caller saves and exits. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly reason: 'interrupted' | 'input-ended'

  constructor(reason: 'interrupted' | 'input-ended') {
    super(reason === 'interrupted' ? 'stopped by the user' : 'the input ended before the interview did')
    this.reason = reason
  }
}
