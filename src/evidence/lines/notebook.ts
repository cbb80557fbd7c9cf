import { isRecord } from '../../case/record.ts'

/** Notebooks of Jupyter: a document in JSON whose cells hold what somebody wrote, ran and got. */

export const isNotebook = (head: string): boolean => /^[\ufeff\s]*\{/.test(head) && head.includes('"cells"') && head.includes('"cell_type"')

type Entry = Readonly<Record<string, unknown>>
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** A text, or the lines of one. */
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : listOf(value)
        .filter(line => typeof line === 'string')
        .join('')

/** The cells as they look: words as they are, commands behind a prompt, and below them what they printed. What is no notebook stays as it is. */
export function notebookLines(text: string): string {
  try {
    const book: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (!isRecord(book)) return text
    const isShell = /"(?:language|name)" ?: ?"(?:bash|sh|calysto_bash)"/i.test(JSON.stringify(book.metadata ?? {}))
    const cells = listOf(book.cells).filter(isRecord)
    return `${cells.map(cell => (cell.cell_type === 'code' ? ran(cell, isShell) : textOf(cell.source))).join('\n\n')}\n`
  } catch {
    return text
  }
}

/** Where the notebook is of some other language, `!` and `%%bash` mark what the shell ran. */
function ran(cell: Entry, isShell: boolean): string {
  const source = textOf(cell.source)
  const isOfShell = isShell || /^%%(?:bash|sh)\b/.test(source)
  const typed = source
    .split('\n')
    .filter(line => !line.startsWith('%%'))
    .map(line => (isOfShell ? (line.trim() === '' || line.startsWith('#') ? line : `$ ${line}`) : line.replace(/^\s*!(?=\S)/, '$ ')))
  return [typed.join('\n'), ...listOf(cell.outputs).filter(isRecord).map(printed)].join('\n')
}

function printed(output: Entry): string {
  const data = isRecord(output.data) ? output.data['text/plain'] : undefined
  return textOf(output.text ?? data ?? output.traceback)
}
