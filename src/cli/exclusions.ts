import { emptyCase } from '../case/case-file.ts'
import type { FactState, LedgerEntry } from '../case/observation.ts'
import { factOf, type KnowledgeBase } from '../kb/model.ts'
import { didYouMean } from '../kb/suggest.ts'
import { checkValue, rangeOf } from '../kb/value.ts'
import { componentsOf, exclusionPlan, onlyElsewhere } from '../plan/exclusions.ts'
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
import { noEvidence } from './no-evidence.ts'
import { refuseSharedInput, tellUnread } from './standard-input.ts'

interface Options extends RedactOptions {
  readonly vendor?: string
  readonly component?: readonly string[]
  readonly rhel?: string
  readonly format: string
  readonly kb?: readonly string[]
}

/** Lists, and what is missing, that are named in a message. */
const placesTold = 4

/** What to tell the agent to leave alone, for the agent, components and release that evidence shows or options name. */
export async function exclusionsCommand(paths: readonly string[], options: Options, io: Io): Promise<number> {
  refuseSharedInput(paths)
  // With an agent named, nothing else is needed.
  if (paths.length === 0 && options.vendor === undefined) tellUnread(io)
  const kb = await baseOrFail(options.kb)
  for (const id of options.vendor === undefined ? [] : [options.vendor]) known(kb, 'vendors', id)
  for (const id of options.component ?? []) known(kb, 'components', id)
  const rhel = options.rhel === undefined ? undefined : Number(options.rhel)
  if (rhel !== undefined) refuseRelease(kb, rhel, options.rhel!)
  const elsewhere = options.vendor === undefined ? undefined : onlyElsewhere(kb.vendors[options.vendor]!, rhel)
  if (elsewhere) throw new UserError(Exit.usage, [`wrong-option: ${elsewhere}`, '  hint: Leave --rhel out, or name another agent.'])
  const names = await namesFor(kb, options)
  let value = emptyCase(kb)
  let whole = true
  if (paths.length > 0) {
    const { gatherEvidence } = await import('./evidence.ts')
    const read = await gatherEvidence(paths, kb, io, { digests: false, ...(names && { through: names.through }) })
    names?.learn(read)
    const { nodes, observations, ledger, warnings, focus } = read
    whole = read.examined.length > 0 && !read.broken
    value = { ...value, nodes, observations, ledger, warnings, focus }
  }
  if (names) value = names.case(value)
  names?.save(io)
  const { diagnosis, session } = await weighCase(kb, value)
  const seen = (id: string | undefined): string[] => {
    const list = id === undefined ? undefined : session.value(id)
    return Array.isArray(list) ? list.map(String) : []
  }
  const warnings = [...value.warnings, ...(names ? [redactedNote] : [])]
  const vendors = options.vendor === undefined ? seen(kb.kb['agents-fact']).filter(id => Object.hasOwn(kb.vendors, id)) : [options.vendor]
  if (vendors.length === 0) {
    const ledger = paths.length > 0 ? value.ledger : [noEvidence(kb)]
    if (options.format === 'json') io.out(toJson(listDocument([], ledger, warnings)))
    for (const line of noAgent(kb, diagnosis.facts.get(kb.kb['agents-fact'] ?? ''), ledger)) io.err(line)
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
    const told = { notExamined: notExamined(value.ledger), warnings }
    const documents = plans.map(({ policy, traps, ...plan }) => ({ schema: 'avert/exclusions@1', ...plan, policy, traps, ...told }))
    io.out(toJson(documents.length === 1 ? documents[0]! : listDocument(documents, value.ledger, warnings)))
  } else {
    const texts = plans.map(plan => exclusionsText(plan, kb, io.colour ? coloured(io.columns) : plain(io.columns)))
    io.out([...texts, ...(names ? [`${redactedNote}\n`] : [])].join('\n'))
  }
  return whole ? Exit.done : Exit.inconclusive
}

/** One document for no agent, or for several. */
function listDocument(agents: readonly object[], ledger: readonly LedgerEntry[], warnings: readonly string[]): object {
  return { schema: 'avert/exclusions-list@1', agents, notExamined: notExamined(ledger), warnings }
}

const notExamined = (ledger: readonly LedgerEntry[]) => ledger.map(({ facts, ...entry }) => ({ ...entry, matters: facts }))

/** A list that shows no agent is something else than no list; that it is complete is never said. */
function noAgent(kb: KnowledgeBase, state: FactState | undefined, ledger: readonly LedgerEntry[]): string[] {
  const hint = `  hint: Name it with --vendor: ${Object.keys(kb.vendors).join(', ')}.`
  if (state?.state === 'known') {
    const lists = state.origins.flatMap(({ file }) => file ?? [])
    const first = lists.length === 0 ? '' : `: ${lists.slice(0, placesTold).join(', ')}${lists.length > placesTold ? ', …' : ''}`
    return [`no-agent: the lists of what runs show no security software that is known here${first}`, hint]
  }
  const open = ledger.filter(({ facts }) => facts.includes(kb.kb['agents-fact'] ?? ''))
  return [
    'unknown-agent: nothing tells which security software runs on the nodes',
    ...open.slice(0, placesTold).map(({ what, why }) => `  not examined: ${what}: ${why}`),
    hint,
  ]
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
