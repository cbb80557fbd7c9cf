import { type Case, emptyCase } from '../../src/case/case-file.ts'
import { mergeObservations } from '../../src/case/merge.ts'
import { openSource } from '../../src/evidence/containers/archive.ts'
import { EvidenceError } from '../../src/evidence/containers/error.ts'
import { defaultLimits } from '../../src/evidence/containers/limits.ts'
import type { EvidenceFile, Unopened } from '../../src/evidence/model.ts'
import { readEvidence } from '../../src/evidence/read.ts'
import type { KnowledgeBase } from '../../src/kb/model.ts'
import { diagnosisDocument } from '../../src/render/json.ts'
import { reportOn } from '../../src/render/report-on.ts'
import { scanDocument, scanMarkdown, scanText } from '../../src/render/scan.ts'
import { diagnosisText } from '../../src/render/text.ts'
import { plain } from '../../src/render/wrap.ts'
import type { Input } from './inputs.ts'

/** What went wrong with an input, in words; undefined when nothing did. `ms`: how long it took. */
export interface Verdict {
  readonly wrong: string | undefined
  readonly ms: number
}

const hostile = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/
const msPerMegabyte = 1000
const hangMs = 20_000

/** Reads one spoiled input to the end, as `scan` does, every twentieth one as `diagnose` does too. */
export async function check(kb: KnowledgeBase, input: Input, number: number): Promise<Verdict> {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const seen: (EvidenceFile | Unopened)[] = []
  let wrong: string | undefined
  try {
    wrong = await trouble(kb, input, number, seen)
  } catch (error) {
    if (!(error instanceof EvidenceError)) wrong = `threw ${error instanceof Error ? error.stack : String(error)}`
  }
  // Beside other work a machine takes longer, and nothing hangs; whoever waits for something uses no processor.
  const [waited, { user, system }] = [performance.now() - begun, process.cpuUsage(used)]
  const ms = waited > hangMs ? waited : Math.min(waited, (user + system) / 1000)
  const allowed = msPerMegabyte * Math.max(1, input.bytes.length / 2 ** 20)
  return { ms, wrong: wrong ?? (ms > allowed ? `took ${Math.round(ms)} ms for ${input.bytes.length} bytes` : undefined) }
}

async function trouble(kb: KnowledgeBase, { name, bytes, members, whole }: Input, number: number, seen: (EvidenceFile | Unopened)[]) {
  async function* files() {
    const source = {
      path: name,
      size: bytes.length,
      again: true,
      async *read() {
        for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
      },
    }
    for await (const item of openSource(source, 0, { limits: defaultLimits, unpacked: 0 })) {
      seen.push(item)
      yield item
    }
  }
  const evidence = await readEvidence(kb, files(), { newDigest: () => ({ update() {}, hex: () => '' }) })
  // An archive that was not touched gives every member, or says why not; one that was may lose some, but then says so.
  const told = evidence.ledger.map(({ what }) => what)
  const lost = members.filter(member => !seen.some(item => item.path.endsWith(member) && ('read' in item || told.includes(item.path))))
  if (lost.length > 0 && (whole || evidence.ledger.length === 0)) return `lost ${lost.join(', ')} without a word`
  for (const item of seen) if (!('read' in item) && evidence.ledger.length === 0) return `no ledger entry for ${item.path}`
  const scan = { kb, evidence, merged: mergeObservations(kb, evidence.observations) }
  JSON.parse(JSON.stringify(scanDocument(scan)))
  const printed = [scanText(scan, plain(80)), scanMarkdown(scan)]
  if (number % 20 === 0) {
    const { nodes, observations, ledger, warnings, focus } = evidence
    const value: Case = { ...emptyCase(kb), nodes, observations, ledger, warnings, focus }
    const report = await reportOn(kb, value)
    JSON.parse(JSON.stringify(diagnosisDocument(report)))
    printed.push(diagnosisText(report, plain(80)))
  }
  const control = printed.map(text => hostile.exec(text)).find(found => found !== null)
  return control ? `printed the control character ${JSON.stringify(control[0])}` : undefined
}
