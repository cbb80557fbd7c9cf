import type { FactValue, KnowledgeBase } from '../kb/model.ts'
import type { UseStep, VendorFile } from '../kb/shapes.ts'
import { type Grade, grades } from '../kb/vocabulary.ts'
import { componentsOf, exclusionPlan, reasonsOnce, weakest } from './exclusions.ts'
import type { PlanStep } from './model.ts'
import type { PlanInput } from './plan.ts'

/** Puts an agent's own procedure in the place of a `use` step, once for each agent on the nodes. */
export function splice(step: UseStep, resolution: string, input: PlanInput): PlanStep[] {
  return agentsOf(input.kb, input.valueOf).flatMap(agent => {
    const context: Context = {
      ...input,
      step,
      resolution,
      agent,
      vendor: input.kb.vendors[agent]!,
      values: { ...input.values, vendor: input.kb.vendors[agent]!.title, vendor_id: agent },
    }
    if (step.use === 'switch-off') return switchOff(context, false)
    if (step.use === 'switch-on') return switchOff(context, true)
    if (step.use === 'exclusions') return exclusions(context)
    return step.use === 'measure' ? measure(context) : askTheVendor(context)
  })
}

/** The agents seen; with none seen the base's stand-in for an agent nobody listed (the file that detects nothing). */
function agentsOf(kb: KnowledgeBase, valueOf: (fact: string) => FactValue | undefined): string[] {
  const seen = kb.kb['agents-fact'] === undefined ? undefined : valueOf(kb.kb['agents-fact'])
  const known = Array.isArray(seen) ? seen.map(String).filter(id => Object.hasOwn(kb.vendors, id)) : []
  if (known.length > 0) return known
  return Object.entries(kb.vendors).flatMap(([id, { detect }]) =>
    Object.values(detect).every(list => (list ?? []).length === 0) ? [id] : [],
  )
}

interface Context extends PlanInput {
  readonly step: UseStep
  readonly resolution: string
  readonly agent: string
  readonly vendor: VendorFile
}

type Part = Partial<PlanStep> & Pick<PlanStep, 'do'>

function made({ step, resolution, agent, kb }: Context, part: Part, suffix = ''): PlanStep {
  const { title, stage } = kb.resolutions[resolution]!
  return {
    id: `${resolution}/${step.id}/${agent}${suffix}`,
    resolution,
    title,
    stage,
    run: [],
    on: 'one-node',
    risk: 'none',
    changes: false,
    verify: [],
    undo: [],
    confidence: 'unverified',
    sources: [],
    ...part,
  }
}

const commands = ({ templates, values }: Context, lines: string | readonly string[] | undefined) =>
  [lines ?? []]
    .flat()
    .map(line => templates.command(line, values))
    .filter(line => line !== '')

type Way = VendorFile['switch-off'][number]

/** The gentlest way that is sure enough: the grade asked for, and the kernel hook really gone; else the surest there is. */
function wayFor({ vendor, values, step }: Context): Way | undefined {
  const rank = (way: Way) => grades.indexOf(way.grade)
  const wanted = grades.indexOf((step['at-least'] ?? 'service-stopped') as Grade)
  const ways = vendor['switch-off'].filter(({ rhel }) => rhel === undefined || values.rhel === undefined || rhel.includes(values.rhel))
  const certain = (way: Way) => (way.confidence === 'documented' ? 0 : way.confidence === 'reported' ? 1 : 2)
  const enough = ways
    .filter(way => rank(way) >= wanted)
    .sort(
      (a, b) => Number(b['removes-hook'] === 'yes') - Number(a['removes-hook'] === 'yes') || rank(a) - rank(b) || certain(a) - certain(b),
    )
  return enough[0] ?? [...ways].sort((a, b) => rank(b) - rank(a) || certain(a) - certain(b))[0]
}

function switchOff(context: Context, on: boolean): PlanStep[] {
  const { vendor, step, values, templates } = context
  const way = wayFor(context)
  if (!way)
    return on
      ? []
      : [
          made(context, {
            do: `Ask the team that runs ${vendor.title} to switch it off on ${values.node} for the test, and to say how they see that its kernel hook is gone.`,
            on: 'console',
            risk: 'high',
            caution: 'No way to switch it off by hand is known. Do not guess one.',
          }),
        ]
  const provenance = {
    confidence: way.confidence ?? vendor.confidence ?? ('unverified' as const),
    sources: way.sources ?? vendor.sources ?? [],
    on: way.on ?? ('one-node' as const),
  }
  if (on)
    return [
      made(context, {
        ...provenance,
        do: `Switch ${vendor.title} on again.`,
        run: commands(context, way.undo),
        verify: [`# the agent reports that it protects the node again (the console shows the node as healthy)`],
        undo: commands(context, way.run ?? []).length > 0 ? commands(context, way.run) : ['# repeat the step that switched it off'],
        changes: true,
        risk: 'low',
      }),
    ]
  const reached = grades.indexOf(way.grade) >= grades.indexOf((step['at-least'] ?? 'service-stopped') as Grade)
  const variant = vendor.variants?.find(({ id }) => id === way.variant)?.title ?? way.variant
  const cautions = [
    variant === undefined ? undefined : `Only for ${variant}: see which one the node has before you do it.`,
    way.caution,
    way['blocked-by'] ? `What stops it: ${way['blocked-by'].replace(/\.$/, '')}. Arrange that with the security team first.` : undefined,
    way['removes-hook'] === 'yes'
      ? undefined
      : way['removes-hook'] === 'no'
        ? 'This leaves the hook in the kernel: if the fault stays, that proves nothing.'
        : 'Whether the hook leaves the kernel is not known: if the fault stays, that proves nothing.',
    reached ? undefined : 'No surer way is known for this product: a fault that stays proves nothing.',
  ]
  return [
    made(context, {
      ...provenance,
      do: templates.prose(way.do, values),
      run: commands(context, way.run),
      verify: commands(context, way.verify),
      undo: commands(context, way.undo),
      changes: true,
      risk: way.risk ?? 'high',
      ...joined(cautions.map(text => text && templates.prose(text, values))),
    }),
  ]
}

/** Each caution on a line of its own: ten in one paragraph are read by nobody. */
const joined = (texts: readonly (string | undefined)[]) => {
  const caution = texts.filter(text => text !== undefined && text !== '').join('\n')
  return caution === '' ? {} : { caution }
}

function exclusions(context: Context): PlanStep[] {
  const { kb, vendor, agent, values, templates, valueOf } = context
  const seen = kb.kb['components-fact'] === undefined ? undefined : valueOf(kb.kb['components-fact'])
  const plan = exclusionPlan(kb, agent, componentsOf(kb, Array.isArray(seen) ? seen.map(String) : []), values, templates)
  const left = plan.notExpressible.length
  const cautions = [...plan.traps, left > 0 ? `${left} paths cannot be told to this product; "avert exclusions" lists them.` : undefined]
  const confidence =
    plan.exclusions.length > 0
      ? weakest(...plan.exclusions.map(row => row.confidence))
      : weakest(vendor.exclusions.confidence ?? vendor.confidence)
  const shared = {
    confidence,
    sources: vendor.exclusions.sources ?? vendor.sources ?? [],
    changes: true,
    risk: 'low' as const,
    ...joined(cautions),
  }
  const hot = plan.exclusions.filter(row => row.hot)
  const rows = hot.length > 0 ? hot : plan.exclusions
  if (vendor.exclusions.by === 'command' && rows.length > 0)
    return [
      made(context, {
        ...shared,
        do: `Tell ${vendor.title} to leave the files alone that the cluster opens at every operation.`,
        run: rows.flatMap(row => row.add),
        verify: plan.verify.length > 0 ? plan.verify : ["# every path stands in the product's list of exclusions"],
        undo: rows.flatMap(row => row.remove),
        on: 'each-node',
      }),
    ]
  if (vendor.exclusions.by === 'policy-file' && plan.policy)
    return [
      made(context, {
        ...shared,
        do: `Put this into ${plan.policy.path}, merged with what is there.`,
        run: [`# ${plan.policy.path}`, ...plan.policy.snippet.split('\n').map(line => `# ${line}`.trimEnd()), ...plan.policy.apply],
        verify: plan.verify.length > 0 ? plan.verify : ["# every path stands in the product's list of exclusions"],
        undo: [`# take the lines out of ${plan.policy.path} again and apply it`],
        on: 'each-node',
      }),
    ]
  const request =
    plan.request ??
    [
      `Please exclude these from on-access scanning on ${values.nodes.join(', ')}:`,
      ...reasonsOnce(rows).map(({ kind, written, why }) => `  ${kind} ${written}: ${why}`),
    ].join('\n')
  return [
    made(context, {
      ...shared,
      do: `Send this request to the team that runs the console of ${vendor.title}.`,
      run: request.split('\n').map(line => `# ${line}`.trimEnd()),
      verify: plan.verify.length > 0 ? plan.verify : ['# the team confirms, and the node shows the new policy'],
      undo: ['# ask the team to take the exclusions out again'],
      on: 'console',
    }),
  ]
}

function measure(context: Context): PlanStep[] {
  const { vendor, templates, values } = context
  return (vendor.measure ?? []).map((item, i) =>
    made(
      context,
      {
        do: templates.prose(item.do, values),
        run: commands(context, item.run),
        ...(item.expect === undefined ? {} : { expect: templates.prose(item.expect, values) }),
        verify: commands(context, item.verify),
        undo: commands(context, item.undo),
        changes: item.changes ?? false,
        risk: item.changes ? 'low' : 'none',
        confidence: item.confidence ?? 'unverified',
        sources: item.sources ?? [],
        ...joined([item.note]),
      },
      `-${i + 1}`,
    ),
  )
}

function askTheVendor(context: Context): PlanStep[] {
  const { kb, vendor, agent, values, templates, valueOf } = context
  if (vendor['ask-the-vendor'] === undefined) return []
  const seen = kb.kb['components-fact'] === undefined ? undefined : valueOf(kb.kb['components-fact'])
  const { request, exclusions: rows } = exclusionPlan(
    kb,
    agent,
    componentsOf(kb, Array.isArray(seen) ? seen.map(String) : []),
    values,
    templates,
  )
  const text = request ?? templates.prose(vendor['ask-the-vendor'], { ...values, exclusions: reasonsOnce(rows) })
  return [
    made(context, {
      do: `Send this to the team or maker behind ${vendor.title}.`,
      run: text.split('\n').map(line => `# ${line}`.trimEnd()),
      on: 'console',
      confidence: vendor.confidence ?? 'unverified',
      sources: vendor.sources ?? [],
    }),
  ]
}
