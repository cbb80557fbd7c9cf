import { formatProblem } from '../kb/problem.ts'
import { readFolder } from './read-folder.ts'

/** For the build: the base in `folder` as JSON, whole and as far as a run needs it, or its problems as text. */
export function precompile(folder: string): { json?: string; run?: string; problems: string[] } {
  const read = readFolder(folder)
  if (!('kb' in read)) return { problems: read.problems.map(formatProblem) }
  const events = Object.fromEntries(
    Object.entries(read.kb.events).map(([id, event]) => [
      id,
      { ...event, forms: event.forms.map(form => ({ ...form, matches: [], ignores: [] })) },
    ]),
  )
  return { json: JSON.stringify(read.kb), run: JSON.stringify({ ...read.kb, events, cases: {} }), problems: [] }
}
