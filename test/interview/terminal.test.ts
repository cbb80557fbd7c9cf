import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { AskedQuestion, CheckItem, Screen } from '../../src/interview/model.ts'
import { createTerminal } from '../../src/interview/terminal.ts'

const enter = '\r'
const up = '\u001B[A'
const down = '\u001B[B'
const ctrlC = '\u0003'
const ctrlD = '\u0004'

const yesNo: AskedQuestion = { fact: 'paused', ask: 'Was corosync paused?', type: 'yes-no' }
const seconds: AskedQuestion = { fact: 'hang-seconds', ask: 'How long did it hang?', type: 'number', unit: 'seconds' }
const proof: AskedQuestion = {
  fact: 'proof',
  ask: 'What happened without the agent?',
  type: 'choice',
  choices: [
    { value: 'gone', label: 'The fault was gone' },
    { value: 'stays', label: 'The fault stayed' },
  ],
}
const agents: AskedQuestion = {
  fact: 'agents',
  ask: 'Which agents run?',
  type: 'list',
  choices: [
    { value: 'one', label: 'Agent One' },
    { value: 'two', label: 'Agent Two' },
  ],
}
const screen: Screen = {
  number: 2,
  remaining: 4,
  leading: [{ title: 'Security software', band: 'possible', points: 2 }],
  why: 'Yes makes the network less likely.',
  how: Array.from({ length: 40 }, (_, i) => `command ${i + 1}`).join('\n'),
  answered: [
    { fact: 'first-fact', ask: 'The first?', answer: 'Yes', used: true },
    { fact: 'second-fact', ask: 'The second?', answer: 'No', used: false },
  ],
}

/** A terminal over two streams: `type` sends each key once the screen shows what it answers, and `seen` is all that was drawn. */
function open() {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let seen = ''
  output.on('data', chunk => {
    seen += chunk
  })
  const terminal = createTerminal({ input, output, colour: false, columns: 80, rows: 24 })
  const type = async <T>(reply: Promise<T>, ...keys: readonly string[]): Promise<T> => {
    let drawn = once(output, 'data')
    for (const key of keys) {
      await drawn // what the key is an answer to is on the screen
      drawn = once(output, 'data')
      input.write(key)
    }
    return reply
  }
  return { input, output, terminal, type, seen: () => seen }
}

describe('ask', () => {
  test.each([
    { name: 'Enter alone as "I cannot tell"', question: yesNo, keys: [enter], expected: { kind: 'answer', value: null } },
    { name: 'Yes by arrow', question: yesNo, keys: [down, enter], expected: { kind: 'answer', value: true } },
    { name: 'No by arrow, round the end', question: yesNo, keys: [up, enter], expected: { kind: 'answer', value: false } },
    { name: 'Yes by letter', question: yesNo, keys: ['y', enter], expected: { kind: 'answer', value: true } },
    { name: 'a change of mind', question: yesNo, keys: ['y', '?', enter], expected: { kind: 'answer', value: null } },
    {
      name: 'the former answer when it is asked again',
      question: { ...yesNo, former: false },
      keys: [enter],
      expected: { kind: 'answer', value: false },
    },
    { name: 'a choice', question: proof, keys: [down, down, enter], expected: { kind: 'answer', value: 'stays' } },
    { name: 'Enter alone at a choice as "I cannot tell"', question: proof, keys: [enter], expected: { kind: 'answer', value: null } },
    {
      name: 'several of a list',
      question: agents,
      keys: [down, down, ' ', down, ' ', enter],
      expected: { kind: 'answer', value: ['one', 'two'] },
    },
    { name: 'none of a list', question: agents, keys: [down, ' ', enter], expected: { kind: 'answer', value: [] } },
    { name: 'Enter alone at a list as "I cannot tell"', question: agents, keys: [enter], expected: { kind: 'answer', value: null } },
    { name: 'a number', question: seconds, keys: ['1', '4', '0', enter], expected: { kind: 'answer', value: 140 } },
    {
      name: 'a number with a slip of the finger',
      question: seconds,
      keys: ['15', '\u007F', '4', enter],
      expected: { kind: 'answer', value: 14 },
    },
    { name: 'Enter alone at a number as "I cannot tell"', question: seconds, keys: [enter], expected: { kind: 'answer', value: null } },
    { name: '? at a number as "I cannot tell"', question: seconds, keys: ['?', enter], expected: { kind: 'answer', value: null } },
    {
      name: 'Enter alone at a number that was answered before: it stays',
      question: { ...seconds, former: 8 },
      keys: [enter],
      expected: { kind: 'answer', value: 8 },
    },
    {
      name: 'another number in its place',
      question: { ...seconds, former: 8 },
      keys: ['9', enter],
      expected: { kind: 'answer', value: 9 },
    },
    {
      name: '? at a number that was answered before as "I cannot tell"',
      question: { ...seconds, former: 8 },
      keys: ['?', enter],
      expected: { kind: 'answer', value: null },
    },
    ...[
      { letter: 'b', kind: 'back' },
      { letter: 's', kind: 'save' },
    ].map(({ letter, kind }) => ({
      name: `${kind} from a number that was answered before`,
      question: { ...seconds, former: 8 },
      keys: [letter, enter],
      expected: { kind },
    })),
    { name: 'back', question: yesNo, keys: ['b'], expected: { kind: 'back' } },
    { name: 'back from a number', question: seconds, keys: ['b', enter], expected: { kind: 'back' } },
    { name: 'save', question: yesNo, keys: ['s'], expected: { kind: 'save' } },
    { name: 'enough of the questions', question: yesNo, keys: ['d'], expected: { kind: 'enough' } },
    {
      name: 'a log that is pasted at yes or no as nothing',
      question: yesNo,
      keys: ['root 1 0.0 systemd\ryes\rs\ry\r', down, down, enter],
      expected: { kind: 'answer', value: false },
    },
    {
      name: 'a line without an end that is pasted at a list as nothing',
      question: agents,
      keys: ['swapper is not scanned', down, down, ' ', enter],
      expected: { kind: 'answer', value: ['one'] },
    },
    {
      name: 'several lines that are pasted at a number as nothing',
      question: seconds,
      keys: ['4711 ls\r12\rs\r', '9', '0', enter],
      expected: { kind: 'answer', value: 90 },
    },
    { name: 'a number that is pasted with its Enter', question: seconds, keys: ['140.25\r'], expected: { kind: 'answer', value: 140.25 } },
    {
      name: 'an earlier answer to change',
      question: yesNo,
      keys: ['e', down, down, enter],
      expected: { kind: 'edit', fact: 'second-fact' },
    },
    {
      name: 'the way back from the list of answers',
      question: yesNo,
      keys: ['e', enter, 'y', enter],
      expected: { kind: 'answer', value: true },
    },
  ])('takes $name', async ({ question, keys, expected }) => {
    const { terminal, type } = open()
    expect(await type(terminal.ask(question, screen), ...keys)).toEqual(expected)
  })

  test('keys that arrive at once count one by one', async () => {
    const { terminal, type } = open()
    expect(await type(terminal.ask(yesNo, screen), `${down}${down}${enter}`)).toEqual({ kind: 'answer', value: false })
  })

  test('a screen that is resized is drawn anew, as wide as it is now', async () => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { columns: 120, rows: 24 })]
    let seen = ''
    output.on('data', chunk => {
      seen += chunk
    })
    const reply = createTerminal({ input, output, colour: false }).ask(yesNo, screen)
    await once(output, 'data')
    seen = ''
    output.columns = 40
    output.emit('resize')
    await new Promise(resolve => setImmediate(resolve))
    input.write(enter)
    await reply
    expect(seen.startsWith('\u001B[H\u001B[J')).toBe(true)
    expect(seen).toContain('Up/Down, Enter   w why\nh how to find out   b back\n')
  })

  test('what cannot be read is refused, and the question stays', async () => {
    const { terminal, type, seen } = open()
    expect(await type(terminal.ask(seconds, screen), '30s', enter, '\u0015', '30', enter)).toEqual({ kind: 'answer', value: 30 })
    expect(seen()).toContain('"30s" is not a number of seconds: write it like 90 or 2.5')
  })

  test('Enter on an unticked line of a list answers nothing', async () => {
    const { terminal, type, seen } = open()
    expect(await type(terminal.ask(agents, screen), down, down, enter, ' ', enter)).toEqual({ kind: 'answer', value: ['one'] })
    expect(seen()).toContain('Nothing is ticked yet')
  })

  test('why is shown in place, and the question is asked again', async () => {
    const { terminal, type, seen } = open()
    expect(await type(terminal.ask(yesNo, screen), 'w', enter, 'y', enter)).toEqual({ kind: 'answer', value: true })
    expect(seen()).toContain('Yes makes the network less likely.')
  })

  test('how to find out is paged: the third page is reached by Space', async () => {
    const { terminal, type, seen } = open()
    await type(terminal.ask(yesNo, screen), 'h', ' ', ' ', enter, enter)
    expect(seen()).toContain('How to find out (page 3 of 3)')
    expect(seen()).toContain('command 40')
  })

  test('a former answer to a typed question is shown, and the way to find out works there', async () => {
    const { terminal, type, seen } = open()
    expect(await type(terminal.ask({ ...seconds, former: 8 }, screen), 'h', enter, enter, enter)).toEqual({ kind: 'answer', value: 8 })
    expect(seen()).toContain('(Enter alone keeps 8 seconds)')
    expect(seen()).toContain('How to find out')
  })

  test('a long command stays one line, so that it can be copied', async () => {
    const command = `pcs resource trace vip monitor && grep -E '${'timed out|'.repeat(20)}x' /var/log/messages`
    const { terminal, type, seen } = open()
    await type(terminal.ask(yesNo, { ...screen, how: `Look:\n    ${command}\n  Expect: nothing` }), 'h', enter, enter)
    expect(seen()).toContain(`    ${command}\n`)
  })

  test('back at the first question is told, not done', async () => {
    const { terminal, type, seen } = open()
    expect(await type(terminal.ask(yesNo, { ...screen, answered: [] }), 'b', 'e', enter)).toEqual({ kind: 'answer', value: null })
    expect(seen()).toContain('This is the first question.')
    expect(seen()).toContain('There is no earlier answer to change.')
  })

  test('several questions follow each other on the same streams', async () => {
    const { terminal, type, output, seen } = open()
    await type(terminal.ask(yesNo, screen), 'y', enter)
    expect(await type(terminal.ask(seconds, screen), '7', enter)).toEqual({ kind: 'answer', value: 7 })
    expect(output.writableEnded).toBe(false)
    expect(seen()).toContain('Was corosync paused? -> Yes')
    expect(seen()).toContain('How long did it hang? -> 7 seconds')
  })

  test.each([
    { name: 'Ctrl-C', leave: (input: PassThrough) => void input.write(ctrlC), reason: 'interrupted' },
    { name: 'Ctrl-D', leave: (input: PassThrough) => void input.write(ctrlD), reason: 'input-ended' },
    { name: 'the end of the input', leave: (input: PassThrough) => void input.end(), reason: 'input-ended' },
  ])('$name stops with a named reason', async ({ leave, reason }) => {
    const { terminal, input, output } = open()
    const reply = terminal.ask(yesNo, screen)
    await once(output, 'data')
    leave(input)
    await expect(reply).rejects.toMatchObject({ name: 'Stopped', reason })
  })

  test('an input that ended before the question stops too, instead of waiting for ever', async () => {
    const { terminal, input } = open()
    input.end()
    input.resume()
    await once(input, 'end')
    await expect(terminal.ask(yesNo, screen)).rejects.toMatchObject({ reason: 'input-ended' })
  })
})

describe('askFirst', () => {
  const items: readonly CheckItem[] = ['one', 'two', 'three'].map(fact => ({
    fact,
    title: `Symptom ${fact}`,
    explain: `About ${fact}`,
    how: `grep ${fact}`,
  }))
  const answers = (one: boolean | null, two: boolean | null, three: boolean | null) => ({ kind: 'answers', answers: { one, two, three } })

  test.each([
    { name: 'Enter alone: nobody can tell any of them', keys: [enter], expected: answers(null, null, null) },
    { name: 'Space: seen', keys: [' ', enter], expected: answers(true, null, null) },
    { name: 'Space twice: not seen', keys: [down, ' ', ' ', enter], expected: answers(null, false, null) },
    { name: 'Space three times: cannot tell again', keys: [' ', ' ', ' ', enter], expected: answers(null, null, null) },
    { name: 'letters', keys: ['y', down, 'n', down, 'y', '?', enter], expected: answers(true, false, null) },
    { name: 'the others not seen, only when told so', keys: ['y', 'o', enter], expected: answers(true, false, false) },
    { name: 'the way through how and back', keys: [down, 'h', enter, 'y', enter], expected: answers(null, true, null) },
    { name: 'save', keys: ['y', 's'], expected: { kind: 'save' } },
    { name: 'a pasted log as nothing', keys: ['nothing\rso\r', 'y', enter], expected: answers(true, null, null) },
  ])('takes $name', async ({ keys, expected }) => {
    const { terminal, type } = open()
    expect(await type(terminal.askFirst(items), ...keys)).toEqual(expected)
  })

  test('every box is told at once', async () => {
    const { terminal, type } = open()
    const told: unknown[] = []
    await type(
      terminal.askFirst(items, now => told.push(now)),
      'y',
      down,
      'n',
      's',
    )
    expect(told).toEqual([answers(true, null, null).answers, answers(true, false, null).answers])
  })

  test('Ctrl-C stops with a named reason', async () => {
    const { terminal, type } = open()
    await expect(type(terminal.askFirst(items), ctrlC)).rejects.toMatchObject({ name: 'Stopped', reason: 'interrupted' })
  })
})

test.each([undefined, 0])('a screen that reports %s columns and rows is taken as 80 x 24', async size => {
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { columns: size, rows: size })]
  let seen = ''
  output.on('data', chunk => {
    seen += chunk
  })
  const reply = createTerminal({ input, output, colour: false }).ask(yesNo, screen)
  await once(output, 'data')
  input.write(enter)
  await reply
  expect(seen).toContain('Up/Down, Enter   w why   h how to find out   b back   e change an answer\n')
})

test('one file alone knows the prompt library', () => {
  const knowing = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && /['"](@inquirer\/|inquirer)/.test(readFileSync(`src/${file}`, 'utf8')),
  )
  expect(knowing).toEqual(['interview/terminal.ts'])
})
