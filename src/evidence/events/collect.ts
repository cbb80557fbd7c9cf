import type { KnowledgeBase } from '../../kb/model.ts'
import type { LogEvent } from '../model.ts'
import type { RawEvent } from './raw-event.ts'
import type { FileScan } from './scan.ts'

export interface CollectContext {
  /** Resource -> resource agent. */
  readonly agents: ReadonlyMap<string, string>
}

/** The events of all files as one list in time order: enriched, classified, each happening once. */
export function collectEvents(
  scans: readonly FileScan[],
  kb: KnowledgeBase,
  { agents }: CollectContext,
): { events: LogEvent[]; warnings: string[] } {
  const raw = scans.flatMap(({ events }) => events).sort(inOrder)
  const told = new Map<string, string>()
  const last = new Map<string, { index: number; at: number | undefined }>()
  const events: LogEvent[] = []
  for (const event of raw) {
    const second = event.time?.slice(0, 19)
    const line = `${event.kind}\0${event.host ?? ''}\0${second ?? `${event.file}:${event.line}`}\0${event.message}`
    const other = told.get(line)
    if (other !== undefined && other !== event.file) continue
    told.set(line, other ?? event.file)
    const values = enrich(event, kb, agents)
    const once = kb.events[event.kind]?.['count-once']
    if (once) {
      const key = `${event.kind}\0${event.node ?? ''}\0${once.by.map(name => values[name] ?? '').join('\0')}`
      const before = last.get(key)
      if (before && (before.at === undefined || event.at === undefined || event.at - before.at <= once['within-seconds'] * 1000)) continue
      last.set(key, { index: events.length, at: event.at })
    }
    const { host: _, process: __, message: ___, yearless: ____, ...plain } = event
    events.push({ ...plain, values })
  }
  return { events, warnings: [] }
}

function enrich({ kind, values }: RawEvent, kb: KnowledgeBase, agents: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const own: Record<string, string> = { ...values }
  const resource = own.resource?.replace(/:\d+$/, '')
  if (resource !== undefined) {
    own.resource = resource
    const agent = agents.get(resource)
    if (agent !== undefined && own.agent === undefined) own.agent = agent.slice(agent.lastIndexOf(':') + 1)
  }
  for (const [name, classes] of Object.entries(kb.events[kind]?.classes ?? {})) {
    const text = own[name]
    const found = text === undefined ? undefined : classes.find(({ match }) => new RegExp(match).test(text))
    if (found) {
      own[`${name}-text`] = text!
      own[name] = found.is
    }
  }
  return own
}

const inOrder = (a: LogEvent, b: LogEvent) =>
  (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER) ||
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line
