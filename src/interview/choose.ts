import { Board } from './board.ts'
import { compile } from './compile.ts'
import { solvable, solve } from './endgame.ts'
import type { Choice, ChoiceInput } from './model.ts'
import { playOut } from './playout.ts'

/** Open rules that are looked at closely, and candidates that are played out. */
const beamWidth = 64
const playedOut = 6
/** With more questions than this the end is too far away for a play-out to be worth its time. */
const playOutFrom = 40
/** More open rules than this are not tested one by one for whether they can make a difference. */
const tested = 1_000
/** Below this a gain is nothing but rounding. */
const nothing = 1e-10

interface Candidate {
  readonly fact: number
  readonly gain: number
  readonly worth: number
}

/**
 * The question whose answer is expected to change the diagnosis most for its effort; undefined once no answer can
 * change a band or the plan. A question that waits, changes or disrupts is never chosen while a cheaper one can
 * still tell something. The same input gives the same choice, in whatever order its rules come.
 */
export function chooseQuestion(input: ChoiceInput): Choice | undefined {
  const { board, openRules, mattering, live } = lookAt(input)
  if (mattering.length === 0) return undefined

  const { questions, rules } = board.compiled
  const choice = (fact: number, remaining: number): Choice => ({
    fact: questions[fact]!.fact,
    gain: board.gain(fact, marked(rules.length, openRules)),
    remaining,
  })

  let remaining = live.length
  if (solvable(board, live)) {
    const { fact, mattering: exact } = solve(board, live, mattering)
    if (exact === 0) return undefined
    if (fact !== undefined) return choice(fact, exact)
    remaining = exact
  }

  const near = live.length <= playOutFrom
  const beam = marked(rules.length, strongest(board, mattering))
  const lowest = Math.min(...live.filter(fact => questions[fact]!.ready).map(fact => questions[fact]!.tier))
  // Far from the end only the tier that is to be asked from is compared, and what opens a question.
  const compared = live.filter(fact => near || questions[fact]!.tier === lowest || !questions[fact]!.ready)
  const gainsOver = (counted: Uint8Array) => new Map(compared.map(fact => [fact, board.gain(fact, counted)]))
  let gains = gainsOver(beam)
  if (![...gains.values()].some(gain => gain > nothing)) gains = gainsOver(marked(rules.length, mattering))
  for (const fact of gatesOf(live, board)) {
    if (!gains.has(fact)) remaining++
    gains.set(fact, (gains.get(fact) ?? 0) + gatedGain(fact, gains, board) / 2)
  }
  const ranked = rank(gains, board)
  const ready = ranked.filter(({ fact }) => questions[fact]!.ready)
  const tier = Math.min(...ready.map(({ fact }) => questions[fact]!.tier))
  const candidates = ready.filter(({ fact }) => questions[fact]!.tier === tier)
  const best = candidates[0]
  if (best === undefined) return undefined

  const few = candidates.slice(0, playedOut).filter(({ gain }) => gain > nothing)
  if (few.length > 1 && near) {
    const numbers = (list: readonly Candidate[]) => list.map(({ fact }) => fact)
    const played = playOut(board, numbers(few), numbers(ranked), beam)
    if (played !== undefined) return choice(played, remaining)
  }
  return choice(best.fact, remaining)
}

/**
 * The questions that can still make a difference, and those that have to be answered before one of them. No other comes up later when
 * nobody can answer any of them, because a question without an answer only leaves fewer rules open.
 */
export function questionsInReach(input: ChoiceInput): readonly string[] {
  const { board, live } = lookAt(input)
  return [...new Set([...live, ...gatesOf(live, board)])].map(fact => board.compiled.questions[fact]!.fact)
}

/** The open rules, those of them that can make a difference, and the questions that these depend on. */
function lookAt(input: ChoiceInput) {
  const board = new Board(input, compile(input))
  const { rules } = board.compiled
  const openRules = [...rules.keys()].filter(rule => board.open(rule))
  const mattering = openRules.length > tested ? openRules : board.mattering(openRules)
  return { board, openRules, mattering, live: ascending(mattering.flatMap(rule => rules[rule]!.facts)) }
}

function marked(count: number, rules: readonly number[]): Uint8Array {
  const marks = new Uint8Array(count)
  for (const rule of rules) marks[rule] = 1
  return marks
}

/** The open rules whose outcome is least certain and would move most; the order of the input plays no part. */
function strongest(board: Board, open: readonly number[]): readonly number[] {
  if (open.length <= beamWidth) return open
  const weigh = (rule: number) => {
    const p = board.holds[rule]!
    const { weight, decides, hypothesis } = board.compiled.rules[rule]!
    return p * (1 - p) * (hypothesis < 0 ? 10 : decides === undefined ? Math.abs(weight) : Math.max(30, Math.abs(weight)))
  }
  return open
    .map(rule => ({ rule, weight: weigh(rule) }))
    .sort((a, b) => b.weight - a.weight || a.rule - b.rule)
    .slice(0, beamWidth)
    .map(({ rule }) => rule)
}

/** Best gain per effort first; what differs only by rounding goes by the author's order. */
function rank(gains: ReadonlyMap<number, number>, board: Board): readonly Candidate[] {
  const candidates = [...gains].map(([fact, gain]) => ({
    fact,
    gain,
    worth: Math.round((gain / board.compiled.questions[fact]!.effort) * 1e9),
  }))
  return candidates.sort((a, b) => b.worth - a.worth || a.fact - b.fact)
}

/** Questions that have to be answered before one of `live` may be asked. */
function gatesOf(live: readonly number[], board: Board): readonly number[] {
  const found = new Set<number>()
  const visit = (fact: number) => {
    const { ready, gate } = board.compiled.questions[fact]!
    if (ready) return
    for (const other of gate)
      if (!found.has(other)) {
        found.add(other)
        visit(other)
      }
  }
  live.forEach(visit)
  return ascending(found)
}

function gatedGain(gate: number, gains: ReadonlyMap<number, number>, board: Board): number {
  let most = 0
  for (const [fact, gain] of gains) {
    const question = board.compiled.questions[fact]!
    if (!question.ready && question.gate.includes(gate)) most = Math.max(most, gain)
  }
  return most
}

function ascending(numbers: Iterable<number>): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
