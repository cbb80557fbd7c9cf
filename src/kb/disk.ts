import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Problem } from './problem.ts'
import type { RuleFile } from './read.ts'
import { folders } from './shapes.ts'
import { whyUnreadable } from './why-unreadable.ts'
import { maxBytes } from './yaml-file.ts'

/** Far more than a base has; a folder with more is something else, such as a home folder. */
const mostEntries = 20_000
const atRoot = /^(?:kb|sources)\.ya?ml$/

/** Reads every file below `folder`. What cannot be read is a problem, not an exception. `read` may know a file already. */
export function loadRuleFiles(folder: string, read: (path: string) => Uint8Array = readStart): { files: RuleFile[]; problems: Problem[] } {
  const files: RuleFile[] = []
  const problems: Problem[] = []
  const report = (path: string, code: string, message: string, hint: string) =>
    void problems.push({ code, file: shownAs(path), line: 1, column: 1, message, hint })
  const unreadable = (path: string, error: unknown) =>
    report(path, 'unreadable-file', `cannot be read (${whyUnreadable(error)})`, 'Check that it exists and who may read it.')
  let seen = 0
  const walk = (inner: string): string[] => {
    let entries: ReturnType<typeof list>
    try {
      entries = list(inner)
    } catch (error) {
      if (inner === folder && isFile(folder))
        report(folder, 'no-base', 'this is a file; a knowledge base is a folder', 'Name the folder that holds kb.yaml.')
      else unreadable(inner, error)
      return []
    }
    // Before anything below is looked at: it may be a whole disk.
    if (inner === folder && !entries.some(isOfBase)) {
      report(
        folder,
        'no-base',
        'neither kb.yaml nor a folder of a knowledge base lies here',
        `Folders: ${Object.keys(folders).join(', ')}.`,
      )
      return []
    }
    const found: string[] = []
    for (const entry of entries) {
      if (++seen > mostEntries) break
      const full = join(inner, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) found.push(...walk(full))
      else if (entry.isSymbolicLink() && isFolder(full))
        report(full, 'link-to-folder', 'this is a link to a folder; such links are not followed', 'Put the files themselves there.')
      else found.push(full)
    }
    return found
  }
  const paths = walk(folder)
  if (seen > mostEntries) {
    report(folder, 'too-many-files', `more than ${mostEntries} files lie here; nothing was read`, 'Name the folder of the base alone.')
    return { files, problems }
  }
  for (const full of paths)
    try {
      if (statSync(full).isFile())
        files.push({ path: relative(folder, full).split(sep).join('/'), shown: shownAs(full), content: read(full) })
      else report(full, 'unreadable-file', 'this is no file, but a pipe, a socket or a device', 'Move it away.')
    } catch (error) {
      unreadable(full, error)
    }
  return { files, problems }
}

/** A file, or one byte more of it than a rule file may have: a log that lies there by mistake does not fill the memory. */
export function readStart(path: string): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    if (fstatSync(handle).size <= maxBytes) return readFileSync(handle)
    const start = new Uint8Array(maxBytes + 1)
    return start.subarray(0, readSync(handle, start))
  } finally {
    closeSync(handle)
  }
}

const list = (folder: string) => readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
const isOfBase = ({ name }: { readonly name: string }) => atRoot.test(name) || Object.hasOwn(folders, name)
const isFile = (path: string) => existsSync(path) && statSync(path).isFile()
const isFolder = (path: string) => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
const shownAs = (path: string) => path.split(sep).join('/')

/** Names the content of a base: the same files give the same digest wherever they lie. */
export function digestOf(files: readonly RuleFile[]): string {
  const hash = createHash('sha256')
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(path).update('\0').update(content).update('\0')
  return `sha256:${hash.digest('hex')}`
}
