import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that one file shows to be true. */
async function factsOf(path: string, lines: readonly string[]): Promise<string[]> {
  return (await readFiles({ [path]: `${lines.join('\n')}\n` })).truths
}

describe('a journal with one field on each line', () => {
  const verbose = [
    'Tue 2023-01-17 04:10:11.120331 CET [s=aa01;i=1f2;b=77aa;m=11223;t=5f2;x=9a]',
    '    _HOSTNAME=ha-b',
    '    SYSLOG_IDENTIFIER=corosync',
    '    MESSAGE=  [TOTEM ] A processor failed, forming new configuration: token timed out (3000ms), waiting 3600ms for consensus.',
    '    _PID=1822',
    'Tue 2023-01-17 04:10:15.001220 CET [s=aa01;i=1f3;b=77aa;m=11224;t=5f3;x=9b]',
    '    _HOSTNAME=ha-b',
    '    _TRANSPORT=kernel',
    '    MESSAGE=INFO: task ls:31877 blocked for more than 120 seconds.',
  ]
  const exported = [
    '__CURSOR=s=aa01;i=1f2',
    '__REALTIME_TIMESTAMP=1673925011120331',
    '_HOSTNAME=ha-b',
    'SYSLOG_IDENTIFIER=corosync',
    'MESSAGE=  [TOTEM ] A processor failed, forming new configuration.',
    '',
    '__CURSOR=s=aa01;i=1f3',
    '__REALTIME_TIMESTAMP=1673925015001220',
    '_HOSTNAME=ha-b',
    '_TRANSPORT=kernel',
    'MESSAGE=INFO: task ls:31877 blocked for more than 120 seconds.',
    '',
  ]
  test.each([
    { form: 'verbose', lines: verbose, at: [4, 9], time: '2023-01-17T04:10:11.120331' },
    { form: 'export', lines: exported, at: [5, 11], time: '2023-01-17T03:10:11.120Z' },
  ])('as $form', async ({ lines, at, time }) => {
    const { events } = await readFiles({ 'journal.txt': lines.join('\n') })
    expect(events.map(({ kind }) => kind)).toEqual(['token-lost', 'hung-task'])
    expect(events.map(({ line, node }) => [line, node])).toEqual(at.map(line => [line, 'ha-b']))
    expect(events[0]!.time).toBe(time)
  })
})

describe('people paste several things into one file', () => {
  const ps = ['    PID STAT     ELAPSED WCHAN            COMMAND', '  91220 S           05:14 -                ls /tmp']
  test('lines of a log below a listing', async () => {
    const lines = [...ps, '', 'Mar 28 06:15:03 node02 kernel: INFO: task ls:31877 blocked for more than 120 seconds.']
    expect(await factsOf('paste.txt', lines)).toContain('hung-tasks-logged')
  })
  test('a stack below a listing', async () => {
    const lines = [...ps, '', '# cat /proc/91220/stack', '[<0>] fanotify_handle_event+0x7e5/0xb20', '[<0>] fsnotify+0x1e2/0x3a0']
    expect(await factsOf('paste.txt', lines)).toContain('tasks-blocked-in-fanotify')
  })
  test('what the system log shows on all terminals', async () => {
    const lines = [
      'login as: root',
      'Last login: Tue Aug  3 08:00:11 2021 from 10.1.1.9',
      '[root@ora1 ~]# uptime',
      ' 09:11:10 up 212 days,  3:03,  4 users,  load average: 3.11, 2.90, 2.71',
      'Message from syslogd@ora1 at Aug  3 09:12:22 ...',
      ' kernel:NMI watchdog: BUG: soft lockup - CPU#7 stuck for 22s! [kswapd0:182]',
      '[root@ora1 ~]# who',
      'root     pts/0        2021-08-03 08:00 (10.1.1.9)',
    ]
    expect(await factsOf('putty.log', lines)).toContain('lockup-logged')
  })
})

test('a wait channel behind the command is read', async () => {
  const lines = [
    'S     PID USER     CMD                         WCHAN',
    'D 3806883 alice    ls -l /nfs/home             rpc_wait_bit_killable',
  ]
  expect(await factsOf('ps.txt', lines)).toContain('tasks-blocked-in-nfs')
})

describe('crash shows where tasks wait, and for how long', () => {
  const trace = [
    'PID: 31822    TASK: ffff9a1c05d2c740  CPU: 2    COMMAND: "ls"',
    ' #0 [ffffb57ac3147b30] __schedule at ffffffff9cda0731',
    ' #1 [ffffb57ac3147bd0] fanotify_handle_event at ffffffff9c790008',
    ' #2 [ffffb57ac3147c38] cb_sys_open at ffffffffc07c6e72 [event_collector_1_1_812328]',
    ' #3 [ffffb57ac3147ee0] do_sys_open at ffffffff9c73c5e4',
  ]
  test('a back-trace', async () => {
    const { known } = await readFiles({ 'bt.txt': trace.join('\n') })
    expect(known('tasks-blocked-in-fanotify')).toEqual([true])
    expect(known('tasks-blocked-in-foreign-module')).toEqual([['event_collector_1_1_812328']])
  })
  test.each([
    ['0 00:04:12.221', 'ls', true],
    ['0 00:00:12.221', 'ls', false],
    ['0 00:04:12.221', 'java', false],
  ])('the time since it ran last: %s, %s', async (time, command, expected) => {
    const row = `[${time}] [UN]  PID: 31822    TASK: ffff9a1c05d2c740  CPU: 2    COMMAND: "${command}"`
    expect((await factsOf('ps-m.txt', [row])).includes('commands-hang')).toBe(expected)
  })
})

test('parts of a sosreport that were given up do not make a quick report slow', async () => {
  const log = (end: string) => [
    '2024-05-01 10:00:00,100 INFO:  Setting up archive ...',
    ...['networking', 'openshift', 'podman'].flatMap(plugin => ['2024-05-01 10:05:04,602 ERROR: ', ` Plugin ${plugin} timed out`]),
    `2024-05-01 ${end},078 INFO: Creating compressed archive...`,
  ]
  expect(await factsOf('sos_logs/ui.log', log('10:11:31'))).not.toContain('sosreport-slow')
  expect(await factsOf('sos_logs/ui.log', log('10:51:31'))).toContain('sosreport-slow')
})

test('a command that was measured on another machine counts', async () => {
  const line = "ssh n1 'df -h' > /dev/null  0.02s user 0.01s system 0% cpu 2:31.110 total"
  expect(await factsOf('jump.txt', [line])).toContain('commands-hang')
})

test.each([
  ['little-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['big-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('a log that was saved on Windows as UTF-16, %s', async (_, encode) => {
  const line = 'Mar 28 06:15:03 node02 kernel: INFO: task ls:31877 blocked for more than 120 seconds.\r\n'
  const { events } = await readFiles({ 'log.txt': encode(line) })
  expect(events.map(({ kind, node }) => [kind, node])).toEqual([['hung-task', 'node02']])
})

describe('dates as other sites write them', () => {
  const lost = 'corosync[1822]:   [TOTEM ] A processor failed, forming new configuration.'
  const hung = 'INFO: task ls:31877 blocked for more than 120 seconds.'
  test.each([
    ['day first', `28.03.2026 06:15:03 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['slashes', `2026/03/28 06:15:03 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['weekday and year', `Sat Mar 28 06:15:03 CET 2026 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['year before the time', `Mar 28 2026 06:15:03 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['a terminal that puts its own time before', `[2026-03-28 06:20:01] Mar 28 06:15:03 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['pdsh', `node02: Mar 28 06:15:03 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['a collector of logs', `Mar 28 06:15:03 10.1.1.1 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['a difference', `+Mar 28 06:15:03 node02 ${lost}`, '2026-03-28T06:15:03'],
    ['a page', `<pre>Mar 28 06:15:03 node02 ${lost}</pre>`, '2026-03-28T06:15:03'],
    ['blanks that do not break', `Mar 28 06:15:03 node02 ${lost.replace('   ', '\u00a0\u00a0 ')}`, '2026-03-28T06:15:03'],
    ['the unit instead of the daemon', `Sat 2026-03-28 06:15:03 CET node02 ${lost.replace('[', '.service[')}`, '2026-03-28T06:15:03'],
  ])('%s', async (_, line, time) => {
    const { events } = await readFiles({ 'paste.txt': `${line}\n` })
    expect(events.map(event => [event.kind, event.node, event.time])).toEqual([['token-lost', 'node02', time]])
  })
  test('a month in a text that is not in UTF-8', async () => {
    const { events } = await readFiles({ 'paste.txt': Buffer.from(`Mär 28 06:15:03 node02 ${lost}`, 'latin1') })
    expect(events.map(({ kind }) => kind)).toEqual(['token-lost'])
  })
  test.each([
    ['ISO', `2026-03-28T06:15:03,123456+01:00 ${hung}`],
    ['German', `[Sa Mär 28 06:15:03 2026] ${hung}`],
    ['French', `[sam. mars 28 06:15:03 2026] ${hung}`],
    ['Chinese', `[六 3月 28 06:15:03 2026] ${hung}`],
    ['Japanese', `[土  3月 28 06:15:03 2026] ${hung}`],
    ['Korean', `[토  3월 28 06:15:03 2026] ${hung}`],
    ['human', `[Mar28 06:15] ${hung}`],
    ['human, later', `[  +0.000004] ${hung}`],
    ['with the time since', `[ 1234.567890 <    0.000012>] ${hung}`],
  ])('dmesg, %s', async (_, line) => {
    expect(await factsOf('paste.txt', [line])).toContain('hung-tasks-logged')
  })
  test('daemons of pacemaker by their unit', async () => {
    const line =
      'Sat 2026-03-28 06:15:03 CET node02 pacemaker.service[19]:  error: Result of stop operation for vip on node02: Timed Out after 20s'
    expect(await factsOf('paste.txt', [line])).toContain('ocf-timeouts')
  })
  test.each([`2026/03/28 06:15:03 [error] 12#0: ${lost}`, `2026-03-28T06:15:03,123+01:00 WARN ${hung}`, `28.03.2026 06:15:03 - ${hung}`])(
    'but a program that quotes is no daemon: %s',
    async line => {
      expect((await readFiles({ 'app.log': `${line}\n` })).events).toEqual([])
    },
  )
})

describe('what was given up at a terminal shows slow commands', () => {
  const stopped = "[plugin:pacemaker] command 'pcs status --full' timed out after 300s"
  test.each([
    { where: 'as sos prints it', path: 'case/terminal.txt', line: stopped, slow: true },
    { where: 'quoted in a mail', path: 'case/mail.txt', line: `> ${stopped}`, slow: true },
    { where: 'but not within a sentence', path: 'case/notes.txt', line: `example: "2024-03-04 02:31:00,112 WARNING: ${stopped}"` },
    { where: 'nor in a file of settings', path: 'node01/etc/monitoring/patterns', line: stopped },
    { where: 'nor in an article', path: 'articles/sos.md', line: stopped },
    { where: 'nor in a script', path: 'case/measure.sh', line: 'time pcs status\nreal 2m3.1s' },
  ])('$where', async ({ path, line, slow = false }) => {
    expect(await factsOf(path, [line])).toEqual(slow ? expect.arrayContaining(['cluster-commands-slow']) : [])
  })
})
