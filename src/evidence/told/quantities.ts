import { later } from '../lines/later.ts'
import { anyOf, anyValued, valued } from './vocabulary.ts'

/** A duration that a sentence names. */
export interface Quantity {
  readonly start: number
  readonly end: number
  /** Seconds that it lasted at least; 0 where only a bound from above is told. */
  readonly least: number
  /** What it is in its sentence: how long something lasted, how long ago or how often it was, how it was before, what is allowed. */
  readonly role: 'lasting' | 'ago' | 'every' | 'usual' | 'limit'
}

const numbers = valued('numbers')
const spans = valued('spans')
const han: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** "A good two minutes", "ne knappe Minute": between the number and its unit. */
const adjectives =
  '(?<!\\p{L})(?:gut(?:e[nr]?)?|knappe[nr]?|volle[nr]?|ganze[nr]?|geschlagene[nr]?|lange[nr]?|good|full|solid|whole|long|entire|bonnes?|longues?|buen[oa]s?|larg[oa]s?|bo[na]s|long[oa]s|buon[ie]|lungh[ie]|goede|volle|lange|kleine|god[at]?|hel[at]?|dobr\\p{L}{1,3}|pełn\\p{L}{1,3}|dług\\p{L}{1,3}|dlouh\\p{L}{1,3}|cel\\p{L}{1,3}|целых|целые|долгих|tam)(?!\\p{L})(?= \\p{L})'
/** Between these and a word, `1:35` is no time of the day: minutes and seconds, or more. */
const took =
  '(?<!\\p{L})(?:takes?|took|needs?|needed|lasted|timed|measured|stopwatch:?|braucht|brauchte|dauert|dauerte|gestoppt|gemessen|stoppuhr:?|(?:a|ont|nous a) (?:mis|pris|duré)|met|prend|chrono:?|tard[aó]|demor[aó]|demorou|lev[ao]u?|cronometrado:?|impiega|(?:ha|hanno) impiegato|ci (?:ha )?mess[oe]|ci mette|duurt|duurde|tar|tog|tager|trwa|trwał\\p{L}?|zajęł\\p{L}|zajmuje|trvá|trval\\p{L}?|běžel\\p{L}?|běží|zabral\\p{L}?|занимает|занял\\p{L}?|шла|шло|выполнял\\p{L}{1,3}|висел\\p{L}?|sürdü|sürüyor)'
/** "Un'ora e un quarto", "час с четвертью": of the unit before it. */
const andQuarter =
  '(?<!\\p{L})(?:and a quarter|und (?:eine? viertel(?:stunde)?)|et (?:un )?quart|y (?:un )?cuarto|e (?:um )?quarto|e un quarto|en een kwart(?:ier)?|och en kvart|og (?:et|en) kvart(?:er)?|i kwadrans|a čtvrt|с четвертью)(?!\\p{L})'
/** One token of a duration: a number, a unit, or a word that joins or halves them. */
const token = later(
  [
    String.raw`(?<clock>(?<![\d.,:])\d{1,3}:[0-5]\d(?::[0-5]\d)?(?= ?(?:min|m\b|minut|Minut|h\b|hours?\b|мин|分|분|heures?\b|Std)))`,
    `(?<plain>(?<![\\d.,:/-])[0-9]:[0-5]\\d(?![\\d:%]|[.,]\\d| ?(?:uhr|am|pm|a\\.m|p\\.m|h(?!\\p{L})|o.clock|min|std))(?<=${took}(?: (?!(?:at|um|à|a|alle|o|в|om|kl|v|from|since|seit|till|until|bis)(?!\\p{L}))\\p{L}{2,10}\\.?){0,2} ~?\\d:\\d\\d))`,
    String.raw`(?<glued>(?<![\p{L}\d.,:])(?:\d{1,2}h)?\d{1,3}(?:['’′](?![’'])|m(?:in)?)[0-5]?\d(?:s|["”″]|''|(?![\d\p{L}]))|(?<![\p{L}\d.,:])\d{1,2}h[0-5]?\d(?:min|mn|m)(?![\p{L}\d])|(?<![\p{L}\d.,:]|(?:à|às|dès|vers|a las|alle|depuis|avant|le|um|o) )\dh[0-5]\d(?!\d))`,
    String.raw`(?<digits>(?<![\d.,:/_]|\p{Script=Latin}-?)\d{1,5}(?:[.,]\d{1,3})?(?![\d:]))`,
    `(?<span>${anyValued('spans')})`,
    `(?<adjective>${adjectives})`,
    `(?<andQuarter>${andQuarter})`,
    `(?<andHalf>${anyOf('andHalf')})`,
    `(?<half>${anyOf('half')})`,
    `(?<several>${anyOf('several')})`,
    `(?<number>${anyValued('numbers')}|[一二两兩三四五六七八九]?十[一二三四五六七八九]?(?!分(?!钟|鐘|間))|[一二两兩三四五六七八九])`,
    `(?<second>${anyOf('second')}|(?<=\\d ?)(?:s|с)(?![\\p{L}\\d]))`,
    `(?<minute>${anyOf('minute').replace(/\|分\|/g, '|分(?![の析布区别散配之野])|')}|(?<=\\d)m(?![\\p{L}])|(?<=\\d)['’′](?![\\p{L}\\d]))`,
    `(?<hour>${anyOf('hour')}|(?<=\\d ?)(?:h|ч)(?![\\p{L}\\d]))`,
    `(?<range>\\s?[-–—~～〜]\\s?|${anyOf('to')})`,
    '(?<more>多|余|來|来|[个個]|강|,)',
  ].join('|'),
  'giu',
)

type Kind = 'amount' | 'adjective' | 'vague' | 'andHalf' | 'half' | 'unit' | 'range' | 'whole' | 'more'
interface Token {
  readonly kind: Kind
  readonly value: number
  readonly start: number
  readonly end: number
}

const plural = /^(?:minutes|Minuten|minutos|minuti|minutter|minuter|hours|Stunden|heures|horas|uren|timmar)$/i

function tokenOf(match: RegExpMatchArray): Token {
  const groups = match.groups!
  const at = { start: match.index!, end: match.index! + match[0].length }
  const of = (kind: Kind, value: number): Token => ({ kind, value, ...at })
  if (groups.clock) return of('amount', clockValue(groups.clock))
  if (groups.plain) return of('whole', clockValue(groups.plain) * 60)
  if (groups.glued) return of('whole', gluedValue(groups.glued))
  if (groups.digits) return of('amount', Number(groups.digits.replace(',', '.')))
  if (groups.span) return of('whole', spans.get(groups.span.toLowerCase()) ?? spanLike(groups.span))
  if (groups.number) return of('amount', numberValue(groups.number.toLowerCase()))
  if (groups.several) return of('vague', 2)
  if (groups.half) return of('half', 0.5)
  if (groups.adjective) return of('adjective', 0)
  if (groups.andQuarter) return of('andHalf', 0.25)
  if (groups.andHalf) return of('andHalf', 0.5)
  if (groups.second) return of('unit', 1)
  if (groups.minute) return of('unit', 60)
  if (groups.hour) return of('unit', 3600)
  return of(groups.range ? 'range' : 'more', 0)
}

/** Spans are written with either apostrophe. */
const spanLike = (text: string) => [...spans].find(([word]) => later(`^${word}$`, 'iu').test(text))?.[1] ?? 0

/** `1:30` of the larger unit that stands behind it. */
function clockValue(text: string): number {
  const [first = 0, second = 0, third = 0] = text.split(':').map(Number)
  return first + second / 60 + third / 3600
}

/** `1m10s`, `2'30`, `1 min 30` without a blank. */
function gluedValue(text: string): number {
  const [, h, m] = /^(\d)h(\d\d)$/i.exec(text) ?? []
  if (h !== undefined) return Number(h) * 3600 + Number(m) * 60
  const [, whole, rest] = /^(\d{1,2})h(\d{1,2})m/i.exec(text) ?? []
  if (whole !== undefined && !/m(?:in)?\d/i.test(text)) return Number(whole) * 3600 + Number(rest) * 60
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(\d+)\D+(\d+)/i.exec(text) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

function numberValue(word: string): number {
  const known = numbers.get(word.replace(/-/g, ' ')) ?? numbers.get(word)
  if (known !== undefined) return known
  if (!word.includes('十')) return han[word] ?? 1
  const [tens = '', ones = ''] = word.split('十')
  return (han[tens] ?? 1) * 10 + (han[ones] ?? 0)
}

/** The durations in a sentence, each with its role. */
export function quantitiesIn(text: string): Quantity[] {
  const tokens = [...text.matchAll(token)].map(tokenOf)
  const found: Quantity[] = []
  for (let i = 0; i < tokens.length; ) {
    const read = quantityAt(tokens, i, text)
    if (read) found.push(withRole(read, text))
    i = read ? read.next : i + 1
  }
  return found
}

const alone = /^ ?(?:$|[.,;:)!]|prima|antes|avant|before|per |para |pra |pour |to |bis )/iu

interface Read {
  readonly seconds: number
  readonly start: number
  readonly end: number
  readonly next: number
}

function quantityAt(tokens: readonly Token[], first: number, text: string): Read | undefined {
  const start = tokens[first]!.start
  const near = (i: number) => {
    const next = tokens[i]
    return next && /^[\s\u00a0-]{0,2}$/.test(text.slice(tokens[i - 1]!.end, next.start)) ? next : undefined
  }
  let i = first
  let seconds: number | undefined
  let unit = 0
  if (tokens[i]!.kind === 'whole') {
    seconds = tokens[i]!.value
    // "Minutu a půl".
    if (seconds === 60 || seconds === 3600) unit = seconds
    i++
  } else {
    const amount = amountAt(tokens, i, near)
    if (amount) {
      i = amount.next
      if (near(i)?.kind === 'adjective') i++
      const of = near(i)
      if (of?.kind !== 'unit') return undefined
      unit = of.value
      seconds = amount.isVague ? vaguely(unit) : amount.value * unit
      i++
    } else if (tokens[i]!.kind === 'unit' && near(i + 1)?.kind === 'andHalf') {
      // "Hora y media".
      unit = tokens[i]!.value
      seconds = unit
      i++
    } else if (tokens[i]!.kind === 'unit' && plural.test(text.slice(start, tokens[i]!.end))) {
      seconds = vaguely(tokens[i]!.value)
      return { seconds, start, end: tokens[i]!.end, next: i + 1 }
    } else return undefined
  }
  // "une minute et demie", "一分半", "1 min 30", "2 minutes and 10 seconds".
  if (near(i)?.kind === 'andHalf' || (near(i)?.kind === 'half' && unit > 0 && near(i + 1)?.kind !== 'unit')) {
    seconds += near(i)!.value * unit
    i++
  } else if (unit > 1) {
    const joint = near(i)?.kind === 'range' || near(i)?.kind === 'more' ? 1 : 0
    const rest = near(i + joint)
    const of = near(i + joint + 1)
    if (rest?.kind === 'amount' && of?.kind === 'unit' && of.value < unit) {
      seconds += rest.value * of.value
      i += joint + 2
    } else if (
      joint === 1 &&
      unit === 3600 &&
      rest?.kind === 'amount' &&
      rest.value >= 5 &&
      rest.value < 60 &&
      alone.test(text.slice(rest.end))
    ) {
      // "Un'ora e quaranta".
      seconds += rest.value * 60
      i += 2
    } else if (joint === 0 && rest?.kind === 'amount' && /^[0-5]\d$/.test(text.slice(rest.start, rest.end))) {
      seconds += (rest.value * unit) / 60
      i++
    }
  }
  return { seconds, start, end: tokens[i - 1]!.end, next: i }
}

/** A number, a range of which the lower end counts, or a half. */
function amountAt(
  tokens: readonly Token[],
  first: number,
  near: (i: number) => Token | undefined,
): { value: number; next: number; isVague?: boolean } | undefined {
  const own = tokens[first]!
  // "En och en halv": one and a half.
  if (own.kind === 'half' || own.kind === 'andHalf')
    return { value: own.value + (own.end - own.start > 6 && own.kind === 'andHalf' ? 1 : 0), next: first + 1 }
  if (own.kind === 'vague') return { value: 2, next: first + 1, isVague: true }
  if (own.kind !== 'amount') return undefined
  const next = near(first + 1)
  if (next?.kind === 'andHalf' || (next?.kind === 'half' && near(first + 2)?.kind === 'unit'))
    return { value: own.value + next.value, next: first + 2 }
  if (next?.kind === 'more') {
    let i = first + 1
    while (near(i)?.kind === 'more') i++
    const isHalf = /half/i.test(near(i)?.kind ?? '')
    return { value: own.value + (isHalf ? 0.5 : 0), next: isHalf ? i + 1 : i }
  }
  if (next?.kind === 'range' && near(first + 2)?.kind === 'amount') return { value: own.value, next: first + 3 }
  return { value: own.value, next: first + 1 }
}

/** Who says "minutes" or "several minutes" means more than two. */
const vaguely = (unit: number) => 2 * unit + (unit === 60 ? 1 : 0)
const moreThan =
  'more than|over|well over|longer than|mehr als|länger als|über|plus de|más de|mais de|più di|oltre|ponad|więcej niż|přes|více než|více jak|более|больше|свыше|meer dan|ruim|langer dan|mer än|över|mer enn|mere end|over|超过|超過|több mint|yli|peste'
const ending = (fields: string) => later(`${fields}[\\s\\u00a0~≈(]{0,3}$`, 'iu')
const beginning = (fields: string) => later(`^[\\s\\u00a0]{0,2}${fields}`, 'iu')
const filler = ending(anyOf('about'))
const less = later(`(?:${anyOf('less')}|[<≤])[\\s\\u00a0~(]{0,3}$`, 'iu')
/** "Kommt nicht unter 35 Sekunden zurück". */
const notLess =
  /(?<!\p{L})(?:(?:nicht|nie|not|never|no|niet|nooit|inte|aldrig|non|mai|não|nunca|jamais|pas|nie|nigdy|ne|nikdy)(?: (?:in|en|em|w|v))? (?:unter|under|below|less than|onder|meno di|menos de|moins de|poniżej|mniej niż|pod)|не (?:меньше|менее)(?: чем за)?|quicker than never)[\s~]{0,2}$/iu
const perUnit = /(?<!\p{L})(?<!\d \p{L}{1,20} )(?:por|per|par)[\s~]$/iu
/** "20 messages per 10 min" stays a rate. */
const romance = /(?:secondi|minuti|ore|segundos?|minutos?|horas?|\dh\d+)$/iu
const ago = ending(anyOf('agoBefore'))
const every = ending(anyOf('every'))
const usual = later(`${anyOf('usual')}[^,.;:—]{0,14}$`, 'iu')
const within = beginning(anyOf('within'))
/** "5 min avant de rendre la main": until it was done, and not how long ago. */
const untilDone =
  "(?:avant (?:que |qu['’]|de \\p{L}+(?:er|ir|re|oir)(?!\\p{L})|d['’]\\p{L}+(?:er|ir|re|oir)(?!\\p{L}))|antes (?:de )?que |antes de \\p{L}+[aei]r(?!\\p{L})|prima (?:che |di \\p{L}+re(?!\\p{L})))"
const agoBehind = beginning(`(?!${untilDone})(?:(?:より|以上|多|정도|쯤|ほど)?${anyOf('ago')})`)
const everyBehind = /^\s?(?:毎|ごと|おき|間隔|마다|간격|interval|apart\b)/u
const usualBehind = /^\s?(?:より|代わり)/u
const limit =
  /(?:time-?outs?|limits?|Zeitlimit|Grenz\p{L}*|délai|plazo|límite|limite|prazo|лимит\p{L}*|таймаут\p{L}*|interval\p{L}*|TTL|budget|SLA|タイムアウト[はの]?値?|超时(?:时间)?[是为]?|타임아웃[은이]?|제한)(?: (?:of|is|was|set to|to|de|di|da|von|w|:|=|auf|на|в))?[\s:=(]{0,3}$/iu
const limitBehind =
  /^[\s-]{0,2}(?:(?:stop|start|monitor|default) )?(?:time-?outs?|limits?|Zeitlimit|limite|límite|лимит|tidsgräns|interval)(?!\p{L})/iu

/** Who says "more than" says more than the number. */
const more = later(`(?:${moreThan})\\s(?:\\p{L}{1,6}\\s)?$`, 'iu')
const moreBehind =
  /^(?: (?:y pico|y algo|e qualcosa|e pouco|e qualche|et quelques|et des poussières|z hakiem|z kawałkiem|с лишним|с хвостиком|с копейками|und (?:ein paar Zerquetschte|etwas)|and (?:a bit|something|change)|en nog wat|och lite)(?!\p{L})|\s?(?:이상|넘게|以上|余り|超|여|plus)|\+)/u

/** What a duration is, by the words before and behind it. */
function withRole({ seconds, start, end }: Read, text: string): Quantity {
  let before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 24)
  const of = (role: Quantity['role'], least = seconds): Quantity => ({ start, end, least, role })
  if (limit.test(before) || limitBehind.test(after)) return of('limit')
  if (agoBehind.test(after)) return of('ago')
  if (everyBehind.test(after)) return of('every')
  if (usualBehind.test(after) || usual.test(before)) return of('usual')
  const isBounded = within.test(after)
  const least = more.test(before) || moreBehind.test(after) ? seconds + 1 : seconds
  for (let i = 0; i < 4; i++) {
    if (notLess.test(before)) return of('lasting')
    if (less.test(before)) return of('lasting', 0)
    // "Per minute" is how often; "per 70 secondi" is how long.
    if (every.test(before) && !(perUnit.test(before) && romance.test(text.slice(start, end)) && ![1, 60, 3600].includes(seconds)))
      return of('every')
    if (ago.test(before)) return of('ago')
    const shorter = before.replace(filler, '')
    if (shorter === before) break
    before = shorter
  }
  return of('lasting', isBounded ? 0 : least)
}
