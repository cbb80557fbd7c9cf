import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that are true after reading one file. */
async function factsIn(text: string, path = 'export.txt'): Promise<string[]> {
  return (await readFiles({ [path]: text })).truths
}

const said = '[TOTEM ] A processor failed, forming new configuration: token timed out (3000ms), waiting 3600ms for consensus.'
const stop = 'error: Result of stop operation for fs on n1: Timed Out after 1m (Resource agent did not complete within 1m)'

describe('a line is known in whatever form a log was exported', () => {
  test.each([
    ['RFC 5424', `<29>1 2026-02-03T04:05:09.023456+01:00 hana1 corosync 1411 - -   ${said}`],
    ['RFC 5424 with structured data', `<29>1 2026-02-03T04:05:09Z hana1 corosync 1411 - [meta@1 a="b\\"]c"] ${said}`],
    ['a priority before the date', `<29>Feb  3 04:05:09 hana1 corosync[1411]:   ${said}`],
    ['facility and severity', `Feb  3 04:05:09 hana1 daemon.notice corosync[1411]:   ${said}`],
    ['facility and severity without a host', `Feb  3 04:05:09 daemon.notice corosync[1411]:   ${said}`],
    ['journalctl -o short-monotonic', `[86413.001010] n2 corosync[1411]:   ${said}`],
    [
      'journalctl -o json-pretty',
      `{\n\t"__REALTIME_TIMESTAMP" : "1700000003023456",\n\t"_HOSTNAME" : "n1",\n\t"SYSLOG_IDENTIFIER" : "corosync",\n\t"MESSAGE" : "  ${said}"\n}`,
    ],
    ['a table with whole lines', `"2026-02-03T04:05:06.000+0100","n1","/var/log/messages","Feb  3 04:05:09 n1 corosync[1411]: ${said}"`],
    [
      'a container as JSON',
      JSON.stringify({ log: `Feb 03 04:05:09 n1 corosync[1411]:   ${said}\n`, stream: 'stdout', time: '2026-02-03T03:05:09Z' }),
    ],
    [
      'a log store, names within names',
      JSON.stringify({
        '@timestamp': '2026-02-03T03:05:09.000Z',
        host: { name: 'n1' },
        process: { name: 'corosync', pid: 9 },
        message: said,
      }),
    ],
    ['a log store, flat names', JSON.stringify({ timestamp: '2026-02-03T03:05:09Z', hostname: 'n1', programname: 'corosync', msg: said })],
  ])('%s', async (_, line) => {
    expect(await factsIn(`${line}\n`)).toContain('totem-token-lost')
  })

  test('the node and the time come from the fields', async () => {
    const line = JSON.stringify({
      '@timestamp': '2026-02-03T03:05:20.000Z',
      host: { name: 'n7' },
      process: { name: 'pacemaker-controld' },
      message: said,
    })
    const { events } = await readFiles({ 'x.ndjson': `${line.replace('pacemaker-controld', 'corosync')}\n` })
    expect(events.map(({ kind, node, time }) => [kind, node, time])).toEqual([['token-lost', 'n7', '2026-02-03T03:05:20.000Z']])
  })

  test.each([
    [
      'another program in a log store',
      JSON.stringify({ '@timestamp': '2026-02-03T03:05:09Z', process: { name: 'grafana' }, message: said }),
    ],
    ['a log store that names no program', JSON.stringify({ '@timestamp': '2026-02-03T03:05:09Z', message: stop })],
    ['another program with a priority', `<29>1 2026-02-03T04:05:09Z hana1 nagios 1411 - - ${said}`],
    ['the kernel that quotes it', `[86413.001010] audit: comm="grep" ${said}`],
  ])('but not %s', async (_, line) => {
    expect(await factsIn(`${line}\n`)).toEqual([])
  })
})

describe('what other tools report of the cluster', () => {
  const late =
    'Error: n2: Connection timeout, try setting higher timeout in --request-timeout option (Operation timed out after 60001 milliseconds with 0 bytes received)'
  test.each([
    [
      'Ansible',
      `TASK [ha_cluster : Create cluster] ****\nfatal: [n1]: FAILED! => {"cmd": ["pcs", "cluster", "setup"], "rc": 1, "stderr": "${late}"}\n`,
    ],
    ['Puppet', `Notice: /Stage[main]/Corosync/Exec[pcs_cluster_auth]/returns: ${late}\n`],
  ])('%s: setting up timed out', async (_, text) => {
    expect(await factsIn(text, 'run.log')).toContain('cluster-setup-timeout')
  })

  test('the alert script of pacemaker', async () => {
    const line = (operation: string, result: string) => `03:00:52.012345: Resource operation '${operation}' for 'vip' on 'n1': ${result}\n`
    expect(await factsIn(line('stop', 'Timed Out'), 'pcmk_alert_file.log')).toContain('ocf-timeouts')
    expect(await factsIn(line('stop', 'error'), 'pcmk_alert_file.log')).toEqual(expect.arrayContaining(['stop-operation-failed']))
    expect(await factsIn(line('monitor (10000)', 'Timed Out'), 'pcmk_alert_file.log')).not.toContain('ocf-timeouts')
    expect(await factsIn(line('stop', 'ok'), 'pcmk_alert_file.log')).toEqual([])
  })

  test('the transition engine of pacemaker 1.1', async () => {
    const said = [
      'Jun 12 02:11:01 nfs1 crmd[2104]: warning: Action 5 (vip_stop_0) on nfs1 failed (target: 0 vs. rc: 1): Error',
      'Jun 12 02:11:01 nfs1 IPaddr2(vip)[9]: INFO: IP status = ok, IP_CIP=',
    ]
    expect(await factsIn(`${said.join('\n')}\n`, 'messages')).toContain('ip-address-stop-failed')
  })
})

describe('log lines between sentences', () => {
  const prose = `${'The network team says that all links were up, and nothing was changed.\n'.repeat(8)}`
  const line = `Feb 04 02:13:52 hana1 pacemaker-controld[2104]: ${stop}\n`
  test.each([
    ['a mail', `Subject: node fenced last night\n\nHi team,\n\nI found this:\n\n${line}${prose}\nKind regards\n`],
    ['a ticket', `Ticket 88123 cluster qa\n\nCustomer found:\n\n> ${line}${prose}`],
  ])('of %s count', async (_, text) => {
    expect(await factsIn(text, 'mail.txt')).toContain('ocf-timeouts')
  })

  test.each([
    ['an article', `Issue\n\nA node is fenced and this is logged:\n\n${line}\nResolution\n\n${prose}`],
    ['an article that a mail passes on', `Subject: see this\n\nHi team,\n\nIssue\n\n${line}\nRoot Cause\n\n${prose}`],
    ['a runbook', `# Runbook\n\n## Failed stops\n\n${line}${prose}\n## Contacts\n\n${prose}`],
    ['prose that nobody signs', `${prose}${line}${prose}`],
  ])('of %s do not', async (_, text) => {
    expect(await factsIn(text, 'page.txt')).toEqual([])
  })

  test('and of what the mail does not tell nothing is said', async () => {
    const { known } = await readFiles({ 'mail.txt': `Subject: x\n\nHi team,\n\n${line}${prose}\nKind regards\n` })
    expect(known('totem-token-lost')).toEqual([])
  })
})

describe('rows of ps whose header was filtered away', () => {
  const rows = '  30800 D    fanotify_handle_event                290 ls\n'
  test.each([
    "# ps -eo pid,stat,wchan:32,etimes,comm | awk '$2 ~ /D/'",
    '[root@n1 ~]# ps axo pid,stat,wchan,etimes,args |grep fanotify',
    '$ sudo ps -e -o pid,state,wchan:40,etimes,cmd | grep D',
  ])('are read by the columns that were asked for: %s', async command => {
    expect(await factsIn(`${command}\n${rows}`)).toEqual(expect.arrayContaining(['commands-hang', 'tasks-blocked-in-fanotify']))
  })

  test('and without the command they are not guessed at', async () => {
    expect(await factsIn(rows)).not.toContain('commands-hang')
  })
})

describe('a part of the status as XML', () => {
  const failure = (status: string) =>
    `<pacemaker-result request="crm_mon --output-as=xml"><failures><failure op_key="app_stop_0" node="n1" status="${status}" exec="120001" task="stop"/></failures></pacemaker-result>\n`
  test('tells of the stop that timed out', async () => {
    expect(await factsIn(failure('Timed Out'), 'crm_mon.xml')).toContain('ocf-timeouts')
    expect(await factsIn(failure('complete'), 'crm_mon.xml')).not.toContain('ocf-timeouts')
  })
})

describe('the status tells when its operations timed out', () => {
  const head = 'Cluster name: prod\nStack: corosync\n2 nodes configured\n\n fs\t(ocf::heartbeat:Filesystem):\tStarted n1\n'
  const rest = ' vip\t(ocf::heartbeat:IPaddr2):\tStarted n1\n\nFailed Resource Actions:\n'
  const forms: Readonly<Record<string, (operation: string, clock: string) => string>> = {
    'by words': (operation, clock) =>
      `  * ${operation.replace(/_/g, ' ')} on n1 could not be executed (Timed Out: Resource agent did not complete within 20s) at Sat Mar 28 ${clock} 2026 after 20.002s`,
    'with a zone': (operation, clock) =>
      `  * ${operation}_0 on n1 'OCF_TIMEOUT' (198): call=42, status='Timed Out', exitreason='', last-rc-change='2026-03-28 ${clock} +01:00', queued=0ms, exec=20003ms`,
    'in a second line': (operation, clock) =>
      `* ${operation}_0 on n1 'unknown error' (1): call=42, status=Timed Out, exitreason='',\n    last-rc-change='Sat Mar 28 ${clock} 2026', queued=0ms, exec=20003ms`,
  }
  const both = async (form: string, later: string) =>
    (await factsIn(`${head}${rest}${forms[form]!('fs_start', '06:15:03')}\n${forms[form]!('vip_stop', later)}\n`, 'pcs_status.txt')).filter(
      fact => fact === 'several-resources-time-out' || fact === 'two-agents-seen-to-time-out',
    )

  test.each(Object.keys(forms))('%s: two agents within minutes are two agents', async form => {
    expect(await both(form, '06:18:40')).toEqual(['several-resources-time-out', 'two-agents-seen-to-time-out'])
  })
  test.each(Object.keys(forms))('%s: what nobody cleaned up since the morning is another matter', async form => {
    expect(await both(form, '19:18:40')).toEqual([])
  })
})

describe('of a status, people paste what failed', () => {
  const late = 'vip stop on n1 could not be executed (Timed Out: Resource agent did not complete within 20s) at Sat Mar 28 06:15:03 2026'
  const entry = `${late} after 20.002s`
  const stop = "  * vip_stop_0 on n1 'OCF_TIMEOUT' (198): call=42, status='Timed Out', exitreason='', queued=0ms, exec=20003ms"
  test.each([
    ['and nothing else', `Failed Resource Actions:\n  * ${entry}\n`],
    ['with an older pacemaker', `Failed Actions:\n${stop}\n`],
    ['in a mail', `On Monday, Rik wrote:\n> Failed Resource Actions:\n>   * ${entry}\n`],
    [
      'in a mail that breaks lines',
      `On Monday, Rik wrote:\n> Failed Resource Actions:\n>   * ${entry.replace('agent did ', 'agent did\n> ')}\n`,
    ],
    ['with other marks', `Failed Resource Actions:\n  • ${entry}\n`],
    ['without its marks', `Cluster Summary:\n\nFailed Resource Actions:\n   ${entry}\n`],
    [
      'or systemctl status, with the last lines of the log',
      `● pacemaker.service - Pacemaker High Availability Cluster Manager\n   Active: active (running)\n   Tasks: 7\n   CPU: 3s\n\n${'     ├─9 x\n'.repeat(9)}Mar 28 06:15:03 n1 pacemaker-controld[9]:  error: Result of stop operation for vip on n1: Timed Out after 20s\n`,
    ],
  ])('%s', async (_, text) => {
    expect(await factsIn(text, 'note.txt')).toContain('ocf-timeouts')
  })

  test.each([
    ['an article', `Environment\n\nRHEL 9\n\nIssue\n\nFailed Resource Actions:\n  * ${entry}\n\nResolution\n\nWait.\n`, 'note.txt'],
    ['a manual', `# Failures\n\n## Status\n\nFailed Resource Actions:\n  * ${entry}\n`, 'manual.md'],
    ['a sentence', `The status said that ${entry}\n`, 'note.txt'],
    ['a heading alone', 'Failed Resource Actions:\n  * none\n', 'note.txt'],
  ])('but not from %s', async (_, text, path) => {
    expect(await factsIn(text, path)).toEqual([])
  })
})

describe('what the firewall and the fencer log of the cluster', () => {
  const packet = (rule: string, ports: string) =>
    `Feb  2 09:00:11 n1 kernel: ${rule} IN=ens192 OUT= MAC=00:50:56:aa SRC=10.2.2.12 DST=10.2.2.11 LEN=108 TOS=0x00 PREC=0x00 TTL=64 ID=1 DF PROTO=UDP ${ports} LEN=88 \n`
  test.each(['filter_IN_public_REJECT:', 'FINAL_REJECT:', 'IPTables-Dropped:', '[UFW BLOCK]'])('%s', async rule => {
    expect(await factsIn(packet(rule, 'SPT=5405 DPT=5405'), 'messages')).toContain('cluster-ports-blocked')
    expect(await factsIn(packet(rule, 'SPT=51022 DPT=5405'), 'messages')).not.toContain('cluster-ports-blocked')
    expect(await factsIn(packet('ACCEPT:', 'SPT=5405 DPT=5405'), 'messages')).not.toContain('cluster-ports-blocked')
  })

  test('a fence device whose monitor timed out, by its own daemon', async () => {
    const ended = (action: string, rc: string) =>
      `Jul  1 03:10:41 k1 stonith-ng[2001]:  notice: Operation '${action}' [41021] for device 'fence_k2' returned: ${rc}\n`
    expect(await factsIn(ended('monitor', '-62 (Timer expired)'), 'messages')).toContain('fence-device-timed-out')
    expect(await factsIn(ended('monitor', '-201 (Generic Pacemaker error)'), 'messages')).not.toContain('fence-device-timed-out')
  })

  test('and in the words of pacemaker 2.1', async () => {
    const ended = (action: string) =>
      `Jul  1 03:10:41 k1 pacemaker-fenced[2001]: error: Operation '${action}' [41021] using fence_k2 could not be executed: Timed Out (Fence agent did not complete within 20s)\n`
    expect(await factsIn(ended('monitor'), 'messages')).toContain('fence-device-timed-out')
    expect(await factsIn(ended('monitor'), 'messages')).not.toContain('ocf-timeouts')
  })

  test('a fencing that is only delayed was asked for', async () => {
    const lines = [
      'May  4 01:27:57 n1 corosync[1722]:  [TOTEM ] A processor failed, forming new configuration.',
      'May  4 01:28:22 n1 pacemaker-schedulerd[1739]: warning: Cluster node n2 will be fenced: peer is no longer part of the cluster',
      "May  4 01:28:22 n1 pacemaker-fenced[1736]: notice: Delaying 'reboot' action targeting n2 on xvm2 for 5s (timeout=60s, requested_delay=0s, base=5s, max=5s)",
    ]
    expect(await factsIn(`${lines.join('\n')}\n`, 'messages')).toContain('membership-loss-led-to-fencing')
  })
})

describe('the own logs of sssd are logs', () => {
  const file = 'sosreport-n1-2026/var/log/sssd/sssd_example.com.log'
  test.each([
    ['with the hour in one digit', '(2026-02-03  4:05:09): [be[example.com]] [be_mark_offline] (0x2000): Going offline!'],
    ['with parts of a second', '(2026-02-03  4:05:09:123456): [nss] [cache_req_done] (0x3f7c0): [CID#1] CR #2: SSSD is offline'],
    ['with a date in words', '(Tue Feb  3 04:05:09 2026) [sssd[be[example.com]]] [be_mark_offline] (0x2000): Going offline!'],
  ])('%s', async (_, line) => {
    const { truths, events } = await readFiles({ [file]: `${line}\n${line}\n` })
    expect(truths).toContain('name-lookup-failed-logged')
    expect(events[0]?.time).toMatch(/^2026-02-03T04:05:09/)
  })
  test('one that went online again and again is quiet', async () => {
    expect(await factsIn('(2026-02-03  4:05:09): [be[a]] [be_run_online_cb] (0x0080): Going online.\n'.repeat(3), file)).toEqual([])
  })
})
