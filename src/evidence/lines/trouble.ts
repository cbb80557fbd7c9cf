import { userPrompt } from './prompt.ts'

/**
 * What tells a report of a trouble from a text about a program, whatever the trouble is: somebody met it once, on a system of theirs, and
 * does not know why. Manuals, plans and changes speak of anybody's system, of what may happen, or of what is done.
 */

/** Words of whoever tells what they did or do not understand; each alone is enough. */
const firstPerson = [
  // What I did: one happening, in the past. Whoever wrote a program says so as well, but tells no fault in the same breath.
  String.raw`\bI(?:['’]ve| have| had)? (?:\w+ly |just |also |then |already |again |first |even )?(?!need|use|want|recommend|suggest|propos|develop|design|document|implement|rename|refactor|publish|maintain|provid|includ)(?:[a-z]{2,}ed|went|took|put|lost|found|forgot(?:ten)?|began|left|let|did|thought|had|was|were)\b`,
  // What I do, step by step, until it fails.
  String.raw`\bI (?:\w+ly |now |then |always |still |only )?(?:run|type|press|power|boot|reboot|restart|start|stop|execute|issue|enter|try|log|ssh|kill|use|have to|had to|do not (?:know|understand|see)|don['’]t (?:know|understand|see))\b`,
  String.raw`\bI(?:['’]m| am) (?:not |un)(?:really |entirely |quite |100% )?(?:sure|certain|clear|able)\b`,
  String.raw`\bI (?:wonder|suspect|believe|guess|assume|fear)\b|\b(?:[Nn]o|[Ww]ithout any) idea (?:why|what|how|where)\b|\bnot sure (?:why|what|which|if|whether|how)\b`,
  String.raw`\b[Ww]e(?:['’]ve| have|['’]re| are)? (?:just |also |then |already |recently |currently |still |sometimes |often |regularly |now )?(?:got|get|see|seeing|measured|timed|found|find|lost|hit|upgraded|updated|migrated|moved|rebooted|restarted|killed|tried|deployed|debugg(?:ed|ing)|use|run|have (?:an?|two|three|several|some|many|one|\d+)\b(?! (?:plans?|list|wiki|page|policy|rule|check|test|option|function|script)\b))`,
  String.raw`\b(?:on|in|for|of|with|from|at) (?:my|our|one of (?:my|our)|all (?:of )?our|some of our|both (?:of )?our) (?!own\b|opinion|experience|view|case\b|project|code\b|README|documentation|docs\b|blog)\w`,
  String.raw`\b(?:happens?|happened|occur(?:s|red)?|started|began|reproduc\w+) (?:to (?:me|us)|(?:for|with) (?:me|us)|on (?:my|our))\b`,
]
/** Words of one happening, or of one machine, in which nobody is named. */
const happening = [
  // What was tried, and failed.
  String.raw`\b[Oo]nly (?:an? )?(?:(?:hard|full|cold|VM|node|power) )?(?:reboot|reset|power[- ]?cycl\w+|restart|power[- ]off)\w*(?: of \S{1,40}(?: \S{1,40})?)? (?:clears?|cleared|helps?|helped|fixes|fixed|frees|freed|recovers?|recovered|resolves|resolved|gets? (?:rid|it))\b`,
  String.raw`\b(?:had|have) to (?:hard[- ])?(?:reboot|reset|power[- ]?cycle)\b(?! (?:your|the (?:machine|computer|system) (?:after|to)))`,
  // How it was before, or elsewhere.
  String.raw`\b(?:[Nn]ormally|[Uu]sually|[Oo]ther node) (?:it )?(?:instant\w*|immediate\w*|at once|answers|takes \d|\d+(?:\.\d+)? ?s\b)`,
  // Where it was seen.
  String.raw`\b(?:[Ss]een|[Oo]bserved|[Rr]eproduced|[Cc]onfirmed|[Hh]appens?|[Hh]appened|[Hh]it|[Ee]ncountered) (?:(?:it|this|again|only|so far|also|here) )?(?:on|with|in|under) (?:(?:kernel|[Ll]inux|RHEL|CentOS|Ubuntu|Debian|SLES|Fedora|Rocky|Alma\w*|Oracle|Proxmox|version|build) ){0,3}v?\d+(?:\.\d+)+`,
  // Since when, how often.
  String.raw`\b[Ss]ince (?:(?:the|our|an?|last|this|we|I) )?(?:(?:latest|recent|kernel|OS|last) ){0,2}(?:upgrad\w+|updat\w+|migrat\w+|reboot\w*|yesterday|weekend|night|week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`,
  String.raw`\b(?:[Pp]eriodically|[Ii]ntermittently|[Rr]andomly|[Ee]very (?:few|couple of|\d+) (?:hours|days|weeks)|[Oo]nce (?:a|per|every) (?:day|week|month)|[Ll]ast (?:night|week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|[Tt]his morning|[Yy]esterday)\b`,
  String.raw`\b[Ff]or (?:some|no|whatever) (?:unknown |apparent |obvious )?reason\b`,
  // Which machine it was, told from others.
  String.raw`\b(?:specific|only|limited|unique) (?:to|on) this (?:one )?(?:VM|host|node|server|machine|box|guest|system)\b`,
]
/** Where in the kernel one process waits: its number stands in the path. */
const lookedAt = /^[>|\s\x60]{0,8}(?:\S{0,80}[#$%] ?)?(?:sudo )?cat \/proc\/\d{2,8}\/(?:task\/\d+\/)?(?:stack|wchan|syscall|status)\s*$/m
/** Prompts of a machine with a name: a manual writes `$` and `#` alone. */
const named = new RegExp(String.raw`^[>|\s]{0,8}${userPrompt}\S`, 'gm')
const leastNamed = 2
/** A time of day at which something began or ended; a schedule says it once, and for every day. */
const atTime =
  /\b(?:started|began|begins|called|stopped|stops|printed|seen|noticed|gone|back|at|since|until|seit|um|gegen|bis|ab) (?:\S+ ){0,2}(?:[01]?\d|2[0-3])[:.h][0-5]\d\b(?! ?(?:every|each|daily|täglich))/gi
const leastTimes = 3
/** A greeting, with what is said after it in the same line. */
const greeting = /^\W{0,4}(?:Hi|Hello|Hey|Dear|Greetings)(?:,| (?:all|there|everyone|everybody|team|guys|folks|community|list)\b|!)/m
const tells = new RegExp([...firstPerson, ...happening].join('|'))

/** What stands in manuals, changes and wishes, wherever it stands. */
const otherShape = new RegExp(
  [
    // A page of a manual.
    String.raw`^(?:SYNOPSIS|SEE ALSO|EXIT STATUS)\s*$|^\.(?:TH|SH|Dt|Sh) `,
    // A change that version control tells.
    String.raw`^(?:Signed-off-by|Reviewed-by|Acked-by|Change-Id|Co-authored-by): ?\S|^(?:commit|\(cherry picked from commit) [0-9a-f]{12,40}\b|^diff --git `,
    // A wish.
    String.raw`^\W{0,8}(?:Feature [Rr]equest|RFE|Proposed (?:change|solution)|Is your feature request|Describe the (?:solution|feature)|User story)\b`,
  ].join('|'),
  'm',
)
/** What stands above a list of changes, a plan, or a collection of answers, in the first line or in a heading; within a report it is a word as any other. */
const otherTitle =
  /^(?!.*\?)(?:CHANGELOG\b.*|Change ?[Ll]og\b.*|CHANGES|Changes (?:in|since)\b.*|Release [Nn]otes.*|What['’]s [Nn]ew.*|NEWS|Known [Ii]ssues|(?:.{0,40} )?(?:Runbook|Playbook|SOP|Standard Operating Procedure|[Cc]heat ?[Ss]heet|FAQ|Frequently Asked Questions)(?:\W.{0,60})?|(?:.{0,40} )?Troubleshooting(?: [Gg]uide)?|How[- ]?[Tt]o\b.{0,60}|Usage|Installation|Features|License|Contributing|Getting [Ss]tarted|Best [Pp]ractices|Table of [Cc]ontents|Step \d+\b.{0,60})\W{0,4}$/
const headline = /^#{1,6} +(.{1,120})$/gm
const isOtherTitle = (words: string) => otherTitle.test(words.replace(/^\W+/, ''))
/** Whether the first line says that what follows is a list of changes, a plan or a collection of answers. */
export const isTitledOtherwise = (head: string): boolean => isOtherTitle(head.slice(0, 400).trimStart().split('\n', 1)[0]!)
const hasOtherHeading = (head: string) => [...head.matchAll(headline)].some(([, words]) => isOtherTitle(words!))
/** Code and its comments. */
const code =
  /^\s{0,40}(?:\/\*\*?(?:\s|$)|\*\/|\/\/ \S|#include |(?:static |async |export |public |private )*(?:def|function|func|fn|class|void|int|struct) \w+.{0,80}[({:]\s*$|return .{0,60};$|if .{1,80} then$|fi$|esac$)/gm
/** A change of a program quotes the messages that it changes. */
const patch = /^(?:diff --git a\/|@@ -\d+,\d+ \+\d+,\d+ @@)/m
export const isPatch = (head: string): boolean => patch.test(head)
/** Whoever reports a trouble may show a script of a few lines. */
const isCode = (head: string): boolean => {
  const lines = countOf(head, code)
  return lines >= 2 && lines * 4 >= countOf(head, /^.*\S/gm)
}

const you = /\b(?:you|your|yours|yourself)\b/gi
const politeYou =
  /\b(?:thank you|(?:can|could|would|do|have|did|are|will) (?:any of )?you\b|let you|(?:tell|give|send|show|let|ask) you|you deem|you have any)\b/gi
const self = /\b(?:I|my|me|mine|we|our|us|ours)\b|\bI['’]/g
const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Whether a text has the shape of a manual, a list of changes, a plan, code or a wish. */
export const isOtherShape = (head: string): boolean =>
  otherShape.test(head) || isTitledOtherwise(head) || hasOtherHeading(head) || isCode(head)

/** Whether a text speaks to a reader, and so of the reader's system. */
export const speaksToReader = (head: string): boolean => countOf(head, you) - countOf(head, politeYou) > countOf(head, self) + 1

/** Whether somebody tells of a trouble that they met, with words of their own or of one happening. */
export const tellsTrouble = (head: string): boolean =>
  tells.test(head) ||
  greeting.test(head) ||
  lookedAt.test(head) ||
  countOf(head, named) >= leastNamed ||
  countOf(head, atTime) >= leastTimes

/** The parts of the forms that trackers give to whoever reports, in several languages. */
export const askedByTracker =
  /^\W{0,8}(?:Used distribution|Linux kernel version used|systemd version the issue|In case of bug report|Unexpected behaviou?r you saw|Describe the (?:issue|problem)\b|Output of [`'"]|What(?:['’]s| is| was) (?:the )?(?:problem|issue|bug|wrong)\b|What went wrong|Your [Ee]nvironment|Fehlerbeschreibung|Problembeschreibung|Schritte (?:zur Reproduktion|zum (?:Nachstellen|Reproduzieren))|Descripción del (?:problema|error|fallo)|Pasos para reproducir|Description du (?:problème|bug)|[EÉ]tapes (?:pour reproduire|de reproduction)|Descrição do (?:problema|erro|bug)|Passos para reproduzir|Шаги (?:для )?воспроизведения|Описание (?:проблемы|ошибки)|问题描述|問題描述|复现步骤|重现步骤|再現手順|発生している問題|不具合の内容|재현 (?:방법|절차)|문제 (?:설명|현상)|오류 내용)/m
