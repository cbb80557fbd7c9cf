import { testHolds } from '../../engine/predicate.ts'
import { type Condition, checkedCondition, type Test } from '../../kb/condition.ts'
import { type FactValue, sameValue } from '../../kb/model.ts'
import { cellsOf } from './cells.ts'
import { casesOf, gateOf, isObserved, type Model } from './model.ts'

/** Sets of truths, as bits: what a condition can still come to while some facts are not chosen. */
export const fails = 1
export const open = 2
export const holds = 4
export type Truths = number

type Value = FactValue | undefined

/** A fact, or the band of a hypothesis. One that is only derived has no cells of its own. */
export interface Variable {
  readonly id: string
  readonly isBand: boolean
  readonly tests: Test[]
  /** What it can be; undefined: nobody can tell, and then its derivations say. */
  cells: readonly Value[]
  /** The cell chosen, or -1. */
  choice: number
  cases: readonly { readonly when: Node; readonly value: FactValue }[]
  stamp: number
  outcomes: readonly Value[]
}

export type Node =
  | { readonly kind: 'test'; readonly test: Test; readonly of: Variable }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }

/**
 * The combinations of facts in which some conditions are looked at. Facts are chosen one by one; what is derived follows. A fact
 * not chosen yet stands for everything it can be, so that whatever `truths` leaves out is out for good.
 */
export class World {
  readonly variables: Variable[] = []
  /** Whether every combination is among those that can be chosen. */
  complete = true
  /** While true, a fact that was not chosen is one that nobody can tell. */
  settled = false
  private readonly model: Model
  private readonly known = new Map<string, Variable>()
  private readonly inside = new Set<Variable>()
  private stamp = 1

  constructor(model: Model) {
    this.model = model
  }

  /** Takes a condition in, with everything the facts in it are derived from. All come in before the first choice. */
  add(condition: Condition): Node {
    if (condition.kind === 'not') return { kind: 'not', part: this.add(condition.of) }
    if (condition.kind !== 'test') return { kind: condition.kind, parts: condition.of.map(part => this.add(part)) }
    const of = this.variable(condition)
    of.tests.push(condition)
    return { kind: 'test', test: condition, of }
  }

  /** Takes in on what the facts are asked, and gives back each fact with that; but for facts that are never asked. */
  addGates(neverAsked: ReadonlySet<string>): (readonly [Variable, Node])[] {
    const gates: (readonly [Variable, Node])[] = []
    // Taking a condition in may bring more facts.
    for (let i = 0; i < this.variables.length; i++) {
      const variable = this.variables[i]!
      const raw = variable.isBand || neverAsked.has(variable.id) ? undefined : gateOf(this.model, variable.id)
      if (raw !== undefined) gates.push([variable, this.add(checkedCondition(raw, this.model.kb))])
    }
    return gates
  }

  private variable({ fact: id, type }: Test): Variable {
    const found = this.known.get(id)
    if (found) return found
    const isBand = type === 'band'
    const made: Variable = { id, isBand, tests: [], cells: [], choice: -1, cases: [], stamp: 0, outcomes: [] }
    this.known.set(id, made)
    this.variables.push(made)
    if (!isBand) made.cases = casesOf(this.model, id).map(({ condition, value }) => ({ when: this.add(condition), value }))
    return made
  }

  /** Parts the facts into cells; `mayBeUnknown` says of which one it is looked at as well that nobody can tell. */
  ready(mayBeUnknown: (variable: Variable) => boolean = () => true): this {
    for (const variable of this.variables) {
      if (!variable.isBand && !isObserved(this.model, variable.id)) continue
      const { values, complete } = cellsOf(this.model, variable.id, variable.tests)
      if (!complete) this.complete = false
      variable.cells = variable.cases.length > 0 || mayBeUnknown(variable) ? [...values, undefined] : values
    }
    return this
  }

  choose(variable: Variable, choice: number): void {
    variable.choice = choice
    this.stamp++
  }

  settle(on: boolean): void {
    this.settled = on
    this.stamp++
  }

  /** How many combinations there are. */
  get size(): number {
    return this.variables.reduce((product, { cells }) => product * Math.max(1, cells.length), 1)
  }

  truths(node: Node): Truths {
    if (node.kind === 'test') {
      let truths = 0
      for (const value of this.outcomesOf(node.of)) truths |= value === undefined ? open : testHolds(node.test, value) ? holds : fails
      return truths
    }
    if (node.kind === 'not') return swapped(this.truths(node.part))
    return node.kind === 'all'
      ? allOf(node.parts, part => this.truths(part))
      : swapped(allOf(node.parts, part => swapped(this.truths(part))))
  }

  private outcomesOf(variable: Variable): readonly Value[] {
    if (variable.stamp === this.stamp) return variable.outcomes
    const { cells, choice, cases } = variable
    const own: readonly Value[] = cells.length === 0 || (this.settled && choice < 0) ? [undefined] : choice < 0 ? cells : [cells[choice]]
    // A circle of derivations is reported elsewhere; here it only has to end.
    if (cases.length === 0 || !own.includes(undefined) || this.inside.has(variable)) variable.outcomes = own
    else {
      this.inside.add(variable)
      variable.outcomes = [...own.filter(value => value !== undefined), ...this.derived(cases)]
      this.inside.delete(variable)
    }
    variable.stamp = this.stamp
    return variable.outcomes
  }

  /** The first case that holds says it, unless an open one before it may still say otherwise. */
  private derived(cases: Variable['cases']): readonly Value[] {
    const outcomes: Value[] = []
    const before: { value: FactValue; truths: Truths }[] = []
    for (const { when, value } of cases) {
      const truths = this.truths(when)
      if (truths & holds) {
        const others = before.filter(other => !sameValue(other.value, value))
        if (others.every(other => other.truths !== open)) outcomes.push(value)
        if (others.some(other => other.truths & open)) outcomes.push(undefined)
      }
      if (truths === holds) return outcomes
      before.push({ value, truths: truths & ~holds })
    }
    return [...outcomes, undefined]
  }

  /** A fact that may be chosen next because `node` hangs on it; undefined when it hangs on none. */
  undecidedIn(node: Node, allowed: Truths = 0, seen: Set<Variable> = new Set()): Variable | undefined {
    const truths = this.truths(node)
    if ((truths & (truths - 1)) === 0 || (allowed !== 0 && (truths & ~allowed) === 0)) return undefined
    if (node.kind === 'test') return this.undecided(node.of, seen)
    if (node.kind === 'not') return this.undecidedIn(node.part, 0, seen)
    for (const part of node.parts) {
      const found = this.undecidedIn(part, 0, seen)
      if (found) return found
    }
    return undefined
  }

  private undecided(variable: Variable, seen: Set<Variable>): Variable | undefined {
    if (seen.has(variable)) return undefined
    seen.add(variable)
    if (variable.cells.length > 0 && variable.choice < 0) return variable
    for (const { when } of variable.cases) {
      const found = this.undecidedIn(when, 0, seen)
      if (found) return found
    }
    return undefined
  }

  /** The facts chosen: a case that anybody can try. */
  facts(): Record<string, FactValue | null> {
    const facts: Record<string, FactValue | null> = {}
    for (const { id, isBand, choice, cells } of this.variables) if (!isBand && choice >= 0) facts[id] = cells[choice] ?? null
    return facts
  }
}

const swapped = (truths: Truths): Truths => (truths & open) | (truths & holds ? fails : 0) | (truths & fails ? holds : 0)

function allOf(parts: readonly Node[], truthsOf: (part: Node) => Truths): Truths {
  let [canFail, allCanHold, canBeOpen, noneMustFail] = [false, true, false, true]
  for (const part of parts) {
    const truths = truthsOf(part)
    if (truths & fails) canFail = true
    if (truths === fails) noneMustFail = false
    if (truths & open) canBeOpen = true
    if (!(truths & holds)) allCanHold = false
  }
  return (canFail ? fails : 0) | (canBeOpen && noneMustFail ? open : 0) | (allCanHold ? holds : 0)
}
