import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '../kb/disk.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { formatProblem } from '../kb/problem.ts'
import { type RuleFile, readBase } from '../kb/read.ts'
import { shippedFolder } from './base.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'
import { patternTools, readFolders, withShipped } from './read-folder.ts'

/** The base in a folder (of a few files of one's own: with the shipped base below), or the one that a git revision holds below `path`. Nothing is checked out. */
export function baseAt(name: string, path: string): KnowledgeBase {
  const folder = existsSync(name) && statSync(name).isDirectory()
  const read = folder ? readFolders(withShipped([name], shippedFolder)) : fromRevision(name, path)
  if ('kb' in read && read.kb) return read.kb
  throw new UserError(Exit.base, read.problems!.map(formatProblem))
}

function fromRevision(revision: string, path: string) {
  const files = filesIn(revision, path)
  return readBase(files, digestOf(files), patternTools)
}

function filesIn(revision: string, path: string): RuleFile[] {
  // A revision that begins with a hyphen would be an option of git.
  const wrong = (message: string, hint: string) => new UserError(Exit.input, [`no-such-base: ${message}`, `  hint: ${hint}`])
  if (revision.startsWith('-') || git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).status !== 0)
    throw wrong(
      `"${revision}" is neither a folder nor a revision of the git repository here`,
      'Name a folder with kb.yaml, or a branch, tag or commit.',
    )
  const below = path.replace(/\/+$/, '')
  const listed = git(['ls-tree', '-r', '-z', '--full-name', revision, '--', `${below}/`])
  const prefix = git(['rev-parse', '--show-prefix']).stdout.toString().trim()
  const entries = listed.stdout
    .toString()
    .split('\0')
    .map(line => /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line))
    // As on disk: what begins with a dot is no part of a base.
    .filter((entry): entry is RegExpExecArray => entry !== null && !/(?:^|\/)\./.test(entry[2]!.slice(prefix.length)))
  if (listed.status !== 0 || entries.length === 0)
    throw wrong(`revision "${revision}" holds nothing below ${below}/`, 'Name the folder of the base with --path.')
  const blobs = git(['cat-file', '--batch'], entries.map(([, id]) => `${id}\n`).join(''))
  let at = 0
  return entries.map(([, , file]) => {
    const end = blobs.stdout.indexOf(10, at)
    const size = Number(blobs.stdout.toString('latin1', at, end).split(' ')[2])
    const content = blobs.stdout.subarray(end + 1, end + 1 + size)
    at = end + 1 + size + 1
    const own = file!.slice(join(prefix, below).length + 1)
    return { path: own, shown: `${revision}:${file}`, content }
  })
}

function git(args: readonly string[], input?: string) {
  const ran = spawnSync('git', args, { maxBuffer: 1 << 30, ...(input === undefined ? {} : { input }) })
  if (ran.error)
    throw new UserError(Exit.input, [
      `no-git: git cannot be run (${(ran.error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      '  hint: Name two folders instead of revisions.',
    ])
  return ran
}
