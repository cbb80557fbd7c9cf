import { compileMatcher } from '../../evidence/events/matcher.ts'
import { splitRawLine } from '../../evidence/lines/prefix.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { EventFile } from '../../kb/shapes.ts'
import type { Finding } from '../finding.ts'
import { isEndless, unboundedLoop } from './backtracking.ts'
import { costlyChain } from './loops.ts'
import type { Budget } from './model.ts'

/** What one pattern costs of the budget. */
const costOfPattern = 400

/** Patterns that one line can keep busy without end. */
export function backtracking({ events, vendors }: KnowledgeBase, budget: Budget): Finding[] {
  const findings: Finding[] = []
  const judgeIn =
    (folder: 'events' | 'vendors', id: string) => (pattern: string, path: readonly (string | number)[], lines: readonly string[]) => {
      if (budget.left <= 0) return
      const loop = unboundedLoop(pattern)
      const chain = loop ? undefined : costlyChain(pattern)
      if (!loop && !chain) return
      budget.left -= costOfPattern
      findings.push({
        code: 'pattern-backtracks',
        at: { folder, id, path },
        message: loop
          ? `${loop.source} can read the same text in more and more ways: one long line could stop the search for hours`
          : `${chain!.loops.join(' and ')} can each take what belongs to the next: one long line could stop the search for minutes`,
        hint: loop
          ? 'Let each repetition begin or end with something that cannot stand inside it, or take the inner or the outer repetition away.'
          : 'Let each repetition stop at what follows it, for instance [^:]* before a colon, or leave out those in front.',
        counterExample: { line: loop ? longLine(loop.body, lines) : `${(lines[0] ?? '').repeat(20)}\u0021` },
        exactness: 'exact',
      })
    }
  for (const [id, event] of Object.entries(events)) {
    const judge = judgeIn('events', id)
    event.forms.forEach(({ pattern, matches }, i) => void judge(pattern, ['forms', i, 'pattern'], matches))
    for (const [name, classes] of Object.entries(event.classes ?? {}))
      classes.forEach(({ match }, i) => void judge(match, ['classes', name, i, 'match'], event.forms[0]!.matches))
  }
  for (const [id, { says = [] }] of Object.entries(vendors))
    says.forEach(({ pattern, matches }, i) => void judgeIn('vendors', id)(pattern, ['says', i, 'pattern'], matches))
  return findings
}

/** A line in which the repeated part stands many times, and then something that does not fit. */
function longLine(body: string, lines: readonly string[]): string {
  for (const line of lines) {
    const found = new RegExp(body).exec(line)
    if (found?.[0]) return `${line.slice(0, found.index)}${found[0].repeat(40)}\u0021`
  }
  return lines[0] ?? ''
}

/** Lines of one event that another one finds as well. An author who means that gives one such line to both, under "matches". */
export function sharedLines(kb: KnowledgeBase): Finding[] {
  const tried = Object.fromEntries(Object.entries(kb.events).filter(([, { forms }]) => !forms.some(({ pattern }) => isEndless(pattern))))
  const matcher = compileMatcher({ events: tried })
  const encoder = new TextEncoder()
  const findings: Finding[] = []
  const reported = new Set<string>()
  const own = (event: EventFile) => event.forms.flatMap(({ matches }) => matches)
  for (const [id, event] of Object.entries(tried))
    for (const line of own(event)) {
      const bytes = encoder.encode(line)
      const literals = [...matcher.prefilter.literalsIn(bytes, 0, bytes.length)]
      for (const kind of event.in)
        for (const found of matcher.match(splitRawLine(line), line, literals, kind)) {
          if (found.kind === id || reported.has(`${found.kind} ${id}`)) continue
          reported.add(`${found.kind} ${id}`)
          if (own(found.event).some(other => own(event).includes(other))) continue
          findings.push(shared(found.kind, found.event, id, line))
        }
    }
  return findings
}

function shared(id: string, event: EventFile, other: string, line: string): Finding {
  const form = Math.max(
    0,
    event.forms.findIndex(({ pattern }) => new RegExp(pattern).test(line)),
  )
  return {
    code: 'pattern-matches-other-event',
    at: { folder: 'events', id, path: ['forms', form, 'pattern'] },
    message: `the pattern is found in a line of the event "${other}" too, so that one line is two events`,
    hint: 'Make the pattern stricter and put the line under "ignores"; if both are right, put it under "matches" there too.',
    counterExample: { line },
    exactness: 'exact',
  }
}
