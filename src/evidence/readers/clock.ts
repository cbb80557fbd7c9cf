import { hourOfDay, monthNumber } from '../lines/time.ts'
import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { zoneOfAbbreviation } from './zones.ts'

/**
 * What a node's own clock says: `listed.zone` (minutes east of UTC, and what it calls its zone), `listed.now` (the clock when it was asked),
 * `listed.uptime` (ms) and `listed.boot` (when the machine started). Clocks are told as ms, as if they showed UTC;
 * `utc` beside them says that they do.
 */
const keys = ['listed.zone', 'listed.now', 'listed.uptime', 'listed.boot', 'listed.unsynchronised', 'clock.offset-seconds'] as const

const dates: readonly RegExp[] = [
  // Sat Mar 28 06:15:03 CET 2026, with AM or PM in some languages
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) +(?<day>\d{1,2}) (?<clock>\d\d:\d\d:\d\d)(?: (?<half>[AP]M))? (?<zone>\S+) (?<year>\d{4})$/,
  // Sat 28 Mar 2026 06:15:03 AM CET, Sat, 28 Mar 2026 06:15:03 +0100
  /^[A-Z][a-z]{2},? (?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<clock>\d\d:\d\d:\d\d)(?: (?<half>[AP]M))? (?<zone>\S+)$/,
  // 2026-03-28T06:15:03+01:00, Sat 2026-03-28 06:15:03 CET
  /^(?:[A-Z][a-z]{2} )?(?<year>\d{4})-(?<number>\d\d)-(?<day>\d\d)[T ](?<clock>\d\d:\d\d:\d\d)(?:\.\d+)? ?(?<zone>[A-Z]\w+|Z|[+-]\d\d:?\d\d)?$/,
]

interface Clock {
  /** As if the clock showed UTC. */
  readonly ms: number
  readonly zone: number | undefined
  readonly said: string | undefined
}

function clockIn(text: string): Clock | undefined {
  const parts = dates.map(pattern => pattern.exec(text.trim())?.groups).find(Boolean)
  if (!parts) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = parts.clock!.split(':').map(Number)
  const hour = hourOfDay(hours, parts.half)
  const month = parts.number ? Number(parts.number) : monthNumber(parts.month!)
  if (month < 1 || month > 12 || hour > 23) return undefined
  const ms = Date.UTC(Number(parts.year), month - 1, Number(parts.day), hour, minutes, seconds)
  return { ms, zone: zoneOfAbbreviation(parts.zone), said: parts.zone }
}

/** `date`, `timedatectl`, `uptime -s`, `journalctl --list-boots` and `chronyc tracking`. */
export const clock: EvidenceReader = {
  name: 'clock',
  recognises: (path, head) =>
    (/(?:^|\/)(?:date|date_--utc|date_-u|uptime_(?:-s|--since|since))$/.test(path) && clockIn(head.split('\n', 1)[0]!) !== undefined) ||
    (head.includes('Local time: ') && /^[ \t]*Time ?zone: /im.test(head) && /^[ \t]*Local time: /m.test(head)) ||
    (head.includes('Reference ID') && /^Reference ID\s*:/m.test(head) && /^System time\s*:/m.test(head)) ||
    (/(?:^|\/)journalctl[^/]*list-boots[^/]*$/.test(path) && bootLine.test(head)) ||
    (/localtime[^/]*$/.test(path) && localtime.test(head)),
  readings: keys,
  mayBeSilent: true,
  read(text, context) {
    const spots = spotsOf(text.slice(0, 65_536))
    const first = spots[0]!
    const shown = clockIn(first.text)
    const linked = /localtime[^/]*$/.test(context.path) ? localtime.exec(first.text)?.[1] : undefined
    if (linked) return [reading(context, 'listed.zone', ['', linked], first)]
    if (/uptime[^/]*$/.test(context.path)) return shown ? [reading(context, 'listed.boot', [String(shown.ms)], first)] : []
    if (shown) return fromDate(shown, first, context)
    if (spots.some(({ text: line }) => /^Reference ID\s*:/.test(line))) return fromChrony(spots, context)
    const boots = spots.flatMap(spot => ({ spot, match: bootLine.exec(spot.text) }))
    const last = boots.findLast(({ match }) => match?.[1] === '0')
    const started = last ? clockIn(last.match![2]!) : undefined
    if (last && started) return [reading(context, 'listed.boot', [String(started.ms)], last.spot)]
    return fromTimedatectl(spots, context)
  },
}

/** Where the link of /etc/localtime leads to. */
const localtime = /(?:^|\s|\/)zoneinfo\/(?:posix\/|right\/)?([A-Z][A-Za-z_]+\/[\w+/-]+)\s*$/m

/** ` 0 b4c0ffee… Sat 2026-03-28 05:58:01 CET—Sat 2026-03-28 06:15:03 CET`, in newer versions with two dates apart. */
const bootLine = /^ *(-?\d+) [0-9a-f]{32} ([A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w+)/m

function fromDate({ ms, zone, said = '' }: Clock, spot: Spot, context: ReaderContext): Reading[] {
  const utc = /date_(?:--utc|-u)$/.test(context.path)
  return [
    reading(context, 'listed.now', [String(ms), utc ? 'utc' : ''], spot),
    ...(zone === undefined || utc ? [] : [reading(context, 'listed.zone', [String(zone), said], spot)]),
  ]
}

function fromTimedatectl(spots: readonly Spot[], context: ReaderContext): Reading[] {
  const found: Reading[] = []
  for (const spot of spots) {
    const [, name, value = ''] = /^\s*([A-Za-z ]+?): +(.*)$/.exec(spot.text) ?? []
    const [, said = '', zone] = (/^time ?zone$/i.test(name ?? '') && /^(\S*).*\(\w*,? ?([+-]\d{4})\)/.exec(value)) || []
    if (zone) found.push(reading(context, 'listed.zone', [String(zoneOfAbbreviation(zone)), said], spot))
    if (/^(?:System clock|NTP) synchronized$/.test(name ?? '') && value.trim() === 'no')
      found.push(reading(context, 'listed.unsynchronised', true, spot))
    const local = name === 'Local time' ? clockIn(value) : undefined
    if (local) found.push(reading(context, 'listed.now', [String(local.ms), ''], spot))
  }
  return found
}

function fromChrony(spots: readonly Spot[], context: ReaderContext): Reading[] {
  return spots.flatMap(spot => {
    const offset = /^System time\s*: (\d+\.\d+) seconds (fast|slow) of NTP time/.exec(spot.text)
    if (offset) return [reading(context, 'clock.offset-seconds', Number(offset[1]) * (offset[2] === 'slow' ? -1 : 1), spot)]
    return /^Leap status\s*: Not synchronised/.test(spot.text) ? [reading(context, 'listed.unsynchronised', true, spot)] : []
  })
}

const up = /^ ?(\d\d:\d\d:\d\d) up (?:(\d+) days?, +)?(?:(\d+) (min|hrs?)|(\d+):(\d\d))/

/** `/proc/uptime`, `/proc/stat` and `uptime`: when the machine started. */
export const uptime: EvidenceReader = {
  name: 'uptime',
  recognises: (path, head) =>
    (/(?:^|\/)proc\/uptime$/.test(path) && /^\d+\.\d+ /.test(head)) ||
    (/(?:^|\/)proc\/stat$/.test(path) && /^cpu +\d/.test(head)) ||
    (/(?:^|\/)uptime$/.test(path) && up.test(head)),
  readings: keys,
  mayBeSilent: true,
  read(text, context) {
    const spots = spotsOf(text)
    const btime = spots.find(({ text: line }) => /^btime \d{9,11}$/.test(line))
    if (btime) return [reading(context, 'listed.boot', [String(Number(btime.text.slice(6)) * 1000), 'utc'], btime)]
    const seconds = /^(\d{1,10}\.\d+) \d+\.\d+\s*$/.exec(spots[0]!.text)?.[1]
    if (seconds) return [reading(context, 'listed.uptime', [String(Math.round(Number(seconds) * 1000))], spots[0])]
    const match = up.exec(spots[0]!.text)
    if (!match) return []
    const [, , days = 0, count = 0, unit, hours = 0, minutes = 0] = match
    const inMinutes = Number(days) * 1440 + Number(count) * (unit === 'min' ? 1 : 60) + Number(hours) * 60 + Number(minutes)
    return [reading(context, 'listed.uptime', [String(inMinutes * 60_000)], spots[0])]
  },
}
