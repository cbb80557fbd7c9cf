import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { bunzip2 } from './bunzip2.ts'
import { type Bytes, feed, watched } from './bytes.ts'
import { EvidenceError } from './error.ts'
import { fromProgram } from './from-program.ts'
import { NotBuiltIn, unxz } from './unxz.ts'

type Program = 'xz' | 'bzip2'

/**
 * Options for xz travel in the environment: versions that cannot use several cores ignore them there, where busybox would refuse
 * them on the command line. Files that need more memory are traps.
 */
const xzOptions = '-T0 -M256MiB'

/**
 * What `xz` or `bzip2` unpacks `bytes` to: by the program, which is the fastest, or without it where it is missing. No file is made.
 *
 * @throws {EvidenceError} while reading: the input is damaged.
 */
export async function* unpackedBy(program: Program, bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const child = await started(program)
  yield* child ? throughProgram(child, bytes, file) : unpackedHere(program, bytes, file)
}

/** The running program, or undefined when there is none. */
async function started(program: Program): Promise<ChildProcessWithoutNullStreams | undefined> {
  // The environment could carry other options for the program (XZ_DEFAULTS, BZIP2); only PATH is passed on.
  const child = spawn(program, ['-dc'], { env: { PATH: process.env.PATH, LC_ALL: 'C', XZ_OPT: xzOptions } })
  const runs = await new Promise<boolean>(resolve => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
  })
  return runs ? child : undefined
}

async function* throughProgram(child: ChildProcessWithoutNullStreams, bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const ended = new Promise<number | null>(resolve => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  let complaint = ''
  child.stderr.on('data', text => {
    complaint = (complaint + text).slice(0, 1000)
  })
  // When the program stops early, writing on fails with EPIPE; its exit code tells why.
  child.stdin.on('error', () => {})
  const source = watched(bytes)
  const feeding = feed(source.bytes(), child.stdin)
  try {
    yield* fromProgram(child.stdout)
    const code = await ended
    source.rethrow()
    if (code !== 0) throw /memory/i.test(complaint) ? tooMuchMemory(file) : damagedBy(file)
  } finally {
    child.kill('SIGKILL')
    child.stdin.destroy()
    await feeding
  }
}

async function* unpackedHere(program: Program, bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  const source = watched(bytes)
  try {
    yield* program === 'xz' ? unxz(source.bytes()) : bunzip2(source.bytes())
  } catch (error) {
    source.rethrow()
    throw error instanceof NotBuiltIn ? needsProgram(program, file) : damagedBy(file)
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
