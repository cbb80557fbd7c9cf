import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosisShape, exclusionsListShape, exclusionsShape, explanationShape, scanShape } from '../../src/render/documents.ts'

const json = (args: readonly string[]) =>
  JSON.parse(spawnSync(process.execPath, ['dist/avert.js', ...args], { input: '', encoding: 'utf8', maxBuffer: 1 << 28 }).stdout) as unknown
const bundles = ['av-stop', 'cut', 'healthy', 'pause', 'slow-agent'].map(name => `test/evidence/bundles/${name}`)

/** The logs of a cut network three days before those of a scanner that holds files. */
function twoIncidents(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avert-two-'))
  cpSync('test/evidence/bundles/av-stop', folder, { recursive: true })
  for (const node of ['node01', 'node02'])
    for (const log of ['pacemaker/pacemaker.log', 'messages', 'cluster/corosync.log']) {
      const [before, after] = ['cut', 'av-stop'].map(name => readFileSync(`test/evidence/bundles/${name}/${node}/var/log/${log}`, 'utf8'))
      writeFileSync(
        `${folder}/${node}/var/log/${log}`,
        before!.replaceAll('Nov 22', 'Nov 19').replaceAll('2026-11-22', '2026-11-19') + after,
      )
    }
  return folder
}

/** What a shape does not know, at any depth, is missing in what it parsed. */
const whole = (shape: { strict(): { parse(value: unknown): unknown } }, document: unknown) =>
  expect(shape.strict().parse(document)).toEqual(document)

describe('documents keep their shape', () => {
  test.each([...bundles, 'test/kb'].map(path => ({ path })))('diagnosis of $path', ({ path }) => {
    whole(diagnosisShape, json(['diagnose', path, '--no-input', '--format', 'json']))
  })
  test.each(bundles.map(path => ({ path })))('scan of $path', ({ path }) => {
    whole(scanShape, json(['scan', path, '--format', 'json']))
  })
  test('scan of a period tells it, in words as well', () => {
    const args = ['scan', bundles[0]!, '--since', '2026-01-01']
    const document = json([...args, '--format', 'json'])
    whole(scanShape, document)
    expect(scanShape.parse(document).period).toEqual({ since: '2026-01-01' })
    const { stdout } = spawnSync(process.execPath, ['dist/avert.js', ...args], { encoding: 'utf8' })
    expect(stdout.replaceAll('\n', ' ')).toContain('Only what was logged since 2026-01-01 was looked at')
  })
  test.each(['microsoft-defender', 'crowdstrike-falcon', 'tenable-nessus', 'clamav', 'unknown-agent'].map(vendor => ({ vendor })))(
    'exclusions for $vendor',
    ({ vendor }) => {
      whole(exclusionsShape, json(['exclusions', '--vendor', vendor, '--rhel', '9', '--format', 'json']))
    },
  )
  test('explanation tells the incidents of its case', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avert-explained-')), 'case.yaml')
    json(['diagnose', twoIncidents(), '--no-input', '--format', 'json', '--case', path])
    for (const id of [[], ['network-fault'], ['ocf-timeouts']]) {
      const document = json(['explain', path, ...id, '--format', 'json'])
      whole(explanationShape, document)
      expect(explanationShape.parse(document).incidents).toHaveLength(2)
    }
    const { stdout } = spawnSync(process.execPath, ['dist/avert.js', 'explain', path, 'ocf-timeouts'], { encoding: 'utf8' })
    expect(stdout.replaceAll(/\n */g, ' ')).toContain('The evidence tells of 2 incidents.')
  })
  test('diagnosis of two incidents tells each with its causes, and of a period only that one', () => {
    const shape = diagnosisShape.strict()
    const both = shape.parse(json(['diagnose', twoIncidents(), '--no-input', '--format', 'json']))
    expect(both.incidents?.map(({ causes }) => causes[0]?.id)).toEqual(['network-fault', 'antivirus-interference'])
    const { since, until } = both.incidents![0]!
    const one = shape.parse(json(['diagnose', twoIncidents(), '--no-input', '--format', 'json', '--since', since, '--until', until]))
    const scan = scanShape.strict().parse(json(['scan', twoIncidents(), '--format', 'json', '--until', until]))
    expect([scan.period, scan.timeline.length]).toEqual([{ until }, 1])
    expect([one.incidents, one.period, one.hypotheses[0]!.id]).toEqual([undefined, { since, until }, 'network-fault'])
  })
  const empty = mkdtempSync(join(tmpdir(), 'avert-empty-'))
  test.each([
    { name: 'for an empty folder', paths: [empty], missing: 'the evidence' },
    { name: 'without evidence', paths: [], missing: 'logs and command output of the nodes' },
    { name: 'for nodes without an agent', paths: ['test/evidence/bundles/healthy'], missing: 'the package versions (rpm -qa)' },
  ])('exclusions $name are a document that says what was not examined', ({ paths, missing }) => {
    const read = exclusionsListShape.strict().parse(json(['exclusions', ...paths, '--format', 'json']))
    expect(read.agents).toEqual([])
    expect(read.notExamined.map(({ what }) => what)).toContain(missing)
  })
})
