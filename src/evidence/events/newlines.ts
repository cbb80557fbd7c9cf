const newline = 10

/** Line ends in `bytes` between `from` and `to`; four bytes at a time, because every byte of every log is counted. */
export function countNewlines(bytes: Uint8Array, from: number, to: number): number {
  const aligned = from + ((4 - ((bytes.byteOffset + from) & 3)) & 3)
  const length = (to - aligned) >> 2
  if (length <= 0) return countSingly(bytes, from, to)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, length)
  let count = countSingly(bytes, from, aligned) + countSingly(bytes, aligned + length * 4, to)
  for (let i = 0; i < length; i++) {
    // A byte of `word` is zero where the text has a line end; the test is never wrong when it says that there is none.
    const word = words[i]! ^ 0x0a0a0a0a
    if (((word - 0x01010101) & ~word & 0x80808080) === 0) continue
    if ((word & 0xff) === 0) count++
    if ((word & 0xff00) === 0) count++
    if ((word & 0xff0000) === 0) count++
    if ((word & 0xff000000) === 0) count++
  }
  return count
}

function countSingly(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (bytes[at] === newline) count++
  return count
}

/** The first line end at or after `from`, or `to` when there is none before it. */
export function newlineAfter(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] !== newline) at++
  return at
}

/** The last line end before `before` and not before `from`, or -1. */
export function newlineBefore(bytes: Uint8Array, before: number, from: number): number {
  let at = before - 1
  while (at >= from && bytes[at] !== newline) at--
  return at >= from ? at : -1
}
