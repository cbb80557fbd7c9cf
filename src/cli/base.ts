import { readFileSync } from 'node:fs'
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

/**
 * Reads a base from folders of YAML files, each laid over those before it, or the shipped one. The YAML reader is loaded
 * only when it is needed.
 */
export async function loadBase(
  folders: readonly string[] | undefined,
  part: 'run' | 'whole' = 'run',
): Promise<{ kb: KnowledgeBase } | { problems: readonly Problem[] }> {
  if (folders === undefined || folders.length === 0) return { kb: shippedBase(part) }
  const { readFolders, withShipped } = await import('./read-folder.ts')
  return readFolders(withShipped(folders, join(__dirname, '..', 'rules')))
}
