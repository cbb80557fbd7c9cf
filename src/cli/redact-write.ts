import { closeSync, createReadStream, createWriteStream, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { feed } from '../evidence/containers/bytes.ts'
import type { EvidenceFile, Unopened } from '../evidence/model.ts'
import { isReadable, linesOf, withTexts } from '../redact/lines.ts'
import { isMapFile } from '../redact/map-file.ts'
import type { Redactor } from '../redact/redactor.ts'
import { isSecretFile, secretRemover } from '../redact/secrets.ts'

/** A file whose redacted text is longer waits on the disk until its size is known: a tar tells the size first. */
const mostInMemory = 16 * 1024 ** 2
const batchLength = 256 * 1024

export interface Written {
  readonly files: number
  readonly leftOut: readonly { readonly path: string; readonly why: string }[]
}

/** Writes the redacted texts of `files` into a tar.gz at `out`. `now`: the time of files of which none is known. */
export async function writeRedacted(
  files: AsyncIterable<EvidenceFile | Unopened>,
  out: string,
  redactor: Redactor,
  now: number,
): Promise<Written> {
  const leftOut: { path: string; why: string }[] = []
  const taken = new Set<string>()
  let count = 0
  const tar = pack()
  const unfinished = `${out}.${process.pid}.tmp`
  const writing = pipeline(tar, createGzip({ level: 6 }), createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }))
  // Told where it is awaited.
  writing.catch(() => {})
  try {
    for await (const item of files) {
      const why = 'read' in item ? await writeFile(item) : item.why
      if (why === undefined) count++
      else leftOut.push({ path: item.path, why })
    }
    tar.finalize()
    await writing
    // An archive with nothing in it looks like a result, and stands in the way of the next try.
    if (count > 0) renameSync(unfinished, out)
    else unlinkSync(unfinished)
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)))
    const cause = await writing.then(
      () => error,
      (failed: NodeJS.ErrnoException) => (failed.code === undefined || failed.code.startsWith('ERR_') ? error : failed),
    )
    try {
      unlinkSync(unfinished)
    } catch {}
    throw cause
  }
  return { files: count, leftOut }

  async function writeFile(file: EvidenceFile): Promise<string | undefined> {
    if (isSecretFile(file.path)) return 'it holds nothing but secrets'
    const spool = new Spool(`${out}.${process.pid}.spool`)
    try {
      const why = await redactInto(file, redactor, spool)
      if (why !== undefined) return why
      await spool.writeTo(tar, { name: nameOf(file.path), mtime: new Date(file.modified ?? now), mode: 0o600 })
      return undefined
    } finally {
      spool.remove()
    }
  }

  function nameOf(path: string): string {
    // What was packed is a plain text now.
    const name = redactor.path(path.replace(/(?<=[^/])\.(?:gz|xz|bz2)$/, ''))
    let free = name
    for (let i = 2; taken.has(free); i++) free = `${name}.${i}`
    taken.add(free)
    return free
  }
}

/** Why a file was left out; undefined when all of it, or what could be read, was redacted. */
async function redactInto(file: EvidenceFile, redactor: Redactor, spool: Spool): Promise<string | undefined> {
  const withoutSecrets = secretRemover()
  let first = true
  let text = ''
  try {
    for await (const { lines, whole } of linesOf(file.read())) {
      if (first && !isReadable(Buffer.from(lines.slice(0, 200).join('\n').slice(0, 65536)))) return 'it is no text'
      if (first && isMapFile(lines[0] ?? '')) return 'it is a private map of names'
      first = false
      for (const line of lines) {
        text += `${redactor.line(withoutSecrets(withTexts(line)), file.path)}${whole ? '\n' : ''}`
        if (text.length > batchLength) {
          spool.add(text)
          text = ''
        }
      }
    }
  } catch (error) {
    if (first) return error instanceof Error ? error.message : String(error)
    // What was read before stays; the reader of the redacted bundle learns that there was more.
    text += '\n'
  }
  spool.add(text)
  return undefined
}

/** A text that grows: in memory while it is small. It holds pseudonyms only. */
class Spool {
  readonly #path: string
  #chunks: Buffer[] = []
  #length = 0
  #handle: number | undefined

  constructor(path: string) {
    this.#path = path
  }

  add(text: string): void {
    const bytes = Buffer.from(text)
    this.#length += bytes.length
    this.#chunks.push(bytes)
    if (this.#handle === undefined && this.#length <= mostInMemory) return
    this.#handle ??= openSync(this.#path, 'wx', 0o600)
    for (const chunk of this.#chunks.splice(0)) writeSync(this.#handle, chunk)
  }

  async writeTo(tar: ReturnType<typeof pack>, header: { name: string; mtime: Date; mode: number }): Promise<void> {
    if (this.#handle !== undefined) closeSync(this.#handle)
    const chunks = this.#handle === undefined ? eachOf(this.#chunks) : (createReadStream(this.#path) as AsyncIterable<Buffer>)
    await new Promise<void>((resolve, reject) => {
      const entry = tar.entry({ ...header, size: this.#length }, error => (error ? reject(error) : resolve()))
      // tar-stream's streams come from another library, with the same methods.
      void feed(chunks, entry as unknown as Writable)
    })
  }

  remove(): void {
    if (this.#handle === undefined) return
    unlinkSync(this.#path)
    this.#handle = undefined
  }
}

async function* eachOf(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}
