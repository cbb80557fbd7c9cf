import type { Period, WeighedIncident } from '../case/incident.ts'
import type { FactState } from '../case/observation.ts'
import type { Diagnosis, Weighed } from '../diagnosis/model.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import type { Plan } from '../plan/model.ts'

/** A question the interview would ask next. */
export interface NextQuestion {
  readonly fact: string
  readonly ask: string
  readonly why: string
}

export interface Report {
  readonly kb: KnowledgeBase
  readonly diagnosis: Diagnosis
  readonly plan: Plan
  readonly next: readonly NextQuestion[]
  /** Only this time was looked at. */
  readonly period?: Period
  /** Where there are several and it matters: each alone. */
  readonly incidents?: readonly WeighedIncident[]
}

/** The diagnosis document of the output contract. The same input gives the same bytes. */
export function diagnosisDocument({ kb, diagnosis, plan, next, period, incidents }: Report): object {
  return {
    schema: 'avert/diagnosis@1',
    kb: { id: kb.kb.id, version: kb.kb.version, digest: kb.kb.digest },
    concluded: diagnosis.concluded,
    hypotheses: diagnosis.hypotheses.map(hypothesisDocument),
    facts: factsDocument(diagnosis.facts),
    contradictions: diagnosis.contradictions,
    notExamined: diagnosis.notExamined,
    next,
    plan: { steps: plan.steps.map(({ title: _, changes: __, ...step }) => step), heldBack: plan.heldBack ?? false, records: plan.records },
    ...(period ? { period } : {}),
    ...(incidents ? { incidents } : {}),
    warnings: diagnosis.warnings,
  }
}

function hypothesisDocument({ id, title, band, points, prior, for: speaksFor, against, open }: Weighed): object {
  const reason = ({ rule, points, decides, because, facts, counts, sources, group, saw }: Weighed['for'][number]) => ({
    rule,
    points,
    ...(decides ? { decides } : {}),
    group,
    counts,
    because,
    facts,
    sources,
    saw: saw.map(({ fact, operator, wanted, value, held }) => ({
      fact,
      operator,
      wanted,
      ...(value === undefined ? {} : { value }),
      ...(held === undefined ? {} : { held }),
    })),
  })
  return {
    id,
    title,
    band,
    points,
    prior,
    for: speaksFor.map(reason),
    against: against.map(reason),
    open: open.map(({ rule, points, decides, because, needs }) => ({ rule, points, ...(decides ? { decides } : {}), because, needs })),
  }
}

/** Facts by id, in alphabetical order; the origins of one fact are capped so that a flood of log lines stays readable. */
export function factsDocument(facts: ReadonlyMap<string, FactState>): object {
  return Object.fromEntries(
    [...facts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { state, value, origins }]) => [id, { state, ...(value === undefined ? {} : { value }), origins: origins.slice(0, 50) }]),
  )
}

/** JSON text for stdout. */
export const toJson = (document: object): string => JSON.stringify(document, null, 2)
