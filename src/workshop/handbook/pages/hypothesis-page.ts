import type { HypothesisFile } from '../../../kb/shapes.ts'
import { stages } from '../../../plan/model.ts'
import { signedPoints, weightOf } from '../../graph/points.ts'
import { conditionText } from '../condition-words.ts'
import { type Block, link, type Page, paragraph, type Row, section, soft, strong, type Text } from '../model.ts'
import { type Context, casesSection, graphSection, idLine, proof, sourcesSection } from '../parts.ts'
import { effectText, oddsWords } from '../point-words.ts'
import { stageTitles } from './resolution-page.ts'

type RuleFile = HypothesisFile['rules'][number]

/** A cause: what speaks for it, what against it, what settles it, and what to do about it. */
export function hypothesisPage(context: Context, id: string, hypothesis: HypothesisFile): Page {
  const { prior, rules, importance } = hypothesis
  const strongest = [...rules].sort((a, b) => weightOf(b) - weightOf(a))
  const table = (about: string, own: readonly RuleFile[]): Block[] => (own.length === 0 ? [] : [ruleTable(context, about, own)])
  const start: [string, Text][] = [
    [
      'Before any evidence',
      [strong(signedPoints(prior)), ' ', soft(prior === 0 ? oddsWords(0) : `${oddsWords(prior)} ${prior > 0 ? 'for it' : 'against it'}`)],
    ],
    ...(importance === undefined ? [] : [['Weight in the interview', [`${importance} times that of an ordinary cause`]] as [string, Text]]),
    ['In files and on the command line', idLine(id)],
  ]
  return {
    path: `hypotheses/${id}`,
    kind: 'hypotheses',
    id,
    title: hypothesis.title,
    lead: hypothesis.explain === undefined ? [] : [hypothesis.explain],
    sections: [
      ...section('start', 'Where it starts', [
        { kind: 'fields', entries: start },
        paragraph(
          'Points add up. ',
          link('how-to-read#points', 'What points mean'),
          '. Rules with the same group say much the same, so only the strongest of a group counts.',
        ),
      ]),
      ...section(
        'decides',
        'What settles it',
        table(
          'Tests that settle it',
          strongest.filter(rule => rule.decides !== undefined),
        ),
      ),
      ...section(
        'for',
        'What speaks for it',
        table(
          'Rules for it',
          strongest.filter(rule => (rule.points ?? -1) >= 0),
        ),
      ),
      ...section(
        'against',
        'What speaks against it',
        table(
          'Rules against it',
          strongest.filter(rule => (rule.points ?? 1) < 0),
        ),
      ),
      ...section('do', 'What to do about it', doBlocks(context, hypothesis)),
      ...graphSection(context, `hypotheses/${id}`),
      ...casesSection(context, `hypotheses/${id}`),
      ...sourcesSection(context, hypothesis),
    ],
  }
}

function ruleTable(context: Context, about: string, rules: readonly RuleFile[]): Block {
  const shared = new Set(rules.map(({ group }) => group).filter((group, i, all) => group !== undefined && all.indexOf(group) !== i))
  const rows = rules.map(
    (rule): Row => ({
      anchor: `rule-${rule.id}`,
      cells: [
        [...effectText(rule), ...(rule.group !== undefined && shared.has(rule.group) ? [' ', soft(`group ${rule.group}`)] : [])],
        conditionText(context.kb, rule.when),
        [rule.because, ' ', ...proof(context, rule)],
      ],
    }),
  )
  return { kind: 'table', about, head: ['Points', 'Holds when', 'Because'], rows }
}

function doBlocks({ kb }: Context, { resolutions }: HypothesisFile): Block[] {
  if (resolutions.length === 0) return [paragraph('Nothing is written down yet for this cause.')]
  return stages.flatMap((stage): Block[] => {
    const own = resolutions.filter(id => kb.resolutions[id]!.stage === stage)
    const items = own.map((id): Text => [link(`resolutions/${id}`, kb.resolutions[id]!.title)])
    return own.length === 0 ? [] : [paragraph(strong(stageTitles[stage])), { kind: 'list', ordered: true, items }]
  })
}
