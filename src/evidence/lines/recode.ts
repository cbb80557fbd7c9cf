/** The names of what two bytes at the beginning of a text mean. */
const marks = { fffe: 'utf-16le', feff: 'utf-16be' } as const

/**
 * Turns the chunks of a text in UTF-16, as the shells of Windows write what they redirect, into UTF-8. Undefined for a text that does
 * not begin with the mark of UTF-16: it is read as it is.
 */
export function recoder(start: Uint8Array): ((chunk: Uint8Array) => Uint8Array) | undefined {
  const mark = [...start.subarray(0, 2)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  if (mark !== 'fffe' && mark !== 'feff') return undefined
  const [decoder, encoder] = [new TextDecoder(marks[mark]), new TextEncoder()]
  return chunk => encoder.encode(decoder.decode(chunk, { stream: true }))
}
