import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

interface Line {
  /** Minutes since midnight, by the clock of the machine. */
  readonly minute: number
  readonly second: number
  readonly pid: number
  readonly message: string
}

/** How a file writes its lines: so many minutes ahead of the machine's clock, which is one hour ahead of UTC. */
const written = (lines: readonly Line[], ahead: number, form: (date: string, clock: string) => string, pids = 0) =>
  lines
    .map(({ minute, second, pid, message }) => {
      const at = new Date(Date.UTC(2026, 2, 28, 0, minute + ahead, second)).toISOString()
      return `${form(at.slice(0, 10), at.slice(11, 19))} node01 corosync[${pid + pids}]:   ${message}\n`
    })
    .join('')
const months: Readonly<Record<string, string>> = { '27': 'Mar 27', '28': 'Mar 28' }
const syslog = (date: string, clock: string) => `${months[date.slice(8)]} ${clock}`
const journal =
  (zone: string, fraction = '') =>
  (date: string, clock: string) =>
    `${date}T${clock}${fraction}${zone}`

/** Seven hours in which links go and come, at times that follow no grid. */
const hours: readonly Line[] = Array.from({ length: 24 }, (_, i) => ({
  minute: 60 + 17 * i + (i % 5),
  second: (i * 37) % 60,
  pid: 38,
  message:
    i % 3 === 0
      ? `[TOTEM ] Token has not been received in ${2250 + i} ms`
      : i % 3 === 1
        ? '[KNET  ] link: host: 2 link: 0 is down'
        : '[KNET  ] host: host: 2 has no active links',
}))
const base = '/var/log/messages'
const inOrders = async (files: Readonly<Record<string, string>>) => {
  const found = [await readFiles(files), await readFiles(Object.fromEntries(Object.entries(files).reverse()))]
  const words = found.map(({ events, warnings }) => JSON.stringify([events, warnings]))
  expect(words[1]).toBe(words[0])
  return found[0]!
}

describe('a log that names no zone and a journal in UTC of the same node', () => {
  const local = { [`node01${base}`]: written(hours, 0, syslog) }
  test.each([
    { name: 'whose name says so', path: 'node01/sos_commands/logs/journalctl_--utc', form: journal('+0000') },
    { name: 'whose name does not say so', path: 'node01/sos_commands/logs/journalctl_-o_short-iso', form: journal('+00:00') },
    { name: 'that tells parts of a second', path: 'node01/journal.log', form: journal('+00:00', '.900000') },
    { name: 'that writes a Z', path: 'node01/journal.log', form: journal('Z', '.123456') },
    { name: 'that writes as a syslog does', path: 'node01/sos_commands/logs/journalctl_--utc', form: syslog },
  ])('$name: each event counts once, and it is told', async ({ path, form }) => {
    const { events, warnings, zoneMinutes } = await inOrders({ ...local, [path]: written(hours, -60, form) })
    expect(events).toHaveLength(hours.length)
    expect(new Set(events.map(({ at }) => Math.floor(at! / 1000)))).toEqual(
      new Set(hours.map(({ minute, second }) => Date.UTC(2026, 2, 28, 0, minute - 60, second) / 1000)),
    )
    expect(zoneMinutes).toBe(60)
    expect(warnings).toEqual([
      `The times in node01${base} were read as UTC+01:00: 24 of the lines stand in ${path} as well, and only then at the same moment. Each event counts once.`,
    ])
  })

  test('whose zone timedatectl tells: nothing is left to tell', async () => {
    const { events, warnings } = await inOrders({
      ...local,
      'node01/timedatectl': '      Local time: Sat 2026-03-28 10:20:00 CET\n       Time zone: Europe/Berlin (CET, +0100)\n',
      'node01/journal.log': written(hours, -60, journal('+00:00')),
    })
    expect(events).toHaveLength(hours.length)
    expect(warnings).toEqual([])
  })

  test('in a zone of three quarters of an hour, of which only a part was kept', async () => {
    const { events, zoneMinutes } = await inOrders({
      ...local,
      'node01/journal.log': written(hours.slice(9, 17), -345, journal('+00:00')),
    })
    expect([events.length, zoneMinutes]).toEqual([hours.length, 345])
  })

  test('that writes a zone of its own while the log is in UTC', async () => {
    const { events, warnings } = await inOrders({
      [`node01${base}`]: written(hours, -60, syslog),
      'node01/journal.log': written(hours, 0, journal('+01:00')),
    })
    expect(events).toHaveLength(hours.length)
    expect(warnings).toContainEqual(expect.stringContaining('were read as UTC:'))
  })

  test('both of which name no zone and none says which it is', async () => {
    const { events, zoneMinutes, warnings } = await inOrders({ ...local, 'node01/journal.txt': written(hours, -60, syslog) })
    expect([events.length, zoneMinutes]).toEqual([hours.length, 60])
    expect(warnings).toEqual([expect.stringContaining(`The times in node01${base} were read as UTC+01:00`)])
  })

  test('both of which name no zone, though timedatectl does', async () => {
    const { events, zoneMinutes, warnings } = await inOrders({
      ...local,
      'node01/timedatectl': '      Local time: Sat 2026-03-28 10:20:00 CET\n       Time zone: Europe/Berlin (CET, +0100)\n',
      'node01/journal.txt': written(hours, -60, syslog),
    })
    expect([events.length, zoneMinutes]).toEqual([hours.length, 60])
    expect(warnings).toEqual([expect.stringContaining('The times in node01/journal.txt were read as UTC:')])
  })

  test('with a log of a daemon that the journal does not have: it is of the same zone', async () => {
    const own = written([{ minute: 100, second: 3, pid: 38, message: '[TOTEM ] A processor failed, forming new configuration' }], 0, syslog)
    const { events } = await inOrders({
      ...local,
      'node01/var/log/cluster/corosync.log': own,
      'node01/journal.log': written(hours, -60, journal('+00:00')),
    })
    expect(events.find(({ kind }) => kind === 'token-lost')?.at).toBe(Date.UTC(2026, 2, 28, 0, 40, 3))
  })

  test('is no sign that another node has the zone of its journal', async () => {
    const { warnings, events } = await inOrders({
      ...local,
      'node01/journal.log': written(hours, -60, journal('+00:00')),
      'node02/journal.log': written(hours, -60, journal('+00:00')).replaceAll('node01', 'node02'),
    })
    expect(warnings).not.toContainEqual(expect.stringContaining('different time zones'))
    expect(events).toHaveLength(2 * hours.length)
  })
})

describe('two different events an hour apart stay two', () => {
  const burst = (minute: number): Line[] =>
    [
      '[TOTEM ] A processor failed, forming new configuration',
      '[KNET  ] link: host: 2 link: 0 is down',
      '[TOTEM ] Retransmit List: 1 2',
    ].map(message => ({ minute, second: 3, pid: 38, message }))
  test.each([
    { name: 'because other processes wrote them', log: hours, journalled: hours, pids: 100 },
    { name: 'because one line alone is alike', log: hours.slice(0, 1), journalled: hours.slice(0, 1), pids: 0 },
    { name: 'because one burst alone is alike', log: burst(100), journalled: burst(100), pids: 0 },
    {
      name: 'because few of many lines are alike',
      log: hours,
      journalled: hours.map((line, i) => (i % 4 === 0 ? line : { ...line, second: (line.second + 29) % 60 })),
      pids: 0,
    },
  ])('$name', async ({ log, journalled, pids }) => {
    const { events, warnings } = await inOrders({
      [`node01${base}`]: written(log, 0, syslog),
      'node01/journal.log': written(journalled, -60, journal('+00:00'), pids),
    })
    expect(events).toHaveLength(log.length + journalled.length)
    expect(warnings).toEqual([])
  })

  test('even when both stand in both files', async () => {
    const twice = [...hours, ...hours.map(line => ({ ...line, minute: line.minute + 480 }))]
    const { events } = await inOrders({
      [`node01${base}`]: written(twice, 0, syslog),
      'node01/journal.log': written(twice, -60, journal('+00:00')),
    })
    expect(events).toHaveLength(twice.length)
  })

  test('because they are as far apart as no zones are', async () => {
    const { events } = await inOrders({
      [`node01${base}`]: written(hours, 0, syslog),
      'node01/journal.log': written(hours, -50, journal('+00:00')),
    })
    expect(events).toHaveLength(2 * hours.length)
  })
})
