import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
async function shown(fact: string, files: Record<string, string>): Promise<unknown> {
  const { known } = await readFiles(files)
  return known(fact).includes(true) ? true : known(fact)[0]
}
const tells = (fact: string, text: string, path = 'note.txt') => shown(fact, { [path]: text })

describe('a loss of the token that a timeline quotes is one', () => {
  test.each<[string, string]>([
    [
      'in a table, with the program and no number',
      rows(
        '# Postmortem PM-17',
        '',
        '| 02:31:14 | b1 | `corosync: [TOTEM ] Token has not been received in 2250 ms` |',
        '| 02:31:17 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
        '| 02:31:25 | b1 | fencing a1 (fence_ipmilan) |',
      ),
    ],
    [
      'in a list, with its number',
      rows(
        'Incident 4711, times are local',
        '- 09:10:01 - b1 says "corosync[1290]: [TOTEM ] A processor failed, forming new configuration."',
        '- 09:10:09 - a1 is fenced',
        '- 09:12:00 - a1 is back',
      ),
    ],
    [
      'newest first',
      rows(
        'Incident 4712',
        '',
        '| 09:12:00 | a1 | back |',
        '| 09:10:09 | a1 | powered off by the cluster |',
        '| 09:10:01 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('totem-token-lost', text, 'postmortem.md')).toBe(true))

  test.each<[string, string]>([
    [
      'below a row that tells of the fencing before',
      rows(
        'Incident 4713',
        '',
        '| 02:31:05 | b1 | fencing of a1 requested, the volume did not stop |',
        '| 02:31:17 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
        '| 02:31:33 | a1 | boots |',
      ),
    ],
    [
      'above such a row, newest first',
      rows(
        'Incident 4714',
        '',
        '| 02:36:40 | a1 | back |',
        '| 02:31:17 | b1 | `corosync: [TOTEM ] A processor failed, forming new configuration.` |',
        '| 02:31:05 | a1 | powered off over iLO |',
      ),
    ],
    [
      'in a collection of questions and answers',
      rows(
        'Cluster FAQ (wiki of the team)',
        '',
        'Q: What does "[TOTEM ] A processor failed, forming new configuration" mean?',
        'A: The token did not come back. Our cluster writes it before a fencing.',
      ),
    ],
    [
      'where somebody explains it',
      rows(
        'Hello,',
        '',
        'on our cluster all is well. Was bedeutet "[TOTEM ] A processor failed, forming new configuration." im Handbuch?',
        'Kind regards',
      ),
    ],
    [
      'where somebody explains it in Spanish',
      rows('Hola:', '', '¿Qué significa "[TOTEM ] A processor failed, forming new configuration." en la documentación?'),
    ],
  ])('but not %s', async (_, text) => expect(await tells('totem-token-lost', text)).not.toBe(true))
})

describe('operations of a status that say when they were', () => {
  const failed = (resource: string, node: string, when: string) =>
    `  * ${resource} 60s-interval monitor on ${node} could not be executed (Timed Out) because 'Resource agent did not complete in time' at ${when}`
  const status = (...entries: readonly string[]) => rows('Cluster name: mail', 'Failed Resource Actions:', ...entries)

  test('belong together within ten minutes, with a reason in between', async () =>
    expect(
      await tells(
        'ocf-timeouts',
        status(failed('smtp', 'n1', 'Tue May 30 11:02:11 2023'), failed('imap', 'n1', 'Tue May 30 11:05:40 2023')),
      ),
    ).toBe(true))
  test.each<[string, string]>([
    ['nine days apart', status(failed('imap', 'n1', 'Sun May 21 03:21:40 2023'), failed('smtp', 'n2', 'Tue May 30 11:02:11 2023'))],
    ['half an hour apart', status(failed('imap', 'n1', 'Tue May 30 11:32:40 2023'), failed('smtp', 'n1', 'Tue May 30 11:02:11 2023'))],
  ])('but not %s', async (_, text) => expect(await tells('ocf-timeouts', text, 'pcs_status.txt')).not.toBe(true))
})

describe('what packages say of their changes tells nothing of a system', () => {
  const rpm = [
    '* Thu Feb 16 2023 Jo Doe <jo@example.org> - 4.9.0-40',
    '- IPaddr2: fix stop action that could time out',
    '- Filesystem: stop action timed out after 60s,',
    '  now it is killed',
    '  Resolves: rhbz#1',
  ]
  test.each<[string, string]>([
    [
      'of rpm',
      rows('Comment 14 Jo Doe 2023-05-16 08:51:22 UTC', 'Fixed in the cluster.', '', 'rpm -q --changelog resource-agents', ...rpm),
    ],
    ['of rpm, quoted in a mail', rows('Hello,', '', 'On our cluster we found in the list:', ...rpm.map(line => `> ${line}`))],
    [
      'of SUSE',
      rows(
        'Hello,',
        '',
        'on our cluster this is in the package:',
        '-------------------------------------------------------------------',
        'Thu Feb 16 10:11:12 UTC 2023 - jo@example.org',
        '',
        '- IPaddr2: the stop operation timed out with many addresses',
      ),
    ],
    [
      'of Debian',
      rows(
        'Hello,',
        '',
        'our cluster gets this with apt changelog:',
        'resource-agents (1:4.2.0-1ubuntu1) focal; urgency=medium',
        '',
        '  * IPaddr2: the stop operation timed out with many addresses',
        '',
        ' -- Jo Doe <jo@example.org>  Thu, 16 Feb 2023 10:11:12 +0000',
      ),
    ],
  ])('%s', async (_, text) => expect(await tells('ocf-timeouts', text)).not.toBe(true))

  test.each<[string, string]>([
    ['what follows them does', rows('Hello,', '', ...rpm, '', 'On our cluster the stop operation timed out again.')],
    [
      'a list below them does',
      rows('Hello,', '', 'our cluster has this package:', ...rpm, '', '- the stop operation of our VIP timed out'),
    ],
    ['a list of an ordinary mail does', rows('Hello,', '', 'on our cluster:', '* Thursday the stop operation of our VIP timed out')],
  ])('but %s', async (_, text) => expect(await tells('ocf-timeouts', text)).toBe(true))
})

describe('what a timeline tells of the stop of an address', () => {
  const spanish = (...lines: readonly string[]) =>
    rows(
      'INC4711 | Cluster CL-A | Severidad 2',
      '',
      '03:11:08  inicio de la conmutación planificada (pcs node standby n1)',
      '03:11:12  parada del recurso ip_crm (ocf:heartbeat:IPaddr2) en n1',
      ...lines,
      '03:14:50  n1 arranca de nuevo',
    )
  const english = (...lines: readonly string[]) =>
    rows(
      'INCIDENT 4712   cluster "claims"',
      '',
      '07:06  on-call logs in',
      '07:21  pcs resource move g_claims n2',
      ...lines,
      '07:24  n1 back',
    )
  const fenced = '03:11:33  el clúster aísla (fencing) n1 porque ip_crm falló allí'

  test.each<[string, string]>([
    ['with the agent behind the name', english('07:21:41  n1: claims_vip (IPaddr2) stop Timed Out after 20 s')],
    ['with a name as people name them', english('07:21:41  n1: stop of claims_vip timed out after 20 s')],
    ['with the words of pacemaker', english('07:21:41  Result of stop operation for claims_vip on n1: Timed Out')],
    ['in Spanish', spanish('03:11:32  ip_crm: la operación stop superó su tiempo límite (20 s)')],
    [
      'in French',
      rows(
        'Bonjour,',
        '',
        'Cluster web :',
        '09:00:01 - bascule de nœud',
        "09:00:21 - l'opération stop de vip_web a dépassé son délai (20 s)",
        '09:03:00 - retour',
      ),
    ],
    [
      'in German',
      rows(
        'Vorfall im Cluster',
        '',
        '09:00:01 - Schwenk',
        '09:00:21 - vip_web: Stop-Operation überschritt ihr Zeitlimit',
        '09:03:00 - zurück',
      ),
    ],
  ])('tells that it failed: %s', async (_, text) => {
    expect(await tells('ip-address-stop-failed', text)).toBe(true)
    expect(await tells('ocf-timeouts', text)).toBe(true)
  })

  test.each<[string, string]>([
    ['of another agent', english('07:21:41  n1: claims_fs (Filesystem) stop Timed Out after 20 s')],
    ['of another agent that is called like one', english('07:21:41  n1: vip (Dummy) stop Timed Out after 20 s')],
    ['that ended in time', spanish('03:11:14  ip_crm: la operación stop no superó su tiempo límite (20 s)')],
    ['that is a monitor', english('07:21:41  n1: claims_vip (IPaddr2) monitor Timed Out after 20 s')],
    [
      'of the address that is another agent by its definition',
      spanish('03:11:15  recurso vip_src (ocf:heartbeat:IPsrcaddr)', '03:11:32  vip_src: la operación stop superó su tiempo límite'),
    ],
  ])('but not one %s', async (_, text) => expect(await tells('ip-address-stop-failed', text)).not.toBe(true))

  test.each<[string, string]>([
    [
      'in the words of pacemaker',
      english(
        '07:21:41  n1: claims_vip (IPaddr2) stop Timed Out',
        '07:21:42  n2: "Cluster node n1 will be fenced: claims_vip failed there"',
      ),
    ],
    [
      'in words of its own',
      english('07:21:41  n1: claims_fs (Filesystem) stop Timed Out', '07:21:50  n1 fenced by n2 because of claims_fs'),
    ],
    ['in Spanish', spanish('03:11:32  ip_crm: la operación stop superó su tiempo límite (20 s)', fenced)],
    ['newest first', english('07:21:50  n1 fenced by n2 because of claims_fs', '07:21:41  n1: claims_fs (Filesystem) stop Timed Out')],
  ])('tells that it led to a fencing: %s', async (_, text) => expect(await tells('stop-failure-led-to-fencing', text)).toBe(true))

  test.each<[string, string]>([
    ['for another resource', english('07:21:41  n1: claims_vip (IPaddr2) stop Timed Out', '07:21:50  n1 fenced, other_fs failed there')],
    ['before it', english('07:20:50  n1 fenced because of claims_vip', '07:21:41  n2: claims_vip (IPaddr2) stop Timed Out')],
    ['an hour later', english('07:21:41  n1: claims_vip (IPaddr2) stop Timed Out', '08:30:50  n1 fenced because of claims_vip')],
    [
      'that did not happen',
      english('07:21:41  n1: claims_vip (IPaddr2) stop Timed Out', '07:21:50  n1 is not fenced, claims_vip is blocked'),
    ],
  ])('but not a fencing %s', async (_, text) => expect(await tells('stop-failure-led-to-fencing', text)).not.toBe(true))
})

describe('a node whose port of pcsd refuses was not reached by pcs', () => {
  const asked = (...lines: readonly string[]) =>
    rows(
      '[root@n1 ~]# pcs cluster auth n1 n2 -u hacluster',
      'Password:',
      'n1: Authorized',
      'Error: Unable to communicate with n2',
      ...lines,
    )
  test.each<[string, string]>([
    ['by curl of RHEL 7', asked('[root@n1 ~]# curl -k https://n2:2224/', 'curl: (7) Failed connect to n2:2224; Connection refused')],
    ['by a newer curl', asked('[root@n1 ~]# curl -k https://n2:2224/', 'curl: (7) Failed to connect to n2 port 2224: Connection refused')],
    ['by nc', asked('[root@n1 ~]# nc -zv n2 2224', 'nc: connect to n2 port 2224 (tcp) failed: Connection refused')],
  ])('%s', async (_, text) => {
    expect(await tells('pcs-refused', text, 'transcript.txt')).toBe(true)
    expect(await tells('cluster-setup-timeout', text, 'transcript.txt')).not.toBe(true)
  })
  test.each<[string, string]>([
    ['another port', asked('[root@n1 ~]# curl -k https://n2:8443/', 'curl: (7) Failed connect to n2:8443; Connection refused')],
    ['no answer in time', asked('[root@n1 ~]# curl -k https://n2:2224/', 'curl: (28) Connection timed out after 30001 milliseconds')],
    ['nothing more known', asked()],
  ])('but not: %s', async (_, text) => expect(await tells('pcs-refused', text, 'transcript.txt')).not.toBe(true))
})

describe('what the cluster sent as traps', () => {
  const trap = (resource: string, operation: string, description: string) =>
    [
      ['Node', 'n1'],
      ['Resource', resource],
      ['Operation', operation],
      ['Description', description],
    ]
      .map(([name, value]) => `PACEMAKER-MIB::pacemakerNotification${name} = STRING: "${value}"`)
      .join('\t')
  const received = (...traps: readonly string[]) =>
    rows(
      ...traps.flatMap(one => [
        '2021-03-08 04:12:21 n1 [UDP: [192.0.2.11]:41022->[192.0.2.5]:162]:',
        `DISMAN-EVENT-MIB::sysUpTimeInstance = Timeticks: (71120011) 8 days, 5:33:20.11\t${one}`,
      ]),
    )
  test('tells that the stop of an address timed out', async () => {
    const text = received(trap('vip_dmz', 'stop', 'Timed Out'))
    expect(await tells('ocf-timeouts', text, 'snmptrapd.log')).toBe(true)
    expect(await tells('ip-address-stop-failed', text, 'snmptrapd.log')).toBe(true)
  })
  test('tells that two monitors did', async () =>
    expect(
      await tells('ocf-timeouts', received(trap('web', 'monitor', 'Timed Out'), trap('db', 'monitor', 'Timed Out')), 'traps.txt'),
    ).toBe(true))
  test('tells it in the system log of whoever received them', async () =>
    expect(
      await tells('ocf-timeouts', rows(`Mar  8 04:12:21 nms snmptrapd[900]: 192.0.2.11 ${trap('vip', 'stop', 'Timed Out')}`), 'messages'),
    ).toBe(true))
  test.each<[string, string]>([
    ['a stop that went well', received(trap('vip_dmz', 'stop', 'ok'))],
    ['a single monitor', received(trap('web', 'monitor', 'Timed Out'))],
    ['a resource that does not run', received(trap('web', 'monitor', 'not running'), trap('db', 'monitor', 'not running'))],
  ])('but not %s', async (_, text) => expect(await tells('ocf-timeouts', text, 'snmptrapd.log')).not.toBe(true))
})

describe('retransmitted messages that a log store counted for each host', () => {
  const loki = 'query: sum by (host) (count_over_time({job="syslog"} |= "[TOTEM ] Retransmit List" [10m]))'
  test.each<[string, string]>([
    [
      'Loki',
      rows(
        loki,
        '',
        'time                 | n1 | n2',
        '---------------------+----+---',
        '2024-06-01 21:00:00  |  0 |  0',
        '2024-06-01 21:10:00  | 41 |  0',
      ),
    ],
    ['Loki, exported', rows(`# ${loki}`, '"Time","n1","n2"', '2024-06-01 21:10:00,0,118')],
    [
      'Splunk',
      rows('index=os "Retransmit List" | timechart span=5m count by host', '_time                n1   n2', '2024-06-01 21:10:00  12   0'),
    ],
    [
      'Kusto',
      rows(
        'Syslog | where SyslogMessage has "Retransmit List" | summarize count() by bin(TimeGenerated, 10m), Computer',
        'TimeGenerated | n1',
        '2024-06-01T21:10:00Z | 41',
      ),
    ],
  ])('by %s', async (_, text) => expect(await tells('totem-retransmits', text, 'export.txt')).toBe(true))
  test.each<[string, string]>([
    ['a few', rows(loki, '', 'time | n1 | n2', '2024-06-01 21:00:00  |  3 |  9')],
    ['as many in an hour', rows(loki.replace('10m', '60m'), '', 'time | n1 | n2', '2024-06-01 21:00:00  |  41 |  9')],
    ['one number for all hosts', rows(loki.replace('by (host) ', ''), '', 'time | all', '2024-06-01 21:00:00  |  12')],
    ['those of another query below', rows(loki, '', 'query: count_over_time({job="x"} [10m])', 'time | n1', '2024-06-01 21:00:00  |  412')],
    ['another message', rows(loki.replace('Retransmit List', 'Token has not'), '', 'time | n1', '2024-06-01 21:00:00  |  412')],
  ])('but not %s', async (_, text) => expect(await tells('totem-retransmits', text, 'export.txt')).not.toBe(true))
})

describe('simple things that people say take minutes', () => {
  test.each<[string, string]>([
    ['a login, between two measures', rows('Description of problem:', 'ssh login takes between 3 and 5 minutes, su as well.')],
    ['a login, from one to the other', rows('Hello,', '', 'on our node every login took 4 to 6 minutes.')],
    ['a login, about so long', rows('Hello,', '', 'on our node the ssh login takes about 4 minutes.')],
    ['a list, in Russian', rows('Добрый день. На двух узлах после установки агента. Команда ls /var зависает на 3-4 минуты.')],
    ['a list, in Russian, with another greeting', rows('Здравствуйте! Команда df -h зависает на 5 минут.')],
  ])('%s', async (_, text) => expect(await tells('commands-hang', text)).toBe(true))
  test.each<[string, string]>([
    ['a login of seconds', rows('Description of problem:', 'ssh login takes between 3 and 5 seconds.')],
    ['a login that takes no longer than counts', rows('Hello,', '', 'on our node the ssh login takes up to 2 minutes.')],
    ['a login between two measures that are short', rows('Hello,', '', 'on our node the ssh login takes 1 to 2 minutes.')],
    ['a login of a guide in Russian', rows('На двух узлах выполните команды. Если команда ls /var зависает, перезагрузите узел.')],
    ['a login that takes less', rows('Description of problem:', 'ssh login takes less than 3 minutes.')],
    ['a list of a moment, in Russian', rows('Добрый день. На двух узлах. Команда ls /var зависает на 3 секунды.')],
    ['a list that does not, in Russian', rows('Добрый день. На двух узлах. Команда ls /var не зависает.')],
  ])('but not %s', async (_, text) => expect(await tells('commands-hang', text)).not.toBe(true))
})

describe('a machine whose owner writes what systemd-detect-virt said is a virtual one', () => {
  test.each<[string]>([
    ['uname: Linux n1 5.14; systemd-detect-virt: microsoft'],
    ['`systemd-detect-virt` → `kvm`'],
    ['Both nodes: systemd-detect-virt = vmware.'],
  ])('%s', async line => expect(await tells('node-is-virtual', rows('Hello,', '', 'on our cluster:', line))).toBe(true))
  test.each<[string]>([
    ['uname: Linux n1 5.14; systemd-detect-virt: none'],
    ['systemd-detect-virt prints kvm or vmware, please run it on our cluster'],
    ['systemd-detect-virt: vmware-toolbox is missing'],
  ])('but not %s', async line => expect(await tells('node-is-virtual', rows('Hello,', '', 'on our cluster:', line))).not.toBe(true))
})
