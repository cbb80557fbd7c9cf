import type { KnowledgeBase } from '../../kb/model.ts'
import type { HypothesisFile } from '../../kb/shapes.ts'
import { conditionsOf, type NamedCondition, truthFor } from '../cases/conditions.ts'
import { assignments, domainsOf, sizeOf } from './domain.ts'

type Rule = HypothesisFile['rules'][number]
interface Member {
  readonly rule: Rule
  readonly condition: NamedCondition
}

/** Larger units are taken apart into their groups, as if their rules were independent. */
const mostAssignments = 60_000
const mostRules = 30
const mostInGroup = 14

const cache = new WeakMap<KnowledgeBase, Map<string, readonly (readonly Rule[])[][] | undefined>>()

/**
 * The rules of a hypothesis that have points, in units that have no fact and no group in common; for each unit the sets of rules that
 * can hold together. Never leaves out a set that can be; undefined when there are too many to write down.
 */
export function togetherUnits(kb: KnowledgeBase, hypothesis: string): readonly (readonly Rule[])[][] | undefined {
  const known = cache.get(kb) ?? new Map<string, readonly (readonly Rule[])[][] | undefined>()
  cache.set(kb, known)
  if (!known.has(hypothesis)) known.set(hypothesis, units(kb, hypothesis))
  return known.get(hypothesis)
}

function units(kb: KnowledgeBase, hypothesis: string): (readonly Rule[])[][] | undefined {
  const conditions = new Map(conditionsOf(kb).map(condition => [condition.id, condition]))
  const members = kb.hypotheses[hypothesis]!.rules.filter(({ decides }) => decides === undefined).map(rule => ({
    rule,
    condition: conditions.get(`${hypothesis}/${rule.id}`)!,
  }))
  const found: (readonly Rule[])[][] = []
  for (const part of connected(members, ({ rule, condition }) => [
    groupKey(rule),
    ...condition.leaves.map(({ test }) => `fact ${test.fact}`),
  ])) {
    const exact = setsThatCanBe(kb, part)
    if (exact) found.push(exact)
    else
      for (const group of connected(part, ({ rule }) => [groupKey(rule)])) {
        if (group.length > mostInGroup) return undefined
        found.push(setsThatCanBe(kb, group) ?? allSubsets(group))
      }
  }
  return found
}

const groupKey = ({ group, id }: Rule) => `group ${group ?? id}`

/** Members that share a key, directly or through others. */
function connected(members: readonly Member[], keysOf: (member: Member) => readonly string[]): Member[][] {
  let parts: { keys: Set<string>; members: Member[] }[] = []
  for (const member of members) {
    const own = { keys: new Set(keysOf(member)), members: [member] }
    const touching = parts.filter(({ keys }) => [...own.keys].some(key => keys.has(key)))
    const whole = [...touching, own]
    parts = parts.filter(part => !touching.includes(part))
    parts.push({ keys: new Set(whole.flatMap(({ keys }) => [...keys])), members: whole.flatMap(part => part.members) })
  }
  return parts.map(part => part.members)
}

/** Every set of rules that holds for something their facts can be. */
function setsThatCanBe(kb: KnowledgeBase, members: readonly Member[]): (readonly Rule[])[] | undefined {
  if (members.length > mostRules) return undefined
  const domains = domainsOf(
    kb,
    members.flatMap(({ condition }) => condition.leaves.map(({ test }) => test)),
  )
  if (!domains || sizeOf(domains) > mostAssignments) return undefined
  const masks = new Set<number>()
  for (const facts of assignments(domains)) {
    let mask = 0
    members.forEach(({ condition }, i) => {
      if (truthFor(condition, fact => facts.get(fact)) === 1) mask |= 1 << i
    })
    masks.add(mask)
  }
  return [...masks].map(mask => members.flatMap(({ rule }, i) => (mask & (1 << i) ? [rule] : [])))
}

function allSubsets(members: readonly Member[]): (readonly Rule[])[] {
  return Array.from({ length: 1 << members.length }, (_, mask) => members.flatMap(({ rule }, i) => (mask & (1 << i) ? [rule] : [])))
}
