import type { KnowledgeBase } from '../kb/model.ts'
import type { Plan, PlanStep, Stage } from '../plan/model.ts'
import { afterwards, pasteBlocks } from './paste.ts'
import { factTitle } from './words.ts'
import { type Style, wrap } from './wrap.ts'

export const stageWords: Readonly<Record<Stage, string>> = {
  contain: 'First: stop the damage',
  prove: 'Then: prove the cause',
  fix: 'Then: mend it',
  verify: 'Then: see that it holds',
  escalate: 'If that does not help: ask for help',
}
export const placeWords = {
  'one-node': 'on one node',
  'each-node': 'on each node, one after the other',
  console: "at the product's console",
  workstation: 'anywhere',
} as const
const riskWords = { none: 'only looks', low: 'low risk', high: 'HIGH RISK' } as const

/** What a step may cost, in words. What has to be cleared away again is more than a look. */
export function riskOf({ risk, undo }: PlanStep): string {
  return risk === 'none' && undo.length > 0 ? 'changes nothing, leaves files of its own' : riskWords[risk]
}

export const beforePlan =
  'avert only prints these commands; it runs none of them. Read a step to its end before you begin it. Words in CAPITALS are yours to fill in.'
export const heldBackWords =
  'The causes are only possible so far. What would mend them is left out until one is likely; the steps below keep the damage small or look for proof.'

/** What the result of the plan answers. */
export const recordWords = ({ records }: Plan, kb: KnowledgeBase): string[] =>
  records.map(
    ({ resolution, fact }) =>
      `When "${kb.resolutions[resolution]!.title}" is done, tell avert the result (${factTitle(kb, fact)}): answer "${fact}" with: avert resume CASE (the file that the case was kept in).`,
  )

/** The plan for a terminal. Commands stand alone on unwrapped lines so that they can be copied. */
export function planLines(plan: Plan, kb: KnowledgeBase, style: Style): string[] {
  const lines: string[] = []
  if (plan.steps.length === 0) return lines
  lines.push(
    '',
    style.bold('What to do'),
    ...wrap(beforePlan, style.columns, '  '),
    ...(plan.heldBack ? ['', ...wrap(heldBackWords, style.columns, '  ')] : []),
  )
  if (plan.steps.length > fewSteps) lines.push(...contents(plan, style))
  let stage: Stage | undefined
  let resolution: string | undefined
  for (const run of stepRuns(plan.steps)) {
    const step = plan.steps[run.from - 1]!
    if (step.stage !== stage) lines.push('', style.bold(`  ${stageWords[step.stage]}`))
    if (step.resolution !== resolution) lines.push('', ...wrap(step.title, style.columns, '  '))
    stage = step.stage
    resolution = step.resolution
    if (run.as === undefined) lines.push(...stepLines(step, run.from, style))
    else lines.push(...wrap(repeatWords(run), style.columns, `  ${numbersOf(run.from, run.to).padStart(3)}. `, '       '))
  }
  for (const words of recordWords(plan, kb)) lines.push('', ...wrap(words, style.columns, '  '))
  return lines
}

/** So many steps can be looked through without a list of contents. */
const fewSteps = 8
const toBegin = 3

/** What a long plan begins with, for whoever has no time to look for it; undefined when all of it can be seen at once. */
export function firstSteps({ steps }: Plan): { readonly words: string; readonly steps: readonly string[] } | undefined {
  if (steps.length <= fewSteps) return undefined
  return {
    words: `Begin with these ${toBegin} of ${steps.length} steps; their commands, and what comes next, are under "What to do".`,
    steps: steps
      .slice(0, toBegin)
      .map(({ do: text, risk }) => (risk === 'high' ? `${text} (${riskWords.high}: read all of it first.)` : text)),
  }
}

/** Steps that follow each other, by number; `as`: the number of the first of the earlier steps that they repeat. */
export interface StepRun {
  readonly from: number
  readonly to: number
  readonly as?: number
  /** Whether any of them changes something. */
  readonly changes?: boolean
}

/** The plan in runs: what repeats earlier steps, word for word and in the same order, need not be printed again. */
export function stepRuns(steps: readonly PlanStep[]): readonly StepRun[] {
  const first = new Map<string, { readonly number: number; readonly resolution: string }>()
  const runs: StepRun[] = []
  for (const [i, step] of steps.entries()) {
    const number = i + 1
    const content = JSON.stringify([step.do, step.run, step.on, step.expect, step.verify, step.undo, step.caution])
    const earlier = first.get(content)
    // A procedure that does the same again has undone it in between.
    const as = earlier === undefined || (step.changes && earlier.resolution === step.resolution) ? undefined : earlier.number
    if (earlier === undefined) first.set(content, { number, resolution: step.resolution })
    const before = runs.at(-1)
    const goesOn = before?.as !== undefined && as === before.as + number - before.from && step.resolution === steps[i - 1]!.resolution
    const changes = step.changes || (goesOn && before.changes === true)
    if (goesOn) runs[runs.length - 1] = { ...before, to: number, changes }
    else runs.push({ from: number, to: number, changes, ...(as === undefined ? {} : { as }) })
  }
  return runs
}

/** What is said instead of steps that were there before. */
export function repeatWords({ from, to, as = from, changes }: StepRun): string {
  // What another part of the plan changed and took back has to be done again.
  const when = changes ? 'was not done or was undone since' : 'was not done'
  return to === from
    ? `The same as step ${as}, when that ${when}.`
    : `The same as steps ${as} to ${as + to - from}, when those ${when.replaceAll('was', 'were')}.`
}

/** What the plan consists of, before its first step: it is too long to be seen at a glance. */
function contents({ steps }: Plan, style: Style): string[] {
  const lines = ['', style.bold('  At a glance')]
  for (const [i, step] of steps.entries()) {
    const newStage = step.stage !== steps[i - 1]?.stage
    if (newStage) lines.push(style.dim(`    ${stageWords[step.stage]}`))
    else if (step.resolution === steps[i - 1]?.resolution) continue
    const next = steps.findIndex(({ resolution, stage }, k) => k > i && (resolution !== step.resolution || stage !== step.stage))
    const last = next === -1 ? steps.length : next
    lines.push(...wrap(step.title, style.columns, `    ${numbersOf(i + 1, last).padStart(8)}  `, ' '.repeat(14)))
  }
  return lines
}

const numbersOf = (from: number, to: number) => (from === to ? String(from) : `${from} - ${to}`)

function stepLines(step: PlanStep, number: number, style: Style): string[] {
  const put = (label: string, text: string) => wrap(text, style.columns, `       ${label}`, `       ${' '.repeat(label.length)}`)
  const commands = (label: string, list: readonly string[]) =>
    pasteBlocks(list).flatMap((block, i) => [
      `       ${i === 0 ? label : `${label} (${afterwards})`}:`,
      ...block.flatMap(command => command.split('\n').map(line => `         ${line}`)),
    ])
  const lines = wrap(`${step.do}`, style.columns, `  ${String(number).padStart(3)}. `, '       ')
  const unverified = 'UNVERIFIED: nobody we can name has checked this'
  const known = `(${placeWords[step.on]}; ${riskOf(step)}; ${step.confidence === 'unverified' ? unverified : step.confidence})`
  lines.push(...wrap(known, style.columns, '       ', '        ').map(style.dim))
  if (step.caution) lines.push(...put('Careful: ', step.caution))
  lines.push(...commands(step.run.every(line => line.startsWith('#')) ? 'Text' : 'Run', step.run))
  if (step.expect) lines.push(...put('Expect: ', step.expect))
  lines.push(...commands('Check', step.verify), ...commands('Go back', step.undo))
  if (step.expires) lines.push(...put('At the latest: ', step.expires))
  return lines
}
