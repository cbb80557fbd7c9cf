import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'

import { secondOfDay } from './clocks.ts'
import { isQuestion, unsure } from './doubt.ts'
import { type Place, placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import { partingsIn } from './parted.ts'
import { denies, ofProgram, again as ofRetransmits, retransmitsIn } from './retransmits.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { anyOf } from './vocabulary.ts'

import { ofCluster } from './words/cluster.ts'
import { notReceived } from './words/token.ts'
import { byItself } from './words/without-word.ts'

/** What sentences tell of corosync: that it asked again for messages, how often, and that a token did not come back before anybody was fenced. */
export const corosyncKeys = ['said.retransmits', 'said.token-lost', 'said.membership-loss-fenced'] as const
export interface ToldOfCorosync {
  readonly key: (typeof corosyncKeys)[number]
  readonly spot: Spot
}

/** A word of its own for it; who would avoid one, or sets how it is found out, tells of none. */
const loss = `(?<!(?:prevent|avoid|risk|cause|trigger|against|verhinder|vermeid|éviter|evitar|evitare|vermijd|undvik|undgå|unikn|vyhn|избеж)\\p{L}{0,6}\\s(?:\\p{L}{1,8}\\s){0,2})(?:${ofCluster('tokenLoss')})(?!\\s?(?:time|detect|toleran|const|erkennung|before|count|handling))`
const token = ofCluster('token')
const gone = ofCluster('lost', 'astray')
const isGone = later(gone, 'iu')
/** Corosync itself does not see the others any more, or says who left; quorum may be lost in other ways by anybody else. */
const contact =
  '(?:contact|connection|connectivity|sight|quorum|quórum|peers?|partner|kontakt|verbindung|nachbarn?|le contact|le pair|contacto|contato|contatto|collegamento|par|kontakt\\p{L}*|kworum|kvorum|sousedn\\p{L}+|связь|контакт|кворум|соседа|verbinding|kontakten|forbindelsen|bağlantı\\p{L}*|çoğunlu\\p{L}+|クォーラム|接続|相手|仲裁|连接|联系|对端|쿼럼|연결|상대)'
const lost = ofCluster('lost')
const contactGone = [
  `(?<!\\p{L})corosync(?!\\p{L}|[-_.]\\p{L})(?:(?: \\p{L}{2,6})? on \\S{1,30})?[^.!?;。,:]{0,16}?(?:${lost})[^.!?;。,:\\p{L}]{0,3}(?:\\p{L}{1,5} ){0,2}${contact}(?!\\p{L})`,
  `(?<!\\p{L})corosync(?!\\p{L}|[-_.]\\p{L})[^.!?;。,:]{0,16}?${contact}[^.!?;。,:]{0,24}?(?:${lost})`,
  '(?:detected|noticed|saw|reported|logged) (?:a |the )?(?:quorum loss|loss of quorum)[^.!?]{0,12}sync left\\[[1-9]',
].join('|')
const tokenGone = later(
  `(?:${token})[^.!?;。]{0,40}?(?:${gone}|${ofCluster('absent')})|(?:${gone})[^.!?;。]{0,24}?(?:${token})|(?<!["'\`])(?:${ofCluster('failedNode')})|A processor failed|${loss}|${contactGone}|${notReceived}`,
  'giu',
)
/** Of another kind. */
const otherToken =
  /\b(?:API|OAuth2?|JWT|CSRF|bearer|login|YubiKey|SSO|Kerberos|[Vv]ault|2FA|OTP|Kubernetes|Keycloak|hardware|browser|password|badge|turnstile|smart ?card|reader)\b|(?:auth\p{L}*|access|refresh|security|session|RSA|web|user|service account)[- ](?:\p{L}+[- ])?token|token (?:timeout|=|:|value|ring)|token_|\btoken\s*\d/iu
const writes =
  /(?<!\p{L})(?:log|logged|logs|logging|report(?:s|ed)?|wrote|write|writes|noted?|notes|record(?:s|ed)?|say|says|said|showed|shows up|printed|complain\p{L}*|protokollier\p{L}*|melde\p{L}*|gemeldet|schr(?:ei|ie)b\p{L}*|logde|meldde|logga\p{L}*|signal\p{L}*|écri\p{L}*|journal\p{L}*|registr\p{L}*|dice|escrib\p{L}*|anot\p{L}*|diz|scri\p{L}*|zapisa\p{L}*|zalogowa\p{L}*|zapsal\p{L}*|hlásil\p{L}*|записал\p{L}*|сообщ\p{L}*|написал\p{L}*|kirjasi|kirjoitti|ilmoitti|lokitti|jegyezte|yazdı|yazmış|bildirdi|kaydetti|skrev|logget|pone|ponía|noterade)(?!\p{L})|記録|出力|ログ|打印|记录|日志|기록|로그/iu
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

/** What a test should show is written as a thing that has to be so. */
const shouldBe =
  /(?:る|ない)こと(?:を(?:確認|チェック)[^。]{0,12})?[。))]?\s*$|(?:는지|는 것을?|을 것을?)(?: 확인[^.]{0,12})?[.。]?\s*$|是否|(?<![\p{L}])(?:must|has to|should|muss|müssen|soll(?:te)?|sollten|doit|devrait|debe|debería|deve(?:ria)?|dovrebbe|moet|zou moeten|ska|bör|skal|bør|musi|powin\p{L}+|musí|měl\p{L}?|должн\p{L}+)(?!\p{L}) (?:then |dann |alors |entonces |então |allora |dan |potem |pak )?["“„«'`](?:\[TOTEM *\] )?A processor failed|A processor failed[^"”»'`\n]{0,60}["”“»'`] (?:must|has to|should|muss|soll(?:te)?|doit|devrait|debe|deve|dovrebbe|moet|ska|skal|musi|powin\p{L}+|musí|должн\p{L}+)(?!\p{L})/u

const denied = later(`(?:${anyOf('not')}|n['’]t)(?:\\s\\p{L}{1,12}){0,2}\\s$`, 'iu')

/** Somebody in a chat pastes the message behind their name: `Eva: on hr01: corosync [TOTEM] …`. */
const ofSpeaker =
  /(?<=^(?:[\d\s/.,:[\]-]{0,30}[-–]? )?\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{0,20})?: [^\n]{0,60})(?:corosync )?\[TOTEM *\] (?=A processor failed)/u

/** A token without a cluster is another one. */
const ofMembers =
  /corosync|totem|processor failed|membership|quorum|stonith|pacemaker|UNCLEAN|fenc(?:ed|ing)|\bshot by\b|Retransmit List|멤버십|쿼럼|펜싱|メンバーシップ|クォーラム|フェンシング|成员关系|成員關係/i

export function corosyncToldIn(spots: readonly Spot[]): ToldOfCorosync[] {
  const rows = sentencesOf(spots, text => text.search(ofRetransmits) !== -1 || text.search(tokenGone) !== -1, sentences)
    .slice(0, mostRows)
    .map(sentence => ({ sentence, text: sentence.text }))
  // Who names neither a token nor a message may tell that nodes lost each other, and does it soon.
  const told = rows.length > 0 ? spots : spots.slice(0, mostRows)
  const again = retransmitsIn(rows)
  const retransmits: ToldOfCorosync[] = again ? [{ key: 'said.retransmits', spot: again }] : []
  if (!told.some(({ text }) => ofMembers.test(text))) return retransmits
  const all = sentencesOf(told, text => text !== '', 0)
  return [...retransmits, ...tokensIn(all.slice(0, mostRows))]
}

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
      // Who says first what came of it tells the order below, by times or by words.
      (earlier?.at === undefined &&
        !earlier?.isByHand &&
        after.slice(1).some(one => isSurelyFencing(one) && (isLater(at, secondOfDay(one)) || opensLater.test(one)))) ||
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
const isSurelyFencing = (text: string) => fencing.test(text) && !byHand.test(text) && !isOnlyDenied(text) && !unsure.test(text)
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
const opensLater = later(`^[^\\p{L}]{0,12}(?:${ofCluster('thereafter')})`, 'iu')
const thereafter = later(ofCluster('thereafter'), 'iu')
interface Earlier {
  readonly at: number | undefined
  readonly isByHand: boolean
}

function lostIn(sentence: Sentence, partings: readonly Place[]): Place | undefined {
  const { text } = sentence
  if (
    shouldBe.test(text) ||
    otherToken.test(text) ||
    unsure.test(text) ||
    (consequence.test(text) && !byItself.test(text)) ||
    ofProgram.test(text.replace(ofSpeaker, '')) ||
    isQuestion(text)
  )
    return undefined
  return [...placesOf(tokenGone, text), ...partings].find(place => {
    const before = text.slice(0, place.start)
    const isMessage = /^\P{L}*(?:a )?process/iu.test(text.slice(place.start, place.end))
    if (isMessage && !isWritten(text, before)) return false
    if (noneBehind.test(text.slice(place.end))) return false
    // "token też się nie zgubił"
    const verb = isGone.exec(text.slice(place.start, place.end))
    if (
      verb &&
      (denied.test(text.slice(place.start, place.start + verb.index)) ||
        /(?:没有?|未|从未)$/u.test(text.slice(0, place.start + verb.index)))
    )
      return false
    return (
      !denies.test(before.replace(unanswered, '')) &&
      !/(?:nor|neither|weder|noch|ni|né|ani|ни)\s(?:\p{L}+\s){0,2}$/iu.test(before) &&
      isStatedAt(sentence, place)
    )
  })
}

/** Whoever names the message alone may look for it, or explain it: it was written, or corosync speaks there, or is named with a time. */
const isWritten = (text: string, before: string) =>
  writes.test(text) ||
  (secondOfDay(before) !== undefined && /corosync|totem/i.test(before)) ||
  bySpeaker.test(before) ||
  readAloud.test(before)
/** "It no longer answered (token lost)": what is denied is the answer. */
const unanswered =
  /(?:no longer|not|n['’]t|nicht(?: mehr)?|n['’]?\p{L}{0,12} (?:plus|pas)|no|ya no|não|non|niet(?: meer)?|inte|ikke|nie|ne|не)\s?(?:answer|respon|repl|heard|seen|react|antwort|reagier|répond|vue?|respond|risp|geantwoord|reageerde|svara|svarede|odpowi|odpov|отвеча)\p{L}*[^.!?;:,(]{0,30}\((?:the |das |le |el |o |il |het )?$/iu
/** Somebody reads it to another one, with its brackets. */
const readAloud =
  /(?<!\p{L})corosync,? (?:(?:open(?:ing)? |left )?(?:square )?bracket|eckige Klammer(?: auf)?|crochet(?: ouvrant)?|corchete|colchete|parentesi quadra|vierkante haak(?:je)?)s?,? (?:T[-., ]{0,2}O[-., ]{0,2}T[-., ]{0,2}E[-., ]{0,2}M)(?:,? (?:(?:clos(?:e|ing) |right )?(?:square )?bracket|eckige Klammer zu|Klammer zu|crochet fermant|haakje sluiten))?,? ?$/iu
const bySpeaker =
  /(?<![\p{L}\d_.-])corosync(?: log| journal)?(?: (?:on|auf|sur|en|em|su|op|på|na|на|v|w) [\w.-]{1,30})?(?: \[TOTEM *\])? ?[:：>–-]{1,2} ?["'“”„«»「『`]{0,2}(?:\[TOTEM *\] )?$/iu
/** It is not there: in these languages that stands at the end. */
const noneBehind =
  /^(?:, forming new configuration)?\.?["'”»」』`)]{0,2}\s?(?:(?:메시지|로그|기록|흔적|이벤트|에러|오류|또는|혹은|이나|등|나|과|와|및|도|은|는|이|가|같은|という|メッセージ|ログ|記録|行|の|や|は|も|が|这样|这类|之类|的|日志|消息|记录|等|也|都|"?A processor failed"?)[\s,、]?){1,6}(?:없|보이지 ?않|확인되지 ?않|나오지 ?않|발견되지 ?않|ありません|なし|なかった|ない|見当たら|見られ(?:ない|ません)|出て(?:い)?(?:ない|ません)|没有|没见|未见|未出现|不存在)/u

function fencedIn(text: string, earlier: Earlier | undefined, ofRow: number | undefined): Earlier | undefined {
  if (
    heading.test(text) ||
    byItself.test(text) ||
    (!fencing.test(text) && !byHand.test(text)) ||
    isOnlyDenied(text) ||
    guessed.test(text) ||
    /[?？]\s*$/.test(text)
  )
    return undefined
  return { at: secondOfDay(text) ?? ofRow ?? earlier?.at, isByHand: byHand.test(text) && fencing.test(text) }
}
/** Somebody only thinks that it was. */
const guessed =
  /(?<!\p{L})(?:probably|presumably|i guess|must have (?:been )?|vermutlich|wahrscheinlich|wohl|sans doute|probablement|seguramente|probablemente|habr[aá]n? \p{L}{3,12}[aei]d[oa]|provavelmente|probabilmente|avrà \p{L}{3,12}t[oa]|waarschijnlijk|troligen|formentlig|pewnie|prawdopodobnie|nejspíš|видимо|наверное|muhtemelen|galiba)(?!\p{L})|たぶん|おそらく|可能是?被|大概|아마/iu
/** It tells what came of it, and nothing of the order. */
const heading =
  /^[\s>]{0,4}(?:\*\*|#{1,4} |(?:subj(?:ect)?|title|re|fwd?|aw|wg|betreff|titel|objet|sujet|titre|asunto|título|assunto|oggetto|titolo|onderwerp|ämne|emne|temat|tytuł|předmět|тема|konu|tárgy|件名|主题|标题|제목)\s?[:：])/iu
const notFirst = later(`^(?:${anyOf('not')})(?!\\p{L})`, 'iu')
const isOnlyDenied = (text: string) => {
  const match = fencing.exec(text)
  return match !== null && (denies.test(text.slice(0, match.index)) || notFirst.test(text.trim()))
}

const isLater = (one: number | undefined, other: number | undefined) => one !== undefined && other !== undefined && other > one
