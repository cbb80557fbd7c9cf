/**
 * Patterns that JavaScript and every sed understand. They are written like those of JavaScript, but only with what POSIX
 * has as well: groups, `|`, `* + ? {n,m}`, `^ $`, sets, and the shorthands \s \S \w \d. Nothing looks ahead or behind.
 * What may repeat before a secret has a bound (`{0,80}`), because JavaScript tries every length: without one, a line
 * of a megabyte takes hours. An automaton does not, so for sed it is `*`.
 */
export interface SecretRule {
  /** Found only behind the first of this, at any distance or, `close`, at once. It stays as it is. */
  readonly after?: string
  readonly close?: boolean
  readonly find: string
  /** What stands in its place; `$1` is the first group. */
  readonly to: string
  /** Upper and lower case are the same. */
  readonly anyCase?: boolean
  /** A line that holds this stays as it is; only for rules without `after`. */
  readonly unless?: string
}

/** What stands behind one secret may be found to be the next; twice is all that was ever seen. */
const mostTimes = 3

const shorthands: Readonly<Record<string, string>> = { s: '[:space:]', w: '[:alnum:]_', d: '0-9' }

/** The rule for JavaScript, as a function that takes secrets out of a line. */
export function forScript({ after, close = false, find, to, anyCase = false, unless }: SecretRule): (line: string) => string {
  const flags = anyCase ? 'i' : ''
  const pattern = close ? new RegExp(`^(?:${find})`, flags) : new RegExp(find, `g${flags}`)
  const not = unless === undefined ? undefined : new RegExp(unless, flags)
  if (after === undefined) return line => (not?.test(line) ? line : line.replace(pattern, to))
  const first = new RegExp(close ? after : `${after}(?=$|[^\\w.-])`, flags)
  return line => {
    const found = first.exec(line)
    if (!found) return line
    const end = found.index + found[0].length
    let [before, text] = ['', line.slice(end)]
    for (let i = 0; i < mostTimes && text !== before; i++) [before, text] = [text, text.replace(pattern, to)]
    return line.slice(0, end) + text
  }
}

/** The rule as commands of sed -E; `label` is one that no other rule has. */
export function forSed({ after, close = false, find, to, anyCase = false, unless }: SecretRule, label: string): string[] {
  if (after === undefined) {
    const whole = command(find, to.replaceAll(/\$(\d)/g, '\\$1'), anyCase)
    return [unless === undefined ? whole : `/${posix(unless, anyCase).replaceAll('/', '\\/')}/!${whole}`]
  }
  const before = `(${after}${close ? '' : '([^\\w.-].*)?'})`
  const groups = before.split('(').length - 1
  const behind = to.replaceAll(/\$(\d)/g, (_, n) => `\\${Number(n) + groups}`)
  if (/\\\d\d/.test(behind)) throw new Error(`sed knows nine groups: ${after}`)
  const whole = command(before + find, `\\1${behind}`, anyCase)
  // Only the last secret behind it is found, so sed looks until there is none.
  return close ? [whole] : [`:${label}`, whole, `t${label}`]
}

const command = (find: string, to: string, anyCase: boolean): string => `s~${posix(find, anyCase)}~${to}~g`

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
  return out.replaceAll(/\{0,\d+\}/g, '*')
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

const capitals = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_']

/** Names of capitals, digits and `_` that begin with none of these: nothing looks ahead, so every other beginning is written out. */
export function notBeginning(words: readonly string[]): string {
  const letters = [...new Set(words.map(word => word[0]!))]
  const branches = letters.flatMap(letter => {
    const rests = words.filter(word => word[0] === letter).map(word => word.slice(1))
    return rests.includes('') ? [] : [`${letter}(${notBeginning(rests)})?`]
  })
  return [`[${capitals.filter(one => !letters.includes(one)).join('')}][A-Z0-9_]{0,40}`, ...branches].join('|')
}
