import { later } from '../lines/later.ts'
import {
  claimed,
  doubted,
  doubtedBehind,
  farAway,
  hearsay,
  measuredLess,
  neitherBehind,
  nobody,
  noneWithin,
  notHere,
  ofGone,
  ofOthers,
  ofScenario,
  overNow,
  planned,
  rejected,
  supposedBehind,
  taughtElsewhere,
  unlike,
  untrue,
  yearsAgo,
} from './not-stated-claims.ts'
import { isOfOthers, isPossibleOnly } from './not-stated-elsewhere.ts'
import {
  asMeant,
  because,
  boxes,
  confirmedBy,
  deniedBehind,
  deniedBy,
  deniedStem,
  deniedWithin,
  feared,
  fearedBehind,
  forReading,
  guessed,
  ifWithin,
  longAgo,
  never,
  nowAgain,
  onPurpose,
  presumes,
  questionEnd,
  questionForm,
  stoppedTerminal,
  supposed,
  ticked,
  word,
} from './not-stated-words.ts'
import { isOfOtherPlace } from './other-places.ts'
import { isRule } from './rules-told.ts'
import type { Sentence } from './sentences.ts'
import { supposedElsewhere, takenBackAfter, takenBackWithin, withoutPortuguese } from './taken-back.ts'

interface Wording {
  /** The line from its beginning to the statement, the statement, and what follows: its line, and the next one. */
  readonly before: string
  readonly said: string
  readonly after: string
}

/** Neither said of this system, nor of now. What happens whenever somebody does it is no mere possibility. */
const notNow = String.raw`if(?! (?:you|I|we|one) (?:then )?(?:enter|run|type|execute|try|issue|call|use)\b)|whether|unless|might|may|should|in case|e\.g\.|for example|no longer|not any ?more|used to|fix(?:ed|es)?|previously|instead of|rather than|don['’]t run|not run(?:ning)?|never run`
/** In the words themselves a refusal may be a part of the fault; before them it denies it. */
const unsureWithin = later(String.raw`\b(?:${notNow})\b`, 'i')
const unsureBefore = later(
  String.raw`\b(?:${notNow}|would|could|avoids?|prevents?)\b|\bnot\b.{0,12}$|\b(?:no|without|(?<!^\W{0,8})any|zero)\b.{0,20}$|\b(?:nothing|none|nobody)\b.{0,40}$|\b(?:read|heard|told|warned) (?:\w+ )?that\b`,
  'i',
)

/** Whether a statement is supposed, refused or taken back by the words right around it: what tells of operations has "could not" of its own. */
export const isUnsure = ({ before, said, after }: Wording): boolean =>
  unsureBefore.test(withoutPortuguese(before)) || unsureWithin.test(said) || takenBackWithin.test(said) || takenBackAfter.test(after)
export const isSupposedBefore = (before: string): boolean => supposedElsewhere.test(before)

/** Whether the words around a statement say that it is none. */
export function isNotStated({ before, said, after }: Wording): boolean {
  const opening = openingOf(before)
  if (boxes.test(before) || ticked.test(after.slice(0, 120))) return true
  if (never.test(opening) || onPurpose.test(opening + said) || forReading.test(after)) return true
  if (deniedBy.test(after) || deniedBehind.test(after) || deniedWithin.test(said) || deniedStem.test(said.slice(-6) + after.slice(0, 8)))
    return true
  if (isAsked(opening, said, after)) return true
  if (isFeared(opening) || fearedBehind.test(after)) return true
  const clause = after.split(/[.!?;。\n]/u, 1)[0]!.slice(0, 100)
  if (ifWithin.test(said) || asMeant.test(clause) || onPurpose.test(clause)) return true
  if (isLongAgo(opening, said, clause)) return true
  if (isClaimedOnly(opening, said, after) || isElsewhere(opening, said, after)) return true
  if (isOfOtherPlace(opening, said, after) || isRule(before, opening, said, after)) return true
  if (wanted.test(before) || imagined.test(opening + said) || general.test(opening)) return true
  if (
    ofScenario.test(
      before
        .slice(-160)
        .split(/[.!?]\s|[。？！\n]/u)
        .at(-1)! + said,
    )
  )
    return true
  // "The drill:" looks like who speaks.
  return (
    supposed.test(opening) ||
    supposed.test(
      before
        .slice(-200)
        .split(/[.!?;]\s|[。？！]/u)
        .at(-1)!,
    ) ||
    guessed.test(said) ||
    stoppedTerminal.test(opening + said + clause)
  )
}

/** What a test or a form says that it should be, in its line. */
const wanted = later(
  `${word('expected(?: (?:result|behaviou?r|outcome))?|expects?|expectation|erwartet(?:es Ergebnis)?|erwartung|attendu|résultat attendu|(?:resultado )?esperado|atteso|risultato atteso|oczekiwan\\p{L}*(?: wynik)?|očekáv\\p{L}*|ожида\\p{L}*|verwacht|förväntat|forventet|beklenen')}s?["*]{0,2} ?[:：]|(?:期待|预期|预计|예상|期待結果)(?:结果|結果|결과)? ?[:：]`,
  'iu',
)
/** Somebody thinks of it, also in the middle of a sentence. */
const imagined = later(
  `(?:[:,;–—(]|${word('asks?|wonders?|asked')}) ?${word("suppose|supposing|assuming|imagine|let['’]s say|what if|angenommen|nehmen wir an|supposons|supongamos|supponiamo|suponhamos|załóżmy|předpokládejme|предположим|допустим|stel(?: dat)?|diyelim|anta att")}`,
  'iu',
)
/** "When df hangs, there are three reasons": of any system. Who tells of their own says so. */
const general = /(?:^|[.:] ?)When(?:ever)? (?:an? |the |your |any )?(?:["'\x60“]?\S{1,20} or )?["'\x60“]?$/

/** Somebody supposes it, and asks on: what follows in the paragraph is of what was supposed. */
const supposes = later(
  `(?:^|[.!?。]\\s?)[^\\p{L}.!?]{0,8}${word("suppose|supposing|assume|assuming|imagine|let us say|let['’]s say|say you have|angenommen|nehmen wir an|gesetzt den fall|supposons|imaginons|admettons|supongamos|imaginemos|suponhamos|digamos|supponiamo|immaginiamo|mettiamo che|stel(?: je voor)?(?: dat)?|antag att|anta att|lad os sige|załóżmy|przypuśćmy|předpokládejme|dejme tomu|предположим|допустим|diyelim|varsayalım")}[^.!?。]*[.!?。]|(?:仮に|假设|假如|가령)[^。.]*[。.]`,
  'iu',
)
/** Whether a place of a sentence is stated by the words around it. */
export const isStatedAt = (
  { before, text, after }: Pick<Sentence, 'before' | 'text' | 'after'>,
  { start, end }: { readonly start: number; readonly end: number },
): boolean =>
  !(supposes.test(before) && /[?？]/u.test(text)) &&
  !isNotStated({ before: before + text.slice(0, start), said: text.slice(start, end), after: text.slice(end) + after })

/** What the sentence of a statement begins with: no mark of a list, no cell before its own, no speaker. */
function openingOf(before: string): string {
  const line = before.slice(-200).split(' | ').at(-1)!
  return line
    .replace(speaker, '')
    .split(/[.!?;]\s|[。？！]/u)
    .at(-1)!
}
const speaker =
  /^[\s>|*#•-]{0,8}(?:\[?[\d:./ -]{4,20}\]?[\s|,–-]{0,3})?(?:<[\p{L}\d][\p{L}\d._-]{0,24}> ?|[\p{L}\d][\p{L}\d.()_-]{0,24}(?: [\p{L}\d][\p{L}\d.()_-]{0,24})?: )?/u

/** Others have that word for it, and whoever writes has not. */
const calledSo = later(
  `(?:^|[\\s,;(])(?:what (?:he|she|they|\\p{L}+) calls?|was (?:sie|er|ihr|die \\p{L}+|der \\p{L}+) [^,.;]{0,24}(?:nennt|nennen)|ce qu['’](?:elle|il|ils|elles) appellent?|lo que (?:ella|él|ellos)? ?llaman?|o que (?:ela|ele|eles) chamam?|quel(?:lo)? che (?:lei|lui|loro)? ?chiama(?:no)?|wat (?:zij|ze|hij) [^,.;]{0,16}noem(?:t|en)|det (?:hon|han|de|hun) kallar|to,? co (?:ona|on|oni) nazywa(?:ją)?|to,? čemu (?:ona|on)? ?říká|то,? что (?:она|он|они) называ(?:ет|ют))(?!\\p{L})`,
  'iu',
)
/** Somebody says it, and whoever writes does not; or nobody knows. */
function isClaimedOnly(opening: string, said: string, after: string): boolean {
  if (rejected.test(after) || untrue.test(after) || doubted.test(opening) || doubtedBehind.test(after)) return true
  if (calledSo.test(opening + said) || hearsay.test(opening) || planned.test(opening) || supposedBehind.test(after)) return true
  return claimed.test(opening + said + after.slice(0, 16)) && measuredLess.test(after)
}

/** It is of others, of a lesson, of years ago, or nobody's. */
function isElsewhere(opening: string, said: string, after: string): boolean {
  // Within its sentence, and not far: a pattern that may begin anywhere is tried at each letter.
  const clauses = after.slice(0, 150).split(/[.!?。\n]/u, 1)[0]!
  if (
    notHere.test(after) ||
    farAway.test(after) ||
    nobody.test(opening) ||
    noneWithin.test(said) ||
    neitherBehind.test(after) ||
    overNow.test(after) ||
    ofGone.test(clauses)
  )
    return true
  if (unlike.test(opening) || taughtElsewhere.test(opening) || isPossibleOnly(opening, said, after)) return true
  const clause = after.split(/[.!?;:,。，、\n]/u, 1)[0]!
  if (ofOthers.test(opening + said + clause) || isOfOthers(opening, clause)) return true
  const found = yearsAgo.exec(opening + said + clause)
  return (
    found !== null &&
    !/(?:since|seit|depuis|desde|dal(?:l['’])?|sinds|od|sedan|siden|с|beri)[\s'’]{0,2}$/iu.test(
      (opening + said + clause).slice(0, found.index),
    )
  )
}

function isAsked(opening: string, said: string, after: string): boolean {
  if (confirmedBy.test(after)) return false
  const whole = opening + said
  if (presumes.test(whole + after.split(/[.!?？。\n]/u, 1)[0]!)) return false
  if (questionEnd.test(after) || questionEnd.test(said.slice(-3) + after)) return true
  const end = /^[^.!?？。\n]{0,120}?[?？]/u.exec(after)?.[0]
  if (end === undefined || presumes.test(end)) return false
  // "pcs status hangs, any idea?" states and asks.
  return questionForm.test(whole + end) || !/[,，、:：–—(]|\s-\s/.test(end)
}

function isFeared(opening: string): boolean {
  const found = feared.exec(opening)
  if (!found) return false
  const between = opening.slice(found.index + found[0].length)
  // What stands in a clause of its own is stated, unless the fear is of it.
  return (
    !because.test(between) &&
    !/^ (?:about|um|wegen)\b|[:：，]|,(?! (?:dass|daß|že|żeby|że|что|hogy|att|dat|at|que|che)(?!\p{L}))/u.test(between)
  )
}

function isLongAgo(opening: string, said: string, clause: string): boolean {
  const found = longAgo.exec(opening)
  // "After the old cluster was replaced" tells of the new one.
  if (found) return !nowAgain.test(opening.slice(Math.max(0, found.index - 12)) + said) && !/\bnew (?:one|cluster)\b/.test(clause)
  // How it was before stands in brackets or between commas.
  const own = said.replace(/\([^)]*\)|,[^,]*,/g, '') + clause.split(/[,(:–—]/, 1)[0]!
  return longAgo.test(own) && !nowAgain.test(own)
}

const send =
  'upload\\p{L}*|download\\p{L}*|transfer\\p{L}*|copy(?:ing)?|analy[sz]\\p{L}+|reading|review\\p{L}*|maintenance window|hochladen|herunterladen|auswert\\p{L}+|übertrag\\p{L}+|versand|envois?|envoyer|téléchargement|téléverse\\p{L}*|subida|descarga|envío|análisis|caricamento|invio|scaricamento|analisi|envio|análise|wysyłani\\p{L}+|przesyłani\\p{L}+|pobierani\\p{L}+|analiza|nahrávání|nahrání|stahování|odesílání|analýza|загрузк\\p{L}+|отправк\\p{L}+|передач\\p{L}+|скачивани\\p{L}+|выгрузк\\p{L}+|анализ\\p{L}*|uploaden|versturen|yükle\\p{L}+|gönder\\p{L}+|indir\\p{L}+|uppladdning\\p{L}*|nedladdning\\p{L}*'
const handledBefore = later(`(?:${word(send)})(?: \\p{L}[\\p{L}'’]{0,12}){0,3} ?["'\`„“«]?$|(?:上传|下载|传输|发送|分析)\\s?$`, 'iu')
const handledWithin = later(
  `^[^\\d]{0,30}?(?:(?<=sosreport[-\\s]{0,2}|sos report[-\\s]{0,2})(?:${send})(?!\\p{L})|업로드|다운로드|전송|분석|アップロード|ダウンロード|転送|送信|解析|上传|下载|传输|分析)`,
  'iu',
)
/** How long somebody took who sent or read a report. */
export const isOfHandling = (before: string, said: string): boolean => handledBefore.test(before) || handledWithin.test(said)

/** What a status shows of something else. */
const shows =
  /\b(?:show(?:s|ed|ing|n)?|report(?:s|ed)?|list(?:s|ed)?(?! (?:an?|any|the|one|even) (?:\w+ ){0,2}(?:director|folder|file))|says?|said|displays?|zeigt\w*|meldet\w*|affich\w+|montre|muestra\w*|mostra\w*|pokazuje|ukazuje|zobrazuje|toont|gösteriyor)\b(?! (?:(?:nothing|no|nichts|rien|nada)\b|\d))|показывает|显示|表示(?!(?:が?(?:される|する|出る|終わる|完了する))?(?:まで|のに))/
const goesOn =
  /\b(?:and|then|but|before|und|dann|aber|et|puis|mais|y|luego|pero|e|poi|i|a(?= (?:pak|poté|potom|potem|teraz)\b)|en|dan)\b|(?<!\p{L})(?:и|потом|затем|но)(?!\p{L})|然后/u
/** How long somebody talks of it. */
const taught =
  /\b(?:[Cc]hapter|[Vv]ideo|[Tt]alk|[Cc]ourse|[Ll]esson|[Ss]ection|[Ee]xplaining|[Uu]nderstanding|[Ll]earning|[Tt]yping)(?: (?:on|about|of))? ["'`]?$/
const inStatus = /(?:^|[.!?:] )(?:In|According to|Laut|Dans|En|Nel|W|V|(?:The )?[Oo]utput of) (?:the |le |la |il |el |der |dem )?["'`„“«]?$/
/** What it prints of something else, in marks. */
const quotes = /\b(?:prints?|printed|shows?|showed|says?) ["“„']/
export function isOfShown(before: string, said: string): boolean {
  const found = shows.exec(said)
  return inStatus.test(before) || quotes.test(said) || taught.test(before) || (found !== null && !goesOn.test(said.slice(found.index)))
}

/** A login to something else than a machine. */
export const isOtherLogin = (said: string): boolean =>
  /log-?ins?|logging in|log in|anmeldung|connexion|accesso|вход|giriş|přihl|ログイン|로그인/i.test(said) &&
  /\b(?:page|banner|web ?\w*|shop|GUI|UI|portal\w*|Grafana|dashboard|website|Jenkins|Citrix|Outlook|vCenter|cockpit)\b/i.test(said)
