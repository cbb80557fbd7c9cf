import { parentPort, workerData } from 'node:worker_threads'
import { createPrefilter } from '../evidence/events/prefilter.ts'
import { createSimdPrefilter } from '../evidence/events/prefilter-simd.ts'
import type { SieveSearch } from '../evidence/events/sieve.ts'
import { StreamSieve } from '../evidence/events/sieve-part.ts'
import type { Room } from './scan-feeder.ts'
import { sieveFile } from './scan-pieces.ts'
import type { Chunk, FromWorker, PieceOfFile, ToWorker, WorkerSetup } from './scan-pool.ts'

/** Found lines that wait for the other side; a log full of them must not fill the memory. */
const mostWaiting = 4 * 1024 ** 2
/** Each message wakes the other thread, which takes as long as to search a small chunk. */
const tellEvery = 2 * 1024 ** 2

/** A thread of its own: sieves the pieces of files that it is told, in that order, or what comes in chunks, as it comes. */
class Work {
  readonly #port: NonNullable<typeof parentPort>
  readonly #search: SieveSearch
  #waiting = 0
  #goOn = () => {}
  #before = Promise.resolve()
  #stream: StreamSieve | undefined
  #eaten = 0
  #emptied: Room[] = []

  constructor(port: NonNullable<typeof parentPort>, { literals, repeatLiteral, simd }: WorkerSetup) {
    this.#port = port
    this.#search = { prefilter: (simd ? createSimdPrefilter(literals) : undefined) ?? createPrefilter(literals), repeatLiteral }
    port.on('message', (message: ToWorker) => this.#take(message))
  }

  #take(message: ToWorker): void {
    if ('taken' in message) {
      this.#waiting -= message.taken
      this.#goOn()
    } else if ('piece' in message) this.#before = this.#before.then(() => this.#sieve(message))
    else this.#sieveChunk(message)
  }

  async #sieve({ id, place, piece }: PieceOfFile): Promise<void> {
    for (const part of sieveFile(place, piece, this.#search)) {
      this.#port.postMessage({ id, part } satisfies FromWorker)
      this.#waiting += part.size
      while (this.#waiting > mostWaiting)
        await new Promise<void>(resolve => {
          this.#goOn = resolve
        })
    }
  }

  /** The other side waits until it hears that its chunks were eaten. */
  #sieveChunk({ id, room, length }: Chunk): void {
    this.#stream ??= new StreamSieve(this.#search)
    const part = room ? this.#stream.push(room.subarray(0, length)) : this.#stream.end()
    this.#eaten += length
    if (room) this.#emptied.push(room)
    else this.#stream = undefined
    if (room && !part && this.#eaten < tellEvery) return
    const message: FromWorker = { id, eaten: this.#eaten, emptied: this.#emptied, ...(part ? { part } : {}) }
    this.#port.postMessage(
      message,
      this.#emptied.map(({ buffer }) => buffer),
    )
    this.#eaten = 0
    this.#emptied = []
  }
}

if (parentPort) new Work(parentPort, workerData as WorkerSetup)
