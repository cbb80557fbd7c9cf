import { everWanted } from '../../interview/questions.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import { rulesOf } from '../../kb/rules.ts'
import { diagnosisAndPlan, settledFacts } from '../../render/report-on.ts'
import { caseOf } from './case-value.ts'
import { type CoverageReport, newCoverage } from './coverage.ts'
import { type Difference, differences } from './expectations.ts'
import { viewOn } from './view.ts'

export { caseOf } from './case-value.ts'

export interface CaseResult {
  readonly id: string
  readonly title: string
  /** What differs; empty when the case passes. */
  readonly wrong: readonly Difference[]
}

/** How often each rule was seen in each state over the cases. */
export type Coverage = ReadonlyMap<string, { holds: number; fails: number; open: number }>

export interface CaseRun {
  readonly results: CaseResult[]
  readonly coverage: Coverage
  /** Steps of plans, as `resolution/step`. */
  readonly steps: ReadonlySet<string>
  /** With `cover`: what the cases showed, down to the single test. */
  readonly report?: CoverageReport
}

/** Runs the cases of a base whose id holds `filter` (or that `chosen` names), as `diagnose` would. */
export async function runCases(
  kb: KnowledgeBase,
  filter = '',
  { cover = false, chosen = () => true }: { cover?: boolean; chosen?: (id: string) => boolean } = {},
): Promise<CaseRun> {
  const coverage = new Map(rulesOf(kb).map(({ id }) => [id, { holds: 0, fails: 0, open: 0 }]))
  const steps = new Set<string>()
  const results: CaseResult[] = []
  const collector = cover ? newCoverage(kb) : undefined
  for (const [id, kase] of Object.entries(kb.cases)) {
    if (!id.includes(filter) || !chosen(id)) continue
    const value = await caseOf(kb, kase)
    const { diagnosis, plan, session } = await diagnosisAndPlan(kb, value)
    const view = viewOn(kb, value, { diagnosis, plan, session })
    rulesOf(kb).forEach((rule, number) => {
      const truth = session.truth(number)
      coverage.get(rule.id)![truth === 1 ? 'holds' : truth === -1 ? 'fails' : 'open']++
    })
    for (const step of view.steps()) steps.add(step.split('/').slice(0, 2).join('/'))
    if (collector) {
      const sought = collector.mayStillAsk(view)
      const questions = sought.length > 0 ? everWanted(kb, session, settledFacts(value), sought) : []
      collector.add({ view, steps: view.steps(), events: value.events, questions })
    }
    results.push({ id, title: kase.title, wrong: [...differences(kb, kase, view)] })
  }
  return { results, coverage, steps, ...(collector ? { report: collector.report() } : {}) }
}
