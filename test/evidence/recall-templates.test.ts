import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that are true after reading one file. */
async function factsIn(text: string, path = 'messages'): Promise<string[]> {
  return (await readFiles({ [path]: `${text}\n` })).truths
}

const line = (said: string) => `Feb  3 04:05:09 n1 ${said}`

describe('what the source of the software can write is known in the words of each version', () => {
  test.each([
    [
      'the fencer of older RHEL 7, an agent killed at its limit',
      "stonith-ng[9]: notice: Child process 319 performing action 'status' timed out with signal 15",
      ['fence-device-timed-out'],
    ],
    [
      'the fencer of pacemaker 3, which counts the tries',
      'pacemaker-fenced[9]: info: Fence agent fence_ipmilan_monitor_1of2[319] timed out after 1m',
      ['fence-device-timed-out'],
    ],
    [
      'the controller that asks a fence agent what it is able to do',
      'pacemaker-controld[9]: info: Fence agent fence_ipmilan_metadata_1[319] timed out after 5s',
      ['fence-device-timed-out', 'meta-data-timed-out'],
    ],
    [
      'the fencer that did not learn what an agent is able to do',
      'pacemaker-fenced[9]: warning: Could not execute metadata action for fence_ipmilan: Timed Out',
      ['fence-device-timed-out', 'meta-data-timed-out'],
    ],
    [
      'the executor whose request systemd did not answer',
      'pacemaker-execd[9]: info: DBus request for stop of systemd unit httpd for resource web failed: Did not receive a reply. Possible causes include: the remote application did not send a reply',
      ['application-timed-out', 'some-operation-timed-out'],
    ],
    [
      'the coordinator of RHEL 8, the code of a time limit',
      'pacemaker-controld[9]: info: Updating failcount for fs on n2 after failed stop: rc=198 (update=INFINITY, time=1774674903)',
      ['ocf-timeouts', 'stop-operation-failed'],
    ],
    [
      'an operation tried by hand',
      'Operation force-stop for fs (ocf:heartbeat:Filesystem) could not be executed (Timed Out: Resource agent did not complete within 20s)',
      ['ocf-timeouts', 'stop-operation-failed'],
      'ticket.txt',
    ],
    [
      'crm_mon that waited for the configuration',
      '# crm_mon -1\ncrm_mon: Connection to cluster failed: Timer expired',
      ['cluster-commands-slow'],
      'ticket.txt',
    ],
    [
      'the scheduler of pacemaker 2.1 on the status of an older one',
      'pacemaker-schedulerd[9]: warning: Unexpected result (timeout (DEPRECATED STATUS)) was recorded for stop of fs on n2 at Sat Feb 3 04:05:03 2026',
      ['ocf-timeouts', 'stop-operation-failed'],
    ],
    ['the lock manager that met a node again', 'dlm_controld[9]: 86412 daemon node 1 stateful merge', ['nodes-went-on-apart']],
    ['rpcbind of a file server', 'kernel: rpcbind: server filer1 not responding, timed out', ['nfs-not-answering']],
  ])('%s', async (_name, said, facts, path = 'messages') => {
    expect(await factsIn(path === 'messages' ? line(said) : said, path)).toEqual(expect.arrayContaining(facts))
  })
})

describe('what looks the same is not taken for it', () => {
  test.each([
    [
      'systemd that started itself anew did not time out',
      'pacemaker-execd[9]: info: DBus request for monitor of systemd unit httpd for resource web failed: Message recipient disconnected from message bus without replying',
      'some-operation-timed-out',
    ],
    [
      'a fence agent that fell over did not time out',
      "stonith-ng[9]: notice: Child process 319 performing action 'status' timed out with signal 11",
      'fence-device-timed-out',
    ],
    [
      'a probe where the resource cannot run is no error',
      'pacemaker-execd[9]: notice: web_monitor_0[318] error output [ ocf-exit-reason:Configuration file not found ]',
      'resource-agent-logged-error',
    ],
    [
      'a disk that another node reserved is not broken',
      'kernel: blk_update_request: critical nexus error, dev sdb, sector 2048',
      'storage-errors-logged',
    ],
    ["the node's own rpcbind is no file server", 'kernel: rpcbind: server localhost not responding, timed out', 'nfs-not-answering'],
    ["the node's own statd is no file server", 'kernel: statd: server rpc.statd not responding, timed out', 'nfs-not-answering'],
  ])('%s', async (_name, said, fact) => {
    expect(await factsIn(line(said))).not.toContain(fact)
  })
})

describe('values are those of the line', () => {
  test.each([
    [
      'the resource in what RHEL 7 shows of an agent, without the node before it',
      "crmd[9]: notice: n1-fs_data_stop_0:42 [ ocf-exit-reason:Couldn't unmount /data\\n ]",
      { kind: 'resource-agent-error', resource: 'fs_data', operation: 'stop' },
    ],
    [
      'the resource after a node whose name holds a dash',
      'crmd[9]: notice: sap-node1-rsc-fs_stop_0:42 [ ocf-exit-reason:busy\\n ]',
      { kind: 'resource-agent-error', resource: 'rsc-fs', operation: 'stop' },
    ],
    [
      'the whole code of a failed stop',
      'crmd[9]: warning: Updating failcount for fs on n1 after failed stop: rc=194 (update=INFINITY, time=1774674903)',
      { kind: 'stop-failed', resource: 'fs', rc: '194' },
    ],
  ])('%s', async (_name, said, { kind, ...values }) => {
    const { events } = await readFiles({ messages: `${line(said)}\n` })
    expect(events.find(event => event.kind === kind)?.values).toMatchObject(values)
  })

  test('a start over its limit is no error as well', async () => {
    const said = "pacemaker-controld[9]: notice: Transition 7 action 12 (web_start_0 on n1): expected 'ok' but got 'OCF_TIMEOUT'"
    const { events } = await readFiles({ messages: `${line(said)}\n` })
    expect(events.map(({ kind }) => kind)).not.toContain('start-failed')
  })

  test('a line of an agent and what the controller shows of it are one error', async () => {
    const { events } = await readFiles({
      messages: [
        "Feb  3 04:05:08 n1 Filesystem(fs_data)[318]: ERROR: Couldn't unmount /data, giving up!",
        line("crmd[9]: notice: n1-fs_data_stop_0:42 [ ocf-exit-reason:Couldn't unmount /data, giving up!\\n ]"),
        '',
      ].join('\n'),
    })
    expect(events.filter(({ kind }) => kind === 'resource-agent-error')).toHaveLength(1)
  })
})
