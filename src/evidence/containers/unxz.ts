import type { Bytes } from './bytes.ts'

/** xz-embedded in WebAssembly, as the package xz-decompress carries it. */
interface Decoder {
  readonly memory: { readonly buffer: ArrayBuffer }
  create_context(): number
  destroy_context(context: number): void
  supply_input(context: number, length: number): void
  get_next_output(context: number): number
}

interface Package {
  readonly XzReadableStream: { _getModuleInstance(): Promise<void>; readonly _moduleInstance?: { readonly exports: Decoder } }
}

/** What the decoder says: all is well, or this was the end; the rest are errors. */
const ok = 0
const ended = 1
const notBuiltIn = [2, 4, 6]

/** Words of a context: size of both buffers; where the input is, how much of it is used and there; the same of the output. */
const word = { size: 0, input: 1, used: 2, given: 3, output: 4, filled: 5 }

/** It was packed with a filter, a check or a dictionary that this decoder does not know; `xz` does. */
export class NotBuiltIn extends Error {}

/**
 * Unpacks xz where the program is missing. The package's own stream handles one file at a time and ends in a TypeError when a file is
 * cut off, so that only its decoder is used.
 *
 * @throws {NotBuiltIn}
 * @throws {Error} when the input is damaged or cut off.
 */
export async function* unxz(packed: Bytes): AsyncGenerator<Uint8Array> {
  const { XzReadableStream: library } = (await import('xz-decompress')) as unknown as Package
  if (!library._moduleInstance) await library._getModuleInstance()
  const decoder = library._moduleInstance!.exports
  const context = decoder.create_context()
  try {
    yield* decoded(packed, decoder, context)
  } finally {
    decoder.destroy_context(context)
  }
}

async function* decoded(packed: Bytes, decoder: Decoder, context: number): AsyncGenerator<Uint8Array> {
  const words = () => new Uint32Array(decoder.memory.buffer, context)
  for await (const chunk of packed) {
    const size = words()[word.size]!
    for (let at = 0; at < chunk.length; at += size) {
      const part = chunk.subarray(at, at + size)
      new Uint8Array(decoder.memory.buffer, words()[word.input]!).set(part)
      decoder.supply_input(context, part.length)
      while (words()[word.used] !== words()[word.given]) if (yield* output(decoder, context, words)) return
    }
  }
  // Nothing supplied means that nothing follows.
  decoder.supply_input(context, 0)
  for (;;) if (yield* output(decoder, context, words)) return
}

/** The next part of the output; true after the last one. */
function* output(decoder: Decoder, context: number, words: () => Uint32Array): Generator<Uint8Array, boolean> {
  const said = decoder.get_next_output(context)
  if (notBuiltIn.includes(said)) throw new NotBuiltIn()
  if (said !== ok && said !== ended) throw new Error(`xz decoder: ${said}`)
  const now = words()
  const length = now[word.filled]!
  if (length > 0) yield new Uint8Array(decoder.memory.buffer, now[word.output]!, length).slice()
  words()[word.filled] = 0
  return said === ended
}
