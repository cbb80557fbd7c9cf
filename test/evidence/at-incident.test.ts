import { describe, expect, test } from 'vitest'
import { loadsAtIncident, tasksAtIncident } from '../../src/evidence/at-incident.ts'
import type { LogEvent, Reading } from '../../src/evidence/model.ts'

const kb = { events: { fault: { 'tells-of': ['trouble', 'standstill'] } } } as never
const event = (time: string): LogEvent => ({
  kind: 'fault',
  node: 'n1',
  time,
  at: Date.parse(`${time.replace(/^--/, '2000-')}Z`),
  file: 'messages',
  line: 1,
  count: 1,
  values: {},
  text: 'fault',
})
const load = (days: string, from: string, to: string): Reading => ({
  key: 'listed.load',
  value: ['cpu', days, from, to, 'recorded'],
  node: 'n1',
  file: 'sar28',
})
const task = (days: string, at: string): Reading => ({
  key: 'listed.hypervisor-task',
  value: [days, at, '', 'seen', 'snapshot of n1'],
  node: undefined,
  file: 'tasks.txt',
})

describe('a load and a fault', () => {
  test.each([
    { name: 'within it', days: '03-28', from: '06:00', to: '06:30', time: '2026-03-28T06:15:03', is: true },
    { name: 'minutes after it', days: '03-28', from: '06:00', to: '06:30', time: '2026-03-28T06:39:00', is: true },
    { name: 'long after it', days: '03-28', from: '06:00', to: '06:30', time: '2026-03-28T06:50:00', is: false },
    { name: 'on another day', days: '03-27', from: '06:00', to: '06:30', time: '2026-03-28T06:15:03', is: false },
    {
      name: 'on one of the days that the date may mean',
      days: '04-03,03-04',
      from: '06:00',
      to: '06:30',
      time: '2026-03-04T06:15:03',
      is: true,
    },
    { name: 'in a log without years', days: '03-28', from: '06:00', to: '06:30', time: '--03-28T06:15:03', is: true },
    { name: 'in a log without years, on another day', days: '03-27', from: '06:00', to: '06:30', time: '--03-28T06:15:03', is: false },
    { name: 'of no known day', days: '', from: '06:00', to: '06:30', time: '--03-28T06:15:03', is: true },
    { name: 'in the first minutes of the next day', days: '03-28', from: '23:40', to: '23:59', time: '2026-03-29T00:05:00', is: true },
    { name: 'in the first minutes of the same day', days: '03-28', from: '23:40', to: '23:59', time: '2026-03-28T00:05:00', is: false },
    { name: 'in the last minutes of the day before', days: '03-28', from: '00:00', to: '00:20', time: '2026-03-27T23:55:00', is: true },
    { name: 'in the last minutes of the same day', days: '03-28', from: '00:00', to: '00:20', time: '2026-03-28T23:55:00', is: false },
    { name: 'in the first minutes of the next year', days: '12-31', from: '23:40', to: '23:59', time: '2027-01-01T00:05:00', is: true },
    { name: 'over midnight, under the day of its end', days: '03-29', from: '23:40', to: '00:10', time: '2026-03-28T23:50:00', is: true },
    {
      name: 'over midnight, under the day of its beginning',
      days: '03-28',
      from: '23:40',
      to: '00:10',
      time: '2026-03-29T00:05:00',
      is: true,
    },
    { name: 'in the first minutes of March', days: '02-28', from: '23:40', to: '23:59', time: '2026-03-01T00:05:00', is: true },
  ])('$name', ({ days, from, to, time, is }) => {
    expect(loadsAtIncident(kb, [load(days, from, to)], [event(time)]).map(({ key }) => key)).toEqual(is ? ['cpu.starved'] : [])
  })
})

test.each([
  { name: 'a log without years', time: '--03-28T06:15:03', days: '03-28', is: true },
  { name: 'a log with years', time: '2026-03-28T06:15:03', days: '03-28', is: true },
  { name: 'a log of another day', time: '2026-03-29T06:15:03', days: '03-28', is: false },
])('what the hypervisor did is compared with $name', ({ time, days, is }) => {
  expect(tasksAtIncident(kb, [task(days, '06:12')], [event(time)], ['n1'])).toHaveLength(is ? 1 : 0)
})
