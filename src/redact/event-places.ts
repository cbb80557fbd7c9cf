import { mandatoryLiterals } from '../evidence/events/literal.ts'
import type { KnowledgeBase } from '../kb/model.ts'

/** What a pattern may capture that is a name. */
const captured = /\(\?<(?:node|peer|executor|origin|target|owner|resource|device|server)>/

/**
 * Replaces names where an event says that there is one: in "node error will be fenced: …" the second word can be nothing
 * else.
 */
export function eventPlaces({
  events,
}: Pick<KnowledgeBase, 'events'>): (line: string, choose: (name: string) => string | undefined) => string {
  const forms = Object.values(events)
    .flatMap(event => event.forms)
    .filter(({ pattern }) => captured.test(pattern))
    .map(({ pattern }) => ({ find: new RegExp(pattern, 'd'), literals: mandatoryLiterals(pattern) }))
  return (line, choose) => {
    let text = line
    for (const { find, literals } of forms) {
      if (literals && !literals.some(literal => text.includes(literal))) continue
      const found = find.exec(text)
      const spans = Object.entries(found?.indices?.groups ?? {})
        .filter(([name, span]) => span && captured.test(`(?<${name}>`))
        .map(([, span]) => span!)
        .sort(([a], [b]) => b - a)
      for (const [start, end] of spans) {
        const is = choose(text.slice(start, end))
        if (is !== undefined) text = text.slice(0, start) + is + text.slice(end)
      }
    }
    return text
  }
}
