import { compileMatcher } from '../../src/evidence/events/matcher.ts'
import { type FileScan, type ScanContext, scanLines } from '../../src/evidence/events/scan.ts'
import type { LogEvent } from '../../src/evidence/model.ts'
import type { EventFile } from '../../src/kb/shapes.ts'

const form = (pattern: string, more: object = {}): EventFile['forms'][number] => ({ pattern, matches: ['x'], ignores: ['y'], ...more })

/** A small base of events, independent of the shipped one. */
export const events: Record<string, EventFile> = {
  retransmit: {
    title: 'r',
    in: ['system-log', 'cluster-log'],
    forms: [form('Retransmit List: (?<ids>[0-9a-f ]+)', { process: ['corosync'] })],
  },
  timeout: {
    title: 't',
    in: ['system-log', 'pacemaker-log'],
    about: 'node',
    'count-once': { by: ['resource', 'operation'], 'within-seconds': 30 },
    forms: [
      form('Result of (?<operation>\\w+) operation for (?<resource>\\S+) on (?<node>\\S+): Timed Out'),
      form('Resource agent (?<resource>\\w+)_(?<operation>\\w+)_\\d+\\[\\d+\\] timed out after (?<timeout>\\S+)', {
        sets: { source: 'executor' },
      }),
    ],
  },
  fenced: {
    title: 'f',
    in: ['any-log'],
    about: 'node',
    classes: { reason: [{ match: 'failed there$', is: 'stop-failure' }] },
    forms: [form('Cluster node (?<node>\\S+) will be fenced: (?<reason>.+)$')],
  },
  quorum: { title: 'q', in: ['any-log'], forms: [form('(?:crmd|pacemaker-controld)\\S*\\s+.*Quorum lost')] },
  quoted: { title: 'q', in: ['any-log'], forms: [form('device "(?<device>[^"]+)" is gone')] },
}
export const matcher = compileMatcher({ events })
export const reference = Date.UTC(2026, 10, 22, 12)

/** The bytes of `text` cut at `cuts`. */
export async function* chunks(text: string | Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const at = [0, ...cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  for (let i = 1; i < at.length; i++) yield bytes.slice(at[i - 1], at[i])
}

export const scan = (
  text: string | Uint8Array,
  context: Partial<ScanContext> = {},
  cuts: readonly number[] = [],
  file = 'messages',
): Promise<FileScan> => scanLines(file, chunks(text, cuts), matcher, { kind: 'system-log', reference, ...context })

/** An event of `kind` at `at` seconds, or without a time. */
export function happened(kind: string, at: number | undefined, more: Partial<LogEvent> = {}): LogEvent {
  const ms = at === undefined ? undefined : Math.round(at * 1000)
  const time = ms === undefined ? undefined : new Date(ms).toISOString().replace(ms % 1000 === 0 ? /\.\d+Z$/ : /Z$/, '')
  return { kind, node: 'n1', time, at: ms, file: 'messages', line: ms ?? 1, count: 1, values: {}, text: kind, ...more }
}
