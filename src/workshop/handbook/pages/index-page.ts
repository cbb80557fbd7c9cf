import type { KnowledgeBase } from '../../../kb/model.ts'
import { type Block, link, type Page, paragraph, section, soft } from '../model.ts'
import type { Context } from '../parts.ts'

/** Start here: which symptom do you see? */
export function indexPage({ kb, uses }: Context): Page {
  const doors = Object.entries(kb.symptoms).map(([id, { title, ask }]) => ({
    to: `symptoms/${id}`,
    title: ask,
    text:
      causesOf(
        kb,
        [...(uses.weighed.get(id) ?? [])].flatMap(({ hypothesis, rule }) => ((rule.points ?? 0) > 0 ? [hypothesis] : [])),
      ) || title,
  }))
  const seen: Block[] =
    doors.length > 0
      ? [{ kind: 'doors', doors }]
      : [paragraph('This knowledge base lists no symptoms. Begin with the ', link('facts', 'facts'), '.')]
  return {
    path: 'index',
    kind: 'start',
    title: kb.kb.title,
    lead: ['Start here: which of these do you see? Or search for anything: a word, a product, a line of a log.'],
    sections: [
      ...section('symptoms', 'What do you see?', seen),
      ...section('more', 'Something else?', [{ kind: 'doors', doors: otherDoors(kb) }]),
      ...section('about', 'About this handbook', [
        paragraph(kb.kb.scope),
        paragraph(
          'It is made from the rule files and holds what avert knows. It prints commands; you decide which to run, and on which node.',
        ),
        paragraph(soft(`${kb.kb.id} ${kb.kb.version}, ${kb.kb.digest}`)),
      ]),
    ],
  }
}

function causesOf(kb: KnowledgeBase, ids: readonly string[]): string {
  const titles = [...new Set(ids)].map(id => kb.hypotheses[id]!.title)
  if (titles.length === 0) return ''
  return `Speaks for: ${titles.slice(0, 3).join('; ')}${titles.length > 3 ? `; and ${titles.length - 3} more` : ''}.`
}

function otherDoors(kb: KnowledgeBase): { to: string; title: string; text: string }[] {
  const count = (objects: object) => Object.keys(objects).length
  return [
    { to: 'events', title: 'I have a line of a log', text: `${count(kb.events)} kinds of log lines, and what each means` },
    { to: 'vendors', title: 'I know which security software runs', text: `${count(kb.vendors)} agents: switch off, exclude, go back` },
    { to: 'hypotheses', title: 'I suspect a cause', text: `${count(kb.hypotheses)} causes, with what speaks for and against each` },
    { to: 'resolutions', title: 'I want to do something', text: `${count(kb.resolutions)} things to do, step by step` },
    { to: 'questions', title: 'I want a list to print', text: 'All questions in order, with boxes to tick and how to find out' },
    { to: 'how-to-read', title: 'What do points and marks mean?', text: 'How to read this handbook' },
  ]
}
