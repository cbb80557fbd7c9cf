import { fstatSync } from 'node:fs'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'

/** Refuses a command line that reads standard input more than once: whoever comes second would find it empty and take that for evidence. */
export function refuseSharedInput(uses: readonly (string | undefined)[]): void {
  if (uses.filter(isStandardInput).length < 2) return
  throw new UserError(Exit.usage, [
    'stdin-twice: standard input ("-") can be read only once',
    '  hint: Write one of the two into a file and name that file.',
  ])
}

/**
 * Tells that something waits at standard input and nobody asked for it. It is never read unasked: the input of a script may stay open
 * for ever (ssh, CI), or be the list that a loop around avert reads line by line. Only for a command that was given nothing else: a job of
 * cron has a pipe there, and mails every word.
 */
export function tellUnread(io: Io): void {
  if (mayHold(io.stdin))
    io.err('note: standard input was not read, because no evidence was named; to have it read, give "-" as the evidence')
}

function mayHold(stdin: Io['stdin']): boolean {
  try {
    const about = fstatSync((stdin as { readonly fd?: number }).fd!)
    return about.isFIFO() || about.isSocket() || (about.isFile() && about.size > 0)
  } catch {
    return false
  }
}

const isStandardInput = (use: string | undefined): boolean =>
  use !== undefined && ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'].includes(use)
