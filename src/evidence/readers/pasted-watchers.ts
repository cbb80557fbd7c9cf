import { isPrompt } from '../lines/prompt.ts'
import type { Reading } from '../model.ts'
import { usesMuch } from './busy.ts'
import { sameModule } from './names.ts'
import { bareRpm, packageOf } from './packages.ts'
import { installedIn } from './pasted-packages.ts'
import { rowsIn } from './pasted-rows.ts'
import { Session } from './pasted-session.ts'
import { type Table, tableOf, tableRow, tableWith } from './pasted-tables.ts'
import type { Words } from './pasted-words.ts'
import { columnsAsked } from './ps-columns.ts'
import { baseName, type ReaderContext, reading, type Spot } from './reader.ts'
import { stateKey, type unitKeys } from './units.ts'

/** One line of a paste. */
export interface Seen {
  /** Without marks of quotation. */
  readonly line: string
  /** Without what a collector, a tool or a person put around it; undefined where nothing is. Most lines are never asked for it. */
  bare(): string | undefined
  readonly spot: Spot
  /** Whether it holds a name of any product at all. */
  readonly isKnown: boolean
  /** Whether it lists what was taken away. */
  readonly isRemoval: boolean
  /** Whether one of the next three lines is like this. */
  below(some: RegExp): boolean
}

/** What a line tells, also because of the lines before it, which each watcher remembers for itself. */
export type Watcher = (seen: Seen) => readonly Reading[]

interface Paste {
  readonly text: string
  readonly words: Words
  readonly context: ReaderContext
  /** Takes what needs another proof. */
  readonly likely: Reading[]
}

/** All that looks at a paste, in the order in which readings are given. */
export function watchersOf(paste: Paste): readonly Watcher[] {
  return [
    sessions(paste),
    unitStates(paste),
    numbersOfNames(paste),
    selectedPrograms(paste),
    tracedPrograms(paste),
    askedUnits(paste),
    rows(paste),
    tables(paste),
    statusBlocks(paste),
    tasksOfCrash(paste),
    queriedPackages(paste),
  ]
}

/** Programs, units and files that an answer at a prompt shows. */
function sessions({ words, context, likely }: Paste): Watcher {
  const session = new Session(words.commands)
  return ({ line, spot }) => {
    const { told, likely: perhaps } = session.next(line)
    if (perhaps) likely.push(reading(context, stateKey('active'), perhaps, { ...spot, text: perhaps }))
    return told.flatMap(({ program, unit, key, file }) => [
      ...(program !== undefined && words.any.test(program) ? [processOf(context, program, { ...spot, text: program })] : []),
      ...(unit !== undefined && key ? [reading(context, key, unit, { ...spot, text: unit })] : []),
      ...(file !== undefined ? [reading(context, 'listed.file', file, { ...spot, text: file })] : []),
    ])
  }
}

const processOf = (context: ReaderContext, program: string, spot: Spot) =>
  reading(context, 'listed.process', ['', program, program.startsWith('/') ? 'path' : 'name'], spot)

/** `● mdatp.service - Microsoft Defender`, the first line of `systemctl status`. */
const unitHead = /^\s*(?:(?:[●○×↻*x]|&#\w{2,5};)\s+)?([\w@.-]{1,80}\.service)(?: - .*)?\s*$/

/** The state that `systemctl status` and `systemctl show` print below the name of a unit. */
function unitStates({ context }: Paste): Watcher {
  let unit: string | undefined
  return ({ line, bare, spot }) => {
    const head = line.includes('.service') ? (unitHead.exec(line) ?? unitHead.exec(bare() ?? '')) : null
    unit =
      /^Id=([\w@.-]+\.service)$/.exec(line)?.[1] ??
      Session.statusOf(line) ??
      // The first line of a status is easily cut off.
      /^\s*Loaded: loaded \(\S*\/([\w@.-]+\.service);/.exec(line)?.[1] ??
      head?.[1] ??
      unit
    const active = line.includes('Active') ? /^(?:\s*Active: |ActiveState=)([a-z]+)/.exec(bare() ?? line)?.[1] : undefined
    return active && unit ? [reading(context, stateKey(active), unit, { ...spot, text: `${unit}: ${line.trim()}` })] : []
  }
}

/** `pidof NAME` prints nothing but numbers, and nothing at all for what does not run. */
function numbersOfNames({ context }: Paste): Watcher {
  let sought: string | undefined
  return ({ line, spot }) => {
    const found = sought && /^\d{1,7}(?: \d{1,7})*$/.test(line) ? [processOf(context, sought, spot)] : []
    sought = /[#$] (?:sudo )?(?:pidof|pgrep)(?: -\w+)* ([\w./-]{2,60})$/.exec(line)?.[1]
    return found
  }
}

const bareSelection = /[#$] (?:sudo )?ps (?=.*-o ?(?:args|cmd|comm|command|ucmd)=?(?: |$)).*-C ?(?<name>[\w.-]{2,60})(?: |$)/

/** `ps -o args -C NAME` prints the program and nothing before it. */
function selectedPrograms({ context }: Paste): Watcher {
  let selected: string | undefined
  return ({ line, spot }) => {
    const found = selected && baseName(line.split(' ', 1)[0]!) === selected ? [processOf(context, selected, spot)] : []
    if (isPrompt(line)) selected = bareSelection.exec(line)?.groups?.name
    return found
  }
}

const tracer =
  /\b(?:[sl]trace|gdb|perf|lsof|pmap|[pg]stack|cat|ls)\b.{0,120}(?:\$\(|`)(?:sudo )?(?:pidof|pgrep)(?: -\w+)* ["']?([\w./-]{2,60})["']?[)`]/
const attached = /^(?:\[pid +\d+\] |(?:strace: )?Process \d+ attached|\w+\(.*\) += |Attaching to process \d|\d{1,7}: +\/|Name:\s+\S)/

/** A tracer that was given what `pidof NAME` finds, and that found something to trace. */
function tracedPrograms({ context }: Paste): Watcher {
  let traced: string | undefined
  return ({ line, spot }) => {
    const found = traced && attached.test(line) ? [processOf(context, traced, { ...spot, text: line.slice(0, 80) })] : []
    if (line.trim() !== '') traced = isPrompt(line) ? tracer.exec(line)?.[1] : undefined
    return found
  }
}

const loop = /\bfor \w+ in ([\w@. -]{1,800}); *do .{0,200}\bsystemctl is-(?:active|enabled) +["']?\$/
const answers: ReadonlyMap<string, (typeof unitKeys)[number]> = new Map([
  ['active', 'listed.unit'],
  ['enabled', 'listed.unit-installed'],
  ...['inactive', 'failed', 'disabled', 'masked'].map(word => [word, 'listed.unit-off'] as const),
])

/** The units of `systemctl is-active A B` and of a loop over units, and one line for each, in their order. */
function askedUnits({ context }: Paste): Watcher {
  let awaited: readonly string[] = []
  return ({ line, spot }) => {
    const asked = unitsAsked(line)
    if (asked) awaited = asked
    const [unit, ...others] = awaited
    if (asked || unit === undefined || !/^[a-z-]+\s*$/.test(line)) return []
    // `unknown` and `not-found` are answers, too.
    awaited = others
    const key = answers.get(line.trim())
    return key ? [reading(context, key, unit, { ...spot, text: `${unit}: ${line.trim()}` })] : []
  }
}

function unitsAsked(line: string): string[] | undefined {
  if (!line.includes('systemctl is-')) return undefined
  const names = loop.exec(line)?.[1] ?? /\bsystemctl is-(?:active|enabled) +((?:[\w@.-]+ *)+)(?=$|[;'"&|])/.exec(line)?.[1]
  return names
    ?.trim()
    .split(/ +/)
    .map(name => (name.includes('.') ? name : `${name}.service`))
}

function rows({ words, context }: Paste): Watcher {
  return ({ line, bare, spot, isKnown, isRemoval }) => {
    if (!isKnown || isRemoval) return []
    const shown = shownBy(line, spot, context, words)
    const inner = shown.length > 0 ? undefined : bare()
    return inner === undefined ? shown : shownBy(inner, spot, context, words)
  }
}

/** A row of a known form, or what a product's own command says: wherever it stands, it needs no other line. */
function shownBy(line: string, spot: Spot, context: ReaderContext, words: Words): Reading[] {
  const found: Reading[] = []
  for (const row of rowsIn(line)) {
    if ('unit' in row) {
      found.push(reading(context, row.key, row.unit, spot))
      if (row.busy) found.push(reading(context, 'listed.unit-busy', row.unit, spot))
    } else if ('module' in row) {
      if (words.modules.some(name => sameModule(row.module, name))) found.push(reading(context, 'listed.module', row.module, spot))
    } else {
      const program = row.command.split(/\s/, 1)[0]!.replace(/:$/, '')
      // Arguments may hold passwords.
      const text = line.slice(0, line.indexOf(program) + program.length)
      if (program && !program.startsWith('['))
        found.push(reading(context, 'listed.process', [row.pid, program, row.form, ...(row.busy ? ['busy'] : [])], { ...spot, text }))
    }
  }
  const name = packageOf(line.trim())?.name ?? /^Name\s*: (\S+)\s*$/.exec(line)?.[1]
  const names = name ? [name] : installedIn(line)
  for (const one of names) if (words.packages.has(one)) found.push(reading(context, 'listed.package', one, spot))
  for (const { pattern, key, value } of words.says) if (pattern.test(line)) found.push(reading(context, key, value, spot))
  return found
}

/** Rows below the header of a list of processes, whatever tool printed it. */
function tables({ context }: Paste): Watcher {
  let table: Table | undefined
  return ({ line, bare, spot, isKnown }) => {
    const columns = tableOf(line) ?? tableWith(columnsAsked(line) ?? [])
    if (columns) table = columns
    else if (isPrompt(line)) table = undefined
    const row = isKnown && table ? (tableRow(line, table) ?? tableRow(bare() ?? '', table)) : undefined
    if (!row) return []
    const text = line.slice(0, line.indexOf(row.program) + row.program.length)
    const busy = usesMuch(row.cpu, row.used) ? ['busy'] : []
    return [reading(context, 'listed.process', [row.pid, row.program, row.form, ...busy], { ...spot, text })]
  }
}

/** The state of a package in `dpkg -s`. */
const debInstalled = /^[>\s]*Status: install ok installed\s*$/
/** The state in `/proc/PID/status`. */
const taskState = /^[>\s]*State:\s+[A-Z] \(/

/** `dpkg -s` and `/proc/PID/status`: the name stands first, the state some lines below. */
function statusBlocks({ words, context }: Paste): Watcher {
  return ({ line, spot, isKnown, below }) => {
    if (!isKnown) return []
    const deb = /^Package: (\S{1,80})$/.exec(line)?.[1]
    if (deb && words.packages.has(deb) && below(debInstalled)) return [reading(context, 'listed.package', deb, spot)]
    const task = /^Name:\s+(\S{1,15})$/.exec(line)?.[1]
    return task && below(taskState) ? [processOf(context, task, spot)] : []
  }
}

/** The tasks that `crash` sums up. */
function tasksOfCrash({ text, context }: Paste): Watcher {
  if (!text.includes('crash> ')) return () => []
  return ({ line, spot, isKnown }) => {
    const task = isKnown ? /^\s+([\w.-]{2,15})\s+\d+ Ki?B\b/.exec(line)?.[1] : undefined
    return task ? [processOf(context, task, spot)] : []
  }
}

const rpmQuery = /\brpm +-{1,2}\w*q/

/** Below a question to rpm, a package needs no architecture behind it. */
function queriedPackages({ words, context }: Paste): Watcher {
  let asksPackages = false
  return ({ line, spot, isKnown }) => {
    if (isPrompt(line)) asksPackages = rpmQuery.test(line)
    const name = isKnown && asksPackages ? bareRpm(line)?.name : undefined
    return name && words.packages.has(name) ? [reading(context, 'listed.package', name, spot)] : []
  }
}
