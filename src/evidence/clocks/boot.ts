import type { FileScan } from '../events/scan.ts'
import type { Reading } from '../model.ts'
import { localWords, type Zones } from './zones-of.ts'

/** When each node started, in ms since 1970: what it says itself, or how long it was up when its clock was read. */
export function bootTimes(readings: readonly Reading[], zones: Zones): ReadonlyMap<string, number> {
  const boots = new Map<string, number>()
  const first = (key: string, node: string | undefined) =>
    readings.filter(reading => reading.key === key && reading.node === node).map(({ value }) => value as readonly string[])
  for (const node of new Set(readings.map(reading => reading.node))) {
    const stated = first('listed.boot', node)
    const exact = stated.find(([, of]) => of === 'utc') ?? stated[0]
    const now = first('listed.now', node)[0]
    const up = first('listed.uptime', node)[0]
    const read = exact ?? (now && up ? [String(Number(now[0]) - Number(up[0])), now[1] ?? ''] : undefined)
    if (read) boots.set(node ?? '', Number(read[0]) - (read[1] === 'utc' ? 0 : zones.of(node, undefined, Number(read[0])) * 60_000))
  }
  return boots
}

const sinceBoot = /^(?:<\d+>|[a-z0-9]+ *:[a-z]+ *: )?\[ *(\d{1,10}\.\d+)\]/
/** The messages of a start before the last one. */
const formerStart = /(?:vmcore|dmesg\.old|dmesg\.\d)/

/** kdump calls the folder of a dump after the time at which it begins to write, by the clock of the node. */
const dumpFolder = /(?:^|\/)[^/]*-(\d{4}-\d\d-\d\d)-(\d\d)[:_.-](\d\d)[:_.-](\d\d)\/[^/]*$/

/** When the dump that a kernel log belongs to was begun, as the clock of the node showed it: its last lines are from some seconds before. */
export function dumpTime({ file, kind, events }: FileScan): string | undefined {
  const [, day, hour, minute, second] = (kind === 'kernel-log' && events.some(({ at }) => at === undefined) && dumpFolder.exec(file)) || []
  const time = `${day}T${hour}:${minute}:${second}`
  return day === undefined || Number.isNaN(Date.parse(`${time}Z`)) ? undefined : time
}

/** When the machine started whose dump this is. */
function startOfDump(scan: FileScan, zones: Zones): number | undefined {
  const begun = dumpTime(scan)
  const seconds = scan.events.flatMap(({ text }) => Number(sinceBoot.exec(text)?.[1] ?? Number.NaN)).filter(number => !Number.isNaN(number))
  if (begun === undefined || seconds.length === 0) return undefined
  const local = Date.parse(`${begun}Z`)
  const last = seconds.reduce((most, number) => Math.max(most, number), 0)
  return local - zones.of(scan.node ?? scan.host, undefined, local) * 60_000 - Math.round(last * 1000)
}

/** A kernel log whose lines count seconds since the start, with times when that start is known. */
export function withBootTime(scan: FileScan, boots: ReadonlyMap<string, number>, zones: Zones): FileScan {
  const node = scan.node ?? scan.host
  const booted = startOfDump(scan, zones) ?? (formerStart.test(scan.file) ? undefined : boots.get(node ?? ''))
  if (scan.kind !== 'kernel-log' || booted === undefined) return scan
  const events = scan.events.map(event => {
    const seconds = event.at === undefined ? sinceBoot.exec(event.text)?.[1] : undefined
    if (seconds === undefined) return event
    const at = booted + Math.round(Number(seconds) * 1000)
    // Like the other times of this node; `shifted` takes its zone off again.
    const shown = at + zones.of(node, scan.file) * 60_000
    const minutes = zones.of(node, scan.file, shown)
    return { ...event, at: at + minutes * 60_000, time: localWords(at, minutes) }
  })
  return { ...scan, events, from: events[0]?.time, to: events.at(-1)?.time }
}
