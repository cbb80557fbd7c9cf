import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that one file shows to be true. */
const factsIn = async (text: string, path = 'paste.txt') => (await readFiles({ [path]: text })).truths

describe('what the kernel said is known by its words when date, host and clock were left out', () => {
  test.each([
    ['a silent NFS server', 'nfs: server filer7 not responding, timed out', 'nfs-not-answering'],
    ['a lock manager that waits', 'lockd: server filer7 not responding, still trying', 'nfs-not-answering'],
    ['a silent Windows share', 'CIFS VFS: Server <address> has not responded in 120 seconds. Reconnecting...', 'nfs-not-answering'],
    ['the same of a newer kernel', 'CIFS: VFS: \\\\filer7 has not responded in 180 seconds. Reconnecting...', 'nfs-not-answering'],
    ['a queue of audit that is too long', 'audit: audit_backlog=8193 > audit_backlog_limit=8192', 'audit-backlog-overflowed'],
    ['records of audit that were lost', 'audit: audit_lost=77 audit_rate_limit=0 audit_backlog_limit=8192', 'audit-backlog-overflowed'],
    ['a queue of kauditd', 'audit: kauditd hold queue overflow', 'audit-backlog-overflowed'],
    ['a stall', 'rcu: INFO: rcu_sched self-detected stall on CPU', 'lockup-logged'],
    ['a stall of an older kernel', 'INFO: rcu_sched detected stalls on CPUs/tasks: { 3} (detected by 1, t=60002 jiffies)', 'lockup-logged'],
    ['a hard lockup', 'NMI watchdog: Watchdog detected hard LOCKUP on cpu 7', 'lockup-logged'],
    ['memory that ran out', 'Out of memory: Killed process 4711 (java) total-vm:8123456kB, anon-rss:7654321kB', 'oom-kill-logged'],
    ['memory that was found late', 'df: page allocation stalls for 12004ms, order:0, mode:0x14201ca(GFP_HIGHUSER)', 'memory-short-logged'],
    [
      'a file system without its disk',
      'XFS (dm-5): metadata I/O error in "xfs_buf_ioend" at daddr 0x40 len 1 error 5',
      'storage-errors-logged',
    ],
    ['an array that lost a disk', 'md/raid10:md4: Disk failure on sdk1, disabling device.', 'storage-errors-logged'],
    ['a disk in a cluster of Ceph', 'libceph: osd23 down', 'storage-errors-logged'],
    ['an image that is not written', 'rbd: rbd7: write at objno 77 8192~4096 result -108', 'storage-errors-logged'],
    ['a block that is not read', 'blk_update_request: I/O error, dev sdk, sector 11922304 op 0x0:(READ)', 'storage-errors-logged'],
    ['a card that was reset', 'NETDEV WATCHDOG: eth3 (ixgbe): transmit queue 5 timed out', 'nic-hung-logged'],
    ['a clock that stood still', 'clocksource: Marking clocksource tsc unstable due to frequency skew', 'hypervisor-stun-logged'],
    ['who asked for the memory', 'java invoked oom-killer: gfp_mask=0x6200ca(GFP_HIGHUSER_MOVABLE), order=0', 'oom-kill-logged'],
  ])('%s', async (_, line, fact) => {
    expect(await factsIn(`${line}\n${line}\n`)).toContain(fact)
    expect(await factsIn(`We read ${line} and wondered.\nThen we asked ${line}?\n`)).not.toContain(fact)
  })
  test('below a listing of another kind', async () => {
    const frames = '#0 [ffffb1c0003a79c8] machine_kexec at ffffffff8a06d861\n#1 [ffffb1c0003a7a20] __crash_kexec at ffffffff8a153ca5\n'
    expect(await factsIn(`[ 86412.331204] watchdog: Watchdog detected hard LOCKUP on cpu 7\n\nThe dump:\n${frames}`)).toContain(
      'lockup-logged',
    )
  })
})

describe('a log whose dates and hosts somebody hid is a log', () => {
  const stuck = (before: string) => `${before}kernel: [86412.331204] watchdog: BUG: soft lockup - CPU#3 stuck for 23s! [worker:4711]\n`
  test.each([['[DATE HIDDEN] [HOST_A] '], ['<date> <node 1> '], ['XXX XX XX:XX:XX ******* '], ['']])('%s', async before => {
    expect(await factsIn(stuck(before).repeat(3))).toContain('lockup-logged')
    const report = `# A node stands still\n\n**Describe the bug**\n\n${'It worked for months before that.\n'.repeat(9)}${stuck(before)}`
    expect(await factsIn(report, 'issue.md')).toContain('lockup-logged')
  })
  test('corosync keeps its number', async () => {
    expect(await factsIn('[DATE] [NODE] corosync[1411]: [TOTEM ] A processor failed, forming new configuration.\n')).toContain(
      'totem-token-lost',
    )
  })
})

test('somebody who writes of a machine of their own need not call it a server', async () => {
  const letter = (told: string) =>
    `Backups on a stick\n\n${told}\n${'Nothing in syslog.\n'.repeat(14)}\`\`\`\nkernel: [  331.204118] sd 6:0:0:0: [sdc] tag#4 Sense Key : Hardware Error [current]\n\`\`\`\n`
  expect(await factsIn(letter('Yesterday my workstation stood still twice, each time while files were copied.'), 'post.md')).toContain(
    'storage-errors-logged',
  )
  expect(await factsIn(letter('A workstation stands still each time while files are copied.'), 'post.md')).not.toContain(
    'storage-errors-logged',
  )
})

test('blocked tasks that an older kernel was asked for tell what they wait for', async () => {
  const stack = (frame: string) =>
    `[ 86412.331204] SysRq : Show Blocked State\n[ 86412.331209] df              D ffff8e2f3a1b6180     0 31877  31790 0x00000080\n[ 86412.331211] Call Trace:\n[ 86412.331212]  [<ffffffff8a585da9>] schedule+0x29/0x70\n[ 86412.331213]  [<ffffffffc0a1e8f5>] ${frame}\n`
  expect(await factsIn(stack('rpc_wait_bit_killable+0x24/0xb0 [sunrpc]'))).toContain('tasks-blocked-in-nfs')
  expect(await factsIn(stack('rpc_wait_bit_killable+0x24/0xb0'))).toContain('tasks-blocked-in-nfs')
  expect(await factsIn(stack('nfsd_commit+0x24/0xb0'))).not.toContain('tasks-blocked-in-nfs')
  expect(await factsIn(stack('xfs_log_force_lsn+0x7d/0x110 [xfs]'))).toContain('tasks-blocked-in-storage')
})

describe('the back-trace of a dump tells of a crash, unless somebody asked for it', () => {
  const trace = (...symbols: string[]) =>
    `$ crash vmlinux vmcore\n[ 86412.331204] NMI backtrace for cpu 3\ncrash> bt\n PID: 41     TASK: ffff8e2f3a1b6180  CPU: 10  COMMAND: "worker"\n${symbols
      .map((symbol, i) => ` #${i} [ffffb1c0003a7${900 + i * 8}] ${symbol} at ffffffff8a06d861\n`)
      .join('')}`
  test.each([
    ['a panic', ['machine_kexec', '__crash_kexec', 'panic', 'nmi_panic', 'watchdog_overflow_callback'], true],
    ['an oops', ['machine_kexec', 'crash_kexec', 'oops_end', 'no_context', 'do_page_fault'], true],
    ['a key that was pressed', ['machine_kexec', 'crash_kexec', 'oops_end', 'no_context', 'sysrq_handle_crash'], false],
    ['a watch for tasks that hang', ['machine_kexec', 'panic', 'check_hung_uninterruptible_tasks', 'kthread'], false],
    ['a task that waits', ['__schedule', 'schedule', 'schedule_timeout'], false],
  ])('%s', async (_, symbols, expected) => {
    expect((await factsIn(trace(...symbols))).includes('kernel-crash-found')).toBe(expected)
  })
})

test('a stack that names both ends of each call is a stack', async () => {
  const stack = (frame: string) => `[ 86412.331204] INFO: task ls:31877 blocked for more than 120 seconds.\n[ 86412.331209] ${frame}\n`
  expect(await factsIn(stack('[<80b41c20>] (schedule) from [<8016f2a4>] (fanotify_handle_event+0x14c/0x3c0)'))).toContain(
    'fanotify-stack-logged',
  )
  expect(await factsIn(stack(' io_schedule from blk_mq_get_tag+0x12e/0x270'))).toContain('tasks-blocked-in-storage')
  expect(await factsIn(stack('a packet from 192.0.2.7'))).toEqual(['commands-hang', 'hung-tasks-logged'])
})

describe('lines of the kernel that a mail or a page broke are whole again', () => {
  const stuck = '[118204.331204] watchdog: BUG: soft lockup - CPU#17 stuck for 26s!'
  test('a lockup whose program stands in the next line', async () => {
    expect(await factsIn(`${stuck}\n[Worker Thread-3:4711]\n`)).toContain('lockup-logged')
  })
  test('a task that hangs, and its name in the line before', async () => {
    expect(await factsIn('[118204.331204] INFO: task mount.cifs-helper-of-backup:41 blocked for\nmore than 120 seconds.\n')).toContain(
      'hung-tasks-logged',
    )
  })
  test('in a file with the name of a log, too, when all of it is as narrow as a mail', async () => {
    const log = (width: number) =>
      `Jul 19 16:52:28 n1 kernel: INFO: task sudo:1619 blocked for more \nthan 122 seconds.\nJul 19 16:52:29 n1 systemd[1]: Started ${'x'.repeat(width)}\n`
    expect(await factsIn(log(40), 'messages')).toContain('commands-hang')
    expect(await factsIn(log(90), 'messages')).not.toContain('commands-hang')
  })
  test('a list of modules, however wide its lines are', async () => {
    const list = (last: string) =>
      `[HIDDEN] kernel: [   41.331204] Modules linked in: nls_utf8 isofs xt_recent rfkill\n${'dm_mod ipmi_devintf ip_tables overlay '.repeat(5)}\n${last}\n`
    expect(await factsIn(list('crc32c_intel hv_netvsc hid sunrpc'))).toContain('node-is-virtual')
    expect(await factsIn(list('The driver hv_netvsc is for guests.'))).not.toContain('node-is-virtual')
  })
  test('a frame stays what it is, whatever is below it', async () => {
    const frame = '[  371.331204]  [<ffffffffc0998e72>] fanotify_get_response_from_access+0xa5/0x120'
    expect(await factsIn(`[  370.1] x\n${frame}\nEverything stood still then\n${frame}\n`)).toContain('fanotify-stack-logged')
  })
})

describe('a task that the kernel says hangs counts as a command that hangs', () => {
  const hung = (program: string, seconds = 120) =>
    `[86412.331204] INFO: task ${program}:31877 blocked for more than ${seconds} seconds.\n[86412.331207]       Not tainted 5.14.0\n`
  test.each<[string, string, boolean]>([
    ['when it is one', hung('ls'), true],
    ['when it is a login', hung('sshd'), true],
    ['when it is a tool of a file system', hung('xfs_growfs'), true],
    ['when it is a command of the cluster', hung('crm_mon', 122), true],
    ['when a newer kernel tells the number of the processor', hung('ls').replaceAll('] ', '][  T577] '), true],
    ['when an older one does', hung('ls').replaceAll('] ', '][  2] '), true],
    ['not when it is a thread of the kernel', hung('kworker/3:1H'), false],
    ['not when it is a service', hung('crond'), false],
    ['not when it is the software itself', hung('ds_agent'), false],
    ['not when it may be any program', hung('python3'), false],
    ['not when the kernel was told to complain after seconds', hung('ls', 30), false],
  ])('%s', async (_, text, expected) => {
    const facts = await factsIn(text)
    expect(facts).toContain('hung-tasks-logged')
    expect(facts.includes('commands-hang')).toBe(expected)
  })
})

test('lines that almost are a list of modules or a report take no time', async () => {
  const list = `[   41.331204] Modules linked in: xfs nls_utf8\n${'ab'.repeat(4000)}!\n`
  expect(await factsIn(`${list}${list}$ sosreport${' -a=b'.repeat(400)} !\nreal\t41m3.624s\n`)).toEqual([])
})

describe('where a task waits that hangs', () => {
  const stack = (...frames: string[]) =>
    ['[  371.331204] INFO: task df:4711 blocked for more than 122 seconds.', ...frames.map(text => `[  371.331207]  ${text}`), ''].join(
      '\n',
    )
  test.each([
    ['in the driver of a wireless card', 'ieee80211_reconfig+0x6f/0xf0 [mac80211]', 'tasks-blocked-in-driver'],
    ['in USB', 'hub_port_connect+0x293/0x9a0', 'tasks-blocked-in-driver'],
    ['for the list of network devices', 'rtnl_lock+0x15/0x20', 'tasks-blocked-in-driver'],
    ['for a graphics card', 'nouveau_fence_wait+0x31/0xb0 [nouveau]', 'tasks-blocked-in-driver'],
    ['for an array', 'wait_barrier+0x14e/0x1b0 [raid1]', 'tasks-blocked-in-storage'],
    ['for a host adapter that goes away', 'scsi_remove_host+0x185/0x200', 'tasks-blocked-in-storage'],
    ['for the automounter', 'autofs4_wait+0x38b/0x800 [autofs4]', 'tasks-blocked-in-nfs'],
    ['for a server of Windows', 'cifs_send_recv+0x2a1/0x410 [cifs]', 'tasks-blocked-in-nfs'],
    ['for NFS of RHEL 5', '[<ffffffff8842e8f5>] :nfs:nfs_wait_on_inode+0x60/0x6d', 'tasks-blocked-in-nfs'],
  ])('%s', async (_, frame, fact) => {
    expect(await factsIn(stack('schedule+0x27/0x80', frame))).toContain(fact)
    expect(await factsIn(stack('schedule+0x27/0x80', `? ${frame}`))).not.toContain(fact)
    expect(await factsIn(`[  371.331204] BUG: unable to handle page fault\n[  371.331207]  ${frame}\n`)).not.toContain(fact)
  })
})

test('a card that was reset need not have lost its link', async () => {
  const facts = await factsIn('[  371.331204] NETDEV WATCHDOG: eth3 (ixgbe): transmit queue 5 timed out\n')
  expect(facts).toContain('nic-hung-logged')
  expect(facts).not.toContain('nic-went-down')
})
