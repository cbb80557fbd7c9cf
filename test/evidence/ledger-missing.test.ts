import { describe, expect, test } from 'vitest'
import { runs } from '../../src/evidence/readers/detect.ts'
import { readingNames } from '../../src/evidence/readings.ts'
import { outputs } from '../../src/evidence/tellers.ts'
import { ps, readFiles } from './bundle-kit.ts'
import { cluster } from './readers-kit.ts'

const cib = cluster.cib.replaceAll('"n1"', '"node01"').replaceAll('"n2"', '"node02"')

describe('what is missing is named by the output that would tell it:', () => {
  const free =
    '              total        used        free      shared  buff/cache   available\nMem:        8000000     1000000     6000000       10000     1000000     6800000\nSwap:             0           0           0\n'
  const df = 'Filesystem     1024-blocks    Used Available Capacity Mounted on\n/dev/sda1         10000000 1000000   9000000      10% /\n'
  const sarHead = 'Linux 4.18.0-553.el8.x86_64 (node01) \t03/28/2026 \t_x86_64_\t(8 CPU)\n\n'
  const units =
    'UNIT LOAD ACTIVE SUB DESCRIPTION\nauditd.service loaded active running Security Auditing Service\nsshd.service loaded active running OpenSSH\ncrond.service loaded active running Cron\n'
  const wchan = (stat: string, wait: string) =>
    `  PID STAT WCHAN COMMAND\n    1 S ep_poll /usr/lib/systemd/systemd\n  200 ${stat} ${wait} /usr/bin/x\n`
  test.each([
    {
      name: 'free lies there, what was swapped does not',
      file: 'free',
      text: free,
      not: /use of memory/,
      but: /how much was swapped at the time \(sar -W, or vmstat 1\)/,
    },
    {
      name: 'df lies there, the times of disks do not',
      file: 'df',
      text: df,
      not: /use of file systems/,
      but: /how long disks took at the time \(sar -d, or iostat -x\)/,
    },
    {
      name: 'iostat lies there, although no disk was busy',
      file: 'iostat',
      text: 'Device            r/s     w/s   await  %util\nsda              0.10    0.20    1.00   0.30\n',
      not: /how long disks took/,
      but: /use of file systems \(df\)/,
    },
    {
      name: 'vmstat lies there, although nothing was swapped',
      file: 'vmstat',
      text: 'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n 1  0      0 600000   1000 100000    0    0     1     1   10   20  1  1 98  0  0\n 1  0      0 600000   1000 100000    0    0     1     1   10   20  1  1 98  0  0\n',
      not: /how much was swapped/,
      but: /use of memory \(free\)/,
    },
    {
      name: 'sar -u lies there, although the node was idle',
      file: 'sar28',
      text: `${sarHead}00:00:01        CPU     %user     %nice   %system   %iowait    %steal     %idle\n00:10:01        all      1.00      0.00      1.00      0.00      0.00     98.00\n`,
      not: /CPU use at the time/,
      but: /how much was swapped/,
    },
    {
      name: 'all processes lie there',
      file: 'ps',
      text: ps('/usr/sbin/corosync'),
      not: /list of all processes|CPU use of all|what processes wait/,
      but: /who holds fanotify/,
    },
    {
      name: 'services lie there, processes do not',
      file: 'systemctl_list-units',
      text: units,
      not: /packages or services/,
      but: /a list of all processes with their paths \(ps aux\)/,
    },
    {
      name: 'wait channels lie there, stacks do not',
      file: 'ps_wchan',
      text: wchan('D', 'jbd2_log'),
      not: /what processes wait for/,
      but: /where blocked processes wait \(\/proc\/PID\/stack\)/,
    },
    {
      name: 'nobody waited, so there are no stacks',
      file: 'ps_wchan',
      text: wchan('S', 'ep_poll'),
      not: /what processes wait for|where blocked processes wait/,
      but: /free/,
    },
    {
      name: 'tasks were blocked, and no list tells in what',
      file: 'ps',
      text: ps('/usr/sbin/corosync').replace('Ssl', 'D'),
      not: /list of all processes/,
      but: /what processes wait for/,
    },
    {
      name: 'a CIB without any time-out of a stop',
      file: 'cib.xml',
      text: cib.replaceAll(/<op [^>]*\/>/g, ''),
      not: /CIB/,
      but: /corosync\.conf/,
    },
    {
      name: 'the state of audit lies there, its rules do not',
      file: 'auditctl_-s',
      text: 'enabled 1\nbacklog_limit 64\nlost 0\n',
      not: /auditctl -s/,
      but: /audit rules \(auditctl -l\)/,
    },
    {
      name: 'a release that is not of RHEL has an entry of its own',
      file: 'etc/os-release',
      text: 'NAME="Debian"\nID=debian\nVERSION_ID="13"\n',
      not: /\(os-release\)/,
      but: /it looks like release, but nothing/,
    },
  ])('$name', async ({ file, text, not, but }) => {
    const { ledgerText } = await readFiles({ [`node01/${file}`]: text, 'node01/hostname': 'node01\n' })
    expect(ledgerText.filter(line => not.test(line))).toEqual([])
    expect(ledgerText).toContainEqual(expect.stringMatching(but))
  })

  test('every reading that it speaks of is one', () => {
    for (const [key] of outputs) expect(readingNames.some(name => name.startsWith(key)) || key === runs, key).toBe(true)
  })
})
