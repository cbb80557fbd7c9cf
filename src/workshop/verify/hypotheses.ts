import { groupsForLikely, likelyFrom } from '../../diagnosis/bands.ts'
import { indexOf } from '../../diagnosis/diagnose.ts'
import { hypothesisRules, standing } from '../../diagnosis/weigh.ts'
import { createSession } from '../../engine/session.ts'
import type { Finding } from '../finding.ts'
import type { Facts } from './conditions.ts'
import type { Budget, Model, PlacedRule } from './model.ts'
import { solve } from './solve.ts'
import { Strength } from './strength.ts'
import { World } from './world.ts'

/** Hypotheses that no case can make likely. `broken`: rules of which something is said already; nothing that follows from it is told. */
export function neverLikely(model: Model, budget: Budget, broken: ReadonlySet<string>): Finding[] {
  return Object.entries(model.kb.hypotheses).flatMap(([id, { prior }]): Finding[] => {
    const world = new World(model)
    const rules = model.rulesOf.get(id) ?? []
    if (rules.some(({ rule }) => broken.has(rule.id)) && mightBeLikely(prior, rules)) return []
    const strength = new Strength(world, prior, rules)
    world.ready()
    const solution = solve(world, [strength.likely()], budget)
    if (solution.found) return []
    const best = strongest(world, strength)
    const enough = best.points >= likelyFrom
    return [
      {
        code: 'hypothesis-never-likely',
        at: { folder: 'hypotheses', id, path: enough ? ['rules'] : ['prior'] },
        message: enough
          ? `the cause can never be likely: ${best.groups === 1 ? 'only one group of evidence speaks' : 'fewer than two groups of evidence can speak'} for it, and two are needed`
          : `the cause can never be likely: it comes to ${best.points} points at most, and ${likelyFrom} are needed`,
        hint: enough
          ? 'Add a rule for independent evidence, or put rules that are independent into groups of their own.'
          : 'Give its rules more points, add a rule, or raise "prior".',
        counterExample: { facts: best.facts },
        exactness: solution.exactness,
      },
    ]
  })
}

/** Whether the points would be enough if all that speaks for it came together. */
function mightBeLikely(prior: number, rules: readonly PlacedRule[]): boolean {
  const best = new Map<string, number>()
  for (const { rule } of rules)
    if (rule.points !== undefined && rule.points > 0) best.set(rule.group!, Math.max(rule.points, best.get(rule.group!) ?? 0))
  return best.size >= groupsForLikely && [...best.values()].reduce((sum, points) => sum + points, prior) >= likelyFrom
}

/** Chooses fact by fact what leaves the most points: near enough for an example. */
function strongest(world: World, strength: Strength): { points: number; groups: number; facts: Facts } {
  const demand = strength.likely()
  for (let variable = demand.next(); variable; variable = demand.next()) {
    let best = { choice: 0, rank: Number.NEGATIVE_INFINITY }
    for (let choice = 0; choice < variable.cells.length; choice++) {
      world.choose(variable, choice)
      const { points, groups } = strength.most()
      const rank = points + Math.min(groups, 2) * 1000
      if (rank > best.rank) best = { choice, rank }
    }
    world.choose(variable, best.choice)
  }
  const result = { ...strength.most(), facts: world.facts() }
  for (const variable of world.variables) world.choose(variable, -1)
  return result
}

/** Hypotheses that one symptom, and nothing else, makes likely or certain. */
export function likelyOnOneSymptom({ kb }: Model): Finding[] {
  const findings: Finding[] = []
  const nothing = createSession(indexOf(kb))
  const numberOf = new Map<number, string>()
  const hypotheses = new Map(hypothesisRules(kb).map(own => [own.id, own]))
  for (const [id, { rules }] of hypotheses) for (const { number } of rules) numberOf.set(number, id)
  const reported = new Set<string>()
  for (const symptom of Object.keys(kb.symptoms)) {
    const session = nothing.copy()
    const touched = new Set(session.set(symptom, true).flatMap(number => numberOf.get(number) ?? []))
    for (const id of touched) {
      const { band, points } = standing(hypotheses.get(id)!, session)
      if ((band !== 'likely' && band !== 'confirmed') || reported.has(id)) continue
      reported.add(id)
      findings.push({
        code: 'likely-on-one-symptom',
        at: { folder: 'hypotheses', id, path: ['rules'] },
        message: `the symptom "${symptom}" alone makes this cause ${band}${band === 'likely' ? ` (${points} points)` : ''}`,
        hint:
          band === 'likely'
            ? 'Put the rules that test the same symptom into one group: they are one piece of evidence.'
            : 'Let a test decide, not a symptom.',
        counterExample: { facts: { [symptom]: true } },
        exactness: 'exact',
      })
    }
  }
  return findings
}
