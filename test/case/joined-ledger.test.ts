import { expect, test } from 'vitest'
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
