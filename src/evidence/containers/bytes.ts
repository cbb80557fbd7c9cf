import { constants } from 'node:fs'
import type { Writable } from 'node:stream'
import { joined } from '../joined.ts'

/** Plumbing for streams of bytes that are read by hand, so that a half-read member never ends the whole archive. */

export type Bytes = AsyncIterable<Uint8Array>

/** For regular files: what was a file when it was listed may have become a link or a pipe since. */
export const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** The first bytes of a stream, and the whole stream (the first bytes again, then the rest). */
export interface Peeked {
  readonly head: Uint8Array
  /** All that had to be read for it. */
  readonly begun: Uint8Array
  /** Once only. Stopping early leaves the source where it is; `close` ends it. */
  all(): Bytes
  /** Reads what is left and drops it. */
  drain(): Promise<void>
  /** Tells the source that nobody reads on. */
  close(): Promise<void>
}

/** Reads until `size` bytes are there, or the stream ends. What was read before an error counts; the error comes after it. */
export async function peek(bytes: Bytes, size: number): Promise<Peeked> {
  const source = bytes[Symbol.asyncIterator]()
  const waiting: Uint8Array[] = []
  let seen = 0
  let failed: { readonly error: unknown } | undefined
  while (seen < size && !failed) {
    try {
      const next = await source.next()
      if (next.done) break
      waiting.push(next.value)
      seen += next.value.length
    } catch (error) {
      if (seen === 0) throw error
      failed = { error }
    }
  }
  const begun = joined(waiting)
  const all = async function* () {
    for (let first = waiting.shift(); first; first = waiting.shift()) yield first
    if (failed) throw failed.error
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  }
  return {
    head: begun.subarray(0, size),
    begun,
    all,
    async drain() {
      for await (const _ of all());
    },
    async close() {
      await source.return?.()
    },
  }
}

/** What is done for each chunk is dear, and a pipe gives some kilobytes at a time: gathers them. What came before an error is passed on. */
export async function* inLargeChunks(source: Bytes): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array | undefined
  let filled = 0
  const rest = () => (filled > 0 ? [gathered!.subarray(0, filled)] : [])
  try {
    for await (const chunk of source) {
      if (filled + chunk.length > largeBytes) {
        yield* rest()
        gathered = undefined
        filled = 0
      }
      if (chunk.length >= largeBytes) {
        yield chunk
        continue
      }
      gathered ??= Buffer.allocUnsafeSlow(largeBytes)
      gathered.set(chunk, filled)
      filled += chunk.length
    }
  } catch (error) {
    yield* rest()
    throw error
  }
  yield* rest()
}
const largeBytes = 1024 ** 2

/** Counts what passes. */
export function counted(bytes: Bytes): { bytes: Bytes; count: () => number } {
  let count = 0
  const passing = async function* () {
    for await (const chunk of bytes) {
      count += chunk.length
      yield chunk
    }
  }
  return { bytes: passing(), count: () => count }
}

/** Remembers the error of a source, so that it is told as it is and not as what comes of it. */
export function watched(source: Bytes) {
  let failed: { readonly error: unknown } | undefined
  const bytes = async function* () {
    try {
      yield* source
    } catch (error) {
      failed = { error }
      throw error
    }
  }
  return {
    bytes,
    /** An error looks like the end. */
    async *untilError(): AsyncGenerator<Uint8Array> {
      try {
        yield* bytes()
      } catch {}
    },
    get failed() {
      return failed
    },
    rethrow() {
      if (failed) throw failed.error
    },
  }
}

/** Writes all of `bytes` into `sink`, at the pace at which it is emptied. An error of the source destroys the sink with it. */
export async function feed(bytes: Bytes, sink: Writable): Promise<void> {
  let closed = false
  const close = () => {
    closed = true
  }
  sink.on('close', close)
  try {
    for await (const chunk of bytes) {
      if (closed || sink.destroyed) return
      if (!sink.write(chunk) && !closed) await drained(sink)
    }
    if (!closed && !sink.destroyed) sink.end()
  } catch (error) {
    sink.destroy(error instanceof Error ? error : new Error(String(error)))
  } finally {
    sink.off('close', close)
  }
}

function drained(sink: Writable): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      sink.off('drain', done)
      sink.off('close', done)
      resolve()
    }
    sink.on('drain', done)
    sink.on('close', done)
  })
}
