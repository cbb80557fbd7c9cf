import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Problem } from './problem.ts'
import type { RuleFile } from './read.ts'

/** Reads every file below `folder`. What cannot be read is a problem, not an exception. `read` may know a file already. */
export function loadRuleFiles(
  folder: string,
  read: (path: string) => Uint8Array = path => readFileSync(path),
): { files: RuleFile[]; problems: Problem[] } {
  const files: RuleFile[] = []
  const problems: Problem[] = []
  const unreadable = (shown: string, error: unknown) =>
    problems.push({
      code: 'unreadable-file',
      file: shown,
      line: 1,
      column: 1,
      message: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      hint: 'Check that it exists and who may read it.',
    })
  const walk = (inner: string): void => {
    let entries: ReturnType<typeof list>
    try {
      entries = list(inner)
    } catch (error) {
      unreadable(shownAs(inner), error)
      return
    }
    for (const entry of entries) {
      const full = join(inner, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) walk(full)
      else
        try {
          files.push({ path: relative(folder, full).split(sep).join('/'), shown: shownAs(full), content: read(full) })
        } catch (error) {
          unreadable(shownAs(full), error)
        }
    }
  }
  walk(folder)
  return { files, problems }
}

const list = (folder: string) => readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
const shownAs = (path: string) => path.split(sep).join('/')

/** Names the content of a base: the same files give the same digest wherever they lie. */
export function digestOf(files: readonly RuleFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(path).update('\0').update(content).update('\0')
  return `sha256:${hash.digest('hex')}`
}
