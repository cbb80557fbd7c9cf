import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerTo, fold, listAnswers, progress, replay, type SessionEvent } from '../../src/interview/session.ts'

const answer = (fact: string, value: boolean | null): SessionEvent => ({ kind: 'answer', fact, value })
const edit = (fact: string): SessionEvent => ({ kind: 'edit', fact })
const back: SessionEvent = { kind: 'back' }
const three = [answer('a', true), answer('b', false), answer('c', null)]

describe('replay', () => {
  test.each([
    { name: 'keeps answers in order', events: three, facts: 'a=true b=false c=null', again: undefined },
    { name: 'asks the last question again after back', events: [...three, back], facts: 'a=true b=false c=null', again: 'c' },
    { name: 'goes further back with every back', events: [...three, back, back], facts: 'a=true b=false c=null', again: 'b' },
    { name: 'does nothing on back before the first question', events: [back], facts: '', again: undefined },
    {
      name: 'stays at the first question however often back comes',
      events: [...three, back, back, back, back],
      facts: 'a=true b=false c=null',
      again: 'a',
    },
    {
      name: 'keeps later answers when an earlier one is changed',
      events: [...three, edit('a'), answer('a', false)],
      facts: 'a=false b=false c=null',
      again: undefined,
    },
    { name: 'keeps the old answer until the new one is given', events: [...three, edit('b')], facts: 'a=true b=false c=null', again: 'b' },
    {
      name: 'ignores an edit of something never answered',
      events: [...three, edit('z')],
      facts: 'a=true b=false c=null',
      again: undefined,
    },
    {
      name: 'takes an answer given twice as a change',
      events: [...three, answer('c', true)],
      facts: 'a=true b=false c=true',
      again: undefined,
    },
  ])('$name', ({ events, facts, again }) => {
    const session = replay(events)
    expect(session.answers.map(({ fact, value }) => `${fact}=${value}`).join(' ')).toBe(facts)
    expect(session.again).toBe(again)
  })

  test('no event ever loses an answered question', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('answer' as const), fact: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom(true, false, null) }),
      fc.record({ kind: fc.constant('edit' as const), fact: fc.constantFrom('a', 'b', 'c') }),
      fc.constant(back),
    )
    fc.assert(
      fc.property(fc.array(event), event, (events, last) => {
        const before = replay(events)
        const after = fold(before, last)
        expect(after.answers.slice(0, before.answers.length).map(({ fact }) => fact)).toEqual(before.answers.map(({ fact }) => fact))
      }),
    )
  })
})

test('an answer that nothing uses any more is marked, not dropped', () => {
  expect(listAnswers(replay(three), fact => fact !== 'b').map(({ fact, used }) => [fact, used])).toEqual([
    ['a', true],
    ['b', false],
    ['c', true],
  ])
})

test('nobody can tell differs from not answered', () => {
  expect([answerTo(replay(three), 'c'), answerTo(replay(three), 'z')]).toEqual([null, undefined])
})

test.each([
  { name: 'the next question', events: three, expected: { number: 4, remaining: 5 } },
  { name: 'a question asked again', events: [...three, edit('b')], expected: { number: 2, remaining: 6 } },
])('progress counts $name', ({ events, expected }) => {
  expect(progress(replay(events), 5)).toEqual(expected)
})
