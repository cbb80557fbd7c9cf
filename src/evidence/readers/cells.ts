/** What people put between the columns of a table. */
export const separators = ['|', ';', '\t', ','] as const

/** The cells of a row; bars also stand at its ends. */
export function cellsOf(line: string, separator: string): string[] {
  const cells = line.split(separator).map(cell => cell.trim())
  if (separator === '|' && cells[0] === '') cells.shift()
  if (separator === '|' && cells.at(-1) === '') cells.pop()
  return cells
}
