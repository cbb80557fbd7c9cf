import type { Spot } from './reader.ts'

/** What people put between the columns of a table. */
export const separators = ['|', ';', '\t', ','] as const

/** The cells of a row; bars also stand at its ends. */
export function cellsOf(line: string, separator: string): string[] {
  const cells = line.split(separator).map(cell => cell.trim())
  if (separator === '|' && cells[0] === '') cells.shift()
  if (separator === '|' && cells.at(-1) === '') cells.pop()
  return cells
}

/** Where a table begins and ends whose rows may go over several lines, a cell in each: of AsciiDoc, and of MediaWiki. */
const asciidoc = /^\|={3,}\s*$/
const [wikiBegins, wikiEnds, wikiRow] = [/^\{\|/, /^\|\}/, /^\|-/]
const mostLines = 2000

/** The same lines with such rows as one line each, in the place of its first one. */
export function wholeRows(spots: readonly Spot[]): readonly Spot[] {
  if (!spots.some(({ text }) => asciidoc.test(text) || wikiBegins.test(text))) return spots
  const found: Spot[] = []
  for (let i = 0; i < spots.length; i++) {
    const spot = spots[i]!
    found.push(spot)
    const isWiki = wikiBegins.test(spot.text)
    if (!isWiki && !asciidoc.test(spot.text)) continue
    const end = isWiki ? wikiEnds : asciidoc
    const length = spots.slice(i + 1, i + 1 + mostLines).findIndex(({ text }) => end.test(text))
    if (length < 0) continue
    const rows = spots.slice(i + 1, i + 1 + length)
    found.push(...(isWiki ? wikiRows(rows) : asciidocRows(rows)), spots[i + 1 + length]!)
    i += length + 1
  }
  return found
}

interface Row {
  readonly first: Spot
  readonly cells: string[]
}
const rowSpot = ({ first, cells }: Row): Spot => ({ ...first, text: `| ${cells.join(' | ')} |` })

/** The first line has a cell for each column; so many make a row. */
function asciidocRows(lines: readonly Spot[]): Spot[] {
  const rows: Row[] = []
  const columns = (lines.find(({ text }) => text.trim() !== '')?.text.match(/\|/g) ?? []).length
  if (columns < 2) return [...lines]
  for (const line of lines) {
    const { text } = line
    if (text.trim() === '') continue
    let row = rows.at(-1)
    if (!text.includes('|')) {
      if (row) row.cells[row.cells.length - 1] += ` ${text.trim()}`
      continue
    }
    for (const cell of text.slice(text.indexOf('|') + 1).split('|')) {
      if (!row || row.cells.length === columns) {
        row = { first: line, cells: [] }
        rows.push(row)
      }
      row.cells.push(cell.trim())
    }
  }
  return rows.map(rowSpot)
}

function wikiRows(lines: readonly Spot[]): Spot[] {
  const rows: Row[] = []
  let row: Row | undefined
  for (const line of lines) {
    const { text } = line
    if (wikiRow.test(text)) row = undefined
    else if (/^[|!](?!\+)/.test(text)) {
      if (!row) {
        row = { first: line, cells: [] }
        rows.push(row)
      }
      // What stands before a single bar is how the cell looks.
      row.cells.push(
        ...text
          .slice(1)
          .split(/\|\||!!/)
          .map(cell =>
            cell
              .replace(/^[^|[\]]{0,60}=[^|[\]]{0,60}\|(?!\|)/, '')
              .replace(/<\/?(?:code|tt|kbd|samp|nowiki)>/g, '`')
              .trim(),
          ),
      )
    } else if (row && text.trim() !== '') row.cells[row.cells.length - 1] += ` ${text.trim()}`
  }
  return rows.map(rowSpot)
}
