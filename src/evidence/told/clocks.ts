import { later } from '../lines/later.ts'
import type { Quantity } from './quantities.ts'
import { anyOf } from './vocabulary.ts'

/** Two times of the day of which one is the beginning and the other the end: "from 10:12 until 11:26", "partito alle 10:12, finito alle 11:26". */

const clock =
  /(?<![\d.:,/-])(?<hours>[01]?\d|2[0-3])(?:[:h]|\.(?=[0-5]\d(?![\d.])))(?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d))?(?![\d:%]|\.\d)|(?<![\d.:,/-])(?<hour>[01]?\d|2[0-3])\s?(?:[時时点點시]|Uhr)(?!间|間)(?:\s?(?<past>[0-5]?\d)(?:\s?[分분])?|(?<half>半))?/gu
/** In a sentence that may name one, the first time of the day, as seconds since midnight. */
export function secondOfDay(text: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = plainClock.exec(text) ?? []
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
const plainClock = /(?<![\d.:])([01]?\d|2[0-3])[:h]([0-5]\d)(?::([0-5]\d))?(?![\d:]|\.\d)/u

/** Words that stand between the verb and the time. */
const joint = String.raw`(?:[\s'’:(]{1,3}(?:\p{L}{1,12}[\s'’]{1,2}){0,3})`
const begun = later(
  `(?:${anyOf('began', 'from')}|(?<!\\p{L})(?:since|seit|depuis|desde|dal(?:le)?|sinds|od|sedan|siden|с)(?!\\p{L}))${joint}?$`,
  'iu',
)
/** It goes on: so long at least. */
const now = "(?:it is|it['’]s|now|jetzt|nun|maintenant|là|ahora|agora|adesso|ora|nu|teraz|teď|сейчас|şimdi|現在|今|现在|지금)"
const until = later(
  `^[,;(]? ?(?:and |und |et |y |e |i |a |и )?(?<!\\p{L})${now}(?: (?:ist es|il est|son las|são))?[\\s:]{0,2}$|^[^.!?]{0,60}?(?:${anyOf('ended', 'until')})(?:[がはに]|${joint})?$|^\\s{0,2}(?:[-–—→~～]|->)\\s{0,2}$`,
  'iu',
)
/** Behind the times, as in Turkish, Japanese and Korean. */
const begunBehind = later(`^['’]?\\p{L}{0,6}\\s?(?:${anyOf('began')})`, 'iu')
const endedBehind = later(`^['’]?\\p{L}{0,4}\\s?(?:${anyOf('ended')})`, 'iu')
const farthest = 80
const day = 24 * 60 * 60

/** Hours alone, where both are said to be ones: "od 15 do prawie 17", "von 9 bis kurz vor 11 Uhr". */
const hour = (name: string) => `(?<${name}>[01]?\\d|2[0-4])(?![\\d:.,]*\\d)`
const nearly =
  '(?:(?:almost|nearly|about|just before|past|well past|fast|kurz vor|etwa|ca\\.|nach|presque|vers|environ|casi|las|cerca de las|casi las|quase|as|cerca das|quase às|quase as|às|quasi|circa|le|bijna|na|ongeveer|nästan|strax före|næsten|nesten|prawie|około|po|téměř|skoro|asi|почти|около|примерно) ){0,2}'
const ofHours = later(
  `(?<!\\p{L})(?:from|von|de|depuis|desde|das|dalle(?: ore)?|van|från|fra|od|с)(?: las)? ${hour('from')}(?: ?(?:Uhr|h|uur|godz\\.?|hod\\.?|часов))? (?:to|till|until|bis|à|jusqu['’]à|a|hasta|até|alle|fino alle|tot|til|till|do|до) ${nearly}${hour('to')}(?= ?(?:Uhr|h|heures|horas|uur|godz\\.?|hod\\.?|часов|o['’]clock|am|pm)(?!\\p{L})|[.,;:!)]|$| (?:on|auf|sur|su|en|em|no|na|op|på|and|und|et|y|e|i|a|и|en|but|aber)(?!\\p{L}))`,
  'giu',
)
function hourSpansIn(text: string): Quantity[] {
  return [...text.matchAll(ofHours)].flatMap((match): Quantity[] => {
    const { from, to } = match.groups!
    // "Almost" may be a quarter of an hour less; who names no minute rounds.
    const hours = (Number(to) - Number(from) + 12) % 12
    const least = hours * 3600 - 1200
    return least > 0 ? [{ start: match.index, end: match.index + match[0].length, least, role: 'lasting' }] : []
  })
}

/** From each beginning to its end; where nobody says which day, the end is on the next one at most. */
export function clockSpansIn(text: string): Quantity[] {
  const clocks = [...text.matchAll(clock)]
  return [...hourSpansIn(text), ...spansOf(clocks, text)]
}
const spansOf = (clocks: readonly RegExpExecArray[], text: string) =>
  clocks.flatMap((from, i): Quantity[] => {
    const to = clocks[i + 1]
    if (!to) return []
    const start = from.index
    const between = text.slice(start + from[0].length, to.index)
    const end = to.index + to[0].length
    if (between.length > farthest) return []
    const isBegun = begun.test(text.slice(Math.max(0, start - 40), start)) || begunBehind.test(between)
    const isEnded = until.test(between) || endedBehind.test(text.slice(end, end + 24))
    const isRange = /^\s{0,2}(?:[-–—→~～]|->|to|bis|à|a|do|до|tot|till|until)\s{0,2}$/iu.test(between)
    if (!(isRange || (isBegun && isEnded))) return []
    return [{ start, end, least: (secondOf(to) - secondOf(from) + day) % day, role: 'lasting' }]
  })

const secondOf = ({ groups = {} }: RegExpMatchArray) =>
  groups.hour
    ? Number(groups.hour) * 3600 + Number(groups.past ?? (groups.half ? 30 : 0)) * 60
    : Number(groups.hours) * 3600 + Number(groups.minutes) * 60 + Number(groups.seconds ?? 0)
