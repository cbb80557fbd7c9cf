import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { possibleAnswers } from '../../src/interview/answers.ts'
import { beginChecks, showChecks } from '../../src/interview/checklist.ts'
import { begin, type DialogState, press, show } from '../../src/interview/dialog.ts'
import type { AskedQuestion, Screen } from '../../src/interview/model.ts'
import { fit, pageOf, softBreak, wrap, wrapProse } from '../../src/interview/text.ts'
import { readTyped } from '../../src/interview/typed.ts'
import { bars } from '../../src/interview/view.ts'
import { stripControls as clean } from '../../src/kb/plain-text.ts'

const plain = { columns: 80, rows: 24, colour: false }
const coloured = { ...plain, colour: true }
const screen: Screen = {
  number: 3,
  remaining: 9,
  leading: [
    { title: 'Security software delays the files the cluster needs', band: 'likely', points: 17 },
    { title: 'The network loses packets', band: 'possible', points: -2 },
    { title: 'Storage answers late', band: 'ruled-out', points: -30 },
    { title: 'A fourth', band: 'open', points: -6 },
  ],
  why: 'Yes speaks for the network.',
  how: 'grep -c Retransmit /var/log/cluster/corosync.log',
  answered: [{ fact: 'a', ask: 'Does A happen?', answer: 'Yes', used: true }],
}
const yesNo: AskedQuestion = { fact: 'b', ask: 'Does corosync repeat it?', explain: 'A line now and then is harmless.', type: 'yes-no' }

test('a question shows where it stands, the leading causes, and "I cannot tell" first', () => {
  expect(show({ question: yesNo, screen, size: plain }, begin({ question: yesNo }))).toBe(
    [
      'Question 3 (at most 8 more; d: result now)',
      '  ###################. likely    Security software delays the files the...',
      '  ########............ possible  The network loses packets',
      '  .................... ruled-out Storage answers late',
      '',
      'Does corosync repeat it?',
      '  A line now and then is harmless.',
      '> I cannot tell',
      '  Yes',
      '  No',
      '',
      'Up/Down, Enter   w why   h how to find out   b back   e change an answer',
      'd done: the result so far   s save and quit',
    ].join('\n'),
  )
})

test.each([
  { name: 'what is merely likely never fills its bar', band: 'likely', points: 90, filled: 19 },
  { name: 'what is confirmed fills it', band: 'confirmed', points: 3, filled: 20 },
  { name: 'what is unlikely never empties it', band: 'unlikely', points: -90, filled: 1 },
  { name: 'what is ruled out empties it', band: 'ruled-out', points: 40, filled: 0 },
  { name: 'no points either way fill half', band: 'possible', points: 0, filled: 10 },
])('$name', ({ band, points, filled }) => {
  expect(bars([{ title: 'T', band, points }], plain)[0]!.split('#').length - 1).toBe(filled)
})

test('colours are escape sequences only: without them the same text is left', () => {
  const state = begin({ question: yesNo })
  const bright = show({ question: yesNo, screen, size: coloured }, state)
  expect(bright).toContain('\u001B[')
  expect(clean(bright)).toBe(show({ question: yesNo, screen, size: plain }, state))
})

const text = fc.string({
  unit: fc.constantFrom('a', 'bb', ' ', '\n', '\u001B[31m', '\t', 'word', '/var/log/messages', '\u0007'),
  maxLength: 400,
})
describe('every screen', () => {
  const question = fc.record({
    fact: fc.constant('f'),
    ask: text,
    explain: text,
    type: fc.constantFrom('yes-no', 'number', 'choice', 'list', 'text'),
    choices: fc.array(fc.record({ value: fc.string({ minLength: 1 }), label: text }), { maxLength: 40 }),
  }) as fc.Arbitrary<AskedQuestion>
  const keys = fc.array(fc.constantFrom('up', 'down', 'space', 'w', 'h', 'e', 'b', 'return', 'pagedown', 'y', 'q'), { maxLength: 12 })
  const size = fc.record({ columns: fc.integer({ min: 40, max: 200 }), rows: fc.integer({ min: 9, max: 60 }), colour: fc.boolean() })

  test('fits 24 rows and the width of the terminal, whatever the texts and keys', () => {
    fc.assert(
      fc.property(question, text, text, keys, size, (asked, why, how, pressed, given) => {
        const answered = Array.from({ length: 30 }, (_, i) => ({ fact: `f${i}`, ask: why, answer: how, used: i % 2 === 0 }))
        const dialog = { question: asked, screen: { ...screen, why, how, answered }, size: given }
        let state: DialogState = begin(dialog)
        for (const name of pressed) state = press(dialog, state, { name, sequence: name.length === 1 ? name : '' })
        const lines = show(dialog, state).split('\n')
        expect(lines.length).toBeLessThan(Math.min(24, given.rows))
        // The rows of a command are as wide as the terminal, which puts them together.
        for (const [i, line] of lines.entries())
          if (line.endsWith(softBreak)) expect(line.length).toBe(given.columns + 1)
          else expect(clean(line).length).toBeLessThan(lines[i - 1]?.endsWith(softBreak) ? given.columns + 1 : Math.min(80, given.columns))
      }),
      { numRuns: 300 },
    )
  })

  test('of the check-list fits too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ fact: fc.string(), title: text, explain: text }), { minLength: 1, maxLength: 40 }),
        size,
        (items, given) => {
          const lines = clean(showChecks(items, given, beginChecks(items))).split('\n')
          expect(lines.length).toBeLessThan(Math.min(24, given.rows))
          for (const line of lines) expect(line.length).toBeLessThan(Math.min(80, given.columns))
        },
      ),
    )
  })
})

describe('a terminal of 40 columns and 10 rows', () => {
  const small = { columns: 40, rows: 10, colour: false }
  const items = Array.from({ length: 9 }, (_, i) => ({
    fact: `f${i}`,
    title: `Symptom number ${i} of the cluster that nobody likes`,
    explain: 'What it is. '.repeat(20),
    how: '',
  }))
  test.each([0, 4, 8])('shows the question of the check-list and three entries around entry %i', cursor => {
    const lines = showChecks(items, small, { ...beginChecks(items), cursor }).split('\n')
    expect(lines.slice(0, 2).join(' ')).toBe('Which of these have you seen on the cluster?')
    expect(lines.filter(line => /^[> ] \[\?\] Symptom number/.test(line)).length).toBeGreaterThanOrEqual(3)
    expect(lines.find(line => line.startsWith('>'))).toBe(`> [?] Symptom number ${cursor} of the...`)
    expect(lines.at(-1)).toBe('Space y n ? o h s, Enter: go on')
    expect(lines.length).toBeLessThan(10)
  })
  test('shows a question with all its answers and the letters of the keys', () => {
    const lines = show({ question: yesNo, screen, size: small }, begin({ question: yesNo })).split('\n')
    for (const line of ['Does corosync repeat it?', '> I cannot tell', '  Yes', '  No']) expect(lines).toContain(line)
    expect(lines.length).toBeLessThan(10)
  })
})

describe('a key stands beside its words, whatever the width', () => {
  const question = ['h how to find out', 'e change an answer', 'd done: the result so far', 's save and quit']
  const checks = ['o all others not seen', 'h how to find out', '? cannot tell', 'Enter: go on']
  const items = [{ fact: 'f', title: 'Symptom', explain: '', how: '' }]
  test.each([40, 55, 60, 64, 72, 80, 120])('of %i columns', columns => {
    const size = { columns, rows: 24, colour: false }
    const rows = (shown: string) => shown.split('\n').flatMap(line => line.split(/ {3,}/))
    for (const asked of [yesNo, { ...yesNo, type: 'number' as const }])
      expect(rows(show({ question: asked, screen, size }, begin({ question: asked })))).toEqual(expect.arrayContaining(question))
    expect(rows(showChecks(items, size, beginChecks(items)))).toEqual(expect.arrayContaining(checks))
  })
})

test('a refusal says to its end what to write instead', () => {
  const number: AskedQuestion = { ...yesNo, type: 'number' }
  const state = press(
    { question: number, screen, size: plain },
    { ...begin({ question: number }), typed: 'x'.repeat(150) },
    { name: 'return' },
  )
  const told = show({ question: number, screen, size: plain }, state).replaceAll('\n', ' ')
  expect(told).toContain('..." is not a number: write it like 90 or 2.5, or ? if you cannot tell.')
})

describe('text', () => {
  test.each([
    { name: 'breaks between words', given: 'one two three four', width: 9, expected: ['one two', 'three', 'four'] },
    { name: 'cuts a word that is too long', given: 'abcdefghijkl', width: 8, expected: ['abcdefgh', 'ijkl'] },
    { name: 'keeps the indentation of a command', given: '  grep -c word file', width: 12, expected: ['  grep -c', '  word file'] },
    { name: 'keeps empty lines', given: 'a\n\nb', width: 20, expected: ['a', '', 'b'] },
    { name: 'drops what could move the cursor or ring', given: 'a\u001B[2Jb\u0007c\u001B]0;title\u0007d', width: 20, expected: ['abcd'] },
  ])('wrap $name', ({ given, width, expected }) => {
    expect(wrap(given, width)).toEqual(expected)
  })

  test('wrap loses no letter', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 90 }), (given, width) => {
        expect(wrap(given, width).join('').replaceAll(/\s/g, '')).toBe(clean(given).replaceAll(/\s/g, ''))
      }),
    )
  })

  test('a command is put together again from its rows', () => {
    const command = `    grep -E '${'word|'.repeat(30)}end' /var/log/messages`
    const rows = wrapProse(`Look:\n${command}`, 39, 40)
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.join('\n').replaceAll(`${softBreak}\n`, '')).toBe(`Look:\n${command}`)
  })

  test('a page ends before a command that it would divide', () => {
    const rows = ['a', 'b', ...wrapProse(`    ${'x'.repeat(100)}`, 39, 40), 'c']
    expect(pageOf(rows, 4, 0)).toEqual({ shown: ['a', 'b'], pages: 2 })
    expect(pageOf(rows, 2, 1).shown).toHaveLength(2)
  })

  test('pages show every line once', () => {
    const lines = Array.from({ length: 45 }, (_, i) => `line ${i}`)
    expect([0, 1, 2].flatMap(page => pageOf(lines, 20, page).shown)).toEqual(lines)
    expect(pageOf(lines, 20, 9)).toEqual({ shown: lines.slice(40), pages: 3 })
  })

  test('fit shortens with dots', () =>
    expect([fit('short', 5), fit('longer', 5), fit('no word is cut', 12)]).toEqual(['short', 'lo...', 'no word...']))
})

describe('readTyped', () => {
  test.each([
    { type: 'number', typed: '', expected: null },
    { type: 'number', typed: ' ? ', expected: null },
    { type: 'number', typed: '140', expected: 140 },
    { type: 'number', typed: '2.5', expected: 2.5 },
    { type: 'version', typed: '2.1.6-9.el9', expected: '2.1.6-9.el9' },
    { type: 'text', typed: ' node 1 ', expected: 'node 1' },
    { type: 'list', typed: 'vip, db  db', expected: ['vip', 'db'] },
    { type: 'list', typed: 'none', expected: [] },
    { type: 'list', typed: ' 2031 /opt/scan/bin/scand --daemon', expected: ['/opt/scan/bin/scand'] },
  ] as const)('reads "$typed" as $type', ({ type, typed, expected }) => {
    expect(readTyped({ type }, typed)).toEqual({ value: expected })
  })

  test.each([
    { type: 'number', typed: '1,000', message: '"1,000" is not a number of seconds: write it like 90 or 2.5' },
    { type: 'number', typed: '30s', message: '"30s" is not a number' },
    { type: 'number', typed: '1e9', message: '"1e9" is not a number' },
    { type: 'version', typed: 'RHEL 8', message: '"RHEL 8" is not a version' },
    { type: 'list', typed: 'yes', message: '"yes" names nothing' },
    { type: 'list', typed: '4711', message: '"4711" holds no name' },
  ] as const)('refuses "$typed" as $type', ({ type, typed, message }) => {
    expect(readTyped({ type, unit: 'seconds' }, typed)).toMatchObject({ error: expect.stringContaining(message) })
  })
})

describe('a number with the least and the most that can be', () => {
  test.each([
    { typed: '8', expected: { value: 8 } },
    { typed: '-8', expected: { error: '-8 cannot be: write a number from 7 to 9, or ? if you cannot tell.' } },
    { typed: '99', expected: { error: '99 cannot be: write a number from 7 to 9, or ? if you cannot tell.' } },
  ])('"$typed"', ({ typed, expected }) => expect(readTyped({ type: 'number', min: 7, max: 9 }, typed)).toEqual(expected))

  test.each(['8.6', '7.9'])('the release %s is no major one', typed =>
    expect(readTyped({ type: 'number', min: 7, max: 9, whole: true }, typed)).toEqual({
      error: `${typed} cannot be: write a number from 7 to 9, without decimals, or ? if you cannot tell.`,
    }),
  )

  test('only the least', () => {
    expect(readTyped({ type: 'number', unit: 'ms', min: 1 }, '-5')).toMatchObject({ error: expect.stringContaining('1 or more (ms)') })
  })
})

describe('possibleAnswers', () => {
  test.each([
    { name: 'yes and no by chance', space: { type: 'yes-no', chance: 0.2 }, expected: [true, false] },
    {
      name: 'a number below, at, between and above the thresholds',
      space: { type: 'number', operands: [10, 2] },
      expected: [1, 2, 6, 10, 11],
    },
    { name: 'the choices', space: { type: 'choice', choices: ['x', 'y'] }, expected: ['x', 'y'] },
    {
      name: 'an empty list and each value that some condition asks for',
      space: { type: 'list', choices: ['x', 'y', 'z'], operands: ['y'] },
      expected: [[], ['y']],
    },
    {
      name: 'an empty list and one that is not, where conditions ask for nothing else',
      space: { type: 'list', operands: [] },
      expected: [[], ['(something else)']],
    },
    { name: 'a text nobody names', space: { type: 'text', operands: ['x'] }, expected: ['x', '(something else)'] },
  ] as const)('gives $name', ({ space, expected }) => {
    const answers = possibleAnswers(space)
    expect(answers.map(({ value }) => value)).toEqual(expected)
    expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1)
  })
})

describe('an explanation that does not fit says that it goes on', () => {
  const long = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ')
  const items = Array.from({ length: 9 }, (_, i) => ({ fact: `f${i}`, title: `Symptom ${i}`, explain: long, how: '' }))
  test.each([
    { name: 'of a question', lines: show({ question: { ...yesNo, explain: long }, screen, size: plain }, begin({ question: yesNo })) },
    { name: 'of an entry of the check-list', lines: showChecks(items, { ...plain, rows: 20 }, beginChecks(items)) },
  ])('$name', ({ lines }) => {
    const told = lines.split('\n').filter(line => /^ {2}word/.test(line))
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toMatch(/ ?\.\.\.$/)
  })
  test('but takes the rows that the check-list leaves', () => {
    const lines = showChecks(
      items.map(item => ({ ...item, explain: long.slice(0, 450) })),
      { ...plain, columns: 80, rows: 24 },
      beginChecks(items),
    )
    expect(lines).toContain(long.slice(420, 450))
    for (const { title } of items) expect(lines).toContain(title)
  })
})
