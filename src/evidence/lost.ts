import type { LedgerEntry } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import type { FactFile, SeenOnce } from '../kb/shapes.ts'
import { logKindOf } from './kind-of.ts'
import type { Unopened } from './model.ts'
import { hostRootOf } from './readers/host-root.ts'
import { readerNamed } from './readers/named.ts'

/** What a file could have told, by its name alone: the facts that are lost when it cannot be read. */
export interface Losses {
  /** Facts that a file of this name could have told. */
  with(path: string): string[]
  /** Facts that are seen in these kinds of event. */
  ofEvents(kinds: readonly string[]): string[]
}

/** Collected only to be joined, and what it is joined to. */
const feeds: Readonly<Record<string, readonly string[]>> = {
  'listed.process': ['agents', 'components'],
  'listed.package': ['agents', 'components'],
  'listed.unit': ['agents'],
  'listed.unit-installed': ['agents'],
  'listed.unit-off': ['agents'],
  'listed.module': ['agents'],
  'listed.agent': ['agents'],
  'listed.agent-off': ['agents'],
  'listed.resource': ['components'],
  'listed.fanotify': ['fanotify.blocking-holder', 'fanotify.holder'],
  'listed.token': ['totem.token-ms'],
}

export function lossesOf(kb: KnowledgeBase): Losses {
  const facts = Object.entries(allFacts(kb))
  const all = facts.filter(([, fact]) => fact['seen-as'] || fact['read-as']).map(([id]) => id)
  const readAs = (keys: ReadonlySet<string>) =>
    facts.filter(([, fact]) => [fact['read-as'] ?? []].flat().some(key => keys.has(key))).map(([id]) => id)
  const ofEvents = (kinds: readonly string[]) =>
    facts.filter(([, fact]) => eventsOf(fact).some(event => kinds.includes(event))).map(([id]) => id)
  return {
    ofEvents,
    with(path) {
      const log = /\.journal~?$/.test(path) ? ({ kind: 'system-log', named: true } as const) : logKindOf(path, '')
      if (log?.named)
        return ofEvents(Object.keys(kb.events).filter(id => kb.events[id]!.in.some(kind => kind === log.kind || kind === 'any-log')))
      const reader = readerNamed(path)
      if (reader) return readAs(new Set(reader.readings.flatMap(key => feeds[key] ?? [key])))
      // A folder of a host holds thousands of files that nobody would have looked at; anything else may have been anything.
      return hostRootOf(path) === undefined ? all : []
    },
  }
}

function eventsOf(fact: FactFile): string[] {
  return ([fact['seen-as'] ?? []].flat() as SeenOnce[]).flatMap(eventsOfOnce)
}

/** Events that must be there for the fact to be seen. */
export function eventsOfOnce({ event, sequence }: SeenOnce): string[] {
  return [...(event === undefined ? [] : [event]), ...(sequence ?? []).flatMap(ref => (typeof ref === 'string' ? [ref] : Object.keys(ref)))]
}

/** So many entries of one kind stay apart. */
const mostApart = 3

/**
 * One line for many files that could not be opened for the same reason: a sosreport has dozens of links. What would have told
 * something stays apart.
 */
export function groupedUnopened(items: readonly Unopened[], losses: Losses): LedgerEntry[] {
  const groups = new Map<string, Unopened[]>()
  const entries: LedgerEntry[] = []
  for (const item of items) {
    const facts = losses.with(item.path)
    const link = linkOf(item)
    // Inside a bundle a link only gives a file a second name.
    const lost = link === undefined || leadsOut(link) ? facts : []
    if (lost.length > 0) entries.push({ what: item.path, why: item.why, facts: lost })
    else {
      const key = link === undefined ? item.why : 'link'
      groups.set(key, [...(groups.get(key) ?? []), item])
    }
  }
  for (const [key, group] of groups) {
    if (group.length <= mostApart) entries.push(...group.map(({ path, why }) => ({ what: path, why, facts: [] })))
    else entries.push(groupEntry(key, group))
  }
  return entries
}

function groupEntry(key: string, group: readonly Unopened[]): LedgerEntry {
  const name = key === 'link' ? 'links' : 'files'
  const why = key === 'link' ? 'links are not followed; a file inside the bundle is read under its own name' : group[0]!.why
  return { what: `${group.length} ${name}, for instance ${group[0]!.path}`, why, facts: [], count: group.length }
}

const linkOf = ({ why }: Unopened) => /^It is a link \(to (.*?)\)/.exec(why)?.[1]
const leadsOut = (target: string) => target.startsWith('/') && !/^\/(?:etc|usr|lib|run|proc|sys|dev)\//.test(target)
