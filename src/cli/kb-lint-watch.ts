import { statSync } from 'node:fs'
import { loadRuleFiles, readStart } from '../kb/disk.ts'
import { layOver } from '../kb/overlay.ts'
import { createLinter, type LintInput, type LintResult, type LintSettings } from '../workshop/lint/linter.ts'
import { Exit } from './exit.ts'
import type { Io } from './io.ts'
import { interrupted, watchFor } from './watch.ts'

const quietMs = 40
const graceMs = 300

/**
 * Lints whenever a file changes, until it is interrupted. Only changed files are read again. What needs the whole base is
 * told a moment later, so that a slip of the hand shows at once.
 */
export async function watchFolders(
  folders: readonly string[],
  settings: LintSettings,
  print: (result: LintResult) => void,
  io: Io,
): Promise<number> {
  const linter = createLinter(settings)
  const reader = createReader(folders)
  let timer: NodeJS.Timeout | undefined
  let shown = ''
  const show = (result: LintResult) => {
    const text = JSON.stringify(result.findings)
    if (text !== shown) print(result)
    shown = text
  }
  const lint = () => {
    const begun = Date.now()
    const input = reader()
    show(linter.lint(input, settings.verify === undefined))
    io.err(`linted in ${Date.now() - begun} ms; waiting for changes, Ctrl+C ends`)
    if (settings.verify) timer = setTimeout(() => show(linter.lint(input)), graceMs)
  }
  // A change calls off what is still to be told of the base before it.
  const watching = watchFor(folders, quietMs, () => {
    clearTimeout(timer)
    lint()
  })
  lint()
  await interrupted()
  clearTimeout(timer)
  watching.close()
  return Exit.done
}

/** Reads the folders; a file whose size and time are as before is not read again. */
function createReader(folders: readonly string[]): () => LintInput {
  let known = new Map<string, { stamp: string; content: Uint8Array }>()
  return () => {
    const next: typeof known = new Map()
    const layers = folders.map(folder =>
      loadRuleFiles(folder, path => {
        const { size, mtimeMs, ino } = statSync(path)
        const stamp = `${size} ${mtimeMs} ${ino}`
        const old = known.get(path)
        const content = old?.stamp === stamp ? old.content : readStart(path)
        next.set(path, { stamp, content })
        return content
      }),
    )
    known = next
    return { ...layOver(layers.map(({ files }) => files)), problems: layers.flatMap(({ problems }) => problems), digest: 'watched' }
  }
}
