import { later } from '../lines/later.ts'
import { nameAlone, nameInMarks } from '../readers/simple-commands.ts'
import { clockSpansIn } from './clocks.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import { anyOf } from './vocabulary.ts'
import { gaveUpOnIt } from './words/gave-up.ts'
import { endsInTimeOut } from './words/time-outs.ts'

/** What a sentence speaks of, and what it says of it. */
export type Subject = 'question' | 'command' | 'login' | 'report' | 'other'
export type Predicate = 'hangs' | 'silent' | 'slow' | 'lasts' | 'answers' | 'timedOut'

interface Place {
  readonly start: number
  readonly end: number
}
export interface SubjectAt extends Place {
  readonly kind: Subject
}
export interface PredicateAt extends Place {
  readonly kind: Predicate
}

/** A sentence as a row of concepts. */
export interface Concepts {
  readonly subjects: readonly SubjectAt[]
  readonly predicates: readonly PredicateAt[]
  readonly quantities: readonly Quantity[]
  /** Durations as a beginning and an end. */
  readonly spans: readonly Quantity[]
}

const mark = '["\'`„“”«»’*_]{0,3}'
const option = '(?: +-{1,2}[\\w=-]{1,24})'
/** What changes something behind the name of a part of the cluster, or is no command at all. */
const changes =
  '[`"”]?[.:]?$|create|delete|remove|move|clear|ban|cleanup|enable|disable|update|meta|op|group|ungroup|clone|unclone|promotable|master|manage|unmanage|refresh|restart|relocate|failcount|debug-\\w+|set|unset|add|level|fence|confirm|history|sbd|agents?|describe|defaults|utilization|relations|device|unblock|location|colocation|order|ticket|rule|expected-votes'
/** What only asks the cluster. */
const question = `(?<![\\w-])(?:(?:sudo )?(?:[Pp]cs (?:(?:cluster|resource|stonith|quorum|property|constraint|node) )?(?:status|config|show|list)|[Cc]rm_mon|[Cc]rm mon|[Cc]rm (?:status|configure show|resource (?:status|list|show)|node (?:status|list|show))|crm_resource|cibadmin(?: -Q| --query)?|corosync-(?:quorumtool|cfgtool)|pvecm (?:status|nodes)|pcs (?:constraint|resource|stonith|property|quorum)(?! ?(?:${changes})(?![\\w-])|[\\w-]))${option}{0,4}|(?:pcs|crm(?:sh| shell)?)${mark}[ -](?:commands?|[Bb]efehle?|[Kk]ommandos?|commando\\W?s?|opdracht(?:en)?|polece\\p{L}{2,3}|příkaz\\p{L}?|komut\\p{L}*|команд\\p{L}?)|(?:команд\\p{L}?|polece\\p{L}{2,3}|commandes?|comandos?|comandi|příkazy?) pcs(?! [a-z]{4})|(?:ask(?:ing|ed)?|query(?:ing)?) pcs for (?:the |its )?status|(?:[Pp]cs|[Cc]rm(?:sh| shell)?)(?=${mark} (?:hangs?|hung|freez|takes?|took|is |are |just |always |never |dauert|braucht|hängt|duurt|doet er|hangt|tarda|tardó|demora|demorou|leva |prend |met |impiega|ci mette|tar |tog |trwa|trvá|занимает|висит|выполняется|думает))|(?<=(?<![\\p{L}])(?:reagiert|reagierte|antwortet|antwortete|hängt|reageert|responde|répond|risponde|svarar|отвечает) )pcs(?! [a-z])|[Cc]luster commands?)(?![\\w-])`
/** A command that has next to nothing to do: by a name that is no word, or marked as a command. */
const marked = `[\`"'‘“«„] ?(?:sudo |time )?(?:${nameInMarks})(?![\\w-])[^\`"'’”»\\n]{0,60}[\`"'’”»“]|(?<![\\w/])/(?:usr/)?s?bin/(?!(?:ba|k|z|c)?sh\\b|python|perl|ruby|java|pcs|crm|cib|corosync|sos)[a-z]{2,12}(?![\\w-])`
/** Words of other programs: `docker ps`, `crsctl stat res`. */
const ofOthers =
  '(?:[a-z]{2,12}ctl|docker|podman|kubectl|oc|ceph|rados|git|perf|nodetool|gluster|zfs|zpool|dfs|fs|aws|s3|gsutil|svn|rclone|adb|ipmitool|virsh|btrfs)'
/** These need more: they are words, too. */
const few = 'w|id|who|uptime|hostname|date|pwd|free|lsmod|uname'
const bare = `(?<![\\w/.$@-])(?<!(?<![\\w-])${ofOthers} )(?:${nameAlone})(?![\\w/@(-]|[.:]\\w)(?: +-{1,2}[\\w-]{1,16}| +[~/][\\w./~-]{0,80}| +(?:aux\\w{0,3}|ef|fax)\\b){0,3}(?: \\| (?:head|tail|wc|grep|less|more|sort)(?: -\\w+)?)?|(?<![\\w/.$@-])(?:cat|head|tail|touch|file|readlink|less|more|vim?)(?: +-{1,2}[\\w-]{1,16})* +/[\\w./~-]{1,80}|(?<![\\w/.$@-])(?:w|id|who|hostname|pwd|uname|free|lsmod|su -? ?\\w{0,20}|cat \\S{1,60}|id \\w{1,20})(?= ?(?:\\||:|=) ?(?:about |~ ?|ca\\.? )?\\d{1,3} ?(?:min|m |mn|h))`
/** Who says that they typed it means the command, and so does who is surprised by it. */
const typedOut = `(?<=(?<!\\p{L})(?:[Tt]yped?|[Ee]ntered|[Ee]xecuted|getippt|tapé|tecleado|tecleé|digitado|digitei|digitato|wpisałem|zadal|napsal|набрал|ввёл|ввел|[Ee]ven|[Ss]elbst|[Ss]ogar|même|incluso|hasta|até|persino|perfino|zelfs|nawet|dokonce|även|даже) (?:a |an |ein |un |een |the )?)(?:${few})(?![\\w(@/-]|[.:]\\w)|(?<![\\w/.$@-])(?:${few})(?= (?:getippt|eingegeben|getypt|ingetikt|typed|wpisane|zadáno|yazdım))`
const touched = `\\b(?:[Rr]eading|[Oo]pening|[Ll]isting|[Aa]ccessing|[Ss]tat(?:ing|-ing)?|[Tt]ouching) (?:an? |the |any |from )?(?:(?:file|directory|folder|path) )?[\`"']?/[\\w./$~*{}-]{1,120}[\`"']?`
/** One of any kind: what reads files by profession names them. */
const anyFile =
  '(?:[Rr]ead|[Oo]pen|[Ll]ist|[Aa]ccess|[Tt]ouch)(?:ing)?(?: (?:or|and|/) \\w{4,9})? (?:any (?:single )?(?:files?|director(?:y|ies)|folders?)|(?:a|even a|an empty|a small|a single|one|the) (?:single |small |local |empty )?(?:directory|folder))(?! (?:of|in|on|from|via|over|through|with) (?:the |our |an? )?(?:app|web|portal|share|SharePoint|bucket|database|editor|GUI|browser|object|S3|archive|backup|tape))'
const simply = [
  // The shell lists files as `ls` does.
  '(?<!\\p{L})(?:(?:tab|path)(?:[- ]key)?[- ]?(?:auto-?)?complet(?:ion|ing|es?)|tab-vervollständigung|complétion (?:par tab|des chemins)|autocompletado (?:con|por) tab\\p{L}*|autocompletar con tab|completamento (?:con|automatico con) tab|автодополнение по tab)(?!\\p{L})|(?:タブ|Tab ?)補完|Tab ?(?:键)?(?:自动)?补全|탭 ?(?:자동 ?)?완성',
  '(?:simple|basic|even|ordinary|linux|shell|all|most|many|any|every|some|other) (?:\\w+ ){0,2}commands?\\b',
  '(?:einfach\\p{L}*|alle|selbst|sämtliche) (?:\\p{L}{1,20} ){0,2}(?:befehle|kommandos)',
  'commandes (?:simples|basiques|de base)|(?:simples|toutes les) commandes|comandos (?:simples|básicos|sencillos)|comandi (?:semplici|banali|di base)|semplici comandi',
  '(?:eenvoudige|simpele|gewone) (?:opdrachten|commando\\W?s)|enkla kommandon|enkle kommandoer|proste polecenia|jednoduché příkazy|просты\\p{L} команд\\p{L}*|basit komutlar',
  '(?:简单|基本|普通)的?命令|(?:簡単な|単純な|基本)コマンド|(?:간단한|기본|단순한) 명령\\p{L}*',
].join('|')
const report = `(?<![\\w/.-])(?:sosreport(?:s|en|et|u|a|em|y|i|ie|ów|ům|er|erna|[’'](?:a|u|y|e|en|s|ı|i|un|ın|un))?|sos[ -]reports?|sos)(?![\\w/.-]\\w)`
/** Commands are written as they are typed; whatever else in any case. */
const typed = later(
  `(?<question>${question})|(?<command>${marked}|${bare}|${typedOut}|${touched}|\\b${anyFile})|(?<report>${report})`,
  'gu',
)
const named = later(
  `(?<command>${simply})|(?<login>${anyOf('login')})|(?<other>(?<!(?:pcs|crm|status|crm_mon) )${anyOf('others')}|\`(?!time\`)[^\`\n]{1,80}\`)`,
  'giu',
)
const deep =
  "(?:in|into) (?:an? |the )?(?:state )?[\"'“`(]?(?:d[\"'”`)]?(?: |-)?stat(?:e|us)?(?!\\p{L})|uninterruptible|disk sleep)|(?:state|status|stat) [\"'“`(]?D(?![\\p{L}'’])|(?:进入|处于|变成|が) ?`?D`? ?(?:状态|ステート)"
const timedOut = `(?:time(?:s|d)? out|timing out)(?!\\p{L})|(?:hits?|exceed(?:s|ed)?|ran into|runs into|running into) (?:its|the|an?|their) time-?outs?|g[ai]ves? up after(?= )|timer expired|${endsInTimeOut}|タイムアウト(?!の|は|値|時間)|超时(?!时|设|值|的)|타임아웃(?!은|이|을|값)`
const predicates = later(
  `(?<timedOut>${timedOut})|(?<silent>${anyOf('silent')})|(?<hangs>${anyOf('hangs')}|${deep})|(?<slow>${anyOf('slow')})|(?<lasts>${anyOf('lasts')}|${gaveUpOnIt})|(?<answers>${anyOf('answers')})`,
  'giu',
)
/** Beside these what else may take its time tells only when or where. */
/** A Dutch "de" is an article where a clause begins. */
const aside = later(`(?<![,;:] (?=de ))(?:${anyOf('during')})(?:[\\s'’]{1,2}(?:\\p{L}{1,4}|[\\p{L}'’]{1,12}))?[\\s'’]{0,2}$`, 'iu')

/** What stands in a sentence; where it has no subject of its own, it tells of the one that was `carried` from before. */
export function conceptsOf(text: string, carried?: Subject): Concepts {
  const place = (match: RegExpMatchArray) => ({ start: match.index!, end: match.index! + match[0].length })
  const kindOf = (match: RegExpMatchArray) => Object.entries(match.groups!).find(([, value]) => value !== undefined)![0]
  const subjectsBy = (pattern: RegExp) => [...text.matchAll(pattern)].map(match => ({ kind: kindOf(match) as Subject, ...place(match) }))
  const commands = subjectsBy(typed)
  const words = subjectsBy(named).filter(({ kind, start }) => kind !== 'other' || !aside.test(text.slice(Math.max(0, start - 30), start)))
  const none: readonly SubjectAt[] = carried && commands.length + words.length === 0 ? [{ kind: carried, start: 0, end: 0 }] : []
  const isToldOf = none.length > 0 || [...commands, ...words].some(({ kind }) => kind !== 'other')
  if (!isToldOf) return { subjects: [], predicates: [], quantities: [], spans: [] }
  const spans = clockSpansIn(text)
  return {
    subjects: [
      ...none,
      ...commands,
      ...words.filter(word => !commands.some(({ start, end }) => word.start < end && word.end > start)),
    ].sort((one, other) => one.start - other.start),
    predicates: [...text.matchAll(predicates)].map(match => ({ kind: kindOf(match) as Predicate, ...place(match) })),
    // "9h10" is a time of the day where another one ends it.
    quantities: quantitiesIn(text).filter(({ start, end }) => !spans.some(span => start < span.end && end > span.start)),
    spans,
  }
}
