import { alone, besideCluster, calmWords, noAction, otherOwners, ownSide } from './words/owners.ts'
import { anyYear, closed, earlier, noneSince, now, reopened, sinceBefore, sinceBehind, years } from './words/passages.ts'

/**
 * Passages of a text that tell of another time or of somebody else's system: an incident of last year that is closed and did not come back;
 * another customer's, a former employer's or a vendor's cluster, where the own one is said to be well; a machine that is no part of the cluster.
 * A sentence alone does not show it, because what it is of stands in the one before it, and that it is over in the one behind it.
 */

/** A sentence or a line of its own. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The paragraph, the entry of a list, or the message that it is a part of. */
  readonly block: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Longer texts are no letters; and nobody tells more of others. */
const [longestText, mostSpans, closedWithin] = [64 * 1024, 40, 7]
const ownLine =
  /^[\s>]{0,12}(?:[-*•#|+=~–·☐□]\s|\[|<|\d{1,3}[.)]\s|\d{1,2}[:h.]\d\d|\d{4}-\d\d|\d{1,2}\/\d|\(?[\p{L}\d][\p{L}\d._ -]{0,24}[:：](?:\s|$))/u
const ended =
  /[.!?…]+["'”»)]{0,2}(?:\s+(?=\p{Lu}|[^\p{L}\d\s])|(?<!\d[.]|(?<!\p{L})(?:ca|etwa|bzw|resp|np|např|č|[Nn]r|st)[.])\s+)|[。！？]+/gu

/** The same text with blanks where such passages stand; lines stay where they are. */
export function withoutPassages(text: string): string {
  if (text.length > longestText) return text
  const spans = spansIn(text)
  if (spans.length === 0) return text
  let left = text
  for (const { start, end } of spans) left = left.slice(0, start) + left.slice(start, end).replace(/[^\n]/g, ' ') + left.slice(end)
  return left
}

function spansIn(text: string): readonly Span[] {
  const olds = oldPlaces(text)
  const others = [...text.matchAll(otherOwners)]
  const strangers = [...text.matchAll(alone), ...text.matchAll(besideCluster)]
  if (olds.length + others.length + strangers.length === 0) return []
  const units = unitsOf(text)
  return [...overIn(text, units, olds), ...othersIn(text, units, others), ...strangersIn(text, units, strangers)].slice(0, mostSpans)
}

export function unitsOf(text: string): readonly Unit[] {
  const found: Unit[] = []
  let block = 0
  let at = 0
  const split = (start: number, end: number) => {
    const whole = text.slice(start, end)
    let from = 0
    const add = (to: number) => {
      if (whole.slice(from, to).trim() !== '') found.push({ start: start + from, end: start + to, text: whole.slice(from, to), block })
      from = to
    }
    for (const match of whole.matchAll(ended)) add(match.index + match[0].length)
    add(whole.length)
    block++
  }
  let from = 0
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) {
    const isBlank = line.trim() === '' ? !isWithin(lines, i) : /^[\s=—–-]{4,}/.test(line)
    if ((isBlank || ownLine.test(line)) && at > from) {
      split(from, at)
      from = at
    }
    at += line.length + 1
    if (isBlank) from = at
  }
  if (at > from) split(from, Math.min(at, text.length))
  return found
}

/** The parts of a line that a mail program broke are put together again, and leave an empty line where the second one was. */
const isWithin = (lines: readonly string[], i: number) =>
  /[\p{Ll},(]\s*$/u.test(lines[i - 1] ?? '') && /^\p{Ll}/u.test(lines[i + 1] ?? '') && lines[i - 1]!.length > 40

const unitAt = (units: readonly Unit[], index: number) => units.findIndex(({ start, end }) => start <= index && index < end)
/** Where their own side is named, outside of what names another one: "before I came here". */
function ownIn(text: string, from: number, to: number, places: readonly RegExpExecArray[]): number | undefined {
  for (const { index, 0: name } of text.slice(from, to).matchAll(ownSide)) {
    const at = from + index
    if (!places.some(place => at < place.index + place[0].length && place.index < at + name.length)) return at
  }
  return undefined
}
/** The first of the places that begins at or behind `from`, before `to`. */
function firstIn(pattern: RegExp, text: string, from: number, to: number): number | undefined {
  for (const match of text.slice(from, to).matchAll(pattern)) return from + match.index
  return undefined
}

/** Where an earlier time is named, from which it does not go on. */
function oldPlaces(text: string): readonly number[] {
  const own = [...text.matchAll(years)]
  const newest = Math.max(0, ...[...text.matchAll(anyYear)].map(([year]) => Number(year)))
  const isGone = (match: RegExpExecArray) =>
    !sinceBefore.test(text.slice(Math.max(0, match.index - 16), match.index)) &&
    !sinceBehind.test(text.slice(match.index + match[0].length))
  const byYear = own.filter(match => Number(match[0]) < newest)
  return [...text.matchAll(earlier), ...byYear]
    .filter(isGone)
    .map(({ index }) => index)
    .sort((one, other) => one - other)
}

/** What happened in an earlier time, up to where it is said to be over. */
function overIn(text: string, units: readonly Unit[], olds: readonly number[]): Span[] {
  const found: Span[] = []
  for (const old of olds) {
    const first = unitAt(units, old)
    const unit = units[first]
    if (!unit || found.some(({ start, end }) => start <= old && old < end)) continue
    const near = units.slice(first, first + closedWithin)
    const last = near.findLastIndex(({ text }, i) => isOver(text) && !near.slice(1, i).some(one => beginsNow(one.text)))
    if (last === -1) continue
    const rest = units
      .slice(first)
      .map(one => one.text)
      .join('\n')
      .replace(new RegExp(noneSince.source, 'giu'), ' ')
    if (reopened.test(rest)) continue
    const start = firstIn(now, text, unit.start, old) === undefined ? unit.start : old
    const end = near[last]!.end
    found.push({ start, end: firstIn(now, text, old, end) ?? end })
  }
  return found
}
const isOver = (text: string) => closed.test(text) || text.search(noneSince) !== -1
const beginsNow = (text: string) => text.slice(0, 24).search(now) !== -1

/** What is told of others up to where their own begins again, if that is said to be well. */
function othersIn(text: string, units: readonly Unit[], places: readonly RegExpExecArray[]): Span[] {
  if (places.length === 0 || !isWell(units, places)) return []
  const found: Span[] = []
  for (const { index, 0: name } of places) {
    const at = unitAt(units, index)
    const unit = units[at]
    if (!unit || found.some(({ start, end }) => start <= index && index < end)) continue
    const behind = index + name.length
    const end = units.findLast(({ block }) => block === unit.block)!.end
    // Of their own before it in the same sentence, or from now on.
    const start = ownIn(text, unit.start, index, places) === undefined ? unit.start : index
    found.push({ start, end: ownIn(text, behind, end, places) ?? end })
  }
  return found
}
/** Whether somebody says of their own system that all is well, outside of what names another one. */
function isWell(units: readonly Unit[], places: readonly RegExpExecArray[]): boolean {
  return units.some(({ text, start, end }, i) => {
    const own = [...text.matchAll(ownSide)].filter(
      ({ index, 0: name }) =>
        !places.some(place => start + index < place.index + place[0].length && place.index < start + index + name.length),
    )
    if (noAction.test(text)) return true
    if (own.length === 0) return false
    const from = text.slice(own[0]!.index + own[0]![0].length)
    const next = units[i + 1]
    const behind = next && next.start - end < 40 ? next.text : ''
    const foreign = places.find(place => place.index >= start && place.index < end)
    const before = foreign ? '' : text.slice(0, own[0]!.index)
    return calmWords.test(from) || calmWords.test(behind) || calmWords.test(before)
  })
}

/** A name of a machine. */
const machine = /(?<![\w./:@-])(?:[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+|[a-z]{2,}\d{1,3}[a-z]?)(?![\w@(=]|[./]\w)/giu
/** What is told of a machine that is said to be none of the cluster. */
function strangersIn(text: string, units: readonly Unit[], places: readonly RegExpExecArray[]): Span[] {
  const names = new Set<string>()
  for (const { index } of places) {
    const unit = units[unitAt(units, index)]
    if (!unit) continue
    const before = [...text.slice(unit.start, index).matchAll(machine)].filter(([name]) => !notMachine.test(name))
    if (before.length === 1) names.add(before[0]![0].toLowerCase())
  }
  if (names.size === 0) return []
  const found: Span[] = []
  const first = units.find(unit => namesOf(unit).length > 0)
  // What its title complains of is the machine that is named first.
  const title = units[0]
  if (first && title && title !== first && title.end - title.start < longestTitle && namesOf(first).every(name => names.has(name)))
    found.push({ start: title.start, end: title.end })
  let ofStranger = -1
  for (const { block, start, end, text: own } of units) {
    const named = namesOf({ text: own })
    const isNamed = named.some(name => names.has(name))
    const others = named.some(name => !names.has(name))
    if (isNamed && !others) ofStranger = block
    else if (others || own.search(ownSide) !== -1) ofStranger = -1
    if (ofStranger >= 0 && block - ofStranger <= 4 && isJoined(text, units, ofStranger, start)) found.push({ start, end })
  }
  return found
}
const longestTitle = 120
/** The machines that a part of a text names. */
export const namesOf = ({ text }: Pick<Unit, 'text'>) =>
  [...text.matchAll(machine)].map(([name]) => name.toLowerCase()).filter(name => !notMachine.test(name))
const notMachine = /^(?:stand-?alone|pcs-.*|crm[-_].*|raid[-_]?\d+|rhel\d+|sha\d+|utf-?\d+|quoted-printable|e-mail|iso-.*|text-.*)$/i
/** Nothing but lines of the same message stand between. */
function isJoined(text: string, units: readonly Unit[], block: number, start: number): boolean {
  const from = units.find(one => one.block === block)?.start ?? start
  return !/\n\s*\n|\n[\s=—–-]{4,}\S*/.test(text.slice(from, start))
}
