import type { Writable } from 'node:stream'
import { extract, type Header } from 'tar-stream'
import { joined } from '../joined.ts'
import type { EvidenceFile, Unopened } from '../model.ts'
import { type Bytes, counted, feed, type Peeked, peek, watched } from './bytes.ts'
import { entryPath, shown } from './entry-path.ts'
import { damaged, EvidenceError } from './error.ts'
import { gunzip } from './gunzip.ts'
import { headBytes, isPacked, kindOf, type PackedKind, whyClosed } from './kind.ts'
import { type Budget, withinLimits } from './limits.ts'
import { endOfTar, isEmptyTar } from './tar-end.ts'
import { unpackedBy } from './xz-process.ts'

/** A stream with a name. `again`: `read` starts from the beginning each time; else it can be read only once. */
export interface Source {
  readonly path: string
  readonly size?: number | undefined
  readonly modified?: number | undefined
  /** Where it lies, when it is a regular file. */
  readonly place?: string | undefined
  readonly again: boolean
  read(): Bytes
}

/** Archives may hold archives, as `sos collect` writes them; a third level is somebody's joke. */
const deepest = 2

/** What is called so and does not begin so has lost its beginning, or never was one. */
const namesArchive = /\.(?:tar|t[gx]z|tbz2?|tar\.(?:gz|xz|bz2?))$/i
const holdsNothing = 'The archive holds nothing.'
const noArchive = 'It is called an archive and is none: it is empty, damaged or was cut off.'

/**
 * What `source` is: itself, what it unpacks to, or the members of an archive. Members of an archive must be read, or
 * skipped, before the next one is asked for. Nothing is written anywhere.
 */
export async function* openSource(source: Source, level: number, budget: Budget): AsyncGenerator<EvidenceFile | Unopened> {
  let peeked: Peeked | undefined
  try {
    peeked = await peek(source.read(), headBytes)
    const kind = kindOf(peeked.head)
    const why = whyClosed(kind)
    if (why) yield { path: source.path, why, broken: true }
    else if (kind === 'plain' && namesArchive.test(source.path))
      yield { path: source.path, why: isEmptyTar(peeked.head) ? holdsNothing : noArchive, broken: true }
    else if (kind === 'tar') yield* openTar(peeked.all(), source.path, level, budget)
    else if (isPacked(kind)) yield* openPacked(source, kind, peeked, level, budget)
    else if (source.again) {
      await peeked.close()
      const { place, size } = source
      // Most files are small: what was read of them is all of them.
      const { begun } = peeked
      const read = begun.length === size ? () => oneChunk(begun) : () => source.read()
      yield { ...fileOf(source, read, size), ...(place === undefined ? {} : { place }) }
    } else yield fileOf(source, onceOnly(source.path, peeked.all()), source.size)
  } catch (error) {
    yield { path: source.path, why: damaged(source.path, error).message, broken: true }
  } finally {
    await peeked?.close().catch(() => {})
  }
}

async function* openPacked(
  source: Source,
  kind: PackedKind,
  packed: Peeked,
  level: number,
  budget: Budget,
): AsyncGenerator<EvidenceFile | Unopened> {
  const inner = await peek(unpack(kind, packed.all(), source.path, budget, true), headBytes)
  try {
    const innerKind = kindOf(inner.head)
    if (innerKind === 'tar') yield* openTar(inner.all(), source.path, level, budget)
    else if (innerKind !== 'plain')
      yield { path: source.path, why: whyClosed(innerKind) ?? 'It is packed more than once; unpack it first.', broken: true }
    else if (namesArchive.test(source.path) && isEmptyTar(inner.head)) yield { path: source.path, why: holdsNothing, broken: true }
    else if (source.again) {
      await inner.close()
      yield fileOf(source, () => unpack(kind, source.read(), source.path, budget, false))
    } else yield fileOf(source, onceOnly(source.path, inner.all()))
  } finally {
    await inner.close()
  }
}

/** Also archives without a magic, as `tar --format=v7` writes them; the types of tar-stream leave the option out. */
const anyFormat: object = { allowUnknownFormat: true }

async function* openTar(bytes: Bytes, path: string, level: number, budget: Budget): AsyncGenerator<EvidenceFile | Unopened> {
  if (level >= deepest) {
    yield { path, why: 'It is an archive inside an archive inside another; unpack it first.', broken: true }
    return
  }
  const members = extract(anyFormat)
  // An error would drop the members that wait to be read: the archive ends there instead.
  const source = watched(bytes)
  const { bytes: passing, ended } = endOfTar(source.untilError())
  // tar-stream's streams come from another library, with the same methods.
  const feeding = feed(passing, members as unknown as Writable)
  let any = false
  try {
    for await (const member of members as AsyncIterable<unknown> as AsyncIterable<Member>) {
      any = true
      yield* openMember(member, path, level, budget)
    }
    source.rethrow()
    if (!any) yield { path, why: holdsNothing }
    else if (!ended()) yield { path, why: 'It ends without the mark that archives end with: it may have been cut off.', broken: true }
  } catch (error) {
    // What was read before stays; the user learns that there was more.
    yield { path, why: damaged(path, source.failed?.error ?? error).message, broken: true }
  } finally {
    members.destroy()
    await feeding
  }
}

type Member = Bytes & { readonly header: Header }

async function* openMember(member: Member, archive: string, level: number, budget: Budget): AsyncGenerator<EvidenceFile | Unopened> {
  const { name, type, size, mtime, linkname } = member.header
  const inside = entryPath(name)
  const path = `${archive}/${inside ?? shown(name)}`
  if (inside && type === 'file' && size <= smallBytes && !isSparse(member.header)) return yield* openSmall(member, path, level, budget)
  // It has no body, whatever size is stated; tar-stream's stream of one with a size never ends.
  if (type === 'directory') return
  // Never the stream's own iterator: it ends the whole archive when a reader stops early.
  const body = await peek(member, 0)
  if (!inside) yield { path, why: 'Its name leads out of the archive; it was refused.' }
  else if (type === 'symlink' || type === 'link') yield { path, why: whyLink(linkname ?? '') }
  else if (isSparse(member.header))
    yield {
      path,
      why: 'It was packed in a way of GNU tar that is not read (with holes, -S, or as a backup, -g); pack it without.',
      broken: true,
    }
  else if (type !== 'file' && type !== 'contiguous-file') yield { path, why: 'It is not a regular file.' }
  else if (size > budget.limits.fileBytes) yield { path, why: 'It is too large to be read.' }
  else {
    const within = withinLimits(body.all(), path, budget, { packedBytes: () => Number.POSITIVE_INFINITY })
    yield* openSource({ path, size, modified: modifiedOf(mtime), again: false, read: () => within }, level + 1, budget)
  }
  await body.drain()
}

/** GNU tar has kinds of its own for it, which tar-stream does not know, or notes it in further headers. */
const isSparse = ({ type, size, pax }: Header) =>
  (type === null && size > 0) || Object.keys(pax ?? {}).some(key => key.startsWith('GNU.sparse.'))

function modifiedOf(mtime: Date | undefined): number | undefined {
  const time = mtime?.getTime()
  return time && Number.isFinite(time) ? time : undefined
}

/** Most members are small and plain: read as a whole, they cost a fraction of what a stream through all layers costs. */
const smallBytes = 256 * 1024

async function* openSmall(member: Member, path: string, level: number, budget: Budget): AsyncGenerator<EvidenceFile | Unopened> {
  const { size, mtime } = member.header
  const chunks: Uint8Array[] = []
  let failed: { error: unknown } | undefined
  try {
    for await (const chunk of member) chunks.push(chunk)
  } catch (error) {
    failed = { error }
  }
  const bytes = joined(chunks)
  const all = async function* () {
    yield* withinLimits(chunks.length > 0 ? oneChunk(bytes) : noChunk(), path, budget, { packedBytes: () => Number.POSITIVE_INFINITY })
    if (failed) throw failed.error
  }
  const source = { path, size, modified: modifiedOf(mtime), again: false, read: onceOnly(path, all()) }
  if (kindOf(bytes.subarray(0, headBytes)) === 'plain') yield fileOf(source, source.read, size)
  else yield* openSource(source, level + 1, budget)
}

async function* noChunk(): AsyncGenerator<Uint8Array> {}

/** A link adds nothing when it stays inside, and is not followed when it does not. */
export function whyLink(to: string): string {
  return `It is a link (to ${shown(to) || 'nothing'}); links are not followed, a file inside the bundle is read under its own name.`
}

function unpack(kind: PackedKind, packed: Bytes, file: string, budget: Budget, whole: boolean): Bytes {
  const { bytes, count } = counted(packed)
  const unpacked = kind === 'gzip' ? told(file, gunzip(bytes)) : unpackedBy(kind, bytes, file)
  return withinLimits(unpacked, file, budget, { packedBytes: count, whole })
}

function fileOf({ path, modified }: Source, read: () => Bytes, size?: number): EvidenceFile {
  return { path, ...(size === undefined ? {} : { size }), ...(modified === undefined ? {} : { modified }), read: () => told(path, read()) }
}

/** Whatever goes wrong while reading is told as an `EvidenceError`. */
async function* told(path: string, bytes: Bytes): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw damaged(path, error)
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function onceOnly(path: string, bytes: Bytes): () => Bytes {
  let used = false
  return () => {
    if (used)
      throw new EvidenceError(
        'evidence-unreadable',
        path,
        'A member of an archive can be read only once.',
        'Read it where it is handed out.',
      )
    used = true
    return bytes
  }
}
