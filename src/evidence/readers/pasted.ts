import type { Reading } from '../model.ts'
import { usesMuch } from './busy.ts'
import { fanotify } from './fanotify.ts'
import { sameModule } from './names.ts'
import { bareRpm, packageOf } from './packages.ts'
import { installedIn, removedIn, summaryOf, summedIn } from './pasted-packages.ts'
import { rowsIn } from './pasted-rows.ts'
import { isNamedLike, prompt, Session } from './pasted-session.ts'
import { type Table, tableOf, tableRow, tableWith } from './pasted-tables.ts'
import { saidKeys, type Words, wordsOf } from './pasted-words.ts'
import { unwrappedLine } from './pasted-wrappers.ts'
import { columnsAsked } from './ps.ts'
import { baseName, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { stateKey, unitKeys } from './units.ts'

/** The keys that `pasted` may emit. */
export const pastedKeys = [
  'listed.process',
  'listed.module',
  'listed.package',
  ...saidKeys,
  'listed.file',
  'listed.unit-busy',
  ...unitKeys,
] as const

/**
 * Lines of commands that show an agent, wherever they stand: people paste a few lines of `ps | grep`, `systemctl status`, `top` or of
 * the product's own command, without headers and several below each other. Only lines of a known form count; prose does not.
 */
export function pasted(coloured: string, context: ReaderContext): Reading[] {
  const text = coloured.includes('\u001b[') ? coloured.replace(colours, '') : coloured
  const marks = text.includes('fanotify ') && fanotifyMark.test(text) ? fanotify.read(text, context) : []
  return [...marks, ...listed(text, context)]
}

/** `/proc/PID/fdinfo/N`, as somebody printed it. */
const fanotifyMark = /^fanotify (?:ino|mnt_id|sdev):/m

function listed(text: string, context: ReaderContext): Reading[] {
  const words = wordsOf(context.kb)
  if (!words.any.test(text)) return []
  const found: Reading[] = []
  /** Up to which of the readings each of these names does not count any more. */
  const gone = new Map<string, number>()
  const spots = spotsOf(text)
  const ofCrash = text.includes('crash> ')
  let unit: string | undefined
  let sought: string | undefined
  let selected: string | undefined
  let traced: string | undefined
  let awaited: string[] = []
  let table: Table | undefined
  let asksPackages = false
  const session = new Session(words.commands)
  const likely: Reading[] = []
  let summary: 'installed' | 'removed' | undefined
  for (const [i, spot] of spots.entries()) {
    const line = unquoted(spot.text)
    const columns = tableOf(line) ?? tableWith(columnsAsked(line) ?? [])
    if (prompt.test(line)) {
      asksPackages = rpmQuery.test(line)
      table = undefined
    }
    table = columns ?? table
    const { told, likely: perhaps } = session.next(line)
    for (const { program, unit: started, key, file } of told) {
      if (program !== undefined && words.any.test(program)) {
        const form = program.startsWith('/') ? 'path' : 'name'
        found.push(reading(context, 'listed.process', ['', program, form], { ...spot, text: program }))
      }
      if (started !== undefined && key) found.push(reading(context, key, started, { ...spot, text: started }))
      if (file !== undefined) found.push(reading(context, 'listed.file', file, { ...spot, text: file }))
    }
    if (perhaps) likely.push(reading(context, stateKey('active'), perhaps, { ...spot, text: perhaps }))
    const heading = summaryOf(line)
    if (heading) summary = heading === 'other' ? undefined : heading
    const changed = summary && summedIn(line)
    if (changed && summary === 'removed') gone.set(changed, found.length)
    else if (changed && words.packages.has(changed)) found.push(reading(context, 'listed.package', changed, spot))
    const bareLine = unwrappedLine(line)
    const head = unitHead.exec(line) ?? (bareLine === undefined ? null : unitHead.exec(bareLine))
    if (head) unit = head[1]
    // The first line of a status is easily cut off.
    unit = /^\s*Loaded: loaded \(\S*\/([\w@.-]+\.service);/.exec(line)?.[1] ?? unit
    unit = Session.statusOf(line) ?? unit
    // `systemctl show` names it as well.
    unit = /^Id=([\w@.-]+\.service)$/.exec(line)?.[1] ?? unit
    const active = /^(?:\s*Active: |ActiveState=)([a-z]+)/.exec(line.includes('Active') ? (bareLine ?? line) : line)
    if (active && unit) found.push(reading(context, stateKey(active[1]!), unit, { ...spot, text: `${unit}: ${line.trim()}` }))
    // `pidof NAME` prints nothing but numbers, and nothing at all for what does not run.
    if (sought && /^\d{1,7}(?: \d{1,7})*$/.test(line)) found.push(reading(context, 'listed.process', ['', sought, 'name'], spot))
    sought = /[#$] (?:sudo )?(?:pidof|pgrep)(?: -\w+)* ([\w./-]{2,60})$/.exec(line)?.[1]
    // `ps -o args -C NAME` prints the program and nothing before it.
    if (selected && isProgram(line, selected)) found.push(reading(context, 'listed.process', ['', selected, 'name'], spot))
    if (prompt.test(line)) selected = bareSelection.exec(line)?.groups?.name
    // A tracer that was given what `pidof NAME` finds, and that found something to trace.
    if (traced && attached.test(line))
      found.push(reading(context, 'listed.process', ['', traced, 'name'], { ...spot, text: line.slice(0, 80) }))
    if (line.trim() !== '') traced = prompt.test(line) ? tracer.exec(line)?.[1] : undefined
    // What is not there any more when somebody looks again.
    if (found.length > 0) for (const name of removedIn(line)) gone.set(name, found.length)
    const asked = unitsAsked(line)
    if (asked) awaited = asked
    else if (awaited.length > 0 && /^[a-z-]+\s*$/.test(line)) {
      // One line for each unit, in their order; `unknown` and `not-found` are answers, too.
      const key = answers.get(line.trim())
      const of = awaited.shift()!
      if (key) found.push(reading(context, key, of, { ...spot, text: `${of}: ${line.trim()}` }))
    }
    if (!words.any.test(line)) continue
    const shown = summary === 'removed' && !heading ? [] : shownBy(line, spot, context, words)
    if (shown.length === 0 && bareLine !== undefined && summary !== 'removed') shown.push(...shownBy(bareLine, spot, context, words))
    found.push(...shown)
    const row = table && (tableRow(line, table) ?? (bareLine === undefined ? undefined : tableRow(bareLine, table)))
    if (row) {
      const text = line.slice(0, line.indexOf(row.program) + row.program.length)
      const busy = usesMuch(row.cpu, row.used) ? ['busy'] : []
      found.push(reading(context, 'listed.process', [row.pid, row.program, row.form, ...busy], { ...spot, text }))
    }
    const deb = /^Package: (\S{1,80})$/.exec(line)?.[1]
    if (deb && words.packages.has(deb) && spots.slice(i + 1, i + 4).some(({ text: next }) => debInstalled.test(next)))
      found.push(reading(context, 'listed.package', deb, spot))
    const status = /^Name:\s+(\S{1,15})$/.exec(line)?.[1]
    if (status && spots.slice(i + 1, i + 4).some(({ text: next }) => taskState.test(next)))
      found.push(reading(context, 'listed.process', ['', status, 'name'], spot))
    const summed = ofCrash ? /^\s+([\w.-]{2,15})\s+\d+ Ki?B\b/.exec(line)?.[1] : undefined
    if (summed) found.push(reading(context, 'listed.process', ['', summed, 'name'], spot))
    const bare = asksPackages ? bareRpm(line)?.name : undefined
    if (bare && words.packages.has(bare)) found.push(reading(context, 'listed.package', bare, spot))
  }
  // That it was started is believed where something else shows that it is there.
  const there = new Set(found.flatMap(({ key, value }) => (key === 'listed.package' && typeof value === 'string' ? [value] : [])))
  found.push(...likely.filter(({ value }) => isNamedLike(value as string, there)))
  const isGone = ({ key, value }: Reading, at: number) =>
    typeof value === 'string' && at < (gone.get(value) ?? 0) && /^listed\.(?:package|unit)/.test(key)
  return gone.size === 0 ? found : found.filter((told, at) => !isGone(told, at))
}

const bareSelection = /[#$] (?:sudo )?ps (?=.*-o ?(?:args|cmd|comm|command|ucmd)=?(?: |$)).*-C ?(?<name>[\w.-]{2,60})(?: |$)/
const isProgram = (line: string, name: string) => baseName(line.split(' ', 1)[0]!) === name

const tracer =
  /\b(?:[sl]trace|gdb|perf|lsof|pmap|[pg]stack|cat|ls)\b.{0,120}(?:\$\(|`)(?:sudo )?(?:pidof|pgrep)(?: -\w+)* ["']?([\w./-]{2,60})["']?[)`]/
const attached = /^(?:\[pid +\d+\] |(?:strace: )?Process \d+ attached|\w+\(.*\) += |Attaching to process \d|\d{1,7}: +\/|Name:\s+\S)/
/** The units of `systemctl is-active A B` and of a loop over units. */
function unitsAsked(line: string): string[] | undefined {
  if (!line.includes('systemctl is-')) return undefined
  const names = loop.exec(line)?.[1] ?? /\bsystemctl is-(?:active|enabled) +((?:[\w@.-]+ *)+)(?=$|[;'"&|])/.exec(line)?.[1]
  return names
    ?.trim()
    .split(/ +/)
    .map(name => (name.includes('.') ? name : `${name}.service`))
}
const loop = /\bfor \w+ in ([\w@. -]{1,800}); *do .{0,200}\bsystemctl is-(?:active|enabled) +["']?\$/
const answers: ReadonlyMap<string, (typeof unitKeys)[number]> = new Map([
  ['active', 'listed.unit'],
  ['enabled', 'listed.unit-installed'],
  ...['inactive', 'failed', 'disabled', 'masked'].map(word => [word, 'listed.unit-off'] as const),
])

const rpmQuery = /\brpm +-{1,2}\w*q/
/** The state of a package in `dpkg -s`. */
const debInstalled = /^[>\s]*Status: install ok installed\s*$/
/** The state in `/proc/PID/status`. */
const taskState = /^[>\s]*State:\s+[A-Z] \(/

/** `● mdatp.service - Microsoft Defender`, the first line of `systemctl status`. */
const unitHead = /^\s*(?:(?:[●○×↻*x]|&#\w{2,5};)\s+)?([\w@.-]{1,80}\.service)(?: - .*)?\s*$/

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

/** Without what mail and chat put before a quoted line. */
function unquoted(line: string): string {
  return line.replace(/^(?:\s*>)+ ?/, '').trimEnd()
}
const colours = /\u001b\[[\d;]{0,20}[A-Za-z]/g
