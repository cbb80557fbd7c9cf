import { Exit } from './exit.ts'
import { UserError } from './io.ts'

/** Refuses a command line that reads standard input more than once: whoever comes second would find it empty and take that for evidence. */
export function refuseSharedInput(uses: readonly (string | undefined)[]): void {
  if (uses.filter(use => use === '-').length < 2) return
  throw new UserError(Exit.usage, [
    'stdin-twice: "-" stands for standard input, which can be read only once',
    '  hint: Write one of the two into a file and name that file.',
  ])
}
