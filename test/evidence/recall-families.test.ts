import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const factsIn = async (text: string, path = 'paste.txt') => (await readFiles({ [path]: text })).truths
const valueIn = async (fact: string, text: string) => (await readFiles({ 'node1/note.txt': text })).known(fact)[0]
const date = 'Mar 28 06:15:03 node02'

describe('whatever the kernel was called then, it says so in other words', () => {
  test.each([
    ['a task that waits for a disk', 'INFO: task crm_mon:31877 blocked in I/O wait for more than 122 seconds.', 'hung-tasks-logged'],
    ['a stuck processor of RHEL 5', 'BUG: soft lockup detected on CPU#0!', 'lockup-logged'],
    ['a stuck processor of POWER', 'watchdog: CPU 12 self-detected hard LOCKUP @ plpar_hcall_norets+0x1c/0x28', 'lockup-logged'],
    ['a stall of RHEL 6', 'INFO: rcu_sched_state detected stall on CPU 3 (t=60000 jiffies)', 'lockup-logged'],
    ['the second line of a stall', 'rcu: rcu_sched kthread starved for 60003 jiffies! g51234 f0x0 RCU_GP_WAIT_FQS(5)', 'lockup-logged'],
    ['a processor that did not answer', 'smp: csd: Detected non-responsive CSD lock (#1) on CPU#3, waiting 5000000032 ns', 'lockup-logged'],
    ['who was killed', 'Killed process 4711 (java) total-vm:8123456kB, anon-rss:7654321kB, file-rss:0kB', 'oom-kill-logged'],
    ['why it was killed', 'oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),task_memcg=/a,task=java,pid=4711,uid=0', 'oom-kill-logged'],
    ['memory that XFS waits for', 'XFS: java(4711) possible memory allocation deadlock size 65552 in kmem_alloc', 'memory-short-logged'],
    ['a fault of POWER', 'BUG: Kernel NULL pointer dereference on read at 0x00000008', 'kernel-crash-found'],
    ['a clock of SLES 12', "clocksource: timekeeping watchdog: Marking clocksource 'tsc' as unstable, because", 'hypervisor-stun-logged'],
  ])('%s', async (_, said, fact) => {
    expect(await factsIn(`${date} kernel: ${said}\n`, 'messages')).toContain(fact)
    expect(await factsIn(`[86412.331204] ${said}\n`, 'dmesg.txt')).toContain(fact)
    expect(await factsIn(`${said}\n${said}\n`)).toContain(fact)
    expect(await factsIn(`${date} logger[4711]: ${said}\n`, 'messages')).not.toContain(fact)
    expect(await factsIn(`We read ${said} and wondered.\n`)).not.toContain(fact)
  })
})

describe('programs tell the same in other words', () => {
  test.each([
    ['systemd of a unit', "systemd[1]: tomcat.service: Failed with result 'oom-kill'.", 'oom-kill-logged'],
    ['the resolver of a clock', 'systemd-resolved[601]: Clock change detected. Flushing caches.', 'clock-stepped'],
    [
      'a newer journal of a clock',
      'systemd-journald[5]: Realtime clock jumped backwards relative to last journal entry, rotating.',
      'clock-stepped',
    ],
    ['PTP of a clock', 'phc2sys[901]: [86412.331] clockcheck: clock jumped forward or running faster than expected!', 'clock-stepped'],
    ['audit of its pipe', 'auditd[880]: dispatch err (pipe full) event lost', 'audit-backlog-overflowed'],
    ['abrt of a crash', 'abrt-notification[4711]: Process 2187 (corosync) crashed in __strlen_sse2()', 'core-file-found'],
    ['a core file of a crash', 'systemd-coredump[4711]: Process 2187 (corosync) of user 0 dumped core.', 'daemon-crashed-logged'],
  ])('%s', async (_, said, fact) => {
    expect(await factsIn(`${date} ${said}\n`, 'messages')).toContain(fact)
    expect(await factsIn(`${date} logger[4711]: ${said}\n`, 'messages')).not.toContain(fact)
  })

  test.each([
    '<urlopen error timed out>',
    '_ssl.c:511: The handshake operation timed out',
    '[Errno 110] Connection timed out',
    "('The read operation timed out',)",
  ])('an old pcs that did not get an answer: %s', async reason => {
    const facts = await factsIn(`# pcs cluster setup --name c node01 node02\nError: Unable to connect to node02 (${reason})\n`)
    expect(facts).toContain('cluster-setup-timeout')
    expect(facts).not.toContain('pcs-refused')
  })

  test('a command that waited for the configuration until it gave up', async () => {
    expect(await factsIn('# pcs status\nError: unable to get cib\nCall cib_query failed (-62): Timer expired\n')).toContain(
      'cluster-commands-slow',
    )
    expect(await factsIn('# cibadmin -Q\nCall cib_query failed (-6): No such device or address\n')).not.toContain('cluster-commands-slow')
  })

  test('a report that gave up on its parts, without the command above', async () => {
    const lines = ['block', 'corosync', 'pacemaker'].map(name => ` Plugin ${name} timed out\n\n`).join('')
    expect(await factsIn(lines)).toContain('sosreport-slow')
    expect(await factsIn('The Plugin block timed out once.\n')).not.toContain('sosreport-slow')
  })
})

describe('a line is known in more forms', () => {
  const stuck = 'watchdog: BUG: soft lockup - CPU#3 stuck for 23s! [scanner:1893]'
  test.each([
    ['RFC 5424 without its priority', `1 2026-03-28T06:15:03.123456+01:00 node02 kernel - - - ${stuck}`, 'lockup-logged'],
    ['the labels of Loki', `2026-03-28T05:15:03Z {host="node02", job="varlogs"} ${date} kernel: ${stuck}`, 'lockup-logged'],
    [
      'journalctl -o with-unit',
      'Sat 2026-03-28 06:15:03 CET node02 chronyd.service[901]: System clock was stepped by 12.404211 seconds',
      'clock-stepped',
    ],
    ['systemd in it', 'Sat 2026-03-28 06:15:03 CET node02 init.scope[1]: Time has been changed', 'clock-stepped'],
  ])('%s', async (_, line, fact) => {
    expect(await factsIn(`${line}\n`, 'export.txt')).toContain(fact)
  })
})

describe('measures are read in all their forms', () => {
  const free =
    '             total       used       free     shared    buffers     cached\nMem:         16000      15700        300          0         12        300\n'
  test.each([
    [
      'an old free',
      'memory-available-percent',
      `${free}-/+ buffers/cache:      15200        800\nSwap:            0          0          0\n`,
      5,
    ],
    [
      'swapon',
      'memory-swap-used-percent',
      'NAME      TYPE      SIZE USED PRIO\n/dev/dm-1 partition   4G   3G   -2\n/swap     file        4G   1G   -3\n',
      50,
    ],
    [
      '/proc/swaps',
      'memory-swap-used-percent',
      'Filename\t\t\t\tType\t\tSize\tUsed\tPriority\n/dev/dm-1   partition\t4000\t1000\t-2\n',
      25,
    ],
    [
      'sar -S',
      'memory-swap-used-percent',
      '06:10:01 AM kbswpfree kbswpused  %swpused  kbswpcad   %swpcad\n06:20:01 AM   1000   3000     75.00    1     2.9\n',
      75,
    ],
    [
      'iostat',
      'cpu-steal-max-percent',
      'avg-cpu:  %user   %nice %system %iowait  %steal   %idle\n           2.10    0.00    1.20    0.10   14.10   82.50\n',
      14.1,
    ],
    [
      'sar -p -d',
      'disk-await-max-ms',
      '06:10:01 AM  tps  rkB/s  wkB/s  await  %util DEV\n06:20:01 AM  35.00  16.00  280.00  1228.11  100.00 sda\n',
      1228.11,
    ],
  ] as const)('%s', async (_, fact, text, expected) => {
    expect(await valueIn(fact, text)).toBe(expected)
  })
  test('but no swap of a sentence', async () => {
    expect(
      await valueIn('memory-swap-used-percent', 'NAME TYPE SIZE USED PRIO\nis what swapon prints, and /dev/dm-1 is a partition 4G 3G -2\n'),
    ).toBe(undefined)
  })
})
