import type { Period } from '../case/incident.ts'
import type { Merged } from '../case/merge.ts'
import type { FactState, Origin } from '../case/observation.ts'
import type { Evidence, LogEvent } from '../evidence/model.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import { stripControls } from '../plan/shell.ts'
import { periodWords } from './incidents.ts'
import { factsDocument } from './json.ts'
import { timeline, timelineText } from './timeline.ts'
import { factTitle, factWords, originWords, valueWords } from './words.ts'
import { type Style, wrap } from './wrap.ts'

export interface Scan {
  readonly kb: KnowledgeBase
  readonly evidence: Evidence
  readonly merged: Merged
  /** Only this time was looked at. */
  readonly period?: Period | undefined
}

/** The scan document of the output contract. */
export function scanDocument({ evidence, merged, period }: Scan): object {
  const shown = ({ kind, node, time, file, line, count, values }: LogEvent) => ({
    kind,
    node: node ?? null,
    time: time ?? null,
    file,
    line,
    count,
    values,
  })
  return {
    schema: 'avert/scan@1',
    facts: factsDocument(merged.facts),
    events: evidence.events.map(shown),
    timeline: timeline(evidence.events).map(({ from, to, events }) => ({
      from,
      to,
      events: events.map(({ kind, node, time, file, line }) => ({ kind, node: node ?? null, time, file, line })),
    })),
    ...(period ? { period } : {}),
    contradictions: merged.contradictions,
    notExamined: evidence.ledger.map(({ what, why, facts, count }) => ({
      what,
      why,
      matters: facts,
      ...(count === undefined ? {} : { count }),
    })),
    warnings: evidence.warnings,
  }
}

export function scanText(scan: Scan, style: Style): string {
  const { kb, evidence, merged } = scan
  const lines: string[] = []
  const put = (text: string, first: string, rest = ' '.repeat(first.length)) =>
    lines.push(...wrap(stripControls(text), style.columns, first, rest))
  const told = new Set<string>()
  const section = (title: string) => lines.push('', style.bold(title))
  const examined = evidence.examined.length
  put(
    `${examined} ${examined === 1 ? 'file' : 'files'} examined${evidence.nodes.length > 0 ? `, nodes: ${evidence.nodes.join(', ')}` : ''}.`,
    '',
  )
  if (scan.period) put(periodWords(scan.period), '')
  if (evidence.warnings.length > 0) {
    section('Warnings')
    for (const warning of evidence.warnings) put(warning, '  ! ', '    ')
  }
  const states = [...merged.facts].filter(([, { state }]) => state === 'known')
  const isSymptom = ([id]: [string, FactState]) => Object.hasOwn(kb.symptoms, id)
  const yes = states.filter(([, { value }]) => value === true)
  section('Symptoms')
  const symptoms = yes.filter(isSymptom)
  if (symptoms.length === 0) put('Nothing that was read shows a symptom.', '  ')
  for (const [id, state] of symptoms) lines.push(...witnessed(`${factTitle(kb, id)}.`, state, style, told))
  const absent = states.filter(([id, { value }]) => value === false && allFacts(kb)[id]?.first)
  if (absent.length > 0) put(`Looked for and not seen: ${absent.map(([id]) => factTitle(kb, id)).join('; ')}.`, '  ')
  const others = yes.filter(state => !isSymptom(state))
  if (others.length > 0) section('What else was seen')
  for (const [id, state] of others) lines.push(...witnessed(`${factTitle(kb, id)}.`, state, style, told))
  const values = states.filter(([, { value }]) => typeof value !== 'boolean')
  if (values.length > 0) section('The cluster and its nodes')
  for (const [id, state] of values) {
    put(`${factTitle(kb, id)}: ${factWords(kb, id, state)}${unitWords(kb, id)}`, '  * ', '    ')
    const place = state.origins[0] ? originPlace(state.origins[0]) : undefined
    if (place) lines.push(...wrap(stripControls(place), style.columns, '      ').map(style.dim))
  }
  if (merged.contradictions.length > 0) section('What disagrees')
  for (const { fact, claims, taken, why } of merged.contradictions) {
    const said = claims.map(({ value, origins }) => `${valueWords(value)} (${origins[0] ? originPlace(origins[0]) : 'somebody'})`)
    put(`${factTitle(kb, fact)}: ${said.join(', but ')}. Taken: ${valueWords(taken)}, because ${why}.`, '  * ', '    ')
  }
  section('Timeline')
  put('What marks a symptom has a "!". Node, what happened, where it is written.', '  ')
  lines.push(...timelineText(kb, evidence, style))
  if (evidence.ledger.length > 0) section('Not examined')
  for (const { what, why } of evidence.ledger) put(`${what}: ${why}`, '  * ', '    ')
  return `${lines.join('\n')}\n`
}

/** Witnesses shown for one fact. */
const mostOrigins = 2

/** A fact and the lines that show it; a log line tells its own time and node. What was quoted before is only named. */
function witnessed(title: string, { origins }: FactState, style: Style, told: Set<string>): string[] {
  const lines = wrap(stripControls(title), style.columns, '  * ', '    ')
  for (const origin of origins.slice(0, mostOrigins)) {
    lines.push(...wrap(stripControls(originPlace(origin)), style.columns, '      '))
    const quoted = told.has(originPlace(origin))
    told.add(originPlace(origin))
    if (origin.text && !quoted) lines.push(...wrap(stripControls(origin.text), style.columns, '        ').map(style.dim))
  }
  if (origins.length > mostOrigins) lines.push(`      and ${origins.length - mostOrigins} more`)
  return lines
}

function originPlace(origin: Origin): string {
  const { kind, file, line, count } = origin
  if (kind !== 'log' && kind !== 'file') return originWords(origin)
  return `${file ?? 'evidence'}${line === undefined ? '' : `:${line}`}${count !== undefined && count > 1 ? ` (${count} times)` : ''}`
}

const unitWords = (kb: KnowledgeBase, id: string) => (allFacts(kb)[id]?.unit ? ` ${allFacts(kb)[id]!.unit}` : '')

export function scanMarkdown(scan: Scan): string {
  return `# avert: scan\n\n\`\`\`text\n${scanText(scan, { columns: 120, bold: text => text, dim: text => text }).replaceAll('```', "'''")}\`\`\`\n`
}
