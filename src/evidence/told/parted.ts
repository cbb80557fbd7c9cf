import { type Place, placesOf } from './late.ts'
import type { Sentence } from './sentences.ts'
import { notWanted, notWantedBehind, parting, seenAsGone, theOtherWay, wanted } from './words/membership.ts'
import { byItself, listedAsLeft, ofMembership, withoutWord } from './words/without-word.ts'

/** That nodes lost each other, where nobody names the token: one sees the other no more, goes on alone, or is out of the membership. */

const parted = new RegExp(parting, 'giu')
/** In general, or of what follows. */
const general =
  /^[^\p{L}]{0,6}(?:when|whenever|once|as soon as|until|sobald|wenn|sofern|bis|dès que|lorsque|cuando|quando|zodra|när|gdy|když|когда)(?!\p{L})/iu

/** None of the nodes did. */
const none =
  /(?<!\p{L})(?:none|neither|no node|nobody|keine[rs]?|kein|aucune?|ningún|ninguno|nenhum|nessun\p{L}?|geen|ingen|inget|żaden|žádný|ни один|ни одна|никто|hiçbir\p{L}*|どの(?:ノード|系)も|没有(?:任何)?节点|어느 노드도)(?!\p{L})[^.!?;,]*$/iu
const longest = 1000
/** Clusters of other products have members as well. */
const otherProduct =
  /\b(?:Windows|WSFC|SQL Server|Hyper-V|RAC|CSSD?|crsctl|Oracle Clusterware|Elastic\w*|OpenSearch|Kafka|Kubernetes|k8s|etcd|Ceph|Galera|MongoDB|Cassandra|RabbitMQ|Redis|Consul|Patroni|vSphere|vSAN|HACMP|PowerHA|Veritas|VCS|Serviceguard|Nutanix|Hazelcast|Docker Swarm)\b/
/** A number of members that grows. */
const counted = /(\d) ?(?:->|→|to|auf|à|a|naar|till) ?(\d)$/u

/** Where a sentence says so; what somebody wanted is none. */
export function partingsIn(sentences: readonly Sentence[], at: number): Place[] {
  const { text } = sentences[at]!
  if (text.length > longest) return []
  const places = placesOf(parted, text).filter(({ start, end }) => !isGrowing(text.slice(start, end)) && !none.test(text.slice(0, start)))
  const behind = `${text} ${sentences[at + 1]?.text ?? ''}`
  if (places.length === 0 && seenAsGone.test(text) && theOtherWay.test(text)) places.push({ start: 0, end: text.length })
  if (places.length === 0 && (isGoneSilently(text) || isListedAsLeft(sentences, at))) places.push({ start: 0, end: text.length })
  if (places.length === 0 || general.test(text)) return []
  const around = `${sentences[at - 1]?.text ?? ''}\n${behind}`
  return isWanted(around) || otherProduct.test(around) ? [] : places
}
const isGoneSilently = (text: string) => withoutWord.test(text) && ofMembership.test(text)
/** A list of the log says who left, and the words around it that nobody wanted it. */
const isListedAsLeft = (sentences: readonly Sentence[], at: number) =>
  listedAsLeft.test(sentences[at]!.text) && sentences.slice(Math.max(0, at - nearby), at + nearby).some(({ text }) => byItself.test(text))
const nearby = 5
function isGrowing(said: string): boolean {
  const [, from, to] = counted.exec(said) ?? []
  return from !== undefined && Number(to) >= Number(from)
}

/** Each word for it counts, unless it is denied. */
function isWanted(text: string): boolean {
  for (const match of text.matchAll(new RegExp(wanted, 'giu'))) {
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    if (!notWanted.test(before) && !notWantedBehind.test(text.slice(match.index + match[0].length))) return true
  }
  return false
}
