import { bareKernelMessage } from './bare-kernel.ts'
import { monthNumber, two } from './time.ts'

/** What the columns of an export of a log store are called. */
const times =
  /^(?:@?timestamp|_?time|date(?: ?time)?|datetime|time ?stamp|ts|zeit(?:stempel)?|timegenerated(?: \[\w+\])?|utc|when|time ?\(?utc\)?|moment|hora|fecha|heure|data|orario|tijd|tid|czas|čas|время|дата|zaman|时间|時間|時刻|시간|시각|eventtime|receivedat)$/i
const hosts =
  /^(?:rechner|knoten|host(?:name|\.name|\.hostname)?|computer|node|server|agent\.(?:host)?name|syslog_hostname|_hostname|logsource|beat\.hostname)$/i
const programs =
  /^(?:application(?:_?name)?|applikation|app(?:_?name)?|program(?:name)?|programm|prozess|daemon|process(?:\.?name)?|syslog_?identifier|syslog_program|syslogtag|ident|tag|facility_label|processname)$/i
const messages =
  /^(?:(?:full_|syslog_?)?message|msg|_raw|raw|text|log|line|textpayload|@message|event\.original|nachricht|meldung|mensaje|messaggio|event|entry|details?|ereignis|evento|événement|событие|内容|事件|出来事|내용)$/i

interface Columns {
  readonly separator: string
  readonly time: number
  readonly host: number
  readonly program: number
  readonly message: number
  readonly count: number
}

/** The columns of a table of log entries, told by its first line; undefined for any other text. */
function columnsOf(first: string): Columns | undefined {
  for (const separator of [',', ';', '\t', '|']) {
    const names = fieldsOf(first.replace(/^\ufeff/, ''), separator).map(name => name.trim())
    if (names.length < 2 || names.length > 60) continue
    const at = (wanted: RegExp) => names.findIndex(name => wanted.test(name))
    const columns = { separator, time: at(times), host: at(hosts), program: at(programs), message: at(messages), count: names.length }
    if (columns.host < 0) columns.host = names.findIndex(name => /^source$/i.test(name))
    // Beside a column of the host, the source is who wrote it.
    if (columns.program < 0)
      columns.program = names.findIndex((name, i) => i !== columns.host && /^(?:source|quelle|facility)$/i.test(name))
    // With bars between them, people set out tables of all kinds.
    if (separator === '|' && (columns.host < 0 || columns.program < 0)) continue
    if (columns.time >= 0 && columns.message >= 0) return columns
  }
  return undefined
}

/** A title may stand above a table whose columns have bars between them. */
const mostAbove = 12

export function isTable(head: string): boolean {
  return columnsOf(head.split('\n', 1)[0]!.trimEnd()) !== undefined || head.split('\n', mostAbove).some(line => barred(line) !== undefined)
}

const barred = (line: string): Columns | undefined => (line.split('|').length > 3 ? columnsOf(line.trimEnd()) : undefined)

/** Fields of a row, quoted or not; within quotes a doubled quote is one. */
function fieldsOf(row: string, separator: string): string[] {
  if (separator === '|') return row.split('|').map(field => field.trim())
  const fields: string[] = []
  for (let at = 0; at <= row.length; ) {
    if (row[at] === '"') {
      let end = at + 1
      while (end < row.length && !(row[end] === '"' && row[end + 1] !== '"')) end += row[end] === '"' ? 2 : 1
      fields.push(row.slice(at + 1, end).replaceAll('""', '"'))
      const next = row.indexOf(separator, end)
      if (next === -1) break
      at = next + 1
    } else {
      const next = row.indexOf(separator, at)
      fields.push(next === -1 ? row.slice(at) : row.slice(at, next))
      if (next === -1) break
      at = next + 1
    }
  }
  return fields
}

const longestRow = 64 * 1024

/** The rows of such a table as lines of a log, each where it was; the first one tells the columns. */
export function tableLines(): (row: string) => string {
  let columns: Columns | undefined
  let above = 0
  return whole => {
    const row = whole.slice(0, longestRow).trimEnd()
    if (columns === undefined && above < mostAbove) {
      columns = above === 0 ? columnsOf(row) : barred(row)
      above++
      return row
    }
    return columns && row !== '' ? logLineOf(row, columns) : row
  }
}

function logLineOf(row: string, columns: Columns): string {
  const fields = fieldsOf(row, columns.separator)
  // The last column may have bars of its own.
  const isLast = columns.separator === '|' && columns.message === columns.count - 1
  const message = isLast ? fields.slice(columns.message).join(' | ') : fields[columns.message]
  if (message === undefined) return row
  // A row may hold the whole line as it was logged.
  if (/^(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:)/.test(message)) return message
  const time = isoTime(fields[columns.time] ?? '')
  if (time === undefined) return row
  const host = /^[\w.-]{1,253}$/.exec(fields[columns.host] ?? '')?.[0] ?? 'localhost'
  // The kernel's own clock, or words that only the kernel has.
  if (/^\[ *\d{1,9}\.\d{6}\] /.test(message) || bareKernelMessage(message) !== undefined) return `${time} ${host} kernel: ${message}`
  // What pacemaker writes begins with how bad it is.
  const named = /^(?!(?:emerg|alert|crit\w*|err\w*|warn\w*|notice|info|debug):)[\w.@/()-]{1,80}(?:\[\d+\])?: /i.test(message)
  const program = /^[\w.@/()-]{1,80}(?:\[\d+\])?/.exec(fields[columns.program] ?? '')?.[0]
  return `${time} ${host} ${named || program === undefined ? message : `${program}: ${message}`}`
}

/** `2026-03-28T06:15:03.146Z`, `2026-03-28 06:15:03,146`, `Mar 28, 2026 @ 06:15:03.146`. */
function isoTime(text: string): string | undefined {
  if (/^1\d{9}(?:\d{3}|\.\d{1,6})?$/.test(text.trim())) {
    const number = Number(text.trim())
    return new Date(number < 1e11 ? number * 1000 : number).toISOString()
  }
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text.trim())
  if (iso) return `${iso[1]}T${iso[2]}${iso[3] ? `.${iso[3]}` : ''}${iso[4] === 'UTC' ? 'Z' : (iso[4] ?? '')}`
  const german = /^(\d\d)\.(\d\d)\.(\d{4})[ ,]{1,2}(\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?$/.exec(text.trim())
  if (german) return `${german[3]}-${german[2]}-${german[1]}T${german[4]}`
  const words = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) @ (\d\d:\d\d:\d\d(?:\.\d{1,9})?)$/.exec(text.trim())
  const month = words ? monthNumber(words[1]!) : 0
  return words && month > 0 ? `${words[3]}-${two(month)}-${two(words[2]!)}T${words[4]}` : undefined
}
