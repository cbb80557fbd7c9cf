import type { KnowledgeBase } from '../../../kb/model.ts'
import { factOf } from '../../../kb/model.ts'
import type { CaseFile } from '../../../kb/shapes.ts'
import { factKey } from '../../graph/model.ts'
import { valueText } from '../condition-words.ts'
import { type Block, code, joined, link, type Page, paragraph, section, soft, type Text } from '../model.ts'
import type { Context } from '../parts.ts'

/** Whole clusters with the diagnosis that is expected: the tests of the base, and examples for a reader. */
export function casePage({ kb }: Context): Page {
  const blocks = Object.entries(kb.cases).map(
    ([id, kase]): Block => ({
      kind: 'part',
      anchor: `case-${id}`,
      title: [kase.title],
      blocks: caseBlocks(kb, id, kase),
    }),
  )
  return {
    path: 'cases',
    kind: 'start',
    title: 'Cases',
    lead: ['Whole clusters, what is known of them, and what must come out. They are the tests of this knowledge base.'],
    sections: section('all', 'All cases', blocks),
  }
}

function caseBlocks(kb: KnowledgeBase, id: string, { about, facts, evidence, expect }: CaseFile): Block[] {
  const given = Object.entries(facts ?? {}).map(([fact, value]): Text => [factLink(kb, fact), ': ', ...known(kb, fact, value)])
  const bands = Object.entries(expect.bands ?? {}).map(
    ([hypothesis, band]): Text => [
      link(`hypotheses/${hypothesis}`, kb.hypotheses[hypothesis]!.title),
      ` is ${[band].flat().join(' or ').replaceAll('-', ' ')}`,
    ],
  )
  const leading =
    expect.leading === undefined ? [] : [['Leading: ', link(`hypotheses/${expect.leading}`, kb.hypotheses[expect.leading]!.title)] as Text]
  const steps = [...new Set((expect.steps ?? []).map(step => step.split('/')[0]!))].map(
    (step): Text => [link(`resolutions/${step}`, kb.resolutions[step]!.title)],
  )
  const expected = [...leading, ...bands, ...(steps.length > 0 ? [['The plan has: ', ...joined(steps, ', ')] as Text] : [])]
  return [
    ...(about === undefined ? [] : [paragraph(about)]),
    ...(given.length === 0 ? [] : [paragraph(soft('Known:')), { kind: 'list' as const, items: given }]),
    ...(evidence === undefined
      ? []
      : [
          paragraph(
            soft('Evidence: '),
            ...joined(
              Object.keys(evidence).map((path): Text => [code(path)]),
              ', ',
            ),
          ),
        ]),
    ...(expected.length === 0 ? [] : [paragraph(soft('Must come out:')), { kind: 'list' as const, items: expected }]),
    paragraph(soft('id '), code(id)),
  ]
}

const factLink = (kb: KnowledgeBase, id: string) => (factOf(kb, id) === undefined ? code(id) : link(factKey(kb, id), factOf(kb, id)!.title))

function known(kb: KnowledgeBase, fact: string, value: NonNullable<CaseFile['facts']>[string]): Text {
  if (value === null) return ['nobody can tell']
  const file = factOf(kb, fact)
  if (file === undefined) return [String(value)]
  return valueText(kb, fact, file.type === 'yes-no' ? value === true || value === 'yes' : value)
}
