import { type Run, runReadings, shown, sosTimeoutKeys, sosTimeouts } from './collector.ts'
import { type EvidenceReader, reading, type Spot, spotsOf } from './reader.ts'

const stamp = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/

/** From here on a report takes long. */
const longMinutes = 30
const isManifest = (path: string) => /(?:^|\/)manifest\.json$/.test(path)
/** What sos writes on its way, whatever the file is called. */
const progress = /^\d{4}-\d{2}-\d{2}[ T][\d:,.]{8,12} \w+: +(?:Setting up (?:archive|plugins) \.\.\.|\[plugin:\w+\] |\[sos\.)/m

/** How long the sosreport itself took, and which of its commands: `sos_logs/sos.log`, `sos_logs/ui.log`, or `sos_reports/manifest.json`. */
export const sos: EvidenceReader = {
  name: 'sos-runtime',
  recognises: (path, head) =>
    isManifest(path) ? head.includes('"start_time"') : /(?:^|\/)sos_logs\/(?:sos|ui)\.log$/.test(path) || progress.test(head),
  readings: ['sos.runtime-minutes', 'listed.sos-in-time', ...sosTimeoutKeys],
  read(text, context) {
    const [from, to] = isManifest(context.path) ? manifestTimes(text) : logTimes(text)
    const minutes = (Date.parse(to) - Date.parse(from)) / 60_000
    const stopped = isManifest(context.path)
      ? runReadings(manifestRuns(text), context)
      : [...sosTimeouts(spotsOf(text), context), ...runReadings(loggedRuns(spotsOf(text)), context)]
    if (!(minutes >= 0)) return stopped
    // A whole report that was quick says more than parts of it that were given up.
    const inTime = minutes <= longMinutes && (isManifest(context.path) || / Creating compressed archive/.test(text))
    return [
      ...stopped,
      ...(inTime ? [reading(context, 'listed.sos-in-time', true)] : []),
      reading(context, 'sos.runtime-minutes', Math.round(minutes * 10) / 10, { line: 1, text: `from ${from} to ${to}` }),
    ]
  },
}

function manifestTimes(text: string): [string, string] {
  // The sosreport's own times come before those of its parts.
  const time = (key: string) => new RegExp(`"${key}":\\s*"([^"]{10,40})"`).exec(text)?.[1]?.replace(' ', 'T') ?? ''
  return [iso(time('start_time')), iso(time('end_time'))]
}

/** The commands that a manifest says took their time: 124 is what `timeout` returns when it stops one. */
function manifestRuns(text: string): Run[] {
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    return []
  }
  const plugins = Object.values(at(at(at(whole, 'components'), 'report'), 'plugins') ?? {})
  return plugins.flatMap(plugin => {
    const commands: unknown = at(plugin, 'commands')
    return (Array.isArray(commands) ? commands : []).flatMap((command): Run[] => {
      const [exec, seconds] = [at(command, 'exec'), Number(at(command, 'run_time') ?? Number.NaN)]
      if (typeof exec !== 'string' || !(seconds >= 1)) return []
      return [{ command: shown(exec), seconds: Math.round(seconds), ended: at(command, 'return_code') !== 124, spot: spotOf(text, exec) }]
    })
  })
}

const began = /\[plugin:(\w+)\] collecting output of '([^']{1,400})'/
const done = /\[plugin:(\w+)\] collected output of '([^']{1,400})' in (\d{1,6})(?:\.\d+)? ?/

/** The commands whose time sos 3 wrote into its log; when it is done it names only the program. */
function loggedRuns(spots: readonly Spot[]): Run[] {
  const current = new Map<string, string>()
  return spots.flatMap((spot): Run[] => {
    const [, plugin, command] = began.exec(spot.text) ?? []
    if (plugin && command) current.set(plugin, command)
    const [, of = '', program = '', seconds] = done.exec(spot.text) ?? []
    if (seconds === undefined) return []
    const whole = current.get(of)
    return [{ command: shown(whole?.startsWith(program) ? whole : program), seconds: Number(seconds), ended: true, spot }]
  })
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}

function spotOf(text: string, command: string): Spot {
  const place = Math.max(0, text.indexOf(JSON.stringify(command)))
  return { line: text.slice(0, place).split('\n').length, text: command }
}

/** Before it makes its archive, sos asks whoever started it to press ENTER, and waits, unless it was told not to. */
const afterEnter = /Setting up archive \.\.\.|initiali[sz]ed empty FileCacheArchive/

function logTimes(text: string): [string, string] {
  const spots = spotsOf(text)
  const answered = /--batch\b/.test(text) ? -1 : spots.findIndex(({ text: line }) => stamp.test(line) && afterEnter.test(line))
  const times = spots
    .slice(Math.max(0, answered))
    .flatMap(({ text: line }) => stamp.exec(line) ?? [])
    .filter(time => time.length === 19)
  return [iso(times[0] ?? ''), iso(times.at(-1) ?? '')]
}

function iso(time: string): string {
  const match = stamp.exec(time)
  return match ? `${match[1]}T${match[2]}Z` : ''
}
