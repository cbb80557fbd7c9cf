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

/** Text on one line of at most `width` characters; what does not fit ends in "...". */
export function fit(text: string, width: number): string {
  const line = stripControls(text).replace(/\s+/g, ' ').trim()
  if (line.length <= width) return line
  return width < 4 ? line.slice(0, Math.max(0, width)) : `${line.slice(0, width - 3)}...`
}

/** The part of `lines` that page `page` (from 0) shows, and how many pages there are. */
export function pageOf(
  lines: readonly string[],
  rows: number,
  page: number,
): { readonly shown: readonly string[]; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(lines.length / rows))
  const first = Math.min(Math.max(page, 0), pages - 1) * rows
  return { shown: lines.slice(first, first + rows), pages }
}

/** First index of the window of `rows` entries out of `count` that keeps `cursor` in sight. */
export function windowStart(count: number, rows: number, cursor: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(rows / 2), count - rows))
}
