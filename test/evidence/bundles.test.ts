import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case/case-file.ts'
import { gatherEvidence } from '../../src/cli/evidence.ts'
import type { Io } from '../../src/cli/io.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { weighCase } from '../../src/render/report-on.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded
const io = { out() {}, err() {}, stdin: undefined, stderr: { isTTY: false } } as unknown as Io

interface Truth {
  readonly about: string
  readonly leading?: string
  readonly leadingAmong?: readonly string[]
  readonly atLeast?: string
  readonly atMost?: Readonly<Record<string, string>>
  readonly facts?: readonly string[]
  readonly notFacts?: readonly string[]
  readonly agents?: readonly string[]
}
const order = ['ruled-out', 'unlikely', 'open', 'possible', 'likely', 'confirmed']

async function diagnosisOf(path: string) {
  const { examined, nodes, observations, ledger, warnings, focus } = await gatherEvidence([path], kb, io)
  const value: Case = {
    kb: kb.kb,
    evidence: examined.map(({ path: file, bytes, digest }) => ({ path: file, bytes, digest })),
    nodes,
    answers: [],
    observations,
    ledger,
    warnings,
    focus,
  }
  return (await weighCase(kb, value)).diagnosis
}

describe('real bundles', () => {
  for (const name of readdirSync('test/evidence/bundles').filter(file => existsSync(`test/evidence/bundles/${file}.truth.json`))) {
    const truth = JSON.parse(readFileSync(`test/evidence/bundles/${name}.truth.json`, 'utf8')) as Truth
    test(`${name}: ${truth.about}`, async () => {
      const { hypotheses, facts, notExamined } = await diagnosisOf(`test/evidence/bundles/${name}`)
      const band = (id: string) => hypotheses.find(hypothesis => hypothesis.id === id)!.band
      if (truth.leading) expect(hypotheses[0]!.id).toBe(truth.leading)
      if (truth.leadingAmong) expect(truth.leadingAmong).toContain(hypotheses[0]!.id)
      if (truth.leading && truth.atLeast) expect(order.indexOf(band(truth.leading))).toBeGreaterThanOrEqual(order.indexOf(truth.atLeast))
      for (const { id, band: found } of hypotheses) {
        const limit = truth.atMost?.[id] ?? truth.atMost?.['*']
        if (limit && id !== truth.leading) expect(order.indexOf(found), `${id} is ${found}`).toBeLessThanOrEqual(order.indexOf(limit))
      }
      const value = (id: string) => (facts.get(id)?.state === 'known' ? facts.get(id)!.value : undefined)
      for (const id of truth.facts ?? []) expect(value(id), id).toBe(true)
      for (const id of truth.notFacts ?? []) expect(value(id), id).not.toBe(true)
      expect(value('vendors') ?? []).toEqual(truth.agents ?? [])
      expect(notExamined.length).toBeGreaterThan(0)
    })
  }

  test('every reason from evidence has a file and a line', async () => {
    const { facts } = await diagnosisOf('test/evidence/bundles/av-stop')
    for (const [id, { value, origins }] of facts)
      if (value === true)
        for (const origin of origins)
          if (origin.kind === 'log') expect([id, typeof origin.file, typeof origin.line]).toEqual([id, 'string', 'number'])
  })
})
