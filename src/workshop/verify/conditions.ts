import { type Condition, checkedCondition } from '../../kb/condition.ts'
import { allFacts, type FactValue } from '../../kb/model.ts'
import type { RawCondition } from '../../kb/shapes.ts'
import type { CounterExample, Finding } from '../finding.ts'
import { type At, type Budget, folderOf, type Model, yesNoOf } from './model.ts'
import { askedOnly, demand, type Solution, solve } from './solve.ts'
import { fails, holds, open, type Truths, type Variable, World } from './world.ts'

/** A condition, what becomes of it when it never holds, and where it stands. */
interface Guarded {
  readonly condition: Condition
  readonly at: At
  readonly what: string
  readonly then: string
  /** What has to be so before anybody comes to this condition. */
  readonly within?: Wanted
}

/** A combination in which every condition comes to one of the truths beside it. */
export function together(model: Model, budget: Budget, wanted: readonly (readonly [Condition, Truths])[]): Solution {
  const world = new World(model)
  const nodes = wanted.map(([condition, allowed]) => [world.add(condition), allowed] as const)
  world.ready()
  const demands = nodes.map(([node, allowed]) => demand(world, node, allowed))
  return solve(world, demands, budget)
}

type Wanted = readonly (readonly [Condition, Truths])[]

/**
 * A combination that may come to pass, in which every condition comes to one of the truths beside it. Knowing more never keeps a
 * condition from holding, so that for one that has to hold only what is known is tried.
 */
function holding(model: Model, budget: Budget, wanted: Wanted, neverAsked: ReadonlySet<string>): Solution {
  const world = new World(model)
  const nodes = wanted.map(([part, truths]) => [world.add(part), truths] as const)
  const gates = world.addGates(neverAsked)
  const known = wanted.every(([, truths]) => truths === holds)
  world.ready(known ? allKnown : undefined)
  const demands = [
    ...nodes.map(([node, truths]) => demand(world, node, truths)),
    ...gates.map(([variable, gate]) => askedOnly(world, variable, gate)),
  ]
  return solve(world, demands, budget, { rest: !known })
}

const allKnown = () => false

/** What can never hold, or never fail. The rules in `dead` need no other finding. */
export function neverHoldsOrFails(
  model: Model,
  budget: Budget,
  neverAsked: ReadonlySet<string>,
): { findings: Finding[]; dead: ReadonlySet<string> } {
  const findings: Finding[] = []
  const dead = new Set<string>()
  for (const { rule, at } of model.rules) {
    const here = { ...at, path: [...at.path, 'when'] }
    const never = holding(model, budget, [[rule.condition, holds]], neverAsked)
    if (!never.found) {
      dead.add(rule.id)
      const consequence = rule.derives ? 'this conclusion is never drawn' : 'it never counts'
      findings.push(neverHolds(model, rule.condition, here, never.exactness, 'the rule', consequence))
      continue
    }
    const always = neverFails(model, budget, rule.condition)
    if (always)
      findings.push({
        code: 'rule-never-fails',
        at: here,
        message: 'this condition can never fail: once its facts are known it always holds',
        hint: 'Test what tells this case from others, or take the rule out.',
        counterExample: anyCase(model, rule.condition, never.found),
        exactness: always,
      })
  }
  for (const guarded of guards(model)) findings.push(...guardFinding(model, budget, neverAsked, guarded))
  return { findings, dead }
}

function guardFinding(model: Model, budget: Budget, neverAsked: ReadonlySet<string>, guarded: Guarded): Finding[] {
  const { condition, at, what, then, within = [] } = guarded
  const never = holding(model, budget, [[condition, holds]], neverAsked)
  if (!never.found) return then === '' ? [] : [neverHolds(model, condition, at, never.exactness, what, then)]
  // Where its resolution is never offered, that is what is wrong.
  if (within.length > 0 && holding(model, budget, within, neverAsked).found) {
    const offered = holding(model, budget, [[condition, holds], ...within], neverAsked)
    if (!offered.found) return [neverHolds(model, condition, at, offered.exactness, `${what}, where its resolution is offered,`, then)]
  }
  const always = neverFails(model, budget, condition)
  if (!always) return []
  return [
    {
      code: 'rule-never-fails',
      at,
      message: 'this condition can never fail: once its facts are known it always holds',
      hint: 'Test what makes the difference, or take the condition out.',
      counterExample: anyCase(model, condition, never.found),
      exactness: always,
    },
  ]
}

function neverHolds(model: Model, condition: Condition, at: At, exactness: string, what: string, then: string): Finding {
  return {
    code: 'rule-never-holds',
    at,
    message: `the condition of ${what} can never hold, so ${then}`,
    hint: 'Its parts exclude each other. Take one out, or put them under "any".',
    counterExample: nearest(model, condition),
    exactness,
  }
}

/** Undefined when it can fail. "known" tests, and facts that only one answer can be known of, may be unknown all the same. */
function neverFails(model: Model, budget: Budget, condition: Condition): string | undefined {
  const mayBeUnknown = ({ id, tests }: Variable): boolean =>
    tests.some(({ operator, type }) => operator === 'known' || (type === 'yes-no' && yesNoOf(model, id).length < 2))
  const world = new World(model)
  const node = world.add(condition)
  world.ready(mayBeUnknown)
  const other = solve(world, [demand(world, node, fails | open)], budget, { rest: false })
  return other.found ? undefined : other.exactness
}

/** Conditions of resolutions and steps. Those of questions belong to the questions. */
function guards({ kb }: Model): Guarded[] {
  const found: Guarded[] = []
  const add = (raw: RawCondition | undefined, at: At, what: string, then: string, within: Wanted = []) => {
    if (raw !== undefined) found.push({ condition: checkedCondition(raw, kb, true), at, what, then, within })
  }
  for (const [id, { when, unless, steps }] of Object.entries(kb.resolutions)) {
    const at = (...path: (string | number)[]): At => ({ folder: 'resolutions', id, path })
    const offered: [Condition, Truths][] = [
      ...(when === undefined ? [] : [[checkedCondition(when, kb, true), holds] as [Condition, Truths]]),
      ...(unless === undefined ? [] : [[checkedCondition(unless, kb, true), fails | open] as [Condition, Truths]]),
    ]
    // That it can never hold is told of the resolution itself.
    add(when, at('when'), '', '')
    add(unless, at('unless'), '"unless"', 'it never keeps the resolution back')
    steps.forEach((step, i) => {
      add(step.when, at('steps', i, 'when'), 'the step', 'the step is never shown', offered)
      add(step.unless, at('steps', i, 'unless'), '"unless"', 'it never leaves the step out', offered)
    })
  }
  return found
}

/** Where whatever is chosen will do, something is chosen: a case that can be tried. */
const anyCase = (model: Model, condition: Condition, facts: Facts): CounterExample =>
  Object.keys(facts).length > 0 ? { facts } : nearest(model, condition)

/** Of some combinations the one in which most tests hold: it shows what is missing. */
export function nearest(model: Model, condition: Condition): CounterExample {
  const world = new World(model)
  const node = world.add(condition)
  world.ready(allKnown)
  const leaves = world.variables.flatMap(variable => variable.tests.map(test => ({ kind: 'test', test, of: variable }) as const))
  const free = world.variables.filter(({ cells }) => cells.length > 0)
  for (const variable of free) world.choose(variable, 0)
  const score = () => leaves.filter(leaf => world.truths(leaf) === holds).length + (world.truths(node) === holds ? 1000 : 0)
  for (const variable of free) {
    let best = { choice: 0, score: -1 }
    for (let choice = 0; choice < Math.min(variable.cells.length, 64); choice++) {
      world.choose(variable, choice)
      const now = score()
      if (now > best.score) best = { choice, score: now }
    }
    world.choose(variable, best.choice)
  }
  return { facts: world.facts() }
}

/** Questions whose own condition can never hold. */
export function neverAsked(model: Model, budget: Budget): Map<string, Finding> {
  const found = new Map<string, Finding>()
  const everyFact = Object.keys(allFacts(model.kb))
  for (const [id, fact] of Object.entries(allFacts(model.kb))) {
    if (fact.ask === undefined || fact['ask-when'] === undefined) continue
    const condition = checkedCondition(fact['ask-when'], model.kb)
    const never = holding(model, budget, [[condition, holds]], new Set(everyFact))
    if (!never.found)
      found.set(id, {
        code: 'question-never-matters',
        at: { folder: folderOf(model.kb, id), id, path: ['ask-when'] },
        message: `"ask-when" can never hold, so the question is never asked`,
        hint: 'Its parts exclude each other. Take one out, or put them under "any".',
        counterExample: nearest(model, condition),
        exactness: never.exactness,
      })
  }
  return found
}

export type Facts = Record<string, FactValue | null>
