import { parentPort, workerData } from 'node:worker_threads'
import type { KnowledgeBase } from '../kb/model.ts'
import type { Outcome } from '../workshop/mutate/model.ts'
import { trialsOf } from '../workshop/mutate/run.ts'

/** What a thread is started with. */
export interface MutateSetup {
  readonly kb: KnowledgeBase
  readonly filter: string
}

/** What a thread answers: the change of this number was tried. */
export interface Tried {
  readonly index: number
  readonly outcome: Outcome
}

const { kb, filter } = workerData as MutateSetup
// Every thread makes the same list, so that a number is enough to name a change.
const trials = trialsOf(kb, filter)
parentPort!.on('message', async (indexes: readonly number[]) => {
  const { run } = await trials
  for (const index of indexes) parentPort!.postMessage({ index, outcome: await run(index) } satisfies Tried)
})
