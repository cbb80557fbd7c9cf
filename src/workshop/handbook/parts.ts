import type { KnowledgeBase } from '../../kb/model.ts'
import type { Confidence } from '../../kb/shapes.ts'
import { graphAround } from '../graph/around.ts'
import { type Block, code, type Inline, joined, link, mark, paragraph, type Section, section, soft, type Text } from './model.ts'
import type { Uses } from './uses.ts'

/** What every page needs. */
export interface Context {
  readonly kb: KnowledgeBase
  readonly uses: Uses
}

interface Provenance {
  readonly confidence?: Confidence | undefined
  readonly sources?: readonly string[] | undefined
}

export const sourceAnchor = (id: string): string => `source-${id.replace(/[^a-zA-Z0-9.-]/g, '-')}`

/** The confidence and where it comes from, short enough for the end of a line. `otherwise`: what no mark at all means. */
export function proof({ kb }: Context, { confidence, sources = [] }: Provenance, otherwise?: Confidence): Text {
  const sure = confidence ?? otherwise
  const links = sources.map(
    (id, i): Inline => ({
      kind: 'link',
      to: `sources#${sourceAnchor(id)}`,
      text: sources.length === 1 ? 'source' : `source ${i + 1}`,
      about: kb.sources[id]?.title ?? id,
    }),
  )
  return [
    ...(sure === undefined ? [] : [mark(sure)]),
    ...(sure !== undefined && links.length > 0 ? [' '] : []),
    ...joined(
      links.map(item => [item]),
      ' ',
    ),
  ]
}

/** Lines of an author (one or a list) as one text to copy. Placeholders become words in capitals, as in a plan. */
function commandText(lines: string | readonly string[]): string {
  return templateText([lines].flat().join('\n'))
}

/**
 * A template for reading: placeholders in capitals, as a plan shows what it does not know; conditions and loops as
 * comment lines, so that what is between them can be copied.
 */
export function templateText(text: string): string {
  return text
    .replace(
      /[ \t]*\n?[ \t]*\{%-?\s*(if|elsif|else|endif|unless|endunless|for|endfor)\b(.*?)-?%\}[ \t]*\n?/g,
      (_, word: string, rest: string) => tagLine(word, rest.trim()),
    )
    .replace(/\{\{-?\s*(?:[a-z_]\w*\.)?([a-z_]\w*)[^{}]*\}\}/g, (_, name: string) => name.toUpperCase())
    .replace(/\n{2,}(?=# )/g, '\n')
    .replace(/(?:\s*# (?:in any case|end of the list):?)+\s*$/, '')
    .replace(/^\n/, '')
    .trimEnd()
}

function tagLine(word: string, rest: string): string {
  const test = /^\w+$/.test(rest) ? `${rest} is known` : rest.replaceAll('==', 'is').replaceAll('!=', 'is not')
  const said = {
    if: `if ${test}`,
    elsif: `or if ${test}`,
    unless: `unless ${test}`,
    else: 'otherwise',
    for: `for each ${rest}`,
    endfor: 'end of the list',
  }[word]
  return `\n# ${said ?? 'in any case'}${word === 'endfor' ? '' : ':'}\n`
}

/** Commands to copy, or nothing. */
export function commandBlock(label: string, lines: string | readonly string[] | undefined): Block[] {
  if (lines === undefined || lines.length === 0) return []
  const branches = /\{%-?\s*(?:if|unless)\b/.test([lines].flat().join('\n'))
  return [{ kind: 'code', label: branches ? `${label} (only what stands under the line that fits)` : label, text: commandText(lines) }]
}

export const careful = (text: string | undefined): Block[] => (text === undefined ? [] : [{ kind: 'careful', text: [templateText(text)] }])

export const labelled = (label: string, text: string | undefined): Block[] =>
  text === undefined ? [] : [paragraph(soft(`${label}: `), templateText(text))]

const mostCases = 12

/** The cases of the base that show an object. */
export function casesSection({ kb, uses }: Context, ...keys: readonly string[]): Section[] {
  const ids = [...new Set(keys.flatMap(key => uses.cases.get(key) ?? []))]
  const items = ids.slice(0, mostCases).map((id): Text => [link(`cases#case-${id}`, kb.cases[id]!.title)])
  const more: Block[] = ids.length > mostCases ? [paragraph(soft(`and ${ids.length - mostCases} more`))] : []
  return items.length === 0 ? [] : section('cases', 'Cases that show it', [{ kind: 'list', items }, ...more])
}

export function sourcesSection({ kb }: Context, { sources, confidence }: Provenance): Section[] {
  if (sources === undefined || sources.length === 0)
    return confidence === undefined ? [] : section('sources', 'Sources', [paragraph(mark(confidence), ' No source is named.')])
  const items = sources.map((id): Text => [...sourceText(kb, id)])
  const blocks: Block[] = [{ kind: 'list', items }]
  return section('sources', 'Sources', confidence === undefined ? blocks : [paragraph('All in all: ', mark(confidence)), ...blocks])
}

function sourceText(kb: KnowledgeBase, id: string): Text {
  const source = kb.sources[id]
  if (source === undefined) return [code(id)]
  const { title, url, date, note } = source
  return [
    link(`sources#${sourceAnchor(id)}`, title),
    ...(date === undefined ? [] : [` (${date})`]),
    ...(note === undefined ? [] : [', ', soft(note)]),
    ...(url === undefined ? [] : [' ', { kind: 'url' as const, url, text: 'open the page' }]),
  ]
}

/** The object and its neighbours as a picture. Alone it would say nothing. */
export function graphSection({ kb }: Context, key: string): Section[] {
  const graph = graphAround(kb, key)
  return graph.nodes.length < 2
    ? []
    : section('picture', 'In one picture', [{ kind: 'graph', graph }, ...graph.notes.map(note => paragraph(soft(note)))])
}

export const idLine = (id: string): Text => [soft('id '), code(id)]

export function provenanceEnd(context: Context, provenance: Provenance, otherwise?: Confidence): Block[] {
  const text = proof(context, provenance, otherwise)
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }]
}

export const places: Readonly<Record<string, string>> = {
  'one-node': 'on one node',
  'each-node': 'on each node',
  console: "at the product's console",
  workstation: 'anywhere',
}
