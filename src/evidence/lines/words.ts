/** Places of the table: one for each number that `next` gives for three characters. */
const places = 0x8000
/** Characters that decide whether a place of a text is looked at closely. */
const keySize = 3
/** The number of the last three characters, when `code` follows those that gave `number`. */
const next = (number: number, code: number) => ((number << 5) ^ code) & (places - 1)

interface Entry {
  readonly word: string
  /** From the beginning of the word to the end of its key. */
  readonly back: number
  /** The next entry whose key has the same number; 0: there is none. */
  readonly other: number
}

/** Finds which of many words stand in a text, in one go: a search for each of them would read the text as often. */
class WordTable {
  /** By the number of a key: whether a word has it, and the last such entry. */
  readonly #known = new Uint8Array(places)
  readonly #first = new Uint16Array(places)
  readonly #entries: Entry[] = [{ word: '', back: 0, other: 0 }]
  /** Those that have no key. */
  readonly #short: string[] = []

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < keySize) {
        this.#short.push(word)
        continue
      }
      const start = rarestKey(word)
      let number = 0
      for (let i = start; i < start + keySize; i++) number = next(number, word.charCodeAt(i))
      this.#entries.push({ word, back: start + keySize - 1, other: this.#first[number]! })
      this.#first[number] = this.#entries.length - 1
      this.#known[number] = 1
    }
  }

  /** The words that stand in `text`. */
  in(text: string): Set<string> {
    const known = this.#known
    const found = new Set(this.#short.filter(word => text.includes(word)))
    let number = 0
    for (let i = 0; i < text.length; i++) {
      number = next(number, text.charCodeAt(i))
      if (known[number] !== 0) this.#addFrom(text, i, number, found)
    }
    return found
  }

  /** Adds the words whose key ends at `end` to those that were found. */
  #addFrom(text: string, end: number, number: number, found: Set<string>): void {
    for (let at = this.#first[number]!; at !== 0; ) {
      const { word, back, other } = this.#entries[at]!
      // What would begin before the text would be looked for at its beginning.
      if (end >= back && text.startsWith(word, end - back)) found.add(word)
      at = other
    }
  }
}

/** Characters in the order of their frequency in settings, listings and logs; all others are rarer. */
const frequent = ' etirsoan\nlcdpumfh,._g"by0)(\'1:T2EA-IwS=NvRLCO3kx46897DF5P'

/** Where the three characters of a word begin that are seldom found elsewhere. */
function rarestKey(word: string): number {
  const rarity = (at: number) => {
    const rank = frequent.indexOf(word[at]!)
    return rank === -1 ? frequent.length : rank
  }
  let [best, most] = [0, -1]
  for (let at = 0; at + keySize <= word.length; at++) {
    const sum = rarity(at) + rarity(at + 1) + rarity(at + 2)
    if (sum > most) [best, most] = [at, sum]
  }
  return best
}

declare const isWatched: unique symbol
/** Words that `watch` was told of. */
export type Watched = readonly string[] & { readonly [isWatched]: true }

const watched = new Set<string>()
let table: WordTable | undefined
/** Many ask for words of the same text, one after the other. */
let last: { readonly text: string; readonly found: ReadonlySet<string> } | undefined

/** Words that will be asked for of one text after the other: all of them are found together, whoever asks. */
export function watch(...words: readonly string[]): Watched {
  for (const word of words) watched.add(word)
  table = last = undefined
  return words as Watched
}

/** The watched words that stand in a text. */
function foundIn(text: string): ReadonlySet<string> {
  if (last?.text !== text) {
    table ??= new WordTable(watched)
    last = { text, found: table.in(text) }
  }
  return last.found
}

/** Those of some watched words that stand in a text. */
export function heldBy(text: string, words: Watched): string[] {
  const found = foundIn(text)
  return found.size === 0 ? [] : words.filter(word => found.has(word))
}

/** Whether any of some watched words stands in a text. */
export function holdsAny(text: string, words: Watched): boolean {
  const found = foundIn(text)
  return found.size > 0 && words.some(word => found.has(word))
}
