import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Case, readCase, writeCase } from '../../src/case/case-file.ts'
import { dropSecrets } from '../../src/case/secrets.ts'
import { baseOf, printers } from '../small-base.ts'

const kb = baseOf()
const empty: Case = {
  kb: { id: 'printers', version: '1.0.0', digest: kb.kb.digest },
  evidence: [],
  nodes: [],
  answers: [],
  observations: [],
  ledger: [],
  warnings: [],
}

describe('the case file', () => {
  test('what is written is read back', () => {
    const answer = fc.oneof(
      fc.record({ fact: fc.constant('page-is-blank'), value: fc.option(fc.boolean()) }),
      fc.record({ fact: fc.constant('pages-printed'), value: fc.option(fc.integer()) }),
      fc.record({ fact: fc.constant('drivers'), value: fc.constantFrom(null, [], ['laser']) }),
    )
    const observation = fc.record({
      fact: fc.constant('page-is-blank'),
      state: fc.constant('known' as const),
      value: fc.boolean(),
      origin: fc.record({ kind: fc.constant('log' as const), file: fc.string(), line: fc.nat(), text: fc.string().map(dropSecrets) }),
    })
    fc.assert(
      fc.property(
        fc.array(answer),
        fc.array(observation, { maxLength: 3 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (answers, observations, nodes) => {
          const value: Case = { ...empty, answers, observations, nodes }
          expect(readCase(writeCase(value), kb)).toEqual({ value, notes: [] })
        },
      ),
    )
  })

  test('an answer to a fact that was renamed is kept under the new name', () => {
    const old = writeCase({ ...empty, answers: [{ fact: 'blank', value: true }], kb: { ...empty.kb, digest: 'sha256:older' } })
    const newer = baseOf({ ...printers, 'symptoms/page-is-blank.yaml': `${printers['symptoms/page-is-blank.yaml']}was: [blank]\n` })
    const read = readCase(old, newer)
    expect('value' in read && read.value.answers).toEqual([{ fact: 'page-is-blank', value: true }])
    expect('notes' in read && read.notes.join()).toContain('"blank" is now called "page-is-blank"')
  })

  test.each([
    {
      name: 'a case whose base is not told says so',
      own: {},
      note: 'the case does not say which knowledge base it was made with; printers 1.0.0 is used now',
    },
    {
      name: 'so does one whose base is a list',
      own: { id: ['x'], version: null },
      note: 'the case does not say which knowledge base it was made with; printers 1.0.0 is used now',
    },
    {
      name: 'one of an older base names both',
      own: { id: 'printers', version: '0.9.0', digest: 'x' },
      note: 'the case was made with knowledge base printers 0.9.0; printers 1.0.0 is used now',
    },
    {
      name: 'one whose base was edited since names it once',
      own: { id: 'printers', version: '1.0.0', digest: 'x' },
      note: 'the case was made with knowledge base printers 1.0.0; its files have changed since',
    },
  ])('$name', ({ own, note }) => {
    const read = readCase(writeCase({ ...empty, kb: own as unknown as Case['kb'] }), kb)
    expect('notes' in read && read.notes).toEqual([note])
  })

  test('an answer to a fact that is gone is named and left out', () => {
    const read = readCase(writeCase({ ...empty, answers: [{ fact: 'colour', value: true }] }), kb)
    expect('value' in read && read.value.answers).toEqual([])
    expect('notes' in read && read.notes.join()).toContain('"colour" is no longer known')
  })

  test.each([
    { name: 'no YAML', text: 'a: [', says: 'not readable YAML' },
    { name: 'another document', text: 'hello: world', says: 'not a case' },
    { name: 'a case cut short', text: 'schema: avert/case@1\nkb: {}\nanswers: []\n', says: 'missing' },
    { name: 'nothing', text: '', says: 'not a case' },
  ])('$name is refused with a sentence', ({ text, says }) => {
    const read = readCase(text, kb)
    expect('message' in read && read.message).toContain(says)
  })

  const observed = { fact: 'page-is-blank', state: 'known' as const, value: true, origin: { kind: 'log' as const, file: 'a', line: 3 } }
  const whole = writeCase({
    ...empty,
    evidence: [{ path: 'a', bytes: 1, digest: 'd' }],
    observations: [observed],
    ledger: [{ what: 'x', why: 'y', facts: ['page-is-blank'] }],
  })
  test.each([
    { name: 'a line that is no number', from: 'line: 3', to: 'line: [3]', says: 'an origin of "page-is-blank" has no number under "line"' },
    { name: 'a kind that nobody knows', from: 'kind: log', to: 'kind: rumour', says: 'kind that is known' },
    { name: 'a state that nobody knows', from: 'state: known', to: 'state: perhaps', says: 'state that is known' },
    {
      name: 'an entry of the ledger that was emptied',
      from: /ledger:[\s\S]*warnings/,
      to: 'ledger:\n  -\nwarnings',
      says: 'an entry of "ledger"',
    },
    { name: 'a reason that was taken out', from: '    why: y\n', to: '', says: 'under "why"' },
    { name: 'a file without its size', from: 'bytes: 1', to: 'bytes: many', says: 'a file under "evidence"' },
  ])('$name is told and breaks nothing later', ({ from, to, says }) => {
    expect('value' in readCase(whole, kb)).toBe(true)
    const read = readCase(whole.replace(from, to), kb)
    expect('message' in read && read.message).toContain(says)
  })

  test('any text at all is read or refused, never a crash', () => {
    fc.assert(fc.property(fc.string(), text => void readCase(text, kb)))
  })
})

describe('secrets', () => {
  test.each([
    { name: 'a password option', text: 'fence_ipmilan passwd=s3cret! lanplus=1', drops: 's3cret!' },
    { name: 'a quoted password', text: '<nvpair name="x"/> password: "hush hush"', drops: 'hush hush' },
    { name: 'a maintenance token on a command line', text: 'falconctl -s --maintenance-token=abcd1234', drops: 'abcd1234' },
    { name: 'a password in a URL', text: 'https://user:pw12345@host/', drops: 'pw12345' },
  ])('$name is dropped', ({ text, drops }) => {
    expect(dropSecrets(text)).not.toContain(drops)
    expect(dropSecrets(text)).toContain('[dropped]')
  })

  test('the totem token time stays', () => {
    expect(dropSecrets('token: 3000')).toBe('token: 3000')
  })
})
