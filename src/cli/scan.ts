import type { Period } from '../case/incident.ts'
import { mergeObservations } from '../case/merge.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { toJson } from '../render/json.ts'
import { scanDocument, scanMarkdown, scanText } from '../render/scan.ts'
import { coloured, plain } from '../render/wrap.ts'
import { Exit } from './exit.ts'
import type { Io } from './io.ts'
import { baseOrFail } from './kb.ts'
import { namesFor, type RedactOptions } from './names-for.ts'
import { periodOf } from './period.ts'
import { refuseSharedInput } from './standard-input.ts'

/** What evidence shows, without weighing it. Exit 5 when nothing in it could be examined, or a part that would tell something is broken. */
export async function scanCommand(
  paths: readonly string[],
  { format, kb: folder, ...options }: { format: string; kb?: readonly string[] } & Period & RedactOptions,
  io: Io,
): Promise<number> {
  const period = periodOf(options)
  refuseSharedInput(paths)
  const kb: KnowledgeBase = await baseOrFail(folder)
  const { gatherEvidence } = await import('./evidence.ts')
  const names = await namesFor(kb, options)
  const read = await gatherEvidence(paths, kb, io, { digests: false, period, ...(names && { through: names.through }) })
  const evidence = names ? names.evidence(read) : read
  names?.save(io)
  const scan = { kb, evidence, period, merged: mergeObservations(kb, evidence.observations) }
  if (format === 'json') io.out(toJson(scanDocument(scan)))
  else if (format === 'markdown') io.out(scanMarkdown(scan))
  else io.out(scanText(scan, io.colour ? coloured(io.columns) : plain(io.columns)))
  return evidence.examined.length > 0 && !evidence.broken ? Exit.done : Exit.inconclusive
}
