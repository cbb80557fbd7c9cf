import { tellsOfOwn } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { signKey } from './virtual.ts'

/** The keys that `ownWords` may emit, besides the sign of a guest. */
export const ownWordKeys = ['commands.cluster-slow', 'commands.hung', 'sos.runtime-minutes'] as const

/** One of these stands in whatever is looked for. */
const marks = /pcs|crm|sos ?report|commands|[Vv][Mm]|[Vv]irtual|vSphere|ESX|Hyper-?V|EC2|Azure/
const quote = '[`"\'’”]{0,2}'
const ofCluster = `(?:pcs (?:cluster |resource |stonith |quorum )?(?:status|config)|crm_mon|crm status|crm_resource)(?: -\\S+){0,4}${quote}`
const hangs =
  "(?:hangs?|(?:just |simply |always |sometimes |often |also )?(?:hung|hanging|stuck)|never (?:returns?|comes? back|finish(?:es)?)|(?:does not|doesn['’]t|do not|don['’]t) (?:return|respond|come back|finish))\\b"
const long =
  '(?:takes?|took|taking|needs?|needed) (?:about |around |over |more than |almost |nearly |up to |at least |~ ?)?(?:(?:[2-9]\\d|\\d{3,}) ?s(?:ec(?:ond)?s?)?|(?:\\d+|a few|several|many|some|two|three|five|ten) ?min(?:ute)?s?|(?:a )?(?:very )?long(?: time)?|for ?ever|ages)\\b'
/** Within one sentence. */
const between = '[^.!?;\\n]{0,70}?'
const slowCluster = new RegExp(
  `\\b${ofCluster}${between}\\b(?:${hangs}|${long}|(?:is|are|was|were) (?:very|extremely|really|so|terribly|incredibly) slow\\b)`,
)
const hungCommands = new RegExp(
  `\\b(?:[Ss]imple|[Bb]asic|[Ee]ven|[Oo]rdinary|[Ll]inux|[Ss]hell|[Aa]ll|[Mm]ost|[Mm]any) (?:\\w+ )?commands\\b${between}\\b(?:hang|hung|hanging|get stuck|got stuck|freeze|froze|never return|do not return|don['’]t return)\\b`,
)
const slowReport = new RegExp(
  `\\b(?:sosreport|sos report)${quote}${between}\\b(?:takes?|took|taking|needs?|needed|runs?|ran)(?: for)? (?:about |around |over |more than |almost |nearly |at least |~ ?)?(?:(?<hours>\\d{1,2}|an|one|two|three|several) ?h(?:ou)?rs?|(?<minutes>\\d{2,3}) ?min(?:ute)?s?)\\b`,
)
const onGuest =
  /\b(?:run(?:ning|s)?|hosted|installed|deployed|built|set ?up|environment is|cluster is|nodes? (?:is|are)|servers? (?:is|are)|machines? (?:is|are)|hosts? (?:is|are)) (?:both |all )?(?:on|in|under|inside|as) (?:top of )?(?:(?:an?|the|our|two|three|\d) )?(?:VMware|vSphere|ESXi?|Hyper-?V|KVM|oVirt|RHEV|VirtualBox|AWS|Amazon EC2|EC2|Azure|GCP|Google Cloud|VMs?\b|virtual machines?\b)/
/** Neither said of this system, nor of now. */
const unsure =
  /\b(?:if|whether|unless|would|could|might|may|should|in case|e\.g\.|for example|no longer|not any ?more|used to|fix(?:ed|es)?|previously|instead of|rather than|don['’]t run|not run(?:ning)?|never run)\b|\bnot\b.{0,12}$/i

/**
 * What somebody says in plain words of a cluster of their own, where no measure and no log tells it: that a command of the cluster hangs or
 * takes minutes, that simple commands hang, how long a report took, that the nodes are virtual machines. Only whole statements count.
 */
export function ownWords(text: string, context: ReaderContext): Reading[] {
  if (!marks.test(text) || !tellsOfOwn(text.slice(0, 65_536))) return []
  const found: Reading[] = []
  const spots = spotsOf(text)
  spots.forEach((spot, i) => {
    if (spot.text.length > 4000 || !marks.test(spot.text)) return
    // A sentence goes on in the next line.
    const both = `${spot.text} ${(spots[i + 1]?.text ?? '').slice(0, 400)}`
    const says = (pattern: RegExp) => statement(pattern, both, spot.text.length)
    if (says(slowCluster)) found.push(reading(context, 'commands.cluster-slow', true, quoted(spot)))
    if (says(hungCommands)) found.push(reading(context, 'commands.hung', true, quoted(spot)))
    const report = says(slowReport)
    if (report) found.push(reading(context, 'sos.runtime-minutes', minutesOf(report), quoted(spot)))
    if (says(onGuest)) found.push(reading(context, signKey, 'said', quoted(spot)))
  })
  return found
}

/** Where `pattern` is found in a sentence that begins in the first `length` characters and states it. */
function statement(pattern: RegExp, text: string, length: number): RegExpExecArray | undefined {
  const match = pattern.exec(text)
  if (!match || match.index >= length) return undefined
  const before = text
    .slice(Math.max(0, match.index - 80), match.index)
    .split(/[.!?;]\s/)
    .at(-1)!
  return unsure.test(before) || unsure.test(match[0]) ? undefined : match
}

function minutesOf({ groups = {} }: RegExpExecArray): number {
  if (groups.minutes) return Number(groups.minutes)
  const words: Record<string, number> = { an: 1, one: 1, two: 2, three: 3, several: 2 }
  return 60 * (words[groups.hours!] ?? Number(groups.hours))
}

const quoted = (spot: Spot): Spot => ({ ...spot, text: spot.text.trim() })
