import { hiddenDate, kernelClock, logDate } from './dates.ts'
import { joinedAway } from './mail.ts'
import { isConsequence, quotedIn } from './quoted.ts'
import { textOf } from './text-of.ts'

/** Marks of a mail that quotes, and blanks, before a line. */
const quote = /^[>|\s]{0,12}/
/** A line of a log about the cluster begins so, or one of the kernel. */
const logLine = new RegExp(
  String.raw`^(?:${logDate} +(?:\[\d+\] )?(?:\S{1,253} +)?(?:corosync|openais|pacemaker|pcsd|crmd|lrmd|pengine|stonith|attrd|cib|sbd|kernel|[\w.-]+\(|[\w.-]{1,60}\[\d{1,9}\]: )|(?:stderr: )?Error: \S|[A-Za-z][\w.-]{0,80} ${kernelClock} |(?:${hiddenDate})?(?:kernel: ?)?${kernelClock} |(?:\S{1,253} +)?(?:corosync|pacemaker[\w-]{0,20}|crmd|lrmd|pengine|stonith-ng|attrd|cib|sbd)\[\d{1,9}\]: |\[\d{1,9}\] \S{1,253} corosync ?[a-z]{4,8} )`,
)
/** The list of modules is so long that every program breaks it; names follow names, however wide the lines are. */
const modules = /Modules linked in:/
const onlyModules = /^[a-z]\w{0,60}(?:\([A-Z+-]{1,8}\))?(?: +[a-z]\w{0,60}(?:\([A-Z+-]{1,8}\))?){2,200} *(?:\[last unloaded: .{0,200})?$/
/** A frame of a stack that is whole. */
const wholeFrame = /\+0x[0-9a-f]{1,6}\/0x[0-9a-f]{1,6}(?: \[\w{1,60}\])?\s*$/
/** What begins something of its own, and so never goes on with the line before. */
const own =
  /^(?:[A-Z][a-z]{2} +\d{1,2} \d\d:|\d{4}[-/]\d\d[-/]\d\d|\[ *\d|\[[A-Z][a-z]{2} [A-Z][a-z]{2} +\d|<\d{1,3}>|[a-z]+ *:[a-z]+ *: \[|\{"|[-*•#$`~=_+]|\d{1,3}[.)] |\.{3}|(?:\S{1,253} )?[\w.-]{1,80}\[\d{1,9}\]: |\S+@\S+|\S+:~|\S*[#$%>❯] )/
/** What stands before a message, and nothing of it: wherever a mail broke the line, the message is in the next one. */
const onlyPrefix = /(?:^|\s)[\w.-]{1,80}\[\d{1,9}\]:\s*$/
const message = /^(?:(?:crit|error|err|warning|notice|info|debug)\s*: +\S|\[[A-Z]{2,8} *\] \S)/
/** Where mails and pages break their lines; what could have stood within this width was not broken. */
const [narrowest, widest] = [64, 132]
const mostParts = 6

/** The line that goes on in the next one, or undefined when the next one does not go on with it. */
function joinedWith(line: string, last: string, next: string, screen?: number): string | undefined {
  // Cut at the edge of a screen, within a word or not, nothing was lost.
  if (last.length === screen && next.trim() !== '' && !own.test(next)) return line + next
  const mark = quote.exec(last)![0].trim()
  const rest = next.replace(quote, '')
  if (quote.exec(next)![0].trim() !== mark || rest.trim() === '' || own.test(rest)) return undefined
  if (modules.test(line) && onlyModules.test(rest)) return `${line.trimEnd()} ${rest.trim()}`
  if (onlyPrefix.test(line) && message.test(rest)) return `${line.trimEnd()} ${rest.trim()}`
  if (wholeFrame.test(line) || last.length > widest || (/[.!?]\s*$/.test(last) && !rest.startsWith('['))) return undefined
  const word = rest.split(/\s/, 1)[0]!
  return last.trimEnd().length + 1 + word.length > narrowest ? `${line.trimEnd()} ${rest.trim()}` : undefined
}

const [narrowestScreen, widestScreen] = [72, 300]

/** The width of the screen that lines were copied from: whatever goes on in the next line fills it to the last column. */
function screenOf(lines: readonly string[]): number | undefined {
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  if (widest < narrowestScreen || widest > widestScreen) return undefined
  const goesOn = lines.filter((line, i) => {
    const next = lines[i + 1] ?? ''
    return line.trim() !== '' && next.trim() !== '' && !own.test(next)
  })
  // What is typed and printed between lines of a log has rows of its own, and some messages have several lines.
  const logged = goesOn.filter(line => logLine.test(line))
  const full = (all: readonly string[]) => all.filter(({ length }) => length === widest).length
  return full(goesOn) >= 2 && logged.length > 0 && full(logged) * 5 >= logged.length * 4 ? widest : undefined
}

/** The usual widths of a terminal: at these, one row that is full says enough. */
const usualScreens = new Set([80, 100, 120, 132])
/** An entry for an operation that failed. */
const entry =
  /^[>|\s]{0,40}(?:[*•+-] )?(?:\S{1,120}_\d{1,9} on \S|\S{1,120} (?:\w{1,12}-interval )?(?:start|stop|moni|monitor|promote|demote|reboot|off|on)\b)/

/** The width of the screen that a status was copied from, as far as the entries for operations that failed show it. */
function screenOfStatus(lines: readonly string[]): number | undefined {
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  if (widest < narrowestScreen || widest > widestScreen) return undefined
  const full = lines.filter(({ length }) => length === widest).length
  if (full < 3 && !usualScreens.has(widest)) return undefined
  return lines.some((line, i) => line.length === widest && entry.test(line) && goesOnAfter(lines[i + 1] ?? '')) ? widest : undefined
}
const goesOnAfter = (next: string) => next.trim() !== '' && !anotherEntry.test(next) && !brokenOff.test(next)

/** Where pacemaker before 2.0 tells when an operation failed or a fencing ended, in a line of its own. */
const brokenOff = /^[>|\s]{1,40}(?:last-rc-change|completed)='/
/** An entry that a mail broke within its reason, and the rest of it. */
const openReason = / could not be executed(?: \([^)]{0,200})?$/
const restOfReason = /^[>|\s]{0,40}[^)\s][^)]{0,200}\)/
/** An entry with numbers, which ends with how long it took; a mail breaks it several times. */
const openEntry = /_\d{1,9} on \S{1,120}(?:$| '[^']{1,60}' \(\d{1,3}\):(?:$| call=-?\d+,(?!.*\bexec=\d+ms)))/
const anotherEntry = /^[>|\s]{0,40}(?:[*•-] |\S{1,120}_\d{1,9} on |$)/
const isOpen = (line: string) => /[,:]$| on \S{1,120}$|\bstatus='?[A-Z]\w{1,20}$/.test(line) || line.split("'").length % 2 === 0
const mostOfEntry = 6

/** A status with such entries in one line each; empty lines follow, so that every line keeps its number. */
export function wholeStatus(text: string): string {
  if (
    !text.includes("last-rc-change='") &&
    !text.includes(' could not be executed') &&
    !text.includes('call=') &&
    !text.includes("completed='")
  )
    return text
  const lines = text.split('\n')
  const screen = screenOfStatus(lines)
  let from = 0
  let last = 0
  for (const [i, next] of lines.entries()) {
    const line = lines[from]!.trimEnd()
    const length = last
    last = next.length
    if (i > from && length === screen && i - from <= mostOfEntry && entry.test(line) && goesOnAfter(next)) {
      // Cut at the edge, within a word or not, nothing was lost.
      lines[from] += /[,:]$/.test(lines[from]!) && /^\S/.test(next) ? ` ${next}` : next
      lines[i] = ''
      continue
    }
    const goesOn =
      i > from &&
      i - from <= mostOfEntry &&
      (brokenOff.test(next)
        ? line.endsWith(',') && /\b(?:call=-?\d+[,;]|client=\S{1,120},) /.test(line)
        : openReason.test(line)
          ? restOfReason.test(next)
          : openEntry.test(line) && isOpen(line) && !anotherEntry.test(next))
    if (!goesOn) {
      from = i
      continue
    }
    lines[from] = `${line} ${next.replace(quote, '').trim()}`
    lines[i] = ''
  }
  return lines.join('\n')
}

/** Where the line goes on, if it does: behind what a mail's encoding had broken already. */
function nextOf(lines: readonly string[], at: number): number {
  let next = at + 1
  while (lines[next] === joinedAway) next++
  return next
}

/** Whether lines of a log are broken into several in this text, as mails do it. */
export function isWrapped(head: string): boolean {
  if (wholeStatus(head) !== head) return true
  const lines = head.split(/\r?\n/)
  if (screenOf(lines) !== undefined) return true
  return lines.some(
    (line, i) => logLine.test(line.replace(quote, '')) && joinedWith(line, line, lines[nextOf(lines, i)] ?? '') !== undefined,
  )
}

const widestMail = 100

/** Whether a log was taken out of a mail that broke its lines: no line is longer than a mail's, where a log has long ones. */
export function isMailed(head: string): boolean {
  return head.split('\n').every(({ length }) => length <= widestMail) && isWrapped(head)
}

/**
 * The same text with such lines whole again, and instead of a sentence what it quotes of a log; what went into the line before leaves an
 * empty one, so that every line keeps its number.
 */
export async function* unwrapped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const lines = wholeStatus(await textOf(chunks)).split(/\r?\n/)
  const screen = screenOf(lines)
  for (let i = 0; i < lines.length; i++) {
    if (!logLine.test(lines[i]!.replace(quote, ''))) continue
    const from = i
    let last = lines[i]!
    for (let parts = 0; parts < mostParts; parts++) {
      const next = nextOf(lines, i)
      const joined = next < lines.length ? joinedWith(lines[from]!, last, lines[next]!, screen) : undefined
      if (joined === undefined) break
      last = lines[next]!
      i = next
      lines[from] = joined
      lines[i] = ''
    }
  }
  yield new TextEncoder().encode(lines.map((line, i) => (isConsequence(lines, i) ? line : (quotedIn(line) ?? line))).join('\n'))
}
