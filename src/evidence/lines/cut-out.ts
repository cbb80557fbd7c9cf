import { hiddenDate, kernelClock } from './dates.ts'

/**
 * What stands before lines that were cut out of a log: the file's name and the line's number by grep, a pager's or a page's number,
 * blanks, the marks of a list or of a mail that quotes them, the name or the time that a container's log puts before each line.
 */
const before = [
  // A whole line as a field.
  String.raw`"(?=[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \S{1,253} [\w.@/()-]{1,80}(?:\[\d+\])?: )`,
  // When it was collected, and by whom.
  String.raw`(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20}) [\w.:-]{1,253} (?=(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30}) (?:\[\d+\] )?\S{1,253} +\S{1,80}(?:: | \[\d+\] \(| (?:error|warning|notice|info|debug|crit) ))`,
  // A priority in front of the date is of the protocol.
  String.raw`<\d{1,3}>`,
  String.raw`<\w{1,10}>`,
  String.raw`(?:\[\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d:\d\d(?:[.,]\d{1,6})?(?: [AP]M)?|\d\d:\d\d:\d\d) +`,
  // What streams put before a line, and the labels of Loki.
  String.raw`data: |\d{4}-\d\d-\d\d[T ][\d:.]{8,20}(?:Z|[+-]\d\d:\d\d)? (?:\{[^{}]{1,400}\} |(?:stdout|stderr) [FP] |(?=[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d |\d{4}-\d\d-\d\dT\d\d:))`,
  // By grep on several machines, the name of the machine as well.
  String.raw`(?:[\w./+-]{1,200}: ?){0,2}(?:\d{1,9}:)?`,
  String.raw`[ \t]{0,40}(?:\d{1,9}[.):]?[ \t]+|[-*•#][ \t]+|\+)?`,
  String.raw`(?:[>|] ?){1,6}[ \t]{0,12}`,
  // A line as a part of a sentence, in a block of a tracker, or as a text in a list.
  '[ \\t]{0,12}(?:`{1,3}|\\*{2,3}|_{2})',
  String.raw`[ \t]{0,12}(?:\{(?:noformat|quote|code(?::[\w|=]{1,60})?)\}|\[(?:code|quote)\]|<(?:pre|code)>){1,2}`,
  String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})? (?:[\w.-]{1,253} )?`,
  // The name of a machine before the clock of its kernel.
  String.raw`[A-Za-z][\w.-]{0,80}:? (?=\[ {0,6}\d{1,9}\.\d{6}\] )`,
  hiddenDate,
  // Coloured lines come out of some programs in brackets.
  String.raw`\[(?=[A-Z][a-z]{2} )`,
  String.raw`[\w.-]{1,80} +\| +`,
  // What a monitor or a note calls the lines that follow, and fields of a table in front of a whole line.
  String.raw`[ \t]{0,12}(?:[\w/()]{2,20} ){0,2}(?:[\w/]{0,8}[Ll]ogs?|[Ss]yslog|[Jj]ournal|[Dd]mesg|[Mm]essages?|[Ee]rrors?|[Ee]vents?|[Ee]ntry|[Oo]utput|[Ll]ines?): +(?=(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30}) \S{1,253} [\w.@/-]{1,80}(?:\[\d+\])?: )`,
  String.raw`(?:"[^"]{0,200}"[,;\t]|[^",;\t]{0,80}[,;\t]){1,20}"?(?=[A-Z][a-z]{2} +\d{1,2} \d\d:|\d{4}-\d\d-\d\dT)`,
  String.raw`[ \t]{0,12}[-*] +["']`,
]
/** What a line of a log begins with. */
const begins = [
  String.raw`[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d[. ]`,
  String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:`,
  `(?:kernel: )?${kernelClock} `,
  String.raw`kernel: \w`,
  String.raw`\{"(?:__|host|ident|message|MESSAGE|log|@?time)`,
  String.raw`(?:corosync|pacemaker-\w+|pacemakerd|crmd|lrmd|pengine|stonith-ng|attrd|cib)(?:\[\d+\])?: `,
  String.raw`\[(?:TOTEM|KNET|QUORUM) *\] `,
  // Of pacemaker's own log below a clock, and of corosync's log without its times.
  String.raw`[\w.-]{1,253} +pacemaker[\w-]{1,20} +\[\d+\] \(\w+\)\s`,
  String.raw`\[\d+\] \S{1,253} corosync ?(?:warning|notice|error|info|crit|debug) +\[`,
]
const cutOut = new RegExp(`^(?:${before.join('|')})(?=${begins.join('|')})`)

/** A line of a log without what somebody put before it. */
export function withoutMarks(line: string): string {
  const mark = cutOut.exec(line)?.[0]
  if (mark === undefined) return line
  return /[`*_]/.test(mark) ? line.slice(mark.length).replace(/(?:`+|\*{2,3}|__)\s*$/, '') : line.slice(mark.length)
}
