import { expect, test } from 'vitest'
import { spotsOf } from '../../src/evidence/readers/reader.ts'
import { cellsIn } from '../../src/evidence/told/tables.ts'

const table = (head: string, cell: string) =>
  `Times on abc1:\n\n| clock | command | ${head} |\n|---|---|---|\n| 06:10 | \`pcs status\` | ${cell} |\n`
const secondsIn = (text: string) => cellsIn(spotsOf(text), () => true).map(({ seconds }) => seconds)

test.each([
  ['0m44', 44],
  ['2m05', 125],
  ['1:14', 74],
  ['74s', 74],
  ['1m 14s', 74],
  ['2\'05"', 125],
])('behind the time of the day, %s is how long a command took', (cell, seconds) =>
  expect(secondsIn(table('wall time', cell))).toEqual([seconds]),
)

test.each([
  ['a limit', 'time-out', '0m44'],
  ['when it began', 'started', '1:14'],
  ['a time of the day', 'time', '11:14'],
])('%s is no measure', (_, head, cell) => expect(secondsIn(table(head, cell))).toEqual([]))
