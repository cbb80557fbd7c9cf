/** A list of processes with a header: where in its rows the number, the program and the share of a processor stand. */
export interface Table {
  readonly pidAt: number
  /** Where there is no number: a column that holds a figure. */
  readonly figureAt: number
  readonly programAt: number
  readonly cpuAt: number
  readonly usedAt: number
  /** `lstart` fills five words of a row. */
  readonly startedAt: number
  /** Characters after which the program's name is cut off without a mark. */
  readonly cutAt: number | undefined
}

export interface TableRow {
  readonly pid: string
  readonly program: string
  readonly form: 'path' | 'name' | 'cut'
  readonly cpu: string | undefined
  readonly used: string | undefined
}

/** Columns that name the program, the surest first; `lsof` has both COMMAND and NAME, which is the file. */
const programNames = [
  'COMMAND',
  '命令',
  '进程',
  '程序',
  'コマンド',
  '명령',
  'BEFEHL',
  'COMMANDE',
  'COMANDO',
  'КОМАНДА',
  'CMD',
  'ARGS',
  'COMM',
  'UCMD',
  'PROGRAM',
  'PROCESS',
  'PROCESS_NAME',
  'NAME',
]
/** What every list of processes has one of. */
const headed = /pid|\btid\b|%CPU|%MEM|\bRSS\b/i
const cpuNames = ['%CPU', 'CPU%', 'PCPU']
/** A column's name; the header of `pidstat` begins with the time of day. */
const columnName = /^[%\p{L}+#][\p{L}\w%+()./:-]*$|^\d\d:\d\d:\d\d$/u
/** Frames that tools draw around a table. */
const frames = /[│|┃]/g
const mostColumns = 40
/** `lsof` cuts names to this many characters unless it is asked for more. */
const lsofName = 9

/** The header of a list of processes, whatever tool printed it, or nothing. */
export function tableOf(line: string): Table | undefined {
  if (!headed.test(line) || line.length > 400) return undefined
  const words = line.replace(frames, ' ').trim().split(/\s+/)
  if (words.length < 2 || words.length > mostColumns || !words.every(word => columnName.test(word))) return undefined
  return tableWith(words.map(word => word.toUpperCase()))
}

/** Where the columns of these names stand in a row. */
export function tableWith(names: readonly string[]): Table | undefined {
  const at = (wanted: readonly string[]) => wanted.map(name => names.indexOf(name)).find(index => index >= 0) ?? -1
  const [pidAt, programAt] = [at(['PID', 'TID']), at(programNames)]
  // Without numbers, only the names of `ps` are believed.
  const isBare = pidAt < 0 && at(['%CPU', '%MEM', 'PCPU', 'PMEM', 'RSS']) >= 0 && at(['COMMAND', 'CMD', 'ARGS', 'COMM']) >= 0
  if (programAt < 0 || (pidAt < 0 && !isBare)) return undefined
  return {
    pidAt,
    figureAt: pidAt < 0 ? at(['%CPU', '%MEM', 'PCPU', 'PMEM', 'RSS']) : -1,
    programAt,
    cpuAt: at(cpuNames),
    // The share in `top`, whose column is called `TIME+`, is that of the moment.
    usedAt: names.indexOf('TIME'),
    startedAt: names.indexOf('STARTED'),
    cutAt: names.includes('FD') ? lsofName : undefined,
  }
}

/** What one row of such a list names. */
export function tableRow(line: string, table: Table): TableRow | undefined {
  // `--forest` draws branches before the program.
  const words = line.replace(frames, ' ').replace(/ \\_ /g, ' ').trim().split(/\s+/, mostColumns)
  const isDate = table.startedAt >= 0 && /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/.test(words[table.startedAt] ?? '')
  const wordAt = (index: number) => (index < 0 ? undefined : words[index + (isDate && index > table.startedAt ? 4 : 0)])
  const pid = wordAt(table.pidAt) ?? ''
  const program = (wordAt(table.programAt) ?? '').replace(/:$/, '')
  // `<defunct>`: it has ended.
  const isRow = table.pidAt >= 0 ? /^\d{1,8}$/.test(pid) : /^\d{1,9}(?:[.,]\d{1,2})?%?$/.test(wordAt(table.figureAt) ?? '')
  if (line.includes(' <defunct>') || !isRow || !/^[\w/]/.test(program)) return undefined
  const bare = program.replace(/\+$/, '')
  const form = program.startsWith('/') ? 'path' : bare !== program || program.length === table.cutAt ? 'cut' : 'name'
  return { pid, program: bare, form, cpu: wordAt(table.cpuAt), used: wordAt(table.usedAt) }
}
