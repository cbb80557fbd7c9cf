import { describe, expect, test } from 'vitest'
import { joinedLedger } from '../../src/case/joined-ledger.ts'
import type { LedgerEntry } from '../../src/case/observation.ts'

const missing = (what: string): LedgerEntry => ({ what, why: 'not among the evidence', facts: [] })
const broken = (what: string): LedgerEntry => ({ what, why: 'It is cut off.', facts: [] })
const absent = (node: string): LedgerEntry => ({
  what: `everything of ${node}`,
  why: `the cluster has this node, but none of the files is from it; collect from ${node}, too`,
  facts: [],
})
const part = (node: string, ledger: readonly LedgerEntry[], path = `${node}/var/log/messages`) => ({
  ledger,
  evidence: [{ path, bytes: 1, digest: 'd' }],
  // The logs of one node speak of the others.
  nodes: ['a', 'b'],
})

test.each([
  { name: 'a node whose evidence came first is not missing', one: [absent('b')], two: [absent('a')], left: [] },
  { name: 'a third node stays missing', one: [absent('b'), absent('c')], two: [absent('a')], left: [absent('c')] },
  {
    name: 'what each node lacks is told of both',
    one: [absent('b'), missing('df of a')],
    two: [absent('a'), missing('df of b')],
    left: [missing('df of a, b')],
  },
  {
    name: 'what the second call brought of one node is told of the other only',
    one: [missing('df of a, b')],
    two: [missing('df of a')],
    left: [missing('df of a')],
  },
  { name: 'what no node is known of has come', one: [missing('a list of all processes, packages or services')], two: [], left: [] },
  { name: 'what the second call brought is there', one: [missing('the release')], two: [], left: [] },
  { name: 'what the first call brought is there', one: [], two: [missing('the release')], left: [] },
  {
    name: 'what neither brought is told once',
    one: [missing('the release')],
    two: [missing('the release')],
    left: [missing('the release')],
  },
  { name: 'what could not be read stays', one: [broken('a/x.gz')], two: [], left: [broken('a/x.gz')] },
  { name: 'until it is given again', one: [broken('b/x.gz')], two: [], left: [] },
])('evidence in two calls: $name', ({ one, two, left }) => expect(joinedLedger(part('a', one), part('b', two))).toEqual(left))

test('after none, that none was given is no longer told', () =>
  expect(
    joinedLedger({ ledger: [{ what: 'logs', why: 'no evidence was given', facts: [] }], evidence: [], nodes: [] }, part('a', [])),
  ).toEqual([]))

describe('logs of a node that left out what happened', () => {
  const logs = (what: string, why = 'they end before it'): LedgerEntry => ({ what: `logs of a ${what}`, why, facts: [] })
  const first = '2026-03-28T06:15:03'
  const later = '2026-03-28T09:30:00'
  const span = (from: string, to: string, node = 'a') => ({ node, from: `2026-03-28T${from}`, to: `2026-03-28T${to}` })
  const middle = logs(`after the beginning of what happened at ${first}`, 'they end in the middle of it; the node may have gone down then')

  test.each([
    { name: 'are not told as missing once they have come', entry: logs(`at ${first}`), spans: [span('06:00:00', '07:00:00')], left: false },
    {
      name: 'still are when those that came are of another time',
      entry: logs(`at ${first}`),
      spans: [span('07:00:00', '08:00:00')],
      left: true,
    },
    { name: 'or of another node', entry: logs(`at ${first}`), spans: [span('06:00:00', '07:00:00', 'b')], left: true },
    {
      name: 'or of nobody knows which',
      entry: logs(`at ${first}`),
      spans: [{ ...span('06:00:00', '07:00:00'), node: undefined }],
      left: true,
    },
    {
      name: 'of several times, have come when all of them have',
      entry: logs(`at ${first} and 1 more times`),
      spans: [span('06:00:00', '10:00:00')],
      left: false,
    },
    {
      name: 'have not when one of the times is still left out',
      entry: logs(`at ${first} and 1 more times`),
      spans: [span('06:00:00', '07:00:00')],
      left: true,
    },
    {
      name: 'have when two files together reach all of them',
      entry: logs(`at ${first} and 1 more times`),
      spans: [span('06:00:00', '07:00:00'), span('09:00:00', '10:00:00')],
      left: false,
    },
    { name: 'that ended in the middle of it go on', entry: middle, spans: [span('06:15:10', '10:00:00')], left: false },
    {
      name: 'that ended in the middle of it do not go on with older ones',
      entry: middle,
      spans: [span('01:00:00', '06:15:10')],
      left: true,
    },
    { name: 'in another zone are compared by it', entry: logs(`at ${first}+02:00`), spans: [span('04:00:00', '05:00:00')], left: false },
    { name: 'that say nothing of their time reach nothing', entry: logs(`at ${first}`), spans: [{ node: 'a' }], left: true },
  ])('$name', ({ entry, spans, left }) =>
    expect(joinedLedger(part('a', [entry]), part('a', [], 'more/messages'), { spans, witnesses: [first, later] })).toEqual(
      left ? [entry] : [],
    ),
  )
})
