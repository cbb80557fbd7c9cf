import type { Case } from '../case/case-file.ts'
import type { LedgerEntry, Observation, Origin } from '../case/observation.ts'
import type { Evidence, LogEvent } from '../evidence/model.ts'
import { type FactValue, factOf, type KnowledgeBase } from '../kb/model.ts'
import { choicesOf } from '../kb/value.ts'
import type { NameCollector } from './collector.ts'
import { addNamesOf, isNameValue } from './gather.ts'
import { redactedNote } from './note.ts'
import type { Redactor } from './redactor.ts'
import { secretRemover } from './secrets.ts'

type Told = Pick<Case, 'nodes' | 'focus' | 'observations' | 'ledger' | 'warnings'>

/** A case with pseudonyms, for printing only: the case itself keeps its names. */
export function redactCase(value: Case, redactor: Redactor, kb: KnowledgeBase): Case {
  return {
    ...redactTold(value, redactor, kb),
    kb: value.kb,
    ...(value.period ? { period: value.period } : {}),
    ...(value.incidents ? { incidents: value.incidents } : {}),
    evidence: value.evidence.map(file => ({ ...file, path: redactor.path(file.path) })),
    answers: value.answers.map(answer =>
      answer.value === null ? answer : { ...answer, value: valueOf(answer.fact, answer.value, redactor, kb) },
    ),
  }
}

/** Evidence with pseudonyms. */
export function redactEvidence<E extends Evidence>(evidence: E, redactor: Redactor, kb: KnowledgeBase): E {
  return {
    ...evidence,
    ...redactTold(evidence, redactor, kb),
    events: evidence.events.map(event => eventOf(event, redactor)),
    examined: evidence.examined.map(file => ({ ...file, path: redactor.path(file.path), node: nodeOf(file.node, redactor) })),
  }
}

function redactTold(
  { nodes, focus, observations, ledger, warnings }: Told,
  redactor: Redactor,
  kb: KnowledgeBase,
): Told & Pick<Evidence, 'focus'> {
  const { node, resource, resources, cluster } = focus ?? {}
  const { name } = redactor
  return {
    nodes: nodes.map(name).sort(),
    focus: {
      ...(node === undefined ? {} : { node: name(node) }),
      ...(resource === undefined ? {} : { resource: name(resource) }),
      ...(resources === undefined ? {} : { resources: resources.map(name) }),
      ...(cluster === undefined ? {} : { cluster: name(cluster) }),
    },
    observations: observations.map(observation => observationOf(observation, redactor, kb)),
    ledger: ledger.map((entry): LedgerEntry => ({ ...entry, what: sentence(entry.what, redactor), why: sentence(entry.why, redactor) })),
    warnings: [...warnings.map(warning => sentence(warning, redactor)), redactedNote],
  }
}

function observationOf(observation: Observation, redactor: Redactor, kb: KnowledgeBase): Observation {
  const origin = originOf(observation.origin, redactor)
  return observation.state === 'known'
    ? { ...observation, origin, value: valueOf(observation.fact, observation.value, redactor, kb) }
    : { ...observation, origin }
}

function originOf(origin: Origin, redactor: Redactor): Origin {
  const { file, node, text } = origin
  return {
    ...origin,
    ...(file === undefined ? {} : { file: redactor.path(file) }),
    ...(node === undefined ? {} : { node: redactor.name(node) }),
    ...(text === undefined ? {} : { text: redactor.line(secretRemover()(text), file) }),
  }
}

/** Only facts of free text can hold names: a choice or the id of a file of the base is none. */
function valueOf(id: string, value: FactValue, redactor: Redactor, kb: KnowledgeBase): FactValue {
  const fact = factOf(kb, id)
  if (!fact || (fact.type !== 'text' && fact.type !== 'list') || choicesOf(fact, kb) !== undefined) return value
  if (typeof value === 'string') return redactor.name(value)
  return Array.isArray(value) ? value.map(item => wordsOf(String(item), redactor)).sort() : value
}

/** `vip stop node01`, as a list fact holds it: name by name. */
const wordsOf = (text: string, redactor: Redactor): string =>
  text.includes(' ') ? redactor.line(text.split(' ').map(redactor.name).join(' ')) : redactor.name(text)

function eventOf(event: LogEvent, redactor: Redactor): LogEvent {
  const values = Object.entries(event.values).map(([key, value]) => [key, isNameValue(key) ? redactor.name(value) : redactor.line(value)])
  return {
    ...event,
    node: nodeOf(event.node, redactor),
    file: redactor.path(event.file),
    text: redactor.line(secretRemover()(event.text), event.file),
    values: Object.fromEntries(values),
  }
}

const nodeOf = (node: string | undefined, redactor: Redactor) => (node === undefined ? undefined : redactor.name(node))

/** Our own sentences: "logs of node01", "bundle/var/log/messages: …". */
const sentence = (text: string, redactor: Redactor): string =>
  redactor.path(text.replace(/(?<=\bof )\S+(?=$| (?:after|before)\b)/g, redactor.name))

/** The names in a case that was saved, when its evidence is no longer at hand. */
export function addNamesOfCase(value: Case, collector: NameCollector): void {
  addNamesOf({ nodes: value.nodes, focus: value.focus ?? {} }, collector)
  for (const { path } of value.evidence) collector.path(path)
  for (const { origin } of value.observations) {
    if (origin.node !== undefined) collector.add('node', origin.node)
    if (origin.file !== undefined) collector.path(origin.file)
    if (origin.text !== undefined) collector.file(origin.file ?? '')(origin.text)
  }
}
