import { groupsForLikely, likelyFrom, unlikelyBelow } from '../../diagnosis/bands.ts'
import type { PlacedRule } from './model.ts'
import type { Demand } from './solve.ts'
import { holds, type Node, type Variable, type World } from './world.ts'

interface Weighed {
  readonly node: Node
  readonly points: number
}

/** How much can still speak for one hypothesis in a world where some facts are not chosen yet. */
export class Strength {
  private readonly world: World
  private readonly prior: number
  /** Of each group the strongest rule first, as it counts. */
  private readonly groups: readonly (readonly Weighed[])[]
  private readonly confirming: readonly Node[]
  private readonly rulingOut: readonly Node[]
  private readonly byWeight: readonly Node[]

  /** Takes the rules into the world, which must not be ready yet. */
  constructor(world: World, prior: number, rules: readonly PlacedRule[]) {
    this.world = world
    this.prior = prior
    const groups = new Map<string, Weighed[]>()
    const confirming: Node[] = []
    const rulingOut: Node[] = []
    const ranked = [...rules].sort((a, b) => (b.rule.points ?? 0) - (a.rule.points ?? 0))
    const nodes = new Map(ranked.map(placed => [placed, world.add(placed.rule.condition)]))
    for (const placed of rules) {
      const { points, decides, group } = placed.rule
      const node = nodes.get(placed)!
      if (decides) (decides === 'confirmed' ? confirming : rulingOut).push(node)
      else groups.set(group!, [...(groups.get(group!) ?? []), { node, points: points! }])
    }
    this.groups = [...groups.values()].map(group => group.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)))
    this.confirming = confirming
    this.rulingOut = rulingOut
    this.byWeight = [...confirming, ...ranked.filter(({ rule }) => (rule.points ?? 0) > 0).map(placed => nodes.get(placed)!)]
  }

  /** The most points it can still come to, the prior included, and on how many groups that speak for it. */
  most(): { points: number; groups: number } {
    let points = this.prior
    let groups = 0
    for (const group of this.groups) {
      const best = this.bestOf(group)
      points += best
      if (best > 0) groups++
    }
    return { points, groups }
  }

  private bestOf(group: readonly Weighed[]): number {
    let best: number | undefined
    for (const { node, points } of group) {
      const truths = this.world.truths(node)
      if (!(truths & holds)) continue
      best = Math.max(best ?? points, points)
      // What holds in any case keeps everything weaker from counting.
      if (truths === holds) return best
    }
    return Math.max(0, best ?? 0)
  }

  private any(nodes: readonly Node[], truths: number): boolean {
    return nodes.some(node => (this.world.truths(node) & truths) !== 0)
  }

  private sure(nodes: readonly Node[]): boolean {
    return nodes.some(node => this.world.truths(node) === holds)
  }

  /** That it is likely by its points; no test decides. */
  likely(): Demand {
    const enough = () => {
      const { points, groups } = this.most()
      return points >= likelyFrom && groups >= groupsForLikely
    }
    return {
      possible: () => !this.sure(this.confirming) && !this.sure(this.rulingOut) && enough(),
      met: () => !this.any(this.confirming, holds) && !this.any(this.rulingOut, holds) && enough(),
      next: () => this.next(),
    }
  }

  /** That a test confirms it and none rules it out. */
  confirmed(): Demand {
    return {
      possible: () => this.any(this.confirming, holds) && !this.sure(this.rulingOut),
      met: () => this.sure(this.confirming) && !this.any(this.rulingOut, holds),
      next: () => this.next(),
    }
  }

  /** That something speaks for it, but not enough to be likely. */
  suspected(): Demand {
    return {
      possible: () => {
        const { points, groups } = this.most()
        return !this.sure(this.confirming) && !this.sure(this.rulingOut) && points >= unlikelyBelow && groups >= 1
      },
      met: () => {
        const { points, groups } = this.most()
        const likely = points >= likelyFrom && groups >= groupsForLikely
        return !likely && points >= unlikelyBelow && groups >= 1 && !this.any(this.confirming, holds) && !this.any(this.rulingOut, holds)
      },
      next: () => this.next(),
    }
  }

  private next(): Variable | undefined {
    const undecided = (nodes: readonly Node[]) => {
      for (const node of nodes) {
        if (!(this.world.truths(node) & holds)) continue
        const variable = this.world.undecidedIn(node)
        if (variable) return variable
      }
      return undefined
    }
    return undecided(this.byWeight) ?? undecided(this.rulingOut) ?? undecided(this.groups.flatMap(group => group.map(({ node }) => node)))
  }
}
