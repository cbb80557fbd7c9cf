import { later } from '../lines/later.ts'
import type { ReaderContext, Spot } from '../readers/reader.ts'
import { agentsAtWork, lateChecks } from './checks.ts'
import { secondOfDay } from './clocks.ts'
import { unsure } from './doubt.ts'
import { breaks, gap, latesIn, nearest, type Place, placesOf } from './late.ts'
import { isStatedAt } from './not-stated.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { anyAddress, isAddress, type Thing, thingsIn } from './things.ts'
import { anyOf } from './vocabulary.ts'
import { ofCluster } from './words/cluster.ts'
import { leaving, lettingGo } from './words/limits.ts'

/** The keys that operations may give. */
export const operationKeys = [
  'said.operations-timed-out',
  'said.several-resources-timed-out',
  'said.several-agents-timed-out',
  'said.stop-failed',
  'said.address-stop-failed',
  'said.start-failed',
  'said.stop-failure-fenced',
] as const
type Key = (typeof operationKeys)[number]

/** What sentences tell of the operations of a cluster: that they ran out of their time or failed, and what came of it. */
export interface ToldOperation {
  readonly key: Key
  readonly spot: Spot
}

/** What an operation of a cluster is of, without a name. */
const noun =
  '(?:resources?|ressourcen?|recursos?|risors[ae]|zas[oó]b\\p{L}*|zdroj\\p{L}*|ресурс\\p{L}*|resurs\\p{L}*|kaynak\\p{L}*|erőforrás\\p{L}*|primitive)'
const resource = later(
  `(?<!\\p{L})${noun}(?!\\p{L})|ocf:|リソース|资源|리소스|(?<!\\p{L})(?:stop|start|promote|monitor)[- ](?:operation|action|Operation|Aktion|operatie)|failed stop(?!\\p{L})|operaci[oó]n (?:de )?stop|op[ée]ration (?:de )?stop`,
  'iu',
)
const stopping = later(`${anyOf('stop')}|${ofCluster('stopping')}|(?<!\\p{L})(?:${leaving})(?!\\p{L})`, 'giu')
/** It did not let go: an operation and its failure in one. */
const kept = later(`(?<!\\p{L})(?:${lettingGo})(?!\\p{L})`, 'giu')
/** What is unmounted is named by its path. */
const path = /^(?: (?:of|von|de|del|di|van|av|von der|z|du|da))? ["'`]?\/\w/
const taking = later(ofCluster('taking'), 'giu')
const starting = later(anyOf('start'), 'giu')
const checking = later(ofCluster('checking'), 'giu')
/** What could not be done: the words between its parts are those of the resource. */
const couldNot = [
  '(?<=[\\p{L}\\d,)] )(?:konnten?|ließ(?:en)? sich|wollten? sich)(?: [^\\s.,;!?]{1,30}){0,5}? nicht(?: (?:mehr|rechtzeitig|sauber|ordentlich))?(?= (?:gestoppt|stoppen|beende|angehalten|anhalten|abgebaut|abbauen|entfern|freig|lösen|gelöst))',
  '(?<=[\\p{L}\\d,)] )(?:kon(?:den)?|liet zich)(?: [^\\s.,;!?]{1,30}){0,5}? niet(?: meer)?(?= (?:gestopt|stoppen|worden gestopt|verwijder))',
  '(?<=[\\p{L}\\d,)] )kun(?:de|ne)(?: [^\\s.,;!?]{1,30}){0,5}? (?:inte|ikke|ej)(?= (?:stopp|stann|stans|stands|fjern|ta))',
  "n['’](?:a|ont) pas (?:pu|voulu)|impossible d(?:e |['’])(?=arrêt|stop)|no (?:ha sido|fue) posible|no se pud(?:o|ieron)|no logró|não foi possível|não (?:pôde|quis)|non è stato possibile|non si è riusciti",
].join('|')
const failing = later(
  `${anyOf('fails')}|${ofCluster('unsuccessful')}|(?<!\\p{L})(?:${couldNot})|(?:did not|didn['’]t|does not|doesn['’]t|would not|wouldn['’]t|refus\\p{L}+ to) (?=stop|release|let)|(?<!\\p{L})(?:kapanmadı|ended with an error|rc ?=? ?[1-9]|exit code [1-9])(?!\\p{L})|停不|止まら`,
  'giu',
)
const refusing = later(`(?<!\\p{L})(?:${lettingGo}|${leaving})(?!\\p{L})`, 'iu')
const fencing = later(anyOf('fenced'), 'iu')
const switching = later(ofCluster('off'), 'iu')
const surely =
  /fenc(?!ing (?:is|was|device|agent|time|not))|stonith|\bshot\b|abgeschossen|afgeschoten|пристрел|фенс|フェンス|펜[스싱]|隔离/iu
const therefore = later(ofCluster('therefore'), 'iu')
const byHand = later(ofCluster('byHand'), 'iu')
const wentWell = later(ofCluster('wentWell'), 'iu')
const denied = later(`(?:${anyOf('not')}|n['’]t)\\s(?:\\p{L}{1,12}\\s){0,2}$`, 'iu')
const deniedInClause = later(`(?:${anyOf('not')})(?!.*\\s(?:and|so|then|und|dann|et|puis|y|e|i|a|en|og|och|и|ve)\\s)[^,.;]{0,24}$`, 'iu')
const none = later(`^(?:${anyOf('not')})(?!\\p{L})`, 'iu')
/** What the failure of a stop is the reason of stands behind it. */
const reason =
  /^[\s*>#-]{0,8}(?:why|cause|reason|root cause|grund|ursache|warum|cause|raison|causa|motivo|motivo|powód|przyczyna|příčina|причина|neden|原因)\b/iu
const logged =
  /_(?:stop|start|monitor|promote|demote)_\d|\bResult of |\b(?:pacemaker|corosync|lrmd|crmd|pengine|attrd|cib|stonith-ng|stonithd)[\w-]*\s*[[:(]\d|\b(?:[Ee]rror|ERROR|warning|notice|info|debug): +\w{3,40}: |\bstatus=|exitreason|\)\s?:\s+(?:Started|Stopped)|last-rc-change|Resource operation '|\bsystemctl (?:stop|start|restart)\b|\d{4}\/\d\d\/\d\d_\d\d:\d\d:\d\d (?:info|debug|notice|WARN|ERROR|CRIT)\w*: /
const ofTheWriter =
  /\bmaintenance (?:time|window)|\bwartungs\p{L}*|\ba (?:failed )?stop\b.*\b(?:leads|triggers|causes|means)\b|(?<!\p{L})(?:an?|any|every|each|ein(?:e|en)?|jeder?|une?|chaque|una?|cada|uma?|ogni|een|elk|en|ett|każd\p{L}+|každ\p{L}+) (?:\p{L}+ ){0,2}(?:stopp?|start|arrêt|parada|detención|arresto|operation|operación|opération|operazione|operação|zatrzymanie|zastavení)s?,? (?:that|which|qui|que|che|som|które?|který|która) (?:exceeds|times|runs|takes|fails|hangs|dépasse|échoue|supera|excede|falla|falha|fallisce|overschrijdt|faalt|överskrider|misslyckas|przekracza|překročí)(?!\p{L})|\b(?:we|I|wir|ich) (?:have )?stopp?(?!\p{L}*ing)/iu
const supposed = { test: (text: string) => unsure.test(text) || ofTheWriter.test(text) }
/** The name of another way to move an address: its addresses are no resources of pacemaker. */
const otherKeepers = /keepalived|\bVRRP\b|\bucarp\b|MetalLB|kube-vip|\bHSRP\b|Windows (?:Failover )?[Cc]luster|\bWSFC\b|\bVCS\b/i
/** How long something may take is said first, and of the same thing that it took longer. */
const given = later(
  '(?<!\\p{L})(?:(?:it|which|that|the stop|the resource) )(?:gets|got|has|had|is given|was given|is allowed|was allowed) [^.!?;]{1,24}?(?:seconds?|minutes?|\\d ?s) (?:to|for)(?!\\p{L})|(?<!\\p{L})(?:sie|er|es|die Adresse|die Ressource|der Stop) (?:hat|hatte|bekommt|bekam) [^.!?;]{1,24}?(?:Sekunden|Minuten?|\\d ?s)(?!\\p{L})|(?<!\\p{L})(?:elle|il) (?:a|avait|dispose de|disposait de) [^.!?;]{1,24}?(?:secondes|minutes?|\\d ?s) pour(?!\\p{L})|(?<!\\p{L})(?:tiene|tenía|tem|tinha|ha|aveva) [^.!?;]{1,24}?(?:segundos|minutos?|secondi|minuti|\\d ?s) (?:para|per)(?!\\p{L})|(?<!\\p{L})(?:het|hij) (?:krijgt|kreeg|heeft|had) [^.!?;]{1,24}?(?:seconden|minuten|\\d ?s) (?:om|voor)(?!\\p{L})',
  'iu',
)
const ofSame =
  /^\s*(?:(?:but|and|aber|und|mais|et|pero|y|mas|e|ma|maar|en) )?(?:it|that|sie|es|er|die|elle|il|ce|no|não|non|het|hij|dat)(?!\p{L})/iu
const isGiven = (own: string, next: string | undefined) => next !== undefined && next.length < 200 && ofSame.test(next) && given.test(own)
/** A command that somebody typed is no operation. */
const typed = /[`„“"'«](?:sudo )?(?:pcs|crm|crm_resource|systemctl|ip|ifconfig|umount|service) [^`”“"'»\n]{1,80}[`”“"'»]/g
const mask = (text: string) => text.replace(typed, said => ' '.repeat(said.length))

const halved = /[\p{L}\d)];\s*$/u
/** Beyond these nothing is said of the operation. */
const [nearby, sentences, consequence] = [110, 4, 7]
/** So long after a stop a fencing is of something else. */
const [soon, day] = [600, 86_400]
/** Nobody tells more. */
const mostRows = 1500

/** What a text tells of operations, sentence by sentence. */
/** A row of data, as a program exports it: its fields are no words of a sentence, and those of the next row none of this one. */
const ofData = /^(?:[^,;\n]{0,80}[,;](?! )){5}/

export function operationsToldIn(spots: readonly Spot[], agents: ReadonlyMap<string, string>, { kb }: ReaderContext): ToldOperation[] {
  const ofOthers = otherKeepers.test(spots.map(({ text }) => text).join('\n'))
  const found: ToldOperation[] = []
  const rows = sentencesOf(spots, mayTell, consequence)
    .slice(0, mostRows)
    .map(sentence => ({ sentence, text: mask(sentence.text) }))
  let [failedStop, fenced, ofResource] = [-9, -9, -9]
  let last: Thing | undefined
  let failed: { readonly name: string | undefined; readonly at: number | undefined } | undefined
  rows.forEach(({ sentence, text: own }, at) => {
    if (logged.test(own) || otherKeepers.test(own) || ofData.test(own)) return
    // "It was told to stop at 04:30:21; at 04:30:41 its time was up": one sentence in two halves.
    // "It gets twenty seconds to go. It was not done after twenty": what it was given stands before.
    const isHalf = isGiven(own, rows[at + 1]?.text)
    const text = isHalf || halved.test(own) ? `${own} ${rows[at + 1]?.text ?? ''}` : own
    const tell = (key: Key, place: Place) => found.push({ key, spot: sentence.spotAt(place.start) })
    const things = thingsIn(text, agents, kb)
    if (things.length > 0 || resource.test(text) || /pacemaker/i.test(text)) ofResource = at
    const isOfResource = at - ofResource < 3
    // What is given its time was named before.
    const named = isHalf && things.length === 0 && last !== undefined ? [{ ...last, start: 0, end: 0 }] : things
    const operation = operationIn(sentence, text, named)
    const stop =
      operation?.kind === 'stop' && (isOfResource || (operation.says === 'fails' && at - failedStop < sentences)) ? operation : undefined
    if (stop && !isTakenBack(rows, at)) {
      const isOfLast = last !== undefined && isAddress(last) && anyAddress.test(text.slice(stop.place.start, stop.place.end))
      const thing = (isOfLast ? last : nearest(things, stop.place)) ?? (at - ofResource < 3 ? last : undefined)
      const isOfAddress = thing !== undefined && isAddress(thing)
      if (isOfAddress && ofOthers) return
      if (stop.says === 'late') tell('said.operations-timed-out', stop.place)
      tell('said.stop-failed', stop.place)
      if (isOfAddress) tell('said.address-stop-failed', stop.place)
      failedStop = at
      failed = { name: thing?.name, at: secondOfDay(text) }
      if (at - fenced < 3 && (reason.test(text) || at === fenced)) tell('said.stop-failure-fenced', stop.place)
    }
    if (operation?.kind === 'start' && isOfResource && things.length + Number(resource.test(text)) > 0)
      tell('said.start-failed', operation.place)
    const shot = fencedIn(sentence, text)
    if (shot) {
      const then = secondOfDay(text)
      const isSoon = then === undefined || failed?.at === undefined || (then - failed.at + day) % day <= soon
      const isOfIt =
        failed?.name === undefined || things.every(({ agent }) => agent === undefined) || things.some(({ name }) => name === failed?.name)
      if (at - failedStop < consequence && isSoon && (at === failedStop || isOfIt)) tell('said.stop-failure-fenced', shot)
      fenced = at
    }
    last = things.find(isAddress) ?? things.at(-1) ?? last
    if (at - ofResource >= 3) last = undefined
  })
  return [...found, ...lateChecks(rows, agents, kb, text => logged.test(text) || supposed.test(text))]
}

const may = later(`${resource.source}|${anyOf('stop', 'start', 'fenced')}|${ofCluster('checking', 'taking', 'stopping')}`, 'iu')
/** So many operations that pacemaker made an end of, of whatever kind. */
const counted =
  /(?<!\p{L})(?:pacemaker|(?:the|our) cluster)(?!\p{L})[^.!?;\n]{0,40}?(?<![\d.,:/-])\d{1,4} (?:(?:resource|agent|cluster) )?(?:operation(?:s|en)?|actions|aktionen|operaties|acties|operationer|opérations|operaciones|operações|operazioni|operac\p{L}{1,3}|операци\p{L}{1,2})(?!\p{L})/iu
const mayTell = (text: string) =>
  !logged.test(text) && (may.test(text) || refusing.test(text) || counted.test(text) || agentsAtWork.test(text))

type Kind = 'stop' | 'start' | 'check'
interface Operation {
  readonly kind: Kind
  readonly says: 'late' | 'fails'
  readonly place: Place
}

/** The operation that a sentence says to have failed, or to have run out of its time. */
function operationIn(sentence: Sentence, text: string, things: readonly Thing[]): Operation | undefined {
  const of = (kind: Kind, pattern: RegExp) => placesOf(pattern, text).map(place => ({ ...place, kind }))
  const isAddressNear = (place: Place) =>
    things.some(thing => gap(thing, place) < 40) ||
    anyAddress.test(text.slice(place.end, place.end + 40)) ||
    path.test(text.slice(place.end, place.end + 20))
  const operations = [
    ...of('stop', stopping),
    ...of('stop', taking).filter(isAddressNear),
    ...of('stop', kept).filter(place => things.some(thing => gap(thing, place) < nearby)),
    ...of('start', starting),
    ...of('check', checking),
  ].filter(({ end }) => !passed.test(text.slice(end, end + 40)))
  if (operations.length === 0) return undefined
  const said = [
    ...latesIn(text).map(place => ({ ...place, says: 'late' as const })),
    ...placesOf(failing, text).map(place => ({ ...place, says: 'fails' as const })),
    ...placesOf(kept, text).map(place => ({ ...place, says: 'fails' as const })),
  ]
  let best: Operation | undefined
  for (const predicate of said) {
    const operation = nearest(operations, predicate)!
    const from = Math.min(operation.start, predicate.start)
    const to = Math.max(operation.end, predicate.end)
    const between = text.slice(Math.min(operation.end, predicate.end), Math.max(operation.start, predicate.start))
    if (gap(operation, predicate) > nearby || operation.kind === 'check' || breaks.test(between)) continue
    if (predicate.says === 'fails' && denied.test(text.slice(0, predicate.start))) continue
    if (supposed.test(text.slice(Math.max(0, from - 200), to + 40))) continue
    if (!isStatedAt({ ...sentence, text }, { start: from, end: to })) continue
    if (best && (best.kind === 'stop' || operation.kind !== 'stop') && (best.says === 'late' || predicate.says !== 'late')) continue
    best = { kind: operation.kind, says: predicate.says, place: { start: from, end: to } }
  }
  return best
}

/** "The stops went through in 6 s." */
const passed =
  /^ ?(?:(?:of|for) \S{1,30} )?(?:all |itself |themselves )?(?:went (?:through|ok|okay|fine|well|down|smoothly|cleanly)|go(?:es)? through|succeeded|worked|passed|completed (?:in|ok|fine|within)|(?:was|were) (?:ok|fine|quick|clean)|lief(?:en)? (?:sauber|gut|glatt|normal|durch)|ging(?:en)? (?:gut|glatt|sauber|durch)|s['’](?:est|étaient|sont) bien (?:passée?s?|déroulée?s?)|fue(?:ron)? bien|foi bem|è andat[oa] bene|ging(?:en)? goed|gick bra|poszł[oy] (?:dobrze|gładko)|proběhl[oay]? (?:v pořádku|dobře)|прош(?:ёл|ел|ла|ли) (?:нормально|успешно|хорошо))(?!\p{L})/iu

/** Whether the next words say that it went well in the end. */
const isTakenBack = (rows: readonly { text: string }[], at: number) => rows.slice(at, at + 5).some(({ text }) => wentWell.test(text))

/** That a node was fenced by its cluster. */
function fencedIn(sentence: Sentence, text: string): Place | undefined {
  const match = fencing.exec(text) ?? switching.exec(text)
  if (!match || byHand.test(text)) return undefined
  const before = text.slice(0, match.index)
  if (!surely.test(match[0]) && !therefore.test(text)) return undefined
  if (denied.test(before) || none.test(text) || deniedInClause.test(before)) return undefined
  if (supposed.test(text)) return undefined
  const place = { start: match.index, end: match.index + match[0].length }
  return isStatedAt({ ...sentence, text }, place) ? place : undefined
}
