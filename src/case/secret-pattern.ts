/**
 * Patterns that JavaScript and every sed understand. They are written like those of JavaScript, but only with what POSIX
 * has as well: groups, `|`, `* + ? {n,m}`, `^ $`, sets, and the shorthands \s \S \w \d. Nothing looks ahead or behind.
 */
export interface SecretRule {
  readonly find: string
  /** What stands in its place; `$1` is the first group. */
  readonly to: string
  /** Upper and lower case are the same. */
  readonly anyCase?: boolean
  /** What is found begins at a program, so that only the last secret behind it is found: look until there is none. */
  readonly again?: boolean
}

const shorthands: Readonly<Record<string, string>> = { s: '[:space:]', w: '[:alnum:]_', d: '0-9' }

/** The rule for JavaScript, as a function that takes secrets out of a line. */
export function forScript({ find, to, anyCase = false, again = false }: SecretRule): (line: string) => string {
  const pattern = new RegExp(find, anyCase ? 'gi' : 'g')
  if (!again) return line => line.replace(pattern, to)
  return line => {
    let [before, text] = [line, line.replace(pattern, to)]
    while (text !== before) [before, text] = [text, text.replace(pattern, to)]
    return text
  }
}

/** The rule as commands of sed -E; `label` is one that no other rule has. */
export function forSed({ find, to, anyCase = false, again = false }: SecretRule, label: string): string[] {
  const command = `s~${posix(find, anyCase)}~${to.replaceAll(/\$(\d)/g, '\\$1')}~g`
  return again ? [`:${label}`, command, `t${label}`] : [command]
}

/** The same pattern as an extended regular expression of POSIX, which knows no "ignore case": each letter is written twice. */
export function posix(pattern: string, anyCase = false): string {
  const both = (letter: string) => (anyCase && /[a-z]/i.test(letter) ? `${letter.toUpperCase()}${letter.toLowerCase()}` : letter)
  let out = ''
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!
    if (char === '~') throw new Error(`a pattern of sed ends at ~: ${pattern}`)
    if (char === '[') {
      const end = endOfSet(pattern, i)
      out += posixSet(pattern.slice(i + 1, end), both)
      i = end
    } else if (char === '\\') {
      const next = pattern[++i]!
      out += next === 'S' ? '[^[:space:]]' : next in shorthands ? `[${shorthands[next]}]` : /[\w\s"'/]/.test(next) ? next : `\\${next}`
    } else out += both(char).length > 1 ? `[${both(char)}]` : char
  }
  return out
}

function endOfSet(pattern: string, start: number): number {
  let i = start + 1
  while (pattern[i] !== ']') i += pattern[i] === '\\' ? 2 : 1
  return i
}

/** In a set of POSIX nothing is escaped, so `]` comes first, and `[` and `-` last. */
function posixSet(body: string, both: (letter: string) => string): string {
  const not = body.startsWith('^')
  let [first, middle, last] = ['', '', '']
  for (const [piece] of body.slice(not ? 1 : 0).matchAll(/\\.|[a-zA-Z0-9]-[a-zA-Z0-9]|[^\\]/g)) {
    if (piece.length === 3) middle += /[a-z]/i.test(piece) && both('a') !== 'a' ? `${piece.toUpperCase()}${piece.toLowerCase()}` : piece
    else if (piece[0] === '\\' && piece[1]! in shorthands) middle += shorthands[piece[1]!]
    else {
      const char = piece.at(-1)!
      if (char === ']') first = char
      else if (char === '[' || char === '-') last = char === '-' ? `${last}-` : `[${last}`
      else middle += both(char)
    }
  }
  return `[${not ? '^' : ''}${first}${middle}${last}]`
}
