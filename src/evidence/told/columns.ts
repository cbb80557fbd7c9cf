/** A cell of a row, and where it stands in its line. */
export interface RowCell {
  readonly text: string
  readonly start: number
  readonly end: number
  /** How far from the edge it begins, in a font in which Asian characters are twice as wide. */
  readonly column: number
}

const [longestRow, mostCells] = [400, 14]
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g
const widthOf = (text: string) => text.length + (text.match(wide)?.length ?? 0)

/** The marks between columns, the surest first; two blanks are one where nothing else is. */
const separators = [/\s*\|\s*/g, /\s*\t\s*/g, /\s*;\s*/g, /(?: {2,}|\u3000+| \u3000+)/g] as const

/** The cells of a line that has at least three, empty ones at the end as well. */
export function rowCells(line: string): readonly RowCell[] | undefined {
  if (line.length > longestRow) return undefined
  const isBar = line.includes('|')
  const separator = isBar ? separators[0] : line.includes('\t') ? separators[1] : line.split(';').length > 2 ? separators[2] : separators[3]
  const from = /^[\s>]*(?:\|\s*)?/.exec(line)![0].length
  const to = isBar ? line.length - /(?:\|?\s*)$/.exec(line)![0].length : line.trimEnd().length
  const found: RowCell[] = []
  let at = from
  const add = (end: number) => {
    const raw = line.slice(at, end)
    const marked = /^(["'])(.*)\1$/.exec(raw)
    found.push({ text: (marked ? marked[2]! : raw).trim(), start: at, end, column: widthOf(line.slice(0, at)) })
  }
  for (const match of line.slice(0, to).matchAll(separator)) {
    if (match.index < from) continue
    add(match.index)
    at = match.index + match[0].length
  }
  add(Math.max(at, to))
  return found.length >= 3 && found.length <= mostCells ? found : undefined
}

/** Whether only blanks stand between its columns: an empty cell is not seen then, and each is of the column that it stands below. */
export const isAligned = (line: string): boolean => !/[|\t]/.test(line) && line.split(';').length <= 2
