import { isNotStated } from '../readers/not-stated.ts'
import type { Spot } from '../readers/reader.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { anyOf } from './vocabulary.ts'

/** What sentences tell of the operations of a cluster: that a stop or a start ran out of its time or failed, and what came of it. */
export interface ToldOperation {
  readonly key:
    | 'said.operations-timed-out'
    | 'said.stop-failed'
    | 'said.address-stop-failed'
    | 'said.start-failed'
    | 'said.stop-failure-fenced'
  readonly spot: Spot
}

const address =
  '(?<![\\w-])(?:IPaddr2?|VIPs?|v?ip_\\w+|vip\\w*|\\w+_v?ip|[Vv]irtual IP|[Ff]loating IP|virtuelle\\w* IP|IP virtuell?[el]\\w*|IP virtual|IP virtuale|wirtualn\\w+ IP|virtuální IP|виртуальн\\p{L}* IP|仮想IP|虚拟 ?IP|가상 ?IP)(?![\\w-])'
/** A sentence is of a resource of the cluster where one of these stands in it. */
const resource = new RegExp(
  `${address}|(?<!\\p{L})(?:resources?|ressourcen?|recursos?|risors[ae]|zas[oó]b\\p{L}*|zdroj\\p{L}*|ресурс\\p{L}*|resurs\\p{L}*|kaynak\\p{L}*|Filesystem|primitive)(?!\\p{L})|ocf:|リソース|资源|리소스`,
  'iu',
)
const ofAddress = new RegExp(address, 'u')
const stop = new RegExp(anyOf('stop'), 'iu')
const start = new RegExp(anyOf('start'), 'iu')
const between = '[^.!?;。]{0,50}?'
/** It ran out of its time; what is called a time out stands alone or with a verb. */
const late = new RegExp(
  `(?:${anyOf('exceeded')})${between}(?:${anyOf('limit')})|(?:${anyOf('limit')})[^.!?;。]{0,24}?(?:${anyOf('exceeded')})|(?<!\\p{L})tim(?:ed|es|ing) ?out(?!\\p{L})|OCF_TIMEOUT|超时(?!时|设|值|的|为|是)|逾[时時]|タイムアウト(?:し|とな|にな)|타임아웃(?:됐|되|이 발생|났)`,
  'iu',
)
const fails = new RegExp(anyOf('fails'), 'iu')
const fenced = new RegExp(anyOf('fenced'), 'iu')
const denied = new RegExp(`(?:${anyOf('not')}|n['’]t)\\s(?:\\p{L}{1,12}\\s){0,1}$`, 'iu')
/** What logs and states of a cluster say is read by others. */
const logged =
  /_(?:stop|start|monitor|promote|demote)_\d|\bResult of |\b(?:pacemaker|corosync|lrmd|crmd|pengine)[\w-]*\s*[[:(]|\bstatus=|exitreason|\)\s?:\s+(?:Started|Stopped)|last-rc-change|Resource operation '/
const supposed =
  /\b(?:if|whether|would|could|might|may|should|unless|in case|wenn|falls|si|se|als|jeśli|pokud|если|kdyby|maintenance|window|wartung\p{L}*)\b|\ba (?:failed )?stop\b.*\b(?:leads|triggers|causes|means)\b|\b(?:we|I|wir|ich) (?:have )?stopp?/iu
/** Beyond these nothing is said of the operation. */
const [nearby, sentences] = [110, 3]

/** What a text tells of operations, sentence by sentence. */
export function operationsToldIn(spots: readonly Spot[], agents: ReadonlyMap<string, string>): ToldOperation[] {
  let stopFailed = 0
  return sentencesOf(spots, text => resource.test(text) && !logged.test(text), sentences).flatMap((sentence): ToldOperation[] => {
    const { text } = sentence
    stopFailed--
    if (logged.test(text)) return []
    const told: ToldOperation['key'][] = []
    const isOfResource = resource.test(text)
    const isLate = isOfResource && follows(sentence, stop, late)
    const isFailed = follows(sentence, stop, fails) && (isOfResource || stopFailed > 0)
    if (isLate) told.push('said.operations-timed-out')
    if (isLate || isFailed) told.push('said.stop-failed')
    if ((isLate || (isFailed && isOfResource)) && isOfAddress(text, agents)) told.push('said.address-stop-failed')
    if (isOfResource && follows(sentence, start, late) && !isLate) told.push('said.start-failed')
    if (isLate || isFailed) stopFailed = sentences
    if (stopFailed > 0 && follows(sentence, fails, fenced, stop)) told.push('said.stop-failure-fenced')
    return told.map(key => ({ key, spot: sentence.spotAt(Math.max(0, stop.exec(text)?.index ?? 0)) }))
  })
}

/** By its name, unless the text names another agent for it. */
function isOfAddress(text: string, agents: ReadonlyMap<string, string>): boolean {
  const found = ofAddress.exec(text)
  if (!found) return false
  const agent = agents.get(found[0]) ?? /^ ?\((?:ocf:{1,2}\w{1,20}:)?(\w{2,40})\)/.exec(text.slice(found.index + found[0].length))?.[1]
  return agent === undefined || /^IPaddr2?$/.test(agent)
}

/** Whether one is said of the other, in either order, and all of them stand in the sentence. */
function follows({ text, before, after }: Sentence, one: RegExp, other: RegExp, third = one): boolean {
  const [first, second] = [one.exec(text), other.exec(text)]
  if (!first || !second || !third.test(text)) return false
  const from = Math.min(first.index, second.index)
  const to = Math.max(first.index + first[0].length, second.index + second[0].length)
  if (to - from > nearby + first[0].length + second[0].length) return false
  const isDenied = denied.test(text.slice(0, second.index)) || supposed.test(text.slice(Math.max(0, from - 60), to + 40))
  return !isDenied && !isNotStated({ before: before + text.slice(0, from), said: text.slice(from, to), after: text.slice(to) + after })
}
