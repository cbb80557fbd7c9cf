import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { conceptsOf, type Subject } from './concepts.ts'
import { isQuestion, unsure } from './doubt.ts'
import { between, type Moment, momentsIn } from './moments.ts'
import { isStatedAt } from './not-stated.ts'
import { quantitiesIn } from './quantities.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { isHead, type Stamp, stampOf } from './stamps.ts'
import { anyOf } from './vocabulary.ts'
import { ofIt, ofStretch, type Stretch as StretchWords } from './words/stretches.ts'

/**
 * How long something took whose beginning and end stand in different places: in two sentences, in two turns of a chat, in two rows of a
 * shift book. The time of a turn or a row is what it begins with; the date of a mail is that of what it says of "now".
 */
export interface Stretch {
  readonly kind: Kind
  readonly seconds: number
  readonly spot: Spot
}
type Kind = Exclude<Subject, 'other'>

/** So long a report counts as slow, a question to the cluster, anything simple. */
const least: Readonly<Record<Kind, number>> = { report: 1800, question: 20, command: 120, login: 120 }
/** Longer nobody waits for it. */
const most: Readonly<Record<Kind, number>> = { report: 57_600, question: 3600, command: 43_200, login: 43_200 }
/** So many sentences further on, nobody speaks of it any more. */
const reach: Readonly<Record<Kind, number>> = { report: 40, question: 6, command: 10, login: 6 }
/** Nobody tells more, nor in longer sentences. */
const [mostRows, longest] = [1500, 600]

const word = (name: StretchWords) => later(ofStretch(name), 'giu')
const [began, beganIt, since] = [word('began'), word('beganIt'), word('since')]
/** How a sentence says that it is done, or that it is not back yet; `alone` needs no look at what stands before it. */
const ends = [
  { pattern: word('stamped'), isOver: true, isAlone: true, needsMoment: true },
  { pattern: word('until'), isOver: true, isAlone: true, needsMoment: true },
  { pattern: word('ended'), isOver: true, isAlone: false, needsMoment: false },
  { pattern: word('still'), isOver: false, isAlone: true, needsMoment: false },
  { pattern: word('now'), isOver: false, isAlone: true, needsMoment: true },
  { pattern: word('justNow'), isOver: false, isAlone: true, needsMoment: false },
] as const
const justNow = later(ofStretch('justNow'), 'iu')
const others = later(anyOf('others'), 'iu')
const not = later(`(?:${anyOf('not')}|n['’]t)(?:\\s\\p{L}{1,10}){0,2}\\s?$`, 'iu')
const resultOf = /archiv|tarball|arquivo|архив/iu
/** "sosreport on db4, GO". */
const go = /,? ?(?:—|-|:|,) ?(?:GO|go|los|let['’]s go|off we go|vamos|via)\b[!."}\],]*\s*$/u
/** What else is done: "done uploading". */
const doneWith = /^\s(?:with )?\p{L}+ing(?!\p{L})/u
/** A machine that was started, or came back. */
const machineBehind = /^ (?:the |der |den |le |el |il |de )?(?!\d)(?:[a-z]+-?\d[\w-]*|nodes?\b|knoten|server|services?\b|resources?\b)/i
const machineBefore = /(?:^|[\s,;:])(?:the |der |le |el |il |de )?(?:[a-z][a-z-]*\d[\w-]*|nodes?|knoten|server)(?: (?:is|was|ist|war))? $/i
/** Where another thought begins. */
const clauses =
  /[.,;:–—(!?|"“”]\s?|\s-\s|(?<!\p{L})(?:and|but|und|aber|en|maar|och|men|og|et|mais|y|pero|e|mas|ma|i|ale|a|и|но|а|that|which|ve)(?!\p{L})/giu
const sits =
  /(?:sitting|sits|hanging|hangs|stuck|waiting|waits|hängt|steht|wartet|hangt|staat|bloqué\p{L}*|attend|parad[oa]|colgad[oa]|trava\p{L}*|ta la|tá lá|fermo|appeso|wisi|visí|висит|жду) ?$/iu
/** Who says that they did it means the command. */
const typedBefore =
  /(?<!\p{L})(?:(?:i|we|he|she|had) (?:just |then )?(?:did|ran|run|typed?|tried|entered)(?: an?)?|dei um|dei|fiz um|rodei um?|hice un|tiré un|he hecho un|ho fatto un|j['’]ai fait un|j['’]ai tapé|ich habe? (?:ein )?|deed een|körde(?: en)?) ?["'`„“«]?$/iu

interface Place {
  readonly start: number
  readonly end: number
}
interface KindAt extends Place {
  readonly kind: Kind
}
interface Begun {
  readonly kind: Kind
  readonly at: Moment | undefined
}
interface Ended {
  readonly kind: Kind
  readonly at: Moment | undefined
  readonly isOver: boolean
  /** How long by its own words, where it names no moment. */
  readonly seconds?: number | undefined
}

/** A sentence, and what was told before it. */
interface Here {
  readonly sentence: Sentence
  readonly text: string
  readonly kinds: readonly KindAt[]
  /** What was named before. */
  readonly carried: Kind | undefined
  readonly hadReport: boolean
  /** Behind the time of its row. */
  readonly from: number
  readonly moments: readonly Moment[]
  /** The time of its row or turn, and of its mail. */
  readonly stamp: Moment | undefined
  readonly ofMail: Moment | undefined
  /** The only moment of the sentence before. */
  readonly before: Moment | undefined
}

/** Of each kind the longest. */
export function stretchesIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Stretch[] {
  const all = allIn(spots, mayTell)
  return all.filter((one, i) => all.findIndex(({ kind }) => kind === one.kind) === i)
}

function allIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Stretch[] {
  if (!spots.some(({ text }) => mayTell(text))) return []
  const found: Stretch[] = []
  let stamp: (Stamp & { line: number }) | undefined
  let named: { kind: Kind; row: number } | undefined
  let begun: (Begun & { row: number; isOfBoth?: boolean }) | undefined
  let done: (Ended & { row: number }) | undefined
  let [lastReport, lone] = [-99, undefined as Moment | undefined]
  sentencesOf(spots.slice(0, mostRows), text => text !== '', 0)
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
        if (seconds > least[kind] && seconds <= most[kind]) found.push({ kind, seconds, spot })
      }
      const begins = begunIn(here)
      if (begins && begins !== 'other') {
        begun = { ...begins, row, isOfBoth: both.test(text) }
        if (done?.at && begins.at && done.kind === begins.kind && row - done.row <= 2) tell(begins.kind, between(begins.at, done.at))
      } else if (begun && begun.at === undefined && row - begun.row <= 2 && moments[0] && isFirst(text.slice(from, moments[0].start)))
        begun = { ...begun, at: moments[0] }
      const end = begins === 'other' ? undefined : endedIn(here, begun, begins?.at)
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
const isFirst = (text: string) => text.split(/\s+/).length <= 4

function kindsIn(text: string): KindAt[] {
  return conceptsOf(text).subjects.flatMap(({ kind, start, end }) => (kind === 'other' ? [] : [{ kind, start, end }]))
}

function placesOf(pattern: RegExp, { text, from }: Here): Place[] {
  return [...text.matchAll(pattern)]
    .map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
    .filter(({ start }) => start >= from)
}
const isStated = (place: Place, { sentence }: Here) => isStatedAt(sentence, place)

/** What a place of a sentence is of: what was named last, in it or before it. */
function namedBefore({ start }: Place, { kinds, text, hadReport }: Here): Kind | undefined {
  return hadReport && resultOf.test(text) ? 'report' : kinds.findLast(one => one.start < start)?.kind
}
const kindBefore = (place: Place, here: Here) => namedBefore(place, here) ?? here.carried

/** Nothing stands between what was named and a word but what is a word for it, or a machine. */
function isOfIt(place: Place, { text: whole, kinds, from, moments }: Here, after = 0): boolean {
  const text = moments.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), whole)
  const start = Math.max(from, after, ...kinds.filter(({ end }) => end <= place.start).map(({ end }) => end))
  const clause = text.slice(start, place.start).replace(onMachine, ' ').split(clauses).at(-1) ?? ''
  return clause
    .toLowerCase()
    .split(/[\s'’`*“”"/<>]+/u)
    .every(part => ofIt.has(part) || /[\d_-]|^\P{L}*$/u.test(part))
}

const both =
  /(?<!\p{L})(?:both|beide[nr]?|les deux|ambos|ambas|los dos|las dos|os dois|entramb[ie]|tutti e due|sui due|båda|begge|ob(?:u|a|ie|ydw\p{L}+|ou|ě)|об(?:а|оих|еих)|her iki)(?!\p{L})|両方|两个|兩個|两台|둘 다|양쪽/iu
/** The name of a machine may begin as a word for something else: "db2". */
const withoutMachines = (text: string) => text.replace(/\p{L}[\w-]*\d[\w-]*/gu, '')
/** Where it ran: "on the other node", "sul nodo mil-2", "auf db4". */
const onMachine =
  /(?<!\p{L})(?:on|at|auf|am|an|bei|beim|sur|chez|en|sul|sulla|su|nel|no|na|em|op|på|w|we|v|ve|на|у)(?: (?:the|dem|der|den|le|la|el|il|lo|o|de|het|l['’]))?(?: ?(?:other|second|first|same|anderen?|zweiten|ersten|autre|premier|deuxième|otro|segundo|primer|altro|secondo|primo|outro|primeiro|andere|tweede|eerste|andra|första|anden|første|drugim|pierwszym|druhém|prvním|втором|первом|другом))?(?: ?(?:nodes?|hosts?|server|machine|box|member|one|knoten|rechner|maschine|nœud|noeud|serveur|nodo|servidor|nó|węźle|serwerze|uzlu|serveru|узле|сервере|machine|noden?))?(?:,? ["'`]?\p{L}[\w.-]*[\d-][\w.-]*["'`]?)?(?!\p{L})/giu

const gapBetween = (one: Place, other: Place) => Math.max(one.start - other.end, other.start - one.end)

function momentNear(place: Place, far: number, { text, moments }: Here): Moment | undefined {
  // In its own clause, before any other.
  const own = moments.find(
    ({ start, end }) =>
      gapBetween(place, { start, end }) <= far && !/[.;,]/.test(text.slice(Math.min(end, place.end), Math.max(start, place.start))),
  )
  return (
    own ??
    moments.find(({ start }) => start >= place.end && start - place.end <= far && !/[.;]/.test(text.slice(place.end, start))) ??
    moments.findLast(({ end }) => end <= place.start && place.start - end <= far && !/[.;,]/.test(text.slice(end, place.start)))
  )
}

/** What a sentence says to have been begun; `other`: something else was. */
function begunIn(here: Here): Begun | 'other' | undefined {
  const { text, kinds, moments, stamp, from } = here
  const [self] = placesOf(beganIt, here)
  const of = self && kindBefore(self, here)
  if (of) return isStated(self, here) ? { kind: of, at: momentNear(self, 24, here) ?? stamp } : undefined
  const typed = kinds.find(({ start }) => typedBefore.test(text.slice(from, start)))
  if (typed && isStated(typed, here)) {
    const alone = moments.length === 1 && moments[0]!.end <= typed.start ? moments[0] : undefined
    return { kind: typed.kind, at: momentNear(typed, 40, here) ?? alone ?? stamp }
  }
  let isOther = false
  for (const place of placesOf(began, here)) {
    const next = kinds.find(({ start }) => start >= place.end && start - place.end <= 40)
    const kind = next?.kind ?? kindBefore(place, here) ?? kinds[0]?.kind
    if (!kind) continue
    const isOf = (next !== undefined || isOfIt(place, here)) && !machineBehind.test(text.slice(place.end))
    if (
      !isOf ||
      others.test(withoutMachines(text.slice(Math.max(from, place.start - 40), place.start))) ||
      not.test(text.slice(0, place.start))
    )
      isOther = true
    else if (isStated(place, here)) return { kind, at: momentNear(place, 40, here) ?? stamp ?? here.before }
  }
  const last = kinds.at(-1)
  if (last?.kind === 'report' && go.test(text.slice(last.end))) return { kind: 'report', at: stamp }
  const then = placesOf(since, here).find(({ end }) => moments.some(({ start }) => start >= end && start - end <= 12))
  const ofThen = then && kindBefore(then, here)
  if (ofThen && (isOfIt(then, here) || sits.test(text.slice(0, then.start)))) return { kind: ofThen, at: momentNear(then, 12, here) }
  return isOther ? 'other' : undefined
}

/** That what was begun is done, or is not back yet, and when. */
function endedIn(here: Here, begun: Begun | undefined, beganAt: Moment | undefined): Ended | undefined {
  const { text, from, stamp, ofMail } = here
  const moments = here.moments.filter(moment => moment !== beganAt)
  for (const { pattern, isOver, isAlone, needsMoment } of ends)
    for (const place of placesOf(pattern, here)) {
      const kind = namedBefore(place, here) ?? begun?.kind ?? here.carried
      const near =
        moments.find(({ start }) => start >= place.end && start - place.end <= 24 && !/[.;]/.test(text.slice(place.end, start))) ??
        moments.findLast(({ end }) => end <= place.start && place.start - end <= 12)
      if (kind !== 'report' && machineBefore.test(text.slice(from, place.start))) continue
      if (!kind || (needsMoment && !near) || !(isAlone || isOfIt(place, here, beganAt?.end))) continue
      if (others.test(withoutMachines(text.slice(from, place.start).split(/[.;]/).at(-1)!)) || doneWith.test(text.slice(place.end)))
        continue
      if ((isOver && !isAlone && not.test(text.slice(0, place.start))) || !isStated(place, here)) continue
      const at = near ?? (justNow.test(text) ? ofMail : stamp)
      const waited = isOver ? undefined : quantitiesIn(text).find(({ role }) => role === 'lasting')
      if (at ?? waited) return { kind, at, isOver, seconds: waited?.least }
    }
  return undefined
}
