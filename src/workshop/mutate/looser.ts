/** A pattern that matches all that another one matches, and more. */
export interface Looser {
  readonly pattern: string
  readonly says: string
  /** The piece that was taken away. */
  readonly dropped: string
}

interface Piece {
  readonly text: string
  readonly from: number
  readonly kind: 'literal' | 'anchor' | 'guard' | 'other'
  readonly depth: number
}

/** Variants of a pattern: without one anchor, without one "not followed by", without the words at one end. */
export function looserPatterns(pattern: string): Looser[] {
  const pieces = piecesOf(pattern)
  const without = ({ from, text }: { from: number; text: string }, what: string): Looser => ({
    pattern: pattern.slice(0, from) + pattern.slice(from + text.length),
    says: `${what} "${text.length > 50 ? `${text.slice(0, 49)}…` : text}" is dropped from the pattern`,
    dropped: text,
  })
  const single = pieces.flatMap(piece =>
    piece.kind === 'anchor' ? [without(piece, 'the anchor')] : piece.kind === 'guard' ? [without(piece, 'the guard')] : [],
  )
  const top = pieces.filter(({ depth }) => depth === 0)
  // With alternatives at the top, an end of the pattern is an end of one alternative only.
  const words = top.some(({ text }) => text === '|') ? [] : [firstWord(top), lastWord(top)]
  const made = [...single, ...words.flatMap(word => (word ? [without(word, 'the text')] : []))]
  return made.filter(({ pattern: own }, i) => own !== pattern && made.findIndex(other => other.pattern === own) === i && compiles(own))
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern)
    return pattern !== ''
  } catch {
    return false
  }
}

/** Cuts a pattern into single signs, classes, anchors and guards; groups are opened, their inside is deeper. */
function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at)
    const guard = /^\(\?<?!/.test(rest) ? rest.slice(0, closing(rest) + 1) : undefined
    const text =
      guard ?? /^(?:\\u[0-9a-f]{4}|\\k<\w+>|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:<\w+>|<?[=!]|:)|\{\d+(?:,\d*)?\}|[\s\S])/.exec(rest)![0]
    const kind = guard ? 'guard' : /^(?:\^|\$|\\b)$/.test(text) ? 'anchor' : isLiteral(text) ? 'literal' : 'other'
    if (text === ')') depth--
    pieces.push({ text, from: at, kind, depth })
    if (!guard && text.startsWith('(')) depth++
    at += text.length
  }
  return pieces
}

const isLiteral = (text: string) => /^(?:\\[^\wk]|[^\\^$.*+?()[\]{}|])$/.test(text)

/** Where the bracket that opens a text closes. */
function closing(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i
  }
  return text.length - 1
}

interface Span {
  readonly from: number
  readonly text: string
}

/** The literal text up to the first blank, when the pattern begins with literal text and goes on after it. */
function firstWord(top: readonly Piece[]): Span | undefined {
  const end = top.findIndex(({ kind, text }) => kind !== 'literal' || text === ' ')
  if (end < 3 || top[end]!.text !== ' ' || /^[?*+{]$/.test(top[end + 1]?.text[0] ?? '')) return undefined
  return spanOf(top.slice(0, end + 1))
}

/** The literal text from the last blank on. */
function lastWord(top: readonly Piece[]): Span | undefined {
  const begin = top.findLastIndex(({ kind, text }) => kind !== 'literal' || text === ' ')
  if (begin < 1 || top[begin]!.text !== ' ' || top.length - begin < 4) return undefined
  return spanOf(top.slice(begin))
}

const spanOf = (pieces: readonly Piece[]): Span => ({ from: pieces[0]!.from, text: pieces.map(({ text }) => text).join('') })
