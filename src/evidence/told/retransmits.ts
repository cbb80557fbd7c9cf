import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { isFar, isOfLines, isSearched } from './amounts.ts'
import { clockSpansIn } from './clocks.ts'
import { isQuestion, unsure } from './doubt.ts'
import { placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import { quantitiesIn } from './quantities.ts'
import type { Sentence } from './sentences.ts'
import { anyOf, valued } from './vocabulary.ts'
import { unceasing, veryMany } from './words/amount.ts'
import { ofCluster } from './words/cluster.ts'

/** What sentences tell of messages that corosync asked for again, and how many they were: a few are harmless. */

export const again =
  /\bretransm\p{L}*(?:[ _-]list\p{L}*)?|ritrasm\p{L}*|retransmis\p{L}*|ретрансм\p{L}*|(?:повторн\p{L}+ (?:передач|отправ|запрос)\p{L}*|перепосыл\p{L}*)|再送|重传|重傳|재전송|\bmessages?(?: numbers?)?\b[^.!?;]{0,30}?\b(?:sent|send|sending) (?:a second time|again|once more|twice)\b|Nachrichten[^.!?;]{0,30}?(?:erneut|noch einmal|zum zweiten Mal) (?:ge(?:sendet|schickt)|senden|schicken)|messages[^.!?;]{0,30}?(?:renvoyés|envoyés (?:une seconde|une deuxième) fois)|mensajes[^.!?;]{0,30}?(?:reenviad\p{L}+|enviad\p{L}+ (?:otra|una segunda) vez)|messaggi[^.!?;]{0,30}?(?:rinviat\p{L}|inviat\p{L} (?:di nuovo|una seconda volta))|berichten[^.!?;]{0,30}?opnieuw (?:verzonden|verstuurd)/giu
/** Another program's, or a setting of this one. */
const otherAgain =
  /\b(?:TCP|NFS|RPC|SIP|QUIC|iscsi|netstat|galera|etcd|raft|tcpdump|wireshark|ss -)\b|token_retransmits|retransmits?_before|fail_recv_const|\be?mail\p{L}*|SMTP|[Gg]ateway|[Qq]ueue|\bshould be\b|attempted/iu
const numbers = valued('numbers')
const words = [...numbers.keys()].sort((one, other) => other.length - one.length).join('|')
const count = later(
  `(?<![\\d.,:/_-])(?:(?<kilo>\\d{1,3}(?:[.,]\\d)?) ?[kK](?![\\p{L}\\d])|(?<some>\\d{1,3}|${words}) (?<times>thousand|hundred|tausend|hundert|mille|cents?|mil|cientos|mila|cento|duizend|honderd|tusen|hundra|hundrede|tysi[ąę]c\\p{L}{0,2}|tisíc\\p{L}{0,2}|тысяч\\p{L}{0,2}|сот(?:ен|ни)|bin|yüz)(?!\\p{L})|(?<digits>\\d{1,3}(?:[.,’' ]\\d{3})+|\\d{1,9})(?![\\d:/]|[.,]\\d)|(?<![\\p{L}])(?<word>${words})(?!\\p{L})|(?<lots>(?<!\\p{L})(?:dozens|scores|hundreds|thousands|dutzende|hunderte|tausende|tientallen|honderden|duizenden|dussintals|hundratals|tusentals|snesevis|dusinvis|hundredvis|hundrevis|tusenvis|des dizaines|dizaines|des centaines|centaines|des milliers|milliers|decenas|cientos|centenares|miles|dezenas|centenas|milhares|decine|centinaia|migliaia|dziesiątki|setki|tysiące|desítky|stovky|tisíce|десятк\\p{L}+|сотн\\p{L}+|тысяч\\p{L}*|onlarca|yüzlerce|binlerce|tucatnyi|több száz)(?!\\p{L})|数十|数百|数千|几十|几百|上百|上千|수십|수백|수천))`,
  'giu',
)
/** Of how many in a unit of time: behind the number. */
const per = later(
  `(?:per|a|an|each|every|pro|je|in der|die|par|por|al|alla|ogni|cada|a cada|na|za|za každou|в|каждую|om de|elke|i|varje|i minuten|hver|om|dakikada|percenként|毎|每|매)\\s?(?:${anyOf('minute', 'second', 'hour')})|/\\s?(?:min|m|s|sec|h|мин)(?!\\p{L})|毎分|毎秒|每分钟|每秒|분당|초당|분마다|dakikada|percenként|minutowo|на минуту`,
  'iu',
)
const often = later(veryMany, 'iu')
const joining = later(ofCluster('joining'), 'iu')
const not = later(`(?:${anyOf('not')}|n['’]t(?!\\p{L})|하나도 ?없|没有|ありませ|なし|ない|없)`, 'iu')
const counting =
  /\b(?:of (?:them|those)|lines?|entries|messages|times|count\p{L}*)\b|grep -c|Stück|Zeilen|Einträge|lignes|fois|líneas|veces|linhas|vezes|righe|volte|wpis\p{L}*|linii|řádk\p{L}*|строк\p{L}*|штук\p{L}*|раз(?!\p{L})|regels|rader|linjer|satır|sor(?!\p{L})|件|行|条|건|줄|回/iu
/** A row of a table. */
const table = /\S {2,}\S.* {2,}\S|\|[^|]*\|[^|]*\|/
const [tenMinutes, leastOfThem] = [600, 10]

const isOften = (amount: number, seconds: number) =>
  amount >= leastOfThem / 2
    ? amount * tenMinutes >= leastOfThem * seconds && (amount >= leastOfThem || seconds <= 60)
    : amount * tenMinutes >= leastOfThem * seconds && seconds <= 60 && amount > 1

/** Whether a sentence says that it was often: by words, or by how many in which time. */
function isManyIn(text: string, carried: boolean): boolean {
  if (!carried && often.test(text)) return true
  if (!carried && everySecond.test(text)) return true
  const quantities = quantitiesIn(text)
  const spans = [...clockSpansIn(text), ...rangesIn(text)]
  if (!carried && quantities.some(({ role, least }) => role === 'every' && least > 0 && least <= 60)) return true
  for (const match of text.matchAll(count)) {
    const { digits, word, lots, some, times, kilo } = match.groups!
    const end = match.index + match[0].length
    if (quantities.some(one => match.index < one.end && end > one.start) || spans.some(one => match.index < one.end && end > one.start))
      continue
    const amount = kilo
      ? Number(kilo.replace(',', '.')) * 1000
      : times
        ? (numbers.get(some!.toLowerCase()) ?? Number(some)) * (/^(?:hun|hon|cent|cien|hund|сот|yüz)/iu.test(times) ? 100 : 1000)
        : lots
          ? /^(?:doz|scor|dutz|tient|duss|snes|dus|(?:des )?diz|dec|dez|dzies|des|десят|onlar|tuc|数十|几十|수십)/iu.test(lots)
            ? 24
            : /^(?:hun|centen|centai|cient|centi|cente|set|stov|сот|yüz|több|数百|几百|上百|수백)/iu.test(lots.replace(/^des /i, ''))
              ? 300
              : 3000
          : digits
            ? Number(digits.replace(/\D/g, ''))
            : numbers.get(word!.toLowerCase())!
    const unit = per.exec(text.slice(end, end + 90)) ?? per.exec(text.slice(Math.max(0, match.index - 24), match.index))
    if (unit && isOften(amount, secondsOf(unit[0]))) return true
    if (unit) continue
    const seconds = Math.min(
      ...[
        ...quantities
          .filter(({ role, start }) => role !== 'limit' && (role !== 'every' || /\sza\s$/.test(text.slice(0, start))))
          .map(({ least }) => least),
        ...spans.map(({ least }) => least),
      ].filter(Boolean),
    )
    if (
      Number.isFinite(seconds) ? isOften(amount, seconds) : isFar(amount, text) && (lots !== undefined || isOfLines(text, match.index, end))
    )
      return true
  }
  return false
}
const everySecond =
  /(?:every|jede|toutes les|cada|ogni|co|každ\p{L}+|кажд\p{L}+|elke|varje|hvert|her|毎|每)\s(?:few |couple of |paar |quelques |pocos |poucos |pochi |kilka |pár |несколько |enkele |par )?(?:second|sekund|sec|segund|сек|saniye|秒)/iu
const [second, hour] = [later(anyOf('second'), 'iu'), later(anyOf('hour'), 'iu')]
const secondsOf = (unit: string) =>
  second.test(unit) || /\/\s?s|秒|초/.test(unit) ? 1 : hour.test(unit) || /\/\s?h/.test(unit) ? 3600 : 60
/** "06:02~06:08", "between 20:00 and 20:10". */
const range =
  /(?<![\d.:])(\d{1,2})[:h](\d\d)(?::\d\d)?\s?(?:[-–~～〜]|and|und|et|y|e|i|a|и|to|bis|à|до|から|부터)\s?(\d{1,2})[:h](\d\d)(?::\d\d)?(?![\d:])/giu
/** "Das 8h às 9h", "from 8 to 9 o'clock": full hours. */
const hours =
  /(?<!\p{L})(?:from|between|von|zwischen|de|entre|das|d[ae]s|dalle|dalle ore|van|tussen|från|mellan|fra|mellem|od|między|с)(?: las?)? (?<from>[01]?\d|2[0-3]) ?(?:h|Uhr|uur|am|pm)?(?: (?:and|to|until|bis|und|et|à|a las|y|às|e as|e|alle|en|tot|och|til|till|og|do|a|i|до|и) )(?<to>[01]?\d|2[0-4]) ?(?:h|Uhr|uur|hrs|o['’]clock|heures|horas|часов|[ap]m)(?![\p{L}\d])/giu
const rangesIn = (text: string) => [...clockRangesIn(text), ...hourRangesIn(text)]
const hourRangesIn = (text: string) =>
  [...text.matchAll(hours)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    least: ((Number(match.groups!.to) - Number(match.groups!.from) + 12) % 12 || 12) * 3600,
  }))
const clockRangesIn = (text: string) =>
  [...text.matchAll(range)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    least: ((Number(match[3]) - Number(match[1])) * 3600 + (Number(match[4]) - Number(match[2])) * 60 + 86_400) % 86_400,
  }))

/** What a program logs with its date and a level. */
export const ofLogger = /^\W{0,4}\d{4}-\d\d-\d\d[T ][\d:.,]+\S* +\[?(?:WARN|ERROR|INFO|DEBUG|NOTICE)/
/** What programs write, and what somebody types. */
export const ofProgram = new RegExp(
  `${/\[(?:TOTEM|KNET|QUORUM|MAIN) *\] |corosync\[\d/.source}|${ofLogger.source}|${/\bz?grep\b|^[>|\s]*(?:(?:\[[^\]]*\]|\S{1,40})?[$%] ?\w|(?:\[[^\]]*\]|[^\s#]{1,40})# ?\w|# ?(?!(?:[\p{L}.'’"`“”„(),-]+ ){3})\w)/u.source}`,
  'u',
)
export const denies = later(`(?:${anyOf('not')}|n['’]t)[^.!?;:,]{0,44}$`, 'iu')

export interface Row {
  readonly sentence: Sentence
  readonly text: string
}

const fromNothing =
  /(?<!\p{L})(?:from|von|de|da|van|från|fra|od|ze|z|с)(?: \p{L}+)? (?:zero|nothing|none|0|null|nichts|zéro|rien|cero|nada|zero|nulla|nul|niets|noll|ingenting|zera|nuly|нуля) (?:to|auf|à|a|para|naar|till|til|do|na|до)(?!\p{L})/iu
/** They are over. */
const toNothing =
  /(?<!\p{L})(?:to|auf|à|a|naar|till|til|na|до)(?: (?:zero|nothing|none|0|null|nichts|zéro|cero|nada|zero|nul|noll|ingenting|zera|nulu|нуля))(?!\p{L})(?! (?:to|auf|à|a|naar|till|til|do|na|до)(?!\p{L}))/iu
/** From how many on somebody wants to know of it. */
const threshold =
  /(?<!\p{L})(?:alert|alarm|warn|notif|page|threshold|schwell|seuil|umbral|limiar|soglia|drempel|tröskel|próg|prah|порог|eşik)\p{L}*[^.!?;]{0,24}?(?<!\p{L})(?:from|at|if|when|above|over|is|ab|bei|über|von|à partir|de|a partir|dal|oltre|vanaf|boven|fra|från|över|od|powyżej|nad|от|свыше|выше)(?!\p{L})[^.!?;]{0,12}?\d|閾値|しきい値|阈值|임계/iu
/** There is nothing else. */
const onlyThem =
  /(?<!\p{L})(?:nothing (?:but|except)|nichts (?:als|außer)|rien (?:que|d['’]autre)|nada (?:más|mais) que|(?:non|nient['’]altro) (?:\p{L}+ )?che|niets (?:dan|anders dan)|inget annat än|ikke andet end|nic (?:poza|oprócz)|nic než|ничего,? кроме)(?!\p{L})/iu
const quoted = /["“„«`][^"”“»`\n]{0,80}["”“»`]/gu
/** Below such lines of a log: they are some of many. */
const goingOn =
  /(?<!\p{L})(?:(?:doing|been|at it|like)(?: (?:that|this|so))? (?:ever since|all (?:day|night|the time|along)|non-?stop|continuously|for (?:hours|days|weeks))|and so on|and on and on|(?:goes|went|keeps|carries) on (?:and on|like (?:this|that)|for (?:pages|hours))|hundreds (?:more|of (?:them|these))|etc(?:etera)?\.? for pages|und so weiter|geht (?:das|es) (?:so|seitenweise|stundenlang) weiter|et ainsi de suite|ça continue|y así (?:sigue|sucesivamente|todo el rato)|e assim (?:por diante|vai)|e così via|enzovoort|en zo(?: gaat het)? (?:maar )?door|och så vidare|og så videre|i tak dalej|a tak dál|и так далее|и так (?:сотн|тысяч|час)\p{L}*|ve böyle (?:devam|sürüp))(?!\p{L})|以下同様|ずっと続|以此类推|一直这样|계속 (?:이렇|반복)/iu
const withoutBreak = later(`(?<!\\p{L})(?:${unceasing})(?!\\p{L})`, 'giu')
const listed = /\[TOTEM *\] Retransmit List: /g
const leastLines = 3
/** Where the first of these sentences stands that tells of many. */
export function retransmitsIn(rows: readonly Row[]): Spot | undefined {
  let [left, lines] = [0, 0]
  for (const { sentence, text: whole } of rows) {
    const text = readable(whole)
    left--
    const [place] = placesOf(again, text)
    if (place && otherAgain.test(text)) continue
    // "From zero to three thousand": the zero is over.
    const before = text.slice(0, place?.start).replace(fromNothing, '').replace(onlyThem, '').replace(withoutBreak, '')
    const isDenied = place !== undefined && (denies.test(before) || noneBehind(text.slice(place.end)))
    if (isDenied) {
      left = 0
      continue
    }
    if (toNothing.test(text)) continue
    if (place) left = 4
    if (place && isSearched(text) && !isQuestion(text) && isStatedAt(sentence, place)) return sentence.spotAt(place.start)
    if (ofProgram.test(text)) lines += text.match(listed)?.length ?? 0
    if (lines >= leastLines && !place && goingOn.test(text) && !not.test(text) && !isQuestion(text)) return sentence.spotAt(0)
    if (
      left <= 0 ||
      table.test(text.replace(/ {2,}(?=[a-z\d][).] )/g, ' ')) ||
      ofProgram.test(text.replace(quoted, '')) ||
      unsure.test(text) ||
      joining.test(text) ||
      threshold.test(text)
    )
      continue
    if (!place && ((!counting.test(text) && per.exec(text) === null && !isCountedByHour(text)) || not.test(text))) continue
    if (!isManyIn(text, place === undefined)) continue
    const at = place ?? { start: 0, end: text.length }
    if (isStatedAt(sentence, at)) return sentence.spotAt(at.start)
  }
  return undefined
}
/** Who counted them, hour by hour. */
const isCountedByHour = (text: string) => counted.test(text) && hourRangesIn(text).length > 0
const counted =
  /(?<!\p{L})(?:count(?:ed)?|tallied|gezählt|zählte|compté|conté|contó|contei|contou|contato|geteld|telde|räknade|talte|policzył\p{L}*|napočítal\p{L}?|насчитал\p{L}?)(?!\p{L})|数え|数了|세어/iu
/** As words: of a row of notes the cell that tells, without the width that a scan or a column gave to blanks. */
function readable(text: string): string {
  if (text.length > longest) return text
  const cell = text.includes('|') ? cellIn(text) : undefined
  const words = cell ?? (isJustified(text) ? text.replace(/(?<=\S) {2,}(?=\S)/g, ' ') : text)
  return words.replace(grepSays, 'count says').replace(inPortuguese, found => (portuguese.test(text) ? `em${found.slice(2)}` : found))
}
const longest = 2000
/** It has a time in a cell of its own and words enough in another. */
function cellIn(text: string): string | undefined {
  const cells = text.split('|').map(cell => cell.trim())
  const told = cells.filter(cell => cell.search(again) !== -1)
  const isOfNotes = told.length === 1 && cells.some(cell => /^(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}[:.h]\d\d(?::\d\d)?(?: \w{1,4})?$/.test(cell))
  return isOfNotes && wordsIn(told[0]!) >= leastWords ? told[0] : undefined
}
const leastWords = 6
const wordsIn = (text: string) => text.match(/\p{L}{2,}/gu)?.length ?? 0
/** Most of its gaps are wide, not only those of columns. */
function isJustified(text: string): boolean {
  const gaps = text.trim().match(/(?<=\S) +(?=\S)/g) ?? []
  return (
    gaps.length >= 3 &&
    gaps.filter(({ length }) => length > 1 && length < 5).length * 2 > gaps.length &&
    wordsIn(text) >= 4 &&
    !/\d {2,}\d/.test(text)
  )
}
/** Who counted so tells how many it was, and pastes nothing. */
const grepSays =
  /\bz?grep(?: -\w{1,4})* (?:says|said|gives|gave|counts|counted|returns|returned|shows|showed|found|finds|reports|sagt|ergibt|zählt|dit|donne|dice|da|diz|dá|zegt|geeft|säger|ger|siger|pokazuje|mówi|říká|показывает|выда[её]т|насчитал)(?!\p{L})/giu
/** "In the log", which looks like an English denial. */
const inPortuguese = /\bno (?=(?:log|journal|nó|servidor|sistema|arquivo|corosync|syslog|diário|registro|console)(?!\p{L}))/giu
const portuguese = /(?<!\p{L})(?:em|uns|umas|uma|nas|cheio|cheia|muitos|muitas|foram|não|está|tá|tem|contei|linhas|vezes|lotado)(?!\p{L})/iu
const none = later(`^[^.!?;,]{0,24}?(?:${anyOf('not')}|없|なし|ありませ)`, 'iu')
const noneBehind = (after: string) => none.test(after.replace(withoutBreak, '').slice(0, 40))
