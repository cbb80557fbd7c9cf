/** Lines longer than this many characters are cut: a name that a cut goes through would show in both halves. */
const longestLine = 16 * 1024 ** 2

/** The lines of a stream of bytes in batches; `whole` is false for what follows the last line end. */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly lines: readonly string[]; readonly whole: boolean }> {
  const splitter = new LineSplitter()
  for await (const chunk of bytes) {
    const lines = splitter.take(chunk)
    if (lines.length > 0) yield { lines, whole: true }
  }
  const rest = splitter.end()
  if (rest !== '') yield { lines: [rest], whole: false }
}

/** Cuts bytes into lines of text, as they come. */
export class LineSplitter {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #rest: string[] = []
  #length = 0

  /** The lines that end in this chunk. */
  take(chunk: Uint8Array): string[] {
    const parts = this.#decoder.decode(chunk, { stream: true }).split('\n')
    this.#keep(parts[0]!)
    if (parts.length === 1) return []
    const lines = [this.end(), ...parts.slice(1, -1)]
    this.#keep(parts.at(-1)!)
    return lines.map(line => line.slice(0, longestLine))
  }

  /** What is left. */
  end(): string {
    const rest = this.#rest.join('')
    this.#rest = []
    this.#length = 0
    return rest
  }

  #keep(part: string): void {
    if (this.#length >= longestLine || part === '') return
    this.#rest.push(part.slice(0, longestLine - this.#length))
    this.#length += part.length
  }
}

/** The journal's JSON writes a text with odd characters as a list of bytes, in which no name could be found. */
export function withTexts(line: string): string {
  if (!line.startsWith('{') || (!line.includes(':[') && !line.includes(': ['))) return line
  return line.replace(/(?<="\s?:\s?)\[\s?\d{1,3}(?:,\s?\d{1,3}){2,}\s?\]/g, list => {
    const bytes = JSON.parse(list) as number[]
    return bytes.every(byte => byte < 256) ? JSON.stringify(new TextDecoder().decode(Uint8Array.from(bytes))) : list
  })
}

/** Whether a file that begins so can be redacted line by line. */
export function isReadable(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  let odd = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0 || code === 0xfffd) odd++
  }
  return odd <= text.length / 10
}
