import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that are true after reading one text. */
async function factsIn(text: string, path = 'ticket.txt'): Promise<string[]> {
  return (await readFiles({ [path]: text })).truths
}
async function kindsIn(text: string): Promise<string[]> {
  return (await readFiles({ 'node02/var/log/messages': text })).events.map(({ kind }) => kind)
}
const asked = (...lines: string[]) => `Hi all,\n\nwe see this on one of our nodes:\n\n${lines.join('\n')}\n\nAny idea?\n`

const down = 'ixgbe 0000:04:00.1 eth1: NIC Link is Down'
const late = '  [TOTEM ] A processor failed, forming new configuration.'

describe('one line between sentences is enough, however it was handed on', () => {
  test.each([
    ['with a priority', `<30>Mar 28 06:15:03 node02 corosync[2187]: ${late}`],
    ['RFC 5424', `<30>1 2026-03-28T06:15:03+01:00 node02 corosync 2187 - - ${late}`],
    ['RFC 5424 without the priority', `1 2026-03-28T06:15:03+01:00 node02 corosync 2187 - - ${late}`],
    ['journalctl -o short-full', `Sat 2026-03-28 06:15:03 CET node02 corosync[2187]: ${late}`],
    ['journalctl -o with-unit', `Sat 2026-03-28 06:15:03 CET node02 corosync.service[2187]: ${late}`],
    ['a container engine', `app-1  | Mar 28 06:15:03 node02 corosync[2187]: ${late}`],
    ['a pod', `2026-03-28T06:15:03.481203Z stdout F Mar 28 06:15:03 node02 corosync[2187]: ${late}`],
    ['grep', `/var/log/messages-20260329.gz:Mar 28 06:15:03 node02 corosync[2187]: ${late}`],
    ['logcli of Loki', `2026-03-28T06:15:03+01:00 {host="node02", job="syslog"} Mar 28 06:15:03 node02 corosync[2187]: ${late}`],
    ['Splunk', `3/28/26 6:15:03.000 AM  Mar 28 06:15:03 node02 corosync[2187]: ${late}`],
    ['columns with tabs', `2026-03-28 06:15:03\tnode02\tcorosync[2187]\t${late.trim()}`],
    ['a date with slashes', `28/03/2026 06:15:03 node02 corosync[2187]: ${late}`],
    ['no date', `corosync[2187]: ${late}`],
  ])('%s', async (_, line) => {
    expect(await factsIn(asked(line))).toContain('totem-token-lost')
  })

  test('nor does it matter that columns have no names', async () => {
    expect(await factsIn(`"2026-03-28 06:15:03","node02","corosync[2187]","${late.trim()}"\n`, 'export.csv')).toContain('totem-token-lost')
    const fluentd = `2026-03-28 06:15:03.000000000 +0100 syslog.daemon: {"host":"node02","ident":"corosync","message":"${late}"}\n`
    expect(await factsIn(fluentd, 'fluentd.log')).toContain('totem-token-lost')
    const kibana = JSON.stringify({ _source: { '@timestamp': '2026-03-28T05:15:03Z', host: 'node02', program: 'corosync', message: late } })
    expect(await factsIn(`${kibana}\n`, 'hits.ndjson')).toContain('totem-token-lost')
  })

  test('the columns of another program stay what they are', async () => {
    expect(await factsIn(`2026-03-28 06:15:03\tnode02\tgrafana\t${late.trim()}\n`)).not.toContain('totem-token-lost')
    expect(await factsIn(`2026-03-28 06:15:03\tnode02\tlogger[4713]\tkernel: ${down}\n`)).not.toContain('nic-went-down')
  })

  test.each([
    ['a driver that names its card', down, 'nic-went-down'],
    ['a bond', 'kernel: bond0: (slave eth1): link status definitely down, disabling slave', 'bond-failed-over'],
    ['an HBA', 'lpfc 0000:07:00.0: 0:(0):0749 SCSI Layer I/O Abort Request Status x2002 ID 0 LUN 1', 'storage-errors-logged'],
    ['a session', 'connection1:0: detected conn error (1022)', 'storage-errors-logged'],
    ['multipathd', 'multipathd[921]: mpatha: remaining active paths: 0', 'storage-errors-logged'],
    ['corosync', '[MAIN  ] Corosync main process was not scheduled for 2917.4409 ms (threshold is 800.0000 ms).', 'corosync-was-paused'],
  ])('%s alone is known by its words', async (_, line, fact) => {
    expect(await factsIn(asked(line))).toContain(fact)
  })

  test('a line of the kernel with its date never goes on with the line before', async () => {
    const said =
      'Mar 28 06:15:03 node02 sbd[1811]:   warning: servant_md: Latency: 4s exceeded watchdog warning timeout 3s on disk /dev/sdb1'
    const facts = await factsIn(asked(said, '[Sat Mar 28 06:15:03 2026] nfs: server filer1 not responding, still trying'))
    expect(facts).toEqual(expect.arrayContaining(['sbd-disk-slow-logged', 'nfs-not-answering']))
  })
})

describe('what commands print of paths, disks and links', () => {
  test.each([
    ['multipath -ll', '| |- 1:0:0:1 sdb 8:16 failed faulty running\n| `- 2:0:0:1 sdc 8:32 active ready running', 'storage-errors-logged'],
    ['pvs', '  /dev/sdc: read failed after 0 of 4096 at 0: Input/output error', 'storage-errors-logged'],
    ['ceph -s', '            5 slow ops, oldest one blocked for 1925 sec, daemons [osd.1,osd.2] have slow ops.', 'storage-errors-logged'],
    ['sbd list', '== disk /dev/sdb1 unreadable!', 'sbd-disk-slow-logged'],
    ['mount', 'mount.nfs: Connection timed out', 'nfs-not-answering'],
  ])('%s, at a terminal and in a question', async (command, shown, fact) => {
    expect(await factsIn(`[root@node02 ~]# ${command}\n${shown}\n`)).toContain(fact)
    expect(await factsIn(asked(shown))).toContain(fact)
  })

  test('but not in a lesson', async () => {
    const lesson =
      '# Multipath\n\nIn this tutorial we pull a cable.\n\n[root@lab ~]# multipath -ll\n| |- 1:0:0:1 sdb 8:16 failed faulty running\n'
    expect(await factsIn(lesson, 'multipath.md')).toEqual([])
  })

  const status = (...nodes: string[]) =>
    `Local node ID 1, transport knet\n${nodes.map((of, i) => `LINK ID ${i} udp\n\taddr\t= 10.20.3${i}.11\n\tstatus:\n\t\tnodeid:          1:\tlocalhost\n\t\tnodeid:          2:\t${of}\n`).join('')}`
  test('a link that is down while another one to the same node holds is a fault of the network', async () => {
    expect(await factsIn(status('connected', 'disconnected'))).toContain('links-went-down')
    const byNode = 'LINK: 0 udp (10.20.30.11->10.20.30.12) enabled connected mtu: 1397'
    expect(
      await factsIn(`Local node ID 1, transport knet\nnodeid: 2 reachable\n   ${byNode}\n   ${byNode.replace(' connected', '')}\n`),
    ).toContain('links-went-down')
    const ring = 'Printing ring status.\nLocal node ID 1\nRING ID 1\n\tid\t= 10.20.31.11\n'
    expect(await factsIn(`${ring}\tstatus\t= Marking ringid 1 interface 10.20.31.11 FAULTY\n`)).toContain('links-went-down')
  })
  test('a node that is off, or whose links all hold, tells nothing', async () => {
    for (const nodes of [['disconnected', 'disconnected'], ['disconnected'], ['connected', 'connected']])
      expect(await factsIn(status(...nodes))).not.toContain('links-went-down')
  })

  const bond = (failures: number) =>
    `Ethernet Channel Bonding Driver: v3.7.1\n\nBonding Mode: fault-tolerance (active-backup)\nMII Status: up\n\nSlave Interface: eth0\nMII Status: down\nLink Failure Count: ${failures}\n\nSlave Interface: eth1\nMII Status: up\nLink Failure Count: 4\n`
  test('a bond whose interface is down and was up before has lost it', async () => {
    expect(await factsIn(bond(1), 'proc/net/bonding/bond0')).toContain('bond-failed-over')
    expect(await factsIn(bond(0), 'proc/net/bonding/bond0')).not.toContain('bond-failed-over')
  })
})

describe('storage that comes and goes with the machine is no fault', () => {
  const lost = 'Mar 28 06:15:03 node02 iscsid: connect to 192.0.2.10:3260 failed (No route to host)'
  test('while it starts', async () => {
    const start = 'Mar 28 06:14:40 node02 kernel: Linux version 5.14.0-362.el9.x86_64 (mockbuild@x86) (gcc)'
    expect(await factsIn(`${start}\n${lost}\n`, 'node02/var/log/messages')).not.toContain('storage-errors-logged')
    expect(await factsIn(`${lost}\n`, 'node02/var/log/messages')).toContain('storage-errors-logged')
  })
  test('and a servant of sbd that an orderly stop ends is not slow', async () => {
    expect(
      await kindsIn(
        'Mar 28 06:15:03 node02 sbd[1811]: warning: cleanup_servant_by_pid: Servant for /dev/sdb1 (pid: 1812) has terminated\n',
      ),
    ).toEqual([])
  })
})
