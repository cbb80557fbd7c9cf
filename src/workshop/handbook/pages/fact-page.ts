import { factOf } from '../../../kb/model.ts'
import type { FactFile } from '../../../kb/shapes.ts'
import { rangeOf } from '../../../kb/value.ts'
import { factKey } from '../../graph/model.ts'
import { weightOf } from '../../graph/points.ts'
import { conditionText, valueText } from '../condition-words.ts'
import { type Block, code, link, type Page, paragraph, type Row, section, soft, strong, type Text } from '../model.ts'
import {
  type Context,
  casesSection,
  commandBlock,
  graphSection,
  idLine,
  labelled,
  places,
  proof,
  provenanceEnd,
  sourcesSection,
} from '../parts.ts'
import { effectText } from '../point-words.ts'
import { seenTexts } from '../seen-words.ts'

const types: Readonly<Record<FactFile['type'], string>> = {
  'yes-no': 'yes or no',
  number: 'a number',
  choice: 'one of a few choices',
  text: 'a text',
  version: 'a version',
  list: 'a list',
}
export const costs: Readonly<Record<NonNullable<FactFile['cost']>, string>> = {
  recall: 'from memory',
  command: 'a command that only looks',
  wait: 'waiting',
  change: 'a change on a node',
  disrupt: 'a disruption',
}

/** A symptom or another fact: what it means, how to find out, and what it is good for. */
export function factPage(context: Context, id: string, fact: FactFile): Page {
  const { kb } = context
  const key = factKey(kb, id)
  return {
    path: key,
    kind: key.startsWith('symptoms/') ? 'symptoms' : 'facts',
    id,
    title: fact.title,
    lead: fact.explain === undefined ? [] : [fact.explain],
    sections: [
      ...section('find-out', 'How to find out', [...askBlocks(context, id, fact), ...findOutBlocks(context, fact)]),
      ...section('evidence', 'How evidence shows it', evidenceBlocks(context, id, fact)),
      ...section('speaks-for', 'What it speaks for', weighedBlocks(context, id)),
      ...section('used', 'What else depends on it', usedBlocks(context, id)),
      ...graphSection(context, key),
      ...casesSection(context, id),
      ...sourcesSection(context, fact),
    ],
    ...(fact.ask === undefined ? {} : { search: [fact.ask] }),
  }
}

function askBlocks({ kb }: Context, id: string, fact: FactFile): Block[] {
  const entries: [string, Text][] = []
  if (fact.ask !== undefined) entries.push(['Question', [strong(fact.ask)]])
  entries.push(['Answer', [answerWords(fact)]])
  if (fact.cost !== undefined) entries.push(['Takes', [costs[fact.cost]]])
  if (fact['ask-when'] !== undefined) entries.push(['Asked only when', conditionText(kb, fact['ask-when'])])
  entries.push(['In files and on the command line', idLine(id)])
  return [{ kind: 'fields', entries }]
}

function answerWords({ type, choices, unit, min, max, whole }: FactFile): string {
  const known = choices === undefined ? [] : Array.isArray(choices) ? choices : Object.values(choices)
  if (known.length > 0) return `${types[type]}: ${known.join('; ')}`
  const range = rangeOf({ min, max, whole })
  return `${types[type]}${unit === undefined ? '' : `, in ${unit}`}${range === undefined ? '' : `, ${range}`}`
}

/** The ways to find a fact out, each with its command and what to expect. */
export function findOutBlocks(context: Context, fact: FactFile): Block[] {
  return (fact['find-out'] ?? []).flatMap(({ do: what, run, on, expect, ...from }): Block[] => [
    ...(what === undefined ? [] : [paragraph(what, ...(on === undefined ? [] : [soft(` (${places[on]})`)]))]),
    ...commandBlock(what === undefined && on !== undefined ? `Run ${places[on]}` : 'Run', run),
    ...labelled('Expect', expect),
    ...provenanceEnd(context, from),
  ])
}

function evidenceBlocks(context: Context, id: string, fact: FactFile): Block[] {
  const { kb } = context
  const blocks: Block[] = []
  if (fact['seen-as'] !== undefined) {
    const items = seenTexts(kb, fact['seen-as'])
    blocks.push(paragraph(items.length > 1 ? 'Any one of these in the logs:' : 'In the logs:'), { kind: 'list', items })
    blocks.push(
      paragraph(
        soft(
          fact.absence === 'nothing' ? 'Logs without it prove nothing.' : 'When the logs were read and do not hold it, the answer is no.',
        ),
      ),
    )
  }
  if (fact['read-as'] !== undefined)
    blocks.push(
      paragraph(
        'Read from collected files (',
        ...[fact['read-as']].flat().flatMap((name, i) => (i === 0 ? [code(name)] : [', ', code(name)])),
        ').',
      ),
    )
  if (fact.derive !== undefined) {
    const rows = fact.derive.map(
      ({ id: rule, when, value, because, ...from }): Row => ({
        anchor: `rule-${rule}`,
        cells: [
          valueText(kb, id, fact.type === 'yes-no' ? value === true || value === 'yes' : value),
          conditionText(kb, when),
          [because, ' ', ...proof(context, from)],
        ],
      }),
    )
    blocks.push(paragraph('Concluded from other facts; the first row that holds wins:'))
    blocks.push({ kind: 'table', about: 'How it is concluded', head: ['Value', 'Holds when', 'Because'], rows })
  }
  return blocks
}

function weighedBlocks(context: Context, id: string): Block[] {
  const { kb, uses } = context
  const rules = [...(uses.weighed.get(id) ?? [])].sort((a, b) => weightOf(b.rule) - weightOf(a.rule))
  if (rules.length === 0) return []
  const rows = rules.map(
    ({ hypothesis, rule }): Row => ({
      cells: [
        effectText(rule),
        [link(`hypotheses/${hypothesis}#rule-${rule.id}`, kb.hypotheses[hypothesis]!.title)],
        conditionText(kb, rule.when),
        [rule.because, ' ', ...proof(context, rule)],
      ],
    }),
  )
  return [{ kind: 'table', about: 'Rules that weigh it', head: ['Points', 'Cause', 'Holds when', 'Because'], rows }]
}

function usedBlocks({ kb, uses }: Context, id: string): Block[] {
  const factLinks = (ids: readonly string[]): Text[] => [...new Set(ids)].map(item => [link(factKey(kb, item), factOf(kb, item)!.title)])
  const resolutionLinks = (ids: readonly string[]): Text[] =>
    [...new Set(ids)].map(item => [link(`resolutions/${item}`, kb.resolutions[item]!.title)])
  const groups: [string, Text[]][] = [
    ['From it follows:', factLinks((uses.derives.get(id) ?? []).map(rule => rule.derives!.fact))],
    ['Asked or not depending on it:', factLinks(uses.gates.get(id) ?? [])],
    ['Decides about steps of:', resolutionLinks(uses.plans.get(id) ?? [])],
    ['Answered by doing:', resolutionLinks(uses.records.get(id) ?? [])],
  ]
  return groups.flatMap(([title, items]): Block[] => (items.length === 0 ? [] : [paragraph(title), { kind: 'list', items }]))
}
