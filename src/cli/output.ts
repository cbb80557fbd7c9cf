import { Exit } from './exit.ts'

/**
 * What to do when nobody can write to standard output any more. A reader that went away (head, a closed pager) is no error of ours. Anything
 * else, such as a full disk, is told once, and the exit code says that the result is not all there.
 */
export function watchOutput({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process): void {
  let told = false
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (told || code === 'EPIPE') return
    told = true
    process.exitCode = Exit.input
    stderr.write(`stdout:1:1 not-written: the output cannot be written, or not all of it (${code ?? 'unknown error'})\n`)
    stderr.write('  hint: Make room on the disk, or send the output elsewhere, and run it again.\n')
  })
  // Nowhere is left to tell it; the result is on standard output.
  stderr.on('error', () => {})
}
