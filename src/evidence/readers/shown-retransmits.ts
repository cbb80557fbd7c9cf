import { later } from '../lines/later.ts'
import { mayQuote } from '../lines/quoted.ts'
import { tellsOfOwn, tellsWhen } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** What corosync logs when it asks for messages again. */
const asksAgain = /\[TOTEM *\] (?:orf_token_rtr )?Retransmit List: [0-9a-f]/
/** Nobody pastes thousands of lines: so many below one another show that they went on. */
const enough = 3
/** With words or a number beside them that say so, fewer do. */
const fewest = 2
/** Other lines of the log between them, lines of text above and below them. */
const [mostBetween, above, below] = [2, 8, 4]
/** Of a number without a time: a line a minute for hours is not yet one within a minute. */
const leastCounted = 100

/** That there are many, or that they do not end, in words. */
const many = later(
  '(?<!\\p{L})(?:hundreds|thousands|dozens|tons of|loads of|storms?|flood\\p{L}*|constant\\p{L}*|continuous\\p{L}*|endless\\p{L}*|again and again|over and over|all the time|non-?stop|full of|spam\\p{L}*|every (?:few |couple of )?(?:second|minute)s?|several (?:per|a) (?:second|minute)|in a loop|repeatedly|keeps? (?:repeating|coming)|and so on|hunderte|tausende|dutzende|flut|dauernd|ständig|laufend|ununterbrochen|immer wieder|im sekundentakt|massenhaft|voll (?:davon|mit|von)|usw|centaines|milliers|dizaines|tempête|en (?:boucle|continu|rafale)|sans (?:arrêt|cesse)|plein de|à répétition|cientos|miles|decenas|tormenta|avalancha|constante\\p{L}*|continuamente|sin parar|una y otra vez|lleno de|centenas|milhares|dezenas|tempestade|enxurrada|sem parar|cheio de|centinaia|migliaia|decine|tempesta|a raffica|di continuo|pieno di|honderden|duizenden|tientallen|voortdurend|aan de lopende band|vol met|hundratals|tusentals|hela tiden|hundrevis|hundredvis|hele tiden|setki|tysiące|dziesiątki|lawina|ciągle|bez przerwy|w kółko|pełno|stovky|tisíce|desítky|neustále|pořád dokola|сотн\\p{L}*|тысяч\\p{L}*|десятк\\p{L}*|шторм\\p{L}*|постоянно|непрерывно|сплошн\\p{L}*|без остановки|снова и снова|yüzlerce|binlerce|onlarca|sürekli|durmadan)(?!\\p{L})|大量|多発|頻発|連続|繰り返し|延々|毎秒|数百|数千|大批|成百上千|上千|不断|反复|持续|刷屏|频繁|一直在|대량|수백|수천|계속|반복|끊임없|연속으로',
  'iu',
)
/** A number of lines: `486 lines`, `총 486줄`. */
const counted =
  /(?<![\d.,:])(\d{1,3}(?:[ ,.'\u00a0]\d{3})+|\d{2,7}) ?(?:(?:such |more |of (?:these|them|those)|retransmit\p{L}* ?)?(?:lines|times|entries|messages)|of (?:these|them|those)|Zeilen|Mal(?!\p{L})|Einträge|lignes|fois|líneas|veces|linhas|vezes|righe|volte|regels|keer|rader|строк\p{L}*|раз(?!\p{L})|linii|razy|řádk\p{L}*|satır|行|件|回|条|次|줄|건|회|번)/iu
/** What a search for them counted, in the line of the command or below it. */
const search = /(?:grep\b.{0,80}Retransmit|Retransmit[ _]?(?:List|s).{0,80}(?:\bwc -l|\bcount)|\bcount(?:ed|s)?\b.{0,60}[Rr]etransmit)/i
const number = /(?<![\d.,:/-])(\d{1,3}(?:[ ,.'\u00a0]\d{3})+|\d{2,7})(?![\d:/-]|\.\d)/g
/** A row of a list of days. */
const ofDay = /^\W{0,4}\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[\s|,;\t]{1,8}(\d{2,7})\W*$/
/** A line of a program says nothing in words. */
const logged = /\[(?:TOTEM|KNET|QUORUM|MAIN|SYNC|CPG|VOTEQ|CFG) *\]|\w\[\d{1,9}\]: |\bkernel: /
/** It is over, or it is what was looked for and not found. */
const none = later(
  '(?<!\\p{L})(?:no|none|zero|without|never|not (?:a|one|any|many)|single|keine?|nur ein\\p{L}*|aucun\\p{L}*|ningun\\p{L}*|nenhum\\p{L}*|nessun\\p{L}*|geen|żadn\\p{L}*|žádn\\p{L}*|нет|ни одн\\p{L}*)(?!\\p{L})[^.,;]{0,24}(?:retransmi|Retransmit|lines?)',
  'iu',
)
const clock = /(?<!\d)(\d{1,2}):(\d\d):(\d\d)(?!\d)/

/** Retransmitted messages in an account of somebody's own: several lines of them, or a few where words or a number tell of many. */
export function shownRetransmits(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('Retransmit List: ') || mayQuote.test(context.path)) return []
  const head = text.slice(0, 16_384)
  if (!tellsOfOwn(head) && !tellsWhen(head)) return []
  const spots = spotsOf(text)
  const blocks = blocksOf(spots).filter(([, , count]) => count >= fewest)
  const shown = blocks.length > 0 && isCounted(spots) ? blocks[0] : blocks.find(block => areMany(block, spots))
  return shown ? [reading(context, 'said.retransmits', true, spots[shown[0]]!)] : []
}

/** Lines of what somebody cut out of a log; a log as a node keeps it has more, or lies where logs lie: there all lines can be counted. */
const mostCut = 100
const keptLog = /(?:^|\/)(?:var\/log|journal)\//
/** How many, and of how many lines one is such. */
const ofCut = { least: 3, oneOf: 4 }
/** While a node joins a few are nothing. */
const joins = /Members joined|\bjoined: \d|Corosync Cluster Engine|adding new UDPU member|Service engine loaded/

/** Retransmitted messages in lines that somebody cut out of a log: whoever cuts out hardly anything else found too many of them. */
export function cutRetransmits(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('Retransmit List: ') || mayQuote.test(context.path) || keptLog.test(context.path) || joins.test(text)) return []
  const spots = spotsOf(text).filter(spot => spot.text.trim() !== '')
  // Between words they are somebody's account, or a lesson.
  if (spots.some(({ text: line }) => !logged.test(line) && !clock.test(line))) return []
  const shown = spots.filter(spot => asksAgain.test(spot.text))
  return spots.length <= mostCut && shown.length >= ofCut.least && shown.length * ofCut.oneOf >= spots.length && isNear(shown)
    ? [reading(context, 'said.retransmits', true, shown[0]!)]
    : []
}
/** Three that are within ten minutes of one another, of lines in the order of their times. */
const isNear = (spots: readonly Spot[]) =>
  spots.some((spot, i) => i >= ofCut.least - 1 && isWithinMinutes(spots[i - ofCut.least + 1]!.text, spot.text))

type Block = [from: number, to: number, count: number]

/** By themselves, or by the words around them. */
function areMany([from, to, count]: Block, spots: readonly Spot[]): boolean {
  if (count >= enough && isWithinMinutes(spots[from]!.text, spots[to]!.text)) return true
  const around = [...spots.slice(Math.max(0, from - above), from), ...spots.slice(to + 1, to + 1 + below)]
  return around.some(({ text }) => !logged.test(text) && saysMany(text))
}

/** From where to where, and how many. */
function blocksOf(spots: readonly Spot[]): Block[] {
  const blocks: Block[] = []
  spots.forEach(({ text }, i) => {
    if (!asksAgain.test(text)) return
    const last = blocks.at(-1)
    if (last && i - last[1] <= mostBetween + 1) {
      last[1] = i
      last[2]++
    } else blocks.push([i, i, 1])
  })
  return blocks
}

/** Ten minutes, as far as the lines have times. */
function isWithinMinutes(first: string, last: string): boolean {
  const [one, two] = [clock.exec(first), clock.exec(last)]
  if (!one || !two) return true
  const seconds = (found: RegExpExecArray) => (Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3])
  return Math.abs(seconds(two) - seconds(one)) <= 600
}

const saysMany = (text: string): boolean =>
  !none.test(text) && (many.test(text) || Number(counted.exec(text)?.[1]?.replace(/\D/g, '') ?? 0) >= 10)

/** Whether a command that counts them stands beside a large number, or above a list of them. */
function isCounted(spots: readonly Spot[]): boolean {
  return spots.some(({ text }, i) => {
    const at = search.exec(text)
    if (!at) return false
    const behind = [text.slice(at.index + at[0].length), ...spots.slice(i + 1, i + 1 + above).map(spot => spot.text)]
    return behind.some(line => {
      const day = ofDay.exec(line)?.[1]
      return day === undefined ? !logged.test(line) && [...line.matchAll(number)].some(([, some]) => isMany(some!)) : isMany(day)
    })
  })
}
/** The year of a date is no count. */
const isMany = (some: string): boolean => Number(some.replace(/\D/g, '')) >= leastCounted && !/^(?:19|20)\d\d$/.test(some)
