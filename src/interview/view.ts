import type { AnsweredLine, AskedQuestion, Leading, Screen } from './model.ts'
import { firstLines, fit, pack, pageOf, paint, type Size, softBreak, windowStart, wrap, wrapProse } from './text.ts'

/** A line that can be chosen. `mark` stands before it: a box of a list that is ticked. */
export interface Entry {
  readonly label: string
  readonly mark?: string
}

const barWidth = 20
const goBack = 'Enter: back to the question'
/** Hypotheses shown as bars. */
const leaders = 3

/** The share of a bar that points fill: the probability they stand for. */
export function share(points: number): number {
  return 1 / (1 + 10 ** (-points / 10))
}

/** One line per leading hypothesis: bar, band, title. */
export function bars(leading: readonly Leading[], size: Size): readonly string[] {
  return leading.slice(0, leaders).map(({ title, band, points }) => {
    // Only what is decided fills or empties a bar: nothing that is merely likely looks certain.
    const filled =
      band === 'confirmed' ? barWidth : band === 'ruled-out' ? 0 : Math.min(barWidth - 1, Math.max(1, Math.round(share(points) * barWidth)))
    const colour = band === 'confirmed' || band === 'likely' ? 'yellow' : 'dim'
    const bar = paint('#'.repeat(filled), colour, size) + paint('.'.repeat(barWidth - filled), 'dim', size)
    return `  ${bar} ${fit(band, 9).padEnd(9)} ${fit(title, widthOf(size) - barWidth - 13)}`
  })
}

/** "Question 3 (at most 8 more; d: result now)": nobody at three in the morning need fear that all of them must be answered. */
export function standing({ number, remaining }: Pick<Screen, 'number' | 'remaining'>): string {
  const left = remaining <= 1 ? 'the last one' : `at most ${remaining - 1} more; d: result now`
  return `Question ${number} (${left})`
}

/**
 * The question with its bars, its answers and the keys; `error` tells why the last key was refused. On a small screen
 * the explanation goes first, then the bars and the words for the keys: the question and its answers stay.
 */
export function questionView(
  { question, screen, entries, cursor, typed, kept, error, keys: allKeys, letters }: QuestionParts,
  size: Size,
): string {
  const width = widthOf(size)
  const rows = rowsOf(size)
  const ask = wrap(question.ask, width)
    .slice(0, Math.max(2, Math.min(6, rows - 6)))
    .map(line => paint(line, 'bold', size))
  // What to write instead stands at the end of a refusal: it is not cut off where there is room.
  const refused =
    error === undefined ? [] : (rows > 12 ? wrap(error, width).slice(0, 3) : [fit(error, width)]).map(line => paint(line, 'red', size))
  const least = rows - ask.length - refused.length - 1
  const needed = typed === undefined ? Math.min(entries.length, 6, least) : 1
  let room = least - needed
  const take = (lines: readonly string[]): readonly string[] => {
    if (lines.length > room) return []
    room -= lines.length
    return lines
  }
  const head = take([paint(fit(standing(screen), width), 'dim', size)])
  const [first = '', ...others] = pack(allKeys, width)
  const keys = others.length > room ? [fit(letters, width)] : [first, ...take(others)]
  const blank = take(['', ''])
  const leading = take(bars(screen.leading, size))
  const explain = question.explain === undefined ? [] : wrap(question.explain, width - 2)
  const about = take(firstLines(explain, Math.min(room, 5), width - 2)).map(line => `  ${paint(line, 'dim', size)}`)
  const stays = kept === undefined || typed !== '' ? '' : `   (Enter alone keeps ${fit(kept, 30)})`
  const body =
    typed === undefined ? list(entries, cursor, needed + Math.max(0, room), size) : [fit(`> ${fit(typed, width - 3)}_${stays}`, width)]
  return [
    ...head,
    ...leading,
    ...blank.slice(1),
    ...ask,
    ...about,
    ...body,
    ...blank.slice(1),
    ...refused,
    ...keys.map(line => paint(line, 'dim', size)),
  ].join('\n')
}

export interface QuestionParts {
  readonly question: Pick<AskedQuestion, 'ask' | 'explain'>
  readonly screen: Pick<Screen, 'number' | 'remaining' | 'leading'>
  readonly entries: readonly Entry[]
  readonly cursor: number
  /** What was typed so far, for a question without entries. */
  readonly typed?: string | undefined
  /** The former answer, which stays when nothing is typed. */
  readonly kept?: string | undefined
  readonly error?: string | undefined
  readonly keys: readonly string[]
  /** The keys in one line, where there is no room for what they do. */
  readonly letters: string
}

/** As many entries as fit, with the cursor in sight; dots tell that there are more. */
export function list(entries: readonly Entry[], cursor: number, rows: number, size: Size): readonly string[] {
  const all = entries.length <= rows
  const shown = all ? entries.length : Math.max(1, rows - 2)
  const from = all ? 0 : windowStart(entries.length, shown, cursor)
  const lines = entries.slice(from, from + shown).map(({ label, mark }, i) => {
    const line = fit(`${mark === undefined ? '' : `${mark} `}${label}`, widthOf(size) - 2)
    return from + i === cursor ? paint(`> ${line}`, 'cyan', size) : `  ${line}`
  })
  if (all) return lines
  const before = from > 0 ? `  ... ${from} more above` : ''
  const after = from + shown < entries.length ? `  ... ${entries.length - from - shown} more below` : ''
  return [paint(before, 'dim', size), ...lines, paint(after, 'dim', size)]
}

/** A long text, page by page. */
export function textView(title: string, text: string, page: number, size: Size): string {
  const width = widthOf(size)
  const { shown, pages } = pageOf(wrapProse(text, width, size.columns), textRows(size), page)
  const body = shown.map((line, i) => (i === shown.length - 1 ? line.replace(softBreak, '') : line))
  const last = page >= pages - 1
  const [keys = ''] = pack(last ? [goBack] : ['Space: next page', goBack], width)
  const where = pages > 1 ? ` (page ${Math.min(page, pages - 1) + 1} of ${pages})` : ''
  return [paint(fit(title, width - where.length) + where, 'bold', size), '', ...body, '', paint(keys, 'dim', size)].join('\n')
}

/** How many pages `textView` needs. */
export function pagesOf(text: string, size: Size): number {
  return pageOf(wrapProse(text, widthOf(size), size.columns), textRows(size), 0).pages
}

/** The answers given so far, to choose one to change. The first entry goes back. */
export function answeredView(answered: readonly AnsweredLine[], cursor: number, size: Size): string {
  const width = widthOf(size)
  const keys = pack(['Up/Down, Enter', 'Later answers are kept.'], width)
  const entries: Entry[] = [
    { label: 'Back to the question' },
    ...answered.map(({ ask, answer, used }) => ({ label: answeredLabel(ask, answer, used, width - 2) })),
  ]
  const body = list(entries, cursor, rowsOf(size) - 3 - keys.length, size)
  return [
    paint(fit('Which answer do you want to change?', width), 'bold', size),
    '',
    ...body,
    '',
    ...keys.map(line => paint(line, 'dim', size)),
  ].join('\n')
}

function answeredLabel(ask: string, answer: string, used: boolean, width: number): string {
  const end = `: ${fit(answer, 24)}${used ? '' : ' (not used now)'}`
  return fit(ask, width - end.length) + end
}

/** The opening check-list. */
export function checkView(
  { entries, cursor, explain, answered }: { entries: readonly Entry[]; cursor: number; explain: string; answered: number },
  size: Size,
): string {
  const width = widthOf(size)
  const dim = (lines: readonly string[]) => lines.map(line => paint(line, 'dim', size))
  const title = wrap('Which of these have you seen on the cluster?', width).map(line => paint(line, 'bold', size))
  const longKeys = pack(
    [
      'Space: change',
      'y seen',
      'n not seen',
      '? cannot tell',
      'o all others not seen',
      'h how to find out',
      's save and quit',
      'Enter: go on',
    ],
    width,
  )
  const shortKeys = [fit('Space y n ? o h s, Enter: go on', width)]
  // Of what does not fit, the list is cut last: three entries and the dots around them.
  let rows = Math.min(entries.length, 5)
  let room = rowsOf(size) - title.length - rows - shortKeys.length
  const take = (count: number): boolean => {
    const fits = count <= room
    if (fits) room -= count
    return fits
  }
  const boxes = pack(['[x] seen', '[ ] not seen', '[?] cannot tell', `(${answered} of ${entries.length} answered)`], width)
  const legend = take(boxes.length) ? boxes : take(1) ? [fit(boxes.join('  '), width)] : []
  const more = Math.max(0, Math.min(entries.length - rows, 4, room))
  take(more)
  const keys = take(longKeys.length - shortKeys.length) ? longKeys : shortKeys
  const blank = take(2) ? [''] : []
  // The explanation of one entry may have what the whole list leaves.
  const spare = room - Math.max(0, entries.length - rows - more)
  const about = firstLines(wrap(explain, width - 2), Math.min(room, Math.max(3, spare)), width - 2)
  take(about.length)
  rows += more + room
  const body = list(entries, cursor, rows, size)
  return [...title, ...dim(legend), ...blank, ...body, ...blank, ...about.map(line => `  ${paint(line, 'dim', size)}`), ...dim(keys)].join(
    '\n',
  )
}

/** What stays on the screen once a question is answered. */
export function doneView(ask: string, answer: string, size: Size): string {
  const end = fit(answer, 30)
  return `${fit(ask, widthOf(size) - end.length - 4)} -> ${paint(end, 'cyan', size)}`
}

function widthOf({ columns }: Size): number {
  return Math.max(20, Math.min(columns, 80) - 1)
}

/** The last row stays free: a terminal scrolls when it is written to. */
function rowsOf({ rows }: Size): number {
  return Math.max(8, Math.min(rows, 24) - 1)
}

function textRows(size: Size): number {
  return rowsOf(size) - 4
}
