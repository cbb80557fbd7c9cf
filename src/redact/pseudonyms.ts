import { addressShapes } from './addresses.ts'
import { idShapes } from './ids.ts'
import { nameKinds } from './kinds.ts'
import type { NameMap } from './name-map.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

const given = new RegExp(`(?<![\\w-])(?:${nameKinds.join('|')})-\\d+(?![\\w])`, 'gi')

/** Where a text holds what the map gave out. */
export function pseudonymsIn(text: string, map: NameMap): Span[] {
  const spans: Span[] = []
  for (const shape of [given, ...addressShapes, ...idShapes])
    for (const { 0: found, index } of text.matchAll(shape))
      if (map.isPseudonym(found)) spans.push({ start: index, end: index + found.length })
  return spans
}
