import type { KnowledgeBase } from '../../kb/model.ts'
import { linksOf } from './links.ts'
import { counted, type Drawn, drawn, type Graph, type GraphEdge, type GraphNode, nodesOf } from './model.ts'

/** Nodes that can be read on a page, drawn one by one. */
const mostNodes = 60
/** Nodes and edges of the collapsed picture; beyond that only the kinds are drawn. */
const mostCollapsed = { nodes: 160, edges: 400 }

/** The whole base: every object when that can be read on a page, else symptoms, causes and resolutions, else the kinds. */
export function graphWhole(kb: KnowledgeBase): Graph {
  const nodes = nodesOf(kb)
  if (nodes.size <= mostNodes) {
    const edges = linksOf(kb)
    return { ...text(kb, [...nodes.values()]), notes: [], nodes: [...nodes.values()], edges }
  }
  const collapsed = collapse(kb, nodes)
  const fits = collapsed.nodes.length <= mostCollapsed.nodes && collapsed.edges.length <= mostCollapsed.edges
  return fits ? collapsed : kindsOnly(kb, nodes)
}

const text = (kb: KnowledgeBase, nodes: readonly GraphNode[]) => ({
  title: kb.kb.title,
  description: `${kb.kb.scope} ${drawn
    .map(kind => [kind, nodes.filter(node => node.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => counted(count, kind))
    .join(', ')}.`,
})

/** From so many causes on a resolution is told in a note: its arrows would hide everything else. */
const sharedFrom = 2
/** More resolutions of one cause than this are drawn as one box. */
const mostOwn = 2

/** Symptoms, causes and their own resolutions. The facts of a cause are only counted, events and the rest not drawn at all. */
function collapse(kb: KnowledgeBase, all: ReadonlyMap<string, GraphNode>): Graph {
  const shared = Object.keys(kb.resolutions).filter(
    id => Object.values(kb.hypotheses).filter(({ resolutions }) => resolutions.includes(id)).length >= sharedFrom,
  )
  const counts = ruleCounts(kb)
  const symptoms = [...all.values()].filter(({ kind }) => kind === 'symptoms')
  const causes = [...all.values()].flatMap(node => {
    const count = counts.get(node.key)
    return count ? [{ ...node, title: `${node.title} (${count} rules)` }] : []
  })
  const own = Object.entries(kb.hypotheses).map(([id, { resolutions }]) =>
    ownResolutions(
      kb,
      id,
      resolutions.filter(item => !shared.includes(item)),
    ),
  )
  const ends = new Set([...symptoms, ...causes].map(({ key }) => key))
  const rules = linksOf(kb).flatMap(edge => (ends.has(edge.from) && counts.has(edge.to) ? [{ ...edge, label: '' }] : []))
  const hidden = (['events', 'facts', 'vendors', 'components'] as const).map(kind => counted(Object.keys(kb[kind]).length, kind))
  return {
    ...text(kb, [...all.values()]),
    notes: [
      'Too big to draw one by one: symptoms, causes and what to do about them. Full lines speak for a cause, dashed ones against it.',
      `Left out: ${hidden.join(', ')}.`,
      ...(shared.length > 0 ? [`Several causes also lead to: ${shared.map(id => kb.resolutions[id]!.title).join('; ')}.`] : []),
      'For one object with its neighbours: avert kb graph ID.',
    ],
    nodes: [...symptoms, ...causes, ...own.flatMap(({ nodes }) => nodes)],
    edges: [...rules, ...own.flatMap(({ edges }) => edges)],
    boxWidth: 230,
  }
}

/** The resolutions that only this cause leads to: one box each, or one for all when there are many. */
function ownResolutions(kb: KnowledgeBase, cause: string, ids: readonly string[]): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const nodes: GraphNode[] =
    ids.length > mostOwn
      ? [{ key: `resolutions:${cause}`, kind: 'group', title: counted(ids.length, 'resolutions'), column: 3 }]
      : ids.map(id => ({ key: `resolutions/${id}`, kind: 'resolutions', title: kb.resolutions[id]!.title }))
  return { nodes, edges: nodes.map(({ key }) => ({ from: `hypotheses/${cause}`, to: key, label: '', tone: 'plain', weight: 9 })) }
}

/** Rules of each cause, by its key. */
function ruleCounts(kb: KnowledgeBase): Map<string, number> {
  return new Map(Object.entries(kb.hypotheses).map(([id, { rules }]) => [`hypotheses/${id}`, rules.length]))
}

const columns: Readonly<Record<Drawn, number>> = {
  events: 0,
  vendors: 0,
  components: 0,
  symptoms: 1,
  facts: 1,
  hypotheses: 2,
  resolutions: 3,
}

/** One box for each kind, with arrows that say how many links there are. */
function kindsOnly(kb: KnowledgeBase, all: ReadonlyMap<string, GraphNode>): Graph {
  const kindOf = (key: string) => all.get(key)!.kind as Drawn
  const counts = new Map<string, number>()
  for (const { from, to } of linksOf(kb)) {
    const pair = `${kindOf(from)} ${kindOf(to)}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  const nodes = drawn.flatMap((kind): GraphNode[] => {
    const count = Object.keys(kb[kind]).length
    return count === 0 ? [] : [{ key: `${kind}:all`, kind: 'group', title: counted(count, kind), column: columns[kind] }]
  })
  const edges = [...counts].flatMap(([pair, count]): GraphEdge[] => {
    const [from, to] = pair.split(' ')
    return from === to ? [] : [{ from: `${from}:all`, to: `${to}:all`, label: `${count} links`, tone: 'plain', weight: count }]
  })
  return {
    ...text(kb, [...all.values()]),
    notes: ['Too big to draw: only the kinds of objects are shown. For one object with its neighbours: avert kb graph ID.'],
    nodes,
    edges,
  }
}
