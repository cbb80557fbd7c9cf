import { ordinaryText } from './ordinary-text.ts'
import { byteOdds } from './prefilter-windows.ts'

/**
 * Which five bytes of a long literal the search in WebAssembly looks for: four keys that follow each other, so that one of them begins at
 * a place divisible by four. Any choice finds the same; one that ordinary lines do not hold is seldom looked up.
 */

export const keySize = 5
/** Places from one look to the next. */
export const stride = 4
/** Shorter literals have no room for the keys. */
export const shortestLong = keySize + stride - 1

/** Made for the first search that is long enough for tables; most runs have none. */
let ordinaryKeys: ReadonlySet<string> | undefined
/** How often a place of a log has a given one of these keys, when it is about one in so many. */
const ordinaryOdds = 1 / 4000

/** Where the first of the four keys begins in `literal`, which has at least `shortestLong` bytes. */
export function rarestKeys(literal: Uint8Array): number {
  ordinaryKeys ??= keysOf(ordinaryText)
  const inOrdinary = ordinaryKeys
  const text = String.fromCharCode(...literal)
  const odds = Array.from({ length: literal.length - keySize + 1 }, (_, at) => {
    let all = inOrdinary.has(text.slice(at, at + keySize)) ? ordinaryOdds : 0
    let byChance = 1
    for (let i = at; i < at + keySize; i++) byChance *= byteOdds(literal[i]!)
    all += byChance
    return all
  })
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at + stride <= odds.length; at++) {
    let sum = 0
    for (let i = at; i < at + stride; i++) sum += odds[i]!
    if (sum < least) [best, least] = [at, sum]
  }
  return best
}

function keysOf(text: string): Set<string> {
  return new Set(Array.from({ length: text.length - keySize + 1 }, (_, at) => text.slice(at, at + keySize)))
}
