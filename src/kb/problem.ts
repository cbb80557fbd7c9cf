/** A place in a file; line and column count from 1, as editors do. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Something wrong in a file that somebody wrote: rules, facts, a case. `code` is stable and kebab-case, `message` one
 * plain sentence, `hint` what to change.
 */
export interface Problem extends Place {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** The first line has the form that editors and CI jump to. */
export function formatProblem({ file, line, column, code, message, hint }: Problem): string {
  return `${file}:${line}:${column} ${code}: ${message}\n  hint: ${hint}`
}

/** In reading order: file, line, column, code. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
