import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KnowledgeBase } from '../kb/model.ts'
import type { Problem } from '../kb/problem.ts'

/**
 * The shipped base, compiled at build time: no YAML is parsed at start. Cases and example lines are half of it and only
 * authors need them, so `run` leaves them out.
 */
export function shippedBase(part: 'run' | 'whole'): KnowledgeBase {
  return JSON.parse(readFileSync(join(__dirname, part === 'run' ? 'kb-run.json' : 'kb.json'), 'utf8')) as KnowledgeBase
}

/** Reads a base from a folder of YAML files, or the shipped one. The YAML reader is loaded only when it is needed. */
export async function loadBase(
  folder: string | undefined,
  part: 'run' | 'whole' = 'run',
): Promise<{ kb: KnowledgeBase } | { problems: readonly Problem[] }> {
  if (folder === undefined) return { kb: shippedBase(part) }
  if (!existsSync(folder))
    return {
      problems: [
        {
          code: 'no-such-folder',
          file: folder,
          line: 1,
          column: 1,
          message: 'there is no such folder',
          hint: 'Name the folder that holds kb.yaml.',
        },
      ],
    }
  const { readFolder } = await import('./read-folder.ts')
  return readFolder(folder)
}
