import type { KnowledgeBase } from '../kb/model.ts'
import type { EventFile } from '../kb/shapes.ts'
import { groupsInTime } from './groups.ts'
import type { LogEvent, Reading } from './model.ts'

type Events = Pick<KnowledgeBase, 'events'>
type Told = NonNullable<EventFile['tells-of']>[number]
/** Events with a time that the base says tell of trouble, or of a machine that stood still. */
const telling = ({ events: files }: Events, events: readonly LogEvent[], what: Told) =>
  events.filter(({ kind, time }) => time !== undefined && files[kind]?.['tells-of']?.includes(what))

/** Minutes in which what was measured and what was logged are of one incident. */
const nearMinutes = 10
/** Lists that a report takes when it is made, which is after the fault. */
const ofReport = /(?:^|\/)sos_commands\/(?!sar\/|sysstat\/)/

/** What counts only beside trouble that a log tells: it may be so at any time. */
const onlyThen: { readonly [what: string]: string } = { disk: 'disk.await-high', backup: 'backup.running' }

/** Whether the processors were busy, whether the node swapped, its disk was slow or a backup ran, when the logs show trouble; without logs, whoever measured did so then. */
export function loadsAtIncident(kb: Events, readings: readonly Reading[], events: readonly LogEvent[]): Reading[] {
  const loads = readings.filter(({ key }) => key === 'listed.load')
  if (loads.length === 0) return []
  const timed = telling(kb, events, 'trouble')
  return loads.flatMap((load): Reading[] => {
    const [what = '', days = '', from = '', to = '', how] = load.value as readonly string[]
    const near = timed.filter(({ node }) => node === undefined || load.node === undefined || node === load.node)
    const within = near.filter(({ time = '' }) => isWithin(time, days, from, to))
    if (what === 'no-swap')
      return timed.length > 0 && within.length === timed.length ? [{ ...load, key: 'memory.swapping', value: false, settles: true }] : []
    const own = onlyThen[what]
    // A backup of one node may hold up what all of them share.
    const then = what === 'backup' ? timed.filter(({ time = '' }) => isWithin(time, days, from, to)) : within
    if (own !== undefined) return from !== '' && then.length > 0 ? [{ ...load, key: own, value: true }] : []
    const isThen = from === '' || near.length === 0 ? how === 'by-hand' && !ofReport.test(load.file) : within.length > 0
    return isThen ? [{ ...load, key: what === 'cpu' ? 'cpu.starved' : 'memory.swapping', value: true }] : []
  })
}

/** A snapshot or a move begins minutes before it halts the machine, and is told when it has ended. */
const taskMinutes = 5
/** Whether the hypervisor worked on a node when the logs show that it stood still or was lost. */
export function tasksAtIncident(
  kb: Events,
  readings: readonly Reading[],
  events: readonly LogEvent[],
  nodes: readonly string[],
): Reading[] {
  const tasks = readings.filter(({ key }) => key === 'listed.hypervisor-task')
  if (tasks.length === 0) return []
  const timed = telling(kb, events, 'standstill')
  const known = new Set([...nodes, ...timed.flatMap(({ node }) => node ?? [])])
  const found = tasks.find(task => {
    const [days = '', at = '', zone, source, line = ''] = task.value as readonly string[]
    if (source === 'export' && ![...known].some(node => names(line, node))) return false
    return timed.some(event => {
      if (zone === '') return isWithin(event.time!, days, at, at, taskMinutes)
      const utc = new Date(event.at ?? Number.NaN)
      return !Number.isNaN(utc.getTime()) && isWithin(utc.toISOString(), days, at, at, taskMinutes)
    })
  })
  return found ? [{ ...found, key: 'hypervisor.task-at-incident', value: true }] : []
}

/** After so long a quiet, trouble is a new incident. */
const quietMs = 3_600_000
/** Incidents that begin within this many minutes of the day, on so many days, keep a schedule: by chance hardly ever. */
const scheduleMinutes = 20
const leastDays = 3
/** Beside so many that do, one may come at another time. */
const mostOutside = 1 / 3

/** Whether incidents begin at one time of day, on several days and hardly ever otherwise; that they do not is for people to say. */
export function schedule(kb: Events, events: readonly LogEvent[]): Reading[] {
  const timed = telling(kb, events, 'trouble')
    .filter(({ at }) => at !== undefined)
    .sort((a, b) => a.at! - b.at!)
  const begins = groupsInTime(timed, ({ at }) => at!, quietMs).map(([first]) => first!)
  const inWindow = (from: string) => begins.filter(({ time }) => after(from, dayAndClock(time!).clock) <= scheduleMinutes)
  const daysOf = (list: readonly LogEvent[]) => new Set(list.map(({ time }) => dayAndClock(time!).day)).size
  const found = begins
    .map(({ time }) => inWindow(dayAndClock(time!).clock))
    .filter(list => daysOf(list) >= leastDays && begins.length - list.length <= list.length * mostOutside)
    .sort((a, b) => daysOf(b) - daysOf(a))[0]
  if (!found) return []
  const [{ file, line }] = found as [LogEvent]
  const times = found.slice(0, 6).map(({ time }) => `${dayAndClock(time!).day} ${dayAndClock(time!).clock}`)
  const text = `incidents began at ${times.join(', ')}${found.length > times.length ? ' …' : ''}`
  return [{ key: 'incidents.same-time-of-day', value: true, node: undefined, file, line, text }]
}

/** `2026-03-28`, or `03-28` where a log has no year, and `06:15`. */
function dayAndClock(time: string): { day: string; clock: string } {
  const [day = '', clock = ''] = time.replace(/^--/, '').split('T')
  return { day, clock: clock.slice(0, 5) }
}

/** Whether a line names a machine, with or without its domain. */
function names(line: string, node: string): boolean {
  const short = node.split('.')[0]!.toLowerCase()
  return line
    .toLowerCase()
    .split(/[^\w-]+/)
    .includes(short)
}

/**
 * `time` is as a log has it, ISO 8601, perhaps without its year; both clocks are the node's. `days` are month and day of `from`; where
 * there are none, it may be any.
 */
function isWithin(time: string, days: string, from: string, to: string, around = nearMinutes): boolean {
  const { day, clock } = dayAndClock(time)
  const length = after(from, to) + 2 * around
  if (days === '') return (after(from, clock) + around) % 1440 <= length
  const [year, date] = day.length > 5 ? [Number(day.slice(0, 4)), day.slice(5)] : [leapYear, day]
  const minute = (date: string, at: string) => Date.UTC(year, Number(date.slice(0, 2)) - 1, Number(date.slice(3))) / 60_000 + minuteOf(at)
  // What goes on over midnight may be told under either day.
  const begins = days.split(',').flatMap(one => (to < from ? [minute(one, from), minute(one, from) - 1440] : [minute(one, from)]))
  const ofYear = minute('12-31', '24:00') - minute('01-01', '00:00')
  return begins.some(begin => (minute(date, clock) - begin + around + 2 * ofYear) % ofYear <= length)
}
/** A log without years knows every day. */
const leapYear = 2000

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
/** Minutes from one time of day to the next such time. */
const after = (from: string, to: string) => (minuteOf(to) - minuteOf(from) + 1440) % 1440
