import type { LedgerEntry } from '../case/observation.ts'
import { allFacts, type KnowledgeBase } from '../kb/model.ts'
import { collectEvents } from './events/collect.ts'
import { compileMatcher, type LogKind } from './events/matcher.ts'
import { type FileScan, scanLines } from './events/scan.ts'
import { factsOf } from './facts-of.ts'
import { isText, logKindOf } from './kind-of.ts'
import { missingListings, uncoveredTimes } from './ledger.ts'
import type { Evidence, EvidenceFile, ExaminedFile, LogEvent, Reading, Unopened } from './model.ts'
import { agentsByResource, conclude } from './readers/conclude.ts'
import { readerFor, unusable } from './readers/index.ts'
import { nodeNames, nodeOf } from './readers/node-of.ts'

/** Names content; given from outside so that this stays free of any platform. */
export interface Digest {
  update(bytes: Uint8Array): void
  hex(): string
}

export interface ReadOptions {
  readonly newDigest: () => Digest
  readonly onProgress?: (path: string, bytes: number) => void
}

export interface DigestedFile extends ExaminedFile {
  readonly digest: string
}

export type ReadEvidence = Omit<Evidence, 'examined'> & { readonly examined: readonly DigestedFile[] }

const headBytes = 64 * 1024
/** Listings and configuration are small; a larger one is no such thing. */
const mostReaderBytes = 64 * 1024 * 1024

/**
 * Reads everything once, in order, and says what it shows. Nothing is kept of a file but what was found in it. A file
 * that is damaged half-way keeps what was read before, and the ledger says so.
 */
export async function readEvidence(
  kb: KnowledgeBase,
  files: AsyncIterable<EvidenceFile | Unopened>,
  options: ReadOptions,
): Promise<ReadEvidence> {
  const matcher = compileMatcher(kb)
  const ledger: LedgerEntry[] = []
  const readings: Reading[] = []
  const scans: FileScan[] = []
  const examined: DigestedFile[] = []
  const readable = Object.entries(allFacts(kb)).filter(([, fact]) => fact['seen-as'] || fact['read-as'])
  const unread = (path: string, why: string) => ledger.push({ what: path, why, facts: factsLostWith(path) })
  const factsLostWith = (path: string): string[] => {
    const log = logKindOf(path, '')
    return readable.filter(([, fact]) => (log ? fact['seen-as'] !== undefined : fact['read-as'] !== undefined)).map(([id]) => id)
  }
  for await (const item of files) {
    if (!('read' in item)) {
      unread(item.path, item.why)
      continue
    }
    const { path } = item
    const tap = tapped(item, options)
    let head: Uint8Array
    try {
      head = await tap.head()
    } catch (error) {
      unread(path, sentence(error))
      continue
    }
    if (!isText(head)) continue
    const text = new TextDecoder().decode(head)
    const bytes = item.size ?? head.length
    const why = unusable(text.slice(0, 4096), head.length < headBytes ? head.length : bytes)
    if (why !== undefined) {
      if (logKindOf(path, text) || readerFor(path, text)) unread(path, why)
      continue
    }
    const log = logKindOf(path, text)
    const reader = log?.named ? undefined : readerFor(path, text)
    const node = nodeOf(path)
    try {
      if (reader) {
        const whole = await tap.text(mostReaderBytes)
        if (whole === undefined) {
          unread(path, 'it is larger than such a file can be (64 MiB)')
          continue
        }
        readings.push(...reader.read(whole, { path, node, kb }))
        const kind = statusKind(reader.name)
        if (kind) scans.push(await scanLines(path, oneChunk(whole), matcher, { kind, node, reference: item.modified }))
        examined.push({ path, kind: kind ?? reader.name, node, bytes: tap.bytes(), digest: tap.digest() })
      } else if (log) {
        const scan = await scanLines(path, tap.rest(), matcher, { kind: log.kind, node, reference: item.modified })
        scans.push(scan)
        if (scan.error !== undefined) unread(path, `${sentence(scan.error)}; what came before line ${scan.lines + 1} was read`)
        examined.push({
          path,
          kind: log.kind,
          node: node ?? scan.host,
          bytes: tap.bytes(),
          digest: tap.digest(),
          ...(scan.from ? { from: scan.from } : {}),
          ...(scan.to ? { to: scan.to } : {}),
        })
      }
    } catch (error) {
      unread(path, sentence(error))
    }
  }
  return assemble(kb, { readings, scans, examined, ledger })
}

function assemble(
  kb: KnowledgeBase,
  {
    readings: raw,
    scans,
    examined: files,
    ledger,
  }: { readings: Reading[]; scans: FileScan[]; examined: DigestedFile[]; ledger: LedgerEntry[] },
): ReadEvidence {
  const names = nodeNames(raw)
  const canonical = (node: string | undefined): string | undefined =>
    node === undefined || names.nodes.has(node) ? node : ([...names.nodes].find(known => short(known) === short(node)) ?? node)
  const placed = raw.map((reading): Reading => ({ ...reading, node: nodeOf(reading.file, names) ?? canonical(reading.node) }))
  const examined = files.map((file): DigestedFile => ({ ...file, node: nodeOf(file.path, names) ?? canonical(file.node) }))
  const hosts = examined.flatMap(({ node, kind }) => (node !== undefined && kind.endsWith('-log') ? [node] : []))
  const nodes = [...new Set(names.nodes.size > 0 ? names.nodes : hosts)].sort()
  const readings = conclude(placed, kb)
  const collected = collectEvents(scans, kb, { agents: agentsByResource(placed) })
  const events = collected.events.map((event): LogEvent => ({ ...event, node: canonical(event.node) }))
  const facts = factsOf({ kb, events, readings, examined, nodes })
  const all = [
    ...ledger,
    ...facts.ledger,
    ...missingListings(kb, readings, nodes, examined),
    ...uncoveredTimes(facts.witnesses, examined, kb),
  ]
  if (examined.length === 0)
    all.unshift({
      what: 'the evidence',
      why: 'nothing in it is a log or a listing that avert understands',
      facts: Object.keys(allFacts(kb)),
    })
  return {
    observations: facts.observations,
    events,
    ledger: all,
    examined,
    nodes,
    warnings: [...collected.warnings, ...scans.flatMap(({ warnings }) => warnings), ...facts.warnings],
    focus: focusOf(facts.witnesses, readings),
  }
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

const statusKind = (reader: string): LogKind | undefined =>
  /^(?:cluster-status|pcs-config|cib)/.test(reader) ? 'status' : reader === 'sos-runtime' ? 'command-output' : undefined
const short = (name: string) => name.split('.')[0]!
const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** Looks at the beginning of a file and then hands on all of it, counting and digesting what passes. */
function tapped(file: EvidenceFile, { newDigest, onProgress }: ReadOptions) {
  const digest = newDigest()
  let bytes = 0
  const source = file.read()[Symbol.asyncIterator]()
  const early: Uint8Array[] = []
  const pull = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await source.next()
    if (done) return undefined
    digest.update(value)
    bytes += value.length
    onProgress?.(file.path, value.length)
    return value
  }
  return {
    async head(): Promise<Uint8Array> {
      let length = 0
      while (length < headBytes) {
        const chunk = await pull()
        if (!chunk) break
        // A source may reuse its buffer.
        early.push(chunk.slice())
        length += chunk.length
      }
      return joined(early).subarray(0, headBytes)
    },
    async *rest(): AsyncGenerator<Uint8Array> {
      yield* early
      for (let chunk = await pull(); chunk; chunk = await pull()) yield chunk
    },
    async text(most: number): Promise<string | undefined> {
      const chunks = [...early]
      for (let chunk = await pull(); chunk; chunk = await pull()) {
        if (bytes > most) return undefined
        chunks.push(chunk.slice())
      }
      return new TextDecoder().decode(joined(chunks))
    },
    bytes: () => bytes,
    digest: () => `sha256:${digest.hex()}`,
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
