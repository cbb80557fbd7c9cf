import type { Case } from '../../case/case-file.ts'
import { allFacts, factOf, type KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { checkValue } from '../../kb/value.ts'
import { caseOf } from '../cases/run-cases.ts'
import { compareCase, compareObjects } from './compare.ts'
import type { CaseDiff, KbDiff, Snapshot } from './model.ts'
import { asksTheSame, snapshot } from './snapshot.ts'

export interface DiffSide {
  readonly name: string
  readonly kb: KnowledgeBase
}

/** A saved case, read once for each base. */
export interface SavedCase {
  readonly name: string
  readonly old: Case
  readonly new: Case
  readonly lost: readonly string[]
}

/**
 * What changes from one base to another: their objects, and for every case of either base and every saved case its
 * bands, the order of its questions and the steps of its plan.
 */
export async function diffBases(
  old: DiffSide,
  now: DiffSide,
  saved: readonly SavedCase[],
  progress: (done: number, of: number) => void = () => {},
): Promise<KbDiff> {
  const current = nameIn(now.kb, old.kb)
  const files = { ...old.kb.cases, ...now.kb.cases }
  const total = Object.keys(files).length + saved.length
  const cases: CaseDiff[] = []
  let done = 0
  const withQuestions = !asksTheSame(old.kb, now.kb)
  const compare = async (about: { id: string; title: string }, before: Promise<Snapshot>, after: Promise<Snapshot>) => {
    const diff = compareCase(about, await before, await after, current)
    if (diff) cases.push(diff)
    progress(++done, total)
  }
  for (const [id, file] of Object.entries(files))
    await compare(
      { id, title: file.title },
      fileSnapshot(old.kb, now.kb, file, withQuestions),
      fileSnapshot(now.kb, old.kb, file, withQuestions),
    )
  for (const { name, old: before, new: after, lost } of saved)
    await compare({ id: name, title: name }, snapshot(old.kb, before, [], withQuestions), snapshot(now.kb, after, lost, withQuestions))
  const side = ({ name, kb: { kb } }: DiffSide) => ({ name, version: kb.version, digest: kb.digest })
  return { old: side(old), new: side(now), groups: compareObjects(old.kb, now.kb), cases, compared: total }
}

/** A case of either base on `kb`: facts under the name that `kb` gives them, the rest left out and named. */
async function fileSnapshot(kb: KnowledgeBase, other: KnowledgeBase, file: CaseFile, withQuestions: boolean): Promise<Snapshot> {
  const rename = nameIn(kb, other)
  const facts: Record<string, FactInCase> = {}
  const lost: string[] = []
  for (const [id, value] of Object.entries(file.facts ?? {})) {
    const own = rename(id)
    const fact = factOf(kb, own)
    if (fact === undefined || (value !== null && 'message' in checkValue(fact, value, kb))) lost.push(id)
    else facts[own] = value
  }
  return snapshot(kb, await caseOf(kb, { ...file, facts }), lost, withQuestions)
}

type FactInCase = NonNullable<CaseFile['facts']>[string]

/** The id that `kb` has for a fact which either base knows; an id that cannot be mapped stays as it is. */
function nameIn(kb: KnowledgeBase, other: KnowledgeBase): (fact: string) => string {
  const later = new Map(Object.entries(allFacts(kb)).flatMap(([id, { was }]) => (was ?? []).map(old => [old, id] as const)))
  return fact => {
    if (factOf(kb, fact)) return fact
    return later.get(fact) ?? factOf(other, fact)?.was?.find(old => factOf(kb, old)) ?? fact
  }
}
