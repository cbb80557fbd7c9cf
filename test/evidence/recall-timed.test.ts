import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const truths = async (text: string, path = 'copy.txt') => (await readFiles({ [path]: text })).truths

describe('commands of the cluster are slow by the time that shells of all kinds measured', () => {
  test.each<[string, string]>([
    [
      'tcsh, with the number of the command',
      rows('node1:/root 12> time crm_mon -1 > /dev/null', '0.021u 0.013s 1:12.44 0.0%\t0+0k 168+0io 2pf+0w'),
    ],
    ['csh, with the number first', rows('[41] node1# time pcs status', '1.402u 0.391s 0:41.03 4.3%\t0+0k 40+16io 0pf+0w')],
    ['csh on Friday evening', rows('root@node1 ~ % time crm status >& /dev/null', '1.402u 0.391s 1:02:40.03 1.1% 0+0k 40+16io 0pf+0w')],
    ['csh of BSD, with the averages', rows('> time crm_mon -1rf', '0.0u 0.0s 0:33 0% 0+0k 0+0io 0pf+0w')],
    ['csh with a comma', rows('node1:/root 3> time crm_mon -1', '0,021u 0,013s 0:42,44 0,0% 0+0k 8+0io 2pf+0w')],
    ['zsh', rows('node1# time pcs status >/dev/null', 'pcs status > /dev/null  1.40s user 0.39s system 1% cpu 2:40.03 total')],
    ['zsh with a theme', rows('➜  ~ time crm_mon -1', 'crm_mon -1  0.02s user 0.01s system 0% cpu 31.204 total')],
    ['zsh with a comma', rows('node1% time crm_mon -1', 'crm_mon -1  0,02s user 0,01s system 0% cpu 31,204 total')],
    ['ksh', rows('$ time pcs status', '', 'real    0m44.12s', 'user    0m2.31s', 'sys     0m0.62s')],
    [
      'fish',
      rows(
        'root@node1 ~# time pcs status',
        '',
        '________________________________________________________',
        'Executed in   47.31 secs    fish           external',
        '   usr time    1.20 secs    0.00 micros    1.20 secs',
      ),
    ],
    ['POSIX', rows('# time -p pcs status', 'real 52.30', 'user 2.11', 'sys 0.40')],
    [
      'below filters, one of them with bars of its own',
      rows(
        "[root@node1 ~]# time pcs --debug status 2>&1 | ts '%H:%M:%S' | grep -E 'Running|Return|Finished'",
        '10:11:14 Running: /usr/sbin/crm_mon --one-shot --inactive',
        '',
        'real\t0m52.118s',
      ),
    ],
    [
      'GNU time',
      rows('# /usr/bin/time pcs status >/dev/null', '1.40user 0.39system 0:52.11elapsed 3%CPU (0avgtext+0avgdata 52000maxresident)k'),
    ],
    ['a format with one number', rows('[root@node1 ~]# TIMEFORMAT=%R', '[root@node1 ~]# time crm_mon -1 >/dev/null', '41.207')],
    ['GNU time with one number', rows('# /usr/bin/time -f %e pcs status > /dev/null', '52.11')],
    [
      'perf',
      rows(
        '[root@node1 ~]# perf stat pcs status',
        '',
        " Performance counter stats for 'pcs status':",
        '',
        '      48.120345678 seconds time elapsed',
      ),
    ],
    [
      'PowerShell',
      rows(
        'PS C:\\> Measure-Command { ssh root@node1 pcs status }',
        '',
        'Days              : 0',
        'Minutes           : 0',
        'Seconds           : 44',
        'TotalSeconds      : 44.1204',
        'TotalMilliseconds : 44120.4',
      ),
    ],
    [
      'two dates',
      rows('[root@node1 ~]# date; pcs status >/dev/null; date', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:03:25 CET 2024'),
    ],
    ['two times', rows('node1:~ # date +%T; crm_mon -1 > /tmp/o; date +%T', '14:02:10', '14:02:55')],
    [
      'two dates around the output',
      rows(
        '[root@node1 ~]# date && crm_mon -1 && date',
        'Tue 12 Mar 2024 02:02:10 PM CET',
        'Cluster Summary:',
        '  * Stack: corosync',
        '',
        'Tue 12 Mar 2024 02:03:10 PM CET',
      ),
    ],
    [
      'systemd',
      rows(
        '# systemd-run --wait --collect pcs status',
        'Running as unit: run-u41.service',
        'Finished with result: success',
        'Main processes terminated with: code=exited/status=0',
        'Service runtime: 1min 2.481s',
      ),
    ],
  ])('%s', async (_, text) => expect(await truths(text)).toContain('cluster-commands-slow'))

  test.each<[string, string]>([
    ['csh with little', rows('node1:/root 12> time crm_mon -1 > /dev/null', '0.021u 0.013s 0:01.44 0.0%\t0+0k 168+0io 2pf+0w')],
    ['a start, which waits', rows('node1:/root 12> time crm cluster start', '0.021u 0.013s 1:12.44 0.0%\t0+0k 168+0io 2pf+0w')],
    [
      'another command below',
      rows('node1:/root 12> time pcs status >/dev/null', '0.021u 0.013s 0:02.44 0.0%', 'node1:/root 13> time make', '0.0u 0.0s 4:33 0%'),
    ],
    ['a number that is none of a time', rows('[root@node1 ~]# time pcs status | wc -l', '42', '', 'real 0m2.1s')],
    [
      'two dates that are near',
      rows('[root@node1 ~]# date; pcs status >/dev/null; date', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:02:12 CET 2024'),
    ],
    [
      'two dates around a wait',
      rows('[root@node1 ~]# date; pcs status >/dev/null; sleep 60; date', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:03:12 CET 2024'),
    ],
    [
      'two dates around a status of another date',
      rows(
        '[root@node1 ~]# date; pcs status; date',
        'Tue Mar 12 14:02:10 CET 2024',
        '  * Last updated: Tue Mar 12 14:01:00 2024',
        '  * Last change: Mon Mar 11 10:00:00 2024',
        'Tue Mar 12 14:02:12 CET 2024',
      ),
    ],
    ['a monitor that goes on', rows('node1:/root 12> time crm_mon', '0.021u 0.013s 5:12.44 0.0%')],
    [
      'what waits for a reader, whatever stands in quotes',
      rows("[root@node1 ~]# time pcs status | less -p 'Running|Failed'", '', 'real\t0m52.118s'),
    ],
  ])('but not %s', async (_, text) => expect(await truths(text)).not.toContain('cluster-commands-slow'))
})

describe('simple commands hang by the same measures', () => {
  test.each<[string, string]>([
    ['tcsh', rows('node1:/root 12> time ls /etc > /dev/null', '0.021u 0.013s 3:12.44 0.0%\t0+0k 168+0io 2pf+0w')],
    [
      'two dates',
      rows('[root@node1 ~]# date; df -h; date', 'Tue Mar 12 14:02:10 CET 2024', '/dev/sda1 10G 1G', 'Tue Mar 12 14:06:25 CET 2024'),
    ],
    ['seconds since 1970', rows('$ date +%s; ps -ef >/dev/null; date +%s', '1774678503', '1774678703')],
  ])('%s', async (_, text) => expect(await truths(text)).toContain('commands-hang'))

  test.each<[string, string]>([
    ['a minute in tcsh', rows('node1:/root 12> time ls /etc > /dev/null', '0.021u 0.013s 1:12.44 0.0%\t0+0k 168+0io 2pf+0w')],
    ['a whole tree', rows('[root@node1 ~]# date; ls -lR /; date', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:06:25 CET 2024')],
    ['a copy', rows('[root@node1 ~]# date; cp -a /a /b; date', 'Tue Mar 12 14:02:10 CET 2024', 'Tue Mar 12 14:06:25 CET 2024')],
  ])('but not %s', async (_, text) => expect(await truths(text)).not.toContain('commands-hang'))
})
