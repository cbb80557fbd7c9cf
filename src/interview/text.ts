import { stripControls } from '../kb/plain-text.ts'

/** How a screen may be drawn. A screen never needs more than 80 columns and 24 rows, and less is used where there is less. */
export interface Size {
  readonly columns: number
  readonly rows: number
  readonly colour: boolean
}

const codes = { bold: [1, 22], dim: [2, 22], cyan: [36, 39], green: [32, 39], yellow: [33, 39], red: [31, 39] } as const

/** Marks text up for the terminal, or leaves it alone when colours are off. */
export function paint(text: string, style: keyof typeof codes, { colour }: Pick<Size, 'colour'>): string {
  const [on, off] = codes[style]
  return colour && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text
}

/**
 * Breaks text into lines of at most `width` characters, between words where that is possible. Line ends in the text
 * stay, and so does the indentation of a line, for the lines it is broken into too.
 */
export function wrap(text: string, width: number): readonly string[] {
  return stripControls(text)
    .split('\n')
    .flatMap(line => wrapLine(line.trimEnd(), Math.max(8, width)))
}

function wrapLine(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line]
  const indent = ' '.repeat(Math.min(line.length - line.trimStart().length, Math.floor(width / 2)))
  const lines: string[] = []
  let current = indent
  for (let word of line.trimStart().split(' ')) {
    const glue = current === indent ? '' : ' '
    if (current.length + glue.length + word.length <= width) {
      current += glue + word
      continue
    }
    if (current !== indent) lines.push(current)
    while (indent.length + word.length > width) {
      lines.push(indent + word.slice(0, width - indent.length))
      word = word.slice(width - indent.length)
    }
    current = indent + word
  }
  return [...lines, current]
}

/** Puts items side by side, three blanks apart: a key and its words are one item, which no row tears unless it is longer than a row. */
export function pack(items: readonly string[], width: number): readonly string[] {
  const rows: string[] = []
  for (const item of items) {
    const row = rows.at(-1)
    if (row !== undefined && row.length + 3 + item.length <= width) rows[rows.length - 1] = `${row}   ${item}`
    else rows.push(item)
  }
  return rows.flatMap(row => wrap(row, width))
}

/** Stands before a line end that is no line end: the terminal breaks the line there by itself, so that it is copied as one. */
export const softBreak = '\u0001'

/** Like `wrap`, but a command (a line that is indented by four or more) stays one line, however many rows of the screen it takes. */
export function wrapProse(text: string, width: number, columns: number): readonly string[] {
  return stripControls(text)
    .split('\n')
    .flatMap(line => (/^ {4,}\S/.test(line) && line.trimEnd().length > width ? rowsOfCommand(line.trimEnd(), columns) : wrap(line, width)))
}

function rowsOfCommand(line: string, columns: number): readonly string[] {
  const rows = Math.ceil(line.length / columns)
  return Array.from({ length: rows }, (_, i) => line.slice(i * columns, (i + 1) * columns) + (i < rows - 1 ? softBreak : ''))
}

/** Text on one line of at most `width` characters; what does not fit ends in "...", after a whole word where that keeps most of it. */
export function fit(text: string, width: number): string {
  const line = stripControls(text).replace(/\s+/g, ' ').trim()
  if (line.length <= width) return line
  if (width < 4) return line.slice(0, Math.max(0, width))
  const most = line.slice(0, width - 3)
  const word = line[width - 3] === ' ' ? most.length : most.lastIndexOf(' ')
  return `${most.slice(0, word > width / 2 ? word : undefined).trimEnd()}...`
}

/** The first `most` lines; where more follow, the last of them ends in "...". */
export function firstLines(lines: readonly string[], most: number, width: number): readonly string[] {
  if (lines.length <= most) return lines
  return lines.slice(0, Math.max(0, most)).map((line, i) => (i === most - 1 ? fit(`${line} ...`, width) : line))
}

/** The part of `lines` that page `page` (from 0) shows, and how many pages there are. */
export function pageOf(
  lines: readonly string[],
  rows: number,
  page: number,
): { readonly shown: readonly string[]; readonly pages: number } {
  const starts = [0]
  for (;;) {
    const from = starts.at(-1)!
    let to = from + rows
    if (to >= lines.length) break
    // A command is not divided, unless it is longer than a page.
    while (to > from && lines[to - 1]!.endsWith(softBreak)) to--
    starts.push(to > from ? to : from + rows)
  }
  const at = Math.min(Math.max(page, 0), starts.length - 1)
  return { shown: lines.slice(starts[at], starts[at + 1]), pages: starts.length }
}

/** First index of the window of `rows` entries out of `count` that keeps `cursor` in sight. */
export function windowStart(count: number, rows: number, cursor: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(rows / 2), count - rows))
}
