import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { toJson } from '../render/json.ts'
import type { Outcome } from '../workshop/mutate/model.ts'
import { scoreOf, type Trials, trialsOf } from '../workshop/mutate/run.ts'
import { mutationDocument, mutationText } from '../workshop/mutate/text.ts'
import { authorFolders } from './base.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import type { MutateSetup, Tried } from './kb-mutate-worker.ts'
import { percentOption } from './kb-test.ts'
import { rulePlaces } from './rule-places.ts'

export interface MutateOptions {
  readonly threshold: string
  readonly workers?: string
  readonly format: string
  readonly kb?: readonly string[]
}

/** Small enough that all threads end at about the same time. */
const changesAtOnce = 4
const mostWorkers = 64
const barWidth = 20
const everyMs = 200

/** Changes one thing of the base at a time and tells which changes no case and no example notices. */
export async function mutateCommand(
  filter: string | undefined,
  { threshold, workers, format, kb: named }: MutateOptions,
  io: Io,
): Promise<number> {
  const wanted = percentOption(threshold)!
  const threads = workersOption(workers)
  const folders = authorFolders(named, io)
  const kb = await baseOrFail(folders, 'whole')
  const setup: MutateSetup = { kb, filter: filter ?? '' }
  const trials = await trialsOf(kb, setup.filter)
  if (trials.failing.length > 0)
    throw new UserError(Exit.findings, [
      `cases-fail: ${trials.failing.length} cases fail on the base as it is: ${trials.failing.slice(0, 5).join(', ')}`,
      '  hint: Run "avert kb test" and mend them first.',
    ])
  if (trials.mutants.length === 0)
    throw new UserError(Exit.usage, [
      `nothing-to-change: no object is called "${setup.filter.slice(0, 80)}"`,
      '  hint: Give a part of an id.',
    ])
  const progress = progressBar(trials.mutants.length, io)
  const script = join(__dirname, 'kb-mutate-worker.cjs')
  const outcomes =
    threads > 1 && existsSync(script) ? await inThreads(script, setup, trials, threads, progress) : await here(trials, progress)
  progress.clear()
  const placeOf = rulePlaces(folders)
  io.out(format === 'json' ? toJson(mutationDocument(outcomes, placeOf)) : mutationText(outcomes, placeOf))
  const { percent } = scoreOf(outcomes)
  if (percent < wanted) io.err(`below-threshold: ${percent} % of the changes were noticed, wanted ${wanted} %`)
  return percent < wanted ? Exit.findings : Exit.done
}

function workersOption(text: string | undefined): number {
  const threads = text === undefined ? availableParallelism() : Number(text)
  if (!Number.isInteger(threads) || threads < 1 || threads > mostWorkers)
    throw new UserError(Exit.usage, [
      `wrong-option: --workers takes a whole number from 1 to ${mostWorkers}, not "${String(text).slice(0, 40)}"`,
    ])
  return threads
}

interface Progress {
  done(): void
  clear(): void
}

async function here({ mutants, run }: Trials, progress: Progress): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const index of mutants.keys()) {
    outcomes.push(await run(index))
    progress.done()
  }
  return outcomes
}

/** Each thread takes the next few changes whenever it is done with its own; the result is in the order of the changes. */
async function inThreads(script: string, setup: MutateSetup, { mutants }: Trials, threads: number, progress: Progress): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array(mutants.length)
  let next = 0
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData: setup })
      let waiting = 0
      const more = () => {
        const indexes = Array.from({ length: Math.min(changesAtOnce, mutants.length - next) }, (_, i) => next + i)
        next += indexes.length
        waiting = indexes.length
        if (waiting > 0) worker.postMessage(indexes)
        else void worker.terminate().then(() => resolve())
      }
      worker.on('error', reject)
      worker.on('message', ({ index, outcome }: Tried) => {
        outcomes[index] = outcome
        progress.done()
        if (--waiting === 0) more()
      })
      more()
    })
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(mutants.length / changesAtOnce)) }, work))
  return outcomes
}

/** A bar on a terminal; elsewhere nothing. */
function progressBar(of: number, { stderr }: Io): Progress {
  let tried = 0
  let shown = 0
  return {
    done() {
      tried++
      if (stderr.isTTY !== true || Date.now() - shown < everyMs) return
      shown = Date.now()
      const full = Math.round((tried / of) * barWidth)
      stderr.write(`\r\u001B[K[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${tried} of ${of} changes`)
    },
    clear() {
      if (shown > 0) stderr.write('\r\u001B[K')
    },
  }
}
