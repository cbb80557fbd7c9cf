import type { Merged } from '../case/merge.ts'
import type { Evidence, LogEvent } from '../evidence/model.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import { stripControls } from '../plan/shell.ts'
import { factsDocument } from './json.ts'
import { factTitle, originWords, stateWords } from './words.ts'
import { type Style, wrap } from './wrap.ts'

export interface Scan {
  readonly kb: KnowledgeBase
  readonly evidence: Evidence
  readonly merged: Merged
}

/** Events closer together than this belong to one incident. */
const gapMs = 10 * 60_000
const mostLines = 60

export interface Incident {
  readonly from: string
  readonly to: string
  readonly events: readonly LogEvent[]
}

/** Events with a time, grouped where nothing happened for a while; first things first. */
export function timeline(events: readonly LogEvent[]): Incident[] {
  const timed = events.filter(({ at, time }) => at !== undefined && time !== undefined)
  const incidents: LogEvent[][] = []
  for (const event of timed) {
    const last = incidents.at(-1)
    if (last && event.at! - last.at(-1)!.at! <= gapMs) last.push(event)
    else incidents.push([event])
  }
  return incidents.map(list => ({ from: list[0]!.time!, to: list.at(-1)!.time!, events: list }))
}

/** The scan document of the output contract. */
export function scanDocument({ evidence, merged }: Scan): object {
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
    contradictions: merged.contradictions,
    notExamined: evidence.ledger.map(({ what, why, facts }) => ({ what, why, matters: facts })),
    warnings: evidence.warnings,
  }
}

export function scanText(scan: Scan, style: Style): string {
  const { kb, evidence, merged } = scan
  const lines: string[] = []
  const put = (text: string, first: string, rest = ' '.repeat(first.length)) =>
    lines.push(...wrap(stripControls(text), style.columns, first, rest))
  put(`${evidence.examined.length} files examined${evidence.nodes.length > 0 ? `, nodes: ${evidence.nodes.join(', ')}` : ''}.`, '')
  lines.push('', style.bold('Facts'))
  const states = [...merged.facts].filter(([, { state }]) => state === 'known')
  const telling = states.filter(([, { value }]) => value !== false)
  if (telling.length === 0) put('Nothing that was read shows a symptom.', '  ')
  for (const [id, state] of telling) {
    put(`${factTitle(kb, id)}: ${stateWords(state)}`, '  * ', '    ')
    for (const origin of state.origins.slice(0, 3)) put(`${originWords(origin)}${origin.text ? `: ${origin.text}` : ''}`, '      ')
    if (state.origins.length > 3) put(`and ${state.origins.length - 3} more`, '      ')
  }
  const absent = states.filter(([id, { value }]) => value === false && allFacts(kb)[id]?.first)
  if (absent.length > 0) put(`Looked for and not seen: ${absent.map(([id]) => factTitle(kb, id)).join('; ')}.`, '  ')
  lines.push('', style.bold('Timeline'))
  const incidents = timeline(evidence.events)
  if (incidents.length === 0) put('No events.', '  ')
  for (const { from, to, events } of incidents) {
    put(`${from} to ${to}, ${events.length} events`, '  ')
    for (const { time, node, kind, file, line, values } of events.slice(0, mostLines)) {
      const detail = [values.resource, values.operation, values['reason-text'] ?? values.reason].filter(Boolean).join(' ')
      put(
        `${time!.slice(11)} ${node ?? '?'} ${kb.events[kind]?.title ?? kind}${detail ? ` (${detail})` : ''} ${file}:${line}`,
        '    ',
        '             ',
      )
    }
    if (events.length > mostLines) put(`and ${events.length - mostLines} more`, '    ')
  }
  if (evidence.ledger.length > 0) {
    lines.push('', style.bold('Not examined'))
    for (const { what, why } of evidence.ledger) put(`${what}: ${why}`, '  * ', '    ')
  }
  if (evidence.warnings.length > 0) {
    lines.push('', style.bold('Warnings'))
    for (const warning of evidence.warnings) put(warning, '  ! ', '    ')
  }
  return `${lines.join('\n')}\n`
}

export function scanMarkdown(scan: Scan): string {
  return `# avert: scan\n\n\`\`\`text\n${scanText(scan, { columns: 120, bold: text => text, dim: text => text }).replaceAll('```', "'''")}\`\`\`\n`
}
