import type { LedgerEntry } from '../case/observation.ts'
import type { KnowledgeBase } from '../kb/model.ts'

/** What stands under "not examined" when no evidence was given at all. */
export function noEvidence(kb: KnowledgeBase): LedgerEntry {
  const readable = [...Object.entries(kb.symptoms), ...Object.entries(kb.facts)]
    .filter(([, fact]) => fact['seen-as'] || fact['read-as'])
    .map(([id]) => id)
  return { what: 'logs and command output of the nodes', why: 'no evidence was given', facts: readable }
}
