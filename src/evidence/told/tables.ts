import { wholeRows } from '../readers/cells.ts'
import type { Spot } from '../readers/reader.ts'
import { conceptsOf, type Subject } from './concepts.ts'
import { quantitiesIn } from './quantities.ts'

/**
 * Measures in rows with several columns: the command stands in the first cell and each other one is of a node or of a try, or the
 * command stands in the head and each row is of a node. What the head calls a limit, a plan or how it was before is no measure.
 */
export interface Cell {
  readonly kind: Exclude<Subject, 'other'>
  readonly seconds: number
  readonly spot: Spot
}

/** No column of measures of now. */
const otherColumn =
  /time-?out|limit|\bmax|massim|máxim|maksym|макс|最大|上限|최대|interval|allow|expect|normal|usual|before|target|SLA|plan|every|schedul|old|previous|age|erlaubt|soll|üblich|vorher|früher|sonst|délai|avant|antes|plazo|prazo|prima|límite|limite|przed|wcześniej|dříve|норма|раньше|до|лимит|upload|download|transfer|size|date|when|start|begin|end|ago/iu
/** The rows below are no measures at all. */
const noTable = /time-?out|limit|\bmax(?:imum)?\b|schedul|interval|SLA|plan|expect|budget|lab|training/iu
/** Behind such a head, `1:12` is minutes and seconds, and no time of the day. */
const lastingColumn =
  /\bwall\b|elapsed|durat|\btook\b|taken|\breal\b|stop ?watch|Dauer|durée|duraci|duraç|durata|duur|varaktig|varighe|trwani|trván|длительн|выполнен|süre|所要|耗时|耗時|소요/iu
const clockMeasure = /^[~≈*]{0,3}(?:(\d):)?(\d{1,2}):([0-5]\d)[*!]{0,3}$/
/** A number or a moment that rows begin with. */
const numbering = /^(?:#?\d{0,3}[.)]?|[\d.:/T -]{4,20}(?: ?(?:Uhr|h|hrs|UTC|CET|CEST|am|pm|Z))?(?: ?\([^)|]{0,40}\))?)$/
const rule = /^[\s|:+=-]+$/
const [mostCells, mostRows] = [12, 60]

const cellsOf = (line: string): string[] | undefined => {
  if (line.length > 400) return undefined
  const parts = line.includes('|')
    ? line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
    : line.includes('\t')
      ? line.split('\t')
      : line.split(';').length > 2
        ? line.split(';')
        : line.trim().split(/ {3,}/)
  return parts.length >= 2 && parts.length <= mostCells ? parts.map(part => part.trim()) : undefined
}

export function cellsIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Cell[] {
  const found: Cell[] = []
  let head: { cells: string[]; kinds: (Cell['kind'] | undefined)[]; left: number } | undefined
  let above = ''
  for (const spot of wholeRows(spots)) {
    const noted = notedReport(spot, above)
    if (noted) found.push(noted)
    if (rule.test(spot.text) && spot.text.trim() !== '') continue
    const cells = cellsOf(spot.text)
    if (!cells) {
      head = undefined
      if (spot.text.trim() !== '') above = spot.text
      continue
    }
    const values = cells.map((cell, i) => wholeMeasure(cell) ?? clockIn(cell, head?.cells[i]))
    if (values.every(value => value === undefined)) {
      head =
        head === undefined && !noTable.test(above.slice(-160))
          ? { cells, kinds: cells.map(cell => (mayTell(cell) ? kindOf(cell) : undefined)), left: mostRows }
          : undefined
      continue
    }
    if (!head) found.push(...bareRow(cells, values, spot, above, mayTell))
    if (!head || --head.left < 0 || head.cells.length !== cells.length) continue
    const { cells: heads, kinds } = head
    const [first = ''] = cells.filter(cell => !numbering.test(cell))
    const ofRow = mayTell(first) ? kindOf(first) : undefined
    values.forEach((seconds, i) => {
      const kind = ofRow ?? kinds[i]
      if (seconds !== undefined && i > 0 && kind && !otherColumn.test(heads[i]!.replace(/sos ?report/giu, '')))
        found.push({ kind, seconds, spot })
    })
  }
  return found
}

/** A row without a head: the machine, what was asked of it, and how long it took each time. */
function bareRow(
  cells: readonly string[],
  values: readonly (number | undefined)[],
  spot: Spot,
  above: string,
  mayTell: (text: string) => boolean,
): Cell[] {
  const first = cells.findIndex(cell => !numbering.test(cell))
  const at = machine.test(cells[first] ?? '') && mayTell(cells[first + 1] ?? '') ? first + 1 : first
  const [cell, measures] = [cells[at] ?? '', values.slice(at + 1)]
  const kind = mayTell(cell) ? kindOf(cell) : undefined
  const isOfMeasures = measures.length > 1 && measures.filter(value => value !== undefined).length > 1 && measures[0] !== undefined
  if (!kind || !isOfMeasures || noTable.test(above.slice(-160))) return []
  return measures.flatMap((seconds): Cell[] => (seconds === undefined ? [] : [{ kind, seconds, spot }]))
}

const machine = /^[\p{L}\d][\w.-]{1,24}:?$/u

/** A row of notes: what was collected, of which machine, and how long it took: "- sos db2   85 min!!". */
const notedRow =
  /^[\s>|*•–-]{0,8}(?:sosreport|sos report|sos)(?:[ :,]{1,2}(?:on |auf |of )?[\p{L}][\w.-]*[\d-][\w.-]*)?\s{0,12}[:=→|–-]{0,2}\s{0,12}(?<measure>[~≈>]?\s?(?:ca\.? |about )?\d[^|;]{0,20}?)[|\s]{0,3}$/iu
function notedReport(spot: Spot, above: string): Cell | undefined {
  const measure = spot.text.length > 120 ? undefined : notedRow.exec(spot.text)?.groups?.measure
  const seconds = measure === undefined || noTable.test(above.slice(-160)) ? undefined : wholeMeasure(measure)
  return seconds === undefined ? undefined : { kind: 'report', seconds, spot }
}

function clockIn(cell: string, head: string | undefined): number | undefined {
  if (head === undefined || !lastingColumn.test(head) || otherColumn.test(head)) return undefined
  const [whole, hours = '0', minutes, seconds] = clockMeasure.exec(cell) ?? []
  return whole === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
}

/** The seconds of a cell that is nothing but a measure. */
function wholeMeasure(cell: string): number | undefined {
  if (cell.length > 40 || !/\d/.test(cell)) return undefined
  const [first, second] = quantitiesIn(cell)
  if (!first || second || first.role !== 'lasting') return undefined
  const rest = cell.slice(0, first.start) + cell.slice(first.end)
  return /^[\s~≈>*.!?()+-]*(?:ca\.?|about|etwa|env\.?|approx\.?)?[\s~≈>*.!?()+-]*$/iu.test(rest) ? first.least : undefined
}

/** What a cell names, where it names nothing else. */
function kindOf(cell: string): Cell['kind'] | undefined {
  const [first, second] = conceptsOf(cell).subjects
  return first && !second && first.kind !== 'other' && cell.length - (first.end - first.start) < 24 ? first.kind : undefined
}
