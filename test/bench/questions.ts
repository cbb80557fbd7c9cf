import { chooseQuestion } from '../../src/interview/choose.ts'
import type { ChoiceInput, OpenQuestion, Predicate, Tree } from '../../src/interview/model.ts'
import { mulberry32 } from '../../src/interview/playout.ts'

/**
 * How many questions the choice needs, against the least possible. Small random bases in seven families; the least
 * possible comes from dynamic programming over every partial answer sheet with the true probabilities.
 * Run by run.mjs; BASES sets the number of bases per family. The bar: 1.03 on average for each target.
 */
type Target = 'winner' | 'all'
interface Family {
  readonly name: string
  readonly radices: readonly number[]
  readonly rules: number
  readonly conditions: number
  readonly chance: (random: () => number) => number
  readonly causes?: number
}
interface Base {
  readonly radices: readonly number[]
  readonly probabilities: readonly (readonly number[])[]
  readonly predicates: readonly (Predicate & { readonly number: number; readonly value: number })[]
  readonly trees: readonly Tree[]
  /** True probability of each full answer sheet, by mixed-radix number. */
  readonly weight: (sheet: readonly number[]) => number
}

const binary = (count: number) => Array.from({ length: count }, () => 2)
const even = () => 0.5
const families: readonly Family[] = [
  { name: 'uniform answers', radices: binary(12), rules: 12, conditions: 3, chance: even },
  { name: 'random probabilities', radices: binary(12), rules: 12, conditions: 3, chance: random => 0.1 + 0.8 * random() },
  { name: 'rare symptoms', radices: binary(12), rules: 12, conditions: 2, chance: random => 0.03 + 0.2 * random() },
  { name: '10 rules of 2', radices: binary(12), rules: 10, conditions: 2, chance: random => 0.2 + 0.6 * random() },
  { name: '20 rules of 4', radices: binary(12), rules: 20, conditions: 4, chance: random => 0.2 + 0.6 * random() },
  { name: 'domain: one vendor, 8 yes-no', radices: [5, ...binary(8)], rules: 14, conditions: 3, chance: random => 0.1 + 0.6 * random() },
  { name: 'mixture of 6 causes', radices: binary(12), rules: 12, conditions: 3, chance: random => 0.05 + 0.9 * random() ** 2, causes: 6 },
]

function generate({ radices, rules, conditions, chance, causes = 1 }: Family, random: () => number): Base {
  const below = (limit: number) => Math.floor(random() * limit)
  const hidden = Array.from({ length: causes }, () =>
    radices.map(radix => {
      if (radix === 2) {
        const yes = chance(random)
        return [yes, 1 - yes]
      }
      const shares = Array.from({ length: radix }, () => 0.2 + random())
      const total = shares.reduce((sum, share) => sum + share, 0)
      return shares.map(share => share / total)
    }),
  )
  const probabilities = radices.map((radix, fact) =>
    Array.from({ length: radix }, (_, a) => hidden.reduce((sum, cause) => sum + cause[fact]![a]! / causes, 0)),
  )
  const offsets: number[] = []
  const predicates = radices.flatMap((radix, number) => {
    offsets.push(offsets.length === 0 ? 0 : offsets.at(-1)! + radices[number - 1]!)
    return Array.from({ length: radix }, (_, value) => ({ fact: `f${number}`, number, value, holds: (given: unknown) => given === value }))
  })
  const trees = Array.from({ length: rules }, () => {
    const facts = new Set<number>()
    while (facts.size < Math.min(conditions, radices.length)) facts.add(below(radices.length))
    const leaves: Tree[] = [...facts].map(fact => {
      const leaf = offsets[fact]! + (radices[fact] === 2 ? 0 : below(radices[fact]!))
      return random() < 0.3 ? { not: leaf } : leaf
    })
    const [first, ...rest] = leaves
    return random() < 0.3 && rest.length > 1 ? { all: [first!, { any: rest }] } : { all: leaves }
  })
  const weight = (sheet: readonly number[]) =>
    hidden.reduce((sum, cause) => sum + sheet.reduce((p, answer, fact) => p * cause[fact]![answer]!, 1) / causes, 0)
  return { radices, probabilities, predicates, trees, weight }
}

const holds = (tree: Tree, truth: (predicate: number) => boolean): boolean => {
  if (typeof tree === 'number') return truth(tree)
  if ('not' in tree) return !holds(tree.not, truth)
  return 'all' in tree ? tree.all.every(part => holds(part, truth)) : tree.any.some(part => holds(part, truth))
}

/** Every partial sheet: digit 0 is not asked. */
function solveAll({ radices, predicates, trees, weight }: Base, target: Target) {
  const strides: number[] = []
  let sheets = 1
  for (const radix of radices) {
    strides.push(sheets)
    sheets *= radix + 1
  }
  const outcome = new Int32Array(sheets)
  const weights = new Float64Array(sheets)
  const least = new Float64Array(sheets)
  const names = new Map<string, number>()
  const digits = Int8Array.from(radices)
  for (let sheet = sheets - 1; sheet >= 0; sheet--) {
    if (sheet < sheets - 1) countDown(digits, radices)
    let first = 0
    while (first < digits.length && digits[first] !== 0) first++
    if (first === digits.length) {
      const answers = [...digits].map(digit => digit - 1)
      const results = trees.map(tree => holds(tree, p => answers[predicates[p]!.number] === predicates[p]!.value))
      const name = target === 'all' ? results.map(Number).join('') : String(results.indexOf(true))
      if (!names.has(name)) names.set(name, names.size)
      outcome[sheet] = names.get(name)!
      weights[sheet] = weight(answers)
      continue
    }
    let same = outcome[sheet + strides[first]!]!
    for (let a = 1; a <= radices[first]!; a++) {
      const next = sheet + a * strides[first]!
      weights[sheet] = weights[sheet]! + weights[next]!
      if (outcome[next] !== same) same = -1
    }
    outcome[sheet] = same
    if (same >= 0) continue
    least[sheet] = Number.POSITIVE_INFINITY
    for (let i = first; i < digits.length; i++) {
      if (digits[i] !== 0) continue
      let expected = 1
      for (let a = 1; a <= radices[i]!; a++)
        expected += (weights[sheet + a * strides[i]!]! / weights[sheet]!) * least[sheet + a * strides[i]!]!
      least[sheet] = Math.min(least[sheet]!, expected)
    }
  }
  return { strides, outcome, weights, least: least[0]! }
}

function countDown(digits: Int8Array, radices: readonly number[]): void {
  let i = 0
  while (digits[i] === 0) {
    digits[i] = radices[i]!
    i++
  }
  digits[i] = digits[i]! - 1
}

function inputOf({ probabilities, predicates, trees }: Base, target: Target, answers: readonly number[]): ChoiceInput {
  const questions: OpenQuestion[] = probabilities.flatMap((chances, number) =>
    answers[number]! >= 0
      ? []
      : [
          {
            fact: `f${number}`,
            cost: 'recall' as const,
            order: number,
            answers: chances.map((probability, value) => ({ value, probability })),
          },
        ],
  )
  const known = predicates.map(({ number, value }) => (answers[number]! < 0 ? undefined : answers[number] === value))
  // The first rule that holds wins: that is one group whose strongest member counts.
  const rules =
    target === 'all'
      ? []
      : trees.map((tree, i) => ({ id: String(i).padStart(3, '0'), hypothesis: 'winner', group: 'one', weight: trees.length - i, tree }))
  const plan = target === 'all' ? trees.map((tree, i) => ({ id: String(i).padStart(3, '0'), tree })) : []
  return { questions, predicates, known, rules, plan, priors: {}, bandOf: ({ points }) => String(points) }
}

type Strategy = (base: Base, target: Target, answers: readonly number[]) => number
const chosen: Strategy = (base, target, answers) => {
  const choice = chooseQuestion(inputOf(base, target, answers))
  if (choice === undefined) throw new Error('stopped before the outcome was settled')
  return Number(choice.fact.slice(1))
}
const authorOrder: Strategy = (_base, _target, answers) => answers.indexOf(-1)

function expected(
  base: Base,
  target: Target,
  { strides, outcome, weights }: ReturnType<typeof solveAll>,
  strategy: Strategy,
): { questions: number; choices: number } {
  let choices = 0
  const answers = base.radices.map(() => -1)
  const walk = (sheet: number): number => {
    if (outcome[sheet]! >= 0) return 0
    choices++
    const fact = strategy(base, target, answers)
    let sum = 1
    for (let a = 1; a <= base.radices[fact]!; a++) {
      const next = sheet + a * strides[fact]!
      answers[fact] = a - 1
      if (weights[next]! > 0) sum += (weights[next]! / weights[sheet]!) * walk(next)
    }
    answers[fact] = -1
    return sum
  }
  return { questions: walk(0), choices }
}

/** A base as large as the bar on time speaks of: 25 hypotheses, 200 rules of 2 to 5 tests, 120 facts. */
export function largeInput(random: () => number, answered: number): ChoiceInput {
  const below = (limit: number) => Math.floor(random() * limit)
  const predicates = Array.from({ length: 120 }, (_, i) => ({ fact: `f${i}`, holds: (value: unknown) => value === true }))
  const costs = ['recall', 'command', 'command', 'wait', 'change', 'disrupt'] as const
  const questions = predicates.map(({ fact }, order) => {
    const yes = 0.1 + 0.5 * random()
    return {
      fact,
      order,
      cost: costs[below(6)]!,
      answers: [
        { value: true, probability: yes },
        { value: false, probability: 1 - yes },
      ],
    }
  })
  const rules = Array.from({ length: 200 }, (_, i) => {
    const leaves: Tree[] = Array.from({ length: 2 + below(4) }, () => (random() < 0.25 ? { not: below(120) } : below(120)))
    const split = leaves.length > 3 ? [leaves[0]!, { any: leaves.slice(1) }] : leaves
    return {
      id: `r${String(i).padStart(3, '0')}`,
      hypothesis: `h${i % 25}`,
      weight: below(25) - 10 || 3,
      ...(random() < 0.4 ? { group: `g${below(3)}` } : {}),
      tree: { all: split },
    }
  })
  const known = predicates.map((_, i) => (i < answered ? random() < 0.3 : undefined))
  const priors = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`h${i}`, -6]))
  return { questions: questions.slice(answered), predicates, known, rules, priors }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** Prints the table and returns the mean ratio of each target. */
export function run(bases: number, log: (line: string) => void): Record<Target, number> {
  const means: Record<Target, number> = { winner: 0, all: 0 }
  for (const target of ['winner', 'all'] as const) {
    log(`\n${target.padEnd(32)}least  chosen  ratio  worst  author order  ms per choice`)
    const ratios = families.map((family, number) => {
      const random = mulberry32(number * 1_000 + 7)
      const rows = Array.from({ length: bases }, () => {
        const base = generate(family, random)
        const solved = solveAll(base, target)
        const from = performance.now()
        const { questions, choices } = expected(base, target, solved, chosen)
        const ms = (performance.now() - from) / Math.max(1, choices)
        return { least: solved.least, questions, ms, author: expected(base, target, solved, authorOrder).questions }
      }).filter(({ least }) => least > 0)
      const ratio = mean(rows.map(row => row.questions / row.least))
      const worst = Math.max(...rows.map(row => row.questions / row.least))
      const cells = [
        mean(rows.map(r => r.least)).toFixed(2),
        mean(rows.map(r => r.questions)).toFixed(2),
        ratio.toFixed(3),
        worst.toFixed(3),
        mean(rows.map(r => r.author / r.least)).toFixed(2),
        mean(rows.map(r => r.ms)).toFixed(2),
      ]
      log(family.name.padEnd(32) + cells.map((cell, i) => cell.padEnd([7, 8, 7, 7, 14, 0][i]!)).join(''))
      return ratio
    })
    means[target] = mean(ratios)
    log(`mean ${means[target].toFixed(3)}`)
  }
  log('\n25 hypotheses, 200 rules, 120 facts: ms per choice (median, worst of 30)')
  for (const answered of [0, 40, 80, 100, 110]) {
    const times = Array.from({ length: 30 }, (_, i) => {
      const input = largeInput(mulberry32(i + 1), answered)
      const from = performance.now()
      chooseQuestion(input)
      return performance.now() - from
    }).sort((a, b) => a - b)
    log(`${String(answered).padStart(3)} answered: ${times[15]!.toFixed(1)}, ${times.at(-1)!.toFixed(1)}`)
  }
  return means
}

export function main(): void {
  const means = run(Number(process.env.BASES ?? 20), console.log)
  for (const [target, mean] of Object.entries(means))
    console.log(`target "${target}": ${mean.toFixed(3)} x the optimal number of questions on average`)
}
