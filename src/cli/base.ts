import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KnowledgeBase } from '../kb/model.ts'
import type { Problem } from '../kb/problem.ts'

/** The shipped base, compiled at build time: no YAML is parsed at start. */
export function shippedBase(): KnowledgeBase {
  return JSON.parse(readFileSync(join(__dirname, 'kb.json'), 'utf8')) as KnowledgeBase
}

/** Reads a base from a folder of YAML files, or the shipped one. The YAML reader is loaded only when it is needed. */
export async function loadBase(folder: string | undefined): Promise<{ kb: KnowledgeBase } | { problems: readonly Problem[] }> {
  if (folder === undefined) return { kb: shippedBase() }
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
