import type { KnowledgeBase } from '../kb/model.ts'
import { toJson } from '../render/json.ts'
import { type CoverageReport, percent } from '../workshop/cases/coverage.ts'
import { runExamples } from '../workshop/cases/examples.ts'
import { type TestRun, testDocument, testJunit } from '../workshop/cases/machine.ts'
import { runCases } from '../workshop/cases/run-cases.ts'
import { coverageText, failureText, placeText, summaryText } from '../workshop/cases/text.ts'
import { authorFolders, shippedFolder } from './base.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import { rulePlaces } from './rule-places.ts'

export interface TestOptions {
  readonly format: string
  readonly kb?: readonly string[]
  readonly coverage?: boolean
  readonly threshold?: string
  readonly watch?: boolean
}

/** Runs the cases and the examples inside rules. With `--coverage` also says what the cases never showed. */
export async function testCommand(filter: string | undefined, options: TestOptions, io: Io): Promise<number> {
  const threshold = percentOption(options.threshold)
  const { format } = options
  const folders = authorFolders(options.kb, io)
  if (options.watch) return (await import('./kb-test-watch.ts')).watchCases(filter, folders ?? [shippedFolder], io)
  const kb = await baseOrFail(folders, 'whole')
  const run = await testBase(kb, filter, options.coverage === true || threshold !== undefined)
  const placeOf = rulePlaces(folders)
  if (run.cases.length + run.examples.length === 0)
    throw new UserError(Exit.usage, [`no-such-case: no case and no example is called "${filter}"`, '  hint: Give a part of a file name.'])
  if (format === 'json') io.out(toJson(testDocument(run, placeOf)))
  else if (format === 'junit') io.out(testJunit(run, placeOf))
  else printText(run, io, placeOf)
  const failed = [...run.cases, ...run.examples].some(({ wrong }) => wrong.length > 0)
  return failed || belowThreshold(run.coverage, threshold, io) ? Exit.findings : Exit.done
}

async function testBase(kb: KnowledgeBase, filter: string | undefined, cover: boolean): Promise<TestRun> {
  const { results, report } = await runCases(kb, filter, { cover })
  return { cases: results, examples: await runExamples(kb, filter), coverage: report }
}

function printText({ cases, examples, coverage }: TestRun, io: Io, placeOf: ReturnType<typeof rulePlaces>): void {
  for (const result of cases)
    if (result.wrong.length > 0)
      io.out(`${failureText(result, placeText(placeOf({ folder: 'cases', id: result.id, path: ['expect'] })))}\n`)
  for (const result of examples) if (result.wrong.length > 0) io.out(`${failureText(result, undefined)}\n`)
  if (coverage) io.out(coverageText(coverage, placeOf))
  io.out(summaryText(cases, examples))
}

/** The kind with the smallest share counts: a base is covered as well as its weakest part. */
function belowThreshold(coverage: CoverageReport | undefined, threshold: number | undefined, io: Io): boolean {
  if (coverage === undefined || threshold === undefined) return false
  const low = Object.entries(coverage.shares).filter(([, share]) => percent(share) < threshold)
  for (const [kind, share] of low) io.err(`below-threshold: ${kind} coverage is ${percent(share)} %, wanted ${threshold} %`)
  return low.length > 0
}

/** A number from 0 to 100 as an option gives it. */
export function percentOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 100))
    throw new UserError(Exit.usage, [`wrong-option: --threshold takes a number from 0 to 100, not "${text.slice(0, 40)}"`])
  return value
}
