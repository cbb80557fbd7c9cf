import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that are true after reading one file. */
async function factsIn(text: string, path = 'messages'): Promise<string[]> {
  return (await readFiles({ [path]: `${text}\n` })).truths
}

const line = (said: string) => `Feb  3 04:05:09 n1 ${said}`

describe('a failed operation is known by whichever daemon tells it', () => {
  test.each([
    [
      'the executor, a stop that took too long',
      'pacemaker-execd[9]: info: fs stop (call 42, PID 318) could not be executed: Timed Out (Resource agent did not complete within 20s)',
      ['ocf-timeouts', 'stop-operation-failed'],
    ],
    [
      'the executor of RHEL 7, a stop that took too long',
      'lrmd[9]: info: finished - rsc:fs action:stop call_id:42 pid:318 exit-code:198 exec-time:20003ms queue-time:0ms',
      ['ocf-timeouts', 'stop-operation-failed'],
    ],
    [
      'the executor, a stop with an error',
      'pacemaker-execd[9]: info: fs stop (call 42, PID 318) exited with status 1 (busy)',
      ['stop-operation-failed'],
    ],
    [
      'the executor of RHEL 7, a start with an error',
      'lrmd[9]: info: finished - rsc:fs action:start call_id:42 pid:318 exit-code:1 exec-time:203ms queue-time:0ms',
      ['start-operation-failed'],
    ],
    [
      'the controller that leads, a stop',
      "pacemaker-controld[9]: notice: Transition 7 action 12 (fs_stop_0 on n2): expected 'ok' but got 'error' ",
      ['stop-operation-failed'],
    ],
    [
      'the controller that leads, a start',
      'crmd[9]: warning: Action 5 (web_start_0) on n2 failed (target: 0 vs. rc: 5): Error',
      ['start-operation-failed'],
    ],
    [
      'the scheduler that cannot fence',
      'pacemaker-schedulerd[9]: error: No further recovery can be attempted for fs because stop on n2 failed (error: Resource agent did not complete within 20s) at Sat Mar 28 06:15:03 2026',
      ['ocf-timeouts', 'stop-operation-failed'],
    ],
    ['the fencer of RHEL 7', 'stonith-ng[9]: warning: fence_ipmilan_monitor_1:319 - timed out after 20000ms', ['fence-device-timed-out']],
    [
      'the fencer that asks a device whom it can fence',
      'pacemaker-fenced[9]: warning: Assuming f1 cannot fence n2 because list could not be executed: Timed Out (Fence agent did not complete within 20s)',
      ['fence-device-timed-out'],
    ],
    [
      'the controller, what an agent wrote',
      "pacemaker-controld[9]: notice: fs_stop_0@n1 output [ ocf-exit-reason:Couldn't unmount /data, giving up! ]",
      ['resource-agent-logged-error'],
    ],
    ['an agent that does not name its resource', "Filesystem[9]: [10]: ERROR: Couldn't unmount /data", ['resource-agent-logged-error']],
    ['an agent of PostgreSQL', 'pgsql(db)[9]: ERROR: "pg_ctl stop" (pid=31) timed out.', ['application-command-timed-out']],
  ])('%s', async (_, said, facts) => {
    expect(await factsIn(line(said))).toEqual(expect.arrayContaining(facts))
  })

  test.each([
    ['a stop that ended well', 'pacemaker-execd[9]: info: fs stop (call 42, PID 318) exited with status 0 (execution time 212ms)'],
    ['a stop of what did not run', 'pacemaker-execd[9]: info: fs stop (call 42, PID 318) exited with status 7 (execution time 212ms)'],
    ['a stop that was called off', 'pacemaker-execd[9]: info: fs stop (call 42) could not be executed: Cancelled'],
    [
      'a stop that ended well on RHEL 7',
      'lrmd[9]: info: finished - rsc:fs action:stop call_id:42 pid:318 exit-code:0 exec-time:2ms queue-time:0ms',
    ],
    ['a machine that takes its time to switch off', 'stonith-ng[9]: warning: fence_ipmilan_reboot_1:319 - timed out after 60000ms'],
    ['a probe that finds what it should not', 'crmd[9]: warning: Action 5 (web_monitor_0) on n2 failed (target: 7 vs. rc: 0): Error'],
    ['an agent that says what it does', 'Filesystem[9]: [10]: INFO: Running stop for /dev/vg/lv on /data'],
  ])('but not by %s', async (_, said) => {
    expect(await factsIn(line(said))).toEqual([])
  })
})

describe('an account quotes messages of pacemaker', () => {
  const account = (...quoted: string[]) =>
    `# Incident of March 28\n\nWhat we saw:\n\n${quoted.map(text => `- the log says \`${text}\`\n`).join('')}`
  const monitor = (resource: string) => `Result of monitor operation for ${resource} on n1: Timed Out`
  test.each([
    ['two resources', [monitor('web'), `Transition 7 action 12 (db_monitor_60000 on n1): expected 'ok' but got 'OCF_TIMEOUT'`], true],
    ['with the program before them', [`pacemaker-controld: error: ${monitor('web')}`, monitor('db')], true],
    ['one resource', [monitor('web'), monitor('web')], false],
    ['what went well', ['Result of monitor operation for web on n1: ok', 'Result of monitor operation for db on n1: ok'], false],
  ])('%s', async (_, quoted, expected) => {
    expect((await factsIn(account(...quoted), 'incident.md')).includes('ocf-timeouts')).toBe(expected)
  })

  test('a page that tells what to look for shows nothing', async () => {
    const page = `# Time-outs\n\nIn this article we look at the log. Search for \`${monitor('web')}\` and for \`${monitor('db')}\`.\n`
    expect(await factsIn(page, 'page.md')).toEqual([])
  })
})

describe('two messages without clock or program', () => {
  const two = (said: string, other = 'n2') =>
    `Root cause, incident of 3 February, cluster of n1 and n2\n\nn1 was restarted for an update and the cluster moved everything. What we found was\n\n    n1  error: Result of start operation for fs_pay on n1: Timed Out\n    ${other}  error: Result of start operation for fs_pay on ${other}: Timed Out\n\n${said}\n`
  test.each([
    ['that came within minutes, as is said in words', 'three minutes apart. With a larger limit it went well.'],
    ['in digits', 'They came 7 min apart.'],
    ['in German', 'im Abstand von vier Minuten. Danach lief alles.'],
    ['in French', 'à trois minutes d’intervalle, puis tout allait bien.'],
    ['in Japanese', 'これは4分間隔でした。'],
  ])('%s', async (_, said) => {
    expect(await factsIn(two(said), 'rca.txt')).toEqual(expect.arrayContaining(['ocf-timeouts', 'start-operation-failed']))
  })
  test.each([
    ['that came an hour apart', 'sixty minutes apart.'],
    ['of which nobody says when', 'and then we increased the limit.'],
    ['and what came later', 'The service was back four minutes later.'],
  ])('%s', async (_, said) => {
    expect(await factsIn(two(said), 'rca.txt')).not.toContain('ocf-timeouts')
  })
  test('a stop alone is enough', async () => {
    const text = `Root cause, incident of 3 February, cluster of n1 and n2\n\nn1 was fenced at night. What we found was\n\n    n1  error: Result of stop operation for fs_pay on n1: Timed Out\n`
    expect(await factsIn(text, 'rca.txt')).toEqual(expect.arrayContaining(['ocf-timeouts', 'stop-operation-failed']))
  })
})

describe('who asked for a fencing is known in the words of each version', () => {
  const [hand, cluster] = ['stonith_admin.4711', 'pacemaker-controld.9']
  test.each([
    ['in words', (client: string) => `  * reboot of n2 by n1 for ${client}@n1 last successful at 2026-03-28 06:15:03 +01:00`],
    ['switched off', (client: string) => `* turning off of n2 successful: delegate=n1, client=${client}, origin=n1,`],
    ['from the tool itself', (client: string) => `reboot of n2 by n1 for ${client}@n1 successful at 2026-03-28 06:15:03.123456 +01:00`],
    ['by a mail', (client: string) => `> reboot of n2 for ${client}@n1 successful at 2026-03-28 06:15:03 +01:00`],
  ])('in the history %s', async (_, told) => {
    expect(await factsIn(told(hand), 'status.txt')).toEqual(['fenced-by-hand'])
    expect(await factsIn(told(cluster), 'status.txt')).toEqual(['fenced-by-cluster-only'])
    expect(await factsIn(told(hand).replace('successful', 'failed'), 'status.txt')).toEqual([])
  })
  test('with crmsh, by the answer to its question', async () => {
    const asked = (answer: string) =>
      `node1:~ # crm node fence node2\nFencing node2 will shut down the node and migrate any resources that are running on it! Do you want to fence node2 (y/n)? ${answer}\n`
    expect(await factsIn(asked('y'), 'session.txt')).toContain('fenced-by-hand')
    expect(await factsIn(asked('n'), 'session.txt')).not.toContain('fenced-by-hand')
  })
  test.each([
    [
      'of the fencer',
      (client: string) =>
        line(`pacemaker-fenced[9]: notice: Operation 'reboot' targeting n2 by n1 for ${client}@n1 (merged): OK (complete)`),
    ],
    [
      'of one device of several',
      (client: string) => line(`pacemaker-fenced[9]: notice: Action 'off' targeting n2 using f1 on behalf of ${client}@n1: complete`),
    ],
  ])('in the log %s', async (_, told) => {
    expect(await factsIn(told(hand))).toEqual(['fenced-by-hand'])
    expect(await factsIn(told(cluster))).toEqual(['fenced-by-cluster-only'])
  })
})

describe('one entry of a status is enough', () => {
  test.each([
    ['of RHEL 7.0', "    fs_stop_0 on n1 'unknown error' (1): call=42, status=Timed Out"],
    ['below its old heading', 'Failed actions:\n    fs_stop_0 (node=n1, call=42, rc=-2, status=Timed Out): unknown exec error'],
    [
      'without a reason',
      "  * fs_stop_0 on n1 'error' (1): call=42, status='Timed Out', last-rc-change='2026-03-28 06:15:03 +01:00', queued=0ms, exec=20003ms",
    ],
    [
      'in words',
      '  * fs stop on n1 could not be executed (Timed Out: Resource agent did not complete within 20s) at Sat Mar 28 06:15:03 2026',
    ],
    ['as XML', '<failure op_key="fs_stop_0" node="n1" exitstatus="error" exitreason="" exitcode="1" call="42" status="Timed Out"/>'],
    ['of pacemaker 3', "  * fs_stop_0 on n1 'Error occurred' (1): call=42, status='Timed Out', queued=0ms, exec=20003ms"],
    ['coloured', "\u001b[31m  * fs_stop_0 on n1 'error' (1): call=42, status='Timed Out', exitreason=''\u001b[0m"],
    ['with the blanks of a page', "\u00a0\u00a0* fs_stop_0\u00a0on n1 'error' (1): call=42, status='Timed Out', exitreason=''"],
  ])('%s', async (_, entry) => {
    expect(await factsIn(entry, 'note.txt')).toEqual(expect.arrayContaining(['ocf-timeouts', 'stop-operation-failed']))
  })
  test.each([
    [
      'that a start had an error',
      '  * web start on n1 could not be executed (Not installed: no such file) at Sat Mar 28 06:15:03 2026',
      ['start-operation-failed'],
    ],
    [
      'of all operations',
      "      * (42) stop: last-rc-change='Sat Mar 28 06:15:03 2026' exec-time=212ms queue-time=0ms rc=1 (error)",
      ['stop-operation-failed'],
    ],
  ])('%s', async (_, entry, facts) => {
    const head = 'Cluster Summary:\n  * Stack: corosync\n\nOperations:\n'
    expect(await factsIn(head + entry, 'crm_mon.txt')).toEqual(expect.arrayContaining(facts))
  })
  test('but an operation that ended well says nothing, nor does a sentence', async () => {
    const well = "Cluster Summary:\n      * (42) stop: last-rc-change='Sat Mar 28 06:15:03 2026' exec-time=212ms queue-time=0ms rc=0 (ok)"
    expect(await factsIn(well, 'crm_mon.txt')).toEqual([])
    expect(await factsIn('The status then shows fs stop on n1 could not be executed (Timed Out) at the end.', 'note.txt')).toEqual([])
  })
})

describe('a line that went through one more program is still a line', () => {
  const stop = 'Feb  3 04:05:09 n1 pacemaker-execd[9]: warning: fs_stop_0[318] timed out after 20000ms'
  test.each([
    ['a container and its clock', `2026-02-03T03:05:09.123456789Z ${stop}`],
    ['the tool of a store of logs', `2026-02-03T04:05:09+01:00 {host="n1", job="syslog"} ${stop}`],
    [
      'the answer of a store of logs',
      JSON.stringify({ status: 'success', data: { result: [{ stream: { host: 'n1' }, values: [['1770087909000000000', stop]] }] } }),
    ],
    ['a list of a store of logs', JSON.stringify([{ line: stop, timestamp: '1770087909000' }], undefined, 1)],
    ['a page that writes quotes in its way', `${stop}\nFeb  3 04:05:10 n1 x[1]: &#x27;quoted&#x27;`],
    ['nothing but the daemon', 'pacemaker-execd: warning: fs_stop_0[318] timed out after 20000ms'],
  ])('%s', async (_, text) => {
    expect(await factsIn(text, 'export.txt')).toContain('stop-operation-failed')
  })
  test('quotes are what they stand for', async () => {
    const said = line(
      'pacemaker-controld[9]: notice: Transition 7 action 12 (fs_stop_0 on n2): expected &#39;ok&#39; but got &#39;error&#39;',
    )
    expect(await factsIn(said, 'export.txt')).toContain('stop-operation-failed')
  })
  test('cut at the edge of a screen, within words', async () => {
    const long = [1, 2, 3].map(i =>
      line(
        `pacemaker-controld[9]:  error: Result of stop operation for fs${i} on n${i}: Timed Out after 20s (Resource agent did not complete within 20s)`,
      ),
    )
    const cut = (text: string) => text.match(/.{1,80}/g)!.join('\n')
    const { truths, events } = await readFiles({ 'export.txt': `${long.map(cut).join('\n')}\n` })
    expect(truths).toContain('stop-operation-failed')
    expect(events.map(({ values }) => values.timeout)).toEqual(['20s', '20s', '20s'])
  })
})

describe('pacemaker 3 begins its words with capitals', () => {
  test.each([
    [
      'a stop',
      line("pacemaker-controld[9]: notice: Transition 7 action 12 (fs_stop_0 on n2): expected 'OK' but got 'Error occurred' "),
      ['stop-operation-failed'],
    ],
    ['a start', "  * web start on n1 returned 'Not running' at Sat Mar 28 06:15:03 2026 after 212ms", ['start-operation-failed']],
    [
      'a start in the history',
      line(
        'pacemaker-schedulerd[9]: warning: Unexpected result (Not installed) was recorded for start of web on n1 at Mar 28 06:15:03 2026',
      ),
      ['start-operation-failed'],
    ],
    [
      'a stop by hand',
      'Operation force-stop for fs (ocf:heartbeat:Filesystem) returned 1 (Error occurred: busy)',
      ['stop-operation-failed'],
    ],
  ])('%s', async (_, text, facts) => {
    expect(await factsIn(text, 'note.txt')).toEqual(expect.arrayContaining(facts))
  })
  test('and what ended well has one as well', async () => {
    const well = [
      line('pacemaker-controld[9]: notice: Result of stop operation for fs on n2: OK'),
      line('pacemaker-controld[9]: notice: Result of probe operation for fs on n2: Not running'),
      line("pacemaker-controld[9]: notice: Transition 7 action 12 (fs_stop_0 on n2): expected 'OK' but got 'OK'"),
    ]
    expect(await factsIn(well.join('\n'))).toEqual([])
    expect(await factsIn('Operation force-stop for fs (ocf:heartbeat:Filesystem) returned 0 (OK)', 'note.txt')).toEqual([])
  })
})
