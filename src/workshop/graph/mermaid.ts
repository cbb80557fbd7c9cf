import { stripControls } from '../../plan/shell.ts'
import { light } from './colours.ts'
import { type Graph, type GraphEdge, type GraphNode, kindWords, type NodeKind } from './model.ts'

/** The graph as a Mermaid flowchart. Nodes are numbered: ids of a base may be words that Mermaid reserves. */
export function graphMermaid({ title, description, notes, nodes, edges }: Graph): string {
  const name = new Map(nodes.map(({ key }, i) => [key, `n${i}`]))
  const kinds = [...new Set(nodes.map(({ kind }) => kind))]
  const out = [
    ...notes.map(note => `%% ${comment(note)}`),
    'flowchart LR',
    `  accTitle: ${comment(title)}`,
    `  accDescr: ${comment([description, ...notes].join(' '))}`,
    ...nodes.map(node => `  ${name.get(node.key)}${shape(node)}`),
    ...edges.map(edge => `  ${name.get(edge.from)} ${arrow(edge)} ${name.get(edge.to)}`),
    ...kinds.map(kind => `  classDef ${kind} fill:${light[kind][0]},stroke:${light[kind][1]},color:${light.ink}`),
    ...kinds.map(kind => `  class ${nodes.flatMap(node => (node.kind === kind ? [name.get(node.key)!] : [])).join(',')} ${kind}`),
    ...nodes.filter(({ focus }) => focus).map(({ key }) => `  style ${name.get(key)} stroke-width:3px`),
  ]
  return `${out.join('\n')}\n`
}

const brackets: Readonly<Partial<Record<NodeKind, readonly [string, string]>>> = {
  hypotheses: ['(', ')'],
  events: ['[/', '/]'],
  resolutions: ['[[', ']]'],
  symptoms: ['{{', '}}'],
}

function shape({ kind, title }: GraphNode): string {
  const [open, close] = brackets[kind] ?? ['[', ']']
  const caption = kind === 'group' ? '' : `${kindWords[kind][0]}: `
  return `${open}"${quoted(caption + title)}"${close}`
}

const arrow = ({ label, tone }: GraphEdge): string => {
  const line = tone === 'against' ? '-.->' : tone === 'decides' ? '==>' : '-->'
  return label === '' ? line : `${line}|"${quoted(label)}"|`
}

/** Everything that could end a text or begin markup, as a character number; Mermaid turns it back into the character. */
const quoted = (text: string): string => plain(text).replace(/[^\p{L}\p{N}\p{Zs} .,:()+−…/-]/gu, char => `#${char.codePointAt(0)};`)

/** For places that end with the line and know no escapes. */
const comment = (text: string): string =>
  plain(text)
    .replace(/;/g, ',')
    .replace(/[#{}%<>"`\\]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

const plain = (text: string): string => stripControls(text).replace(/\s+/g, ' ').trim()
