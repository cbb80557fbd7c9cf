import { mandatoryLiterals } from '../evidence/events/literal.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { formatProblem } from '../kb/problem.ts'
import { readFolder } from './read-folder.ts'

/** For the build: the base in `folder` as JSON, whole and as far as a run needs it, or its problems as text. */
export function precompile(folder: string): { json?: string; run?: string; problems: string[] } {
  const read = readFolder(folder)
  if (!('kb' in read)) return { problems: read.problems.map(formatProblem) }
  return { json: JSON.stringify(read.kb), run: JSON.stringify(forRuns(read.kb)), problems: [] }
}

/** Without examples and cases; with what would take a run longest to find out. */
function forRuns(kb: KnowledgeBase): KnowledgeBase {
  const events = Object.fromEntries(
    Object.entries(kb.events).map(([id, event]) => [
      id,
      { ...event, forms: event.forms.map(form => ({ ...form, matches: [], ignores: [] })) },
    ]),
  )
  const patterns = [
    ...Object.values(kb.events).flatMap(({ forms }) => forms.map(({ pattern }) => pattern)),
    // As a regular expression tells them: a slash is escaped there.
    ...Object.values(kb.vendors).flatMap(({ says = [] }) => says.map(({ pattern }) => new RegExp(pattern).source)),
  ]
  const literals = Object.fromEntries(
    patterns.flatMap(pattern => {
      const found = mandatoryLiterals(pattern)
      return found ? [[pattern, found]] : []
    }),
  )
  return { ...kb, events, cases: {}, literals }
}
