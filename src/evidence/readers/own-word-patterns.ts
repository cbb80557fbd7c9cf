import { setupTimesOutElsewhere } from './own-word-languages.ts'

/**
 * How people say in plain words that a fault shows: patterns for one statement within one sentence. They are tried only on what
 * somebody tells of a system of their own.
 */

const quote = '[`"\'’”»*_]{0,3}'
/** Within one sentence. */
const between = '[^.!?;\\n。！？]{0,70}?'
const timesOut = '(?:tim(?:e|es|ed|ing) out|(?:hits?|exceed(?:s|ed)?|ran into|runs into|running into) (?:its|the|an?|their) time-?outs?)\\b'

const sets = `(?:pcs${quote} (?:cluster (?:setup|start|auth|node add|sync)|host auth)|crm cluster (?:init|join|start)|cluster\\.(?:init|join)|ha-cluster-(?:init|join)|crm (?:init|join))\\b`
export const setupTimedOut = [
  new RegExp(`\\b${sets}${between}(?:\\b${timesOut}|(?<![-\\w])(?:with|by|gives?|gets?|due to|because of) an? (?:\\w+ )?time-?out\\b)`),
  new RegExp(`\\b${sets}[^!?;\\n]{0,110}?${setupTimesOutElsewhere}`),
  new RegExp(`(?:\\b${timesOut}|(?<![-\\w])time-?outs?\\b(?: errors?)?) (?:when|while|during|on|at|for|in)${between}\\b${sets}`),
]

const address =
  '(?:IP(?:addr2?)?(?: address(?:es)?)?|VIPs?|[Vv]irtual (?:IP|address)(?: address)?|[Ff]loating IP|[Ss]ervice IP)(?: resources?)?'
const stopFails =
  "(?:(?:failed|fails|unable|refus(?:es|ed)) to (?:be )?stop(?:ped)?\\b|(?:did not|didn['’]t|does not|doesn['’]t|would not|wouldn['’]t) stop\\b|(?:could not|couldn['’]t|cannot|can['’]t) be stopped\\b|stop(?: operation| action)? (?:failed|fails|timed out|times out)\\b|(?:failed|timed out|times out) (?:on|during|while|at) (?:the )?stop)"
export const addressStopFailed = [
  new RegExp(`\\b${address}\\b[^.!?;\\n]{0,40}?\\b${stopFails}`),
  new RegExp(
    `\\bstop(?: operation| action)? (?:of|on|for) (?:the |our |an? )?(?:\\w+ )?${address}\\b[^.!?;\\n]{0,40}?\\b(?:failed|fails|timed out|times out)\\b`,
  ),
]

const resource = '(?:[Rr]esources?|IPaddr2?|VIP|Filesystem|[Pp]rimitives?|[Rr]esource agents?)'
export const operationsTimedOut = [
  new RegExp(`\\bstop(?:ping)? (?:operations?|actions?)\\b${between}\\b${timesOut}`),
  new RegExp(`\\b${resource}\\b${between}\\b(?:stop|stopping|stops)\\b[^.!?;\\n]{0,25}?\\b${timesOut}`),
  new RegExp(
    `\\b(?:[Mm]onitor(?:ing)?|[Ss]tart|[Pp]romote|[Dd]emote|[Rr]esource) (?:operations|actions|checks)\\b${between}\\b${timesOut}`,
  ),
  new RegExp(
    `\\b(?:[Mm]onitors|(?:[Ss]everal|[Mm]ultiple|[Mm]any|[Aa]ll|[Mm]ost|[Dd]ifferent) (?:\\w+ )?resources)\\b${between}\\b${timesOut}`,
  ),
  /\b(?:several|multiple|many|all|our)\b[^.!?;\n]{0,60}\bOCF_TIMEOUT\b|\bOCF_TIMEOUT (?:errors|failures)\b/,
]

const retransmit = '(?:[Rr]etransmit(?:s|ted|ting)?(?: [Ll]ists?)?|[Rr]etransmissions?)'
const much =
  '(?:a (?:\\w+ )?lot of|lots of|(?:so |too )?many|masses of|constant(?:ly)?|continuous(?:ly)?|continual(?:ly)?|permanent(?:ly)?|numerous|countless|(?:tens of |hundreds of )?thousands of|hundreds of|tons of|loads of|(?:a )?floods? of|flood(?:ed|ing)(?: with| by)?|full of|filled with|spamm?(?:ed|ing|s)?(?: of| with| by)?|(?:a )?storms? of|repeated(?:ly)?|non-?stop|endless(?:ly)?|massive)'
const often =
  '(?:every (?:few |couple of )?(?:milli)?seconds?|all the time|constantly|continuously|continually|permanently|repeatedly|non-?stop|over and over|endlessly|(?:hundreds|thousands) of times|flood(?:s|ing)?|spam(?:s|ming)?|fill(?:s|ing)? (?:up )?(?:the|our|my|all))'
/** The same in other languages, wherever it stands. */
const oftenElsewhere =
  'раз подряд|постоянно|непрерывно|бесконечно|大量|不断|反复|频繁|一直|반복|계속|ständig|dauernd|massenhaft|laufend|sans cesse|en boucle|constamment|constantemente|repetidamente'
export const retransmits = [
  new RegExp(`Retransmit List.{0,80}(?:${oftenElsewhere}|много раз|何度も|繰り返|immer wieder|wiederholt|sin parar|continuamente)`),
  new RegExp(`(?:${oftenElsewhere}|много|[Hh]underte|unzählige|cientos de).{0,80}Retransmit List`),
  new RegExp(`\\b${much}\\b[^.!?;\\n]{0,60}?\\b${retransmit}\\b`),
  new RegExp(`\\b${retransmit}\\b[^.!?;\\n]{0,60}?\\b${often}\\b`),
]
/** Another program's. */
export const otherRetransmits = /\b(?:TCP|UDP|NFS|RPC|SIP|QUIC|iscsi|iSCSI|netstat|packet|galera|etcd|raft)\b/i

export const tokenLost = [
  /\b(?:loses?|lost|losing) (?:the |its )?(?:totem |corosync )?token\b/,
  /\b(?:totem|corosync)(?: \w+)? token (?:was|is|gets?|got|has been|being|timed out|times out|time-?outs?)\b/i,
  /\b(?:the )?token (?:was|is|gets?|got|has been) (?:repeatedly |sometimes |often )?lost\b/,
]
/** What is over in less time than counts. */
export const soonOver =
  /(?:(?<![\d.])(?:\d|[1-9]\d|1[01]\d) ?s(?:ec(?:ond)?s?)?\b(?! later)|\b(?:a|one|for (?:a|one|some)) (?:few |couple of )?(?:seconds?|moment|minute|while)\b|\bbriefly\b|\ba bit\b|\bsome seconds\b)/i
/** What comes after a fencing or a stop is its consequence. */
export const afterFencing =
  /\b(?:fenc(?:ed|ing)|stonith|reboot(?:ed|ing)?|powered off|power(?:ing)? off|shut ?down|stopped|stopping|killed|after)\b/i

const platform =
  '(?:VMware|vSphere|ESXi?|Hyper-?V|KVM|oVirt|RHEV|VirtualBox|Proxmox|Nutanix|AWS|Amazon EC2|EC2|Azure|GCP|Google Cloud|VMs?\\b|virtual machines?\\b)'
export const onGuest = [
  new RegExp(
    `\\b(?:run(?:ning|s)?|hosted|installed|deployed|built|set ?up|environment is|cluster is|nodes? (?:is|are)|servers? (?:is|are)|machines? (?:is|are)|hosts? (?:is|are)) (?:both |all )?(?:on|in|under|inside|as) (?:top of )?(?:(?:an?|the|our|two|three|\\d) )?${platform}`,
  ),
]
