import type { EventFile } from '../../../kb/shapes.ts'
import { factKey } from '../../graph/model.ts'
import { type Block, code, joined, link, type Page, paragraph, section, type Text } from '../model.ts'
import { type Context, graphSection, idLine, provenanceEnd, sourcesSection } from '../parts.ts'
import { seenTexts } from '../seen-words.ts'

/** A log line and its meaning, in all the forms it comes in. */
export function eventPage(context: Context, id: string, event: EventFile): Page {
  const entries: [string, Text][] = [
    ['Found in', [event.in.map(kind => kind.replaceAll('-', ' ')).join(', ')]],
    ...(event.about === undefined ? [] : [['About the node in', [code(event.about)]] as [string, Text]]),
    ...(event['count-once'] === undefined
      ? []
      : [
          [
            'Counted once',
            [
              `when ${event['count-once'].by.join(', ')} are the same and less than ${event['count-once']['within-seconds']} seconds lie between`,
            ],
          ] as [string, Text],
        ]),
    ['In files and on the command line', idLine(id)],
  ]
  return {
    path: `events/${id}`,
    kind: 'events',
    id,
    title: event.title,
    lead: event.explain === undefined ? [] : [event.explain],
    sections: [
      ...section('about', 'Where it stands', [{ kind: 'fields', entries }]),
      ...section('shows', 'What it shows', showsBlocks(context, id)),
      ...section(
        'forms',
        'What the line looks like',
        event.forms.map((form, i) => formBlock(context, form, i)),
      ),
      ...graphSection(context, `events/${id}`),
      ...sourcesSection(context, event),
    ],
    search: event.forms.flatMap(({ matches = [] }) => matches),
  }
}

function showsBlocks({ kb, uses }: Context, id: string): Block[] {
  const facts = [...new Set(uses.shown.get(id) ?? [])]
  const items = facts.map((fact): Text => {
    const file = (kb.symptoms[fact] ?? kb.facts[fact])!
    return [link(factKey(kb, fact), file.title), ': ', ...joined(seenTexts(kb, file['seen-as']!), '; or ')]
  })
  return items.length === 0 ? [paragraph('Nothing by itself; it helps to read the timeline.')] : [{ kind: 'list', items }]
}

function formBlock(context: Context, form: EventFile['forms'][number], index: number): Block {
  const { versions = {}, process, pattern, matches = [], ignores = [], sets = {}, ...from } = form
  const which = Object.entries(versions).map(([program, range]) => `${program} ${range}`)
  const names = [...pattern.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(([, name]) => name!)
  const captured = [...names, ...Object.entries(sets).map(([name, value]) => `${name} = ${value}`)]
  return {
    kind: 'part',
    anchor: `form-${index + 1}`,
    title: [which.length === 0 ? `Form ${index + 1}` : `Form ${index + 1}: ${which.join(', ')}`],
    blocks: [
      ...(matches.length === 0 ? [] : [{ kind: 'code' as const, label: 'For instance', text: matches.join('\n') }]),
      ...(ignores.length === 0 ? [] : [{ kind: 'code' as const, label: 'Looks alike, but is something else', text: ignores.join('\n') }]),
      { kind: 'code', label: process === undefined ? 'Pattern' : `Pattern, in lines of ${process.join(', ')}`, text: pattern },
      ...(captured.length === 0
        ? []
        : [
            paragraph(
              'Captures ',
              ...joined(
                [...new Set(captured)].map((name): Text => [code(name)]),
                ', ',
              ),
              '.',
            ),
          ]),
      ...provenanceEnd(context, from),
    ],
  }
}
