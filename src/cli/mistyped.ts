import { existsSync } from 'node:fs'
import { nearest } from '../kb/suggest.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'

/** A slip in the name of a command would be taken for evidence that is missing, because the command may be left out. */
export function refuseMistyped([first = '']: readonly string[], commands: readonly string[], ofAuthors: readonly string[]): void {
  if (!/^[a-z][a-z-]{3,}$/.test(first) || commands.includes(first) || existsSync(first)) return
  const meant = ofAuthors.includes(first) ? `kb ${first}` : nearest(first, commands)
  if (meant === undefined) return
  throw new UserError(Exit.usage, [
    `unknown-command: no command is called "${first}", and no file or folder here either`,
    `  hint: Did you mean "avert ${meant}"?`,
  ])
}
