import { isPrompt } from '../lines/prompt.ts'
import { hourOfDay, two } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { rowsRead } from './ps.ts'
import { columnsAsked, columnsShown, commandNames } from './ps-columns.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'

const mayBe = /\bps .{0,120}o|\b(?:STAT|S|ELAPSED|PID)\s.{0,200}(?:COMMAND|CMD)\s*$/m
/** A longer list is a file of its own. */
const mostRows = 1000

/**
 * Rows of `ps` below the command that asked for its columns, or below a header, wherever they stand: people choose the columns that matter,
 * leave the numbers out, and let `grep` take the header away.
 */
export function pastedLists(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text)) return []
  const spots = spotsOf(text)
  const found: Reading[] = []
  for (const [i, { text: line }] of spots.entries()) {
    const columns = columnsOf(line)
    if (!columns?.some(name => commandNames.includes(name))) continue
    const below = spots.slice(i + 1, i + 1 + mostRows)
    const end = below.findIndex(({ text }) => isPrompt(text) || columnsOf(text) !== undefined)
    const rows = below.slice(0, end === -1 ? undefined : end).map(unquoted)
    found.push(...rowsRead(rows, columns, context, timesBefore(spots, i)))
  }
  return found
}

const columnsOf = (line: string) => (line.length > 400 ? undefined : (columnsShown(line) ?? columnsAsked(line)))
/** Without what a mail puts before each line; of the branches of a tree only the first could be taken for it. */
const unquoted = (spot: Spot): Spot => (spot.text.startsWith('>') ? { ...spot, text: spot.text.replace(/^(?:> ?)+/, '') } : spot)

/** What `date` printed above it, `top` and `uptime` begin with, or a prompt shows. */
const shown =
  /^[>|\s]{0,8}(?:[A-Z][a-z]{2} (?<before>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<time>\d{1,2}:\d\d:\d\d)(?: (?<half>[AP]M))?(?: [A-Z+\d:-]{1,6})? (?<year>\d{4})\s*$|(?:[^\s:]{1,12}[ ,.]+){1,6}?(?<local>\d\d:\d\d):\d\d(?: [A-Z+\d:-]{1,6}){0,2}(?: \d{4})?\s*$|(?:top - | )(?<up>\d\d:\d\d):\d\d up |\[?(?<prompt>\d\d:\d\d):\d\d[\] ].{0,80}[#$] ?ps )/
const mostAbove = 40

/** When a list was made, in the forms that it shows a start in: `10:02` and `Fri Mar 17 10:02:11 2023`. */
function timesBefore(spots: readonly Spot[], at: number): string[] {
  for (let i = at; i >= Math.max(0, at - mostAbove); i--) {
    const { text } = spots[i]!
    const found = text.includes(':') && text.length <= 200 ? shown.exec(text)?.groups : undefined
    if (!found) continue
    const { before: month, day, time, half, year } = found
    if (time === undefined) return [(found.local ?? found.up ?? found.prompt)!]
    const clock = `${two(hourOfDay(time.split(':')[0]!, half))}:${time.slice(-5)}`
    // The day of the week is not needed to count.
    return [clock.slice(0, 5), `Mon ${month} ${day!} ${clock} ${year}`]
  }
  return []
}
