import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** What one file shows: the events in it and the facts that are true. */
async function shownBy(lines: readonly string[], path = 'node02/var/log/messages') {
  const { events, truths: facts } = await readFiles({ [path]: `${lines.join('\n')}\n` })
  return { kinds: events.map(({ kind }) => kind), facts }
}

const at = (seconds: number, rest: string) => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `Mar 28 06:${two(Math.floor(seconds / 60))}:${two(seconds % 60)} ${rest}`
}

describe('old and clipped lines still tell what happened', () => {
  test.each([
    ['corosync 1 in its own log', 'Mar 28 06:15:03 corosync [TOTEM ] A processor failed, forming new configuration.', 'token-lost'],
    ['corosync 1 asks again', 'Mar 28 06:15:03 corosync [TOTEM ] Retransmit List: e4 e5 e7', 'totem-retransmit'],
    ['corosync 1 plugin', 'Mar 28 06:15:03 corosync [pcmk  ] info: pcmk_peer_update: lost: node01 906822154', 'node-lost'],
    [
      'corosync 2.3',
      'Mar 28 06:15:03 node02 corosync[1]: [TOTEM ] A processor joined or left the membership and a new membership (10.0.0.1:4) was formed.',
      'membership-formed',
    ],
    ['corosync without a date', 'corosync[2187]:   [TOTEM ] A processor failed, forming new configuration.', 'token-lost'],
    [
      'corosync clipped at the end',
      'Mar 28 06:15:03 node02 corosync[1]: [TOTEM ] A processor failed, forming new configuration: token timed out (3650ms)',
      'token-lost',
    ],
    [
      'executor of cluster-glue',
      'Mar 28 06:15:03 node02 lrmd: [2233]: WARN: operation stop[42] on vip for client 2236: pid 31877 timed out',
      'operation-timed-out',
    ],
    [
      'executor of cluster-glue, first try',
      'Mar 28 06:15:03 node02 lrmd: [2233]: WARN: vip:stop process (PID 31877) timed out (try 1).  Killing with signal SIGTERM (15).',
      'operation-timed-out',
    ],
    [
      'pacemaker 1.1.10',
      'Mar 28 06:15:03 [2236] node02       crmd:    error: process_lrm_event: \tLRM operation vip_stop_0 (42) Timed Out (timeout=20000ms)',
      'operation-timed-out',
    ],
    [
      'pacemaker 1.1.14 with its tab lost',
      'Mar 28 06:15:03 [2233] node02       lrmd:  warning: operation_finished:vip_stop_0:31877 - timed out after 20000ms',
      'operation-timed-out',
    ],
    [
      'pacemaker 2 without a date',
      'node02 pacemaker-execd[5807]:  warning: vip_stop_0[29105] timed out after 20000ms',
      'operation-timed-out',
    ],
    ['pacemaker 2 with a blank in the date', '2026-03-28 06:15:03 node02 crmd:   notice: High CPU load detected: 205.089996', 'high-load'],
    [
      'pacemaker 1.1.7 decides',
      'Mar 28 06:15:03 node02 pengine: [1]: WARN: pe_fence_node: Node node01 will be fenced because it is un-expectedly down',
      'node-will-be-fenced',
    ],
    [
      'pacemaker 1.1.7 fenced',
      "Mar 28 06:15:03 node02 stonith-ng: [1]: notice: log_operation: Operation 'reboot' [9] (call 0 from c0c1) for host 'node01' with device 'f1' returned: 0",
      'fencing-result',
    ],
    [
      'pacemaker 2.1.0 fenced',
      "Mar 28 06:15:03 node02 pacemaker-fenced[1]: notice: Operation 'reboot' [9] (call 28 from pacemaker-controld.1740) targeting node01 using f1 returned 0 (OK)",
      'fencing-result',
    ],
    [
      'pacemaker 1.1.7 lost quorum',
      'Mar 28 06:15:03 node02 cib: [1]: notice: ais_dispatch_message: Membership 1284: quorum lost',
      'quorum-lost',
    ],
    [
      'pacemaker 1.1.13 lost a node',
      'Mar 28 06:15:03 node02 stonith-ng[1]:  notice: crm_update_peer_proc: Node node01[2] - state is now lost (was member)',
      'node-lost',
    ],
    [
      'pacemaker 1.1.10 crashed',
      'Mar 28 06:15:03 node02 pacemakerd[1]:    error: The attrd process (2205) terminated with signal 11 (core=0)',
      'daemon-crashed',
    ],
    [
      'pacemaker 3 waits for a part of itself',
      'Mar 28 06:15:03 node02 pacemakerd[1]: notice: Subdaemon pacemaker-fenced[2] is unresponsive to IPC after 2 attempts (will recheck later)',
      'subdaemon-unresponsive',
    ],
    [
      'lines found by grep',
      '354312:2026-03-28T06:15:03.8+02:00 node02 pacemaker-controld[1]:  notice: Requesting fencing (reboot) of node node01',
      'fencing-requested',
    ],
    [
      'lines of several files found by grep',
      'messages-20260329:Mar 28 06:15:03 node02 pacemaker-controld[1]:  notice: Requesting fencing (reboot) of node node01',
      'fencing-requested',
    ],
    ['lines with the numbers of a pager', '  2519 Mar 28 06:15:03 node02 corosync[1]:   [TOTEM ] FAILED TO RECEIVE', 'failed-to-receive'],
    ['lines that were moved in', '      Mar 28 06:15:03 node02 corosync[1]:   [TOTEM ] FAILED TO RECEIVE', 'failed-to-receive'],
    ['a journal without host names', 'Mar 28 06:15:03 kernel: INFO: task crond:123 blocked for more than 122 seconds.', 'hung-task'],
    ['a processor that does not even take interrupts', '[ 5653.1] NMI watchdog: Watchdog detected hard LOCKUP on cpu 10', 'soft-lockup'],
    [
      'a path that its checker finds down',
      'Mar 28 06:15:03 node02 multipathd[1]: mpatha: sdf - tur checker reports path is down',
      'multipath-path-failed',
    ],
    ['a network card that hangs', 'Mar 28 06:15:03 node02 kernel: e1000e 0000:00:1f.6 eno1: Detected Hardware Unit Hang:', 'nic-hung'],
    [
      'a hook of a scanner on the stack',
      'Mar 28 06:15:03 node02 kernel: [<ffffffffc09982b0>] cshook_file_open+0x210/0x8c40 [falcon_lsm_serviceable]',
      'scanner-module-stack',
    ],
  ])('%s', async (_, line, kind) => {
    expect((await shownBy([line])).kinds).toContain(kind)
  })
})

describe('a status lists what timed out', () => {
  const status = (action: string) => [
    'Cluster name: prod',
    'Stack: corosync',
    'Current DC: node01 (version 1.1.23-1.el7) - partition with quorum',
    '2 nodes configured',
    '',
    'Online: [ node01 node02 ]',
    '',
    ' vip\t(ocf::heartbeat:IPaddr2):\tStarted node01',
    '',
    'Failed Actions:',
    action,
  ]
  test.each([
    ['of pacemaker 1.0', '    vip_stop_0 (node=node01, call=11, rc=-2, status=Timed Out): unknown exec error'],
    [
      'of pacemaker 1.1.10',
      "    vip_stop_0 on node01 'unknown error' (1): call=42, status=Timed Out, last-rc-change='Sat Mar 28 06:15:03 2026', queued=0ms, exec=20002ms",
    ],
    ['of pacemaker 1.1.23', "* vip_stop_0 on node01 'unknown error' (1): call=42, status=Timed Out, exitreason='',"],
    [
      'of pacemaker 2.0.5',
      "  * vip_stop_0 on node01 'OCF_TIMEOUT' (198): call=42, status='Timed Out', exitreason='', last-rc-change='2026-03-28 06:15:03 +01:00', queued=0ms, exec=20002ms",
    ],
    [
      'of pacemaker 2.1.7',
      '  * vip stop on node01 could not be executed (Timed Out: Resource agent did not complete within 20s) at Sat Mar 28 06:15:03 2026 after 20.002s',
    ],
  ])('%s: a stop of an address', async (_, action) => {
    const { facts } = await shownBy(status(action), 'pcs_status.txt')
    expect(facts).toEqual(expect.arrayContaining(['ocf-timeouts', 'ip-address-stop-failed']))
  })
  test('a stop that ended with an error failed, but nothing timed out', async () => {
    const { facts } = await shownBy(
      status("* vip_stop_0 on node01 'unknown error' (1): call=42, status=complete, exitreason='none',"),
      'pcs_status.txt',
    )
    const told = ['ocf-timeouts', 'ip-address-stop-failed', 'stop-operation-failed']
    expect(facts.filter(fact => told.includes(fact))).toEqual(['ip-address-stop-failed', 'stop-operation-failed'])
  })
  test('a monitor that failed for another reason is none of these', async () => {
    const { facts } = await shownBy(status("* vip_monitor_10000 on node01 'not running' (7): call=42, status=complete, exitreason='none',"))
    expect(facts.filter(fact => ['ocf-timeouts', 'ip-address-stop-failed', 'stop-operation-failed'].includes(fact))).toEqual([])
  })
})

describe('the scheduler of another node tells it, too', () => {
  const recorded = (seconds: number, operation: string, resource: string, why: string) =>
    at(
      seconds,
      `node02 pacemaker-schedulerd[1]: warning: Unexpected result (error: ${why}) was recorded for ${operation} of ${resource} on node01`,
    )
  const late = 'Resource agent did not complete within 20s'
  test.each([
    ['a stop that did not end counts', [recorded(0, 'stop', 'vip', late)], true],
    ['two resources that did not end count', [recorded(0, 'monitor', 'vip', late), recorded(1, 'monitor', 'db', late)], true],
    ['one failure told again is one', [recorded(0, 'monitor', 'vip', late), recorded(99, 'monitor', 'vip', late)], false],
    ['a failure for another reason does not count', [recorded(0, 'stop', 'vip', 'Configuration file not found')], false],
  ])('%s', async (_, lines, expected) => {
    expect((await shownBy(lines)).facts.includes('ocf-timeouts')).toBe(expected)
  })
})

test('the agent that signs a line says that the resource is an address', async () => {
  const stop = at(20, 'node02 pacemaker-controld[1]: error: Result of stop operation for front on node02: Timed Out')
  const signed = at(0, 'node02 IPaddr2(front)[31877]: INFO: IP status = ok, IP_CIP=')
  expect((await shownBy([stop])).facts).not.toContain('ip-address-stop-failed')
  expect((await shownBy([signed, stop])).facts).toContain('ip-address-stop-failed')
})

describe('what is done on purpose, and what other servers write, shows nothing', () => {
  const corosync = (seconds: number, text: string) => at(seconds, `node02 corosync[1822]:   ${text}`)
  const retransmits = (from: number) => Array.from({ length: 12 }, (_, i) => corosync(from + i, `[TOTEM ] Retransmit List: ${i}`))
  test.each<[string, string[], string]>([
    [
      'a node that is stopped takes its links down',
      [corosync(0, '[CFG   ] Node 1 was shut down by sysadmin'), corosync(1, '[KNET  ] link: host: 1 link: 0 is down')],
      'links-went-down',
    ],
    [
      'a node whose corosync is ended by a signal, as systemd does it',
      [at(0, 'node01 corosync[9]:   [MAIN  ] Node was shut down by a signal'), corosync(1, '[KNET  ] link: host: 1 link: 0 is down')],
      'links-went-down',
    ],
    [
      'a node of which only systemd tells that corosync was stopped',
      [at(0, 'node01 systemd[1]: Stopping Corosync Cluster Engine...'), corosync(1, '[KNET  ] link: host: 1 link: 0 is down')],
      'links-went-down',
    ],
    [
      'a copy without dates of a node whose corosync is ended by a signal',
      ['[MAIN  ] Node was shut down by a signal', '[KNET  ] link: host: 1 link: 0 is down'].map(text => `node02 corosync[1822]:   ${text}`),
      'links-went-down',
    ],
    [
      'two nodes that are stopped',
      [
        corosync(0, '[CFG   ] Node 1 was shut down by sysadmin'),
        corosync(1, '[KNET  ] link: host: 1 link: 0 is down'),
        corosync(2, '[CFG   ] Node 3 was shut down by sysadmin'),
        corosync(3, '[KNET  ] link: host: 3 link: 0 is down'),
      ],
      'links-down-on-both-sides',
    ],
    [
      'a burst while a node joins',
      [corosync(0, '[TOTEM ] A new membership (1.9) was formed. Members joined: 2'), ...retransmits(1)],
      'totem-retransmits',
    ],
    [
      'the clock after a boot',
      [
        at(0, 'node02 kernel: Linux version 4.18.0-305.el8.x86_64 (mockbuild@example.com)'),
        at(9, 'node02 chronyd[9]: System clock was stepped by 1.204211 seconds'),
      ],
      'clock-stepped',
    ],
    [
      'a link during a boot',
      [
        at(0, 'node02 kernel: Linux version 4.18.0-305.el8.x86_64 (mockbuild@example.com)'),
        at(3, 'node02 kernel: tg3 0000:02:00.0 eth0: Link is down'),
      ],
      'nic-went-down',
    ],
    [
      'a link during a shutdown',
      [at(0, 'node02 systemd[1]: Stopped target Multi-User System.'), at(3, 'node02 kernel: tg3 0000:02:00.0 eth0: Link is down')],
      'nic-went-down',
    ],
    [
      'a watch that cannot be set',
      [at(0, 'node02 systemd[1]: Failed to add /run/systemd/ask-password to watch: No space left on device')],
      'filesystem-was-full',
    ],
    [
      'strangers that a mail server cannot look up',
      [0, 9].map(s =>
        at(
          s,
          `node02 postfix/smtpd[1]: warning: hostname h${s}.example.net does not resolve to address 198.51.100.7: Name or service not known`,
        ),
      ),
      'name-lookup-failed-logged',
    ],
    [
      'a trace of the kernel that waits for nothing',
      ['[  100.1]  fanotify_handle_event+0x47f7/0x6140 fs/notify/fanotify/fanotify.c:966'],
      'fanotify-stack-logged',
    ],
    [
      'modules that are only listed',
      [at(0, 'node02 kernel: Modules linked in: falcon_lsm_serviceable(PE) tmhook(OE)')],
      'scanner-module-stack-logged',
    ],
    [
      'a program that quotes the cluster',
      [at(0, 'node02 nagios[1]: SERVICE ALERT: node01;corosync;CRITICAL;[TOTEM ] A processor failed, forming new configuration.')],
      'totem-token-lost',
    ],
    [
      'a program that times out after milliseconds',
      [0, 9].map(s => at(s, 'node02 app[1]: worker_monitor_3[9] timed out after 20000ms')),
      'ocf-timeouts',
    ],
    ['make, which looks like a daemon', ['make[1]: error: A processor failed, forming new configuration.'], 'totem-token-lost'],
  ])('%s', async (_, lines, fact) => {
    expect((await shownBy(lines)).facts).not.toContain(fact)
  })

  test.each([
    [
      'a corosync that was killed',
      [
        at(0, 'node01 systemd[1]: corosync.service: Main process exited, code=killed, status=9/KILL'),
        at(0, "node01 systemd[1]: corosync.service: Failed with result 'signal'."),
        corosync(1, '[KNET  ] link: host: 1 link: 0 is down'),
      ],
    ],
    [
      'a corosync that crashed and is started again',
      [
        at(0, 'node01 systemd[1]: corosync.service: Main process exited, code=dumped, status=11/SEGV'),
        at(0, 'node01 systemd[1]: Stopped Corosync Cluster Engine.'),
        at(0, 'node01 systemd[1]: Starting Corosync Cluster Engine...'),
        corosync(1, '[KNET  ] link: host: 1 link: 0 is down'),
      ],
    ],
    [
      'a node that a fence device lets stop in order, after its links were gone',
      [
        corosync(0, '[KNET  ] link: host: 1 link: 0 is down'),
        at(5, 'node02 pacemaker-fenced[1]:  notice: Requesting peer fencing (reboot) targeting node01'),
        at(6, 'node01 systemd-logind[1]: System is powering down.'),
        at(7, 'node01 systemd[1]: Stopping Corosync Cluster Engine...'),
        at(7, 'node01 corosync[9]:   [MAIN  ] Node was shut down by a signal'),
        corosync(8, '[KNET  ] link: host: 1 link: 1 is down'),
      ],
    ],
  ])('but %s does', async (_, lines) => {
    expect((await shownBy(lines)).facts).toContain('links-went-down')
  })

  test('but the same afterwards does', async () => {
    const { facts } = await shownBy([
      corosync(0, '[CFG   ] Node 1 was shut down by sysadmin'),
      corosync(400, '[KNET  ] link: host: 3 link: 0 is down'),
      corosync(500, '[TOTEM ] A new membership (1.9) was formed. Members joined: 2'),
      ...retransmits(540),
    ])
    expect(facts).toEqual(expect.arrayContaining(['links-went-down', 'totem-retransmits']))
  })
})
