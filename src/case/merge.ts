import { type FactValue, factOf, type KnowledgeBase, sameValue } from '../kb/model.ts'
import type { FactFile } from '../kb/shapes.ts'
import { compareVersions } from '../kb/value.ts'
import type { Contradiction, FactState, Observation, Origin } from './observation.ts'

export interface Merged {
  readonly facts: ReadonlyMap<string, FactState>
  readonly contradictions: readonly Contradiction[]
}

type Known = Extract<Observation, { state: 'known' }>
interface Claim {
  readonly value: FactValue
  readonly origins: readonly Origin[]
}

const ownMerge = {
  'yes-no': 'any',
  list: 'union',
  number: 'max',
  choice: 'same-on-all',
  text: 'same-on-all',
  version: 'same-on-all',
} as const

/**
 * What is held to be true of each fact. Observations of several nodes become one as the fact says; what people answered
 * is one claim, what evidence shows another. When they differ, `settled` (what the user chose) wins, else the evidence.
 * The order of observations does not matter but for repeated answers, of which the last counts. A file of facts and an
 * answer that differ are told, too.
 */
export function mergeObservations(
  kb: KnowledgeBase,
  observations: readonly Observation[],
  settled: ReadonlyMap<string, FactValue> = new Map(),
): Merged {
  const byFact = new Map<string, Observation[]>()
  for (const observation of observations) {
    const list = byFact.get(observation.fact)
    if (list) list.push(observation)
    else byFact.set(observation.fact, [observation])
  }
  const facts = new Map<string, FactState>()
  const contradictions: Contradiction[] = []
  for (const [id, list] of byFact) {
    const fact = factOf(kb, id)
    if (!fact) continue
    facts.set(id, mergeOne(id, fact, list, settled.get(id), contradictions))
  }
  return { facts, contradictions }
}

function mergeOne(
  id: string,
  fact: FactFile,
  list: readonly Observation[],
  settled: FactValue | undefined,
  contradictions: Contradiction[],
): FactState {
  const fromPeople = list.filter(({ origin }) => origin.kind === 'answer' || origin.kind === 'given')
  const told = fromPeople.at(-1)
  const contrary = told?.state === 'known' ? contraryTo(told, fromPeople, contradictions, settled) : undefined
  const otherwise = contrary ? [contrary.origin] : []
  const seen = list.filter((observation): observation is Known => observation.state === 'known' && !fromPeople.includes(observation))
  const blind = list.some(({ state }) => state === 'not-run')
  const shown = mergeNodes(id, fact, seen, blind, contradictions)
  if (told?.state === 'known' && shown && !agree(fact, told.value, shown.value)) {
    const own: Claim = { value: told.value, origins: [told.origin] }
    const taken = settled ?? shown.value
    const [winner, other] = sameValue(taken, told.value) ? [own, shown] : [shown, own]
    const why = settled !== undefined ? 'the user chose it' : 'evidence counts more than memory'
    contradictions.push({ fact: id, claims: [shown, own], taken: winner.value, why })
    return { state: 'known', value: winner.value, origins: [...winner.origins, ...other.origins, ...otherwise] }
  }
  if (told?.state === 'known') {
    const value = shown && Array.isArray(told.value) ? union([told.value, shown.value]) : told.value
    return { state: 'known', value, origins: [told.origin, ...otherwise, ...(shown?.origins ?? [])] }
  }
  if (shown) return { state: 'known', value: shown.value, origins: shown.origins }
  if (told) return { state: told.state, origins: [told.origin] }
  const first = list[0]!
  return { state: blind ? 'not-run' : first.state, origins: list.map(({ origin }) => origin) }
}

/** What a file of facts says when an answer says something else, or the other way round; who answers again only changes the answer. */
function contraryTo(told: Known, people: readonly Observation[], contradictions: Contradiction[], settled?: FactValue): Known | undefined {
  const other = people.findLast(({ origin }) => origin.kind !== told.origin.kind)
  if (other?.state !== 'known' || sameValue(other.value, told.value)) return undefined
  const claims = [other, told].map(({ value, origin }) => ({ value, origins: [origin] }))
  const why =
    settled !== undefined
      ? 'the user chose it'
      : told.origin.kind === 'answer'
        ? 'an answer counts more than a file of facts'
        : 'what was told last counts'
  contradictions.push({ fact: told.fact, claims, taken: settled ?? told.value, why })
  return other
}

/** One claim from the nodes' observations; undefined when what was not read could still change it. */
function mergeNodes(
  id: string,
  fact: FactFile,
  seen: readonly Known[],
  blind: boolean,
  contradictions: Contradiction[],
): Claim | undefined {
  if (seen.length === 0) return undefined
  const how = fact.merge ?? ownMerge[fact.type]
  const claims = group(seen)
  const all = claims.flatMap(({ origins }) => origins)
  const originsOf = (value: FactValue) => claims.find(claim => sameValue(claim.value, value))?.origins ?? all
  switch (how) {
    case 'any':
    case 'all': {
      const decisive = how === 'any'
      if (claims.some(({ value }) => value === decisive)) return { value: decisive, origins: originsOf(decisive) }
      // A node that could not be examined may still have it.
      return blind ? undefined : { value: !decisive, origins: originsOf(!decisive) }
    }
    case 'union': {
      const value = union(claims.map(claim => claim.value))
      if ((value as readonly unknown[]).length === 0) return blind ? undefined : { value, origins: all }
      // Who looked and found nothing does not show what another one found.
      return { value, origins: claims.filter(claim => [claim.value].flat().length > 0).flatMap(({ origins }) => origins) }
    }
    case 'max':
    case 'min': {
      const sorted = [...claims].sort((a, b) => compare(fact, a.value, b.value))
      return how === 'max' ? sorted.at(-1) : sorted[0]
    }
    case 'same-on-all': {
      if (claims.length === 1) return claims[0]
      const sorted = [...claims].sort((a, b) => compare(fact, a.value, b.value))
      contradictions.push({ fact: id, claims: sorted, taken: sorted[0]!.value, why: 'nodes or files differ; the lowest is taken' })
      return { value: sorted[0]!.value, origins: [...sorted[0]!.origins, ...sorted.slice(1).flatMap(({ origins }) => origins)] }
    }
  }
}

function group(seen: readonly Known[]): Claim[] {
  const groups = new Map<string, { value: FactValue; origins: Origin[] }>()
  for (const { value, origin } of seen) {
    const key = JSON.stringify(value)
    const known = groups.get(key)
    if (known) known.origins.push(origin)
    else groups.set(key, { value, origins: [origin] })
  }
  for (const { origins } of groups.values()) origins.sort(byPlace)
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim)
}

const byPlace = (a: Origin, b: Origin) =>
  cmp(a.time ?? '~', b.time ?? '~') || cmp(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0)
const cmp = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function compare(fact: FactFile, a: FactValue, b: FactValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (fact.type === 'version') return compareVersions(String(a), String(b))
  return cmp(JSON.stringify(a), JSON.stringify(b))
}

/** A longer list told by a person is no contradiction: people know of agents that no listing shows. */
function agree(fact: FactFile, told: FactValue, shown: FactValue): boolean {
  if (fact.type === 'list' && Array.isArray(told) && Array.isArray(shown)) return shown.every(item => told.includes(item))
  return sameValue(told, shown)
}

const union = (values: readonly FactValue[]): FactValue => [...new Set(values.flat())].sort()
