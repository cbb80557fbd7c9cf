import { Places } from './places.ts'
import { createPrefilter, type Prefilter } from './prefilter.ts'
import { rarestKeys, shortestLong, stride } from './prefilter-keys.ts'
import { wasmBase64 } from './prefilter-wasm.ts'
import { chooseWindows, windowSize } from './prefilter-windows.ts'

/** What is used of WebAssembly; the types of this project know of no browser. */
interface Wasm {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

/** See prefilter-simd.wat. */
interface Exports {
  search(at: number, from: number, to: number, found: number, full: number): number
  newlines(from: number, to: number): number
  hash(place: number): number
  readonly next: { readonly value: number }
}

// The layout that prefilter-simd.wat expects.
const windowHeads = 1024
const keyHeads = 9216
const keyBits = 25_600
const entries = 156_672
const entryBytes = 20
const pageBytes = 64 * 1024
/** The search looks at up to 24 bytes behind the text. */
const slack = 64
/** Places found in one step of sixteen bytes are written without looking whether there is room, for each literal at most these. */
const mostPerStep = 16
const fewestPlaces = 4096
/** Entries are numbered in two bytes; a literal has up to four. */
const mostLiterals = Math.floor(0xffff / stride)
/** What is not in lent memory is copied piece by piece. */
const pieceBytes = 128 * 1024
const roomBytes = 512 * 1024

/**
 * As `createPrefilter`, several times as fast, or undefined where WebAssembly has no instructions for sixteen bytes at a time. The
 * first `patience` bytes are searched the plain way: making the tables pays only when there is much to search.
 */
export function createSimdPrefilter(literals: readonly Uint8Array[], patience = 0): Prefilter | undefined {
  const module = literals.length === 0 || literals.length > mostLiterals ? undefined : compiled()
  return module && new SimdPrefilter(literals, patience, module).prefilter()
}

function compiled(): { wasm: Wasm; module: object } | undefined {
  const wasm = (globalThis as { WebAssembly?: Wasm }).WebAssembly
  try {
    return wasm && { wasm, module: new wasm.Module(Uint8Array.from(atob(wasmBase64), character => character.charCodeAt(0))) }
  } catch {
    return undefined
  }
}

class SimdPrefilter {
  readonly #literals: readonly Uint8Array[]
  readonly #plain: Prefilter
  /** Bytes that are searched the plain way before the tables are made. */
  #patience: number
  readonly #exports: Exports
  readonly #memory: Uint8Array
  readonly #places = new Places()
  readonly #longest: number
  /** Addresses: the list of what was found, its end, room for a piece, room to lend. */
  readonly #found: number
  readonly #full: number
  readonly #piece: number
  readonly #room: number
  #lent = false

  constructor(literals: readonly Uint8Array[], patience: number, { wasm, module }: { wasm: Wasm; module: object }) {
    this.#literals = literals
    this.#plain = createPrefilter(literals)
    this.#patience = patience
    this.#longest = literals.reduce((longest, { length }) => Math.max(longest, length), 0)
    this.#found = aligned(textsAt(literals.length) + literals.reduce((sum, { length }) => sum + length, 0))
    this.#full = this.#found + 4 * Math.max(fewestPlaces, mostPerStep * literals.length)
    this.#piece = aligned(this.#full + 4 * mostPerStep * literals.length)
    this.#room = aligned(this.#piece + pieceBytes + this.#longest + slack)
    const memory = new wasm.Memory({ initial: Math.ceil((this.#room + roomBytes + slack) / pageBytes) })
    this.#memory = new Uint8Array(memory.buffer)
    this.#exports = new wasm.Instance(module, { js: { memory } }).exports as Exports
    if (patience === 0) this.#makeTables()
  }

  prefilter(): Prefilter {
    return {
      positions: (bytes, from, to) => this.#positions(bytes, from, to),
      literalsIn: this.#plain.literalsIn,
      newlines: (bytes, from, to) => {
        if (bytes.buffer !== this.#memory.buffer) return this.#plain.newlines(bytes, from, to)
        return this.#exports.newlines(bytes.byteOffset + from, bytes.byteOffset + to)
      },
      lend: size => {
        if (this.#lent || size > roomBytes) return new Uint8Array(size)
        this.#lent = true
        return this.#memory.subarray(this.#room, this.#room + size)
      },
      handBack: room => {
        if (room.buffer === this.#memory.buffer) this.#lent = false
      },
    }
  }

  #makeTables(): void {
    writeTables(this.#memory.buffer as ArrayBuffer, this.#literals, this.#exports.hash)
    this.#patience = 0
  }

  #positions(bytes: Uint8Array, from: number, to: number): Int32Array {
    if (this.#patience > 0) {
      this.#patience -= to - from
      if (this.#patience > 0) return this.#plain.positions(bytes, from, to)
      this.#makeTables()
    }
    this.#places.clear()
    if (bytes.buffer === this.#memory.buffer) this.#search(bytes.byteOffset + from, bytes.byteOffset + to, bytes.byteOffset)
    else {
      // A literal on the seam of two pieces lies in the second one as a whole.
      for (let at = from; at < to; at += pieceBytes) {
        const end = Math.min(to, at + pieceBytes + this.#longest)
        this.#memory.set(bytes.subarray(at, end), this.#piece)
        this.#search(this.#piece, this.#piece + end - at, this.#piece - at)
      }
    }
    return this.#places.take()
  }

  #search(from: number, to: number, zero: number): void {
    for (let at = from; at < to; at = this.#exports.next.value) {
      const end = this.#exports.search(at, from, to, this.#found, this.#full)
      if (end === this.#found) continue
      for (const address of new Int32Array(this.#memory.buffer, this.#found, (end - this.#found) / 4)) this.#places.add(address - zero)
    }
  }
}

const textsAt = (count: number) => entries + entryBytes * (stride * count + 1)

function writeTables(buffer: ArrayBuffer, literals: readonly Uint8Array[], hash: Exports['hash']): void {
  const [bytes, shorts, words] = [new Uint8Array(buffer), new Uint16Array(buffer), new Uint32Array(buffer)]
  const addresses: number[] = []
  let free = textsAt(literals.length)
  for (const literal of literals) {
    bytes.set(literal, free)
    addresses.push(free)
    free += literal.length
  }
  let count = 0
  /** What begins at `offset` of a literal, before what else has the same head. */
  const enter = (index: number, offset: number, head: number): void => {
    const text = literals[index]!
    count++
    words.set([fourBytes(text, offset), shorts[head]!, offset, text.length, addresses[index]!], (entries + entryBytes * count) / 4)
    shorts[head] = count
  }
  const short: number[] = []
  literals.forEach((text, index) => {
    if (text.length < shortestLong) {
      short.push(index)
      return
    }
    const first = rarestKeys(text)
    for (let offset = first; offset < first + stride; offset++) {
      const key = hash(addresses[index]! + offset)
      words[keyBits / 4 + (key >>> 7)]! |= 1 << (key & 31)
      enter(index, offset, keyHeads / 2 + (key >>> 9))
    }
  })
  for (const { literal, offset, bucket } of chooseWindows(short.map(index => literals[index]!))) {
    const index = short[literal]!
    for (let place = 0; place < windowSize; place++) {
      const byte = literals[index]![offset + place]!
      bytes[place * 32 + (byte & 15)]! |= 1 << bucket
      bytes[place * 32 + 16 + (byte >> 4)]! |= 1 << bucket
    }
    enter(index, offset, windowHeads / 2 + (Math.imul(fourBytes(literals[index]!, offset), 0x9e3779b1) >>> 20))
  }
}

const fourBytes = (text: Uint8Array, at: number) => text[at]! | (text[at + 1]! << 8) | (text[at + 2]! << 16) | (text[at + 3]! << 24)

const aligned = (address: number) => Math.ceil(address / 64) * 64
