import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, type Stats, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { whyUnreadable } from '../kb/why-unreadable.ts'

/** A file that shows that a folder is ours, with the list of what we wrote there. */
export interface Marker {
  readonly name: string
  readonly says: string
}

export interface Refusal {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/**
 * Writes `files` (relative path -> content) into `folder` and removes what an earlier run wrote there and is gone now.
 * Refuses a folder that holds anything else, unless `force`; never follows a link out of the folder.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>, marker: Marker, force: boolean): Refusal | undefined {
  try {
    const former = look(folder)
    if (former !== undefined && !former.isDirectory() && !(former.isSymbolicLink() && isFolder(folder)))
      return { code: 'not-a-folder', message: `${folder} is not a folder`, hint: 'Name a new or empty folder.' }
    mkdirSync(folder, { recursive: true })
    const names = readdirSync(folder)
    if (names.length > 0 && !names.includes(marker.name) && !force)
      return {
        code: 'folder-not-empty',
        message: `${folder} holds other files`,
        hint: 'Name a new or empty folder, or write --force to add the handbook to it.',
      }
    const paths = [...files.keys()]
    const link = outward(folder, paths)
    if (link !== undefined)
      return { code: 'link-in-folder', message: `${link} is not a folder of its own`, hint: 'Remove it, or name a new folder.' }
    for (const path of listed(folder, marker)) if (!files.has(path)) remove(folder, path)
    for (const [path, content] of files) writeOne(folder, path, content)
    writeOne(folder, marker.name, `${marker.says}\n${[...paths].sort().join('\n')}\n`)
    return undefined
  } catch (error) {
    return { code: 'cannot-write', message: `cannot be written (${whyUnreadable(error)})`, hint: 'Name a folder that you may write to.' }
  }
}

function look(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}

const isFolder = (path: string): boolean => {
  try {
    readdirSync(path)
    return true
  } catch {
    return false
  }
}

/** The first folder on the way to one of the files that is a link or no folder. */
function outward(folder: string, paths: readonly string[]): string | undefined {
  const parents = new Set(
    paths.flatMap(path =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, i, parts) => parts.slice(0, i + 1).join('/')),
    ),
  )
  return [...parents].map(parent => join(folder, parent)).find(parent => look(parent)?.isDirectory() === false)
}

/** What the marker lists. Somebody may have edited it, so only plain paths of the kinds we write are believed. */
function listed(folder: string, { name }: Marker): string[] {
  if (look(join(folder, name))?.isFile() !== true) return []
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').slice(1)
  return lines.filter(line => /^(?:[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*\.(?:html|md|css|js)$/.test(line) && !line.includes('..'))
}

function remove(folder: string, path: string): void {
  if (outward(folder, [path]) === undefined && look(join(folder, path))?.isFile() === true) unlinkSync(join(folder, path))
}

/** Written aside and moved into place: a link that has the file's name is replaced, not followed. */
function writeOne(folder: string, path: string, content: string): void {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  const aside = `${target}.${process.pid}.part`
  rmSync(aside, { force: true })
  writeFileSync(aside, content, { flag: 'wx' })
  renameSync(aside, target)
}
