/** The known word nearest to what was typed, or undefined when nothing is near. Ties go to the first. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const lower = typed.toLowerCase()
  const beginning = lower.length >= 4 ? [...known].find(word => word.toLowerCase().startsWith(`${lower}-`)) : undefined
  if (beginning !== undefined) return beginning
  let best: string | undefined
  // A word of which every letter would have to change is not near.
  let bestDistance = Math.min(typed.length, Math.max(2, Math.floor(typed.length / 3)) + 1)
  for (const word of known) {
    const distance = editDistance(lower, word.toLowerCase(), bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [word, distance]
  }
  return best
}

/** "Did you mean …?", else a sentence that names what is known. */
export function didYouMean(typed: string, known: readonly string[], otherwise: string): string {
  const word = nearest(typed, known)
  return word === undefined ? otherwise : `Did you mean "${word}"?`
}

/** Damerau-Levenshtein (adjacent swaps count once), given up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) >= limit) return limit
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
