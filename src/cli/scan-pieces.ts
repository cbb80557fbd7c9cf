import { closeSync, openSync, readSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { openFlags } from '../evidence/containers/bytes.ts'
import { cannotRead } from '../evidence/containers/error.ts'
import type { SieveSearch } from '../evidence/events/sieve.ts'
import { type Piece, type SievedPart, sievePiece } from '../evidence/events/sieve-part.ts'

const pieceBytes = 8 * 1024 ** 2

/** Told how far a file of the machine has been read. */
export type OnRead = (place: string, position: number) => void

/** A file of this size in pieces; the last one takes what was added meanwhile as well. */
export function piecesOf(size: number): Piece[] {
  const count = Math.max(1, Math.ceil(size / pieceBytes))
  return Array.from({ length: count }, (_, i) => ({
    from: i * pieceBytes,
    to: i === count - 1 ? Number.POSITIVE_INFINITY : (i + 1) * pieceBytes,
  }))
}

/** Sieves one piece of the file at `place`; an error is a sentence, so that it can go to another thread. */
export function* sieveFile(place: string, piece: Piece, search: SieveSearch): Generator<SievedPart & { readonly error?: string }> {
  let handle: number | undefined
  const read = (into: Uint8Array, at: number): number => {
    handle ??= openSync(place, openFlags)
    return readSync(handle, into, 0, into.length, at)
  }
  try {
    for (const { error, ...part } of sievePiece(piece, read, search))
      yield error === undefined ? part : { ...part, error: cannotRead(place, error).message }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Sieves a file in this thread: with less ado than reading it chunk by chunk. */
export async function* sieveHere(place: string, size: number, search: SieveSearch, onRead: OnRead): AsyncGenerator<SievedPart> {
  for (const piece of piecesOf(size)) {
    for (const part of sieveFile(place, piece, search)) {
      yield failing(part)
      if (part.error !== undefined) return
    }
    onRead(place, Math.min(size, piece.to))
    // Everything else in this thread gets its turn as well.
    await setImmediate()
  }
}

/** With an error as the rest of the program knows it. */
export function failing({ error, ...part }: SievedPart & { readonly error?: string }): SievedPart {
  return error === undefined ? part : { ...part, error: new Error(error) }
}
