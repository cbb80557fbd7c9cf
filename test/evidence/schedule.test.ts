import { expect, test } from 'vitest'
import { late, readFiles, two } from './bundle-kit.ts'

test.each([
  { name: 'three nights at nearly the same minute are a schedule', at: ['26T02:30', '27T02:33', '28T02:29'], known: [true] },
  { name: 'also around midnight', at: ['25T23:58', '27T00:05', '27T23:55', '29T00:01'], known: [true] },
  { name: 'what goes on for an hour began once', at: ['26T02:30', '26T03:10', '26T03:50', '27T02:31', '28T02:30'], known: [true] },
  { name: 'one more at noon does not hide it', at: ['26T02:30', '26T12:00', '27T02:31', '28T02:30'], known: [true] },
  { name: 'two nights may be chance', at: ['26T02:30', '27T02:30'], known: [] },
  { name: 'three incidents of one day are no three days', at: ['26T02:30', '26T08:30', '26T14:30'], known: [] },
  { name: 'an hour apart is another time', at: ['26T02:30', '27T03:40', '28T04:50'], known: [] },
  {
    name: 'as many at other times are no schedule',
    at: ['26T02:30', '26T09:00', '27T02:31', '27T16:00', '28T02:30', '28T20:00'],
    known: [],
  },
  { name: 'nor where the log tells no year', at: ['26T02:30', '26T08:30', '26T14:30'], known: [], undated: true },
  { name: 'three nights of a log without years are one as well', at: ['26T02:30', '27T02:33', '28T02:29'], known: [true], undated: true },
])('$name', async ({ at, known, undated }) => {
  const timeOf = (time: string) => (undated ? `Mar ${time.replace('T', ' ')}:03` : `2026-03-${time}:03`)
  const text = at.map(time => late(timeOf(time), 'node01')).join('')
  const found = await readFiles({ 'node01/etc/corosync/corosync.conf': two, 'node01/var/log/messages': text }, { undated })
  expect(found.known('periodic')).toEqual(known)
})
