import type { FactValue } from '../../kb/model.ts'
import type { Budget } from './model.ts'
import { holds, type Node, type Truths, type Variable, type World } from './world.ts'

/** Something a combination of facts has to fulfil. */
export interface Demand {
  /** False: no choice of what is left can fulfil it. */
  possible(): boolean
  /** What is chosen fulfils it as it stands. */
  met(): boolean
  /** A fact it hangs on. */
  next(): Variable | undefined
}

/** That a condition comes to one of `allowed`. */
export function demand(world: World, node: Node, allowed: Truths): Demand {
  return {
    possible: () => (world.truths(node) & allowed) !== 0,
    met: () => (world.truths(node) & ~allowed) === 0,
    next: () => world.undecidedIn(node, allowed),
  }
}

/** That a fact is known only when it was asked for. */
export function askedOnly(world: World, variable: Variable, gate: Node): Demand {
  const known = () => variable.choice >= 0 && variable.cells[variable.choice] !== undefined
  return {
    possible: () => !known() || (world.truths(gate) & holds) !== 0,
    met: () => !known() || world.truths(gate) === holds,
    next: () => (known() ? world.undecidedIn(gate, holds) : undefined),
  }
}

export type Solution =
  | { readonly found: Record<string, FactValue | null> }
  /** None was found; `exactness` says whether there is none. */
  | { readonly found?: undefined; readonly exactness: string }

const mostForOne = 20_000

/**
 * Looks for a combination that fulfils every demand: chooses fact by fact and turns back as soon as a demand cannot be fulfilled any
 * more. `rest`: what is not chosen counts as unknown, so that a solution names only what it needs.
 */
export function solve(world: World, demands: readonly Demand[], budget: Budget, { rest = true, most = mostForOne } = {}): Solution {
  const limit = Math.max(200, Math.min(most, budget.left))
  let steps = 0
  const met = (): boolean => {
    if (rest) world.settle(true)
    const all = demands.every(each => each.met())
    if (rest) world.settle(false)
    return all
  }
  const visit = (): boolean => {
    if (++steps > limit) return false
    if (!demands.every(each => each.possible())) return false
    if (met()) return true
    const variable = first(demands)
    if (!variable) return false
    for (let choice = 0; choice < variable.cells.length; choice++) {
      world.choose(variable, choice)
      if (visit()) return true
    }
    world.choose(variable, -1)
    return false
  }
  const done = visit()
  budget.left -= steps
  if (done && rest) dropNeedless(world, met)
  const found = done ? world.facts() : undefined
  for (const variable of world.variables) world.choose(variable, -1)
  if (found) return { found }
  return {
    exactness: steps <= limit && world.complete ? 'exact' : `sampled: ${Math.min(steps, limit)} of ${count(world.size)} combinations`,
  }
}

/** Takes back every choice that the solution does not need. */
function dropNeedless(world: World, met: () => boolean): void {
  for (const variable of world.variables) {
    const { choice } = variable
    if (choice < 0) continue
    world.choose(variable, -1)
    if (!met()) world.choose(variable, choice)
  }
}

function first(demands: readonly Demand[]): Variable | undefined {
  for (const each of demands) {
    const variable = each.next()
    if (variable) return variable
  }
  return undefined
}

const count = (size: number) => (size < 1e15 ? String(size) : `about 10^${Math.floor(Math.log10(size))}`)
