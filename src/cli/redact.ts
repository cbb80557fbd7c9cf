import { createReadStream, createWriteStream, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openEvidence } from '../evidence/containers/disk.ts'
import type { EvidenceFile, Unopened } from '../evidence/model.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { stripControls } from '../kb/plain-text.ts'
import { whyUnreadable } from '../kb/why-unreadable.ts'
import { gatherEvidence } from './evidence.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { baseOrFail } from './kb.ts'
import { mapBeside, Names, samePath } from './names.ts'
import { writeRedacted } from './redact-write.ts'
import { refuseSharedInput } from './standard-input.ts'

interface Options {
  readonly out: string
  readonly map?: string
  readonly force?: boolean
  readonly kb?: readonly string[]
}

const mostListed = 40

export async function redactCommand(paths: readonly string[], options: Options, io: Io): Promise<number> {
  refuseSharedInput(paths)
  return redactBundles(await baseOrFail(options.kb), paths, options, io)
}

/**
 * Writes the texts of evidence, with pseudonyms in the place of names, into one tar.gz. Everything is read twice: a name may be told
 * only at the end.
 */
export async function redactBundles(kb: KnowledgeBase, paths: readonly string[], { out, map, force }: Options, io: Io): Promise<number> {
  const mapPath = map ?? mapBeside(dirname(out))
  if (samePath(out, mapPath))
    throw new UserError(Exit.usage, ['wrong-option: --out and --map name the same file', '  hint: Keep the map apart from what is sent.'])
  if (existsSync(out) && !force)
    throw new UserError(Exit.input, [`file-exists: "${out}" exists already`, '  hint: Name another file with --out, or add --force.'])
  // Told before anything is read, and of the file that was named: the map lies beside it.
  if (!existsSync(dirname(resolve(out))))
    throw new UserError(Exit.input, [
      `not-written: "${out}" cannot be written (there is no folder ${dirname(out)})`,
      '  hint: Name another file with --out, or make the folder first.',
    ])
  const names = new Names(kb, mapPath)
  const given = await readableTwice(paths, io)
  try {
    const seen = new Set<string>()
    const inside = (path: string) => withinOut(given.paths, out).some(own => path === own || path.startsWith(`${own}/`))
    async function* first(files: AsyncIterable<EvidenceFile | Unopened>) {
      for await (const file of files)
        if (!inside(file.path)) {
          seen.add(file.path)
          yield file
        }
    }
    names.learn(await gatherEvidence(given.paths, kb, io, { digests: false, through: files => names.throughAll(first(files)) }))
    // Better to find out now that the map cannot be kept.
    names.store()
    const { files, leftOut } = await written(onlySeen(openEvidence(given.paths), seen), out, names)
    names.save(io)
    for (const { path, why } of leftOut.slice(0, mostListed)) io.err(`left out: ${stripControls(path)}: ${stripControls(why)}`)
    if (leftOut.length > mostListed) io.err(`left out: ${leftOut.length - mostListed} more`)
    if (files === 0) {
      io.err('nothing-to-redact: no text was found in the evidence')
      return Exit.inconclusive
    }
    io.err(
      `${files} ${files === 1 ? 'file' : 'files'} redacted. Look through them before you send them: a name that nothing tells is not found.`,
    )
    io.out(out)
    return Exit.done
  } finally {
    given.remove()
  }
}

async function written(files: AsyncIterable<EvidenceFile | Unopened>, out: string, names: Names) {
  try {
    return await writeRedacted(files, out, names.redactor, Date.now())
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw new UserError(Exit.input, [
      `not-written: "${out}" cannot be written (${whyUnreadable(error)})`,
      '  hint: Name another file with --out.',
    ])
  }
}

/** What came after the names were gathered may hold others. */
async function* onlySeen(files: AsyncIterable<EvidenceFile | Unopened>, seen: ReadonlySet<string>) {
  for await (const file of files) if (seen.has(file.path)) yield file
}

/** What the result is called when it lies in a folder that is evidence itself. */
function withinOut(paths: readonly string[], out: string): string[] {
  return paths.flatMap(path => {
    if (!existsSync(path)) return []
    const inside = relative(realpathSync(path), resolve(out))
    return inside === '' || inside.startsWith('..') ? [] : [`${basename(resolve(path))}/${inside}`]
  })
}

/** Pipes can be read only once, so they are kept for the time of the run, where only their owner can read them. */
async function readableTwice(paths: readonly string[], io: Io): Promise<{ paths: string[]; remove(): void }> {
  const isPipe = (path: string) => path === '-' || (existsSync(path) && statSync(path).isFIFO())
  if (!paths.some(isPipe)) return { paths: [...paths], remove() {} }
  const folder = mkdtempSync(join(tmpdir(), 'avert-redact-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const kept: string[] = []
    for (const [i, path] of paths.entries()) {
      if (!isPipe(path)) kept.push(path)
      else {
        const copy = join(folder, path === '-' ? 'stdin' : `pipe-${i + 1}`)
        if (!kept.includes(copy)) {
          await pipeline(path === '-' ? io.stdin : createReadStream(path), createWriteStream(copy, { mode: 0o600 }))
          kept.push(copy)
        }
      }
    }
    return { paths: kept, remove }
  } catch (error) {
    remove()
    throw error
  }
}
