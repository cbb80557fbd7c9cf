import { withoutControls } from './clean.ts'
import type { LineParts } from './prefix.ts'
import { utcTime } from './time.ts'

const levels = ['emerg', 'alert', 'crit', 'error', 'warning', 'notice', 'info', 'debug']

/** One line of `journalctl -o json`, or undefined when it is none. */
export function splitJournalJson(line: string, refine: (found: Record<string, string | undefined>) => LineParts): LineParts | undefined {
  if (!line.includes('"MESSAGE"')) return undefined
  let entry: Record<string, unknown>
  try {
    entry = JSON.parse(line)
  } catch {
    return undefined
  }
  const message = textOf(entry.MESSAGE)
  const microseconds = textOf(entry._SOURCE_REALTIME_TIMESTAMP) ?? textOf(entry.__REALTIME_TIMESTAMP)
  if (message === undefined || !microseconds || !/^\d{1,17}$/.test(microseconds)) return undefined
  const moment = utcTime(Math.floor(Number(microseconds) / 1000), microseconds.slice(-6).padStart(6, '0'))
  const process = textOf(entry.SYSLOG_IDENTIFIER) ?? (entry._TRANSPORT === 'kernel' ? 'kernel' : textOf(entry._COMM))
  const parts = refine({ host: textOf(entry._HOSTNAME), process, pid: textOf(entry._PID) ?? textOf(entry.SYSLOG_PID), message })
  const priority = levels[Number(textOf(entry.PRIORITY) ?? Number.NaN)]
  return { ...parts, time: moment?.time, at: moment?.at, level: parts.level ?? priority }
}

/** The journal writes a field as a text, as a list of bytes, or, when it occurs twice, as a list of texts. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return withoutControls(value.replaceAll('\n', ' '))
  if (typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return undefined
  if (value.every(item => Number.isInteger(item) && item >= 0 && item < 256)) {
    return withoutControls(new TextDecoder().decode(Uint8Array.from(value)).replaceAll('\n', ' '))
  }
  return textOf(value[0])
}
