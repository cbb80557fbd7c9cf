export type EvidenceErrorCode = 'evidence-missing' | 'evidence-unreadable' | 'evidence-damaged'

/** Evidence that cannot be read, told so that the user can mend it. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
  readonly code: EvidenceErrorCode
  /** The path as the user or the bundle calls it. */
  readonly file: string
  /** What to do, in one imperative sentence. */
  readonly hint: string

  constructor(code: EvidenceErrorCode, file: string, message: string, hint: string) {
    super(message)
    this.code = code
    this.file = file
    this.hint = hint
  }

  /** `JSON.stringify` skips an error's message. */
  toJSON(): { code: EvidenceErrorCode; file: string; message: string; hint: string } {
    return { code: this.code, file: this.file, message: this.message, hint: this.hint }
  }
}

/** Evidence that does not unpack: a sentence for people instead of a library's own words. */
export function damaged(file: string, error: unknown): EvidenceError {
  if (error instanceof EvidenceError) return error
  return new EvidenceError('evidence-damaged', file, whyDamaged(error), 'Copy the file again and compare its size with the original.')
}

function whyDamaged(error: unknown): string {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(String(message))) return 'It ends too early: the file was cut off.'
  if (code === 'Z_DATA_ERROR' || /tar header|invalid header|header exceeds/i.test(String(message)))
    return 'It is damaged: its contents do not unpack.'
  return 'It could not be read to the end.'
}

/** Why reading failed, for the user. */
export function cannotRead(path: string, error: unknown): EvidenceError {
  if (error instanceof EvidenceError) return error
  return new EvidenceError('evidence-unreadable', path, whyNot(error), 'Check the permissions, or run as a user who may read it.')
}

/** Why the system refused. */
export function whyNot(error: unknown): string {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return 'Permission denied.'
  if (code === 'ENOENT') return 'It is gone.'
  if (code === 'ELOOP') return 'It is a link; links are not followed.'
  return `It could not be read (${code ?? 'unknown error'}).`
}

/** The name that the system gives an error. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code
}
