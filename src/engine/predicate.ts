import { bandOrder, type Test, type TestType } from '../kb/condition.ts'
import type { FactValue } from '../kb/model.ts'
import { compareVersions } from '../kb/value.ts'
import { type OperatorWord, operators } from '../kb/vocabulary.ts'

/** Whether a test holds for a known value. The one table from which both the index and json-rules-engine get their operators. */
export function testHolds({ type, operator, value: wanted }: Pick<Test, 'type' | 'operator' | 'value'>, value: FactValue): boolean {
  switch (operator) {
    case 'known':
      return true
    case 'is':
      return same(type, value, wanted)
    case 'is-not':
      return !same(type, value, wanted)
    case 'one-of':
      return (wanted as FactValue[]).some(item => same(type, value, item))
    case 'none-of':
      return !(wanted as FactValue[]).some(item => same(type, value, item))
    case 'includes':
      return Array.isArray(value) && value.includes(wanted)
    case 'excludes':
      return Array.isArray(value) && !value.includes(wanted)
    case 'more-than':
      return order(type, value, wanted) > 0
    case 'less-than':
      return order(type, value, wanted) < 0
    case 'at-least':
      return order(type, value, wanted) >= 0
    case 'at-most':
      return order(type, value, wanted) <= 0
  }
}

/** Every pair of type and operator, for registration with an engine that knows no types. */
export const typedOperators: readonly { readonly type: TestType; readonly operator: OperatorWord }[] = (
  ['yes-no', 'number', 'choice', 'text', 'version', 'list', 'band'] as const
).flatMap(type => operators.map(operator => ({ type, operator })))

function same(type: TestType, a: FactValue, b: FactValue): boolean {
  if (type === 'version') return compareVersions(String(a), String(b)) === 0
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every(item => b.includes(item))
  return a === b
}

function order(type: TestType, a: FactValue, b: FactValue): number {
  if (type === 'version') return compareVersions(String(a), String(b))
  if (type === 'band') return bandOrder.indexOf(a as 'likely') - bandOrder.indexOf(b as 'likely')
  return Number(a) - Number(b)
}
