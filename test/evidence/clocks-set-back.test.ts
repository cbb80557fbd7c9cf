import { describe, expect, test } from 'vitest'
import { readFiles, two } from './bundle-kit.ts'

const corosync = { 'node01/etc/corosync/corosync.conf': two }
const lost = (at: string, node: string) => `${at} ${node} corosync[9]:  [TOTEM ] A processor failed, forming new configuration.\n`
const late = (at: string, node: string) =>
  `${at} ${node} pacemaker-controld[9]: error: Result of stop operation for vip on ${node}: Timed Out after 20s\n`
const fence = (at: string, by: string, node: string) =>
  `${at} ${by} pacemaker-controld[9]: notice: Requesting fencing (reboot) of node ${node}\n`

/** 2025-10-26 is a Sunday. */
const summer = [lost('2025-10-26T02:55:00', 'node01'), late('2025-10-26T02:58:00', 'node01')]
const winter = fence('2025-10-26T02:01:00', 'node01', 'node01')
const orderOf = async (files: Record<string, string>) => {
  const { events, warnings } = await readFiles({ ...corosync, ...files })
  return { order: events.map(({ kind, time }) => `${kind} ${time?.slice(8, 16)}`), warnings }
}

describe('the night in which summer time ends', () => {
  test('an hour is told twice, and what led to the fencing still comes before it', async () => {
    const { order, warnings } = await orderOf({ 'node01/var/log/messages': [...summer, winter].join('') })
    expect(order).toEqual(['token-lost 26T02:55', 'operation-timed-out 26T02:58', 'fencing-requested 26T02:01'])
    expect(warnings).toContainEqual(expect.stringMatching(/^On 2025-10-26 the clocks were set back by an hour/))
  })

  test('the other node, which logged nothing in that hour, stays beside it', async () => {
    const { order } = await orderOf({
      'node01/var/log/messages': [...summer, winter].join(''),
      'node02/var/log/messages': lost('2025-10-26T01:50:00', 'node02') + fence('2025-10-26T03:10:00', 'node02', 'node01'),
    })
    expect(order).toEqual([
      'token-lost 26T01:50',
      'token-lost 26T02:55',
      'operation-timed-out 26T02:58',
      'fencing-requested 26T02:01',
      'fencing-requested 26T03:10',
    ])
  })

  test.each([
    { name: 'in North America', day: '2025-11-02' },
    { name: 'in the south', day: '2026-04-05' },
  ])('$name it is another one', async ({ day }) => {
    const { warnings } = await orderOf({
      'node01/var/log/messages': late(`${day}T01:55:00`, 'node01') + fence(`${day}T01:05:00`, 'node01', 'node01'),
    })
    expect(warnings).toContainEqual(expect.stringContaining(`On ${day} the clocks were set back`))
  })

  test.each([
    { name: 'on a Monday nothing is set back', day: '2025-10-27', at: ['02:55:00', '02:01:00'] },
    { name: 'nor on a Sunday on which no summer time ends', day: '2025-10-19', at: ['02:55:00', '02:01:00'] },
    { name: 'lines a few seconds out of order are in no other hour', day: '2025-10-26', at: ['02:55:09', '02:55:00'] },
    { name: 'nor is a clock that was wrong by more', day: '2025-10-26', at: ['03:55:00', '00:01:00'] },
  ])('$name', async ({ day, at }) => {
    const { order, warnings } = await orderOf({
      'node01/var/log/messages': late(`${day}T${at[0]}`, 'node01') + lost(`${day}T${at[1]}`, 'node01'),
    })
    expect(order[0]).toMatch(/^token-lost/)
    expect(warnings.filter(text => text.includes('set back'))).toEqual([])
  })
})
