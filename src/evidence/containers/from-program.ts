import { readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { inLargeChunks } from './bytes.ts'

/** What is done with a chunk must be done before the program has filled what the system holds for it, or it waits. */
const chunkBytes = 256 * 1024
/** Less is not worth a turn of all that reads it. */
const enough = 96 * 1024
const pauseMs = 0.5

/**
 * What a program writes. It writes some kilobytes at a time, and a stream is woken for each of them, which takes longer than searching
 * them: so its descriptor is looked at twice in a millisecond instead, between turns of the event loop, in which the program is fed.
 * A stream that does not tell its descriptor is read as streams are.
 */
export async function* fromProgram(stream: Readable): AsyncGenerator<Uint8Array> {
  if (descriptorOf(stream) === undefined) {
    yield* inLargeChunks(stream)
    return
  }
  // Nobody else may read it: what a program leaves behind when it ends is thrown away where nobody listens.
  stream.on('readable', () => {})
  const sleeper = new Int32Array(new SharedArrayBuffer(4))
  for (let isOpen = true; isOpen; ) {
    let [chunk, filled] = [Buffer.allocUnsafeSlow(chunkBytes), 0]
    while (isOpen && filled < enough) {
      // What a turn of the loop has read comes first.
      for (let early: Buffer | null = stream.read(); early; early = stream.read()) {
        if (filled + early.length > chunk.length) chunk = Buffer.concat([chunk.subarray(0, filled)], filled + early.length + chunkBytes)
        filled += early.copy(chunk, filled)
      }
      // Into nothing nothing is read, which would look like the end.
      if (filled >= enough) break
      const got = readNow(stream, chunk.subarray(filled))
      if (got === undefined) isOpen = false
      else filled += got
      if (got === 0) Atomics.wait(sleeper, 0, 0, pauseMs)
      await turn()
    }
    if (filled > 0) yield chunk.subarray(0, filled)
  }
  // A stream that was not read by the event loop does not see its end.
  stream.destroy()
}

/** So many bytes as are there; undefined at the end. */
function readNow(stream: Readable, into: Uint8Array): number | undefined {
  const descriptor = descriptorOf(stream)
  // Once it is closed, its number may be that of another file.
  if (descriptor === undefined) return undefined
  try {
    return readSync(descriptor, into) || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0
    throw error
  }
}

/** Node keeps it in the handle of the stream, as it does for those who write sockets of their own. */
function descriptorOf(stream: Readable): number | undefined {
  const { _handle: handle } = stream as { _handle?: { readonly fd?: number } | null }
  return !stream.destroyed && typeof handle?.fd === 'number' && handle.fd >= 0 ? handle.fd : undefined
}
