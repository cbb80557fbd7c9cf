import type { Confirmed } from '../engine/json-rules.ts'
import type { Session } from '../engine/session.ts'
import type { KnowledgeBase } from '../kb/model.ts'
import { type Rule, rulesOf } from '../kb/rules.ts'
import { bandOf, bandRank } from './bands.ts'
import type { Band, OpenRule, Reason, Weighed } from './model.ts'

/** A hypothesis with the numbers of its rules in the index, in file order. */
export interface HypothesisRules {
  readonly id: string
  readonly title: string
  readonly prior: number
  readonly rules: readonly { readonly number: number; readonly rule: Rule }[]
}

const cache = new WeakMap<KnowledgeBase, readonly HypothesisRules[]>()

export function hypothesisRules(kb: KnowledgeBase): readonly HypothesisRules[] {
  const known = cache.get(kb)
  if (known) return known
  const numbered = rulesOf(kb).map((rule, number) => ({ rule, number }))
  const made = Object.entries(kb.hypotheses).map(([id, { title, prior }]) => ({
    id,
    title,
    prior,
    rules: numbered.filter(({ rule }) => rule.hypothesis === id),
  }))
  cache.set(kb, made)
  return made
}

/** Points and band of one hypothesis from the session alone: cheap enough to ask "what if" with. */
export function standing(
  { prior, rules }: HypothesisRules,
  session: Session,
): { points: number; band: Band; counting: ReadonlySet<number> } {
  const strongest = new Map<string, { number: number; points: number }>()
  let holding = 0
  let confirmed = false
  let ruledOut = false
  for (const { number, rule } of rules) {
    if (session.truth(number) !== 1) continue
    holding++
    if (rule.decides === 'confirmed') confirmed = true
    else if (rule.decides === 'ruled-out') ruledOut = true
    else {
      const rival = strongest.get(rule.group!)
      if (!rival || Math.abs(rule.points!) > Math.abs(rival.points)) strongest.set(rule.group!, { number, points: rule.points! })
    }
  }
  const counted = [...strongest.values()]
  const points = prior + counted.reduce((sum, { points }) => sum + points, 0)
  const groupsFor = counted.filter(({ points }) => points > 0).length
  return {
    points,
    band: bandOf({ points, groupsFor, holding, confirmed, ruledOut }),
    counting: new Set(counted.map(({ number }) => number)),
  }
}

/** Best first: by band, then points, then the order of the files. */
export function weigh(
  kb: KnowledgeBase,
  session: Session,
  confirmed: ReadonlyMap<string, Confirmed>,
): { hypotheses: Weighed[]; warnings: string[] } {
  const warnings: string[] = []
  const hypotheses = hypothesisRules(kb).map((hypothesis): Weighed => {
    const { points, band, counting } = standing(hypothesis, session)
    const reasons: Reason[] = []
    const open: OpenRule[] = []
    for (const { number, rule } of hypothesis.rules) {
      const truth = session.truth(number)
      const decides = rule.decides === undefined ? {} : { decides: rule.decides }
      if (truth === 0)
        open.push({ rule: rule.id, points: rule.points ?? 0, ...decides, because: rule.because, needs: session.needs(number) })
      if (truth === 1)
        reasons.push({
          rule: rule.id,
          points: rule.points ?? 0,
          ...decides,
          group: rule.group!,
          counts: rule.decides !== undefined || counting.has(number),
          because: rule.because,
          facts: rule.facts.filter(fact => session.value(fact) !== undefined),
          saw: confirmed.get(rule.id)?.leaves ?? [],
          sources: rule.sources,
        })
    }
    const speaksFor = ({ points, decides }: Reason) => decides === 'confirmed' || (decides === undefined && points > 0)
    const byStrength = (a: Reason, b: Reason) =>
      Number(b.decides !== undefined) - Number(a.decides !== undefined) ||
      Number(b.counts) - Number(a.counts) ||
      Math.abs(b.points) - Math.abs(a.points)
    const decided = new Set(reasons.flatMap(({ decides }) => decides ?? []))
    if (decided.size === 2)
      warnings.push(
        `Tests disagree about "${hypothesis.title}": one confirms it, another rules it out. Neither counts until the tests are repeated.`,
      )
    return {
      id: hypothesis.id,
      title: hypothesis.title,
      band,
      points,
      prior: hypothesis.prior,
      for: reasons.filter(speaksFor).sort(byStrength),
      against: reasons.filter(reason => !speaksFor(reason)).sort(byStrength),
      open: open.sort(
        (a, b) => Number(b.decides !== undefined) - Number(a.decides !== undefined) || Math.abs(b.points) - Math.abs(a.points),
      ),
    }
  })
  hypotheses.sort((a, b) => bandRank[b.band] - bandRank[a.band] || b.points - a.points)
  return { hypotheses, warnings }
}
