import type { FactValue, KnowledgeBase } from '../kb/model.ts'
import type { UseStep } from '../kb/shapes.ts'
import { componentsOf, exclusionPlan, onlyElsewhere, policyParts, reasonsOnce, weakest } from './exclusions.ts'
import type { PlanStep } from './model.ts'
import { type Context, commands, joined, made } from './part.ts'
import type { PlanInput } from './plan.ts'
import { switchOff, switchOn } from './ways.ts'

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
    const elsewhere = step.use === 'switch-off' || step.use === 'switch-on' ? undefined : onlyElsewhere(context.vendor, input.values.rhel)
    if (elsewhere) return [made(context, { do: elsewhere, on: 'each-node' })]
    if (step.use === 'switch-off') return switchOff(context)
    if (step.use === 'switch-on') return switchOn(context)
    if (step.use === 'exclusions') return exclusions(context)
    return step.use === 'measure' ? measure(context) : askTheVendor(context)
  })
}

/** The agents seen, and the base's stand-in where none was seen or one that has no file is there as well. */
function agentsOf(kb: KnowledgeBase, valueOf: (fact: string) => FactValue | undefined): string[] {
  const seen = kb.kb['agents-fact'] === undefined ? undefined : valueOf(kb.kb['agents-fact'])
  const known = Array.isArray(seen) ? seen.map(String).filter(id => Object.hasOwn(kb.vendors, id)) : []
  const standIn = kb.kb['stand-in-agent']
  if (standIn === undefined || known.includes(standIn)) return known
  const unlisted = kb.kb['unlisted-fact'] !== undefined && valueOf(kb.kb['unlisted-fact']) === true
  return known.length === 0 || unlisted ? [...known, standIn] : known
}

/** The list is tried where a slow reload of the agent costs least; the base has a step of its own for the other nodes. */
const firstNode = 'on one node first, without resources where there is one'

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
  const verify = plan.verify.length > 0 ? plan.verify : ["# every path stands in the product's list of exclusions"]
  const hot = plan.exclusions.filter(row => row.hot)
  const rows = hot.length > 0 ? hot : plan.exclusions
  if (vendor.exclusions.by === 'command' && rows.length > 0)
    return [
      made(context, {
        ...shared,
        do: `Tell ${vendor.title} to leave the files alone that the cluster opens at every operation, ${firstNode}.`,
        run: rows.flatMap(row => row.add),
        verify,
        undo: rows.flatMap(row => row.remove),
        on: 'one-node',
      }),
    ]
  if (vendor.exclusions.by === 'policy-file' && plan.policy) {
    const { notes, commands } = policyParts(plan.policy)
    return [
      made(context, {
        ...shared,
        do: `Put this into ${plan.policy.path}, merged with what is there, ${firstNode}.`,
        run: [`# ${plan.policy.path}`, ...notes, ...plan.policy.snippet.split('\n').map(line => `# ${line}`.trimEnd()), ...commands],
        verify,
        undo: [`# take the lines out of ${plan.policy.path} again and apply it`],
        on: 'one-node',
      }),
    ]
  }
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
