import { tellsOfOwn, tellsWhen } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { valued } from '../told/vocabulary.ts'
import { lateInTable } from './operation-rows.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { agentsIn, fencingAfter, isOfAddress, type Late } from './told-stops.ts'

const mark = '[`"\'’”*_]{0,3}'
/** Resources are what a cluster has. */
export const ofResources =
  /[Pp]acemaker|[Cc]orosync|\bpcs\b|\bcrm(?:sh|_mon|d)?\b|[Ss][Tt][Oo][Nn][Ii][Tt][Hh]|[Cc]l[uú]ster|[Kk]l[au]ster|klustr|klynge|кластер|クラスタ|集群|클러스터|küme|fürt|ocf:|IPaddr|\bfenced\b|failed actions?/

/** A moment at the beginning of a row or of a line of a list, with a date or without. */
const moment = /^[\s>|*#([-]{0,10}(?:(?<day>\d{4}-\d\d-\d\d)[ T])?(?<hours>\d{1,2}):(?<minutes>\d\d)(?::(?<seconds>\d\d))?(?!\d)/
const operations = '(?<operation>start|stop|monitor|promote|demote)'
/** That something took longer than it may, in other languages. */
const exceeded =
  '(?:super[óo]|excedi[óo]|agot[óo]|sobrepas[óo]|a dépassé|a expiré|überschr(?:itt|eit)|lief (?:\\S{1,20} ){0,2}ab\\b|abgelaufen|excedeu|esgotou|ultrapassou|ha superato|è scadut|превысил|истек|истёк|przekroczył|překročil|overschr(?:eed|eden)|aştı)'
const limit =
  '(?:tiempo (?:l[ií]mite|de espera)|d[ée]lai|tempo (?:limite|massimo|de espera)|Zeit(?:limit|überschreitung|vorgabe|limits)|time-?out|limit czasu|časový limit|тайм-?аут|лимит|врем|tijdslimiet|süre)'
const operationElsewhere =
  '(?:operaci[oó]n|op[ée]ration|opera[cç][aã]o|operazione|операци\\p{L}|operacj[aę]|operace|operatie|Operation|Aktion|işlemi)'
const elsewhere = (said: string) =>
  new RegExp(
    `(?:(?<resource>[A-Za-z][\\w.-]{0,80})${mark} ?: ?(?:(?:la|le|el|die|de|a|o) |l['’])?)?(?<![\\p{L}\\d_-])${said}\\b${mark}(?: (?:de|du|del|di|von|für|van|da|z|od) ${mark}(?<of>[A-Za-z][\\w.-]{0,80})${mark})?(?![^|.;]{0,40}(?<!\\p{L})(?:no|ne|n['’]a pas|nicht|não|non|не|nie|niet)(?!\\p{L}))[^|.;]{0,40}?${exceeded}[^|.;]{0,30}?${limit}`,
    'iu',
  )
const over = [
  // With the agent behind the name.
  new RegExp(
    `(?<![\\w.-])(?<resource>[A-Za-z][\\w.-]{0,80}) \\((?:ocf:{1,2}\\w{1,20}:)?(?<agent>[A-Za-z][\\w-]{1,40})\\),?:? (?:the )?${operations}(?: (?:operation|action|check))? (?:has )?(?:timed out|times out|OCF_TIMEOUT|ran into its time-?out)\\b`,
    'i',
  ),
  elsewhere(`${operationElsewhere} (?:de |di |del |d['’])?${mark}${operations}`),
  elsewhere(`${operations}-(?:[Oo]peration|Aktion|operatie|Vorgang)`),
  new RegExp(
    `\\b(?<resource>[A-Za-z][\\w.-]{0,80})_${operations}_\\d+\\b.{0,80}?(?:OCF_TIMEOUT|[Tt]imed [Oo]ut|(?<=_\\d{1,12} )[Tt]ime-?[Oo]ut(?! (?:of|is|value)|[=:] ?\\d))`,
  ),
  new RegExp(`\\bResult of ${operations} operation for (?<resource>[\\w.-]{1,80})(?: on \\S{1,80})?: Timed Out`),
  new RegExp(
    `\\b${operations}(?: (?:operation|action|check))?(?: (?:of|for) ${mark}(?<resource>[\\w.-]{1,80})${mark})?(?: on \\S{1,80})? (?:(?:has )?timed out|times out|time-?out (?:after|occurred|reached|on)|ran into its time-?out|lief in (?:den|einen|ein) Time-?out)\\b`,
    'i',
  ),
  // Chinese, Japanese, Korean.
  /[`'"]?(?<resource>[A-Za-z][\w.-]{0,80})[`'"]?[^|A-Za-z]{0,6}(?<east>모니터링|모니터|시작|중지|정지|監視|モニタ|起動|停止|监控|监视|启动).{0,12}?(?:타임아웃|시간 ?초과|タイムアウト|超时|逾時)/,
]
const eastern: readonly (readonly [RegExp, string])[] = [
  [/시작|起動|启动/, 'start'],
  [/중지|정지|停止/, 'stop'],
  [/./, 'monitor'],
]
/** What a limit is, or should be. */
const setting = /\btime-?outs?(?: (?:value|setting|is|was|of|to|for)\b|[=:])|\b(?:increas|rais|set|extend|chang)\w* .{0,30}time-?out/i

/** One of these stands in whatever tells that time ran out. */
const mayTell =
  /timed? ?-?out|타임아웃|시간 ?초과|タイムアウト|超时|逾時|tiempo (?:l[ií]mite|de espera)|d[ée]lai|tempo (?:limite|massimo)|Zeit(?:limit|überschr|vorgabe)|limit czasu|časový limit|тайм-?аут|лимит|tijdslimiet/i

/** Beyond it two operations have nothing to do with each other. */
const togetherSeconds = 600
const daySeconds = 86_400
/** Nobody tells of more; each is compared with all others. */
const mostCompared = 500
/** Each is looked for in all rows. */
const mostStops = 50

function areTogether(one: Late, other: Late): boolean {
  const apart = Math.abs(other.at - one.at)
  // Without a day the next minute may be beyond midnight.
  if (one.day === undefined || other.day === undefined) return Math.min(apart, daySeconds - apart) <= togetherSeconds
  return Math.abs((other.day - one.day) * daySeconds + other.at - one.at) <= togetherSeconds
}

/** What a list or a table of moments tells of operations that ran out of time: two of them close together, or a stop. */
export function toldOperations(text: string, context: ReaderContext): Reading[] {
  if (!mayTell.test(text) || !ofResources.test(text)) return []
  const head = text.slice(0, 65_536)
  const spots = spotsOf(text)
  const listed = lateInTable(spots)
  if (listed.length === 0 && !tellsWhen(head) && !tellsOfOwn(head)) return []
  const rows = besideTheirMoments(spots).flatMap(rowOf)
  const late = listed.length > 0 ? listed : rows.flatMap(lateIn)
  const found: Reading[] = []
  const tell = (key: string, spot: Spot) => found.push(reading(context, key, true, { ...spot, text: spot.text.trim() }))
  const start = late.find(({ operation }) => operation === 'start' || operation === 'promote')
  const stops = late.filter(({ operation }) => operation === 'stop').slice(0, mostStops)
  const stop = stops[0]
  if (start) tell('said.start-failed', start.spot)
  if (stop) tell('said.stop-failed', stop.spot)
  const agents: ReadonlyMap<string, string> = stop ? agentsIn(text) : new Map()
  const ofAddress = stops.find(one => isOfAddress(one, agents, context))
  if (ofAddress) tell('said.address-stop-failed', ofAddress.spot)
  const fencing = stops.flatMap(one => fencingAfter(one, rows) ?? [])[0]
  if (fencing) tell('said.stop-failure-fenced', fencing)
  const compared = late.slice(0, mostCompared)
  const pair = compared.find((one, i) =>
    compared.some(
      (other, j) =>
        j > i &&
        areTogether(one, other) &&
        (other.operation !== one.operation || (other.resource !== one.resource && other.resource !== '' && one.resource !== '')),
    ),
  )
  const two = (stop ?? pair) ? undefined : twoApart(spots)
  if (stop ?? pair) tell('said.operations-timed-out', (stop ?? pair)!.spot)
  else if (two) {
    tell('said.operations-timed-out', two)
    if (!start && /\b(?:start|promote) operation/.test(two.text)) tell('said.start-failed', two)
  }
  return found
}

const numbers = valued('numbers')
const some = [...numbers.keys()].join('|')
/** How long after one another two things were, where their rows have no moments. */
const behindNumber = [
  String.raw`min(?:ute)?s?\.? (?:apart|(?:from|after) (?:each other|one another|the other))`,
  String.raw`Min(?:uten?)?\.? (?:auseinander|Abstand|nacheinander)`,
  "minutes? (?:d['’]intervalle|d['’]écart)|minutos? de (?:diferencia|diferença|distancia|intervalo)|minut[oi] di (?:distanza|differenza)",
  String.raw`minuten (?:na elkaar|uit elkaar)|minuter (?:isär|efter varandra)|minutter (?:fra hverandre|mellem)|minut\p{L}? (?:odstępu|rozdílu|od sebe)|минут\p{L}? друг от друга|dakika arayla`,
  '分間隔|分钟间隔|분 간격',
].join('|')
const apart = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,:-])(?<some>\d{1,2}|${some})[ -]?(?:${behindNumber})|(?:im Abstand von|w odstępie|v odstupu|с (?:интервалом|разницей) в|相隔|间隔) ?(?<behind>\d{1,2}|${some}) ?(?:Minuten|minut|минут|分钟)`,
  'iu',
)
const message = /\bResult of (?:start|stop|monitor|promote|demote) operation for [\w.-]{1,80} on \S{1,80}: Timed Out/
const [nearRows, mostMinutes] = [3, 10]

/** Two such messages right below one another, and in words beside them that they came within ten minutes. */
function twoApart(spots: readonly Spot[]): Spot | undefined {
  const rows = spots.flatMap(({ text }, i) => (message.test(text) && !moment.test(text) ? [i] : []))
  const at = rows.find((row, i) => {
    const next = rows[i + 1]
    if (next === undefined || next - row > nearRows) return false
    const around = [...spots.slice(Math.max(0, row - nearRows), row), ...spots.slice(next + 1, next + 1 + nearRows)]
    return around.some(({ text }) => {
      const said = apart.exec(text)?.groups
      const some = (said?.some ?? said?.behind ?? '').toLowerCase()
      const minutes = numbers.get(some) ?? Number(some || Number.NaN)
      return minutes > 0 && minutes <= mostMinutes
    })
  })
  return at === undefined ? undefined : spots[at]
}

/** A table that was copied cell by cell: a moment alone in its line is of the next line that holds something. */
function besideTheirMoments(spots: readonly Spot[]): Spot[] {
  return spots.map((spot, i) => {
    if (!alone.test(spot.text)) return spot
    const next = spots.slice(i + 1, i + 4).find(({ text }) => text.trim() !== '')
    return next === undefined || alone.test(next.text) ? spot : { ...next, text: `${spot.text.trim()} ${next.text}` }
  })
}
const alone = /^[\s>|*]{0,10}(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d(?::\d\d)?\s*$/

type Row = Pick<Late, 'day' | 'at' | 'spot'>

function rowOf(spot: Spot): Row[] {
  const when = moment.exec(spot.text)?.groups
  if (!when) return []
  const at = (Number(when.hours) * 60 + Number(when.minutes)) * 60 + Number(when.seconds ?? 0)
  return [{ at, day: when.day === undefined ? undefined : Date.parse(when.day) / (daySeconds * 1000), spot }]
}

function lateIn({ at, day, spot }: Row): Late[] {
  return spot.text.split(/<br ?\/?>|\|/).flatMap(part => {
    const groups = over.map(form => form.exec(part)?.groups).find(Boolean)
    if (!groups || setting.test(part)) return []
    const operation = groups.operation?.toLowerCase() ?? eastern.find(([words]) => words.test(groups.east!))![1]
    return [{ operation, resource: groups.resource ?? groups.of ?? '', agent: groups.agent, day, at, spot }]
  })
}
