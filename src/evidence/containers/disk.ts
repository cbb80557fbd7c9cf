import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs'
import { open, readdir, readlink, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import type { EvidenceFile, Unopened } from '../model.ts'
import { openSource, type Source, whyLink } from './archive.ts'
import { type Bytes, openFlags } from './bytes.ts'
import { shown } from './entry-path.ts'
import { cannotRead, codeOf, EvidenceError, whyNot } from './error.ts'
import { type Budget, defaultLimits, type Limits } from './limits.ts'

const chunkBytes = 1024 ** 2

export interface OpenOptions {
  readonly limits?: Limits
  /** Told how far a file of the machine, packed or not, has been read. */
  readonly onRead?: ((place: string, position: number) => void) | undefined
}

type Opening = Budget & Pick<OpenOptions, 'onRead'>

interface Argument {
  readonly full: string
  /** What its members are called after. */
  readonly name: string
  readonly kind: 'folder' | 'file' | 'stream'
}

/**
 * Opens folders, files, archives and, as `-`, standard input: every member in a stable order, with a path that begins
 * with the name of the argument it belongs to. Links are not followed and nothing is written.
 *
 * @throws {EvidenceError} before anything is opened, when a path does not exist or cannot be reached.
 */
export async function* openEvidence(
  paths: readonly string[],
  stdin?: Bytes,
  { limits = defaultLimits, onRead }: OpenOptions = {},
): AsyncGenerator<EvidenceFile | Unopened> {
  const given = await argumentsOf(paths)
  const budget: Opening = { limits, unpacked: 0, onRead }
  for (const argument of given) {
    if (argument === '-') {
      if (stdin) yield* openSource({ path: 'stdin', again: false, read: () => stdin }, 0, budget)
    } else if (argument.kind === 'folder') yield* openFolder(argument.full, argument.full, argument.name, budget)
    else yield* openSource(sourceOf(argument.full, argument.name, argument.kind === 'file', budget.onRead), 0, budget)
  }
}

/** Somebody writes into a pipe that the shell opened, as in `avert scan <(zcat messages.gz)`; in one of any other name, perhaps never. */
const openedByShell = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/(?:self|thread-self|\d+)\/fd\/\d+)$/

async function argumentsOf(paths: readonly string[]): Promise<(Argument | '-')[]> {
  const found: (Argument | '-')[] = []
  const seen = new Set<string>()
  const names = new Set<string>()
  for (const path of paths) {
    // The same thing given twice must not count twice.
    const full = path === '-' ? '-' : await reached(path)
    if (seen.has(full)) continue
    seen.add(full)
    if (path === '-') {
      found.push('-')
      continue
    }
    const about = await stat(full).catch(error => Promise.reject(cannotReach(path, error)))
    const ofShell = about.isFIFO() && openedByShell.test(resolve(path))
    const kind = about.isDirectory() ? 'folder' : about.isFile() ? 'file' : ofShell ? 'stream' : undefined
    if (!kind)
      throw new EvidenceError(
        'evidence-unreadable',
        path,
        `${shown(path)} is a ${about.isFIFO() ? 'named pipe' : about.isSocket() ? 'socket' : 'device'}, not a file or folder.`,
        'Give a file, a folder or an archive; "-" reads standard input, as in: zcat messages.gz | avert scan -',
      )
    const wanted = shown(basename(resolve(path))) || 'root'
    let name = wanted
    for (let i = 2; names.has(name); i++) name = `${wanted} (${i})`
    names.add(name)
    found.push({ full, name, kind })
  }
  return found
}

async function reached(path: string): Promise<string> {
  try {
    // A pipe as the shell hands it over (/dev/fd/63) has no real path.
    return (await stat(path)).isFIFO() ? resolve(path) : await realpath(path)
  } catch (error) {
    throw cannotReach(path, error)
  }
}

async function* openFolder(folder: string, root: string, name: string, budget: Opening): AsyncGenerator<EvidenceFile | Unopened> {
  const pathOf = (full: string) => `${name}/${shown(relative(root, full))}`
  let entries: { name: string; isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean }[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { path: folder === root ? name : pathOf(folder), why: whyNot(error), broken: true }
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const full = join(folder, entry.name)
    if (entry.isDirectory()) yield* openFolder(full, root, name, budget)
    else if (entry.isSymbolicLink()) yield { path: pathOf(full), why: whyLink(await readlink(full).catch(() => '')) }
    else if (!entry.isFile()) yield { path: pathOf(full), why: 'It is not a regular file.' }
    else yield* openSource(sourceOf(full, pathOf(full), true, budget.onRead), 0, budget)
  }
}

function sourceOf(full: string, path: string, regular: boolean, onRead: OpenOptions['onRead']): Source {
  const about = sizeAndTime(full)
  const read = () => told(path, regular ? readFile(full, onRead) : readStream(full))
  return { path, again: regular, ...(regular ? { place: full, size: about?.size } : {}), modified: about?.mtimeMs, read }
}

/** Undefined when it is gone or may not be looked at: reading it tells why. */
function sizeAndTime(full: string): { readonly size: number; readonly mtimeMs: number } | undefined {
  try {
    return lstatSync(full)
  } catch {
    return undefined
  }
}

/** Synchronous: bundles have thousands of small files, and each wait for another thread takes longer than the reading. */
async function* readFile(full: string, onRead: OpenOptions['onRead']): AsyncGenerator<Uint8Array> {
  const handle = openSync(full, openFlags)
  try {
    let position = 0
    // Most files are only looked at, or small.
    for (let size = 64 * 1024; ; size = chunkBytes) {
      const buffer = Buffer.allocUnsafeSlow(size)
      const length = readSync(handle, buffer, 0, size, null)
      if (length === 0) return
      position += length
      onRead?.(full, position)
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(handle)
  }
}

/** A pipe may keep its reader waiting. */
async function* readStream(full: string): AsyncGenerator<Uint8Array> {
  const file = await open(full, constants.O_RDONLY)
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(chunkBytes), 0, chunkBytes)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Whatever goes wrong while reading is told as an `EvidenceError`. */
async function* told(path: string, bytes: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw cannotRead(path, error)
  }
}

function cannotReach(path: string, error: unknown): EvidenceError {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new EvidenceError('evidence-missing', path, `There is no file or folder ${shown(path)}.`, 'Check the path.')
  return new EvidenceError(
    'evidence-unreadable',
    path,
    `${shown(path)} cannot be reached: ${whyNot(error)}`,
    'Check the permissions, or run as a user who may read it.',
  )
}
