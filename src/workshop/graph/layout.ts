import { Graph as Dagre, layout } from '@dagrejs/dagre'
import { stripControls } from '../../plan/shell.ts'
import { type Graph, type GraphEdge, type GraphNode, kindWords, type NodeKind } from './model.ts'
import { fontSize, lineHeight, textWidth, wrapTitle } from './text-size.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A node with its place (the centre) and size in pixels. */
export interface PlacedNode extends GraphNode, Point {
  readonly width: number
  readonly height: number
  /** The kind, in small letters above the title; empty for groups. */
  readonly caption: string
  readonly lines: readonly string[]
}

export interface PlacedEdge extends GraphEdge {
  readonly points: readonly Point[]
  /** Where the label's centre goes. */
  readonly at?: Point
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

const size = { text: 176, padding: 10, caption: 14, margin: 12, mostLines: 5, bold: 1.08, labelFont: 11 }

/** A diagnosis reads from left to right: an arrow against this order does not pull its ends around. */
const order: Readonly<Record<NodeKind, number>> = {
  events: 0,
  vendors: 0,
  components: 0,
  symptoms: 1,
  facts: 1,
  group: 1,
  hypotheses: 2,
  resolutions: 3,
}

/** Places a graph from left to right. The only file that knows the layout library; the same graph gives the same places. */
export function placeGraph({ nodes, edges, boxWidth = size.text }: Graph): Layout {
  const graph = new Dagre({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 44, edgesep: 8, marginx: size.margin, marginy: size.margin })
  graph.setDefaultEdgeLabel(() => ({}))
  const boxes = nodes.map(node => boxOf(node, boxWidth))
  boxes.forEach((box, i) => void graph.setNode(`n${i}`, { width: box.width, height: box.height }))
  const number = new Map(nodes.map(({ key }, i) => [key, i]))
  const ends = (edge: GraphEdge): [string, string] => {
    const pair: [string, string] = [`n${number.get(edge.from)}`, `n${number.get(edge.to)}`]
    return backward(edge) ? [pair[1], pair[0]] : pair
  }
  const backward = ({ from, to }: GraphEdge) => columnOf(nodes[number.get(from)!]!) > columnOf(nodes[number.get(to)!]!)
  edges.forEach((edge, i) => {
    const { label, weight } = edge
    const width = label === '' ? 0 : textWidth(label, size.labelFont) + 8
    const own = { width, height: label === '' ? 0 : 16, labelpos: 'c' as const, weight: backward(edge) ? 0 : 1 + Math.min(weight, 9) }
    const [left, right] = ends(edge)
    graph.setEdge(left, right, own, `e${i}`)
  })
  if (!nodes.some(({ focus }) => focus)) holdColumns(graph, nodes, edges.map(ends))
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const left = Math.min(...boxes.map((box, i) => (graph.node(`n${i}`) as Point).x - box.width / 2)) - size.margin
  const place = ({ x, y }: Point): Point => ({ x: round(x - left), y: round(y) })
  const placedBoxes = boxes.map((box, i) => ({ ...box, ...place(graph.node(`n${i}`) as Point) }))
  const placedEdges = edges.map((edge, i): PlacedEdge => {
    const [v, w] = ends(edge)
    const { points = [], x, y } = graph.edge({ v, w, name: `e${i}` }) as { points?: Point[] } & Partial<Point>
    // A short line without a label needs no bend: the one in its middle was only kept free for a label.
    const between = points.length <= 3 && edge.label === '' ? [] : points.slice(1, -1).map(place)
    const at = edge.label === '' || x === undefined || y === undefined ? {} : { at: place({ x, y }) }
    return { ...edge, points: backward(edge) ? between.reverse() : between, ...at }
  })
  return {
    width: Math.ceil(width - left),
    height: Math.ceil(height),
    nodes: placedBoxes,
    edges: attach(placedBoxes, placedEdges),
  }
}

const columnOf = ({ kind, column }: GraphNode): number => column ?? order[kind]

/** Without an object in the middle, what nothing leads to would all move to the left: each kind keeps its column instead. */
function holdColumns(graph: Dagre, nodes: readonly GraphNode[], edges: readonly (readonly [string, string])[]): void {
  const reached = new Set(edges.map(([, to]) => to))
  const first = Math.min(...nodes.map(columnOf))
  graph.setNode('root', { width: 0, height: 0 })
  nodes.forEach((node, i) => {
    if (!reached.has(`n${i}`))
      graph.setEdge('root', `n${i}`, { minlen: columnOf(node) - first + 1, weight: 0, width: 0, height: 0 }, `r${i}`)
  })
}

function boxOf(node: GraphNode, widest: number): Omit<PlacedNode, 'x' | 'y'> {
  const font = node.focus ? fontSize * size.bold : fontSize
  const lines = wrapTitle(stripControls(node.title).trim(), widest, size.mostLines, font)
  const caption = node.kind === 'group' ? '' : kindWords[node.kind][0]
  const text = Math.max(60, ...lines.map(line => textWidth(line, font)))
  return {
    ...node,
    lines,
    caption,
    width: round(Math.min(text, widest) + 2 * size.padding),
    height: lines.length * lineHeight + (caption === '' ? 0 : size.caption) + size.padding + 4,
  }
}

/** Halves of pixels are enough, and keep the files short. */
const round = (value: number): number => Math.round(value * 2) / 2
const pointOf = ({ x, y }: Point): Point => ({ x: round(x), y: round(y) })

/** Lets every line leave and enter in the middle parts of the facing sides, in the order of where it goes. */
function attach(nodes: readonly PlacedNode[], edges: readonly PlacedEdge[]): PlacedEdge[] {
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const side = ({ from, to }: PlacedEdge, end: 'from' | 'to'): 'left' | 'right' =>
    byKey.get(from)!.x <= byKey.get(to)!.x === (end === 'from') ? 'right' : 'left'
  const ports = new Map<PlacedEdge, { from?: Point; to?: Point }>(edges.map(edge => [edge, {}]))
  for (const node of nodes)
    for (const own of ['left', 'right'] as const) {
      const here = edges.flatMap(edge =>
        (['from', 'to'] as const)
          .filter(end => edge[end] === node.key && side(edge, end) === own)
          .map(end => ({ edge, end, y: towards(edge, end, byKey) })),
      )
      here.sort((a, b) => a.y - b.y)
      const x = own === 'left' ? node.x - node.width / 2 : node.x + node.width / 2
      here.forEach(({ edge, end }, i) => {
        const offset = ((i + 1) / (here.length + 1) - 0.5) * (node.height - 8)
        ports.get(edge)![end] = pointOf({ x, y: node.y + offset })
      })
    }
  return edges.map(edge => ({ ...edge, points: [ports.get(edge)!.from!, ...edge.points, ports.get(edge)!.to!] }))
}

/** The height a line comes from or goes to, seen from one of its ends. */
function towards({ points, from, to }: PlacedEdge, end: 'from' | 'to', nodes: ReadonlyMap<string, PlacedNode>): number {
  const next = end === 'from' ? points[0] : points.at(-1)
  return next?.y ?? nodes.get(end === 'from' ? to : from)!.y
}
