import type { Compiled } from './compile.ts'
import type { BandOf, ChoiceInput, Tally } from './model.ts'

/** Stand-in for the diagnosis' own bands, which the caller passes. */
export const plainBand: BandOf = ({ points, groups, holding, decided }) => {
  if (decided !== undefined) return decided
  if (!holding) return 'open'
  if (points >= 10 && groups >= 2) return 'likely'
  return points >= 0 ? 'possible' : 'unlikely'
}

// Points alone do not make a band. Layer 0: no rule holds; 1: only rules against; 2: one group for; 3: two or more.
const layerCount = 4
const join = (a: number, b: number) => {
  const groups = Math.min(2, Math.max(0, a - 1) + Math.max(0, b - 1))
  return groups > 0 ? groups + 1 : Math.min(1, a + b)
}

interface Weighing {
  readonly prior: number
  readonly importance: number
  /** Rule numbers of each group, the strongest first. */
  readonly groups: readonly (readonly number[])[]
  readonly confirming: readonly number[]
  readonly rulingOut: readonly number[]
  /** Points reach from `-reach` to `+reach` around the prior. */
  readonly reach: number
  /** Band numbers by layer and points; -1 = not looked up yet. */
  readonly table: Int16Array
}

/**
 * Spreads the probabilities of rules over the bands of their hypothesis. Rules of different groups are taken as
 * independent: exact once they are settled, near enough to rank questions before.
 */
export class Bands {
  readonly weighings: readonly Weighing[]
  /** Probability of each band after `spread`. */
  readonly chance = new Float64Array(256)
  private readonly bandOf: BandOf
  private readonly rules: Compiled['rules']
  private readonly names = new Map<string, number>()
  private from: Float64Array
  private to: Float64Array
  /** Work done, in steps that take about the same time: limits the play-out without a clock. */
  work = 0

  constructor(input: ChoiceInput, { rules, hypotheses }: Compiled) {
    this.bandOf = input.bandOf ?? plainBand
    this.rules = rules
    const members: { groups: Map<string, number[]>; confirming: number[]; rulingOut: number[] }[] = hypotheses.map(() => ({
      groups: new Map(),
      confirming: [],
      rulingOut: [],
    }))
    for (const [number, { hypothesis, decides, group }] of rules.entries()) {
      const own = members[hypothesis]
      if (own === undefined) continue
      if (decides === 'confirmed') own.confirming.push(number)
      else if (decides === 'ruled-out') own.rulingOut.push(number)
      else own.groups.set(group, [...(own.groups.get(group) ?? []), number])
    }
    this.weighings = members.map(({ groups, confirming, rulingOut }, number) => {
      const strongestFirst = [...groups.values()].map(list =>
        list.sort((a, b) => Math.abs(rules[b]!.weight) - Math.abs(rules[a]!.weight) || rules[b]!.weight - rules[a]!.weight),
      )
      const reach = strongestFirst.reduce((sum, list) => sum + Math.abs(rules[list[0]!]!.weight), 0)
      const id = hypotheses[number]!
      return {
        prior: Math.round(input.priors[id] ?? 0),
        importance: input.importance?.[id] ?? 1,
        groups: strongestFirst,
        confirming,
        rulingOut,
        reach,
        table: new Int16Array(layerCount * (2 * reach + 1)).fill(-1),
      }
    })
    const widest = this.weighings.reduce((most, { reach }) => Math.max(most, reach), 0)
    this.from = new Float64Array(layerCount * (2 * widest + 1))
    this.to = new Float64Array(layerCount * (2 * widest + 1))
  }

  /** Fills `chance` for one hypothesis from the probability of each rule, and returns its entropy in bits. */
  spread(hypothesis: number, holds: Float64Array): number {
    const weighing = this.weighings[hypothesis]!
    const { reach, groups, confirming, rulingOut } = weighing
    const width = 2 * reach + 1
    this.chance.fill(0, 0, this.names.size)
    let sure = reach // what settled groups add, as an index
    let sureLayer = 0
    let low = 0
    let high = 0
    let layers = 1
    this.from[0] = 1
    for (const group of groups) {
      let rest = 1
      let least = 0
      let most = 0
      let open = 0
      let single = 0
      for (const rule of group) {
        const p = holds[rule]!
        if (p === 0) continue
        const { weight } = this.rules[rule]!
        least = Math.min(least, weight)
        most = Math.max(most, weight)
        open++
        single = weight
        if (p === 1) {
          rest = 0
          break
        }
      }
      if (open === 0) continue
      if (open === 1 && rest === 0) {
        sure += single
        sureLayer = join(sureLayer, single > 0 ? 2 : 1)
        continue
      }
      // `from` holds layers of points from `low` to `high`, laid out by `width` with `low` at index 0.
      const { from, to } = this
      const span = high - low
      const nextLow = low + least
      const nextSpan = span + most - least
      const nextLayers = Math.min(layerCount, most > 0 ? join(layers - 1, 2) + 1 : Math.max(layers, 2))
      for (let layer = 0; layer < nextLayers; layer++) to.fill(0, layer * width, layer * width + nextSpan + 1)
      let reaching = 1
      for (let index = 0; index <= group.length && reaching > 0; index++) {
        const rule = group[index]
        const p = rule === undefined ? 1 : holds[rule]!
        if (p === 0) continue
        const weight = rule === undefined ? 0 : this.rules[rule]!.weight
        const share = reaching * p
        reaching *= 1 - p
        const shift = weight - least
        for (let layer = 0; layer < layers; layer++) {
          const source = layer * width
          const target = join(layer, rule === undefined ? 0 : weight > 0 ? 2 : 1) * width + shift
          for (let i = 0; i <= span; i++) to[target + i] = to[target + i]! + share * from[source + i]!
        }
        this.work += layers * (span + 1)
      }
      low = nextLow
      high = nextLow + nextSpan
      layers = nextLayers
      this.from = to
      this.to = from
    }
    const confirmed = anyOf(confirming, holds)
    const ruledOut = anyOf(rulingOut, holds)
    const undecided = (1 - confirmed) * (1 - ruledOut)
    if (confirmed > 0 && ruledOut < 1) this.add({ points: 0, groups: 0, holding: true, decided: 'confirmed' }, confirmed * (1 - ruledOut))
    if (ruledOut > 0 && confirmed < 1) this.add({ points: 0, groups: 0, holding: true, decided: 'ruled-out' }, ruledOut * (1 - confirmed))
    if (confirmed > 0 && ruledOut > 0) this.add({ points: 0, groups: 0, holding: true, decided: 'both' }, confirmed * ruledOut)
    if (undecided > 0)
      for (let layer = 0; layer < layers; layer++)
        for (let i = 0; i <= high - low; i++) {
          const p = this.from[layer * width + i]!
          if (p > 0) {
            const band = this.lookUp(weighing, join(sureLayer, layer), sure + low + i)
            this.chance[band] = this.chance[band]! + p * undecided
          }
        }
    this.work += 20
    return this.entropy()
  }

  /** The only band left after `spread`, or -1. */
  onlyBand(): number {
    let only = -1
    for (let band = 0; band < this.names.size; band++)
      if (this.chance[band]! > 0) {
        if (only >= 0) return -1
        only = band
      }
    return only
  }

  private add(tally: Tally, probability: number): void {
    const band = this.numberOf(this.bandOf(tally))
    this.chance[band] = this.chance[band]! + probability
  }

  private lookUp({ prior, reach, table }: Weighing, layer: number, index: number): number {
    const cell = layer * (2 * reach + 1) + index
    if (table[cell]! < 0)
      table[cell] = this.numberOf(this.bandOf({ points: prior + index - reach, groups: Math.max(0, layer - 1), holding: layer > 0 }))
    return table[cell]!
  }

  private numberOf(name: string): number {
    const known = this.names.get(name)
    if (known !== undefined) return known
    if (this.names.size === this.chance.length) throw new RangeError(`more than ${this.chance.length} different bands`)
    this.names.set(name, this.names.size)
    this.chance[this.names.size - 1] = 0
    return this.names.size - 1
  }

  private entropy(): number {
    let bits = 0
    for (let band = 0; band < this.names.size; band++) bits += surprise(this.chance[band]!)
    return bits
  }
}

/** The part of an entropy that an outcome of probability `p` contributes, in bits. */
export function surprise(p: number): number {
  return p > 0 && p < 1 ? -p * Math.log2(p) : 0
}

function anyOf(rules: readonly number[], holds: Float64Array): number {
  let none = 1
  for (const rule of rules) none *= 1 - holds[rule]!
  return 1 - none
}
