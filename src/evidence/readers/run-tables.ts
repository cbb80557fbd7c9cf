import { isExercise } from '../lines/account/exercise.ts'
import { tellsOfOwn } from '../lines/session.ts'
import { isOtherShape } from '../lines/trouble.ts'
import type { Reading } from '../model.ts'
import { lookRun } from './asking.ts'
import { cellsOf, separators } from './cells.ts'
import { type Run, runReadings } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'

/** Tables of how long commands took: commands in the head with a row for each node or moment, or the other way round. */

const asked =
  /^["'`*]{0,3}(?:time )?(?:sudo )?(?<command>(?:\/usr\/s?bin\/)?(?:pcs(?: (?:cluster|resource|stonith|quorum|property))?(?: (?:status|config))?|crm status|crm_mon|cibadmin -Q|corosync-(?:quorumtool|cfgtool)|(?:ls|df|ps|lsof)(?=$| [-/]|["'`*]))(?: -{1,2}[\w=-]{1,24}| \/[\w./-]{0,80}){0,4})["'`*]{0,3} ?(?<rest>.{0,20})$/
const unit = /^[([]?(?:in )?(?:s|sec|secs|seconds|sek|Sekunden|secondes|segundos|secondi|sekundy?|сек)[\])]?$/i
const duration =
  /^["'*~>≈ ]{0,4}(?:ca\.? ?)?(?:(?<minutes>\d{1,3}) ?m(?:in)?(?: |$|(?=\d)))?(?:(?<seconds>\d{1,5}(?:[.,]\d{1,6})?) ?(?:s|sec|secs|seconds|sek|Sek\.)["'*]{0,3})?$/
const bare = /^["'*]{0,3}(?<seconds>\d{1,5}(?:[.,]\d{1,6})?)["'*]{0,3}$/
/** Nobody measured what stands below such words. */
const limits =
  /limit|time-?out|\bmax(?:\.|imum|imal)|allowed|erlaubt|Grenzwert|target|\bSLA\b|should|soll\b|expected|typical|example|Beispiel|interval|warn|crit|threshold/i
/** A node or a moment, as only systems of somebody's own have them. */
const ofOwn = /^[`*]{0,3}[a-z][a-z-]{0,30}\d{1,4}[a-z]?(?:\.[\w.-]+)?[`*]{0,3}$|^\W{0,3}(?:\d{4}-\d\d-\d\d|\d{1,2}[.:/]\d\d)/i
const mostRows = 200

/** Commands whose times stand in a table. */
export function tabledRuns(text: string, context: ReaderContext): Reading[] {
  if (!/\b(?:pcs|crm|crm_mon|cibadmin|corosync-\w+|ls|df|ps|lsof)\b[^\n]{0,200}[|;\t,]/.test(text)) return []
  const head = text.slice(0, 65_536)
  if (isOtherShape(head) || isExercise(head)) return []
  const spots = spotsOf(text)
  const isOwn = tellsOfOwn(head)
  return runReadings(
    spots.flatMap((spot, i) => tableAt(spot, spots, i, isOwn)),
    context,
  )
}

function tableAt(spot: Spot, spots: readonly Spot[], at: number, isOwn: boolean): Run[] {
  if (spot.text.length > 400) return []
  const separator = separators.find(
    sign => cellsOf(spot.text, sign).filter(cell => commandOf(cell) !== undefined).length > 0 && cellsOf(spot.text, sign).length > 1,
  )
  if (separator === undefined) return []
  const heads = cellsOf(spot.text, separator)
  const above = [spots[at - 1], spots[at - 2]].map(line => line?.text ?? '').join(' ')
  if (limits.test(spot.text) || limits.test(above)) return []
  const columns = heads.map(commandOf)
  // A row of such a table is one whose first cell is the command; its head is not looked for.
  const isRow = columns[0] !== undefined && columns.slice(1).every(column => column === undefined)
  if (isRow) return rowOf(spot, heads, columns[0]!, headAbove(spots, at, separator), isOwn)
  const found: Run[] = []
  for (const row of spots.slice(at + 1, at + 1 + mostRows)) {
    const cells = cellsOf(row.text, separator)
    if (cells.every(cell => /^:?-{2,}:?$/.test(cell))) continue
    if (cells.length !== heads.length) break
    if (!isOwn && !cells.some(cell => ofOwn.test(cell))) continue
    for (const [i, column] of columns.entries()) if (column) found.push(...run(column, secondsIn(cells[i]!, column.isSeconds), row))
  }
  return found
}

/** The line that names the columns, above the rows of one table. */
function headAbove(spots: readonly Spot[], at: number, separator: string): readonly string[] {
  let first = at
  while (first > 0 && at - first < mostRows && spots[first - 1]!.text.includes(separator)) first--
  return cellsOf(spots[first]!.text, separator)
}

function rowOf(spot: Spot, cells: readonly string[], column: Column, heads: readonly string[], isOwn: boolean): Run[] {
  // What stands in the head tells of its column alone: one may be the limit.
  return cells.slice(1).flatMap((cell, i) => {
    const head = heads[i + 1] ?? ''
    if (limits.test(head) || limits.test(heads[0] ?? '') || (!isOwn && !ofOwn.test(head))) return []
    return run(column, secondsIn(cell, column.isSeconds || unit.test(head.split(' ').at(-1) ?? '')), spot)
  })
}

interface Column {
  readonly command: string
  readonly isSeconds: boolean
}

function commandOf(cell: string): Column | undefined {
  const found = asked.exec(cell)?.groups
  if (!found || (found.rest !== '' && !unit.test(found.rest!.trim()))) return undefined
  return { command: found.command!, isSeconds: found.rest !== '' }
}

function secondsIn(cell: string, isSeconds: boolean): number | undefined {
  const found = (duration.exec(cell) ?? (isSeconds ? bare.exec(cell) : null))?.groups
  if (!found || (found.minutes === undefined && found.seconds === undefined)) return undefined
  return Number(found.minutes ?? 0) * 60 + Number((found.seconds ?? '0').replace(',', '.'))
}

const run = ({ command }: Column, seconds: number | undefined, spot: Spot): Run[] =>
  seconds === undefined ? [] : lookRun(command, seconds, spot)
