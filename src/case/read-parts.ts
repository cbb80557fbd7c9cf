import type { ReadFile } from './case-file.ts'
import type { LedgerEntry, Origin } from './observation.ts'
import { isRecord } from './record.ts'

/** Parts of a case that somebody may have edited. What is wrong is told as the key it stands under; else the part as it was written. */
export type Part<T> = { readonly part: T } | { readonly wrong: string }

type Kind = 'string' | 'number' | 'strings'

const is: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number' && Number.isFinite(value),
  strings: value => Array.isArray(value) && value.every(item => typeof item === 'string'),
}
const words: Readonly<Record<Kind, string>> = { string: 'text', number: 'number', strings: 'list of texts' }

/** `keys`: of what kind each is; a question mark: it may be missing. */
function partOf<T>(raw: unknown, keys: Readonly<Record<string, Kind | `${Kind}?`>>): Part<T> {
  if (!isRecord(raw)) return { wrong: 'is no group of keys' }
  const read: Record<string, unknown> = {}
  for (const [key, told] of Object.entries(keys)) {
    const kind = told.replace('?', '') as Kind
    if (raw[key] === undefined && told.endsWith('?')) continue
    if (!is[kind](raw[key])) return { wrong: `has no ${words[kind]} under "${key}"` }
    read[key] = raw[key]
  }
  return { part: read as T }
}

const kinds: ReadonlySet<unknown> = new Set(['answer', 'given', 'log', 'file', 'derived'] satisfies Origin['kind'][])

export function readOrigin(raw: unknown): Part<Origin> {
  if (isRecord(raw) && !kinds.has(raw.kind)) return { wrong: 'has no kind that is known' }
  return partOf(raw, {
    kind: 'string',
    file: 'string?',
    line: 'number?',
    node: 'string?',
    time: 'string?',
    text: 'string?',
    count: 'number?',
    rule: 'string?',
  })
}

export const readLedgerEntry = (raw: unknown): Part<LedgerEntry> =>
  partOf(raw, { what: 'string', why: 'string', facts: 'strings', count: 'number?' })

export const readReadFile = (raw: unknown): Part<ReadFile> => partOf(raw, { path: 'string', bytes: 'number', digest: 'string' })
