import { almostSure, Bands, type Part, surprise } from './bands.ts'
import type { Compiled, Node } from './compile.ts'
import type { ChoiceInput } from './model.ts'

/** Where the questions stand: what is answered, how likely each rule is to hold, how open each hypothesis is. */
export class Board {
  readonly compiled: Compiled
  readonly bands: Bands
  /** Answer number of each question, -1 while open. */
  readonly answers: Int8Array
  /** Probability that each rule holds; exactly 0 or 1 once it is settled. */
  readonly holds: Float64Array
  /** Bits that are open about each hypothesis. */
  readonly bits: Float64Array
  /** The one band each hypothesis can still get, -1 while there are several. */
  readonly settled: Int16Array
  /** Rules by question, those of one hypothesis side by side; and hypotheses by question. */
  readonly rulesOf: readonly (readonly number[])[]
  /** By question, what it bears on of each hypothesis, in the order of its rules. */
  private readonly partsOf: readonly (readonly Part[])[]
  private readonly partOf: readonly Part[]
  private readonly before: Float64Array
  private readonly touched: Uint8Array
  private failed = 0

  constructor(input: ChoiceInput, compiled: Compiled) {
    this.compiled = compiled
    this.bands = new Bands(input, compiled)
    this.answers = new Int8Array(compiled.questions.length).fill(-1)
    this.holds = Float64Array.from(compiled.rules, ({ node }) => this.chance(node))
    this.bits = new Float64Array(compiled.hypotheses.length)
    this.settled = new Int16Array(compiled.hypotheses.length)
    for (const hypothesis of compiled.hypotheses.keys()) this.weigh(hypothesis)
    const rulesOf: number[][] = compiled.questions.map(() => [])
    for (const [rule, { facts }] of compiled.rules.entries()) for (const fact of facts) rulesOf[fact]!.push(rule)
    for (const list of rulesOf) list.sort((a, b) => compiled.rules[a]!.hypothesis - compiled.rules[b]!.hypothesis || a - b)
    this.rulesOf = rulesOf
    this.before = new Float64Array(compiled.rules.length)
    this.touched = new Uint8Array(compiled.rules.length)
    this.partsOf = rulesOf.map(rules =>
      [...new Set(rules.map(rule => compiled.rules[rule]!.hypothesis))].map(hypothesis =>
        this.bands.part(
          hypothesis,
          rules.filter(rule => compiled.rules[rule]!.hypothesis === hypothesis),
        ),
      ),
    )
    this.partOf = compiled.rules.map(({ hypothesis }, rule) => this.bands.part(hypothesis, [rule]))
  }

  /** True while the rule is undecided and what it speaks about is too. */
  open(rule: number): boolean {
    const p = this.holds[rule]!
    if (p === 0 || p === 1) return false
    const { hypothesis } = this.compiled.rules[rule]!
    return hypothesis < 0 || this.settled[hypothesis]! < 0
  }

  /** Settles a question. */
  answer(fact: number, answer: number): void {
    this.answers[fact] = answer
    for (const rule of this.rulesOf[fact]!)
      if (this.holds[rule]! > 0 && this.holds[rule]! < 1) this.holds[rule] = this.chance(this.compiled.rules[rule]!.node)
    this.bands.changed()
    for (const { hypothesis } of this.partsOf[fact]!) if (hypothesis >= 0 && this.settled[hypothesis]! < 0) this.weigh(hypothesis)
  }

  /** Settles or changes an answer and looks only at the given rules; `weighed` gets the band of each hypothesis they touch. */
  put(fact: number, answer: number, rules: readonly number[], weighed: Int16Array): void {
    this.answers[fact] = answer
    for (const rule of rules) this.holds[rule] = this.chance(this.compiled.rules[rule]!.node)
    let last = -1
    for (const rule of rules) {
      const { hypothesis } = this.compiled.rules[rule]!
      if (hypothesis < 0 || hypothesis === last) continue
      this.bands.spread(hypothesis, this.holds)
      weighed[hypothesis] = this.bands.onlyBand()
      last = hypothesis
    }
  }

  /** Goes back to what `save` put into `saved`. */
  restore(saved: Saved): void {
    this.answers.set(saved.answers)
    this.holds.set(saved.holds)
    this.bits.set(saved.bits)
    this.settled.set(saved.settled)
    this.bands.changed()
  }

  /** Copies the state, into `saved` when there is one to overwrite. */
  save(saved?: Saved): Saved {
    if (saved === undefined)
      return { answers: this.answers.slice(), holds: this.holds.slice(), bits: this.bits.slice(), settled: this.settled.slice() }
    saved.answers.set(this.answers)
    saved.holds.set(this.holds)
    saved.bits.set(this.bits)
    saved.settled.set(this.settled)
    this.bands.work += 50
    return saved
  }

  /** Bits that the answer to a question is expected to settle, over the rules that are marked in `counted`. */
  gain(fact: number, counted: Uint8Array): number {
    const { holds, compiled } = this
    const rules = this.rulesOf[fact]!
    const { probabilities } = compiled.questions[fact]!
    let gain = 0
    let run = 0
    for (let from = 0; from < rules.length; run++) {
      const { hypothesis } = compiled.rules[rules[from]!]!
      let to = from
      let touched = 0
      for (; to < rules.length && compiled.rules[rules[to]!]!.hypothesis === hypothesis; to++) {
        const rule = rules[to]!
        this.before[to] = holds[rule]!
        this.touched[to] = counted[rule] === 1 && this.open(rule) ? 1 : 0
        touched += this.touched[to]!
      }
      if (touched > 0) {
        for (let answer = 0; answer < probabilities.length; answer++) {
          this.answers[fact] = answer
          for (let i = from; i < to; i++) {
            if (this.touched[i] === 0) continue
            holds[rules[i]!] = this.chance(compiled.rules[rules[i]!]!.node)
            if (hypothesis < 0) gain += probabilities[answer]! * (binary(this.before[i]!) - binary(holds[rules[i]!]!))
          }
          if (hypothesis >= 0)
            gain +=
              probabilities[answer]! *
              this.bands.weighings[hypothesis]!.importance *
              (this.bits[hypothesis]! - this.bands.spreadPart(this.partsOf[fact]![run]!, holds))
        }
        for (let i = from; i < to; i++) holds[rules[i]!] = this.before[i]!
      }
      from = to
    }
    this.answers[fact] = -1
    this.bands.work += 10
    return Math.max(0, gain)
  }

  /**
   * Those of the given open rules of which it can make a difference to the hypothesis, or to the plan, whether they hold.
   * Asks what is possible, not how likely: every open rule counts as a coin, or a rare one would be lost in rounding.
   */
  mattering(open: readonly number[]): readonly number[] {
    const coins = this.holds.map(p => (p === 0 || p === 1 ? p : 0.5))
    this.bands.changed()
    const found = open.filter(rule => this.compiled.rules[rule]!.hypothesis < 0 || this.differs(rule, coins))
    this.bands.changed()
    return found
  }

  private differs(rule: number, coins: Float64Array): boolean {
    const { chance } = this.bands
    coins[rule] = 1
    this.bands.spreadPart(this.partOf[rule]!, coins)
    const held = chance.slice()
    coins[rule] = 0
    this.bands.spreadPart(this.partOf[rule]!, coins)
    coins[rule] = 0.5
    return chance.some((p, band) => Math.abs(p - held[band]!) > 1e-13)
  }

  private weigh(hypothesis: number): void {
    this.bits[hypothesis] = this.bands.spread(hypothesis, this.holds)
    this.settled[hypothesis] = this.bands.onlyBand()
  }

  /** Probability that the tree holds; 1 only where it cannot fail, however little is left for that. */
  private chance(node: Node): number {
    const holds = this.chanceOf(node)
    return holds === 1 && this.failed > 0 ? almostSure : holds
  }

  /**
   * Probability that the tree holds, its leaves taken as independent; `failed` is left holding that of failing.
   * Both are summed up from parts, never taken from 1: what is very unlikely would be lost and count as impossible.
   */
  private chanceOf(node: Node): number {
    this.bands.work += 2
    switch (node.op) {
      case 'true':
      case 'false':
      case 'stuck':
        this.failed = node.op === 'false' ? 1 : 0
        return node.op === 'true' ? 1 : 0
      case 'leaf':
        return this.leaf(node.fact, node.holds)
      case 'not': {
        const part = this.chanceOf(node.part)
        const fails = this.failed
        this.failed = part
        return fails
      }
      case 'all': {
        let all = 1
        let fails = 0
        for (const part of node.parts) {
          all *= this.chanceOf(part)
          fails += this.failed * (1 - fails)
        }
        this.failed = fails
        return all
      }
      case 'any': {
        let any = 0
        let none = 1
        for (const part of node.parts) {
          any += this.chanceOf(part) * (1 - any)
          none *= this.failed
        }
        this.failed = none
        return any
      }
      case 'first': {
        if (node.own >= 0 && this.answers[node.own]! >= 0) return this.chanceOf(node.otherwise)
        let reaching = 1
        let holds = 0
        let fails = 0
        for (const { when, holds: yes } of node.cases) {
          const share = reaching * this.chanceOf(when)
          if (yes) holds += share
          else fails += share
          reaching *= this.failed
          if (reaching === 0) break
        }
        if (reaching > 0) {
          holds += reaching * this.chanceOf(node.otherwise)
          fails += reaching * this.failed
        }
        this.failed = fails
        return holds
      }
    }
  }

  private leaf(fact: number, holds: readonly boolean[]): number {
    const answer = this.answers[fact]!
    if (answer >= 0) {
      this.failed = holds[answer] ? 0 : 1
      return 1 - this.failed
    }
    let p = 0
    let fails = 0
    const { probabilities } = this.compiled.questions[fact]!
    for (let i = 0; i < holds.length; i++)
      if (holds[i]) p += probabilities[i]!
      else fails += probabilities[i]!
    this.failed = fails
    return fails === 0 ? 1 : p
  }
}

export interface Saved {
  readonly answers: Int8Array
  readonly holds: Float64Array
  readonly bits: Float64Array
  readonly settled: Int16Array
}

/** Entropy of something that holds with probability `p`, in bits. */
function binary(p: number): number {
  return surprise(p) + surprise(1 - p)
}
