import { later } from '../lines/later.ts'
import { valued } from './vocabulary.ts'

/** Times of the day as people name them: in digits, with "o'clock", or in words ("half past eight", "las nueve y cuarto", "halb neun"). */
export interface Moment {
  readonly start: number
  readonly end: number
  /** Seconds since midnight; since the hour began, where no hour is named. */
  readonly second: number
  /** After so many seconds the same is told again: a day, half a day for words, an hour where no hour is named. */
  readonly round: number
  readonly hasSeconds: boolean
}
const [hour, halfDay, day] = [3600, 43_200, 86_400]

const numbers = [...valued('numbers')].filter(([, value]) => Number.isInteger(value) && value >= 1 && value <= 59)
const words = numbers
  .map(([word]) => word)
  .sort((one, other) => other.length - one.length)
  .join('|')
const valueOf = new Map(numbers)
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 }
const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
/** A number of an hour or of minutes, in digits or in words. */
const n = `(?:[0-5]?\\d|(?:${Object.keys(tens).join('|')})[- ](?:one|two|three|four|five|six|seven|eight|nine)|${words}|eins|${teens.join('|')})`
/** One in words: digits may be something else. */
const word = `(?:${words})`
const before = '(?<![\\d.:,/\\p{L}-])'
const after = '(?![\\p{L}\\d%]|[.,:]\\d)'

/** Each with the seconds that it adds to the hour it names; `past` stands for minutes. */
const forms: readonly (readonly [RegExp, number])[] = [
  [later(`${before}(?:a )?quarter past(?: (?<hour>${n}))?${after}`, 'giu'), 900],
  [later(`${before}half past(?: (?<hour>${n}))?${after}`, 'giu'), 1800],
  [later(`${before}(?:a )?quarter to (?<hour>${n})${after}`, 'giu'), -900],
  [later(`${before}(?<past>${n}) (?:minutes )?past(?: (?<hour>${n}))?${after}`, 'giu'), 0],
  [later(`${before}(?<to>${n}) (?:minutes )?to (?<hour>${n})${after}`, 'giu'), 0],
  [later(`${before}(?:viertel nach|kwart over|kvart över|kvart over) (?<hour>${n})${after}`, 'giu'), 900],
  [later(`${before}(?:viertel vor|kwart voor|kvart i|kvart på) (?<hour>${n})${after}`, 'giu'), -900],
  [later(`${before}(?:dreiviertel) (?<hour>${n})${after}(?! ?stunde)`, 'giu'), -900],
  [
    later(
      `${before}(?:halb|half|halv) (?<hour>${n})${after}(?! (?:hours?|minutes?|seconds?|stunden?|minuten?|sekunden?|uur|timer?))`,
      'giu',
    ),
    -1800,
  ],
  [later(`${before}(?<past>${n}) (?:(?:minuten )?nach|over|över) (?<hour>${n})${after}`, 'giu'), 0],
  [later(`${before}(?<past>${n}) (?:minuten )?(?:vor|voor) halb (?<hour>${n})${after}`, 'giu'), -3600],
  [
    later(
      `(?<=(?<!\\p{L})(?:l[ae]s?|às?|alle|le ore) )(?<hour>${n}) (?:y|e) (?<past>${n})(?! ?(?:minut|segund|second|hora|ore))${after}`,
      'giu',
    ),
    0,
  ],
  [
    later(
      `(?<=(?<!\\p{L})(?:l[ae]s?|alle|le ore) )(?<hour>${n}) (?:menos|meno) (?<to>${n})(?! ?(?:minut|segund|second|hora|ore))${after}`,
      'giu',
    ),
    0,
  ],
  [later(`${before}(?<hour>${n}) heures? moins (?<to>${n})${after}`, 'giu'), 0],
  [later(`${before}(?<to>${word}) (?:minuten |minuter )?(?:vor|voor|före|før) (?<hour>${word})${after}`, 'giu'), 0],
  [later(`${before}(?<past>${n}) (?:minuten )?(?:nach|over|över) halb (?<hour>${n})${after}`, 'giu'), -1800],
  [later(`(?<=(?<!\\p{L})l[ae]s? |às? |alle |le |le ore )(?<hour>${n})(?: y cuarto| e un quarto| e quinze)${after}`, 'giu'), 900],
  [later(`(?<=(?<!\\p{L})l[ae]s? |às? |alle |le |le ore )(?<hour>${n})(?: y media| e mezz[ao]| e meia)${after}`, 'giu'), 1800],
  [later(`(?<=(?<!\\p{L})l[ae]s? |alle |le |le ore )(?<hour>${n})(?: menos cuarto| meno un quarto)${after}`, 'giu'), -900],
  [later(`${before}(?<hour>${n}) heures? et (?:le )?quart${after}`, 'giu'), 900],
  [later(`${before}(?<hour>${n}) heures? et demie${after}`, 'giu'), 1800],
  [later(`${before}(?<hour>${n}) heures? moins le quart${after}`, 'giu'), -900],
  [later(`${before}(?:wpół do|v půl|půl) (?<hour>${n})${after}`, 'giu'), -1800],
]
/** The full hour, behind a word for "at": other numbers are none. */
const full =
  /(?<=(?<!\p{L})(?:las|às|alle(?: ore)?|passadas (?:d)?as|pasadas las|after|past|um|gegen|kurz nach|om|kl\.?|klockan|o godz\.|в|около) )(?<hour>[01]?\d|2[0-3])(?![\p{L}\d:%/.,-]*\d)(?! ?(?:s|m|h|%|секунд|сек|минут|мин|дн|уз|нод|кластер|sek|min|std|stunden|sekund|uur|dagar|timmar)(?!\p{L}))(?!\s\p{L}+[:=])/giu
const digits =
  /(?<![\d.:/-]|\d,)(?<hour>[01]?\d|2[0-3])(?:[:h](?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?|\.(?<dotted>[0-5]\d)(?![\d.%])(?= |\)|,|$|[-–—;]))(?![\d:%]|\.\d|\s?(?:s|sec|min|ms|[GMk]i?B|GHz|%)(?!\p{L}))/gu
const eastern = /(?<![\d.:,/-])(?<hour>[01]?\d|2[0-3])\s?[時时点點시](?!间|間|간)(?:\s?(?:(?<minute>[0-5]?\d)\s?[分분]|(?<half>半|반)))?/gu
/** "2pm": without minutes. */
const halfDays = /(?<![\d.:,/-])(?<hour>1[0-2]|[1-9]) ?(?<half>[ap])\.?m(?![\p{L}\d])/giu
const halves = /(?:\s|^)(?<half>p\.?m|a\.?m)(?![\p{L}])/iuy

/** All that a sentence names, from left to right. */
export function momentsIn(text: string): Moment[] {
  const found: Moment[] = []
  const add = (match: RegExpMatchArray, second: number, round: number, hasSeconds = false) => {
    const [start, end] = [match.index!, match.index! + match[0].length]
    if (!found.some(one => one.start < end && one.end > start))
      found.push({ start, end, second: (second + round) % round, round, hasSeconds })
  }
  for (const match of text.matchAll(digits)) {
    const { hour: h, minute, second, dotted } = match.groups!
    halves.lastIndex = match.index + match[0].length
    const half = halves.exec(text)?.groups?.half?.toLowerCase()
    const hours = half === undefined ? Number(h) : (Number(h) % 12) + (half.startsWith('p') ? 12 : 0)
    add(match, hours * hour + Number(minute ?? dotted) * 60 + Number(second ?? 0), day, second !== undefined)
  }
  for (const match of text.matchAll(halfDays))
    add(match, ((Number(match.groups!.hour) % 12) + (match.groups!.half!.toLowerCase() === 'p' ? 12 : 0)) * hour, day)
  for (const match of text.matchAll(eastern)) {
    const { hour: h, minute, half } = match.groups!
    add(match, Number(h) * hour + Number(minute ?? (half ? 30 : 0)) * 60, day)
  }
  for (const [form, seconds] of forms)
    for (const match of text.matchAll(form)) {
      const { hour: h, past, to } = match.groups!
      const minutes = (past === undefined ? 0 : numberOf(past)) - (to === undefined ? 0 : numberOf(to))
      if (h === undefined) add(match, seconds + minutes * 60, hour)
      else if (numberOf(h) <= 24) add(match, numberOf(h) * hour + seconds + minutes * 60, halfDay)
    }
  for (const match of text.matchAll(full)) {
    const hours = Number(match.groups!.hour)
    add(match, hours * hour, hours > 12 ? day : halfDay)
  }
  return found.sort((one, other) => one.start - other.start)
}

function numberOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  const known = valueOf.get(word.toLowerCase())
  if (known !== undefined) return known
  if (word.toLowerCase() === 'eins') return 1
  const teen = teens.indexOf(word.toLowerCase())
  if (teen >= 0) return 13 + teen
  const [ten = '', one = ''] = word.toLowerCase().split(/[- ]/)
  return (tens[ten] ?? 0) + (valueOf.get(one) ?? 0)
}

/** Seconds from one moment to another: as few as both allow, and fewer where neither names the second. */
export function between(from: Moment, to: Moment): number {
  const round = Math.min(from.round, to.round)
  const long = (((to.second - from.second) % round) + round) % round
  return from.hasSeconds && to.hasSeconds ? long : Math.max(0, long - 59)
}
