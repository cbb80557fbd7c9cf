/** Turns the chunks of a text into others; `end` gives what is left. */
export interface Recoder {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
}

export type Changed = (line: string) => string
/** Makes what changes one line after the other: some remember what came before. */
export type Change = () => Changed

/** Characters. */
const longest = 1024 ** 2

/** Changes each line by itself; what gives one line for one line keeps their numbers. */
export class LineByLine implements Recoder {
  readonly #decoder = new TextDecoder()
  readonly #changed: (line: string) => string
  #rest = ''

  constructor(changed: (line: string) => string) {
    this.#changed = changed
  }

  push(chunk: Uint8Array): Uint8Array {
    const lines = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split('\n')
    this.#rest = lines.pop()!
    if (this.#rest.length <= longest) return this.#lines(lines, '\n')
    // Without an end for so long, it is no line that anybody could read.
    const all = this.#lines([...lines, this.#rest], '\n')
    this.#rest = ''
    return all
  }

  end(): Uint8Array {
    return this.#lines([this.#rest], '')
  }

  #lines(lines: readonly string[], end: string): Uint8Array {
    return new TextEncoder().encode(lines.map(line => this.#changed(line) + end).join(''))
  }
}

/** Nothing that has to be read as a whole is as large; of a larger text, single lines are changed at most. */
const mostBytes = 16 * 1024 ** 2

/** Changes a text that has to be known to its end first; `line`: what is done to each line of one that is too large for that. */
export class WholeText implements Recoder {
  readonly #decoder = new TextDecoder()
  readonly #changed: (text: string) => string
  readonly #line: Changed
  #text = ''
  #through: Recoder | undefined

  constructor(changed: (text: string) => string, line: Changed = same => same) {
    this.#changed = changed
    this.#line = line
  }

  push(chunk: Uint8Array): Uint8Array {
    if (this.#through) return this.#through.push(chunk)
    this.#text += this.#decoder.decode(chunk, { stream: true })
    if (this.#text.length < mostBytes) return new Uint8Array()
    this.#through = new LineByLine(this.#line)
    const text = this.#text + this.#decoder.decode()
    this.#text = ''
    return this.#through.push(new TextEncoder().encode(text))
  }

  end(): Uint8Array {
    return this.#through ? this.#through.end() : new TextEncoder().encode(this.#changed(this.#text))
  }
}
