import { stripControls } from '../../plan/shell.ts'
import { light } from './colours.ts'
import { type Graph, type GraphEdge, type GraphNode, kindWords } from './model.ts'
import { wrapTitle } from './text-size.ts'

/** The graph in Graphviz' language. */
export function graphDot({ title, description, notes, nodes, edges }: Graph): string {
  const name = new Map(nodes.map(({ key }, i) => [key, `n${i}`]))
  const out = [
    ...notes.map(note => `// ${oneLine(note)}`),
    `digraph ${quoted(title)} {`,
    `  graph [rankdir=LR, tooltip=${quoted(description)}, fontname="sans-serif"]`,
    '  node [shape=box, style="filled,rounded", fontname="sans-serif", fontsize=11]',
    '  edge [fontname="sans-serif", fontsize=10]',
    ...nodes.map(node => `  ${name.get(node.key)} [${nodeFields(node)}]`),
    ...edges.map(edge => `  ${name.get(edge.from)} -> ${name.get(edge.to)} [${edgeFields(edge)}]`),
    '}',
  ]
  return `${out.join('\n')}\n`
}

function nodeFields({ key, kind, title, focus }: GraphNode): string {
  const lines = wrapTitle(oneLine(title), 190, 6)
  const caption = kind === 'group' ? [] : [kindWords[kind][0]]
  const [fill, line] = light[kind]
  return [
    `label=${quoted([...caption, ...lines].join('\n'))}`,
    `id=${quoted(key)}`,
    `tooltip=${quoted(title)}`,
    `fillcolor="${fill}"`,
    `color="${line}"`,
    ...(focus ? ['penwidth=3'] : []),
  ].join(', ')
}

function edgeFields({ label, tone }: GraphEdge): string {
  const style = {
    for: `color="${light.for}"`,
    against: `color="${light.against}", style=dashed`,
    decides: 'penwidth=2',
    both: '',
    plain: '',
  }
  return [label === '' ? '' : `label=${quoted(label)}`, style[tone]].filter(part => part !== '').join(', ')
}

/** A quoted string; entities are switched off by escaping their beginning. */
function quoted(text: string): string {
  const lines = text.split('\n').map(oneLine)
  const escaped = lines.map(line => line.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"'))
  return `"${escaped.join('\\n')}"`
}

const oneLine = (text: string): string => stripControls(text).replace(/\s+/g, ' ').trim()
