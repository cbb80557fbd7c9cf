import type { KnowledgeBase } from '../kb/model.ts'
import type { ExclusionPlan } from '../plan/model.ts'
import { type Style, wrap } from './wrap.ts'

/** Exclusions for a terminal: what and why, then commands to add and to remove, or the request to send. */
export function exclusionsText(plan: ExclusionPlan, kb: KnowledgeBase, style: Style): string {
  const vendor = kb.vendors[plan.vendor]!
  const lines: string[] = [style.bold(`${vendor.title}: what to leave alone`)]
  const put = (text: string, first: string, rest = ' '.repeat(first.length)) => lines.push(...wrap(text, style.columns, first, rest))
  put('Every exclusion is a place where nothing is scanned. Take as few as help, and read the risk.', '')
  for (const { kind, path, written, component, why, hot, risk, confidence } of plan.exclusions) {
    put(`${kind} ${path}${hot ? '  (opened at every operation)' : ''}`, '  * ', '    ')
    if (written !== path) put(`Typed in as: ${written}`, '      ')
    put(`${kb.components[component]?.title ?? component}: ${why}`, '      ')
    put(`Risk: ${risk}${confidence === 'unverified' ? ' UNVERIFIED.' : ''}`, '      ')
  }
  const block = (title: string, commands: readonly string[]) => {
    if (commands.length === 0) return
    lines.push('', style.bold(title), ...commands.flatMap(command => command.split('\n').map(line => `  ${line}`)))
  }
  block(
    'Add',
    plan.exclusions.flatMap(({ add }) => add),
  )
  block('Check', plan.verify)
  block(
    'Take out again',
    plan.exclusions.flatMap(({ remove }) => remove),
  )
  if (plan.policy) block(`In ${plan.policy.path}`, [plan.policy.snippet, ...plan.policy.apply])
  if (plan.request) block('Send to the team that runs the console', [plan.request])
  if (plan.notExpressible.length > 0) {
    lines.push('', style.bold('Cannot be told to this product'))
    for (const { path, why } of plan.notExpressible) put(`${path}: ${why}`, '  * ', '    ')
  }
  if (plan.traps.length > 0) {
    lines.push('', style.bold('Traps'))
    for (const trap of plan.traps) put(trap, '  ! ', '    ')
  }
  return `${lines.join('\n')}\n`
}
