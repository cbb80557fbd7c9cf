import type { Compiled } from './compile.ts'
import type { BandOf, ChoiceInput, Tally } from './model.ts'
import { join, type Kept, layerCount, Points } from './points.ts'

/** Stand-in for the diagnosis' own bands, which the caller passes. */
const plainBand: BandOf = ({ points, groups, holding, decided }) => {
  if (decided !== undefined) return decided
  if (!holding) return 'open'
  if (points >= 10 && groups >= 2) return 'likely'
  return points >= 0 ? 'possible' : 'unlikely'
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

/** Some groups of one hypothesis, and how its points are spread over all the others while `version` is current. */
export interface Part {
  readonly hypothesis: number
  /** Positions in `Weighing.groups`, ascending. */
  readonly groups: readonly number[]
  version: number
  rest: Kept | undefined
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
  private readonly points: Points
  private readonly groupOf = new Map<number, number>()
  private readonly parts = new Map<string, Part>()
  private version = 0
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
      else {
        const members = own.groups.get(group)
        if (members === undefined) own.groups.set(group, [number])
        else members.push(number)
      }
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
    for (const { groups } of this.weighings)
      for (const [place, group] of groups.entries()) for (const rule of group) this.groupOf.set(rule, place)
    this.points = new Points(this.weighings.reduce((most, { reach }) => Math.max(most, reach), 0))
  }

  /** The groups that the given rules of one hypothesis belong to. */
  part(hypothesis: number, rules: readonly number[]): Part {
    const groups = [...new Set(rules.flatMap(rule => this.groupOf.get(rule) ?? []))].sort((a, b) => a - b)
    const key = `${hypothesis}:${groups.join()}`
    const part = this.parts.get(key) ?? { hypothesis, groups, version: -1, rest: undefined }
    this.parts.set(key, part)
    return part
  }

  /** To be called when a rule's probability has changed for more than a try. */
  changed(): void {
    this.version++
  }

  /** Fills `chance` for one hypothesis from the probability of each rule, and returns its entropy in bits. */
  spread(hypothesis: number, holds: Float64Array): number {
    this.points.clear()
    for (const group of this.weighings[hypothesis]!.groups) this.work += this.points.add(group, this.rules, holds)
    return this.fold(this.weighings[hypothesis]!, holds)
  }

  /** The same when only rules of the groups in `part` (and rules that decide) differ from the state at the last change. */
  spreadPart(part: Part, holds: Float64Array): number {
    const weighing = this.weighings[part.hypothesis]!
    if (part.version === this.version) this.points.set(part.rest!)
    else {
      this.points.clear()
      for (const [place, group] of weighing.groups.entries())
        if (!part.groups.includes(place)) this.work += this.points.add(group, this.rules, holds)
      part.rest = this.points.keep(part.rest)
      part.version = this.version
    }
    for (const place of part.groups) this.work += this.points.add(weighing.groups[place]!, this.rules, holds)
    return this.fold(weighing, holds)
  }

  private fold(weighing: Weighing, holds: Float64Array): number {
    this.chance.fill(0, 0, this.names.size)
    const confirmed = anyOf(weighing.confirming, holds)
    const ruledOut = anyOf(weighing.rulingOut, holds)
    const undecided = (1 - confirmed) * (1 - ruledOut)
    if (confirmed > 0 && ruledOut < 1) this.add({ points: 0, groups: 0, holding: true, decided: 'confirmed' }, confirmed * (1 - ruledOut))
    if (ruledOut > 0 && confirmed < 1) this.add({ points: 0, groups: 0, holding: true, decided: 'ruled-out' }, ruledOut * (1 - confirmed))
    if (confirmed > 0 && ruledOut > 0) this.add({ points: 0, groups: 0, holding: true, decided: 'both' }, confirmed * ruledOut)
    const { sure, sureLayer, low, high, layers, cells } = this.points
    let cell = 0
    for (let layer = 0; undecided > 0 && layer < layers; layer++) {
      const joined = join(sureLayer, layer)
      for (let points = low; points <= high; points++) {
        const p = cells[cell++]!
        if (p === 0) continue
        const band = this.lookUp(weighing, joined, weighing.reach + sure + points)
        this.chance[band] = this.chance[band]! + p * undecided
      }
    }
    this.work += 20 + cell
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

/** The highest probability of what can still fail. */
export const almostSure = 1 - Number.EPSILON / 2

function anyOf(rules: readonly number[], holds: Float64Array): number {
  let none = 1
  let any = 0
  for (const rule of rules) {
    none *= 1 - holds[rule]!
    any += holds[rule]! * (1 - any)
  }
  return any === 1 && none > 0 ? almostSure : any
}
