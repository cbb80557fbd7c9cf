import { later } from '../lines/later.ts'
import { anyOf, valued } from './vocabulary.ts'
import { ofCluster } from './words/cluster.ts'
import { timeIsUp } from './words/limits.ts'
import { asEvent, tooLong } from './words/longer.ts'

/** How a sentence says that something ran out of its time. */

const numberWords = [...valued('numbers')]
  .filter(([, value]) => value >= 2)
  .map(([word]) => word)
  .sort((one, other) => other.length - one.length)
const edge = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])`
/** Two or more of something. */
export const many = `(?:(?<![\\d:.,/_-])(?:[2-9]|[1-9]\\d{1,3})(?![\\d:.,/_-]|\\s?(?:${anyOf('second', 'minute', 'hour')}|s|h|ms)(?!\\p{L}))|${edge}(?:${numberWords.join('|')})(?!\\p{L})|${anyOf('several')})`
/** "20 s", "twenty seconds". */
const quantity = `(?:(?:\\d{3,6}(?= ?ms)|(?:its|their|the (?:whole|allowed)|seine[rn]?|ihre[rn]?|sa|son|su|sua|suo|zijn|sin|swoj\\p{L}{1,2}|sv[ůo]\\p{L}?|сво\\p{L}{1,2})(?= (?:own )?(?:${anyOf('minute')}))|\\d{1,4}(?:[.,]\\d{1,2})?|${numberWords.join('|')}))[\\s-]{0,2}(?:${anyOf('second', 'minute')}|(?<=\\d ?)(?:ms|s|с|m)(?![\\p{L}\\d]))\\p{L}{0,4}`
const between = '[^.!?;。]{0,50}?'
const short = '[^.!?;。]{0,28}?'
const no = `(?:${anyOf('not')}|n['’]t(?!\\p{L}))`
const inTime = '(?:in time|rechtzeitig|op tijd|i tid|à temps|a tiempo|a tempo|in tempo|na czas|včas|вовремя|zamanında)(?!\\p{L})'
const timeOut =
  '(?:time-?outs?|time out|timed out|Zeitüberschreitung|dépassement (?:de|du) délai|tiempo (?:de espera )?agotado|tempo (?:limite )?(?:esgotado|scaduto)|таймаут\\p{L}*|тайм-аут\\p{L}*|zaman aşımı\\p{L}*)'

const overLimit = [
  `(?:${anyOf('exceeded')})${between}(?:${anyOf('limit')}|${quantity})`,
  `(?:${anyOf('limit')})${short}(?:${anyOf('exceeded')})`,
  String.raw`(?<!\p{L})tim(?:ed|es|ing) ?out(?!\p{L})|OCF_TIMEOUT|超时(?!时|设|值|的|为|是)|逾[时時]|タイムアウト(?:し|とな|にな)|(?<=[がもはで、 ])タイムアウト(?=[。((、,]|\s|$)|타임아웃(?:됐|되|이 발생|났|으로)|시간 ?초과`,
]
const asTimeOut = [
  `(?<!\\p{L})(?:as an?|as|als|wegen|mit|mit einem|in (?:een|einen|den|die|eine|das)|due to an?|by|par|en|con|con un|por|por un|per|in|z powodu|kvůli|на|по|with an?) (?:\\p{L}{1,8} )?["'“„«]?${timeOut}`,
  `\\(${timeOut}\\)`,
]
/** The clause says first that it was not done. */
const notWithin = [
  `${no}(?:[^.!?;。]{0,60}?(?:${ofCluster('within')})${short}(?:${quantity}|(?!time-?outs?)${anyOf('limit')})|(?:[^.!?;。]{0,60}?(?:within|innerhalb|binnen|inom|inden for|dentro|entro|dans)\\s[^.!?;。]{0,16}?time-?out)|[^.!?;。]{0,40}?${inTime})`,
  `(?<!\\p{L})(?:hann|hunt|nådde|rakk|nåede|mancato|manquait|tardó más|nie zdążył\\p{L}?|nestihl\\p{L}?|не успел\\p{L}?)(?!\\p{L})[^.!?;。]{0,60}?(?:${quantity})`,
  `(?:${quantity}|${anyOf('limit')})\\s?(?:içinde|以内|之内|内|안에|이내|で(?=は?(?:終わら|止まら|(?:完了|終了|停止)し?[せな]))|(?:経|た|過ぎ)(?:っ)?ても)[^.!?;。]{0,24}?(?:\\p{L}{1,14}m[ae]d[ıi](?!\\p{L})|ず|なかった|ません|没|未|못|않)`,
]
const killed = [
  `(?:${ofCluster('killed')})[^.!?;。]{0,24}?(?<!\\p{L})(?:after|nach|na|efter|etter|après|tras|a los|após|dopo|po|через|после|at|with)(?!\\p{L})[^.!?;。]{0,12}?\\d{2,4}`,
]

const joined = (patterns: readonly string[]) => later(patterns.join('|'), 'giu')
/** Each of its own: together they are many times slower, because nothing tells any more how a match must begin. */
const lates = [
  joined([...overLimit, ...asTimeOut, ...killed, timeIsUp]),
  ...[...asEvent(timeOut), ...tooLong(quantity)].map(one => later(one, 'giu')),
]
const undone = joined(notWithin)
const denied = later(`(?:${no})(?:\\s["'“„«]?\\p{L}{1,12}){0,2}\\s["'“„«(]?$`, 'iu')
const deniedBefore = /(?:没有?|未|无|不会|從未|从未)(?:再)?(?:出现|发生)?$/u
const deniedBehind = /^(?:\s?없이|되지|\p{L}{0,3}지 ?않|した?(?:こと|ませんで|ていま?せ|なか)|しませんで|ことは?あり|なし|せず)/u
const isDenied = (text: string, start: number, end: number) =>
  denied.test(text.slice(Math.max(0, start - 40), start)) ||
  deniedBefore.test(text.slice(Math.max(0, start - 6), start)) ||
  deniedBehind.test(text.slice(end - (/[し됐되]$/u.test(text.slice(start, end)) ? 1 : 0), end + 12))
/** How long the limit is, or should be. */
const setting =
  /^[\s:=(]{0,3}(?:is|was|are|of|to|for|set|value|setting|should|must|ist|soll|est|es|è|é|jest|je|van|von|de|di)(?!\p{L})[^.!?;]{0,24}\d|(?<!\p{L})(?:(?:increas|rais|extend|chang|erhöh|gesetzt|augment|aument|zwiększ|zvýš|увелич)\p{L}*|sets?|setting)(?!\p{L})[^.!?;]{0,30}$/iu

export interface Place {
  readonly start: number
  readonly end: number
}
const most = 30

/** Where a sentence says so, and does not deny it. */
export function latesIn(text: string): readonly Place[] {
  const known = seen.get(text)
  if (known) return known
  if (seen.size >= mostSeen) seen.clear()
  const places = placesIn(text)
  seen.set(text, places)
  return places
}
/** Operations and checks ask for the same sentences, one after the other. */
const seen = new Map<string, readonly Place[]>()
const mostSeen = 2000
/** Nobody writes longer sentences; in a row of a program each of these patterns costs. */
const longest = 800

function placesIn(text: string): Place[] {
  const found: Place[] = []
  for (const { 0: said, index } of text.matchAll(undone)) found.push({ start: index, end: index + said.length })
  const measure = text.length > longest ? undefined : measuredOver(text)
  if (measure) found.push(measure)
  for (const { 0: said, index } of (text.length > longest ? lates.slice(0, 1) : lates).flatMap(late => [...text.matchAll(late)])) {
    const end = index + said.length
    if (found.some(place => place.start <= index && place.end >= end)) continue
    if (!isDenied(text, index, end) && !isSetting(text, index, end, said)) found.push({ start: index, end })
    if (found.length > most) break
  }
  return found
}
/** "It took 64 s where 60 are allowed": both numbers stand there. */
const measured = later(
  `(?<![\\d.,:])(?<took>\\d{1,4}(?:[.,]\\d{1,3})?)\\s?(?:${anyOf('second')}|(?<=\\d ?)s)[^.!?;\\d]{0,40}?(?<!\\p{L})(?:allowed|allows|permitted|limit(?: (?:is|was|of))?|where|erlaubt\\p{L}*|Limit|limite|límite|limiet|gräns|grænse|limit\\p{L}*|лимит\\p{L}*|при|при лимите|statt|instead of|au lieu de|en lugar de|invece di|in plaats van)(?!\\p{L})[^.!?;\\d]{0,16}?(?<limit>\\d{1,4})(?![\\d:.])(?=\\s?(?:${anyOf('second')}|s|is|are|were|sind|waren|allowed|erlaubt|permitid|consentit|\\W|$))`,
  'giu',
)
function measuredOver(text: string): Place | undefined {
  for (const { 0: said, index, groups } of text.matchAll(measured)) {
    const [took, limit] = [Number(groups!.took!.replace(',', '.')), Number(groups!.limit)]
    if (took > limit && took < limit * 3) return { start: index, end: index + said.length }
  }
  return undefined
}
const isSetting = (text: string, start: number, end: number, said: string) =>
  !/\d/.test(said) &&
  /time-?out/i.test(said) &&
  (setting.test(text.slice(end, end + 40)) || setting.test(text.slice(Math.max(0, start - 40), start)))

export function placesOf(pattern: RegExp, text: string): Place[] {
  const found: Place[] = []
  for (const { 0: said, index } of text.matchAll(pattern)) {
    found.push({ start: index, end: index + said.length })
    if (found.length > most) break
  }
  return found
}
/** How far two places are from each other. */
export const gap = (one: Place, other: Place): number => Math.max(one.start - other.end, other.start - one.end, 0)
export function nearest<T extends Place>(places: readonly T[], to: Place): T | undefined {
  let best: T | undefined
  for (const place of places) if (best === undefined || gap(place, to) < gap(best, to)) best = place
  return best
}

/** What joins a clause that tells of something else. */
export const breaks =
  /(?<!\p{L})(?:but|while|whereas|although|aber|während|mais|alors que|pero|mientras|mas|enquanto|ma|mentre|ale|podczas|но|а(?! также)|maar|terwijl|men|medan|ama)(?!\p{L})/iu
