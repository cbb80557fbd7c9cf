import type { Reading } from '../model.ts'
import { lookedAt, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { clock, daysOf, minuteOf, rowTime } from './row-times.ts'

/** The keys that `deviceLoad` emits beside those of `sar`. */
export const deviceKeys = ['disk.await-ms-max', 'listed.load'] as const

/** A disk that hardly works may take long to wake up. */
const leastUtil = 60
/** What is no disk, or only passes on to one. */
const noDisk = /^(?:loop|ram|zram|sr|fd|nbd)\d/
/** Rows of a day, one a minute. */
const mostSlow = 1500
/** Longer than this per request a disk answers slowly. */
const slowMs = 100
/** A volume that by its name holds the system, and disks, of which the only one does. */
const rootVolume = /(?:^|[-_/])(?:lv_?)?root(?:_?lv|vol)?$/i
const wholeDisk = /^(?:sd[a-z]{1,2}|vd[a-z]|xvd[a-z]|nvme\d+n\d+)$/
const sarDay = /^Linux \S+ \([^)]*\)\s+(\S+)/
/** `iostat -t` and `atop` put the moment above their rows. */
const momentAbove = /^(?:ATOP - \S+\s+)?(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})[T ]\s*(\d{1,2}:\d\d:\d\d(?: [AP]M)?)/
const atopDisk = /^(?:LVM|DSK|MDD) \|\s+(\S+)\s+\| busy\s+(\d{1,4})% \|.*\bavio\s+([\d.]{1,8}) ms/
const vmstatNames = /^\s*r\s+b\s+swpd\s.*\bid\s+wa\s+st\b/
const topSteal = /^[>|\s]{0,12}%?Cpu(?:\(s\)|\d{1,4} *):.*[ ,]([\d.]{1,6})[% ]{0,2}st\b/

/** How long disks took for a request in `sar -d` and `iostat -x`, and what `top`, `vmstat` and `mpstat` say was stolen, wherever they stand. */
export function deviceLoad(text: string, context: ReaderContext): Reading[] {
  const disks = (text.includes('await') && text.includes('%util')) || text.includes('| avio ')
  const stolen = text.includes('%steal') || /\bst\b/.test(text)
  if (!disks && !stolen) return []
  const worst = new Map<string, { value: number; spot: Spot }>()
  const keep = (key: string, value: number, spot: Spot) => {
    const known = worst.get(key)
    if (Number.isFinite(value) && value >= 0 && (!known || value > known.value)) worst.set(key, { value, spot })
  }
  let columns: readonly string[] = []
  let rows = 0
  let days: readonly string[] = []
  let above: number | undefined
  const names = new Set<string>()
  const slow: { name: string; days: readonly string[]; minute: number; spot: Spot }[] = []
  const disk = (name: string, util: number, waits: readonly number[], minute: number | undefined, spot: Spot) => {
    names.add(name)
    if (!(util >= leastUtil) || noDisk.test(name)) return
    for (const wait of waits) keep('disk.await-ms-max', wait, spot)
    if (minute !== undefined && waits.some(wait => wait > slowMs)) slow.push({ name, days, minute, spot })
  }
  let measured = false
  for (const spot of spotsOf(text)) {
    const line = spot.text.replace(/^(?:\s*[>|])+/, '')
    keep('cpu.steal-percent-max', Number(topSteal.exec(line.replace(/(\d),(\d)/g, '$1.$2'))?.[1] ?? Number.NaN), spot)
    const head = sarDay.exec(line) ?? momentAbove.exec(line)
    if (head) {
      days = daysOf(head[1]!)
      const time = head[2] === undefined ? null : rowTime.exec(`${head[2]} `)
      above = time ? minuteOf(time).minute : undefined
    }
    const [, atop, busy, each] = atopDisk.exec(line) ?? []
    if (atop !== undefined) disk(atop, Number(busy), [Number(each)], above, spot)
    const time = rowTime.exec(line)
    const words = wordsOf(line)
    if (isHead(words) || vmstatNames.test(line)) {
      columns = words[0] === 'avg-cpu:' ? words.slice(1) : words
      rows = 0
      measured ||= columns.includes('%util')
      continue
    }
    const at = (name: string) =>
      Number((columns.includes(name) ? (words[columns.indexOf(name)] ?? '') : '').replace(',', '.') || Number.NaN)
    if (words.length !== columns.length || words[0] === 'Average:') continue
    rows++
    if (columns.includes('%util')) {
      const waits = ['await', 'r_await', 'w_await'].map(at)
      disk(words[Math.max(0, columns.indexOf('DEV'))]!, at('%util'), waits, time ? minuteOf(time).minute : above, spot)
    }
    const ofAll = columns.includes('CPU') ? words[columns.indexOf('CPU')] === 'all' : columns.includes('%idle')
    if (columns.includes('%steal') && ofAll) keep('cpu.steal-percent-max', share(at('%steal')), spot)
    // The first row of vmstat tells of all the time since the start of the machine.
    if (columns.includes('swpd') && rows > 1) keep('cpu.steal-percent-max', share(at('st')), spot)
  }
  const isOnly = [...names].filter(name => wholeDisk.test(name)).length === 1
  const ofSystem = slow.filter(({ name }) => rootVolume.test(name) || (isOnly && wholeDisk.test(name)))
  return [
    ...ofSystem.slice(0, mostSlow).map(({ days: of, minute, spot }) => {
      const at = clock(minute)
      return reading(context, 'listed.load', ['disk', of.join(','), at, at, 'recorded'], spot)
    }),
    ...[...worst].map(([key, { value, spot }]) => reading(context, key, value, spot)),
    ...(measured ? [lookedAt(context, 'disk-times')] : []),
  ]
}

const share = (value: number) => (value <= 100 ? value : Number.NaN)

function wordsOf(line: string): string[] {
  const time = rowTime.exec(line)
  return (time ? line.slice(time[0].length) : line).trim().split(/\s+/)
}

/** The names above the columns of `sar -d`, `iostat -x`, `mpstat` and `sar -u`. */
function isHead(words: readonly string[]): boolean {
  const [first = ''] = words
  if (words.includes('%util')) return /^(?:DEV|Device:?)$/.test(first) || words.at(-1) === 'DEV'
  return words.includes('%steal') && (words.includes('CPU') || first === 'avg-cpu:')
}
