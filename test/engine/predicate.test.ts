import { describe, expect, test } from 'vitest'
import { testHolds } from '../../src/engine/predicate.ts'
import type { TestType } from '../../src/kb/condition.ts'
import type { FactValue } from '../../src/kb/model.ts'
import type { OperatorWord } from '../../src/kb/vocabulary.ts'

const rows: readonly [name: string, type: TestType, value: FactValue, operator: OperatorWord, wanted: FactValue, holds: boolean][] = [
  ['yes is yes', 'yes-no', true, 'is', true, true],
  ['no is not yes', 'yes-no', false, 'is', true, false],
  ['no is-not yes', 'yes-no', false, 'is-not', true, true],
  ['yes is-not yes fails', 'yes-no', true, 'is-not', true, false],
  ['120 is not more than 120', 'number', 120, 'more-than', 120, false],
  ['121 is more than 120', 'number', 121, 'more-than', 120, true],
  ['120 is at least 120', 'number', 120, 'at-least', 120, true],
  ['119 is less than 120', 'number', 119, 'less-than', 120, true],
  ['120 is not less than 120', 'number', 120, 'less-than', 120, false],
  ['120 is at most 120', 'number', 120, 'at-most', 120, true],
  ['8 is one of 7 and 8', 'number', 8, 'one-of', [7, 8], true],
  ['9 is none of 7 and 8', 'number', 9, 'none-of', [7, 8], true],
  ['8 is none of 7 and 8 fails', 'number', 8, 'none-of', [7, 8], false],
  ['2.1.10 is newer than 2.1.9', 'version', '2.1.10', 'more-than', '2.1.9', true],
  ['a build suffix does not count', 'version', '2.1.9-5.el9', 'is', '2.1.9', true],
  ['2.1 is 2.1.0', 'version', '2.1', 'is', '2.1.0', true],
  ['a list includes its item', 'list', ['a', 'b'], 'includes', 'b', true],
  ['a list excludes what it has not', 'list', ['a'], 'excludes', 'b', true],
  ['a list excludes its item fails', 'list', ['a'], 'excludes', 'a', false],
  ['an empty list is the empty list', 'list', [], 'is', [], true],
  ['lists are the same in any order', 'list', ['a', 'b'], 'is', ['b', 'a'], true],
  ['no substring of a text counts', 'text', 'rhel7', 'one-of', ['rhel7,rhel8'], false],
  ['likely is at least possible', 'band', 'likely', 'at-least', 'possible', true],
  ['unlikely is not at least possible', 'band', 'unlikely', 'at-least', 'possible', false],
  ['what is known is known', 'number', 0, 'known', true, true],
]

describe('operators', () => {
  test.each(rows)('%s', (_, type, value, operator, wanted, holds) => {
    expect(testHolds({ type, operator, value: wanted }, value)).toBe(holds)
  })
})
