import type { OwnStep, ResolutionFile, UseStep } from '../../../kb/shapes.ts'
import type { Stage } from '../../../plan/model.ts'
import { hasPart } from '../../graph/links.ts'
import { factKey } from '../../graph/model.ts'
import { conditionText } from '../condition-words.ts'
import { type Block, joined, link, mark, type Page, paragraph, section, soft, type Text } from '../model.ts'
import {
  type Context,
  careful,
  casesSection,
  commandBlock,
  graphSection,
  idLine,
  labelled,
  places,
  proof,
  sourcesSection,
  templateText,
} from '../parts.ts'

export const stageTitles: Readonly<Record<Stage, string>> = {
  contain: 'First: stop the damage',
  prove: 'Then: prove the cause',
  fix: 'Then: mend it',
  verify: 'Then: see that it holds',
  escalate: 'If that does not help: ask for help',
}
export const risks = { none: 'only looks', low: 'low risk', high: 'HIGH RISK' } as const

/** Something to do, step by step, with the way back. */
export function resolutionPage(context: Context, id: string, resolution: ResolutionFile): Page {
  const { kb, uses } = context
  const entries: [string, Text][] = [['Stage', [stageTitles[resolution.stage]]]]
  if (resolution.when !== undefined) entries.push(['Only when', conditionText(kb, resolution.when)])
  if (resolution.unless !== undefined) entries.push(['Not when', conditionText(kb, resolution.unless)])
  const causes = (uses.led.get(id) ?? []).map((cause): Text => [link(`hypotheses/${cause}`, kb.hypotheses[cause]!.title)])
  if (causes.length > 0) entries.push(['For', joined(causes, '; ')])
  if (resolution.records !== undefined) {
    const { records } = resolution
    const title = (kb.symptoms[records] ?? kb.facts[records])!.title
    entries.push(['Its result answers', [link(factKey(kb, records), title)]])
  }
  entries.push(['In files and on the command line', idLine(id)])
  return {
    path: `resolutions/${id}`,
    kind: 'resolutions',
    id,
    title: resolution.title,
    lead: ['Read a step to its end before you begin it. Words in CAPITALS are yours to fill in.'],
    sections: [
      ...section('about', 'When and what for', [{ kind: 'fields', entries }]),
      ...section(
        'steps',
        'Steps',
        resolution.steps.map((step, i) => stepBlock(context, resolution, step, i + 1)),
      ),
      ...graphSection(context, `resolutions/${id}`),
      ...casesSection(context, `resolutions/${id}`),
      ...sourcesSection(context, resolution),
    ],
  }
}

function stepBlock(context: Context, resolution: ResolutionFile, step: OwnStep | UseStep, number: number): Block {
  const own = 'use' in step ? useBlocks(context, step) : ownBlocks(context, resolution, step)
  const title = 'use' in step ? useTitles[step.use] : templateText(step.do)
  return { kind: 'part', anchor: `step-${step.id}`, title: [`${number}. ${title}`], blocks: [...whenBlocks(context, step), ...own] }
}

function whenBlocks({ kb }: Context, { when, unless }: OwnStep | UseStep): Block[] {
  return [
    ...(when === undefined ? [] : [paragraph(soft('Only when '), ...conditionText(kb, when), '.')]),
    ...(unless === undefined ? [] : [paragraph(soft('Not when '), ...conditionText(kb, unless), '.')]),
  ]
}

function ownBlocks(context: Context, resolution: ResolutionFile, step: OwnStep): Block[] {
  const from = { confidence: step.confidence ?? resolution.confidence, sources: step.sources }
  const place = step.on === undefined ? '' : `${places[step.on]}; `
  const risk = step.risk === undefined ? (step.changes ? 'changes something' : 'only looks') : risks[step.risk]
  return [
    paragraph(soft(`${place}${risk} `), ...proof(context, from, 'unverified')),
    ...careful(step.caution),
    ...commandBlock('Run', step.run),
    ...labelled('Expect', step.expect),
    ...commandBlock('Check', step.verify),
    ...commandBlock('Go back', step.undo),
    ...labelled('At the latest', step.expires),
  ]
}

const useTitles: Readonly<Record<UseStep['use'], string>> = {
  'switch-off': 'Switch the software off, in the way its page says',
  'switch-on': 'Switch the software on again, in the way its page says',
  exclusions: "Exclude the cluster's files, in the way the software's page says",
  measure: "Measure with the product's own tool",
  'ask-the-vendor': 'Send the request to those who manage the product',
}
const usePages: Readonly<Record<UseStep['use'], string>> = {
  'switch-off': 'switch-off',
  'switch-on': 'switch-off',
  exclusions: 'exclusions',
  measure: 'measure',
  'ask-the-vendor': 'request',
}

/** A step that is different for each agent: links to the part of each agent's page. */
function useBlocks({ kb }: Context, { use, 'at-least': least }: UseStep): Block[] {
  const agents = Object.entries(kb.vendors).filter(([, vendor]) => hasPart(vendor, use))
  const links = agents.map(
    ([id, { title, confidence }]): Text => [
      link(`vendors/${id}#${usePages[use]}`, title),
      ...(confidence === 'unverified' ? [' ', mark('unverified')] : []),
    ],
  )
  const grade = least === undefined ? [] : [paragraph(soft('At least: '), least.replaceAll('-', ' '), '.')]
  if (links.length === 0) return [...grade, paragraph('No agent in this knowledge base has such a part yet.')]
  return [...grade, paragraph('Different for each agent: ', ...joined(links, ', '), '.')]
}
