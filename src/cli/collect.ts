import { collectorScript } from '../collect/script.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { Exit } from './exit.ts'
import type { Io } from './io.ts'
import { baseOrFail } from './kb.ts'

declare const AVERT_VERSION: string

/** Prints the script that collects evidence on a node. Runs nothing. */
export async function collectCommand(
  { kb: folder, redact = false }: { kb?: readonly string[]; redact?: boolean },
  io: Io,
): Promise<number> {
  const kb: KnowledgeBase = await baseOrFail(folder)
  io.out(collectorScript(kb, AVERT_VERSION, { redact }))
  return Exit.done
}
