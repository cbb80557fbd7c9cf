import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosisShape, exclusionsListShape, exclusionsShape, scanShape } from '../../src/render/documents.ts'

const json = (args: readonly string[]) =>
  JSON.parse(spawnSync(process.execPath, ['dist/avert.js', ...args], { input: '', encoding: 'utf8', maxBuffer: 1 << 28 }).stdout) as unknown
const bundles = ['av-stop', 'cut', 'healthy', 'pause', 'slow-agent'].map(name => `test/evidence/bundles/${name}`)

describe('documents keep their shape', () => {
  test.each([...bundles, 'test/kb'].map(path => ({ path })))('diagnosis of $path', ({ path }) => {
    expect(diagnosisShape.strict().safeParse(json(['diagnose', path, '--no-input', '--format', 'json'])).error?.issues ?? []).toEqual([])
  })
  test.each(bundles.map(path => ({ path })))('scan of $path', ({ path }) => {
    expect(scanShape.strict().safeParse(json(['scan', path, '--format', 'json'])).error?.issues ?? []).toEqual([])
  })
  test.each(['microsoft-defender', 'crowdstrike-falcon', 'tenable-nessus', 'clamav', 'unknown-agent'].map(vendor => ({ vendor })))(
    'exclusions for $vendor',
    ({ vendor }) => {
      expect(
        exclusionsShape.strict().safeParse(json(['exclusions', '--vendor', vendor, '--rhel', '9', '--format', 'json'])).error?.issues ?? [],
      ).toEqual([])
    },
  )
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
