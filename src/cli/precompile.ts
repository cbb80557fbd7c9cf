import { formatProblem } from '../kb/problem.ts'
import { readFolder } from './read-folder.ts'

/** For the build: the base in `folder` as JSON, or its problems as text. */
export function precompile(folder: string): { json?: string; problems: string[] } {
  const read = readFolder(folder)
  return 'kb' in read ? { json: JSON.stringify(read.kb), problems: [] } : { problems: read.problems.map(formatProblem) }
}
