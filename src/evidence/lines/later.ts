/**
 * A pattern that is made when it is first used. Those of many words in many languages take a tenth of a second together to be read, and most
 * runs read no prose at all.
 */
export function later(source: string, flags: string): RegExp {
  return new Later(source, flags) as unknown as RegExp
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
    this.#made ??= new RegExp(this.source, this.flags)
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
