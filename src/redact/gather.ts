import type { Evidence, EvidenceFile, Unopened } from '../evidence/model.ts'
import type { NameCollector } from './collector.ts'
import { isReadable, LineSplitter, withTexts } from './lines.ts'

/**
 * Hands files on and gathers the names in them as they are read. `whole`: also what the reader leaves unread. Other
 * threads must not read the files: nothing would be seen of what they read.
 */
export async function* gatheringNames(
  files: AsyncIterable<EvidenceFile | Unopened>,
  collector: NameCollector,
  { whole }: { whole: boolean },
): AsyncGenerator<EvidenceFile | Unopened> {
  for await (const item of files) {
    collector.path(item.path)
    if (!('read' in item)) yield item
    else {
      const { place: _, ...file } = item
      yield { ...file, read: () => watched(item, collector, whole) }
    }
  }
}

async function* watched(file: EvidenceFile, collector: NameCollector, whole: boolean): AsyncGenerator<Uint8Array> {
  const look = collector.file(file.path)
  const splitter = new LineSplitter()
  const source = file.read()[Symbol.asyncIterator]()
  let readable: boolean | undefined
  const next = async (): Promise<Uint8Array | undefined> => {
    const { done, value } = await source.next()
    if (done) return undefined
    readable ??= isReadable(value)
    if (readable) for (const line of splitter.take(value)) look(withTexts(line))
    return value
  }
  try {
    for (let chunk = await next(); chunk; chunk = await next()) yield chunk
  } finally {
    try {
      if (whole && readable !== false) while (await next());
    } catch {}
    const rest = splitter.end()
    if (rest !== '') look(withTexts(rest))
    await source.return?.()
  }
}

/** Captured values that are names, and of what. */
const nameValues = [
  ['node', 'node'],
  ['executor', 'node'],
  ['origin', 'node'],
  ['resource', 'resource'],
  ['device', 'resource'],
  ['server', 'host'],
] as const
const plainName = /^[A-Za-z0-9_][\w.-]*$/

/** The names that the evidence itself is told with. */
export function addNamesOf({ events, nodes, focus }: Pick<Evidence, 'nodes' | 'focus'> & Partial<Evidence>, { add }: NameCollector): void {
  for (const node of nodes) add('node', node)
  if (focus.node !== undefined) add('node', focus.node)
  if (focus.cluster !== undefined) add('cluster', focus.cluster)
  for (const resource of [focus.resource, ...(focus.resources ?? [])]) if (resource !== undefined) add('resource', resource)
  for (const { node, values } of events ?? []) {
    if (node !== undefined && plainName.test(node)) add('node', node)
    for (const [key, kind] of nameValues) {
      const value = values[key]
      if (value !== undefined && plainName.test(value)) add(kind, value)
    }
  }
}

export const isNameValue = (key: string): boolean => nameValues.some(([name]) => name === key)
