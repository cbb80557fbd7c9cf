import { indexOf } from '../../../diagnosis/diagnose.ts'
import { createSession } from '../../../engine/session.ts'
import { wantedFacts } from '../../../interview/questions.ts'
import { allFacts, type KnowledgeBase } from '../../../kb/model.ts'
import type { FactFile } from '../../../kb/shapes.ts'
import { rangeOf } from '../../../kb/value.ts'
import { factKey } from '../../graph/model.ts'
import { conditionText } from '../condition-words.ts'
import { type Block, link, type Page, paragraph, section, soft } from '../model.ts'
import type { Context } from '../parts.ts'
import { costs, findOutBlocks } from './fact-page.ts'

/** In a base with more questions than this the order of the interview is not worked out: it would take minutes. */
const mostOrdered = 300
const costOrder = ['recall', 'command', 'wait', 'change', 'disrupt'] as const

/** All questions on paper: first the opening check-list, then what is asked in any case, then what an answer may call for. */
export function questionPage(context: Context): Page {
  const { kb } = context
  const { opening, always, perhaps } = questionOrder(kb)
  let number = 0
  const part = (anchor: string, title: string, lead: string, ids: readonly string[]) =>
    section(anchor, title, ids.length === 0 ? [] : [paragraph(lead), ...ids.map(id => questionBlock(context, id, ++number))])
  return {
    path: 'questions',
    kind: 'start',
    title: 'Question list',
    lead: [`To print and fill in. Leave a question open when nobody can tell: that is a good answer. `, soft('Each box is one answer.')],
    sections: [
      ...part('opening', 'Opening check-list', 'What do you see?', opening),
      ...part(
        'order',
        'In this order',
        'As avert would ask when nothing is known yet, the most telling and least costly first. With answers the order changes.',
        always,
      ),
      ...part('perhaps', 'Only when an answer calls for it', 'The cheapest first.', perhaps),
    ],
  }
}

/** Fact ids in the order in which they are asked, as if every answer were "cannot tell". */
export function questionOrder(kb: KnowledgeBase): { opening: string[]; always: string[]; perhaps: string[] } {
  const asked = Object.entries(allFacts(kb)).filter(([, { ask }]) => ask !== undefined)
  const opening = asked.filter(([, { first }]) => first).map(([id]) => id)
  const rest = asked.filter(([, { first }]) => !first)
  const session = createSession(indexOf(kb))
  const always =
    rest.length > mostOrdered ? [] : wantedFacts(kb, session, new Set(opening), rest.length).filter(id => !opening.includes(id))
  const cost = (fact: FactFile) => costOrder.indexOf(fact.cost ?? 'command')
  const perhaps = rest.filter(([id]) => !always.includes(id)).sort(([, a], [, b]) => cost(a) - cost(b))
  return { opening, always, perhaps: perhaps.map(([id]) => id) }
}

function questionBlock(context: Context, id: string, number: number): Block {
  const { kb } = context
  const fact = allFacts(kb)[id]!
  const notes: Block[] = [
    ...(fact['ask-when'] === undefined ? [] : [paragraph(soft('Only when '), ...conditionText(kb, fact['ask-when']), '.')]),
    ...(fact.cost === undefined || fact.cost === 'recall' || fact.cost === 'command'
      ? []
      : [paragraph(soft(`Takes ${costs[fact.cost]}.`))]),
  ]
  return {
    kind: 'question',
    anchor: `question-${id}`,
    number,
    ask: [link(factKey(kb, id), fact.ask!)],
    answers: boxes(kb, fact),
    blocks: [...notes, ...findOutBlocks(context, fact)],
  }
}

/** What can be ticked; a blank to fill in where the answer is no choice. */
function boxes(kb: KnowledgeBase, fact: FactFile): string[] {
  if (fact.type === 'yes-no') return ['yes', 'no', 'cannot tell']
  const range = rangeOf(fact)
  const blank = `________________${fact.unit === undefined ? '' : ` ${fact.unit}`}${range === undefined ? '' : ` (${range})`}`
  if (fact.of !== undefined) return [...Object.values(kb[fact.of]).map(({ title }) => title), 'none', 'cannot tell']
  if (fact.choices === undefined) return [blank, 'cannot tell']
  const labels = Array.isArray(fact.choices) ? fact.choices.map(choice => choice.replaceAll('-', ' ')) : Object.values(fact.choices)
  return [...labels, 'cannot tell']
}
