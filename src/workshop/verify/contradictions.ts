import type { FactValue } from '../../kb/model.ts'
import type { Finding } from '../finding.ts'
import { together } from './conditions.ts'
import { direction, implies, ownId } from './groups.ts'
import type { Budget, Model, PlacedRule } from './model.ts'
import { fails, holds, open } from './world.ts'

/** Pairs that are compared within one fact or hypothesis at most. */
const mostPairs = 2_000

/** Rules that say opposite things of the same case, and derivations that are never reached. */
export function contradictions(model: Model, budget: Budget, dead: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = []
  const alive = (rules: readonly PlacedRule[]) => rules.filter(({ rule }) => !dead.has(rule.id))
  for (const [, rules] of model.derivations) findings.push(...derivations(model, budget, alive(rules)))
  for (const [, rules] of model.rulesOf) {
    findings.push(...decisions(model, budget, alive(rules)))
    findings.push(...forAndAgainst(model, budget, alive(rules)))
  }
  return findings
}

function derivations(model: Model, budget: Budget, rules: readonly PlacedRule[]): Finding[] {
  const findings: Finding[] = []
  let pairs = 0
  for (const [i, later] of rules.entries()) {
    const before = rules.slice(0, i)
    const rival = before.find(earlier => {
      if (sameValue(earlier, later) || ++pairs > mostPairs) return false
      // A special case may stand before the general one: there the first that holds wins, as it should.
      return bothHold(model, budget, earlier, later) && !(implies(model, budget, earlier, later) && !implies(model, budget, later, earlier))
    })
    if (rival) {
      findings.push({
        code: 'rules-contradict',
        at: later.at,
        message: `this rule and "${ownId(rival)}" can hold together and conclude different values: ${shown(later)} and ${shown(rival)}`,
        hint: 'Make the conditions exclude each other, so that it does not depend on which one stands first.',
        counterExample: { facts: bothHold(model, budget, rival, later) ?? {} },
        exactness: 'exact',
      })
      continue
    }
    if (i === 0 || pairs > mostPairs) continue
    const reached = together(model, budget, [
      [later.rule.condition, holds],
      ...before.map(earlier => [earlier.rule.condition, sameValue(earlier, later) ? fails | open : fails] as const),
    ])
    if (!reached.found)
      findings.push({
        code: 'rule-pointless',
        at: later.at,
        message: 'whenever this rule holds, one before it has concluded already',
        hint: 'Take it out, or put it first when it is the special case.',
        counterExample: { facts: together(model, budget, [[later.rule.condition, holds]]).found ?? {} },
        exactness: reached.exactness,
      })
  }
  return findings
}

const sameValue = (a: PlacedRule, b: PlacedRule) => JSON.stringify(a.rule.derives!.value) === JSON.stringify(b.rule.derives!.value)

function bothHold(model: Model, budget: Budget, a: PlacedRule, b: PlacedRule): Record<string, FactValue | null> | undefined {
  return together(model, budget, [
    [a.rule.condition, holds],
    [b.rule.condition, holds],
  ]).found
}

function shown({ rule }: PlacedRule): string {
  const { value } = rule.derives!
  return value === true ? 'yes' : value === false ? 'no' : `"${String(value)}"`
}

/** Two tests of one hypothesis that can come to opposite results in one case. */
function decisions(model: Model, budget: Budget, rules: readonly PlacedRule[]): Finding[] {
  const ruledOut = rules.filter(({ rule }) => rule.decides === 'ruled-out').slice(0, 40)
  const confirmed = rules.filter(({ rule }) => rule.decides === 'confirmed').slice(0, 40)
  return ruledOut.flatMap(no => {
    for (const yes of confirmed) {
      const facts = bothHold(model, budget, yes, no)
      if (facts)
        return [
          {
            code: 'rules-contradict',
            at: no.at,
            message: `this rule rules out what "${ownId(yes)}" confirms in the same case, and then neither counts`,
            hint: 'Make the conditions exclude each other.',
            counterExample: { facts },
            exactness: 'exact',
          },
        ]
    }
    return []
  })
}

/** The facts behind facts: what they are derived from, or themselves. */
function originsOf(derivations: Model['derivations'], facts: readonly string[], seen = new Set<string>()): Set<string> {
  const origins = new Set<string>()
  for (const fact of facts) {
    const rules = derivations.get(fact)
    if (!rules) origins.add(fact)
    else if (!seen.has(fact)) {
      seen.add(fact)
      for (const { rule } of rules) for (const origin of originsOf(derivations, rule.facts, seen)) origins.add(origin)
    }
  }
  return origins
}

/** The same condition speaks for a hypothesis and against it. */
function forAndAgainst(model: Model, budget: Budget, rules: readonly PlacedRule[]): Finding[] {
  const byFacts = new Map<string, PlacedRule[]>()
  for (const placed of rules) {
    const key = [...originsOf(model.derivations, placed.rule.facts)].sort().join()
    byFacts.set(key, [...(byFacts.get(key) ?? []), placed])
  }
  let pairs = 0
  const findings: Finding[] = []
  for (const [, alike] of byFacts)
    for (const [i, later] of alike.entries()) {
      const rival = alike.slice(0, i).find(earlier => {
        const opposite = direction(earlier) * direction(later) < 0
        const judged = earlier.rule.decides && later.rule.decides
        const oneGroup = earlier.rule.group === later.rule.group && !earlier.rule.decides && !later.rule.decides
        if (!opposite || judged || oneGroup || ++pairs > mostPairs) return false
        return implies(model, budget, earlier, later) && implies(model, budget, later, earlier)
      })
      if (rival)
        findings.push({
          code: 'rules-contradict',
          at: later.at,
          message: `this rule and "${ownId(rival)}" hold in the same cases, and one speaks for the cause, the other against it`,
          hint: 'Take one out, or test in it what makes the difference.',
          counterExample: { facts: bothHold(model, budget, rival, later) ?? {} },
          exactness: 'exact',
        })
    }
  return findings
}
