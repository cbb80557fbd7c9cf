import { entryLine } from './stored.ts'

/**
 * Alerts and events that a monitoring or a collector exports in XML: each element holds what was logged, when, where and by whom, in
 * attributes, in elements of its own, or as its text. Read as the lines of a log that they were.
 */

const tag =
  /<(?:!\[CDATA\[(?<data>[\s\S]*?)\]\]>|!--[\s\S]*?-->|\?[\s\S]*?\?>|(?<close>\/)?(?<name>[A-Za-z_][\w:.-]{0,60})(?<rest>(?:\s+[\w:.-]{1,60}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/)?>)/g
const attribute = /([\w:.-]{1,60})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
/** By the names that such documents have for them, without their marks. */
const fields = {
  message: [
    'message',
    'msg',
    'text',
    'rawmessage',
    'raw',
    'logline',
    'line',
    'log',
    'output',
    'pluginoutput',
    'description',
    'desc',
    'details',
    'summary',
    'body',
    'content',
    'm',
    'data',
  ],
  time: [
    'systemtime',
    'timecreated',
    'timestamp',
    'datetime',
    'time',
    'ts',
    't',
    'when',
    'at',
    'eventtime',
    'occurred',
    'occurredat',
    'generated',
    'logtime',
    'created',
    'createdat',
    'clock',
    'stamp',
  ],
  date: ['date', 'day', 'd'],
  host: ['hostname', 'host', 'computer', 'node', 'machine', 'server', 'nodename', 'system', 'device', 'h'],
  process: [
    'process',
    'processname',
    'program',
    'programname',
    'app',
    'appname',
    'application',
    'identifier',
    'syslogidentifier',
    'ident',
    'daemon',
    'service',
    'servicedescription',
    'src',
    'source',
    'sourcename',
    'provider',
    'component',
    'logger',
    'tag',
    'unit',
    'proc',
    'p',
  ],
} as const
type Field = keyof typeof fields
const fieldOf = new Map<string, readonly [Field, number]>(
  (Object.keys(fields) as Field[]).flatMap(field => fields[field].map((name, i) => [name, [field, i]] as const)),
)

interface Element {
  readonly name: string
  readonly values: (readonly [name: string, value: string])[]
  readonly start: number
  text: string
  hasChildren: boolean
  hasRecord: boolean
}
interface RecordAt {
  readonly start: number
  readonly end: number
  readonly line: string
}

const plainName = (name: string) =>
  name
    .replace(/^.*:/, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const decoded = (text: string) =>
  text
    .replace(/&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|(lt|gt|amp|quot|apos));/g, (_, decimal, hex, name) =>
      name ? marks[name]! : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/\s+/g, ' ')
    .trim()

/** No document is deeper, and no event has more to say. */
const [deepest, mostValues] = [40, 60]

function recordsOf(text: string): RecordAt[] {
  const found: RecordAt[] = []
  const open: Element[] = []
  let at = 0
  for (const match of text.matchAll(tag)) {
    const top = open.at(-1)
    if (top) top.text += text.slice(at, match.index)
    at = match.index + match[0].length
    const { data, close, name, rest = '', empty } = match.groups!
    if (data !== undefined && top) top.text += data.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    if (name === undefined) continue
    if (!close) {
      if (open.length >= deepest) return found
      const values = [...rest.matchAll(attribute)].map(([, key = '', one, other]) => [plainName(key), decoded(one ?? other ?? '')] as const)
      if (top) top.hasChildren = true
      open.push({ name: plainName(name), values, start: match.index, text: '', hasChildren: false, hasRecord: false })
      if (!empty) continue
    }
    const element = open.pop()
    if (!element) return found
    const line = element.hasRecord ? undefined : lineOf(element, open)
    if (line !== undefined) found.push({ start: element.start, end: at, line })
    const parent = open.at(-1)
    if (!parent) continue
    if (line !== undefined || element.hasRecord) parent.hasRecord = true
    else if (parent.values.length < mostValues) parent.values.push(...toldBy(element))
  }
  return found
}

/** What an element tells the one around it: `<host>a</host>`, `<Data Name="message">…</Data>`, `<Provider Name="kernel"/>`. */
function toldBy({ name, values, text, hasChildren }: Element): (readonly [string, string])[] {
  const said = hasChildren ? '' : decoded(text)
  const own = values.find(([key]) => key === 'name')?.[1]
  if (said !== '') return [[own !== undefined && fieldOf.has(plainName(own)) ? plainName(own) : name, said], ...values]
  return own !== undefined && fieldOf.has(name) ? [[name, own], ...values] : values
}

/** An element as a line of a log, when it has what was logged, and when. */
function lineOf(element: Element, around: readonly Element[]): string | undefined {
  const own = element.hasChildren ? '' : decoded(element.text)
  const best = (field: Field, values: Element['values']): string | undefined =>
    values
      .flatMap(([name, value]) => {
        const [of, rank] = fieldOf.get(name) ?? []
        return of === field && value !== '' ? [{ value, rank: rank! }] : []
      })
      .sort((one, other) => one.rank - other.rank)[0]?.value
  const outer = (field: Field) =>
    [...around]
      .reverse()
      .map(({ values }) => best(field, values))
      .find(value => value !== undefined)
  const message = own !== '' ? own : best('message', element.values)
  const clock = best('time', element.values)
  const day = best('date', element.values)
  if (message === undefined || (clock ?? day) === undefined) return undefined
  const time = clock !== undefined && /^\d\d:\d\d/.test(clock) ? `${day ?? outer('date') ?? ''} ${clock}` : (clock ?? day!)
  const host = (best('host', element.values) ?? outer('host'))?.replace(/^.*\s/, '')
  const process = (best('process', element.values) ?? outer('process'))?.replace(/^\/\S*\//, '').replace(/(?:\[\d+\])?:?$/, '')
  const entry = { message, timestamp: time.trim(), ...(host && { host }), ...(process && { process }) }
  // Written as the system log has it, it is no time of a store.
  if (/^[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d$/.test(time) && process) return `${time} ${host ?? 'localhost'} ${process}: ${message}`
  return entryLine(entry)
}

/** None of these holds any, and other readers know them. */
const known = /<(?:!doctype|html|cib|crm_mon|pacemaker-result|domain|domstatus|lrm_rsc_op|node_state|configuration|testsuites?)[\s>]/i
const ofPrograms = /corosync|pacemaker|TOTEM|kernel|crmd|lrmd|stonith|pengine|fenced/
const times = /\d\d:\d\d:\d\d|[>"']1[67]\d{8}/

/** Whether a text is such an export. */
export const isXmlRecords = (head: string): boolean =>
  /^[\ufeff\s]*<[?A-Za-z!]/.test(head) && !known.test(head) && ofPrograms.test(head) && times.test(head) && recordsOf(head).length > 0

/** Each element as one line, at the line in which it begins; whatever is none stays as it is, and lines keep their numbers. */
export function xmlRecordLines(text: string): string {
  let out = ''
  let at = 0
  for (const { start, end, line } of recordsOf(text)) {
    if (start < at) continue
    const between = text.slice(at, start)
    // What stands before it in its line is the mark of an element around it, or blank.
    const lineStart = between.lastIndexOf('\n') + 1
    out += between.slice(0, lineStart) + (between.slice(lineStart).trim() === '' ? '' : `${between.slice(lineStart)}\n`)
    if (out !== '' && !out.endsWith('\n')) out += '\n'
    out += `${line}${'\n'.repeat(text.slice(start, end).split('\n').length - 1)}`
    at = end
  }
  return out + text.slice(at)
}
