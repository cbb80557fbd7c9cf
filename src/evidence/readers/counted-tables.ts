import { tellsOfOwn } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/**
 * Retransmitted messages that somebody counted and wrote into a table: by nodes and days below a sentence that says so, or in a row of
 * their own with the time in which they came.
 */

const ofCorosync = /Retransmit[ _]?List|(?:TOTEM|[Tt]otem|[Cc]orosync)[^|\n]{0,40}\bretransm/
/** Who says that what is below was counted. */
const counting =
  /(?<!\p{L})(?:counted|counts?|number of|how many|occurrences|per node|gezählt\p{L}*|Anzahl|Zahl der|wie viele|je Knoten|compté\p{L}*|nombre|combien|par nœud|contad\p{L}*|contamos|contato|contate|contati|contato|cuánt\p{L}*|número|cantidad|por nodo|por nó|quant[ei]|numero|geteld|aantal|hoeveel|per knoop|räknat|räknade|antal|antall|talt|policzyl\p{L}*|policzon\p{L}*|liczb\p{L}|ile|spočít\p{L}*|počet|kolik|посчита\p{L}*|количеств\p{L}*|сколько|числ[оа]|sayıs\p{L}*|saydı\p{L}*|sayısı)(?!\p{L})|件数|回数|数えた|集計|统计|次数|数量|건수|횟수|집계/iu
/** They should, may, or would be: nobody has counted them. */
const supposed =
  /(?<!\p{L})(?:thresholds?|limits?|alert\p{L}*|alarm\p{L}*|expect\p{L}*|allowed|acceptable|should|would|example|sample|template|schwell\p{L}*|grenzwert\p{L}*|beispiel|erlaubt|seuils?|exemple|umbral\p{L}*|ejemplo|limiar|exemplo|soglia|esempio|drempel\p{L}*|voorbeeld|tröskel\p{L}*|exempel|eksempel|terskel|próg|przykład\p{L}*|práh|příklad|порог\p{L}*|пример\p{L}*|eşik|örnek)(?!\p{L})|閾値|しきい値|例えば|阈值|示例|例如|임계|예시/iu

const day =
  '(?:days?|tag(?:e|en)?|jours?|journées?|días?|dias?|giorn[oi]|dag(?:en|ar|er|e)?|dzień|dni|doba|dobę|den|день|дня|дней|сутки|gün)'
const hour = '(?:h|hours?|stunden?|heures?|horas?|or[ae]|uur|timm(?:e|ar)|timer?|godzin\\p{L}*|hodin\\p{L}*|час\\p{L}*|saat)'
const minute = '(?:min(?:ute)?s?|minuten?|minutos?|minut[oi]|minut\\p{L}*|минут\\p{L}*|dakika)'
const per =
  '(?:/ ?|per |a |an |each |every |and |und |et |y |e |i |och |og |и |pro |je |par |por |al |all[ae] ?|ogni |cada |om |na |za |в |om dagen )'
/** In what time, and so many of them have ten within ten minutes. What comes in a day comes in bursts. */
const times = [
  {
    per: new RegExp(`${per}${day}(?!\\p{L})|daily|täglich|quotidien|diari[oa]|dagelijks|毎日|日別|日ごと|每[天日]|매일|일별`, 'iu'),
    least: 1000,
  },
  { per: new RegExp(`${per}${hour}(?!\\p{L})|hourly|stündlich|毎時|時間(?:別|ごと)|每小时|시간별|시간당`, 'iu'), least: 60 },
  { per: new RegExp(`${per}${minute}(?!\\p{L})|毎分|每分钟|분당`, 'iu'), least: 10 },
] as const
/** The name of a day, or a date. */
const ofDay =
  /^(?:mon?|tue?s?|wed|thu?r?s?|fri?|sat?|sun?|mi|do|sa|so|di|lun?|mar|mer|jeu|ven|sam|dim|mié|mi[ée]r?|jue|vie|s[áa]b|dom|seg|ter|qua|qui|sex|gio|ma|wo|vr|za|zo|tis?|ons?|tor?s?|fre|lör|lør|man|pon?|wto?|śro?|czw|pią|nie?|út|stř?|čt|pá|пн|вт|ср|чт|пт|сб|вс|pzt|sal|çar|per|cum|cmt|paz)(?:\p{L}{3,6})?\.?$|^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?$|^(?:\d{1,2}\.? )?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*\.?(?: \d{1,2})?$|^[月火水木金土日一二三四五六월화수목금토일](?:曜日?|요일)?$|^(?:周|星期)[一二三四五六日天]$/iu
const ofHour = /^\d{1,2}(?::00|h|[ -–]+\d{1,2} ?h?)$/

const number = /^[^\p{L}\d]{0,4}(\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+|\d{1,9})[^\p{L}\d]{0,4}$/u
const amount = /^[^\p{L}\d]{0,4}(?:about |ca\.? |rund |env\.? )?(\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+|\d{1,9})\+?(?=\D)/iu
const rule = /^[\s|:+=-]*$|^\s*(?:\|-|\{\||\|\}).*$/
const heading = /^\s*(?:#{1,6}|={2,6}) ?\S/
/** A column of them: it says so, or is of a time or a node. */
const ofThem = /retransm/i
const ofNode = /^[\p{L}][\w.-]*\d\w{0,2}$|^\w+(?:-\w+)+$/u
const [mostRows, mostAbove] = [60, 8]

const cellsOf = (line: string): string[] | undefined => {
  const text = line.trim()
  if (text.length > 600) return undefined
  const parts = text.startsWith('!')
    ? text.slice(1).split('!!')
    : text.includes('||')
      ? text.replace(/^\|/, '').split('||')
      : text.includes('|')
        ? text.replace(/^\||\|$/g, '').split('|')
        : text.split('\t')
  return parts.length >= 2 ? parts.map(part => part.replace(/[*_`']{2,3}/g, '').trim()) : undefined
}

export function countedTables(text: string, context: ReaderContext): Reading[] {
  if (!ofCorosync.test(text) || !tellsOfOwn(text.slice(0, 65_536))) return []
  const spots = spotsOf(text)
  for (const [i, spot] of spots.entries()) {
    if (!ofCorosync.test(spot.text)) continue
    const found = inOwnRow(spot) ?? belowIt(spots, i)
    if (found) return [reading(context, 'said.retransmits', true, { ...found, text: found.text.trim() })]
  }
  return []
}

/** `| TOTEM retransmits | 2400/day | 0 |`. */
function inOwnRow(spot: Spot): Spot | undefined {
  const [name, ...cells] = cellsOf(spot.text) ?? []
  if (name === undefined || !ofCorosync.test(name) || supposed.test(spot.text)) return undefined
  const isMany = cells.some(cell => {
    const time = times.find(one => one.per.test(cell) || one.per.test(name))
    const some = amount.exec(`${cell} `)?.[1]
    return time !== undefined && some !== undefined && valueOf(some) >= time.least
  })
  return isMany ? spot : undefined
}

/** A table that follows soon: what was counted in it, and in what time, the sentences above and its head tell. */
function belowIt(spots: readonly Spot[], at: number): Spot | undefined {
  if (cellsOf(spots[at]!.text)) return undefined
  const from = spots.findIndex(({ text }, i) => i > at && cellsOf(text) !== undefined && !rule.test(text))
  if (from === -1 || from - at > mostAbove) return undefined
  const around = spots.slice(Math.max(0, at - 2), from).filter(({ text }) => !rule.test(text))
  const said = around.map(({ text }) => text).join(' ')
  if (spots.slice(at + 1, from).some(({ text }) => heading.test(text))) return undefined
  if (!counting.test(said) || supposed.test(said)) return undefined
  const head = cellsOf(spots[from]!.text)!
  if (head.slice(1).some(cell => supposed.test(cell))) return undefined
  const ofHead = [ofDay, ofHour].findIndex(pattern => head.slice(1).filter(cell => pattern.test(cell)).length * 2 >= head.length - 1)
  const isNamed = head.some(cell => ofThem.test(cell))
  const counts = head.map((cell, i) => i > 0 && (isNamed ? ofThem.test(cell) : ofDay.test(cell) || ofHour.test(cell) || ofNode.test(cell)))
  for (const spot of spots.slice(from + 1, from + mostRows)) {
    if (rule.test(spot.text)) {
      if (spot.text.trim() === '') return undefined
      continue
    }
    const cells = cellsOf(spot.text)
    if (!cells || cells.length !== head.length) return undefined
    const ofRow = [ofDay, ofHour].findIndex(pattern => pattern.test(cells[0]!))
    const time = ofHead >= 0 ? times[ofHead] : ofRow >= 0 ? times[ofRow] : times.find(one => one.per.test(`${said} ${head.join(' ')}`))
    if (!time) return undefined
    if (cells.some((cell, column) => counts[column] && valueOf(number.exec(cell)?.[1] ?? '0') >= time.least)) return spot
  }
  return undefined
}

const valueOf = (digits: string) => Number(digits.replace(/\D/g, ''))
