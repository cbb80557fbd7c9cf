import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const late = (time = '14:31:50', node = 'node1') =>
  rows(`Mar 28 ${time} ${node} pacemaker-controld[2236]:  error: Result of monitor operation for web on ${node}: Timed Out after 20s (x)`)
const shows = async (fact: string, files: Record<string, string>) => (await readFiles(files)).truths.includes(fact)

describe('the disk that holds the system was slow when the log tells of trouble', () => {
  const sar = (device: string, wait: string, more = '', time = '14:30:01') =>
    rows(
      'Linux 5.14.0-427.el9.x86_64 (node1) \t03/28/2026 \t_x86_64_\t(8 CPU)',
      '',
      '14:00:01       DEV       tps     rkB/s     wkB/s   areq-sz    aqu-sz     await     svctm     %util',
      `${time} ${device}     28.70    220.11    801.10     35.58     19.40    ${wait}     34.10     97.90`,
      ...(more === '' ? [] : [`${time} ${more}     28.70    220.11    801.10     35.58     19.40      1.20     34.10      2.90`]),
    )
  const iostat = (when: string) =>
    rows(
      when,
      'Device            r/s     w/s   r_await w_await aqu-sz  %util',
      'sda   3.10  120.00     2.10  240.70   9.12  97.50',
      'dm-0   3.10  120.00     2.10  240.70   9.12  97.50',
    )
  const atop = (busy: string) =>
    rows(
      'ATOP - node1                   2026/03/28  14:32:10                   ---------------                     10s elapsed',
      `LVM | rhel-root    | busy    ${busy} | read      12 | write     41 | MBw/s    0.1 | avio  188 ms |`,
    )
  const file = (text: string, log = late()) => ({ 'node1/disks.txt': text, 'node1/messages': log })
  test.each<[string, Record<string, string>, boolean]>([
    ['a volume that is named so', file(sar('rhel-root', '642.30', 'sda')), true],
    ['the only disk', file(sar('sda', '642.30', 'dm-3')), true],
    ['iostat with times', file(iostat('03/28/2026 02:30:01 PM')), true],
    ['atop', file(atop('100%')), true],
    ['but not one of several disks', file(sar('sdb', '642.30', 'sda')), false],
    ['but not a quick one', file(sar('rhel-root', '64.30')), false],
    ['but not hours before', file(sar('rhel-root', '642.30', '', '02:30:01')), false],
    ['but not on another day', file(sar('rhel-root', '642.30').replace('03/28', '03/27')), false],
    [
      'but not on the other node',
      { 'node2/disks.txt': sar('rhel-root', '642.30'), 'node1/messages': late(), 'node2/messages': late('02:20:00', 'node2') },
      false,
    ],
    ['but not without a log', { 'node1/disks.txt': sar('rhel-root', '642.30') }, false],
    ['but not when nobody knows the time', file(iostat('')), false],
    ['but not one that hardly works', file(atop('4%')), false],
  ])('%s', async (_, files, expected) => {
    expect(await shows('disk-await-high', files)).toBe(expected)
  })
})

describe('a backup ran when the log tells of trouble', () => {
  const aux = (start: string, command: string, cpu = '31.0', used = '9:55') =>
    `root 20133 ${cpu} 1.2 402020 90100 ? DN ${start} ${used} ${command}`
  const list = (...lines: readonly string[]) => rows('USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND', ...lines)
  const now = (time: string) => aux(time, 'ps aux', '0.0', '0:00')
  const bpbkar = '/usr/openv/netbackup/bin/bpbkar -r 2678400 -clnt q1'
  const tsm = (...lines: readonly string[]) => ({ 'node1/dsmsched.log': rows(...lines), 'node1/messages': late() })
  const file = (text: string, log = late()) => ({ 'node1/ps.txt': text, 'node1/messages': log })
  test.each<[string, Record<string, string>, boolean]>([
    ['in a list of that hour', file(list(aux('14:00', bpbkar), now('14:35'))), true],
    ['by the processor time that it had used', file(list(aux('14:00', bpbkar))), true],
    ['of another product', file(list(aux('14:28', '\\_ dsmc incremental -quiet', '0.1', '0:01'))), true],
    ['in ps -ef', file(rows('UID PID PPID C STIME TTY TIME CMD', 'root 20133 1 9 14:28 ? 00:01:20 /usr/bin/borg create /b::x /')), true],
    ['in rows with times', file(rows('02:30:31 PM     0     71120 288112.40      2.10      0.00     811  bpbkar')), true],
    [
      'as its own log says',
      tsm("03/28/2026 14:00:02 Incremental backup of volume '/'", '03/28/2026 15:11:20 --- SCHEDULEREC STATUS BEGIN'),
      true,
    ],
    [
      'but not when it had ended',
      tsm("03/28/2026 13:00:02 Incremental backup of volume '/'", '03/28/2026 14:01:20 --- SCHEDULEREC STATUS BEGIN'),
      false,
    ],
    [
      'but not on another day',
      tsm("03/27/2026 14:00:02 Incremental backup of volume '/'", '03/27/2026 15:11:20 --- SCHEDULEREC STATUS BEGIN'),
      false,
    ],
    ['but not when it began later', file(list(aux('18:00', bpbkar), now('18:35'))), false],
    [
      'but not what only waits for its time',
      file(list(aux('14:28', 'dsmc sched'), aux('14:28', '/usr/openv/netbackup/bin/bpcd -standalone'))),
      false,
    ],
    ['but not somebody who looks for it', file(list(aux('14:28', 'grep bpbkar '), aux('14:28', 'tail -f bpbkar '))), false],
    ['but not without a log', { 'node1/ps.txt': list(aux('14:00', bpbkar), now('14:35')) }, false],
  ])('%s', async (_, files, expected) => {
    expect(await shows('backup-running', files)).toBe(expected)
  })
})

test.each([
  ['ls', true],
  ['cp', true],
  ['cron', false],
  ['tar', false],
  ['xz', false],
  ['rsync', false],
])('that %s hangs in the kernel is a simple command that hangs: %s', async (program, expected) => {
  const line = `Mar 28 06:15:03 node02 kernel: INFO: task ${program}:31877 blocked for more than 120 seconds.\n`
  expect(await shows('commands-hang', { messages: line })).toBe(expected)
  expect(await shows('hung-tasks-logged', { messages: line })).toBe(true)
})
