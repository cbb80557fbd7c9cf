import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { bunzip2 } from './bunzip2.ts'
import { type Bytes, feed, openFlags } from './bytes.ts'
import { EvidenceError } from './error.ts'
import { NotBuiltIn, unxz } from './unxz.ts'

type Program = 'xz' | 'bzip2'

/**
 * Options for xz travel in the environment: versions that cannot use several cores ignore them there, where busybox would refuse
 * them on the command line. Files that need more memory are traps.
 */
const xzOptions = '-T0 -M256MiB'

/** A regular file of this machine, which the program reads by itself. */
export interface OwnFile {
  readonly place: string
  readonly onRead?: ((place: string, position: number) => void) | undefined
}

/**
 * What `xz` or `bzip2` unpacks `bytes` to: by the program, which is the fastest, or without it where it is missing. No file is made.
 * `own`: where the bytes lie.
 *
 * @throws {EvidenceError} while reading: the input is damaged.
 */
export async function* unpackedBy(program: Program, bytes: Bytes, file: string, own?: OwnFile): AsyncGenerator<Uint8Array> {
  const from = own && opened(own.place)
  try {
    const child = await started(program, from)
    if (!child) yield* unpackedHere(program, bytes, file)
    else if (own && from !== undefined) yield* seldom(throughProgram(child, noBytes(), file), () => tellPosition(own, from))
    else yield* throughProgram(child, bytes, file)
  } finally {
    if (from !== undefined) closeSync(from)
  }
}

type Child = ChildProcess & { readonly stdin: Writable | null; readonly stdout: Readable; readonly stderr: Readable }

/** The running program, or undefined when there is none. */
async function started(program: Program, from: number | undefined): Promise<Child | undefined> {
  // The environment could carry other options for the program (XZ_DEFAULTS, BZIP2); only PATH is passed on.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', XZ_OPT: xzOptions }
  const child = spawn(program, ['-dc'], { env, stdio: [from ?? 'pipe', 'pipe', 'pipe'] })
  const runs = await new Promise<boolean>(resolve => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
  })
  return runs ? (child as Child) : undefined
}

async function* throughProgram(child: Child, bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const ended = new Promise<number | null>(resolve => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  let complaint = ''
  child.stderr.on('data', text => {
    complaint = (complaint + text).slice(0, 1000)
  })
  // When the program stops early, writing on fails with EPIPE; its exit code tells why.
  child.stdin?.on('error', () => {})
  const source = watched(bytes)
  const feeding = child.stdin ? feed(source.bytes, child.stdin) : undefined
  try {
    for await (const chunk of child.stdout) yield chunk as Uint8Array
    const code = await ended
    source.rethrow()
    if (code !== 0) throw /memory/i.test(complaint) ? tooMuchMemory(file) : damagedBy(file)
  } finally {
    child.kill('SIGKILL')
    child.stdin?.destroy()
    await feeding
  }
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

function opened(place: string): number | undefined {
  try {
    return openSync(place, openFlags)
  } catch {
    // Reading it says why.
    return undefined
  }
}

/** What a pipe holds at most. */
const pipeBytes = 64 * 1024
const asleep = new Int32Array(new SharedArrayBuffer(4))
const napMs = 0.5
/** Bytes that come out between two words about the progress. */
const tellEvery = 1024 ** 2

/**
 * The program writes a few kilobytes at a time, and each time wakes who waits for them, at the cost of a tenth of its own speed. Who
 * sleeps a moment finds the pipe full. Nothing else is to be done meanwhile: the program reads its input by itself.
 */
async function* seldom(bytes: Bytes, tell: () => void): AsyncGenerator<Uint8Array> {
  let untold = 0
  for await (const chunk of bytes) {
    untold += chunk.length
    if (untold >= tellEvery) {
      tell()
      untold = 0
    }
    yield chunk
    if (chunk.length < pipeBytes) Atomics.wait(asleep, 0, 0, napMs)
  }
  tell()
}

/** The program shares the place in the file with this process; only Linux says where that is. */
function tellPosition({ place, onRead }: OwnFile, from: number): void {
  if (!onRead) return
  try {
    const position = /^pos:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${from}`, 'latin1'))?.[1]
    if (position !== undefined) onRead(place, Number(position))
  } catch {
    // No progress is shown.
  }
}

async function* unpackedHere(program: Program, bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const source = watched(bytes)
  try {
    yield* program === 'xz' ? unxz(source.bytes) : bunzip2(source.bytes)
  } catch (error) {
    source.rethrow()
    throw error instanceof NotBuiltIn ? needsProgram(program, file) : damagedBy(file)
  }
}

/** An error of the source, such as a damaged archive around it, is told as it is. */
function watched(source: Bytes): { bytes: Bytes; rethrow: () => void } {
  let failed: { error: unknown } | undefined
  const bytes = async function* () {
    try {
      yield* source
    } catch (error) {
      failed = { error }
      throw error
    }
  }
  return {
    bytes: bytes(),
    rethrow: () => {
      if (failed) throw failed.error
    },
  }
}

const damagedBy = (file: string) =>
  new EvidenceError(
    'evidence-damaged',
    file,
    'It is damaged or cut off: it does not unpack.',
    'Copy the file again and compare its size with the original.',
  )

const tooMuchMemory = (file: string) =>
  new EvidenceError(
    'evidence-damaged',
    file,
    'It needs more memory to unpack than such a file should.',
    'Unpack it yourself and give only the files that matter.',
  )

const needsProgram = (program: Program, file: string) =>
  new EvidenceError(
    'evidence-unreadable',
    file,
    `It is packed in a way that needs the program ${program}, which is not installed here.`,
    `Install ${program}, or unpack the file first.`,
  )
