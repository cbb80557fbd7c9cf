import { describe, expect, test } from 'vitest'
import { rangeOf, withinRange } from '../../src/kb/value.ts'

describe('what a number can be', () => {
  test.each([
    { name: 'nothing is said', range: {}, words: undefined, kept: [-5, 6, 8, 99] },
    { name: 'the least', range: { min: 7 }, words: '7 or more', kept: [7, 8, 99] },
    { name: 'the most', range: { max: 9 }, words: '9 or less', kept: [-5, 6, 8, 9] },
    { name: 'both', range: { min: 7, max: 9 }, words: 'from 7 to 9', kept: [7, 8, 9] },
  ])('$name', ({ range, words, kept }) => {
    expect(rangeOf(range)).toBe(words)
    expect(withinRange([-5, 6, 8, 99], range)).toEqual(kept)
  })
})
