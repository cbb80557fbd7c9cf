import { checkedCondition, factsIn } from '../../kb/condition.ts'
import { allFacts, type FactValue, type KnowledgeBase } from '../../kb/model.ts'
import { type Rule, rulesOf } from '../../kb/rules.ts'
import type { EventRef, SeenOnce, UseStep, VendorFile } from '../../kb/shapes.ts'
import { factKey, type GraphEdge } from './model.ts'
import { pointsLabel } from './points.ts'

const linksOfBase = new WeakMap<KnowledgeBase, readonly GraphEdge[]>()

/** Everything in the base that leads from one object to another, in the direction of a diagnosis. Computed once per base. */
export function linksOf(kb: KnowledgeBase): readonly GraphEdge[] {
  let links = linksOfBase.get(kb)
  if (!links) {
    const known = (edge: GraphEdge) => edge.from !== edge.to
    links = [...seenLinks(kb), ...listLinks(kb), ...derivedLinks(kb), ...ruleLinks(kb), ...resolutionLinks(kb), ...agentLinks(kb)].filter(
      known,
    )
    linksOfBase.set(kb, links)
  }
  return links
}

/** Ids of the events that a reference names; it is an id or an object with ids as keys. */
const idsOfRef = (ref: EventRef): string[] => (typeof ref === 'string' ? [ref] : Object.keys(ref))

/** Events that show a fact, and those that keep it from being shown. */
export function eventsOf(seen: SeenOnce | readonly SeenOnce[] | undefined): { shows: string[]; hinders: string[] } {
  const all = seen === undefined ? [] : [seen].flat()
  const shows = all.flatMap(({ event, sequence }) => [...(event === undefined ? [] : [event]), ...(sequence ?? []).flatMap(idsOfRef)])
  const hinders = all.flatMap(({ without, before, 'ignore-after': after }) => [
    ...[without ?? []].flat().flatMap(idsOfRef),
    ...(before === undefined ? [] : idsOfRef(before)),
    ...(after === undefined ? [] : idsOfRef(after.event)),
  ])
  const unique = new Set(shows)
  return { shows: [...unique], hinders: [...new Set(hinders)].filter(id => !unique.has(id)) }
}

function seenLinks(kb: KnowledgeBase): GraphEdge[] {
  return Object.entries(allFacts(kb)).flatMap(([id, fact]) => {
    const { shows, hinders } = eventsOf(fact['seen-as'])
    const edge = (event: string, label: string, weight: number): GraphEdge => ({
      from: `events/${event}`,
      to: factKey(kb, id),
      label,
      tone: 'plain',
      weight,
    })
    return [...shows.map(event => edge(event, 'shows', 8)), ...hinders.map(event => edge(event, 'bounds', 2))]
  })
}

/** Agents and components are values of list facts. */
function listLinks(kb: KnowledgeBase): GraphEdge[] {
  return Object.entries(allFacts(kb)).flatMap(([id, { of }]) =>
    of === undefined
      ? []
      : Object.keys(kb[of]).map((item): GraphEdge => ({ from: `${of}/${item}`, to: factKey(kb, id), label: '', tone: 'plain', weight: 3 })),
  )
}

const valueLabel = (value: FactValue): string =>
  value === true ? 'yes' : value === false ? 'no' : Array.isArray(value) ? value.join(', ') || 'none' : String(value)

function derivedLinks(kb: KnowledgeBase): GraphEdge[] {
  const pairs = new Map<string, { from: string; to: string; values: Set<string> }>()
  for (const { derives, facts } of rulesOf(kb)) {
    if (derives === undefined) continue
    for (const fact of facts) {
      const pair = { from: factKey(kb, fact), to: factKey(kb, derives.fact), values: new Set<string>() }
      const key = `${pair.from} ${pair.to}`
      if (!pairs.has(key)) pairs.set(key, pair)
      pairs.get(key)!.values.add(valueLabel(derives.value))
    }
  }
  return [...pairs.values()].map(({ from, to, values }): GraphEdge => {
    const label = [...values].slice(0, 2).join(' / ') + (values.size > 2 ? ' …' : '')
    return { from, to, label, tone: 'plain', weight: 10 }
  })
}

/** Rules by `fact hypothesis`, in file order. */
function rulesByPair(kb: KnowledgeBase): Map<string, { fact: string; hypothesis: string; rules: Rule[] }> {
  const pairs = new Map<string, { fact: string; hypothesis: string; rules: Rule[] }>()
  for (const rule of rulesOf(kb)) {
    if (rule.hypothesis === undefined) continue
    for (const fact of rule.facts) {
      const key = `${fact} ${rule.hypothesis}`
      if (!pairs.has(key)) pairs.set(key, { fact, hypothesis: rule.hypothesis, rules: [] })
      pairs.get(key)!.rules.push(rule)
    }
  }
  return pairs
}

function ruleLinks(kb: KnowledgeBase): GraphEdge[] {
  return [...rulesByPair(kb).values()].map(({ fact, hypothesis, rules }) => ({
    from: factKey(kb, fact),
    to: `hypotheses/${hypothesis}`,
    ...pointsLabel(rules),
  }))
}

function resolutionLinks(kb: KnowledgeBase): GraphEdge[] {
  const plain = (from: string, to: string, label: string, weight: number): GraphEdge => ({ from, to, label, tone: 'plain', weight })
  const led = Object.entries(kb.hypotheses).flatMap(([id, { resolutions }]) =>
    resolutions.map((resolution, i) => plain(`hypotheses/${id}`, `resolutions/${resolution}`, '', Math.max(4, 20 - i))),
  )
  const own = Object.entries(kb.resolutions).flatMap(([id, resolution]) => {
    const guards = (['when', 'unless'] as const).flatMap(word =>
      resolution[word] === undefined
        ? []
        : factsIn(checkedCondition(resolution[word], kb, true))
            .filter(fact => Object.hasOwn(kb.facts, fact) || Object.hasOwn(kb.symptoms, fact))
            .map(fact => plain(factKey(kb, fact), `resolutions/${id}`, word, 5)),
    )
    return resolution.records === undefined
      ? guards
      : [...guards, plain(`resolutions/${id}`, factKey(kb, resolution.records), 'answers', 12)]
  })
  return [...led, ...own]
}

/** Whether an agent's file has the part that a step splices in. */
export function hasPart(vendor: VendorFile, use: UseStep['use']): boolean {
  if (use === 'switch-off' || use === 'switch-on') return vendor['switch-off'].length > 0
  if (use === 'exclusions') return vendor.exclusions.by !== 'none'
  return vendor[use] !== undefined
}

/** Parts of the agents' files that a resolution splices in. */
export const usesOf = (kb: KnowledgeBase, resolution: string): UseStep['use'][] => [
  ...new Set(kb.resolutions[resolution]!.steps.flatMap(step => ('use' in step ? [step.use] : []))),
]

function agentLinks(kb: KnowledgeBase): GraphEdge[] {
  return Object.keys(kb.resolutions).flatMap(id => {
    const uses = usesOf(kb, id)
    const to = `resolutions/${id}`
    const agents = Object.entries(kb.vendors).flatMap(([vendor, file]): GraphEdge[] => {
      const has = uses.filter(use => hasPart(file, use))
      return has.length === 0 ? [] : [{ from: `vendors/${vendor}`, to, label: has.join(', '), tone: 'plain', weight: 4 }]
    })
    const components = uses.includes('exclusions')
      ? Object.keys(kb.components).map(
          (component): GraphEdge => ({
            from: `components/${component}`,
            to,
            label: 'exclusions',
            tone: 'plain',
            weight: 4,
          }),
        )
      : []
    return [...agents, ...components]
  })
}
