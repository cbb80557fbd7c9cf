import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { isFar, isOfLines, isSearched } from './amounts.ts'
import { clockSpansIn, secondOfDay } from './clocks.ts'
import { isQuestion, unsure } from './doubt.ts'
import { type Place, placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import { partingsIn } from './parted.ts'
import { quantitiesIn } from './quantities.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { anyOf, valued } from './vocabulary.ts'
import { veryMany } from './words/amount.ts'
import { ofCluster } from './words/cluster.ts'

/** What sentences tell of corosync: that it asked again for messages, how often, and that a token did not come back before anybody was fenced. */
export const corosyncKeys = ['said.retransmits', 'said.token-lost', 'said.membership-loss-fenced'] as const
export interface ToldOfCorosync {
  readonly key: (typeof corosyncKeys)[number]
  readonly spot: Spot
}

const again =
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
const rangesIn = (text: string) =>
  [...text.matchAll(range)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    least: ((Number(match[3]) - Number(match[1])) * 3600 + (Number(match[4]) - Number(match[2])) * 60 + 86_400) % 86_400,
  }))

/** A word of its own for it; who would avoid one, or sets how it is found out, tells of none. */
const loss = `(?<!(?:prevent|avoid|risk|cause|trigger|against|verhinder|vermeid|éviter|evitar|evitare|vermijd|undvik|undgå|unikn|vyhn|избеж)\\p{L}{0,6}\\s(?:\\p{L}{1,8}\\s){0,2})(?:${ofCluster('tokenLoss')})(?!\\s?(?:time|detect|toleran|const|erkennung|before|count|handling))`
const token = ofCluster('token')
const gone = ofCluster('lost', 'astray')
const isGone = later(gone, 'iu')
const tokenGone = later(
  `(?:${token})[^.!?;。]{0,40}?(?:${gone}|${ofCluster('absent')})|(?:${gone})[^.!?;。]{0,24}?(?:${token})|(?<!["'\`])(?:${ofCluster('failedNode')})|A processor failed|${loss}`,
  'giu',
)
/** Of another kind. */
const otherToken =
  /\b(?:API|OAuth2?|JWT|CSRF|bearer|login|YubiKey|SSO|Kerberos|[Vv]ault|2FA|OTP|Kubernetes|Keycloak|hardware|browser|password)\b|(?:auth\p{L}*|access|refresh|security|session|RSA|web|user|service account)[- ](?:\p{L}+[- ])?token|token (?:timeout|=|:|value|ring)|token_|\btoken\s*\d/iu
/** What programs write, and what somebody types. */
const ofProgram =
  /\[(?:TOTEM|KNET|QUORUM|MAIN) *\] |corosync\[\d|^\W{0,4}\d{4}-\d\d-\d\d[T ][\d:.,]+\S* +\[?(?:WARN|ERROR|INFO|DEBUG|NOTICE)|\bz?grep\b|^[>|\s]*(?:\[[^\]]*\]|\S{1,40})?[#$%] ?\w/u
const writes =
  /(?<!\p{L})(?:log|logged|logs|logging|report(?:s|ed)?|wrote|write|writes|noted?|notes|record(?:s|ed)?|say|says|said|showed|shows up|printed|complain\p{L}*|protokollier\p{L}*|melde\p{L}*|gemeldet|schr(?:ei|ie)b\p{L}*|logde|meldde|logga\p{L}*|signal\p{L}*|écri\p{L}*|journal\p{L}*|registr\p{L}*|dice|escrib\p{L}*|anot\p{L}*|diz|scri\p{L}*|zapisa\p{L}*|zalogowa\p{L}*|zapsal\p{L}*|hlásil\p{L}*|записал\p{L}*|сообщ\p{L}*|написал\p{L}*)(?!\p{L})|記録|出力|ログ|打印|记录|日志|기록|로그/iu
/** It was only the consequence of what somebody did, or of a fencing. */
const consequence = later(
  `(?<!\\p{L})(?:because|since|after|once|as soon as|when|while|as|due to|following|weil|nachdem|nach dem|als|da|après|parce que|quand|depuis que|porque|después de|cuando|tras|depois|após|quando|dopo|perché|poiché|po|ponieważ|gdy|kiedy|po tym jak|poté co|protože|když|после|когда|потому что|nadat|omdat|toen|na het|efter att|eftersom|när|sedan|efter|fordi|da|sonra)(?!\\p{L})[^.!?;]{0,60}?(?:${ofCluster('off', 'byHand')}|${anyOf('fenced')}|reboot|restart|neustart|redémarrage|reinicio|riavvio|reinício|herstart|omstart|restart\\p{L}*|перезагруз\\p{L}*|shut ?down|shutting down|stopp?ed|stopping|unplug\\p{L}*|powered|gestoppt|heruntergefahren|arrêt\\p{L}*|deten\\p{L}*|parad\\p{L}*|ferma\\p{L}*|spegn\\p{L}*|zatrzym\\p{L}*|wyłącz\\p{L}*|zastav\\p{L}*|vypn\\p{L}*|останов\\p{L}*|выключ\\p{L}*|perezagr\\p{L}*|afgesloten|stäng\\p{L}*)|(?:フェンス|電源|再起動|停止)[^。]{0,10}(?:後|ため|ので)|(?:隔离|重启|关机|断电)(?:之?后|导致)|(?:펜싱|재기동|종료|전원)[^.]{0,10}(?:후|때문)`,
  'iu',
)
const fencing = later(`${anyOf('fenced')}|${ofCluster('off')}`, 'iu')
const byHand = later(ofCluster('byHand'), 'iu')
const first = later(ofCluster('first'), 'iu')
const byCluster = later(ofCluster('therefore'), 'iu')
const sentences = 5
const mostRows = 1500

const denies = later(`(?:${anyOf('not')}|n['’]t)[^.!?;:,]{0,44}$`, 'iu')

const denied = later(`(?:${anyOf('not')}|n['’]t)(?:\\s\\p{L}{1,12}){0,2}\\s$`, 'iu')

interface Row {
  readonly sentence: Sentence
  readonly text: string
}

/** A token without a cluster is another one. */
const ofMembers = /corosync|totem|processor failed|membership|quorum|stonith|pacemaker|UNCLEAN|fenc(?:ed|ing)|\bshot by\b/i

export function corosyncToldIn(spots: readonly Spot[]): ToldOfCorosync[] {
  const rows = sentencesOf(spots, text => text.search(again) !== -1 || text.search(tokenGone) !== -1, sentences)
    .slice(0, mostRows)
    .map(sentence => ({ sentence, text: sentence.text }))
  // Who names neither a token nor a message may tell that nodes lost each other, and does it soon.
  const told = rows.length > 0 ? spots : spots.slice(0, mostRows)
  if (!told.some(({ text }) => ofMembers.test(text))) return retransmitsIn(rows)
  const all = sentencesOf(told, text => text !== '', 0)
  return [...retransmitsIn(rows), ...tokensIn(all.slice(0, mostRows))]
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
const listed = /\[TOTEM *\] Retransmit List: /g
const leastLines = 3
function retransmitsIn(rows: readonly Row[]): ToldOfCorosync[] {
  let [left, lines] = [0, 0]
  for (const { sentence, text } of rows) {
    left--
    const [place] = placesOf(again, text)
    if (place && otherAgain.test(text)) continue
    // "From zero to three thousand": the zero is over.
    const before = text.slice(0, place?.start).replace(fromNothing, '').replace(onlyThem, '')
    const isDenied = place !== undefined && (denies.test(before) || noneBehind(text.slice(place.end)))
    if (isDenied) {
      left = 0
      continue
    }
    if (toNothing.test(text)) continue
    if (place) left = 4
    if (place && isSearched(text) && !isQuestion(text) && isStatedAt(sentence, place))
      return [{ key: 'said.retransmits', spot: sentence.spotAt(place.start) }]
    if (ofProgram.test(text)) lines += text.match(listed)?.length ?? 0
    if (lines >= leastLines && !place && goingOn.test(text) && !not.test(text) && !isQuestion(text))
      return [{ key: 'said.retransmits', spot: sentence.spotAt(0) }]
    if (
      left <= 0 ||
      table.test(text.replace(/ {2,}(?=[a-z\d][).] )/g, ' ')) ||
      ofProgram.test(text.replace(quoted, '')) ||
      unsure.test(text) ||
      joining.test(text) ||
      threshold.test(text)
    )
      continue
    if (!place && ((!counting.test(text) && per.exec(text) === null) || not.test(text))) continue
    if (!isManyIn(text, place === undefined)) continue
    const at = place ?? { start: 0, end: text.length }
    if (isStatedAt(sentence, at)) return [{ key: 'said.retransmits', spot: sentence.spotAt(at.start) }]
  }
  return []
}
const none = later(`^[^.!?;,]{0,24}?(?:${anyOf('not')}|없|なし|ありませ)`, 'iu')
const noneBehind = (after: string) => none.test(after.slice(0, 40))

function tokensIn(sentences: readonly Sentence[]): ToldOfCorosync[] {
  let earlier: Earlier | undefined
  for (const [i, sentence] of sentences.entries()) {
    const { text } = sentence
    const lost = lostIn(sentence, partingsIn(sentences, i))
    if (!lost) {
      earlier = fencedIn(text, earlier, secondOfDay(sentence.spotAt(0).text)) ?? earlier
      continue
    }
    if (isShotBefore(text.slice(0, lost.start))) return []
    const after = [text.slice(lost.end), ...sentences.slice(i + 1, i + 6).map(one => one.text)]
    const at = secondOfDay(text)
    const then = after.findIndex(
      one => fencing.test(one) && byCluster.test(one) && !byHand.test(one) && !isOnlyDenied(one) && !unsure.test(one),
    )
    const isFirst =
      first.test(text) ||
      isLater(at, earlier?.at) ||
      (then >= 0 && (first.test(after[then]!) || isLater(at, secondOfDay(after[then]!)) || first.test(after[Math.max(0, then - 1)]!)))
    const isFarApart = at !== undefined && earlier?.at !== undefined && at - earlier.at >= 3600
    const isLate =
      earlier !== undefined &&
      (earlier.isByHand ||
        !(isFirst || isFarApart || (then === 0 && isAnswered(after[0]!))) ||
        (at !== undefined && earlier.at !== undefined && earlier.at <= at && at - earlier.at < 3600))
    if (isLate) return []
    const spot = sentence.spotAt(lost.start)
    return [
      { key: 'said.token-lost', spot },
      ...(then >= 0 && (isFirst || then === 0) ? [{ key: 'said.membership-loss-fenced' as const, spot }] : []),
    ]
  }
  return []
}
/** The same sentence goes on with the fencing, and does not call it the reason. */
const isAnswered = (after: string) => !asReason.test(after.slice(0, fencing.exec(after)?.index))
const asReason =
  /(?<!\p{L})(?:because|due to|after|since|caused by|from|following|weil|wegen|nach|durch|da|à cause|suite à|après|par|porque|por|tras|debido|após|devido|perché|dopo|a causa|door|omdat|vanwege|eftersom|på grund|efter|fordi|bo|ponieważ|przez|po|kvůli|protože|из-за|после|потому)(?!\p{L})|ため|ので|因为|由于|때문/iu
/** "Was fenced first, and then the token was lost." */
function isShotBefore(before: string): boolean {
  const match = fencing.exec(before)
  if (!match || isOnlyDenied(before)) return false
  const between = before.slice(match.index + match[0].length)
  return thereafter.test(between) && !before.slice(0, match.index).match(thereafter) && !/[.;]\s/.test(between)
}
const thereafter = later(ofCluster('thereafter'), 'iu')
interface Earlier {
  readonly at: number | undefined
  readonly isByHand: boolean
}

function lostIn(sentence: Sentence, partings: readonly Place[]): Place | undefined {
  const { text } = sentence
  if (otherToken.test(text) || unsure.test(text) || consequence.test(text) || ofProgram.test(text) || isQuestion(text)) return undefined
  return [...placesOf(tokenGone, text), ...partings].find(place => {
    // Whoever names the message alone may look for it, or explain it.
    if (/^\P{L}*(?:a )?process/iu.test(text.slice(place.start, place.end)) && !writes.test(text)) return false
    const before = text.slice(0, place.start)
    // "token też się nie zgubił"
    const verb = isGone.exec(text.slice(place.start, place.end))
    if (
      verb &&
      (denied.test(text.slice(place.start, place.start + verb.index)) ||
        /(?:没有?|未|从未)$/u.test(text.slice(0, place.start + verb.index)))
    )
      return false
    return (
      !denies.test(before) && !/(?:nor|neither|weder|noch|ni|né|ani|ни)\s(?:\p{L}+\s){0,2}$/iu.test(before) && isStatedAt(sentence, place)
    )
  })
}

function fencedIn(text: string, earlier: Earlier | undefined, ofRow: number | undefined): Earlier | undefined {
  if (heading.test(text) || (!fencing.test(text) && !byHand.test(text)) || isOnlyDenied(text) || /[?？]\s*$/.test(text)) return undefined
  return { at: secondOfDay(text) ?? ofRow ?? earlier?.at, isByHand: byHand.test(text) && fencing.test(text) }
}
/** It tells what came of it, and nothing of the order. */
const heading =
  /^[\s>]{0,4}(?:\*\*|#{1,4} |(?:subj(?:ect)?|title|re|fwd?|aw|wg|betreff|titel|objet|sujet|titre|asunto|título|assunto|oggetto|titolo|onderwerp|ämne|emne|temat|tytuł|předmět|тема|konu|tárgy|件名|主题|标题|제목)\s?[:：])/iu
const notFirst = later(`^(?:${anyOf('not')})(?!\\p{L})`, 'iu')
const isOnlyDenied = (text: string) => {
  const match = fencing.exec(text)
  return match !== null && (denies.test(text.slice(0, match.index)) || notFirst.test(text.trim()))
}

const isLater = (one: number | undefined, other: number | undefined) => one !== undefined && other !== undefined && other > one
