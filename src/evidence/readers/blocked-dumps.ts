import type { Reading } from '../model.ts'
import { hungSeconds, wholeTree } from './collector.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'
import { whatItWaitsFor } from './wait.ts'

/** What the kernel prints of its blocked tasks when somebody asks it to (`echo w > /proc/sysrq-trigger`). */

const asked = /(?:sysrq|SysRq) ?: (?:Show Blocked State|Show State)\b/
/** Up to kernel 5.8 a row, later words: `df D ffff8800 0 1234 1 0x84`, `task:df state:D stack:0 pid:1234 ppid:1`. */
const task =
  /(?:task:(?<name>\S{1,16}) +state:D .*?\bpid: *(?<pid>\d{1,8})\b|(?:^|\] |kernel: ?)(?<oldName>[\w./:-]{1,16}) {1,16}D (?:[0-9a-f]{8,16}|\d) +\d+ +(?<oldPid>\d{1,8}) +\d+ +0x[0-9a-f]{8}\b)/
/** Any other task, or the end of the list. */
const other = /task:\S{1,16} +state:|Sched Debug|(?:sysrq|SysRq) ?: /
const frame = /(?:^|\] |kernel: ?|\s)(?:\[<[0-9a-f]+>\] )?(?<symbol>[a-z_][\w.]{2,60})\+0x[0-9a-f]+\/0x[0-9a-f]+/
const clocks = /\[ *(?<up>\d{1,9}\.\d{6})\]|(?<![\d:.])(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?![\d:])/
/** Frames at the top: what is farther down only called what waits. */
const topFrames = 8
const ofDay = 24 * 60 * 60
const mostSeconds = 6 * 60 * 60

/** Simple commands that stand in two such lists minutes apart, and what those tasks wait for. */
export function blockedDumps(text: string, context: ReaderContext): Reading[] {
  if (!asked.test(text)) return []
  const found = new Map<string, Reading>()
  const seen = new Map<string, number>()
  let isList = false
  let frames = Number.POSITIVE_INFINITY
  for (const spot of spotsOf(text)) {
    if (asked.test(spot.text)) isList = true
    if (!isList) continue
    const match = task.exec(spot.text)?.groups
    if (match) {
      frames = 0
      const [name, pid] = [(match.name ?? match.oldName)!, (match.pid ?? match.oldPid)!]
      const at = secondOf(spot)
      const first = seen.get(`${name} ${pid}`)
      if (first === undefined && at !== undefined) seen.set(`${name} ${pid}`, at)
      const waited = first === undefined || at === undefined ? 0 : (at - first + ofDay) % ofDay
      if (waited > hungSeconds && waited < mostSeconds && simple.test(name) && !wholeTree.test(name) && !found.has('commands.hung'))
        found.set('commands.hung', reading(context, 'commands.hung', true, spot))
    } else if (other.test(spot.text)) frames = Number.POSITIVE_INFINITY
    else if (frames < topFrames) {
      const symbol = frame.exec(spot.text)?.groups?.symbol
      if (symbol === undefined) continue
      frames++
      const key = waitOf(symbol)
      if (key && !found.has(key)) found.set(key, reading(context, key, true, spot))
    }
  }
  return [...found.values()]
}

/** Of disks nothing is told here: threads of the kernel wait for them in their own right. */
function waitOf(symbol: string): string | undefined {
  const key = whatItWaitsFor(symbol)
  if (key === 'process.blocked-in-fanotify') return symbol.startsWith('fanotify') ? key : undefined
  return key === 'process.blocked-in-nfs' && /wait_bit_killable/.test(symbol) ? key : undefined
}

function secondOf({ text }: Spot): number | undefined {
  const found = clocks.exec(text)?.groups
  if (!found) return undefined
  if (found.up) return Number(found.up)
  return (Number(found.hours) * 60 + Number(found.minutes)) * 60 + Number(found.seconds)
}
