/** Entries of stores of logs, as they are exported: objects with the message and, by one name or another, time, host and program. */
import { withoutControls } from './clean.ts'
import type { LineParts } from './prefix.ts'

const messageFields = [
  ...['message', 'MESSAGE', 'msg', 'log', '_raw', 'line', 'textPayload', '@message'],
  // The event console of Checkmk, Azure, what Graylog and Datadog call it.
  ...['event_text', 'SyslogMessage', 'full_message', 'short_message', 'content', 'event.original'],
  'log.original',
]
/** OpenTelemetry calls it so, and so does whoever keeps what people write: it counts where a program wrote it. */
const bodyFields = ['body', 'Body']
const ofProgram =
  /^(?:[\w.@/()-]{1,80}\[\d{1,10}\]:|(?:corosync|pacemaker[\w-]{0,20}|crmd|lrmd|pengine|kernel):|\[(?:TOTEM|KNET|QUORUM|VOTEQ|MAIN) *\]) {1,8}\S/
const timeFields = [
  ...['@timestamp', 'timestamp', 'time', '_time', 'ts', 'date'],
  ...['event_last', 'event_first', 'TimeGenerated', 'EventTime', '@ts', 'datetime'],
  ...['timeUnixNano', 'Timestamp', 'observedTimestamp'],
]
const hostFields = [
  ...['host.name', 'host.hostname', 'hostname', 'host', 'agent.hostname', 'logsource', '_HOSTNAME'],
  ...['event_host', 'Computer', 'HostName', 'source', 'node', 'beat.hostname', 'log.syslog.hostname'],
  ...['host_name', 'nodename', 'resource.host.name', 'instance'],
]
const processFields = [
  ...['process.name', 'program', 'programname', 'syslog_identifier', 'ident', 'app_name', 'appname', 'SYSLOG_IDENTIFIER'],
  ...['event_application', 'ProcessName', 'application_name', 'log.syslog.appname', 'syslog_program', 'application', 'service', 'process'],
]
/** Stores put what was logged into a field of what they found: Elasticsearch, Splunk, Google, Graylog, Datadog. */
const within = ['_source', 'result', 'jsonPayload', 'message', 'attributes', 'fields']

type Entry = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)
const mayBe =
  /"(?:message|MESSAGE|msg|log|_raw|line|textPayload|@message|event_text|SyslogMessage|full_message|short_message|content|event\.original|[bB]ody|log\.original)"/

/** Undefined when a line is no such object. The message may be a whole line of a log. */
export function splitStored(line: string, split: (line: string) => LineParts): LineParts | undefined {
  if (!mayBe.test(line)) return undefined
  const entry = entryOf(line)
  return entry && entryParts(entry, split)
}

/** The object of a line; one of a list has a comma behind it, the last one what ends the list. */
function entryOf(line: string): Entry | undefined {
  const bare = withoutEnd(line, ',] \t\r')
  // `…}]}}`: of all that ends there, the first is its own.
  const inner = withoutEnd(bare, '}] \t')
  for (const text of [bare, ...(/\]/.test(bare.slice(inner.length)) ? ownEnds.map(end => inner + end) : [])]) {
    try {
      const entry: unknown = JSON.parse(text)
      if (isObject(entry)) return entry
    } catch {}
  }
  return undefined
}
const ownEnds = ['}', '}}', '}}}'] as const

function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** Where in an entry what was logged stands. */
const loggedIn = (entry: Entry): Entry =>
  [...within.map(name => entry[name]), entry].filter(isObject).find(part => messageOf(part) !== undefined) ?? entry

/** The first of these fields that an entry has. */
const firstOf = (entry: Entry, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const text = textAt(entry, name)
    if (text !== undefined) return text
  }
  return undefined
}

function messageOf(entry: Entry): string | undefined {
  const message = firstOf(entry, messageFields)
  if (message !== undefined) return message
  const body = firstOf(entry, bodyFields)
  return body !== undefined && (ofProgram.test(body) || firstOf(entry, processFields) !== undefined) ? body : undefined
}

/** The parts of an entry that a program of the cluster, the kernel or another one named in it wrote. */
function entryParts(entry: Entry, split: (line: string) => LineParts): LineParts | undefined {
  const logged = loggedIn(entry)
  const message = messageOf(logged)?.trimEnd()
  if (message === undefined || message.startsWith('{')) return undefined
  const whole = split(message)
  if (whole.format && whole.time !== undefined) return whole
  const [time, process] = [isoTime(firstOf(logged, timeFields)), firstOf(logged, processFields)]
  const host = firstOf(logged, hostFields) ?? ''
  const [isHost, place] = /^[\w.-]{1,253}$/.test(host) ? [true, host] : [false, 'localhost']
  // Who wrote it may stand in the message itself.
  if (whole.format && (process === undefined || whole.format === 'syslog')) return time === undefined ? whole : dated(whole)
  if (process === undefined || !/^[\w.()-]{1,80}$/.test(process)) return undefined
  // The time may stand before the object; without one, only the cluster and the kernel are taken for what they say they are.
  if (time === undefined) {
    const undated = split(`${place} ${process}${process === 'kernel' ? '' : '[0]'}: ${message}`)
    return undated.format === undefined ? undefined : { ...undated, pid: undefined }
  }
  const parts = split(`${time} ${place} ${process}[0]: ${message}`)
  return parts.format === undefined ? undefined : { ...parts, pid: undefined, ...(host === '' ? { host: undefined } : {}) }

  function dated(found: LineParts): LineParts {
    const moment = split(`${time} ${place} any[0]: x`)
    return { ...found, time: moment.time, at: moment.at, host: found.host ?? (isHost ? host : undefined) }
  }
}

/** An entry as a line of a log; undefined when it names neither who wrote it nor when. */
export function entryLine(entry: Entry): string | undefined {
  const logged = loggedIn(entry)
  const [message, time, process, host] = [
    messageOf(logged),
    isoTime(firstOf(logged, timeFields)),
    firstOf(logged, processFields),
    firstOf(logged, hostFields),
  ]
  if (message === undefined || time === undefined) return undefined
  if (/^(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\S{2,25}) \S/.test(message)) return message.trimEnd()
  const place = /^[\w.-]{1,253}$/.test(host ?? '') ? host : 'localhost'
  if (/^[\w.()-]{1,80}$/.test(process ?? '')) return `${time} ${place} ${process}: ${message.trimEnd()}`
  // Corosync marks the parts of its own messages, and others their name and number.
  if (/^\[(?:TOTEM|KNET|QUORUM|VOTEQ|MAIN) *\] \S/.test(message)) return `${time} ${place} corosync: ${message.trimEnd()}`
  return /^(?!(?:emerg|alert|crit\w*|err\w*|warn\w*|notice|info|debug):)[\w.@/()-]{1,80}(?:\[\d+\])?: \S/i.test(message)
    ? `${time} ${place} ${message.trimEnd()}`
    : undefined
}

/** A time as stores write it: in words of ISO 8601, or as seconds, or thousandths and less, since 1970. */
function isoTime(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^1\d{9}(?:\d{3}|\d{6}|\d{9}|\.\d{1,9})?$/.test(text)) {
    const [whole = '', part = ''] = text.split('.')
    const ms = Number(whole.slice(0, 13).padEnd(13, '0')) + (part === '' ? 0 : Number(`0.${part}`) * 1000)
    return new Date(Math.floor(ms)).toISOString()
  }
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d{1,9})?) ?(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text)
  return found ? `${found[1]}T${found[2]!.replace(',', '.')}${found[3] === 'UTC' ? 'Z' : (found[3] ?? '')}` : undefined
}

/** `host.name` may be a field of that name or a field within a field; stores put values into lists of one. */
function textAt(entry: Entry, name: string): string | undefined {
  const inner = name.split('.').reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), entry)
  const value = entry[name] ?? inner
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (typeof one === 'number') return String(one)
  return typeof one === 'string' ? withoutControls(one.replaceAll('\n', ' ')) : undefined
}

const named =
  /"(?:corosync|pacemaker[\w-]{0,20}|crmd|lrmd|pengine|stonith-ng|kernel)"|"\[(?:TOTEM|KNET|QUORUM) *\]|: ?"(?:corosync|pacemaker-\w+|kernel)(?:\[\d+\])?: /
const timed =
  /"(?:@timestamp|[tT]imestamp|timeUnixNano|observedTimestamp|_?time|ts|date|event_last|event_first|TimeGenerated|EventTime|@ts|datetime)" ?:/
const wholeInLine = /^[\s,[]{0,60}\{"/

/** Whether a document in JSON holds entries of a store of logs, and not each in a line of its own. */
export const isSpreadEntries = (head: string): boolean =>
  mayBe.test(head) && timed.test(head) && named.test(head) && !head.split('\n').some(isWholeEntry)

function isWholeEntry(line: string): boolean {
  const entry = wholeInLine.test(line) && mayBe.test(line) ? entryOf(line.replace(/^[\s,[]{1,60}/, '')) : undefined
  return entry !== undefined && messageOf(loggedIn(entry)) !== undefined
}
