import { longestLine } from '../lines/clean.ts'
import { newlineAfter, newlineBefore } from './newlines.ts'
import type { Prefilter } from './prefilter.ts'

/** How far back the line is looked for that a "last message repeated" line means. */
export const lookBack = 8 * 1024
const sliceSize = 128 * 1024
/** Lines at the beginning of a file of which the prefix is looked at in any case. */
export const openingLines = 50
const newline = 10

/** What a sieve looks for. */
export interface SieveSearch {
  readonly prefilter: Prefilter
  /** The literal in lines that say how often another line was repeated. */
  readonly repeatLiteral: number
}

/** The end of what stands before a line. */
export interface Before {
  readonly bytes: Uint8Array
  /** It is all of the file before that line. */
  readonly whole: boolean
}

/** A line in which a literal was found. */
export interface SievedLine {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array
  readonly literals: readonly number[]
  /** Without the line end between them. Only for lines with the literal of repeated lines. */
  readonly before?: Before | undefined
}

/** Takes what a sieve finds, in the order of the file. All bytes are only valid during the call. */
export interface SieveSink {
  /** One of the first lines, whatever is in it; cut when it is too long. */
  opening(line: Uint8Array, number: number): void
  line(line: SievedLine): void
}

/** What is known of a file, or a part of it, at its end. */
export interface SieveEnd {
  readonly bytes: number
  readonly lines: number
  /** The end of the file. */
  readonly tail: Before
}

/**
 * Finds the few lines of a log in which a literal stands. Works on bytes, in bounded memory however long the log or one line of it
 * is; what the lines mean is found out elsewhere, perhaps in another thread.
 */
export class Sieve {
  readonly #search: SieveSearch
  readonly #sink: SieveSink
  /** What was looked at, the line that is not complete yet, and room for the next slice. */
  readonly #buffer: Uint8Array
  #lineStart: number
  #filled: number
  /** Nothing has left the buffer yet. */
  #whole: boolean
  /** Nothing before this is looked back to: a line in between was dropped. */
  #floor = 0
  /** The number of the line at `#lineStart`. */
  #line = 1
  #skipping = false
  #bytes = 0

  /** `earlier`: for a part of a file, what is before it, at most `lookBack` bytes; the part begins with a line. */
  constructor(search: SieveSearch, sink: SieveSink, earlier: Before = { bytes: new Uint8Array(), whole: true }) {
    this.#search = search
    this.#sink = sink
    this.#buffer = search.prefilter.lend(lookBack + longestLine + sliceSize)
    this.#buffer.set(earlier.bytes)
    this.#whole = earlier.whole
    this.#lineStart = earlier.bytes.length
    this.#filled = this.#lineStart
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += sliceSize) this.#pushSlice(chunk.subarray(at, at + sliceSize))
  }

  /** To be called once, however the reading ended. */
  end(): SieveEnd {
    const open = this.#skipping || this.#filled > this.#lineStart
    if (!this.#skipping && open) this.#scan(this.#filled)
    this.#line += this.#skipping ? 1 : 0
    const { bytes, whole } = this.#before(this.#filled + (this.#buffer[this.#filled - 1] === newline ? 0 : 1))
    const tail = { bytes: bytes.slice(), whole }
    this.#search.prefilter.handBack(this.#buffer)
    return { bytes: this.#bytes, lines: this.#line - 1, tail }
  }

  #pushSlice(slice: Uint8Array): void {
    this.#bytes += slice.length
    let rest = slice
    if (this.#skipping) {
      const end = newlineAfter(slice, 0, slice.length)
      if (end === slice.length) return
      this.#skipping = false
      this.#line++
      // The line end stays, so that the next line is seen to be complete.
      this.#buffer[this.#filled++] = newline
      this.#lineStart = this.#filled
      rest = slice.subarray(end + 1)
    }
    this.#makeRoom()
    this.#buffer.set(rest, this.#filled)
    this.#filled += rest.length
    const last = newlineBefore(this.#buffer, this.#filled, this.#lineStart)
    if (last !== -1) this.#scan(last + 1)
    if (this.#filled - this.#lineStart < longestLine) return
    this.#lookAt(this.#lineStart, this.#lineStart + longestLine, this.#line)
    this.#filled = this.#lineStart
    this.#floor = this.#lineStart
    this.#skipping = true
  }

  #makeRoom(): void {
    const dropped = this.#lineStart - lookBack
    if (dropped <= 0) return
    this.#buffer.copyWithin(0, dropped, this.#filled)
    this.#whole = false
    this.#lineStart -= dropped
    this.#filled -= dropped
    this.#floor = Math.max(0, this.#floor - dropped)
  }

  /** Looks at the lines from `#lineStart` to `to`, where a line ends. */
  #scan(to: number): void {
    const buffer = this.#buffer
    const { prefilter } = this.#search
    this.#lookAtOpening(to)
    let counted = this.#lineStart
    let next = this.#lineStart
    for (const position of prefilter.positions(buffer, this.#lineStart, to)) {
      if (position < next) continue
      const start = Math.max(this.#lineStart, newlineBefore(buffer, position, this.#lineStart) + 1)
      const end = newlineAfter(buffer, position, to)
      this.#line += prefilter.newlines(buffer, counted, start)
      counted = start
      this.#lookAt(start, end, this.#line)
      next = end + 1
    }
    this.#line += prefilter.newlines(buffer, counted, to)
    if (buffer[to - 1] !== newline) this.#line++
    this.#lineStart = to
  }

  #lookAt(start: number, end: number, number: number): void {
    const { prefilter, repeatLiteral } = this.#search
    const literals = prefilter.literalsIn(this.#buffer, start, Math.min(end, start + longestLine))
    if (literals.length === 0) return
    const line = { number, bytes: this.#buffer.subarray(start, end), literals }
    this.#sink.line(literals.includes(repeatLiteral) ? { ...line, before: this.#before(start) } : line)
  }

  #lookAtOpening(to: number): void {
    let start = this.#lineStart
    for (let line = this.#line; line <= openingLines && start < to; line++) {
      const end = newlineAfter(this.#buffer, start, to)
      this.#sink.opening(this.#buffer.subarray(start, Math.min(end, start + longestLine)), line)
      start = end + 1
    }
  }

  /** What stands before the line at `start`, as far as it is still at hand. */
  #before(start: number): Before {
    const lowest = Math.max(this.#floor, start - lookBack)
    const whole = this.#whole && this.#floor === 0 && start <= lookBack
    return { bytes: this.#buffer.subarray(lowest, Math.max(lowest, start - 1)), whole }
  }
}
