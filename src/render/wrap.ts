import { styleText } from 'node:util'

/** How a terminal is written to. */
export interface Style {
  readonly columns: number
  bold(text: string): string
  dim(text: string): string
}

export const plain = (columns: number): Style => ({ columns, bold: text => text, dim: text => text })
export const coloured = (columns: number): Style => ({
  columns,
  bold: text => styleText('bold', text),
  dim: text => styleText('dim', text),
})

const ansi = /\u001B\[\d+m/g
const width = (text: string) => text.replace(ansi, '').length

/** Breaks lines that are too long and keeps how they are indented; what stands at four blanks is a command, to be copied as it is. */
export function fold(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap(line => {
      if (line.length <= columns || /^ {4}\S/.test(line)) return [line]
      const indent = /^ */.exec(line)![0]
      return wrap(line.slice(indent.length), columns, indent, `${indent}  `)
    })
    .join('\n')
}

/** Breaks text at blanks. `first` and `rest` begin the first and the other lines; a word that is too long stands alone, unbroken, so that it can be copied. */
export function wrap(text: string, columns: number, first = '', rest = first): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : rest
    let empty = true
    for (const word of paragraph.split(' ')) {
      if (!empty && width(line) + 1 + width(word) > columns) {
        lines.push(line)
        line = rest
        empty = true
      }
      line += empty ? word : ` ${word}`
      empty = false
    }
    lines.push(line.trimEnd())
  }
  return lines
}
