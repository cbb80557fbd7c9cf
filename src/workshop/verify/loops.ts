/** Where loops of a pattern follow each other, each able to take what belongs to the next. */
export interface Chain {
  /** The loops as written. */
  readonly loops: readonly string[]
}

/** One place of a pattern: what it takes, and how often. */
interface Piece {
  readonly source: string
  readonly takes: ReadonlySet<string>
  /** What has to be there each time round, for each way through it. */
  readonly ways: readonly (readonly ReadonlySet<string>[])[]
  readonly loops: boolean
  readonly optional: boolean
}

/** From so many loops on a long line takes minutes: its length to the third power, of lines of thousands of letters. */
const tooMany = 3

const letters = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), '\t']

/** The longest chain of loops in a pattern that costs too much; undefined when none does. */
export function costlyChain(pattern: string): Chain | undefined {
  return branchesOf(pattern)
    .map(longestChain)
    .find(({ loops }) => loops.length >= tooMany)
}

function longestChain(pieces: readonly Piece[]): Chain {
  const ending = new Map<number, readonly string[]>()
  let longest: readonly string[] = []
  for (const [end, piece] of pieces.entries()) {
    if (!piece.loops) continue
    let before: readonly string[] = []
    for (const [start, chain] of ending) if (chain.length > before.length && passes(pieces.slice(start, end + 1))) before = chain
    const chain = [...before, piece.source]
    ending.set(end, chain)
    if (chain.length > longest.length) longest = chain
  }
  return { loops: longest }
}

/** Whether the first of some pieces can go on over all that stands before the last one, which can go on there as well. */
function passes(pieces: readonly Piece[]): boolean {
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const both = new Set([...first.takes].filter(letter => last.takes.has(letter)))
  const goesOn = ({ ways }: Piece) => ways.some(way => way.every(set => meets(set, both)))
  return goesOn(first) && goesOn(last) && pieces.slice(1, -1).every(({ takes, optional }) => optional || meets(takes, both))
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some(letter => b.has(letter))

const token =
  /(?<group>\((?:\?(?::|<?[!=]|<\w+>))?)|(?<end>\))|(?<or>\|)|(?<edge>\\[bB]|\^|\$)|(?<one>\\k<\w+>|\\[xu][\da-fA-F]{2,4}|\\.|\[(?:\\.|[^\]\\])*\]|.)/gs
const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/

/** The alternatives of a pattern as rows of pieces. A repeated group, and one with alternatives, is one piece that takes what any part of it takes. */
function branchesOf(pattern: string): Piece[][] {
  let at = 0
  const next = () => {
    token.lastIndex = at
    const found = token.exec(pattern)
    if (found) at += found[0].length
    return found
  }
  const quantity = () => {
    const [text = ''] = quantifier.exec(pattern.slice(at)) ?? []
    at += text.length
    return { loops: /^(?:[*+]|\{\d+,\})/.test(text), optional: /^(?:[*?]|\{0)/.test(text) }
  }
  const read = (): Piece[][] => {
    const branches: Piece[][] = [[]]
    for (let found = next(); found && found.groups!.end === undefined; found = next()) {
      const { group, or, one } = found.groups!
      if (or !== undefined) branches.push([])
      else if (one !== undefined) {
        const takes = lettersOf(one)
        branches.at(-1)!.push({ takes, ways: [[takes]], ...quantity(), source: pattern.slice(found.index, at) })
      } else if (group !== undefined) {
        const inner = read()
        const { loops, optional } = quantity()
        // What only looks ahead or back takes nothing.
        if (/[!=]$/.test(group)) continue
        if (inner.length === 1 && !loops && !optional) branches.at(-1)!.push(...inner[0]!)
        else branches.at(-1)!.push(whole(inner, loops, optional, pattern.slice(found.index, at)))
      }
    }
    return branches
  }
  return read()
}

function whole(inner: readonly (readonly Piece[])[], loops: boolean, optional: boolean, source: string): Piece {
  const takes = new Set(inner.flat().flatMap(piece => [...piece.takes]))
  const needed = inner.map(branch => branch.filter(piece => !piece.optional).map(piece => piece.takes))
  return {
    takes,
    ways: needed.map(way => (way.length > 0 ? way : [takes])),
    loops,
    optional: optional || needed.some(way => way.length === 0),
    source,
  }
}

const known = new Map<string, ReadonlySet<string>>()

function lettersOf(one: string): ReadonlySet<string> {
  let found = known.get(one)
  if (!found) {
    const single = safe(one)
    found = new Set(letters.filter(letter => single?.test(letter)))
    known.set(one, found)
  }
  return found
}

/** A reference to a group takes whatever that took; alone it is no pattern that could be tried. */
function safe(one: string): RegExp | undefined {
  try {
    return new RegExp(`^${one}$`)
  } catch {
    return undefined
  }
}
