import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { KnowledgeBase } from '../kb/model.ts'
import type { Problem } from '../kb/problem.ts'
import type { Io } from './io.ts'

/** The rule files that avert comes with. */
export const shippedFolder = join(__dirname, '..', 'rules')

/** Where authors keep a base of their own. */
const ownFolder = 'rules'

/**
 * The shipped base, compiled at build time: no YAML is parsed at start. Cases and example lines are half of it and only
 * authors need them, so `run` leaves them out.
 */
function shippedBase(part: 'run' | 'whole'): KnowledgeBase {
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
  return readFolders(withShipped(folders, shippedFolder))
}

/**
 * The folders that a command for authors works on when none is named: those of the base here, so that all of these
 * commands see the same files; undefined: the shipped base. Only the shipped one goes without saying.
 */
export function authorFolders(named: readonly string[] | undefined, io: Pick<Io, 'err'>): readonly string[] | undefined {
  if (named !== undefined && named.length > 0) return named
  if (!['kb.yaml', 'kb.yml'].some(name => existsSync(join(ownFolder, name)))) return undefined
  // In avert's own checkout both are one, and the files count, not what was compiled from them.
  const isShipped = existsSync(shippedFolder) && realpathSync(ownFolder) === realpathSync(shippedFolder)
  if (!isShipped) io.err(`note: the knowledge base in ${ownFolder}/ here is used, not the shipped one`)
  return [ownFolder]
}
