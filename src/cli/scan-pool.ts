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

/** Some bytes of a file that is read elsewhere, in shared memory; without any it has ended. */
export interface ChunkOfFile {
  readonly id: number
  readonly chunk: Uint8Array | undefined
}

/** What to sieve, or how much of what was sieved is taken. */
export type ToWorker = PieceOfFile | ChunkOfFile | { readonly taken: number }
/** `emptied`: the memory of the oldest chunk may be filled again. */
export type FromWorker =
  | { readonly id: number; readonly part: SievedPart & { readonly error?: string }; readonly emptied?: undefined }
  | { readonly id: number; readonly emptied: true; readonly part?: undefined }
export type SentPart = NonNullable<FromWorker['part']>

export interface PoolOptions {
  readonly simd: boolean
  readonly onRead: OnRead
}

/** A third thread would only wait for the second core that most machines have. */
const mostWorkers = 2
/** For each worker, so many pieces are under way at a time. */
const ahead = 2
/** The shared memory in which chunks go to a worker. */
const slots = 8
const slotBytes = 512 * 1024

type Search = Pick<Matcher, 'literals' | 'repeatLiteral'>

/** Sieves files in worker threads, which are started for the first one. One file at a time. */
export class ScanPool {
  readonly #script: string
  readonly #count: number
  readonly #options: PoolOptions
  readonly #inboxes = new Map<number, Inbox>()
  #workers: Worker[] = []
  #nextId = 0
  /** Made when the first file comes in chunks. */
  #slots: readonly Uint8Array[] = []

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
    // Whoever hands over chunks must not wait for ever.
    for (const inbox of this.#inboxes.values()) inbox.fail(new Error('stopped'))
    this.#inboxes.clear()
  }

  /** The lines in which a literal stands, in order. */
  async *sieve(place: string, size: number, search: Search): AsyncGenerator<SievedPart> {
    this.#start(search, this.#count)
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

  /** The same for a file that is read, or unpacked, by the caller: the worker searches while the next chunk is on its way. */
  async *sieveChunks(chunks: AsyncIterable<Uint8Array>, search: Search): AsyncGenerator<SievedPart> {
    this.#start(search, 1)
    const worker = this.#workers[0]!
    const id = this.#nextId++
    const inbox = new Inbox()
    this.#inboxes.set(id, inbox)
    let stopped = false
    const sending = this.#send(chunks, id, inbox, worker, () => stopped)
    try {
      for (let last = false; !last; ) {
        const part = await inbox.next()
        worker.postMessage({ taken: part.size } satisfies ToWorker)
        last = part.end !== undefined
        yield last ? { ...part, ...(await sending) } : part
      }
      this.#inboxes.delete(id)
    } finally {
      stopped = true
      if (this.#inboxes.has(id)) this.close()
    }
  }

  /** Hands over all chunks, and says what ended them early. */
  async #send(
    chunks: AsyncIterable<Uint8Array>,
    id: number,
    inbox: Inbox,
    worker: Worker,
    stopped: () => boolean,
  ): Promise<{ readonly error?: unknown }> {
    let failed: { readonly error?: unknown } = {}
    let sent = 0
    try {
      for await (const chunk of chunks) {
        for (let at = 0; at < chunk.length; at += slotBytes) {
          await inbox.emptied(sent - slots + 1)
          if (stopped()) return {}
          const bytes = chunk.subarray(at, at + slotBytes)
          const slot = this.#slots[sent++ % slots]!
          slot.set(bytes)
          worker.postMessage({ id, chunk: slot.subarray(0, bytes.length) } satisfies ToWorker)
        }
      }
    } catch (error) {
      failed = { error }
    }
    if (!stopped()) worker.postMessage({ id, chunk: undefined } satisfies ToWorker)
    return failed
  }

  /** Makes sure that so many workers run. */
  #start({ literals, repeatLiteral }: Search, count: number): void {
    if (this.#slots.length === 0) this.#slots = Array.from({ length: slots }, () => new Uint8Array(new SharedArrayBuffer(slotBytes)))
    const encoder = new TextEncoder()
    const setup: WorkerSetup = { literals: literals.map(literal => encoder.encode(literal)), repeatLiteral, simd: this.#options.simd }
    while (this.#workers.length < count) {
      const worker = new Worker(this.#script, { workerData: setup })
      worker.on('message', ({ id, part }: FromWorker) => {
        const inbox = this.#inboxes.get(id)
        if (part) inbox?.put(part)
        else inbox?.putEmptied()
      })
      worker.on('error', error => {
        for (const inbox of this.#inboxes.values()) inbox.fail(error)
      })
      this.#workers.push(worker)
    }
  }
}

/** What came from one piece, or file, and was not asked for yet. */
class Inbox {
  readonly #waiting: SentPart[] = []
  #emptied = 0
  #wake: (() => void)[] = []
  #error: unknown

  put(part: SentPart): void {
    this.#waiting.push(part)
    this.#wakeAll()
  }

  putEmptied(): void {
    this.#emptied++
    this.#wakeAll()
  }

  fail(error: unknown): void {
    this.#error = error
    this.#wakeAll()
  }

  async next(): Promise<SentPart> {
    await this.#until(() => this.#waiting.length > 0)
    return this.#waiting.shift()!
  }

  /** Resolves once so many chunks were emptied. */
  async emptied(count: number): Promise<void> {
    if (this.#emptied < count) await this.#until(() => this.#emptied >= count)
  }

  async #until(ready: () => boolean): Promise<void> {
    while (!ready()) {
      if (this.#error !== undefined) throw this.#error
      await new Promise<void>(resolve => this.#wake.push(resolve))
    }
  }

  #wakeAll(): void {
    const woken = this.#wake
    this.#wake = []
    for (const wake of woken) wake()
  }
}
