import type { LedgerEntry } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import type { FactFile, SeenOnce } from '../kb/shapes.ts'
import { logKindOf } from './kind-of.ts'
import type { ExaminedFile, Unopened } from './model.ts'
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
/** So many that would have told something do: more are told in one line. */
const mostLostApart = 50

/** What else is among the evidence. */
interface Around {
  readonly isThere: (path: string) => boolean
  readonly isBesideHost: (path: string) => boolean
}

/**
 * One line for many files that could not be opened for the same reason: a sosreport has dozens of links. What would have told
 * something stays apart.
 */
export function groupedUnopened(items: readonly Unopened[], losses: Losses, { isThere, isBesideHost }: Around): LedgerEntry[] {
  const groups = new Map<string, Unopened[]>()
  const entries: LedgerEntry[] = []
  for (const item of items) {
    const { path, why, silent } = item
    const link = linkOf(item)
    const ofHost = (silent || link !== undefined) && !isNamed(path) && isBesideHost(path)
    if (silent && ofHost) continue
    const facts = silent || ofHost ? [] : losses.with(path)
    // Inside a bundle a link only gives a file a second name.
    if (facts.length > 0 && (link === undefined || leadsOut(link))) entries.push({ what: path, why, facts })
    else if (facts.length > 0 && link !== undefined && !targetsOf(path, link).some(isThere))
      entries.push({ what: `${path} (a link to ${link})`, why: 'what it links to is not among the evidence', facts })
    else {
      const key = link === undefined ? why : 'link'
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  const grouped = groupedLost(entries)
  for (const [key, group] of groups) {
    if (group.length <= mostApart) grouped.push(...group.map(({ path, why }) => ({ what: path, why, facts: [] })))
    else grouped.push(groupEntry(key, group))
  }
  return grouped
}

/** Of thousands of files that were lost in one way, the first few by name and the rest in one line. */
export function groupedLost(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const apart: LedgerEntry[] = []
  const counts = new Map<string, number>()
  const rest = new Map<string, { count: number; first: string; facts: Set<string> }>()
  for (const entry of entries) {
    const count = (counts.get(entry.why) ?? 0) + 1
    counts.set(entry.why, count)
    if (count <= mostLostApart) apart.push(entry)
    else {
      const more = rest.get(entry.why) ?? { count: 0, first: entry.what, facts: new Set<string>() }
      more.count++
      for (const fact of entry.facts) more.facts.add(fact)
      rest.set(entry.why, more)
    }
  }
  for (const [why, { count, first, facts }] of rest)
    apart.push({ what: `${count} more files, for instance ${first}`, why, facts: [...facts], count })
  return apart
}

function groupEntry(key: string, group: readonly Unopened[]): LedgerEntry {
  const name = key === 'link' ? 'links' : 'files'
  const why = key === 'link' ? 'links are not followed; a file inside the bundle is read under its own name' : group[0]!.why
  return { what: `${group.length} ${name}, for instance ${group[0]!.path}`, why, facts: [], count: group.length }
}

const isNamed = (path: string) => logKindOf(path, '')?.named === true || readerNamed(path) !== undefined
const linkOf = ({ why }: Unopened) => /^It is a link \(to (.*?)\)/.exec(why)?.[1]
const leadsOut = (target: string) => target.startsWith('/') && !/^\/(?:etc|usr|lib|run|proc|sys|dev)\//.test(target)

/** The paths that a link may lead to: beside itself, or, as hard links in an archive are written, from a folder above. */
function targetsOf(path: string, link: string): string[] {
  const folders = path.split('/').slice(0, -1)
  const from = (at: number) => {
    const parts = folders.slice(0, at)
    for (const part of link.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '' && part !== '.') parts.push(part)
    }
    return parts.join('/')
  }
  return Array.from({ length: Math.min(folders.length, mostFolders) + 1 }, (_, i) => from(folders.length - i))
}
const mostFolders = 32

/** Whether a file or a folder is among `paths`. */
export function isAmong(paths: ReadonlySet<string>): (path: string) => boolean {
  let folders: Set<string> | undefined
  return path => {
    if (paths.has(path)) return true
    if (!folders) {
      folders = new Set()
      for (const one of paths)
        for (let end = one.lastIndexOf('/'); end > 0 && !folders.has(one.slice(0, end)); end = one.lastIndexOf('/', end - 1))
          folders.add(one.slice(0, end))
    }
    return folders.has(path)
  }
}

/** Whether a file lies beside the folders of a host, as the rest of a sosreport. */
export function besideHost(examined: readonly ExaminedFile[]): (path: string) => boolean {
  const roots = new Set(examined.map(({ path }) => hostRootOf(path)).filter(root => root !== undefined && root !== ''))
  return path => {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) if (roots.has(path.slice(0, end))) return true
    return false
  }
}
