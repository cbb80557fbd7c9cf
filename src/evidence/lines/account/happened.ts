import { anyMark, userPrompt } from '../prompt.ts'

/** Signs of one happening on machines that somebody can name. */

/** A time of day in a sentence; versions and addresses have more dots. */
const clock =
  /(?<![\d.:])(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|(?: ?h ?|Uhr )[0-5]\d|(?= ?(?:Uhr|a\.?m\b|p\.?m\b|o['’]clock|часов|hrs?\b(?! ?\d))))(?![\d.:]*\d)|(?<![\d.:])(?:at|um|gegen|om|kl\.?|v|о|в|o) (?:[01]?\d|2[0-3])[.:][0-5]\d(?![.\d])|\d{1,2}(?:時|点|시)(?:\d|半|ちょうど|頃)?/gu
/** A day. */
const day =
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\. ?\d{1,2}\.(?: ?\d{2,4})?(?!\d)|\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b|\b\d{1,2}\.? (?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])\w*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{1,2}(?:st|nd|rd|th)?\b|\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|de \p{L}+|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)|\d{1,2}(?:月\d{1,2}|월 ?\d{1,2})/gu

/** What may be the name of a machine: no part of a path, an address or a call. */
const token = /(?<![\w./:$<{@-])[A-Za-z]{2}[\w-]{0,30}(?![\w-]|[./(=@][\w/(])/g
/** It ends in a number or in a letter of its own: `db07`, `app-ha-3`, `pgha-b`, also in capitals. */
const machine = /^(?:[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*|[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*)$/
const numbered = /(?:[a-zA-Z][-_]?\d{1,3}[a-d]?|[-_][a-dA-D])$/
/** Releases, formats, devices, protocols, settings. */
const noMachine =
  /^(?:rhel|sles|sle|el|fc|centos|ubuntu|debian|fedora|alma\w*|rocky|ext|nfs\w?|smb|ipv|ipaddr|eth|ens?|enp\w*|bond|team|sha|md|utf|base|python|perl|php|ocfs|gfs|log|http|tls|ssl|amd|sd|nvme\w*|vd|dm|raid|sbd|drbd|link|ring|rc|step|part|chapter|section|rev|ver|version|release|bug|cve|rfc|iso|level|win\w*|layer|class|oracle|sql|xen|kvm|esxi?|kernel|pid|uid|fd|udp|tcp|port|lock|tab|fig|table|page|libc?\w*|glibc|lz|bzip|gcc|db|bz|id|crc|aes|opt|arg|var|key|val|line|col|part|inode|round|top|covid|case|ticket|sp|ga|update|u|rsc|res|cl|grp|type|mode|x86|ip|fs|vip|vg|lv|lun|vlan|cgroups?|systemd|pcs|sos|crm|corosync|pacemaker|red|phase|day|week|note|file|item|test|exit|kb|tid|doc|tier|alt|psql|mysql|python|node_js|es|vim|gtk|qt)[-_]?(?:\d{1,3}[a-d]?|[a-d])$/i
/** Such as nearly every manual has. */
const generic =
  /^(?:my)?(?:node|host|server|vm|web|test|foo|bar|example|cluster|client|machine|lab|primary|secondary|storage)[-_]?(?:\d{1,2}|[a-d])$/i
/** A name behind what it is, with marks around it or in capitals. */
const called =
  /(?<![\p{L}])(?:[Nn]ode|[Ss]erver|host|box|nodo|nó|n(?:œ|oe)ud|knoten|server|nod|noden|uzel|uzlu|węzeł|węźle|węzła|узел|узле|узла|ноде|ноды|вузлі|düğüm|sunucu|nodul|csomópont\w*|serveur|servidor)\s+(?:["'«“„`]\p{L}|[A-Z]{1,8}\d*\b|\d\b)|\d号节点|\d号機|\d번 (?:노드|서버)/gu

/** How much it is, measured: not a limit or a round number of a rule. */
const measure =
  /\d+(?:[.,]\d+)? ?(?:s|ms|sec\w*|seconds?|min\w*|minutes?|h|hours?|Sekunden?|Minuten?|Stunden?|secondes?|heures?|segundos?|horas?|secondi|minuti|ore|секунд\w*|минут\w*|сек|мин|часов|sekund\w*|minut\w*|godzin\w*|hodin\w*|saniye\w*|dakika\w*|saat|秒|分|分钟|小时|초|분)(?![\p{L}\w])|\d(?:秒|分|初|초|분|小时)/giu

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
export interface Happened {
  readonly clocks: number
  readonly days: number
  readonly machines: number
  readonly measures: number
}
export function happenedIn(text: string): Happened {
  const names = new Set<string>()
  for (const [name] of text.matchAll(token))
    if (numbered.test(name) && machine.test(name) && !noMachine.test(name)) names.add(name.toLowerCase())
  let machines = 0
  for (const name of names) machines += generic.test(name) ? 0.4 : 1
  return {
    clocks: countOf(text, clock),
    days: countOf(text, day),
    machines: machines + Math.min(1, countOf(text, called)),
    measures: countOf(text, measure),
  }
}

/** Since when, or after what: somebody knows what was changed. */
const change =
  /(?<![\p{L}])(?:since|after|ever since|nach|seit|na(?= (?:de|het|een) )|sinds|efter|sedan|après|depuis|después|tras|desde|após|depois|dopo|dal(?:la|l)?|после|со?|po|od|після|sonra|beri)(?: [\p{L}\d.'’-]{1,16}){0,3} [\p{L}'’]*(?:upgrad|updat|aktualisier|aktualiza|actualiza|mise à jour|aggiorna|обновл|оновл|aktualiz|güncelle|patch|migra|мигра|umzug|verhui|reboot|neustart|install|instal|установк|kurulum|rollout|rolled out|move\b|switch\b|bascule|переезд)|更新后|升级后|安装后|更新後|導入後|업데이트 (?:후|이후)|설치 (?:후|이후)/u
export const isAfterChange = (text: string): boolean => change.test(text.toLowerCase())

/** Prompts of a machine with a name: a manual writes `$` and `#` alone. */
const named = new RegExp(String.raw`^[>|\s]{0,8}(?:${userPrompt}|[a-z][\w-]{2,40}:[~/][\w/.-]{0,40} ?[#$] )\S`, 'gm')
/** A command at a prompt that looks for why another one does not end. */
const lookedInto = new RegExp(
  `^[>|\\s]{0,8}${anyMark}\\s*(?:(?:sudo|time|timeout \\S+) +)*(?:strace|ltrace|lsof|fuser|ps|kill|pgrep|cat +/proc/\\d+/\\w+|gdb|dmesg|echo [tw] *> */proc/sysrq-trigger)(?: |$)`,
  'm',
)
/** Where in the kernel one process waits: its number stands in the path. */
const lookedAt = /^[>|\s\x60]{0,8}(?:\S{0,80}[#$%] ?)?(?:sudo )?cat \/proc\/\d{2,8}\/(?:task\/\d+\/)?(?:stack|wchan|syscall|status)\s*$/m
/** What a monitor sends of a machine. */
const alert = /^\W{0,4}\[(?:CRITICAL|ALERT|PROBLEM|FIRING(?::\d+)?|DISASTER)\] \S+ /m

/** How surely somebody was at a machine of theirs, or was called by one. */
export const atTerminal = (text: string): number =>
  Math.min(2, countOf(text, named)) + (lookedInto.test(text) || lookedAt.test(text) ? 2 : 0) + (alert.test(text) ? 2 : 0)
