import { readFolder } from '../../src/cli/read-folder.ts'
import type { AssembleOptions } from '../../src/evidence/assemble.ts'
import type { EvidenceFile, Unopened } from '../../src/evidence/model.ts'
import { readEvidence } from '../../src/evidence/read.ts'
import { allFacts } from '../../src/kb/model.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
export const { kb } = loaded

const modified = Date.UTC(2026, 2, 29)

/** Reads files that exist only here: path to text, or to why it could not be opened. `truths`: the facts they show to be true; `undated`: nothing tells the year of a log that has none; `pieces`: bytes that come at a time. */
export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array | { readonly why: string }>>,
  {
    undated = false,
    pieces = Number.POSITIVE_INFINITY,
    ...options
  }: AssembleOptions & { readonly undated?: boolean | undefined; readonly pieces?: number } = {},
) {
  async function* all(): AsyncGenerator<EvidenceFile | Unopened> {
    for (const [path, content] of Object.entries(files)) {
      if (typeof content === 'object' && 'why' in content) yield { path, why: content.why }
      else {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
        yield {
          path,
          size: bytes.length,
          ...(undated ? {} : { modified }),
          async *read() {
            if (pieces > bytes.length && bytes.length > 0) yield bytes
            else for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
          },
        }
      }
    }
  }
  return readAll(all(), options)
}

/** Reads a log that cannot be read to its end: after `text` comes an error. */
export function readCut(text: string) {
  return readAll(
    (async function* () {
      yield {
        path: 'node01/var/log/messages',
        modified,
        async *read() {
          yield new TextEncoder().encode(text)
          throw new Error('It ends too early.')
        },
      }
    })(),
  )
}

async function readAll(files: AsyncIterable<EvidenceFile | Unopened>, options: AssembleOptions = {}) {
  const evidence = await readEvidence(kb, files, options)
  const known = (fact: string) =>
    evidence.observations.flatMap(found => (found.fact === fact && found.state === 'known' ? [found.value] : []))
  const truths = Object.keys(allFacts(kb)).filter(fact => known(fact).includes(true))
  return { ...evidence, known, truths, ledgerText: evidence.ledger.map(({ what, why }) => `${what}: ${why}`) }
}

export const conf = (nodes: readonly Record<string, string>[], token = 3000) =>
  `totem {\n    version: 2\n    cluster_name: shop\n    transport: knet\n    token: ${token}\n}\nnodelist {\n${nodes
    .map(
      node =>
        `    node {\n${Object.entries(node)
          .map(([key, value]) => `        ${key}: ${value}\n`)
          .join('')}    }\n`,
    )
    .join('')}}\n`

export const two = conf([
  { ring0_addr: '10.1.0.1', name: 'node01', nodeid: '1' },
  { ring0_addr: '10.1.0.2', name: 'node02', nodeid: '2' },
])

export const ps = (...commands: readonly string[]) =>
  `USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\nroot           1  0.0  0.1 171200 13000 ?        Ss   Mar20   0:09 /usr/lib/systemd/systemd\n${commands
    .map((command, i) => `root        ${100 + i}  0.0  0.1  10000  3000 ?        Ssl  Mar20   0:01 ${command}\n`)
    .join('')}`

export const ring = (at: string, host: string, id: string) =>
  `${at} ${host} corosync[2187]:   [TOTEM ] A new membership (${id}) was formed. Members joined: 1 2\n`
export const late = (at: string, host: string) =>
  `${at} ${host} pacemaker-controld[2236]:  error: Result of stop operation for vip on ${host}: Timed Out after 20s (Resource agent did not complete within 20s)\n`
