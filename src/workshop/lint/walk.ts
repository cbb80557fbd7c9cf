import type { Path } from '../../kb/yaml-file.ts'
import type { FileView } from './model.ts'

/** A text somewhere in a file: `key` is the nearest name on the way to it, `within` the names above. */
export interface Words {
  readonly path: Path
  readonly key: string
  readonly within: readonly string[]
  readonly text: string
}

const known = new WeakMap<object, readonly Words[]>()

/** Every text value of a file, in reading order. Many checks ask for them, so that they are kept. */
export function textsOf(object: object): readonly Words[] {
  let found = known.get(object)
  if (!found) {
    found = textsIn(object, [])
    known.set(object, found)
  }
  return found
}

function textsIn(value: unknown, path: Path): Words[] {
  if (typeof value === 'string') {
    const names = path.filter(part => typeof part === 'string')
    return [{ path, key: names.at(-1) ?? '', within: names.slice(0, -1), text: value }]
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i]))
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]))
  return []
}

/** Keys whose values are sentences: they begin with a capital and end with a full stop. */
const sentenceKeys = new Set(['because', 'explain', 'caution', 'why', 'do'])
/** Keys whose values are read by people, sentences or not. */
const proseKeys = new Set([...sentenceKeys, 'title', 'ask', 'expect', 'text', 'fact', 'differs', 'risk'])

/** Texts for people: everything but names, commands, patterns and log lines. */
export function proseOf({ folder, object }: Pick<FileView, 'folder' | 'object'>): Words[] {
  return textsOf(object).filter(({ key, within, path }) => {
    if (folder === 'cases') return key === 'title' && path.length === 1
    return proseKeys.has(key) && !within.includes('documentation') && !(key === 'risk' && folder !== 'components')
  })
}

/** Texts that are whole sentences. What one does to find out may be as short as a note. */
export function sentencesOf(file: FileView): Words[] {
  return proseOf(file).filter(({ key, within }) => sentenceKeys.has(key) && !within.includes('find-out') && !within.includes('measure'))
}

/** What a command is for. */
export type Purpose = 'find-out' | 'do' | 'verify' | 'undo' | 'look'
export interface CommandText extends Words {
  readonly purpose: Purpose
}

const purposes: Readonly<Record<string, Purpose>> = {
  run: 'do',
  verify: 'verify',
  undo: 'undo',
  add: 'do',
  remove: 'undo',
  apply: 'do',
  list: 'look',
}

/** Every command of a file, with what it is for. Lines that are only a remark are left out. */
export function commandsOf({ folder, object }: FileView): CommandText[] {
  if (folder === 'cases' || folder === 'events' || folder === '') return []
  return textsOf(object).flatMap(words => {
    const { key, within, text } = words
    const purpose = purposes[key]
    if (purpose === undefined || /^\s*#/.test(text)) return []
    if (within.includes('find-out')) return [{ ...words, purpose: 'find-out' as const }]
    if (within.includes('versions') || within.includes('extend')) return [{ ...words, purpose: 'look' as const }]
    return [{ ...words, purpose }]
  })
}
