import { emptyCase } from '../case/case-file.ts'
import { factOf, type KnowledgeBase } from '../kb/model.ts'
import { didYouMean } from '../kb/suggest.ts'
import { checkValue, rangeOf } from '../kb/value.ts'
import { componentsOf, exclusionPlan } from '../plan/exclusions.ts'
import type { ExclusionPlan } from '../plan/model.ts'
import { loadTemplates } from '../plan/templates.ts'
import { redactedNote } from '../redact/note.ts'
import { exclusionsText } from '../render/exclusions.ts'
import { toJson } from '../render/json.ts'
import { templateValues, weighCase } from '../render/report-on.ts'
import { coloured, plain } from '../render/wrap.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import { namesFor, type RedactOptions } from './names-for.ts'

interface Options extends RedactOptions {
  readonly vendor?: string
  readonly component?: readonly string[]
  readonly rhel?: string
  readonly format: string
  readonly kb?: readonly string[]
}

/** What to tell the agent to leave alone, for the agent, components and release that evidence shows or options name. */
export async function exclusionsCommand(paths: readonly string[], options: Options, io: Io): Promise<number> {
  const kb = await baseOrFail(options.kb)
  for (const id of options.vendor === undefined ? [] : [options.vendor]) known(kb, 'vendors', id)
  for (const id of options.component ?? []) known(kb, 'components', id)
  const rhel = options.rhel === undefined ? undefined : Number(options.rhel)
  if (rhel !== undefined) refuseRelease(kb, rhel, options.rhel!)
  const names = await namesFor(kb, options)
  let value = emptyCase(kb)
  if (paths.length > 0) {
    const { gatherEvidence } = await import('./evidence.ts')
    const read = await gatherEvidence(paths, kb, io, { digests: false, ...(names && { through: names.through }) })
    names?.learn(read)
    const { nodes, observations, ledger, warnings, focus } = read
    value = { ...value, nodes, observations, ledger, warnings, focus }
  }
  if (names) value = names.case(value)
  names?.save(io)
  const { session } = await weighCase(kb, value)
  const seen = (id: string | undefined): string[] => {
    const list = id === undefined ? undefined : session.value(id)
    return Array.isArray(list) ? list.map(String) : []
  }
  const vendors = options.vendor === undefined ? seen(kb.kb['agents-fact']).filter(id => Object.hasOwn(kb.vendors, id)) : [options.vendor]
  if (vendors.length === 0) {
    io.err('unknown-agent: nothing tells which security software runs on the nodes')
    io.err(`  hint: Name it with --vendor: ${Object.keys(kb.vendors).join(', ')}.`)
    return Exit.inconclusive
  }
  const values = templateValues(kb, value, session)
  const templates = await loadTemplates()
  const components = options.component ?? componentsOf(kb, seen(kb.kb['components-fact']))
  const plans = vendors.map(
    (vendor): ExclusionPlan =>
      exclusionPlan(
        kb,
        vendor,
        components,
        { ...values, rhel: rhel ?? values.rhel, vendor: kb.vendors[vendor]!.title, vendor_id: vendor },
        templates,
      ),
  )
  if (options.format === 'json') {
    const warnings = names ? { warnings: [redactedNote] } : {}
    const documents = plans.map(({ policy, traps, ...plan }) => ({ schema: 'avert/exclusions@1', ...plan, policy, traps, ...warnings }))
    io.out(toJson(documents.length === 1 ? documents[0]! : { schema: 'avert/exclusions-list@1', agents: documents }))
  } else {
    const texts = plans.map(plan => exclusionsText(plan, kb, io.colour ? coloured(io.columns) : plain(io.columns)))
    io.out([...texts, ...(names ? [`${redactedNote}\n`] : [])].join('\n'))
  }
  return Exit.done
}

/** The base says which releases it knows. */
function refuseRelease(kb: KnowledgeBase, rhel: number, typed: string): void {
  const fact = factOf(kb, kb.kb['release-fact'] ?? '')
  const outside = fact && 'message' in checkValue(fact, rhel, kb) ? rangeOf(fact) : undefined
  if (Number.isInteger(rhel) && rhel > 0 && outside === undefined) return
  const hint = `Write the major number${outside === undefined ? ', such as 8' : `, ${outside}`}.`
  throw new UserError(Exit.usage, [`wrong-option: --rhel "${typed.slice(0, 80)}" is no release that is known here`, `  hint: ${hint}`])
}

function known(kb: KnowledgeBase, kind: 'vendors' | 'components', id: string): void {
  if (Object.hasOwn(kb[kind], id)) return
  const what = kind === 'vendors' ? 'agent' : 'component'
  throw new UserError(Exit.usage, [
    `unknown-${what}: no ${what} is called "${id.slice(0, 80)}"`,
    `  hint: ${didYouMean(id, Object.keys(kb[kind]), `Known: ${Object.keys(kb[kind]).join(', ')}.`)}`,
  ])
}
