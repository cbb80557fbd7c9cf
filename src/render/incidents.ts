import type { Period, WeighedIncident } from '../case/incident.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { stripControls } from '../plan/shell.ts'
import type { Report } from './json.ts'
import { bandWords } from './words.ts'
import { wrap } from './wrap.ts'

/** What is said of several incidents: each alone, and how to look at one. */
export interface IncidentWords {
  readonly first: string
  readonly each: readonly string[]
  readonly last: string
  /** On a line of its own: a command that is wrapped cannot be copied. */
  readonly options: string
}

export function incidentWords(kb: KnowledgeBase, incidents: readonly WeighedIncident[]): IncidentWords {
  const one = incidents.find(({ causes }) => causes.length > 0) ?? incidents[0]!
  return {
    first: `The evidence tells of ${incidents.length} incidents. All of them are weighed together here, which is wrong when they have different causes. Each alone, by the evidence only:`,
    each: incidents.map(({ from, to, causes }) => {
      const found = causes.map(({ id, band }) => `${kb.hypotheses[id]!.title}: ${bandWords[band]}`).join('; ')
      return `${spanWords(from, to)}: ${found || 'nothing shows a cause'}.`
    }),
    last: 'To look at one of them, begin again with its time, for instance:',
    options: `--since '${one.since}' --until '${one.until}'`,
  }
}

/** The same as lines for a terminal. */
export function incidentLines(kb: KnowledgeBase, incidents: readonly WeighedIncident[], columns: number): string[] {
  const { first, each, last, options } = incidentWords(kb, incidents)
  const put = (text: string, begin: string, rest = begin) => wrap(stripControls(text), columns, begin, rest)
  return [...put(first, '  '), ...each.flatMap(words => put(words, '  * ', '    ')), ...put(last, '  '), `    ${stripControls(options)}`]
}

/** `2026-03-28 06:15:03 to 06:20:11` */
function spanWords(from: string, to: string): string {
  if (from === to) return from
  const [day = '', clock = ''] = to.split(' ')
  return `${from} to ${from.startsWith(day) ? clock : to}`
}

export const periodWords = ({ since, until }: Period): string =>
  `Only what was logged${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`} was looked at; lists and settings count whenever they were taken.`

/** The time and the incidents that what follows is about, where either has to be said. */
export function scopeLines({ kb, period, incidents }: Report, columns: number): string[] {
  const parts = [period ? wrap(stripControls(periodWords(period)), columns) : [], incidents ? incidentLines(kb, incidents, columns) : []]
  return parts.flatMap(lines => (lines.length > 0 ? [...lines, ''] : []))
}
