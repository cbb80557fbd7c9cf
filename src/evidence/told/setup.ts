import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { isQuestion, unsure } from './doubt.ts'
import { latesIn, placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import { quantitiesIn } from './quantities.ts'
import { ofLogger } from './retransmits.ts'
import { sentencesOf } from './sentences.ts'
import { anyOf } from './vocabulary.ts'
import { endsInTimeOut } from './words/time-outs.ts'

/** What sentences tell of the set-up of a cluster: that it ran into a time-out, or stood still for minutes. */
export const setupKey = 'said.setup-timed-out'

const mark = '["\'`„“”«»’*_]{0,3}'
const commands = `(?:pcs${mark} (?:cluster (?:setup|start|auth|node add|sync)|host auth)|crm cluster (?:init|join|start)|cluster\\.(?:init|join)|ha-cluster-(?:init|join)|crm (?:init|join))(?![\\w-])`
/** The same in words, where the text is of setting up. */
const inWords =
  '(?:the |el |o |il |le |das |de |la )?(?:set-?up|cluster setup|setup command|host auth|node auth\\p{L}*|authentication of the nodes|authori[sz]\\p{L}{1,6} (?:the |a )?(?:node|nodes|local|remote|other|second|first|peer)(?: \\p{L}+)?|(?:beim|bei|at|on|with|during|bij|vid|ved|al|no|na|przy|při) (?:the )?(?:host |node |cluster )?auth)(?!\\p{L}|\\.)|(?<!\\p{L})(?:crear|creación d|montando|criar|criação d|creare|creazione d|créer|création d|tworzeni\\p{L}|utworzy\\p{L}|vytvoř\\p{L}+|создани\\p{L}|создать|einrichte\\p{L}*|einrichtung|aanmaken|opzetten|sätta upp|oprette\\p{L}*|kurulum\\p{L}*)[^.!?;]{0,20}(?:cl[uú]ster|klast|кластер|küme|klynge|klust)|クラスタの?(?:作成|構築)|(?:创建|搭建)集群|클러스터 (?:생성|구성)'
const setting = later(`${commands}|${inWords}`, 'iu')
const typed = later(commands, 'iu')
const withTimeOut =
  /(?<!\p{L})(?:an?|een|einen|ein|einem|un|um|w|v|по|the|with|with an?) ?["'“„«]?(?:(?:connection|request|network|curl|http) )?(?:time-?out|timeout|Zeitüberschreitung|тайм-?аут\p{L}*)(?!\p{L})(?! (?:of|value|option|setting|parameter|is|=))|(?:tiempo de espera|délai|tempo (?:limite|de espera)|limit czasu|časový limit|время ожидания)|time-?outs?(?: errors?)? (?:when|while|during|on|at|for|in|from)|(?<!\p{L})(?:o sea|i\.e\.|:|->|→|mit|bei|par|por|per|en|kvůli|timed) ?time-?out|Zeitüberschreitung(?! (?:von|ist|auf|beträgt))|(?:request|operation|connection|it) (?:has |had )?timed out|超时|タイムアウト|타임아웃|시간 ?초과|zaman aşımı/iu
/** It gave up by itself, after a time. */
const gaveUp =
  /(?<!\p{L})(?:g[ai]ves? up|given up|bails? out|bailed out|gibt auf|gab auf|abandonne|a abandonné|se rinde|desiste|desistió|desistiu|rinuncia|si arrende|geeft (?:het )?op|gaf (?:het )?op|ger upp|gav upp|gir opp|giver op|poddaje się|vzdá|vzdal\p{L}?|сдаётся|сдается|сдался|pes ediyor)(?!\p{L})[^.!?;]{0,16}?(?<!\p{L})(?:after|nach|au bout|après|tras|al cabo|após|depois|dopo|na|efter|etter|po|через|после|sonra)(?!\p{L})/giu
/** "Node2: timeout. Again." */
const bareTimeOut =
  /^(?:[^\p{L}]|\p{L}+: )*(?:time-?out|zeitüberschreitung|таймаут|тайм-аут)[\s.!,]*(?:$|(?:again|wieder|encore|otra vez|de novo|ancora|weer|igen|znowu|zase|опять|снова|tekrar)(?!\p{L}))/iu
const endsSo = later(endsInTimeOut, 'iu')
/** Not what it is that stops. */
const endsIn =
  /(?<=^["'`”»]?) (?:(?:always|again|then|still|just) )?(?:stops|stopped|ends|ended|quits|aborts|aborted)(?= (?:with|in|on) )/iu
/** Somebody raised what it may take, in a clause of its own behind what happened, and it was the same. */
const remedy =
  /[,;] ?(?:and |but |und |aber |et |mais |y |pero |e |mas |ma |en |maar |och |men |i |ale |a |и |но )?(?:(?:even )?(?:with|raising|increasing|setting|after raising)|(?:auch |selbst )?(?:mit|ein erhöhtes|das erhöhen)|même avec|avec|incluso con|con|mesmo com|com|anche con|ook met|met|även med|med|nawet z|z|i s|s|даже с|с) [^.!?]{0,40}--request-timeout[^!?]{0,120}$/iu
const withoutRemedy = (text: string) => {
  const found = remedy.exec(text)
  return found && latesIn(text.slice(0, found.index)).length + Number(withTimeOut.test(text.slice(0, found.index))) > 0
    ? text.slice(0, found.index)
    : text
}
/** What pcs advises whenever it got no answer, told as it says it: the teller is in no doubt. */
const advised =
  /[,;]? ?(?:(?:and|or|und|oder|et|ou|y|o|e|en|of) )?(?:that |dass |que |che |dat )?(?:(?:I|you|we|one) (?:might|may|could|should) (?:want to )?(?:try|use|set|give)|(?:ich|man) (?:möge|soll(?:e|te)?|könne|könnte)|(?:je|on) (?:pourrais?|devrais?)|(?:podría|debería) (?:probar|usar)|potrei (?:provare|usare))[^.;!?\n]{0,40}(?:--request-timeout|(?:higher|longer|larger|höhere\p{L}*|längere\p{L}*|plus (?:grand|long)|mayor|maggiore) time-?out)[^.;!?\n]{0,24}/iu
/** What is of the cluster once it is set up. */
const ofResource =
  /(?<!\p{L})(?:(?:start|stop|promotion) (?:of|von|de|du|del|di|da)|ssh|ping|curl|telnet|clients?|resources?|monitors?|fenc\p{L}*|stonith|ressourcen?|recursos?|risors[ae]|zas[oó]b\p{L}*|prostřed\p{L}*|ресурс\p{L}*|kaynak|resurs\p{L}*)(?!\p{L})/iu
const avoided =
  /(?<!\p{L})(?:to (?:avoid|prevent)|um [^.!?;]{0,30}zu (?:vermeiden|verhindern)|pour éviter|para evitar|per evitare|om [^.!?;]{0,30}te voorkomen|för att undvika|aby uniknąć|чтобы (?:избежать|не))(?!\p{L})/iu
const hangs = later(anyOf('hangs', 'silent', 'lasts'), 'iu')
/** Somebody answered at once. */
const refused =
  /refused|rejected|denied|unauthori[sz]ed|not authori[sz]ed|wrong password|no route|unreachable|already|exists?\b|abgelehnt|verweigert|refus[ée]|rechaz|rifiut|recusad|odmow|odmít|отказ|geweigerd|拒绝|拒否|거부|could not resolve|not known/iu
const unreachable = /unreachable|nicht erreichbar|injoignable|inalcanzable|irraggiungibile|inacessível|onbereikbaar|недоступ/iu
const refusedAtOnce = new RegExp(refused.source.replace('unreachable|', ''), 'iu')
const options =
  /--(?:request-)?timeout|request_timeout|timeout=|\b(?:increas\w*|rais\w*|extend\w*|set|sets|setting|default)\b[^.!?;]{0,24}time-?out|\btime-?out (?:is|of|option|parameter|value|setting)/i
const denied = later(`(?:${anyOf('not')}|n['’]t)\\s(?:\\p{L}{1,12}\\s){0,2}["'“„«(]?$`, 'iu')
const wentWell = /\b(?:fine|success\p{L}*|worked|works|completed|in (?:two|ten|a few|\d+) seconds)\b/iu
const atPrompt = /^[>|\s]*(?:\[[^\]]*\]|\S{1,40})?[#$%] ?\w/
/** What pcs prints when a node gave no answer in time. */
const ofRequest = /^[>|\s]*Error: [^\n]{0,80}\b(?:[Oo]peration|[Cc]onnection|[Rr]equest) timed out\b/
const feared =
  /afraid|fear|worr|hope|befürcht|hoff|crain|peur|espère|temo|miedo|teme|paura|receio|medo|obawia|boj[íi]|боюсь|опаса|bang|korku|rädd/iu
const others = later(anyOf('others'), 'iu')
/** Something else timed out. */
const other = later(`${wentWell.source}|${anyOf('others')}`, 'iu')
const deniedEast = /(?:没有?|未)$/u
const deniedBehind = /^(?:\s?없|しま?せ|しなか|なし|せず|되지)/u
const [sentences, minute, most] = [3, 120, 500]

export function setupToldIn(spots: readonly Spot[]): Spot[] {
  let left = 0
  let isPasted = false
  // The set-up that a program logs is its own.
  for (const sentence of sentencesOf(spots, text => setting.test(text) && !ofLogger.test(text), sentences).slice(0, most)) {
    const text = sentence.text.replace(advised, said => ' '.repeat(said.length))
    left--
    const named = setting.exec(text)
    const isPrompt = atPrompt.test(text)
    if (named) left = isQuestion(text) || unsure.test(text) || feared.test(text) ? 0 : sentences
    else if (isPrompt) left = 0
    if (named) isPasted = isPrompt
    // Below what somebody typed stands what it printed, and only that is its end.
    if (isPasted && left >= 0 && !(named === null && ofRequest.test(text))) continue
    if (left < 0 || options.test(withoutRemedy(text)) || unsure.test(text) || avoided.test(text)) continue
    const predicate = predicateIn(text, named !== null && typed.test(text))
    // Who waited for it until the time was over may call the other one unreachable.
    if (refusedAtOnce.test(text) || (refused.test(text) && !(predicate?.isLate && unreachable.test(text)))) continue
    if (!predicate || (named && Math.abs(predicate.start - named.index) > 260)) continue
    if (wentWell.test(text.slice(predicate.end, predicate.end + 60)) && !named) continue
    const { start, end } = predicate
    // Something else ran out of its time: whatever is named between them, or before a time-out of no command.
    const from = named && start > named.index ? endOf(text, named) : 0
    const between = text.slice(from, start + (predicate.isLate ? 0 : 8)).replace(endsIn, ' ')
    if (ofResource.test(between) || ((!named || typed.test(text)) && others.test(between.replace(/\S*\d\S*/g, '')))) continue
    if (named && !typed.test(text) && other.test(text.slice(named.index, start))) continue
    if (denied.test(text.slice(0, start)) || deniedEast.test(text.slice(0, start)) || deniedBehind.test(text.slice(end, end + 8))) continue
    if (isStatedAt(sentence, predicate)) return [sentence.spotAt(start)]
  }
  return []
}

/** Where the command ends, with what it is given where marks stand around both. */
function endOf(text: string, { 0: said, index }: RegExpExecArray): number {
  const end = index + said.length
  const close = /[`"'”’»]/.test(text.slice(Math.max(0, index - 1), index)) ? text.slice(end, end + 120).search(/[`"'”’»]/) : -1
  return end + Math.max(0, close)
}

function predicateIn(text: string, isTyped: boolean): { start: number; end: number; isLate?: true } | undefined {
  const late = latesIn(text)[0] ?? (isTyped ? placesOf(gaveUp, text)[0] : undefined)
  if (late) return { ...late, isLate: true }
  const timeOut = withTimeOut.exec(text) ?? endsSo.exec(text) ?? bareTimeOut.exec(text)
  if (timeOut) return { start: timeOut.index, end: timeOut.index + timeOut[0].length }
  // It stood still for minutes.
  if (!isTyped) return undefined
  const hung = hangs.exec(text)
  const long = quantitiesIn(text).find(({ role, least }) => role === 'lasting' && least > minute)
  return hung && long && Math.abs(long.start - hung.index) < 60
    ? { start: Math.min(hung.index, long.start), end: Math.max(long.end, hung.index) }
    : undefined
}
