import type { VendorFile } from '../../../kb/shapes.ts'
import { type Block, code, type Page, paragraph, type Row, type Section, section, soft, strong, type Text } from '../model.ts'
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
  provenanceEnd,
  sourcesSection,
  templateText,
} from '../parts.ts'
import { risks } from './resolution-page.ts'
import { exclusionBlocks } from './vendor-exclusions.ts'

/** An agent: how to recognise it, switch it off, exclude files, measure it, and whom to ask. */
export function vendorPage(context: Context, id: string, vendor: VendorFile): Page {
  return {
    path: `vendors/${id}`,
    kind: 'vendors',
    id,
    title: vendor.title,
    lead: vendor.maker === undefined ? [] : [`By ${vendor.maker}.`],
    sections: [
      ...section('about', 'What it is', aboutBlocks(context, id, vendor)),
      ...section('hooks', 'How it gets between a program and a file', hookBlocks(context, vendor)),
      ...section('detect', 'How to tell that it is there', detectBlocks(context, vendor)),
      ...section('switch-off', 'How to switch it off for a test', switchOffBlocks(context, vendor)),
      ...section('exclusions', 'How to exclude files', exclusionBlocks(context, vendor)),
      ...section('measure', 'How to measure it', measureBlocks(context, vendor)),
      ...section('faults', 'Known faults', faultBlocks(context, vendor)),
      ...requestSection(vendor),
      ...section('documentation', "The maker's pages", documentationBlocks(context, vendor)),
      ...graphSection(context, `vendors/${id}`),
      ...casesSection(context, `vendors/${id}`),
      ...sourcesSection(context, vendor),
    ],
    search: [...vendor.aliases, ...Object.values(vendor.detect).flatMap(list => (list ?? []).map(({ name }) => name))],
  }
}

const managers = { local: 'on the node', console: 'at its console only', both: 'on the node, or at its console' } as const

function aboutBlocks(context: Context, id: string, { aliases, kinds, managed, rhel, variants, confidence }: VendorFile): Block[] {
  const entries: [string, Text][] = [
    ['Kind', [kinds.join(', ')]],
    ['Settings are changed', [managers[managed]]],
    ...(rhel === undefined ? [] : [['Exists on', [`RHEL ${rhel.join(', ')}`]] as [string, Text]]),
    ...(aliases.length > 0 ? [['Also called', [aliases.join(', ')]] as [string, Text]] : []),
    ...(confidence === undefined ? [] : [['This page, all in all', proof(context, { confidence })] as [string, Text]]),
    ['In files and on the command line', idLine(id)],
  ]
  const rows = (variants ?? []).map(
    ({ title, differs, note, ...from }): Row => ({
      cells: [[title], [differs, ...(note === undefined ? [] : [' ', soft(note)]), ' ', ...proof(context, from, 'unverified')]],
    }),
  )
  const table: Block[] = rows.length === 0 ? [] : [{ kind: 'table', about: 'Variants', head: ['Variant', 'What is different'], rows }]
  return [{ kind: 'fields', entries }, ...table]
}

function hookBlocks(context: Context, { hooks }: VendorFile): Block[] {
  const rows = hooks.map(
    ({ kind, blocking, when, note, ...from }): Row => ({
      cells: [
        [strong(kind)],
        [blocking === undefined ? 'not known' : blocking ? 'yes: the program waits' : 'no: it only watches'],
        [[when, note].filter(part => part !== undefined).join('. '), ' ', ...proof(context, from, 'unverified')],
      ],
    }),
  )
  return [{ kind: 'table', about: 'Hooks', head: ['Hook', 'Holds files up', 'When, and more'], rows }]
}

const traces: Readonly<Record<keyof VendorFile['detect'], string>> = {
  packages: 'package',
  units: 'unit',
  processes: 'program',
  modules: 'kernel module',
  paths: 'path',
  commands: 'command',
}

function detectBlocks(context: Context, { detect, versions }: VendorFile): Block[] {
  const rows = Object.entries(detect).flatMap(([kind, list]) =>
    (list ?? []).map(
      ({ name, shared, note, ...from }): Row => ({
        cells: [
          [code(name)],
          [traces[kind as keyof typeof traces]],
          [...(shared ? ['others have it too. '] : []), ...(note === undefined ? [] : [note, ' ']), ...proof(context, from, 'unverified')],
        ],
      }),
    ),
  )
  const table: Block[] =
    rows.length === 0
      ? [paragraph('Nothing is known that would show it; somebody has to say so.')]
      : [{ kind: 'table', about: 'Traces', head: ['Name', 'What', 'Remarks'], rows }]
  const version = (versions ?? []).flatMap(({ run, expect, note, ...from }): Block[] => [
    ...commandBlock('Its version', run),
    ...labelled('Expect', expect),
    ...labelled('Note', note),
    ...provenanceEnd(context, from, 'unverified'),
  ])
  return [...table, ...version]
}

const hookGone = {
  yes: 'the hook is gone afterwards',
  no: 'the hook stays: no proof',
  unknown: 'whether the hook is gone is not known',
} as const

function switchOffBlocks(context: Context, vendor: VendorFile): Block[] {
  if (vendor['switch-off'].length === 0) return [paragraph('No way to switch it off is known.')]
  const intro = paragraph('From the weakest to the surest. Tell the security team first. Words in CAPITALS are yours to fill in.')
  const ways = vendor['switch-off'].map(
    (way, i): Block => ({
      kind: 'part',
      anchor: `way-${way.id}`,
      title: [`${i + 1}. ${templateText(way.do)}`],
      blocks: [
        paragraph(
          soft(
            `${way.grade.replaceAll('-', ' ')}; ${way.on === undefined ? '' : `${places[way.on]}; `}${way.risk === undefined ? '' : `${risks[way.risk]}; `}${hookGone[way['removes-hook']]}${way.rhel === undefined ? '' : `; RHEL ${way.rhel.join(', ')}`} `,
          ),
          ...proof(context, { confidence: way.confidence ?? vendor.confidence, sources: way.sources }, 'unverified'),
        ),
        ...careful(way.caution),
        ...labelled('May be blocked by', way['blocked-by']),
        ...labelled('Only for the variant', way.variant),
        ...commandBlock('Run', way.run),
        ...commandBlock('Check', way.verify),
        ...commandBlock('Go back', way.undo),
        ...labelled('Note', way.note),
      ],
    }),
  )
  return [intro, ...ways]
}

function measureBlocks(context: Context, { measure }: VendorFile): Block[] {
  return (measure ?? []).map(
    (item, i): Block => ({
      kind: 'part',
      anchor: `measure-${i + 1}`,
      title: [templateText(item.do)],
      blocks: [
        paragraph(soft(item.changes ? 'changes something ' : 'only looks '), ...proof(context, item, 'unverified')),
        ...commandBlock('Run', item.run),
        ...labelled('Expect', item.expect),
        ...commandBlock('Check', item.verify),
        ...commandBlock('Go back', item.undo),
        ...labelled('Note', item.note),
      ],
    }),
  )
}

function faultBlocks(context: Context, vendor: VendorFile): Block[] {
  const rows = (vendor['known-faults'] ?? []).map(
    ({ versions, fact, note, ...from }): Row => ({
      cells: [[versions], [fact, ...(note === undefined ? [] : [' ', soft(note)]), ' ', ...proof(context, from, 'unverified')]],
    }),
  )
  return rows.length === 0 ? [] : [{ kind: 'table', about: 'Known faults', head: ['Versions', 'What goes wrong'], rows }]
}

function requestSection(vendor: VendorFile): Section[] {
  const template = vendor['ask-the-vendor']
  return template === undefined
    ? []
    : section('request', 'What to ask the owner of the product', [
        paragraph(soft('A template; avert fills it in for your cluster.')),
        { kind: 'code', label: 'Text', text: templateText(template) },
      ])
}

function documentationBlocks(context: Context, { documentation }: VendorFile): Block[] {
  const items = (documentation ?? []).map(
    ({ title, url, note, ...from }): Text => [
      { kind: 'url', url, text: title },
      ...(note === undefined ? [] : [' ', soft(note)]),
      ' ',
      ...proof(context, from),
    ],
  )
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}
