import type { KnowledgeBase } from '../../kb/model.ts'
import { later } from '../lines/later.ts'
import { isQuestion } from './doubt.ts'
import { breaks, gap, latesIn, many, type Place, placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import type { ToldOperation } from './operations.ts'
import type { Sentence } from './sentences.ts'
import { type Thing, thingsIn } from './things.ts'
import { anyOf } from './vocabulary.ts'
import { ofCluster } from './words/cluster.ts'

/** What sentences tell of checks (and starts) that ran out of their time: two of them count where they are close to each other. */

const checking = later(`${ofCluster('checking')}|${anyOf('start')}`, 'giu')
const same = later(`${ofCluster('same')}[^.!?;。]{0,20}$`, 'iu')
const likewise = later(
  `^[^\\p{L}]{0,24}(?:(?:then|and|dann|und|puis|luego|poi|depois|toen|en|så|och|potem|pak|потом) )?(?:the )?(?:${ofCluster('same')})`,
  'iu',
)
const joins =
  /^["'`“”»’)*]{0,3}(?:\s?\([^)]{0,40}\))?(?:\s?[,、&+/]|\s(?:and|und|en|och|og|et|y|e|i|a|и|ve|és|ja)(?!\p{L})|\s?(?:と|和|及|및|와|과))[^.!?;:]{0,28}$/iu
const not = later(anyOf('not'), 'iu')
const apart = later(ofCluster('apart'), 'iu')
const operations =
  '(?:monitor(?:s|ing)?|checks?|operations?|actions?|resources?|failures?|errors?|ressourcen?|operationen|aktionen|prüfungen|überwachungen|fehler|operaties|acties|controles|fouten|resurser|operationer|kontroller|ressources|opérations|échecs|surveillances|recursos|operaciones|fallos|monitores|operações|falhas|monitoramentos|risorse|operazioni|errori|controlli|zasob\\p{L}*|operacj\\p{L}*|monitory|kontrol\\p{L}*|zdroj\\p{L}*|operac\\p{L}*|ресурс\\p{L}*|операц\\p{L}*|проверк\\p{L}*|мониторинг\\p{L}*|kaynak\\p{L}*|işlem\\p{L}*|リソース|監視|资源|操作|监控|리소스|모니터\\p{L}*)'
const severalOf = later(
  `(?:${many}|(?<!\\p{L})(?:multiple|all|most|different|our|alle|sämtliche|verschiedene|tutti|tutte|todos|todas|tous|toutes|wszystkie|všechny|все|多个|複数)(?!\\p{L}))\\s?(?:の|个|개)?(?:(?:the|our|of|de|der|die|das|los|las|resource|different|verschiedene|cluster)\\s){0,3}(?:\\p{L}{2,14}\\s)?${operations}(?!\\p{L})|(?<!\\p{L})(?:monitors|(?:monitor(?:ing)?|start|promote|demote|resource) (?:operations|actions|checks))(?!\\p{L})|OCF_TIMEOUT (?:errors|failures)`,
  'giu',
)
const clock = /(?<![\d.:,/-])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::([0-5]\d))?(?![\d.:]\d)/g
const host = /(?<!\p{L})(?:on|auf|sur|en|su|na|op|på|no|на)\s["'`]?([a-z][\w-]{0,20}\d[\w-]{0,6}|[A-Z]{2,12})(?![\w.])/gu
/** Two of them are of two days where they differ. */
const day =
  /\d{4}-\d\d-\d\d|(?<!\d)\d{1,2}[./]\s?\d{1,2}(?:[./]\d{0,4})(?!\d)|(?<!\d)\d{1,2}\.?\s(?:de\s)?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)|(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\s\d{1,2}(?!\d)|(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun|mon|diens|mittwoch|donners|frei|sams|sonn)(?:day|tag)?(?!\p{L})|(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресень[ея])(?!\p{L})|\d{1,2}(?:日|일)/iu
const days = new RegExp(day.source, 'giu')
const together = 600
/** What resource agents do, without a name. */
export const agentsAtWork =
  /リソース(?:エージェント)?の(?:処理|監視|操作)|资源(?:代理)?(?:的)?(?:操作|监控)|리소스 ?(?:에이전트)?의? ?(?:작업|모니터)|(?<!\p{L})(?:resource agents?|agents? de (?:ressources?|recursos?)|resource-?agent(?:en|s)?)(?!\p{L})/iu
/** Somebody counted how often it was so. */
const counts =
  /(?<!\p{L})(?:count(?:ed|ing)?|tall(?:y|ied)|contei|contamos|contou|cont[éó]|he contado|ho contato|abbiamo contato|gezählt|zählte|compté|geteld|telde|räkna(?:de|t)|talte|talt|policzył\p{L}*|naliczył\p{L}*|napočítal\p{L}*|spočítal\p{L}*|насчитал\p{L}*|посчитал\p{L}*|saydım|saydık)(?!\p{L})|数え|数了|세어/iu
const howOften =
  /(?<![\d.,:/-])(?<often>\d{1,4})\s?(?:(?:times|vezes|veces|fois|mal|volte|keer|gånger|gange|ganger|razy|krát|раза?|defa|kez)(?!\p{L})|[件回次번건])/iu
const notSo = later(`(?:${anyOf('not')})\\s(?:\\p{L}{1,8}\\s)?$`, 'iu')
const leastCounted = 3
function isCounted(text: string): boolean {
  const often = howOften.exec(text)
  return often !== null && Number(often.groups!.often) >= leastCounted && counts.test(text) && !notSo.test(text.slice(0, often.index))
}
/** Said of what happened, and of no limit. */
const ranOut =
  /(?<!\p{L})(?:tim(?:ed|es) ?out|in (?:den|einen) time-?out|(?:dio|deu|in|w) time-?out|a expiré|по тайм-?ауту)(?!\p{L})|タイムアウトし|超时了|타임아웃됐/giu
/** So many sentences apart nothing belongs together. */
const farthest = 4

interface Late {
  readonly thing: Thing
  readonly at: number | undefined
  readonly row: number
  readonly day: string | undefined
  readonly hosts: readonly string[]
  readonly isApart: boolean
  readonly spot: ToldOperation['spot']
}

export function lateChecks(
  rows: readonly { readonly sentence: Sentence; readonly text: string }[],
  agents: ReadonlyMap<string, string>,
  kb: KnowledgeBase,
  isOther: (text: string) => boolean,
): ToldOperation[] {
  const found: ToldOperation[] = []
  const late: Late[] = []
  let lastLate = -9
  rows.forEach(({ sentence, text }, row) => {
    if (isOther(text) || isQuestion(text) || late.length > 60) return
    // "The cluster kills checks for being slow. I counted them: 22 times."
    if (row - lastLate <= 2 && lastLate < row && isCounted(text)) found.push({ key: 'said.operations-timed-out', spot: sentence.spotAt(0) })
    const lates = latesIn(text).filter(place => isStatedAt({ ...sentence, text }, place))
    const isApart = apart.test(text) || new Set([...text.matchAll(days)].map(([said]) => said.toLowerCase())).size > 1
    const previous = late.at(-1)
    // "02:01 same for fs_data" below a check that was late.
    const again = lates.length === 0 && previous !== undefined && row - previous.row <= 2 && !isApart ? likewise.exec(text) : null
    const other = again && thingsIn(text, agents, kb).find(({ start }) => start >= again.index && start - again.index < 40)
    if (other)
      late.push({ ...previous!, thing: other, at: clockBefore([...text.matchAll(clock)], other), row, spot: sentence.spotAt(other.start) })
    if (lates.length === 0) return
    const checks = placesOf(checking, text)
    if (checks.length > 0 || agentsAtWork.test(text)) lastLate = row
    for (const several of placesOf(severalOf, text))
      if (!isApart && isSaid(text, several, lates, 60) && !not.test(text.slice(Math.max(0, several.start - 20), several.start)))
        found.push({ key: 'said.operations-timed-out', spot: sentence.spotAt(several.start) })
    if (checks.length === 0) return
    const hosts = [...text.matchAll(host)].map(match => match[1]!)
    const clocks = [...text.matchAll(clock)]
    for (const thing of attached(thingsIn(text, agents, kb), checks, text).filter(one => isSaid(text, one, lates, 120)))
      late.push({
        thing,
        at: clockBefore(clocks, thing),
        row,
        day: day.exec(text)?.[0].toLowerCase(),
        hosts,
        isApart,
        spot: sentence.spotAt(thing.start),
      })
    // "01:50 start of app timed out, tried again 01:54, timed out also".
    const [one, another] = late.filter(({ row: of }) => of === row)
    if (one && !another)
      for (const place of placesOf(ranOut, text).slice(1)) {
        const at = clockBefore(clocks, place)
        if (at !== undefined && at !== one.at) late.push({ ...one, at, spot: sentence.spotAt(place.start) })
      }
  })
  late.forEach((one, i) => {
    for (const other of late.slice(i + 1, i + 12)) {
      if (!areClose(one, other)) continue
      const isOther = !isOfName(one.thing.name, other.thing.name) && !isOfName(other.thing.name, one.thing.name)
      const hasTimes = one.at !== undefined && other.at !== undefined && one.at !== other.at
      if (!isOther && !hasTimes) continue
      const tell = (key: ToldOperation['key']) => found.push({ key, spot: other.spot })
      tell('said.operations-timed-out')
      if (!isOther || new Set([...one.hosts, ...other.hosts]).size > 1) continue
      tell('said.several-resources-timed-out')
      if (one.thing.agent && other.thing.agent && one.thing.agent !== other.thing.agent) tell('said.several-agents-timed-out')
    }
  })
  return found
}

/** What the checks are of: beside the word, behind another one that is, or "the same with" it. */
function attached(things: readonly Thing[], checks: readonly Place[], text: string): Thing[] {
  const found: Thing[] = []
  things.forEach((thing, i) => {
    const isBehind = checks.some(({ end }) => end <= thing.start && thing.start - end <= 30 && !/[.!?;]/.test(text.slice(end, thing.start)))
    const isBefore = checks.some(
      ({ start }) => start >= thing.end && start - thing.end <= 14 && !/[.!?;,]/.test(text.slice(thing.end, start)),
    )
    const previous = things[i - 1]
    const between = previous ? text.slice(previous.end, thing.start) : ''
    const isJoined =
      previous !== undefined && found.includes(previous) && joins.test(between) && !not.test(between) && !breaks.test(between)
    if (isBehind || isBefore || isJoined || isSame(text, thing)) found.push(thing)
  })
  return found
}

/** The same is said of it: "the same with fs_data", "then fs_data at 02:13", "fs_data: same". */
function isSame(text: string, { start, end }: Place): boolean {
  const before = text.slice(Math.max(0, start - 50), start)
  if (same.test(before)) return true
  const behind = text.slice(end, end + 40)
  return (thereupon.test(before) && onlyWhen.test(behind)) || sameBehind.test(behind)
}
const thereupon = later(
  `(?:[,;(]|(?<!\\p{L})(?:and|und|et|y|e|i|a|en|och|og|и|ve))\\s?(?:(?:${ofCluster('thereafter')})\\s?)?(?:(?:at|um|à|a las|às|alle|om|kl\\.?|o|v|в) )?(?:[\\d:.h]{4,8} ?)?(?:the |der |die |le |la |el |o |il |de )?["'\`“„]?$`,
  'iu',
)
const onlyWhen =
  /^["'`”“»’]{0,2}(?:\s\([^)]{0,30}\))?\s?(?:at|um|gegen|à|vers|a las|sobre las|às|alle|om|kl\.?|klockan|o|v|ve|в|около)?\s?\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)\s?(?:[,.;)]|$|(?:and|und|et|y|e|i|a|en|och|og|и)\s)/iu
const sameBehind =
  /^["'`”“»’]{0,2}\s?(?:[:,(–-]|\s(?:was|did|war|hat|was|var))\s?(?:the )?(?:same|ditto|likewise|dito|dasselbe|genauso|ebenso|idem|pareil|lo mismo|igual|o mesmo|stessa cosa|lo stesso|hetzelfde|samma(?: sak)?|det samme|to samo|totéž|taky|то же|тоже|также|aynı(?:sı)?|同上|同样|동일|同じ)(?!\p{L})/iu

function isSaid(text: string, place: Place, lates: readonly Place[], reach: number): boolean {
  const isLikewise = isSame(text, place)
  return lates.some(late => {
    if (isLikewise && late.end <= place.start) return true
    const between = text.slice(Math.min(late.end, place.end), Math.max(late.start, place.start))
    return gap(late, place) <= reach && !breaks.test(between)
  })
}

function clockBefore(clocks: readonly RegExpMatchArray[], thing: Place): number | undefined {
  const match = clocks.findLast(({ index }) => index! < thing.start) ?? clocks[0]
  return match && Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)
}

/** `gis_tomcat` and Tomcat are one. */
const isOfName = (name: string, whole: string) => name === whole || whole.split(/[_-]/).includes(name)

function areClose(one: Late, other: Late): boolean {
  if (other.row - one.row > farthest || other.isApart || (one.isApart && one.row !== other.row)) return false
  if (one.day !== undefined && other.day !== undefined && one.day !== other.day) return false
  return one.at === undefined || other.at === undefined || Math.abs(one.at - other.at) <= together
}
