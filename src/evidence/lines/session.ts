/** Commands whose messages are looked for; what others print at a terminal says nothing. */
const command = `(?:pcs|crm|crm_[a-z]+|cibadmin|stonith_admin|corosync-[a-z]+|sos|sosreport|journalctl|dmesg)(?: |$)`
/** What people put before a command. */
const wrapped = String.raw`(?:(?:sudo|time)(?: -\S+)* +|TIMEFORMAT=\S+ +)*(?:/usr)?(?:/s?bin/)?`
/** `[root@node01 ~]# `, `node01:~ # `, `root@node01 ~ % `, a bare `# ` or `$ `, and the `+ ` of a shell that shows what it runs. */
const prompt = String.raw`(?:[\w@.:~\[\]()/ -]{0,80}[#$%>❯] ?|\+ )`
const typed = new RegExp(`^\\s{0,8}${prompt}\\s*${wrapped}${command}`, 'm')
/** Messages of these programs that stand in a copy without the command. */
const printed =
  /^(?:Error: (?:unable to start all nodes|Unable to (?:connect to|communicate with) |[\w.:-]+: Connection timeout|Node\(s\) startup timed out)|(?:ERROR|WARNING): cluster\.(?:init|join): |Waiting for node\(s\) to start)/m
/** Tools that run these programs print what they wrote. */
const reported =
  /^(?:fatal|failed|changed): \[[^\]\n]{1,200}\].{0,4000}\b(?:pcs|crm|corosync)\b|^\S{1,20} ?: \/Stage\[main\]\/.{0,400}\b(?:pcs|crm|corosync)/im
/** A script of the cluster writes down each operation. */
const noted = /^.{0,40}\bResource operation '[a-z-]+(?: \(\d+\))?' for '/im
/** What the system log writes to all terminals. */
const broadcast = /^Message from syslogd@\S+ at /m
/** A page about clusters shows commands as well, but it has headings. */
const heading = /^#{1,6} +[A-Z0-9]/gm

const holds = (text: string, ...words: readonly string[]) => words.some(word => text.includes(word))

/** Whether the beginning of a file is what somebody saw at a terminal while working with a cluster. */
export function isSession(head: string): boolean {
  // Most files are none: a plain search is many times quicker than a pattern that may begin anywhere.
  const shown =
    (holds(head, 'Error: ', 'cluster.', 'Waiting for ') && printed.test(head)) ||
    (holds(head, 'pcs', 'crm', 'corosync', 'PCS', 'CRM', 'COROSYNC') && holds(head, ': [', '/Stage[') && reported.test(head)) ||
    (head.includes("esource operation '") && noted.test(head)) ||
    (head.includes('Message from syslogd@') && broadcast.test(head)) ||
    (holds(head, 'pcs', 'crm', 'cib', 'corosync', 'sos', 'journalctl', 'dmesg', 'stonith') && typed.test(head))
  return shown && (head.match(heading)?.length ?? 0) < 2
}

/** What only somebody writes who tells others about their own cluster. */
const letter =
  /^(?:From|Subject|Betreff|Von|Sent|Cc): \S|^(?:Hi|Hello|Hallo|Dear|Guten Tag|Moin|Bonjour|Hola|Good (?:morning|afternoon|day))\b.{0,40}$|\b(?:[Kk]ind regards|[Bb]est regards|Thanks in advance|Mit freundlichen Grüßen|Cordialement)\b|^(?:Ticket|Case|Incident|INC|SR)[ #:]{0,3}\d{3}/m
/** What only an article has. */
const article =
  /^\W{0,8}(?:Environment|Issue|Resolution|Root [Cc]ause|Diagnostic [Ss]teps|Solution(?: Verified.*)?|Symptoms?|Cause|Workaround|Applies to.*|Prerequisites|Overview|Additional [Ii]nformation|Related .*|Environnement|Umgebung|Ursache|Lösung)\W{0,8}$/m
/** What a vendor's knowledge base says of the state of an entry. */
const stateOfEntry = /^\W{0,8}Solution (?:Verified|Unverified|In Progress)\b/m
/** The parts of an entry, each alone in its line, in their order; people copy the first two without the answer. */
const environment = /^\W{0,8}Environment\W{0,8}$/m
const issue = /^\W{0,8}Issue\W{0,8}$/m
const partsOfEntry = [environment, issue, /^\W{0,8}(?:Resolution|Root [Cc]ause)\W{0,8}$/m]

/** Whether the beginning of a file is an article, however many lines of a log it shows: they are of somebody else's cluster. */
export function isArticle(head: string): boolean {
  if (!head.includes('Environment') && !head.includes('Solution ')) return false
  return (stateOfEntry.test(head) || hasInOrder(head, partsOfEntry)) && !letter.test(head) && !tracker.test(head)
}

function hasInOrder(text: string, parts: readonly RegExp[]): boolean {
  let rest = text
  for (const part of parts) {
    const found = part.exec(rest)
    if (!found) return false
    rest = rest.slice(found.index + found[0].length)
  }
  return true
}

const daemons = String.raw`(?:corosync|pacemaker-\w+|pacemakerd|crmd|lrmd|pengine|stonith-ng)`
const date = String.raw`(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]\S{8,30})`
/** A line of a daemon of the cluster, whole and at the margin, indented or quoted. */
const daemonLine = new RegExp(String.raw`^[>| \t]{0,12}${date} (?:\S{1,253} ${daemons}(?: *\[\d+\])|\[\d+\] \S{1,253} +${daemons}\b)`, 'm')

/** In the names of all of them. */
const partsOfDaemons = ['corosync', 'pacemaker', 'crmd', 'lrmd', 'pengine', 'stonith-ng']

/** Whether the beginning of a file is what somebody wrote about a cluster of their own, with lines of its logs in it. */
export function isAccount(head: string): boolean {
  const logged = holds(head, ...partsOfDaemons) && daemonLine.test(head)
  return (logged && isLetter(head)) || isReport(head, logged)
}

/** A mail or a ticket. */
function isLetter(head: string): boolean {
  return letter.test(head) && !article.test(head) && (head.match(heading)?.length ?? 0) < 2
}

/** The parts that trackers ask for, and the marks of an answer to a list. */
const tracker =
  /^\W{0,8}(?:Description of problem|Version-Release number|How reproducible|Steps to [Rr]eproduce|To Reproduce|How to reproduce|Actual (?:results?|behaviou?r)|Expected (?:results?|behaviou?r)|Describe the bug|Bug \d{4,8}|Issue #\d+)\b|^On .{5,120} wrote:\s*$|^\S.{3,120}(?: schrieb.{0,60}| a écrit|napsal\(a\)| ha scritto| escribió) ?:\s*$/m
/** What people say who ask about a cluster that they run. */
const asker =
  /\bI(?:'m| am|'ve| have)(?: \w+){0,2} (?:running|having|seeing|facing|using|noticed|got|setup|set up|configured|an?|two|three)\b|\b[Ww]e(?:'re| are) (?:running|having|seeing|facing|using|experiencing)\b|\b[Ww]e(?:'ve| have)? (?:noticed|observed|experienced)\b|\b(?:[Mm]y|[Oo]ur) (?:\S+ ){0,3}(?:cluster|nodes?|servers?)\b|^.{0,60}\b[Aa]ny (?:ideas?|help|suggestions?|hints?|thoughts)\b/m
/** A report that a team wrote about a failure of its own. */
const incident =
  /^\W{0,8}(?:.{0,60}\b)?(?:[Ii]ncident|[Oo]utage|[Pp]ost-?[Mm]ortem|[Ii]nvestigation|RCA|Root [Cc]ause [Aa]nalysis)(?: \w+)?\b.{0,60}$/
/** Who teaches shows what would be logged; so does a page that knows the answer. */
const lesson =
  /\b[Ii]n this (?:tutorial|guide|article|post|blog|lab|chapter|section|how-?to|document)\b|^\W{0,8}(?:Prerequisites|Conclusion|Overview|Applies to.*|Solution Verified.*|Diagnostic [Ss]teps|Related .*)\W{0,8}$/m
const answered = /^\W{0,8}(?:Resolution|Solution|Cause|Root [Cc]ause|Workaround)\W{0,8}$/m

/** A message of corosync without what stands before it, as a timeline quotes it. */
const corosyncMessage = /^[>| \t]{0,12}\[(?:TOTEM|KNET|QUORUM) *\] \S/m
/** A bug report, a question in a forum or a report of an incident. */
function isReport(head: string, logged: boolean): boolean {
  const first = head.slice(0, 400).trimStart().split('\n', 1)[0]!
  const ofIncident = incident.test(first)
  if (!logged && !(ofIncident && corosyncMessage.test(head))) return false
  if (lesson.test(head) || (environment.test(head) && issue.test(head))) return false
  return ofIncident || ((tracker.test(head) || asker.test(head)) && !answered.test(head))
}
