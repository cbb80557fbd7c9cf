import type { Board, Saved } from './board.ts'

/** Answer sheets drawn for a play-out, and questions compared at each of its steps. */
const worlds = 16
const compared = 8
/** Steps of work (`Bands.work`) after which a play-out is given up: a few milliseconds on any machine, and the same on all. */
const mostWork = 400_000

/**
 * Plays the rest of the interview for each candidate on the same drawn answer sheets and returns the one that ends
 * with the least effort; undefined when that would take too long. The draw is seeded, so the result never varies.
 *
 * @param ranked every open question, the most telling first: the play-out's own way to go on.
 * @param counted marks the rules to look at.
 */
export function playOut(board: Board, candidates: readonly number[], ranked: readonly number[], counted: Uint8Array): number | undefined {
  const table: Table = { board, ranked, counted, limit: board.bands.work + mostWork, saved: [] }
  const sheets = draw(board)
  const saved = board.save()
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const effort = play(table, candidate, sheets, 0)
    board.restore(saved)
    if (effort === undefined) return undefined
    if (effort < least - 1e-9) {
      least = effort
      best = candidate
    }
  }
  return best
}

interface Table {
  readonly board: Board
  readonly ranked: readonly number[]
  readonly counted: Uint8Array
  readonly limit: number
  /** One saved state per depth, to be overwritten. */
  readonly saved: Saved[]
}

/** Total effort over all sheets when `fact` is asked now; sheets that agree so far share the work. */
function play(table: Table, fact: number, sheets: readonly Int8Array[], depth: number): number | undefined {
  const { board, limit } = table
  let total = sheets.length * board.compiled.questions[fact]!.effort
  const saved = board.save(table.saved[depth])
  table.saved[depth] = saved
  for (const answer of board.compiled.questions[fact]!.probabilities.keys()) {
    const agreeing = sheets.filter(sheet => sheet[fact] === answer)
    if (agreeing.length === 0) continue
    board.answer(fact, answer)
    const next = goOn(table)
    const rest = next === undefined ? 0 : board.bands.work > limit ? undefined : play(table, next, agreeing, depth + 1)
    board.restore(saved)
    if (rest === undefined) return undefined
    total += rest
  }
  return total
}

function goOn({ board, ranked, counted }: Table): number | undefined {
  const { questions } = board.compiled
  let tier = 9
  const live = ranked.filter(fact => {
    const asks = board.answers[fact] === -1 && board.rulesOf[fact]!.some(rule => counted[rule] === 1 && board.open(rule))
    if (asks) tier = Math.min(tier, questions[fact]!.tier)
    return asks
  })
  board.bands.work += ranked.length * 4
  let best: number | undefined
  let most = -1
  let left = compared
  for (const fact of live) {
    if (questions[fact]!.tier !== tier) continue
    if (left-- === 0) break
    const worth = board.gain(fact, counted) / questions[fact]!.effort
    if (worth > most + 1e-12) {
      most = worth
      best = fact
    }
  }
  return best
}

function draw({ compiled: { questions } }: Board): readonly Int8Array[] {
  const random = mulberry32(20_240_229)
  return Array.from({ length: worlds }, () =>
    Int8Array.from(questions, ({ probabilities }) => {
      let left = random()
      const answer = probabilities.findIndex(probability => {
        left -= probability
        return left < 0
      })
      return answer < 0 ? probabilities.length - 1 : answer
    }),
  )
}

/** A small seeded generator of numbers from 0 up to 1: drawn sheets must be the same on every run. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
