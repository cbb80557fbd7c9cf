/** A look back is tried at every letter of a line: over a long run of blanks without end it would cost the square of it. */
const blanks = '\\s{1,32}'

/** Finds `name` where `before` stands before it and `after` behind it. */
export const placeAt = (before: string, name: string, after = '', flags = 'g'): RegExp =>
  new RegExp(`(?<=${before.replaceAll('\\s+', blanks)})${name}${after}`, flags)
