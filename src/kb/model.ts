import type {
  CaseFile,
  ComponentFile,
  EventFile,
  FactFile,
  HypothesisFile,
  KbFile,
  ResolutionFile,
  SourceFile,
  SymptomFile,
  VendorFile,
} from './shapes.ts'

/** A checked knowledge base: plain data, each file's own fields by its id. */
export interface KnowledgeBase {
  readonly kb: KbFile & { readonly digest: string }
  readonly facts: Readonly<Record<string, FactFile>>
  readonly events: Readonly<Record<string, EventFile>>
  readonly symptoms: Readonly<Record<string, SymptomFile>>
  readonly vendors: Readonly<Record<string, VendorFile>>
  readonly components: Readonly<Record<string, ComponentFile>>
  readonly hypotheses: Readonly<Record<string, HypothesisFile>>
  readonly resolutions: Readonly<Record<string, ResolutionFile>>
  readonly sources: Readonly<Record<string, SourceFile>>
  readonly cases: Readonly<Record<string, CaseFile>>
  /** Of patterns by their text: the literals they cannot do without. Only in a base that was compiled before, to save the time. */
  readonly literals?: Readonly<Record<string, readonly string[]>>
}

export type Scalar = string | number | boolean
export type FactValue = Scalar | readonly Scalar[]

/** Whether two values are the same; lists item by item, in order. */
export function sameValue(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]))
}

/** Facts and symptoms are both facts; this is the one place that joins them. */
export function allFacts({ symptoms, facts }: Pick<KnowledgeBase, 'symptoms' | 'facts'>): Readonly<Record<string, FactFile>> {
  const known = joinedFacts.get(facts)
  if (known?.symptoms === symptoms) return known.all
  const all = { ...symptoms, ...facts }
  joinedFacts.set(facts, { symptoms, all })
  return all
}
/** Asked for all the time; a base never changes, whoever changes one makes a new one. */
const joinedFacts = new WeakMap<object, { readonly symptoms: object; readonly all: Readonly<Record<string, FactFile>> }>()

/** The fact called `id` (a symptom or another fact), or undefined. */
export function factOf(kb: KnowledgeBase, id: string): FactFile | undefined {
  return Object.hasOwn(kb.symptoms, id) ? kb.symptoms[id] : Object.hasOwn(kb.facts, id) ? kb.facts[id] : undefined
}

/**
 * Stand-ins for files that did not parse, while the rest of a base is checked: references to them are right, but
 * nothing else is known of them. Never part of a loaded base.
 */
export const unreadable = new WeakSet<object>()

/** The settings of a base that name a fact. */
export const settingFacts = ['agents-fact', 'variants-fact', 'unlisted-fact', 'components-fact', 'release-fact'] as const
