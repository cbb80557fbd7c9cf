import { cellsOf, separators } from './cells.ts'
import type { Spot } from './reader.ts'
import type { Late } from './told-stops.ts'

/** Operations as a table of data has them, a row each: what it was, of which resource, and that it ran out of time. */

const columns = {
  operation: /^(?:op|operation|action|task)(?:[ _]?(?:name|type))?$/i,
  result: /^(?:op[ _])?(?:result|status|state|outcome|rc[ _]?text|exit[ _]?(?:status|reason))$/i,
  resource: /^(?:resource|rsc|primitive)(?:[ _]?(?:name|id))?$/i,
  agent: /^(?:resource[ _])?(?:agent|class|type)$/i,
} as const
const operation = /^(start|stop|monitor|promote|demote)$/i
const ranOut = /^(?:timed ?-?out|time-?out|OCF_TIMEOUT)$/i
const moment = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?/
const mostRows = 20_000
const mostCharacters = 600

export function lateInTable(spots: readonly Spot[]): Late[] {
  const head = spots.findIndex(({ text }) => text.trim() !== '')
  if (head < 0 || spots[head]!.text.length > mostCharacters) return []
  const separator = separators.find(one => isHead(cellsOf(spots[head]!.text, one)))
  if (separator === undefined) return []
  const names = cellsOf(spots[head]!.text, separator).map(plain)
  const place = (column: keyof typeof columns) => names.findIndex(name => columns[column].test(name))
  const at = { operation: place('operation'), result: place('result'), resource: place('resource'), agent: place('agent') }
  return spots.slice(head + 1, head + mostRows).flatMap((spot): Late[] => {
    if (spot.text.length > mostCharacters) return []
    const cells = cellsOf(spot.text, separator).map(plain)
    if (cells.length !== names.length || !ranOut.test(cells[at.result]!) || !operation.test(cells[at.operation]!)) return []
    // Of a beginning and an end the end is when its time was up.
    const when = cells.findLast(cell => moment.test(cell))
    const [, year, month, day, hours, minutes, seconds = '0'] = moment.exec(when ?? '') ?? []
    if (year === undefined) return []
    const agent = cells[at.agent] ?? ''
    return [
      {
        operation: cells[at.operation]!.toLowerCase(),
        resource: cells[at.resource] ?? '',
        agent: agent.includes(':') ? agent.slice(agent.lastIndexOf(':') + 1) : undefined,
        day: Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000,
        at: (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds),
        spot,
      },
    ]
  })
}

const plain = (cell: string) => cell.replace(/^"|"$/g, '')
const isHead = (cells: readonly string[]) => {
  const has = (column: keyof typeof columns) => cells.some(cell => columns[column].test(plain(cell)))
  return has('operation') && has('result') && has('resource')
}
