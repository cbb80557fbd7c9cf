import type { KnowledgeBase } from '../../kb/model.ts'
import type { EventFile } from '../../kb/shapes.ts'
import type { LogEvent } from '../model.ts'
import { namedAgent } from './named-agent.ts'
import { inOrder } from './order.ts'
import { EventStore, type RawEvent } from './raw-event.ts'
import { mergeSameLines } from './same-line.ts'
import type { FileScan } from './scan.ts'

/**
 * The events of all files, whose times are in one order already, as one list: enriched, classified, each happening once. `agents`:
 * resource -> resource agent, such as `IPaddr2` or `ocf:heartbeat:IPaddr2`.
 */
export function collectEvents(
  scans: readonly FileScan[],
  kb: Pick<KnowledgeBase, 'events' | 'components'>,
  agents: ReadonlyMap<string, string>,
): { events: LogEvent[]; warnings: string[] } {
  const nodeOfFile = new Map(scans.map(({ file, node, host }) => [file, node ?? host ?? '']))
  const raw = scans.flatMap(({ events }) => events)
  const known = withSignatures(agents, raw)
  const named = namedAgent(kb.components)
  const finishers = new Map(Object.entries(kb.events).map(([kind, event]) => [kind, finisher(event, known, named)]))
  const all = raw.map(event => finishers.get(event.kind)?.(event) ?? event).sort(inOrder)
  const lines = mergeSameLines(all, ({ host, file }) => shortName(host ?? nodeOfFile.get(file)!))
  const store = new EventStore<LogEvent>()
  for (const event of countedOnce(lines, kb)) store.add(plain(event))
  return { events: store.events, warnings: store.warnings('The evidence') }
}

/** A resource agent signs its lines with its own name and that of the resource, which helps where no configuration is at hand. */
function withSignatures(agents: ReadonlyMap<string, string>, events: readonly RawEvent[]): ReadonlyMap<string, string> {
  const signed = events.flatMap(({ values: { resource, agent } }) => (resource && agent ? [[withoutNumber(resource), agent] as const] : []))
  return new Map([...signed, ...agents])
}

const withoutNumber = (resource: string) => resource.replace(/:\d+$/, '')

/** Adds the resource agent, turns texts into classes, names the node. */
function finisher(
  event: EventFile,
  agents: ReadonlyMap<string, string>,
  named: (resource: string) => string | undefined,
): (raw: RawEvent) => RawEvent {
  const classes = Object.entries(event.classes ?? {}).map(
    ([name, list]) => [name, list.map(({ match, is }) => ({ match: new RegExp(match), is }))] as const,
  )
  return raw => {
    const values: Record<string, string> = { ...raw.values }
    if (values.resource !== undefined) {
      values.resource = withoutNumber(values.resource)
      const agent = agents.get(values.resource)
      if (agent !== undefined) values.agent ??= agent.slice(agent.lastIndexOf(':') + 1)
      // `ocf:heartbeat:IPaddr2` and `stonith:fence_scsi` tell of what class it is; a signature does not.
      if (agent?.includes(':')) values['agent-class'] ??= agent.slice(0, agent.indexOf(':'))
      // A name is a guess, so that it stands apart and gives way to anything better.
      const guess = values.agent === undefined ? named(values.resource) : undefined
      if (guess !== undefined) values['agent-by-name'] = guess
    }
    for (const [name, list] of classes) {
      const text = values[name]
      if (text === undefined) continue
      values[`${name}-text`] = text
      values[name] = list.find(({ match }) => match.test(text))?.is ?? text
    }
    return { ...raw, values }
  }
}

/**
 * Several lines that are equal in some values and close together may be one event. The first of them stands for all, or the first
 * that names the node.
 */
function countedOnce(events: readonly RawEvent[], { events: files }: Pick<KnowledgeBase, 'events'>): RawEvent[] {
  const kept: RawEvent[] = []
  const last = new Map<string, number>()
  for (const event of events) {
    const once = files[event.kind]?.['count-once']
    const about = files[event.kind]?.about
    const keyOf = (place: string | undefined) =>
      once && `${event.kind}\0${shortName(place ?? '')}\0${once.by.map(name => event.values[name] ?? '').join('\0')}`
    const key = keyOf(event.node)
    // The cluster may call a node by another name than its logs do: of two lines of one host, one that names no node is of the other's.
    const local = about !== undefined && event.host !== undefined ? keyOf(`host ${event.host}`) : undefined
    const ofHost = local === undefined ? undefined : last.get(local)
    const sameHost = ofHost !== undefined && (kept[ofHost]!.values[about!] === undefined) !== (event.values[about!] === undefined)
    const index = (key === undefined ? undefined : last.get(key)) ?? (sameHost ? ofHost : undefined)
    const before = index === undefined ? undefined : kept[index]!
    const near = before && (before.at === undefined || event.at === undefined || event.at - before.at <= once!['within-seconds'] * 1000)
    if (before && near) {
      const named = about !== undefined && before.values[about] === undefined && event.values[about] !== undefined
      kept[index!] = {
        ...(named ? { ...event, at: before.at, count: before.count } : before),
        values: { ...event.values, ...before.values },
      }
      continue
    }
    if (key !== undefined) last.set(key, kept.length)
    if (local !== undefined) last.set(local, kept.length)
    kept.push(event)
  }
  return kept
}

function plain({ host: _host, process: _process, pid: _pid, message: _message, yearless: _yearless, ...event }: RawEvent): LogEvent {
  return event
}

/** Logs name a host now with its domain, now without. */
const shortName = (name: string) => (/^[\d.]+$/.test(name) ? name : name.split('.')[0]!.toLowerCase())
