import type { FactValue } from '../kb/model.ts'
import { isOutside, rangeOf } from '../kb/value.ts'
import type { AskedQuestion } from './model.ts'

/** Reads a typed answer. Nothing and `?` mean "I cannot tell"; what cannot be read is refused, never guessed. */
export function readTyped(
  { type, unit, min, max }: Pick<AskedQuestion, 'type' | 'unit' | 'min' | 'max'>,
  typed: string,
): { readonly value: FactValue | null } | { readonly error: string } {
  const text = typed.trim()
  if (text === '' || text === '?') return { value: null }
  if (type === 'number') {
    if (/^-?\d+(\.\d+)?$/.test(text)) {
      const range = rangeOf({ min, max })
      if (range && isOutside(Number(text), { min, max }))
        return { error: `${text} cannot be: write a number ${range}${unit === undefined ? '' : ` (${unit})`}, or ? if you cannot tell.` }
      return { value: Number(text) }
    }
    return {
      error: `"${text}" is not a number${unit === undefined ? '' : ` of ${unit}`}: write it like 90 or 2.5, or ? if you cannot tell.`,
    }
  }
  if (type === 'version') {
    if (/^\d+(\.\d+)*([-.+~^]\w+)*$/.test(text)) return { value: text }
    return { error: `"${text}" is not a version: write it like 2.1.6, or ? if you cannot tell.` }
  }
  if (type !== 'list') return { value: text }
  return { value: [...new Set(text.split(/[\s,;]+/).filter(item => item !== ''))] }
}
