const safe = /^[A-Za-z0-9_@%+=:,./-]+$/

/** One word for a POSIX shell, quoted when it needs to be. Control characters never reach a command. */
export function shellQuote(value: unknown): string {
  if (Array.isArray(value)) return value.map(shellQuote).join(' ')
  const text = stripControls(String(value ?? ''))
  if (safe.test(text) && !text.startsWith('-')) return text
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** Removes what a terminal would act on: escape sequences, control characters, direction overrides. Tabs become spaces. */
export function stripControls(text: string): string {
  return text
    .replace(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-_])/g, '')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
}
