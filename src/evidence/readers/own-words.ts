import { later } from '../lines/later.ts'
import { isNoteOfLines, mayTellOfOwn, tellsOfOwn, tellsWhen } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { type ChatTime, chatTimesIn } from '../told/chat-times.ts'
import { corosyncKeys, corosyncToldIn } from '../told/corosync.ts'
import { withoutDeniedRows } from '../told/denied-rows.ts'
import { isNotStated, isOfHandling, isOfShown, isOtherLogin, isSupposedBefore, isUnsure } from '../told/not-stated.ts'
import { operationKeys, operationsToldIn } from '../told/operations.ts'
import { namesSecurity, proofKeys, proofToldIn } from '../told/proof.ts'
import { isSeenByHand } from '../told/rules-told.ts'
import { setupKey, setupToldIn } from '../told/setup.ts'
import { type Stretch, stretchesIn } from '../told/stretches.ts'
import { type Cell, cellsIn } from '../told/tables.ts'
import { type Told, toldIn } from '../told/told.ts'
import { unansweredIn } from '../told/unanswered.ts'
import { hungSeconds, slowSeconds } from './collector.ts'
import { isBackSoon, isLimit } from './noted-runs.ts'
import { onGuest, soonOver, soonOverElsewhere } from './own-word-patterns.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { nameAlone, nameInMarks, simpleTimed } from './simple-commands.ts'
import { meanOfStarts, timesOf } from './timings.ts'
import { ofResources } from './told-operations.ts'
import { agentsIn } from './told-stops.ts'
import { signKey } from './virtual.ts'

/** The keys that `ownWords` may emit, besides the sign of a guest. */
export const ownWordKeys = [
  'commands.cluster-slow',
  'commands.hung',
  'programs.start-slow',
  'sos.runtime-minutes',
  setupKey,
  ...operationKeys,
  ...corosyncKeys,
  ...proofKeys,
] as const

/** What people do at a terminal, in words of their own. */
const atTerminal = String.raw`\b[Tt]ab\b|\b[Tt]ab[-bcv]|[Pp]ath[- ][Cc]ompl|タブ|补全|탭|\bsu (?:-|dash)|\b[Cc]at (?:/|on a)|\b(?:a|new) (?:root )?(?:shells?|prompt)\b|\b(?:less|vim?) /|(?:[Rr]ead|[Oo]pen|[Ll]ist|[Aa]ccess) .{0,20}(?:file|director|folder)|[Ee]inzuloggen|[Aa]nzumelden`
/** One of these stands in whatever is looked for. */
const marks = new RegExp(
  String.raw`pcs|[Cc]rm|pvecm|cibadmin|corosync|ha-cluster|sos ?report|\bsos\b|[Cc]omm?and|Befehl|Kommando|コマンド|команд|bin/true|[Cc]urs(?:or|eur)|\buptime\b|\b(?:${nameAlone})\b|[\x60\"'‘“«/] ?(?:sudo |time )?(?:${nameInMarks})\b|\b[Ss][Ss][Hh]|\bstop\b|\b(?:start|promot)|[Rr]eading|[Oo]pening|[Ll]isting|[Aa]ccessing|[Ll]og(?:in| in|ging in)|${atTerminal}|[Ii]nlog|[Aa]ccesso|[Gg]iriş|[Вв]ход|[Лл]огин|로그인|[Ll]ogowani|[Pp]řihl|[Cc]onnexion|[Ii]nicio de|ログイン|[Rr]etransm|[Tt]oken|\bIP|VIP|time-?out|tim(?:ed|es|ing?) out|OCF_|[Vv][Mm]|[Vv]irtual|vSphere|ESX|Hyper-?V|EC2|AWS|Azure|Proxmox`,
)
/** Where nothing is of a cluster, one of these does: it is far cheaper than to weigh who speaks, and most files have none. */
const telling = new RegExp(
  String.raw`\bsos\b|sos ?report|pvecm|[Cc]om+(?:ands|andes|andos|andi)\b|Befehle|[Kk]ommando[ns]|commando\W?s|opdrachten|polecenia|příkazy|команд|komutlar|命令|コマンド|명령|bin/true|\b(?:${nameAlone})\b|[\x60"'‘“«] ?(?:sudo |time )?(?:${nameInMarks})\b|/s?bin/[a-z]|[Cc]urs(?:or|eur)|\buptime\b|\b[Ss][Ss][Hh]|(?:[Rr]eading|[Oo]pening|[Ll]isting|[Aa]ccessing) .{0,40}/|[Ll]og(?:in| in|ging in|owani)|${atTerminal}|[Ii]nlog|[Aa]nmeld|[Aa]ccesso|[Gg]iriş|[Вв]ход|[Лл]огин|로그인|[Pp]řihl|[Cc]onnexion|[Ii]nicio de|ログイン|\bVMs?\b|VMware|[Vv]irtual|vSphere|ESX|Hyper-?V|EC2|AWS|Azure|Proxmox`,
)

/** Who calls it a hang and measured less than two minutes is taken at the measure. */
const measured = new RegExp(String.raw`${simpleTimed}[^\n]*\n(?:(?!.*\btime )[^\n]*\n){0,5}?[>|\s]*real\s+0?[01]m`)

/** Settings and answers in XML that no reader knows, for they are spoiled: what words stand in pages and records has its own lines by then. */
const tagLine = /^[ \t]{0,40}<[/!?]?[A-Za-z][\w:.-]{0,60}(?:[\s/].{0,4000})?>[ \t]*$/
const sampled = 400
function isMarkup(text: string): boolean {
  if (!/^\s{0,100}</.test(text)) return false
  const lines = text.split('\n', sampled).filter(line => line.trim() !== '')
  return lines.length >= 8 && lines.filter(line => tagLine.test(line)).length * 3 > lines.length * 2
}

/**
 * What somebody says in plain words of a cluster of their own, where no measure and no log tells it: that a command of the cluster hangs or
 * takes minutes, that simple commands hang, how long a report took, what timed out, that the nodes are virtual machines. Only whole statements count.
 */
export function ownWords(text: string, context: ReaderContext, whole = text): Reading[] {
  if (isMarkup(text)) return []
  const head = whole.slice(0, 16_384)
  const ofCluster = ofResources.test(text)
  const ofTrial = namesSecurity(text, context.kb)
  const ofItsLists = listsOfCorosync.test(text) || isOfRing(text)
  if (!(ofCluster || ofItsLists || ofTrial || (telling.test(text) && marks.test(text)))) return []
  if (!(tellsOfOwn(head) || tellsWhen(head) || isNoteOfLines(head, context.path))) return seenByHand(text, head, context)
  const ofCorosync = ofCluster || ofItsLists || /totem|processor failed/i.test(text)
  const isMeasured = measured.test(text)
  const found: Reading[] = []
  const spots = withoutDeniedRows(ofAsker(spotsOf(text)))
  const mayTell = (text: string) => marks.test(text)
  const all = toldIn(spots, mayTell)
  const soon = soonOverKinds(all, text)
  for (const told of all) {
    const key = soon.has(told.subject) && typeof told.says !== 'number' ? undefined : keyOf(told)
    const at = spots.indexOf(told.spot)
    if (key === 'commands.hung' && (isMeasured || isBackSoon(told.spot, spots.slice(at + 1, at + 20)))) continue
    if (key === undefined || (told.isNoted && isLimit(spots, at))) continue
    const value = key === 'sos.runtime-minutes' ? minutesOf(Number(told.says)) : true
    // A measure and its verb tell the same.
    const isTold = found.some(one => one.key === key && one.value === value && one.line === told.spot.line)
    if (!isTold) found.push(reading(context, key, value, quoted(told.spot)))
  }
  const isFound = (key: string) => found.some(one => one.key === key)
  const measure = (key: string, { kind, seconds, spot }: Cell | Stretch | ChatTime) =>
    found.push(reading(context, key, kind === 'report' ? minutesOf(seconds) : true, quoted(spot)))
  for (const stretch of stretchesIn(spots, mayTell)) {
    const key = keyOfMeasure[stretch.kind]
    if (key !== 'commands.hung' || !(isMeasured || isFound(key))) measure(key, stretch)
  }
  for (const cell of cellsIn(spots, mayTell)) {
    const key = keyOfMeasure[cell.kind]
    if (cell.seconds >= leastOf[cell.kind] && (key === 'sos.runtime-minutes' || !isFound(key))) measure(key, cell)
  }
  for (const time of chatTimesIn(spots)) if (time.seconds >= leastOf[time.kind]) measure(keyOfMeasure[time.kind], time)
  const left = isMeasured || isFound('commands.hung') ? undefined : unansweredIn(spots, mayTell)
  if (left) found.push(reading(context, 'commands.hung', true, quoted(left)))
  if (ofCluster)
    for (const { key, spot } of operationsToldIn(spots, agentsIn(text), context)) found.push(reading(context, key, true, quoted(spot)))
  if (ofCorosync) for (const { key, spot } of corosyncToldIn(spots)) found.push(reading(context, key, true, quoted(spot)))
  if (ofTrial) for (const { key, value, spot } of proofToldIn(spots, context.kb)) found.push(reading(context, key, value, quoted(spot)))
  for (const spot of setupToldIn(spots)) found.push(reading(context, setupKey, true, quoted(spot)))
  spots.forEach((spot, i) => {
    if (spot.text.length > 4000 || !marks.test(spot.text)) return
    // A sentence goes on in the next line.
    const both = `${spot.text} ${(spots[i + 1]?.text ?? '').slice(0, 400)}`
    const tell = (key: string, value: Reading['value'] = true) => found.push(reading(context, key, value, quoted(spot)))
    if (startsSlowly(spot.text)) tell('programs.start-slow')
    if (isStatedBy(onGuest, both, spot.text.length)) tell(signKey, 'said')
  })
  return found
}

/** In a text that hardly says whose system it is of, a sentence alone may: that simple commands hang, as those see it who sit before them. */
function seenByHand(text: string, head: string, context: ReaderContext): Reading[] {
  if (!isSeenByHand(text) || !mayTellOfOwn(head)) return []
  const found = toldIn(ofAsker(spotsOf(text)), text => marks.test(text)).find(
    told => told.subject === 'command' && keyOf(told) === 'commands.hung' && isSeenByHand(told.before + told.said + told.after),
  )
  return found ? [reading(context, 'commands.hung', true, quoted(found.spot))] : []
}

/** A token, a ring and who is fenced for it: nobody else has all three. */
const isOfRing = (text: string) =>
  /\b[Tt]oken\b/.test(text) && /\b[Ff]encing\b(?! token)/.test(text) && /\b(?:[Rr]ing|IPMI|iLO|iDRAC)\b/.test(text)
/** Nothing else has such messages. */
const listsOfCorosync = /Retransmit List|Members left: ?\d|Sync left\[\d|new membership \(/i

/** Whoever calls it slow or a hang, and measured something less than what counts, is taken at the measure; a quick node beside it is none. */
function soonOverKinds(all: readonly Told[], text: string): ReadonlySet<Told['subject']> {
  const kinds = [
    { kind: 'question', most: slowSeconds, isMeasured: measuredQuestion.test(text) },
    { kind: 'command', most: hungSeconds, isMeasured: false },
  ] as const
  return new Set(
    kinds.flatMap(({ kind, most, isMeasured }) => {
      const seconds = all.flatMap(({ subject, says }) => (subject === kind && typeof says === 'number' ? [says] : []))
      const isLess = isMeasured || seconds.some(told => told >= most / 4)
      return isLess && seconds.every(told => told < most) ? [kind] : []
    }),
  )
}
const measuredQuestion =
  /\btime +(?:sudo +)?(?:pcs|crm_mon|crm|cibadmin)\b[^\n]*\n(?:(?!.*\btime )[^\n]*\n){0,5}?[>|\s]*real\s+0?0m(?:0?[4-9]|1\d)[.,]/

const limits =
  /time-?outs?\b(?! (?:after|nach|après))|\blimits?\b|délai|(?:tiempo|tempo) (?:de espera|limite|límite)|limit czasu|тайм-?аут|タイムアウト[はの値]|超时时间|타임아웃[은이값]/i
/** The account, and not the login, is what somebody blocked; whose login it is stands before it. */
const otherAccess = /block|gesperrt|bloqu|blokk|geblokkeerd|spärra|заблокир|\b(?:account|database|db|portal|portail|failed|web)\b/i
/** A monitor that runs until somebody ends it. */
const watching = /crm_mon(?!.*(?:-\w*1|-X|--))/
const longestLook = 600

const keyOfMeasure = {
  report: 'sos.runtime-minutes',
  question: 'commands.cluster-slow',
  command: 'commands.hung',
  login: 'commands.hung',
} as const
/** "More than half an hour" is more than what it names. */
const minutesOf = (seconds: number) => Math.max(slowMinutes + 1, Math.floor(seconds / 60))
/** A report that took no longer than that is none to tell of. */
const slowMinutes = 30

/** What a cell of a table tells counts from so many seconds on. */
const leastOf = { report: slowMinutes * 60 + 1, question: slowSeconds, command: hungSeconds + 1, login: hungSeconds + 1 } as const

/** "A simple command, for example `ls`, hangs": which ones, and no supposition. */
const instances = later(
  String.raw`(?<commands>(?<!\p{L})(?:commands?|befehle?|kommandos?|commandes?|comandos?|comandi|comando|opdracht(?:en)?|commando\W?s?|kommandon?|polece(?:nie|nia|ń)|příkaz\p{L}{0,2}|команд\p{L}{0,2}|komut\p{L}{0,4})(?: \p{L}{1,10}){0,4})[ ,(–—-]{1,4}(?:(?:as )?for (?:example|instance)|e\.g\.|such as|zum Beispiel|z\. ?B\.|beispielsweise|par exemple|p\. ?ex\.|por ejemplo|por exemplo|p\. ?ej\.|ad esempio|bijvoorbeeld|bv\.|till exempel|t\.ex\.|for eksempel|f\.eks\.|na przykład|np\.|například|např\.|например|örneğin|mesela)[,:]? ?(?=\0?["'\x60„“«‘]? ?(?:${nameInMarks})(?!\p{L}))`,
  'giu',
)
/** The fact that a statement tells. */
function keyOf(told: Told): string | undefined {
  const { says, after } = told
  const [before = '', said = ''] =
    told.subject === 'command' ? `${told.before}\0${told.said}`.replace(instances, '$<commands>, ').split('\0') : [told.before, told.said]
  if (isUnsure({ before: before.slice(-80), said, after }) || isSupposedBefore(before)) return undefined
  // How long a limit is, is said of the limit.
  if (typeof says === 'number' && limits.test(before.slice(-30) + said)) return undefined
  const isOver = (seconds: number) => typeof says !== 'number' || says >= seconds
  if (watching.test(said) && Number(says) > longestLook) return undefined
  const isShown = told.subject !== 'report' && isOfShown(before, said)
  if (isShown) return undefined
  if (told.subject === 'question') return isOver(slowSeconds) ? 'commands.cluster-slow' : undefined
  if (told.subject === 'report')
    return typeof says === 'number' && says > slowMinutes * 60 && !isOfHandling(before, said) ? 'sos.runtime-minutes' : undefined
  if (says === 'slow' || says === 'timedOut' || soonOverElsewhere.test(said)) return undefined
  if (told.subject === 'command' && isOver(hungSeconds + 1) && !soonOver.test(after.split(/[.!;]\s/, 1)[0]!)) return 'commands.hung'
  return told.subject === 'login' &&
    says !== 'silent' &&
    isOver(hungSeconds + 1) &&
    !isOtherLogin(said) &&
    !otherAccess.test(before.slice(-20) + said)
    ? 'commands.hung'
    : undefined
}

/** A loop that starts a program that does nothing, and how long it took, in one line. */
const loopTook =
  /\bdo +(?:\/usr)?\/bin\/true\b[^.!?]{0,60}?\b(?:takes?|took|needs?|needed|dauert|braucht|tarda|prend|duurt) (?:about |~ ?)?(?<seconds>\d{1,4}(?:\.\d{1,3})?) ?s(?:ec\w*)?\b/
function startsSlowly(line: string): boolean {
  const seconds = line.includes('/bin/true') ? loopTook.exec(line)?.groups?.seconds : undefined
  const times = seconds === undefined ? undefined : timesOf(line)
  return times !== undefined && Number(seconds) / times >= meanOfStarts.slow
}

/** Below the question stands what others answer, of other systems. */
const answers =
  /^\W{0,8}(?:\d{1,3} Answers?|(?:Accepted|Best|Top) [Aa]nswer|Answers?|Antworten|Réponses|Respuestas|回答)\b(?: ?\([^)\n]{0,30}\))?\W{0,4}(?:\n|$|:)/
function ofAsker(spots: readonly Spot[]): readonly Spot[] {
  const end = spots.findIndex(({ text }, i) => i > 0 && answers.test(text))
  return end === -1 ? spots : spots.slice(0, end)
}

/** Whether `pattern`, a global one, is found in a sentence that begins in the first `length` characters and states it. */
function isStatedBy(pattern: RegExp, text: string, length: number): boolean {
  for (const match of text.matchAll(pattern)) {
    if (match.index >= length) return false
    const before = text
      .slice(Math.max(0, match.index - 80), match.index)
      .split(/[.!?;]\s/)
      .at(-1)!
    const end = match.index + match[0].length
    const after = text.slice(end, end + 80).split(/[.!;]\s/, 1)[0]!
    if (isUnsure({ before, said: match[0], after })) continue
    const behind = end < length ? `${text.slice(end, length)}\n${text.slice(length + 1)}` : text.slice(end)
    if (!isNotStated({ before: text.slice(0, match.index), said: match[0], after: behind })) return true
  }
  return false
}

const quoted = (spot: Spot): Spot => ({ ...spot, text: spot.text.trim() })
