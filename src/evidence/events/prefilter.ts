import { countNewlines } from './newlines.ts'
import { Places } from './places.ts'

/**
 * Finds literals in bytes: here in plain JavaScript, in `prefilter-simd.ts` in WebAssembly. Nothing else knows how it is done, and
 * both find the same.
 */
export interface Prefilter {
  /** Where a literal begins that lies in `bytes` between `from` and `to`: each place once, ascending. Valid until the next call. */
  positions(bytes: Uint8Array, from: number, to: number): Int32Array
  /** Indexes of the literals between `from` and `to`, ascending, each once. Meant for a line, not for a file. */
  literalsIn(bytes: Uint8Array, from: number, to: number): number[]
  /** How many line ends are between `from` and `to`. */
  newlines(bytes: Uint8Array, from: number, to: number): number
  /** Room for `size` bytes, where they are searched fastest. To be handed back. */
  lend(size: number): Uint8Array
  handBack(room: Uint8Array): void
}

/** Makes the search for `literals`, of at least four bytes each. */
export type PrefilterMaker = (literals: readonly Uint8Array[]) => Prefilter

const plainRoom: Pick<Prefilter, 'newlines' | 'lend' | 'handBack'> = {
  newlines: countNewlines,
  lend: size => new Uint8Array(size),
  handBack() {},
}

const shortestLiteral = 4
/** Longer windows skip hardly any farther: too many of their blocks are in ordinary text. */
const longestWindow = 12
const blockSize = 3
const hashSize = 0x10000

/**
 * The algorithm of Wu and Manber: of each literal one window of equal size is looked for; the three bytes at the end of the place
 * under test tell how far the search may skip. Four places are under test at a time, because the processor would otherwise wait
 * for one skip before it can begin to look up the next.
 */
export function createPrefilter(literals: readonly Uint8Array[]): Prefilter {
  if (literals.length === 0) return { ...plainRoom, positions: () => new Int32Array(0), literalsIn: () => [] }
  const size = Math.min(longestWindow, ...literals.map(literal => literal.length))
  if (size < shortestLiteral) throw new RangeError(`a literal has at least ${shortestLiteral} bytes`)
  const offsets = literals.map(literal => rarestWindow(literal, size))
  const skips = new Uint8Array(hashSize).fill(size - blockSize + 1)
  /** Marks the last bytes of the windows, as many of them as two blocks or a short window have. */
  const ends = new Uint8Array(hashSize)
  const endAt = size >= 2 * blockSize ? sixBytesAt : fourBytesAt
  const candidates = new Map<number, number[]>()
  literals.forEach((literal, index) => {
    const last = offsets[index]! + size - 1
    for (let back = 0; back <= size - blockSize; back++) {
      const block = blockAt(literal, last - back)
      skips[block] = Math.min(skips[block]!, back)
    }
    const block = blockAt(literal, last)
    candidates.set(block, [...(candidates.get(block) ?? []), index])
    ends[endAt(literal, last)] = 1
  })

  let lowest = 0
  let highest = 0
  const places = new Places()
  /** The literals whose window ends at `end`. */
  const literalsAt = (bytes: Uint8Array, end: number) =>
    (candidates.get(blockAt(bytes, end)) ?? []).filter(index => {
      const literal = literals[index]!
      const start = end - size + 1 - offsets[index]!
      return start >= lowest && start + literal.length <= highest && isAt(bytes, literal, start)
    })
  const test = (bytes: Uint8Array, end: number): void => {
    if (ends[endAt(bytes, end)] === 0) return
    for (const index of literalsAt(bytes, end)) places.add(end - size + 1 - offsets[index]!)
  }
  const sweep = (bytes: Uint8Array, from: number, to: number): void => {
    for (let end = from; end < to; ) {
      const skip = skips[blockAt(bytes, end)]!
      if (skip === 0) test(bytes, end++)
      else end += skip
    }
  }

  /** Where the four lanes stopped that `sweepLanes` moved together, and what they found, lane by lane. */
  const stopped = new Int32Array(4)
  const laneHits: number[][] = [[], [], [], []]
  const sweepLanes = (bytes: Uint8Array, from: number, length: number): void => {
    let [a, b, c, d] = [from, from + length, from + 2 * length, from + 3 * length] as [number, number, number, number]
    const [endA, endB, endC, endD] = [b, c, d, d + length]
    while (a < endA && b < endB && c < endC && d < endD) {
      const skipA = skips[((bytes[a - 2]! << 10) ^ (bytes[a - 1]! << 5) ^ bytes[a]!) & 0xffff]!
      const skipB = skips[((bytes[b - 2]! << 10) ^ (bytes[b - 1]! << 5) ^ bytes[b]!) & 0xffff]!
      const skipC = skips[((bytes[c - 2]! << 10) ^ (bytes[c - 1]! << 5) ^ bytes[c]!) & 0xffff]!
      const skipD = skips[((bytes[d - 2]! << 10) ^ (bytes[d - 1]! << 5) ^ bytes[d]!) & 0xffff]!
      if (skipA > 0) a += skipA
      else if (ends[endAt(bytes, a++)] === 1) laneHits[0]!.push(a - 1)
      if (skipB > 0) b += skipB
      else if (ends[endAt(bytes, b++)] === 1) laneHits[1]!.push(b - 1)
      if (skipC > 0) c += skipC
      else if (ends[endAt(bytes, c++)] === 1) laneHits[2]!.push(c - 1)
      if (skipD > 0) d += skipD
      else if (ends[endAt(bytes, d++)] === 1) laneHits[3]!.push(d - 1)
    }
    stopped.set([a, b, c, d])
  }

  return {
    ...plainRoom,
    positions(bytes, from, to) {
      ;[lowest, highest] = [from, to]
      places.clear()
      const first = from + size - 1
      const length = Math.max(0, Math.floor((to - first) / 4))
      if (length < 1024) sweep(bytes, first, to)
      else {
        sweepLanes(bytes, first, length)
        laneHits.forEach((ends, lane) => {
          for (const end of ends) test(bytes, end)
          ends.length = 0
          sweep(bytes, stopped[lane]!, lane === 3 ? to : first + (lane + 1) * length)
        })
      }
      return places.take()
    },
    literalsIn(bytes, from, to) {
      ;[lowest, highest] = [from, to]
      const found = new Set<number>()
      for (let end = from + size - 1; end < to; ) {
        const skip = skips[blockAt(bytes, end)]!
        if (skip === 0) for (const index of literalsAt(bytes, end++)) found.add(index)
        else end += skip
      }
      return [...found].sort((a, b) => a - b)
    },
  }
}

/** A number below `hashSize` for the three bytes that end at `end`; different for three small letters or digits. */
function blockAt(bytes: Uint8Array, end: number): number {
  return ((bytes[end - 2]! << 10) ^ (bytes[end - 1]! << 5) ^ bytes[end]!) & 0xffff
}

/** As `blockAt`, for the four bytes that end at `end`. */
function fourBytesAt(bytes: Uint8Array, end: number): number {
  return Math.imul(blockAt(bytes, end) ^ (bytes[end - 3]! << 16), 0x9e3779b1) >>> 16
}

/** As `blockAt`, for the six bytes that end at `end`. */
function sixBytesAt(bytes: Uint8Array, end: number): number {
  return Math.imul(blockAt(bytes, end) ^ (blockAt(bytes, end - blockSize) << 15), 0x9e3779b1) >>> 16
}

function isAt(bytes: Uint8Array, literal: Uint8Array, start: number): boolean {
  for (let i = 0; i < literal.length; i++) if (bytes[start + i] !== literal[i]) return false
  return true
}

/** Bytes in the order of their frequency in log text. */
const frequent = ' eotainsr01dl:c2m345u6p789-.[]hfg'

/** Where the window begins whose last block is rarest: that block decides whether a place is tested at all. */
function rarestWindow(literal: Uint8Array, size: number): number {
  const rarity = (at: number) => {
    const rank = frequent.indexOf(String.fromCharCode(literal[at]!))
    return rank === -1 ? frequent.length : rank
  }
  let best = 0
  let bestRarity = -1
  for (let start = 0; start + size <= literal.length; start++) {
    const last = start + size - 1
    const sum = rarity(last) + rarity(last - 1) + rarity(last - 2)
    if (sum > bestRarity) [best, bestRarity] = [start, sum]
  }
  return best
}
