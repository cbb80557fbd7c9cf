import type { Reading } from '../model.ts'
import { lookedAt, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { rowTime } from './row-times.ts'

/** The keys that `deviceLoad` emits beside those of `sar`. */
export const deviceKeys = ['disk.await-ms-max'] as const

/** A disk that hardly works may take long to wake up. */
const leastUtil = 60
/** What is no disk, or only passes on to one. */
const noDisk = /^(?:loop|ram|zram|sr|fd|nbd)\d/
const vmstatNames = /^\s*r\s+b\s+swpd\s.*\bid\s+wa\s+st\b/
const topSteal = /^[>|\s]{0,12}%?Cpu(?:\(s\)|\d{1,4} *):.*[ ,]([\d.]{1,6})[% ]{0,2}st\b/

/** How long disks took for a request in `sar -d` and `iostat -x`, and what `top`, `vmstat` and `mpstat` say was stolen, wherever they stand. */
export function deviceLoad(text: string, context: ReaderContext): Reading[] {
  const disks = text.includes('await') && text.includes('%util')
  const stolen = text.includes('%steal') || /\bst\b/.test(text)
  if (!disks && !stolen) return []
  const worst = new Map<string, { value: number; spot: Spot }>()
  const keep = (key: string, value: number, spot: Spot) => {
    const known = worst.get(key)
    if (Number.isFinite(value) && value >= 0 && (!known || value > known.value)) worst.set(key, { value, spot })
  }
  let columns: readonly string[] = []
  let rows = 0
  let measured = false
  for (const spot of spotsOf(text)) {
    const line = spot.text.replace(/^(?:\s*[>|])+/, '')
    keep('cpu.steal-percent-max', Number(topSteal.exec(line.replace(/(\d),(\d)/g, '$1.$2'))?.[1] ?? Number.NaN), spot)
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
    if (columns.includes('%util') && at('%util') >= leastUtil && !noDisk.test(words[Math.max(0, columns.indexOf('DEV'))]!))
      for (const name of ['await', 'r_await', 'w_await']) keep('disk.await-ms-max', at(name), spot)
    const ofAll = columns.includes('CPU') ? words[columns.indexOf('CPU')] === 'all' : columns.includes('%idle')
    if (columns.includes('%steal') && ofAll) keep('cpu.steal-percent-max', share(at('%steal')), spot)
    // The first row of vmstat tells of all the time since the start of the machine.
    if (columns.includes('swpd') && rows > 1) keep('cpu.steal-percent-max', share(at('st')), spot)
  }
  return [
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
