import { isPrompt } from '../lines/prompt.ts'
import type { Spot } from './reader.ts'

const [narrowest, widest] = [72, 300]
/** Fewer lines of the same length are chance. */
const leastOfScreen = 5

/** How a line of a list looks: a whole row, one whose command is missing, or neither. */
export type RowKind = 'row' | 'open' | undefined

/**
 * The rows of a list, of which a screen or a mail has broken some: what goes on in the next line is put behind it, and leaves nothing there.
 * A screen breaks at its last column, a mail before a word.
 */
export function unbroken(spots: readonly Spot[], kindOf: (text: string) => RowKind): readonly Spot[] {
  const kinds = spots.map(({ text }) => kindOf(text))
  if (spots.every(({ text }, i) => kinds[i] === 'row' || text.trim() === '')) return spots
  const width = lengthOf(spots)
  const whole: Spot[] = []
  let before: RowKind
  for (const [i, spot] of spots.entries()) {
    const last = whole.at(-1)
    const goesOn = last && kinds[i] === undefined && before !== undefined && spot.text.trim() !== '' && !isPrompt(spot.text)
    const isAtEdge = i > 0 && spots[i - 1]!.text.length === width && width >= narrowest && width <= widest
    if (last && goesOn && (isAtEdge || before === 'open')) {
      whole[whole.length - 1] = { ...last, text: before === 'open' ? `${last.text.trimEnd()} ${spot.text.trim()}` : last.text + spot.text }
      before = 'row'
    } else {
      whole.push(spot)
      before = kinds[i]
    }
  }
  return whole
}

/** Whether a screen has cut these lines off, so that the names of programs may be missing. */
export function isCutOff(spots: readonly Spot[]): boolean {
  const width = lengthOf(spots)
  if (width < narrowest || width > widest) return false
  const full = spots.filter(({ text }) => text.length === width)
  return full.length >= leastOfScreen && full.some(({ text }) => /\s\/\S+$/.test(text))
}

const lengthOf = (spots: readonly Spot[]) => spots.reduce((most, { text }) => Math.max(most, text.length), 0)
