import { parse, stringify } from 'yaml'
import { type FactValue, factOf, type KnowledgeBase } from '../kb/model.ts'
import { checkValue } from '../kb/value.ts'
import { type Period, readIncidents, readPeriod, type WeighedIncident } from './incident.ts'
import type { LedgerEntry, Observation } from './observation.ts'
import { readLedgerEntry, readOrigin, readReadFile } from './read-parts.ts'
import { isRecord } from './record.ts'
import { dropSecrets } from './secrets.ts'

/** One answer, in the order given. `null`: nobody can tell. */
export interface Answer {
  readonly fact: string
  readonly value: FactValue | null
  /** The user was shown a contradiction and chose this. */
  readonly settles?: true
  /** Given in a file of facts, not typed. */
  readonly given?: true
  readonly at?: string
}

export interface ReadFile {
  readonly path: string
  readonly bytes: number
  readonly digest: string
}

export interface Focus {
  readonly node?: string
  readonly resource?: string
  readonly resources?: readonly string[]
  readonly cluster?: string
}

/** Everything about one cluster and one incident. */
export interface Case {
  readonly kb: { readonly id: string; readonly version: string; readonly digest: string }
  readonly evidence: readonly ReadFile[]
  readonly nodes: readonly string[]
  /** What the events are about most: fills the plan's commands. */
  readonly focus?: Focus
  readonly answers: readonly Answer[]
  readonly observations: readonly Observation[]
  readonly ledger: readonly LedgerEntry[]
  readonly warnings: readonly string[]
  /** Only what was logged then was looked at. */
  readonly period?: Period
  /** Each incident alone, where there are several. */
  readonly incidents?: readonly WeighedIncident[]
}

/** A case of this base in which nothing is known yet. */
export function emptyCase({ kb: { id, version, digest } }: Pick<KnowledgeBase, 'kb'>): Case {
  return { kb: { id, version, digest }, evidence: [], nodes: [], answers: [], observations: [], ledger: [], warnings: [] }
}

const caseSchema = 'avert/case@1'

/** A case as a human-readable YAML document. Nothing that looks like a secret is written. */
export function writeCase(value: Case): string {
  const document = {
    schema: caseSchema,
    kb: value.kb,
    answers: value.answers.map(answer => ({
      ...answer,
      value: typeof answer.value === 'string' ? dropSecrets(answer.value) : answer.value,
    })),
    nodes: value.nodes,
    ...(value.focus ? { focus: value.focus } : {}),
    evidence: value.evidence,
    observations: value.observations.map(observation => ({
      ...observation,
      origin: { ...observation.origin, ...(observation.origin.text === undefined ? {} : { text: dropSecrets(observation.origin.text) }) },
    })),
    ledger: value.ledger,
    warnings: value.warnings,
    ...(value.period ? { period: value.period } : {}),
    ...(value.incidents ? { incidents: value.incidents } : {}),
  }
  return `# A case of avert. Go on with: avert resume THIS-FILE\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`
}

export type ReadCase =
  | { readonly value: Case; readonly notes: readonly string[] }
  | { readonly message: string; readonly hint: string; readonly line?: number }

/**
 * Reads a case for use with `kb`. With a newer base, facts that were renamed are mapped; what cannot be mapped or no
 * longer fits is left out and named in `notes`, so that it is asked again.
 */
export function readCase(text: string, kb: KnowledgeBase): ReadCase {
  let raw: unknown
  try {
    raw = parse(text, { maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    const line = (error as { linePos?: readonly { line: number }[] }).linePos?.[0]?.line
    return {
      message: 'the case is not readable YAML',
      hint: 'Restore it from a copy, or begin a new case.',
      ...(line === undefined ? {} : { line }),
    }
  }
  const wrong = (message: string) => ({ message, hint: 'Restore the file from a copy, or begin a new case.' })
  if (!isRecord(raw) || raw.schema !== caseSchema) return wrong(`this is not a case of avert (no "schema: ${caseSchema}")`)
  for (const key of ['answers', 'nodes', 'evidence', 'observations', 'ledger', 'warnings'])
    if (!Array.isArray(raw[key])) return wrong(`"${key}" is missing or no list`)
  if (!isRecord(raw.kb)) return wrong('"kb" is missing')
  const notes: string[] = []
  const renamed = new Map<string, string>()
  for (const group of [kb.symptoms, kb.facts])
    for (const [id, { was }] of Object.entries(group)) for (const old of was ?? []) renamed.set(old, id)
  const current = (id: unknown): string | undefined => {
    const name = String(id)
    if (factOf(kb, name)) return name
    const mapped = renamed.get(name)
    if (mapped) notes.push(`"${name}" is now called "${mapped}"`)
    else notes.push(`"${name}" is no longer known; it will be asked anew if it matters`)
    return mapped
  }
  const answers: Answer[] = []
  for (const item of raw.answers as unknown[]) {
    if (!isRecord(item)) return wrong('an answer is no group of keys')
    const fact = current(item.fact)
    if (fact === undefined) continue
    const checked = item.value === null ? undefined : checkValue(factOf(kb, fact)!, item.value, kb)
    if (checked && 'message' in checked) {
      notes.push(`the answer to "${fact}" no longer fits: ${checked.message}`)
      continue
    }
    answers.push({
      fact,
      value: checked?.value ?? null,
      ...(item.settles ? { settles: true } : {}),
      ...(item.given ? { given: true } : {}),
      ...(typeof item.at === 'string' ? { at: item.at } : {}),
    })
  }
  const observations: Observation[] = []
  for (const item of raw.observations as unknown[]) {
    if (!isRecord(item) || !isRecord(item.origin)) return wrong('an observation has no origin')
    const read = readOrigin(item.origin)
    if ('wrong' in read) return wrong(`an origin of "${String(item.fact)}" ${read.wrong}`)
    const origin = read.part
    const fact = current(item.fact)
    if (fact === undefined) continue
    if (item.state === 'known') {
      const checked = checkValue(factOf(kb, fact)!, item.value, kb)
      if ('message' in checked) {
        notes.push(`what was read about "${fact}" no longer fits: ${checked.message}`)
        continue
      }
      observations.push({ fact, state: 'known', value: checked.value, origin })
    } else if (isState(item.state)) observations.push({ fact, state: item.state, origin })
    else return wrong(`an observation of "${fact}" has no state that is known`)
  }
  const evidence: ReadFile[] = []
  for (const item of raw.evidence as unknown[]) {
    const read = readReadFile(item)
    if ('wrong' in read) return wrong(`a file under "evidence" ${read.wrong}`)
    evidence.push(read.part)
  }
  const ledger: LedgerEntry[] = []
  for (const item of raw.ledger as unknown[]) {
    const read = readLedgerEntry(item)
    if ('wrong' in read) return wrong(`an entry of "ledger" ${read.wrong}`)
    ledger.push(read.part)
  }
  const own = raw.kb
  if (own.digest !== kb.kb.digest)
    notes.unshift(`${madeWith(own, kb)}${evidence.length > 0 ? ' (give the evidence again to have it read anew)' : ''}`)
  const period = readPeriod(raw.period)
  const incidents = readIncidents(raw.incidents, id => Object.hasOwn(kb.hypotheses, id))
  return {
    value: {
      kb: { id: kb.kb.id, version: kb.kb.version, digest: kb.kb.digest },
      evidence,
      nodes: (raw.nodes as unknown[]).map(String),
      ...(isRecord(raw.focus) ? { focus: readFocus(raw.focus) } : {}),
      answers,
      observations,
      ledger,
      warnings: (raw.warnings as unknown[]).map(String),
      ...(period ? { period } : {}),
      ...(incidents ? { incidents } : {}),
    },
    notes: [...new Set(notes)],
  }
}

function madeWith({ id, version }: Record<string, unknown>, { kb }: KnowledgeBase): string {
  const now = `${kb.id} ${kb.version} is used now`
  if (typeof id !== 'string' || (typeof version !== 'string' && typeof version !== 'number'))
    return `the case does not say which knowledge base it was made with; ${now}`
  const same = id === kb.id && String(version) === kb.version
  return `the case was made with knowledge base ${id} ${version}; ${same ? 'its files have changed since' : now}`
}

const isState = (state: unknown): state is 'unknown' | 'not-run' | 'not-applicable' =>
  state === 'unknown' || state === 'not-run' || state === 'not-applicable'

/** Answers as observations; of several to one fact the last counts. */
export function answersAsObservations(answers: readonly Answer[]): Observation[] {
  return answers.map(({ fact, value, given, at }) => {
    const origin = { kind: given ? ('given' as const) : ('answer' as const), ...(at === undefined ? {} : { time: at }) }
    return value === null ? { fact, origin, state: 'unknown' } : { fact, origin, state: 'known', value }
  })
}

function readFocus(raw: Record<string, unknown>): Focus {
  const text = (key: string) => (typeof raw[key] === 'string' ? { [key]: raw[key] } : {})
  return {
    ...text('node'),
    ...text('resource'),
    ...text('cluster'),
    ...(Array.isArray(raw.resources) ? { resources: raw.resources.map(String) } : {}),
  }
}
