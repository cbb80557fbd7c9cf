import type { ComponentFile } from '../../../kb/shapes.ts'
import { type Block, code, joined, type Page, paragraph, type Row, section, soft, type Text } from '../model.ts'
import { type Context, casesSection, commandBlock, graphSection, idLine, labelled, proof, provenanceEnd, sourcesSection } from '../parts.ts'

/** A part of the cluster and the files it waits for. */
export function componentPage(context: Context, id: string, component: ComponentFile): Page {
  const { packages = [], processes = [], agents = [], named = [], always } = component.detect
  const names = (list: readonly string[]): Text =>
    joined(
      list.map((name): Text => [code(name)]),
      ', ',
    )
  const entries: [string, Text][] = [
    ...(always ? [['There', ['in every cluster']] as [string, Text]] : []),
    ...(packages.length > 0 ? [['Packages', names(packages)] as [string, Text]] : []),
    ...(processes.length > 0 ? [['Programs', names(processes)] as [string, Text]] : []),
    ...(agents.length > 0 ? [['Resource agents', names(agents)] as [string, Text]] : []),
    ...(named.length > 0 ? [['Words in ids of resources', names(named)] as [string, Text]] : []),
    ['In files and on the command line', idLine(id)],
  ]
  const rows = component.paths.map(
    ({ path, kind, rhel, why, hot, risk, ...from }): Row => ({
      cells: [
        [code(path), ' ', soft(rhel === undefined ? kind : `${kind}, RHEL ${rhel.join(', ')}`)],
        [
          why,
          ' ',
          soft(hot ? 'Opened at every operation.' : 'Opened at start or change only.'),
          ' ',
          ...proof(context, { confidence: from.confidence ?? component.confidence, sources: from.sources }, 'unverified'),
        ],
        [risk],
      ],
    }),
  )
  const extend: Block[] = (component.extend ?? []).flatMap(({ run, expect, ...from }) => [
    ...commandBlock('Run', run),
    ...labelled('Expect', expect),
    ...provenanceEnd(context, from),
  ])
  return {
    path: `components/${id}`,
    kind: 'components',
    id,
    title: component.title,
    lead: [],
    sections: [
      ...section('detect', 'How to tell that it is there', [{ kind: 'fields', entries }]),
      ...section('files', 'Files that it waits for', [
        paragraph('What a scanner may leave alone, and what that costs.'),
        {
          kind: 'table',
          about: 'Files that it waits for',
          head: ['Path', 'Why the cluster waits for it', 'Risk when it is not scanned'],
          rows,
        },
      ]),
      ...section('more', 'Look for more files on the node', extend),
      ...graphSection(context, `components/${id}`),
      ...casesSection(context, `components/${id}`),
      ...sourcesSection(context, component),
    ],
    search: component.paths.map(({ path }) => path),
  }
}
