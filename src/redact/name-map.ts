import { type Kind, type NameKind, nameKinds, shapeKinds } from './kinds.ts'

export interface Entry {
  readonly kind: Kind
  readonly name: string
  readonly is: string
}

const kinds: ReadonlySet<string> = new Set([...nameKinds, ...shapeKinds])
export const isKind = (kind: string): kind is Kind => kinds.has(kind)

/** A log full of addresses must not fill the memory: those beyond this many of a kind share one pseudonym. */
const mostOfAKind = 50_000

/** A name that all pseudonyms of a kind hold cannot be avoided. */
const mostAvoided = 1000

/**
 * Who is who: for each name its pseudonym. What was given once never changes, so the same map gives the same pseudonyms
 * over files, nodes and runs. Upper and lower case make one name.
 */
export class NameMap {
  readonly #entries = new Map<string, Entry>()
  readonly #pseudonyms = new Set<string>()
  readonly #counts = new Map<Kind, number>()
  #originals: ReadonlySet<string> = new Set()
  #longestOriginal = 0

  constructor(entries: Iterable<Entry> = []) {
    for (const { kind, name, is } of entries) this.put(kind, name, is)
  }

  get size(): number {
    return this.#entries.size
  }

  entries(): Entry[] {
    return [...this.#entries.values()]
  }

  /** The pseudonym of a name, if it has one. */
  of(name: string): string | undefined {
    return this.#entries.get(name.toLowerCase())?.is
  }

  /** Whether a text was given out by this map, so that nothing is replaced twice. */
  isPseudonym(text: string): boolean {
    return this.#pseudonyms.has(text.toLowerCase())
  }

  isFull(kind: Kind): boolean {
    return this.count(kind) >= mostOfAKind
  }

  count(kind: Kind): number {
    return this.#counts.get(kind) ?? 0
  }

  /** Names that no pseudonym to come may hold: a real node may be called node-1. */
  avoid(originals: Iterable<string>): void {
    const alike = [...originals].map(name => name.toLowerCase()).filter(name => /^[a-z]{0,10}-?\d+$/.test(name) && /[a-z-]/.test(name))
    this.#originals = new Set(alike)
    this.#longestOriginal = alike.reduce((longest, { length }) => Math.max(longest, length), 0)
  }

  /** Gives `name` the next pseudonym of its kind, unless it has one. */
  add(kind: NameKind, name: string): string {
    return this.give(kind, name, n => `${kind}-${n}`)
  }

  /** The same for what keeps its shape: `make` writes the nth pseudonym. */
  give(kind: Kind, name: string, make: (n: number) => string): string {
    const known = this.of(name)
    if (known !== undefined) return known
    const first = this.count(kind) + 1
    let n = first
    // Nobody looks for names in an address or id that was given.
    const avoids = nameKinds.some(own => own === kind)
    while (!this.#isFree(make(n), avoids && n - first < mostAvoided)) n++
    return this.put(kind, name, make(n))
  }

  /** Records a pseudonym that follows from others. */
  put(kind: Kind, name: string, is: string): string {
    if (!this.#entries.has(name.toLowerCase())) this.#counts.set(kind, this.count(kind) + 1)
    this.#entries.set(name.toLowerCase(), { kind, name, is })
    this.#pseudonyms.add(is.toLowerCase())
    return is
  }

  #isFree(is: string, avoids: boolean): boolean {
    return !this.isPseudonym(is) && !this.#entries.has(is) && !(avoids && this.#holdsOriginal(is))
  }

  /** Looks each part up: there may be as many originals as lines. */
  #holdsOriginal(is: string): boolean {
    for (let from = 0; from < is.length; from++)
      for (let to = from + 1; to <= Math.min(is.length, from + this.#longestOriginal); to++)
        if (this.#originals.has(is.slice(from, to))) return true
    return false
  }
}
