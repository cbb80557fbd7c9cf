import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that files show to be true. */
const factsOf = async (files: Readonly<Record<string, readonly string[]>>): Promise<string[]> =>
  (await readFiles(Object.fromEntries(Object.entries(files).map(([path, lines]) => [path, `${lines.join('\n')}\n`])))).truths
const kernel = (text: string, seconds = 3) => `Mar 28 06:15:${String(seconds).padStart(2, '0')} node02 kernel: ${text}`
const messages = (...lines: string[]) => factsOf({ 'node02/var/log/messages': lines })

describe('the kernel crashed', () => {
  test.each([
    ['through a null pointer', 'BUG: unable to handle kernel NULL pointer dereference at 0000000000000018'],
    ['through a page that is not there, on a newer kernel', 'BUG: unable to handle page fault for address: ffffb5eed9943db0'],
    ['on ARM', 'Unable to handle kernel paging request at virtual address ffff80001234abcd'],
    ['on POWER', 'Oops: Kernel access of bad area, sig: 11 [#1]'],
    ['by its own check', 'kernel BUG at fs/xfs/xfs_buf.c:1234!'],
    ['in a protected place', 'general protection fault: 0000 [#1] SMP NOPTI'],
    ['and gave up', 'Kernel panic - not syncing: Fatal exception in interrupt'],
    ['in its tables of pages', 'BUG: Bad page map in process java  pte:800000 pmd:1234'],
  ])('%s', async (_, text) => {
    expect(await messages(kernel(text), kernel('Call Trace:'))).toContain('kernel-crash-found')
  })

  test.each([
    ['a program that falls over', ['traps: java[1893] general protection fault ip:7f2b1c sp:7ffd3a error:0 in libc.so.6[7f2b1a+1b6000]']],
    ['a panic that was set up for tasks that hang', ['Kernel panic - not syncing: hung_task: blocked tasks']],
    ['a stuck processor', ['watchdog: BUG: soft lockup - CPU#3 stuck for 23s! [java:1893]']],
    ['a warning', ['WARNING: CPU: 0 PID: 20653 at mm/vmalloc.c:330 vmalloc_to_page+0x21e/0x230']],
    [
      'a test by hand',
      ['sysrq: SysRq : Trigger a crash', 'BUG: unable to handle kernel NULL pointer dereference at (null)', 'Oops: 0002 [#1] SMP'],
    ],
  ])('%s is no crash of the kernel', async (_, texts) => {
    expect(await messages(...texts.map(text => kernel(text)))).not.toContain('kernel-crash-found')
  })

  test('after an earlier test by hand it may still crash by itself', async () => {
    const facts = await messages(kernel('sysrq: Trigger a crash'), kernel('Oops: 0002 [#1] SMP').replace('06:15', '09:15'))
    expect(facts).toContain('kernel-crash-found')
  })
})

describe('a virtual machine says so', () => {
  test.each([
    'Hardware name: VMware, Inc. VMware7,1/440BX Desktop Reference Platform, BIOS VMW71.00V.18452719 09/14/2022',
    'Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS rel-1.14.0 04/01/2014',
    'Hardware name: Nutanix AHV, BIOS 1.11.0-2.el7 04/01/2014',
    'Hardware name: Microsoft Corporation Virtual Machine/Virtual Machine, BIOS Hyper-V UEFI Release v4.1 05/09/2022',
    'DMI: Amazon EC2 r5.2xlarge/, BIOS 1.0 10/16/2017',
    'Hypervisor detected: Xen HVM',
  ])('%s', async text => {
    expect(await messages(kernel(text))).toContain('node-is-virtual')
  })

  test.each([
    'Hardware name: HPE ProLiant DL380 Gen10/ProLiant DL380 Gen10, BIOS U30 05/17/2021',
    'Hardware name: Amazon EC2 i3.metal/Not Specified, BIOS 1.0 10/16/2017',
    'kvm: VMX supported on this host',
  ])('%s: that is a real one, or a host', async text => {
    expect(await messages(kernel(text))).not.toContain('node-is-virtual')
  })
})

describe('tasks wait for a network file system', () => {
  const hung = kernel('INFO: task df:4711 blocked for more than 120 seconds.')
  const frame = (text: string) => kernel(` [<ffffffffc0a1e8f5>] ${text}`)
  test.each<[string, string[], boolean]>([
    ['by the stack that the kernel printed', [hung, frame('rpc_wait_bit_killable+0x24/0xb0 [sunrpc]')], true],
    ['in a lock of NFS', [hung, frame('nlmclnt_block+0xbf/0x170 [lockd]')], true],
    ['not when the kernel was not sure of the frame', [hung, frame('? rpc_wait_bit_killable+0x24/0xb0 [sunrpc]')], false],
    ['not in the server for others', [hung, frame('nfsd+0xdf/0x150 [nfsd]')], false],
    ['not without a task that hangs', [frame('rpc_wait_bit_killable+0x24/0xb0 [sunrpc]')], false],
  ])('%s', async (_, lines, expected) => {
    expect((await messages(...lines)).includes('tasks-blocked-in-nfs')).toBe(expected)
  })

  test.each<[string, string[], string, boolean]>([
    [
      'NFS',
      ['rpc_wait_bit_killable+0x24/0xb0 [sunrpc]', 'nfs_statfs+0x6d/0x1a0 [nfs]', 'do_syscall_64+0x5b/0x1b0'],
      'tasks-blocked-in-nfs',
      true,
    ],
    ['a disk', ['io_schedule+0x16/0x40', 'wait_on_page_bit+0x137/0x230', 'do_syscall_64+0x5b/0x1b0'], 'tasks-blocked-in-storage', true],
    [
      'a journal that is read',
      ['bh_uptodate_or_lock+0x9b/0xa0', 'jread+0xf4/0x390', '__x64_sys_mount+0x127/0x160'],
      'tasks-blocked-in-storage',
      true,
    ],
    ['nothing: a thread of the kernel', ['rpc_wait_bit_killable+0x24/0xb0 [sunrpc]', 'kthread+0x121/0x140'], 'tasks-blocked-in-nfs', false],
  ])('by its stack in /proc a program waits for %s', async (_, frames, fact, expected) => {
    const stack = frames.map(text => `[<0>] ${text}`)
    expect((await factsOf({ 'stack.txt': ['# cat /proc/4711/stack', ...stack] })).includes(fact)).toBe(expected)
  })
})

test('a copy that begins below the name of the task still says that one hung', async () => {
  const lines = [
    '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
    'java D ffff88041e213680 0 5723 3731 0x00000080',
  ]
  const facts = await messages(...lines.map(text => kernel(text)))
  expect(facts).toContain('hung-tasks-logged')
  expect(facts).not.toContain('commands-hang')
})

describe('network file systems are mounted', () => {
  const local = '/dev/mapper/rhel-root on / type xfs (rw,relatime,seclabel,attr2,inode64,noquota)'
  test.each<[string, string, string[], boolean]>([
    ['as mount says', 'sos_commands/filesys/mount_-l', [local, 'nas:/vol/x on /x type nfs4 (rw,relatime,vers=4.1,hard)'], true],
    ['of Windows', 'mount.txt', [local, '//nas/share on /mnt/win type cifs (rw,relatime,vers=3.0)'], true],
    ['as /proc/mounts says', 'proc/mounts', ['proc /proc proc rw,nosuid 0 0', 'nas:/vol/x /x nfs rw,relatime,vers=3 0 0'], true],
    [
      'as findmnt says',
      'findmnt.txt',
      ['TARGET   SOURCE     FSTYPE OPTIONS', '/        /dev/sda2  xfs    rw,relatime', '├─/x     nas:/vol/x nfs4   rw,relatime,vers=4.2'],
      true,
    ],
    ['as df says', 'df', ['Filesystem 1K-blocks Used Available Use% Mounted on', 'nas:/vol/x 1000000 20000 980000 3% /x'], true],
    ['with other things in one paste', 'paste.txt', ['# uptime', '# mount | grep nfs', 'nas:/x on /x type nfs4 (rw,soft,timeo=10)'], true],
    ['not when all are local', 'mount.txt', [local, 'sunrpc on /var/lib/nfs/rpc_pipefs type rpc_pipefs (rw,relatime)'], false],
    ['not when they are only set up', 'etc/fstab', ['/dev/sda2 / xfs defaults 0 0', 'nas:/vol/x /x nfs rw,hard 0 0'], false],
    ['not when this node serves them', 'mount.txt', [local, 'nfsd on /proc/fs/nfsd type nfsd (rw,relatime)'], false],
  ])('%s', async (_, path, lines, expected) => {
    expect((await factsOf({ [path]: lines })).includes('nfs-mounted')).toBe(expected)
  })

  test('a list of all mounts without one says no, part of a list says nothing', async () => {
    const whole = ['proc on /proc type proc (rw,nosuid)', local]
    const read = async (lines: string[]) => (await readFiles({ 'mount.txt': `${lines.join('\n')}\n` })).known('nfs-mounted')
    expect(await read(whole)).toEqual([false])
    expect(await read([local])).toEqual([])
  })
})

describe('a daemon of the cluster left a core file', () => {
  const info = (program: string, storage: string) => [
    '           PID: 2187 (x)',
    '        Signal: 11 (SEGV)',
    `    Executable: ${program}`,
    `       Storage: ${storage}`,
  ]
  test.each<[string, string[], boolean]>([
    [
      'gdb looks at it',
      ["Core was generated by `/usr/sbin/corosync -f'.", 'Program terminated with signal SIGSEGV, Segmentation fault.'],
      true,
    ],
    ['gdb looks at one of another', ["Core was generated by `/usr/bin/scanner -d'.", 'Program terminated with signal 11.'], false],
    ['systemd lists it', ['Sat 2026-03-28 06:15:03 CET  2187  0  0 SIGSEGV present  /usr/sbin/corosync  1.2M'], true],
    ['systemd has thrown it away', ['Sat 2026-03-28 06:15:03 CET  2187  0  0 SIGSEGV missing  /usr/sbin/corosync  -'], false],
    [
      'systemd tells all about it',
      info('/usr/libexec/pacemaker/pacemaker-controld', '/var/lib/systemd/coredump/core.x.zst (present)'),
      true,
    ],
    ['systemd tells all about another', info('/usr/bin/scanner', '/var/lib/systemd/coredump/core.x.zst (present)'), false],
    ['systemd stored none', info('/usr/sbin/corosync', 'none'), false],
    [
      'the folder of pacemaker holds one',
      ['/var/lib/pacemaker/cores:', 'total 10424', '-rw-------. 1 hacluster haclient 10674176 Mar 28 06:15 core.2240'],
      true,
    ],
    [
      'somebody lists the folder',
      [
        '# ls -l /var/lib/corosync/',
        '-rw------- 1 root root 8123 Mar 28 06:15 core.2187',
        '-rw-r--r-- 1 root root 8 Mar 28 06:15 ringid_1',
      ],
      true,
    ],
    ['another folder holds one', ['/var/lib/scanner:', 'total 4', '-rw-------. 1 root root 4096 Mar 28 06:15 core.2240'], false],
    ['the folder is empty', ['/var/lib/pacemaker/cores:', 'total 0'], false],
    [
      'the folder of systemd holds one',
      ['-rw-r-----. 1 root root 91 Mar 28 06:15 core.pacemaker-contr.189.0123456789abcdef0123456789abcdef.2240.1774678503000000.zst'],
      true,
    ],
    ['abrt lists it', ['id 0123abc', 'reason:         crmd killed by SIGSEGV', 'time:           Sat 28 Mar 2026'], true],
    ['abrt wrote it down', ['Mar 28 06:15:03 node02 abrt-hook-ccpp: Process 2240 (lrmd) of user 0 killed by SIGSEGV - dumping core'], true],
    [
      'pacemakerd wrote it down',
      ['Mar 28 06:15:03 node02 pacemakerd[2236]:    error: The attrd process (2240) terminated with signal 11 (core=1)'],
      true,
    ],
    [
      'it was killed and left none',
      ['Mar 28 06:15:03 node02 pacemakerd[2236]:    error: The attrd process (2240) terminated with signal 9 (core=0)'],
      false,
    ],
    ['file knows it', ["core.2187: ELF 64-bit LSB core file, x86-64, version 1 (SYSV), SVR4-style, from '/usr/sbin/corosync -f'"], true],
  ])('%s: %s', async (_, lines, expected) => {
    expect((await factsOf({ 'bt.txt': lines })).includes('core-file-found')).toBe(expected)
  })
})

describe('fapolicyd decides on each start', () => {
  const status = (active: string) => [
    '● fapolicyd.service - File Access Policy Daemon',
    '     Loaded: loaded (/usr/lib/systemd/system/fapolicyd.service; enabled; vendor preset: disabled)',
    `     Active: ${active} since Sat 2026-03-28 06:15:03 CET; 2s ago`,
  ]
  test.each<[string, string, string[], boolean]>([
    ['while it runs', 'status.txt', status('active (running)'), true],
    ['not after it was stopped', 'status.txt', status('inactive (dead)'), false],
    ['not because it is installed', 'installed-rpms', ['fapolicyd-1.3.2-100.el9.x86_64', 'bash-5.1.8-9.el9.x86_64'], false],
  ])('%s', async (_, path, lines, expected) => {
    expect((await factsOf({ [path]: lines })).includes('fapolicyd-holds-files')).toBe(expected)
  })
})

describe('how long the smallest program took', () => {
  const timed = (command: string, real: string) => [
    `[root@node02 ~]# time ${command}`,
    '',
    `real\t${real}`,
    'user\t0m0.001s',
    'sys\t0m0.002s',
  ]
  test.each<[string, string[], boolean]>([
    ['one start', timed('/bin/true', '0m1.702s'), true],
    ['one quick start', timed('/bin/true', '0m0.004s'), false],
    ['a hundred starts', timed('(for i in $(seq 100); do /bin/true; done)', '0m14.210s'), true],
    ['a hundred quick starts', timed('(for i in $(seq 100); do /bin/true; done)', '0m0.310s'), false],
    ['something larger', timed('ls -l /tmp', '0m1.702s'), false],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf({ 'session.txt': lines })).includes('program-start-slow')).toBe(expected)
  })
})

describe('what old systems log', () => {
  test.each<[string, string, string]>([
    ['a disk of RHEL 5', kernel('sd 2:0:0:1: SCSI error: return code = 0x00010000'), 'storage-errors-logged'],
    ['a path of RHEL 5', 'Mar 28 06:15:03 node02 multipathd: sdd: readsector0 checker reports path is down', 'storage-errors-logged'],
    ['a clock that ntpd stepped', 'Mar 28 06:15:03 node02 ntpd[901]: time reset +2404.444053 s', 'clock-stepped'],
    ['a clock that went on while the machine slept', 'Mar 28 06:15:03 node02 chronyd[901]: Forward time jump detected!', 'clock-stepped'],
    ['a card with copper', kernel('bnx2 0000:02:00.0: eth0: NIC Copper Link is Down'), 'nic-went-down'],
    ['a card that says it in small letters', kernel('cxgb4 0000:04:00.4: eth2: link down'), 'nic-went-down'],
  ])('%s', async (_, line, fact) => {
    expect(await messages(line)).toContain(fact)
  })

  test.each<[string, string, string]>([
    ['an empty port for disks', kernel('ata1: SATA link down (SStatus 0 SControl 300)'), 'nic-went-down'],
    ['a container that ended', 'Mar 28 06:15:03 node02 systemd-networkd[701]: vethab12cd: Lost carrier', 'nic-went-down'],
    ['a small correction', 'Mar 28 06:15:03 node02 ntpd[901]: ntpd: time slew +0.004211 s', 'clock-stepped'],
  ])('%s is none of these', async (_, line, fact) => {
    expect(await messages(line)).not.toContain(fact)
  })
})

test('names that any program failed to look up count', async () => {
  const lines = [
    "Mar 28 06:15:03 node02 freshclam[848]: ^Can't query current.cvd.example.com",
    'Mar 28 06:15:13 node02 backup.sh[901]: curl: (6) Could not resolve host: mirror.example.com',
  ]
  expect(await messages(...lines)).toContain('name-lookup-failed-logged')
  expect(await messages(lines[0]!)).not.toContain('name-lookup-failed-logged')
})

test('a small tree is no reason for five minutes', async () => {
  const log = (command: string) => [`2026-03-28 06:15:03,116 WARNING: [plugin:filesys] command '${command}' timed out after 300s`]
  expect(await factsOf({ 'sos_logs/sos.log': log('ls -lanR /etc/sysconfig') })).toContain('commands-hang')
  expect(await factsOf({ 'sos_logs/sos.log': log('ls -lanR /var') })).not.toContain('commands-hang')
})

describe('a task waits for a disk', () => {
  const head = 'Mar 28 06:15:03 node02 kernel: INFO: task mysqld:9912 blocked for more than 120 seconds.'
  test.each<[string, string[], boolean]>([
    [
      'the stack below a task that hangs waits for a journal',
      [head, 'Mar 28 06:15:03 node02 kernel:  jbd2_log_wait_commit+0x10e/0x190 [jbd2]'],
      true,
    ],
    [
      'the stack waits in the queue of a disk',
      ['[  738.986441] INFO: task dd:2994 blocked for more than 122 seconds.', '[  738.991726]  blk_mq_get_tag+0x11e/0x270'],
      true,
    ],
    ['the stack waits for a mutex', [head, 'Mar 28 06:15:03 node02 kernel:  mutex_lock+0x1f/0x2f'], false],
    [
      'nothing hangs',
      [
        'Mar 28 06:15:03 node02 kernel: BUG: unable to handle kernel paging request',
        'Mar 28 06:15:03 node02 kernel:  jbd2_log_wait_commit+0x10e/0x190 [jbd2]',
      ],
      false,
    ],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf({ 'var/log/messages': lines })).includes('tasks-blocked-in-storage')).toBe(expected)
  })
})

describe('a card lost its link', () => {
  test.each<[string, string]>([
    [
      'in a note that was made Markdown, part of the line in another font',
      '[Mar 28 06:15:03 node02 kernel: \\[86412.331204\\] ixgbe 0000:04:00.1: eth1: ]NIC Link is Down',
    ],
    ['in a log that was made Markdown', 'Mar 28 06:15:03 node02 kernel: \\[86412.331204\\] ixgbe 0000:04:00.1: eth1: NIC Link is Down'],
  ])('%s', async (_, line) => {
    expect(await factsOf({ 'note.md': [line, 'Mar 28 06:15:04 node02 kernel: x', 'Mar 28 06:15:05 node02 kernel: y'] })).toContain(
      'nic-went-down',
    )
  })
})
