/** Memory that goes to a worker and comes back. */
export type Room = Uint8Array<ArrayBuffer>

const roomBytes = 1024 ** 2
/** So many bytes may wait for the worker. */
const mostUneaten = 4 * roomBytes

/** Hands chunks of any size to a worker, in rooms of one size, no faster than it eats them. */
export class Feeder {
  readonly #hand: (room: Room, length: number) => void
  readonly #rooms: Room[] = []
  #room = new Uint8Array(roomBytes)
  #filled = 0
  #uneaten = 0
  #stopped = false
  #goOn = () => {}

  constructor(hand: (room: Room, length: number) => void) {
    this.#hand = hand
  }

  /** All of `chunks`, or all until `stop`. An error of theirs is handed back, when what came before was handed on. */
  async feed(chunks: AsyncIterable<Uint8Array>): Promise<{ readonly error?: unknown }> {
    try {
      for await (const chunk of chunks) {
        this.#pack(chunk)
        while (this.#uneaten > mostUneaten && !this.#stopped)
          await new Promise<void>(resolve => {
            this.#goOn = resolve
          })
        if (this.#stopped) break
      }
    } catch (error) {
      return { error }
    } finally {
      if (this.#filled > 0) this.#send()
    }
    return {}
  }

  /** The worker is done with so many bytes, and gives rooms back. */
  eaten(bytes: number, emptied: readonly Room[]): void {
    this.#rooms.push(...emptied)
    this.#uneaten -= bytes
    this.#goOn()
  }

  stop(): void {
    this.#stopped = true
    this.#goOn()
  }

  /** A copy goes: whoever made the chunk may still need it. */
  #pack(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + roomBytes - this.#filled)
      this.#room.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
      if (this.#filled === roomBytes) this.#send()
    }
  }

  #send(): void {
    this.#uneaten += this.#filled
    this.#hand(this.#room, this.#filled)
    this.#room = this.#rooms.pop() ?? new Uint8Array(roomBytes)
    this.#filled = 0
  }
}
