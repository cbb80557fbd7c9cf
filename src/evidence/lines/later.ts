/**
 * A pattern that is made when it is first used. Those of many words in many languages take a tenth of a second together to be read, and most
 * runs read no prose at all.
 */
export function later(source: string, flags: string): RegExp {
  return new Later(source, flags) as unknown as RegExp
}

/**
 * The letters of the alphabets that people write in, and marks upon them, as ranges: of the whole property V8 reads the tables anew at each
 * place where it stands, and compiles five hundred ranges and pairs of surrogates. Few ranges, because V8 searches slowly by patterns of more
 * than 20,000 characters.
 */
const ranges: Readonly<Record<string, string>> = {
  '\\p{L}': 'A-Za-zªµºÀ-ÖØ-öø-ˁͰ-ֈא-ײؠ-يٱ-ۓܐ-ῼぁ-ゖゝ-ヺー-㆏㐀-\ud7ff',
  '\\p{Script=Latin}': 'A-Za-zªºÀ-ÖØ-öø-ʸḀ-ỿ',
  '\\p{Script=Cyrillic}': 'Ѐ-ԯ',
  '\\p{M}': '\u0300-\u036f\u20e3\ufe0e\ufe0f',
}
const parts = /\\p\{[\w=]+\}|\\.|[[\]]/gsu

function inRanges(source: string): string {
  let isInClass = false
  return source.replace(parts, part => {
    if (part === '[' || part === ']') isInClass = part === '['
    const range = ranges[part]
    if (range === undefined) return part
    return isInClass ? range : `[${range}]`
  })
}

/** It is no child of RegExp: whatever copies one takes what the child was made of, not what it says of itself. */
class Later implements Partial<RegExp> {
  readonly source: string
  readonly flags: string
  #made: RegExp | undefined

  constructor(source: string, flags: string) {
    this.source = source
    this.flags = flags
  }

  get #pattern(): RegExp {
    this.#made ??= new RegExp(inRanges(this.source), this.flags)
    return this.#made
  }

  exec(text: string): RegExpExecArray | null {
    return this.#pattern.exec(text)
  }
  test(text: string): boolean {
    return this.#pattern.test(text)
  }
  [Symbol.match](text: string): RegExpMatchArray | null {
    return this.#pattern[Symbol.match](text)
  }
  [Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    return this.#pattern[Symbol.matchAll](text)
  }
  [Symbol.search](text: string): number {
    return this.#pattern[Symbol.search](text)
  }
  [Symbol.replace](text: string, by: string | ((substring: string, ...parts: unknown[]) => string)): string {
    return this.#pattern[Symbol.replace](text, by as string)
  }
  [Symbol.split](text: string, limit?: number): string[] {
    return this.#pattern[Symbol.split](text, limit)
  }
}
