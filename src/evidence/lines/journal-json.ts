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

const messageFields = ['message', 'MESSAGE', 'msg', 'log', '_raw', 'line', 'textPayload', '@message']
const timeFields = ['@timestamp', 'timestamp', 'time', '_time', 'ts', 'date']
const hostFields = ['host.name', 'host.hostname', 'hostname', 'host', 'agent.hostname', 'logsource', '_HOSTNAME']
const processFields = ['process.name', 'program', 'programname', 'syslog_identifier', 'ident', 'app_name', 'appname', 'SYSLOG_IDENTIFIER']

/**
 * One line of an export of a log store or a container's log: an object with the message and, by one name or another, time, host
 * and program. Undefined when it is none. The message may be a whole line of a log.
 */
export function splitStored(line: string, split: (line: string) => LineParts): LineParts | undefined {
  if (!messageFields.some(name => line.includes(`"${name}"`))) return undefined
  let entry: Record<string, unknown>
  try {
    entry = JSON.parse(line)
  } catch {
    return undefined
  }
  // Elasticsearch, Splunk and Google put what was logged into a field of what they found.
  const logged = [entry._source, entry.result, entry.jsonPayload].find(isObject) ?? entry
  const first = (names: readonly string[]) => names.map(name => textAt(logged, name)).find(text => text !== undefined)
  const message = first(messageFields)?.trimEnd()
  if (message === undefined || message.startsWith('{')) return undefined
  const whole = split(message)
  if (whole.format && whole.time !== undefined) return whole
  const [time, process] = [first(timeFields), first(processFields)]
  if (process === undefined) return whole.format ? whole : undefined
  if (!/^[\w.()-]{1,80}$/.test(process)) return undefined
  const host = first(hostFields) ?? ''
  // The time may stand before the object; without one, only the cluster and the kernel are taken for what they say they are.
  if (time === undefined) {
    const undated = split(`${/^[\w.-]{1,253}$/.test(host) ? host : 'localhost'} ${process}${process === 'kernel' ? '' : '[0]'}: ${message}`)
    return undated.format === undefined ? undefined : { ...undated, pid: undefined }
  }
  if (!/^\d{4}-\d\d-\d\dT/.test(time)) return undefined
  const parts = split(`${time} ${/^[\w.-]{1,253}$/.test(host) ? host : 'localhost'} ${process}[0]: ${message}`)
  return parts.format === undefined ? undefined : { ...parts, pid: undefined, ...(host === '' ? { host: undefined } : {}) }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `host.name` may be a field of that name or a field within a field. */
function textAt(entry: Record<string, unknown>, name: string): string | undefined {
  const inner = name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], entry)
  const value = entry[name] ?? inner
  return typeof value === 'string' ? withoutControls(value.replaceAll('\n', ' ')) : undefined
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
