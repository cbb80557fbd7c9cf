import { basename } from 'node:path'
import type { Case } from '../case/case-file.ts'
import { toJson } from '../render/json.ts'
import { diffBases, type SavedCase } from '../workshop/diff/diff.ts'
import type { KbDiff } from '../workshop/diff/model.ts'
import { diffMarkdown, diffText } from '../workshop/diff/text.ts'
import { loadCase } from './case-store.ts'
import { Exit } from './exit.ts'
import { baseAt } from './git-base.ts'
import type { Io } from './io.ts'

export interface DiffOptions {
  readonly case?: readonly string[]
  readonly path: string
  readonly format: string
}

/** What changes for every case between two bases. Exit 1 when anything a user would see changes, or any id. */
export async function diffCommand(old: string, now: string, { case: files = [], path, format }: DiffOptions, io: Io): Promise<number> {
  const before = baseAt(old, path)
  const after = baseAt(now, path)
  const saved = files.map((file): SavedCase => {
    const onOld: Case = loadCase(file, before).value
    const { value: onNew, notes } = loadCase(file, after)
    return { name: basename(file), old: onOld, new: onNew, lost: notes.filter(note => !note.includes('is now called')) }
  })
  const showsProgress = io.stderr.isTTY === true
  const diff = await diffBases({ name: old, kb: before }, { name: now, kb: after }, saved, (done, of) => {
    if (showsProgress) io.stderr.write(`\r\u001B[K${done} of ${of} cases`)
  })
  if (showsProgress) io.stderr.write('\r\u001B[K')
  if (format === 'json') io.out(toJson({ schema: 'avert/kb-diff@1', ...diff }))
  else io.out(format === 'markdown' ? diffMarkdown(diff) : diffText(diff))
  return changed(diff) ? Exit.findings : Exit.done
}

const changed = ({ groups, cases }: KbDiff) => groups.length + cases.length > 0
