import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Matcher } from '../evidence/events/matcher.ts'
import type { Piece, SievedPart } from '../evidence/events/sieve-part.ts'
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

/** A piece to sieve, or how much of what was sieved is taken. */
export type ToWorker = PieceOfFile | { readonly taken: number }
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

type Search = Pick<Matcher, 'literals' | 'repeatLiteral'>

/** Sieves files in worker threads, which are started for the first one. One file at a time. */
export class ScanPool {
  readonly #script: string
  readonly #count: number
  readonly #options: PoolOptions
  readonly #inboxes = new Map<number, Inbox>()
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

  #start({ literals, repeatLiteral }: Search): void {
    if (this.#workers.length > 0) return
    const encoder = new TextEncoder()
    const setup: WorkerSetup = { literals: literals.map(literal => encoder.encode(literal)), repeatLiteral, simd: this.#options.simd }
    this.#workers = Array.from({ length: this.#count }, () => {
      const worker = new Worker(this.#script, { workerData: setup })
      worker.on('message', ({ id, part }: FromWorker) => this.#inboxes.get(id)?.put(part))
      worker.on('error', error => {
        for (const inbox of this.#inboxes.values()) inbox.fail(error)
      })
      return worker
    })
  }
}

/** What came from one piece and was not asked for yet. */
class Inbox {
  readonly #waiting: FromWorker['part'][] = []
  #wake = () => {}
  #error: unknown

  put(part: FromWorker['part']): void {
    this.#waiting.push(part)
    this.#wake()
  }

  fail(error: unknown): void {
    this.#error = error
    this.#wake()
  }

  async next(): Promise<FromWorker['part']> {
    for (;;) {
      const part = this.#waiting.shift()
      if (part) return part
      if (this.#error !== undefined) throw this.#error
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
  }
}
