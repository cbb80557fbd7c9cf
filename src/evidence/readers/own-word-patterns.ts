import {
  hangsElsewhere,
  promptAfterMinutes,
  reportTookElsewhere,
  setupTimesOutElsewhere,
  takesLongElsewhere,
  verbFirst,
} from './own-word-languages.ts'
import { nameAlone, nameInMarks } from './simple-commands.ts'

/**
 * How people say in plain words that a fault shows: patterns for one statement within one sentence. They are tried only on what
 * somebody tells of a system of their own.
 */

import { clusterSlowElsewhere, plainHungElsewhere } from './hang-words.ts'

const quote = '[`"\'’”»*_]{0,3}'
/** Within one sentence. */
const between = '[^.!?;\\n。！？]{0,70}?'
const adverbs =
  '(?:just|simply|always|also|now|then|sometimes|often|even|still|both|all|completely|totally|randomly|frequently|occasionally)'
/** Nothing that it fails to give back follows. */
const alone =
  '(?! (?!at all|until|unless|any ?more|after|for|to (?:the|a) (?:prompt|shell)|and|on|in|when|while|within|even|or|but|because|since|as)\\w)'
/** What Chinese and Japanese say of anything that hangs. */
const hangsInEast = '卡住|卡死|挂起|挂死|无响应|無回應|hang ?住|ハング|固ま|返ってこない|返らない|返ってきません|応答なし|応答がな'
/** That something hangs, in several languages. */
const hangs = `(?:(?:(?:${adverbs} ){0,2}(?:hangs?|hung|hanging|freezes?|froze|frozen|stalls|(?:gets?|got|is|are|was|were|becomes?|became|stays?|stayed|remains?) (?:${adverbs} )?(?:stuck|hung|hanging|frozen|blocked|unresponsive)|stuck)|(?:just )?(?:sits|sat|sitting) there|(?:has|have|had|is|was) (?:now )?(?:been )?(?:sitting|hanging|waiting) (?:there )?(?:for|since) |never (?:returns?|returned|comes? back|came back|finish(?:es|ed)?|ends?|ended|completes?)${alone}|(?:does not|doesn['’]t|do not|don['’]t|did not|didn['’]t|would not|wouldn['’]t|will not|won['’]t) (?:return|respond|come back|finish|complete|end)${alone})\\b|(?:bleib(?:t|en) )?häng(?:t|en)\\b|hing(?:en)?\\b|friert ein|frieren ein|komm(?:t|en) nicht (?:mehr )?zurück|ne (?:rend|rendent) (?:pas|plus) la main|ne répond(?:ent)? (?:pas|plus)|ne revien(?:t|nent) (?:pas|plus)|(?:se )?bloquent?\\b|reste(?:nt)? bloqué|se fige|se cuelga|se quedan? (?:colgad|bloquead)|${hangsInEast}|卡顿|没有响应|一直不返回|応答しな|зависа|завис|висит|виснет|висл|${hangsElsewhere})`
const longTime =
  '(?:(?:about|around|over|more than|almost|nearly|up to|at least|between|~|>) ?)?(?:(?:\\d{1,4} ?(?:-|–|to|and) ?)?(?:[2-9]\\d|\\d{3,})(?:\\.\\d{1,3})? ?s(?:ec(?:ond)?s?)?|(?:(?:\\d+|a few|several|many|some|two|three|five|ten)(?:-\\d+| to \\d+)? ?|an? (?:whole |full |couple of )?)min(?:ute)?s?|(?:an? )?(?:very |really |extremely )?long time|(?:very|really|extremely|too) long|for ?ever|ages|an eternity|hours)\\b'
const takesLong = `(?:(?:takes?|took|(?:is|are|was) taking|needs?|needed) ${longTime}|(?:is|are|was|were|became|gets?|got) (?:very|extremely|really|so|terribly|incredibly|unbearably|super|painfully) slow\\b|(?:daue?rt|braucht|benötigt)(?: \\S{1,20}){0,3}? (?:(?:\\d+|zwei|drei|vier|fünf|zehn|mehrere) Minuten|ewig|sehr lange)|(?:demora|leva|tarda|impiega|ci mette|trwa)(?: \\S{1,20}){0,3}? (?:\\d+|dois|duas|três|dos|tres|due|tre|cinco|cinque|dwie|trzy) minut[aoisy]{0,2}|(?<!(?:weniger als|moins de|menos de|meno di|less than|mniej niż|méně než|minder dan|менее|меньше|vor|hace|il y a|před|pred|elke|alle|cada|ogni|каждые|toutes les|každých|co) )(?<!(?<!\\d)1?\\d[.,])\\b(?:[2-9]\\d|\\d{3}) ?(?:Sekunden|secondes|segundos|secondi|sekund|seconden|секунд[ыу]?|秒|초)(?! (?:fa\\b|geleden|önce|назад|temu|atrás|zpět|전))|(?:полторы|две|три|пару|несколько) минут|\\d+ ?分(?:以上|ほど|も|钟)? ?かか|\\d+ ?분(?: ?이상)? ?(?:걸|소요)|\\d+ минут[ыу]?(?! назад)|prend(?:re)? (?:plusieurs minutes|une éternité|très longtemps)|tarda (?:mucho|varios minutos|\\d+ minutos)|非常慢|很慢|とても遅い|очень долго|тормозит|${takesLongElsewhere})`
const timesOut = '(?:tim(?:e|es|ed|ing) out|(?:hits?|exceed(?:s|ed)?|ran into|runs into|running into) (?:its|the|an?|their) time-?outs?)\\b'

/** Commands that only ask the cluster. */
const asks = `(?:pcs (?:(?:cluster|resource|stonith|quorum|property|constraint|node) )?(?:status|config|show|list)|crm_mon|crm (?:status|configure show|resource (?:status|list|show)|node (?:status|list|show))|crm_resource|cibadmin(?: -Q| --query)?|corosync-(?:quorumtool|cfgtool)|pvecm (?:status|nodes))(?: -\\S+){0,4}${quote}`
/** All commands of the cluster together; one that changes something may take its time. */
const allOfThem = `(?:(?:[Pp]cs|[Cc]rm(?:sh| shell)?)${quote}(?: commands?)?|[Cc]luster commands?)`
export const clusterSlow = [
  new RegExp(`(?:hängt|hängen|blockiert|bloque|se cuelga|зависает) (?:\\S+ ){0,3}["'„“«\`]?${asks}`),
  new RegExp(`\\b${asks}${between}(?:\\b|(?<=[^\\x00-\\x7f])|(?<=\\s)(?=[^\\x00-\\x7f]))(?:${hangs}|${takesLong}|${timesOut})`),
  new RegExp(`\\b${allOfThem} (?:${adverbs} ){0,2}(?:${hangs}|(?:take|takes|took|are taking) ${longTime}|${timesOut})`),
  // Noted without a verb, as in a chat.
  new RegExp(
    `["'\`„“«]${asks}(?: alone| by itself| allein| solo)?(?: on \\S{1,40}| auf \\S{1,40})? ?[:=] ?(?:about |~ ?)?(?:[2-9]\\d|\\d{3})(?:[.,]\\d{1,3})? ?(?:s|sec|seconds)\\b`,
  ),
  /\b(?:pcs|crm|crmsh|cluster) commands (?:are|were|got|became) (?:very |extremely |really |so )?slow\b/,
]

/** A command that has next to nothing to do: by a name that is no word, or marked as a command. */
const bare = `(?:${nameAlone})`
const marked = `(?:[\`"'‘“«] ?(?:sudo |time )?(?:${nameInMarks})\\b[^\`"'’”»\\n]{0,60}[\`"'’”»]|/(?:usr/)?s?bin/[a-z]{2,12}\\b)`
const plain = `(?:${marked}|\\b${bare}\\b(?: +-{1,2}[\\w-]{1,16}| +[~/][\\w./~-]{0,80}| +(?:aux\\w{0,3}|ef|fax)\\b){0,3})`
const plains = `${plain}(?:(?: ?, ?| and | or | & ?|、|/| und | et | y | и | e )${plain}){0,4}(?:,? (?:etc|and so on|\\.{3})\\.?)?\\)?`
export const plainHungAbroad = [...plainHungElsewhere(plain), promptAfterMinutes]
export const clusterSlowAbroad = [...clusterSlowElsewhere(`\\b${asks}`), ...verbFirst(asks)]
const minutesLong =
  '(?:takes?|took) (?!(?:about|around|roughly|almost|nearly|up to|~|between \\S+ and|\\S+ (?:to|or)|\\d+ ?[-–]) ?(?:[12]|one|two) min)(?:(?:about|around|roughly|over|more than|almost|nearly|at least|up to|~) ?)?(?:(?:between )?(?:\\d+|two|three|four|five|a few)(?: (?:and|to|or) | ?[-–] ?))?(?:several|a few|many|\\d+|two|three|four|five|ten) minutes\\b'
/** What every such command does with a file. */
const touches = `\\b(?:[Rr]eading|[Oo]pening|[Ll]isting|[Aa]ccessing|[Ss]tat(?:ing|-ing)?|[Tt]ouching) (?:an? |the |any |from )?(?:(?:file|directory|folder|path) )?[\`"']?/[\\w./$~*{}-]{1,120}[\`"']?`
export const plainHung = [
  // "4 minutes for a ps"
  new RegExp(
    `(?<![\\d.,:])(?:[3-9]|[1-9]\\d) ?[Mm]in(?:ut\\w{0,3})?\\.? (?:for|für|per|pour|para|voor|for å|za|na) (?:an? |one |ein(?:en)? |un[ae]? |het |een |the |el |le |il |um )?(?:single |simple |plain |simplen? |einfaches |simpele? |semplice |simple )?${plain}`,
  ),
  new RegExp(
    `${marked}[^.!?;\\n]{0,30}?(?:took|takes|dauerte?|brauchte?|tard[óa]|demorou|demora|a mis|met|ha impiegato|impiega|duurt|duurde|trwał?a?|zajmuje|trvá|trvalo|занимает|выполняется)(?: \\S{1,20}){0,4}? (?:[3-9]|[1-9]\\d) ?(?:min|мин)`,
  ),
  new RegExp(`(?:[Ee]infach\\w*|[Aa]lle|[Ss]elbst) (?:\\S{1,20} ){0,2}(?:Befehle|Kommandos)\\b[^.!?;\\n]{0,40}?(?:${hangs})`),
  new RegExp(`${touches}[^.!?;\\n]{0,40}? (?:${hangs})`),
  new RegExp(`${marked}[^.!?;\\n]{0,40}? (?:${hangs})`),
  new RegExp(`\\b(?:causing|causes?|makes?|making) (?:the |every |each )?${plain} (?:command )?(?:to )?(?:hang|freeze)\\b`),
  new RegExp(
    `${plain}[^.!?;\\n。！？]{0,40}(?:${hangsInEast}|卡在|卡着|没有反应|没反应|응답(?:이 )?없|멈)|${plain}[^.!?;\\n。！？]{0,40}(?:进入|处于|变成|が) ?\`?D\`? ?(?:状态|ステート)`,
  ),
  new RegExp(
    `\\b(?:[Ss]imple|[Bb]asic|[Ee]ven|[Oo]rdinary|[Ll]inux|[Ss]hell|[Aa]ll|[Mm]ost|[Mm]any|[Aa]ny|[Ee]very|[Ss]ome|[Oo]ther) (?:\\w+ ){0,2}commands?\\b${between}\\b(?:${hangs})`,
  ),
  new RegExp(`${plains}(?: (?:commands?|process(?:es)?|jobs?|calls?|${adverbs})){0,3}(?:[,;]? (?:the|this|that) command)? ?(?:${hangs})`),
  new RegExp(
    `${plains}${between}\\b(?:in|into) (?:an? |the )?(?:state )?["'“\`(]?(?:D["'”\`)]?(?: |-)?(?:state|stat)?\\b|uninterruptible|disk sleep)`,
  ),
  new RegExp(`\\b(?:hung|hanging|stuck|blocked|frozen) (?:process(?:es)?|commands?|jobs?)?(?: ?\\(| such as | like | of )? ?${plain}`),
  new RegExp(
    `\\b(?:(?:ssh|SSH|console|shell|local|remote) )?(?:log-?ins?|logging in|log in|anmeldung|connexion)\\b(?: (?:\\w+ ){0,4}?)?(?:${hangs}|${minutesLong})`,
    'i',
  ),
  new RegExp(
    `\\b(?:ssh|SSH)(?:ing)?(?: (?:to|into|sessions?|connections?) ?\\S{0,40})? (?:${adverbs} )?(?:hangs|freezes|never returns)\\b`,
  ),
]

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

const hours =
  '(?:(?<hours>\\d{1,2}|an|one|two|three|four|five|six|seven|eight|ten|twelve|several|many)(?: ?(?:-|–|to|or) ?\\w{1,6})? ?h(?:ou)?rs?|(?<minutes>\\d{2,3}) ?min(?:ute)?s?|(?<plural>hours)|(?<half>half an hour)|(?<night>all night|over ?night|(?:a|the) whole day|days))\\b'
const hoursElsewhere =
  '(?:(?:(?<hours>\\d{1,2}|eine|une?|una|uma|один|два|три|четыре|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|duas|três|quatro|due|tre|两|二|三|四|五|一)|(?<plural>mehrere|plusieurs|varias|várias|diverse|несколько|好几)) ?(?:Stunden?|heures?|horas?|or[ae]\\b|godzin\\w*|час(?:а|ов)?|个?(?:多)?小时|時間)|(?<minutes>\\d{2,3}) ?(?:Minuten|minutes|minutos|minuti|минут|分钟|分))'
const about =
  "(?:(?:mehr als|länger als|über|etwa|rund|fast|ca\\.|gut|plus (?:de |d['’])|près (?:de |d['’])|environ|más de|casi|unas|unos|mais de|quase|più di|quasi|больше|более|около|почти|超过|大约|将近|近) ?)?"
export const reportTook = [
  new RegExp(
    `\\b(?:sosreport|sos report|sos)${quote}s?${between}\\b(?:takes?|took|taking|needs?|needed|runs?|ran|running|been running)(?: (?:there|here|now|still|always|often|then))?(?: for)? (?:about |around |over |more than |almost |nearly |at least |up to |well over |~ ?|> ?)?${hours}`,
  ),
  // The same in other languages.
  new RegExp(
    `\\b(?:dauert\\w*|lief|läuft|brauch\\w+|benötigt\\w*) (?:\\S+ ){0,3}(?:sosreport|sos report)\\b${between}${about}${hoursElsewhere}`,
  ),
  new RegExp(
    `\\b(?:sosreport|sos report|sos)\\b${between}(?<![A-Za-z])(?:dauert\\w*|lief|läuft|brauch\\w+|benötigt\\w*|(?:a )?(?:pris|prend|dure|duré|mis|tourne)|tard[aóo]\\w*|(?:ha )?tardado|llev[aó]\\w*|demor\\w+|lev(?:a|ou)|ci (?:mette|ha messo)|trwa\\w*|zaj\\w+|занимает|занял\\w*|длится|длил\\w+|работа(?:ет|л)\\w*|用了|花了|跑了|耗时|需要|要)(?: (?:es|er))?(?: ?(?:bei uns|hier|jetzt|jedes Mal|immer|inzwischen|schon))? ?${about}${hoursElsewhere}`,
  ),
  ...reportTookElsewhere,
  // Japanese and Korean have the verb last.
  /\b(?:sosreport|sos report|sos)\b[^。.!?\n]{0,30}?(?:(?<hours>\d{1,2}) ?(?:時間|시간)|(?<minutes>\d{2,3}) ?(?:分|분))(?:以上|ほど|近く|も| ?이상)? ?(?:かか|掛か|を要|걸|소요)/,
]

const platform =
  '(?:VMware|vSphere|ESXi?|Hyper-?V|KVM|oVirt|RHEV|VirtualBox|Proxmox|Nutanix|AWS|Amazon EC2|EC2|Azure|GCP|Google Cloud|VMs?\\b|virtual machines?\\b)'
export const onGuest = [
  new RegExp(
    `\\b(?:run(?:ning|s)?|hosted|installed|deployed|built|set ?up|environment is|cluster is|nodes? (?:is|are)|servers? (?:is|are)|machines? (?:is|are)|hosts? (?:is|are)) (?:both |all )?(?:on|in|under|inside|as) (?:top of )?(?:(?:an?|the|our|two|three|\\d) )?${platform}`,
  ),
]
