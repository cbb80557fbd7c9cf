import { describe, expect, test } from 'vitest'
import { readerFor } from '../../src/evidence/readers/index.ts'
import { readFiles } from './bundle-kit.ts'
import { read, values } from './readers-kit.ts'

const wdav = '/opt/microsoft/mdatp/sbin/wdavdaemon'

describe('a reader tells', () => {
  test.each([
    {
      name: 'the state of an agent, as JSON with plain values',
      by: 'agent-health',
      text: '{\n  "appVersion": "101.24032.0007",\n  "realTimeProtectionEnabled": true,\n  "tamperProtection": "block"\n}',
      told: { 'agent.real-time-protection': true, 'agent.tamper-protected': true },
    },
    {
      name: 'the same with managed values',
      by: 'agent-health',
      text: '{"realTimeProtectionEnabled":{"managed":true,"value":false},"tamperProtection":{"value":"audit"}}',
      told: { 'agent.real-time-protection': false, 'agent.tamper-protected': false },
    },
    {
      name: 'the same as a table',
      by: 'agent-health',
      text: 'healthy                                     : true\nreal_time_protection_enabled                : true [managed]\ntamper_protection                           : "disabled"\n',
      told: { 'agent.real-time-protection': true, 'agent.tamper-protected': false },
    },
    {
      name: 'nothing from the state when it is no JSON after all',
      by: 'agent-health',
      text: '{"realTimeProtectionEnabled": {"value": [1]}, "tamperProtection": 7',
      told: {},
    },
    {
      name: 'who is scanned most, the busiest first',
      by: 'agent-scan-statistics',
      text: '{"counters":[{"id":"1","name":"rpm","path":"/usr/bin/rpm","totalFilesScanned":"14"},{"id":"2","name":"pcsd","path":"/usr/sbin/pcsd","totalFilesScanned":"9214"},{"id":"3","name":"idle","totalFilesScanned":"0"},{"id":4},null]}',
      told: { 'agent.most-scanned': ['pcsd', 'rpm'] },
    },
    {
      name: 'the same as text',
      by: 'agent-scan-statistics',
      text: '=====================================\nProcess id: 17\nName: "pcsd"\nPath: "/usr/sbin/pcsd"\nTotal files scanned: 9214\nScan time (ns): 17\nStatus: Active\n=====\nName: "rpm"\nPath: ""\nTotal files scanned: 14\n',
      told: { 'agent.most-scanned': ['pcsd', 'rpm'] },
    },
    {
      name: 'who holds fanotify listeners, from lsof, with the whole path',
      by: 'lsof',
      text: `COMMAND     PID   TID TASKCMD       USER   FD      TYPE             DEVICE SIZE/OFF       NODE NAME\nsystemd       1                       root  txt       REG              253,0  1632776   33595530 /usr/lib/systemd/systemd\nwdavdaemo   550                       root  txt       REG              253,0  1632776   33595531 ${wdav}\nwdavdaemo   550                       root  mem       REG              253,0  1632776   33595532 /usr/lib64/libc.so.6\nwdavdaemo   550                       root   12u  a_inode               0,13        0       9581 [fanotify]\nwdavdaemo   550   560 wdav_x          root   12u  a_inode               0,13        0       9581 [fanotify]\n`,
      told: { 'fanotify.holder': [wdav] },
    },
    {
      name: 'lost audit records of RHEL 7',
      by: 'audit-status',
      text: 'enabled 1\nfailure 1\npid 721\nrate_limit 0\nbacklog_limit 320\nlost 5\nbacklog 0\nbacklog_wait_time 60000\n',
      told: { 'audit.backlog-lost': 5 },
    },
    {
      name: 'the worst moments from sar with all columns, by a clock of 24 hours',
      by: 'sar',
      text: 'Linux 5.14.0-427.el9.x86_64 (node01) \t03/28/26 \t_x86_64_\t(4 CPU)\n\n00:00:01        CPU      %usr     %nice      %sys   %iowait    %steal      %irq     %soft    %guest    %gnice     %idle\n00:10:01        all      1.10      0.00      0.50     55.20      0.10      0.00      0.00      0.00      0.00     43.10\n00:10:01          0      9.10      0.00      0.50     99.20      0.10      0.00      0.00      0.00      0.00     0.10\n\n00:20:01       LINUX RESTART\t(4 CPU)\n',
      told: { 'cpu.steal-percent-max': 0.1, 'cpu.iowait-percent-max': 55.2, 'cpu.idle-percent-min': 43.1 },
    },
    {
      name: 'pauses that an old corosync counts',
      by: 'corosync-cmapctl',
      text: 'runtime.schedmiss.delay (flt) = 4213.5\nruntime.schedmiss.timestamp (u64) = 1\nnodelist.node.0.name (str) = node01\n',
      told: { 'corosync.schedmiss': 1 },
    },
    {
      name: 'that nothing was slow in a trace',
      by: 'strace',
      text: '1 08:11:46.5 openat(AT_FDCWD, "/etc/hosts", O_RDONLY) = 3 <0.000011>\n1 08:11:46.6 close(3) = 0 <0.000011>\n',
      told: { 'strace.slow-calls': [], 'strace.slow-call-names': [] },
    },
    {
      name: 'slow calls from strace with times since 1970',
      by: 'strace',
      text: '[pid  4711] 1774678503.500000 execve("/usr/bin/sed", ["sed"], 0x1 /* 20 vars */ <unfinished ...>\n[pid  4712] 1774678503.600000 close(3) = 0 <0.000011>\n[pid  4711] 1774678508.500000 <... execve resumed>) = 0 <5.000000>\n',
      told: { 'strace.slow-calls': ['5.0 s: execve /usr/bin/sed'], 'strace.slow-call-names': ['execve'] },
    },
    {
      name: 'the names of slow commands, without settings, folders and words of the shell',
      by: 'trace-ra',
      text: [
        '+ 06:15:03: main:1032: LC_ALL=C /usr/bin/sed -e s,x,y,',
        '+ 06:15:09: main:1033: local rc=0',
        '+ 06:15:15: main:1034: [ -z x ]',
        '++ 06:15:21: main:1035: which ip',
        '+ 06:15:27: main:1036: exit 0',
      ].join('\n'),
      told: {
        'trace.slow-commands': ['6 s: LC_ALL=C /usr/bin/sed -e s,x,y,', '6 s: local rc=0', '6 s: [ -z x ]', '6 s: which ip'],
        'trace.slow-command-names': ['sed', 'which'],
      },
    },
  ] as { name: string; by: string; text: string; told: object }[])('$name', ({ by, text, told }) => {
    const found = read('n1/some/file', text)
    expect(found.by).toBe(by)
    expect(found.told).toEqual(told)
  })
})

describe('ps is read in the form', () => {
  const rows = {
    aux: [
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
      `root           1  0.0  0.1 171200 13000 ?        Ss   Mar20   0:09 /sbin/init`,
      `root         550  2.0  3.1 171200 13000 ?        Dsl  Mar20   0:09 ${wdav} edr`,
    ],
    '-ef': [
      'UID          PID    PPID  C STIME TTY          TIME CMD',
      'root           1       0  0 Mar20 ?        00:00:09 /sbin/init',
      `root         550       1  2 Mar20 ?        00:00:09 ${wdav} edr`,
    ],
    '-elfL': [
      'F S UID          PID    PPID     LWP  C NLWP PRI  NI ADDR SZ WCHAN  STIME TTY          TIME CMD',
      '4 S root           1       0       1  0    1  80   0 - 42800 ep_pol Mar20 ?        00:00:09 /sbin/init',
      `4 D root         550       1     551  2   21  80   0 - 42800 fanotify_handle_event Mar20 ?        00:00:09 ${wdav} edr`,
    ],
    '-eLo with wait channels': [
      '    PID     LWP STAT WCHAN                            COMMAND',
      '      1       1 Ss   ep_poll                          /sbin/init',
      `    550     551 Dl   fanotify_handle_event            ${wdav} edr`,
    ],
    auxwwwm: [
      'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
      'root           1  0.0  0.1 171200 13000 ?        -    Mar20   0:09 /sbin/init',
      'root           -  0.0    -      -     - -        Ss   Mar20   0:09 -',
      `root         550  2.0  3.1 171200 13000 ?        -    Mar20   0:09 ${wdav} edr`,
      'root           -  2.0    -      -     - -        Dsl  Mar20   0:09 -',
    ],
    'axo of RHEL 7': [
      '  PID  PPID STAT WCHAN  TTY      ELAPSED COMMAND',
      '    1     0 Ss   ep_pol ?     8-02:03:04 /sbin/init',
      `  550     1 Dl   fanoti ?     8-02:03:04 ${wdav} edr`,
    ],
  }
  test.each(Object.entries(rows))('%s', (form, lines) => {
    const { by, told, all } = read('n1/some/file', lines.join('\n'))
    expect(by).toBe('ps')
    expect(values(all, 'listed.process')).toEqual([
      ['1', '/sbin/init', 'path'],
      ['550', wdav, 'path'],
    ])
    expect(values(all, 'listed.processes')).toHaveLength(1)
    if (form !== '-ef') expect(told['process.blocked']).toEqual([wdav])
    if (/wait|elfL|RHEL/.test(form)) expect(told['process.blocked-in-fanotify']).toBe(true)
  })
})

describe('fanotify marks are read from', () => {
  const fact = async (files: Record<string, string>) => (await readFiles(files)).known('fanotify-blocking-holder')
  const line = 'fanotify mnt_id:4b mflags:0 mask:50000 ignored_mask:0'
  test.each([
    {
      name: 'grep over /proc',
      files: { 'n1/x': `/proc/550/fdinfo/12:fanotify flags:4 event-flags:8002\n/proc/550/fdinfo/12:${line}\n` },
      expected: [['process 550']],
    },
    {
      name: 'the file itself',
      files: { 'n1/proc/550/fdinfo/12': `pos:\t0\nflags:\t02\nmnt_id:\t15\nfanotify flags:4 event-flags:8002\n${line}\n` },
      expected: [['process 550']],
    },
    {
      name: 'our collector, with the program',
      files: { 'n1/sos_commands/kernel/fanotify_holders': `/proc/550/fdinfo/12 ${line}\n/proc/550 ${wdav}\n` },
      expected: [[wdav]],
    },
    {
      name: 'the list of RHEL 7 kernels',
      files: { 'n1/x': `/proc/550/fdinfo/12:fanotify ino:22e07b sdev:fe00000 mflags:0 mask:10000 ignored_mask:0\n` },
      expected: [['process 550']],
    },
  ] as { name: string; files: Record<string, string>; expected: string[][] }[])('$name', async ({ files, expected }) => {
    expect(await fact(files)).toEqual(expected)
  })
})

describe('a component is found by a pattern', () => {
  const status = (agent: string) => `Cluster Summary:\n  * web\t(${agent}):\t Started node01\n`
  test.each([
    { agent: 'systemd:httpd', expected: true },
    { agent: 'systemd:nginx', expected: true },
    { agent: 'ocf:heartbeat:IPaddr2', expected: false },
    { agent: 'lsb:systemd', expected: false },
  ])('$agent runs as a unit of systemd: $expected', async ({ agent, expected }) => {
    const { known } = await readFiles({ 'node01/crm_mon_-1': status(agent) })
    expect(known('components').flat().includes('systemd-resources')).toBe(expected)
  })
})

describe('logs are known, whatever the version:', () => {
  const stop = 'Result of stop operation for vip on node01: Timed Out after 20s (Resource agent did not complete within 20s)'
  test.each([
    {
      name: 'pacemaker 1.1',
      path: 'x/pacemaker.log',
      line: 'Mar 28 06:15:03 [2236] node01       crmd:    error: process_lrm_event:\tResult of stop operation for vip on node01: Timed Out | call=31 key=vip_stop_0 timeout=20000ms',
    },
    {
      name: 'pacemaker 2.0',
      path: 'x/pacemaker.log',
      line: 'Mar 28 06:15:03 node01 pacemaker-controld  [2236] (process_lrm_event) \terror: Result of stop operation for vip on node01: Timed Out | call=31 key=vip_stop_0 timeout=20000ms',
    },
    {
      name: 'pacemaker 2.1',
      path: 'x/pacemaker.log',
      line: `Mar 28 06:15:03.488 node01 pacemaker-controld  [2236] (log_executor_event) \terror: ${stop} | CIB update 31, graph action unconfirmed; call=31 key=vip_stop_0`,
    },
    {
      name: 'pacemaker 3.0',
      path: 'x/pacemaker.log',
      line: `Mar 28 06:15:03.488 node01 pacemaker-controld[2236] (log_executor_event@controld_execd.c:2275) \terror: ${stop} | CIB update 31; call=31`,
    },
    {
      name: 'the journal as JSON',
      path: 'x/journal.json',
      line: `{"__REALTIME_TIMESTAMP":"1774678503000000","_HOSTNAME":"node01","SYSLOG_IDENTIFIER":"pacemaker-controld","_PID":"2236","PRIORITY":"3","MESSAGE":"error: ${stop}"}`,
    },
  ])('$name', async ({ path, line }) => {
    const { events } = await readFiles({
      [path]: `${line}\n${line.replaceAll('06:15:03', '06:15:23').replace('1774678503', '1774678523')}\n`,
    })
    expect(events.map(({ node, values: { resource, operation } }) => [node, resource, operation])).toContainEqual(['node01', 'vip', 'stop'])
  })
})

test('a directory of blanks keeps no reader busy', () => {
  expect(readerFor('x', '\n'.repeat(8192))).toBeUndefined()
})
