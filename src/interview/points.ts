import type { CompiledRule } from './compile.ts'

// Points alone do not make a band. Layer 0: no rule holds; 1: only rules against; 2: one group for; 3: two or more.
export const layerCount = 4

/** The layer of two parts of the evidence together. */
export function join(a: number, b: number): number {
  const groups = Math.max(0, a - 1) + Math.max(0, b - 1)
  return groups > 0 ? Math.min(2, groups) + 1 : Math.min(1, a + b)
}

/** How the points of one hypothesis are spread, group after group. Rewritten in place: it is the innermost loop. */
export class Points {
  /** Points that settled groups add, and their layer. */
  sure = 0
  sureLayer = 0
  /** The open groups reach from `low` to `high`. */
  low = 0
  high = 0
  layers = 1
  /** Probability by layer and points, row after row of `high - low + 1` cells. */
  cells: Float64Array
  private spare: Float64Array

  constructor(reach: number) {
    this.cells = new Float64Array(layerCount * (2 * reach + 1))
    this.spare = new Float64Array(this.cells.length)
    this.clear()
  }

  clear(): void {
    this.sure = this.sureLayer = this.low = this.high = 0
    this.layers = 1
    this.cells[0] = 1
  }

  /** Takes over what `keep` returned. */
  set({ sure, sureLayer, low, high, layers, cells }: Kept): void {
    this.sure = sure
    this.sureLayer = sureLayer
    this.low = low
    this.high = high
    this.layers = layers
    const used = layers * (high - low + 1)
    for (let i = 0; i < used; i++) this.cells[i] = cells[i]!
  }

  /** A copy, in the memory of `old` where that is large enough. */
  keep(old: Kept | undefined): Kept {
    const used = this.layers * (this.high - this.low + 1)
    const cells = old !== undefined && old.cells.length >= used ? old.cells : new Float64Array(used)
    for (let i = 0; i < used; i++) cells[i] = this.cells[i]!
    return { sure: this.sure, sureLayer: this.sureLayer, low: this.low, high: this.high, layers: this.layers, cells }
  }

  /** Adds a group, its strongest rule first: the first that holds counts. Returns the steps it took. */
  add(group: readonly number[], rules: readonly CompiledRule[], holds: Float64Array): number {
    let least = 0
    let most = 0
    let possible = 0
    let last = 0
    let settled = false
    for (let i = 0; i < group.length && !settled; i++) {
      const p = holds[group[i]!]!
      if (p === 0) continue
      last = rules[group[i]!]!.weight
      least = Math.min(least, last)
      most = Math.max(most, last)
      possible++
      settled = p === 1
    }
    if (possible === 0) return 1
    if (possible === 1 && settled) {
      this.sure += last
      this.sureLayer = join(this.sureLayer, last > 0 ? 2 : 1)
      return 1
    }
    const { cells, spare, layers } = this
    const width = this.high - this.low + 1
    const wider = width + most - least
    const nextLayers = Math.min(layerCount, most > 0 ? join(layers - 1, 2) + 1 : Math.max(layers, 2))
    spare.fill(0, 0, nextLayers * wider)
    let reaching = 1
    for (let i = 0; i <= group.length && reaching > 0; i++) {
      // After the last rule comes what is left when none of them holds.
      const none = i === group.length
      const p = none ? 1 : holds[group[i]!]!
      if (p === 0) continue
      const weight = none ? 0 : rules[group[i]!]!.weight
      const chance = reaching * p
      reaching *= 1 - p
      for (let layer = 0; layer < layers; layer++) {
        const source = layer * width
        const target = join(layer, none ? 0 : weight > 0 ? 2 : 1) * wider + weight - least
        for (let k = 0; k < width; k++) spare[target + k] = spare[target + k]! + chance * cells[source + k]!
      }
    }
    this.low += least
    this.high += most
    this.layers = nextLayers
    this.cells = spare
    this.spare = cells
    return 1 + (possible + 1) * layers * width
  }
}

/** A spread that is kept to go on from. */
export type Kept = Pick<Points, 'sure' | 'sureLayer' | 'low' | 'high' | 'layers' | 'cells'>
