import { isExercise } from '../lines/account/exercise.ts'
import type { Reading } from '../model.ts'
import { between, momentsIn } from '../told/moments.ts'
import { lookRun } from './asking.ts'
import { cellsOf, separators, wholeRows } from './cells.ts'
import { type Run, runReadings } from './collector.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** Tables with a column for when something began and one for when it was done, with a row for each report or command. */

const began =
  /^["'*]{0,2}(?:start(?:ed|zeit|tid|time| time)?|begin|began|begun|from|von|beginn|gestartet|début|debut|lancé|inicio|início|inizio|avvio|gestart|begin(?:tijd|n)?|początek|začátek|начало|старт|başlangıç|開始|开始|开始时间|시작)(?: ?\(.{1,12}\))?["'*]{0,2}$/iu
const ended =
  /^["'*]{0,2}(?:end(?:ed|e|zeit|tid|time| time)?|finish(?:ed)?|done|until|to|bis|fertig|beendet|fin|terminé|final|fim|fine|conclusione|klaar|einde|eind(?:tijd)?|slut|klar|koniec|konec|конец|окончание|bitiş|終了|完了|结束|结束时间|종료)(?: ?\(.{1,12}\))?["'*]{0,2}$/iu
/** Nobody saw it yet. */
const planned = /plan|schedul|expected|should|soll|limit|window|fenster|reserv|prévu|previst|estimat/iu
const report =
  /^["'`*]{0,3}(?:sudo |run(?:ning)? |create |creating |generate |generating |collect(?:ing)? |take |the )?(?:sosreport|sos report)(?: -.{0,60})?["'`*]{0,3}(?: ?(?:,|:|\(|on|of|for|auf|von|sur|en|su|di|op|van|på|na|z)? ?(?:node )?[\p{L}][\w.-]*\d[\w.-]*\)?)?$/iu
const longest = 16 * 3600
const mostRows = 400

export function spannedRows(text: string, context: ReaderContext): Reading[] {
  if (!/\b(?:sos|pcs|crm_mon|cibadmin|ls|df|ps)\b[^\n]{0,200}[|;\t,\n]/.test(text)) return []
  if (isExercise(text.slice(0, 16_384))) return []
  const spots = wholeRows(spotsOf(text))
  const runs: Run[] = []
  const found = spots.flatMap((head, at): Reading[] => {
    const table = columnsOf(head.text)
    if (!table || planned.test(`${spots[at - 1]?.text ?? ''} ${head.text}`)) return []
    return spots.slice(at + 1, at + 1 + mostRows).flatMap(row => rowOf(row, table, runs, context))
  })
  return [...found, ...runReadings(runs, context)]
}

interface Table {
  readonly separator: string
  readonly from: number
  readonly to: number
  readonly count: number
}

function columnsOf(line: string): Table | undefined {
  if (line.length > 400) return undefined
  for (const separator of separators) {
    const cells = cellsOf(line, separator)
    const [from, to] = [cells.findIndex(cell => began.test(cell)), cells.findIndex(cell => ended.test(cell))]
    if (cells.length > 2 && from >= 0 && to > from) return { separator, from, to, count: cells.length }
  }
  return undefined
}

function rowOf(row: Spot, { separator, from, to, count }: Table, runs: Run[], context: ReaderContext): Reading[] {
  const cells = cellsOf(row.text, separator)
  if (Math.abs(cells.length - count) > 1) return []
  const seconds = lengthOf(cells[from] ?? '', cells[to] ?? '')
  if (seconds === undefined || seconds <= 0 || seconds > longest) return []
  for (const [i, cell] of cells.entries()) {
    if (i === from || i === to) continue
    if (report.test(cell)) return [reading(context, 'sos.runtime-minutes', Math.round(seconds / 6) / 10, row)]
    const typed = cell.replace(/^["'`*]+|["'`*]+$/g, '')
    if (/^(?:sudo )?(?:pcs|crm|crm_mon|cibadmin|corosync-\w+|ls|df|ps|lsof)(?: |$)/.test(typed)) runs.push(...lookRun(typed, seconds, row))
  }
  return []
}

/** Both with their day, or neither. */
function lengthOf(from: string, to: string): number | undefined {
  const [[first], [last]] = [momentsIn(from), momentsIn(to)]
  if (!first || !last || first.round !== last.round) return undefined
  const [one, other] = [from, to].map(cell => /\d{4}-\d\d-\d\d/.exec(cell)?.[0])
  const days = one && other ? Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000) : undefined
  if (days === undefined) return between(first, last)
  return days * 86_400 + last.second - first.second
}
