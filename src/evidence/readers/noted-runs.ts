import { tellsOfOwn, tellsWhen } from '../lines/session.ts'
import { isOtherShape } from '../lines/trouble.ts'
import type { Reading } from '../model.ts'
import { lookRun } from './asking.ts'
import { hungSeconds, type Run, runReadings } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'

/** What people note of commands: how long each took, or when they typed it and when it came back. */

const argument = '(?: +(?:-{1,2}[\\w=-]{1,24}|[~/][\\w./*~-]{0,80}|aux\\w{0,3}|status|config|--\\w+))'
const command = `(?:(?:sudo )?(?:pcs(?: (?:cluster|resource|stonith|quorum|property))? (?:status|config)|crm (?:status|configure show)|crm_mon|cibadmin -Q|corosync-(?:quorumtool|cfgtool))|(?:ls|df|ps|lsof|stat|id|w|who|uptime|cat(?= +/(?:etc|proc)/))(?=${argument}|["'\`”»“’])|(?:ls|df|ps|lsof)\\b)${argument}{0,5}`
/** Where a row begins: a mark of a list, a time, the name of a machine. */
const lead = '^[\\s>|*#•-]{0,12}(?:\\d{1,2}[:h.]\\d\\d(?::\\d\\d)?[\\s:,–-]+)?(?:[\\w.-]{1,40}: +)?["\'`„“«]?'
const seconds =
  's(?:ec(?:ond)?(?:s|es|i|en)?)?|sek(?:und(?:en|er|y|e|a)?)?|seconden?|secondi|segundos?|secunde|seg|sn|saniye|сек(?:унд[ыуа]?)?|с|vteřin[ay]?|másodperc|秒|초'
const minutes =
  'm(?=\\s?\\d)|min(?:ut(?:e[ns]?|i|os?|o|y|er)?s?)?|minuut|minuten|dk|dakika|мин(?:ут[ыуа]?)?|минут[ыуа]?|хвилин[иу]?|perc|分|분'
const duration = `(?<about>(?:~|>|ca\\.?|circa|about|etwa|rund|ungefähr|over|mehr als|almost|fast|env\\.?|environ|yaklaşık|около|약|約|约) ?)?(?:(?<minutes>\\d{1,3})(?:[.,]\\d)? ?(?:${minutes})(?![\\p{L}\\d/]))?(?:(?: |, | and | und | e | et | y | и )?(?<seconds>\\d{1,4})(?:[.,]\\d{1,3})? ?(?:${seconds})(?![\\p{L}\\d/]))?`
const separator =
  '(?: *[|>] *(?:wc -l|head(?: -\\S+)?|tail(?: -\\S+)?|/dev/null))?["\'`”»“’]?(?:\\s{2,}|\\s*(?:->|→|=>|[:=|…–]|\\.{2,})\\s*|\\s(?=~|>))'
const measured = new RegExp(`${lead}(?<command>${command})${separator}${duration}`, 'u')
/** Any other word may be what is measured: "ps: clamd 12 min". */
const measuring =
  'I|me|it|und|and|и|я|took|needed|needs|ran|measured|timed|back|done|still|after|more|than|dauert|dauerte|braucht|brauchte|gemessen|gestoppt|nach|mesuré|après|misurato|dopo|medido|zmierzone|po|(?:за)?(?:засека|мери|измери|замери|занима|заня|выполня|висе)\\p{L}*|засёк|через|больше|более|по|часам'
/** The same within a sentence, behind a dash or a colon: "ls /usr/bin — measured it — 4 min 20 s". */
const inSentence = new RegExp(
  `(?:^|[\\s("'\`„“«])(?<command>${command})["'\`”»“’]?\\s?(?:[—–:=(]|->|→|=>)\\s?(?:(?:${measuring})[ ,]{1,2}){0,3}(?:[—–:=-]\\s?)?${duration}`,
  'u',
)
/** A limit, a wait or a schedule is none, nor how long ago it was. */
const noMeasure =
  /time-?out|limit|interval|\b(?:every|each|sleep|watch|ago|old|up|since|last|alle|jede|cada|ogni|elke|vor|fa|geleden|önce|temu|sedan)\b|каждые|назад|마다|毎|每/iu

/** Moments before what was seen then. */
const moment = /^[^\p{L}]{0,40}?(?<![\d.:])(?<hours>[01]?\d|2[0-3])[:h](?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d))?(?![\d:.]\d)/u
const named = new RegExp(`(?:^|[\\s"'\`„“«(-])(?<command>${command})(?=$|[\\s"'\`”»“’,;:.)!?>-])`, 'u')
/** It was begun, or does not end. */
const begun =
  /\b(?:started|typed|entered|nothing yet|no output|no answer|still nothing|(?:does not|doesn['’]t|did not|didn['’]t) (?:come back|return)|hangs?|hanging|ingetikt|gestart|ingevoerd|hangt|geen (?:uitvoer|reactie|antwoord)|gestartet|eingegeben|abgesetzt|hängt|keine (?:Ausgabe|Antwort|Reaktion)|lanciat[oa]|digitat[oa]|non torna|nessun output|lancée?|tapée?|saisie?|lanzad[oa]|tecleado|no (?:vuelve|responde)|executad[oa]|digitado|não (?:volta|responde)|uruchomion[eoay]|wpisan[eoay]|wisi|zadán[oa]?|spuštěn[oa]?)\b|nereaguje|visí|nevrac|yazdım|girdim|çalıştır|başlat|takıl|запуст|ввел|ввёл|набрал|вис(?:ит|нет)|завис|нет (?:ответа|вывода)|실행|입력|멈|응답 ?없/iu
const begunBefore =
  /\b(?:start(?:ed|s)|typed?s?|enter(?:ed|s)|ran|runs|launche[ds]|calls|lanciato|lancé|tapé|lanzado|digitado|gestartet|eingegeben|ingetikt)\b[^\p{L}]{0,4}$/iu
/** A machine comes back as well. */
const ofMachine =
  /\b(?:nod[eo]s?|nœud|knoten|server|host|machine|vm|система|узел|uzel|węzeł)\S{0,20} (?:\S{1,20} )?$|\b[a-z]{2,12}[-_]?\d{1,3} $/iu
/** It is back. */
const back =
  /\b(?:(?:came|comes|come|is|was) back|returned|answered|(?:finally|now|at last)\b.{0,20}\boutput|output (?:now|at last|finally)|finally|printed|komt terug|kwam terug|weer terug|nu (?:pas )?uitvoer|eindelijk|kommt zurück|kam zurück|zurückgekommen|jetzt.{0,12}Ausgabe|endlich|hat geantwortet|è tornat[oa]|sono tornat[ei]|finalmente|ha risposto|revenue?|enfin|a répondu|rendu la main|ha vuelto|volvió|por fin|respondió|voltou|respondeu|wrócił[oa]?|w końcu|konečně|vrátil[ao]?)\b|geri (?:geldi|döndü)|sonunda|cevap verdi|вернул|наконец|ответил|отработал|돌아왔|드디어|이제 (?:출력|응답)/iu
/** The same of a command by its name. */
const answers = /\b(?:answers|replies|responds|returns|finishes|completes|ends|antwortet|ist fertig|risponde|répond|responde)\b/i
/** It is still not. */
const still =
  /\b(?:still|nog steeds|immer noch|noch immer|ancora|toujours|todavía|sigue|ainda|nadal|wciąż|stále|pořád)\b.{0,30}|hâlâ|hala |всё ещё|все еще|아직/iu
const denied = /\b(?:not|never|no|nicht|niet|non|não|ne|nie)\b.{0,12}$/i
/** Nobody writes more in between. */
const [mostLines, mostSeconds] = [12, 3 * 60 * 60]
const day = 24 * 60 * 60
/** Without the seconds both times are a minute off at most. */
const minuteOff = 59

/** Commands whose time somebody wrote down for a system of their own. */
export function notedRuns(text: string, context: ReaderContext): Reading[] {
  if (!/\b(?:pcs|crm|crm_mon|cibadmin|corosync-\w+|ls|df|ps|lsof|stat)\b/.test(text)) return []
  const head = text.slice(0, 16_384)
  if (isOtherShape(head) || !(tellsOfOwn(head) || tellsWhen(head))) return []
  const spots = spotsOf(text)
  return runReadings(
    spots.flatMap((spot, i) =>
      spot.text.length > 400 ? [] : [...measuredAt(spots, i), ...waitedFor(spot, spots.slice(i + 1, i + 1 + mostLines))],
    ),
    context,
  )
}

/** What the head of a table says of its rows. */
const limits =
  /limit|time-?out|\bmax(?:\.|imum|imal)|allowed|erlaubt|Grenzwert|massim[oa]|máxim[oa]|budget|target|\bSLA\b|should|soll\b|expected|example|interval/i
const mostAbove = 12

/** The same for how often something runs, how old it is, or how long somebody talks of it: a blank line may follow. */
const otherTimes =
  /\b(?:how often|often|ages? of|frequency|retention|slots?|chapters?|lessons?|talk|course|agenda|training|schedule[ds]?|reserved|planned)\b|wie oft|Häufigkeit|Alter der|Kapitel|fréquence|âge d|frecuencia|frequenza|частот|возраст|częstotliwość|frekvence|sıklık|주기|間隔|頻度|频率/i

/** Whether what stands above a row says that its time is a limit, a schedule or an age. */
export function isLimit(spots: readonly Spot[], at: number): boolean {
  let hasBlank = false
  for (let i = at - 1; i >= Math.max(0, at - mostAbove); i--) {
    const { text } = spots[i]!
    if (otherTimes.test(text) || (!hasBlank && limits.test(text))) return true
    if (text.trim() === '' && hasBlank) return false
    hasBlank ||= text.trim() === ''
  }
  return false
}

/** What a row says of a command, unless the rows above it say that it is no measure. */
function measuredAt(spots: readonly Spot[], at: number): Run[] {
  const found = measuredIn(spots[at]!)
  return found.length > 0 && isLimit(spots, at) ? [] : found
}

function measuredIn(spot: Spot): Run[] {
  const found = (measured.exec(spot.text) ?? inSentence.exec(spot.text))?.groups
  if (!found || (found.minutes === undefined && found.seconds === undefined) || noMeasure.test(spot.text)) return []
  return run(found.command!, Number(found.minutes ?? 0) * 60 + Number(found.seconds ?? 0), spot)
}

function waitedFor(spot: Spot, below: readonly Spot[]): Run[] {
  const found = waitAt(spot, below)
  return found ? run(found.command, found.seconds, spot) : []
}

/** Whether the lines below say that what was begun in this one was back before it counts as hung. */
export function isBackSoon(spot: Spot, below: readonly Spot[]): boolean {
  const found = waitAt(spot, below.slice(0, mostLines))
  return found !== undefined && found.seconds + found.off <= hungSeconds
}

/** What was typed in a line, and the time until a line below says that it is back, or still is not. */
function waitAt(spot: Spot, below: readonly Spot[]): { command: string; seconds: number; off: number } | undefined {
  const at = secondOf(spot.text)
  const typed = at === undefined ? null : named.exec(spot.text)
  const command = typed?.groups?.command
  if (at === undefined || command === undefined || !isBegun(spot.text, typed!)) return undefined
  let isBusy = false
  for (const { text } of below) {
    const then = secondOf(text)
    if (then === undefined) continue
    const waited = (then.at - at.at + day) % day
    const off = at.isExact && then.isExact ? 0 : minuteOff
    const found = { command, seconds: waited - off, off: 2 * off }
    const other = named.exec(text)?.groups?.command
    if (waited > mostSeconds) return undefined
    const isSame = other !== undefined && nameOf(other) === nameOf(command)
    // Another command was begun: what comes back below it is that one, unless it is named.
    if (other !== undefined && !isSame) isBusy = true
    if (isBusy && !isSame) continue
    const word = back.exec(text) ?? (isSame ? answers.exec(text) : null)
    const before = text.slice(0, word?.index ?? 0)
    if (word !== null && !denied.test(before) && (other !== undefined || !ofMachine.test(before))) return found
    if (still.test(text) && (other !== undefined || begun.test(text)) && found.seconds > hungSeconds) return found
    if (other !== undefined && begun.test(text)) return undefined
  }
  return undefined
}

/** In the words around its name, not in what it showed. */
function isBegun(text: string, { index, 0: { length } }: RegExpExecArray): boolean {
  const after = text.slice(index + length).split(/[,;:!?]|\.\s/, 1)[0]!
  return begun.test(after) || begunBefore.test(text.slice(Math.max(0, index - 24), index + 1))
}

const nameOf = (text: string) => text.replace(/^sudo /, '').split(/\s/, 1)[0]

const run = (typed: string, length: number, spot: Spot): Run[] => lookRun(typed.replace(/^sudo /, '').trim(), length, spot)

function secondOf(text: string): { at: number; isExact: boolean } | undefined {
  const found = moment.exec(text.slice(0, 80))?.groups
  if (!found) return undefined
  return { at: (Number(found.hours) * 60 + Number(found.minutes)) * 60 + Number(found.seconds ?? 0), isExact: found.seconds !== undefined }
}
