import { decodeLine, longestLine, shownLine } from '../lines/clean.ts'
import { type LineContext, type LineParts, splitLine } from '../lines/prefix.ts'
import { yearsEarlier } from '../lines/time.ts'
import type { LogKind, Match, Matcher } from './matcher.ts'
import { countNewlines, newlineAfter, newlineBefore } from './newlines.ts'
import { EventStore, mostPerFile, mostPerKind, type RawEvent } from './raw-event.ts'
import { addRepeats } from './repeats.ts'

/** What is known of a file before it is read. */
export interface ScanContext extends LineContext {
  readonly kind: LogKind
  /** The node whose file it is: for lines that name no host. */
  readonly node?: string | undefined
}

/** What a file holds. */
export interface FileScan {
  readonly file: string
  readonly kind: LogKind
  readonly node: string | undefined
  readonly bytes: number
  readonly lines: number
  readonly events: readonly RawEvent[]
  /** Whether any of the lines looked at had a known prefix; without one the file is hardly a log. */
  readonly prefixed: boolean
  /** The host in the first line that names one. */
  readonly host: string | undefined
  /** Times of the first and last line that have one. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly warnings: readonly string[]
  /** What ended the reading early; everything before it was scanned. */
  readonly error?: unknown
}

/** How far back the line is looked for that a "last message repeated" line means. */
const lookBack = 8 * 1024
const sliceSize = 256 * 1024
/** Lines at the beginning of which the prefix is looked at in any case. */
const firstLines = 50

/** Searches a file for the events of `matcher`, in bounded memory however long the file or one line of it is. */
export async function scanLines(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  matcher: Matcher,
  context: ScanContext,
): Promise<FileScan> {
  const scanner = new Scanner(file, matcher, context)
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += sliceSize) scanner.push(chunk.subarray(at, at + sliceSize))
    }
  } catch (error) {
    return { ...scanner.end(), error }
  }
  return scanner.end()
}

const absent = { node: undefined, time: undefined, at: undefined, host: undefined, process: undefined }

class Scanner {
  readonly #file: string
  readonly #matcher: Matcher
  readonly #context: ScanContext
  readonly #store = new EventStore<RawEvent>(mostPerKind, mostPerFile)
  /** What was looked at, the line that is not complete yet, and room for the next slice. */
  readonly #buffer = new Uint8Array(lookBack + longestLine + sliceSize)
  #lineStart = 0
  #filled = 0
  /** How many bytes of the file are no longer in the buffer. */
  #base = 0
  /** Nothing before this is looked back to: a line in between was dropped. */
  #floor = 0
  /** The number of the line at `#lineStart`. */
  #line = 1
  #skipping = false
  #bytes = 0
  #first: LineParts | undefined
  #host: string | undefined
  #prefixed = false

  constructor(file: string, matcher: Matcher, context: ScanContext) {
    this.#file = file
    this.#matcher = matcher
    this.#context = context
  }

  push(slice: Uint8Array): void {
    this.#bytes += slice.length
    let rest = slice
    if (this.#skipping) {
      const end = newlineAfter(slice, 0, slice.length)
      if (end === slice.length) return
      this.#skipping = false
      this.#line++
      // The line end stays, so that the next line is seen to be complete.
      this.#buffer[this.#filled++] = 10
      this.#lineStart = this.#filled
      rest = slice.subarray(end + 1)
    }
    const keep = Math.max(0, this.#lineStart - lookBack)
    this.#buffer.copyWithin(0, keep, this.#filled)
    this.#base += keep
    this.#lineStart -= keep
    this.#floor = Math.max(0, this.#floor - keep)
    this.#buffer.set(rest, this.#filled - keep)
    this.#filled += rest.length - keep
    const last = newlineBefore(this.#buffer, this.#filled, this.#lineStart)
    if (last !== -1) this.#scan(last + 1)
    if (this.#filled - this.#lineStart < longestLine) return
    this.#scanLine(this.#lineStart, this.#lineStart + longestLine, this.#line)
    this.#filled = this.#lineStart
    this.#floor = this.#lineStart
    this.#skipping = true
  }

  end(): FileScan {
    const open = this.#skipping || this.#filled > this.#lineStart
    if (!this.#skipping && open) this.#scan(this.#filled)
    this.#line += this.#skipping ? 1 : 0
    const lastTimed = this.#lastTimed()
    const events = withEarlierYears(this.#store.events)
    return {
      file: this.#file,
      kind: this.#context.kind,
      node: this.#context.node,
      bytes: this.#bytes,
      lines: this.#line - 1,
      events,
      prefixed: this.#prefixed,
      host: this.#host,
      from: earlier(this.#first?.time, events[0]?.time),
      to: lastTimed ?? events.findLast(event => event.time !== undefined)?.time ?? this.#first?.time,
      warnings: this.#store.warnings(this.#file),
    }
  }

  /** Scans the lines from `#lineStart` to `to`, where a line ends. */
  #scan(to: number): void {
    const buffer = this.#buffer
    this.#lookAtFirstLines(to)
    let counted = this.#lineStart
    let next = this.#lineStart
    for (const position of this.#matcher.prefilter.positions(buffer, this.#lineStart, to)) {
      if (position < next) continue
      const start = Math.max(this.#lineStart, newlineBefore(buffer, position, this.#lineStart) + 1)
      const end = newlineAfter(buffer, position, to)
      this.#line += countNewlines(buffer, counted, start)
      counted = start
      this.#scanLine(start, end, this.#line)
      next = end + 1
    }
    this.#line += countNewlines(buffer, counted, to)
    if (buffer[to - 1] !== 10) this.#line++
    this.#lineStart = to
  }

  #scanLine(start: number, end: number, number: number): void {
    const literals = this.#matcher.prefilter.literalsIn(this.#buffer, start, Math.min(end, start + longestLine))
    if (literals.length === 0) return
    const text = decodeLine(this.#buffer.subarray(start, end))
    const repeats = literals.includes(this.#matcher.repeatLiteral)
    if (!repeats && !this.#matcher.mayMatch(text, literals, this.#context.kind)) return
    const parts = splitLine(text, this.#context)
    this.#note(parts)
    if (repeats) {
      const done = addRepeats(this.#store, parts, {
        linesBefore: () => this.#linesBefore(start, number),
        match: inner => this.#matcher.match(inner, inner.message, literals, this.#context.kind),
        make: found => this.#event(found, parts, number, text),
      })
      if (done) return
    }
    for (const match of this.#matcher.match(parts, text, literals, this.#context.kind)) {
      this.#store.add(this.#event({ match }, parts, number, text))
    }
  }

  #event(found: { match: Match; message?: string; count?: number }, parts: LineParts, line: number, text: string): RawEvent {
    const { time, at, host, process, yearless } = parts
    const { kind, event: file, values } = found.match
    const node = (file.about === undefined ? undefined : values[file.about]) ?? host ?? this.#context.node
    const message = bareMessage(found.message ?? parts.message)
    const event = { kind, node, time, at, file: this.#file, line, count: found.count ?? 1, values, text: shownLine(text) }
    const raw: RawEvent = { ...event, host, process, message, yearless }
    // A part of a long text keeps the whole of it in memory.
    return text.length > 2000 ? { ...absent, ...JSON.parse(JSON.stringify(raw)) } : raw
  }

  #note(parts: LineParts): void {
    if (parts.format) this.#prefixed = true
    this.#host ??= parts.host
    if (parts.time !== undefined) this.#first ??= parts
  }

  #lookAtFirstLines(to: number): void {
    let start = this.#lineStart
    for (let line = this.#line; line <= firstLines && start < to && !(this.#first && this.#host); line++) {
      const end = newlineAfter(this.#buffer, start, to)
      this.#note(splitLine(decodeLine(this.#buffer.subarray(start, end)), this.#context))
      start = end + 1
    }
  }

  /** The lines before the one at `start`, latest first, as far as they are still at hand. */
  *#linesBefore(start: number, number: number): Generator<{ parts: LineParts; number: number }> {
    const lowest = Math.max(this.#floor, start - lookBack)
    for (let end = start - 1, line = number - 1; end > lowest; line--) {
      const newline = newlineBefore(this.#buffer, end, lowest)
      const begin = this.#base === 0 && this.#floor === 0 && start <= lookBack
      if (newline === -1 && !begin) return
      yield { parts: splitLine(decodeLine(this.#buffer.subarray(newline + 1, end)), this.#context), number: line }
      end = newline
    }
  }

  #lastTimed(): string | undefined {
    for (const { parts } of this.#linesBefore(this.#filled + (this.#buffer[this.#filled - 1] === 10 ? 0 : 1), this.#line)) {
      if (parts.format) this.#prefixed = true
      if (parts.time !== undefined) return parts.time
    }
    return undefined
  }
}

/** What stands behind a bar differs between pacemaker's own log and the system log. */
function bareMessage(message: string): string {
  const bar = message.indexOf(' | ')
  return shownLine(bar === -1 ? message : message.slice(0, bar))
    .replace(/\s+/g, ' ')
    .trim()
}

const halfYear = 183 * 86_400_000

/**
 * Without a year a date is taken for the latest possible one, which is wrong for the older part of a file that spans more than a
 * year. Within a file time runs forward: where it would jump back by more than half a year, what is before it is older.
 */
function withEarlierYears(events: readonly RawEvent[]): RawEvent[] {
  const result = [...events]
  let years = 0
  let next: number | undefined
  for (let i = result.length - 1; i >= 0; i--) {
    const event = result[i]!
    if (!event.yearless || event.time === undefined || event.at === undefined) continue
    let moment = years === 0 ? { time: event.time, at: event.at } : (yearsEarlier(event.time, years) ?? { time: event.time, at: event.at })
    if (next !== undefined && moment.at > next + halfYear) moment = yearsEarlier(event.time, ++years) ?? moment
    if (moment.at !== event.at) result[i] = { ...event, time: moment.time, at: moment.at }
    next = moment.at
  }
  return result
}

/** ISO times of one file, so that their texts compare as they do. */
const earlier = (a: string | undefined, b: string | undefined) => (a !== undefined && b !== undefined && b < a ? b : (a ?? b))
