import type { SieveSearch } from '../evidence/events/sieve.ts'
import { BlockSieve, type SievedPart } from '../evidence/events/sieve-part.ts'
import type { Inbox } from './inbox.ts'

export const blockBytes = 1024 ** 2

/** A stretch of a stream, in memory that several threads see. */
export interface Block {
  readonly block: SharedArrayBuffer
  readonly length: number
  readonly last: boolean
}

/** Copies a stream into blocks, as they become free: nobody knows what else looks at the memory of a chunk. Returns what ended it early. */
export async function* blocksOf(
  chunks: AsyncIterable<Uint8Array>,
  free: Inbox<SharedArrayBuffer>,
): AsyncGenerator<Block, { error?: unknown }> {
  let failed: { error?: unknown } = {}
  let block = await free.next()
  let filled = 0
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; ) {
        if (filled === blockBytes) {
          yield { block, length: filled, last: false }
          block = await free.next()
          filled = 0
        }
        const some = chunk.subarray(at, at + blockBytes - filled)
        new Uint8Array(block).set(some, filled)
        filled += some.length
        at += some.length
      }
    }
  } catch (error) {
    failed = { error }
  }
  yield { block, length: filled, last: true }
  return failed
}

/** As `ScanPool.sieveStream`, in this thread. */
export async function* sieveStreamHere(chunks: AsyncIterable<Uint8Array>, search: SieveSearch): AsyncGenerator<SievedPart> {
  const sieve = new BlockSieve(search)
  let failed: { error?: unknown } = {}
  try {
    for await (const chunk of chunks) yield sieve.push(chunk, false)
  } catch (error) {
    failed = { error }
  }
  yield { ...sieve.push(new Uint8Array(), true), ...failed }
}

/** A stream whose length nobody knows goes to a worker when it is longer than `most`, which is kept meanwhile. */
export async function* sieveByLength(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  { here, there }: Record<'here' | 'there', (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<SievedPart>>,
): AsyncGenerator<SievedPart> {
  const source = chunks[Symbol.asyncIterator]()
  const kept: Uint8Array[] = []
  let failed: { error: unknown } | undefined
  let size = 0
  try {
    while (size <= most) {
      const { done, value } = await source.next()
      if (done) break
      // A source may reuse its buffer.
      kept.push(new Uint8Array(value))
      size += value.length
    }
  } catch (error) {
    failed = { error }
  }
  const all = async function* () {
    for (let chunk = kept.shift(); chunk; chunk = kept.shift()) yield chunk
    if (failed) throw failed.error
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value
  }
  yield* (size > most ? there : here)(all())
}
