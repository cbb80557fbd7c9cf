import type * as z from 'zod'
import type { Problem } from './problem.ts'
import { didYouMean, nearest } from './suggest.ts'
import type { Path, YamlFile } from './yaml-file.ts'

type Schema = z.core.$ZodType
type Issue = z.core.$ZodIssue

/** Conditions have a compiler of their own, whose messages are better than a union's. */
export const conditionKeys = new Set(['when', 'unless', 'ask-when'])

/**
 * Turns what zod found into problems with places: plain sentences, known keys, did-you-mean. Nothing at all means that only
 * conditions are wrong: their compiler says what, once it has seen the other files. `compiled`: it will see them in any case.
 */
export function shapeProblems(schema: Schema, issues: readonly Issue[], yaml: YamlFile, compiled: boolean): Problem[] {
  const isCondition = ({ path }: Issue) => {
    const at = path.findIndex(part => conditionKeys.has(String(part)))
    return at >= 0 && valueAt(yaml.value, path.slice(0, at + 1) as Path) !== undefined
  }
  const told = issues.filter(issue => !isCondition(issue) && !explainedByTypo(schema, issue, issues, yaml))
  const problems = told.flatMap(issue => fromIssue(schema, issue, issue.path as Path, yaml))
  if (problems.length === 0 || compiled) return problems
  const wrong = ({ path }: Issue): Problem => ({
    code: 'wrong-condition',
    ...yaml.placeOf(path as Path),
    message: 'this is no condition',
    hint: 'Write a fact id, { all: [...] }, or { fact-id: { operator: value } }.',
  })
  return [...problems, ...issues.filter(isCondition).map(wrong)]
}

/** What a mistyped key leaves missing is one mistake, told of at the key. */
function explainedByTypo(schema: Schema, issue: Issue, issues: readonly Issue[], yaml: YamlFile): boolean {
  const typosAt = (path: readonly PropertyKey[]) =>
    issues.flatMap(other => (other.code === 'unrecognized_keys' && String(other.path) === String(path) ? other.keys : []))
  if (issue.code === 'custom') return typosAt(issue.path).length > 0
  const owner = issue.path.slice(0, -1)
  if (issue.path.length === 0 || valueAt(yaml.value, issue.path as Path) !== undefined) return false
  const known = schemasAt(schema, owner as Path).flatMap(keysOf)
  return typosAt(owner).some(name => nearest(name, known) === issue.path.at(-1))
}

function fromIssue(schema: Schema, issue: Issue, path: Path, yaml: YamlFile): Problem[] {
  const problem = (code: string, message: string, hint: string, place = yaml.placeOf(path)): Problem => ({ code, ...place, message, hint })
  const about = describe(schemasAt(schema, path))
  const key = nameOf(path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = schemasAt(schema, path).flatMap(keysOf)
      return issue.keys.map(name =>
        problem(
          'unknown-key',
          `unknown key "${name}"`,
          name === '<<'
            ? 'Write these keys out: nothing is merged into a map.'
            : name === 'id' && path.length === 0
              ? 'Leave it out: the name of the file is the id.'
              : didYouMean(name, known, `Known keys: ${known.join(', ')}.`),
          yaml.keyPlaceOf([...path, name]),
        ),
      )
    }
    case 'invalid_union': {
      if (valueAt(yaml.value, path) === undefined)
        return [problem('missing-key', `"${key}" is missing`, conditionKeys.has(key) ? `Add "${key}": a condition.` : `Add "${key}".`)]
      const best = bestBranch(issue.errors, valueAt(yaml.value, path))
      if (!best || best.length === 0)
        return [problem('wrong-shape', `"${key}" has a value of the wrong shape`, about ?? 'See the reference in rules/README.md.')]
      const whole = best.map(inner => ({ ...inner, path: [...path, ...inner.path] }))
      const told = whole.filter(inner => !explainedByTypo(schema, inner, whole, yaml))
      return told.flatMap(inner => fromIssue(schema, inner, inner.path as Path, yaml))
    }
    case 'invalid_type': {
      if (valueAt(yaml.value, path) === undefined)
        return [problem('missing-key', `"${key}" is missing`, `Add "${key}"${about ? `: ${lower(about)}` : ''}.`)]
      return [
        problem(
          'wrong-type',
          `${key === '' ? 'the file' : `"${key}"`} must be ${article(issue.expected)}`,
          instead(issue.expected, valueAt(yaml.value, path), schemasAt(schema, path).flatMap(keysOf)) ??
            (about ? `${about}.` : `Write ${article(issue.expected)}.`),
        ),
      ]
    }
    case 'invalid_value': {
      if (valueAt(yaml.value, path) === undefined)
        return [problem('missing-key', `"${key}" is missing`, `Add "${key}": one of ${issue.values.map(String).join(', ')}.`)]
      const values = issue.values.map(String)
      const typed = String(valueAt(yaml.value, path))
      return [
        problem(
          'wrong-value',
          `"${typed.slice(0, 80)}" is not a value of "${key}"`,
          didYouMean(typed, values, `Values: ${values.join(', ')}.`),
        ),
      ]
    }
    case 'too_small':
    case 'too_big': {
      if (issue.origin === 'string' || issue.origin === 'array')
        return [problem('empty-value', `"${key}" is empty or too short`, about ? `${about}.` : 'Write more, or leave the key out.')]
      const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
      return [
        problem(
          'out-of-range',
          `"${key}" must be ${issue.inclusive === false ? `${limit}, and not that` : limit}`,
          about ? `${about}.` : 'Write another number.',
        ),
      ]
    }
    case 'invalid_format':
      return [problem('wrong-format', sentence(issue.message, key), about ? `${about}.` : 'See the reference in rules/README.md.')]
    case 'invalid_key':
      return [problem('wrong-id', `"${key}" cannot be a name here`, 'Use small letters, digits and hyphens.', yaml.keyPlaceOf(path))]
    default:
      return [problem('wrong-value', sentence(issue.message, key), about ? `${about}.` : 'See the reference in rules/README.md.')]
  }
}

/** Of a union's branches the one that the author most likely meant: fewest complaints about this very place, then fewest in all. */
export function bestBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  const cost = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => {
      if (issue.code === 'invalid_type' && issue.path.length === 0) return sum + 1000
      if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length
      const missing = issue.path.length === 1 && typeof value === 'object' && value !== null && !Object.hasOwn(value, String(issue.path[0]))
      return sum + (missing ? 5 : 1)
    }, 0)
  const ranked = branches.map((issues, i) => ({ issues, i, cost: cost(issues) })).sort((a, b) => a.cost - b.cost || a.i - b.i)
  return ranked[0] && ranked[0].cost >= 1000 && branches.length > 1 ? undefined : ranked[0]?.issues
}

interface Def {
  readonly type: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly valueType?: Schema
  readonly options?: readonly Schema[]
  readonly shape?: Readonly<Record<string, Schema>>
  readonly getter?: () => Schema
}
const def = (schema: Schema) => schema._zod.def as unknown as Def

function unwrap(schema: Schema): Schema[] {
  const { type, innerType, options, getter } = def(schema)
  if (innerType) return [schema, ...unwrap(innerType)]
  if (type === 'union' && options) return options.flatMap(unwrap)
  if (type === 'lazy' && getter) return []
  return [schema]
}

export function schemasAt(schema: Schema, path: Path): Schema[] {
  return path.reduce<Schema[]>(
    (candidates, part) =>
      candidates.flatMap(unwrap).flatMap(candidate => {
        const { shape, element, valueType } = def(candidate)
        const inner = shape?.[String(part)] ?? (typeof part === 'number' ? element : valueType)
        return inner ? [inner] : []
      }),
    [schema],
  )
}

const keysOf = (schema: Schema): string[] => unwrap(schema).flatMap(inner => Object.keys(def(inner).shape ?? {}))

function describe(schemas: readonly Schema[]): string | undefined {
  for (const schema of schemas.flatMap(inner => [inner, ...unwrap(inner)])) {
    const description = (schema as unknown as { description?: string }).description
    if (description) return description.replace(/\.$/, '')
  }
  return undefined
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Record<string | number, unknown>)[part]
        : undefined,
    value,
  )
}

/** A key by its name; an entry of a list by the name of the list. */
function nameOf(path: Path): string {
  const last = path.at(-1) ?? ''
  return typeof last === 'number' ? `entry ${last + 1} of ${path.findLast(part => typeof part === 'string') ?? 'the list'}` : last
}

/** How to write what was meant, where what stands there tells it. */
function instead(expected: string, value: unknown, keys: readonly string[]): string | undefined {
  if (expected === 'object' && keys.length > 0) return `Its keys: ${keys.join(', ')}.`
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `Put it into quotes: '${value}'.`
  if ((expected === 'number' || expected === 'int') && typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value))
    return 'Take the quotes away.'
  if (expected === 'array') {
    if (typeof value === 'string') return `Write it as a list: [${value.slice(0, 60)}].`
    if (typeof value === 'object') return 'Begin each entry with "- ", also when there is only one.'
  }
  return undefined
}

const lower = (about: string) => about.charAt(0).toLowerCase() + about.slice(1)
const article = (type: string) =>
  ({
    array: 'a list',
    object: 'a group of keys',
    record: 'a group of keys',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  })[type] ?? type
const sentence = (message: string, key: string) => `"${key}": ${lower(message)}`
