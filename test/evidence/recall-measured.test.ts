import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
/** Whether files show a fact: true, false, or undefined when they do not tell. */
async function shown(fact: string, files: Record<string, string>): Promise<unknown> {
  const { known } = await readFiles(files)
  return known(fact).includes(true) ? true : known(fact)[0]
}

const late = rows(
  'Mar 28 14:31:50 node1 pacemaker-controld[2236]:  error: Result of monitor operation for web on node1: Timed Out after 20s (Resource agent did not complete within 20s)',
)
const sarHead = 'Linux 5.14.0-427.el9.x86_64 (node1) \t03/28/2026 \t_x86_64_\t(8 CPU)'
const sarCpu = (...idle: readonly (readonly [string, string])[]) =>
  rows(
    sarHead,
    '',
    '14:00:01        CPU     %user     %nice   %system   %iowait    %steal     %idle',
    ...idle.map(([time, values]) => `${time}        all     ${values}`),
    'Average:        all     50.00      0.00      7.70      0.10      0.00     42.20',
  )
const idle = '3.10      0.00      2.00      0.30      0.00     94.60'
const busy = '88.40      0.00     11.50      0.00      0.00      0.10'
const disks = '3.02      0.00      3.27     93.47      0.00      0.24'
const top = (cpu: string, load = '61.20, 44.10, 20.07') =>
  rows(`top - 14:32:08 up 61 days,  4:40,  3 users,  load average: ${load}`, 'Tasks: 611 total, 104 running', cpu, '')
const procs = rows(
  'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
  ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
).trimEnd()

describe('the processors were fully busy', () => {
  test.each<[string, Record<string, string>]>([
    [
      'sar at the time of the fault',
      { 'node1/sar28': sarCpu(['14:10:01', idle], ['14:30:01', busy], ['14:40:01', busy]), 'node1/messages': late },
    ],
    [
      'sar with AM and PM',
      {
        'node1/sar28': sarCpu(['02:10:01 PM', idle], ['02:30:01 PM', busy], ['02:40:01 PM', busy]).replace('14:00:01 ', '02:00:01 PM '),
        'node1/messages': late,
      },
    ],
    ['mpstat, second by second', { 'paste.txt': sarCpu(['14:31:51', busy], ['14:31:52', busy], ['14:31:53', busy]) }],
    [
      'top of that minute',
      { 'node1/top.txt': top('%Cpu(s): 88.6 us, 11.3 sy,  0.0 ni,  0.0 id,  0.0 wa,  0.1 hi'), 'node1/messages': late },
    ],
    ['top of RHEL 6', { 'top.txt': top('Cpu(s): 88.6%us, 11.3%sy,  0.0%ni,  0.1%id,  0.0%wa,  0.1%hi') }],
    [
      'vmstat',
      {
        'vmstat.txt': rows(
          procs,
          ...[97, 0, 0, 1].map(id => `41  0      0 241220    488 611204    0    0    10    10 9921 18233  ${99 - id}  1 ${id}  0  0`),
        ),
      },
    ],
  ])('%s', async (_, files) => {
    expect(await shown('cpu-starved', files)).toBe(true)
  })

  test.each<[string, Record<string, string>]>([
    [
      'at another time of the day',
      { 'node1/sar28': sarCpu(['02:10:01', idle], ['02:30:01', busy], ['02:40:01', busy], ['14:30:01', idle]), 'node1/messages': late },
    ],
    [
      'on another day',
      { 'node1/sar27': sarCpu(['14:10:01', idle], ['14:30:01', busy]).replace('03/28/', '03/27/'), 'node1/messages': late },
    ],
    [
      'on the other node',
      {
        'node2/sar28': sarCpu(['14:10:01', idle], ['14:30:01', busy]),
        'node1/messages': late,
        'node2/messages': late.replace('Mar 28 14:31:50 node1', 'Mar 28 14:20:00 node2 x'),
      },
    ],
    ['waiting for disks', { 'node1/sar28': sarCpu(['14:10:01', disks], ['14:30:01', disks], ['14:40:01', disks]), 'node1/messages': late }],
    ['in a day of sar that no log stands beside', { 'node1/sar28': sarCpu(['02:10:01', idle], ['02:30:01', busy], ['02:40:01', busy]) }],
    ['for a moment', { 'paste.txt': sarCpu(['14:31:51', idle], ['14:31:52', busy], ['14:31:53', idle]) }],
    ['with a load of one', { 'top.txt': top('%Cpu(s): 98.6 us,  1.3 sy,  0.0 ni,  0.1 id,  0.0 wa', '1.02, 0.90, 0.40') }],
    ['waiting, as top says', { 'top.txt': top('%Cpu(s):  3.1 us,  2.3 sy,  0.0 ni,  0.0 id, 94.6 wa') }],
    [
      'since the start, which the first row of vmstat tells',
      { 'vmstat.txt': rows(procs, '1  0      0 241220    488 611204    0    0    10    10 9921 18233  99  1 0  0  0') },
    ],
  ])('but not %s', async (_, files) => {
    expect(await shown('cpu-starved', files)).not.toBe(true)
  })
})

const sarSwap = (...values: readonly string[]) =>
  rows(
    sarHead,
    '',
    '14:00:01     pswpin/s pswpout/s',
    ...values.map((value, i) => `14:${i + 1}0:01     ${value}`),
    'Average:       91.00     99.00',
  )
const vmstat = (...swap: readonly string[]) =>
  rows(procs, ...swap.map(both => ` 3 41 16102144 241220    488 611204 ${both} 27704 34112 9921 18233  4 11 22 63  0`))

describe('the node swapped', () => {
  test.each<[string, Record<string, string>]>([
    [
      'sar -W at the time of the fault',
      { 'node1/sar-W.txt': sarSwap('0.00      0.00', '6120.44   8811.02', '7433.90   7016.57'), 'node1/messages': late },
    ],
    ['vmstat', { 'node1/vmstat.txt': vmstat('2 3', '25112 33980', '24036 36412', '27744 34260') }],
  ])('%s', async (_, files) => {
    expect(await shown('swapping-at-incident', files)).toBe(true)
  })

  test('did not, when sar -W of that hour counts nothing', async () => {
    const quiet = { 'node1/sar-W.txt': sarSwap('0.00 0.00', '0.10 0.00', '0.00 0.00', '0.00 0.00', '0.00 2.10'), 'node1/messages': late }
    expect(await shown('swapping-at-incident', quiet)).toBe(false)
  })

  test.each<[string, Record<string, string>]>([
    [
      'hours before',
      { 'node1/sar-W.txt': sarSwap('6120.44   8811.02', '7433.90   7016.57').replace(/^14:/gm, '03:'), 'node1/messages': late },
    ],
    ['when pages only went out once', { 'node1/vmstat.txt': vmstat('2 3', '0 33980', '0 0', '0 0') }],
    ['when swap is merely filled', { 'node1/vmstat.txt': vmstat('900 800', '0 0', '12 0', '0 0') }],
  ])('but not %s', async (_, files) => {
    expect(await shown('swapping-at-incident', files)).toBeUndefined()
  })
})

describe('how much memory programs could still get', () => {
  test.each<[string, string, unknown]>([
    [
      'free in a ticket',
      rows(
        'Hello,',
        '',
        '[root@a ~]# free -h',
        '              total        used        free      shared  buff/cache   available',
        'Mem:           15Gi        15Gi       101Mi        20Mi       130Mi        60Mi',
        'Swap:         2.0Gi       2.0Gi          0B',
      ),
      0.4,
    ],
    [
      'top',
      rows(
        'top - 09:18:02 up 13 min,  4 users,  load average: 4.03, 4.21, 2.58',
        'MiB Mem :   8000.0 total,    300.0 free,   3357.5 used,   3229.7 buff/cache',
        'MiB Swap:   4096.0 total,   4096.0 free,      0.0 used.   4000.0 avail Mem ',
      ),
      50,
    ],
    [
      'an old free does not tell',
      rows(
        '# free',
        '             total       used       free     shared    buffers     cached',
        'Mem:      16333416   15887276     446140          0     197032    9911234',
      ),
      undefined,
    ],
    [
      'and nobody takes it from a sentence',
      rows('We give each node 16 GB in total, Swap: 4 GB, and MemAvailable: 10 kB would be too little.'),
      undefined,
    ],
  ])('%s', async (_, text, expected) => {
    expect(await shown('memory-available-percent', { 'node1/note.txt': text })).toBe(expected)
  })
})

const real = (time: string) => rows('', `real\t${time}`, 'user\t0m0.002s', 'sys\t0m0.001s')
const dead = rows(
  '[root@a ~]# dig +time=2 @10.9.0.53 b.corp',
  '',
  '; <<>> DiG 9.16.23-RH <<>> +time=2 b.corp',
  ';; connection timed out; no servers could be reached',
)

describe('lookups of names that somebody measured', () => {
  test.each<[string, string, unknown]>([
    ['getent took the time of four tries', `[root@a ~]# time getent hosts b.corp\n${real('0m20.021s')}`, true],
    ['a user of a directory', `a:~ # time id hacluster\n${real('0m5.010s')}`, true],
    ['getent was quick', `[root@a ~]# time getent hosts b.corp\n${real('0m0.004s')}`, false],
    ['dig of the node’s own server got no answer', `# cat /etc/resolv.conf\nnameserver 10.9.0.53\n${dead}`, true],
    ['host got none', rows('$ host b.corp', ';; connection timed out; no servers could be reached'), true],
    ['dig was late', rows('# dig b.corp', ';; Query time: 4003 msec'), true],
    ['resolvectl was late', rows('# resolvectl query b.corp', '-- Information acquired via protocol DNS in 5.0123s.'), true],
    ['dig was quick, which says nothing of /etc/hosts', rows('# dig b.corp', ';; Query time: 3 msec'), undefined],
    ['another server that somebody tried', dead, undefined],
    ['a sentence about it', rows('Users of dig may see: connection timed out; no servers could be reached'), undefined],
    ['every program starts slowly', `# time getent hosts b\n${real('0m2.1s')}# time /bin/true\n${real('0m1.9s')}`, undefined],
  ])('%s', async (_, text, expected) => {
    expect(await shown('name-lookups-slow', { 'ticket.txt': text })).toBe(expected)
  })
})

describe('what was driven by hand', () => {
  test.each<[string, string, unknown]>([
    ['the agent’s monitor', `[root@a ~]# time pcs resource debug-monitor db\n${real('0m58.1s')}`, true],
    ['the application', `db2inst1@a:~> time db2 connect to PRD\n${real('1m38.4s')}`, true],
    ['the application as its user', `# time su - oraprd -c "sqlplus -s / as sysdba @ping"\n${real('0m45.4s')}`, true],
    ['a quick monitor', `[root@a ~]# time crm_resource -r db --force-check\n${real('0m0.412s')}`, false],
    ['a command of the cluster', `[root@a ~]# time pcs status\n${real('0m58.1s')}`, undefined],
    ['a copy', `# time cp -a /data /backup\n${real('9m58.1s')}`, undefined],
  ])('%s', async (_, text, expected) => {
    expect(await shown('operation-slow-by-hand', { 'ticket.txt': text })).toBe(expected)
  })

  test('a slow monitor is no slow command of the cluster', async () => {
    const text = `[root@a ~]# time pcs resource debug-monitor db\n${real('0m58.1s')}`
    expect(await shown('cluster-commands-slow', { 'ticket.txt': text })).not.toBe(true)
  })
})

describe('starting a program that does nothing', () => {
  test('was quick while something else was not, whatever the other nodes did', async () => {
    const text = `[root@a ~]# time pcs status\n${real('0m46.1s')}[root@a ~]# time /bin/true\n${real('0m0.001s')}`
    expect(await shown('program-start-slow', { 'a/ticket.txt': text, 'b/messages': late })).toBe(false)
  })
  test('was quick when nothing was slow, which tells nothing', async () => {
    expect(await shown('program-start-slow', { 'ticket.txt': `# time /bin/true\n${real('0m0.001s')}` })).toBeUndefined()
  })
})

describe('a disk that works takes long for each request', () => {
  const sarDisks = (row: string) =>
    rows(
      '14:00:01       DEV       tps  rd_sec/s  wr_sec/s  avgrq-sz  avgqu-sz     await     svctm     %util',
      `14:10:01       ${row}`,
      '',
      '14:00:01   runq-sz  plist-sz   ldavg-1',
      '14:10:01         0       167      1.02',
    )
  const iostat = (row: string) => rows('Device            r/s     w/s   r_await w_await aqu-sz  %util', row)
  test.each<[string, string, number | undefined]>([
    ['sar', sarDisks('sdk    201.10  25764.99      0.00    128.00     30.90    181.02      4.78     99.02'), 181.02],
    ['iostat', iostat('sdk              3.10  120.00     2.10  240.70   9.12  97.50'), 240.7],
    ['iostat in another language', iostat('sdk              3,10  120,00     2,10  240,70   9,12  97,50'), 240.7],
    ['a disk that is quick', sarDisks('sdk    201.10  25764.99      0.00    128.00      0.41      1.94      0.60     99.57'), 1.94],
    ['a disk that had been asleep', iostat('sdk              0.01    0.01  2810.10    0.70   0.01   1.50'), undefined],
    ['an image', iostat('loop3            3.10  120.00     2.10  240.70   9.12  97.50'), undefined],
  ])('%s', async (_, text, expected) => {
    expect(await shown('disk-await-max-ms', { 'paste.txt': text })).toBe(expected)
  })
})

describe('the hypervisor took time away', () => {
  test.each<[string, string, number | undefined]>([
    ['top', '%Cpu(s):  4.1 us,  5.0 sy,  0.0 ni,  0.2 id,  0.0 wa,  0.0 hi,  0.0 si, 88.7 st\n', 88.7],
    ['top of RHEL 6', 'Cpu(s):  4.1%us,  5.0%sy,  0.0%ni,  0.2%id,  0.0%wa,  0.0%hi,  0.0%si, 88.7%st\n', 88.7],
    ['vmstat', rows(procs, '9 0 0 1 2 3 0 0 0 0 9 9 8 6 77 0 9', '9 0 0 1 2 3 0 0 0 0 9 9 5 5 0 0 87'), 87],
    ['only the first row of vmstat', rows(procs, '9 0 0 1 2 3 0 0 0 0 9 9 8 6 47 0 39'), undefined],
    ['a sentence', 'We had 88.7 st in top.\n', undefined],
  ])('%s', async (_, text, expected) => {
    expect(await shown('cpu-steal-max-percent', { 'paste.txt': text })).toBe(expected)
  })
})

describe('a trace shows that a name server does not answer', () => {
  const trace = (port: number, answer: string) =>
    rows(
      `0.000051 connect(5, {sa_family=AF_INET, sin_port=htons(${port}), sin_addr=inet_addr("192.0.2.53")}, 16) = 0 <0.000017>`,
      '0.000058 sendto(5, "x"..., 23, MSG_NOSIGNAL, NULL, 0) = 23 <0.000020>',
      `0.000081 poll([{fd=5, events=POLLIN}], 1, 5000) = ${answer}`,
    )
  test.each<[string, string, unknown]>([
    ['no answer', trace(53, '0 (Timeout) <5.004>'), true],
    ['an answer', trace(53, '1 ([{fd=5, revents=POLLIN}]) <0.004>'), undefined],
    ['another server', trace(389, '0 (Timeout) <5.004>'), undefined],
  ])('%s', async (_, text, expected) => {
    expect(await shown('name-lookups-slow', { 'trace.txt': text })).toBe(expected)
  })
})
