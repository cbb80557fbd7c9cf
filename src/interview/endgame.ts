import type { Board } from './board.ts'

/** Most partial answer sheets looked at: nine yes-no questions have 3^9 = 19,683. */
const mostSheets = 20_000

/** What exact calculation says about the last few questions. */
export interface Endgame {
  /** Question to ask, or undefined when none that matters may be asked now. */
  readonly fact: number | undefined
  /** Questions whose answer can still make a difference. */
  readonly mattering: number
}

/** True when the questions are few enough for `solve`. */
export function solvable(board: Board, facts: readonly number[]): boolean {
  return (
    facts.length <= 12 &&
    facts.reduce((sheets, fact) => sheets * (board.compiled.questions[fact]!.probabilities.length + 1), 1) <= mostSheets
  )
}

/**
 * The order of questions with the least expected effort, by dynamic programming over every partial answer sheet.
 * Digit 0 of a question means not yet asked, so a sheet with one answer more always has a higher number.
 *
 * `facts` must hold every question of every rule in `rules`, ascending.
 */
export function solve(board: Board, facts: readonly number[], rules: readonly number[]): Endgame {
  const questions = facts.map(fact => board.compiled.questions[fact]!)
  const strides: number[] = []
  let sheets = 1
  for (const { probabilities } of questions) {
    strides.push(sheets)
    sheets *= probabilities.length + 1
  }
  const outcomes = outcomesOf(board, facts, rules, strides, sheets)
  const depends = new Int32Array(sheets)
  const efforts = new Float64Array(sheets)
  const counts = questions.map(({ probabilities }) => probabilities.length)
  const digits = Int8Array.from(counts)
  let fact: number | undefined
  for (let sheet = sheets - 1; sheet >= 0; sheet--) {
    let first = 0
    while (first < digits.length && digits[first] !== 0) first++
    if (first < digits.length) {
      let second = first + 1
      while (second < digits.length && digits[second] !== 0) second++
      combine(sheet, first, second)
      if (outcomes[sheet]! < 0) efforts[sheet] = least(sheet, depends[sheet]!)
    }
    let i = 0
    while (i < digits.length && digits[i] === 0) {
      digits[i] = counts[i]!
      i++
    }
    if (i < digits.length) digits[i] = digits[i]! - 1
  }
  return { fact, mattering: bits(depends[0]!) }

  /** Notes the outcome that all answers to the open question `first` share, or -1, and which questions still make a difference. */
  function combine(sheet: number, first: number, second: number): void {
    let same = outcomes[sheet + strides[first]!]!
    let mask = 0
    for (let answer = 1; answer <= counts[first]!; answer++) {
      const next = sheet + answer * strides[first]!
      if (outcomes[next] !== same) same = -1
      mask |= depends[next]!
    }
    outcomes[sheet] = same
    if (same >= 0) return
    if (second === counts.length) mask |= 1 << first
    else for (let answer = 1; answer <= counts[second]!; answer++) mask |= depends[sheet + answer * strides[second]!]! & (1 << first)
    depends[sheet] = mask
  }

  /** Least expected effort from a sheet on; for the empty sheet `fact` becomes the question to begin with. */
  function least(sheet: number, mask: number): number {
    let tier = 9
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i < questions.length; i++) {
      const { tier: own, ready, probabilities, effort } = questions[i]!
      if ((mask & (1 << i)) === 0 || own > tier || (sheet === 0 && !ready)) continue
      let expected = effort
      for (let a = 0; a < probabilities.length; a++) expected += probabilities[a]! * efforts[sheet + (a + 1) * strides[i]!]!
      if (own === tier && expected >= best - 1e-9) continue
      tier = own
      best = expected
      if (sheet === 0) fact = facts[i]
    }
    return best
  }
}

/** What each complete answer sheet leads to, as a number; -1 for incomplete ones. */
function outcomesOf(
  board: Board,
  facts: readonly number[],
  rules: readonly number[],
  strides: readonly number[],
  sheets: number,
): Int32Array {
  const saved = board.save()
  // What is open but makes no difference would blur the bands: it is taken as failing.
  const counted = new Set(rules)
  for (let rule = 0; rule < board.holds.length; rule++) if (board.holds[rule]! < 1 && !counted.has(rule)) board.holds[rule] = 0
  const targets = targetsOf(board, facts, rules)
  board.restore(saved)

  const counts = facts.map(fact => board.compiled.questions[fact]!.probabilities.length)
  const outcomes = new Int32Array(sheets).fill(-1)
  const numbers = new Map<number, number>()
  const digits = facts.map(() => 0)
  do {
    let outcome = 0
    for (const { places, strides: own, results } of targets) {
      let index = 0
      for (let i = 0; i < places.length; i++) index += digits[places[i]!]! * own[i]!
      const key = outcome * 1_000 + results[index]! + 1
      outcome = numbers.get(key) ?? numbers.size
      numbers.set(key, outcome)
    }
    let sheet = 0
    for (let i = 0; i < digits.length; i++) sheet += (digits[i]! + 1) * strides[i]!
    outcomes[sheet] = outcome
  } while (count(digits, counts))
  return outcomes
}

/** What one hypothesis, or one condition of the plan, comes to for each combination of the answers it depends on. */
interface Target {
  /** Positions in the list of facts. */
  readonly places: readonly number[]
  readonly strides: readonly number[]
  readonly results: readonly number[]
}

function targetsOf(board: Board, facts: readonly number[], rules: readonly number[]): readonly Target[] {
  const byTarget = new Map<number, number[]>()
  for (const rule of rules) {
    const { hypothesis } = board.compiled.rules[rule]!
    const target = hypothesis >= 0 ? hypothesis : -1 - rule
    byTarget.set(target, [...(byTarget.get(target) ?? []), rule])
  }
  const bands = new Int16Array(board.compiled.hypotheses.length)
  return [...byTarget].map(([target, own]) => {
    const places = [...facts.keys()].filter(place => own.some(rule => board.compiled.rules[rule]!.facts.includes(facts[place]!)))
    const counts = places.map(place => board.compiled.questions[facts[place]!]!.probabilities.length)
    const touched = places.map(place => own.filter(rule => board.compiled.rules[rule]!.facts.includes(facts[place]!)))
    const digits = places.map(() => 0)
    const strides = counts.map((_, i) => counts.slice(0, i).reduce((product, n) => product * n, 1))
    const results: number[] = []
    for (const [i, place] of places.entries()) board.put(facts[place]!, 0, touched[i]!, bands)
    do {
      for (const [i, place] of places.entries())
        if (board.answers[facts[place]!] !== digits[i]) board.put(facts[place]!, digits[i]!, touched[i]!, bands)
      results.push(target >= 0 ? bands[target]! : board.holds[-1 - target]! === 1 ? 1 : 0)
    } while (count(digits, counts))
    for (const place of places) board.answers[facts[place]!] = -1
    return { places, strides, results }
  })
}

/** Counts on by one, the first digit fastest; false after the last number. */
function count(digits: number[], counts: readonly number[]): boolean {
  for (let i = 0; i < digits.length; i++) {
    digits[i] = digits[i]! + 1
    if (digits[i]! < counts[i]!) return true
    digits[i] = 0
  }
  return false
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
