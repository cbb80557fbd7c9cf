import { type Case, emptyCase } from '../case/case-file.ts'
import type { EvidenceFile } from '../evidence/model.ts'
import { readEvidence } from '../evidence/read.ts'
import { nextQuestion } from '../interview/questions.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../kb/model.ts'
import { rulesOf } from '../kb/rules.ts'
import type { CaseFile } from '../kb/shapes.ts'
import { checkValue } from '../kb/value.ts'
import { reportOn } from './conclude.ts'

export interface CaseResult {
  readonly id: string
  readonly title: string
  /** What differs, as sentences; empty when the case passes. */
  readonly wrong: readonly string[]
}

/** How often each rule was seen in each state over the cases. */
export type Coverage = ReadonlyMap<string, { holds: number; fails: number; open: number }>

/** Runs the cases of a base whose id holds `filter`. */
export async function runCases(
  kb: KnowledgeBase,
  filter = '',
): Promise<{ results: CaseResult[]; coverage: Coverage; steps: ReadonlySet<string> }> {
  const coverage = new Map(rulesOf(kb).map(({ id }) => [id, { holds: 0, fails: 0, open: 0 }]))
  const steps = new Set<string>()
  const results: CaseResult[] = []
  for (const [id, kase] of Object.entries(kb.cases)) {
    if (!id.includes(filter)) continue
    const value = await caseOf(kb, kase)
    const report = await reportOn(kb, value)
    rulesOf(kb).forEach((rule, number) => {
      const truth = report.session.truth(number)
      coverage.get(rule.id)![truth === 1 ? 'holds' : truth === -1 ? 'fails' : 'open']++
    })
    for (const step of report.plan.steps) steps.add(step.id.split('/').slice(0, 2).join('/'))
    results.push({ id, title: kase.title, wrong: differences(kb, kase, report, value) })
  }
  return { results, coverage, steps }
}

async function caseOf(kb: KnowledgeBase, { facts = {}, evidence }: CaseFile): Promise<Case> {
  const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value: normal(kb, fact, value), given: true as const }))
  const empty: Case = { ...emptyCase(kb), answers }
  if (evidence === undefined) return empty
  async function* files(): AsyncGenerator<EvidenceFile> {
    for (const [path, text] of Object.entries(evidence!)) {
      const bytes = new TextEncoder().encode(text)
      yield {
        path,
        size: bytes.length,
        async *read() {
          yield bytes
        },
      }
    }
  }
  const { nodes, observations, ledger, warnings, focus } = await readEvidence(kb, files(), {
    newDigest: () => ({ update() {}, hex: () => '' }),
  })
  return { ...empty, nodes, observations, ledger, warnings, focus }
}

/** A value as the program holds it: yes is true, lists are sorted. The base was checked, so it fits. */
function normal(kb: KnowledgeBase, fact: string, value: unknown): FactValue | null {
  if (value === null) return null
  const checked = checkValue(allFacts(kb)[fact]!, value, kb)
  if ('message' in checked) throw new Error(checked.message)
  return checked.value
}

function differences(kb: KnowledgeBase, { expect }: CaseFile, report: Awaited<ReturnType<typeof reportOn>>, value: Case): string[] {
  const wrong: string[] = []
  const { hypotheses } = report.diagnosis
  for (const [id, wanted] of Object.entries(expect.bands ?? {})) {
    const found = hypotheses.find(hypothesis => hypothesis.id === id)!
    if (![wanted].flat().includes(found.band))
      wrong.push(
        `${id} is ${found.band} (${found.points} points), expected ${[wanted].flat().join(' or ')}. For: ${found.for.map(({ rule, points }) => `${rule.split('/')[1]} ${points}`).join(', ') || 'nothing'}. Against: ${found.against.map(({ rule, points }) => `${rule.split('/')[1]} ${points}`).join(', ') || 'nothing'}.`,
      )
  }
  if (expect.leading !== undefined && hypotheses[0]?.id !== expect.leading)
    wrong.push(
      `leading is ${hypotheses[0]?.id} (${hypotheses[0]?.band}, ${hypotheses[0]?.points} points), expected ${expect.leading} (${hypotheses.find(({ id }) => id === expect.leading)?.points} points)`,
    )
  for (const [id, wanted] of Object.entries(expect.facts ?? {})) {
    const found = report.diagnosis.facts.get(id)
    const shown = found?.state === 'known' ? found.value : null
    const own = normal(kb, id, wanted)
    if (JSON.stringify(shown) !== JSON.stringify(own)) wrong.push(`${id} is ${JSON.stringify(shown)}, expected ${JSON.stringify(own)}`)
  }
  if (expect['first-question'] !== undefined) {
    const first = nextQuestion(kb, report.session, new Set(value.answers.map(({ fact }) => fact)))?.fact
    if (first !== expect['first-question']) wrong.push(`the first question is ${first ?? 'none'}, expected ${expect['first-question']}`)
  }
  const has = (step: string) => report.plan.steps.some(({ id }) => id === step || id.startsWith(`${step}/`))
  for (const step of expect.steps ?? []) if (!has(step)) wrong.push(`the plan has no step ${step}`)
  for (const step of expect['no-steps'] ?? []) if (has(step)) wrong.push(`the plan has the step ${step}`)
  for (const [id, wanted] of Object.entries(expect.rules ?? {})) {
    const found = report.session.outcome(id).state
    if (found !== wanted) wrong.push(`rule ${id} ${found === 'open' ? 'is open' : found}, expected ${wanted}`)
  }
  return wrong
}

/** Resolution steps of the base, `use` steps included, as `resolution/step`. */
export function allSteps(kb: KnowledgeBase): string[] {
  return Object.entries(kb.resolutions).flatMap(([id, { steps }]) => steps.map(step => `${id}/${step.id}`))
}
