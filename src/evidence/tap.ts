import type { SievedPart } from './events/sieve-part.ts'
import { joined } from './joined.ts'
import { recoder } from './lines/recode.ts'
import type { Recoder } from './lines/recoder.ts'
import type { EvidenceFile } from './model.ts'
import type { ReadOptions } from './read.ts'

/** As much of a file as tells what it is. */
export const headBytes = 64 * 1024

/** As much as `recoder` looks at. */
const recodedBy = 16 * 1024

/** The first chunks as one of at least so many bytes: a pipe, or an archive, may hand on a few at a time. An error comes after them. */
async function* begunAtOnce(bytes: AsyncIterable<Uint8Array>, least: number): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let failed: { error: unknown } | undefined
  try {
    for (let length = 0; length < least && !failed; ) {
      try {
        const { done, value } = await source.next()
        if (done) break
        // A source may reuse its buffer.
        chunks.push(value.length < least ? new Uint8Array(value) : value)
        length += value.length
      } catch (error) {
        failed = { error }
      }
    }
    if (chunks.length > 0) yield joined(chunks)
    if (failed) throw failed.error
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  } finally {
    await source.return?.()
  }
}

/** Looks at the beginning of a file and then hands on all of it, counting and digesting what passes. */
export function tapped(file: EvidenceFile, { newDigest, onProgress }: ReadOptions) {
  const digest = newDigest?.()
  let bytes = 0
  const source = begunAtOnce(file.read(), recodedBy)
  const early: Uint8Array[] = []
  let elsewhere = false
  let recode: Recoder | undefined
  let [ended, failed] = [false, undefined as { error: unknown } | undefined]
  const pull = async (): Promise<Uint8Array | undefined> => {
    if (failed) throw failed.error
    /** What the recoder waited with. */
    const left = () => {
      const bytes = ended ? undefined : recode?.end()
      ended = true
      return bytes?.length ? bytes : undefined
    }
    let next: IteratorResult<Uint8Array>
    try {
      next = await source.next()
    } catch (error) {
      const bytes = left()
      if (!bytes) throw error
      failed = { error }
      return bytes
    }
    const { done, value } = next
    if (done) return left()
    digest?.update(value)
    if (bytes === 0) recode = recoder(value)
    bytes += value.length
    if (!elsewhere) onProgress?.(file.path, value.length)
    return recode ? recode.push(value) : value
  }
  return {
    async head(): Promise<Uint8Array> {
      let length = 0
      while (length < headBytes) {
        // What was read of a short file before it turned out to be damaged counts; the error comes after it.
        const chunk = await pull().catch(error => {
          if (early.length === 0) throw error
          failed = { error }
          return undefined
        })
        if (!chunk) break
        // A source may reuse its buffer.
        early.push(new Uint8Array(chunk))
        length += chunk.length
      }
      return joined(early).subarray(0, headBytes)
    },
    async *rest(): AsyncGenerator<Uint8Array> {
      yield* early
      for (let chunk = await pull(); chunk; chunk = await pull()) yield chunk
    },
    /** The whole text, of which `start` is what `head` gave; undefined when it is longer than so many bytes. */
    async text(most: number, start: string): Promise<string | undefined> {
      const chunks = [...early]
      for (let chunk = await pull(); chunk; chunk = await pull()) {
        if (bytes > most) return undefined
        chunks.push(new Uint8Array(chunk))
      }
      // Most files are small, and decoded already.
      const whole = joined(chunks)
      return whole.length <= headBytes ? start : new TextDecoder().decode(whole)
    },
    /** The parts of a file that is read elsewhere. */
    async *noted(parts: AsyncIterable<SievedPart>): AsyncGenerator<SievedPart> {
      elsewhere = true
      for await (const part of parts) {
        if (part.end) onProgress?.(file.path, part.end.bytes)
        yield part
      }
    },
    /** What is read elsewhere is read here only when a digest is wanted. An error is told by the other reader. */
    async digestRest(): Promise<void> {
      try {
        while (digest && (await pull()));
      } catch {}
    },
    /** Nobody reads on. */
    async close(): Promise<void> {
      await source.return(undefined)
    },
    bytes: () => bytes,
    /** What is handed on are not the bytes of the file. */
    recoded: () => recode !== undefined,
    digest: () => (digest ? `sha256:${digest.hex()}` : ''),
  }
}
