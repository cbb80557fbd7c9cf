import { Lexer } from 'yaml'
import type { Problem } from '../../kb/problem.ts'
import { didYouMean } from '../../kb/suggest.ts'
import type { Page, PlacedFinding } from '../finding.ts'
import { isDate } from './calendar.ts'
import { symptomWith } from './example-files.ts'
import { page } from './model.ts'

/** A comment that says: leave this finding out, because …, until then. */
export interface Suppression {
  readonly line: number
  readonly column: number
  readonly codes: readonly string[]
  readonly until: string
  readonly reason: string
  /** The lines it is about; undefined: the whole file. */
  readonly covers: Lines | undefined
}

interface Lines {
  readonly first: number
  readonly last: number
}

const marker = 'avert-lint-ignore'
const wanted = /^#\s*avert-lint-ignore\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s+until\s+(\d{4}-\d{2}-\d{2})\s*:\s*(\S.*)$/

const [path, text] = symptomWith({ ask: 'Tell whether the page is blank.' })
const noted = (comment: string) => ({ [path]: text.replace('ask:', `# ${comment}\nask:`) })
const fine = noted('avert-lint-ignore question-without-mark until 2999-12-31: the maker words it so')

/** Suppressions are checked themselves: one without a reason or an end would stay for ever. */
export const suppressionPages: Readonly<Record<string, Page>> = {
  'bad-suppression': page(
    'error',
    'A suppression does not say what, why or until when',
    'Write "# avert-lint-ignore CODE until 2027-01-31: reason" above the line or the entry, or in the first lines of the file for all of it. What keeps a base from loading cannot be left out.',
    noted('avert-lint-ignore question-without-mark'),
    fine,
  ),
  'expired-suppression': page(
    'error',
    'A suppression has run out',
    'The day has come on which somebody wanted to look at it again. The finding shows again until the cause is mended or a new day is set.',
    noted('avert-lint-ignore question-without-mark until 2001-01-31: the maker words it so'),
    fine,
  ),
  'useless-suppression': page(
    'warning',
    'A suppression leaves nothing out',
    'The finding is gone, or the comment stands above another line. Take it away, so that it hides nothing later.',
    {
      [path]: symptomWith({})[1].replace('ask:', '# avert-lint-ignore question-without-mark until 2999-12-31: the maker words it so\nask:'),
    },
    fine,
  ),
}

/** The suppressions that a file's comments hold, and what is wrong with them. */
export function suppressionsIn(
  file: string,
  source: string,
  known: (code: string) => 'loader' | 'style' | undefined,
  codes: readonly string[],
): { found: Suppression[]; problems: Problem[] } {
  const found: Suppression[] = []
  const problems: Problem[] = []
  if (!source.includes(marker)) return { found, problems }
  const lines = source.split(/\r?\n/)
  for (const { line, column, comment } of commentsOf(source)) {
    if (!new RegExp(`^#\\s*${marker}\\b`).test(comment)) continue
    const report = (message: string, hint: string) => problems.push({ code: 'bad-suppression', file, line, column, message, hint })
    const parts = wanted.exec(comment)
    if (!parts) {
      report('a code, an end date or a reason is missing', `Write: # ${marker} CODE until 2027-01-31: reason`)
      continue
    }
    const names = parts[1]!.split(/\s*,\s*/)
    const strange = names.find(name => known(name) === undefined)
    const firm = names.find(name => known(name) === 'loader')
    if (strange !== undefined) report(`no code is called "${strange}"`, didYouMean(strange, codes, 'kb explain-lint lists all codes.'))
    else if (firm !== undefined) report(`"${firm}" cannot be left out`, 'Mend it; a base with it does not load.')
    else if (!isDate(parts[2]!)) report(`"${parts[2]}" is no day`, 'Write year-month-day, for instance 2027-01-31.')
    else found.push({ line, column, codes: names, until: parts[2]!, reason: parts[3]!, covers: coveredLines(lines, line) })
  }
  return { found, problems }
}

/** The next entry, with all that is indented below it; undefined in the head of the file, before anything else. */
function coveredLines(lines: readonly string[], line: number): Lines | undefined {
  const own = lines[line - 1]!
  if (!/^\s*#/.test(own)) return { first: line, last: line }
  if (lines.slice(0, line).every(text => isRemark(text) || text === '\uFEFF')) return undefined
  const next = lines.findIndex((text, i) => i >= line && !isRemark(text))
  if (next < 0) return { first: line, last: line }
  const depth = indentOf(lines[next]!)
  // A list may stand as far to the left as the key it belongs to.
  const opensList = !/^\s*- /.test(lines[next]!)
  const after = lines.findIndex(
    (text, i) => i > next && !isRemark(text) && indentOf(text) <= depth && !(opensList && indentOf(text) === depth && /^\s*- /.test(text)),
  )
  return { first: next + 1, last: after < 0 ? lines.length : after }
}

const isRemark = (text: string) => /^\s*(?:#|$)/.test(text)
const indentOf = (text: string) => text.length - text.trimStart().length

/** Comments as YAML sees them: a "#" inside a text is none. */
function* commentsOf(source: string): Generator<{ line: number; column: number; comment: string }> {
  let line = 1
  let column = 1
  for (const token of new Lexer().lex(source)) {
    if (token.startsWith('#') && token.includes(marker)) yield { line, column, comment: token.trimEnd() }
    for (const char of token) {
      // The lexer's own marks (start of a document, of a scalar, end of flow) are not in the text.
      if (char === '\x02' || char === '\x1f' || char === '\x18') continue
      if (char === '\n') [line, column] = [line + 1, 1]
      else column++
    }
  }
}

/** Takes away what is left out, and tells which suppressions have run out or leave out nothing. `ran`: the codes that were looked for. */
export function suppress(
  findings: readonly PlacedFinding[],
  inFile: ReadonlyMap<string, readonly Suppression[]>,
  today: string,
  ran: (code: string) => boolean,
): { kept: PlacedFinding[]; own: Problem[]; left: number } {
  const used = new Set<Suppression>()
  const kept = findings.filter(finding => {
    const match = inFile
      .get(finding.file)
      ?.filter(
        ({ codes, covers, until }) =>
          until >= today &&
          codes.includes(finding.code) &&
          (covers === undefined || (finding.line >= covers.first && finding.line <= covers.last)),
      )
    for (const suppression of match ?? []) used.add(suppression)
    return !match || match.length === 0
  })
  const own: Problem[] = []
  for (const [file, list] of inFile)
    for (const suppression of list) {
      const { line, column, until, codes } = suppression
      if (until < today)
        own.push({
          code: 'expired-suppression',
          file,
          line,
          column,
          message: `this was to be left out until ${until}`,
          hint: 'Mend what it hides, or set a new day with a reason.',
        })
      else if (!used.has(suppression) && codes.every(ran))
        own.push({
          code: 'useless-suppression',
          file,
          line,
          column,
          message: `no ${codes.join(' or ')} is found here`,
          hint: 'Delete the comment.',
        })
    }
  return { kept, own, left: findings.length - kept.length }
}
