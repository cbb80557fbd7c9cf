import { type Effect, signedPoints } from '../graph/points.ts'
import { type Inline, soft, strong, type Text } from './model.ts'

/** Points as odds: 10 is "ten to one", 3 "two to one". */
export function oddsWords(points: number): string {
  const odds = 10 ** (Math.abs(points) / 10)
  if (points === 0) return 'as likely as not'
  if (odds < 1.45) return 'slightly'
  return `${odds < 10 ? halves(odds) : Math.round(odds) === 10 ? 'ten' : Number(odds.toPrecision(2)).toLocaleString('en-US')} to one`
}

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "three"; "two and a half" where a whole number would be too far off. */
function halves(odds: number): string {
  const whole = Math.floor(odds)
  const half = odds < 4 && odds - whole > 0.3 && odds - whole < 0.7
  return half ? `${numbers[whole]} and a half` : numbers[Math.round(odds)]!
}

/** What a rule does to its hypothesis: "+8, six to one for it". */
export function effectText({ points, decides }: Effect): Text {
  if (decides === 'confirmed') return [strong('confirms it')]
  if (decides === 'ruled-out') return [strong('rules it out')]
  const own = points ?? 0
  const signed: Inline = strong(signedPoints(own))
  return own === 0 ? [signed] : [signed, ' ', soft(`${oddsWords(own)} ${own > 0 ? 'for it' : 'against it'}`)]
}
