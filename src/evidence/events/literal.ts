/**
 * Which text a regular expression cannot do without. A log is searched for these literals first, byte by byte; only lines that
 * hold one are decoded and tried against the pattern.
 */

import { isOrdinary } from './ordinary-text.ts'

/** Fewest bytes that make a literal worth searching for. */
export const shortestLiteral = 4
const mostAlternatives = 16
const longestRun = 64

/**
 * What is known of a part of a pattern. `exact`: it matches one of these texts and nothing else. Otherwise every match begins
 * with one of `head`, ends with one of `tail` and contains one of `must`.
 */
interface Part {
  readonly exact?: readonly string[]
  readonly head: readonly string[]
  readonly tail: readonly string[]
  readonly must: readonly string[] | undefined
}

const nothing: readonly string[] = ['']
const anything: Part = { head: nothing, tail: nothing, must: undefined }
const exactly = (texts: readonly string[]): Part => ({ exact: texts, head: texts, tail: texts, must: undefined })
const zeroWidth = exactly(nothing)

/**
 * Literals of which at least one is in every text that `pattern` matches, or undefined when the pattern is no regular expression
 * or has no such literals of at least four bytes.
 */
export function mandatoryLiterals(pattern: string): string[] | undefined {
  try {
    new RegExp(pattern)
  } catch {
    return undefined
  }
  const part = new PatternReader(pattern).read()
  const found = part && better(undefined, part.exact ?? part.must)
  return found?.every(literal => byteLength(literal) >= shortestLiteral) ? [...found].sort() : undefined
}

/** The same, looked up where it is known already. */
export function knownLiterals(pattern: string, known: Readonly<Record<string, readonly string[]>> = {}): readonly string[] | undefined {
  return Object.hasOwn(known, pattern) ? known[pattern] : mandatoryLiterals(pattern)
}

/** The better of two sets to search for: its most frequent literal is rarer, with a malus for every further literal. */
function better(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  const reduced = b && withoutSupersets(b)
  return reduced && worth(reduced) > (a ? worth(a) : 0) ? reduced : a
}

function worth(set: readonly string[]): number {
  const shortest = Math.min(...set.map(byteLength))
  if (set.length === 0 || shortest === 0 || set.length > mostAlternatives * 2) return 0
  const ordinary = set.some(isOrdinary) ? 0.2 : 1
  // One short literal makes the search take small steps for all of them; beyond nine bytes the steps hardly grow.
  const grade = Math.min(shortest, 9) * 1.5 + Math.min(...set.map(rarity)) - (set.length - 1) * 0.75
  return Math.max(0.01, grade) * ordinary + (shortest >= shortestLiteral ? 100 : 0)
}

/** Lines full of small letters are everywhere: ": Timed Out" is in fewer of them than " operation for ", though it is shorter. */
function rarity(text: string): number {
  let sum = 0
  for (const character of text) sum += /[a-z\d ]/.test(character) ? 1 : /[A-Z]/.test(character) ? 3 : 2
  return Math.min(sum, 24)
}

const withoutSupersets = (set: readonly string[]) => {
  const unique = [...new Set(set)]
  return unique.filter(text => !unique.some(other => other !== text && text.includes(other)))
}

/** Bytes of `text` in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Collects the parts of a sequence. */
class Sequence {
  #run: readonly string[] = nothing
  #head: readonly string[] | undefined
  #best: readonly string[] | undefined

  add(part: Part): void {
    if (part.exact && part.exact.length === 1 && part.exact[0] === '') return
    if (!part.exact || part.exact.length > 1) this.#best = better(this.#best, this.#run)
    const joined = product(this.#run, part.head)
    if (part.exact && joined) {
      this.#run = joined
      return
    }
    const before = joined ?? this.#run
    this.#best = better(this.#best, before)
    this.#head ??= before
    this.#best = better(this.#best, part.must)
    this.#run = part.tail
  }

  part(): Part {
    if (!this.#head) return exactly(this.#run)
    return { head: this.#head, tail: this.#run, must: better(this.#best, this.#run) }
  }
}

function product(left: readonly string[], right: readonly string[]): readonly string[] | undefined {
  if (left.length * right.length > mostAlternatives) return undefined
  const joined = left.flatMap(a => right.map(b => a + b))
  return joined.some(text => text.length > longestRun) ? undefined : [...new Set(joined)]
}

function eitherOf(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!
  const exact = parts.flatMap(part => part.exact ?? [])
  if (parts.every(part => part.exact) && exact.length <= mostAlternatives) return exactly([...new Set(exact)])
  const musts = parts.map(part => better(undefined, part.exact ?? part.must))
  const ends = (texts: readonly string[]) => (texts.length <= mostAlternatives && !texts.includes('') ? [...new Set(texts)] : nothing)
  return {
    head: ends(parts.flatMap(part => part.head)),
    tail: ends(parts.flatMap(part => part.tail)),
    must: musts.every(must => must) ? musts.flatMap(must => must ?? []) : undefined,
  }
}

function repeated(part: Part, least: number, most: number): Part {
  if (most === 0) return zeroWidth
  if (least === 0) {
    if (most === 1 && part.exact && part.exact.length < mostAlternatives) return exactly([...new Set([...part.exact, ''])])
    return anything
  }
  const sequence = new Sequence()
  for (let i = 0; i < Math.min(least, longestRun); i++) sequence.add(part)
  if (least === most && least <= longestRun) return sequence.part()
  const once = sequence.part()
  return { head: once.head, tail: part.tail, must: better(better(once.must, once.exact), part.must) }
}

/** Reads the syntax of a JavaScript regular expression without flags, just as far as literals need it. */
class PatternReader {
  #at = 0
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** Undefined for syntax that is not understood. */
  read(): Part | undefined {
    const part = this.#alternatives()
    return this.#at === this.#source.length ? part : undefined
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #takeMatch(shape: RegExp): RegExpExecArray | undefined {
    shape.lastIndex = this.#at
    const found = shape.exec(this.#source) ?? undefined
    if (found) this.#at += found[0].length
    return found
  }

  #alternatives(): Part {
    const parts: Part[] = []
    do {
      const sequence = new Sequence()
      while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
        sequence.add(this.#quantified(this.#atom()))
      }
      parts.push(sequence.part())
    } while (this.#take('|'))
    return eitherOf(parts)
  }

  #quantified(part: Part): Part {
    const found = this.#takeMatch(/(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y)
    if (!found) return part
    if (found[1] === undefined) return repeated(part, found[0][0] === '+' ? 1 : 0, found[0][0] === '?' ? 1 : Number.POSITIVE_INFINITY)
    const least = Number(found[1])
    return repeated(part, least, found[3] ? Number(found[3]) : found[2] ? Number.POSITIVE_INFINITY : least)
  }

  #atom(): Part {
    if (this.#take('(')) return this.#group()
    if (this.#take('[')) return this.#characterClass()
    if (this.#take('\\')) return this.#escape()
    const character = this.#source[this.#at++]!
    if (character === '^' || character === '$') return zeroWidth
    return character === '.' ? anything : oneOf([character])
  }

  #group(): Part {
    const around = this.#takeMatch(/\?(?:<?[=!])/y)
    const plain = around || this.#takeMatch(/\?(?::|<[^>]*>)/y) || this.#source[this.#at] !== '?'
    const part = this.#alternatives()
    this.#take(')')
    // What a lookaround sees is not part of the match; (?i: and the like are newer syntax of which nothing is taken for granted.
    return around ? zeroWidth : plain ? part : anything
  }

  #escape(): Part {
    if (this.#takeMatch(/[bB]/y)) return zeroWidth
    const code = this.#takeMatch(/x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})/y)
    if (code) return oneOf([String.fromCharCode(Number.parseInt(code[1] ?? code[2]!, 16))])
    if (this.#takeMatch(/k<[^>]*>|\d+|c[a-zA-Z]|[dDsSwWpPuxckfnrv]/y)) return anything
    const character = this.#source[this.#at++] ?? '\\'
    return oneOf([character === 't' ? '\t' : character])
  }

  #characterClass(): Part {
    let known = !this.#take('^')
    const characters: string[] = []
    while (this.#at < this.#source.length && !this.#take(']')) {
      if (this.#take('\\')) {
        const part = this.#source[this.#at] === 'b' ? anything : this.#escape()
        if (part.exact?.length === 1 && part.exact[0] !== '') characters.push(part.exact[0]!)
        else known = false
        if (this.#source[this.#at - 1] === '\\' && this.#source[this.#at] === 'b') this.#at++
      } else characters.push(this.#source[this.#at++]!)
      if (this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']') known = false
    }
    return known ? oneOf(characters) : anything
  }
}

/** One of few characters. A line has no line end inside, and half of a surrogate pair has no bytes of its own. */
function oneOf(characters: readonly string[]): Part {
  const plain = characters.length > 0 && characters.length <= 4 && characters.every(character => !/[\n\r\ud800-\udfff]/.test(character))
  return plain ? exactly(characters) : anything
}
