import { matchForm } from '../../evidence/events/matcher.ts'
import type { KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { caseOf } from '../cases/case-value.ts'
import { viewOf } from '../cases/view.ts'
import { written } from './expectation.ts'
import { lookAlike } from './look-alike.ts'
import type { Mutant, Proposal } from './model.ts'
import { searchFacts } from './search.ts'
import { evidenceCases } from './search-evidence.ts'
import { notices, type ReadyCase } from './trial.ts'

/** A case or an example line that the base passes and the changed one does not; tried before it is told. */
export async function propose(kb: KnowledgeBase, mutant: Mutant, cases: readonly ReadyCase[]): Promise<Proposal | undefined> {
  const { touches } = mutant
  if (touches.kind === 'pattern') return exampleFor(kb, mutant, touches.event, touches.form)
  if (touches.kind === 'seen-as') {
    for await (const kase of evidenceCases(kb, mutant.kb(), touches.fact, mutant.says))
      if (await kills(kb, mutant, kase)) return { kind: 'case', kase }
    return undefined
  }
  const kase = caseFor(kb, mutant, cases)
  return kase && (await kills(kb, mutant, kase)) ? { kind: 'case', kase } : undefined
}

function caseFor(kb: KnowledgeBase, mutant: Mutant, cases: readonly ReadyCase[]): CaseFile | undefined {
  const found = searchFacts(kb, mutant, cases)
  if (!found) return undefined
  const facts = Object.fromEntries([...found.facts].map(([fact, value]) => [fact, written(value)]))
  return { title: `Notices when ${mutant.says.replace(/^[^:]+: /, '')}`, facts, expect: found.expect }
}

/** Passes on the base and fails on the changed one. */
export async function kills(kb: KnowledgeBase, mutant: Mutant, kase: CaseFile): Promise<boolean> {
  const is = mutant.kb()
  const noticed = async (base: KnowledgeBase) => notices(base, kase, viewOf(base, await caseOf(base, kase)))
  return !(await noticed(kb)) && (await noticed(is))
}

function exampleFor(kb: KnowledgeBase, mutant: Mutant, event: string, form: number): Proposal | undefined {
  const [was, is] = [kb.events[event]!.forms[form]!, mutant.kb().events[event]!.forms[form]!]
  const line = lookAlike(kb, was, is)
  if (line === undefined || matchForm(was, line) || !matchForm(is, line)) return undefined
  return { kind: 'example', list: 'ignores', line }
}
