import { type Condition, checkedCondition, factsIn } from '../../kb/condition.ts'
import { allFacts, type KnowledgeBase } from '../../kb/model.ts'

/** Questions that are never asked, because each waits for the answer of another one. */
export interface Waiting {
  /** All of them, those that wait for such a question included. */
  readonly stuck: ReadonlySet<string>
  /** Ids in the order in which they wait for each other, the first one again at the end. */
  readonly rings: readonly (readonly string[])[]
}

/** Looks for questions that wait for each other. What anything else can tell waits for nobody. */
export function waitingOf(kb: KnowledgeBase): Waiting {
  const facts = allFacts(kb)
  const recorded = new Set(Object.values(kb.resolutions).flatMap(({ records }) => records ?? []))
  const ways = new Map<string, readonly Condition[]>()
  for (const [id, fact] of Object.entries(facts)) {
    const told = fact['seen-as'] !== undefined || fact['read-as'] !== undefined || recorded.has(id)
    const asked = fact.ask !== undefined && fact['ask-when'] === undefined
    if (told || asked || (fact.ask === undefined && fact.derive === undefined)) continue
    const conditions = [...(fact.derive ?? []).map(({ when }) => when), ...(fact.ask === undefined ? [] : [fact['ask-when']!])]
    ways.set(
      id,
      conditions.map(raw => checkedCondition(raw, kb)),
    )
  }
  const unknown = new Set(ways.keys())
  for (let before = -1; before !== unknown.size; ) {
    before = unknown.size
    for (const id of [...unknown]) if (ways.get(id)!.some(condition => canCome(condition, true, unknown))) unknown.delete(id)
  }
  const stuck = new Set([...unknown].filter(id => facts[id]!.ask !== undefined))
  // A circle of derivations only is reported as one.
  return { stuck, rings: ringsOf(unknown, ways).filter(ring => ring.some(id => stuck.has(id))) }
}

/** Whether a condition can hold, or fail, while some facts stay unknown. */
function canCome(condition: Condition, wanted: boolean, unknown: ReadonlySet<string>): boolean {
  if (condition.kind === 'test') return !unknown.has(condition.fact)
  if (condition.kind === 'not') return canCome(condition.of, !wanted, unknown)
  const each = (part: Condition) => canCome(part, wanted, unknown)
  return (condition.kind === 'all') === wanted ? condition.of.every(each) : condition.of.some(each)
}

function ringsOf(unknown: ReadonlySet<string>, ways: ReadonlyMap<string, readonly Condition[]>): string[][] {
  const rings: string[][] = []
  const done = new Set<string>()
  for (const start of [...unknown].sort()) {
    const trail: string[] = []
    for (let id: string | undefined = start; id !== undefined && !done.has(id); ) {
      done.add(id)
      trail.push(id)
      const next: string | undefined = ways
        .get(id)!
        .flatMap(factsIn)
        .find(fact => unknown.has(fact))
      const at = next === undefined ? -1 : trail.indexOf(next)
      if (at >= 0) rings.push([...trail.slice(at), next!])
      id = next
    }
  }
  return rings
}
