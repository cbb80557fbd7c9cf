import { later } from '../lines/later.ts'
import { conceptsOf, type Subject } from './concepts.ts'
import type { Moment } from './moments.ts'
import { isStatedAt } from './not-stated.ts'
import type { Sentence } from './sentences.ts'
import { anyOf } from './vocabulary.ts'
import { ofIt } from './words/stretches.ts'
import { typedProgram } from './words/unanswered.ts'

/** A sentence that may tell when something was begun or done, with what was told before it, and what its words are of. */

export const others = later(anyOf('others'), 'iu')
export const not = later(`(?:${anyOf('not')}|n['’]t)(?:\\s\\p{L}{1,10}){0,2}\\s?$`, 'iu')
const resultOf = /archiv|tarball|arquivo|архив/iu
/** Where another thought begins. */
const clauses =
  /[.,;:–—(!?|"“”、，。]\s?|\s-\s|(?<!\p{L})(?:and|but|und|aber|en|maar|och|men|og|et|mais|y|pero|e|mas|ma|i|ale|a|и|но|а|that|which|ve)(?!\p{L})/giu
export type Kind = Exclude<Subject, 'other'>
export interface Place {
  readonly start: number
  readonly end: number
}
export interface KindAt extends Place {
  readonly kind: Kind
}
export interface Begun {
  readonly kind: Kind
  readonly at: Moment | undefined
}
export interface Ended {
  readonly kind: Kind
  readonly at: Moment | undefined
  readonly isOver: boolean
  /** How long by its own words, where it names no moment. */
  readonly seconds?: number | undefined
}

/** A sentence, and what was told before it. */
export interface Here {
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

/** Words that are programs where somebody typed them: "I type su dash". */
const programs = later(typedProgram, 'giu')
const italianOn = /(?:lanci|digit|esegu|avvi|fatt|scritt|prov|inser)\p{L}{0,4} su(?= |$)/iu
export function kindsIn(text: string): KindAt[] {
  const found = conceptsOf(text).subjects.flatMap(({ kind, start, end }) => (kind === 'other' ? [] : [{ kind, start, end }]))
  for (const { 0: said, index, groups } of text.matchAll(programs)) {
    const end = index + said.length
    const start = end - groups!.name!.length
    // "Lanciato su web1": in Italian it is where.
    if (italianOn.test(said)) continue
    if (!found.some(one => one.start < end && one.end > start))
      found.push({ kind: /\bsu(?:do)?\b/iu.test(groups!.name!) ? 'login' : 'command', start, end })
  }
  return found.sort((one, other) => one.start - other.start)
}

export function placesOf(pattern: RegExp, { text, from }: Here): Place[] {
  return [...text.matchAll(pattern)]
    .map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
    .filter(({ start }) => start >= from)
}
export const isStated = (place: Place, { sentence }: Here) => isStatedAt(sentence, place)

/** What a place of a sentence is of: what was named last, in it or before it. */
export function namedBefore({ start }: Place, { kinds, text, hadReport }: Here): Kind | undefined {
  return hadReport && resultOf.test(text) ? 'report' : kinds.findLast(one => one.start < start)?.kind
}
export const kindBefore = (place: Place, here: Here) => namedBefore(place, here) ?? here.carried

/** Nothing stands between what was named and a word but what is a word for it, or a machine. */
export function isOfIt(place: Place, { text: whole, kinds, from, moments }: Here, after = 0): boolean {
  const text = without(moments, whole)
  const start = Math.max(from, after, ...kinds.filter(({ end }) => end <= place.start).map(({ end }) => end))
  const clause = text.slice(start, place.start).replace(onMachine, ' ').split(clauses).at(-1) ?? ''
  return areOfIt(clause)
}
/** What stands in place of moments is left blank. */
export const without = (places: readonly Place[], text: string): string =>
  places.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
/** Japanese, Chinese and Korean write what joins words to them. */
const joined =
  /^(?:(?:この|その)?(?:コマンド|命令|명령어?|입력|이 명령))?(?:に?[はがをもで]|に|の|では?|上で?|是|在|里|은|는|이|가|을|를|에서는?|에)?$/u
export const areOfIt = (words: string, more: ReadonlySet<string> = none): boolean =>
  words
    .toLowerCase()
    .split(/[\s'’`*“”"„«»/<>()、，]+/u)
    .every(part => ofIt.has(part) || more.has(part) || /[\d_-]|^\P{L}*$/u.test(part) || joined.test(part))
const none: ReadonlySet<string> = new Set()

export const both =
  /(?<!\p{L})(?:both|beide[nr]?|les deux|ambos|ambas|los dos|las dos|os dois|entramb[ie]|tutti e due|sui due|båda|begge|ob(?:u|a|ie|ydw\p{L}+|ou|ě)|об(?:а|оих|еих)|her iki)(?!\p{L})|両方|两个|兩個|两台|둘 다|양쪽/iu
/** The name of a machine may begin as a word for something else: "db2". */
export const withoutMachines = (text: string) => text.replace(/\p{L}[\w-]*\d[\w-]*/gu, '')
/** Where it ran: "on the other node", "sul nodo mil-2", "auf db4". */
const onMachine =
  /(?<!\p{L})(?:on|at|auf|am|an|bei|beim|sur|chez|en|sul|sulla|su|nel|no|na|em|op|på|w|we|v|ve|на|у)(?: (?:the|dem|der|den|le|la|el|il|lo|o|de|het|l['’]))?(?: ?(?:other|second|first|same|anderen?|zweiten|ersten|autre|premier|deuxième|otro|segundo|primer|altro|secondo|primo|outro|primeiro|andere|tweede|eerste|andra|första|anden|første|drugim|pierwszym|druhém|prvním|втором|первом|другом))?(?: ?(?:nodes?|hosts?|server|machine|box|member|one|knoten|rechner|maschine|nœud|noeud|serveur|nodo|servidor|nó|węźle|serwerze|uzlu|serveru|узле|сервере|machine|noden?))?(?:,? ["'`]?\p{L}[\w.-]*[\d-][\w.-]*["'`]?)?(?!\p{L})/giu

export const gapBetween = (one: Place, other: Place) => Math.max(one.start - other.end, other.start - one.end)

export function momentNear(place: Place, far: number, { text, moments, from }: Here): Moment | undefined {
  // In its own clause, before any other.
  const own = moments.find(
    ({ start, end }) =>
      gapBetween(place, { start, end }) <= far && !/[.;,，、]/u.test(text.slice(Math.min(end, place.end), Math.max(start, place.start))),
  )
  // A row has a time of its own.
  if (own || from > 0) return own
  return (
    moments.find(({ start }) => start >= place.end && start - place.end <= far && !/[.;]/.test(text.slice(place.end, start))) ??
    moments.findLast(({ end }) => end <= place.start && place.start - end <= far && !/[.;,]/.test(text.slice(end, place.start)))
  )
}
