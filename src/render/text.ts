import { bandRank, isSure } from '../diagnosis/bands.ts'
import type { Reason, Weighed } from '../diagnosis/model.ts'
import { factOf } from '../kb/model.ts'
import { stripControls } from '../plan/shell.ts'
import { incidentLines, periodWords } from './incidents.ts'
import type { Report } from './json.ts'
import { firstSteps, planLines } from './plan-text.ts'
import { bandWords, factTitle, factWords, originWords } from './words.ts'
import { type Style, wrap } from './wrap.ts'

/** The diagnosis for a terminal: what it is, why, what speaks against it, what is not known, what to do. */
export function diagnosisText(report: Report, style: Style): string {
  const { kb, diagnosis, plan, next } = report
  const lines: string[] = []
  const heading = (text: string) => lines.push('', style.bold(text))
  const put = (text: string, first = '  ', rest = first) => lines.push(...wrap(stripControls(text), style.columns, first, rest))
  lines.push(...wrap(style.bold(verdictWords(report)), style.columns, ''))
  if (report.period) put(periodWords(report.period), '')
  if (report.incidents) {
    heading('More than one incident')
    lines.push(...incidentLines(kb, report.incidents, style.columns))
  }
  lines.push(...beginning(report, style))
  heading('Causes')
  const shown = diagnosis.hypotheses.filter(
    ({ band, for: speaksFor, against }) => band !== 'open' && (bandRank[band] > bandRank.unlikely || speaksFor.length + against.length > 0),
  )
  if (shown.length === 0) put('Nothing that was read or told speaks for or against any cause.')
  for (const hypothesis of shown.slice(0, 8)) {
    put(
      `${hypothesis.title}: ${bandWords[hypothesis.band]} (${signed(hypothesis.points)} points)`,
      `  ${bar(hypothesis)} `,
      '               ',
    )
    const weighty = bandRank[hypothesis.band] >= bandRank.possible
    for (const reason of (weighty ? hypothesis.for : []).slice(0, 6)) put(reasonWords(reason), '               + ', '                 ')
    for (const reason of hypothesis.against.slice(0, weighty ? 6 : 2)) put(reasonWords(reason), '               - ', '                 ')
  }
  const rest = diagnosis.hypotheses.length - shown.slice(0, 8).length
  if (rest > 0) put(`${rest} more ${rest === 1 ? 'cause is' : 'causes are'} open or unlikely; "--format json" lists all.`)
  const known = [...diagnosis.facts].filter(([id, state]) => state.state === 'known' && state.value !== false && relevant(report).has(id))
  if (known.length > 0) {
    heading('What this rests on')
    for (const [id, state] of known) {
      put(`${factTitle(kb, id)}: ${factWords(kb, id, state)}`, '  * ', '    ')
      for (const origin of state.origins.slice(0, 2)) {
        put(originWords(origin), '      ')
        if (origin.text) put(clip(origin.text, style.columns - 8), '      > ', '        ')
      }
      if (state.origins.length > 2) put(`and ${state.origins.length - 2} more`, '      ')
    }
  }
  const absent = [...diagnosis.facts].filter(([id, { state, value }]) => state === 'known' && value === false && factOf(kb, id)?.first)
  if (absent.length > 0) {
    heading('Looked for and not seen')
    for (const [id] of absent) put(factTitle(kb, id), '  * ', '    ')
  }
  if (diagnosis.contradictions.length > 0) {
    heading('What does not fit together')
    for (const words of contradictionWords(report)) put(words, '  * ', '    ')
  }
  if (diagnosis.notExamined.length > 0) {
    heading('What was not examined')
    for (const { what, why, matters } of diagnosis.notExamined.slice(0, 12))
      put(
        `${what}: ${why}${matters.length > 0 ? ` (leaves ${matters.length} ${matters.length === 1 ? 'rule' : 'rules'} open)` : ''}`,
        '  * ',
        '    ',
      )
    if (diagnosis.notExamined.length > 12) put(`and ${diagnosis.notExamined.length - 12} more`, '    ')
  }
  if (next.length > 0) {
    heading('What would help most to know')
    for (const { fact, ask, why } of next.slice(0, 5)) put(`${ask} (${fact})${why ? ` ${why}` : ''}`, '  * ', '    ')
  }
  lines.push(...planLines(plan, kb, style))
  if (diagnosis.warnings.length > 0) {
    heading('Warnings')
    for (const warning of diagnosis.warnings) put(warning, '  ! ', '    ')
  }
  return `${lines.join('\n')}\n`
}

/** The first steps of a long plan, which stands too far below to be found in a hurry. */
export function beginning({ plan }: Pick<Report, 'plan'>, style: Style): string[] {
  const first = firstSteps(plan)
  if (!first) return []
  return [
    '',
    ...wrap(first.words, style.columns),
    ...first.steps.flatMap((text, i) => wrap(stripControls(text), style.columns, `  ${i + 1}. `, '     ')),
  ]
}

/** The result in one sentence or two. */
export function verdictWords({ diagnosis, next }: Report): string {
  const sure = diagnosis.hypotheses.filter(({ band }) => isSure(band))
  if (sure.length > 0) return `${sure.map(({ title, band }) => `${title}: ${bandWords[band]}`).join('. ')}.`
  const leading = diagnosis.hypotheses.find(({ band, for: reasons }) => band === 'possible' && reasons.length > 0)
  const asked = next.length > 0 ? ' The questions below would tell more.' : ''
  // Of a quiet cluster with a scanner the scanner would head the list, as if something had been found.
  if (leading && leading.points < 0)
    return `No conclusion yet: no cause is more likely than not. Least unlikely: ${leading.title}.${asked} This does not mean that all is well.`
  return leading
    ? `No conclusion yet. Most is to be said for: ${leading.title} (only possible).${asked}`
    : `No conclusion: what is known shows no cause.${asked} This does not mean that all is well.`
}

/** Claims that disagree, each with its origin, and which was taken. */
export const contradictionWords = ({ kb, diagnosis }: Report): string[] =>
  diagnosis.contradictions.map(
    ({ fact, claims, taken, why }) =>
      `${factTitle(kb, fact)}: ${claims.map(({ value, origins }) => `${factWords(kb, fact, { state: 'known', value, origins })} (${origins[0] ? originWords(origins[0]) : 'unknown origin'})`).join('; ')}. Taken: ${factWords(kb, fact, { state: 'known', value: taken, origins: [] })}, because ${why}.`,
  )

/** Facts that carry a reason of a cause worth showing. */
function relevant({ diagnosis }: Report): Set<string> {
  const facts = new Set<string>()
  for (const { band, for: speaksFor, against } of diagnosis.hypotheses)
    if (bandRank[band] >= bandRank.possible)
      for (const { facts: own } of [...speaksFor, ...against]) for (const fact of own) facts.add(fact)
  return facts
}

function reasonWords({ because, points, decides, counts }: Reason): string {
  const weight = decides ? `a test: ${decides === 'confirmed' ? 'confirms' : 'rules out'}` : counts ? signed(points) : 'already counted'
  return `${because} [${weight}]`
}

/** Ten cells: from 25 points against to 25 points for. */
export function bar({ band, points }: Pick<Weighed, 'band' | 'points'>): string {
  const filled = band === 'confirmed' ? 10 : band === 'ruled-out' ? 0 : Math.max(0, Math.min(9, Math.round((points + 20) / 5)))
  return `[${'#'.repeat(filled)}${'.'.repeat(10 - filled)}]`
}

export const signed = (points: number) => (points > 0 ? `+${points}` : String(points))
const clip = (text: string, width: number) => (text.length <= width * 2 ? text : `${text.slice(0, width * 2 - 1)}…`)
