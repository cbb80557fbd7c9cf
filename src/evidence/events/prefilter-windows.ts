/**
 * Which four bytes of each short literal the search in WebAssembly looks for, and which windows share one of its eight buckets. Any
 * choice finds the same; a good one is seldom deceived.
 */

export const windowSize = 4
const buckets = 8

export interface Window {
  /** Index of the literal. */
  readonly literal: number
  /** Where the window begins in it. */
  readonly offset: number
  readonly bucket: number
}

/** How many of ten thousand bytes of cluster logs are these. */
const shares: readonly (readonly [number, string])[] = [
  [1400, ' '],
  [600, 'eon'],
  [380, 'raict'],
  [300, '02d:'],
  [240, 'spm_'],
  [150, '1fl5b-8uv'],
  [85, '4[].kN3=()g'],
  [65, '\n/"679\t'],
  [30, "hy+'@w,CI"],
  [12, 'TSqxODER><KAMPFU|B'],
]
const rest = 3

/** Windows that are tried for a literal: the rarest alone, and the rarest together with others. */
const tried = 4
/** What one more literal in a bucket is worth, so that buckets fill evenly when all else is equal. */
const trifle = 1e-9

const shareOf = shareTable()
/** How often a byte of a log is this one. */
export const byteOdds = (byte: number): number => shareOf[byte]!
const sumOf = sumTable()

/** A bucket as its tables see it: for each of the four places, which low and high halves of a byte its windows have. */
class Bucket {
  readonly #low = new Uint16Array(windowSize)
  readonly #high = new Uint16Array(windowSize)
  /** For each place, how often a byte of a log passes. */
  readonly #chances = new Float64Array(windowSize)
  #size = 0
  #odds = 0

  /** How much more often the bucket would hold by chance with one more window in it. */
  cost(bytes: Uint8Array, offset: number): number {
    let odds = 1
    for (let place = 0; place < windowSize; place++) odds *= this.#chanceWith(place, bytes[offset + place]!)
    return odds - this.#odds + this.#size * trifle
  }

  add(bytes: Uint8Array, offset: number): void {
    for (let place = 0; place < windowSize; place++) {
      const byte = bytes[offset + place]!
      this.#chances[place] = this.#chanceWith(place, byte)
      this.#low[place]! |= 1 << (byte & 15)
      this.#high[place]! |= 1 << (byte >> 4)
    }
    this.#odds = this.#chances.reduce((product, chance) => product * chance)
    this.#size++
  }

  #chanceWith(place: number, byte: number): number {
    const low = this.#low[place]! | (1 << (byte & 15))
    const high = this.#high[place]! | (1 << (byte >> 4))
    return low === this.#low[place] && high === this.#high[place] ? this.#chances[place]! : chance(low, high)
  }
}

/** One window for each literal, the bucket with it. Made for some dozens: among a thousand in eight buckets nothing is seldom any more. */
export function chooseWindows(literals: readonly Uint8Array[]): Window[] {
  const filled = Array.from({ length: buckets }, () => new Bucket())
  const candidates = literals.map(rarestWindows)
  const order = literals.map((_, index) => index).sort((a, b) => candidates[b]![0]!.odds - candidates[a]![0]!.odds || a - b)
  return order.map(literal => {
    const bytes = literals[literal]!
    let best = { literal, offset: 0, bucket: 0 }
    let least = Number.POSITIVE_INFINITY
    for (const { offset } of candidates[literal]!) {
      for (let bucket = 0; bucket < buckets; bucket++) {
        const cost = filled[bucket]!.cost(bytes, offset)
        if (cost < least) [best, least] = [{ literal, offset, bucket }, cost]
      }
    }
    filled[best.bucket]!.add(bytes, best.offset)
    return best
  })
}

function rarestWindows(bytes: Uint8Array): { offset: number; odds: number }[] {
  const all: { offset: number; odds: number }[] = []
  for (let offset = 0; offset + windowSize <= bytes.length; offset++) all.push({ offset, odds: windowOdds(bytes, offset) })
  return all.sort((a, b) => a.odds - b.odds).slice(0, tried)
}

function windowOdds(bytes: Uint8Array, offset: number): number {
  let odds = 1
  for (let i = 0; i < windowSize; i++) odds *= shareOf[bytes[offset + i]!]!
  return odds
}

/** How often a byte of a log has one of these low halves and one of these high halves. */
function chance(low: number, high: number): number {
  let sum = 0
  for (let h = 0; h < 16; h++) {
    if ((high & (1 << h)) !== 0) sum += sumOf[(h << 9) | (low & 255)]! + sumOf[(h << 9) | 256 | (low >> 8)]!
  }
  return sum
}

/** For a high half, and the lower or upper eight of the low halves, the sum of the shares of each set of these eight. */
function sumTable(): Float64Array {
  const sums = new Float64Array(16 * 2 * 256)
  for (let row = 0; row < 32; row++) {
    for (let set = 1; set < 256; set++) {
      const first = 31 - Math.clz32(set)
      sums[row * 256 + set] = sums[row * 256 + (set ^ (1 << first))]! + shareOf[row * 8 + first]!
    }
  }
  return sums
}

function shareTable(): Float64Array {
  const table = new Float64Array(256).fill(rest / 10_000)
  for (const [share, characters] of shares) for (const character of characters) table[character.charCodeAt(0)] = share / 10_000
  return table
}
