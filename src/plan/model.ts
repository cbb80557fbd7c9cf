import type { Confidence } from '../kb/shapes.ts'

export type Stage = 'contain' | 'prove' | 'fix' | 'verify' | 'escalate'
export const stages: readonly Stage[] = ['contain', 'prove', 'fix', 'verify', 'escalate']

/** One thing to do. All templates are filled; commands are quoted. */
export interface PlanStep {
  /** `resolution/step`, with the agent's id behind it where the step is the agent's own. */
  readonly id: string
  readonly resolution: string
  readonly title: string
  readonly stage: Stage
  readonly do: string
  readonly run: readonly string[]
  readonly on: 'one-node' | 'each-node' | 'console' | 'workstation'
  readonly risk: 'none' | 'low' | 'high'
  readonly changes: boolean
  readonly expect?: string
  readonly verify: readonly string[]
  readonly undo: readonly string[]
  readonly expires?: string
  readonly caution?: string
  readonly confidence: Confidence
  readonly sources: readonly string[]
}

export interface Plan {
  readonly steps: readonly PlanStep[]
  /** The causes are only possible, and what would mend them is left out. */
  readonly heldBack?: boolean
  /** The facts that results of the plan answer: resolution -> fact. */
  readonly records: readonly { readonly resolution: string; readonly fact: string }[]
}

/** One thing the scanner should leave alone, in the agent's own words. */
export interface ExclusionRow {
  readonly kind: 'folder' | 'file' | 'process'
  readonly path: string
  /** As it is typed into a policy or a console; the path itself where the product has no form of its own. */
  readonly written: string
  readonly component: string
  readonly why: string
  readonly hot: boolean
  readonly risk: string
  readonly add: readonly string[]
  readonly remove: readonly string[]
  readonly confidence: Confidence
}

export interface ExclusionPlan {
  readonly vendor: string
  readonly exclusions: readonly ExclusionRow[]
  readonly notExpressible: readonly { readonly path: string; readonly why: string }[]
  readonly verify: readonly string[]
  /** For a product that only a console can change: the text to send. */
  readonly request: string | null
  /** For a policy file: where it lies and what to put in. */
  readonly policy: { readonly path: string; readonly snippet: string; readonly apply: readonly string[] } | null
  readonly traps: readonly string[]
}
