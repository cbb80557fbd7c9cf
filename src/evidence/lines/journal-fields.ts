import { holdsAny, watch } from './words.ts'

/** `Tue 2023-01-17 04:10:11.120331 CET [s=aa01;i=1f2;…]` begins an entry of `journalctl -o verbose`. */
const verboseHead = /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)(?: (UTC|[+-]\d{2,4})| [A-Z]{2,5})? \[s=[^\]]*\]\s*$/
const field = /^\s*([A-Z_][A-Z0-9_]*)=(.*)$/
/** The same in `journalctl -o json-pretty`. */
const prettyField = /^\s*"([A-Z_][A-Z0-9_]*)"\s*:\s*("(?:[^"\\]|\\.)*")\s*,?\s*$/
const prettyHead = /^[[, \t]*\{\s*$/
const wanted = new Set(['_HOSTNAME', 'SYSLOG_IDENTIFIER', '_COMM', 'SYSLOG_PID', '_PID', '_TRANSPORT', 'MESSAGE', '__REALTIME_TIMESTAMP'])
/** No entry has more fields; a text that goes on and on is none. */
const longestEntry = 1000

/** One of these is in every entry of the three forms. */
const ofEntries = watch('__REALTIME_TIMESTAMP', ' [s=')

/** Whether a text is a journal with one field on each line: `journalctl -o verbose`, `-o export` or `-o json-pretty`. */
export function isFieldJournal(head: string): boolean {
  if (!holdsAny(head, ofEntries)) return false
  const start = head.slice(0, 8192)
  return (
    (/^[A-Z][a-z]{2} \d{4}-\d\d-\d\d .* \[s=[0-9a-f]*;/m.test(start) && /^\s+MESSAGE=/m.test(start)) ||
    (/^__CURSOR=/m.test(start) && /^__REALTIME_TIMESTAMP=\d+$/m.test(start)) ||
    (/^[[, \t]*\{[ \t\r]*$/m.test(start) && /^\s+"__REALTIME_TIMESTAMP"\s*:\s*"\d+"/m.test(start))
  )
}

/**
 * The same journal with one line for each entry, as the system log writes it, at the line of its message; the other lines are left
 * empty, so that every line keeps its number.
 */
export async function* journalLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()]
  let entry: string[] = []
  let rest = ''
  const take = (lines: readonly string[]): string => {
    let out = ''
    for (const line of lines) {
      if (
        entry.length > 0 &&
        (verboseHead.test(line) || line.startsWith('__CURSOR=') || prettyHead.test(line) || entry.length >= longestEntry)
      ) {
        out += asLog(entry)
        entry = []
      }
      entry.push(line)
    }
    return out
  }
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop()!
    const out = take(lines)
    if (out !== '') yield encoder.encode(out)
  }
  yield encoder.encode(take([rest]) + asLog(entry))
}

/** The lines of one entry as lines of a log. */
function asLog(entry: readonly string[]): string {
  const values = new Map<string, string>()
  let place = 0
  entry.forEach((line, i) => {
    const [, name = '', value = ''] = field.exec(line) ?? prettyOf(line) ?? []
    if (!wanted.has(name) || values.has(name)) return
    values.set(name, value)
    if (name === 'MESSAGE') place = i
  })
  const [time, message] = [timeOf(entry, values.get('__REALTIME_TIMESTAMP')), values.get('MESSAGE')]
  const process = values.get('SYSLOG_IDENTIFIER') ?? (values.get('_TRANSPORT') === 'kernel' ? 'kernel' : values.get('_COMM'))
  const pid = values.get('SYSLOG_PID') ?? values.get('_PID')
  const told = time !== undefined && message !== undefined && process !== undefined
  const line = told ? `${time} ${values.get('_HOSTNAME') ?? 'localhost'} ${process}${pid ? `[${pid}]` : ''}: ${message}` : ''
  return entry.map((_, i) => (i === place ? `${line}\n` : '\n')).join('')
}

function prettyOf(line: string): [string, string, string] | undefined {
  const [, name = '', quoted] = prettyField.exec(line) ?? []
  try {
    return quoted === undefined ? undefined : [line, name, (JSON.parse(quoted) as string).replaceAll('\n', ' ')]
  } catch {
    return undefined
  }
}

function timeOf(entry: readonly string[], microseconds: string | undefined): string | undefined {
  const head = entry.map(line => verboseHead.exec(line)).find(Boolean)
  if (head) return `${head[1]}T${head[2]}${head[3] === 'UTC' ? 'Z' : ''}`
  const ms = /^\d{10,17}$/.test(microseconds ?? '') ? Math.floor(Number(microseconds) / 1000) : Number.NaN
  return Number.isFinite(ms) ? `${new Date(ms).toISOString().slice(0, -1)}Z` : undefined
}
