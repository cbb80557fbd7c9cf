import { whyUnreadable } from '../kb/why-unreadable.ts'
import { Exit } from './exit.ts'
import { watchOutput } from './output.ts'

/** The outside as a command sees it; a test passes its own. Results go to `out`, everything else to `err`. */
export interface Io {
  out(text: string): void
  err(text: string): void
  readonly stdin: NodeJS.ReadStream
  readonly stderr: NodeJS.WriteStream
  /** Both ends of a conversation are a terminal. */
  readonly interactive: boolean
  readonly colour: boolean
  readonly columns: number
}

/** The real one. Writes are synchronous enough for pipes: the process ends by itself, never by process.exit. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process
  const outColour = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  watchOutput()
  return {
    out: text => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    err: text => void stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    stdin,
    stderr,
    interactive: stdin.isTTY === true && stderr.isTTY === true && env.TERM !== 'dumb',
    colour: outColour,
    columns: Math.max(40, Math.min(stdout.columns ?? stderr.columns ?? 80, 120)),
  }
}

/** Something the user can mend; told with its code, place and hint, without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly exit: number
  readonly lines: readonly string[]

  constructor(exit: number, lines: readonly string[]) {
    super(lines[0] ?? '')
    this.exit = exit
    this.lines = lines
  }
}

/** An output that cannot be written is told everywhere in the same way. */
export function cannotWrite(error: unknown, hint: string): UserError {
  const { path, message } = error as NodeJS.ErrnoException
  const said = path === undefined ? message : `"${path}" cannot be written (${whyUnreadable(error)})`
  return new UserError(Exit.input, [`cannot-write: ${said}`, `  hint: ${hint}`])
}
