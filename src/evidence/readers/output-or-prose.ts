import { weightOf } from '../lines/account/weigh.ts'
import { headingsOf, postBy } from '../lines/headings.ts'
import { isOfLibrary } from '../lines/library.ts'
import { isArticle, isObserved, tellsOfOwn } from '../lines/session.ts'
import { isWrittenYaml } from '../lines/yaml-entries.ts'

/** Settings and scripts name products and commands without showing that they run, or how long. */
const noOutput =
  /(?:^|\/)(?:etc|proc|sys|usr|boot|lib|root|home|srv|opt)\/|\.(?:sh|py|pl|rb|ya?ml|conf|cfg|ini|html?)$|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING)(?:\.\w+)?$/
const page = /^(?!.*(?:^|\/)(?:etc|proc|sys|usr|boot|lib|srv|opt)\/).*\.html?$/
const settings = /^(?!.*(?:^|\/)(?:etc|proc|sys|usr|boot|lib|srv|opt)\/).*\.ya?ml$/
/** Teams write what happened when in YAML; all else in it is settings. */
const isWritten = (path: string, head: string) =>
  (page.test(path) && weightOf(head) >= surely) || (settings.test(path) && isWrittenYaml(head) && tellsOfOwn(head))
/** Twice what makes an account. */
const surely = 4
/** People write tickets and reports in Markdown, others whole manuals. */
const markdown = /\.(?:md|markdown)$/
const ticket = /^\W{0,8}(?:Ticket|Case|Incident|INC|SR|CHG|Bug)[ #:_-]{0,3}\d{3}|^(?:From|Sent|Betreff|Von): \S/m
/** Forums in Markdown give each post a heading; what Ubuntu collects for a report names its kind. */
const thread = new RegExp(String.raw`^#{1,6} ${postBy}|^ ?ProblemType: [A-Z]\w+$`, 'm')

/** What a product writes below its own folder are its logs. */
const ownLog = /(?:^|\/)opt\/(?:[^/]+\/){1,6}(?:logs?|diag)\/(?:[^/]+\/){0,4}[^/]+\.log(?:[.-]\d{1,8})?$/
/** People call the report of what they did or met so, in many languages. */
const report =
  /(?:^|[/_ -])(?:rca|post-?mortem|(?:lab-?)?report|rapport|compte-?rendu|bericht|informe|relat[oó]rio|verslag)\d{0,3}(?=[_ .-])(?![^/]*template)[^/]*$/i
/** A manual says what a command shows; who was there says what it showed. */
const toldAfterwards =
  /^.{0,160}\b(?:(?:showed|printed|returned|produced|gave(?: me| us)?)\b[^.:]{0,60}|(?:I|[Ww]e) (?:got|saw|had)\b[^.:]{0,40}):\s*$/m
/** What a team writes afterwards: under its heading the times at which things happened. */
const timeline =
  /^#{1,4} .{0,20}(?:[Tt]imeline|[Cc]hronolog|[Ss]equence of events|Ablauf|Zeitleiste|[Cc]ronolog|[Ll]ínea de tiempo|[Ll]inha do tempo|[Vv]erloop|Tijdlijn|Tidslinje|[Oo]ś czasu|Časová osa|[Хх]ронолог|時系列|タイムライン|时间线|타임라인)/m
const timed = /^[|\s*-]{0,6}\d{1,2}:\d\d(?::\d\d)?(?!\d)/gm
/** The buttons of a page of the web between what it teaches. */
const button = /^[ \t]*(?:Ask )?Copy(?: code| to clipboard)?[ \t]*$/gm
const teaches = /^[ \t]*For example:?[ \t]*$|\b(?:enter|use|run) (?:either )?the \S.{0,80} command\b/m

/** Whether what stands in a file may be what a command printed on a machine of theirs. */
export function mayBeOutput(path: string, text: string): boolean {
  const bare = path.replace(/\.(?:gz|xz|bz2)$/, '')
  const head = text.slice(0, 8192)
  // A page of the web that was saved may be a chat or a thread of somebody with a cluster.
  if ((noOutput.test(bare) && !ownLog.test(bare) && !isWritten(bare, head)) || isArticle(head)) return false
  if ((head.match(button)?.length ?? 0) >= 2 && teaches.test(head)) return false
  if (!markdown.test(bare)) return true
  return (
    !isOfLibrary(bare) &&
    (weightOf(head) >= surely ||
      ticket.test(text.slice(0, 1024)) ||
      isObserved(head) ||
      thread.test(head) ||
      report.test(bare) ||
      toldAfterwards.test(head) ||
      (timeline.test(head) && (head.match(timed)?.length ?? 0) >= 3) ||
      headingsOf(text) < 2)
  )
}
