import type * as z from 'zod'
import type { Report } from './condition.ts'
import { bestBranch, conditionKeys, schemasAt, valueAt } from './shape-problems.ts'
import type { Path } from './yaml-file.ts'

type Schema = z.core.$ZodType
type Issue = z.core.$ZodIssue

/** What a file of the wrong shape says otherwise: its broken parts are filled with something of the right shape. */
export interface Mended {
  readonly object: object
  /** Passes on what is wrong beside the broken parts, and nothing that only follows from them. */
  readonly beside: (report: Report) => Report
}

/** Each round fills what the last one laid open, such as the keys that a new group needs. */
const mostRounds = 8

/** Mistakes that something is not there: it may be, under a mistyped key. */
const absence = new Set(['missing-key', 'no-way-back', 'fact-never-known', 'wrong-shape'])
const wanted = new Set(['verify', 'undo', 'changes', 'ask', 'derive', 'seen-as', 'read-as', 'event', 'sequence', 'choices'])
/** What a fact's values are checked against: with one of these broken nothing is known of them. */
const ofType = new Set(['type', 'choices', 'of', 'min', 'max', 'whole'])

/**
 * A slip in the shape of a file must not hide its other mistakes. Undefined where too little is left to tell. Conditions stay as they are:
 * their compiler takes anything.
 */
export function mendShape(schema: Schema & z.ZodType, value: unknown): Mended | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const object: object = structuredClone(value)
  const filled: Path[] = []
  const deleted: Path[] = []
  for (let round = 0; round < mostRounds; round++) {
    const parsed = schema.safeParse(object)
    const issues = parsed.success
      ? []
      : parsed.error.issues.flatMap(issue => inner(issue, [], object)).filter(({ code }) => code !== 'custom')
    const open = issues.filter(({ path }) => !inCondition(path as Path, object))
    if (open.length === 0) {
      if ([...filled, ...deleted].some(([first]) => ofType.has(String(first)))) return undefined
      return { object, beside: report => filter(report, filled, deleted) }
    }
    for (const issue of open) {
      const path = issue.path as Path
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          deleted.push([...path, key])
          put(object, [...path, key], undefined)
        }
      } else {
        if (path.length === 0) return undefined
        const stands = sample(schemasAt(schema, path)[0])
        if (stands === undefined) return undefined
        filled.push(path)
        put(object, path, stands)
      }
    }
  }
  return undefined
}

/** Of a union the complaints of the branch that was most likely meant, where they say more than that none fits. */
function inner(issue: Issue, above: Path, object: object): Issue[] {
  const whole = { ...issue, path: [...above, ...issue.path] } as Issue
  if (issue.code !== 'invalid_union') return [whole]
  const best = bestBranch(issue.errors, valueAt(object, whole.path as Path))
  return best?.length ? best.flatMap(one => inner(one, whole.path as Path, object)) : [whole]
}

function inCondition(path: Path, object: object): boolean {
  const at = path.findIndex(part => conditionKeys.has(String(part)))
  return at >= 0 && valueAt(object, path.slice(0, at + 1)) !== undefined
}

function filter(report: Report, filled: readonly Path[], deleted: readonly Path[]): Report {
  const within = (path: Path, outer: Path) => outer.every((part, i) => String(path[i]) === String(part))
  return (code, path, message, hint, atKey) => {
    if (filled.some(part => within(path, part))) return
    if (
      absence.has(code) &&
      [...filled, ...deleted].some(part => within(part, path) && (deleted.includes(part) || wanted.has(String(part.at(-1)))))
    )
      return
    report(code, path, message, hint, atKey)
  }
}

function put(object: object, path: Path, value: unknown): void {
  const owner = valueAt(object, path.slice(0, -1)) as Record<string | number, unknown> | undefined
  if (typeof owner !== 'object' || owner === null) return
  if (value === undefined) delete owner[path.at(-1)!]
  else owner[path.at(-1)!] = value
}

/** Something of the right shape that says nothing. */
function sample(schema: Schema | undefined): unknown {
  if (!schema) return undefined
  const { type, innerType, options, entries, values, getter } = schema._zod.def as unknown as {
    type: string
    innerType?: Schema
    options?: readonly Schema[]
    entries?: Readonly<Record<string, unknown>>
    values?: readonly unknown[]
    getter?: () => Schema
  }
  if (innerType) return sample(innerType)
  if (options) return sample(options[0])
  if (getter) return sample(getter())
  if (entries) return Object.values(entries)[0]
  if (values) return values[0]
  return { string: 'a', number: 1, int: 1, boolean: false, array: [], object: {}, record: {} }[type]
}
