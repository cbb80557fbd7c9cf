import type { Bytes } from './bytes.ts'

const blockBytes = 512

/** Nothing but the zeros that an archive ends with. */
export function isEmptyTar(head: Uint8Array): boolean {
  return head.length === blockBytes && head.every(byte => byte === 0)
}

/**
 * Passes an archive on and notes whether it ended with a block of zeros, as every archive does: one that was cut off just between two
 * members looks whole otherwise.
 */
export function endOfTar(bytes: Bytes): { bytes: Bytes; ended: () => boolean } {
  let zeros = 0
  const passing = async function* () {
    for await (const chunk of bytes) {
      let at = chunk.length
      while (at > 0 && chunk.length - at < blockBytes && chunk[at - 1] === 0) at--
      zeros = at === 0 ? zeros + chunk.length : chunk.length - at
      yield chunk
    }
  }
  return { bytes: passing(), ended: () => zeros >= blockBytes }
}
