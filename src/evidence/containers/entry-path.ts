/**
 * The path of an archive member, made plain: no leading `./`, single slashes, no control characters.
 *
 * Undefined when the name is absolute, climbs with `..` or is empty: such a name is meant to write outside the archive.
 */
export function entryPath(name: string): string | undefined {
  if (name.startsWith('/') || name.includes('\0')) return undefined
  const parts = name.split('/').filter(part => part !== '' && part !== '.')
  if (parts.length === 0 || parts.includes('..')) return undefined
  return shown(parts.join('/'))
}

/** A name that can be printed: control characters could steer the reader's terminal. */
export function shown(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
