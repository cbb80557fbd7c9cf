import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { Bytes } from './bytes.ts'

/**
 * Unpacks gzip, one member after the other. zlib's own stream for it drops what it unpacked last when something is wrong at the end:
 * a few bytes behind the packed text, a sum that does not fit or a cut cost all of a short text, or the last megabyte of a long one.
 */

/** The default of 16 KiB is three times slower. */
const outBytes = 1024 ** 2
/** A member that ends within so many bytes is unpacked at once: a stream takes many times as long as a short text. */
const mostAtOnce = 64 * 1024
const flag = { sum: 2, extra: 4, name: 8, comment: 16 }

/** @throws {Error} when the input is damaged or cut off, after all that could be unpacked. */
export async function* gunzip(packed: Bytes): AsyncGenerator<Uint8Array> {
  const input = new Input(packed)
  try {
    do {
      await passHead(input)
      let [sum, length] = [0, 0]
      for await (const chunk of unpacked(input)) {
        sum = crc32(chunk, sum)
        length += chunk.length
        yield chunk
      }
      const end = await input.take(8)
      const stated = new DataView(end.buffer, end.byteOffset)
      if (stated.getUint32(0, true) !== sum || stated.getUint32(4, true) !== length % 2 ** 32) throw new WrongSum()
    } while (await atMember(input))
  } finally {
    await input.close()
  }
}

/** Behind the last member the program ignores whatever there is, mostly zeros of a tape. */
async function atMember(input: Input): Promise<boolean> {
  while ((await input.some())?.[0] === 0) input.used((await input.some())!.findIndex(byte => byte !== 0))
  const head = await input.upTo(2)
  return head[0] === 0x1f && head[1] === 0x8b
}

async function passHead(input: Input): Promise<void> {
  const head = await input.take(10)
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) throw new WrongSum()
  const flags = head[3]!
  if (flags & flag.extra) {
    const [low, high] = await input.take(2)
    await input.take(low! + high! * 256)
  }
  for (const text of [flag.name, flag.comment]) if (flags & text) await passText(input)
  if (flags & flag.sum) await input.take(2)
}

/** A name or a comment, which ends with a zero. */
async function passText(input: Input): Promise<void> {
  for (let bytes = await input.some(); bytes; bytes = await input.some()) {
    const end = bytes.indexOf(0)
    input.used(end === -1 ? -1 : end + 1)
    if (end !== -1) return
  }
  throw new CutOff()
}

async function* unpacked(input: Input): AsyncGenerator<Uint8Array> {
  const bytes = (await input.some()) ?? new Uint8Array()
  const whole = atOnce(bytes.subarray(0, mostAtOnce))
  if (whole) {
    input.used(whole.used)
    if (whole.text.length > 0) yield whole.text
  } else yield* streamed(input)
}

/** Undefined: it does not end here, or what it holds is not small. */
function atOnce(bytes: Uint8Array): { text: Uint8Array; used: number } | undefined {
  try {
    const options = { info: true, chunkSize: mostAtOnce, maxOutputLength: outBytes }
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } }
    return { text: buffer, used: engine.bytesWritten }
  } catch {
    return undefined
  }
}

async function* streamed(input: Input): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: outBytes })
  const over = new Promise<void>(resolve => {
    for (const event of ['end', 'error', 'close']) stream.once(event, resolve)
  })
  let failed: { error: unknown } | undefined
  const feeding = (async () => {
    try {
      while (!stream.readableEnded && !stream.destroyed) {
        const bytes = await input.some()
        if (!bytes) throw new CutOff()
        const before = stream.bytesWritten
        // At the end of the packed text nobody says that the rest was written.
        await Promise.race([over, new Promise(done => stream.write(bytes, done))])
        input.used(stream.bytesWritten - before)
      }
    } catch (error) {
      failed = { error }
      // An end that goes wrong would drop what was unpacked and waits to be read.
      stream.push(null)
    }
  })()
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
    await feeding
    if (failed) throw failed.error
  } finally {
    stream.destroy()
    await feeding
  }
}

/** Packed bytes, as many at a time as are wanted. */
class Input {
  readonly #source: AsyncIterator<Uint8Array>
  #bytes: Uint8Array = new Uint8Array()

  constructor(packed: Bytes) {
    this.#source = packed[Symbol.asyncIterator]()
  }

  /** Those at hand, at least one; undefined at the end. */
  async some(): Promise<Uint8Array | undefined> {
    while (this.#bytes.length === 0) {
      const { done, value } = await this.#source.next()
      if (done) return undefined
      this.#bytes = value
    }
    return this.#bytes
  }

  /** So many were used; -1: all. */
  used(count: number): void {
    this.#bytes = this.#bytes.subarray(count === -1 ? this.#bytes.length : count)
  }

  /** The next ones, fewer at the end, which stay where they are. */
  async upTo(count: number): Promise<Uint8Array> {
    await this.some()
    while (this.#bytes.length < count) {
      const { done, value } = await this.#source.next()
      if (done) break
      this.#bytes = Buffer.concat([this.#bytes, value])
    }
    return this.#bytes.subarray(0, count)
  }

  async take(count: number): Promise<Uint8Array> {
    const taken = await this.upTo(count)
    if (taken.length < count) throw new CutOff()
    this.used(count)
    return taken
  }

  async close(): Promise<void> {
    await this.#source.return?.()
  }
}

class CutOff extends Error {
  readonly code = 'Z_BUF_ERROR'
}
class WrongSum extends Error {
  readonly code = 'Z_DATA_ERROR'
}
