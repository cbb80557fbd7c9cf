import type { KnowledgeBase } from '../../kb/model.ts'

/** Folders whose objects are drawn; a key is `folder/id`. */
export const drawn = ['events', 'symptoms', 'facts', 'vendors', 'components', 'hypotheses', 'resolutions'] as const
export type Drawn = (typeof drawn)[number]

/** `group` stands for several objects that are not drawn one by one. */
export type NodeKind = Drawn | 'group'

export interface GraphNode {
  /** `folder/id` of the object, or something with a colon for a group. */
  readonly key: string
  readonly kind: NodeKind
  readonly title: string
  /** The object that the picture is about. */
  readonly focus?: true
  /** For a group: where it stands from left to right, 0 to 3 as for the kinds. */
  readonly column?: number
}

/** `for` and `against` a hypothesis, `both` depending on the value, `decides` for tests, `plain` for everything else. */
export type Tone = 'for' | 'against' | 'both' | 'decides' | 'plain'

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly tone: Tone
  /** How much the reader wants to see it when there is no room for all. */
  readonly weight: number
}

export interface Graph {
  readonly title: string
  /** The picture in a sentence, for those who do not see it. */
  readonly description: string
  /** What was left out. */
  readonly notes: readonly string[]
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** Pixels of text in a box before it is wrapped; the usual width unless told. */
  readonly boxWidth?: number
}

/** What a kind of node is called, one and several. */
export const kindWords: Readonly<Record<NodeKind, readonly [string, string]>> = {
  events: ['event', 'events'],
  symptoms: ['symptom', 'symptoms'],
  facts: ['fact', 'facts'],
  vendors: ['agent', 'agents'],
  components: ['component', 'components'],
  hypotheses: ['cause', 'causes'],
  resolutions: ['resolution', 'resolutions'],
  group: ['several', 'several'],
}

export const counted = (count: number, kind: NodeKind): string => `${count} ${kindWords[kind][count === 1 ? 0 : 1]}`

/** All objects that can be drawn, in the order of the base. */
export function nodesOf(kb: KnowledgeBase): Map<string, GraphNode> {
  const nodes = new Map<string, GraphNode>()
  for (const kind of drawn)
    for (const [id, { title }] of Object.entries(kb[kind])) nodes.set(`${kind}/${id}`, { key: `${kind}/${id}`, kind, title })
  return nodes
}

/** The key of the fact or symptom called `id`. */
export const factKey = (kb: KnowledgeBase, id: string): string => `${Object.hasOwn(kb.symptoms, id) ? 'symptoms' : 'facts'}/${id}`
