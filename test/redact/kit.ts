import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mergeObservations } from '../../src/case/merge.ts'
import { gatherEvidence } from '../../src/cli/evidence.ts'
import type { Io } from '../../src/cli/io.ts'
import { Names } from '../../src/cli/names.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { NameCollector } from '../../src/redact/collector.ts'
import type { NameKind } from '../../src/redact/kinds.ts'
import { NameMap } from '../../src/redact/name-map.ts'
import { redactorOf } from '../../src/redact/redactor.ts'
import { wordsOf } from '../../src/redact/words.ts'
import { diagnosisDocument, toJson } from '../../src/render/json.ts'
import { diagnosisMarkdown } from '../../src/render/markdown.ts'
import { reportOn } from '../../src/render/report-on.ts'
import { scanDocument, scanMarkdown, scanText } from '../../src/render/scan.ts'
import { diagnosisText } from '../../src/render/text.ts'
import { plain } from '../../src/render/wrap.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('the base does not load')
export const { kb } = loaded

/** A folder of its own for a test file. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'avert-redact-'))

/** What a command says; nobody reads it. */
export function silentIo(): Io & { readonly said: string[]; readonly told: string[] } {
  const said: string[] = []
  const told: string[] = []
  return {
    said,
    told,
    out: (text: string) => void said.push(text),
    err: (text: string) => void told.push(text),
    stdin: undefined,
    stderr: { isTTY: false },
    interactive: false,
    colour: false,
    columns: 120,
  } as unknown as Io & { said: string[]; told: string[] }
}

/** A redactor that has read these lines of a file, and knows these names. */
export function redactorFor(
  lines: readonly string[],
  names: readonly (readonly [NameKind, string])[] = [],
  path = 'b/n/var/log/messages',
  map = new NameMap(),
) {
  const words = wordsOf(kb)
  const collector = new NameCollector(map, words)
  const look = collector.file(path)
  for (const line of lines) look(line)
  for (const [kind, name] of names) collector.add(kind, name)
  collector.finish()
  return { map, words, redactor: redactorOf(map, words, kb) }
}

/** Everything that `scan --redact` and `diagnose --redact` print. */
export async function outputsOf(paths: readonly string[], map: string): Promise<string[]> {
  const names = new Names(kb, map)
  const read = await gatherEvidence(paths, kb, silentIo(), { through: names.through })
  const { examined, nodes, observations, ledger, warnings, focus } = read
  const files = examined.map(({ path, bytes, digest }) => ({ path, bytes, digest }))
  names.learn(read)
  const report = await reportOn(kb, names.case({ kb: kb.kb, evidence: files, nodes, answers: [], observations, ledger, warnings, focus }))
  const evidence = names.evidence(read)
  const scan = { kb, evidence, merged: mergeObservations(kb, evidence.observations) }
  const style = plain(200)
  return [
    scanText(scan, style),
    toJson(scanDocument(scan)),
    scanMarkdown(scan),
    diagnosisText(report, style),
    toJson(diagnosisDocument(report)),
    diagnosisMarkdown(report),
  ]
}

/** All files below a folder: path -> text. */
export function filesOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => statSync(join(folder, path)).isFile())
  return new Map(paths.sort().map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}

export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
