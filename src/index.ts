/**
 * The public API: the pure core. Nothing here touches disk, terminal, clock or network; `evidence/containers` and `cli`
 * are the parts that do.
 */

export type { Case } from './case/case-file.ts'
export { readCase, writeCase } from './case/case-file.ts'
export { mergeObservations } from './case/merge.ts'
export type { Contradiction, FactState, LedgerEntry, Observation, Origin } from './case/observation.ts'
export { diagnose } from './diagnosis/diagnose.ts'
export type { Band, Diagnosis, Weighed } from './diagnosis/model.ts'
export { createSession } from './engine/session.ts'
export { mandatoryLiterals } from './evidence/events/literal.ts'
export { matchForm } from './evidence/events/matcher.ts'
export type { Evidence, EvidenceFile, LogEvent, Unopened } from './evidence/model.ts'
export { readEvidence } from './evidence/read.ts'
export { nextQuestion, wantedFacts } from './interview/questions.ts'
export type { FactValue, KnowledgeBase } from './kb/model.ts'
export { formatProblem, type Problem } from './kb/problem.ts'
export { type RuleFile, readBase } from './kb/read.ts'
export { exclusionPlan } from './plan/exclusions.ts'
export type { ExclusionPlan, Plan, PlanStep } from './plan/model.ts'
export { makePlan } from './plan/plan.ts'
export { loadTemplates } from './plan/templates.ts'
export { diagnosisDocument } from './render/json.ts'
export { diagnosisMarkdown } from './render/markdown.ts'
export { diagnosisText } from './render/text.ts'
