import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import type { AssembleOptions } from '../evidence/assemble.ts'
import { openEvidence } from '../evidence/containers/disk.ts'
import { EvidenceError } from '../evidence/containers/error.ts'
import { createPrefilter } from '../evidence/events/prefilter.ts'
import { createSimdPrefilter } from '../evidence/events/prefilter-simd.ts'
import type { EvidenceFile, Unopened } from '../evidence/model.ts'
import { type Digest, readEvidence } from '../evidence/read.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'
import { sieveHere } from './scan-pieces.ts'
import { ScanPool } from './scan-pool.ts'
import { ScanProgress } from './scan-progress.ts'

const MiB = 1024 ** 2
/**
 * Files from this size on are worth threads of their own … Members of archives are not: unpacking has a thread anyhow, and to hand what
 * it yields to another one costs more than it saves (measured three times, 404 MB of tar.gz on two cores: 1.45 s here, 1.55 s there).
 */
const forWorkers = 32 * MiB
/** … or at least a quicker way to read them. */
const forHere = MiB
/** So much is searched before the faster search is made ready. */
const patience = MiB

/** What may look at the files on their way to the reader. */
export type Through = (files: AsyncIterable<EvidenceFile | Unopened>) => AsyncIterable<EvidenceFile | Unopened>

/**
 * Opens and reads evidence; progress goes to stderr. A case keeps a digest of every file; whoever writes none leaves that out, for it
 * takes as long as all the rest. AVERT_THREADS=1 keeps everything in one thread, AVERT_SIMD=0 does without WebAssembly: the result is
 * the same, the speed is not.
 */
export async function gatherEvidence(
  paths: readonly string[],
  kb: KnowledgeBase,
  io: Io,
  { digests = true, through = files => files, ...what }: { digests?: boolean; through?: Through } & AssembleOptions = {},
): ReturnType<typeof readEvidence> {
  // A pattern is otherwise compiled twice, first for its first text and then, faster, for all others; those of many words in many languages
  // take longer to compile than to read a whole report. Not from the start on: the parts of node itself are kept for its usual flags.
  setFlagsFromString('--no-regexp-tier-up')
  const { AVERT_THREADS: threads, AVERT_SIMD: wanted } = process.env
  const simd = wanted !== '0'
  const progress = new ScanProgress(paths, io.stderr)
  const pool = ScanPool.make(__dirname, Number(threads ?? 2), { simd, onRead: progress.onRead })
  try {
    const files = openEvidence(paths, io.stdin as AsyncIterable<Uint8Array>, { onRead: progress.onRead })
    return await readEvidence(kb, through(files), {
      ...what,
      newDigest: digests ? sha256 : undefined,
      makePrefilter: literals => (simd ? createSimdPrefilter(literals, patience) : undefined) ?? createPrefilter(literals),
      sieve: ({ place, size = 0 }, search) => {
        if (place === undefined) return undefined
        if (pool && size >= forWorkers) return pool.sieve(place, size, search)
        // The digest has to see every byte as well.
        return digests || size < forHere ? undefined : sieveHere(place, size, search, progress.onRead)
      },
      onProgress: progress.onProgress,
    })
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, file, message, hint } = error
      throw new UserError(Exit.input, [`${file}:1:1 ${code}: ${message}`, `  hint: ${hint}`])
    }
    throw error
  } finally {
    pool?.close()
    progress.clear()
  }
}

function sha256(): Digest {
  const hash = createHash('sha256')
  return { update: chunk => void hash.update(chunk), hex: () => hash.digest('hex') }
}
