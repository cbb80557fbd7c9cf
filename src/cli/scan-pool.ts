import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Matcher } from '../evidence/events/matcher.ts'
import type { Piece, SievedPart } from '../evidence/events/sieve-part.ts'
import { Inbox } from './inbox.ts'
import { failing, type OnRead, piecesOf } from './scan-pieces.ts'
import { type Block, blockBytes, blocksOf } from './scan-stream.ts'

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

/** A part of a file that only this thread can read. */
export interface BlockOfFile extends Block {
  readonly id: number
}

/** A piece or a block to sieve, or how much of what was sieved is taken. */
export type ToWorker = PieceOfFile | BlockOfFile | { readonly taken: number }
export interface FromWorker {
  readonly id: number
  readonly part: SievedPart & { readonly error?: string }
}

export interface PoolOptions {
  readonly simd: boolean
  readonly onRead: OnRead
}

/** A third thread would only wait for the second core that most machines have. */
const mostWorkers = 2
/** For each worker, so many pieces are under way at a time. */
const ahead = 2
/** So many blocks of a stream may be under way. */
const blocksAhead = 4

type Search = Pick<Matcher, 'literals' | 'repeatLiteral'>

/** Sieves files in worker threads, which are started for the first one. One file at a time. */
export class ScanPool {
  readonly #script: string
  readonly #count: number
  readonly #options: PoolOptions
  readonly #inboxes = new Map<number, Inbox<FromWorker['part']>>()
  #workers: Worker[] = []
  #blocks: SharedArrayBuffer[] = []
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
    this.#start(this.#count, search)
    const workers = this.#workers
    const pieces = piecesOf(size)
    const firstId = this.#nextId
    this.#nextId += pieces.length
    const send = (index: number): void => {
      const id = firstId + index
      this.#inboxes.set(id, new Inbox<FromWorker['part']>())
      workers[id % workers.length]!.postMessage({ id, place, piece: pieces[index]! } satisfies ToWorker)
    }
    let done = false
    let sent = 0
    try {
      for (const [index, { to }] of pieces.entries()) {
        while (sent < Math.min(pieces.length, index + ahead * workers.length)) send(sent++)
        const id = firstId + index
        for (let last = false; !last; ) {
          const part = await this.#inboxes.get(id)!.next()
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

  /** Whether a worker is there already. */
  get started(): boolean {
    return this.#workers.length > 0
  }

  /**
   * The lines of `chunks` in which a literal stands, in order: one worker sieves while this thread reads on and looks at what was
   * found before. An error of `chunks` stands in the last part.
   */
  async *sieveStream(chunks: AsyncIterable<Uint8Array>, search: Search): AsyncGenerator<SievedPart> {
    this.#start(1, search)
    const worker = this.#workers[0]!
    const id = this.#nextId++
    const inbox = new Inbox<FromWorker['part']>()
    this.#inboxes.set(id, inbox)
    if (this.#blocks.length === 0) this.#blocks = Array.from({ length: blocksAhead }, () => new SharedArrayBuffer(blockBytes))
    const free = new Inbox<SharedArrayBuffer>()
    for (const block of this.#blocks) free.put(block)
    const busy: SharedArrayBuffer[] = []
    const send = async (): Promise<{ error?: unknown }> => {
      const filling = blocksOf(chunks, free)
      for (;;) {
        const { done, value } = await filling.next()
        if (done) return value
        busy.push(value.block)
        worker.postMessage({ id, ...value } satisfies ToWorker)
      }
    }
    let done = false
    try {
      const sending = send()
      for (let last = false; !last; ) {
        const part = await inbox.next()
        last = part.end !== undefined
        yield last ? { ...part, ...(await sending) } : part
        // Only now, so that what waits to be looked at stays little.
        free.put(busy.shift()!)
      }
      this.#inboxes.delete(id)
      done = true
    } finally {
      if (!done) {
        free.fail(new Error('Nobody wants the rest.'))
        this.#blocks = []
        this.close()
      }
    }
  }

  #start(count: number, { literals, repeatLiteral }: Search): void {
    if (this.#workers.length >= count) return
    const encoder = new TextEncoder()
    const setup: WorkerSetup = { literals: literals.map(literal => encoder.encode(literal)), repeatLiteral, simd: this.#options.simd }
    while (this.#workers.length < count) {
      const worker = new Worker(this.#script, { workerData: setup })
      worker.on('message', ({ id, part }: FromWorker) => this.#inboxes.get(id)?.put(part))
      worker.on('error', error => {
        for (const inbox of this.#inboxes.values()) inbox.fail(error)
      })
      this.#workers.push(worker)
    }
  }
}
