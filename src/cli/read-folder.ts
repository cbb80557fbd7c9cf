import { mandatoryLiterals } from '../evidence/events/literal.ts'
import { matchForm } from '../evidence/events/matcher.ts'
import { loadRuleFiles } from '../kb/disk.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { type Problem, sortProblems } from '../kb/problem.ts'
import { readBase } from '../kb/read.ts'

/** Reads and checks the base in a folder; with any problem there is no base. */
export function readFolder(folder: string): { kb: KnowledgeBase } | { problems: readonly Problem[] } {
  const { files, digest, problems } = loadRuleFiles(folder)
  const read = readBase(files, digest, { literals: mandatoryLiterals, match: matchForm })
  if (problems.length > 0 || read.kb === undefined) return { problems: sortProblems([...problems, ...read.problems]) }
  return { kb: read.kb }
}
