import type { KnowledgeBase } from '../kb/model.ts'
import { formatProblem } from '../kb/problem.ts'
import { runCases } from '../workshop/cases/run-cases.ts'
import { failureText, placeText, summaryText } from '../workshop/cases/text.ts'
import { shippedFolder } from './base.ts'
import { Exit } from './exit.ts'
import type { Io } from './io.ts'
import { readFolders, withShipped } from './read-folder.ts'
import { rulePlaces } from './rule-places.ts'
import { interrupted, watchFor } from './watch.ts'

const quietMs = 60

/** Runs the cases whenever a rule file changes, until it is interrupted. When only cases changed, only those run again. */
export async function watchCases(filter: string | undefined, folders: readonly string[], io: Io): Promise<number> {
  const named = withShipped(folders, shippedFolder)
  let before: KnowledgeBase | undefined
  const test = async (): Promise<void> => {
    const begun = Date.now()
    const read = readFolders(named)
    if (!('kb' in read)) io.out(read.problems.map(formatProblem).join('\n'))
    else {
      const changed = changedCases(before, read.kb)
      before = read.kb
      const { results } = await runCases(read.kb, filter, { chosen: id => changed === undefined || changed.has(id) })
      const placeOf = rulePlaces(named)
      for (const result of results)
        if (result.wrong.length > 0)
          io.out(`${failureText(result, placeText(placeOf({ folder: 'cases', id: result.id, path: ['expect'] })))}\n`)
      io.out(summaryText(results, []))
    }
    io.err(`tested in ${Date.now() - begun} ms; waiting for changes, Ctrl+C ends`)
  }
  let running = test()
  const watching = watchFor(named, quietMs, () => {
    running = running.then(test)
  })
  await interrupted()
  watching.close()
  return Exit.done
}

/** The cases that differ, when nothing else does. */
function changedCases(before: KnowledgeBase | undefined, now: KnowledgeBase): ReadonlySet<string> | undefined {
  if (before === undefined) return undefined
  const rest = ({ kb: { digest: _, ...kb }, cases: __, ...others }: KnowledgeBase) => JSON.stringify([kb, others])
  if (rest(before) !== rest(now)) return undefined
  const text = (kase: unknown) => JSON.stringify(kase)
  return new Set(Object.entries(now.cases).flatMap(([id, kase]) => (text(before.cases[id]) === text(kase) ? [] : [id])))
}
