import type { Rule } from '../../kb/rules.ts'
import type { Tone } from './model.ts'

/** What a rule does to its hypothesis, from the rule file or compiled. */
export type Effect = { readonly points?: number | undefined; readonly decides?: 'confirmed' | 'ruled-out' | undefined }

/** Points with a sign; a real minus, which is as wide as a plus. */
export const signedPoints = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0')

const decisions = { confirmed: 'confirms', 'ruled-out': 'rules out' } as const

/** How much a rule counts; one that decides counts most. */
export const weightOf = ({ points, decides }: Effect): number => (decides === undefined ? Math.abs(points ?? 0) : 31)

/** What several rules about one fact and one hypothesis come to. In brackets: the rule needs other facts too. */
export function pointsLabel(rules: readonly Rule[], most = 3): { label: string; tone: Tone; weight: number } {
  const sorted = [...rules].sort((a, b) => weightOf(b) - weightOf(a))
  const labels = sorted.map(({ points, decides, facts }) => {
    const own = decides === undefined ? signedPoints(points ?? 0) : decisions[decides]
    return facts.length > 1 ? `(${own})` : own
  })
  const unique = [...new Set(labels)]
  const signs = new Set(rules.map(({ points, decides }) => (points === undefined ? decides === 'confirmed' : points >= 0)))
  return {
    label: unique.length > most ? `${unique.slice(0, most).join(' ')} …` : unique.join(' '),
    tone: rules.some(({ decides }) => decides !== undefined) ? 'decides' : signs.size > 1 ? 'both' : signs.has(true) ? 'for' : 'against',
    weight: Math.max(...rules.map(weightOf)),
  }
}
