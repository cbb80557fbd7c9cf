import type { NameKind } from './kinds.ts'
import { clusterPlaces } from './places-cluster.ts'
import { commandPlaces } from './places-commands.ts'
import { hostPlaces } from './places-hosts.ts'
import { userPlaces } from './places-users.ts'

/**
 * Where a name stands. The pattern matches the name and nothing else, so that the same place tells that there is a name, and
 * where to replace one that is also an ordinary word.
 */
export interface Place {
  readonly kind: NameKind
  /** A line without any of these texts is not looked at closely: logs are large. None: every line of a file of `in`. */
  readonly hint: readonly string[]
  readonly find: RegExp
  /** Only in files with such a path. */
  readonly in?: RegExp
  /** Several names, with what is between them. */
  readonly between?: RegExp
}

export const places: readonly Place[] = [...clusterPlaces, ...commandPlaces, ...hostPlaces, ...userPlaces]

/** The places among `all` that a line may have. */
export function placesIn(all: readonly Place[]): (line: string) => readonly Place[] {
  const always = all.filter(({ hint }) => hint.length === 0)
  const byHint = new Map<string, Place[]>()
  for (const place of all) for (const hint of place.hint) byHint.set(hint, [...(byHint.get(hint) ?? []), place])
  const [hints, those] = [[...byHint.keys()], [...byHint.values()]]
  return line => {
    const found = new Set(always)
    for (let i = 0; i < hints.length; i++) if (line.includes(hints[i]!)) for (const place of those[i]!) found.add(place)
    return [...found]
  }
}

/** The names at a place of a line. */
export function namesAt({ find, between }: Place, line: string): string[] {
  const found = line.match(find) ?? []
  return between ? found.flatMap(list => list.split(between)).filter(name => name !== '') : found
}

/** The line with each name at this place replaced for which `choose` gives a text. */
export function replaceAt({ find, between }: Place, line: string, choose: (name: string) => string | undefined): string {
  if (!between) return line.replace(find, name => choose(name) ?? name)
  const gaps = new RegExp(`(${between.source})`)
  return line.replace(find, list =>
    list
      .split(gaps)
      .map((part, i) => (i % 2 === 0 ? (choose(part) ?? part) : part))
      .join(''),
  )
}
