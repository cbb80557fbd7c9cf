import type { FactValue, KnowledgeBase } from './model.ts'
import type { FactFile } from './shapes.ts'
import { didYouMean } from './suggest.ts'

/** Ids that a list fact may hold, when the base limits them. */
export function choicesOf(fact: FactFile, kb: Pick<KnowledgeBase, 'vendors' | 'components'>): readonly string[] | undefined {
  if (fact.of !== undefined) return Object.keys(kb[fact.of])
  if (fact.choices === undefined) return undefined
  return Array.isArray(fact.choices) ? fact.choices : Object.keys(fact.choices)
}

export type Checked = { readonly value: FactValue } | { readonly message: string; readonly hint: string }

type Range = { readonly min?: number | undefined; readonly max?: number | undefined; readonly whole?: boolean | undefined }

/** What a number can be, in words; undefined: anything. */
export function rangeOf({ min, max, whole }: Range): string | undefined {
  const limits =
    min !== undefined && max !== undefined
      ? `from ${min} to ${max}`
      : min !== undefined
        ? `${min} or more`
        : max !== undefined
          ? `${max} or less`
          : ''
  return [limits, whole ? 'without decimals' : ''].filter(part => part !== '').join(', ') || undefined
}

/** Whether a number is less or more than it can be, or lies between two that it can be. */
export function isOutside(value: number, { min, max, whole }: Range): boolean {
  return (whole === true && !Number.isInteger(value)) || (min !== undefined && value < min) || (max !== undefined && value > max)
}

/** The numbers with those that cannot be moved to the next one that can, each once. */
export function withinRange(values: readonly number[], { min = -Infinity, max = Infinity, whole }: Range): readonly number[] {
  const possible = whole ? values.flatMap(value => [Math.floor(value), Math.ceil(value)]) : values
  return [...new Set(possible.map(value => Math.min(max, Math.max(min, value))))]
}

const versionShape = /^\d+(?:\.\d+)*(?:[-.+~][\w.+~-]*)?$/

/**
 * Whether `value` can be a value of `fact`; yes and no become booleans (in YAML 1.2 they are texts).
 * A text for a list fact is not taken as a list of one.
 */
export function checkValue(fact: FactFile, value: unknown, kb: Pick<KnowledgeBase, 'vendors' | 'components'>): Checked {
  const wrong = (message: string, hint: string) => ({ message, hint })
  const shown = JSON.stringify(value)?.slice(0, 80) ?? String(value)
  switch (fact.type) {
    case 'yes-no':
      if (value === true || value === 'yes') return { value: true }
      if (value === false || value === 'no') return { value: false }
      return wrong(`${shown} is not yes or no`, 'Write yes, no, or null when nobody can tell.')
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) {
        const range = rangeOf(fact)
        return range && isOutside(value, fact)
          ? wrong(`${value} cannot be: it is ${range}`, `Write a number ${range}${fact.unit ? `, in ${fact.unit}` : ''}.`)
          : { value }
      }
      return wrong(`${shown} is not a number`, `Write a plain number${fact.unit ? `, in ${fact.unit}` : ''}, without quotes or unit.`)
    case 'version':
      if (typeof value === 'string' && versionShape.test(value)) return { value }
      if (typeof value === 'number')
        return wrong(`${shown} is a number, not a version`, `Put it in quotes, as it was printed: '2.10' is not '2.1'.`)
      return wrong(`${shown} is not a version`, "Write it like '2.1.7'.")
    case 'text':
      if (typeof value === 'string' && value !== '') return { value }
      return wrong(`${shown} is not text`, 'Put it in quotes.')
    case 'choice': {
      const known = choicesOf(fact, kb) ?? []
      if (typeof value === 'string' && known.includes(value)) return { value }
      return wrong(`${shown} is none of the choices`, didYouMean(String(value), known, `Choices: ${known.join(', ')}.`))
    }
    case 'list': {
      if (!Array.isArray(value) || value.some(item => typeof item !== 'string'))
        return wrong(`${shown} is not a list of texts`, 'Write [one, two], or [] for none.')
      const known = choicesOf(fact, kb)
      // It would be taken for the name of something that is there.
      if (known === undefined && value.includes('none')) return wrong('"none" is no item of a list', 'Write [] for none.')
      const stranger = known && value.find(item => !known.includes(item))
      if (known && stranger !== undefined)
        return wrong(
          `"${String(stranger).slice(0, 80)}" is none of the choices`,
          didYouMean(String(stranger), known, `Choices: ${known.join(', ')}.`),
        )
      return { value: [...new Set(value as string[])].sort() }
    }
  }
}

/** Negative, zero or positive as `a` is older than, the same as or newer than `b`. Build suffixes after `-` or `+` do not count. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => (version.split(/[-+~]/)[0] ?? '').split('.').map(part => Number.parseInt(part, 10) || 0)
  const [left, right] = [parts(a), parts(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
