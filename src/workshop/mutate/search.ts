import type { FactValue, KnowledgeBase } from '../../kb/model.ts'
import type { CaseFile } from '../../kb/shapes.ts'
import { conditionsOf, type NamedCondition, truthFor, type ValueOf } from '../cases/conditions.ts'
import { type Assignment, assignments, domainsOf, sizeOf } from './domain.ts'
import { expectationFor, type Pair } from './expectation.ts'
import type { Mutant, Touches } from './model.ts'
import { randomOf, shuffled } from './random.ts'
import type { ReadyCase } from './trial.ts'

/** How often the search looks at both bases before it gives up. */
const mostLooks = 400
const mostWitnesses = 6
const mostDifferences = 100
const mostAssignments = 50_000

export interface Found {
  readonly facts: Assignment
  readonly expect: CaseFile['expect']
}

/** Facts for which a base and a changed one say different things, as few of them as possible. */
export function searchFacts(was: KnowledgeBase, mutant: Mutant, cases: readonly ReadyCase[]): Found | undefined {
  const pair: Pair = { was, is: mutant.kb(), touches: mutant.touches }
  let looks = 0
  for (const facts of candidates(was, mutant, cases)) {
    if (++looks > mostLooks) return undefined
    if (expectationFor(pair, facts)) return fewest(pair, facts)
  }
  return undefined
}

/** Takes away every fact that is not needed. */
function fewest(pair: Pair, facts: Assignment): Found {
  let kept = new Map(facts)
  for (const fact of facts.keys()) {
    const less = new Map(kept)
    less.delete(fact)
    if (expectationFor(pair, less)) kept = less
  }
  return { facts: kept, expect: expectationFor(pair, kept)! }
}

function* candidates(kb: KnowledgeBase, mutant: Mutant, cases: readonly ReadyCase[]): Generator<Assignment> {
  const { touches } = mutant
  const known = cases.map(
    ({ value }) => new Map(value.answers.flatMap(({ fact, value: own }) => (own === null ? [] : [[fact, own] as const]))),
  )
  const seeds = seedsOf(kb, touches)
  yield* seeds
  if (touches.kind === 'step' || (touches.kind === 'condition' && touches.was.at.folder === 'resolutions'))
    for (const facts of known) {
      yield facts
      for (const seed of seeds.slice(0, 3)) yield new Map([...facts, ...seed])
    }
  yield* mixtures(kb, poolOf(kb, touches), seeds, randomOf(mutant.id))
}

/** Facts for which the changed thing itself comes out differently, or holds. */
function seedsOf(kb: KnowledgeBase, touches: Touches): Assignment[] {
  if (touches.kind === 'condition') {
    const { was, is } = touches
    const differ = sought(kb, [was, is], mostDifferences, valueOf => truthFor(was, valueOf) !== truthFor(is, valueOf))
    return unique(differ.map(facts => withoutBands(kb, facts)))
  }
  if (touches.kind === 'step') return stepSeeds(kb, touches.resolution, touches.step)
  if (touches.kind !== 'rules') return []
  return conditionsOf(kb).flatMap(condition => (touches.ids.includes(condition.id) ? witnesses(kb, condition, mostWitnesses * 4) : []))
}

/** A step may need its own condition, and an agent to be there. */
function stepSeeds(kb: KnowledgeBase, resolution: string, step = ''): Assignment[] {
  const wanted = [`plan/${resolution}//when`, `plan/${resolution}/${step}/when`]
  const own = conditionsOf(kb)
    .filter(({ id }) => wanted.includes(id))
    .flatMap(condition => witnesses(kb, condition, 1).map(facts => withoutBands(kb, facts)))
  const agents = kb.kb['agents-fact']
  const some =
    agents === undefined
      ? []
      : Object.keys(kb.vendors)
          .slice(0, mostWitnesses)
          .map(id => new Map<string, FactValue>([[agents, [id]]]))
  const together = new Map(own.flatMap(facts => [...facts]))
  return [together, ...some.map(facts => new Map([...together, ...facts]))]
}

function unique(list: readonly Assignment[]): Assignment[] {
  const seen = new Set<string>()
  return list.filter(facts => {
    const key = JSON.stringify([...facts])
    return !seen.has(key) && seen.add(key)
  })
}

function withoutBands(kb: KnowledgeBase, facts: Assignment): Assignment {
  return new Map([...facts].filter(([id]) => !Object.hasOwn(kb.hypotheses, id)))
}

/** Facts that make a condition hold, the fewest first. */
function witnesses(kb: KnowledgeBase, condition: NamedCondition, most: number): Assignment[] {
  return sought(kb, [condition], most, valueOf => truthFor(condition, valueOf) === 1)
}

/** Values of the facts of some conditions for which something is so, the fewest first. Of long lists only some are looked at. */
function sought(kb: KnowledgeBase, conditions: readonly NamedCondition[], most: number, isSo: (valueOf: ValueOf) => boolean): Assignment[] {
  const tests = conditions.flatMap(({ leaves }) => leaves.map(({ test }) => test))
  const domains = domainsOf(kb, tests, true)
  if (!domains || sizeOf(domains) > mostAssignments) return []
  const found: Assignment[] = []
  for (const facts of assignments(domains)) if (isSo(fact => facts.get(fact))) found.push(facts)
  return found.sort((a, b) => a.size - b.size).slice(0, most)
}

/** The rules whose evidence may bring the difference to light: those of the hypotheses that the change bears on. */
function poolOf(kb: KnowledgeBase, touches: Touches): Assignment[][] {
  const hypotheses = hypothesesOf(kb, touches)
  return conditionsOf(kb)
    .filter(({ at }) => at.folder === 'hypotheses' && hypotheses.has(at.id))
    .map(condition => witnesses(kb, condition, mostWitnesses))
    .filter(list => list.length > 0)
}

function hypothesesOf(kb: KnowledgeBase, touches: Touches): ReadonlySet<string> {
  if (touches.kind === 'hypothesis') return new Set([touches.id])
  if (touches.kind === 'rules' && touches.hypothesis !== undefined) return new Set([touches.hypothesis])
  const resolution =
    touches.kind === 'step'
      ? touches.resolution
      : touches.kind === 'condition' && touches.was.at.folder === 'resolutions'
        ? touches.was.at.id
        : undefined
  const served = Object.entries(kb.hypotheses).filter(([, { resolutions }]) => resolution !== undefined && resolutions.includes(resolution))
  return new Set(served.map(([id]) => id))
}

/** Evidence for several rules put together, in ever new ways; each step on the way is tried. */
function* mixtures(
  kb: KnowledgeBase,
  pool: readonly (readonly Assignment[])[],
  seeds: readonly Assignment[],
  random: () => number,
): Generator<Assignment> {
  if (pool.length === 0) return
  for (let round = 0; round < mostLooks; round++) {
    const begin = seeds[Math.floor(random() * seeds.length)] ?? new Map<string, FactValue>()
    const facts = new Map(begin)
    for (const list of shuffled(pool, random)) {
      const witness = list[Math.floor(random() * list.length)]!
      if (![...witness].every(([fact, value]) => !facts.has(fact) || JSON.stringify(facts.get(fact)) === JSON.stringify(value))) continue
      const before = facts.size
      for (const [fact, value] of withoutBands(kb, witness)) facts.set(fact, value)
      if (facts.size > before) yield new Map(facts)
    }
  }
}
