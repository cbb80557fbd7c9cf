import { describe, expect, test } from 'vitest'
import { fixture, read } from './readers-kit.ts'

describe('a reader tells', () => {
  test.each([
    {
      name: 'tasks that wait for a scanner, from ps with wait channels',
      by: 'ps',
      text: fixture('ps_wchan'),
      told: { 'process.blocked': ['pacemaker-execd'], 'process.blocked-in-fanotify': true },
    },
    {
      name: 'tasks that wait, from ps with threads, but not kernel threads',
      by: 'ps',
      text: 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\nroot 1 0.0 0.0 1 1 ? - 08:00 0:00 /sbin/init\nroot - 0.0 - - - - S 08:00 0:00 -\nroot 20 0.0 0.0 1 1 ? - 08:00 0:00 /usr/sbin/crm_mon -1 --password=x\nroot - 0.0 - - - - D 08:00 0:00 -\nroot 21 0.0 0.0 0 0 ? D 08:00 0:00 [kworker/0:1]',
      told: { 'process.blocked': ['/usr/sbin/crm_mon'] },
    },
    {
      name: 'tasks that wait for NFS and for the disk, from ps with a date in the middle',
      by: 'ps',
      text: 'F S   UID     PID WCHAN                STARTED TT           TIME CMD\n4 S     0       1 do_wait Sun Nov 22 08:42:40 2026 ?        00:00:01 /sbin/init\n0 D     0      99 rpc_wait_bit_killable Sun Nov 22 08:42:40 2026 ?  00:00:00 ls /mnt\n0 D     0     100 xfs_log_force_lsn Sun Nov 22 08:42:40 2026 ?  00:00:00 sync',
      told: { 'process.blocked': ['ls', 'sync'], 'process.blocked-in-nfs': true, 'process.blocked-in-storage': true },
    },
    {
      name: 'nothing from top',
      by: undefined,
      text: 'top - 10:00:00\n  PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND\n    1 root      20   0  1 1 1 S 0.0 0.0 0:00.01 init',
      told: {},
    },
    {
      name: 'a task held by a foreign module, from its stack',
      by: 'proc-stack',
      text: '[<0>] cb_hook_open+0x21c/0x4d0 [event_collector]\n[<0>] do_sys_open+0x1a/0x30\n[<0>] entry_SYSCALL_64_after_hwframe+0x44/0xa9\n',
      told: { 'process.blocked-in-foreign-module': ['event_collector'] },
    },
    {
      name: 'nothing of a daemon that sleeps in its own module, nor of a file system',
      by: 'proc-stack',
      text: '[<0>] cb_dev_read+0x21c/0x4d0 [event_collector]\n[<0>] vfs_read+0x1a/0x30\n\n[<0>] xfs_ilock+0x1/0x2 [xfs]\n[<0>] do_sys_open+0x1a/0x30\n',
      told: {},
    },
    {
      name: 'a task held by fanotify, from its stack, old and new',
      by: 'proc-stack',
      text: '[<ffffffffb8a9e1c5>] fanotify_get_response_from_access+0xa5/0x120\n[<0>] do_sys_open+0x1a/0x30\n',
      told: { 'process.blocked-in-fanotify': true },
    },
    {
      name: 'versions without release',
      by: 'packages',
      text: 'pacemaker-2.1.7-5.el9_4.x86_64          Thu 01 Jan 2026\npcs-0.11.7-2.el9.x86_64 Thu\ncorosync-3.1.8-1.el9.x86_64\nresource-agents-4.10.0-52.el9.x86_64\ngpg-pubkey-fd431d51-4ae0493b\n',
      told: { 'version.pacemaker': '2.1.7', 'version.pcs': '0.11.7', 'version.corosync': '3.1.8', 'version.resource-agents': '4.10.0' },
    },
    {
      name: 'modules that were built outside of the kernel',
      by: 'modules',
      text: 'xfs 1556480 2 - Live 0xffffffffc0a00000\nacme_hook 126976 0 - Live 0xffffffffc0900000 (OE)\nbad 1 0 - Live 0xffffffffc0900000 (POE)\n',
      told: { 'modules.foreign': ['acme_hook', 'bad'] },
    },
    {
      name: 'known modules in lsmod, and the taint below',
      by: 'modules',
      text: 'Module                  Size  Used by\nxfs 1556480 2\nacme_hook 1 0\ncommon 1 0\n12288\n',
      told: { 'modules.foreign': ['acme_hook'], 'kernel.tainted': true },
    },
    {
      name: 'nothing about foreign modules from an lsmod without known ones',
      by: 'modules',
      text: 'Module                  Size  Used by\nxfs 1556480 2\n',
      told: {},
    },
    {
      name: 'that a kernel is not tainted',
      path: 'n1/proc/sys/kernel/tainted',
      by: 'tainted',
      text: '0\n',
      told: { 'kernel.tainted': false },
    },
    {
      name: 'the token of three nodes',
      by: 'corosync-conf',
      text: 'totem {\n  version: 2\n  cluster_name: c\n  token: 3000\n  transport: knet\n}\nnodelist {\n  node {\n    ring0_addr: a\n    name: n1\n  }\n  node {\n    ring0_addr: b\n  }\n  # node { name: old }\n  node {\n    name: n3\n  }\n}\n',
      told: { 'totem.token-ms': 3650, 'cluster.name': 'c', 'totem.transport': 'knet', 'cluster.node-count': 3 },
    },
    {
      name: 'no token from a corosync.conf that is cut off',
      by: 'corosync-conf',
      text: 'totem {\n token: 3000\n transport: knet\n}\nnodelist {\n node {\n name: n1\n',
      told: { 'totem.transport': 'knet' },
    },
    {
      name: 'nothing from a list of open files without any program',
      by: 'lsof',
      text: 'COMMAND PID USER FD TYPE DEVICE NODE NAME\nx 1 root 3r REG 1 2 /opt/x\n',
      told: {},
    },
    {
      name: 'the token that corosync runs with',
      by: 'corosync-cmapctl',
      text: 'runtime.config.totem.token (u32) = 10000\nstats.schedmiss.0.delay (flt) = 4213.5\nstats.schedmiss.0.timestamp (u64) = 1\nstats.schedmiss.1.delay (flt) = 2000.5\n',
      told: { 'totem.token-ms': 10000, 'corosync.schedmiss': 2 },
    },
    {
      name: 'the release',
      path: 'n1/etc/os-release',
      by: 'release',
      text: 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="8.10"\n',
      told: { 'rhel-major': 8, 'rhel-release': '8.10' },
    },
    {
      name: 'the release in a sentence',
      by: 'release',
      text: 'Red Hat Enterprise Linux Server release 7.9 (Maipo)\n',
      told: { 'rhel-major': 7, 'rhel-release': '7.9' },
    },
    {
      name: 'nothing from another family',
      path: 'n1/etc/os-release',
      by: 'release',
      text: 'NAME="Debian"\nID=debian\nVERSION_ID="12"\n',
      told: {},
    },
    {
      name: 'the release from uname',
      by: 'hostname',
      text: 'Linux n1.example.com 4.18.0-477.el8.x86_64 #1 SMP Thu x86_64\n',
      told: { 'rhel-major': 8 },
    },
    {
      name: 'lost audit records, new',
      by: 'audit-status',
      text: 'enabled 1\nfailure 1\npid 1\nrate_limit 0\nbacklog_limit 8192\nlost 17\nbacklog 0\n',
      told: { 'audit.backlog-lost': 17 },
    },
    {
      name: 'lost audit records, old',
      by: 'audit-status',
      text: 'AUDIT_STATUS: enabled=1 flag=1 pid=1 rate_limit=0 backlog_limit=320 lost=3 backlog=1\n',
      told: { 'audit.backlog-lost': 3 },
    },
    {
      name: 'swap from free',
      by: 'memory',
      text: '              total        used        free      shared\nMem:           15Gi       1.0Gi\nSwap:         2.0Gi       512Mi       1.5Gi\n',
      told: { 'memory.swap-used-percent': 25 },
    },
    {
      name: 'swap from meminfo',
      by: 'memory',
      text: 'MemTotal:       1000 kB\nSwapTotal:      1000 kB\nSwapFree:        900 kB\n',
      told: { 'memory.swap-used-percent': 10 },
    },
    {
      name: 'what is available, too, where free tells it',
      by: 'memory',
      text: '               total        used        free      shared  buff/cache   available\nMem:           31852       31704          96          11          52          28\nSwap:           4095        4095           0\n',
      told: { 'memory.available-percent': 0.1, 'memory.swap-used-percent': 100 },
    },
    {
      name: 'memory from meminfo',
      by: 'memory',
      text: 'MemTotal:       4000 kB\nMemFree:         100 kB\nMemAvailable:   3000 kB\nSwapTotal:      1000 kB\nSwapFree:       1000 kB\n',
      told: { 'memory.available-percent': 75, 'memory.swap-used-percent': 0 },
    },
    {
      name: 'nothing when there is no swap',
      by: 'memory',
      text: '              total        used        free\nSwap:             0           0           0\n',
      told: {},
    },
    {
      name: 'full file systems, but not images',
      by: 'df',
      text: 'Filesystem     1K-blocks    Used Available Use% Mounted on\n/dev/sda1 10 10 0 100% /var\n/dev/sda2 10 9 1 98% /\n/dev/loop0 10 10 0 100% /snap/x\n',
      told: { 'disk.full-filesystems': ['/var'] },
    },
    {
      name: 'that no file system is full',
      by: 'df',
      text: 'Filesystem     1K-blocks    Used Available Use% Mounted on\n/dev/sda1 10 1 9 10% /var\n',
      told: { 'disk.full-filesystems': [] },
    },
    {
      name: 'the worst moments of the processors',
      by: 'sar',
      text: 'Linux 4.18.0 (n1) \t03/04/2026 \t_x86_64_\t(2 CPU)\n\n12:00:01 AM     CPU     %user     %nice   %system   %iowait    %steal     %idle\n12:10:01 AM     all      1.00      0.00      1.00      3.50     22.10     72.40\n12:20:01 AM     all      1.00      0.00      1.00      9.50      2.10     12.40\nAverage:        all      1.00      0.00      1.00     99.50     99.10      0.40\n12:00:01 AM proc/s cswch/s\n12:10:01 AM 1 2',
      told: { 'cpu.steal-percent-max': 22.1, 'cpu.iowait-percent-max': 9.5, 'cpu.idle-percent-min': 12.4 },
    },
    {
      name: 'slow commands of a resource agent, over midnight, without secrets',
      by: 'trace-ra',
      text: '+ 23:59:50: ip_served:1032: ip -o addr\n+ 23:59:51: 1040: sleep 9\n+ 23:59:58: 1041: login --password hunter2 -p hunter3\n++ 00:00:10: 1042: exit 0\n',
      told: { 'trace.slow-commands': ['12 s: login --password … -p …'], 'trace.slow-command-names': ['login'] },
    },
    {
      name: 'slow calls, resumed ones with their file, and those that never came back',
      by: 'strace',
      text: [
        '7525  08:11:46.402085 openat(AT_FDCWD, "/usr/lib/ocf/IPaddr2", O_RDONLY <unfinished ...>',
        '7524  08:11:46.500000 wait4(-1,  <unfinished ...>',
        '7526  08:11:46.500000 openat(AT_FDCWD, "/etc/hosts", O_RDONLY) = 3 <0.000011>',
        '7526  08:11:46.600000 openat(AT_FDCWD, "/etc/hang", O_RDONLY <unfinished ...>',
        '7525  08:11:59.022085 <... openat resumed>) = 3 <12.345012>',
        '7525  08:11:59.022085 execve("/usr/sbin/fence_x", ["fence_x", "-p", "hunter2"], 0x7ffe /* 10 vars */) = 0 <2.100000>',
      ].join('\n'),
      told: {
        'strace.slow-calls': [
          'at least 12.4 s, did not return: openat /etc/hang',
          '12.3 s: openat /usr/lib/ocf/IPaddr2',
          '2.1 s: execve /usr/sbin/fence_x',
        ],
        'strace.slow-call-names': ['execve', 'openat'],
      },
    },
    {
      name: 'how long a sosreport took',
      path: 'n1/sos_logs/sos.log',
      by: 'sos-runtime',
      text: '2026-03-04 02:00:00,488 INFO: a\nmore\n2026-03-04 02:45:30,488 INFO: b\n',
      told: { 'sos.runtime-minutes': 45.5 },
    },
    {
      name: 'the same from its manifest',
      path: 'n1/sos_reports/manifest.json',
      by: 'sos-runtime',
      text: '{"version": "1", "start_time": "2026-03-04T02:00:00.1", "end_time": "2026-03-04T02:10:00.1"}',
      told: { 'sos.runtime-minutes': 10 },
    },
  ] as { name: string; path?: string; by: string | undefined; text: string; told: object }[])(
    '$name',
    ({ path = 'n1/some/file', by, text, told }) => {
      const found = read(path, text)
      expect(found.by).toBe(by)
      expect(found.told).toEqual(told)
    },
  )
})
