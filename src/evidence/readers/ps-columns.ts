import { elapsedSeconds } from './ps-age.ts'

export const stateNames = ['STAT', 'S', 'STATE']
export const commandNames = ['COMMAND', 'CMD', 'ARGS', 'COMM']

/** What `ps -o` calls its columns, where the header has another name for them. */
const headings: { readonly [name: string]: string } = {
  etimes: 'ELAPSED',
  etime: 'ELAPSED',
  comm: 'COMMAND',
  ucomm: 'COMMAND',
  command: 'COMMAND',
  cmd: 'CMD',
  args: 'COMMAND',
  state: 'S',
  lstart: 'STARTED',
  start_time: 'START',
  tid: 'LWP',
}
const column = '[a-z_%]+(?::\\d+)?=?'
const asked = new RegExp(
  `(?:[#$%>;'"+=] ?|&& |^\\s{0,8})(?:sudo +)?ps +(?:-{0,2}[A-Za-z\\d][\\w,=-]{0,60} +){0,6}?-?[A-Za-z]*o[ ,]*(${column}(?:,${column})+)(?:$|[ |>'"])`,
)

/** The columns that a command line tells `ps` to print. */
export function columnsAsked(line: string): string[] | undefined {
  const names = line.includes('ps ') ? asked.exec(line)?.[1]?.split(',') : undefined
  return names?.map(name => name.replace(/(?::\d+)?=?$/, '')).map(name => headings[name] ?? name.toUpperCase())
}

/** How the values of some columns look; of one list all do. */
const looks: { readonly [name: string]: (value: string) => boolean } = {
  PID: value => /^\d{1,8}$/.test(value),
  PPID: value => /^\d{1,8}$/.test(value),
  ELAPSED: value => elapsedSeconds(value) !== undefined,
  TIME: value => /^(?:\d+-)?\d+:\d\d(?::\d\d)?$/.test(value),
  '%CPU': value => /^\d+[.,]?\d*$/.test(value),
  '%MEM': value => /^\d+[.,]?\d*$/.test(value),
  ...Object.fromEntries(stateNames.map(name => [name, (value: string) => /^[DIRSTtWXZ][<NLsl+]{0,5}$/.test(value)])),
}
/** Columns without which anything may be a row. */
const telling = ['PID', 'ELAPSED', ...stateNames]

/** Whether the fields of a line are those of a row with these columns. */
export function isRowOf(fields: readonly string[], columns: readonly string[]): boolean {
  return columns.some(name => telling.includes(name)) && columns.every((name, i) => looks[name]?.(fields[i] ?? '') ?? true)
}

const known = new Set(
  'PID PPID PGID SID LWP NLWP USER RUSER EUSER UID RUID GROUP STAT S STATE WCHAN ELAPSED STARTED START STIME TIME %CPU %MEM CPU PCPU PMEM VSZ RSS SZ TTY TT NI PRI CLS C F ADDR PSR LABEL UNIT CGROUP CMD COMMAND ARGS COMM'.split(
    ' ',
  ),
)

/** The columns of a line that is the header of a list, wherever it stands. */
export function columnsShown(line: string): string[] | undefined {
  if (!/\b(?:COMMAND|CMD)\b/.test(line)) return undefined
  const words = line
    .replace(/^[>|\s]+/, '')
    .trim()
    .split(/\s+/)
  const isHeader =
    words.length > 1 &&
    words.every(word => known.has(word)) &&
    words.some(word => telling.includes(word)) &&
    commandNames.includes(words.at(-1)!)
  return isHeader ? words : undefined
}
