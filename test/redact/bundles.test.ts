import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/case/case-file.ts'
import { gatherEvidence } from '../../src/cli/evidence.ts'
import { redactBundles } from '../../src/cli/redact.ts'
import { weighCase } from '../../src/render/report-on.ts'
import { filesOf, kb, outputsOf, scratch, silentIo } from './kit.ts'

const folder = scratch()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bundles = readdirSync('test/evidence/bundles').filter(name => statSync(`test/evidence/bundles/${name}`).isDirectory())
/** What all of the bundles' nodes, resources and addresses are called. */
const names = /node0[12]|labha|fence[12]|grp_app|(?<![a-z])vip(?![a-z\d])|10\.99\./i

/** All of what the evidence shows, but for names. */
async function shownBy(path: string) {
  const { examined, nodes, observations, ledger, warnings, focus, events } = await gatherEvidence([path], kb, silentIo())
  const evidence = examined.map(({ path: file, bytes, digest }) => ({ path: file, bytes, digest }))
  const value: Case = { kb: kb.kb, evidence, nodes, answers: [], observations, ledger, warnings, focus }
  const { diagnosis } = await weighCase(kb, value)
  const list = [...diagnosis.facts].map(([id, { state, value: held, origins }]) => [
    id,
    state,
    ['resources', 'timed-out-operations'].includes(id) || (Array.isArray(held) && held.some(item => String(item).includes(' ')))
      ? (held as string[])?.length
      : held,
    origins.map(({ line, time }) => `${line} ${time}`),
  ])
  return {
    events: events.map(({ kind, time, line, count, values }) => ({
      kind,
      time,
      line,
      count,
      keys: Object.keys(values),
      operation: values.operation,
      agent: values.agent,
    })),
    facts: list,
    causes: diagnosis.hypotheses.map(({ id, band, points }) => [id, band, points]),
    files: examined.map(({ kind, from, to }) => [kind, from, to]),
    nodes: nodes.length,
    missing: ledger.length,
    warnings: warnings.length,
  }
}

describe.each(bundles)('bundle %s', name => {
  const own = join(folder, name)
  const source = join(own, 'evidence')
  mkdirSync(own)
  cpSync(`test/evidence/bundles/${name}`, source, { recursive: true, preserveTimestamps: true })
  const out = join(own, 'out', 'redacted.tar.gz')
  mkdirSync(join(own, 'out'))

  test('shows the same after redaction, but for names', async () => {
    expect(await redactBundles(kb, [source], { out }, silentIo())).toBe(0)
    expect(await shownBy(out)).toEqual(await shownBy(source))
  })

  test('no name is left in a file or in the name of one', () => {
    const unpacked = join(own, 'unpacked')
    mkdirSync(unpacked)
    execFileSync('tar', ['-xzf', out, '-C', unpacked])
    for (const [path, text] of filesOf(unpacked)) {
      expect(path).not.toMatch(names)
      expect(text.split('\n').filter(line => names.test(line))).toEqual([])
    }
  })

  test('redacted again with the same map it stays as it is', async () => {
    const again = join(own, 'out', 'again.tar.gz')
    const before = join(own, 'unpacked')
    const map = readFileSync(join(own, 'out', 'avert-names.private.yaml'), 'utf8')
    expect(await redactBundles(kb, [join(before, 'evidence')], { out: again }, silentIo())).toBe(0)
    const unpacked = join(own, 'unpacked-again')
    mkdirSync(unpacked)
    execFileSync('tar', ['-xzf', again, '-C', unpacked])
    expect(filesOf(unpacked)).toEqual(filesOf(before))
    expect(readFileSync(join(own, 'out', 'avert-names.private.yaml'), 'utf8')).toBe(map)
  })

  test('the map is for its owner only', () => {
    expect(statSync(join(own, 'out', 'avert-names.private.yaml')).mode & 0o777).toBe(0o600)
  })

  test('scan and diagnosis name nobody, in no format', async () => {
    for (const text of await outputsOf([source], join(own, 'out', 'avert-names.private.yaml'))) {
      expect(text.split('\n').filter(line => names.test(line))).toEqual([])
      expect(text.replace(/\s+/g, ' ')).toContain('Commands must be run with the real names')
    }
  })
})
