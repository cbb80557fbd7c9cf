/** What stands in manuals, changes and wishes, wherever it stands. */
const otherShape = new RegExp(
  [
    // A page of a manual.
    String.raw`^(?:SYNOPSIS|SEE ALSO|EXIT STATUS)\s*$|^\.(?:TH|SH|Dt|Sh) `,
    // A change that version control tells.
    String.raw`^(?:Signed-off-by|Reviewed-by|Acked-by|Change-Id|Co-authored-by): ?\S|^(?:commit|\(cherry picked from commit) [0-9a-f]{12,40}\b|^diff --git `,
    // A test, and what it expects.
    String.raw`^[ \t]{1,12}Scenario(?: Outline)?: \S|^\*{3} ?(?:Settings|Test Cases|Keywords|Variables) ?\*{3}|^@test ["'].{1,120} \{\s*$`,
    // A wish.
    String.raw`^\W{0,8}(?:Feature [Rr]equest|RFE|Proposed (?:change|solution)|Is your feature request|Describe the (?:solution|feature)|User story)\b`,
  ].join('|'),
  'm',
)
/** What stands above a list of changes, a plan, or a collection of answers, in the first line or in a heading; within a report it is a word as any other. */
const otherTitle =
  /^(?!.*\?)(?!.*(?:real (?:case|incident)|echte[rn]? (?:fall|vorfall)|cas r[ée]el|caso rea(?:l|is)|caso reale|реальн\p{L}+ случа|prawdziw\p{L}+ przypad|skutečn\p{L}+ případ|実例|実際の|真实案例|实际案例|실제 사례))(?:CHANGELOG\b.*|Change ?[Ll]og\b.*|CHANGES|Changes (?:in|since)\b.*|Release [Nn]otes.*|What['’]s [Nn]ew.*|NEWS|Known [Ii]ssues|(?:.{0,40} )?(?:Runbook|Playbook|SOP|Standard Operating Procedure|[Cc]heat ?[Ss]heet|FAQ|Frequently Asked Questions)(?:\W.{0,60})?|(?:.{0,40} )?Troubleshooting(?: [Gg]uide)?|How[- ]?[Tt]o\b.{0,60}|Usage|Installation|Features|License|Contributing|Getting [Ss]tarted|Best [Pp]ractices|Table of [Cc]ontents|Step \d+\b.{0,60})\W{0,4}$/u
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

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Whether a text has the shape of a manual, a list of changes, a plan, code or a wish. */
export const isOtherShape = (head: string): boolean =>
  otherShape.test(head) || isTitledOtherwise(head) || hasOtherHeading(head) || isCode(head)
