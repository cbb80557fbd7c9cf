import type { Reading } from '../model.ts'
import { lookedAt, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { clock, daysOf, minuteOf, minutesBetween, rowTime } from './row-times.ts'

/** Below this share of idle time programs have to wait for a processor, unless the processors themselves wait for disks. */
const busyIdlePercent = 5
const mostIowaitPercent = 10
/** Pages a second, in and out together; with 4 KiB each it is the same as `swapKib`. Swap that is merely filled moves none. */
const swapPages = 1000
const swapKib = 4000
/** Both directions, or it is a single program that goes to swap, or comes back. */
const leastOfOneWay = 0.05
/** Less than this is no traffic. */
const quietPages = 10
/** One mean over so long tells of a while; shorter ones must follow each other. */
const longMinutes = 4
const leastShort = 3
const leastUntimed = 2
/** `top` tells of one moment; the load says that it lasted. */
const busyLoad = 4

interface Sample {
  readonly spot: Spot
  readonly minute?: number | undefined
  readonly second?: number | undefined
  readonly bad: boolean
  readonly quiet: boolean
}
type What = 'cpu' | 'swap'

/** A table's rows, one for each interval. */
interface Series {
  readonly what: What
  readonly samples: Sample[]
}

/** One of these is in every form. */
const marks = ['%idle', 'pswpin/s', ' si ', 'Cpu(s):']
const sarHead = /^Linux \S+ \([^)]*\)\s+(\S+)/
const topHead = /^top - (\d\d):(\d\d):\d\d .*load averages?: ([\d.]+?),? +([\d.]+?),? /
const vmstatNames = /^\s*r\s+b\s+swpd\s.*\bsi\s+so\s.*\bid\s+wa\b/

/**
 * When the processors were fully busy and when the node swapped, from `sar`, `mpstat`, `iostat`, `vmstat` and `top`, wherever somebody put
 * their output: `listed.load` is what, the days it may be (month-day), from and to (hour:minute; empty where the output has no times).
 */
export function loadTimes(text: string, context: ReaderContext): Reading[] {
  if (!marks.some(mark => text.includes(mark))) return []
  const found: Reading[] = []
  let days: readonly string[] = []
  let columns: readonly string[] = []
  let series: Series[] = []
  let isVmstat = false
  let afterRow = false
  let top: { minute: number; load: number } | undefined
  const end = () => {
    for (const one of series) found.push(...runsOf(one, days, context))
    series = []
  }
  const measured = new Set<What>()
  const add = (what: What, sample: Sample) => {
    measured.add(what)
    const known = series.find(one => one.what === what)
    if (known) known.samples.push(sample)
    else series.push({ what, samples: [sample] })
  }
  for (const spot of spotsOf(text)) {
    const line = spot.text
    const head = sarHead.exec(line)
    if (head) {
      end()
      days = daysOf(head[1]!)
      columns = []
    }
    if (line.includes('top - ')) {
      const [, hour, minute, one, five] = topHead.exec(line) ?? []
      top = hour ? { minute: Number(hour) * 60 + Number(minute), load: Math.min(Number(one), Number(five) * 2) } : undefined
    }
    if (top && /^%?Cpu\(s\):/.test(line)) {
      const share = (name: string) => Number(new RegExp(`([\\d.]+)[% ]{0,2}${name}\\b`).exec(line.replace(/(\d),(\d)/g, '$1.$2'))?.[1])
      const bad = share('id') < busyIdlePercent && share('wa') < mostIowaitPercent && top.load >= busyLoad
      if (bad) found.push(listed('cpu', days, top.minute, top.minute, spot, context))
      top = undefined
    }
    if (vmstatNames.test(line)) {
      if (!afterRow) end()
      // With -t the zone of the times follows.
      columns = line
        .trim()
        .replace(/(\b(?:wa|st|gu)) +[A-Z]{2,5}$/, '$1')
        .split(/\s+/)
      isVmstat = true
      continue
    }
    if (isVmstat) {
      const numbers = line.trim().split(/\s+/).slice(0, columns.length).map(Number)
      const isRow = numbers.length === columns.length && numbers.every(Number.isFinite)
      const at = (name: string) => numbers[columns.indexOf(name)] ?? Number.NaN
      // The first row tells of all the time since the start of the machine.
      if (isRow && afterRow) {
        add('cpu', { spot, bad: isBusy(at('id'), at('wa')), quiet: false })
        add('swap', { spot, bad: swaps(at('si'), at('so'), swapKib), quiet: false })
      }
      if (isRow || /^procs\b/.test(line)) afterRow = isRow || afterRow
      else {
        isVmstat = afterRow = false
        end()
      }
      continue
    }
    const time = rowTime.exec(line)
    const words = (time ? line.slice(time[0].length) : line).trim().split(/\s+/)
    if (words.includes('%idle') || words.includes('pswpin/s')) {
      if (columns.join() !== words.join()) end()
      columns = words
      continue
    }
    if (!time || columns.length === 0) continue
    const at = (name: string) => Number((words[columns.indexOf(name)] ?? '').replace(',', '.'))
    const stamp = { spot, ...minuteOf(time) }
    if (columns.includes('pswpin/s') && words.length === columns.length) {
      const [ins, outs] = [at('pswpin/s'), at('pswpout/s')]
      add('swap', { ...stamp, bad: swaps(ins, outs, swapPages), quiet: ins + outs < quietPages })
    } else if (columns[0] === 'CPU' && words[0] === 'all' && words.length === columns.length)
      add('cpu', { ...stamp, bad: isBusy(at('%idle'), at('%iowait')), quiet: false })
    else if (words.length !== columns.length && words[0] !== 'all') columns = []
  }
  end()
  return [...found, ...[...measured].map(what => lookedAt(context, what === 'cpu' ? 'cpu-times' : 'swap-traffic'))]
}

const isBusy = (idle: number, iowait: number) => idle < busyIdlePercent && !(iowait >= mostIowaitPercent)
const swaps = (ins: number, outs: number, limit: number) => ins + outs >= limit && Math.min(ins, outs) >= (ins + outs) * leastOfOneWay

/** The stretches of one table in which it was bad, each once; of swap also that nothing moved in all its time. */
function runsOf({ what, samples }: Series, days: readonly string[], context: ReaderContext): Reading[] {
  const found: Reading[] = []
  for (let from = 0; from < samples.length; from++) {
    if (!samples[from]!.bad) continue
    let to = from
    while (samples[to + 1]?.bad) to++
    const [first, last, before] = [samples[from]!, samples[to]!, samples[from - 1] ?? samples[from]!]
    const count = to - from + 1
    const minutes = first.second === undefined ? 0 : minutesBetween(before.second ?? 0, last.second ?? 0)
    const whole = intervalOf(samples)
    const least = first.minute === undefined ? leastUntimed : whole >= longMinutes ? 1 : whole >= 1 ? 2 : leastShort
    if (count >= least) {
      const start =
        first.minute === undefined
          ? undefined
          : before === first
            ? first.minute - Math.round(whole)
            : first.minute - Math.round(minutes / count)
      const kind = first.minute !== undefined && whole < 1 ? ([] as const) : days
      found.push(listed(what, kind, start, last.minute, first.spot, context, whole >= 1))
    }
    from = to
  }
  const [head, tail] = [samples[0], samples.at(-1)]
  if (what === 'swap' && samples.length >= leastShort && head?.minute !== undefined && samples.every(({ quiet }) => quiet))
    found.push(
      reading(context, 'listed.load', ['no-swap', days.join(','), clock(head.minute), clock(tail!.minute!), 'recorded'], head.spot),
    )
  return found
}

function listed(
  what: What,
  days: readonly string[],
  from: number | undefined,
  to: number | undefined,
  spot: Spot,
  context: ReaderContext,
  recorded = false,
): Reading {
  const value = [what, days.join(','), clock(from), clock(to), recorded ? 'recorded' : 'by-hand']
  return reading(context, 'listed.load', value, spot)
}

/** Minutes from one row to the next, the shortest. */
function intervalOf(samples: readonly Sample[]): number {
  const steps = samples.slice(1).map(({ second = 0 }, i) => minutesBetween(samples[i]!.second ?? 0, second))
  return steps.reduce((least, step) => (step > 0 && (least === 0 || step < least) ? step : least), 0)
}
