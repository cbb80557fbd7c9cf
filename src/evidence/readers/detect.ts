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
      const { own, running, proof } = proofOf(id, detect, seen)
      if (proof) {
        here.push({ ...proof, key: 'agents', value: [id] })
        alive.push(...variantsOf(id, detect, seen), ...productsOf(detect, seen))
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

/** Each unit that starts with the machine, unless that very unit was seen not to run. */
const enabled = (units: readonly string[], { installedUnits, unitsOff }: Seen) =>
  first(
    installedUnits.filter(({ value }) => !unitsOff.some(off => off.value === value)),
    units,
    sameUnit,
  )

/** What is only installed may be switched off, which its own units tell; one unit that is off says nothing when another is on. */
const installedAndOn = (own: Names, seen: Seen) =>
  enabled(own.units, seen) ?? (first(seen.unitsOff, own.units, sameUnit) ? undefined : installedAs(own, seen))

/** Names that others use, too, prove nothing, so they are not even looked up. */
const ownNames = (detect: Detect, product?: string) =>
  namesIn(detect, named => !named.shared && (product === undefined || named.product === product))

/** What shows that an agent runs, and that it is there; a file that stands for several products is looked at for one after the other. */
function proofOf(id: string, detect: Detect, seen: Seen) {
  const own = ownNames(detect)
  const running = runningAs(own, seen) ?? first(seen.told, [id], same)
  if (running || first(seen.toldOff, [id], same)) return { own, running, proof: running }
  const products = listedAs(detect, 'product')
  const parts = products.length === 0 ? [own] : products.map(product => ownNames(detect, product))
  return { own, running, proof: parts.map(part => installedAndOn(part, seen)).find(proof => proof !== undefined) }
}

const listedAs = (detect: Detect, by: 'variant' | 'product') => [
  ...new Set(Object.values(detect).flatMap((names: readonly Named[] | undefined) => (names ?? []).flatMap(named => named[by] ?? []))),
]

/** Which variants of an agent that is there the names of only one of them show: one reading `agents.variants` for each. */
function variantsOf(id: string, detect: Detect, seen: Seen): Reading[] {
  return listedAs(detect, 'variant').flatMap(variant => {
    const own = namesIn(detect, named => named.variant === variant)
    const proof = runningAs(own, seen) ?? installedAs(own, seen)
    return proof ? [{ ...proof, key: 'agents.variants', value: [`${id}/${variant}`] }] : []
  })
}

/** Which of the products that a file stands for are there: one reading `agents.products` for each. */
function productsOf(detect: Detect, seen: Seen): Reading[] {
  return listedAs(detect, 'product').flatMap(product => {
    const own = ownNames(detect, product)
    const proof = runningAs(own, seen) ?? installedAndOn(own, seen)
    return proof ? [{ ...proof, key: 'agents.products', value: [product] }] : []
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
