import { decodeLine, shownLine } from '../lines/clean.ts'
import { type LineContext, type LineParts, splitLine } from '../lines/prefix.ts'
import { yearsEarlier } from '../lines/time.ts'
import { toldTime } from '../lines/told-time.ts'
import type { LogKind, Match, Matcher } from './matcher.ts'
import { newlineBefore } from './newlines.ts'
import { EventStore, mostPerFile, mostPerKind, type RawEvent } from './raw-event.ts'
import { addRepeats } from './repeats.ts'
import { type Before, openingLines, Sieve, type SievedLine, type SieveEnd, type SieveSink } from './sieve.ts'
import type { SievedPart } from './sieve-part.ts'

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
  /** The hosts whose cluster wrote the lines that were looked at. */
  readonly hosts?: readonly string[]
  /** Times of the first and last line that have one. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly warnings: readonly string[]
  /** What ended the reading early; everything before it was scanned. */
  readonly error?: unknown
}

/** Searches a file for the events of `matcher`, in bounded memory however long the file or one line of it is. */
export async function scanLines(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  matcher: Matcher,
  context: ScanContext,
): Promise<FileScan> {
  const reader = new EventReader(file, matcher, context)
  const sieve = new Sieve(matcher, reader)
  let failed: { error?: unknown } = {}
  try {
    for await (const chunk of chunks) sieve.push(chunk)
  } catch (error) {
    failed = { error }
  }
  return { ...reader.end(sieve.end()), ...failed }
}

/** As `scanLines`, for a file whose lines are sieved elsewhere, part by part. */
export async function scanSieved(
  file: string,
  parts: AsyncIterable<SievedPart>,
  matcher: Matcher,
  context: ScanContext,
): Promise<FileScan> {
  const reader = new EventReader(file, matcher, context)
  let [bytes, lines, tail] = [0, 0, { bytes: new Uint8Array(), whole: true } as Before]
  let failed: { error?: unknown } = {}
  for await (const part of parts) {
    for (const { bytes, number } of part.opening) if (lines + number <= openingLines) reader.opening(bytes)
    for (const line of part.lines) reader.line({ ...line, number: lines + line.number })
    if (part.end) {
      bytes += part.end.bytes
      lines += part.end.lines
      if (part.end.lines > 0) tail = part.end.tail
    }
    if (part.error !== undefined) failed = { error: part.error }
  }
  return { ...reader.end({ bytes, lines, tail }), ...failed }
}

const absent = { node: undefined, time: undefined, at: undefined, host: undefined, process: undefined, pid: undefined }

/** No cluster has as many nodes. */
const mostHosts = 64
const isOfCluster = /^(?:corosync|pacemaker(?:d|-[a-z]+)?|crmd|lrmd|attrd|pengine|cib|stonith-ng|sbd)$/
/** What a line of theirs has in it: corosync's own log may leave the name out. */
const mayBeOfCluster = /corosync|pacemaker|crmd|lrmd|attrd|pengine|cib|stonith-ng|sbd|\[[A-Z]+ *\]/

/** Reads the events out of the lines that a sieve let through. */
class EventReader implements SieveSink {
  readonly #file: string
  readonly #matcher: Matcher
  readonly #context: ScanContext
  readonly #store = new EventStore<RawEvent>(mostPerKind, mostPerFile)
  #first: LineParts | undefined
  #host: string | undefined
  readonly #hosts = new Set<string>()
  #prefixed = false

  constructor(file: string, matcher: Matcher, context: ScanContext) {
    this.#file = file
    this.#matcher = matcher
    this.#context = context
  }

  opening(line: Uint8Array): void {
    const text = decodeLine(line)
    // To split a line takes long, and most files are short: what the first one told is told by the next one again.
    const isKnown = this.#prefixed && this.#host !== undefined && this.#first !== undefined
    if (!isKnown || mayBeOfCluster.test(text)) this.#note(splitLine(text, this.#context))
  }

  line({ bytes, number, literals, before }: SievedLine): void {
    const text = decodeLine(bytes)
    if (!before && !this.#matcher.mayMatch(text, literals, this.#context.kind)) return
    const parts = splitLine(text, this.#context)
    this.#note(parts)
    if (before) {
      const done = addRepeats(this.#store, parts, {
        linesBefore: () => this.#linesBefore(before, number),
        match: inner => this.#matcher.match(inner, inner.message, literals, this.#context.kind),
        make: found => this.#event(found, parts, number, text),
      })
      if (done) return
    }
    for (const match of this.#matcher.match(parts, text, literals, this.#context.kind)) {
      this.#store.add(this.#event({ match }, parts, number, text))
    }
  }

  end({ bytes, lines, tail }: SieveEnd): FileScan {
    const lastTimed = this.#lastTimed(tail, lines + 1)
    const events = withEarlierYears(this.#store.events)
    return {
      file: this.#file,
      kind: this.#context.kind,
      node: this.#context.node,
      bytes,
      lines,
      events,
      prefixed: this.#prefixed,
      host: this.#host,
      hosts: [...this.#hosts],
      from: earlier(this.#first?.time, events[0]?.time),
      to: lastTimed ?? events.findLast(event => event.time !== undefined)?.time ?? this.#first?.time,
      warnings: this.#store.warnings(this.#file),
    }
  }

  #event(found: { match: Match; message?: string; count?: number }, parts: LineParts, line: number, text: string): RawEvent {
    const { host, process, pid, yearless } = parts
    const { kind, event: file, values } = found.match
    const { time, at } = parts.time === undefined && values.when !== undefined ? (toldTime(values.when) ?? parts) : parts
    const node = (file.about === undefined ? undefined : values[file.about]) ?? host ?? this.#context.node
    const message = bareMessage(found.message ?? parts.message)
    const event = { kind, node, time, at, file: this.#file, line, count: found.count ?? 1, values, text: shownLine(text) }
    const raw: RawEvent = { ...event, host, process, pid, message, yearless }
    // A part of a long text keeps the whole of it in memory.
    return text.length > 2000 ? { ...absent, ...JSON.parse(JSON.stringify(raw)) } : raw
  }

  #note(parts: LineParts): void {
    if (parts.format) this.#prefixed = true
    this.#host ??= parts.host
    if (parts.host !== undefined && this.#hosts.size < mostHosts && isOfCluster.test(parts.process ?? '')) this.#hosts.add(parts.host)
    if (parts.time !== undefined) this.#first ??= parts
  }

  /** The lines before the one with `number`, latest first. */
  *#linesBefore({ bytes, whole }: Before, number: number): Generator<{ parts: LineParts; number: number }> {
    for (let end = bytes.length, line = number - 1; end > 0; line--) {
      const newline = newlineBefore(bytes, end, 0)
      if (newline === -1 && !whole) return
      yield { parts: splitLine(decodeLine(bytes.subarray(newline + 1, end)), this.#context), number: line }
      end = newline
    }
  }

  #lastTimed(tail: Before, number: number): string | undefined {
    for (const { parts } of this.#linesBefore(tail, number)) {
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
