import { addressShapes } from './addresses.ts'
import { idShapes } from './ids.ts'
import { nameKinds } from './kinds.ts'
import type { NameMap } from './name-map.ts'

interface Span {
  readonly start: number
  end: number
}

const given = new RegExp(`(?<![\\w-])(?:${nameKinds.join('|')})-\\d+(?![\\w])`, 'gi')

/** A test for whether a part of a text touches what the map gave out; a long line may hold very many of them. */
export function pseudonymsIn(text: string, map: NameMap): (start: number, end: number) => boolean {
  const spans = apart(
    [given, ...addressShapes, ...idShapes].flatMap(shape =>
      [...text.matchAll(shape)].flatMap(({ 0: found, index }) =>
        map.isPseudonym(found) ? [{ start: index, end: index + found.length }] : [],
      ),
    ),
  )
  return (start, end) => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.end > start) high = middle
      else low = middle + 1
    }
    const next = spans[low]
    return next !== undefined && next.start < end
  }
}

/** In their order, those that overlap as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
