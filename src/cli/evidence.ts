import { createHash } from 'node:crypto'
import { openEvidence } from '../evidence/containers/disk.ts'
import { EvidenceError } from '../evidence/containers/error.ts'
import { readEvidence } from '../evidence/read.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { Exit } from './exit.ts'
import { type Io, UserError } from './io.ts'

/** Progress shows only when reading takes longer than this. */
const quietMs = 1000

/** Opens and reads evidence; progress goes to stderr. */
export async function gatherEvidence(paths: readonly string[], kb: KnowledgeBase, io: Io): ReturnType<typeof readEvidence> {
  const begun = performance.now()
  let shown = 0
  let bytes = 0
  const onProgress = (path: string, more: number): void => {
    bytes += more
    const now = performance.now()
    if (now - begun < quietMs || now - shown < 200 || io.stderr.isTTY !== true) return
    shown = now
    io.stderr.write(`\r\u001B[Kreading ${Math.round(bytes / 1e6)} MB: ${path.slice(-60)}`)
  }
  try {
    const files = openEvidence(paths, io.stdin as AsyncIterable<Uint8Array>)
    const evidence = await readEvidence(kb, files, {
      newDigest: () => {
        const hash = createHash('sha256')
        return { update: chunk => void hash.update(chunk), hex: () => hash.digest('hex') }
      },
      onProgress,
    })
    if (shown > 0) io.stderr.write('\r\u001B[K')
    return evidence
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, file, message, hint } = error as EvidenceError & { file: string; hint: string }
      throw new UserError(Exit.input, [`${file}:1:1 ${code}: ${message}`, `  hint: ${hint}`])
    }
    throw error
  }
}
