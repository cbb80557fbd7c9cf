import { letter, patternOf, type Words } from './words/form.ts'
import { dutch, english, german, scandinavian } from './words/germanic.ts'
import { chinese, fewer, japanese, korean, turkish } from './words/others.ts'
import { french, italian, portuguese, spanish } from './words/romance.ts'
import { czech, polish, russian } from './words/slavic.ts'

/** The words of all languages together, as parts of patterns: what a text is written in need not be known. */

const spaced: readonly Words[] = [
  english,
  german,
  dutch,
  scandinavian,
  french,
  spanish,
  portuguese,
  italian,
  polish,
  czech,
  russian,
  turkish,
  fewer,
]
/** Without blanks between words: no edge of a word can be asked for. */
const unspaced: readonly Words[] = [chinese, japanese, korean]

const together = (tables: readonly Words[], field: keyof Words) =>
  tables
    .map(table => table[field])
    .filter(Boolean)
    .join('|')

/** A pattern for any of the words of a field, in any language; it is to be used with the flags `iu`. */
export const anyOf = (...fields: readonly (keyof Words)[]): string =>
  patternOf(...fields.map(field => [together(spaced, field), together(unspaced, field)] as const))

/** Words with a value behind a colon. */
export const valued = (field: 'numbers' | 'spans'): ReadonlyMap<string, number> => (field === 'numbers' ? numbers : spans)

function valuesOf(field: 'numbers' | 'spans'): ReadonlyMap<string, number> {
  const entries = [...spaced, ...unspaced].flatMap(table => (table[field] ?? '').split('|').filter(Boolean))
  return new Map(
    entries.map(entry => {
      const at = entry.lastIndexOf(':')
      return [entry.slice(0, at), Number(entry.slice(at + 1))]
    }),
  )
}

const [numbers, spans] = [valuesOf('numbers'), valuesOf('spans')]

/** A pattern for any of the words that have a value. */
export function anyValued(field: 'numbers' | 'spans'): string {
  const words = [...valued(field).keys()].sort((a, b) => b.length - a.length)
  const isUnspaced = (word: string) => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(word)
  const bare = words.filter(isUnspaced)
  const edged = `(?<!${letter})(?:${words.filter(word => !isUnspaced(word)).join('|')})(?!${letter})`
  return `(?:${edged}${bare.length > 0 ? `|${bare.join('|')}` : ''})`
}
