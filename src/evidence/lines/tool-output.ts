/** What tools show that build, deploy and set up: each line of a command has a mark of the tool before it, not every line of the tool itself. */

/** What only such a tool says. */
const tools = [
  // Jenkins.
  String.raw`(?:Started by (?:user|timer|an? SCM|upstream project)\b|\[Pipeline\] |Finished: (?:SUCCESS|FAILURE|ABORTED|UNSTABLE)\s*$)`,
  'Running with gitlab-runner ',
  // GitHub and Azure.
  String.raw`##\[(?:group|endgroup|section|error|command|debug)\]`,
  // TeamCity.
  String.raw`\[Step \d{1,3}/\d{1,3}\] |Step \d{1,3}/\d{1,3}: `,
  // Terraform.
  String.raw`[\w.[\]"-]{1,120} \((?:remote|local)-exec\): `,
  '---- Begin output of ',
]
const moment = String.raw`\[?(?:\d{4}-\d\d-\d\dT)?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z?\]?`
const signed = new RegExp(`^(?:${moment}(?:[WEFi]? ?:? ?\\t ?| {1,2})(?:\\d\\d[OE]\\+? ?)?)?(?:${tools.join('|')})`, 'm')
/** Bamboo and Rundeck mark each line with more than a time. */
const byMark =
  /^(?:simple|build|error|command)\t\d\d-[A-Z][a-z]{2}-\d{4} |^\d\d:\d\d:\d\d \[[^\]\n]{1,120}\]\[(?:NORMAL|ERROR|WARN|INFO|DEBUG|VERBOSE)\] /m

/** Whether a text is what such a tool shows. */
export const isConsole = (head: string): boolean => {
  if (!signed.test(head) && !byMark.test(head)) return false
  return head.split('\n').some(line => withoutConsoleMark(line) !== line)
}

const mark = new RegExp(
  [
    String.raw`^\d\d:\d\d:\d\d \[[^\]\n]{1,120}\]\[(?:NORMAL|ERROR|WARN|INFO|DEBUG|VERBOSE)\] `,
    // A line of a log has a host and a program behind its time.
    String.raw`^${moment}(?: \d\d[OE]\+? ?|(?:[WEFi]? ?:? ?\t ?| {1,2}))(?![^\s:]+ [\w.@/()-]+(?:\[\d+\])?: )(?:\[Step \d{1,3}/\d{1,3}\] )?`,
    String.raw`^(?:simple|build|error|command)\t\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\t`,
    String.raw`^[\w.[\]"-]{1,120} \((?:remote|local)-exec\): `,
    '^STD(?:ERR|OUT): ',
  ].join('|'),
)
/** Without what the tool put before a line. */
export const withoutConsoleMark = (line: string): string => line.replace(mark, '')
