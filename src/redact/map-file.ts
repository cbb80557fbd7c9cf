import { parse, stringify } from 'yaml'
import { type Entry, isKind, NameMap } from './name-map.ts'

const mapSchema = 'avert/names@1'

/** How every map begins: by this it is known, and never becomes part of a redacted bundle. */
const warning = '# PRIVATE: who is who behind the pseudonyms of avert. Never send this file along with what was redacted.'

/** Whether a file begins like a map. */
export const isMapFile = (head: string): boolean => head.startsWith('# PRIVATE: who is who') || head.includes(`schema: ${mapSchema}`)

export function writeMap(map: NameMap): string {
  const names = new Map<string, Map<string, string>>()
  for (const { kind, name, is } of map.entries()) names.set(kind, (names.get(kind) ?? new Map()).set(name, is))
  return `${warning}\n${stringify({ schema: mapSchema, names }, { lineWidth: 0 })}`
}

/** A map as it was written; JSON is YAML. */
export function readMap(text: string): NameMap | { readonly message: string; readonly line?: number } {
  let raw: unknown
  try {
    raw = parse(text, { mapAsMap: true, maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    const line = (error as { linePos?: readonly { line: number }[] }).linePos?.[0]?.line
    return { message: 'the map of names is not readable YAML', ...(line === undefined ? {} : { line }) }
  }
  const names = raw instanceof Map && raw.get('schema') === mapSchema ? raw.get('names') : undefined
  if (!(names instanceof Map)) return { message: `this is no map of names (no "schema: ${mapSchema}")` }
  const entries: Entry[] = []
  const given = new Set<string>()
  for (const [kind, group] of names) {
    if (!isKind(String(kind)) || !(group instanceof Map)) return { message: `"${String(kind).slice(0, 40)}" is no kind of name` }
    for (const [name, is] of group) {
      if (typeof is !== 'string' || !/^[\w.:-]{1,100}(?:\/\d{1,3})?$/.test(is))
        return { message: `the pseudonym of a ${kind} is no plain word` }
      if (given.has(is.toLowerCase())) return { message: `two names have the pseudonym ${is}` }
      given.add(is.toLowerCase())
      entries.push({ kind: kind as Entry['kind'], name: String(name), is })
    }
  }
  return new NameMap(entries)
}
