import { later } from '../lines/later.ts'
import {
  areOfIt,
  type Begun,
  type Ended,
  gapBetween,
  type Here,
  isOfIt,
  isStated,
  type Kind,
  not,
  others,
  type Place,
  placesOf,
  without,
  withoutMachines,
} from './here.ts'
import type { Moment } from './moments.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import {
  appearsWord,
  atOnceWord,
  byThenWord,
  easternShown,
  finallyWord,
  nothingWord,
  resultWord,
  screenWord,
  shownAlone,
  thenWord,
} from './words/shown.ts'
import { laterBehind, othersAnswer } from './words/unanswered.ts'

/**
 * That what was asked for is on the screen at last, and when: its result by a noun ("the listing was printed at 02:18"), by a verb alone
 * ("comparso alle 11:46"), or so long after it was asked for ("you get the table six minutes later").
 */

const results = later(resultWord, 'giu')
const appears = later(appearsWord, 'iu')
const appearsAll = later(appearsWord, 'giu')
const eastern = later(easternShown, 'giu')
const aloneWords = later(shownAlone, 'giu')
const byThen = later(byThenWord, 'giu')
const atOnce = later(atOnceWord, 'giu')
const nothing = later(nothingWord, 'iu')
const atLast = later(finallyWord, 'iu')
const anyAtLast = later(finallyWord, 'giu')
const screens = later(
  `(?:(?:on|auf|am|sur|à|en|na|no|sullo|sul|a|op|het|på|på|w|v|ve|на|the|my|dem|meinem|l['’]|la|lo|o|mi|meu|mio) ?){0,2}${screenWord}`,
  'giu',
)
const joins = later(`(?:${thenWord})[\\s,:–-]{0,3}$`, 'iu')
const answered = later(
  `(?<!\\p{L})(?:(?:i|we|you|u|he|she|one) )?(?:just |only |finally )?(?:gets?|got|sees?|saw|had|have|there (?:was|is|came))(?: back)? (?:the |my |an? |its )?(?:\\p{L}+ )?$`,
  'iu',
)
const archive = /archiv|tarball|arquivo|archief|arkiv|архив|tar(?!\p{L})/iu
/** Another one's is none of who typed it. */
const possessed = /(?<!\p{L})(?:his|her|their|your|hers|no|none|\p{L}+['’]s)\s$/iu
const whole = new Set(
  'full complete whole entire first last rest all whole root user file files directory processes process of z ze ps command shell login ganze komplette vollständige gesamte erste toute entière complète intera completa inteira celý celá celé cała cały cały pełna вся весь всё все полный files dateien dateiliste fichiers ficheros archivos arquivos processi processos plików souborů файлов процессов hele volledige hela hele bütün tüm tam boş l d s n j c qu sei seien soit sia good solid later after afterwards over roughly about gute guten später etwa ca plus tard bonnes environ después depois unos umas dopo più tardi circa senare senere później później později спустя sonra something anything some any just alors siehe schon bereits wieder noch'.split(
    ' ',
  ),
)
/** What is between a noun and its verb, or beside both, and names nothing else. */
function isFiller(text: string): boolean {
  return areOfIt(text.replace(screens, ' ').replace(anyAtLast, ' '), whole)
}
/** A verb and its noun, or a verb and its moment, are no farther apart. */
const [far, near, mostLater] = [44, 24, 34]

const ofSeconds = /second|seg|sec|sek|vteřin|сек|saniye|秒|초/iu
/** Somebody says that it came at once: nothing is left open. */
export const isAtOnce = (text: string): boolean =>
  [...text.matchAll(atOnce)].some(({ index }) => !not.test(text.slice(0, index))) ||
  quantitiesIn(text).some(
    ({ role, least, start, end }) =>
      role !== 'limit' &&
      least < 60 &&
      ofSeconds.test(text.slice(start, end)) &&
      (least > 1 || /^\p{L}?\s*(?:$|[.,;:!?)])/u.test(text.slice(end))),
  )
/** Somebody says that nothing came, or waits. */
export const isLeftOpen = (text: string): boolean => nothing.test(text) || /…|\.\.\.\s*$/u.test(text)

export function shownIn(here: Here, begun: Begun | undefined, beganAt: Moment | undefined, wasOpen: boolean): Ended | undefined {
  const { text, kinds, carried, stamp, from } = here
  const moments = here.moments.filter(moment => moment !== beganAt)
  const quantities = quantitiesIn(text)
  // Names of what was typed are no others, and neither are times.
  const bare = without([...kinds, ...moments, ...quantities, ...(beganAt ? [beganAt] : [])], text)
  for (const { place, isAlone } of shownPlaces(here, bare, beganAt)) {
    const named = kinds.findLast(({ start }) => start < place.start)?.kind
    const kind: Kind | undefined = named ?? carried ?? begun?.kind
    if (!kind || !isStated(place, here) || isDenied(place, text)) continue
    if (kind === 'report' && !isAlone && !archive.test(text.slice(place.start, place.end))) continue
    const clause = withoutMachines(
      text
        .slice(from, place.end)
        .split(/[.;,，、。]/u)
        .at(-1)!,
    )
    if (others.test(clause) || othersAnswer.test(clause)) continue
    const at = momentAt(place, moments, text)
    const seconds = at ? undefined : laterAt(place, quantities, text)
    if (seconds !== undefined) return { kind, at: undefined, isOver: true, seconds }
    if (at) return { kind, at, isOver: true }
    if (!stamp || begun?.kind !== kind || !endsThere(place, bare)) continue
    const told = quantitiesIn(here.sentence.after.slice(0, 60))[0]
    const isLate = wasOpen || atLast.test(clause) || quantities.some(isLong) || (told !== undefined && isLong(told) && told.start < 12)
    if (isLate) return { kind, at: stamp, isOver: true }
  }
  return undefined
}
const isLong = ({ role, least }: Quantity) => role === 'lasting' && least > 120

interface Shown {
  readonly place: Place
  readonly isAlone: boolean
}

function shownPlaces(here: Here, bare: string, beganAt: Moment | undefined): Shown[] {
  const { text, from } = here
  const found: Shown[] = []
  for (const noun of placesOf(results, here)) {
    const place = withVerb(noun, text, bare, from)
    if (place && isOwn(noun, bare, from)) found.push({ place, isAlone: false })
  }
  for (const place of placesOf(eastern, here)) found.push({ place, isAlone: false })
  for (const place of placesOf(byThen, here)) found.push({ place, isAlone: true })
  for (const place of placesOf(aloneWords, here))
    if (isOfIt(place, { ...here, text: text.replace(anyAtLast, word => ' '.repeat(word.length)) }, beganAt?.end))
      found.push({ place, isAlone: true })
  return found
}

/** The noun with its verb behind or before it; without one where its moment follows at once. */
function withVerb(noun: Place, text: string, bare: string, from: number): Place | undefined {
  const behind = bare.slice(noun.end, noun.end + far + 14)
  for (const { 0: said, index } of behind.matchAll(appearsAll)) {
    if (index > far) break
    if (!/[.;,:]/.test(behind.slice(0, index)) && isFiller(behind.slice(0, index)))
      return { start: noun.start, end: noun.end + index + said.length }
  }
  const ahead = bare.slice(Math.max(from, noun.start - far), noun.start)
  const got = answered.exec(ahead)
  if (got && endsThere(noun, bare)) return { start: noun.start - got[0].length, end: noun.end }
  for (const { 0: said, index } of ahead.matchAll(appearsAll)) {
    const gap = ahead.slice(index + said.length)
    if (gap.length <= near && !/[.;,:]/.test(gap) && isFiller(gap) && endsThere(noun, bare))
      return { start: noun.start - (ahead.length - index), end: noun.end }
  }
  return /^ ?:? ?(?:(?:at|um|à|a las|alle(?: ore)?|às|om|kl\.?|klo|o|v|ve|в|saat) )?\d/iu.test(text.slice(noun.end)) &&
    !/^\S*\d/.test(bare.slice(noun.end))
    ? noun
    : undefined
}

/** What stands right before the noun is an article, or nothing. */
function isOwn(noun: Place, bare: string, from: number): boolean {
  const ahead = bare.slice(from, noun.start)
  if (possessed.test(ahead)) return false
  const last = /(?:^|[\s(«„“"])([^\s(«„“"]+)\s?$/u.exec(ahead)?.[1]
  return last === undefined || /[.,;:!?–—-]$/u.test(last) || isFiller(last) || appears.test(last) || joins.test(last)
}

function isDenied({ start, end }: Place, text: string): boolean {
  const said = text.slice(start, end + near)
  if (
    !not.test(text.slice(0, start)) &&
    !/(?<!\p{L})(?:not|never|nicht|nie|pas|jamais|nunca|não|non|mai|niet|nooit|inte|ikke|ne|не|hiç)(?!\p{L})/iu.test(text.slice(start, end))
  )
    return false
  return !/(?<!\p{L})(?:until|till|before|bis|vor|avant|qu['’]à|hasta|até|antes|fino|prima|tot|voor|förrän|før|do|aż|než|až|до|пока)(?!\p{L})/iu.test(
    said,
  )
}

/** When somebody looked again, it had been there for long. */
const cameBack =
  /(?<!\p{L})(?:when|once|after|as|als|nachdem|wie|quand|lorsque|cuando|quando|toen|när|da|když|gdy|kiedy|когда) (?:i|we|he|she|ich|wir|er|sie|je|nous|il|elle|yo|io|eu|ik|wij|jag|vi|jeg|já|jsem|ja|я|мы)(?!\p{L})[^.;]{0,30}$/iu
function momentAt(place: Place, moments: readonly Moment[], text: string): Moment | undefined {
  const within = (one: Place) => one.start >= place.start && one.end <= place.end
  return (
    moments.find(within) ??
    moments.find(
      ({ start }) =>
        start >= place.end && start - place.end <= near && !/[.;,，、。]/u.test(text.slice(place.end, start).replace(/\.(?= ?\d)/, '')),
    ) ??
    moments.findLast(
      one =>
        one.end <= place.start &&
        !cameBack.test(text.slice(0, one.start)) &&
        gapBetween(one, place) <= near &&
        !/[.;。]/u.test(text.slice(one.end, place.start)),
    )
  )
}

/** "Six minutes later", or "a quarter of an hour, then". */
function laterAt(place: Place, quantities: readonly Quantity[], text: string): number | undefined {
  for (const { role, least, start, end } of quantities) {
    const gap = gapBetween(place, { start, end })
    if (gap > mostLater || /[.;。]/u.test(text.slice(Math.min(end, place.end), Math.max(start, place.start)))) continue
    if (role === 'ago' && laterBehind.test(text.slice(end))) return least
    if (role !== 'lasting' || least === 0) continue
    if (end <= place.start && joins.test(text.slice(end, place.start))) return least
    if (start >= place.end && /^ ?kadar\b/u.test(text.slice(place.end, start))) return least
  }
  return undefined
}

/** Nothing else is named behind it in its clause. */
const endsThere = ({ end }: Place, bare: string): boolean => isFiller(bare.slice(end).split(/[.,;:!?–—…。，、！()（]/u, 1)[0]!)
