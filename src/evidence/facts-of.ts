import type { LedgerEntry, Observation, Origin } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import type { FactFile } from '../kb/shapes.ts'
import { checkValue } from '../kb/value.ts'
import { evaluateSeenAs } from './events/seen-as.ts'
import { eventsOfOnce } from './lost.ts'
import type { ExaminedFile, LogEvent, Reading } from './model.ts'

export interface FactsInput {
  readonly kb: KnowledgeBase
  readonly events: readonly LogEvent[]
  readonly readings: readonly Reading[]
  readonly examined: readonly ExaminedFile[]
  /** Files of which only a part could be read. */
  readonly half: ReadonlySet<string>
  /** Nodes of the cluster, as far as anything tells. */
  readonly nodes: readonly string[]
  /** Only a time is looked at: `events` and `examined` are of that time. */
  readonly ofThen?: boolean
}

/** Witnesses kept with one observation. */
const mostOrigins = 20

/** What events and readings say about facts. `witnesses`: the events that showed something, for the plan's commands. */
export function factsOf(input: FactsInput): {
  observations: Observation[]
  ledger: (LedgerEntry & { readonly node: string })[]
  witnesses: LogEvent[]
  warnings: string[]
} {
  const observations: Observation[] = []
  const witnesses: LogEvent[] = []
  const blind = new Map<string, { node: string; facts: string[] }>()
  const warnings: string[] = []
  for (const [id, fact] of Object.entries(allFacts(input.kb))) {
    if (fact['read-as'] !== undefined) observations.push(...fromReadings(id, fact, input, warnings))
    if (fact['seen-as'] !== undefined) observations.push(...fromEvents(id, fact, input, witnesses, blind))
  }
  const ledger = [...blind.values()].map(({ node, facts }) => ({
    node,
    what: `logs of ${node}`,
    why: input.ofThen ? 'no log of this node that is of that time was among the evidence' : 'no log of this node was among the evidence',
    facts,
  }))
  return { observations, ledger, witnesses, warnings }
}

function fromReadings(id: string, fact: FactFile, { kb, readings, nodes }: FactsInput, warnings: string[]): Observation[] {
  const keys = [fact['read-as']!].flat()
  const found = readings.filter(({ key }) => keys.includes(key))
  const observations = found.flatMap((reading): Observation[] => {
    const checked = checkValue(
      fact,
      typeof reading.value === 'number' && fact.type === 'version'
        ? String(reading.value)
        : fact.type === 'list' && typeof reading.value === 'string'
          ? [reading.value]
          : reading.value,
      kb,
    )
    if ('message' in checked) {
      warnings.push(`${reading.file}: what was read about "${id}" does not fit (${checked.message}).`)
      return []
    }
    return [{ fact: id, state: 'known', value: checked.value, origin: originOf(reading) }]
  })
  // Something seen on one node is seen; that it is absent can be said only when every node was looked at.
  const absenceNeedsAll = fact.type === 'list' || (fact.type === 'yes-no' && fact.merge !== 'all')
  if (!absenceNeedsAll || observations.length === 0) return observations
  const read = new Set(found.map(({ node }) => node))
  if (read.has(undefined) || found.some(({ settles }) => settles)) return observations
  for (const node of nodes) if (!read.has(node)) observations.push({ fact: id, state: 'not-run', origin: { kind: 'file', node } })
  return observations
}

function originOf({ file, line, node, text }: Reading): Origin {
  return {
    kind: 'file',
    file,
    ...(line === undefined ? {} : { line }),
    ...(node === undefined ? {} : { node }),
    ...(text === undefined ? {} : { text }),
  }
}

function fromEvents(
  id: string,
  fact: FactFile,
  { kb, events, examined, half, nodes }: FactsInput,
  witnesses: LogEvent[],
  blind: Map<string, { node: string; facts: string[] }>,
): Observation[] {
  const { seen, events: shown } = evaluateSeenAs(fact['seen-as']!, events, nodes)
  if (seen) {
    witnesses.push(...shown)
    return shown.slice(0, mostOrigins).map(
      (event, i): Observation => ({
        fact: id,
        state: 'known',
        value: true,
        origin: {
          kind: 'log',
          file: event.file,
          line: event.line,
          ...(event.node === undefined ? {} : { node: event.node }),
          ...(event.time === undefined ? {} : { time: event.time }),
          text: event.text,
          ...(i === 0 && shown.length > mostOrigins ? { count: shown.length } : event.count > 1 ? { count: event.count } : {}),
        },
      }),
    )
  }
  if (fact.absence === 'nothing') return []
  const shownBy = new Set([fact['seen-as']!].flat().flatMap(once => eventsOfOnce(once)))
  const kinds = new Set([...shownBy].flatMap(event => kb.events[event]!.in))
  // What logs would hold is not missing because a command, which holds nothing of its kind, is silent about it.
  const only = [...kinds].every(kind => kind === 'command-output')
  const held = new Set(only ? [] : events.filter(({ kind }) => shownBy.has(kind)).map(({ file }) => file))
  const isTold = ({ path, kind }: ExaminedFile) => kind !== 'command-output' || only || held.has(path)
  const telling = examined.filter(file => (kinds.has(file.kind as 'any-log') || (kinds.has('any-log') && isLog(file.kind))) && isTold(file))
  if (telling.length === 0) return []
  // What is missing may stand in the part that was lost.
  const whole = telling.filter(({ path }) => !half.has(path))
  const cut = new Set(telling.filter(({ path }) => half.has(path)).map(({ node }) => node))
  const covered = new Set(whole.map(({ node }) => node))
  const missing = covered.has(undefined) ? [] : nodes.filter(node => !covered.has(node))
  if (missing.length > 0)
    return missing.map((node): Observation => {
      // A log that is damaged has an entry of its own.
      if (!cut.has(node) && !cut.has(undefined)) {
        const entry = blind.get(node) ?? { node, facts: [] }
        entry.facts.push(id)
        blind.set(node, entry)
      }
      return { fact: id, state: 'not-run', origin: { kind: 'log', node } }
    })
  // That several nodes did not tell of it is known only from the logs of several.
  const tellers = Math.max(...[fact['seen-as']!].flat().map(once => once.nodes ?? 0))
  if (whole.length === 0 || (tellers > 0 && tellersOf(kb, whole, events).size < tellers))
    return [{ fact: id, state: 'not-run', origin: { kind: 'log', file: telling[0]!.path } }]
  return [
    {
      fact: id,
      state: 'known',
      value: false,
      origin: {
        kind: 'log',
        file: whole[0]!.path,
        text: `not among ${whole.length} ${whole.length === 1 ? 'file' : 'files'} that would show it`,
        count: whole.length,
      },
    },
  ]
}

/** A file that nobody knows the node of may hold the lines of several. */
function tellersOf(kb: KnowledgeBase, files: readonly ExaminedFile[], events: readonly LogEvent[]): Set<string> {
  const paths = new Set(files.map(({ path }) => path))
  // An event may be about another node than the one that logged it.
  const own = events.filter(({ file, kind }) => paths.has(file) && kb.events[kind]?.about === undefined)
  const nodes = [...files, ...own].map(({ node }) => node)
  return new Set(nodes.filter(node => node !== undefined))
}

const isLog = (kind: string) => ['system-log', 'cluster-log', 'pacemaker-log', 'kernel-log'].includes(kind)
