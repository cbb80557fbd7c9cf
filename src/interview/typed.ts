import type { FactValue } from '../kb/model.ts'
import { isOutside, rangeOf } from '../kb/value.ts'
import type { AskedQuestion } from './model.ts'

/** Reads a typed answer. Nothing and `?` mean "I cannot tell"; what cannot be read is refused, never guessed. */
export function readTyped(
  { type, unit, min, max, whole }: Pick<AskedQuestion, 'type' | 'unit' | 'min' | 'max' | 'whole'>,
  typed: string,
): { readonly value: FactValue | null } | { readonly error: string } {
  const text = typed.trim()
  const shown = text.length > 30 ? `${text.slice(0, 27)}...` : text
  if (text === '' || text === '?') return { value: null }
  if (type === 'number') {
    if (/^-?\d+(\.\d+)?$/.test(text)) {
      const range = rangeOf({ min, max, whole })
      if (range && isOutside(Number(text), { min, max, whole }))
        return { error: `${text} cannot be: write a number ${range}${unit === undefined ? '' : ` (${unit})`}, or ? if you cannot tell.` }
      return { value: Number(text) }
    }
    return {
      error: `"${shown}" is not a number${unit === undefined ? '' : ` of ${unit}`}: write it like 90 or 2.5, or ? if you cannot tell.`,
    }
  }
  if (type === 'version') {
    if (/^\d+(\.\d+)*([-.+~^]\w+)*$/.test(text)) return { value: text }
    return { error: `"${shown}" is not a version: write it like 2.1.6, or ? if you cannot tell.` }
  }
  if (type !== 'list') return { value: text }
  if (/^none$/i.test(text)) return { value: [] }
  if (/^(?:y|yes|no?)$/i.test(text))
    return { error: `"${text}" names nothing: write the names with blanks between them, none, or ? if you cannot tell.` }
  // A line copied from a listing of processes begins with a number and holds options: neither is a name.
  const names = text.split(/[\s,;]+/).filter(item => item !== '' && !/^(?:\d+|-.*)$/.test(item))
  return names.length > 0
    ? { value: [...new Set(names)] }
    : { error: `"${shown}" holds no name: write the names with blanks between them, none, or ? if you cannot tell.` }
}
