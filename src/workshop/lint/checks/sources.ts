import type { SourceFile } from '../../../kb/shapes.ts'
import { isDate } from '../calendar.ts'
import { hypothesisWith, sourcesWith, stepWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'
import { textsOf } from '../walk.ts'

const own = "{ title: The manual of the printer, url: 'https://printer.example.com/manual', date: 2025-03 }"

/** Where knowledge comes from, and how sure it is. */
export const sources: Checks = {
  pages: {
    'insecure-source': pageOf(
      'warning',
      'The address of a source is not encrypted',
      'Nobody can be sure to read what the author read. Nearly every site answers under https.',
      ...sourcesWith({ manual: '§' }),
      own.replace('https', 'http'),
      own,
    ),
    'bad-url': pageOf(
      'warning',
      'An address cannot be opened',
      'It must be a whole address that begins with https://, without spaces.',
      ...sourcesWith({ manual: '§' }),
      own.replace('https://printer.example.com/manual', 'see the web'),
      own,
    ),
    'source-without-place': pageOf(
      'info',
      'A source has neither an address nor a date',
      'Nobody else can find it. Give the address, or the date or edition, or say under "note" what it is.',
      ...sourcesWith({ manual: '§' }),
      '{ title: The manual of the printer }',
      own,
    ),
    'odd-date': pageOf(
      'warning',
      'The date of a source cannot be read',
      'Write 2025, 2025-03 or 2025-03-14: dates are compared by their digits.',
      ...sourcesWith({ manual: '§' }),
      own.replace('2025-03', 'March 2025'),
      own,
    ),
    'date-in-future': pageOf(
      'warning',
      'The date of a source lies in the future',
      'Nobody can have read it yet; most likely two digits changed places.',
      ...sourcesWith({ manual: '§' }),
      own.replace('2025-03', '2925-03'),
      own,
    ),
    'unused-source': page(
      'warning',
      'Nothing cites this source',
      'Either the knowledge that came from it does not say so, or the entry is left over.',
      Object.fromEntries([sourcesWith({ leaflet: own.replace('manual }', 'leaflet }') })]),
      Object.fromEntries([sourcesWith({})]),
    ),
    'documented-without-source': pageOf(
      'warning',
      'Knowledge is called documented and names no source',
      'The words documented and reported mean that somebody can look it up. Name where, or call it unverified: the plan tells the reader which is which.',
      ...stepWith({ confidence: '§' }),
      'documented',
      'unverified',
    ),
    'repeated-item': pageOf(
      'warning',
      'One entry stands twice in a list',
      'The second one does nothing; often another one was meant.',
      ...hypothesisWith({ sources: '§' }),
      '[manual, manual]',
      '[manual]',
    ),
  },
  file({ folder, id, object }, report) {
    for (const { path, key, text } of textsOf(object)) {
      if (key !== 'url') continue
      if (/^http:\/\//.test(text)) report('insecure-source', path, 'the address is not encrypted', 'Try the same address with https://.')
      else if (!/^https:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/.test(text))
        report('bad-url', path, 'this is no whole address', 'Write it with https://, without spaces.')
    }
    if (folder === '' && id === 'sources')
      for (const [name, { url, date, note }] of Object.entries(object as Record<string, SourceFile>)) {
        if (url === undefined && date === undefined && note === undefined)
          report('source-without-place', [name], 'nobody else can find this source', 'Add url, date or note.', true)
        if (date !== undefined && !isDate(String(date)))
          report('odd-date', [name, 'date'], `"${String(date)}" is no date`, 'Write 2025, 2025-03 or 2025-03-14.')
      }
    if (folder !== 'cases') provenance(object, [], false, report)
    repeated(object, [], report)
  },
  base(kb, reportIn, today) {
    const cited = new Set<string>()
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(collect)
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          if (key === 'sources' && Array.isArray(inner)) for (const id of inner) cited.add(String(id))
          else collect(inner)
        }
    }
    for (const folder of ['facts', 'events', 'symptoms', 'vendors', 'components', 'hypotheses', 'resolutions'] as const) collect(kb[folder])
    const report = reportIn('', 'sources')
    for (const [id, { date }] of Object.entries(kb.sources)) {
      if (!cited.has(id)) report('unused-source', [id], `nothing cites "${id}"`, 'Cite it where its knowledge is used, or delete it.', true)
      if (date !== undefined && /^\d{4}/.test(String(date)) && String(date) > today)
        report('date-in-future', [id, 'date'], 'this date is still to come', 'Correct it.')
    }
  },
}

type Report = Parameters<NonNullable<Checks['file']>>[1]
type Path = (string | number)[]

/** A source counts for everything below it. */
function provenance(value: unknown, path: Path, sourced: boolean, report: Report): void {
  if (Array.isArray(value)) value.forEach((item, i) => void provenance(item, [...path, i], sourced, report))
  else if (typeof value === 'object' && value !== null) {
    const { confidence, sources: list } = value as { confidence?: unknown; sources?: unknown }
    const here = sourced || (Array.isArray(list) && list.length > 0)
    if ((confidence === 'documented' || confidence === 'reported') && !here && !('url' in value))
      report(
        'documented-without-source',
        [...path, 'confidence'],
        `this is called ${confidence} and names no source`,
        'Add "sources", or write unverified.',
      )
    for (const [key, inner] of Object.entries(value)) provenance(inner, [...path, key], here, report)
  }
}

const setLike = new Set([
  'sources',
  'aliases',
  'kinds',
  'in',
  'resolutions',
  'choices',
  'packages',
  'processes',
  'agents',
  'process',
  'matches',
  'ignores',
  'rhel',
  'was',
  'article',
  'read-as',
  'one-of',
  'none-of',
])

function repeated(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (setLike.has(key) && Array.isArray(inner))
      inner.forEach((item, i) => {
        if (typeof item !== 'object' && inner.indexOf(item) < i)
          report('repeated-item', [...here, i], `"${String(item).slice(0, 60)}" stands twice in this list`, 'Delete one of the two.')
      })
    repeated(inner, here, report)
  }
}
