import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that one file shows to be true. */
const factsOf = async (path: string, lines: readonly string[]): Promise<string[]> =>
  (await readFiles({ [path]: `${lines.join('\n')}\n` })).truths
const at = (clock: string, text: string) => `Mar 28 ${clock} node02 ${text}`
const lost = 'pacemaker-schedulerd[2236]:  warning: Cluster node node01 will be fenced: peer is no longer part of the cluster'
const failed = 'pacemaker-schedulerd[2236]:  warning: Cluster node node01 will be fenced: web failed there'
const requested = 'pacemaker-controld[2236]:  notice: Requesting fencing (reboot) targeting node node01'
const byHand = 'pacemaker-fenced[2236]:  notice: Client stonith_admin.4711 wants to fence (reboot) node01 using any device'
const done = "pacemaker-fenced[2236]:  notice: Operation 'reboot' [31990] targeting node01 using fence_node01 returned 0"
const quick = "pacemaker-fenced[2236]:  notice: Operation 'monitor' [31990] using fence_node01 returned 0"

describe('a node was fenced because the others lost it', () => {
  test.each<[string, string[], boolean]>([
    ['the reason says it by itself', [at('06:15:03', lost)], true],
    ['the line of the token was cut off', [at('06:15:03', lost), at('06:15:03', requested)], true],
    ['on RHEL 6', [at('06:15:03', 'pengine[2236]: warning: Node node01 will be fenced because it is un-expectedly down')], true],
    ['not when a failed stop had it fenced', [at('06:15:03', failed), at('06:15:04', requested), at('06:15:40', lost)], false],
    ['not when somebody had it fenced', [at('06:15:03', byHand), at('06:15:40', lost)], false],
    ['not when it had just been reset', [at('06:15:03', done), at('06:15:04', lost)], false],
    ['but a look at the fence device is no fencing', [at('06:15:03', quick), at('06:15:04', lost)], true],
    ['days after another fencing', [at('06:15:03', byHand), at('06:15:40', lost).replace('Mar 28', 'Mar 30')], true],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf('node02/var/log/messages', lines)).includes('membership-loss-led-to-fencing')).toBe(expected)
  })

  test('in a copy without dates what stands first came first', async () => {
    expect(await factsOf('paste.txt', [lost, requested])).toContain('membership-loss-led-to-fencing')
    expect(await factsOf('paste.txt', [failed, requested, lost])).not.toContain('membership-loss-led-to-fencing')
  })
})

describe('a token that is lost after a fencing is its consequence', () => {
  const token = 'corosync[1411]:   [TOTEM ] A processor failed, forming new configuration.'
  test.each<[string, string[], boolean]>([
    ['after the device had done its work', [at('06:15:03', done), at('06:16:19', token)], false],
    ['but not after a look at the device', [at('06:15:03', quick), at('06:16:19', token)], true],
    ['but not when the device had failed', [at('06:15:03', done.replace('returned 0', 'returned 1')), at('06:16:19', token)], true],
    ['nor when the token was lost before', [at('06:15:00', token), at('06:15:40', done)], true],
    ['nor long after', [at('06:15:03', done), at('09:15:03', token)], true],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf('node02/var/log/messages', lines)).includes('totem-token-lost')).toBe(expected)
  })
})

describe('a node was fenced because somebody asked for it', () => {
  const told = (client: string, result = 'OK (complete)') =>
    `pacemaker-fenced[2236]:  notice: Operation 'reboot' targeting node01 by node02 for ${client}@node02: ${result}`
  test.each<[string, string[], boolean]>([
    ['the fenced node heard only the result', [at('06:15:03', told('stonith_admin.4711'))], true],
    ['but not when the cluster asked', [at('06:15:03', told('pacemaker-controld.2236'))], false],
    ['nor when it came to nothing', [at('06:15:03', told('stonith_admin.4711', 'No such device'))], false],
    ['pcs said so at the terminal', ['[root@node02 ~]# pcs stonith fence node01', 'Node: node01 fenced'], true],
    ['but confirming is no fencing', ['[root@node02 ~]# pcs stonith confirm node01', 'Node: node01 confirmed fenced'], false],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf('paste.txt', lines)).includes('fenced-by-hand')).toBe(expected)
  })
})

describe('the status keeps who asked for a fencing', () => {
  const status = (line: string) => ['Cluster Summary:', '  * Stack: corosync', '', 'Fencing History:', line]
  const entry = (result: string, client: string) =>
    `  * reboot of node01 ${result}: delegate=node02, client=${client}, origin=node02, completed='2026-03-28 06:15:03 +01:00'`
  test.each<[string, string[], boolean]>([
    ['somebody', status(entry('successful', 'stonith_admin.4711')), true],
    ['the cluster itself', status(entry('successful', 'pacemaker-controld.2236')), false],
    ['somebody, in vain', status(entry('failed', 'stonith_admin.4711')), false],
    [
      'somebody, as XML',
      [
        '<pacemaker-result api-version="2.3" request="crm_mon --output-as=xml">',
        '<summary><stack type="corosync"/></summary>',
        '<fence_event action="off" target="node01" client="stonith_admin.4711" origin="node02" delegate="node02" status="success"/>',
        '</pacemaker-result>',
      ],
      true,
    ],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf('crm_mon.txt', lines)).includes('fenced-by-hand')).toBe(expected)
  })
})

describe('somebody who asked for a fencing is known by what is left of it', () => {
  const at = 'Mar 28 06:15:03 node02 '
  const log = (line: string) => [`${at}${line}`, `${at}pacemaker-fenced[2236]:  notice: Requesting peer fencing (reboot) targeting node01`]
  test.each<[string, string[], boolean]>([
    [
      'its end',
      log("pacemaker-fenced[2236]:  notice: Operation 'reboot' targeting node01 by node02 for stonith_admin.4711@node02: OK (complete)"),
      true,
    ],
    [
      'its end, in old words',
      log('stonith-ng[2236]:  notice: Operation reboot of node01 by node02 for stonith_admin.4711@node02.5f0c3a9e: OK'),
      true,
    ],
    ['the answer of pcs', ['# pcs stonith fence node01', 'Node: node01 fenced'], true],
    [
      'nobody, but the cluster',
      log("pacemaker-fenced[2236]:  notice: Operation 'reboot' targeting node01 by node02 for pacemaker-controld.56@node02: OK (complete)"),
      false,
    ],
    [
      'a request in vain',
      log(
        "pacemaker-fenced[2236]:  error: Operation 'reboot' targeting node01 by unknown node for stonith_admin.4711@node02: No such device",
      ),
      false,
    ],
  ])('%s', async (_, lines, expected) => {
    expect((await factsOf('paste.txt', lines)).includes('fenced-by-hand')).toBe(expected)
  })
})

test('a status that lists one resource for two nodes says that it was too slow on both', async () => {
  const entry = (node: string, name = 'fence_all') =>
    `  * ${name}_start_0 on ${node} 'OCF_TIMEOUT' (198): call=18, status='Timed Out', exitreason='', last-rc-change='2026-03-28 06:15:03 +01:00', queued=0ms, exec=60003ms`
  const status = (...lines: string[]) => ['Cluster Summary:', '  * Stack: corosync', '', 'Failed Resource Actions:', ...lines]
  const fact = 'same-resource-times-out-on-several-nodes'
  expect(await factsOf('crm_mon.txt', status(entry('node01'), entry('node02')))).toContain(fact)
  expect(await factsOf('crm_mon.txt', status(entry('node01'), entry('node02', 'web')))).not.toContain(fact)
})

test('the name of a resource may tell that it is a fence device', async () => {
  const failed = (name: string) => [
    '# crm_mon -1',
    'Failed Resource Actions:',
    `${name}_monitor_15000 on node01 'OCF_TIMEOUT' (198): call=25, status='Timed Out', exitreason='', last-rc-change='2026-03-28 06:15:03 +01:00', queued=0ms, exec=15004ms`,
  ]
  expect(await factsOf('paste.txt', failed('stonith-disk'))).toContain('fence-device-timed-out')
  expect(await factsOf('paste.txt', failed('geofence-web'))).not.toContain('fence-device-timed-out')
})

describe('the name of a resource may tell that it is an address', () => {
  const stop = (name: string) => at('06:15:03', `crmd[2236]:   error: Result of stop operation for ${name} on node02: Timed Out`)
  test.each([
    ['vip', true],
    ['rsc_ip_HDB00', true],
    ['ip-10-0-0-7', true],
    ['ClusterIP', true],
    ['nfs_vip2', true],
    ['IPaddr2_1', true],
    ['fence_ipmi', false],
    ['zip_job', false],
    ['web', false],
    ['shipping', false],
  ])('%s: %s', async (name, expected) => {
    expect((await factsOf('messages', [stop(name)])).includes('ip-address-stop-failed')).toBe(expected)
  })

  test('a configuration that says otherwise is right', async () => {
    const { truths } = await readFiles({
      messages: `${stop('vip')}\n`,
      'crm_mon.txt': 'Cluster Summary:\n  * Stack: corosync\n  * vip\t(ocf::heartbeat:portblock):\tStarted node02\n',
    })
    expect(truths).toContain('stop-operation-failed')
    expect(truths).not.toContain('ip-address-stop-failed')
  })
})

test('a resource agent may put its own date before an error', async () => {
  const line = 'pgsqlms(pgsqld)[28157]: Mar 28 06:15:03  ERROR: node01 is the best candidate to promote, aborting current promotion'
  expect(await factsOf('corosync.log', [line])).toContain('resource-agent-logged-error')
  expect(await factsOf('corosync.log', [line.replace('ERROR', 'INFO')])).not.toContain('resource-agent-logged-error')
})
