import { describe, expect, test } from 'vitest'
import type { Example } from '../../../src/workshop/finding.ts'
import { pages } from '../../../src/workshop/verify/pages.ts'
import { verifyBase } from '../../../src/workshop/verify/verify.ts'
import { baseOf } from '../../small-base.ts'
import { exampleBase } from '../example-base.ts'

const over = (example: Example) =>
  Object.fromEntries(Object.entries({ ...exampleBase, ...example }).filter((entry): entry is [string, string] => entry[1] !== null))
const codesOf = (example: Example) => verifyBase(baseOf(over(example))).map(({ code }) => code)

describe('pages', () => {
  test('the example base has nothing to complain about', () => {
    expect(verifyBase(baseOf(exampleBase))).toEqual([])
  })

  test.each(Object.keys(pages))('the failing example of %s gives that finding and no other', code => {
    expect(codesOf(pages[code]!.failing)).toEqual([code])
  })

  test.each(Object.keys(pages))('the passing example of %s gives none', code => {
    expect(codesOf(pages[code]!.passing)).toEqual([])
  })
})
