import type { Finding } from '../finding.ts'
import { together } from './conditions.ts'
import type { Budget, Model, PlacedRule } from './model.ts'
import { fails, holds, open } from './world.ts'

/** Rules are compared with so many others of their group at most. */
const mostRivals = 60

/** Rules that can never count because others of their group, or tests that decide the same, are always there first. */
export function pointless(model: Model, budget: Budget, dead: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = []
  for (const [, rules] of model.rulesOf) {
    const alive = rules.filter(({ rule }) => !dead.has(rule.id))
    for (const group of groupsOf(alive)) findings.push(...inGroup(model, budget, group))
    findings.push(...decidedAnyway(model, budget, alive))
    for (const word of ['confirmed', 'ruled-out'])
      findings.push(
        ...deciding(
          model,
          budget,
          alive.filter(({ rule }) => rule.decides === word),
        ),
      )
  }
  return findings
}

function groupsOf(rules: readonly PlacedRule[]): readonly (readonly PlacedRule[])[] {
  const groups = new Map<string, PlacedRule[]>()
  for (const placed of rules)
    if (placed.rule.decides === undefined) groups.set(placed.rule.group!, [...(groups.get(placed.rule.group!) ?? []), placed])
  const strength = ({ rule }: PlacedRule) => Math.abs(rule.points!)
  return [...groups.values()].filter(({ length }) => length > 1).map(group => group.sort((a, b) => strength(b) - strength(a)))
}

/** `group` has its strongest rule first; of equals the earlier one counts. */
function inGroup(model: Model, budget: Budget, group: readonly PlacedRule[]): Finding[] {
  const found: Finding[] = []
  for (const [i, weaker] of group.entries()) {
    if (i === 0) continue
    const stronger = group.slice(0, i).slice(0, mostRivals)
    const counts = together(model, budget, [
      [weaker.rule.condition, holds],
      ...stronger.map(({ rule }) => [rule.condition, fails | open] as const),
    ])
    if (counts.found) continue
    const example = together(model, budget, [[weaker.rule.condition, holds]])
    const by = stronger.find(rival => implies(model, budget, weaker, rival))
    found.push({
      code: by ? 'rule-pointless' : 'group-never-counts',
      at: weaker.at,
      message: by
        ? `whenever this rule holds, "${ownId(by)}" of the same group holds too and weighs no less, so this one never counts`
        : `whenever this rule holds, a stronger rule of the group "${weaker.rule.group}" holds too, so this one never counts`,
      hint: 'Give it another group when it is evidence of its own, or more points, or take it out.',
      counterExample: { facts: example.found ?? {} },
      exactness: counts.exactness,
    })
  }
  return found.length > 1 && found.length === group.length - 1 ? [wholeGroup(group, found)] : found
}

/** One finding for a group in which only the strongest rule ever counts. */
function wholeGroup(group: readonly PlacedRule[], found: readonly Finding[]): Finding {
  const { at, rule } = group[0]!
  const others = group.slice(1).map(placed => `"${ownId(placed)}"`)
  return {
    ...found[0]!,
    code: 'group-never-counts',
    at: { ...at, path: rule.group === ownId(group[0]!) ? at.path : [...at.path, 'group'] },
    message: `of the group "${rule.group}" only this rule ever counts: ${others.join(', ')} hold only when it holds, and weigh no more`,
  }
}

function deciding(model: Model, budget: Budget, rules: readonly PlacedRule[]): Finding[] {
  return rules.slice(0, mostRivals).flatMap((narrow, i) => {
    const wide = rules.slice(0, mostRivals).find((other, j) => {
      if (i === j || !implies(model, budget, narrow, other)) return false
      return i > j || !implies(model, budget, other, narrow)
    })
    if (!wide) return []
    return [
      {
        code: 'rule-pointless',
        at: narrow.at,
        message: `whenever this rule holds, "${ownId(wide)}" decides the same already`,
        hint: 'Take one of the two out, or test something else.',
        counterExample: { facts: together(model, budget, [[narrow.rule.condition, holds]]).found ?? {} },
        exactness: 'exact',
      },
    ]
  })
}

/**
 * Rules of different groups that hold in the same cases and speak the same way: one piece of evidence that is counted twice. `told`:
 * the hypotheses of which that is said already.
 */
export function twins(model: Model, budget: Budget, dead: ReadonlySet<string>, told: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = []
  for (const [hypothesis, rules] of model.rulesOf) {
    if (told.has(hypothesis)) continue
    const alike = new Map<string, PlacedRule[]>()
    for (const placed of rules) {
      if (dead.has(placed.rule.id) || placed.rule.decides !== undefined) continue
      const key = [...new Set(placed.rule.facts)].sort().join()
      alike.set(key, [...(alike.get(key) ?? []), placed])
    }
    for (const [, group] of alike)
      for (const [i, later] of group.slice(0, mostRivals).entries()) {
        const twin = group.slice(0, i).find(earlier => {
          if (earlier.rule.group === later.rule.group || direction(earlier) !== direction(later)) return false
          return implies(model, budget, earlier, later) && implies(model, budget, later, earlier)
        })
        if (twin)
          findings.push({
            code: 'rule-pointless',
            at: later.at,
            message: `this rule and "${ownId(twin)}" hold in the same cases and speak the same way, so that one piece of evidence counts twice`,
            hint: 'Keep one of the two with the points that it deserves, or test something else.',
            counterExample: { facts: together(model, budget, [[later.rule.condition, holds]]).found ?? {} },
            exactness: 'exact',
          })
      }
  }
  return findings
}

/** Rules with points that only hold where a test has decided already: then points change nothing. */
function decidedAnyway(model: Model, budget: Budget, rules: readonly PlacedRule[]): Finding[] {
  const tests = rules.filter(({ rule }) => rule.decides !== undefined).slice(0, mostRivals)
  if (tests.length === 0) return []
  return rules.flatMap(weighed => {
    if (weighed.rule.decides !== undefined) return []
    const test = tests.find(other => {
      if (!implies(model, budget, weighed, other)) return false
      // The same condition for and against is a contradiction, and reported as one.
      return direction(weighed) === direction(other) || !implies(model, budget, other, weighed)
    })
    if (!test) return []
    return [
      {
        code: 'rule-pointless',
        at: weighed.at,
        message: `whenever this rule holds, "${ownId(test)}" has decided the cause already, so its points change nothing`,
        hint: 'Take it out, or let it hold in other cases too.',
        counterExample: { facts: together(model, budget, [[weighed.rule.condition, holds]]).found ?? {} },
        exactness: 'exact',
      },
    ]
  })
}

/** Whether `b` holds in every combination in which `a` does. False as well when that could not be found out. */
export function implies(model: Model, budget: Budget, a: PlacedRule, b: PlacedRule): boolean {
  const other = together(model, budget, [
    [a.rule.condition, holds],
    [b.rule.condition, fails | open],
  ])
  return !other.found && other.exactness === 'exact'
}

/** Whether a rule speaks for its hypothesis (1) or against it (-1). */
export const direction = ({ rule }: PlacedRule): number =>
  rule.decides ? (rule.decides === 'confirmed' ? 1 : -1) : Math.sign(rule.points!)

export const ownId = ({ rule }: PlacedRule): string => rule.id.split('/')[1]!
