import type { Bytes } from './bytes.ts'

/**
 * Unpacks bzip2 where the program is missing. A decoder of our own: `unbzip2-stream` gathers a block in an array of numbers and
 * never returns from a run of more than 2^31 bytes, so that a small file made for it takes all memory or hangs.
 */

/** More than the longest block takes, however it was made, so that no block has to be begun twice. */
const readAhead = 5 * 1024 * 1024
const outBytes = 256 * 1024
const symbolsPerSelector = 50
const longestCode = 20

/** @throws {Error} when the input is not bzip2, damaged or cut off. */
export async function* bunzip2(packed: Bytes): AsyncGenerator<Uint8Array> {
  const input = new Input(packed)
  try {
    await input.fill()
    if (!input.startsLikeStream()) throw new Error('no bzip2')
    // Whatever else follows is ignored, as by the program.
    while (input.startsLikeStream()) yield* stream(input)
  } finally {
    await input.close()
  }
}

async function* stream(input: Input): AsyncGenerator<Uint8Array> {
  input.bits(24)
  const level = input.bits(8) - 0x30
  let sum = 0
  for (;;) {
    await input.fill()
    const mark = [input.bits(24), input.bits(24)] as const
    if (mark[0] === 0x177245 && mark[1] === 0x385090) break
    if (mark[0] !== 0x314159 || mark[1] !== 0x265359) throw new Error('no block')
    const stated = input.word()
    const actual = yield* expanded(readBlock(input, level * 100_000))
    if (actual !== stated) throw new Error('wrong sum of a block')
    sum = ((sum << 1) | (sum >>> 31)) ^ actual
  }
  if (input.word() !== sum) throw new Error('wrong sum of all blocks')
  input.align()
  await input.fill()
}

/** Packed bytes, bit by bit. */
class Input {
  readonly #source: AsyncIterator<Uint8Array>
  #bytes: Uint8Array = new Uint8Array()
  #at = 0
  #bits = 0
  #count = 0
  #ended = false

  constructor(packed: Bytes) {
    this.#source = packed[Symbol.asyncIterator]()
  }

  /** Reads until a whole block is there, or the end. */
  async fill(): Promise<void> {
    if (this.#ended || this.#bytes.length - this.#at >= readAhead) return
    const parts: Uint8Array[] = [this.#bytes.slice(this.#at)]
    for (let length = parts[0]!.length; length < 2 * readAhead; ) {
      const { done, value } = await this.#source.next()
      if (done) {
        this.#ended = true
        break
      }
      parts.push(value)
      length += value.length
    }
    this.#bytes = Buffer.concat(parts)
    this.#at = 0
  }

  /** `count` bits, at most 24. */
  bits(count: number): number {
    while (this.#count < count) {
      if (this.#at === this.#bytes.length) throw new Error('unexpected end')
      this.#bits = (this.#bits << 8) | this.#bytes[this.#at++]!
      this.#count += 8
    }
    this.#count -= count
    return (this.#bits >>> this.#count) & ((1 << count) - 1)
  }

  /** 32 bits, signed. */
  word(): number {
    return (this.bits(16) << 16) | this.bits(16)
  }

  /** Goes on with the next whole byte. */
  align(): void {
    this.#at -= this.#count >> 3
    this.#count = 0
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }

  /** "BZh" and a digit; also where the file ends in the midst of them, so that reading on tells that it is cut off. */
  startsLikeStream(): boolean {
    const mark = 'BZh'
    const left = this.#bytes.length - this.#at
    if (left === 0) return false
    for (let i = 0; i < Math.min(left, mark.length); i++) if (this.#bytes[this.#at + i] !== mark.charCodeAt(i)) return false
    return left <= mark.length || (this.#bytes[this.#at + 3]! >= 0x31 && this.#bytes[this.#at + 3]! <= 0x39)
  }
}

/** A block as it was sorted: each entry is a byte and, above it, where the next one is. */
interface Block {
  readonly entries: Uint32Array
  readonly first: number
}

function readBlock(input: Input, most: number): Block {
  if (input.bits(1)) throw new Error('a form that is no longer made')
  const origin = input.bits(24)
  const used = readUsedBytes(input)
  const tables = input.bits(3)
  if (tables < 2 || tables > 6) throw new Error('wrong number of tables')
  const selectors = readSelectors(input, tables)
  const codes = Array.from({ length: tables }, () => readCode(input, used.length + 2))
  const entries = new Uint32Array(most)
  const length = readSymbols(input, { used, selectors, codes }, entries)
  if (origin >= length) throw new Error('wrong origin')
  return { entries: linked(entries.subarray(0, length)), first: origin }
}

function readUsedBytes(input: Input): Uint8Array {
  const used: number[] = []
  const rows = input.bits(16)
  for (let row = 0; row < 16; row++) {
    if ((rows & (0x8000 >> row)) === 0) continue
    const columns = input.bits(16)
    for (let column = 0; column < 16; column++) if (columns & (0x8000 >> column)) used.push(row * 16 + column)
  }
  if (used.length === 0) throw new Error('no bytes')
  return Uint8Array.from(used)
}

function readSelectors(input: Input, tables: number): Uint8Array {
  const selectors = new Uint8Array(input.bits(15))
  if (selectors.length === 0) throw new Error('no selectors')
  const order = Uint8Array.from({ length: tables }, (_, i) => i)
  for (let i = 0; i < selectors.length; i++) {
    let index = 0
    while (input.bits(1)) if (++index >= tables) throw new Error('wrong selector')
    selectors[i] = toFront(order, index)
  }
  return selectors
}

/** A Huffman code: for each length the first number beyond it, what to take off a number for its place in `symbols`. */
interface Code {
  readonly shortest: number
  readonly limits: Int32Array
  readonly offsets: Int32Array
  readonly symbols: Uint16Array
}

function readCode(input: Input, count: number): Code {
  const lengths = new Uint8Array(count)
  let length = input.bits(5)
  for (let symbol = 0; symbol < count; symbol++) {
    for (;;) {
      if (length < 1 || length > longestCode) throw new Error('wrong length of a code')
      if (input.bits(1) === 0) break
      length += input.bits(1) === 0 ? 1 : -1
    }
    lengths[symbol] = length
  }
  const limits = new Int32Array(longestCode + 1)
  const offsets = new Int32Array(longestCode + 1)
  const symbols = new Uint16Array(count)
  let [number, place] = [0, 0]
  for (let size = 1; size <= longestCode; size++) {
    offsets[size] = number - place
    for (let symbol = 0; symbol < count; symbol++) {
      if (lengths[symbol] !== size) continue
      symbols[place++] = symbol
      number++
    }
    limits[size] = number
    number *= 2
  }
  return { shortest: Math.min(...lengths), limits, offsets, symbols }
}

/** Fills `entries` with the bytes of the block and tells how many there are. */
function readSymbols(
  input: Input,
  { used, selectors, codes }: { used: Uint8Array; selectors: Uint8Array; codes: readonly Code[] },
  entries: Uint32Array,
): number {
  const order = used.slice()
  const end = used.length + 1
  let length = 0
  let run = 0
  let step = 1
  for (const selector of selectors) {
    const code = codes[selector]!
    for (let i = 0; i < symbolsPerSelector; i++) {
      const symbol = readSymbol(input, code)
      if (symbol <= 1) {
        // The length of a run, in digits of one and two.
        run += step * (symbol + 1)
        step *= 2
        if (run > entries.length) throw new Error('too long a run')
        continue
      }
      if (length + run > entries.length) throw new Error('too long a block')
      entries.fill(order[0]!, length, length + run)
      length += run
      run = 0
      step = 1
      if (symbol === end) return length
      if (length === entries.length) throw new Error('too long a block')
      entries[length++] = toFront(order, symbol - 1)
    }
  }
  throw new Error('no end of a block')
}

function readSymbol(input: Input, { shortest, limits, offsets, symbols }: Code): number {
  let number = input.bits(shortest)
  for (let size = shortest; size <= longestCode; size++) {
    const place = number - offsets[size]!
    if (number < limits[size]! && place >= 0 && place < symbols.length) return symbols[place]!
    number = (number << 1) | input.bits(1)
  }
  throw new Error('no such code')
}

function toFront(order: Uint8Array, index: number): number {
  const moved = order[index]!
  order.copyWithin(1, 0, index)
  order[0] = moved
  return moved
}

/** Writes above each byte where the one that follows it in the text is. */
function linked(entries: Uint32Array): Uint32Array {
  const starts = new Uint32Array(257)
  for (const byte of entries) starts[byte + 1]!++
  for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte]!
  for (let i = 0; i < entries.length; i++) entries[starts[entries[i]! & 0xff]!++]! |= i << 8
  return entries
}

/** The text of a block, in parts; returns its check sum. After four equal bytes stands how many more there are. */
function* expanded({ entries, first }: Block): Generator<Uint8Array, number> {
  let out = new Uint8Array(outBytes)
  let [filled, sum, equal, before] = [0, -1, 0, -1]
  let at = entries[first]! >>> 8
  for (let left = entries.length; left > 0; left--) {
    const entry = entries[at]!
    at = entry >>> 8
    let byte = entry & 0xff
    let times = 1
    if (equal === 4) {
      times = byte
      byte = before
      equal = 0
      before = -1
    } else {
      equal = byte === before ? equal + 1 : 1
      before = byte
    }
    for (; times > 0; times--) {
      sum = (sum << 8) ^ sums[(sum >>> 24) ^ byte]!
      out[filled++] = byte
      if (filled < outBytes) continue
      yield out
      out = new Uint8Array(outBytes)
      filled = 0
    }
  }
  if (filled > 0) yield out.subarray(0, filled)
  return ~sum
}

const sums = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let i = 0; i < 8; i++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum
})
