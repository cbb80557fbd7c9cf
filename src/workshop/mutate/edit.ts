import type { KnowledgeBase } from '../../kb/model.ts'
import type { Path } from '../../kb/yaml-file.ts'
import type { At } from '../cases/conditions.ts'

/** Takes a key or an item away. */
export const gone = Symbol('gone')

/** A copy of plain data in which the value at `path` is another one. What is not on the way is shared with the original. */
export function replaced<T>(value: T, path: Path, next: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return next as T
  if (Array.isArray(value)) {
    const index = Number(key)
    if (rest.length === 0 && next === gone) return value.filter((_, i) => i !== index) as T
    return value.map((item, i) => (i === index ? replaced(item, rest, next) : item)) as T
  }
  const object = value as Record<string, unknown>
  // Object.fromEntries and not a spread: the order of keys is the author's.
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, inner]) => {
      if (name !== String(key)) return [[name, inner]]
      return rest.length === 0 && next === gone ? [] : [[name, replaced(inner, rest, next)]]
    }),
  ) as T
}

/** The value at `path`. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)
}

/** The base with one value of one file changed. */
export function withChange(kb: KnowledgeBase, { folder, id, path }: At, next: unknown): KnowledgeBase {
  const file = (kb[folder] as Readonly<Record<string, unknown>>)[id]
  return { ...kb, [folder]: { ...kb[folder], [id]: replaced(file, path, next) } }
}
