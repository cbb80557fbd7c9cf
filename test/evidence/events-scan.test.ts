import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileMatcher, matchForm } from '../../src/evidence/events/matcher.ts'
import { scanLines } from '../../src/evidence/events/scan.ts'
import { chunks, events as files, scan } from './events-kit.ts'

const retransmit = (host = 'n1', second = 1) => `Nov 22 08:00:0${second} ${host} corosync[38]:   [TOTEM ] Retransmit List: 2bb9 2bba`
const noise = 'Nov 22 08:00:00 n1 systemd[1]: Started Session 5 of user root.'
const shown = async (text: string | Uint8Array, ...rest: [] | [object]) =>
  (await scan(text, ...rest)).events.map(({ kind, node, line, count }) => `${kind} ${node} ${line} x${count}`)

describe('a file is searched for events', () => {
  test.each([
    { name: 'a line in the middle', text: `${noise}\n${retransmit()}\n${noise}\n`, expected: ['retransmit n1 2 x1'] },
    { name: 'the last line without its end', text: `${noise}\n\n${retransmit()}`, expected: ['retransmit n1 3 x1'] },
    { name: 'the first line', text: `${retransmit()}\n`, expected: ['retransmit n1 1 x1'] },
    { name: 'line ends of Windows', text: `${noise}\r\n${retransmit()}\r\n`, expected: ['retransmit n1 2 x1'] },
    { name: 'a line of another program', text: retransmit().replace('corosync', 'app'), expected: [] },
    {
      name: 'the node that the line is about',
      text: 'Nov 22 08:00:00 n1 x[1]: Cluster node n2 will be fenced: y',
      expected: ['fenced n2 1 x1'],
    },
    { name: 'a pattern that needs the prefix', text: 'Nov 22 08:00:00 n1 crmd[1]: notice: Quorum lost', expected: ['quorum n1 1 x1'] },
    { name: 'the same without that program', text: 'Nov 22 08:00:00 n1 app[1]: notice: Quorum lost', expected: [] },
    {
      name: 'a quotation mark inside JSON',
      text: JSON.stringify({ MESSAGE: 'device "sda" is gone', _HOSTNAME: 'n1', __REALTIME_TIMESTAMP: '1774678503123456' }),
      expected: ['quoted n1 1 x1'],
    },
    { name: 'no line at all', text: '', expected: [] },
  ])('$name', async ({ text, expected }) => expect(await shown(text)).toEqual(expected))

  test('a log without hosts is about the node it was found on', async () => {
    const [event] = (await scan('Cluster node n2 is x\n[1.5] device "sda" is gone', { kind: 'kernel-log', node: 'n7' })).events
    expect([event!.kind, event!.node, event!.time]).toEqual(['quoted', 'n7', undefined])
  })

  test.each([
    ['system-log', 1],
    ['cluster-log', 1],
    ['kernel-log', 0],
    ['any-log', 1],
  ] as const)('an event is looked for only in its kinds of log: %s', async (kind, count) => {
    expect((await scan(retransmit(), { kind })).events).toHaveLength(count)
  })

  test('values are captured, and those that the form implies are set', async () => {
    const { events } = await scan('Nov 22 08:00:00 n1 pacemaker-execd[1]: info: Resource agent vip_stop_0[12] timed out after 20s')
    expect(events[0]!.values).toEqual({ resource: 'vip', operation: 'stop', timeout: '20s', source: 'executor' })
  })

  test('the text is harmless and short', async () => {
    const { events } = await scan(`${retransmit()}\u001b[31m \u0000${'ab '.repeat(400)}`)
    expect(events[0]!.text).toHaveLength(400)
    expect(events[0]!.text).not.toMatch(/[\u0000-\u001f]/)
  })

  test('a file tells its times, its host and its size', async () => {
    const text = `-- Logs begin\n${noise}\n${retransmit()}\n${retransmit('n1', 9)}\nno prefix\n`
    expect(await scan(text)).toMatchObject({
      from: '2026-11-22T08:00:00',
      to: '2026-11-22T08:00:09',
      host: 'n1',
      prefixed: true,
      lines: 5,
      bytes: text.length,
      warnings: [],
    })
    expect(await scan('no log\nat all')).toMatchObject({ from: undefined, to: undefined, host: undefined, prefixed: false, lines: 2 })
  })
})

describe('repeated messages', () => {
  const times = (n: number, host = 'n1') => `Nov 22 08:00:09 ${host} last message repeated ${n} times`
  const quoting = (n: number) => `Nov 22 08:00:09 n1 corosync[38]: message repeated ${n} times: [   [TOTEM ] Retransmit List: 2bb9 2bba]`
  test.each([
    { name: 'add to the line before', lines: [retransmit(), times(3)], expected: ['retransmit n1 1 x4'] },
    { name: 'add to it again', lines: [retransmit(), times(3), times(2)], expected: ['retransmit n1 1 x6'] },
    {
      name: 'mean the line before of the same host',
      lines: [retransmit(), retransmit('n2'), times(3)],
      expected: ['retransmit n1 1 x4', 'retransmit n2 2 x1'],
    },
    { name: 'may mean a line that is no event', lines: [retransmit(), noise, times(3)], expected: ['retransmit n1 1 x1'] },
    { name: 'mean nothing at the beginning', lines: [times(3), retransmit()], expected: ['retransmit n1 2 x1'] },
    {
      name: 'with a program mean its line',
      lines: [retransmit(), noise, times(3).replace('last', 'corosync[38]: last')],
      expected: ['retransmit n1 1 x4'],
    },
    { name: 'with a quotation add to the same message', lines: [retransmit(), noise, quoting(5)], expected: ['retransmit n1 1 x6'] },
    { name: 'with a quotation stand for themselves', lines: [noise, quoting(5)], expected: ['retransmit n1 2 x5'] },
  ])('$name', async ({ lines, expected }) => expect(await shown(lines.join('\n'))).toEqual(expected))
})

describe('long lines', () => {
  const long = 'a'.repeat(3_000_000)
  test.each([
    {
      name: 'are searched at their beginning',
      text: `${retransmit()} ${long}\n${retransmit()}`,
      expected: ['retransmit n1 1 x1', 'retransmit n1 2 x1'],
    },
    {
      name: 'are not searched beyond 64 KiB',
      text: `${long} Cluster node n2 will be fenced: x\n${retransmit()}`,
      expected: ['retransmit n1 2 x1'],
    },
    {
      name: 'are searched within 64 KiB',
      text: `${'a '.repeat(30_000)} Cluster node n2 will be fenced: x\n`,
      expected: ['fenced n2 1 x1'],
    },
    { name: 'may be the last', text: `${retransmit()}\n${long}`, expected: ['retransmit n1 1 x1'] },
  ])('$name', async ({ text, expected }) => expect(await shown(text)).toEqual(expected))

  test('do not let ^ or $ hold where they were cut', async () => {
    const { matcher } = {
      matcher: compileMatcher({
        events: { x: { title: 'x', in: ['any-log'], forms: [{ pattern: '^hello$', matches: ['x'], ignores: ['y'] }] } },
      }),
    }
    async function* one(text: string) {
      yield new TextEncoder().encode(text)
    }
    const count = async (text: string) => (await scanLines('f', one(text), matcher, { kind: 'any-log' })).events.length
    expect([await count('hello'), await count(`${' '.repeat(5000)}hello${' '.repeat(5000)}`)]).toEqual([1, 0])
  })

  test('a pattern that could run for ever does not', async () => {
    const text = `${'x_'.repeat(32_000)} Resource agent ${'a_'.repeat(15_000)} timed out after 20s`
    expect(await scan(text)).toHaveProperty('lines', 1)
  })
})

describe('years', () => {
  test('December is before January of the same file', async () => {
    const { events, from } = await scan(`${retransmit().replace('Nov', 'Dec')}\n${retransmit().replace('Nov', 'Jan')}`, {
      reference: Date.UTC(2026, 0, 25),
    })
    expect(events.map(({ time }) => time!.slice(0, 10))).toEqual(['2025-12-22', '2026-01-22'])
    expect(from).toBe('2025-12-22T08:00:01')
  })

  test('a file of more than a year is dated from its end', async () => {
    const months = ['Oct', 'Dec', 'Apr', 'Oct'].map(month => retransmit().replace('Nov', month))
    const { events } = await scan(months.join('\n'))
    expect(events.map(({ time }) => time!.slice(0, 7))).toEqual(['2025-10', '2025-12', '2026-04', '2026-10'])
  })
})

describe('a flood is bounded', () => {
  test('further events of a kind and node are counted with the last one kept', async () => {
    const { events, warnings } = await scan(`${retransmit()}\n`.repeat(5010))
    expect([events.length, events.at(-1)!.count, warnings.length]).toEqual([5000, 11, 1])
    expect(warnings[0]).toContain('retransmit on n1')
  })
})

describe('laws', () => {
  const line = fc.constantFrom(
    retransmit(),
    retransmit('n2'),
    noise,
    '',
    'Nov 22 08:00:00 n1 last message repeated 2 times',
    'Nov 22 08:00:00 n1 corosync[38]: message repeated 2 times: [   [TOTEM ] Retransmit List: 2bb9 2bba]',
    `Nov 22 08:00:00 n1 x[1]: Cluster node n2 will be fenced: ü ${'€'.repeat(3000)}`,
    'z'.repeat(70_000),
  )
  const text = fc.tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n')).map(([lines, end]) => lines.join(end))

  test('where the chunks are cut changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 12 }), async (sample, cuts) => {
        expect(await scan(sample, {}, cuts)).toEqual(await scan(sample))
      }),
      { numRuns: 150 },
    )
  })

  test('every event stands in its line', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 3 }), async (sample, cuts) => {
        const lines = sample.split(/\r?\n/)
        const { events, lines: count } = await scan(sample, {}, cuts)
        for (const event of events) expect(lines[event.line - 1]!.startsWith(event.text.slice(0, 60))).toBe(true)
        expect(count).toBe(sample === '' ? 0 : lines.at(-1) === '' ? lines.length - 1 : lines.length)
      }),
      { numRuns: 100 },
    )
  })

  test('any bytes are read without an error', async () => {
    const word = new TextEncoder().encode('Nov 22 08:00:00 n1 corosync[1]: Retransmit List: ')
    const bytes = fc.array(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constant(word)), { maxLength: 20 }).map(parts => {
      const all = parts.flatMap(part => [...part])
      return Uint8Array.from(all)
    })
    await fc.assert(
      fc.asyncProperty(bytes, async sample => {
        expect((await scan(sample)).bytes).toBe(sample.length)
      }),
    )
  })
})

test('what was read before an error is kept', async () => {
  async function* broken() {
    yield new TextEncoder().encode(`${retransmit()}\n`)
    throw new Error('the archive ends here')
  }
  const matcher = compileMatcher({ events: files })
  const result = await scanLines('f', broken(), matcher, { kind: 'system-log' })
  expect([result.events.length, (result.error as Error).message]).toEqual([1, 'the archive ends here'])
})

test('the name of the program is searched for when the pattern has only something shorter', async () => {
  const forms = [{ process: ['vmtoolsd'], pattern: '[Tt]haw', matches: ['x'], ignores: ['y'] }]
  const own = compileMatcher({ events: { frozen: { title: 'f', in: ['any-log'], forms } } })
  expect(own.literals).toContain('vmtoolsd')
  const text = 'Nov 22 08:00:00 n1 vmtoolsd[1]: thawing\nNov 22 08:00:00 n1 app[1]: thawing\nNov 22 08:00:00 n1 vmtoolsd[1]: x'
  const { events } = await scanLines('f', chunks(text), own, { kind: 'system-log' })
  expect(events.map(({ line }) => line)).toEqual([1])
})

test('one form is tried on a whole line, for the examples of the rules', () => {
  const form = files.retransmit!.forms[0]!
  expect(matchForm(form, retransmit())).toEqual({ ids: '2bb9 2bba' })
  expect(matchForm(form, retransmit().replace('corosync', 'app'))).toBeUndefined()
})
