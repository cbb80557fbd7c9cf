import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The facts that are true after reading these files. */
async function factsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await readFiles(files)).truths
}

const repeated = (count: number, line: (i: number) => string) => `${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`

describe('corosync may write its lines with more or with less around them', () => {
  test.each([
    ['the function', (i: number) => `Mar 03 15:52:0${i % 9} [29992] n1 corosync notice  [TOTEM ] orf_token_rtr Retransmit List: 545`],
    [
      'the function and the line',
      (i: number) => `Mar 03 15:52:0${i % 9} n1 corosync[9]:   [TOTEM ] totemsrp.c:2815 orf_token_rtr Retransmit List: 545`,
    ],
    ['its own part only', (i: number) => `Mar 03 15:52:0${i % 9} [TOTEM ] Retransmit List: 545`],
    ['the number of a list', (i: number) => `${i + 1}.  Mar 28 06:15:0${i % 9} node02 corosync[2028]:   [TOTEM ] Retransmit List: 545`],
    ['the mark of a list', (i: number) => `- Mar 28 06:15:0${i % 9} node02 corosync[2028]:   [TOTEM ] Retransmit List: 545`],
    ['the name of a container', (i: number) => `node1  | Mar 28 06:15:0${i % 9} node02 corosync[2028]:   [TOTEM ] Retransmit List: 545`],
    [
      'the prefix of a container runtime',
      (i: number) =>
        `2026-03-28T06:15:0${i % 9}.123456789Z stdout F Mar 28 06:15:0${i % 9} node02 corosync[2028]:   [TOTEM ] Retransmit List: 545`,
    ],
  ])('%s', async (_, line) => {
    expect(await factsIn({ 'paste.txt': repeated(12, line) })).toContain('totem-retransmits')
  })

  test('only the message is left', async () => {
    const lines = [
      '  [KNET  ] link: host: 2 link: 0 is down',
      '  [TOTEM ] A processor failed, forming new configuration: token timed out (3000ms)',
    ]
    expect(await factsIn({ 'journal.txt': `${lines.join('\n')}\n` })).toContain('totem-token-lost')
  })

  test.each([
    ['a terminal', 'Feb 01 15:09:22 notice  [TOTEM ] A processor failed, forming new configuration.'],
    [
      'a terminal that the journal listens to',
      'Feb  1 15:09:22 n2 corosync[9]: Feb 01 15:09:22 notice  [TOTEM ] A processor failed, forming new configuration.',
    ],
    [
      'a program around it',
      '2026-02-01T15:09:22.579657112Z agent[14] INFO run: Feb 01 15:09:22 notice  [TOTEM ] totemsrp.c:1713 A processor failed, forming new configuration.',
    ],
    ['a converter to Markdown', 'Feb  1 15:09:22 n1 corosync\\[4870\\]:  \\[TOTEM \\] A processor failed, forming new configuration.'],
    ['a German journal', 'Mär 01 15:09:22 n1 corosync[4870]:   [TOTEM ] A processor failed, forming new configuration.'],
    ['a Russian journal', 'апр 21 13:59:30 n1 corosync[4870]:   [TOTEM ] A processor failed, forming new configuration.'],
    ['a Japanese journal', ' 4月 21 13:59:30 n1 corosync[4870]:   [TOTEM ] A processor failed, forming new configuration.'],
    [
      'a viewer that puts coloured lines into brackets',
      '[Mar  5 09:52:05 n1 corosync[4870]:   [TOTEM ] A processor failed, forming new configuration.]',
    ],
  ])('through %s', async (_, line) => {
    expect(await factsIn({ 'log.txt': `${line}\n` })).toContain('totem-token-lost')
  })

  test('a script that looks for the message is no log', async () => {
    const script =
      'STRINGS=( "fencing node" \\\n  "[TOTEM ] A processor failed, forming new configuration" )\ngrep -f "$STRINGS" /var/log/messages\n'
    expect(await factsIn({ 'root/search.sh': script })).toEqual([])
  })
})

describe('what is seen at a terminal', () => {
  const late = 'Operation timed out after 60000 milliseconds with 0 bytes received'
  const advice = 'check if pcsd is running there or try setting higher timeout with --request-timeout option'
  test.each([
    [
      'pcs cannot start all nodes in time',
      `[root@n1 ~]# pcs cluster start --all\nError: unable to start all nodes\nn2: Unable to connect to n2, ${advice} (${late})\n`,
    ],
    [
      'pcs 0.9 gets no answer',
      '# pcs cluster setup --name c n1 n2\nError: n2: Connection timeout, try setting higher timeout in --request-timeout option (Connection timed out after 60049 milliseconds)\n',
    ],
    [
      'pcs waits for nodes in vain',
      "root@n1:~# pcs cluster setup c n1 n2 --start --wait=9\nWaiting for node(s) to start: 'n1', 'n2'...\nError: Node(s) startup timed out\n",
    ],
    [
      'crm waits for the cluster in vain',
      'n1:~ # crm cluster init -y\nINFO: BEGIN Waiting for cluster\nERROR: cluster.init: Time out waiting for cluster.\n',
    ],
    ['the command was not copied', `Error: unable to start all nodes\nn2: Unable to connect to n2 (${late})\n`],
    [
      'a status stands above it',
      `# pcs status\nStack: corosync\nCurrent DC: n1 (version 1.1.23) - partition with quorum\n# pcs cluster start n2\nError: Unable to connect to n2 (${late})\n`,
    ],
  ])('%s: setting up timed out', async (_, text) => {
    expect(await factsIn({ 'console.txt': text })).toContain('cluster-setup-timeout')
  })

  test.each([
    [
      'a refused connection',
      `# pcs host auth n2\nError: Unable to communicate with n2, ${advice} (Failed connect to n2:2224; Connection refused)\n`,
    ],
    ['another program', 'Mar 28 06:15:03 app7 curl[1222]: curl: (28) Operation timed out after 60000 milliseconds with 0 bytes received\n'],
    [
      'a page of instructions',
      `# Start the cluster\n\n    # pcs cluster start --all\n\nYou may see:\n\n    Error: unable to start all nodes\n    n2: Unable to connect to n2 (${late})\n\n## Next steps\n`,
    ],
  ])('%s is no time-out of the set-up', async (_, text) => {
    expect(await factsIn({ 'console.txt': text })).not.toContain('cluster-setup-timeout')
  })

  test.each([
    ['the set-up itself', 'request: setup_cluster, error: operation_timedout', ['cluster-setup-timeout']],
    ['what pcsd asks all day', 'request: check_auth, error: operation_timedout', []],
    ['a stopped pcsd', 'request: get_configs, error: couldnt_connect', ['pcs-refused']],
    ['a stopped pcsd, long ago', 'request: /auth, exception: Connection refused - connect(2) for "n2" port 2224', ['pcs-refused']],
  ])('the log of pcsd: %s', async (_, what, facts) => {
    const line = `I, [2019-10-17T17:32:36.179 #01757]     INFO -- : No response from: n2 ${what}\n`
    const told = await factsIn({ 'n1/var/log/pcsd/pcsd.log': line })
    expect(told.filter(fact => /^(?:cluster-setup-timeout|pcs-refused)$/.test(fact))).toEqual(facts)
  })

  test('of what was not copied nothing is said', async () => {
    const { known } = await readFiles({ 'console.txt': '[root@n1 ~]# pcs cluster start --all\nn1: Starting Cluster...\n' })
    expect(known('ocf-timeouts')).toEqual([])
  })
})

describe('the status tells of a stop of an address', () => {
  const vip = '<resource id="vip" resource_agent="ocf::heartbeat:IPaddr2" role="Started" active="true"/>'
  const xml = (failure: string) =>
    `<pacemaker-result api-version="2.25" request="crm_mon --output-as xml">\n<summary><stack type="corosync"/></summary>\n<resources>${vip}</resources>\n<failures>\n${failure}\n</failures>\n</pacemaker-result>\n`
  const failed = (status: string, code = 1) =>
    `<failure op_key="vip_stop_0" node="n1" exitstatus="error" exitreason="" exitcode="${code}" call="41" status="${status}" queued="0" exec="20003" interval="0" task="stop"/>`
  const cib = (rc: number, status: number) =>
    `<cib epoch="3" num_updates="2">\n<configuration><resources><primitive class="ocf" id="vip" provider="heartbeat" type="IPaddr2"/></resources></configuration>\n<status><node_state uname="n1"><lrm><lrm_resources><lrm_resource id="vip">\n<lrm_rsc_op id="vip_last_failure_0" operation_key="vip_stop_0" operation="stop" transition-magic="x" on_node="n1" call-id="77" rc-code="${rc}" op-status="${status}" interval="0"/>\n</lrm_resource></lrm_resources></lrm></node_state></status>\n</cib>\n`
  const both = ['ocf-timeouts', 'ip-address-stop-failed']
  test.each<[string, string, string, string[]]>([
    ['as XML', 'crm_mon.xml', xml(failed('Timed Out')), both],
    ['as XML, with an error', 'crm_mon.xml', xml(failed('complete')), ['ip-address-stop-failed']],
    ['in the history of the CIB', 'cib.xml', cib(1, 2), both],
    ['in the history of the CIB, with an error', 'cib.xml', cib(1, 4), ['ip-address-stop-failed']],
    ['in the history of the CIB, which went well', 'cib.xml', cib(0, 0), []],
    [
      'in a part of the status',
      'paste.txt',
      " vip\t(ocf::heartbeat:IPaddr2):\tFAILED n1\n\nFailed Actions:\n* vip_stop_0 on n1 'unknown error' (1): call=42, status=Timed Out, exitreason='',\n",
      both,
    ],
  ])('%s', async (_, path, text, expected) => {
    const facts = await factsIn({ [path]: text })
    expect(facts.filter(fact => both.includes(fact)).sort()).toEqual([...expected].sort())
  })

  describe('in a CIB of an older version', () => {
    const operation = (rest: string) => `<lrm_rsc_op id="web_last_failure_0" operation_key="web_start_0" operation="start" ${rest}/>`
    const state = (node: string, line: string) => `<node_state id="1" uname="${node}" crmd="online">\n${line}\n</node_state>\n`
    const status = (...states: string[]) => `<cib epoch="3">\n<configuration/>\n<status>\n${states.join('')}</status>\n</cib>\n`
    const over = (when: number, more = '') => operation(`rc-code="1" op-status="2" interval="0" last-rc-change="${when}"${more}`)
    test.each([
      ['which names no node, each node counts', status(state('n1', over(1774674903)), state('n2', over(1774674953))), true],
      [
        'which names the node last, each node counts',
        status(state('n9', `${over(1774674903, ' on_node="n1"')}\n${over(1774674953, ' on_node="n2"')}`)),
        true,
      ],
      ['one node counts once', status(state('n1', over(1774674903)), state('n2', '')), false],
      ['ten days apart they are two single ones', status(state('n1', over(1774674903)), state('n2', over(1775538903))), false],
    ])('%s', async (_, text, expected) => {
      expect((await factsIn({ 'cib.xml': text })).includes('ocf-timeouts')).toBe(expected)
    })

    test.each([
      ['an error that it records as done', 'rc-code="5" op-status="0" interval="0"', ['stop-operation-failed']],
      ['a success', 'rc-code="0" op-status="0" interval="0"', []],
    ])('a stop with %s', async (_, rest, expected) => {
      const stop = `<lrm_rsc_op id="web_last_failure_0" operation_key="web_stop_0" operation="stop" ${rest}/>`
      const facts = await factsIn({ 'cib.xml': status(state('n1', stop)) })
      expect(facts.filter(fact => fact === 'stop-operation-failed')).toEqual(expected)
    })

    test('the oldest ones name an operation only by its id', async () => {
      const stop =
        '<lrm_rsc_op id="vip_stop_0" operation="stop" transition-magic="4:1;0:5:0:07ae711e" call-id="64" rc-code="1" op-status="4" interval="0"/>'
      const config =
        '<configuration><resources><primitive class="ocf" id="vip" provider="heartbeat" type="IPaddr"/></resources></configuration>'
      const text = `<cib epoch="3">\n${config}\n<status>\n${state('n1', stop)}</status>\n</cib>\n`
      expect(await factsIn({ 'cib.xml': text })).toEqual(expect.arrayContaining(['ip-address-stop-failed', 'stop-operation-failed']))
    })
  })

  test('one operation that timed out on two nodes is two; the same entry in two files is one', async () => {
    const entry = (node: string) => `    web_start_0 (node=${node}, call=4, rc=-2, status=Timed Out): unknown exec error\n`
    expect(await factsIn({ 'crm_status.txt': `Failed actions:\n${entry('n1')}${entry('n2')}` })).toContain('ocf-timeouts')
    const same = `Failed actions:\n${entry('n1')}`
    expect(await factsIn({ 'crm_status.txt': same, 'crm_mon.txt': same })).not.toContain('ocf-timeouts')
  })
})

describe('which agent a resource is of', () => {
  const stop = 'Mar 28 06:15:03 n1 pacemaker-controld[1]: error: Result of stop operation for rsc_ip on n1: Timed Out after 20s (x)\n'
  test.each([
    ['pcs resource config', ' Resource: rsc_ip (class=ocf provider=heartbeat type=IPaddr2)\n  Attributes: ip=192.0.2.7\n'],
    [
      'crm configure show',
      'node 1: n1\nprimitive rsc_ip IPaddr2 \\\n\tparams ip=192.0.2.7 \\\n\top stop timeout=20 interval=0\nproperty cib-bootstrap-options: \\\n\tstonith-enabled=true\n',
    ],
    [
      'crm configure show with whole names',
      'primitive rsc_ip ocf:heartbeat:IPaddr2 \\\n\toperations $id="rsc_ip-operations" \\\n\tparams ip=192.0.2.7\n',
    ],
    ['a template', 'rsc_template addr IPaddr2\nprimitive rsc_ip @addr \\\n\tparams ip=192.0.2.7\nprimitive d Dummy\n'],
  ])('%s tells it', async (_, text) => {
    expect(await factsIn({ 'n1/var/log/messages': stop, 'n1/config.txt': text })).toContain('ip-address-stop-failed')
  })

  test('a fence device that times out is told by its class and by its own words', async () => {
    const status = (line: string) =>
      `Cluster Summary:\n  * Stack: corosync\nFull List of Resources:\n  * f\t(stonith:fence_new_thing):\t Started n2\n\nFailed Resource Actions:\n  * ${line}\n`
    const late = 'f 1m-interval monitor on n2 could not be executed (Timed Out)'
    expect(await factsIn({ 'pcs_status.txt': status(late) })).toContain('fence-device-timed-out')
    const words =
      'Mar 28 06:15:03 n1 pacemaker-controld[1]: error: Result of monitor operation for g on n1: Timed Out after 20s (Fence agent did not complete within 20s)\n'
    expect(await factsIn({ 'var/log/messages': words })).toContain('fence-device-timed-out')
  })
})

describe('supportconfig', () => {
  const section = (kind: string, name: string, text: string) => `#==[ ${kind} ]${'='.repeat(30)}#\n# ${name}\n${text}\n`
  const ha =
    section('Command', '/usr/sbin/crm_mon -r -1', 'Stack: corosync\nCurrent DC: h1 (version 2.0.5) - partition with quorum\n') +
    section('Command', '/usr/sbin/crm configure show', 'node 1: h1\nprimitive rsc_ip IPaddr2 \\\n\tparams ip=192.0.2.7\n') +
    section('Configuration File', '/etc/corosync/corosync.conf', 'totem {\n    version: 2\n    token: 5000\n}\n')
  const log = section(
    'Log File',
    '/var/log/messages - Last 500 Lines',
    '2026-03-28T06:15:03.1+01:00 h1 pacemaker-controld[1]:  error: Result of stop operation for rsc_ip on h1: Timed Out',
  )
  test('each section is read by what it holds', async () => {
    const { known } = await readFiles({ 'scc_h1_260328_0700/ha.txt': ha, 'scc_h1_260328_0700/messages.txt': log })
    expect(known('resource-agents')).toEqual([['ocf:heartbeat:IPaddr2']])
    expect(known('totem-token-ms')).toEqual([5000])
    expect(known('ip-address-stop-failed')).toContain(true)
  })
})

test('the status as a page', async () => {
  const entry = (text: string) =>
    `<html><head><title>Cluster Status</title></head>\n<li><span>vip\t(ocf::heartbeat:IPaddr2):\t FAILED n1</span></li>\n<li>${text}</li>\n</html>\n`
  const facts = await factsIn({ 'crm_mon.html': entry("vip_stop_0 on n1 'error' (1): call=42, status='Timed Out', exitreason=''") })
  expect(facts).toEqual(expect.arrayContaining(['ocf-timeouts', 'ip-address-stop-failed']))
  expect(await factsIn({ 'crm_mon.html': entry('vip 10s-interval monitor on n1 could not be executed (Timed Out)') })).not.toContain(
    'ocf-timeouts',
  )
})

describe('a stop that fails', () => {
  const at = (text: string) => `Mar 28 06:15:03 n1 ${text}\n`
  test.each([
    ['pacemaker 1.1.23', 'crmd[1]:  notice: Result of stop operation for vip on n1: 1 (unknown error)'],
    ['pacemaker 2.1', 'pacemaker-controld[1]:  notice: Result of stop operation for vip on n1: error (Failed to delete)'],
    ['pacemaker 1.1.13', 'crmd[1]:   notice: Operation vip_stop_0: unknown error (node=n1, call=42, rc=1, cib-update=17, confirmed=true)'],
    ['its fail-count', 'pacemaker-attrd[1]:  notice: Setting fail-count-vip#stop_0[n1]: (unset) -> INFINITY'],
  ])('%s: an address', async (_, line) => {
    const facts = await factsIn({ 'n1/var/log/messages': at('IPaddr2(vip)[9]: INFO: IP status = ok, IP_CIP=') + at(line) })
    expect(facts).toEqual(expect.arrayContaining(['stop-operation-failed', 'ip-address-stop-failed']))
    expect(facts).not.toContain('ocf-timeouts')
  })

  test('a stop that went well did not fail', async () => {
    const facts = await factsIn({ 'n1/var/log/messages': at('crmd[1]:  notice: Result of stop operation for vip on n1: 0 (ok)') })
    expect(facts).not.toContain('stop-operation-failed')
  })
})

test('the executor and the controller may call the node by two names and still tell of one time-out', async () => {
  const log = [
    'Jul 11 22:31:17 host9 lrmd[3396]: warning: db_monitor_16000 process (PID 45046) timed out',
    'Jul 11 22:31:17 host9 lrmd[3396]: warning: db_monitor_16000:45046 - timed out after 10000ms',
    'Jul 11 22:31:17 host9 crmd[3400]:   error: Result of monitor operation for db on member-a: Timed Out',
  ]
  expect(await factsIn({ messages: `${log.join('\n')}\n` })).not.toContain('ocf-timeouts')
  const again = log.map(line => line.replace('22:31:17', '22:33:17'))
  expect(await factsIn({ messages: `${[...log, ...again].join('\n')}\n` })).toContain('ocf-timeouts')
})

describe('what an operation did at a terminal or in an old log is known', () => {
  const old = (text: string) => `Mar 28 06:15:03 node02 lrmd: [2236]: info: RA output: (db:0:monitor:stderr) ${text}\n`
  const now = (text: string) => `Mar 28 06:15:03 node02 pacemaker-execd[2236]:  notice: db_monitor_10000[77] error output [ ${text} ]\n`
  const debug = (text: string) => `[root@node02 ~]# pcs resource debug-stop db\n${text}\n`
  test.each([
    ['a stop by hand that failed', debug("Operation stop for db (ocf:heartbeat:pgsql) returned: 'error' (1)"), 'stop-operation-failed'],
    [
      'the same of a newer pcs',
      debug('Operation force-stop for db (ocf:heartbeat:pgsql) returned 1 (error: busy)'),
      'stop-operation-failed',
    ],
    ['the reason below it', debug('ocf-exit-reason:The directory is busy'), 'resource-agent-logged-error'],
    [
      'an agent whose script is broken',
      old('/usr/lib/ocf/resource.d/x/db: line 7: ocf_foo: command not found'),
      'resource-agent-logged-error',
    ],
    ['the same under pacemaker', now('/usr/lib/ocf/resource.d/x/db: line 7: ocf_foo: command not found'), 'resource-agent-logged-error'],
    [
      'an error of the program that an agent asks',
      old('[2026-03-28 06:15:03] ERROR ping (a.c:7) no answer'),
      'resource-agent-logged-error',
    ],
  ])('%s', async (_, text, fact) => {
    expect(await factsIn({ 'paste.txt': text })).toContain(fact)
  })
  test.each([
    ['a stop by hand that went well', debug("Operation stop for db (ocf:heartbeat:pgsql) returned: 'ok' (0)"), 'stop-operation-failed'],
    ['what an agent only mentions', now('Stopping, 0 ERRORS so far'), 'resource-agent-logged-error'],
    [
      'a stop whose result pacemaker 3 writes in capitals',
      'Mar 28 06:15:03 node02 pacemaker-controld[2236]:  notice: Result of stop operation for db on node02: OK\n',
      'stop-operation-failed',
    ],
  ])('but not %s', async (_, text, fact) => {
    expect(await factsIn({ 'paste.txt': text })).not.toContain(fact)
  })
})
