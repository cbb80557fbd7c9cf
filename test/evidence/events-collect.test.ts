import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectEvents } from '../../src/evidence/events/collect.ts'
import type { FileScan } from '../../src/evidence/events/scan.ts'
import { events as files, scan } from './events-kit.ts'

const kb = { events: files, components: {} }
const agents = new Map([
  ['vip', 'ocf:heartbeat:IPaddr2'],
  ['app', 'Dummy'],
])
const collect = (scans: readonly FileScan[]) => collectEvents(scans, kb, agents)
const controller = (time: string, node = 'n1', operation = 'stop', resource = 'vip') =>
  `Nov 22 ${time} ${node} pacemaker-controld[56]:  error: Result of ${operation} operation for ${resource} on ${node}: Timed Out`
const executor = (time: string, node = 'n1', resource = 'vip') =>
  `Nov 22 ${time} ${node} pacemaker-execd     [53] (async_action_complete) \tinfo: Resource agent ${resource}_stop_0[960] timed out after 10s`
const detail = (time: string, node = 'n1', operation = 'stop', resource = 'vip') =>
  `Nov 22 ${time} ${node} pacemaker-controld  [56] (log_executor_event) \terror: Result of ${operation} operation for ${resource} on ${node}: Timed Out | call=24`
const retransmit = (time: string, host = 'n1') => `Nov 22 ${time} ${host} corosync[38]:   [TOTEM ] Retransmit List: 2bb9`
const corosync = (host = 'n1') => `[38] ${host} corosync notice  [TOTEM ] Retransmit List: 2bb9`

const messages = (lines: string[]) => scan(lines.join('\n'), { kind: 'system-log' }, [], 'n1/var/log/messages')
const pacemaker = (lines: string[]) =>
  scan(lines.join('\n'), { kind: 'pacemaker-log', node: 'n1' }, [], 'n1/var/log/pacemaker/pacemaker.log')
const cluster = (lines: string[]) => scan(lines.join('\n'), { kind: 'cluster-log', node: 'n1' }, [], 'n1/var/log/cluster/corosync.log')
const told = (scans: readonly FileScan[]) =>
  collect(scans).events.map(({ kind, node, file, line, count }) => `${kind} ${node} ${file.split('/').at(-1)}:${line} x${count}`)

describe('what several files or daemons tell is one event', () => {
  test('the same line in two files, one of them with fractions of a second', async () => {
    const scans = [await messages([controller('08:43:07')]), await pacemaker([detail('08:43:07.548')])]
    expect(told(scans)).toEqual(['timeout n1 messages:1 x1'])
    expect(collect(scans).events[0]!.at! % 1000).toBe(548)
  })

  test.each([
    { name: 'the next second', a: ['08:43:07'], b: ['08:43:08'], count: 1 },
    { name: 'two seconds later', a: ['08:43:07'], b: ['08:43:09'], count: 2 },
    { name: 'several in one second in both', a: ['08:43:07', '08:43:07', '08:43:07'], b: ['08:43:07', '08:43:07'], count: 3 },
    { name: 'one of them misses some', a: ['08:43:07'], b: ['08:43:07', '08:43:10', '08:43:20'], count: 3 },
  ])('lines in two files: $name', async ({ a, b, count }) => {
    const scans = [await messages(a.map(time => retransmit(time))), await cluster(b.map(time => retransmit(time)))]
    expect(collect(scans).events).toHaveLength(count)
  })

  test.each([
    { timed: 2, untimed: 2, count: 2 },
    { timed: 2, untimed: 3, count: 3 },
    { timed: 0, untimed: 3, count: 3 },
    { timed: 3, untimed: 0, count: 3 },
  ])('$untimed lines without a time beside $timed with one are $count events', async ({ timed, untimed, count }) => {
    const times = Array.from({ length: timed }, (_, i) => retransmit(`08:43:${i}0`))
    const scans = [await messages(times), await cluster(Array.from({ length: untimed }, () => corosync()))]
    expect(collect(scans).events).toHaveLength(count)
  })

  test('lines of one file stay as many as they are, and those of two hosts, too', async () => {
    expect(told([await messages([retransmit('08:43:07'), retransmit('08:43:07'), retransmit('08:43:07', 'n2')])])).toHaveLength(3)
  })

  test('a host with and without its domain is one', async () => {
    const scans = [await messages([retransmit('08:43:07', 'n1.example.com')]), await cluster([retransmit('08:43:07')])]
    expect(collect(scans).events).toHaveLength(1)
  })

  test('the executor and the controller tell of one time-out; the line that names the node is shown', async () => {
    const scans = [await messages([controller('08:43:07')]), await pacemaker([executor('08:43:06.900'), detail('08:43:07.548')])]
    expect(told(scans)).toEqual(['timeout n1 messages:1 x1'])
    expect(collect(scans).events[0]!.values).toEqual({
      resource: 'vip',
      operation: 'stop',
      node: 'n1',
      timeout: '10s',
      source: 'executor',
      agent: 'IPaddr2',
      'agent-class': 'ocf',
    })
  })

  test.each([
    { name: 'within the time', lines: [controller('08:43:00'), controller('08:43:30')], count: 1 },
    { name: 'after the time', lines: [controller('08:43:00'), controller('08:43:31')], count: 2 },
    { name: 'again after the time, told in between', lines: ['00', '20', '40'].map(second => controller(`08:43:${second}`)), count: 2 },
    { name: 'on another node', lines: [controller('08:43:00'), controller('08:43:00', 'n2')], count: 2 },
    { name: 'another operation', lines: [controller('08:43:00'), controller('08:43:00', 'n1', 'monitor')], count: 2 },
    { name: 'another instance of a clone', lines: [controller('08:43:00'), controller('08:43:00', 'n1', 'stop', 'vip:1')], count: 1 },
  ])('time-outs counted once: $name', async ({ lines, count }) => expect(collect([await messages(lines)]).events).toHaveLength(count))
})

describe('events are completed', () => {
  test.each([
    { resource: 'vip', agent: 'IPaddr2' },
    { resource: 'app:1', agent: 'Dummy' },
    { resource: 'unknown', agent: undefined },
  ])('with the agent of $resource', async ({ resource, agent }) => {
    expect(collect([await messages([controller('08:43:07', 'n1', 'stop', resource)])]).events[0]!.values.agent).toBe(agent)
  })

  test.each([
    { reason: 'vip failed there', is: 'stop-failure' },
    { reason: 'something new', is: 'something new' },
  ])('with the class of "$reason"', async ({ reason, is }) => {
    const [event] = collect([await messages([`Nov 22 08:43:07 n2 x[1]: Cluster node n1 will be fenced: ${reason}`])]).events
    expect(event).toMatchObject({ node: 'n1', values: { reason: is, 'reason-text': reason } })
  })

  test('and nothing internal is left', async () => {
    const [event] = collect([await messages([controller('08:43:07')])]).events
    expect(Object.keys(event!).sort()).toEqual(['at', 'count', 'file', 'kind', 'line', 'node', 'text', 'time', 'values'])
  })
})

test('the order of the files does not matter', async () => {
  const seconds = fc.array(fc.integer({ min: 10, max: 40 }), { maxLength: 15 }).map(list => list.sort((a, b) => a - b))
  await fc.assert(
    fc.asyncProperty(seconds, seconds, seconds, fc.nat(5), async (a, b, c, turn) => {
      const scans = [
        await messages(a.flatMap(second => [controller(`08:43:${second}`), retransmit(`08:43:${second}`)])),
        await pacemaker(b.flatMap(second => [executor(`08:43:${second}.250`), detail(`08:43:${second}.300`)])),
        await cluster(c.map(second => (second % 3 === 0 ? corosync() : retransmit(`08:43:${second}`)))),
      ]
      const turned = [scans[turn % 3]!, ...scans.filter((_, i) => i !== turn % 3)]
      expect(collect(turned)).toEqual(collect(scans))
    }),
    { numRuns: 100 },
  )
})

test('a flood of several files is bounded, with a warning', async () => {
  const scans = await Promise.all(
    [1, 3].map(n => {
      const lines = Array.from({ length: 4000 }, (_, i) =>
        retransmit(`0${n}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`),
      )
      return scan(lines.join('\n'), {}, [], `messages-${n}`)
    }),
  )
  const { events, warnings } = collect(scans)
  expect([events.length, events.reduce((sum, { count }) => sum + count, 0), warnings.length]).toEqual([5000, 8000, 1])
})
