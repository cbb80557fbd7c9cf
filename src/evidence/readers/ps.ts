import type { Reading } from '../model.ts'
import { usesMuch } from './busy.ts'
import { hungSeconds, ofCluster, wholeTree } from './collector.ts'
import { elapsedSeconds, startedSecondsAgo } from './ps-age.ts'
import { columnsAsked, commandNames, isRowOf, stateNames } from './ps-columns.ts'
import { isCutOff, type RowKind, unbroken } from './ps-rows.ts'
import { type EvidenceReader, looked, lookedAt, type ReaderContext, reading, type Spot, sortedUnique, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'
import { whatItWaitsFor } from './wait.ts'

/** What tasks that are there too long tell. */
const heldUpKeys = ['commands.hung', 'commands.cluster-slow', 'sos.runtime-minutes'] as const

interface Task {
  readonly pid: string
  readonly parent: string | undefined
  readonly command: string
  readonly spot: Spot
  readonly states: string[]
  readonly waits: string[]
  /** Seconds since it was started, at least. */
  readonly age: number | undefined
  /** It uses much processor time. */
  readonly busy: boolean
}

/** `ps` in any form that has a header with PID and a command. */
export const ps: EvidenceReader = {
  name: 'ps',
  needs: ['PID', 'pid'],
  recognises: (_, head) => headerOf(spotsOf(head).slice(0, 10)) !== undefined,
  readings: [
    'listed.process',
    'listed.processes',
    'process.blocked',
    'process.blocked-in-fanotify',
    'process.blocked-in-storage',
    'process.blocked-in-nfs',
    ...heldUpKeys,
    looked,
  ],
  read(text, context) {
    const spots = spotsOf(text)
    const header = headerOf(spots.slice(0, 10))
    if (!header) return []
    const rows = unbroken(spots.slice(header.line), text => kindOf(text, header.columns))
    const tasks = tasksOf(rows, header.columns)
    const waits = header.columns.includes('WCHAN') ? [lookedAt(context, 'wait-channels')] : []
    return [...listed(tasks, header, context, isCutOff(rows)), ...blocked(tasks, header, context), ...heldUp(tasks, context), ...waits]
  },
}

/**
 * A part of a list that somebody copied, below a command or a header: what its rows tell, but not what is missing in it. `now`: when it
 * was made, in the form of its column of starts, where its own `ps` is not among its rows.
 */
export function rowsRead(
  spots: readonly Spot[],
  columns: readonly string[],
  context: ReaderContext,
  now: readonly string[] = [],
): Reading[] {
  const header = { line: 0, text: '', columns }
  const tasks = tasksOf(spots, columns, now)
  const waiting = tasks.some(({ states }) => states.some(state => state.startsWith('D'))) ? blocked(tasks, header, context) : []
  return [...listed(tasks, header, context, true), ...waiting.filter(({ value }) => value === true), ...heldUp(tasks, context)]
}

interface Header {
  readonly line: number
  readonly text: string
  readonly columns: readonly string[]
}

function headerOf(spots: readonly Spot[]): Header | undefined {
  for (const [i, { line, text }] of spots.entries()) {
    // A mail breaks the header before its last word.
    const last = spots[i + 1]?.text.trim() ?? ''
    const isBroken = commandNames.includes(last) && / (?:TIME|ELAPSED)\s*$/.test(text)
    const columns = [...text.trim().split(/\s+/), ...(isBroken ? [last] : [])]
    const isHeader =
      columns.includes('PID') &&
      columns.some(name => commandNames.includes(name)) &&
      columns.every(name => /^[A-Z%+][A-Z0-9_%+-]*$/.test(name))
    // `lsof` lists open files.
    if (columns.includes('FD')) return undefined
    // `top` has a header like this, below lines of its own; its snapshot of the busiest is not a list of all.
    if (isHeader)
      return columns.includes('RES') && columns.includes('SHR') ? undefined : { line: isBroken ? line + 1 : line, text, columns }
  }
  return askedFor(spots)
}

/** `awk` and `grep` take the header away; the command above the rows says what it was. */
function askedFor(spots: readonly Spot[]): Header | undefined {
  for (const { line, text } of spots) {
    const columns = columnsAsked(text)
    if (columns?.includes('PID') && columns.some(name => commandNames.includes(name))) return { line, text, columns }
  }
  return undefined
}

function tasksOf(spots: readonly Spot[], columns: readonly string[], times: readonly string[] = []): Task[] {
  const tasks: Task[] = []
  const at = (names: readonly string[]) => columns.findIndex(name => names.includes(name))
  const [pidAt, parentAt, stateAt, waitAt] = [at(['PID']), at(['PPID']), at(stateNames), at(['WCHAN'])]
  const [elapsedAt, startAt] = [at(['ELAPSED']), at(['START', 'STIME', 'STARTED'])]
  const [cpuAt, usedAt] = [at(['%CPU', 'PCPU']), at(['TIME'])]
  const rows = spots.flatMap(spot => ({ spot, ...rowOf(spot.text, columns, at(commandNames)) }))
  const own = rows.find(({ command }) => /^(?:\S*\/)?ps(?: |$)/.test(command ?? ''))?.fields?.[startAt]
  for (const { spot, fields, command } of rows) {
    if (!fields || command === undefined) continue
    // Whoever left the numbers out has the look of the other columns to tell a row.
    if (pidAt === -1 && !isRowOf(fields, columns)) continue
    const pid = fields[pidAt] ?? ''
    const parent = fields[parentAt]
    const started = fields[startAt] ?? ''
    const now = own ?? times.find(time => time.length > 5 === started.length > 5)
    const age = elapsedSeconds(fields[elapsedAt] ?? '') ?? startedSecondsAgo(started, now)
    // `ps m` prints a line for the process, then one for each thread, without its number.
    const task =
      pid === '-' ? tasks.at(-1) : { pid, parent, command, spot, states: [], waits: [], age, busy: usesMuch(fields[cpuAt], fields[usedAt]) }
    if (!task || (pidAt !== -1 && !/^\d+$/.test(task.pid))) continue
    if (pid !== '-') tasks.push(task)
    task.states.push(fields[stateAt] ?? '')
    task.waits.push(fields[waitAt] ?? '')
  }
  return tasks
}

function kindOf(text: string, columns: readonly string[]): RowKind {
  const [pidAt, commandAt] = [columns.indexOf('PID'), columns.findIndex(name => commandNames.includes(name))]
  const isNumber = (word: string | undefined) => /^(?:\d+|-)$/.test(word ?? '')
  const row = rowOf(text, columns, commandAt)
  if (row) return isNumber(row.fields[pidAt]) ? 'row' : undefined
  const words = text.trim().split(/\s+/)
  return commandAt === columns.length - 1 && words.length === commandAt && isNumber(words[pidAt]) ? 'open' : undefined
}

/** The fields before the command, and the command, which alone may hold spaces. */
function rowOf(text: string, columns: readonly string[], commandAt: number): { fields: string[]; command: string } | undefined {
  const words = [...text.matchAll(/\S+/g)]
  const fields: string[] = []
  let next = 0
  for (const column of columns.slice(0, commandAt)) {
    const word = words[next]?.[0]
    if (word === undefined) return undefined
    // lstart prints a whole date: Sun Nov 22 08:42:40 2026
    const size = column === 'STARTED' && /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/.test(word) ? 5 : 1
    fields.push(
      words
        .slice(next, next + size)
        .map(([part]) => part)
        .join(' '),
    )
    next += size
  }
  const start = words[next]?.index
  const after = columns.length - 1 - commandAt
  const end = words[words.length - after]?.index ?? text.length
  if (start === undefined || end <= start) return undefined
  // What stands behind the command, such as WCHAN.
  if (after > 0) fields.push('', ...words.slice(-after).map(([word]) => word))
  return {
    fields,
    command: text
      .slice(start, end)
      .trim()
      .replace(/^(?:[|\s]*\\_\s)+\s*/, ''),
  }
}

function listed(tasks: readonly Task[], header: Header, context: ReaderContext, cut: boolean): Reading[] {
  const form = tasks.some(({ command }) => command.includes('/')) ? 'path' : 'name'
  const found = new Map<string, Reading>()
  for (const { pid, command, spot, busy } of tasks) {
    const program = programOf(command)
    if (!program || found.has(`${pid} ${program}`)) continue
    // Arguments may hold passwords, so the line is shown only up to the program.
    const shown = spot.text.slice(0, spot.text.lastIndexOf(command) + program.length)
    found.set(
      `${pid} ${program}`,
      reading(context, 'listed.process', [pid, program, form, ...(busy ? ['busy'] : [])], { ...spot, text: shown }),
    )
  }
  const all = form === 'path' && !cut && tasks.some(({ pid }) => pid === '1')
  if (!all) return [...found.values()]
  const share = header.columns.some(name => name === '%CPU' || name === 'PCPU')
  return [
    ...found.values(),
    reading(context, 'listed.processes', found.size, header),
    lookedAt(context, 'processes'),
    ...(share ? [lookedAt(context, 'cpu-of-processes')] : []),
  ]
}

/** The program a command line runs; undefined for kernel threads and processes that have ended, which `ps` puts in brackets. */
function programOf(command: string): string | undefined {
  if (command.startsWith('[') || command.endsWith(' <defunct>') || command === '-' || command === '') return undefined
  return command.split(/\s/, 1)[0]!.replace(/:$/, '')
}

function blocked(tasks: readonly Task[], header: Header, context: ReaderContext): Reading[] {
  if (!header.columns.some(name => stateNames.includes(name))) return []
  const waiting = tasks.filter(({ states, command }) => states.some(state => state.startsWith('D')) && programOf(command) !== undefined)
  const first = waiting[0]
  // That nobody waited when the list was taken says nothing about the time of the fault, so this is all that is told.
  if (!first) return [reading(context, 'process.blocked', [], header)]
  const found = [
    reading(context, 'process.blocked', sortedUnique(waiting.map(({ command }) => programOf(command)!)), withoutArguments(first)),
  ]
  const told = new Set<string>()
  for (const task of waiting)
    task.waits.forEach((wait, i) => {
      const key = task.states[i]?.startsWith('D') ? whatItWaitsFor(wait) : undefined
      if (!key || told.has(key)) return
      told.add(key)
      found.push(reading(context, key, true, withoutArguments(task)))
    })
  return found
}

/** A report by hand; who gave it no `--batch` may have left it waiting for a key. */
const report = /^(?:\S*python[\d.]*(?: -\S+)* )?(?:\S*\/)?(?:sosreport|sos report)(?= |$)/
const longReportSeconds = 30 * 60

/** What takes milliseconds and is still there after two minutes, waiting in the kernel; and a report that takes long. */
function heldUp(tasks: readonly Task[], context: ReaderContext): Reading[] {
  const old = tasks.filter(({ states, age = 0 }) => age > hungSeconds && states.some(state => state.startsWith('D')))
  const plain = old.find(({ command }) => simple.test(command) && !wholeTree.test(command))
  // Without `-1`, crm_mon stays until somebody ends it.
  const ofOurs = old.find(({ command }) => ofCluster.test(command) && (!/\bcrm_mon\b/.test(command) || /\s-\w*1|--one-shot/.test(command)))
  return [
    ...(plain ? [reading(context, 'commands.hung', true, withoutArguments(plain))] : []),
    ...(ofOurs ? [reading(context, 'commands.cluster-slow', true, withoutArguments(ofOurs))] : []),
    ...reportTime(tasks, context),
  ]
}

/** A report that still works has taken so long already. */
function reportTime(tasks: readonly Task[], context: ReaderContext): Reading[] {
  const works = ({ pid, command, states }: Task) =>
    !states.some(state => /^[TtZX]/.test(state)) &&
    (/ --batch(?: |$)/.test(command) ||
      states.some(state => state.startsWith('D')) ||
      (pid !== '' && tasks.some(({ parent }) => parent === pid)))
  const long = tasks.find(task => report.test(task.command) && (task.age ?? 0) > longReportSeconds && works(task))
  return long ? [reading(context, 'sos.runtime-minutes', Math.round(long.age! / 60), withoutArguments(long))] : []
}

function withoutArguments({ spot, command }: Task): Spot {
  return { ...spot, text: spot.text.slice(0, spot.text.lastIndexOf(command) + (programOf(command)?.length ?? 0)) }
}
