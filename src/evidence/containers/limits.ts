import { EvidenceError } from './error.ts'

/** How much an archive may unpack to before it is taken for a trap. All sizes are bytes. */
export interface Limits {
  /** One member, unpacked. */
  readonly fileBytes: number
  /** Everything together, unpacked. */
  readonly totalBytes: number
  /** Unpacked size per packed byte … */
  readonly ratio: number
  /** … once this much was unpacked. */
  readonly ratioFrom: number
}

const MiB = 1024 ** 2
const GiB = 1024 ** 3

/** Logs shrink 10 to 50 times; a ratio of 1000 is a file made to fill a disk. */
export const defaultLimits: Limits = { fileBytes: 8 * GiB, totalBytes: 64 * GiB, ratio: 1000, ratioFrom: 64 * MiB }

/** What one run has unpacked so far, against its limits. */
export interface Budget {
  readonly limits: Limits
  unpacked: number
}

/** Passes `bytes` on and throws an `EvidenceError` as soon as they are more than the limits allow. */
export async function* withinLimits(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  budget: Budget,
  { packedBytes, whole = false }: { packedBytes: () => number; whole?: boolean },
): AsyncGenerator<Uint8Array> {
  const { limits } = budget
  let unpacked = 0
  for await (const chunk of bytes) {
    unpacked += chunk.length
    budget.unpacked += chunk.length
    if (!whole && unpacked > limits.fileBytes) throw tooMuch(file, 'It is too large to be read.')
    if (budget.unpacked > limits.totalBytes) throw tooMuch(file, 'All archives together unpack to more than this program reads.')
    if (unpacked > limits.ratioFrom && unpacked > packedBytes() * limits.ratio)
      throw tooMuch(file, `It unpacks to more than ${limits.ratio} times its size: it looks made to fill a disk.`)
    yield chunk
  }
}

function tooMuch(file: string, message: string): EvidenceError {
  return new EvidenceError('evidence-damaged', file, message, 'Unpack it yourself and give only the files that matter.')
}
