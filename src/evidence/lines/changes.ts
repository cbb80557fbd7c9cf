/** What packages and projects say of their changes, pasted into a text: they tell what a fault was, and of nobody's system. */

const mark = String.raw`^(?<lead>[>|\s]{0,12})`
const date = String.raw`[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} (?:\d\d:\d\d:\d\d (?:[A-Z]{2,5} )?)?\d{4}`
/** rpm and dnf, SUSE, Debian. */
const head = new RegExp(
  String.raw`${mark}(?:[*] ${date} \S.{1,200}|${date} - \S+@\S+.{0,80}|[a-z0-9][a-z0-9.+-]{1,80} \(\S{1,80}\) [\w. -]{1,60}; urgency=\w{2,12}.{0,40})\s*$`,
)
const item = /^[-*+] /
/** What goes on, the items of Debian, and the end of an entry. */
const further = /^(?:\s+\S|-{20,}$)/
const mayTell = /; urgency=|^\W{0,12}\* [A-Z][a-z]{2} [A-Z][a-z]{2} +\d|^\W{0,12}[A-Z][a-z]{2} [A-Z][a-z]{2} +\d.{5,30} - \S+@/m

/** The same text with such entries empty, so that every line keeps its number. */
export function withoutChanges(text: string): string {
  if (!mayTell.test(text)) return text
  let lead: string | undefined
  /** Whether an item may follow: behind an empty line it is of some other list, unless none came before it. */
  let takesItems = false
  let isBegun = false
  return text
    .split('\n')
    .map(line => {
      const found = head.exec(line)
      if (found) {
        lead = found.groups!.lead!
        takesItems = true
        isBegun = false
        return ''
      }
      if (lead === undefined) return line
      const rest = (line.startsWith(lead) ? line.slice(lead.length) : line.replace(/^[>|\s]+$/, '')).trimEnd()
      if (rest === '') {
        takesItems = !isBegun
        return line
      }
      if (!further.test(rest) && !(takesItems && item.test(rest))) {
        lead = undefined
        return line
      }
      isBegun = true
      return ''
    })
    .join('\n')
}

/** A row that pacemaker prints of an operation that ended: its words and its milliseconds are no sentence of anybody. */
const ofOperation =
  /^[>|\s]{0,12}(?:[*•-] )?\S{1,120} (?:\S{1,12}-interval )?(?:start|stop|monitor|promote|demote|probe) on \S{1,253} returned '[^'\n]{1,60}'[^\n]{0,400} at [^\n]{10,40} after \d[\d.]{0,9}m?s\s*$/gm

/** The same text with such rows empty, so that every line keeps its number. */
export const withoutOperations = (text: string): string =>
  text.includes(" returned '") ? text.replace(ofOperation, row => row.replace(/[^\n]+/g, '')) : text
