import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'
import { read, values } from './readers-kit.ts'

const typed: readonly (readonly [command: string, output: string])[] = [
  ['cat /etc/redhat-release', 'Red Hat Enterprise Linux release 8.6 (Ootpa)'],
  ['rpm -q pacemaker corosync', 'pacemaker-2.1.2-4.el8_6.3.x86_64\ncorosync-3.1.5-2.el8.x86_64'],
  ['corosync-cmapctl -g runtime.config.totem.token', 'runtime.config.totem.token (u32) = 4200'],
  ['pcs property', 'Cluster Properties:\n cluster-infrastructure: corosync\n maintenance-mode: true\n stonith-enabled: false'],
  ['df -h /var', 'Filesystem          Size  Used Avail Use% Mounted on\n/dev/mapper/r-var    10G   10G   20K 100% /var'],
  ['auditctl -s', 'enabled 1\nfailure 1\npid 1030\nrate_limit 0\nbacklog_limit 8192\nlost 44\nbacklog 0'],
  ['mdatp health', 'healthy                       : true\nreal_time_protection_enabled  : true\ntamper_protection             : "block"'],
]
const session = (head: (command: string) => string) => typed.map(([command, output]) => `${head(command)}\n${output}\n`).join('')
const prompted = session(command => `[root@ha-a ~]# ${command}`)

describe('several outputs in one file are read each for itself', () => {
  test.each([
    { name: 'below the prompt of root', text: prompted },
    { name: 'below a prompt with a path', text: session(command => `ha-a:~ # ${command}`) },
    { name: 'below a bare dollar and sudo', text: session(command => `$ sudo ${command}`) },
    { name: 'below a plus, as a shell shows what it runs', text: session(command => `+ ${command}`) },
    { name: 'below headings that somebody drew', text: session(command => `=== ${command} ===`) },
    { name: 'moved in', text: prompted.replace(/^/gm, '    ') },
    { name: 'quoted in a mail', text: prompted.replace(/^/gm, '> ') },
    { name: 'with the line ends of Windows', text: prompted.replaceAll('\n', '\r\n') },
  ])('$name', async ({ text }) => {
    const { known } = await readFiles({ 'session.txt': text })
    expect({
      release: known('rhel-release'),
      corosync: known('corosync-version'),
      token: known('totem-token-ms'),
      fencing: known('fencing-enabled'),
      maintenance: known('maintenance-mode'),
      lost: known('audit-lost-events'),
      full: known('full-filesystems'),
      scans: known('real-time-protection-on'),
    }).toEqual({
      release: ['8.6'],
      corosync: ['3.1.5'],
      token: [4200],
      fencing: [false],
      maintenance: [true],
      lost: [44],
      full: [['/var']],
      scans: [true],
    })
  })

  test('and each fact has the line it stands in', async () => {
    const { observations } = await readFiles({ 'session.txt': prompted })
    const at = (fact: string) => observations.find(found => found.fact === fact)?.origin
    expect(at('audit-lost-events')).toMatchObject({ file: 'session.txt', line: prompted.split('\n').indexOf('lost 44') + 1 })
  })

  test('and a filtered list does not show that a rule is missing', async () => {
    const rules = '-a always,exit -F arch=b64 -S mount -F key=mounts'
    const { known } = await readFiles({ 'session.txt': `[root@ha-a ~]# auditctl -l | grep mount\n${rules}\n[root@ha-a ~]# exit\n` })
    expect(known('audit-records-every-start')).toEqual([])
    const all = await readFiles({ 'session.txt': `[root@ha-a ~]# auditctl -l\n${rules}\n[root@ha-a ~]# exit\n` })
    expect(all.known('audit-records-every-start')).toEqual([false])
  })

  test.each([
    { value: 'true', is: [true] },
    { value: 'false [managed]', is: [false] },
    { value: 'unavailable', is: [] },
  ])('and a field of the health of Defender is $value', async ({ value, is }) => {
    const text = `[root@ha-a ~]# mdatp health --field real_time_protection_enabled\n${value}\n[root@ha-a ~]# exit\n`
    expect((await readFiles({ 'session.txt': text })).known('real-time-protection-on')).toEqual(is)
  })

  test('and what it says outright is believed, also when it is filtered', async () => {
    const { known } = await readFiles({
      'session.txt':
        'We saw:\n[root@ha-a ~]# df -h | grep -v tmpfs\nFilesystem  Size  Used Avail Use% Mounted on\n/dev/sda1    10G    1G    9G  10% /\n[root@ha-a ~]# pcs property | head -3\nCluster Properties:\n dc-version: 2.0.3-5.el8\n stonith-enabled: false\n',
    })
    expect([known('fencing-enabled'), known('pacemaker-version')]).toEqual([[false], ['2.0.3']])
  })

  test('and what is a script is none', async () => {
    const { known } = await readFiles({
      'check.sh': '#!/bin/sh\n# cat /etc/redhat-release\nRed Hat Enterprise Linux release 8.6 (Ootpa)\n',
    })
    expect(known('rhel-release')).toEqual([])
  })

  test('and of two hosts each is told of its own', async () => {
    const of = (host: string, lost: number) => `${host} | CHANGED | rc=0 >>\nenabled 1\nbacklog_limit 8192\nlost ${lost}\nbacklog 0\n`
    const { observations } = await readFiles({ 'all.txt': `PLAY done on two hosts\n${of('ha-a', 0)}${of('ha-b', 7)}` })
    const lost = observations.filter(({ fact, state }) => fact === 'audit-lost-events' && state === 'known')
    expect(lost.map(found => [found.origin.node, 'value' in found ? found.value : undefined])).toEqual([
      ['ha-a', 0],
      ['ha-b', 7],
    ])
  })
})

const properties =
  ' cluster-infrastructure: corosync\n cluster-name: shop\n dc-version: 1.1.23-1.el7_9.1-9acf116022\n have-watchdog: false\n'

describe('the configuration is known from', () => {
  test.each([
    {
      name: 'pcs property alone',
      text: `Cluster Properties:\n${properties} maintenance-mode: true\n stonith-enabled: false\n`,
      told: {
        'cluster.name': 'shop',
        'version.pacemaker': '1.1.23',
        'cluster.maintenance-mode': true,
        'cluster.fencing-enabled': false,
      },
    },
    {
      name: 'pcs property with the defaults, below a warning',
      text: 'Deprecation Warning: This command is deprecated.\nCluster Properties: cib-bootstrap-options\n  batch-limit=0 (default)\n  maintenance-mode=false (default)\n  stonith-enabled=true (default)\n',
      told: { 'cluster.maintenance-mode': false, 'cluster.fencing-enabled': true },
    },
    {
      name: 'a whole pcs config in which nothing is set: the defaults hold',
      text: `Cluster Name: shop\nCorosync Nodes:\n n1 n2\nPacemaker Nodes:\n n1 n2\n\nResources:\n\nStonith Devices:\n\nCluster Properties:\n${properties}\nQuorum:\n  Options:\n`,
      told: {
        'cluster.name': 'shop',
        'cluster.node-count': 2,
        'version.pacemaker': '1.1.23',
        'cluster.maintenance-mode': false,
        'cluster.fencing-enabled': true,
      },
    },
    {
      name: 'one that may be cut off, without guessing',
      text: `Cluster Name: shop\nCorosync Nodes:\n n1 n2\n\nResources:\n\nCluster Properties:\n${properties}`,
      told: { 'cluster.name': 'shop', 'cluster.node-count': 2, 'version.pacemaker': '1.1.23' },
    },
    {
      name: 'one that is moved in, with more settings of an operation before its time',
      text: '    Cluster Name: shop\n    Corosync Nodes:\n     n1 n2\n\n    Resources:\n     Resource: vip (class=ocf provider=heartbeat type=IPaddr2)\n      Operations: stop interval=0s on-fail=fence timeout=30s (vip-stop)\n',
      told: {
        'cluster.name': 'shop',
        'cluster.node-count': 2,
        resources: ['vip'],
        'resource-agents': ['ocf:heartbeat:IPaddr2'],
        'operations.shortest-stop-timeout-seconds': 30,
      },
    },
  ])('$name', ({ text, told }) => {
    const found = read('n1/x', text)
    expect(found.by).toBe('pcs-config')
    expect(found.told).toEqual(told)
  })

  test('on a remote node no heading is taken for a node', () => {
    const { all } = read('x', 'Cluster Name: shop\nCorosync Nodes:\nPacemaker Nodes:\n n1 n2\n\nResources:\n\nCluster Properties:\n')
    expect(values(all, 'listed.node')).toEqual([])
  })
})

const operation = (timeout: string) => `<operations><op id="o" name="stop" interval="0" timeout="${timeout}"/></operations>`
const primitive = (id: string, inside: string) =>
  `<primitive id="${id}" class="ocf" provider="heartbeat" type="Dummy">${inside}</primitive>`
const cibOf = (resources: string) =>
  `<cib crm_feature_set="3.19.0" validate-with="pacemaker-3.9" epoch="7">\n<configuration>\n<crm_config/>\n<nodes/>\n<resources>\n${resources}\n</resources>\n</configuration>\n<status/>\n</cib>`

describe('a CIB is read', () => {
  test.each([
    { name: 'below the command that printed it', text: `[root@n1 ~]# pcs cluster cib\n${cibOf(primitive('a', operation('30s')))}\n` },
    { name: 'between a complaint and a prompt', text: `Warning: x\n${cibOf(primitive('a', operation('30s')))}\n[root@n1 ~]# exit\n` },
    { name: 'when it is only its resources', text: `<resources>\n${primitive('a', operation('30s'))}\n</resources>\n` },
    { name: 'where no time at all is no limit', text: cibOf(primitive('a', operation('30s')) + primitive('b', operation('0'))) },
  ])('$name', ({ text }) => {
    const { by, told } = read('x', text)
    expect(by).toBe('cib')
    expect(told['operations.shortest-stop-timeout-seconds']).toBe(30)
    expect(told['resource-agents']).toEqual(['ocf:heartbeat:Dummy'])
  })

  test('and what holds only at times or for some operations is no default', () => {
    const rule = '<rule id="r" score="INFINITY"><date_expression id="d" operation="in_range" end="2026-01-01"/></rule>'
    const ruled = `<cluster_property_set id="p">${rule}<nvpair id="m" name="maintenance-mode" value="true"/></cluster_property_set>`
    const sets = `<meta_attributes id="a">${rule}<nvpair id="b" name="timeout" value="3s"/></meta_attributes><meta_attributes id="c"><nvpair id="e" name="timeout" value="90s"/></meta_attributes>`
    const text = cibOf(primitive('a', ''))
      .replace('<crm_config/>', `<crm_config>${ruled}</crm_config>`)
      .replace('</configuration>', `<op_defaults>${sets}</op_defaults></configuration>`)
    const { told } = read('x', text)
    expect([told['cluster.maintenance-mode'], told['operations.shortest-stop-timeout-seconds']]).toEqual([false, 90])
  })

  test('and of a part alone no default is guessed, which stands in another part', () => {
    const { told } = read('x', `<resources>\n${primitive('a', '')}\n</resources>\n`)
    expect(told['operations.shortest-stop-timeout-seconds']).toBeUndefined()
  })

  test('and the status as XML is none, although it has resources that are clones', () => {
    const text =
      '<crm_mon version="1.1.23">\n<summary><stack type="corosync"/></summary>\n<resources>\n<clone id="c"><resource id="a" resource_agent="ocf::heartbeat:Dummy"/></clone>\n</resources>\n</crm_mon>'
    expect(read('x', text).by).toBe('cluster-status-xml')
  })

  test('of whose state one operation was told, is not called unreadable', async () => {
    const failed =
      '<status>\n<node_state id="1" uname="n1">\n<lrm_resource id="vip">\n<lrm_rsc_op id="vip_last_failure_0" operation_key="vip_stop_0" operation="stop" on_node="n1" call-id="7" rc-code="1" op-status="2" interval="0" last-rc-change="1774674903" exec-time="20004"/>\n</lrm_resource>\n</node_state>\n</status>\n'
    const { events, ledgerText } = await readFiles({ 'status.xml': failed })
    expect(events.map(({ kind }) => kind)).toEqual(['failed-action-in-status'])
    expect(ledgerText.filter(text => text.startsWith('status.xml'))).toEqual([])
  })
})

describe('a status', () => {
  test('of pacemaker 1.1.12 has the version in a line of its own', () => {
    const { told } = read(
      'x',
      'Cluster name: shop\nStack: corosync\nCurrent DC: n1 (1) - partition with quorum\nVersion: 1.1.12-a14efad\n3 Nodes configured\n9 Resources configured\n',
    )
    expect(told).toEqual({ 'cluster.name': 'shop', 'version.pacemaker': '1.1.12', 'cluster.node-count': 3 })
  })

  test('that only counts has agents, and no names', () => {
    const { told } = read(
      'x',
      'Cluster Summary:\n  * Stack: corosync\n\nActive Resources:\n  * 1/1\t(stonith:fence_xvm):\tActive n1\n  * 2\t(ocf:pacemaker:Dummy):\tActive n2\n',
    )
    expect(told).toEqual({ 'resource-agents': ['ocf:pacemaker:Dummy', 'stonith:fence_xvm'] })
  })

  const entry =
    "  * vip_stop_0 on n2 'OCF_TIMEOUT' (198): call=22,\nstatus='Timed Out', exitreason='Resource agent did not complete\nwithin 20s', last-rc-change='2026-03-28 06:15:03 +01:00',\nqueued=0ms, exec=20004ms\n"
  test('whose entries a mail broke several times tells of each', async () => {
    const { events } = await readFiles({
      'status.txt': `Cluster Summary:\n  * Stack: corosync\n\nFailed Resource Actions:\n${entry}${entry.replaceAll('vip', 'web').replace('n2', 'n1')}\nDaemon Status:\n  corosync: active/enabled\n`,
    })
    const failed = events.filter(({ kind }) => kind === 'failed-action-in-status')
    expect(failed.map(({ line, node, values: { resource, exec_ms } }) => [line, node, resource, exec_ms])).toEqual([
      [5, 'n2', 'vip', '20004'],
      [9, 'n1', 'web', '20004'],
    ])
  })
})

describe('what failed has the time that the status tells, whatever failed', () => {
  const at = '2026-03-28T06:15:03'
  const zoned = `${at}+01:00`
  test.each([
    {
      name: 'a stop with an error, in numbers',
      line: "  * vip_stop_0 on n1 'error' (1): call=42, status='complete', exitreason='gone', last-rc-change='2026-03-28 06:15:03 +01:00', queued=0ms, exec=31ms",
      is: ['stop-failed', zoned],
    },
    {
      name: 'a stop with an error, in two lines of RHEL 7',
      line: "* vip_stop_0 on n1 'unknown error' (1): call=42, status=complete, exitreason='',\n    last-rc-change='Sat Mar 28 06:15:03 2026', queued=0ms, exec=31ms",
      is: ['stop-failed', at],
    },
    {
      name: 'a stop with an error, in words',
      line: "  * vip stop on n1 returned 'error' (died at once) at Sat Mar 28 06:15:03 2026 after 31ms",
      is: ['stop-failed', at],
    },
    {
      name: 'a start that was not possible',
      line: '  * vip start on n1 could not be executed (Error: no agent) at Sat Mar 28 06:15:03 2026 after 31ms',
      is: ['start-failed', at],
    },
    {
      name: 'a start with an error, as XML',
      line: '<failure op_key="vip_start_0" node="n1" exitstatus="error" exitreason="" exitcode="1" call="42" status="complete" last-rc-change="2026-03-28 06:15:03 +01:00" queued="0" exec="31" interval="0" task="start"/>',
      is: ['start-failed', zoned],
    },
    {
      name: 'a monitor that found the resource stopped',
      line: "  * web 10s-interval monitor on n1 returned 'not running' at Sat Mar 28 06:15:03 2026 after 31ms",
      is: ['failed-operation-recorded', at],
    },
    {
      name: 'a fencing, in the numbers of RHEL 8.2',
      line: "  * reboot of n2 successful: delegate=n1, client=pacemaker-controld.2236, origin=n1, completed='2026-03-28 06:15:03 +01:00'",
      is: ['fenced-by-cluster', zoned],
    },
    {
      name: 'a fencing by hand, in two lines of RHEL 7',
      line: "* reboot of n2 successful: delegate=n1, client=stonith_admin.4711, origin=n1,\n    completed='Sat Mar 28 06:15:03 2026'",
      is: ['fenced-by-hand-in-status', at],
    },
    {
      name: 'a fencing, as XML',
      line: '<fence_event target="n2" action="reboot" delegate="n1" client="crmd.2236" origin="n1" status="success" completed="Sat Mar 28 06:15:03 2026"/>',
      is: ['fenced-by-cluster', at],
    },
  ])('$name', async ({ line, is }) => {
    const text = line.startsWith('<') ? line : `Stack: corosync\nCurrent DC: n1 (version 2.0.4-6.el8) - partition with quorum\n\n${line}\n`
    const { events } = await readFiles({ 'status.txt': text })
    expect(events.map(({ kind, time }) => [kind, time])).toEqual([is])
  })
})

describe('corosync', () => {
  const conf = (more: string) => `totem {\n  version: 2\n  cluster_name: shop\n${more}}\n`
  test.each([
    { name: 'of RHEL 7 uses multicast and 1 s', release: '7.9', more: '', transport: ['udp'], token: [1000] },
    { name: 'of RHEL 8.2 uses knet and 1 s', release: '8.2', more: '', transport: ['knet'], token: [1000] },
    { name: 'of RHEL 8.6 uses knet and 3 s', release: '8.6', more: '', transport: ['knet'], token: [3000] },
    { name: 'uses what is set', release: '7.9', more: '  transport: udpu\n  token: 5000\n', transport: ['udpu'], token: [5000] },
  ])('without any setting $name', async ({ release, more, transport, token }) => {
    const { known } = await readFiles({
      'n1/etc/corosync/corosync.conf': conf(more),
      'n1/etc/redhat-release': `Red Hat Enterprise Linux release ${release} (X)\n`,
    })
    expect([known('totem-transport'), known('totem-token-ms')]).toEqual([transport, token])
  })

  test.each([
    { name: 'of two nodes', more: '', token: 10_000, nodes: ['n1', 'n2'] },
    {
      name: 'of three nodes, which wait longer',
      more: '  n3:\n    Link 0 address: n3\n    nodeid: 3\n',
      token: 10_650,
      nodes: ['n1', 'n2', 'n3'],
    },
  ])('is set up as pcs cluster config tells, $name', ({ more, token, nodes }) => {
    const { by, told, all } = read(
      'x',
      `Cluster Name: shop\nCluster UUID: ad4a\nTransport: knet\nNodes:\n  n1:\n    Link 0 address: n1\n    nodeid: 1\n  n2:\n    Link 0 address: n2\n    nodeid: 2\n${more}Links:\n  Link 0:\n    linknumber: 0\nTotem Options:\n  join: 50\n  token: 10000\n`,
    )
    expect(by).toBe('pcs-cluster-config')
    expect(told).toEqual({ 'cluster.name': 'shop', 'totem.transport': 'knet', 'totem.token-ms': token })
    expect(values(all, 'listed.node')).toEqual(nodes)
  })

  const status = (second: string) =>
    `Printing link status.\nLocal node ID 1\nLINK ID 0\n\taddr\t= 192.0.2.1\n\tstatus:\n\t\tnodeid  1:\tlink enabled:0\tlink connected:1\n\t\tnodeid  2:\tlink enabled:1\tlink connected:1\nLINK ID 1\n\taddr\t= 198.51.100.1\n\tstatus:\n\t\tnodeid  1:\tlink enabled:0\tlink connected:1\n\t\tnodeid  2:\tlink enabled:1\tlink connected:${second}\n`
  const stats = (enabled: string, first: string, second: string) =>
    `stats.knet.node2.link0.connected (u8) = ${first}\nstats.knet.node2.link0.enabled (u8) = 1\nstats.knet.node2.link1.connected (u8) = ${second}\nstats.knet.node2.link1.enabled (u8) = ${enabled}\n`
  test.each([
    { name: 'in the status of 3.0', text: status('0'), told: [true] },
    { name: 'in the status of 3.0 when all hold', text: status('1'), told: [] },
    { name: 'in its statistics', text: stats('1', '1', '0'), told: [true] },
    { name: 'in its statistics when the node may be off', text: stats('1', '0', '0'), told: [] },
    { name: 'in its statistics when the link is not in use', text: stats('0', '1', '0'), told: [] },
  ])('tells of a link that is down beside another one $name', ({ text, told }) => {
    expect(values(read('x', text).all, 'links.down-beside-others')).toEqual(told)
  })
})

describe('a loose output needs no name of a collector', () => {
  test.each([
    {
      name: 'two packages',
      text: 'pacemaker-2.1.2-4.el8_6.3.x86_64\ncorosync-3.1.5-2.el8.x86_64\n',
      fact: 'corosync-version',
      is: '3.1.5',
    },
    { name: 'pacemakerd --version', text: 'Pacemaker 2.1.2-4.el8_6.3\nWritten by X\n', fact: 'pacemaker-version', is: '2.1.2' },
    { name: 'corosync -v', text: "Corosync Cluster Engine, version '3.1.5'\nCopyright (c)\n", fact: 'corosync-version', is: '3.1.5' },
    { name: 'uname -r', text: '4.18.0-372.9.1.el8.x86_64\n', fact: 'rhel-major', is: 8 },
    {
      name: 'hostnamectl',
      text: ' Static hostname: n1.example.com\nOperating System: Red Hat Enterprise Linux 9.2 (Plow)\n          Kernel: Linux 5.14.0-284.el9.x86_64\n',
      fact: 'rhel-release',
      is: '9.2',
    },
    { name: 'os-release', text: 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="8.6"\n', fact: 'rhel-release', is: '8.6' },
    {
      name: 'a table of sar without its head',
      text: '00:00:01        CPU     %user     %nice   %system   %iowait    %steal     %idle\n00:10:01        all      1.00      0.00      2.00     45.01      0.00     51.99\n',
      fact: 'cpu-iowait-max-percent',
      is: 45.01,
    },
    {
      name: 'df in German',
      text: 'Dateisystem           Größe Benutzt Verf. Verw% Eingehängt auf\n/dev/mapper/r-root      50G     50G   20K  100% /\n',
      fact: 'full-filesystems',
      is: ['/'],
    },
    {
      name: 'strace with relative times',
      text: '     0.000000 execve("/usr/bin/ls", ["ls"], 0x7) = 0 <0.000210>\n     2.000210 openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY) = 3 <2.200123>\n',
      fact: 'strace-slow-calls',
      is: ['2.2 s: openat /etc/ld.so.cache'],
    },
    {
      name: 'strace with both kinds of time',
      text: '10:00:30.123456 (+     0.000000) execve("/usr/bin/ls", ["ls"], 0x7) = 0 <0.000210>\n10:00:32.123456 (+     2.000000) openat(AT_FDCWD, "/etc/hosts", O_RDONLY) = 3 <2.200123>\n',
      fact: 'strace-slow-calls',
      is: ['2.2 s: openat /etc/hosts'],
    },
    {
      name: 'who is scanned most, with the counts in quotes',
      text: 'Process id: 17\nName: "pcsd"\nPath: "/usr/sbin/pcsd"\nTotal files scanned: "9214"\nScan time (ns): "17"\nStatus: "Active"\n',
      fact: 'most-scanned-programs',
      is: ['pcsd'],
    },
  ])('$name', async ({ text, fact, is }) => {
    const { known } = await readFiles({ 'output.txt': text })
    expect(known(fact)).toEqual([is])
  })

  test('the release of a kernel is no name of a host', () => {
    expect(values(read('n1/sos_commands/uname_-r', '4.18.0-372.9.1.el8.x86_64\n').all, 'listed.hostname')).toEqual([])
  })
})

describe('a list of processes that was not whole', () => {
  const head = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND'
  const row = (pid: number, command: string) =>
    `root     ${String(pid).padStart(5)}  0.0  0.1 193700  6752 ?        Ss   Jan12   1:02 ${command}`
  const programs = [
    '/usr/lib/systemd/systemd --switched-root',
    '/usr/lib/polkit-1/polkitd --no-debug',
    '/usr/sbin/NetworkManager --no-daemon',
    '/usr/lib/systemd/systemd-journald',
    '/opt/microsoft/mdatp/sbin/wdavdaemon',
  ]
  const rows = programs.map((program, i) => row(i + 1, program))

  test.each([
    { name: 'broken at the edge of a screen', text: [head, ...rows].flatMap(line => [line.slice(0, 80), line.slice(80)]).filter(Boolean) },
    { name: 'broken by a mail before the command', text: [head, ...rows].flatMap(line => [line.slice(0, 65).trimEnd(), line.slice(65)]) },
  ])('because it was $name shows the agent all the same', async ({ text }) => {
    const { known } = await readFiles({ 'ps.txt': `${text.join('\n')}\n` })
    expect(known('vendors')).toEqual([['microsoft-defender']])
  })

  test('because a screen cut it off does not show that there is no agent', async () => {
    const { known } = await readFiles({ 'ps.txt': `${[head, ...rows].map(line => line.slice(0, 80)).join('\n')}\n` })
    expect(known('vendors')).toEqual([])
  })
})
