import type { KnowledgeBase } from '../kb/model.ts'
import { Exit } from './exit.ts'
import { UserError } from './io.ts'
import type { Names } from './names.ts'

export interface RedactOptions {
  readonly redact?: boolean
  readonly map?: string
}

/** The names to hide with `--redact`; undefined without it. Loaded only when it is wanted. */
export async function namesFor(kb: KnowledgeBase, { redact, map }: RedactOptions): Promise<Names | undefined> {
  if (redact) {
    const { mapName, Names } = await import('./names.ts')
    return new Names(kb, map ?? mapName)
  }
  if (map !== undefined)
    throw new UserError(Exit.usage, ['wrong-option: --map is for redaction', '  hint: Add --redact, or leave --map out.'])
  return undefined
}
