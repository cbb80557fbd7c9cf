import { describe, expect, test } from 'vitest'
import { inPeriod, typedTime } from '../../src/evidence/period.ts'

describe('a typed time', () => {
  test.each([
    { name: 'is a day from its beginning', text: '2026-03-28', end: 'since', at: '2026-03-28T00:00:00.000Z' },
    { name: 'is a day to its end', text: '2026-03-28', end: 'until', at: '2026-03-28T23:59:59.999Z' },
    { name: 'is a minute', text: '2026-03-28 06:15', end: 'since', at: '2026-03-28T06:15:00.000Z' },
    { name: 'is a minute to its end', text: '2026-03-28 06:15', end: 'until', at: '2026-03-28T06:15:59.999Z' },
    { name: 'is as logs and JSON have it', text: '2026-03-28T06:15:03', end: 'since', at: '2026-03-28T06:15:03.000Z' },
    { name: 'may have a zone', text: '2026-03-28 06:15:03 +01:00', end: 'since', at: '2026-03-28T05:15:03.000Z' },
    { name: 'may lack the year, as old logs do', text: '03-28 06:15', end: 'since', at: '2000-03-28T06:15:00.000Z' },
    { name: 'is no day that does not exist', text: '2026-02-30', end: 'since', at: undefined },
    { name: 'is no hour that does not exist', text: '2026-02-20 25:00', end: 'since', at: undefined },
    { name: 'is no word', text: 'yesterday', end: 'since', at: undefined },
    { name: 'is not empty', text: '', end: 'until', at: undefined },
  ] as const)('$name', ({ text, end, at }) => {
    const told = typedTime(text, end)
    expect(told && new Date(told.at).toISOString()).toBe(at)
  })
})

const at = (time: string) => Date.parse(`${time.startsWith('-') ? `2000${time.slice(1)}` : time}Z`)

describe('a period', () => {
  test.each([
    { name: 'holds its first second', period: { since: '2026-03-28 06:15' }, time: '2026-03-28T06:15:00', has: true },
    { name: 'does not hold what was before', period: { since: '2026-03-28 06:15' }, time: '2026-03-28T06:14:59', has: false },
    { name: 'holds its last minute', period: { until: '2026-03-28 06:15' }, time: '2026-03-28T06:15:59', has: true },
    { name: 'does not hold what was after', period: { until: '2026-03-28 06:15' }, time: '2026-03-28T06:16:00', has: false },
    {
      name: 'is by the day where a log has no year',
      period: { since: '2026-03-28', until: '2026-03-28' },
      time: '--03-28T12:00:00',
      has: true,
    },
    {
      name: 'leaves out other days of a log without years',
      period: { since: '2026-03-28', until: '2026-03-28' },
      time: '--03-29T12:00:00',
      has: false,
    },
    {
      name: 'reaches over the turn of the year',
      period: { since: '2025-12-31', until: '2026-01-01' },
      time: '--01-01T12:00:00',
      has: true,
    },
    {
      name: 'of more than a year holds every day',
      period: { since: '2024-01-01', until: '2026-01-01' },
      time: '--07-01T12:00:00',
      has: true,
    },
    { name: 'without a year is of any year', period: { since: '03-28', until: '03-28' }, time: '2026-03-28T12:00:00', has: true },
    { name: 'without a year is still of that day', period: { since: '03-28', until: '03-28' }, time: '2026-03-27T12:00:00', has: false },
  ])('$name', ({ period, time, has }) => {
    expect(inPeriod(period, { zoneMinutes: 0 })!.has(at(time), time)).toBe(has)
  })

  test('is by the clock of the nodes', () => {
    expect(inPeriod({ since: '2026-03-28 06:15' }, { zoneMinutes: 60 })!.has(at('2026-03-28T05:15:00'), '2026-03-28T06:15:00')).toBe(true)
    expect(inPeriod({ since: '2026-03-28 06:15Z' }, { zoneMinutes: 60 })!.has(at('2026-03-28T05:15:00'), '2026-03-28T06:15:00')).toBe(false)
  })

  test('is by the season of its own day, whenever the evidence was collected', () => {
    const clock = { zoneMinutes: 60, zoneName: 'Europe/Berlin' }
    expect(inPeriod({ since: '2026-07-28 06:15' }, clock)!.has(at('2026-07-28T04:15:00'), '2026-07-28T06:15:00')).toBe(true)
    expect(inPeriod({ until: '2026-07-28 06:14' }, clock)!.has(at('2026-07-28T04:15:00'), '2026-07-28T06:15:00')).toBe(false)
  })

  test('of nothing is none', () => {
    expect(inPeriod({}, { zoneMinutes: 0 })).toBeUndefined()
  })
})
