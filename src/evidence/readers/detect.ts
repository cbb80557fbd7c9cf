import type { KnowledgeBase } from '../../kb/model.ts'
import type { Reading } from '../model.ts'
import { fits, sameModule } from './names.ts'
import { baseName, groupedByNode } from './reader.ts'

/** Before the id of an agent: it was seen to run. */
export const runs = 'agents.running.'

/** What one node was seen to have, from real listings only: a text that mentions a name is no listing. */
interface Seen {
  readonly processes: readonly Reading[]
  /** Those of them that use much processor time. */
  readonly busy: readonly Reading[]
  readonly busyUnits: readonly Reading[]
  readonly packages: readonly Reading[]
  readonly units: readonly Reading[]
  /** Units that are started with the machine, or are installed; whether they run is not told. */
  readonly installedUnits: readonly Reading[]
  /** Units that do not run, or are not started with the machine. */
  readonly unitsOff: readonly Reading[]
  readonly modules: readonly Reading[]
  /** Programs of a product's own folder that were called, whether it runs or not. */
  readonly files: readonly Reading[]
  /** Agents that say themselves that they run, or do not. */
  readonly told: readonly Reading[]
  readonly toldOff: readonly Reading[]
  readonly resources: readonly Reading[]
  /** The head of a full process list. */
  readonly everyProcess: Reading | undefined
}

type Named = {
  readonly name: string
  readonly shared?: boolean | undefined
  readonly variant?: string | undefined
  readonly product?: string | undefined
}

/**
 * The agents on each node: one reading `agents` for each, a list of that one vendor id, with the line that shows it. A
 * node whose full process list shows none gets an empty list: there is none that we know. What was seen to run, and not only to be
 * installed, is told as well, and whether it used much processor time.
 */
export function detectAgents(kb: KnowledgeBase, readings: readonly Reading[]): Reading[] {
  const found: Reading[] = []
  for (const seen of byNode(readings)) {
    const here: Reading[] = []
    const alive: Reading[] = []
    for (const [id, { detect }] of Object.entries(kb.vendors)) {
      // Names that others use, too, prove nothing, so they are not even looked up.
      const own = namesIn(detect, ({ shared }) => !shared)
      const running = runningAs(own, seen) ?? first(seen.told, [id], same)
      // What is only installed may be switched off, which its own units tell.
      const off = first(seen.unitsOff, own.units, sameUnit) ?? first(seen.toldOff, [id], same)
      const proof = running ?? (off ? undefined : installedAs(own, seen))
      if (proof) here.push({ ...proof, key: 'agents', value: [id] })
      if (proof) {
        alive.push(
          ...shownOf(detect, 'variant', seen).map(({ name, proof }) => ({ ...proof, key: 'agents.variants', value: [`${id}/${name}`] })),
        )
        alive.push(...shownOf(detect, 'product', seen).map(({ name, proof }) => ({ ...proof, key: 'agents.products', value: [name] })))
      }
      if (running) alive.push({ ...running, key: `${runs}${id}`, value: true })
      const busy = first(seen.busy, own.programs, sameProgram) ?? first(seen.busyUnits, own.units, sameUnit)
      if (busy) alive.push({ ...busy, key: 'agents.busy', value: true })
    }
    found.push(...alive)
    if (here.length > 0) found.push(...here)
    else if (seen.everyProcess) found.push({ ...seen.everyProcess, key: 'agents', value: [] })
  }
  return found
}

type Detect = KnowledgeBase['vendors'][string]['detect']

/** Those names of a product that `keep` lets through, as they are looked up. */
function namesIn(detect: Detect, keep: (named: Named) => boolean) {
  const of = (names: readonly Named[] | undefined) => (names ?? []).filter(keep).map(({ name }) => name)
  const folders = of(detect.paths).flatMap(asFolder)
  return {
    programs: [...of(detect.processes), ...folders],
    units: of(detect.units),
    modules: of(detect.modules),
    packages: of(detect.packages),
    commands: of(detect.commands),
    folders,
  }
}
type Names = ReturnType<typeof namesIn>

const runningAs = ({ programs, units, modules }: Names, seen: Seen) =>
  first(seen.processes, programs, sameProgram) ?? first(seen.units, units, sameUnit) ?? first(seen.modules, modules, isModule)

const installedAs = ({ units, packages, folders, commands }: Names, seen: Seen) =>
  first(seen.installedUnits, units, sameUnit) ??
  first(seen.packages, packages, same) ??
  first(seen.files, folders, isBelow) ??
  first(seen.files, commands, isCommand)

/** Which variants of an agent that is there, or products that its file stands for, are shown by names that only one of them has. */
function shownOf(detect: Detect, by: 'variant' | 'product', seen: Seen): { readonly name: string; readonly proof: Reading }[] {
  const listed = Object.values(detect).flatMap((names: readonly Named[] | undefined) => (names ?? []).flatMap(named => named[by] ?? []))
  return [...new Set(listed)].flatMap(name => {
    const own = namesIn(detect, named => named[by] === name && (by === 'variant' || !named.shared))
    const running = runningAs(own, seen)
    const proof = running ?? (by === 'product' && first(seen.unitsOff, own.units, sameUnit) ? undefined : installedAs(own, seen))
    return proof ? [{ name, proof }] : []
  })
}

/** The parts of the cluster that are there: one reading `components` for each, a list of that one component id. */
export function detectComponents(kb: KnowledgeBase, readings: readonly Reading[]): Reading[] {
  const found: Reading[] = []
  const nodes = byNode(readings)
  const cluster = readings.find(({ key }) => key === 'listed.resource' || key === 'listed.node')
  for (const [id, { detect }] of Object.entries(kb.components)) {
    if (detect.always && cluster) found.push({ ...cluster, key: 'components', value: [id] })
    else
      for (const seen of nodes) {
        const proof =
          first(seen.resources, detect.agents ?? [], sameAgent) ??
          first(seen.processes, detect.processes ?? [], sameProgram) ??
          first(seen.packages, detect.packages ?? [], same)
        if (proof) found.push({ ...proof, key: 'components', value: [id] })
      }
  }
  return found
}

function byNode(readings: readonly Reading[]): Seen[] {
  return groupedByNode(readings.filter(({ key }) => key.startsWith('listed.'))).map(own => {
    const of = (key: string) => own.filter(reading => reading.key === key)
    return {
      processes: of('listed.process'),
      busy: of('listed.process').filter(({ value }) => Array.isArray(value) && value[3] === 'busy'),
      busyUnits: of('listed.unit-busy'),
      packages: of('listed.package'),
      units: of('listed.unit'),
      installedUnits: of('listed.unit-installed'),
      unitsOff: of('listed.unit-off'),
      modules: of('listed.module'),
      files: of('listed.file'),
      told: of('listed.agent'),
      toldOff: of('listed.agent-off'),
      resources: of('listed.resource'),
      everyProcess: of('listed.processes')[0],
    }
  })
}

function first(
  readings: readonly Reading[],
  names: readonly string[],
  isSame: (value: Reading['value'], name: string) => boolean,
): Reading | undefined {
  if (names.length === 0) return undefined
  return readings.find(({ value }) => names.some(name => isSame(value, name)))
}

function same(value: Reading['value'], name: string): boolean {
  return value === name
}

function isBelow(value: Reading['value'], folder: string): boolean {
  return typeof value === 'string' && value.startsWith(folder)
}

function isCommand(value: Reading['value'], name: string): boolean {
  return typeof value === 'string' && baseName(value) === name
}

function isModule(value: Reading['value'], name: string): boolean {
  return typeof value === 'string' && sameModule(value, name)
}

function sameUnit(value: Reading['value'], name: string): boolean {
  return typeof value === 'string' && (fits(value, name) || fits(value, `${name}.service`))
}

/**
 * Whatever runs from a product's own folder is part of it, also a program that another version brings. A file is no folder, and
 * nothing runs from below it.
 */
function asFolder(path: string): string[] {
  return /^\/[^/]+\/[^/]/.test(path) && !path.startsWith('/proc/') ? [`${path}/`] : []
}

/** A name that was cut shorter than this may be anybody's. */
const leastOfCut = 7
/** The kernel keeps this many characters of a program's name. */
const nameLength = 15

/** The program itself, never its arguments: `less /opt/x` runs `less`. A name that ends in `/` is a folder. */
function sameProgram(value: Reading['value'], name: string): boolean {
  if (!Array.isArray(value)) return false
  const [, program = '', form] = value as readonly string[]
  if (name.endsWith('/')) return program.startsWith(name)
  if (name.includes('/')) return program === name
  const short = baseName(program)
  if (short === name || (form === 'name' && short.length === nameLength && name.startsWith(short))) return true
  // Cut within its last word: `elastic+` may be any of several.
  return form === 'cut' && short.length >= leastOfCut && name.startsWith(short) && !name.slice(short.length).includes('-')
}

function sameAgent(value: Reading['value'], name: string): boolean {
  if (!Array.isArray(value)) return false
  const [, agent = ''] = value as readonly string[]
  return fits(agent, name) || (!name.includes(':') && fits(agent.slice(agent.lastIndexOf(':') + 1), name))
}
