import type { Spot } from '../readers/reader.ts'
import { begunIn, endedIn } from './begun.ts'
import { isQuestion, unsure } from './doubt.ts'
import { type Begun, both, type Ended, type Here, type Kind, kindsIn } from './here.ts'
import { between, type Moment, momentsIn } from './moments.ts'
import { sentencesOf } from './sentences.ts'
import { isAtOnce, isLeftOpen, shownIn } from './shown.ts'
import { isHead, type Stamp, stampOf } from './stamps.ts'

/**
 * How long something took whose beginning and end stand in different places: in two sentences, in two turns of a chat, in two rows of a
 * shift book. The time of a turn or a row is what it begins with; the date of a mail is that of what it says of "now".
 */
export interface Stretch {
  readonly kind: Kind
  readonly seconds: number
  readonly spot: Spot
}

/** So long a report counts as slow, a question to the cluster, anything simple. */
const least: Readonly<Record<Kind, number>> = { report: 1800, question: 20, command: 120, login: 120 }
/** Longer nobody waits for it. */
const most: Readonly<Record<Kind, number>> = { report: 57_600, question: 3600, command: 43_200, login: 43_200 }
/** So many sentences further on, nobody speaks of it any more. */
const reach: Readonly<Record<Kind, number>> = { report: 40, question: 6, command: 10, login: 6 }
/** The result of something simple is told of soon, or not at all. */
const reachOfResult = 8
/** Another machine is quick. */
const elsewhere =
  /[\p{L}_-]\d|(?<!\p{L})(?:other|first|second|ander\p{L}{0,2}|erste\p{L}?|zweite\p{L}?|autre|premier|otro|primer|segundo|outr[oa]|altr[oa]|tweede|andra|andre|drug\p{L}{1,3}|drugim|jin\p{L}{1,2}|druh\p{L}{1,2}|втор\p{L}{2}|перв\p{L}{2}|друг\p{L}{2}|diğer\p{L}{0,4})(?!\p{L})|片方|另一|다른/iu
/** Nobody tells more, nor in longer sentences. */
const [mostRows, longest] = [1500, 600]

/** Of each kind the longest. */
export function stretchesIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Stretch[] {
  const all = allIn(spots, mayTell)
  return all.filter((one, i) => all.findIndex(({ kind }) => kind === one.kind) === i)
}

function allIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Stretch[] {
  if (!spots.some(({ text }) => mayTell(text))) return []
  const found: Stretch[] = []
  const rows = asClocks(spots.slice(0, mostRows))
  const written = new Map(rows.map((row, i) => [row, spots[i]!]))
  let stamp: (Stamp & { line: number }) | undefined
  let named: { kind: Kind; row: number } | undefined
  let begun: (Begun & { row: number; isOfBoth?: boolean; isOpen?: boolean }) | undefined
  let done: (Ended & { row: number }) | undefined
  let [lastReport, lone] = [-99, undefined as Moment | undefined]
  sentencesOf(rows, text => text !== '', 0)
    .slice(0, mostRows)
    .forEach((sentence, row) => {
      const { text } = sentence
      const spot = sentence.spotAt(0)
      const own = stampOf(spot.text)
      if (own && stamp?.line !== spot.line) stamp = { ...own, line: spot.line }
      const kinds = text.length > longest ? [] : kindsIn(text)
      if (kinds.some(({ kind }) => kind === 'report')) lastReport = row
      const carried = named && row - named.row <= reach[named.kind] ? named.kind : undefined
      if (kinds.length > 0) named = { kind: kinds.at(-1)!.kind, row }
      const before = lone
      lone = undefined
      if (text.length > longest || isHead(text) || isQuestion(text) || unsure.test(text)) return
      const from = own && sentence.before.trim() === '' ? own.end : 0
      const moments = momentsIn(text).filter(({ start }) => start >= from)
      lone = moments.at(-1)
      const hadReport = row - lastReport < 2 * reach.report
      const isOfRow = own !== undefined || (stamp?.isOfHead === true && row > 0)
      const here: Here = {
        sentence,
        text,
        kinds,
        carried,
        hadReport,
        from,
        moments,
        stamp: isOfRow ? stamp : undefined,
        ofMail: stamp,
        before,
      }
      const tell = (kind: Kind, seconds: number) => {
        if (seconds > least[kind] && seconds <= most[kind]) found.push({ kind, seconds, spot: written.get(spot) ?? spot })
      }
      const begins = begunIn(here)
      const isSoon = isAtOnce(text)
      if (begins && begins !== 'other') {
        begun = { ...begins, row, isOfBoth: both.test(text) }
        if (done?.at && begins.at && done.kind === begins.kind && row - done.row <= 2) tell(begins.kind, between(begins.at, done.at))
      } else if (begun && begun.at === undefined && row - begun.row <= 2 && moments[0] && isFirst(text.slice(from, moments[0].start)))
        begun = { ...begun, at: moments[0] }
      if (isSoon && begun && (begun.row === row || (row - begun.row <= 2 && kinds.length === 0 && !elsewhere.test(text)))) begun = undefined
      const wasOpen = begun?.isOpen === true
      if (begun && begun.kind !== 'report') begun = { ...begun, isOpen: wasOpen || isLeftOpen(text) }
      const isOver = isSoon && !elsewhere.test(text)
      const beganAt = begins === 'other' ? undefined : begins?.at
      const isNear = begun !== undefined && row - begun.row <= reachOfResult
      const shown = isSoon ? undefined : shownIn(here, isNear ? begun : undefined, beganAt, wasOpen)
      if (shown?.seconds !== undefined && (kinds.length > 0 || (named && row - named.row <= 2))) tell(shown.kind, shown.seconds)
      const end =
        begins === 'other' || (isOver && begun?.kind !== 'report')
          ? undefined
          : (endedIn(here, begun, begins?.at) ?? (isNear && shown?.at ? shown : undefined))
      if (end && begun && begun.kind === end.kind && row - begun.row <= reach[end.kind]) {
        if (begun.at && end.at && begun.at !== end.at) tell(end.kind, between(begun.at, end.at))
        else if (end.seconds !== undefined && begun.row < row) tell(end.kind, end.seconds)
        // One of two is done: the other one may go on.
        if (end.isOver) begun = begun.isOfBoth && begun.row < row ? { ...begun, isOfBoth: false } : undefined
      } else if (end?.isOver && !begun) done = { ...end, row }
      // What still runs has begun before.
      else if (end && !end.isOver && !begun && end.at) begun = { kind: end.kind, at: end.at, row }
    })
  return found.sort((one, other) => other.seconds - one.seconds)
}
/** A book whose rows begin with a time without a point, "2344  Went there", each later than the one above, with few to begin anew. */
function asClocks(spots: readonly Spot[]): readonly Spot[] {
  const times = spots.flatMap(({ text }) => bookRow.exec(text)?.slice(1, 3).join('') ?? [])
  const back = times.filter((time, i) => i > 0 && time < times[i - 1]!).length
  if (times.length < leastRows || back > 1) return spots
  return spots.map(spot => (bookRow.test(spot.text) ? { ...spot, text: spot.text.replace(bookRow, '$1:$2') } : spot))
}
const bookRow = /^\s{0,4}([01]\d|2[0-3])([0-5]\d)(?=\s{1,4}["'(]?\p{L})/u
const leastRows = 4
const isFirst = (text: string) => text.split(/\s+/).length <= 4
