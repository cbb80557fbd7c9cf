import type { KnowledgeBase } from '../kb/model.ts'
import { holdsFor, policyParts } from '../plan/exclusions.ts'
import type { ExclusionPlan } from '../plan/model.ts'
import { type Style, wrap } from './wrap.ts'

/** Exclusions for a terminal: what and why, then commands to add and to remove, or the request to send. */
export function exclusionsText(plan: ExclusionPlan, kb: KnowledgeBase, style: Style): string {
  const vendor = kb.vendors[plan.vendor]!
  const lines: string[] = [style.bold(`${vendor.title}: what to leave alone`)]
  const put = (text: string, first: string, rest = ' '.repeat(first.length)) => lines.push(...wrap(text, style.columns, first, rest))
  const { scope, by } = vendor.exclusions
  if (plan.exclusions.length > 0) put('Every exclusion is a place where nothing is scanned. Take as few as help, and read the risk.', '')
  else put(by === 'none' ? 'This product has no exclusions of files.' : 'There is nothing to exclude.', '')
  if (scope && plan.exclusions.length + plan.notExpressible.length > 0) put(scope, '')
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
  const add = plan.exclusions.flatMap(row => row.add)
  const remove = plan.exclusions.flatMap(row => row.remove)
  block('Add', add)
  // What goes into the file and what is typed into a shell stand apart, so that neither lands in the other.
  const policy = (title: string) => {
    if (plan.policy === null) return
    const { notes, commands } = policyParts(plan.policy)
    lines.push('', style.bold(`${title} ${plan.policy.path}`))
    for (const note of notes) put(note.replace(/^# ?/, ''), '  ')
    lines.push(...(notes.length > 0 ? [''] : []), ...plan.policy.snippet.split('\n').map(line => `  ${line}`))
    block('Then run', commands)
  }
  if (add.length === 0) policy('Put into')
  block('Check', plan.verify)
  block('Take out again what was not there before', remove)
  if (add.length > 0) policy('Or, in the place of these commands, put into')
  if (plan.request)
    block(`Send to ${vendor.managed === 'local' ? 'whoever looks after it' : 'the team that runs the console'}`, [plan.request])
  if (plan.notExpressible.length > 0 && by !== 'none') {
    lines.push('', style.bold('Cannot be told to this product'))
    for (const { path, why } of plan.notExpressible) put(`${path}: ${why}`, '  * ', '    ')
  }
  const { note } = vendor.exclusions.wildcards ?? {}
  if (note && plan.notExpressible.some(({ why }) => why.includes('wildcard'))) put(`Wildcards: ${note}`, '  ')
  if (plan.traps.length > 0) {
    lines.push('', style.bold('Traps'))
    for (const trap of plan.traps) put(trap, '  ! ', '    ')
  }
  const known = plan.exclusions.length > 0 && !plan.traps.some(trap => trap.startsWith(holdsFor)) ? howSure(plan, kb) : []
  if (known.length > 0) lines.push('', style.bold('How sure this is'))
  for (const line of known) put(line, '  * ', '    ')
  return `${lines.join('\n')}\n`
}

/** A command is run on a production cluster: who says that it is right stands beside it. */
function howSure({ vendor: id, exclusions: rows }: ExclusionPlan, kb: KnowledgeBase): string[] {
  const vendor = kb.vendors[id]!
  const { forms, confidence = vendor.confidence ?? 'unverified', sources = vendor.sources ?? [] } = vendor.exclusions
  const told = new Map<string, string[]>()
  for (const kind of new Set(rows.map(row => row.kind))) {
    const form = forms?.[kind]
    const from = (form?.sources ?? (form?.confidence === 'unverified' ? [] : sources)).map(source => {
      const { title, url } = kb.sources[source] ?? { title: source }
      return url === undefined ? title : `${title} (${url})`
    })
    const words = [`${form?.confidence ?? confidence}.`, ...from].join(' ')
    told.set(words, [...(told.get(words) ?? []), kind])
  }
  return [...told].map(([words, kinds]) => `How a ${kinds.join(' or a ')} is written: ${words}`)
}
