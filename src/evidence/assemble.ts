import type { Incident, Period } from '../case/incident.ts'
import type { LedgerEntry, Observation } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import { loadsAtIncident, schedule, tasksAtIncident } from './at-incident.ts'
import { type Aligned, alignClocks } from './clocks/align.ts'
import { collectEvents } from './events/collect.ts'
import type { RawEvent } from './events/raw-event.ts'
import type { FileScan } from './events/scan.ts'
import { factsOf } from './facts-of.ts'
import { type IncidentAlone, incidentsOf } from './incidents.ts'
import { notUnderstood } from './kind-of.ts'
import { factsSeenInLogs, missingListings, missingNodes, uncoveredTimes } from './ledger.ts'
import { besideHost, groupedLost, groupedUnopened, isAmong, type Losses } from './lost.ts'
import type { Evidence, ExaminedFile, LogEvent, Reading, Unopened } from './model.ts'
import { type InPeriod, inPeriod } from './period.ts'
import { agentsByResource, conclude } from './readers/conclude.ts'
import { hostRootOf } from './readers/host-root.ts'
import { hostsIn } from './readers/loose-logs.ts'
import { readerNamed } from './readers/named.ts'
import { canonicalNode, nodeNames } from './readers/node-names.ts'
import { nodeOf } from './readers/node-of.ts'
import { looked } from './readers/reader.ts'
import { eventWithoutSecrets, readingWithoutSecrets } from './without-secrets.ts'

/** What was found file by file. */
export interface Found<File extends ExaminedFile> {
  readonly readings: readonly Reading[]
  readonly scans: readonly FileScan[]
  readonly examined: readonly File[]
  readonly unopened: readonly Unopened[]
  /** Opened, but not to be read, or not to the end. */
  readonly unread: readonly Unopened[]
  /** All that is among the evidence, opened or not. */
  readonly paths: ReadonlySet<string>
}

export interface AssembleOptions {
  /** Only what happened then counts. */
  readonly period?: Period | undefined
  /** Tell as well what each incident alone would show. */
  readonly apart?: boolean | undefined
}

/** Puts together what the files tell: which node each is of, one time for all, facts, and what nobody could look at. */
export function assemble<File extends ExaminedFile>(
  kb: KnowledgeBase,
  losses: Losses,
  { readings: raw, scans: read, examined: files, unopened, unread, paths }: Found<File>,
  options: AssembleOptions = {},
): Omit<Evidence, 'examined'> & { readonly examined: readonly File[] } {
  const logs = new Map(read.map(scan => [scan.file, { host: scan.host, hosts: hostsIn(scan) }]))
  const names = nodeNames(
    raw,
    files.map(({ path }) => ({ path, host: undefined, ...logs.get(path) })),
  )
  const canonical = (node: string | undefined) => canonicalNode(node, names)
  const hostsOf = (path: string) => [...new Set(logs.get(path)?.hosts.map(host => canonical(host)!))]
  /** What a folder seemed to tell counts only as long as it is one of a host. */
  const nodeAt = (path: string, guessed: string | undefined) => {
    const root = hostRootOf(path)
    const known = nodeOf(path, names)
    return known ?? (root !== undefined && names.mixed?.has(root) ? onlyOne(hostsOf(path)) : canonical(guessed))
  }
  const placed = raw.map((reading): Reading => ({ ...reading, node: nodeAt(reading.file, reading.node) }))
  const isOfSeveral = ({ path, kind }: ExaminedFile) =>
    kind.endsWith('-log') && nodeOf(path, names) === undefined && hostsOf(path).length > 1
  const examined = files.map((file): File => ({ ...file, node: isOfSeveral(file) ? undefined : nodeAt(file.path, file.node) }))
  const hosts = examined.flatMap(file => {
    if (!file.kind.endsWith('-log')) return []
    return isOfSeveral(file) ? hostsOf(file.path) : (file.node ?? [])
  })
  const nodes = [...new Set(names.nodes.size > 0 ? names.nodes : hosts)].sort()
  const scans = read.map((scan): FileScan => {
    const node = nodeAt(scan.file, scan.node)
    const named = (event: RawEvent) => (event.host === undefined && event.node === scan.node ? node : canonical(event.node))
    return {
      ...scan,
      node,
      host: canonical(scan.host),
      events: scan.events.map(event => ({ ...event, node: named(event), host: canonical(event.host) })),
    }
  })
  const aligned = alignClocks(scans, placed, nodes)
  const collected = collectEvents(aligned.scans, kb, agentsByResource(placed))
  const all: readonly LogEvent[] = collected.events.map(eventWithoutSecrets)
  const timed = examined.map((file): File => ({ ...file, ...spanOf(file, aligned.scans) }))
  const readings = [...conclude([...placed, ...logged(scans, kb)], kb), ...aligned.readings].map(readingWithoutSecrets)
  // What the collector says of a file comes first: that its command was stopped tells more than that the file is empty.
  const notRead = [...placed.flatMap(partsUnread), ...unread]
  const half = new Set(notRead.map(({ path }) => path))
  /** What is known of a time: of that only which has one, for what has none may be of any. */
  const knownOf = (period: InPeriod | undefined) => {
    const events = period ? all.filter(({ at, time }) => at === undefined || time === undefined || period.has(at, time)) : all
    const loads = [...loadsAtIncident(kb, placed, events), ...tasksAtIncident(kb, placed, events, nodes), ...schedule(kb, events)].map(
      readingWithoutSecrets,
    )
    const files = period ? timed.filter(file => isOf(period, file, aligned.at)) : timed
    const known = { readings: [...readings, ...loads], events, files }
    return { ...known, ...factsOf({ kb, events, readings: known.readings, examined: files, half, nodes, ofThen: period !== undefined }) }
  }
  const period = inPeriod(options.period ?? {}, aligned)
  const facts = knownOf(period)
  const incidents = options.apart ? incidentsOf(kb, facts.witnesses, aligned) : []
  const missing = missingNodes(kb, nodes, examined)
  const lost = notRead.filter(({ path }) => readerNamed(path)).map(({ path }) => ({ node: nodeOf(path, names), facts: losses.with(path) }))
  // Half a list was not looked at.
  const lookedAt = placed.filter(({ key, file }) => key === looked && !half.has(file))
  const ledger = [
    ...unreadEntries(notRead, losses),
    ...groupedUnopened(unopened, losses, { isThere: isAmong(paths), isBesideHost: besideHost(examined) }),
    ...missing.ledger,
    ...facts.ledger.filter(({ node }) => !missing.nodes.includes(node)).map(({ node: _, ...entry }) => entry),
    ...missingListings(kb, { readings: [...facts.readings, ...lookedAt], examined }, nodes, missing.nodes, lost),
    ...aligned.untimed.map(({ scan, why }) => untimedEntry(scan, why, losses)),
    ...uncoveredTimes(facts.witnesses, timed, kb, aligned.at),
    ...(period && !facts.files.some(({ from }) => from !== undefined) ? [noLogOf(options.period!, kb)] : []),
  ]
  const nothing = {
    what: 'the evidence',
    why: notUnderstood,
    facts: Object.keys(allFacts(kb)),
  }
  return {
    observations: facts.observations,
    events: facts.events,
    ledger: examined.length === 0 ? [nothing, ...ledger] : ledger,
    examined,
    nodes,
    broken: [...notRead, ...unopened].some(({ path, broken }) => broken && losses.with(path).length > 0),
    warnings: [
      ...aligned.warnings,
      ...collected.warnings,
      ...scans.flatMap(({ warnings }) => warnings),
      ...facts.warnings,
      ...(period ? untimedWords(facts.events) : []),
    ],
    focus: focusOf(facts.witnesses, facts.readings),
    zoneMinutes: aligned.zoneMinutes,
    ...(aligned.zoneName === undefined ? {} : { zoneName: aligned.zoneName }),
    witnesses: [...new Set(facts.witnesses.map(placeOf))],
    ...(incidents.length < 2 ? {} : { incidents: incidents.map(incident => alone(incident, knownOf(incident).observations)) }),
  }
}

const alone = ({ from, to, since, until }: Incident, observations: readonly Observation[]): IncidentAlone => ({
  from,
  to,
  since,
  until,
  observations,
})

/** Whether a file may tell of a time. One without times may. */
function isOf(period: InPeriod, { path, node, from, to }: ExaminedFile, at: Aligned['at']): boolean {
  const [begin, end] = from === undefined || to === undefined ? [] : [at(from, node, path), at(to, node, path)]
  return begin === undefined || end === undefined || period.touches(Math.min(begin, end), Math.max(begin, end), from!)
}

function noLogOf({ since, until }: Period, kb: KnowledgeBase): LedgerEntry {
  const what = `logs ${[since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(' ')}`
  return { what, why: 'no log among the evidence is of that time', facts: factsSeenInLogs(kb) }
}

function untimedWords(events: readonly LogEvent[]): string[] {
  const count = events.filter(({ at, time }) => at === undefined || time === undefined).length
  if (count === 0) return []
  return [
    `${count} ${count === 1 ? 'event has' : 'events have'} no time that could be compared with the one asked about, and ${count === 1 ? 'counts' : 'count'}.`,
  ]
}

/** What log lines name that runs or is loaded: part of what the node has, like a listing. */
function logged(scans: readonly FileScan[], { events: files }: KnowledgeBase): Reading[] {
  return scans.flatMap(({ events }) =>
    events.flatMap(({ kind, values, host, node, file, line, text }): Reading[] => {
      const of = { node: host ?? node, file, line, text }
      return (files[kind]?.lists ?? []).flatMap((name): Reading[] => {
        const value = values[name]
        if (value === undefined) return []
        return [name === 'program' ? { ...of, key: 'listed.process', value: ['', value, 'name'] } : { ...of, key: `listed.${name}`, value }]
      })
    }),
  )
}

const onlyOne = (hosts: readonly string[]) => (hosts.length === 1 ? hosts[0] : undefined)

/** `file:line` */
export const placeOf = ({ file, line }: Pick<LogEvent, 'file' | 'line'>): string => `${file}:${line}`

/** Kernel logs get the times of their lines only when all files are read. */
function spanOf({ path, from }: ExaminedFile, scans: readonly FileScan[]): { from?: string; to?: string } {
  const scan = from === undefined ? scans.find(({ file }) => file === path) : undefined
  return scan?.from !== undefined && scan.to !== undefined ? { from: scan.from, to: scan.to } : {}
}

const partsUnread = ({ key, value }: Reading): Unopened[] => {
  const [path = '', why = ''] = key === 'listed.unread' ? (value as readonly string[]) : []
  return key === 'listed.unread' ? [{ path, why }] : []
}

/** Each file once, whoever found it wanting. */
function unreadEntries(items: readonly Unopened[], losses: Losses): LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>()
  for (const { path, why } of items) if (!entries.has(path)) entries.set(path, { what: path, why, facts: losses.with(path) })
  return groupedLost([...entries.values()])
}

function untimedEntry({ file, events }: FileScan, why: string, losses: Losses): LedgerEntry {
  return { what: `when the lines of ${file} were written`, why, facts: losses.ofEvents([...new Set(events.map(({ kind }) => kind))]) }
}

/** The node and resource that the events which show something name most often. */
function focusOf(witnesses: readonly LogEvent[], readings: readonly Reading[]): Evidence['focus'] {
  const most = (values: readonly (string | undefined)[]) => {
    const counts = new Map<string, number>()
    for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
  }
  const resource = most(witnesses.map(({ values }) => values.resource))
  const node = most(witnesses.map(event => event.node))
  const cluster = readings.find(({ key }) => key === 'cluster.name')?.value
  const resources = [...new Set(witnesses.flatMap(({ values }) => values.resource ?? []))].sort()
  return {
    ...(node === undefined ? {} : { node }),
    ...(resource === undefined ? {} : { resource }),
    ...(resources.length > 0 ? { resources } : {}),
    ...(typeof cluster === 'string' ? { cluster } : {}),
  }
}
