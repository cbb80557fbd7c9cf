import { parentPort, workerData } from 'node:worker_threads'
import { createPrefilter } from '../evidence/events/prefilter.ts'
import { createSimdPrefilter } from '../evidence/events/prefilter-simd.ts'
import { sieveFile } from './scan-pieces.ts'
import type { FromWorker, PieceOfFile, ToWorker, WorkerSetup } from './scan-pool.ts'

/** Found lines that wait for the other side; a log full of them must not fill the memory. */
const mostWaiting = 4 * 1024 ** 2

/** A thread of its own: sieves the pieces of files that it is told, in that order. */
function work(port: NonNullable<typeof parentPort>, { literals, repeatLiteral, simd }: WorkerSetup): void {
  const search = { prefilter: (simd ? createSimdPrefilter(literals) : undefined) ?? createPrefilter(literals), repeatLiteral }
  let waiting = 0
  let goOn = () => {}
  let before = Promise.resolve()
  const sieve = async ({ id, place, piece }: PieceOfFile): Promise<void> => {
    for (const part of sieveFile(place, piece, search)) {
      port.postMessage({ id, part } satisfies FromWorker)
      waiting += part.size
      while (waiting > mostWaiting)
        await new Promise<void>(resolve => {
          goOn = resolve
        })
    }
  }
  port.on('message', (message: ToWorker) => {
    if ('taken' in message) {
      waiting -= message.taken
      goOn()
    } else before = before.then(() => sieve(message))
  })
}

if (parentPort) work(parentPort, workerData as WorkerSetup)
