import { allFacts, type KnowledgeBase } from '../kb/model.ts'

/** What a base can make use of: a collector that brings more costs a busy node time for nothing. */
export interface Needs {
  /** Whether any fact is read as one of these keys; a key that ends in a dot stands for all that begin with it. */
  tells(keys: readonly string[]): boolean
  /** Whether any event is looked for in one of these kinds of log. */
  logs(kinds: readonly string[]): boolean
}

export function needsOf(kb: KnowledgeBase): Needs {
  const keys = Object.values(allFacts(kb)).flatMap(fact => fact['read-as'] ?? [])
  const kinds = new Set<string>(Object.values(kb.events).flatMap(event => event.in))
  return {
    tells: wanted => wanted.some(key => keys.some(known => (key.endsWith('.') ? known.startsWith(key) : known === key))),
    logs: wanted => kinds.has('any-log') || wanted.some(kind => kinds.has(kind)),
  }
}
