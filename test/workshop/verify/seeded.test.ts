import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/workshop/finding.ts'
import { pages } from '../../../src/workshop/verify/pages.ts'
import { verifyBase } from '../../../src/workshop/verify/verify.ts'
import { baseOf } from '../../small-base.ts'
import { exampleBase } from '../example-base.ts'
import { seeds } from './seeded-base.ts'

const shown = ({ code, at }: Finding) => `${code} ${at.folder}/${at.id} ${at.path.join('.')}`

describe('a seeded base', () => {
  test.each(seeds)('with $kind gives exactly that finding', ({ files, found }) => {
    expect(verifyBase(baseOf({ ...exampleBase, ...files })).map(shown)).toEqual([found])
  })

  test('with all defects at once gives each of them and nothing else', () => {
    const all = Object.assign({}, exampleBase, ...seeds.map(({ files }) => files))
    expect(verifyBase(baseOf(all)).map(shown).toSorted()).toEqual(seeds.map(({ found }) => found).toSorted())
  })

  test('every kind has a seed', () => {
    expect([...new Set(seeds.map(({ found }) => found.split(' ')[0]!))].toSorted()).toEqual(Object.keys(pages).toSorted())
  })

  test('every finding comes with something to try, and says how sure it is', () => {
    const all = Object.assign({}, exampleBase, ...seeds.map(({ files }) => files))
    for (const { code, counterExample, exactness } of verifyBase(baseOf(all))) {
      expect(Object.keys(counterExample ?? {})).not.toEqual([])
      if (code.startsWith('rule-')) expect(Object.keys(counterExample?.facts ?? {})).not.toEqual([])
      expect(exactness).toMatch(/^(?:exact|sampled: \d+ of .+ combinations)$/)
    }
  })
})
