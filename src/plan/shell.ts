import { stripControls } from '../kb/plain-text.ts'

export { stripControls }

const safe = /^[A-Za-z0-9_@%+=:,./-]+$/

/** One word for a POSIX shell, quoted when it needs to be. Control characters never reach a command. */
export function shellQuote(value: unknown): string {
  if (Array.isArray(value)) return value.map(shellQuote).join(' ')
  const text = stripControls(String(value ?? ''))
  if (safe.test(text) && !text.startsWith('-')) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}
