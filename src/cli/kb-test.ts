import { toJson } from '../render/json.ts'
import { Exit } from './exit.ts'
import type { Io } from './io.ts'
import { baseOrFail } from './kb.ts'
import { allSteps, runCases } from './run-cases.ts'

/** Runs the cases. With `--coverage` also says which rules and steps the cases never showed. */
export async function testCommand(
  filter: string | undefined,
  { format, kb: folder, coverage: wanted }: { format: string; kb?: string; coverage?: boolean },
  io: Io,
): Promise<number> {
  const kb = await baseOrFail(folder, 'whole')
  const { results, coverage, steps } = await runCases(kb, filter)
  const failed = results.filter(({ wrong }) => wrong.length > 0)
  const gaps = [...coverage].flatMap(([rule, seen]) =>
    (['holds', 'fails', 'open'] as const)
      .filter(state => seen[state] === 0)
      .map(state => `${rule} never ${state === 'open' ? 'stays open' : state}`),
  )
  const unprinted = allSteps(kb).filter(step => !steps.has(step))
  if (format === 'json') io.out(toJson({ schema: 'avert/test@1', results, ...(wanted ? { gaps, unprinted } : {}) }))
  else {
    for (const { id, title, wrong } of failed) io.out(`${id}: ${title}\n${wrong.map(sentence => `  ${sentence}`).join('\n')}`)
    if (wanted)
      io.out(
        [...gaps.map(gap => `gap: ${gap}`), ...unprinted.map(step => `gap: step ${step} is never printed`)].join('\n') ||
          'every rule was seen to hold, fail and stay open; every step was printed',
      )
    io.out(`${results.length - failed.length} passed, ${failed.length} failed`)
  }
  return failed.length > 0 ? Exit.findings : Exit.done
}
