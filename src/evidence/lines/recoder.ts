/** Turns the chunks of a text into others; `end` gives what is left. */
export interface Recoder {
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
}
