import { sosTimeoutKeys, sosTimeouts } from './collector.ts'
import { type EvidenceReader, reading, spotsOf } from './reader.ts'

const stamp = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/

/** How long the sosreport itself took: `sos_logs/sos.log`, or `sos_reports/manifest.json`. */
export const sos: EvidenceReader = {
  name: 'sos-runtime',
  recognises: (path, head) =>
    /(?:^|\/)sos_logs\/sos\.log$/.test(path) || (/(?:^|\/)manifest\.json$/.test(path) && head.includes('"start_time"')),
  readings: ['sos.runtime-minutes', ...sosTimeoutKeys],
  read(text, context) {
    const [from, to] = /(?:^|\/)manifest\.json$/.test(context.path) ? manifestTimes(text) : logTimes(text)
    const minutes = (Date.parse(to) - Date.parse(from)) / 60_000
    const stopped = sosTimeouts(spotsOf(text), context)
    if (!(minutes >= 0)) return stopped
    return [...stopped, reading(context, 'sos.runtime-minutes', Math.round(minutes * 10) / 10, { line: 1, text: `from ${from} to ${to}` })]
  },
}

function manifestTimes(text: string): [string, string] {
  // The sosreport's own times come before those of its parts.
  const time = (key: string) => new RegExp(`"${key}":\\s*"([^"]{10,40})"`).exec(text)?.[1]?.replace(' ', 'T') ?? ''
  return [iso(time('start_time')), iso(time('end_time'))]
}

function logTimes(text: string): [string, string] {
  const times = spotsOf(text)
    .flatMap(({ text: line }) => stamp.exec(line) ?? [])
    .filter(time => time.length === 19)
  return [iso(times[0] ?? ''), iso(times.at(-1) ?? '')]
}

function iso(time: string): string {
  const match = stamp.exec(time)
  return match ? `${match[1]}T${match[2]}Z` : ''
}
