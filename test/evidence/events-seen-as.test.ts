import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateSeenAs } from '../../src/evidence/events/seen-as.ts'
import type { LogEvent } from '../../src/evidence/model.ts'
import type { SeenOnce } from '../../src/kb/shapes.ts'
import { happened } from './events-kit.ts'

const seen = (seenAs: SeenOnce | SeenOnce[], events: LogEvent[]) => evaluateSeenAs(seenAs, events, ['n1', 'n2']).seen
const a = (at: number | undefined, more: Partial<LogEvent> = {}) => happened('a', at, more)
const b = (at: number | undefined, more: Partial<LogEvent> = {}) => happened('b', at, more)
const c = (at: number | undefined, more: Partial<LogEvent> = {}) => happened('c', at, more)
const minute = 60

interface Row {
  name: string
  as: SeenOnce | SeenOnce[]
  events: LogEvent[]
  expected: boolean
}
const rows = (title: string, list: Row[]) =>
  describe(title, () => {
    test.each(list)('$name', ({ as, events, expected }) => expect(seen(as, events)).toBe(expected))
  })

rows('one event', [
  { name: 'is seen', as: { event: 'a' }, events: [b(1), a(2)], expected: true },
  { name: 'is not seen', as: { event: 'a' }, events: [b(1)], expected: false },
  { name: 'needs no time', as: { event: 'a' }, events: [a(undefined)], expected: true },
  { name: 'of a list is enough', as: [{ event: 'c' }, { event: 'a' }], events: [a(1)], expected: true },
  { name: 'with a value', as: { event: 'a', where: { x: 1 } }, events: [a(1, { values: { x: '1' } })], expected: true },
  { name: 'with another value', as: { event: 'a', where: { x: 1 } }, events: [a(1, { values: { x: '2' } })], expected: false },
  { name: 'without the value', as: { event: 'a', where: { x: 1 } }, events: [a(1)], expected: false },
  { name: 'with one of the values', as: { event: 'a', where: { x: ['p', 'q'] } }, events: [a(1, { values: { x: 'q' } })], expected: true },
  { name: 'with all values', as: { event: 'a', where: { x: 'p', y: 'q' } }, events: [a(1, { values: { x: 'p' } })], expected: false },
  { name: 'on a node', as: { event: 'a', where: { node: 'n2' } }, events: [a(1, { node: 'n2.example.com' })], expected: true },
])

rows('a sequence that lasts', [
  {
    name: 'long enough is seen',
    as: { sequence: ['a', 'b'], 'at-least-minutes': 30 },
    events: [a(0), b(30 * minute)],
    expected: true,
  },
  {
    name: 'not as long is not seen',
    as: { sequence: ['a', 'b'], 'at-least-minutes': 30 },
    events: [a(0), b(29 * minute)],
    expected: false,
  },
  {
    name: 'is counted from the last beginning',
    as: { sequence: ['a', 'b'], 'at-least-minutes': 30 },
    events: [a(0), a(20 * minute), b(40 * minute)],
    expected: false,
  },
  {
    name: 'nobody knows how long is not seen',
    as: { sequence: ['a', 'b'], 'at-least-minutes': 30 },
    events: [a(undefined, { line: 1 }), b(undefined, { line: 2 })],
    expected: false,
  },
])

rows('events without a time', [
  { name: 'count by themselves', as: { event: 'a', undated: true, 'at-least': 2 }, events: [a(undefined), a(undefined)], expected: true },
  {
    name: 'do not count together with others',
    as: { event: 'a', undated: true, 'at-least': 2 },
    events: [a(1), a(undefined)],
    expected: false,
  },
])

const link = (at: number, node: string | undefined, host: string) => a(at, { node, values: { host } })
const bothEnds: SeenOnce = { event: 'a', distinct: 'host', 'at-least': 2, nodes: 2, 'within-minutes': 1 }
rows('what several nodes must tell', [
  { name: 'is not told by one about two others', as: bothEnds, events: [link(1, 'n1', '2'), link(1, 'n1', '3')], expected: false },
  { name: 'is told by two about each other', as: bothEnds, events: [link(1, 'n1', '2'), link(2, 'n2', '1')], expected: true },
  {
    name: 'is told by two names of which one has its domain',
    as: bothEnds,
    events: [link(1, 'n1', '2'), link(2, 'n1.acme.local', '3')],
    expected: false,
  },
  { name: 'is not told by two at different times', as: bothEnds, events: [link(1, 'n1', '2'), link(99, 'n2', '1')], expected: false },
  {
    name: 'is told when the second comes after more of the first',
    as: bothEnds,
    events: [link(1, 'n1', '2'), link(2, 'n1', '3'), link(3, 'n2', '1')],
    expected: true,
  },
  {
    name: 'is not told by those whose node nobody knows',
    as: bothEnds,
    events: [link(1, undefined, '2'), link(2, undefined, '1')],
    expected: false,
  },
  { name: 'needs nothing else to differ', as: { event: 'a', nodes: 2 }, events: [a(1), a(2, { node: 'n2' })], expected: true },
  { name: 'nor in a sequence', as: { sequence: ['a', 'b'], nodes: 2 }, events: [a(1), b(2, { node: 'n2' })], expected: true },
  { name: 'nor when one node tells all of it', as: { sequence: ['a', 'b'], nodes: 2 }, events: [a(1), b(2)], expected: false },
])

rows('several events', [
  { name: 'as many as needed', as: { event: 'a', 'at-least': 3 }, events: [a(1), a(2), a(99_999)], expected: true },
  { name: 'one too few', as: { event: 'a', 'at-least': 3 }, events: [a(1), a(2)], expected: false },
  { name: 'a repeated one counts', as: { event: 'a', 'at-least': 3 }, events: [a(1), a(2, { count: 2 })], expected: true },
  { name: 'without time count where there is no window', as: { event: 'a', 'at-least': 2 }, events: [a(1), a(undefined)], expected: true },
  { name: 'within the window', as: { event: 'a', 'at-least': 2, 'within-minutes': 10 }, events: [a(0), a(10 * minute)], expected: true },
  {
    name: 'just beyond the window',
    as: { event: 'a', 'at-least': 2, 'within-minutes': 10 },
    events: [a(0), a(10 * minute + 1)],
    expected: false,
  },
  {
    name: 'in a window that begins later',
    as: { event: 'a', 'at-least': 3, 'within-minutes': 1 },
    events: [a(0), a(100), a(150), a(160)],
    expected: true,
  },
  { name: 'without time are in no window', as: { event: 'a', 'within-minutes': 10 }, events: [a(undefined)], expected: false },
  {
    name: 'on two nodes are not of the same',
    as: { event: 'a', 'at-least': 2, same: 'node' },
    events: [a(1), a(2, { node: 'n2' })],
    expected: false,
  },
  {
    name: 'of one node are',
    as: { event: 'a', 'at-least': 2, same: 'node' },
    events: [a(1), b(2), a(3, { node: 'n1.x' })],
    expected: true,
  },
  {
    name: 'differ in one of the values that must be the same',
    as: { event: 'a', 'at-least': 2, same: ['node', 'x'] },
    events: [a(1, { values: { x: 'p' } }), a(2, { values: { x: 'q' } })],
    expected: false,
  },
])

const distinct: SeenOnce = { event: 'a', distinct: 'agent', 'at-least': 2, 'within-minutes': 10, same: 'node' }
rows('different values', [
  { name: 'are enough', as: distinct, events: [a(1, { values: { agent: 'p' } }), a(2, { values: { agent: 'q' } })], expected: true },
  {
    name: 'are not the same one twice',
    as: distinct,
    events: [a(1, { values: { agent: 'p' } }), a(2, { values: { agent: 'p' } })],
    expected: false,
  },
  {
    name: 'are too far apart',
    as: distinct,
    events: [a(1, { values: { agent: 'p' } }), a(700, { values: { agent: 'q' } })],
    expected: false,
  },
  {
    name: 'may be told by the name of a resource',
    as: distinct,
    events: [a(1, { values: { agent: 'p' } }), a(2, { values: { resource: 'r', 'agent-by-name': 'q' } })],
    expected: true,
  },
  {
    name: 'are not those of resources whose agents nobody knows',
    as: distinct,
    events: [a(1, { values: { agent: 'p' } }), a(2, { values: { resource: 'r' } }), a(3, { values: { resource: 's' } })],
    expected: false,
  },
  {
    name: 'of a clone are one',
    as: distinct,
    events: [a(1, { values: { resource: 'r:0' } }), a(2, { values: { resource: 'r:1' } })],
    expected: false,
  },
  {
    name: 'that are missing do not count',
    as: { ...distinct, distinct: 'x' },
    events: [a(1), a(2, { values: { x: 'p' } })],
    expected: false,
  },
  { name: 'may be nodes', as: { event: 'a', distinct: 'node', 'at-least': 2 }, events: [a(1), a(2, { node: 'n2' })], expected: true },
])

const ab: SeenOnce = { sequence: ['a', 'b'] }
rows('a sequence', [
  { name: 'in order', as: ab, events: [a(1), b(2)], expected: true },
  { name: 'in the wrong order', as: ab, events: [b(1), a(2)], expected: false },
  { name: 'with others in between', as: ab, events: [a(1), c(2), b(3)], expected: true },
  { name: 'within the window', as: { ...ab, 'within-minutes': 1 }, events: [a(0), b(60)], expected: true },
  { name: 'beyond the window', as: { ...ab, 'within-minutes': 1 }, events: [a(0), b(61)], expected: false },
  { name: 'from the latest beginning', as: { ...ab, 'within-minutes': 1 }, events: [a(0), a(50), b(61)], expected: true },
  { name: 'of one kind needs two events', as: { sequence: ['a', 'a'] }, events: [a(1)], expected: false },
  { name: 'of one kind', as: { sequence: ['a', 'a'] }, events: [a(1), a(2)], expected: true },
  { name: 'on one node', as: { ...ab, same: 'node' }, events: [a(1), b(2, { node: 'n2' })], expected: false },
  { name: 'with values', as: { sequence: [{ a: { x: 'p' } }, 'b'] }, events: [a(1, { values: { x: 'q' } }), b(2)], expected: false },
  { name: 'of three', as: { sequence: ['a', 'b', 'c'] }, events: [a(1), c(2), b(3), c(4)], expected: true },
  { name: 'in one second of different files', as: ab, events: [a(1, { file: 'z' }), b(1)], expected: true },
  { name: 'in one second of one file goes by lines', as: ab, events: [a(1, { line: 2 }), b(1, { line: 1 })], expected: false },
  { name: 'when one file tells no fractions', as: ab, events: [b(1, { file: 'x' }), a(1.5, { file: 'y' })], expected: true },
  { name: 'when both tell fractions', as: ab, events: [b(1.2, { file: 'x' }), a(1.5, { file: 'y' })], expected: false },
  { name: 'without times in one file', as: ab, events: [a(undefined, { line: 1 }), b(undefined, { line: 2 })], expected: true },
  {
    name: 'without times in two files',
    as: ab,
    events: [a(undefined, { line: 1 }), b(undefined, { line: 2, file: 'x' })],
    expected: false,
  },
  { name: 'twice', as: { ...ab, 'at-least': 2 }, events: [a(1), b(2), a(3), b(4)], expected: true },
  { name: 'not twice with one end', as: { ...ab, 'at-least': 2 }, events: [a(1), a(2), b(3)], expected: false },
])

rows('without', [
  { name: 'such an event', as: { event: 'a', without: 'b' }, events: [a(1)], expected: true },
  { name: 'but there is one at any time', as: { event: 'a', without: 'b' }, events: [a(1), b(99_999)], expected: false },
  { name: 'but there is one in the window', as: { event: 'a', without: 'b', 'within-minutes': 1 }, events: [b(0), a(60)], expected: false },
  {
    name: 'and the one that is there is far away',
    as: { event: 'a', without: 'b', 'within-minutes': 1 },
    events: [b(0), a(61)],
    expected: true,
  },
  {
    name: 'and another event has none near',
    as: { event: 'a', without: 'b', 'within-minutes': 1 },
    events: [a(0), b(10), a(900)],
    expected: true,
  },
  {
    name: 'any of several',
    as: { event: 'a', without: ['b', { c: { x: 'p' } }] },
    events: [a(1), c(2, { values: { x: 'p' } })],
    expected: false,
  },
  {
    name: 'but there is one that has no time',
    as: { event: 'a', without: 'b', 'within-minutes': 1 },
    events: [a(0), b(undefined)],
    expected: false,
  },
  { name: 'in a sequence', as: { ...ab, without: 'c', 'within-minutes': 5 }, events: [a(0), c(10), b(20)], expected: false },
])

rows('before', [
  { name: 'the first such event', as: { event: 'a', before: 'b' }, events: [a(1), b(2)], expected: true },
  { name: 'it, but it came first', as: { event: 'a', before: 'b' }, events: [b(1), a(2), b(3)], expected: false },
  { name: 'when there is none', as: { event: 'a', before: 'b' }, events: [a(1)], expected: true },
  {
    name: 'in the same second of another file is not told',
    as: { event: 'a', before: 'b' },
    events: [a(1, { file: 'x' }), b(1)],
    expected: false,
  },
  {
    name: 'in the same second goes by lines',
    as: { event: 'a', before: 'b' },
    events: [a(1, { line: 1 }), b(1, { line: 2 })],
    expected: true,
  },
  { name: 'in the same second after it', as: { event: 'a', before: 'b' }, events: [a(1, { line: 3 }), b(1, { line: 2 })], expected: false },
  { name: 'by fractions', as: { event: 'a', before: 'b' }, events: [a(1.2, { file: 'x' }), b(1.4)], expected: true },
  { name: 'when only one file tells fractions', as: { event: 'a', before: 'b' }, events: [a(1, { file: 'x' }), b(1.4)], expected: false },
  { name: 'cannot be told without a time', as: { event: 'a', before: 'b' }, events: [a(undefined), b(2)], expected: false },
  {
    name: 'without times in one file',
    as: { event: 'a', before: 'b' },
    events: [a(undefined, { line: 1 }), b(undefined, { line: 2 })],
    expected: true,
  },
  { name: 'counts only those before', as: { event: 'a', 'at-least': 2, before: 'b' }, events: [a(1), b(2), a(3)], expected: false },
])

const ignore = (more: object = {}): SeenOnce => ({ event: 'a', 'ignore-after': { event: 'b', seconds: 20, ...more } })
rows('ignore-after', [
  { name: 'leaves out what follows', as: ignore(), events: [b(0), a(20)], expected: false },
  { name: 'keeps what comes later', as: ignore(), events: [b(0), a(21)], expected: true },
  { name: 'keeps what was before', as: ignore(), events: [a(0), b(5)], expected: true },
  { name: 'looks at the nearest one', as: ignore(), events: [b(0), b(90), a(100)], expected: false },
  { name: 'leaves out what is in the same second', as: ignore(), events: [a(5, { file: 'x' }), b(5.6)], expected: false },
  { name: 'keeps what is before it in its file', as: ignore(), events: [a(5, { line: 1 }), b(5, { line: 2 })], expected: true },
  { name: 'keeps what was before by milliseconds', as: ignore(), events: [a(5.1, { file: 'x' }), b(5.6)], expected: true },
  { name: 'only on the same node', as: ignore({ same: 'node' }), events: [b(0), a(10, { node: 'n2' })], expected: true },
  { name: 'on the same node', as: ignore({ same: 'node' }), events: [b(0), a(10)], expected: false },
  { name: 'keeps what has no time', as: ignore(), events: [b(0), a(undefined)], expected: true },
  {
    name: 'after any of several',
    as: { event: 'a', 'ignore-after': { event: { b: {}, c: {} }, seconds: 20 } },
    events: [c(0), a(10)],
    expected: false,
  },
])

describe('witnesses', () => {
  test('are all events of the windows that show it, and no others', () => {
    const events = [a(0), a(1000), a(1010), a(1020), a(5000), a(9000), a(9010)]
    const result = evaluateSeenAs({ event: 'a', 'at-least': 2, 'within-minutes': 1 }, events, [])
    expect(result.events.map(({ at }) => at! / 1000)).toEqual([1000, 1010, 1020, 9000, 9010])
    expect(result.count).toBe(5)
  })

  test('are the members of the sequences', () => {
    const result = evaluateSeenAs(ab, [a(1), a(2), b(3), c(4), b(5)], [])
    expect(result.events.map(({ kind, at }) => `${kind}${at! / 1000}`)).toEqual(['a2', 'b3'])
    expect(result.count).toBe(1)
  })

  test('of several alternatives are told together', () => {
    const result = evaluateSeenAs([{ event: 'b' }, { event: 'a' }, { event: 'c' }, { event: 'a' }], [a(1, { count: 4 }), b(2)], [])
    expect([result.events.map(({ kind }) => kind), result.count]).toEqual([['a', 'b'], 5])
  })
})

describe('laws', () => {
  const event = fc.record({
    kind: fc.constantFrom('a', 'b', 'c'),
    at: fc.option(fc.nat(40), { nil: undefined }),
    node: fc.constantFrom('n1', 'n2'),
    count: fc.integer({ min: 1, max: 2 }),
    x: fc.constantFrom('p', 'q', undefined),
  })
  const list = fc
    .array(event, { maxLength: 14 })
    .map(records =>
      records.map(({ kind, at, node, count, x }, line) => happened(kind, at, { node, count, line, values: x === undefined ? {} : { x } })),
    )

  test('counting agrees with trying every window', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 4 }), fc.constantFrom(undefined, 'x'), fc.boolean(), (events, least, value, same) => {
        const once: SeenOnce = {
          event: 'a',
          'at-least': least,
          'within-minutes': 10 / 60,
          ...(value ? { distinct: value } : {}),
          ...(same ? { same: 'node' } : {}),
        }
        const size = (found: LogEvent[]) =>
          value ? new Set(found.flatMap(({ values }) => values.x ?? [])).size : found.reduce((sum, { count }) => sum + count, 0)
        const plain = events.some(
          first =>
            size(
              events.filter(
                ({ kind, at, node }) =>
                  kind === 'a' &&
                  at !== undefined &&
                  first.at !== undefined &&
                  at >= first.at &&
                  at <= first.at + 10_000 &&
                  (!same || node === first.node),
              ),
            ) >= least,
        )
        expect(seen(once, events)).toBe(plain)
      }),
      { numRuns: 500 },
    )
  })

  test('a sequence agrees with trying every combination', () => {
    fc.assert(
      fc.property(list, fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }), (events, seconds) => {
        // Times of one file run with its lines.
        const timed = events
          .filter(({ at }) => at !== undefined)
          .sort((m, n) => m.at! - n.at!)
          .map((one, line) => ({ ...one, line }))
        const kinds = ['a', 'b', 'a']
        const from = (step: number, at: number, start: number | undefined): boolean =>
          step === kinds.length ||
          timed.some(
            (one, i) =>
              i >= at &&
              one.kind === kinds[step] &&
              (seconds === undefined || one.at! - (start ?? one.at!) <= seconds * 1000) &&
              from(step + 1, i + 1, start ?? one.at!),
          )
        expect(seen({ sequence: ['a', 'b', 'a'], ...(seconds ? { 'within-minutes': seconds / 60 } : {}) }, timed)).toBe(
          from(0, 0, undefined),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('the order in which events are given does not matter', () => {
    const once: SeenOnce[] = [
      { sequence: ['a', 'b'], same: 'node', without: 'c', 'within-minutes': 0.2 },
      { event: 'a', distinct: 'x', 'at-least': 2, before: 'c' },
    ]
    fc.assert(
      fc.property(list, events => {
        expect(evaluateSeenAs(once, [...events].reverse(), [])).toEqual(evaluateSeenAs(once, events, []))
      }),
    )
  })

  test('a hundred thousand events are no matter of minutes', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => happened(i % 2 ? 'a' : 'b', i / 50, { values: { x: String(i % 7) }, line: i }))
    const found = seen(
      [
        { event: 'a', distinct: 'x', 'at-least': 8, 'within-minutes': 60, same: 'node' },
        { sequence: ['a', 'b', 'c'] },
        { event: 'a', 'ignore-after': { event: 'b', seconds: 3 } },
        { event: 'a', before: 'b', without: 'b', 'within-minutes': 1 },
      ],
      many,
    )
    expect(found).toBeDefined()
  })
})
