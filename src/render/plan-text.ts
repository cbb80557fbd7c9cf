import type { KnowledgeBase } from '../kb/model.ts'
import type { Plan, PlanStep, Stage } from '../plan/model.ts'
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
export const riskWords = { none: 'only looks', low: 'low risk', high: 'HIGH RISK' } as const

/** The plan for a terminal. Commands stand alone on unwrapped lines so that they can be copied. */
export function planLines(plan: Plan, kb: KnowledgeBase, style: Style): string[] {
  const lines: string[] = []
  if (plan.steps.length === 0) return lines
  lines.push(
    '',
    style.bold('What to do'),
    ...wrap(
      'avert only prints these commands; it runs none of them. Read a step to its end before you begin it. Words in CAPITALS are yours to fill in.',
      style.columns,
      '  ',
    ),
  )
  let stage: Stage | undefined
  let resolution: string | undefined
  plan.steps.forEach((step, i) => {
    if (step.stage !== stage) lines.push('', style.bold(`  ${stageWords[step.stage]}`))
    if (step.resolution !== resolution) lines.push('', ...wrap(step.title, style.columns, '  '))
    stage = step.stage
    resolution = step.resolution
    lines.push(...stepLines(step, i + 1, style))
  })
  for (const { resolution: id, fact } of plan.records)
    lines.push(
      '',
      ...wrap(
        `When "${kb.resolutions[id]!.title}" is done, tell avert the result (${factTitle(kb, fact)}): answer "${fact}" with avert resume.`,
        style.columns,
        '  ',
      ),
    )
  return lines
}

function stepLines(step: PlanStep, number: number, style: Style): string[] {
  const put = (label: string, text: string) => wrap(text, style.columns, `       ${label}`, `       ${' '.repeat(label.length)}`)
  const commands = (label: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`       ${label}`, ...list.flatMap(command => command.split('\n').map(line => `         ${line}`))]
  const lines = wrap(`${step.do}`, style.columns, `  ${String(number).padStart(3)}. `, '       ')
  lines.push(
    style.dim(
      `       (${placeWords[step.on]}; ${riskWords[step.risk]}; ${step.confidence === 'unverified' ? 'UNVERIFIED: nobody we can name has checked this' : step.confidence})`,
    ),
  )
  if (step.caution) lines.push(...put('Careful: ', step.caution))
  lines.push(...commands(step.run.every(line => line.startsWith('#')) ? 'Text:' : 'Run:', step.run))
  if (step.expect) lines.push(...put('Expect: ', step.expect))
  lines.push(...commands('Check:', step.verify), ...commands('Go back:', step.undo))
  if (step.expires) lines.push(...put('At the latest: ', step.expires))
  return lines
}
