import { spawn } from 'node:child_process'
import { type Bytes, feed } from './bytes.ts'
import { EvidenceError } from './error.ts'

/**
 * What the program `xz` or `bzip2` unpacks `bytes` to. It reads its input and writes its output: no file is made.
 *
 * @throws {EvidenceError} while reading: the program is not there, or says that its input is damaged.
 */
export async function* unpackedBy(program: 'xz' | 'bzip2', bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  // The environment could carry options for the program (XZ_OPT, BZIP2); only PATH is passed on.
  const child = spawn(program, ['-dc'], { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH, LC_ALL: 'C' } })
  const ended = new Promise<{ code: number | null; missing: boolean }>(resolve => {
    child.once('error', error => resolve({ code: null, missing: (error as NodeJS.ErrnoException).code === 'ENOENT' }))
    child.once('close', code => resolve({ code, missing: false }))
  })
  // When the program stops early, writing on fails with EPIPE; its exit code tells why.
  child.stdin.on('error', () => {})
  let sourceError: unknown
  const watched = async function* () {
    try {
      yield* bytes
    } catch (error) {
      sourceError = error
      throw error
    }
  }
  const feeding = feed(watched(), child.stdin)
  try {
    for await (const chunk of child.stdout) yield chunk as Uint8Array
    const { code, missing } = await ended
    if (sourceError) throw sourceError
    if (missing)
      throw new EvidenceError(
        'evidence-unreadable',
        file,
        `It needs the program ${program}, which is not installed here.`,
        `Install ${program}, or unpack the file first.`,
      )
    if (code !== 0)
      throw new EvidenceError(
        'evidence-damaged',
        file,
        'It is damaged or cut off: it does not unpack.',
        'Copy the file again and compare its size with the original.',
      )
  } finally {
    child.kill('SIGKILL')
    child.stdin.destroy()
    await feeding
  }
}
