import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that one file shows to be true. */
async function factsOf(path: string, lines: readonly string[]): Promise<string[]> {
  return (await readFiles({ [path]: `${lines.join('\n')}\n` })).truths
}

const hung = (command: string, quote = '') =>
  [
    `INFO: task ${command}:9912 blocked for more than 120 seconds.`,
    '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
    `${command.padEnd(15)} D ffff8e2f3a1b6180     0  9912   9901 0x00000080`,
    'Call Trace:',
    ' [<ffffffff8a585da9>] schedule+0x29/0x70',
    ' [<ffffffff8a263e55>] fanotify_handle_event+0x265/0x3a0',
    ' [<ffffffffc0a8d002>] mfe_open_hook+0x92/0x1c0 [mfe_fileaccess_20410123]',
  ].map(line => `${quote}${line}`)

describe('what the kernel said is understood without its prefix', () => {
  test.each<[string, string[], string[]]>([
    ['typed off a console', hung('date'), ['hung-tasks-logged', 'fanotify-stack-logged', 'scanner-module-stack-logged']],
    [
      'behind the end of an earlier stack, whose beginning is cut off',
      [' 0fb4cc00 ffff8801091e8370 0000000c00000000 0000000100024ffd', ...hung('date').slice(-4), ...hung('date')],
      ['hung-tasks-logged', 'commands-hang'],
    ],
    ['quoted in a mail', hung('date', '> '), ['hung-tasks-logged', 'fanotify-stack-logged']],
    ['quoted twice', hung('date', '> > '), ['hung-tasks-logged']],
    [
      'quoted with dates',
      ['> Feb 11 01:05:20 dbn2 kernel: INFO: task vgs:30122 blocked for more than 120 seconds.', '> Feb 11 01:05:21 dbn2 kernel: x'],
      ['hung-tasks-logged'],
    ],
    [
      'with its clock only, in a report of a fault',
      [
        'Actual results:',
        ...Array.from({ length: 9 }, () => 'The node hangs.'),
        'kernel: [  363.761784] INFO: task date:9912 blocked for more than 120 seconds.',
      ],
      ['hung-tasks-logged'],
    ],
    [
      'as wall shows it to everybody',
      ['Message from syslogd@node02 at Mar 28 06:15:03 ...', ' kernel:NMI watchdog: BUG: soft lockup - CPU#5 stuck for 22s! [ls:3122]'],
      ['lockup-logged'],
    ],
    [
      'an audit queue that is full, over and over',
      Array.from({ length: 4 }, () => 'audit:backlog limit exceeded'),
      ['audit-backlog-overflowed'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await factsOf('paste.txt', lines)).toEqual(expect.arrayContaining(expected))
  })

  test.each<[string, string[]]>([
    [
      'a page that explains it',
      [
        '# Hung tasks',
        'The kernel then writes:',
        '',
        '```',
        ...hung('process_name').slice(0, 2),
        '```',
        'Look at the disk.',
        'Then at NFS.',
      ],
    ],
    ['a sentence about it', ['We saw INFO: task date:9912 blocked for more than 120 seconds. on the console', 'and rebooted.']],
    ['somebody who looks for it', ["$ dmesg | grep 'INFO: task .* blocked for more than 120 seconds'"]],
  ])('%s is no message', async (_, lines) => {
    expect(await factsOf('page.md', lines)).not.toContain('hung-tasks-logged')
  })
})

describe('of the tasks that hang, only commands are commands', () => {
  test.each([
    ['ls', true],
    ['sh', true],
    ['vgs', true],
    ['sshd', true],
    ['drbdadm', true],
    ['xfs_repair', true],
    ['ceph', true],
    ['drbd_w_r0', false],
    ['btrfs-transacti', false],
    ['jbd2/dm-3-8', false],
    ['kworker/u8:2', false],
    ['xfsaild/dm-0', false],
    ['java', false],
    ['C2 CompilerThre', false],
    ['mysqld', false],
    ['corosync', false],
  ])('%s: %s', async (task, expected) => {
    const facts = await factsOf('node02/var/log/messages', [
      `Mar 28 06:15:03 node02 kernel: INFO: task ${task}:4711 blocked for more than 120 seconds.`,
    ])
    expect(facts).toContain('hung-tasks-logged')
    expect(facts.includes('commands-hang')).toBe(expected)
  })
})

test('a module on the stack of a waiting task names its product', async () => {
  const { known } = await readFiles({
    'stacks.txt':
      '== 41022 ls\n[<0>] cshook_security_file_open+0x1f3/0x4a0 [falcon_lsm_pinned_15003]\n[<0>] security_file_open+0x27/0x60\n[<0>] do_dentry_open+0xec/0x360\n',
  })
  expect(known('vendors')).toEqual([['crowdstrike-falcon']])
})

describe('a row of ps without its header tells what hangs since another day', () => {
  const row = (state: string, started: string, command: string) =>
    `root     11259  0.0  0.0  15020   644 ?        ${state}    ${started}   0:00 ${command}`
  test.each([
    ['ls that waits', row('D', 'Jan22', 'ls --color=auto'), ['commands-hang']],
    ['a status of the cluster that waits', row('D+', 'Jan22', '/usr/sbin/pcs status'), ['cluster-commands-slow']],
    ['ls of today', row('D', '14:13', 'ls'), []],
    ['ls that sleeps', row('S', 'Jan22', 'ls'), []],
    ['a daemon that waits', row('Ds', 'Jan22', '/usr/sbin/httpd -k start'), []],
    ['ls through a whole tree', row('D', 'Jan22', 'ls -lR /srv'), []],
  ])('%s', async (_, line, expected) => {
    const facts = await factsOf('node1/paste.txt', ['# ps aux | grep 11259 | head -1', line])
    expect(facts.filter(fact => /^(?:commands-hang|cluster-commands-slow)$/.test(fact))).toEqual(expected)
  })
})

describe('a listing of processes tells how long they have been waiting', () => {
  const etime = (row: string) => ['    PID STAT     ELAPSED WCHAN            COMMAND', row]
  const aux = (row: string, now = 'R+   14:23') => [
    'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
    row,
    `root     29912  0.0  0.0  36720  3200 pts/0    ${now}   0:00 ps auxwww`,
  ]
  test.each<[string, string[], boolean]>([
    ['ls for five minutes', etime('  91220 D           05:14 fanotify_handle_ /bin/ls -l /tmp'), true],
    ['ls for days', etime('  91220 D     2-01:05:14 rpc_wait_bit_kil ls /mnt'), true],
    ['ls for half a minute', etime('  91220 D           00:31 fanotify_handle_ /bin/ls -l /tmp'), false],
    ['ls through a whole tree', etime('  91220 D           05:14 -                /bin/ls -lR /'), false],
    ['a login shell of yesterday that touches a disk just now', etime('  91220 Ds    1-05:14:00 io_schedule      -bash'), false],
    ['ls that sleeps', etime('  91220 S           05:14 pipe_write       ls -l /tmp'), false],
    ['seconds of etimes', etime('  91220 D             611 fanotify_get_res ls'), true],
    ['blkid since another day', aux('root      3377  0.0  0.0  11980  3352 ?        D    Jan24   0:00 blkid -c /dev/null -o export'), true],
    ['df since ten minutes before the listing', aux('root      3377  0.0  0.0  11980  3352 ?        D    14:13   0:00 df -h'), true],
    ['df since the minute before the listing', aux('root      3377  0.0  0.0  11980  3352 ?        D    14:22   0:00 df -h'), false],
    [
      'a listing that does not show when it was made',
      aux('root      3377  0.0  0.0  11980  3352 ?        D    14:13   0:00 df -h').slice(0, 2),
      false,
    ],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf('ps.txt', lines)).includes('commands-hang')).toBe(expected)
  })
  test('crm_mon counts only when it should have ended', async () => {
    expect(await factsOf('ps.txt', etime('  91220 D           05:14 - crm_mon -1'))).toContain('cluster-commands-slow')
    expect(await factsOf('ps.txt', etime('  91220 D           05:14 - crm_mon'))).not.toContain('cluster-commands-slow')
  })
})

describe('a sosreport tells of itself', () => {
  const command = (exec: string, seconds: number, code: number) => ({ exec, run_time: seconds, return_code: code })
  const manifest = (...commands: object[]) => [
    JSON.stringify(
      {
        components: { report: { plugins: { x: { start_time: 'x', commands } } } },
        start_time: '2024-06-03T22:01:12.5',
        end_time: '2024-06-03T22:11:50.1',
      },
      null,
      4,
    ),
  ]
  test.each<[string, string[], string, boolean]>([
    ['crm_mon that was stopped', manifest(command('crm_mon -1 -A', 300.03, 124)), 'cluster-commands-slow', true],
    ['pcs that took half a minute', manifest(command('pcs status --full', 31.2, 0)), 'cluster-commands-slow', true],
    ['pcs that took two seconds', manifest(command('pcs status --full', 2.1, 0)), 'cluster-commands-slow', false],
    ['df that was stopped', manifest(command('df -al -x autofs', 300.03, 124)), 'commands-hang', true],
    ['a search that was stopped', manifest(command('find / -xdev', 300.03, 124)), 'commands-hang', false],
  ])('%s', async (_, lines, fact, expected) => {
    expect((await factsOf('sosreport-x/sos_reports/manifest.json', lines)).includes(fact)).toBe(expected)
  })
  test('the log of what it showed has its times as well', async () => {
    const log = (end: string) => [
      '2024-02-11 09:39:47,837 INFO:  Setting up archive ...',
      `2024-02-11 ${end},118 INFO: Creating compressed archive...`,
    ]
    const minutes = async (path: string, end: string) => (await readFiles({ [path]: log(end).join('\n') })).known('sos-runtime-minutes')
    expect(await minutes('sos_logs/ui.log', '10:32:02')).toEqual([52.3])
    expect(await minutes('copy.txt', '09:47:47')).toEqual([8])
  })
})

describe('storage in trouble is seen whatever the driver', () => {
  test.each([
    'kernel: nvme nvme0: I/O tag 23 (f017) opcode 0x2 (I/O Cmd) QID 2 timeout, aborting req_op:READ(0) size:4096',
    'kernel: qla2xxx [0000:82:00.0]-801c:3: Abort command issued nexus=3:0:7 --  1 2002.',
    'kernel: rport-3:0-2: blocked FC remote port time out: removing target and saving binding',
    'kernel: session1: session recovery timed out after 120 secs',
    'kernel: sd 0:0:1:0: [sdb] task abort on host 0, 00000000f31c2a11',
    'kernel: ata1.00: exception Emask 0x0 SAct 0x7fffffff SErr 0x0 action 0x6 frozen',
    'iscsid[1190]: iscsid: Kernel reported iSCSI connection 1:0 error (1022 - ISCSI_ERR_NOP_TIMEDOUT: A NOP has timed out) state (3)',
  ])('%s', async line => {
    expect(await factsOf('node02/var/log/messages', [`Mar 28 06:15:03 node02 ${line}`])).toContain('storage-errors-logged')
  })
  test.each([
    'kernel: sd 3:0:0:7: [sdk] tag#0 FAILED Result: hostbyte=DID_OK driverbyte=DRIVER_SENSE',
    'kernel: ata2.00: failed command: PACKET',
    'kernel: ata1: link is slow to respond, please be patient (ready=0)',
    'kernel: nvme nvme0: Shutdown timeout set to 10 seconds',
    'kernel: qla2xxx [0000:82:00.0]-500a:3: LOOP UP detected (16 Gbps).',
  ])('but not in: %s', async line => {
    expect(await factsOf('node02/var/log/messages', [`Mar 28 06:15:03 node02 ${line}`])).not.toContain('storage-errors-logged')
  })
})

describe('sbd tells of a disk that does not answer, in the words of its servants', () => {
  test.each([
    [
      'latency, named by the device',
      '/dev/sdb1:  warning: servant_md: Latency: 6s exceeded watchdog warning timeout 3s on disk /dev/sdb1',
      true,
    ],
    ['a header that cannot be read', '/dev/sdb1:    error: header_get: Unable to read header from device 5', true],
    ['a header that is gone', '/dev/sdb1:    error: servant_md: No longer found a valid header on /dev/sdb1', true],
    [
      'a servant of a device is outdated',
      ' warning: inquisitor_child: Servant /dev/disk/by-path/ip-192.0.2.10:3260-lun-1 is outdated (age: 4)',
      true,
    ],
    ['the servant of the cluster is outdated', ' warning: inquisitor_child: Servant pcmk is outdated (age: 4)', false],
    ['a healthy device', '  notice: inquisitor_child: Servant /dev/sdb1 is healthy (age: 0)', false],
  ])('%s', async (_, message, expected) => {
    const facts = await factsOf('node02/var/log/messages', [`Mar 28 06:15:03 node02 sbd[3034]: ${message}`])
    expect(facts.includes('sbd-disk-slow-logged')).toBe(expected)
  })
})

describe('a scan by cron counts when the fault follows it closely', () => {
  const lost = (time: string) => `Mar 28 ${time} node02 corosync[1922]:   [TOTEM ] A processor failed, forming new configuration.`
  const scan = (command: string) => `Mar 28 02:00:01 node02 CROND[4100]: (root) CMD (${command})`
  test.each([
    ['Sophos, then a lost token', scan('/opt/sophos-spl/plugins/av/bin/avscanner /'), lost('02:03:20'), true],
    ['Cisco, then a lost token', scan('/opt/cisco/amp/bin/ampcli scan full'), lost('02:03:20'), true],
    ['Kaspersky, then a lost token', scan('/usr/bin/kesl-control --start-task 2'), lost('02:03:20'), true],
    ['a token that is lost in the afternoon', scan('/usr/bin/clamscan -ri /'), lost('15:03:20'), false],
    ['a question about tasks', scan('/usr/bin/kesl-control --get-task-list'), lost('02:03:20'), false],
  ])('%s', async (_, first, second, expected) => {
    expect((await factsOf('node02/var/log/messages', [first, second])).includes('scan-at-incident')).toBe(expected)
  })
})

describe('how long a command took is read off a terminal', () => {
  const slow = 'cluster-commands-slow'
  test.each<[string, string, string, boolean]>([
    ['bash', '[root@n1 ~]# time pcs status >/dev/null\n\nreal\t0m48.312s\nuser\t0m1.022s\nsys\t0m0.413s', slow, true],
    ['bash with a decimal comma', '# time pcs status --full\n...\nreal\t0m48,312s\nuser\t0m1,022s', slow, true],
    ['bash, quick', '[root@n1 ~]# time pcs status >/dev/null\n\nreal\t0m2.212s', slow, false],
    ['time -p', '$ time -p crm_mon -1\nreal 48.31\nuser 0.03\nsys 0.01', slow, true],
    ['busybox', '# time crm_mon -1\nreal\t0m 48.31s\nuser\t0m 0.03s', slow, true],
    ['ksh', 'n1:/ # time cibadmin -Q > /tmp/x\n\nreal    1m02.10s\nuser    0m0.05s\nsys     0m0.01s', slow, true],
    ['zsh', 'root@n1 ~ % time pcs status\nCluster name: x\npcs status  0.41s user 0.05s system 2% cpu 48.312 total', slow, true],
    ['zsh with minutes', 'crm_mon -1  0.41s user 0.05s system 0% cpu 1:48.31 total', slow, true],
    ['GNU time', '# /usr/bin/time pcs status\n0.41user 0.05system 0:48.31elapsed 0%CPU (0avgtext+0avgdata 22020maxresident)k', slow, true],
    ['tcsh', '# time pcs status\n0.410u 0.050s 0:48.31 0.9%\t0+0k 0+0io 0pf+0w', slow, true],
    [
      'fish',
      '> time pcs status\n________________________________________________________\nExecuted in   48.31 secs      fish           external',
      slow,
      true,
    ],
    ['a command that took time to change something', '# time pcs resource move vip --wait\n\nreal\t0m48.312s', slow, false],
    ['crm_mon that somebody watched', '# time crm_mon\n\nreal\t3m48.312s', slow, false],
    ['something else', '# time yum check-update\n\nreal\t0m48.312s', slow, false],
    ['ls', '$ time ls /usr/bin > /dev/null\n\nreal    2m31.507s\nuser    0m0.004s', 'commands-hang', true],
    ['ls, a minute', '$ time ls /usr/bin > /dev/null\n\nreal    0m58.507s\nuser    0m0.004s', 'commands-hang', false],
    ['ls between two dates', '[root@n3 ~]# date; time ls -l /etc/corosync; date\ntotal 8\n\nreal\t4m1.221s', 'commands-hang', true],
    ['df by GNU time', '\tCommand being timed: "df -h"\n\tElapsed (wall clock) time (h:mm:ss or m:ss): 3:02.11', 'commands-hang', true],
    ['timeout, in a script that shows itself', "+ timeout 60 pcs status --full\n+ echo 'rc=124'\nrc=124", slow, true],
    ['timeout, asked by hand', '# timeout 30 crm_mon -1\n# echo $?\n124', slow, true],
    ['timeout that says so', '# timeout -v 60 pcs status\ntimeout: sending signal TERM to command ‘pcs’', slow, true],
    ['timeout that was not needed', "+ timeout 60 pcs status --full\nok\n+ echo 'rc=0'\nrc=0", slow, false],
    ['a timeout of five seconds', '# timeout 5 crm_mon -1\n# echo $?\n124', slow, false],
    ['a page about it', '# How to measure\n```\n# time pcs status\nreal 0m48.3s\n```\n## What it means', slow, false],
  ])('%s', async (_, text, fact, expected) => {
    expect((await factsOf('session.txt', text.split('\n'))).includes(fact)).toBe(expected)
  })
  test('what a sosreport gave up on, at a terminal', async () => {
    const lines = [
      ' Running plugins. Please wait ...',
      "[plugin:filesys] command 'df -al -x autofs' timed out after 300s",
      "[plugin:pacemaker] command 'pcs status --full' timed out after 300s",
    ]
    expect(await factsOf('console.txt', lines)).toEqual(expect.arrayContaining(['commands-hang', slow]))
  })
  test('a sosreport', async () => {
    const { known } = await readFiles({
      'term.txt': '$ time sosreport --batch\nsosreport (version 3.2)\n\nreal    60m6.624s\nuser    12m25.001s\n',
    })
    expect(known('sos-runtime-minutes')).toEqual([60.1])
  })
  test.each([
    ['whose time was copied without the word before it', '$ sosreport --batch\n\nreal\t41m3.624s\nuser\t0m9.1s\n', [41.1]],
    ['below which something else was measured', '$ sosreport --batch\n$ time yum update\n\nreal\t41m3.624s\n', []],
    ['that somebody tells of', 'The command sosreport\n\nreal\t41m3.624s\n', []],
  ])('a sosreport %s', async (_, text, minutes) => {
    expect((await readFiles({ 'term.txt': text })).known('sos-runtime-minutes')).toEqual(minutes)
  })
})

describe('who writes above the lines of a log tells of them', () => {
  const lines = ['[84076.464619] FS-Cache: Loaded', '[84076.484994] RPC: Registered named UNIX socket transport module.']
  test.each<[string, string, string, boolean]>([
    ['a question', 'dmesg.txt', 'Hello, since yesterday df -h always hangs on our node app2. How can we fix that?', true],
    [
      'the same in what a collector wrote',
      'node01/sos_commands/kernel/dmesg',
      'When I type df -h on our node app2 it always hangs.',
      false,
    ],
    ['a line of the log itself', 'dmesg.txt', '[84070.100000] Command line: root=/dev/sda1 quiet and so on', false],
    ['a question that tells of no hang', 'dmesg.txt', 'What does FS-Cache do, and when does df -h hang?', false],
  ])('%s', async (_, path, first, expected) => {
    expect((await factsOf(path, [first, '', ...lines])).includes('commands-hang')).toBe(expected)
  })
})
