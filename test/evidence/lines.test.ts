import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLine, longestLine, withoutControls } from '../../src/evidence/lines/clean.ts'
import { splitRawLine } from '../../src/evidence/lines/prefix.ts'
import { sniffLogKind } from '../../src/evidence/lines/sniff.ts'
import { logTime } from '../../src/evidence/lines/time.ts'

const reference = Date.UTC(2026, 10, 22, 12)
const json = (fields: object) => JSON.stringify({ __REALTIME_TIMESTAMP: '1774678503123456', ...fields })

describe('a line is split into its parts', () => {
  test.each([
    {
      name: 'traditional syslog',
      line: 'Mar  4 02:13:07 node1 corosync[2187]:  [TOTEM ] A processor failed, forming new configuration.',
      parts: { format: 'syslog', time: '2026-03-04T02:13:07', host: 'node1', process: 'corosync', pid: '2187' },
      message: '[TOTEM ] A processor failed, forming new configuration.',
    },
    {
      name: 'a program without a number',
      line: 'Mar  4 02:13:07 node1 kernel: INFO: task crm_mon:31877 blocked for more than 120 seconds.',
      parts: { process: 'kernel', pid: undefined },
      message: 'INFO: task crm_mon:31877 blocked for more than 120 seconds.',
    },
    {
      name: 'a kernel line with its own clock in it',
      line: 'Mar  4 02:13:07 node1 kernel: [86412.331204] INFO: task x',
      parts: { process: 'kernel' },
      message: 'INFO: task x',
    },
    {
      name: 'the level of a pacemaker message',
      line: 'Nov 22 08:43:07 node01 pacemaker-controld[56]:  error: Result of monitor operation for app on node01: Timed Out after 10s ',
      parts: { process: 'pacemaker-controld', level: 'error', host: 'node01' },
      message: 'Result of monitor operation for app on node01: Timed Out after 10s ',
    },
    {
      name: 'journal short-precise',
      line: 'Mar 04 02:13:07.123456 node1 sbd[9]: warning: inquisitor_child: x',
      parts: { time: '2026-03-04T02:13:07.123456', process: 'sbd', level: 'warning' },
      message: 'inquisitor_child: x',
    },
    {
      name: 'journal short-iso',
      line: '2024-03-04T02:13:07+0100 node1 pacemaker-controld[2236]:  error: Result of stop',
      parts: { time: '2024-03-04T02:13:07+01:00', at: Date.UTC(2024, 2, 4, 1, 13, 7), process: 'pacemaker-controld', yearless: false },
      message: 'Result of stop',
    },
    {
      name: 'journal short-full',
      line: 'Mon 2024-03-04 02:13:07 CET node1 systemd[1]: Started x',
      parts: { time: '2024-03-04T02:13:07', host: 'node1', process: 'systemd' },
      message: 'Started x',
    },
    {
      name: 'rsyslog with microseconds',
      line: '2024-03-04T02:13:07.123456+01:00 node1 IPaddr2(vip)[277]: INFO: Bringing device eth0 up',
      parts: { time: '2024-03-04T02:13:07.123456+01:00', process: 'IPaddr2(vip)', pid: '277', level: 'info' },
      message: 'Bringing device eth0 up',
    },
    {
      name: 'the journal as JSON',
      line: json({ MESSAGE: ' notice: Node x', _HOSTNAME: 'n1', SYSLOG_IDENTIFIER: 'crmd', _PID: '4', PRIORITY: '5' }),
      parts: { format: 'journal', time: '2026-03-28T06:15:03.123456Z', host: 'n1', process: 'crmd', pid: '4', level: 'notice' },
      message: ' notice: Node x',
    },
    {
      name: 'the journal as JSON, the message as bytes',
      line: json({ MESSAGE: [104, 105, 27], _HOSTNAME: 'n1', _TRANSPORT: 'kernel' }),
      parts: { process: 'kernel' },
      message: 'hi',
    },
    {
      name: 'corosync 2 without a time',
      line: '[2187] node1 corosyncnotice  [TOTEM ] A new membership (192.168.10.11:1340) was formed. Members left: 2',
      parts: { format: 'corosync', time: undefined, host: 'node1', process: 'corosync', pid: '2187', level: 'notice' },
      message: '[TOTEM ] A new membership (192.168.10.11:1340) was formed. Members left: 2',
    },
    {
      name: 'corosync 2 with a time',
      line: 'Mar 04 02:13:07 [2187] node1 corosyncwarning [MAIN  ] Corosync main process was not scheduled',
      parts: { time: '2026-03-04T02:13:07', host: 'node1', level: 'warning' },
      message: '[MAIN  ] Corosync main process was not scheduled',
    },
    {
      name: 'corosync 3',
      line: 'Mar 04 02:13:07.250 [2187] node1 corosync warning [KNET  ] host: host: 2 has no active links',
      parts: { format: 'corosync', time: '2026-03-04T02:13:07.250', at: Date.UTC(2026, 2, 4, 2, 13, 7, 250), host: 'node1' },
      message: '[KNET  ] host: host: 2 has no active links',
    },
    {
      name: 'pacemaker 1.1 in its own log',
      line: 'Mar 04 02:13:07 [2236] node1       crmd:    error: process_lrm_event:\tResult of stop operation for vip on node1: Timed Out',
      parts: { format: 'pacemaker', host: 'node1', process: 'crmd', pid: '2236', level: 'error' },
      message: 'Result of stop operation for vip on node1: Timed Out',
    },
    {
      name: 'pacemaker, in columns that a viewer widened',
      line: 'Mar 04 02:13:07.488 node1          pacemaker-controld  [2236] (log_executor_event)       error: Result of stop',
      parts: { format: 'pacemaker', host: 'node1', process: 'pacemaker-controld', level: 'error' },
      message: 'Result of stop',
    },
    {
      name: 'pacemaker 2 in its own log',
      line: 'Mar 04 02:13:07.488 node1 pacemaker-controld  [2236] (log_executor_event@controld_execd.c:2) \terror: Result of stop',
      parts: { format: 'pacemaker', time: '2026-03-04T02:13:07.488', host: 'node1', process: 'pacemaker-controld', level: 'error' },
      message: 'Result of stop',
    },
    {
      name: 'a resource agent in the log of pacemaker',
      line: 'Nov 22 08:43:25  IPaddr2(vip)[462]:    INFO: Adding inet address',
      parts: { format: 'resource-agent', time: '2026-11-22T08:43:25', host: undefined, process: 'IPaddr2(vip)', level: 'info' },
      message: 'Adding inet address',
    },
    {
      name: 'a resource agent on RHEL 7',
      line: 'IPaddr2(vip)[462]:\t2018/03/04_02:13:07 ERROR: no such device',
      parts: { time: '2018-03-04T02:13:07', process: 'IPaddr2(vip)', level: 'error' },
      message: 'no such device',
    },
    {
      name: 'dmesg with seconds since the start',
      line: '[86412.331204] INFO: task crm_mon:31877 blocked',
      parts: { format: 'kernel', time: undefined, host: undefined, process: 'kernel' },
      message: 'INFO: task crm_mon:31877 blocked',
    },
    {
      name: 'dmesg -T',
      line: '[Mon Mar  4 02:13:07 2024] INFO: task crm_mon:31877 blocked',
      parts: { format: 'kernel', time: '2024-03-04T02:13:07', yearless: false },
      message: 'INFO: task crm_mon:31877 blocked',
    },
    {
      name: 'dmesg with the number of the thread',
      line: '<4>[    1.000000][  T123] watchdog: BUG: soft lockup',
      parts: { format: 'kernel' },
      message: 'watchdog: BUG: soft lockup',
    },
    {
      name: 'a repeated message without a program',
      line: 'Mar  4 02:13:07 node1 last message repeated 3 times',
      parts: { host: 'node1', process: undefined },
      message: 'last message repeated 3 times',
    },
    {
      name: 'a time, but no host',
      line: '2024-03-04 02:13:07,123 INFO something: else',
      parts: { time: '2024-03-04T02:13:07.123', host: undefined, process: undefined, format: undefined },
      message: 'INFO something: else',
    },
    { name: 'a line end of Windows', line: 'Mar  4 02:13:07 node1 x[1]: y\r', parts: { host: 'node1' }, message: 'y' },
  ])('$name', ({ line, parts, message }) => {
    expect(splitRawLine(line, { reference })).toMatchObject({ ...parts, message })
  })

  test.each([
    '',
    'Feb 30 02:13:07 node1 x[1]: no such day',
    'Mar  4 25:13:07 node1 x[1]: no such hour',
    'Node List:',
    '  * vip_monitor_10000 on node1 \'error\' (1): call=7, status="Timed Out"',
    '[root@node1 ~]# pcs status',
    '{"a": 1}',
    '{not json',
    '[2187] node1',
  ])('%j has neither time nor host', line => {
    expect(splitRawLine(line, { reference })).toMatchObject({ time: undefined, at: undefined, host: undefined, message: line })
  })

  test('seconds since the start become a time when the start is known', () => {
    const { time, at } = splitRawLine('[   60.500000] x', { booted: Date.UTC(2026, 0, 1) })
    expect([time, at]).toEqual(['2026-01-01T00:01:00.500Z', Date.UTC(2026, 0, 1, 0, 1, 0, 500)])
  })

  test('any text is split without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(typeof splitRawLine(text, { reference }).message).toBe('string')
      }),
    )
  })
})

describe('a date without a year', () => {
  test.each([
    { line: 'Nov 22 11:00:00', reference: '2026-11-22T12:00:00Z', time: '2026-11-22T11:00:00', why: 'is of this year' },
    { line: 'Nov 23 11:00:00', reference: '2026-11-22T12:00:00Z', time: '2026-11-23T11:00:00', why: 'may be a day ahead (zones)' },
    { line: 'Nov 24 11:00:00', reference: '2026-11-22T12:00:00Z', time: '2025-11-24T11:00:00', why: 'is never two days ahead' },
    {
      line: 'Dec 31 23:59:59',
      reference: '2026-01-02T00:00:00Z',
      time: '2025-12-31T23:59:59',
      why: 'of December is of last year in January',
    },
    { line: 'Jan  1 00:30:00', reference: '2025-12-31T23:00:00Z', time: '2026-01-01T00:30:00', why: 'of January follows at once' },
    {
      line: 'Feb 29 10:00:00',
      reference: '2026-05-01T00:00:00Z',
      time: '2024-02-29T10:00:00',
      why: 'that is a leap day is of a leap year',
    },
    { line: 'Feb 29 10:00:00', reference: '2024-02-29T10:00:00Z', time: '2024-02-29T10:00:00', why: 'that is today is of this year' },
  ])('$line before $reference $why', ({ line, reference, time }) => {
    expect(splitRawLine(`${line} node1 x[1]: y`, { reference: Date.parse(reference) }).time).toBe(time)
  })

  test('is left without one when nothing tells the year', () => {
    expect(splitRawLine('Feb 29 10:00:00 node1 x[1]: y').time).toBe('--02-29T10:00:00')
  })

  test('is never more than a day after the reference', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (now, month, day) => {
          const found = logTime({ month, day, clock: '23:59:59' }, now)
          expect(found === undefined || found.at <= now + 86_400_000).toBe(true)
        },
      ),
    )
  })
})

describe('text is made harmless', () => {
  test.each([
    ['a\u0000b', 'ab'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['a\tb', 'a\tb'],
    ['a#011b#012c', 'a\tb c'],
    ['\u202eevil\u2028', 'evil'],
    ['ä ✓', 'ä ✓'],
  ])('%j becomes %j', (text, expected) => expect(withoutControls(text)).toBe(expected))

  test('bytes that are no UTF-8 are replaced', () => {
    expect(decodeLine(Uint8Array.of(0x61, 0xff, 0x00, 0x62))).toBe('a\ufffdb')
  })

  test('a very long line is cut', () => {
    expect(decodeLine(new Uint8Array(longestLine * 2).fill(0x61))).toHaveLength(longestLine)
  })
})

describe('the kind of a log is recognised by its lines', () => {
  const syslog = 'Mar  4 02:13:07 node1 corosync[2187]:  [TOTEM ] x'
  const corosync = 'Mar 04 02:13:07 [2187] node1 corosync notice  [TOTEM ] x'
  const pacemaker = 'Mar 04 02:13:07.488 node1 pacemaker-controld  [2236] (log_executor_event) \terror: x'
  const pacemaker1 = 'Mar 04 02:13:07 [2236] node1       crmd:    error: process_lrm_event:\tx'
  test.each([
    { lines: [syslog, syslog], kind: 'system-log' },
    { lines: [json({ MESSAGE: 'x', _HOSTNAME: 'n' })], kind: 'system-log' },
    { lines: [corosync], kind: 'cluster-log' },
    { lines: [pacemaker1, pacemaker1, corosync], kind: 'cluster-log' },
    { lines: [pacemaker1], kind: 'pacemaker-log' },
    { lines: [pacemaker, ' IPaddr2', pacemaker], kind: 'pacemaker-log' },
    { lines: ['[    0.000000] Linux version 5.14', '[    0.000001] x'], kind: 'kernel-log' },
    { lines: ['Cluster name: c', 'Node List:', '  * Online: [ node1 ]', syslog], kind: undefined },
    { lines: [''], kind: undefined },
  ])('$lines', ({ lines, kind }) => expect(sniffLogKind(lines.join('\n'))).toBe(kind))
})
