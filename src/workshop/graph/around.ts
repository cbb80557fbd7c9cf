import type { KnowledgeBase } from '../../kb/model.ts'
import { linksOf } from './links.ts'
import { counted, type Graph, type GraphEdge, type GraphNode, kindWords, type NodeKind, nodesOf } from './model.ts'

/** About what fits on a page so that it can be read. */
export interface Room {
  /** Neighbours drawn on each side of the object. */
  readonly side: number
  /** Nodes altogether: farther levels are left out when they do not fit. */
  readonly nodes: number
  readonly levels: number
}
export const page: Room = { side: 14, nodes: 34, levels: 2 }

type Side = 'up' | 'down'
interface Indexed {
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edges: Readonly<Record<Side, ReadonlyMap<string, readonly GraphEdge[]>>>
}
const indexes = new WeakMap<KnowledgeBase, Indexed>()

function indexOf(kb: KnowledgeBase): Indexed {
  let index = indexes.get(kb)
  if (!index) {
    const up = new Map<string, GraphEdge[]>()
    const down = new Map<string, GraphEdge[]>()
    const add = (map: Map<string, GraphEdge[]>, key: string, edge: GraphEdge) => map.set(key, [...(map.get(key) ?? []), edge])
    for (const edge of linksOf(kb)) {
      add(up, edge.to, edge)
      add(down, edge.from, edge)
    }
    index = { nodes: nodesOf(kb), edges: { up, down } }
    indexes.set(kb, index)
  }
  return index
}

/** Far ends of this many and more links to agents, or to components, are drawn as one node. */
const foldFrom = 5

/** One object and what leads to it and follows from it, level by level until the page is full. */
export function graphAround(kb: KnowledgeBase, key: string, room: Room = page): Graph {
  const { nodes: all, edges: links } = indexOf(kb)
  const centre = all.get(key)
  if (!centre) throw new Error(`no object ${key}`)
  const nodes = new Map<string, GraphNode>([[key, { ...centre, focus: true }]])
  const edges: GraphEdge[] = []
  const notes: string[] = []
  const frontier: Record<Side, string[]> = { up: [key], down: [key] }
  for (let level = 1; level <= room.levels; level++)
    for (const side of ['up', 'down'] as const) {
      const found = frontier[side].flatMap(from => links[side].get(from) ?? [])
      const far = (edge: GraphEdge) => (side === 'up' ? edge.from : edge.to)
      const fresh = fold(found, side, all, far)
      const strangers = new Set(fresh.edges.map(far).filter(end => !nodes.has(end)))
      if (level > 1 && nodes.size + strangers.size > room.nodes) {
        notes.push(
          `What lies ${side === 'up' ? 'before' : 'behind'} the outermost boxes on the ${side === 'up' ? 'left' : 'right'} is left out.`,
        )
        frontier[side] = []
        continue
      }
      const kept = new Set(level === 1 ? strongest(fresh.edges, far, room.side) : strangers)
      const left = [...strangers].filter(end => !kept.has(end))
      if (left.length > 0) {
        const { node, edge } = rest(left, key, side, all)
        nodes.set(node.key, node)
        edges.push(edge)
        notes.push(`${node.title}: too many for one picture; the strongest are drawn.`)
      }
      for (const edge of fresh.edges) {
        const end = far(edge)
        if (!kept.has(end)) continue
        if (!nodes.has(end)) nodes.set(end, fresh.nodes.get(end)!)
        edges.push(edge)
      }
      // A cause that is not the centre is an end: behind each lies half the base.
      frontier[side] = [...kept].filter(end => all.has(end) && all.get(end)!.kind !== 'hypotheses')
    }
  const drawnEdges = unique(edges)
  return {
    title: `${centre.title}: what leads to it and what follows`,
    description: describe(centre, drawnEdges, nodes),
    notes: [...new Set(notes)],
    nodes: [...nodes.values()],
    edges: drawnEdges,
  }
}

/** Draws many agents (or components) on the same side as one node, so that they do not push everything else off the page. */
function fold(
  found: readonly GraphEdge[],
  side: Side,
  all: ReadonlyMap<string, GraphNode>,
  far: (edge: GraphEdge) => string,
): { edges: GraphEdge[]; nodes: ReadonlyMap<string, GraphNode> } {
  let nodes = all
  let edges = [...found]
  for (const kind of ['vendors', 'components'] as const) {
    const ends = new Set(edges.map(far).filter(end => all.get(end)?.kind === kind))
    if (ends.size < foldFrom) continue
    const key = `${kind}:${side}`
    nodes = new Map([...nodes, [key, { key, kind: 'group', title: counted(ends.size, kind) }]])
    edges = unique(
      edges.map(edge =>
        ends.has(far(edge)) ? { ...edge, [side === 'up' ? 'from' : 'to']: key, label: '', tone: 'plain' as const } : edge,
      ),
    )
  }
  return { edges, nodes }
}

/** Ends of the strongest edges; equal ones in the order of the base. */
function strongest(edges: readonly GraphEdge[], far: (edge: GraphEdge) => string, most: number): string[] {
  const best = new Map<string, number>()
  for (const edge of edges) best.set(far(edge), Math.max(edge.weight, best.get(far(edge)) ?? 0))
  return [...best]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([end]) => end)
}

function rest(left: readonly string[], key: string, side: Side, all: ReadonlyMap<string, GraphNode>): { node: GraphNode; edge: GraphEdge } {
  const kinds = new Map<NodeKind, number>()
  for (const end of left) {
    const kind = all.get(end)?.kind ?? 'group'
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const title = [...kinds].map(([kind, count]) => `${count} more ${kindWords[kind][count === 1 ? 0 : 1]}`).join(', ')
  const node: GraphNode = { key: `more:${side}`, kind: 'group', title }
  const [from, to] = side === 'up' ? [node.key, key] : [key, node.key]
  return { node, edge: { from, to, label: '', tone: 'plain', weight: 0 } }
}

function unique(edges: readonly GraphEdge[]): GraphEdge[] {
  const seen = new Set<string>()
  return edges.filter(({ from, to, label }) => {
    const key = JSON.stringify([from, to, label])
    return !seen.has(key) && seen.add(key)
  })
}

function describe({ key, title, kind }: GraphNode, edges: readonly GraphEdge[], nodes: ReadonlyMap<string, GraphNode>): string {
  const names = (ends: readonly string[]) => ends.map(end => nodes.get(end)!.title).join('; ')
  const before = edges.filter(({ to }) => to === key).map(({ from }) => from)
  const after = edges.filter(({ from }) => from === key).map(({ to }) => to)
  const parts = [
    `${title} (${kindWords[kind][0]}).`,
    before.length > 0 ? `Leads to it: ${names(before)}.` : '',
    after.length > 0 ? `Follows from it: ${names(after)}.` : '',
  ]
  return parts.filter(part => part !== '').join(' ')
}
