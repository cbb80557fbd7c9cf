import { type FactValue, factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { RawCondition } from '../../kb/shapes.ts'
import { isOutside } from '../../kb/value.ts'
import type { Path } from '../../kb/yaml-file.ts'
import { conditionsOf, type NamedCondition, named, testText } from '../cases/conditions.ts'
import { gone, replaced, valueAt, withChange } from './edit.ts'
import type { Mutant, Operator } from './model.ts'
import { stepped } from './stepped.ts'

/** One change of a condition: what stands at `path` is replaced. */
interface Edit {
  readonly operator: Operator
  readonly path: Path
  readonly next: unknown
  readonly says: string
}

/** Everything that is changed about the conditions of a base, one thing at a time. */
export function conditionMutants(kb: KnowledgeBase): Mutant[] {
  return conditionsOf(kb).flatMap(was =>
    edits(kb, was).map(({ operator, path, next, says }): Mutant => {
      const raw = replaced(was.raw, path, next)
      const at = { ...was.at, path: [...was.at.path, ...path] }
      return {
        id: `${operator} ${at.folder}/${at.id} ${at.path.join('/')}${next === gone || operator === 'drop-condition' ? '' : ` ${brief(next)}`}`,
        operator,
        at,
        says: `${was.id}: ${says}`,
        touches: { kind: 'condition', was, is: named(kb, was.id, was.at, raw) },
        kb: () => withChange(kb, was.at, raw),
      }
    }),
  )
}

const brief = (value: unknown) => JSON.stringify(value).slice(0, 60)

function edits(kb: KnowledgeBase, condition: NamedCondition): Edit[] {
  return [...groupEdits(condition.raw, []), ...condition.leaves.flatMap(leaf => leafEdits(kb, condition, leaf))]
}

/** Members taken out of groups, groups swapped, a "not" around a group taken away. */
function groupEdits(raw: RawCondition, path: Path): Edit[] {
  if (typeof raw === 'string') return []
  const [key, inner] = Object.entries(raw)[0]! as [string, unknown]
  if (key === 'not') {
    const of = inner as RawCondition
    const isGroup = typeof of !== 'string' && ('all' in of || 'any' in of)
    const bare: Edit[] = isGroup ? [{ operator: 'negate-condition', path, next: of, says: 'the "not" is taken away' }] : []
    return [...bare, ...groupEdits(of, [...path, 'not'])]
  }
  if (key === 'all' || key === 'any') {
    const of = inner as RawCondition[]
    const inside = of.flatMap((part, i) => groupEdits(part, [...path, key, i]))
    if (of.length < 2) return inside
    const drops = of.map(
      (part, i): Edit => ({ operator: 'drop-condition', path: [...path, key, i], next: gone, says: `${shown(part)} is dropped` }),
    )
    const other = key === 'all' ? 'any' : 'all'
    return [{ operator: 'swap-all-any', path, next: { [other]: of }, says: `"${key}" becomes "${other}"` }, ...drops, ...inside]
  }
  const operators = Object.keys(inner as object)
  if (operators.length < 2) return []
  return operators.map(word => ({
    operator: 'drop-condition',
    path: [...path, key, word],
    next: gone,
    says: `"${key} ${word}" is dropped`,
  }))
}

const shown = (raw: RawCondition) => {
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw).replaceAll('"', '')
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`
}

/** The test negated; its operator, its value or a part of its value changed. */
function leafEdits(kb: KnowledgeBase, { raw }: NamedCondition, { test, path }: NamedCondition['leaves'][number]): Edit[] {
  const text = testText(test)
  // A test of several operators is negated as a whole where it stands.
  const whole = wholeOf(raw, path)
  const negated: Edit = { operator: 'negate-condition', path: whole, next: { not: valueAt(raw, whole) }, says: `"${text}" is negated` }
  const result = [negated]
  const neighbour = neighbours[test.operator]
  if (neighbour !== undefined && test.type !== 'band')
    result.push({
      operator: 'change-operator',
      path: path.slice(0, -1),
      next: renamedKey(valueAt(raw, path.slice(0, -1)) as object, test.operator, neighbour),
      says: `"${text}" becomes "${neighbour}"`,
    })
  // A number that cannot be makes no condition.
  const range = factOf(kb, test.fact) ?? {}
  for (const value of stepped(test).filter(next => typeof next !== 'number' || !isOutside(next, range)))
    result.push({ operator: 'shift-threshold', path, next: value, says: `"${text}" becomes ${String(value)}` })
  if ((test.operator === 'one-of' || test.operator === 'none-of') && (test.value as FactValue[]).length > 1)
    for (const [i, value] of (test.value as FactValue[]).entries())
      result.push({ operator: 'drop-value', path: [...path, i], next: gone, says: `${String(value)} is dropped from "${text}"` })
  return result
}

/** Just across the threshold itself. */
const neighbours: Readonly<Record<string, string>> = {
  'at-least': 'more-than',
  'more-than': 'at-least',
  'at-most': 'less-than',
  'less-than': 'at-most',
}

const renamedKey = (object: object, from: string, to: string) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]))

/** Where the smallest whole condition begins that holds a leaf: a fact's name alone, or { fact: { operator: value } }. */
function wholeOf(raw: RawCondition, path: Path): Path {
  return typeof valueAt(raw, path) === 'string' && isCondition(raw, path) ? path : path.slice(0, -2)
}

/** A path ends at a condition (and not inside a test) when the key before it is a group's or "not". */
function isCondition(raw: RawCondition, path: Path): boolean {
  if (path.length === 0) return true
  const last = path.at(-1)
  if (typeof last === 'number') return Array.isArray(valueAt(raw, path.slice(0, -1))) && ['all', 'any'].includes(String(path.at(-2)))
  return last === 'not'
}
