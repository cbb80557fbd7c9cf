import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { truthOfCondition } from '../../src/engine/evaluate.ts'
import { confirm } from '../../src/engine/json-rules.ts'
import { testHolds } from '../../src/engine/predicate.ts'
import { compileIndex, type IndexedRule } from '../../src/engine/rule-index.ts'
import { createSession } from '../../src/engine/session.ts'
import type { Condition, Test } from '../../src/kb/condition.ts'
import type { FactValue } from '../../src/kb/model.ts'

// Facts b0..b3 are yes-no, n0 a number, c0 a choice, l0 a list, v0 a version.
const leaf: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    kind: fc.constant('test' as const),
    fact: fc.constantFrom('b0', 'b1', 'b2', 'b3'),
    type: fc.constant('yes-no' as const),
    operator: fc.constantFrom('is', 'is-not', 'known'),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('test' as const),
    fact: fc.constant('n0'),
    type: fc.constant('number' as const),
    operator: fc.constantFrom('is', 'is-not', 'more-than', 'less-than', 'at-least', 'at-most'),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('test' as const),
    fact: fc.constant('c0'),
    type: fc.constant('choice' as const),
    operator: fc.constantFrom('one-of', 'none-of'),
    value: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('test' as const),
    fact: fc.constant('l0'),
    type: fc.constant('list' as const),
    operator: fc.constantFrom('includes', 'excludes'),
    value: fc.constantFrom('p', 'q'),
  }),
  fc.record({
    kind: fc.constant('test' as const),
    fact: fc.constant('v0'),
    type: fc.constant('version' as const),
    operator: fc.constantFrom('at-least', 'less-than'),
    value: fc.constantFrom('2.1.9', '2.1.10'),
  }),
)
const { condition } = fc.letrec<{ condition: Condition }>(tie => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
  ),
}))
const facts: fc.Arbitrary<[string, FactValue][]> = fc
  .record(
    {
      b0: fc.boolean(),
      b1: fc.boolean(),
      b2: fc.boolean(),
      b3: fc.boolean(),
      n0: fc.integer({ min: 0, max: 3 }),
      c0: fc.constantFrom('x', 'y', 'z'),
      l0: fc.subarray(['p', 'q']),
      v0: fc.constantFrom('2.1.9', '2.1.10', '2.1.9-5.el9'),
    },
    { requiredKeys: [] },
  )
  .map(record => Object.entries(record) as [string, FactValue][])
const domains: Record<string, FactValue[]> = {
  b0: [true, false],
  b1: [true, false],
  b2: [true, false],
  b3: [true, false],
  n0: [-1, 0, 1, 2, 3, 4],
  c0: ['x', 'y', 'z', 'w'],
  l0: [[], ['p'], ['q'], ['p', 'q']],
  v0: ['2.1.9', '2.1.10', '1.0'],
}
const rules = fc
  .array(condition, { minLength: 1, maxLength: 6 })
  .map(list => list.map((item, i): IndexedRule => ({ id: `r${i}`, condition: item })))

function sessionWith(list: readonly IndexedRule[], known: readonly [string, FactValue][]) {
  const session = createSession(compileIndex(list))
  for (const [fact, value] of known) session.set(fact, value)
  return session
}

/** Kleene's rules written down a second time, by the definition. */
function oracle(tested: Condition, known: ReadonlyMap<string, FactValue>): boolean | undefined {
  switch (tested.kind) {
    case 'test': {
      const value = known.get(tested.fact)
      return value === undefined ? undefined : testHolds(tested, value)
    }
    case 'not': {
      const inner = oracle(tested.of, known)
      return inner === undefined ? undefined : !inner
    }
    default: {
      const inner = tested.of.map(part => oracle(part, known))
      const decisive = tested.kind === 'any'
      return inner.includes(decisive) ? decisive : inner.includes(undefined) ? undefined : !decisive
    }
  }
}
const asState = (truth: boolean | undefined) => (truth === undefined ? 'open' : truth ? 'holds' : 'fails')

describe('three-valued outcomes', () => {
  test('the index equals strong Kleene logic by its definition', () => {
    fc.assert(
      fc.property(rules, facts, (list, known) => {
        const session = sessionWith(list, known)
        for (const { id, condition: own } of list) {
          expect(session.outcome(id).state).toBe(asState(oracle(own, new Map(known))))
          expect(truthOfCondition(own, session.value)).toBe({ holds: 1, open: 0, fails: -1 }[session.outcome(id).state])
        }
      }),
    )
  })

  test('more knowledge never turns holds into fails or back', () => {
    fc.assert(
      fc.property(rules, facts, facts, (list, first, more) => {
        const session = sessionWith(list, first)
        const before = list.map(({ id }) => session.outcome(id).state)
        for (const [fact, value] of more) if (session.value(fact) === undefined) session.set(fact, value)
        list.forEach(({ id }, i) => {
          if (before[i] !== 'open') expect(session.outcome(id).state).toBe(before[i])
        })
      }),
    )
  })

  test('the order of facts does not matter', () => {
    fc.assert(
      fc.property(
        rules,
        facts.chain(known => fc.tuple(fc.constant(known), fc.shuffledSubarray(known, { minLength: known.length }))),
        (list, [known, shuffled]) => {
          const outcomes = (order: typeof known) => list.map(({ id }) => sessionWith(list, order).outcome(id))
          expect(outcomes(shuffled)).toEqual(outcomes(known))
        },
      ),
    )
  })

  test('answers changed and taken back equal a fresh start', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(domains)), fc.nat(5))
    fc.assert(
      fc.property(rules, fc.array(step, { maxLength: 20 }), (list, steps) => {
        const session = createSession(compileIndex(list))
        const known = new Map<string, FactValue>()
        for (const [fact, choice] of steps) {
          const value = domains[fact]![choice]
          session.set(fact, value)
          if (value === undefined) known.delete(fact)
          else known.set(fact, value)
        }
        const fresh = sessionWith(list, [...known])
        const atOnce = createSession(compileIndex(list), known)
        for (const { id } of list) {
          expect(session.outcome(id)).toEqual(fresh.outcome(id))
          expect(atOnce.outcome(id)).toEqual(fresh.outcome(id))
        }
      }),
    )
  })

  test('an open rule waits only for facts that are not known, and for at least one', () => {
    fc.assert(
      fc.property(rules, facts, (list, known) => {
        const session = sessionWith(list, known)
        for (const { id } of list) {
          const outcome = session.outcome(id)
          if (outcome.state !== 'open') continue
          expect(outcome.needs.length).toBeGreaterThan(0)
          for (const fact of outcome.needs) expect(session.value(fact)).toBeUndefined()
        }
      }),
    )
  })
})

describe('json-rules-engine', () => {
  test('confirms every rule that the index settles as holding', async () => {
    await fc.assert(
      fc.asyncProperty(rules, facts, async (list, known) => {
        const session = sessionWith(list, known)
        const holding = list.filter(({ id }) => session.outcome(id).state === 'holds')
        expect((await confirm(holding, session.value)).map(({ rule }) => rule)).toEqual(holding.map(({ id }) => id))
      }),
    )
  })

  test('refuses every rule that the index settles as failing', async () => {
    await fc.assert(
      fc.asyncProperty(rules, facts, async (list, known) => {
        const session = sessionWith(list, known)
        for (const rule of list.filter(({ id }) => session.outcome(id).state === 'fails'))
          await expect(confirm([rule], session.value)).rejects.toThrow('does not confirm')
      }),
    )
  })

  test('says what it saw', async () => {
    const rule: IndexedRule = {
      id: 'r',
      condition: { kind: 'all', of: [{ kind: 'test', fact: 'n', type: 'number', operator: 'more-than', value: 2 }] },
    }
    expect(await confirm([rule], () => 3)).toEqual([
      { rule: 'r', leaves: [{ fact: 'n', operator: 'more-than', wanted: 2, value: 3, held: true }] },
    ])
  })
})

describe('derived facts', () => {
  const yes = (fact: string): Condition => ({ kind: 'test', fact, type: 'yes-no', operator: 'is', value: true })
  const chain: IndexedRule[] = [
    { id: 'b', condition: yes('a'), derives: { fact: 'b', value: true } },
    { id: 'c', condition: { kind: 'not', of: { kind: 'not', of: yes('b') } }, derives: { fact: 'c', value: true } },
    { id: 'r', condition: yes('c') },
  ]
  test('chain through each other and are taken back with their ground', () => {
    const session = createSession(compileIndex(chain))
    expect(session.outcome('r')).toEqual({ state: 'open', needs: ['c'] })
    session.set('a', true)
    expect(session.outcome('r').state).toBe('holds')
    expect(session.derivedBy('c')).toBe('c')
    session.set('a', undefined)
    expect(session.outcome('r').state).toBe('open')
  })
  test('wait while an earlier derivation could say otherwise', () => {
    const session = createSession(
      compileIndex([
        { id: 'first', condition: yes('a'), derives: { fact: 'x', value: 'one' } },
        { id: 'second', condition: yes('b'), derives: { fact: 'x', value: 'two' } },
      ]),
    )
    session.set('b', true)
    expect(session.value('x')).toBeUndefined()
    session.set('a', false)
    expect(session.value('x')).toBe('two')
  })
  test('are the same when all is known from the start', () => {
    const session = createSession(compileIndex([...chain].reverse()), new Map([['a', true]]))
    expect([session.value('b'), session.value('c'), session.outcome('r').state]).toEqual([true, true, 'holds'])
  })
  test('give way to what was observed', () => {
    const session = createSession(compileIndex(chain))
    session.set('a', true)
    session.set('b', false)
    expect(session.value('b')).toBe(false)
    expect(session.outcome('r').state).not.toBe('holds')
  })
})
