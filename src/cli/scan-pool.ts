import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Matcher } from '../evidence/events/matcher.ts'
import type { Piece, SievedPart } from '../evidence/events/sieve-part.ts'
import { Inbox } from './inbox.ts'
import { Feeder, type Room } from './scan-feeder.ts'
import { failing, type OnRead, piecesOf } from './scan-pieces.ts'

/** What a worker is started with. */
export interface WorkerSetup {
  readonly literals: readonly Uint8Array[]
  readonly repeatLiteral: number
  readonly simd: boolean
}

export interface PieceOfFile {
  readonly id: number
  readonly place: string
  readonly piece: Piece
}

/** Some bytes of what only the other side can read, in memory that goes to and fro; no memory: that was the last. */
export interface Chunk {
  readonly id: number
  readonly room: Room | undefined
  /** So much of it is filled. */
  readonly length: number
}

/** Something to sieve, or how much of what was sieved is taken. */
export type ToWorker = PieceOfFile | Chunk | { readonly taken: number }
export type FromWorker = Sieved | Eaten

interface Sieved {
  readonly id: number
  readonly part: SievedPart & { readonly error?: string }
}

interface Eaten {
  readonly id: number
  /** Bytes of chunks. */
  readonly eaten: number
  readonly emptied: readonly Room[]
  /** One with an end comes last. */
  readonly part?: SievedPart
}

export interface PoolOptions {
  readonly simd: boolean
  readonly onRead: OnRead
}

/** A third thread would only wait for the second core that most machines have. */
const mostWorkers = 2
/** For each worker, so many pieces are under way at a time. */
const ahead = 2

type Search = Pick<Matcher, 'literals' | 'repeatLiteral'>

/** Sieves files in worker threads, which are started for the first one. One file at a time. */
export class ScanPool {
  readonly #script: string
  readonly #count: number
  readonly #options: PoolOptions
  readonly #inboxes = new Map<number, Inbox<FromWorker>>()
  #workers: Worker[] = []
  #nextId = 0

  /** Undefined where there is only one core, or no script for the workers: only the bundle has it. */
  static make(folder: string, threads: number, options: PoolOptions): ScanPool | undefined {
    const script = join(folder, 'scan-worker.cjs')
    const count = Math.min(mostWorkers, threads, availableParallelism())
    return count > 1 && existsSync(script) ? new ScanPool(script, count, options) : undefined
  }

  private constructor(script: string, count: number, options: PoolOptions) {
    this.#script = script
    this.#count = count
    this.#options = options
  }

  close(): void {
    for (const worker of this.#workers) void worker.terminate()
    this.#workers = []
    this.#inboxes.clear()
  }

  /** The lines in which a literal stands, in order. */
  async *sieve(place: string, size: number, search: Search): AsyncGenerator<SievedPart> {
    this.#start(search)
    const workers = this.#workers
    const pieces = piecesOf(size)
    const firstId = this.#nextId
    this.#nextId += pieces.length
    const send = (index: number): void => {
      const id = firstId + index
      this.#inboxes.set(id, new Inbox())
      workers[id % workers.length]!.postMessage({ id, place, piece: pieces[index]! } satisfies ToWorker)
    }
    let done = false
    let sent = 0
    try {
      for (const [index, { to }] of pieces.entries()) {
        while (sent < Math.min(pieces.length, index + ahead * workers.length)) send(sent++)
        const id = firstId + index
        for (let last = false; !last; ) {
          const { part } = (await this.#inboxes.get(id)!.next()) as Sieved
          workers[id % workers.length]!.postMessage({ taken: part.size } satisfies ToWorker)
          last = part.end !== undefined
          yield failing(part)
          if (part.error !== undefined) return
        }
        this.#inboxes.delete(id)
        this.#options.onRead(place, Math.min(size, to))
      }
      done = true
    } finally {
      // Nobody wants the rest; workers that wait for somebody to take it would wait for ever.
      if (!done) this.close()
    }
  }

  /** The same, as one piece, for what only this thread can read. */
  async *sieveChunks(chunks: AsyncIterable<Uint8Array>, search: Search): AsyncGenerator<SievedPart> {
    this.#start(search)
    const worker = this.#workers.at(-1)!
    const id = this.#nextId++
    const inbox = new Inbox<FromWorker>()
    this.#inboxes.set(id, inbox)
    const feeder = new Feeder((room, length) => worker.postMessage({ id, room, length } satisfies ToWorker, [room.buffer]))
    const feeding = feeder.feed(chunks)
    void feeding.then(() => worker.postMessage({ id, room: undefined, length: 0 } satisfies ToWorker))
    let done = false
    try {
      while (!done) {
        const { eaten, emptied, part } = (await inbox.next()) as Eaten
        feeder.eaten(eaten, emptied)
        done = part?.end !== undefined
        if (part) yield done ? { ...part, ...(await feeding) } : part
      }
      this.#inboxes.delete(id)
    } finally {
      feeder.stop()
      await feeding
      if (!done) this.close()
    }
  }

  #start({ literals, repeatLiteral }: Search): void {
    if (this.#workers.length > 0) return
    const encoder = new TextEncoder()
    const setup: WorkerSetup = { literals: literals.map(literal => encoder.encode(literal)), repeatLiteral, simd: this.#options.simd }
    this.#workers = Array.from({ length: this.#count }, () => {
      const worker = new Worker(this.#script, { workerData: setup })
      worker.on('message', (message: FromWorker) => this.#inboxes.get(message.id)?.put(message))
      worker.on('error', error => {
        for (const inbox of this.#inboxes.values()) inbox.fail(error)
      })
      return worker
    })
  }
}
