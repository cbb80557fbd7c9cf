import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { FactValue } from '../../src/kb/model.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { shellQuote, stripControls } from '../../src/plan/shell.ts'
import { loadTemplates, type TemplateValues } from '../../src/plan/templates.ts'
import { baseOf, printers } from '../small-base.ts'

const templates = await loadTemplates()
const values: TemplateValues = {
  rhel: undefined,
  node: 'NODE',
  nodes: ['NODE1'],
  resource: 'RESOURCE',
  resources: [],
  interface: 'INTERFACE',
  cluster_name: 'CLUSTER',
  vendor: 'V',
  vendor_id: 'AGENT',
}
const kb = baseOf()
const planFor = async (facts: Record<string, FactValue>, own: Partial<TemplateValues> = {}, base = kb) => {
  const { diagnosis, session } = await diagnose(base, {
    observations: Object.entries(facts).map(([fact, value]) => ({ fact, state: 'known', value, origin: { kind: 'given' } })),
    ledger: [],
    warnings: [],
  })
  return makePlan({ kb: base, diagnosis, valueOf: session.value, values: { ...values, ...own }, templates })
}
const likely = { 'paper-does-not-move': true, 'pages-printed': 20000 }

describe('shell quoting', () => {
  test('a shell reads back exactly what was quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map(stripControls), text => {
        expect(execFileSync('/bin/sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' })).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  test('terminal control never reaches a command or a sentence', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        text => void expect(stripControls(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/),
      ),
    )
  })
})

describe('templates', () => {
  test('values in commands are quoted, and cannot end the quoting', () => {
    expect(templates.command('cat {{ path }}', { path: "a'; rm -rf /" })).toBe(`cat 'a'\\''; rm -rf /'`)
  })
  test('values in sentences are not', () => {
    expect(templates.prose('Look at {{ node }}.', { node: 'my node\u001b[31m' })).toBe('Look at my node.')
  })
})

describe('the plan', () => {
  test('splices the driver seen, with how to check and how to go back', async () => {
    const { steps, records } = await planFor({ ...likely, drivers: ['laser'] })
    expect(steps[0]).toMatchObject({
      id: 'change-rollers/driver-off/laser',
      run: ['systemctl stop laserd'],
      verify: ['systemctl is-active laserd'],
      undo: ['systemctl start laserd'],
      changes: true,
      confidence: 'unverified',
    })
    expect(records).toEqual([{ resolution: 'change-rollers', fact: 'prints-with-new-rollers' }])
  })

  test('fills in what is known, and leaves capitals where nobody knows', async () => {
    expect((await planFor(likely, { resource: 'my printer' })).steps.at(-1)!.run).toEqual(["rollers --change 'my printer'"])
    expect((await planFor(likely)).steps.at(-1)!.run).toEqual(['rollers --change RESOURCE'])
  })

  test('every step that changes something can be checked and undone', async () => {
    for (const step of (await planFor({ ...likely, drivers: ['laser'] })).steps)
      if (step.changes) expect([step.verify.length > 0, step.undo.length > 0], step.id).toEqual([true, true])
  })

  test('mends nothing on suspicion', async () => {
    const fix = baseOf({
      ...printers,
      'resolutions/change-rollers.yaml': printers['resolutions/change-rollers.yaml']!.replace('stage: prove', 'stage: fix').replace(
        /records.*\n/,
        '',
      ),
    })
    expect((await planFor({ 'paper-does-not-move': true }, {}, fix)).steps).toEqual([])
    expect((await planFor(likely, {}, fix)).steps.length).toBeGreaterThan(0)
  })

  test('a step that waits for an unknown fact is hidden by "when" and kept by "unless"', async () => {
    const own = (line: string) =>
      baseOf({ ...printers, 'resolutions/change-rollers.yaml': `title: T\nstage: prove\nsteps:\n  - { id: s, do: D, ${line} }\n` })
    expect((await planFor(likely, {}, own('when: page-is-blank'))).steps).toHaveLength(0)
    expect((await planFor(likely, {}, own('unless: page-is-blank'))).steps).toHaveLength(1)
    expect((await planFor({ ...likely, 'page-is-blank': true }, {}, own('unless: page-is-blank'))).steps).toHaveLength(0)
  })
})
