import { stages } from '../../../plan/model.ts'
import { graphWhole } from '../../graph/whole.ts'
import { type Block, kinds, link, type Page, type PageKind, paragraph, type Row, section, soft, type Text } from '../model.ts'
import type { Context } from '../parts.ts'
import { stageTitles } from './resolution-page.ts'

export const kindTitles: Readonly<Record<PageKind, string>> = {
  start: 'Start',
  symptoms: 'Symptoms',
  hypotheses: 'Causes',
  vendors: 'Agents',
  resolutions: 'What to do',
  components: 'Components',
  facts: 'Facts',
  events: 'Log lines',
}
/** Pages of no kind that stand in every navigation. */
export const generalPages = [
  ['questions', 'Question list'],
  ['how-to-read', 'How to read this'],
  ['cases', 'Cases'],
  ['sources', 'Sources'],
  ['unverified', 'Not verified'],
] as const
const leads: Readonly<Record<Exclude<PageKind, 'start'>, string>> = {
  symptoms: 'Malfunctions that somebody can see.',
  hypotheses: 'What may be behind it: security software and its rivals. More than one may be true at once.',
  vendors: 'Software on the nodes that may be in the way: how to recognise it, switch it off for a test, and have it leave files alone.',
  resolutions: 'Things to do, in the order in which they come.',
  components: 'Parts of the cluster, and the files each of them waits for.',
  facts: 'What is asked, read from evidence, or concluded from other facts.',
  events: 'What a line of a log means, whatever version printed it.',
}

/** One page for each kind that lists all pages of that kind. */
export function listPages({ kb }: Context, pages: readonly Page[]): Page[] {
  return kinds.flatMap((kind): Page[] => {
    if (kind === 'start') return []
    const own = pages.filter(page => page.kind === kind)
    const sections =
      kind === 'resolutions' ? byStage(own, id => kb.resolutions[id]!.stage) : section('all', kindTitles[kind], [table(kind, own)])
    const graph = kind === 'hypotheses' && own.length > 1 ? section('picture', 'All causes in one picture', wholeBlocks(kb)) : []
    return [{ path: kind, kind, title: kindTitles[kind], lead: [leads[kind]], sections: [...sections, ...graph] }]
  })
}

function wholeBlocks(kb: Context['kb']): Block[] {
  const graph = graphWhole(kb)
  return [{ kind: 'graph', graph }, ...graph.notes.filter(note => !note.includes('avert kb graph')).map(note => paragraph(soft(note)))]
}

function byStage(pages: readonly Page[], stageOf: (id: string) => string) {
  return stages.flatMap(stage => {
    const own = pages.filter(({ id }) => stageOf(id!) === stage)
    return own.length === 0 ? [] : section(stage, stageTitles[stage], [table(stageTitles[stage], own)])
  })
}

function table(about: string, pages: readonly Page[]): Block {
  if (pages.length === 0) return paragraph('None yet.')
  const rows = pages.map(({ path, title, id, kind, lead }): Row => {
    const more: Text = kind === 'resolutions' || lead.length === 0 ? [] : [firstSentence(lead)]
    return { cells: [[link(path, title)], more.length > 0 ? more : [soft(id ?? '')]] }
  })
  return { kind: 'table', about, head: ['Page', 'In short'], rows }
}

function firstSentence([first]: Text): string {
  const text = typeof first === 'string' ? first : ''
  return /^.{0,200}?[.:;](?= |$)/.exec(text)?.[0].replace(/[:;]$/, '.') ?? text.slice(0, 200)
}
