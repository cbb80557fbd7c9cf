import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/case/observation.ts'
import { bandOf } from '../../src/diagnosis/bands.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { FactValue } from '../../src/kb/model.ts'
import { baseOf, printers } from '../small-base.ts'

const weight = { points: 0, groupsFor: 0, holding: 1, confirmed: false, ruledOut: false }

describe('bands', () => {
  test.each([
    { name: 'ten points from two groups are likely', given: { points: 10, groupsFor: 2 }, band: 'likely' },
    { name: 'nine points are only possible', given: { points: 9, groupsFor: 2 }, band: 'possible' },
    { name: 'one group alone is never likely', given: { points: 30, groupsFor: 1 }, band: 'possible' },
    { name: 'points alone never confirm', given: { points: 300, groupsFor: 9 }, band: 'likely' },
    { name: 'minus five is possible', given: { points: -5 }, band: 'possible' },
    { name: 'minus six is unlikely', given: { points: -6 }, band: 'unlikely' },
    { name: 'no rule that holds leaves it open', given: { points: -20, holding: 0 }, band: 'open' },
    { name: 'a test confirms against all points', given: { points: -20, confirmed: true }, band: 'confirmed' },
    { name: 'a test rules out against all points', given: { points: 30, groupsFor: 3, ruledOut: true }, band: 'ruled-out' },
    { name: 'tests that disagree decide nothing', given: { points: 30, groupsFor: 3, confirmed: true, ruledOut: true }, band: 'possible' },
  ])('$name', ({ given, band }) => {
    expect(bandOf({ ...weight, ...given })).toBe(band)
  })
})

const kb = baseOf({
  ...printers,
  'hypotheses/worn-rollers.yaml': printers['hypotheses/worn-rollers.yaml']!.replace(
    'rules:\n',
    'rules:\n  - { id: slips, when: paper-does-not-move, points: 5, group: movement, because: Slips. }\n',
  ),
})
const given = (facts: Record<string, FactValue>): Observation[] =>
  Object.entries(facts).map(([fact, value]) => ({ fact, state: 'known', value, origin: { kind: 'given' } }))
const weigh = async (facts: Record<string, FactValue>) =>
  (await diagnose(kb, { observations: given(facts), ledger: [], warnings: [] })).diagnosis

describe('diagnosis', () => {
  test('correlated rules count once, and the explanation says which', async () => {
    const { hypotheses } = await weigh({ 'paper-does-not-move': true, 'pages-printed': 20000 })
    const worn = hypotheses.find(({ id }) => id === 'worn-rollers')!
    expect(worn.points).toBe(-5 + 8 + 9)
    expect(worn.band).toBe('likely')
    expect(worn.for.map(({ rule, counts }) => [rule, counts])).toEqual([
      ['worn-rollers/worn', true],
      ['worn-rollers/no-movement', true],
      ['worn-rollers/slips', false],
    ])
  })

  test('what json-rules-engine saw is in the reasons', async () => {
    const { hypotheses } = await weigh({ 'paper-does-not-move': true })
    expect(hypotheses.find(({ id }) => id === 'worn-rollers')!.for[0]!.saw).toEqual([
      { fact: 'paper-does-not-move', operator: 'is', wanted: true, value: true, held: true },
    ])
  })

  test('open rules say what they wait for', async () => {
    const { hypotheses } = await weigh({})
    expect(hypotheses.every(({ band }) => band === 'open')).toBe(true)
    expect(hypotheses.find(({ id }) => id === 'no-ink')!.open.map(({ needs }) => needs)).toEqual(
      [['page-is-blank'], ['paper-does-not-move'], ['paper-does-not-move']].sort(),
    )
  })

  test('only the test confirms', async () => {
    const { hypotheses, concluded } = await weigh({ 'prints-with-new-rollers': 'prints' })
    expect(hypotheses[0]).toMatchObject({ id: 'worn-rollers', band: 'confirmed' })
    expect(concluded).toBe(true)
  })

  test('a ledger entry names the rules it leaves open', async () => {
    const { diagnosis } = await diagnose(kb, {
      observations: [],
      ledger: [{ what: 'logs', why: 'none', facts: ['page-is-blank'] }],
      warnings: [],
    })
    expect(diagnosis.notExamined).toEqual([{ what: 'logs', why: 'none', matters: ['no-ink/blank'] }])
  })
})
