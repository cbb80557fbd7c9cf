import { longestLine } from '../lines/clean.ts'
import { newlineAfter } from './newlines.ts'
import { type Before, lookBack, Sieve, type SievedLine, type SieveEnd, type SieveSearch, type SieveSink } from './sieve.ts'

/** Some of the lines that were sieved out of a piece of a file. It keeps its bytes, so that it can go to another thread. */
export interface SievedPart {
  readonly opening: readonly Pick<SievedLine, 'number' | 'bytes'>[]
  /** Numbered from the beginning of the piece. */
  readonly lines: readonly SievedLine[]
  /** About how much memory it takes. */
  readonly size: number
  /** Only in the last part of a piece. */
  readonly end?: SieveEnd | undefined
  /** What ended the reading early. */
  readonly error?: unknown
}

/** A piece of a file: the lines that begin in it. */
export interface Piece {
  readonly from: number
  /** The last piece goes on to the end of the file. */
  readonly to: number
}

/** Fills `into` from a place in a file and says how many bytes there were: fewer only at its end. */
export type ReadAt = (into: Uint8Array, at: number) => number

const chunkBytes = 128 * 1024
/** A part is handed on when it is as large as this. */
const partBytes = 256 * 1024
const storeBytes = 32 * 1024

/** Sieves one piece of a file. The pieces together give what the whole file gives. */
export function* sievePiece(piece: Piece, read: ReadAt, search: SieveSearch): Generator<SievedPart> {
  const chunk = new Uint8Array(chunkBytes)
  const collector = new Collector()
  let sieve: Sieve | undefined
  let failed: { error?: unknown } = {}
  try {
    const start = firstLine(piece, read, chunk)
    if (start === undefined) {
      yield { ...collector.take(), end: { bytes: 0, lines: 0, tail: { bytes: new Uint8Array(), whole: false } } }
      return
    }
    sieve = new Sieve(search, collector, earlier(start, read))
    for (let at = start; ; ) {
      const length = read(chunk, at)
      // The last line is the one with the last byte of the piece.
      const end = at + length < piece.to ? length : newlineAfter(chunk, Math.max(0, piece.to - 1 - at), length)
      sieve.push(chunk.subarray(0, Math.min(end + 1, length)))
      if (end < length || length === 0) break
      at += length
      if (collector.size > partBytes) yield collector.take()
    }
  } catch (error) {
    failed = { error }
  }
  const end = sieve?.end()
  yield { ...collector.take(), end, ...failed }
}

/** Where the first line begins that begins in the piece. */
function firstLine({ from, to }: Piece, read: ReadAt, chunk: Uint8Array): number | undefined {
  if (from === 0) return 0
  for (let at = from - 1; at < to; ) {
    const length = read(chunk, at)
    const end = newlineAfter(chunk, 0, length)
    if (end < length) return at + end + 1 < to ? at + end + 1 : undefined
    if (length === 0) return undefined
    at += length
  }
  return undefined
}

function earlier(start: number, read: ReadAt): Before {
  const bytes = new Uint8Array(Math.min(start, lookBack))
  if (start > 0) read(bytes, start - bytes.length)
  return { bytes, whole: start <= lookBack }
}

class Collector implements SieveSink {
  #opening: Pick<SievedLine, 'number' | 'bytes'>[] = []
  #lines: SievedLine[] = []
  size = 0
  /** Bytes of many lines in one piece: one for each line would take longer to make than all the rest. */
  #store = new Uint8Array()
  #stored = 0

  opening(line: Uint8Array, number: number): void {
    this.#opening.push({ bytes: this.#kept(line), number })
  }

  line({ number, bytes, literals, before }: SievedLine): void {
    const line = { number, bytes: this.#kept(bytes.subarray(0, longestLine)), literals }
    this.#lines.push(before ? { ...line, before: { ...before, bytes: this.#kept(before.bytes) } } : line)
    this.size += 64
  }

  take(): Pick<SievedPart, 'opening' | 'lines' | 'size'> {
    const part = { opening: this.#opening, lines: this.#lines, size: this.size }
    this.#opening = []
    this.#lines = []
    this.size = 0
    // It goes to another thread as a whole.
    this.#store = new Uint8Array()
    this.#stored = 0
    return part
  }

  #kept(bytes: Uint8Array): Uint8Array {
    const end = this.#stored + bytes.length
    if (end > this.#store.length) {
      this.#store = new Uint8Array(Math.max(storeBytes, bytes.length))
      this.#stored = 0
      return this.#kept(bytes)
    }
    this.#store.set(bytes, this.#stored)
    const kept = this.#store.subarray(this.#stored, end)
    this.#stored = end
    this.size += bytes.length
    return kept
  }
}
