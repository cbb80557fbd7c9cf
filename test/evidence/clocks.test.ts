import { describe, expect, test } from 'vitest'
import { measureSkew } from '../../src/evidence/clocks/skew.ts'
import { late, readFiles, ring, two } from './bundle-kit.ts'

const of = (name: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]))
const corosync = { 'node01/etc/corosync/corosync.conf': two }

describe('clocks that differ', () => {
  const logs = (first: readonly string[], second: readonly string[]) => ({
    ...corosync,
    'node01/var/log/messages': first.join(''),
    'node02/var/log/messages': second.join(''),
  })

  test('are measured by what both nodes logged at the same moment, and the order follows', async () => {
    const { warnings, events, known } = await readFiles(
      logs(
        [ring('Mar 28 06:00:00', 'node01', '1.9'), ring('Mar 28 06:10:00', 'node01', '1.d'), late('Mar 28 06:15:03', 'node01')],
        [ring('Mar 28 06:00:40', 'node02', '1.9'), ring('Mar 28 06:10:40', 'node02', '1.d'), late('Mar 28 06:15:20', 'node02')],
      ),
    )
    expect(warnings).toContainEqual(
      expect.stringMatching(/^The clock of node02 is 40 s ahead of that of node01, measured on 2 lines .* takes it into account/),
    )
    expect(known('node-clocks-differ')).toEqual([true])
    // 06:15:20 of a clock that is 40 s ahead is before 06:15:03.
    const order = events.filter(({ values }) => values.operation === 'stop').map(({ node, time }) => [node, time])
    expect(order).toEqual([
      ['node02', '2026-03-28T06:15:20'],
      ['node01', '2026-03-28T06:15:03'],
    ])
  })

  test.each([
    { name: 'agree', at: ['06:00:00', '06:10:01'], warning: undefined, differ: [false] },
    {
      name: 'are a whole hour apart: another zone',
      at: ['07:00:00', '07:10:00'],
      warning: /3600 s ahead .* looks like another time zone/,
      differ: [true],
    },
    {
      name: 'are apart, now more, now less: nothing is corrected',
      at: ['06:00:00', '06:10:50'],
      warning: /50 s apart: .* was not corrected/,
      differ: [],
    },
  ])('$name', async ({ at, warning, differ }) => {
    const found = await readFiles(
      logs(
        [ring('Mar 28 06:00:00', 'node01', '1.9'), ring('Mar 28 06:10:00', 'node01', '1.d')],
        [ring(`Mar 28 ${at[0]}`, 'node02', '1.9'), ring(`Mar 28 ${at[1]}`, 'node02', '1.d')],
      ),
    )
    if (warning) expect(found.warnings).toContainEqual(expect.stringMatching(warning))
    else expect(found.warnings).toEqual([])
    expect(found.known('node-clocks-differ')).toEqual(differ)
  })

  test('are said to be unknown when nothing was logged by both', async () => {
    const { ledgerText } = await readFiles(logs([late('Mar 28 06:15:03', 'node01')], [late('Mar 28 06:15:04', 'node02')]))
    expect(ledgerText).toContainEqual(expect.stringMatching(/whether the clocks of the nodes agree/))
  })

  test('one line a few seconds late may be a node that stood still', () => {
    expect(measureSkew([], () => undefined, ['a', 'b'])).toEqual([])
  })
})

describe('zones', () => {
  test.each([
    {
      name: 'date',
      first: { 'sos_commands/date/date': 'Sat Mar 28 06:20:00 CET 2026\n' },
      second: { 'sos_commands/date/date': 'Sat Mar 28 05:20:00 UTC 2026\n' },
    },
    {
      name: 'date in the form of RHEL 9',
      first: { 'sos_commands/date/date': 'Sat Mar 28 06:20:00 AM CET 2026\n' },
      second: { 'sos_commands/date/date': 'Sat 28 Mar 2026 05:20:00 AM UTC\n' },
    },
    {
      name: 'timedatectl',
      first: {
        timedatectl:
          '      Local time: Sat 2026-03-28 06:20:00 CET\n  Universal time: Sat 2026-03-28 05:20:00 UTC\n       Time zone: Europe/Berlin (CET, +0100)\n',
      },
      second: {
        timedatectl:
          '      Local time: Sat 2026-03-28 05:20:00 UTC\n  Universal time: Sat 2026-03-28 05:20:00 UTC\n       Time zone: UTC (UTC, +0000)\n',
      },
    },
    {
      name: 'date and date --utc, whatever the zone is called',
      first: {
        'sos_commands/date/date': 'Sat Mar 28 06:20:00 XYZ 2026\n',
        'sos_commands/date/date_--utc': 'Sat Mar 28 05:20:01 UTC 2026\n',
      },
      second: { 'sos_commands/date/date': 'Sat Mar 28 05:20:00 UTC 2026\n' },
    },
  ])('of the nodes differ, by $name: a warning, and one order', async ({ first, second }) => {
    const { warnings, events } = await readFiles({
      ...corosync,
      ...of('node01', first as unknown as Record<string, string>),
      ...of('node02', second as unknown as Record<string, string>),
      'node01/var/log/messages': late('Mar 28 06:15:03', 'node01'),
      'node02/var/log/messages': late('Mar 28 05:14:58', 'node02'),
    })
    expect(warnings).toContainEqual(
      'The nodes are set to different time zones (node01 UTC+01:00, node02 UTC). The order of events takes it into account.',
    )
    expect(events.map(({ node }) => node)).toEqual(['node02', 'node01'])
    expect(events[1]!.at! - events[0]!.at!).toBe(5000)
  })

  const winter = { berlin: '      Local time: Sat 2026-01-10 06:20:00 CET\n       Time zone: Europe/Berlin (CET, +0100)\n' }
  test.each([
    { name: 'timedatectl named the zone in winter', first: { timedatectl: winter.berlin }, at: '2025-07-15T08:15:03' },
    {
      name: 'it named the zone in summer, and it happened in winter',
      first: { timedatectl: winter.berlin.replace('CET, +0100', 'CEST, +0200') },
      at: '2025-01-15T07:15:03',
    },
    {
      name: 'date said CEST, which only zones with summer time do',
      first: { 'sos_commands/date/date': 'Wed Jul 15 06:20:00 CEST 2026\n' },
      at: '2025-01-15T07:15:03',
    },
    {
      name: 'the localtime file names the zone beside the offset of date',
      first: {
        'sos_commands/date/date': 'Sat Jan 10 06:20:00 CET 2026\n',
        'sos_commands/date/readlink_.etc.localtime': '../usr/share/zoneinfo/Europe/Berlin\n',
      },
      at: '2025-07-15T08:15:03',
    },
  ])('of a node that keeps summer time beside one in UTC: $name', async ({ first, at }) => {
    const { events, warnings } = await readFiles({
      ...corosync,
      ...of('node01', first as unknown as Record<string, string>),
      'node02/sos_commands/date/date': 'Sat Jan 10 05:20:00 UTC 2026\n',
      'node01/var/log/messages': late(at, 'node01'),
      'node02/var/log/messages': late(`${at.slice(0, 10)}T06:14:58`, 'node02'),
    })
    expect(events.map(({ node }) => node)).toEqual(['node02', 'node01'])
    expect(events[1]!.at! - events[0]!.at!).toBe(5000)
    expect(events[1]!.time).toBe(at)
    expect(warnings.filter(text => text.includes('offset only'))).toEqual([])
  })

  test.each([
    { name: 'only where summer time may have been', at: '2025-07-15T08:15:03', told: true },
    { name: 'not in the same half of the year', at: '2025-12-15T08:15:03', told: false },
  ])('an offset alone is told as a doubt, $name', async ({ at, told }) => {
    const { warnings } = await readFiles({
      ...corosync,
      'node01/sos_commands/date/date': 'Sat Jan 10 06:20:00 CET 2026\n',
      'node02/sos_commands/date/date': 'Sat Jan 10 05:20:00 UTC 2026\n',
      'node01/var/log/messages': late(at, 'node01'),
      'node02/var/log/messages': late(`${at.slice(0, 10)}T06:14:58`, 'node02'),
    })
    const doubt =
      /^The zone of node01 is known by its offset only \(CET, UTC\+01:00\).* its times of 2025-07-15 are UTC\+02:00, and stand 60 minutes wrong/
    expect(warnings.some(text => doubt.test(text))).toBe(told)
  })

  test('that logs write themselves', async () => {
    const { warnings, events } = await readFiles({
      ...corosync,
      'node01/var/log/messages': late('2026-03-28T06:15:03.000000+01:00', 'node01'),
      'node02/var/log/messages': late('2026-03-28T05:14:58.000000+00:00', 'node02'),
    })
    expect(warnings).toContainEqual(expect.stringContaining('different time zones'))
    expect(events.map(({ node }) => node)).toEqual(['node02', 'node01'])
  })
})

test.each([
  {
    name: 'timedatectl of RHEL 8',
    text: '  Local time: Sat 2026-03-28 06:20:00 CET\n  Time zone: Europe/Berlin (CET, +0100)\nSystem clock synchronized: no\n',
    warning: /node01 was not synchronised/,
  },
  {
    name: 'timedatectl of RHEL 7',
    text: '  Local time: Sat 2026-03-28 06:20:00 CET\n  Time zone: Europe/Berlin (CET, +0100)\n NTP synchronized: no\n',
    warning: /node01 was not synchronised/,
  },
  {
    name: 'chronyc tracking',
    text: 'Reference ID    : 0A010101 (ntp1)\nStratum         : 3\nSystem time     : 12.404211000 seconds slow of NTP time\nLeap status     : Normal\n',
    warning: /node01 was 12\.4 s behind its time server/,
  },
])('$name tells of a clock that goes wrong', async ({ text, warning }) => {
  const { warnings } = await readFiles({ 'node01/etc/hostname': 'node01\n', 'node01/sos_commands/chrony/x': text })
  expect(warnings).toContainEqual(expect.stringMatching(warning))
})

describe('kernel lines that count seconds since the start', () => {
  const dmesg =
    '[    0.000000] Linux version 4.18.0-477.el8.x86_64\n[  300.500000] INFO: task crm_mon:4711 blocked for more than 120 seconds.\n'
  const start = Date.UTC(2026, 2, 28, 5, 10, 0)

  test.each([
    { name: '/proc/stat', files: { 'proc/stat': `cpu  1 2 3\nbtime ${start / 1000}\n` } },
    {
      name: '/proc/uptime and date',
      files: { 'proc/uptime': '600.00 1200.00\n', 'sos_commands/date/date': 'Sat Mar 28 05:20:00 UTC 2026\n' },
    },
    {
      name: 'uptime and date',
      files: { uptime: ' 05:20:00 up 10 min,  2 users,  load average: 0.00\n', date: 'Sat Mar 28 05:20:00 UTC 2026\n' },
    },
    {
      name: 'uptime --since and the zone',
      files: { 'sos_commands/host/uptime_--since': '2026-03-28 06:10:00\n', 'sos_commands/date/date': 'Sat Mar 28 06:20:00 CET 2026\n' },
    },
    {
      name: 'the list of starts in the journal',
      files: {
        'sos_commands/logs/journalctl_--list-boots':
          '-1 00000000000000000000000000000001 Fri 2026-03-27 05:10:00 UTC—Fri 2026-03-27 22:10:00 UTC\n 0 00000000000000000000000000000002 Sat 2026-03-28 05:10:00 UTC—Sat 2026-03-28 05:20:00 UTC\n',
      },
    },
  ])('get their time from $name', async ({ files }) => {
    const { events, ledgerText } = await readFiles({
      'node01/sos_commands/kernel/dmesg': dmesg,
      ...of('node01', files as unknown as Record<string, string>),
    })
    expect(events.map(({ at }) => at)).toEqual([start + 300_500])
    expect(ledgerText).not.toContainEqual(expect.stringMatching(/when the lines of/))
  })

  test('have none without it, and the ledger says what that leaves open', async () => {
    const { events, ledger } = await readFiles({ 'node01/sos_commands/kernel/dmesg': dmesg })
    expect(events.map(({ time }) => time)).toEqual([undefined])
    const told = ledger.find(({ what }) => what === 'when the lines of node01/sos_commands/kernel/dmesg were written')
    expect(told?.why).toMatch(/count seconds since a start whose time nobody tells/)
    expect(told?.facts).toContain('commands-hang')
  })

  test.each([
    {
      name: 'in the zone of its node',
      folder: '127.0.0.1-2026-03-28-06:15:03',
      zone: 'Sat Mar 28 09:00:00 CET 2026\n',
      at: Date.UTC(2026, 2, 28, 5, 15, 3),
    },
    {
      name: 'as somebody packed it for Windows',
      folder: 'n1-2026-03-28-06_15_03',
      zone: 'Sat Mar 28 09:00:00 UTC 2026\n',
      at: Date.UTC(2026, 2, 28, 6, 15, 3),
    },
  ])('of a dump get their time from the name of its folder, $name', async ({ folder, zone, at }) => {
    const { events, warnings, ledgerText } = await readFiles({
      [`node01/var/crash/${folder}/vmcore-dmesg.txt`]: `${dmesg}[  345.500000] BUG: unable to handle kernel NULL pointer dereference at 0000000000000008\n`,
      'node01/sos_commands/date/date': zone,
      'node01/proc/stat': `cpu  1 2 3\nbtime ${start / 1000}\n`,
    })
    expect(events.map(({ kind, time, at: when }) => [kind, time, when])).toEqual([
      ['hung-task', '2026-03-28T06:14:18', at - 45_000],
      ['kernel-crash', '2026-03-28T06:15:03', at],
    ])
    expect(warnings).toContainEqual(expect.stringMatching(/dump was begun at 2026-03-28T06:15:03, some seconds after the crash/))
    expect(ledgerText).not.toContainEqual(expect.stringMatching(/when the lines of/))
  })

  test('of a crash before the last start get none from it', async () => {
    const { events } = await readFiles({
      'node01/var/crash/x/vmcore-dmesg.txt': dmesg,
      'node01/proc/stat': `cpu  1 2 3\nbtime ${start / 1000}\n`,
    })
    expect(events.map(({ time }) => time)).toEqual([undefined])
  })
})
