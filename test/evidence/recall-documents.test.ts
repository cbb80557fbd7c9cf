import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const truths = async (text: string, path: string) => (await readFiles({ [path]: text })).truths

describe('a node that was gone without saying goodbye had lost the token', () => {
  const left = [
    'Mar 28 06:15:03 node02 corosync[2187]:   [TOTEM ] A new membership (10.0.0.2:24) was formed. Members left: 1',
    'Mar 28 06:15:03 node02 corosync[2187]:   [TOTEM ] Failed to receive the leave message. failed: 1',
  ].join('\n')
  test('where the log has no line of the token itself', async () => {
    expect(await truths(`${left}\n`, 'node02/var/log/messages')).toContain('totem-token-lost')
  })
  test('where only pacemaker says that it is no longer part of the cluster', async () => {
    const log =
      'Mar 28 06:15:04 node02 pacemaker-schedulerd[2236]:  warning: Cluster node node01 will be fenced: peer is no longer part of the cluster\n'
    expect(await truths(log, 'node02/var/log/messages')).toContain('totem-token-lost')
  })
  test('but not where it had been fenced before', async () => {
    const log = `Mar 28 06:14:40 node02 pacemaker-controld[2236]:  notice: Requesting fencing (reboot) of node node01\n${left}\n`
    expect(await truths(log, 'node02/var/log/messages')).not.toContain('totem-token-lost')
  })
  test('and not where it left in order', async () => {
    const log = 'Mar 28 06:15:03 node02 corosync[2187]:   [TOTEM ] A new membership (10.0.0.2:24) was formed. Members left: 1\n'
    expect(await truths(log, 'node02/var/log/messages')).not.toContain('totem-token-lost')
  })
})

describe('what stands beside other things in a document is read', () => {
  test('a message of corosync beside its settings', async () => {
    const text = [
      '# Reboots of Tuesday',
      '',
      'Our second node was reset at 03:12 and at 04:40. In its log we found:',
      '',
      '```',
      '[TOTEM] A processor failed, forming new configuration: token timed out (3650ms)',
      '```',
      '',
      'We then changed:',
      '',
      '```',
      'totem {',
      '  token: 10000',
      '}',
      '```',
      '',
    ].join('\n')
    expect(await truths(text, 'notes.md')).toContain('totem-token-lost')
  })
  test('lines of a log in a report of a fault, whatever its parts are called', async () => {
    const text = [
      '障害報告書',
      '',
      '発生日時 : 2024年2月6日 03時10分',
      '対象     : web-a / web-b (RHEL 8)',
      '',
      '1. 概要',
      'web-a の切替に失敗した。',
      '',
      '2. ログ',
      'Feb  6 03:11:41 web-a pacemaker-controld[3024]: error: Result of stop operation for data_vg on web-a: Timed Out',
      '',
      '3. 原因',
      '調査中。',
      '',
      '4. 対策',
      '検討中。',
    ].join('\n')
    expect(await truths(text, '報告.txt')).toContain('ocf-timeouts')
  })
  test('a measure behind the machine, in Portuguese', async () => {
    const text =
      'Olá,\n\nnosso cluster pacemaker está lento. Medimos hoje:\n\n- `pcs status` em `no-b`: 1 min 48 s\n- `pcs status` em `no-a`: 1,4 s\n'
    expect(await truths(text, 'chamado.txt')).toContain('cluster-commands-slow')
  })
  test('a table that was copied cell by cell', async () => {
    const text = [
      'Hello, last night our cluster (pacemaker) failed. This is what our partner found in the logs of our node:',
      '',
      'Time',
      '',
      'What',
      '',
      '02:15:09',
      '',
      'db_main_monitor_60000 timeout',
      '',
      '02:15:15',
      '',
      'data_fs_monitor_30000 timeout',
      '',
      'Regards',
    ].join('\n')
    expect(await truths(text, 'mail.txt')).toContain('ocf-timeouts')
  })
})

describe('what a document only shows counts for nothing', () => {
  const error =
    'Error: unable to start all nodes\nnode2: Unable to connect to node2, check if pcsd is running there or try setting higher timeout with --request-timeout option (Operation timed out after 60000 milliseconds with 0 bytes received)'
  test.each([
    [
      'an error that a guide foresees',
      'guide.md',
      `1. Start the cluster\n\n   sudo pcs cluster start --all\n\n   > If you encounter the following error, you can disregard it.\n   >\n   > ${error}\n`,
    ],
    [
      'an error that may be met',
      'guide.txt',
      `[root@node1 ~]# pcs cluster start --all\nYou might see the error below when SBD is in use:\n${error}\n`,
    ],
    [
      'what a trainee should see',
      'exercise.md',
      '# Exercice\n\n1. Bloquez corosync.\n2. Vous devez obtenir :\n\n       [TOTEM ] A processor failed, forming new configuration.\n',
    ],
    [
      'what one will read, below a heading that says so',
      'standard.md',
      '## 3. Limits of all pairs\n\n### 3.1 What you will read when one is reached\n\n- `Result of stop operation for app_vip on n1: Timed Out` means that the agent was killed\n- `[TOTEM ] A processor failed, forming new configuration.` means that the token was lost\n',
    ],
    [
      'the same in German',
      'norm.md',
      '## Grenzwerte\n\n### Was man im Log liest, wenn einer erreicht ist\n\n* `Result of stop operation for app_vip on n1: Timed Out`\n* `INFO: task df:812 blocked for more than 120 seconds.`\n',
    ],
    [
      'messages of a list with stand-ins for names',
      'messages.md',
      '# Our two nodes\n\nMessages of the cluster and what to do:\n\n* `Result of stop operation for <resource> on <node>: Timed Out` – call the second line\n* `[TOTEM ] A processor failed, forming new configuration.` – look at the switch\n* `INFO: task df:812 blocked for more than 120 seconds.` – look at the storage\n',
    ],
    [
      'what a stop in general leads to',
      'decision.md',
      '# Limits of our cluster\n\nIPaddr2 has 20 s for its stop. Any stop that exceeds its limit is escalated to fencing, so we need a larger value.\n',
    ],
    [
      'what others are said to have met',
      'mail.txt',
      'Hello all,\n\nhow long does a sosreport take on your cluster nodes? I read about people whose sosreport needed hours. We have no problem here.\n',
    ],
    [
      'an example in the remarks of a program',
      'convert.py',
      "import re\n\ndef timed_out(line):\n    '''\n    Jan  6 17:41:35 n1 crmd: [1404]: ERROR: process_lrm_event: LRM operation db_stop_0 (25) Timed Out (timeout=30000ms)\n    '''\n",
    ],
    [
      'the examples of a manual',
      'log-guide.md',
      `1. Fencing\n\nExamples:\n\n2021-11-25 03:19:32 node1 corosync: [TOTEM ] A processor failed, forming new configuration.\n\n2. Operations\n\nExamples:\n\n2020-07-23 13:11:44 node2 lrmd[33]: warning: db_stop_0:77 - timed out after 60000ms\n\n3. Others\n\nExamples:\n\nnone\n`,
    ],
    [
      'what a program of the cluster says of its settings',
      'notes.md',
      '[root@n1 ~]# crm configure primitive s lsb:s\nERROR: error: unpack_resources: Resource start-up disabled since no STONITH resources have been defined\n',
    ],
  ])('%s', async (_name, path, text) => {
    const found = await truths(text, path)
    expect(found.filter(fact => /timeout|token|failed|slow/.test(fact))).toEqual([])
  })
  test.each([
    [
      'a message that was logged stays one below such a heading, for it has a time',
      '## What you will see when a stop is too slow\n\nOn our cluster it was, last night:\n\n- `Mar 28 06:15:03 n1 pacemaker-controld[2236]: error: Result of stop operation for app_vip on n1: Timed Out`\n',
    ],
    [
      'what is below the next heading is not foreseen',
      '# Incident, 28 March, cluster of n1 and n2\n\n## What you will see when a stop is too slow\n\nNothing but this.\n\n## What happened to us\n\nAt 06:15 n1 was fenced; its log had:\n\n- `Result of stop operation for app_vip on n1: Timed Out`\n',
    ],
    [
      'a list of what was found, with real names',
      '# Incident, 28 March, cluster of n1 and n2\n\nAt 06:15 n1 was fenced. From its log:\n\n* `Result of stop operation for app_vip on n1: Timed Out` – the first sign\n* `Cluster node n1 will be fenced: app_vip failed there` – and what came of it\n',
    ],
    [
      'a block of a log far below an entry of a diary',
      `CHANGE ....: 1187\nOBJECT ....: kernel of n1 and n2\n\nDIARY\n28/03 06:20  EP   the stop did not end in time:\n${' '.repeat(18)}Mar 28 06:15:03 n1 pacemaker-controld[2236]: error: Result of stop operation for app_vip on n1: Timed Out\n28/03 06:40  EP   n1 is back\n`,
    ],
  ])('%s', async (_name, text) => {
    expect(await truths(text, 'notes.md')).toContain('stop-operation-failed')
  })
  test('a stop that went through is none that failed', async () => {
    const text =
      'Hello,\n\nlast night the monitor of data_fs ran over its 40 s on our cluster, the group was restarted (the stops went through in 6 s), and db_mq did not come up.\n'
    const found = await truths(text, 'mail.txt')
    expect(found).not.toContain('stop-operation-failed')
  })
  test('but the same error counts where somebody has it', async () => {
    expect(await truths(`[root@node1 ~]# pcs cluster start --all\n${error}\n`, 'session.txt')).toContain('cluster-setup-timeout')
  })
})
