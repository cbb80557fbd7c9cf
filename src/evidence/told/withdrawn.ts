import { namesOf, type Unit, unitsOf } from './passages.ts'
import { withoutPortuguese } from './taken-back.ts'
import {
  byMistake,
  closedRecord,
  falseAlarm,
  madeUp,
  mixedUp,
  ofPaper,
  onlyThought,
  putWrongly,
  quotedBefore,
  realAfterAll,
  withdrawn,
} from './words/withdrawn.ts'

/**
 * What somebody reported and took back in the same text: an alarm that was none, a record opened by mistake, a sentence of a draft that the final
 * version withdraws. What stands before it is left out, and what was quoted below it; what is told behind it is new, and stays. Whoever says
 * that it was real nevertheless takes nothing back.
 */

const [longestText, nearWords, farthest] = [64 * 1024, 300, 3000]
/** Where a record begins, its title may stand behind the word that tells how it ended. */
const opening = 400

/** The same text with blanks where it was taken back; lines stay where they are. */
export function withoutWithdrawn(text: string): string {
  if (text.length > longestText) return text
  const alarms = [...text.matchAll(byMistake), ...text.matchAll(falseAlarm)]
  const statements = [...text.matchAll(withdrawn)]
  const inventions = [...text.matchAll(madeUp)]
  if (alarms.length + statements.length + inventions.length === 0) return text
  const units = unitsOf(text)
  const reported = alarms.length > 0 ? withoutReport(text, units) : text
  const cleared = inventions.reduce((left, { index }) => {
    const unit = unitOf(units, index)
    return unit ? blank(left, unit.start, index) : left
  }, reported)
  return statements.reduce((left, match) => withoutStatement(left, units, match.index, match.index + match[0].length), cleared)
}

const blank = (text: string, start: number, end: number) =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
const unitOf = (units: readonly Unit[], at: number) => units.find(({ start, end }) => start <= at && at < end)

function withoutReport(text: string, units: readonly Unit[]): string {
  const isMeant = ({ index, 0: said }: RegExpExecArray) => {
    const unit = unitOf(units, index)
    if (!unit || ofPaper.test(unit.text)) return false
    const behind = text.slice(index + said.length, index + said.length + 40)
    const clause = text
      .slice(Math.max(unit.start, index - 40), index)
      .split(/[.;:!?()"“”„«»]\s?/u)
      .at(-1)!
    return !onlyThought.test(withoutPortuguese(clause)) && !/^\W{0,2}[?？]/.test(behind)
  }
  const sure = [...text.matchAll(byMistake)]
    .filter(isMeant)
    .filter(({ index, 0: said }) => !putWrongly.test(text.slice(index + said.length)))
  const unsure = [...text.matchAll(falseAlarm)]
    .filter(isMeant)
    .filter(({ index, 0: said }) => mixedUp.test(text.slice(Math.max(0, index - nearWords), index + said.length + nearWords)))
  const last = [...sure, ...unsure].sort((one, other) => one.index - other.index).at(-1)
  if (!last || realAfterAll.test(text)) return text
  // How the whole record ended stands before all that it says.
  const heads = sure.some(({ index }) => index < opening && closedRecord.test(text.slice(Math.max(0, index - 40), index)))
  if (heads) return blank(text, 0, text.length)
  const own = unitOf(units, last.index)!
  const names = new Set(namesOf(own))
  // Whoever names the machine of the alarm takes back no other one's; and nobody takes back what stands pages above.
  const isOfIt = (unit: Unit) => unit === own || names.size === 0 || namesOf(unit).some(name => names.has(name))
  const isOfOthers = (unit: Unit) => unit !== own && names.size > 0 && namesOf(unit).some(name => !names.has(name))
  const gone = units.filter(unit => unit.end <= own.end && own.start - unit.end < farthest && isOfIt(unit) && !isOfOthers(unit))
  return gone.reduce((left, unit) => blank(left, unit.start, unit.end), text).replace(/^[ \t]{0,4}>.*$/gm, line => ' '.repeat(line.length))
}

/** What was quoted of an earlier paper, in the same paragraph or in the one before. */
function withoutStatement(text: string, units: readonly Unit[], start: number, end: number): string {
  const own = unitOf(units, start)
  if (!own) return text
  const next = units.find(unit => unit.start >= own.end)?.text ?? ''
  if (onlyThought.test(text.slice(Math.max(own.start, start - 12), start)) || realAfterAll.test(text.slice(end, own.end) + next))
    return text
  for (const block of [own.block, own.block - 1]) {
    const from = units.find(unit => unit.block === block)?.start
    if (from !== undefined && quotedBefore.test(text.slice(from, end))) return blank(text, from, end)
  }
  return text
}
