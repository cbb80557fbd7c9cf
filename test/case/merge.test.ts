import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeObservations } from '../../src/case/merge.ts'
import type { Observation } from '../../src/case/observation.ts'
import type { FactValue } from '../../src/kb/model.ts'
import { baseOf, printers } from '../small-base.ts'

const kb = baseOf({ ...printers, 'facts/firmware.yaml': 'title: Firmware\ntype: version\nread-as: version.firmware\n' })
const seen = (fact: string, value: FactValue, node?: string): Observation => ({
  fact,
  state: 'known',
  value,
  origin: { kind: 'log', ...(node ? { node } : {}) },
})
const blind = (fact: string, node: string): Observation => ({ fact, state: 'not-run', origin: { kind: 'log', node } })
const told = (fact: string, value: FactValue): Observation => ({ fact, state: 'known', value, origin: { kind: 'answer' } })
const given = (fact: string, value: FactValue): Observation => ({ fact, state: 'known', value, origin: { kind: 'given' } })
const cannotTell = (fact: string): Observation => ({ fact, state: 'unknown', origin: { kind: 'answer' } })

const rows: readonly { name: string; fact: string; list: Observation[]; state: string; value?: FactValue; contradictions?: number }[] = [
  {
    name: 'a symptom on one node is a symptom of the cluster',
    fact: 'page-is-blank',
    list: [seen('page-is-blank', true, 'a'), seen('page-is-blank', false, 'b')],
    state: 'known',
    value: true,
  },
  {
    name: 'absent on every node that was read is no',
    fact: 'page-is-blank',
    list: [seen('page-is-blank', false, 'a'), seen('page-is-blank', false, 'b')],
    state: 'known',
    value: false,
  },
  {
    name: 'absent on one node and the other not read is not no',
    fact: 'page-is-blank',
    list: [seen('page-is-blank', false, 'a'), blind('page-is-blank', 'b')],
    state: 'not-run',
  },
  {
    name: 'seen on one node counts though the other was not read',
    fact: 'page-is-blank',
    list: [seen('page-is-blank', true, 'a'), blind('page-is-blank', 'b')],
    state: 'known',
    value: true,
  },
  {
    name: 'lists of nodes become one list',
    fact: 'drivers',
    list: [seen('drivers', ['laser'], 'a'), seen('drivers', [], 'b')],
    state: 'known',
    value: ['laser'],
  },
  {
    name: 'an empty list and an unread node is not "none"',
    fact: 'drivers',
    list: [seen('drivers', [], 'a'), blind('drivers', 'b')],
    state: 'not-run',
  },
  {
    name: 'the largest number counts',
    fact: 'pages-printed',
    list: [seen('pages-printed', 3, 'a'), seen('pages-printed', 10, 'b')],
    state: 'known',
    value: 10,
  },
  {
    name: 'nodes that differ are shown, and the lower version is taken',
    fact: 'firmware',
    list: [seen('firmware', '2.1.10', 'a'), seen('firmware', '2.1.9', 'b')],
    state: 'known',
    value: '2.1.9',
    contradictions: 1,
  },
  {
    name: 'evidence wins over memory, and both are shown',
    fact: 'page-is-blank',
    list: [told('page-is-blank', false), seen('page-is-blank', true)],
    state: 'known',
    value: true,
    contradictions: 1,
  },
  {
    name: 'a longer list told by a person is no contradiction',
    fact: 'drivers',
    list: [told('drivers', ['laser']), seen('drivers', [], 'a')],
    state: 'known',
    value: ['laser'],
  },
  {
    name: 'the last answer counts',
    fact: 'page-is-blank',
    list: [told('page-is-blank', true), told('page-is-blank', false)],
    state: 'known',
    value: false,
  },
  {
    name: 'an answer wins over a file of facts, and both are shown',
    fact: 'page-is-blank',
    list: [given('page-is-blank', true), told('page-is-blank', false)],
    state: 'known',
    value: false,
    contradictions: 1,
  },
  {
    name: 'an answer that says what the file of facts says is no contradiction',
    fact: 'drivers',
    list: [given('drivers', ['laser']), told('drivers', ['laser'])],
    state: 'known',
    value: ['laser'],
  },
  {
    name: 'a file of facts and an answer that differ are told beside evidence',
    fact: 'pages-printed',
    list: [given('pages-printed', 1), told('pages-printed', 2), seen('pages-printed', 3, 'a')],
    state: 'known',
    value: 3,
    contradictions: 2,
  },
  { name: 'nobody can tell is not no', fact: 'page-is-blank', list: [cannotTell('page-is-blank')], state: 'unknown' },
  {
    name: 'evidence knows what nobody could tell',
    fact: 'page-is-blank',
    list: [cannotTell('page-is-blank'), seen('page-is-blank', true)],
    state: 'known',
    value: true,
  },
]

describe('merging', () => {
  test.each(rows)('$name', ({ fact, list, state, value, contradictions = 0 }) => {
    const merged = mergeObservations(kb, list)
    expect(merged.facts.get(fact)?.state).toBe(state)
    expect(merged.facts.get(fact)?.value).toEqual(value)
    expect(merged.contradictions).toHaveLength(contradictions)
  })

  test('what the user chose settles a contradiction', () => {
    const list = [told('page-is-blank', false), seen('page-is-blank', true)]
    const merged = mergeObservations(kb, list, new Map([['page-is-blank', false]]))
    expect(merged.facts.get('page-is-blank')?.value).toBe(false)
    expect(merged.contradictions[0]?.claims).toHaveLength(2)
  })

  test('the order in which nodes were read does not matter', () => {
    const observation = fc.oneof(
      fc.record({ fact: fc.constant('page-is-blank'), value: fc.boolean(), node: fc.constantFrom('a', 'b') }),
      fc.record({ fact: fc.constant('pages-printed'), value: fc.nat(9), node: fc.constantFrom('a', 'b') }),
      fc.record({ fact: fc.constant('drivers'), value: fc.constantFrom([], ['laser']), node: fc.constantFrom('a', 'b') }),
    )
    fc.assert(
      fc.property(
        fc
          .array(observation, { maxLength: 8 })
          .chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const merge = (order: typeof list) =>
            [
              ...mergeObservations(
                kb,
                order.map(({ fact, value, node }) => seen(fact, value, node)),
              ).facts,
            ]
              .map(([id, { state, value }]) => [id, state, value])
              .sort()
          expect(merge(shuffled)).toEqual(merge(list))
        },
      ),
    )
  })
})

test('a node whose list is empty is no witness of what another one has', () => {
  const nodesOf = (list: Observation[]) => {
    const state = mergeObservations(kb, list).facts.get('drivers')
    return state?.origins.map(({ node }) => node)
  }
  expect(nodesOf([seen('drivers', ['laser'], 'a'), seen('drivers', [], 'b')])).toEqual(['a'])
  expect(nodesOf([seen('drivers', [], 'a'), seen('drivers', [], 'b')])).toEqual(['a', 'b'])
})
