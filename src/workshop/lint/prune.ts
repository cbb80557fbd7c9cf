import type * as z from 'zod'
import type { Path } from '../../kb/yaml-file.ts'

export interface Pruned {
  readonly rest: object
  /** What was left out. */
  readonly part: unknown
  readonly at: Path
}

const conditionKeys = new Set(['when', 'unless', 'ask-when', 'seen-as'])

/** Takes out of an object what stands at a path, or the smallest thing around it without which the object has fewer mistakes. */
export function prune(object: object, path: Path, schema: z.ZodType): Pruned | undefined {
  const mistakes = (value: object) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? 0 : parsed.error.issues.length
  }
  const before = mistakes(object)
  for (const at of places(path)) {
    if (!stands(object, at)) continue
    const rest = structuredClone(object)
    const part = takeOut(rest, at)
    const now = mistakes(rest)
    if (before === 0 ? now === 0 : now < before) return { rest, part, at }
  }
  return undefined
}

/** A part of a condition would mean something else without the rest: what it belongs to goes as a whole. */
function places(path: Path): Path[] {
  const condition = path.findIndex(part => conditionKeys.has(String(part)))
  const deepest = condition < 0 ? path : condition > 0 ? path.slice(0, condition) : path.slice(0, 1)
  return deepest.map((_, i) => deepest.slice(0, deepest.length - i))
}

function stands(object: object, path: Path): boolean {
  let inner: unknown = object
  for (const part of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return false
    inner = (inner as Record<string | number, unknown>)[part]
  }
  return true
}

function takeOut(object: object, path: Path): unknown {
  const owner = path.slice(0, -1).reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], object)
  const key = path.at(-1)!
  if (Array.isArray(owner)) return owner.splice(Number(key), 1)[0]
  const part = (owner as Record<string, unknown>)[key]
  delete (owner as Record<string, unknown>)[key]
  return part
}

/** Entries of lists that were taken out of one object, by the path of the list; the places are those in the file. */
export class Removals {
  private readonly gone: ReadonlyMap<string, readonly number[]>

  constructor(gone: ReadonlyMap<string, readonly number[]> = new Map()) {
    this.gone = gone
  }

  /** Where something stands in the file, given where it stands in what is left. */
  original(path: Path): Path {
    const found: (string | number)[] = []
    for (const part of path) {
      let place = part
      if (typeof place === 'number') for (const gone of this.gone.get(found.join('/')) ?? []) if (gone <= place) place++
      found.push(place)
    }
    return found
  }

  /** With one more place taken out. */
  with(path: Path): Removals {
    const at = this.original(path)
    const list = at.slice(0, -1).join('/')
    const last = at.at(-1)
    if (typeof last !== 'number') return this
    return new Removals(
      new Map(this.gone).set(
        list,
        [...(this.gone.get(list) ?? []), last].sort((a, b) => a - b),
      ),
    )
  }
}

/** What is gone after one more place, which is given as it stands in what was left before. */
export const after = (before: Removals | undefined, at: Path): Removals => (before ?? new Removals()).with(at)
