import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mandatoryLiterals } from '../evidence/events/literal.ts'
import { matchForm } from '../evidence/events/matcher.ts'
import type { PatternTools } from '../kb/check-events.ts'
import { digestOf, loadRuleFiles } from '../kb/disk.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { layOver, type Replacement } from '../kb/overlay.ts'
import { type Problem, sortProblems } from '../kb/problem.ts'
import { type RuleFile, readBase } from '../kb/read.ts'
import { isEndless } from '../workshop/verify/backtracking.ts'

/** The parts of a form's check that live in a later stage. Other people's patterns must not stop a run. */
export const patternTools: PatternTools = { literals: mandatoryLiterals, match: matchForm, endless: isEndless, refuseEndless: true }

/** Reads and checks the base in a folder; with any problem there is no base. */
export function readFolder(folder: string): { kb: KnowledgeBase } | { problems: readonly Problem[] } {
  return readFolders([folder])
}

/** The same for several folders, each laid over those before it. */
export function readFolders(folders: readonly string[]): { kb: KnowledgeBase } | { problems: readonly Problem[] } {
  const { files, digest, problems } = filesOf(folders)
  if (files.length === 0 && problems.length > 0) return { problems }
  const read = readBase(files, digest, patternTools)
  if (problems.length > 0 || read.kb === undefined) return { problems: sortProblems([...problems, ...read.problems]) }
  return { kb: read.kb }
}

/** The files of a base that may consist of several folders, and what replaces what. */
export function filesOf(folders: readonly string[]): {
  files: RuleFile[]
  digest: string
  problems: Problem[]
  replaced: readonly Replacement[]
} {
  const missing = folders.filter(folder => !existsSync(folder))
  if (missing.length > 0) return { files: [], digest: '', problems: missing.map(noFolder), replaced: [] }
  const layers = folders.map(folder => loadRuleFiles(folder))
  const { files, replaced } = layOver(layers.map(layer => layer.files))
  return { files, replaced, digest: digestOf(files), problems: layers.flatMap(({ problems }) => problems) }
}

/** The folders behind `--kb`: an overlay that is named alone lies over the shipped base. */
export function withShipped(folders: readonly string[], shipped: string): readonly string[] {
  const first = folders[0]
  return first !== undefined && existsSync(first) && !['kb.yaml', 'kb.yml'].some(name => existsSync(join(first, name)))
    ? [shipped, ...folders]
    : folders
}

const noFolder = (file: string): Problem => ({
  code: 'no-such-folder',
  file,
  line: 1,
  column: 1,
  message: 'there is no such folder',
  hint: 'Name the folder that holds kb.yaml.',
})
