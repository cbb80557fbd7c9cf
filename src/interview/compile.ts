import { type ChoiceInput, effort, type Tree } from './model.ts'

/**
 * A rule's tree with everything known folded in. `stuck` is open for good: nobody can be asked.
 * `first` is a derived fact: the first case that holds answers, then the fact's own question.
 */
export type Node =
  | { readonly op: 'true' | 'false' | 'stuck' }
  | { readonly op: 'leaf'; readonly fact: number; readonly holds: readonly boolean[] }
  | { readonly op: 'all' | 'any'; readonly parts: readonly Node[] }
  | { readonly op: 'not'; readonly part: Node }
  | {
      readonly op: 'first'
      readonly cases: readonly { readonly when: Node; readonly holds: boolean }[]
      readonly otherwise: Node
      readonly own: number
    }

const holds: Node = { op: 'true' }
const fails: Node = { op: 'false' }
const stuck: Node = { op: 'stuck' }

export interface CompiledQuestion {
  readonly fact: string
  readonly probabilities: readonly number[]
  readonly effort: number
  /** 0 recall and command, 1 wait, 2 change, 3 disrupt: a later tier waits until an earlier one has nothing left to tell. */
  readonly tier: number
  readonly order: number
  /** May be asked now. */
  readonly ready: boolean
  /** What has to be known before it may be asked. */
  readonly gate: readonly number[]
}

export interface CompiledRule {
  readonly node: Node
  /** Questions that the rule depends on, ascending. */
  readonly facts: readonly number[]
  /** Index of the hypothesis, -1 for a condition of the plan. */
  readonly hypothesis: number
  readonly weight: number
  readonly decides: 'confirmed' | 'ruled-out' | undefined
  readonly group: string
}

export interface Compiled {
  readonly questions: readonly CompiledQuestion[]
  readonly rules: readonly CompiledRule[]
  readonly hypotheses: readonly string[]
}

const tiers = { recall: 0, command: 0, wait: 1, change: 2, disrupt: 3 } as const

/** Turns the input into numbered questions and rules, in an order that does not depend on the order of the input's rules. */
export function compile(input: ChoiceInput): Compiled {
  const sorted = [...input.questions]
    .filter(({ answers }) => answers.length > 0)
    .sort((a, b) => a.order - b.order || (a.fact < b.fact ? -1 : 1))
  const numberOf = new Map(sorted.map(({ fact }, number) => [fact, number]))
  const derived = new Map((input.derived ?? []).map(each => [each.fact, each.rules]))
  const leaves = new Map<number, Node>()
  const inside = new Set<string>()

  const leaf = (predicate: number): Node => {
    const truth = input.known[predicate]
    if (truth !== undefined) return truth ? holds : fails
    const { fact, holds: test } = input.predicates[predicate]!
    const number = numberOf.get(fact)
    const answers = number === undefined ? [] : sorted[number]!.answers.map(({ value }) => test(value))
    const own: Node =
      number === undefined
        ? stuck
        : answers.every(yes => yes)
          ? holds
          : answers.some(yes => yes)
            ? { op: 'leaf', fact: number, holds: answers }
            : fails
    const cases = derived.get(fact)
    if (cases === undefined || inside.has(fact)) return own
    inside.add(fact) // a fact derived from itself is a mistake that the loader reports; here it must only end
    const first = firstOf(
      cases.map(({ tree, value }) => ({ when: node(tree), holds: test(value) })),
      own,
      number ?? -1,
    )
    inside.delete(fact)
    return first
  }
  const memo = (predicate: number): Node => {
    const made = leaves.get(predicate) ?? leaf(predicate)
    leaves.set(predicate, made)
    return made
  }
  const node = (tree: Tree): Node => {
    if (typeof tree === 'number') return memo(tree)
    if ('not' in tree) return negate(node(tree.not))
    return 'all' in tree ? group('all', tree.all.map(node)) : group('any', tree.any.map(node))
  }

  const gates = sorted.map(({ when }) => (when === undefined ? holds : node(when)))
  // A question that will never be asked cannot move a rule: it is taken out before the rules are looked at.
  for (const [number, { fact }] of sorted.entries())
    if (gates[number]!.op === 'false' || gates[number]!.op === 'stuck') numberOf.delete(fact)
  leaves.clear()

  const hypotheses = [...new Set(input.rules.map(({ hypothesis }) => hypothesis))].sort()
  const hypothesisOf = new Map(hypotheses.map((id, number) => [id, number]))
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  const compileRule = (tree: Tree, hypothesis: number, weight: number, decides: CompiledRule['decides'], group: string): CompiledRule => {
    const made = node(tree)
    return { node: made, facts: [...factsOf(made)].sort((a, b) => a - b), hypothesis, weight: Math.round(weight), decides, group }
  }
  const rules = [...input.rules]
    .sort(byId)
    .map(rule =>
      compileRule(
        rule.tree,
        hypothesisOf.get(rule.hypothesis)!,
        rule.weight,
        rule.decides,
        rule.group === undefined ? `rule ${rule.id}` : `group ${rule.group}`,
      ),
    )
  for (const { tree } of [...(input.plan ?? [])].sort(byId)) rules.push(compileRule(tree, -1, 0, undefined, ''))

  const questions = sorted.map(({ fact, answers, cost, order }, number) => {
    const total = answers.reduce((sum, { probability }) => sum + Math.max(probability, 0.001), 0)
    return {
      fact,
      probabilities: answers.map(({ probability }) => Math.max(probability, 0.001) / total),
      effort: effort[cost],
      tier: tiers[cost],
      order,
      ready: gates[number]!.op === 'true',
      gate: [...factsOf(gates[number]!)],
    }
  })
  return { questions, rules, hypotheses }
}

function negate(part: Node): Node {
  if (part.op === 'true') return fails
  if (part.op === 'false') return holds
  return part.op === 'stuck' ? stuck : { op: 'not', part }
}

function group(op: 'all' | 'any', parts: readonly Node[]): Node {
  const [neutral, final] = op === 'all' ? [holds, fails] : [fails, holds]
  if (parts.some(part => part.op === final.op)) return final
  const open = parts.filter(part => part.op !== neutral.op)
  if (open.length === 0) return neutral
  if (open.every(part => part.op === 'stuck')) return stuck
  return open.length === 1 ? open[0]! : { op, parts: open }
}

function firstOf(cases: readonly { readonly when: Node; readonly holds: boolean }[], otherwise: Node, own: number): Node {
  const open = cases.filter(({ when }) => when.op !== 'false')
  const next = open[0]
  if (next === undefined) return otherwise
  if (next.when.op === 'true') return next.holds ? holds : fails
  if (next.when.op === 'stuck') return otherwise.op === 'leaf' ? otherwise : stuck
  return { op: 'first', cases: open, otherwise, own }
}

function factsOf(node: Node, into = new Set<number>()): Set<number> {
  if (node.op === 'leaf') into.add(node.fact)
  if (node.op === 'all' || node.op === 'any') for (const part of node.parts) factsOf(part, into)
  if (node.op === 'not') factsOf(node.part, into)
  if (node.op === 'first') {
    for (const { when } of node.cases) factsOf(when, into)
    factsOf(node.otherwise, into)
  }
  return into
}
