import { type Case, emptyCase } from '../../case/case-file.ts'
import type { EvidenceFile } from '../../evidence/model.ts'
import { readEvidence } from '../../evidence/read.ts'
import { type FactValue, factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { checkValue } from '../../kb/value.ts'

/** A case, and the ids of the events that its evidence shows. */
export interface CaseValue extends Case {
  readonly events: readonly string[]
}

/** A case file as the program holds a case: its facts as given answers, its evidence read. */
export async function caseOf(kb: KnowledgeBase, { facts = {}, evidence }: Pick<CaseFile, 'facts' | 'evidence'>): Promise<CaseValue> {
  const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value: normalValue(kb, fact, value), given: true as const }))
  const empty: CaseValue = { ...emptyCase(kb), answers, events: [] }
  if (evidence === undefined) return empty
  const { nodes, observations, ledger, warnings, focus, events } = await readEvidence(kb, filesOf(evidence), {
    newDigest: () => ({ update() {}, hex: () => '' }),
  })
  return { ...empty, nodes, observations, ledger, warnings, focus, events: [...new Set(events.map(({ kind }) => kind))] }
}

async function* filesOf(evidence: Readonly<Record<string, string>>): AsyncGenerator<EvidenceFile> {
  for (const [path, text] of Object.entries(evidence)) {
    const bytes = new TextEncoder().encode(text)
    yield {
      path,
      size: bytes.length,
      async *read() {
        yield bytes
      },
    }
  }
}

/** A value as the program holds it: yes is true, lists are sorted. The base was checked, so it fits. */
export function normalValue(kb: KnowledgeBase, fact: string, value: unknown): FactValue | null {
  if (value === null) return null
  const checked = checkValue(factOf(kb, fact)!, value, kb)
  if ('message' in checked) throw new Error(checked.message)
  return checked.value
}
