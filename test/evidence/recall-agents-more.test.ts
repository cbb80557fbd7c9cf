import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The agents that a few files show. */
async function agentsIn(files: Record<string, string>): Promise<unknown[]> {
  const { known } = await readFiles(files)
  return [...new Set(known('vendors').flat())].sort()
}

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const top = (...lines: readonly string[]) =>
  rows('    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND', ...lines)

describe('lists of processes of any tool show the agent', () => {
  test.each([
    ['top that cut the name', top('   1073 root      20   0 1139916 135968  57960 S   0.3   1.7   0:48.70 wdavdae+'), 'microsoft-defender'],
    [
      'lsof, which cuts the name',
      rows('# lsof -i', 'COMMAND    PID USER  FD TYPE', 'falcon-se 4711 root 20u IPv4 1 0t0 TCP a:1->b:443'),
      'crowdstrike-falcon',
    ],
    [
      'a table with the command in the middle',
      rows('  PID  PPID CMD                         %MEM %CPU', ' 2761  1451 /opt/ds_agent/ds_am-ext  3.2  0.1'),
      'trend-micro',
    ],
    ['a table in a frame', rows('│ PID  │ User │ Process │ RSS │', '│ 4298 │ root │ bdsecd  │ 900 │'), 'bitdefender'],
    [
      'pid, name and command',
      rows("$ ansible all -a 'ps -eo pid,comm,args'", '   2011 ir_agent        /opt/rapid7/ir_agent/ir_agent'),
      'rapid7',
    ],
    ['user, pid and command', rows('root       2011 /opt/eset/efs/sbin/startd'), 'eset'],
    [
      'a whole date before the command',
      rows('root  1406  1 Mon Jan  8 05:58:10 2024 /opt/sophos-spl/base/bin/sophos_watchdog'),
      'sophos-spl',
    ],
    ['the status of a task', rows('Name:\tclamonacc', 'Umask:\t0022', 'State:\tS (sleeping)'), 'clamav'],
    ['crash that looks at a task', rows('crash> bt 1893', 'PID: 1893  TASK: ffff8e01  CPU: 1  COMMAND: "ds_am"'), 'trend-micro'],
    ['crash that sums up memory', rows('crash> ps -G | awk x', '     falcon-sensor-b     175436 KiB'), 'crowdstrike-falcon'],
    ['audit records that were counted', rows('     12 exe="/opt/microsoft/mdatp/sbin/osqueryi"'), 'microsoft-defender'],
    [
      'an audit record',
      rows('type=SYSCALL msg=audit(1.2:3): arch=c000003e comm="x" exe="/opt/Tanium/TaniumClient/TaniumCX" key="k"'),
      'tanium',
    ],
    ['the main process of a service', rows(' Main PID: 1544 (xagt)'), 'trellix-hx'],
    [
      'one program that ps was asked for by name, without a number',
      rows('$ ps -o args= -C falcon-sensor', '$ ps -C falcon-sensor-bpf -o comm=', 'falcon-sensor-bpf'),
      'crowdstrike-falcon',
    ],
    ['the modules in a report of a crash on Ubuntu', rows('NonfreeKernelModules: talpa_core talpa_linux nvidia'), 'sophos-sav'],
    ['definitions that are fetched', rows('clamupd+ 1501 1 0 10:01 ? 00:00:01 /usr/bin/freshclam -d --foreground=true'), 'clamav'],
    [
      'a denial in the log of audit',
      rows('type=AVC msg=audit(1.2:3): avc:  denied  { read } for  pid=9 comm="wdavdaemon" name="x"'),
      'microsoft-defender',
    ],
    ['rules of audit that it has loaded', rows('-a always,exit -F arch=b64 -S connect -F key=mdatp'), 'microsoft-defender'],
    [
      'columns that were asked for, without a header, as a forest',
      rows('### ps -eo pid,ppid,user,stat,args --forest', '1811   981 root     Sl    \\_ /opt/sophos-spl/plugins/av/sbin/soapd'),
      'sophos-spl',
    ],
    [
      'pstree -a -p with a supervisor in between',
      rows('|-containerd-shim,880 -namespace x', '|   |-docker-init,901 -- /start.sh', '|   |   |-clamd,944 -c /etc/clamd.conf'),
      'clamav',
    ],
    [
      'a log line of a program whose name the kernel cut',
      rows('Mar 28 06:15:03 node01 falcon-sensor-b[1189]: ConnectToCloud starts'),
      'crowdstrike-falcon',
    ],
    [
      'a unit that was started in a container',
      rows('Mar 28 06:15:03 node01 systemd-nspawn[77]: [  OK  ] Started Trellix Endpoint Security Platform for Linux.'),
      'trellix-ensl',
    ],
    [
      'the link to a program',
      rows('lrwxrwxrwx 1 root root 0 Mar 1 06:11 /proc/1703/exe -> /opt/CrowdStrike/falcon-sensor-bpf17'),
      'crowdstrike-falcon',
    ],
    ['pidof', rows('# pidof ds_am', '1703 1811'), 'trend-micro'],
    [
      'netstat between sentences',
      rows('         tcp   0   0 10.2.2.11:58918   198.51.100.7:443   ESTABLISHED 18439/cylancesvc    '),
      'unknown-agent',
    ],
    ['netstat, whose column is too narrow', rows('tcp  0  0 a:58918  b:443  ESTABLISHED 918439/sentinelone-'), 'sentinelone'],
    ['netstat of a socket with a path', rows('unix  3  [ ]  STREAM  CONNECTED  41207  944/clamd   /run/clamd.scan/clamd.sock'), 'clamav'],
    ['a scan on demand', top('  28072 root      39  19 1620984   1.4g   9036 R  26.8   8.9   0:26.37 clamscan'), 'clamav'],
    ['statistics of real-time protection', rows('{', '  "id": 3,', '  "maxFileScanTime": "17",'), 'microsoft-defender'],
    ['fapolicyd in the foreground', rows('# fapolicyd --debug-deny', 'Loading rule file:', '%languages=text/x-awk'), 'fapolicyd'],
    ['an agent without a file of its own', rows('   1104 /opt/drweb.com/bin/drweb-se'), 'unknown-agent'],
  ] as const)('%s', async (_, text, agent) => {
    expect(await agentsIn({ 'node1/paste.txt': text })).toEqual([agent])
  })

  test.each([
    ['a name that several share', top('   1073 root      20   0 1139916 135968  57960 S   0.3   1.7   0:48.70 elastic+')],
    ['a name cut too short', top('   1073 root      20   0 1139916 135968  57960 S   0.3   1.7   0:48.70 wdav+')],
    ['a process that has ended', rows('  PID TTY TIME CMD', ' 1651 ? 00:00:00 falcon-sensor <defunct>')],
    [
      'files',
      rows('131 4 -rwxr-xr-x 1 root root 4096 Jan 8 06:11 /opt/ds_agent/ds_am', '-rw-r--r-- 1 root root 99 Jan 8 06:11 /opt/eset/efs'),
    ],
    ['a rule that names the program', rows('-a always,exit -F exe=/opt/microsoft/mdatp/sbin/wdavdaemon -S connect')],
    ['pidof of what does not run', rows('# pidof ds_am', '# echo 4711', '4711')],
    ['names with sizes', rows('  falcon-sensor     175436 KiB')],
    ['a search in a tree with arguments', rows('  |-bash,811', '  |   `-grep,4711 -r clamd /etc')],
    [
      'a search among columns that were asked for',
      rows('# ps -eo pid,ppid,user,stat,args --forest', '4711  11 root  S  \\_ grep -i soapd'),
    ],
    ['what stands below the next prompt', rows('  Pid User Process', '# cat ports', '  4711 x ds_agent')],
  ] as const)('but not %s', async (_, text) => {
    expect(await agentsIn({ 'node1/paste.txt': text })).toEqual([])
  })
})

describe('units, packages and modules in other forms', () => {
  test.each([
    ['a job of upstart', rows('mdatp start/running, process 4517'), 'microsoft-defender'],
    ['service --status-all', rows(' [ + ]  clamav-daemon', ' [ - ]  ds_agent'), 'clamav'],
    ['rc-status', rows(' wazuh-agent                       [  started  ]'), 'wazuh'],
    ['several units at once', rows('# systemctl is-active mdatp falcon-sensor', 'inactive', 'active'), 'crowdstrike-falcon'],
    ['a loop over units', rows('# for u in mdatp kesl; do systemctl is-active $u; done', 'unknown', 'active'), 'kaspersky'],
    ['systemd-cgtop without tasks', rows('system.slice/ds_agent.service      -      -    29.9M   -        -'), 'trend-micro'],
    ['rpm -qa without architectures', rows('# rpm -qa | grep -i tanium', 'TaniumClient-7.4.9.1077-1.rhe7'), 'tanium'],
    ['what rpm has just installed', rows('   1:NessusAgent-10.4.1-es8        ################################# [100%]'), 'tenable-nessus'],
    ['apt list --installed', rows('clamav-daemon/jammy-updates,now 1.0.8 amd64 [installed]'), 'clamav'],
    ['zypper search -i', rows('i+ | falcon-sensor | package | 7.14.0-16703 | x86_64 | (System Packages)'), 'crowdstrike-falcon'],
    ['lsmod with the release of the kernel', rows('symap_custom_3.10.0_1160_el7_x86_64    41434  24'), 'symantec-endpoint-protection'],
    [
      'the modules of an oops in brackets of a forum',
      rows('[COLOR=#000]Modules linked in: symev_custom_dkms(OE) xfs dlm[/COLOR]'),
      'symantec-endpoint-protection',
    ],
    ['what Ubuntu collects for a report', rows('NonfreeKernelModules: talpa_vfshook talpa_core  nvidia'), 'sophos-sav'],
    ['modules with several marks', rows('Modules linked in: nfs symap_rh_x86_64(P)(U) ext4'), 'symantec-endpoint-protection'],
    ['modules that go on in the next line', rows('Modules linked in: xfs dlm', ' tmhook(OE) bmhook(OE) ext4'), 'trend-micro'],
    [
      'a stack that a script wrote again',
      rows(' [<ffffffffc0998210>] cshook_file_open + 0x210/0x8c40 [falcon_lsm_serviceable]'),
      'crowdstrike-falcon',
    ],
  ] as const)('%s', async (_, text, agent) => {
    expect(await agentsIn({ 'node1/paste.txt': text })).toEqual([agent])
  })

  test('a list of packages without architectures', async () => {
    const list = rows('bash-4.2.46-34.el7', 'glibc-2.17-317.el7', 'TaniumClient-7.4.9.1077-1.rhe7', 'xz-5.2.2-1.el7')
    expect(await agentsIn({ 'node1/installed-rpms': list })).toEqual(['tanium'])
  })

  test.each([
    ['a sentence about modules', rows('A stack then shows Modules linked in: talpa_core xfs, for instance')],
    ['modules that are no scanner', rows('NonfreeKernelModules: nvidia_modeset nvidia zfs')],
    ['a package that is mentioned', rows('TaniumClient-7.4.9.1077-1.rhe7')],
    ['a file that can be installed', rows('# rpm -qpi x', 'TaniumClient-7.4.9.1077-1.rhe7.rpm')],
    ['what a repository offers', rows('clamav-daemon/jammy 1.0.8 amd64', 'v | falcon-sensor | package | 7.14.0-16703 | x86_64 | corp')],
    [
      'configuration that was left behind',
      rows('clamav-daemon/jammy,now 1.0.8 amd64 [residual-config]', 'rc  clamav-daemon 1.0.8 amd64 x'),
    ],
    ['a service that is off', rows(' [ - ]  ds_agent', ' kesl            [  stopped  ]')],
    ['an unknown unit', rows('# systemctl is-active mdatp kesl', 'inactive', 'unknown')],
  ] as const)('but not %s', async (_, text) => {
    expect(await agentsIn({ 'node1/paste.txt': text })).toEqual([])
  })
})

describe('a ticket in Markdown', () => {
  const listing = rows('```', 'root 1966 1 2 Feb 10 ? 1-01:02:11 /opt/microsoft/mdatp/sbin/wdavdaemon edr 17', '```')
  test('shows what runs, a manual does not', async () => {
    expect(await agentsIn({ 'node1/ticket.md': `# The node is slow\n\n${listing}` })).toEqual(['microsoft-defender'])
    expect(await agentsIn({ 'node1/notes.md': `# Case 01234567\n\n## Processes\n\n${listing}` })).toEqual(['microsoft-defender'])
    expect(await agentsIn({ 'node1/guide.md': `# Install\n\n## Check\n\n${listing}` })).toEqual([])
    expect(await agentsIn({ 'node1/README.md': listing })).toEqual([])
  })

  const parts = (...headings: readonly string[]) => `${headings.map(text => `${text}\n\nx\n`).join('\n')}\n${listing}`
  test.each([
    ['what a tracker asks for', parts('# The node is slow', '### Expected behavior', '### Actual behavior')],
    ['the head of an entry', parts('corp/cluster · issue #815 · open', '# The node is slow', '## Logs')],
    ['its short form', parts('corp/cluster#815', '# The node is slow', '## Logs')],
    ['posts in a forum', parts('# The node is slow', '### Post by rik on 2025-10-19', '### Post by ann on 2025-10-20')],
    ['what Ubuntu collects', parts('# The node is slow', '## Details', 'ProblemType: Bug')],
  ])('counts with %s', async (_, text) => {
    expect(await agentsIn({ 'node1/entry.md': text })).toEqual(['microsoft-defender'])
  })
  test.each([
    ['a plan of tests', parts('# Check the node', '## Steps', '## Expected results')],
    ['a manual that names an entry', parts('# Check the node', '## Known faults', 'corp/cluster#815 is open.')],
  ])('but not %s', async (_, text) => {
    expect(await agentsIn({ 'node1/entry.md': text })).toEqual([])
  })

  test('an article shows what runs elsewhere', async () => {
    const article = `Solution Verified - Updated\n\nEnvironment\n\nRHEL\n\nIssue\n\nslow\n\nResolution\n\n${listing}`
    expect(await agentsIn({ 'node1/kb.txt': article })).toEqual([])
  })
})

describe('a log shows the agent, too, by', () => {
  const at = 'Mar 28 06:15:03 node1 '
  test.each([
    ['what its module says', 'kernel: tmhook: tmhook 1.2.2050 loaded', 'trend-micro'],
    ['a patch of the running kernel', "kernel: livepatch: enabling patch 'bmhook'", 'trend-micro'],
    ['the program that fetches definitions', 'freshclam[848]: daily.cvd database is up-to-date', 'clamav'],
    ['a product without a file of its own', 'falco: 06:15:03.1: Notice A shell was spawned', 'unknown-agent'],
    [
      'what the kernel says of whoever asks for verdicts',
      'kernel: elastic-endpoin (1893): Using fanotify permission checks may lead to deadlock; tainting kernel',
      'elastic-defend',
    ],
    ['a job of an old system', 'init: cisco-amp pre-start: loading modules', 'cisco-secure-endpoint'],
    ['a task of it', 'kernel: CPU: 3 PID: 1893 Comm: s1-scanner Tainted: G', 'sentinelone'],
  ] as const)('%s', async (_, line, agent) => {
    expect(await agentsIn({ 'node1/var/log/messages': rows(at + line, `${at}systemd[1]: x`) })).toEqual([agent])
  })
})

describe('what an agent does', () => {
  const busy = async (text: string) => (await readFiles({ 'node1/paste.txt': text })).known('agent-used-much-cpu')
  test('it uses much processor time', async () => {
    expect(await busy(top('   2136 root      20   0 1702568 334388  14824 S  71.0   8.4   1:36.05 wazuh-modulesd'))).toEqual([true])
    expect(await busy(rows('root 1966 85.1 3.9 1923744 630124 ? Ssl Feb10 412:10 /opt/microsoft/mdatp/sbin/wdavdaemon'))).toEqual([true])
    expect(await busy(top('   2136 root      20   0 1702568 334388  14824 S   2.3   8.4   1:36.05 wazuh-modulesd'))).toEqual([])
    expect(await busy(rows('root 1966 95.1 3.9 1923744 630124 ? Ssl 10:01 0:02 /opt/microsoft/mdatp/sbin/wdavdaemon'))).toEqual([])
    expect(await busy(top('   2136 app       20   0 1702568 334388  14824 S  71.0   8.4   1:36.05 java'))).toEqual([])
  })

  test('fapolicyd that runs decides on every start; that it is installed says nothing', async () => {
    const holds = async (text: string) => (await readFiles({ 'node1/paste.txt': text })).known('fapolicyd-holds-files')
    expect(await holds(rows('● fapolicyd.service - x', '   Active: active (running) since Mon'))).toEqual([true])
    expect(await holds(rows('fapolicyd-1.3.2-1.el9.x86_64'))).toEqual([])
  })

  test('it holds files, as a terminal shows', async () => {
    const { known } = await readFiles({
      'node1/typed.txt': rows(
        '# cat /proc/1703/comm; cat /proc/1703/fdinfo/21',
        'wdavdaemon',
        'pos:\t0',
        'fanotify flags:37 event-flags:8000',
        'fanotify mnt_id:1f mflags:0 mask:10000 ignored_mask:0',
      ),
    })
    expect(known('fanotify-blocking-holder')).toEqual([['wdavdaemon']])
    expect(known('foreign-blocking-holder').concat(known('vendors'))).toContainEqual(['microsoft-defender'])
  })

  test.each([
    [['# time /bin/true', '', 'real\t0m1.874s'], [true]],
    [['# time /bin/true', '', 'real\t0m0.002s'], []],
    [['# time (for i in $(seq 100); do /bin/true; done)', 'real\t0m14.310s'], [true]],
    [['# time (for i in $(seq 1 100); do /bin/true; done)', 'real\t0m0.310s'], []],
    [['# time for i in {1..1000}; do /bin/true; done', 'real\t1m55.310s'], [true]],
    [['# time sleep 5', 'real\t0m5.001s'], []],
  ])('%s', async (lines, expected) => {
    const { known } = await readFiles({ 'node1/typed.txt': rows(...lines) })
    expect(known('program-start-slow')).toEqual(expected)
  })
})
