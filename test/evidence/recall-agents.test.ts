import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

/** The agents that a few files show. */
async function agentsIn(files: Record<string, string>): Promise<unknown[]> {
  const { known } = await readFiles(files)
  return [...new Set(known('vendors').flat())].sort()
}

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`

describe('what people paste shows the agent', () => {
  test.each([
    ['ps -ef with grep, no header', ['root   1189    1187  1 Jan22 ?        09:12:44 falcon-sensor'], 'crowdstrike-falcon'],
    [
      'ps aux, quoted and numbered',
      ['> 3  root      1633  0.1  0.2 12345  6789 ?  Ssl  Feb10   0:43 /opt/sophos-spl/plugins/av/sbin/soapd'],
      'sophos-spl',
    ],
    ['ps -ef of yesterday', ['root 1966 1 2 Feb 10 ? 1-01:02:11 /opt/microsoft/mdatp/sbin/wdavdaemon edr 17'], 'microsoft-defender'],
    ['pgrep -a', ['1544 /opt/eset/efs/lib/oaeventd'], 'eset'],
    ['top', [' 1966 root      20   0 1923744 630124  52140 S 190.1  3.9 412:10.22 wdavdaemon'], 'microsoft-defender'],
    ['top with a decimal comma', [' 2212 root      20   0 1923744 630124  52140 S 190,1  3,9 412:10.22 ds_am'], 'trend-micro'],
    ['pstree', ['systemd(1)-+-agetty(1466)', '           |-ds_agent(1811)---ds_agent(1812)-+-{ds_agent}(1850)'], 'trend-micro'],
    ['pstree with lines', ['systemd─┬─agetty', '        ├─falcond───falcon-sensor-b───15*[{falcon-sensor-b}]'], 'crowdstrike-falcon'],
    [
      'systemctl status',
      ['● kesl.service - Kaspersky', '   Loaded: loaded (x; enabled)', '   Active: active (running) since Mon'],
      'kaspersky',
    ],
    ['the tree of a control group', ['           ├─1602 /opt/nessus_agent/sbin/nessus-service -q'], 'tenable-nessus'],
    ['systemctl is-active', ['# systemctl is-active xagt', 'active'], 'trellix-hx'],
    ['an init script', ['cbdaemon (pid  1234) is running...'], 'carbon-black'],
    ['wazuh-control', ['wazuh-syscheckd is running...'], 'wazuh'],
    ['chkconfig', ['cbdaemon        0:off 1:off 2:on 3:on 4:on 5:on 6:off'], 'carbon-black'],
    ['bpftool', ['88: lsm  name x  tag 0b', '\tpids falcon-sensor-b(1189)'], 'crowdstrike-falcon'],
    ['one line of lsmod', ['symap_rh_ES_7_x86_64    41434  24'], 'symantec-endpoint-protection'],
    ['one line of rpm -qa', ['cb-psc-sensor-2.15.2.2513261-1.el8.x86_64'], 'carbon-black'],
    ['rpm -qi', ['Name        : xagt', 'Version     : 34.28.1'], 'trellix-hx'],
    ['perf report', ['    45.12%  wdavdaemon       [kernel.kallsyms]     [k] native_queued_spin_lock'], 'microsoft-defender'],
    ['fatrace', ['06:15:03.481203 ds_am(1893): RCO /etc/passwd'], 'trend-micro'],
    ['pmap', ['1966:   /opt/microsoft/mdatp/sbin/wdavdaemon edr 17'], 'microsoft-defender'],
    ['coredumpctl', ['Fri 2026-03-27 10:00:00 CET  1893 0 0 SIGSEGV present /opt/ds_agent/ds_am 1.2M'], 'trend-micro'],
    ['supervisorctl', ['av:clamd                         RUNNING   pid 101, uptime 1 day, 0:01:02'], 'clamav'],
    ['systemctl show', ['Type=simple', 'Id=mdatp.service', 'LoadState=loaded', 'ActiveState=active'], 'microsoft-defender'],
    ['dpkg -s', ['Package: falcon-sensor', 'Status: install ok installed'], 'crowdstrike-falcon'],
    ['mdatp health', ['real_time_protection_enabled                : true [managed]'], 'microsoft-defender'],
    ['mdatp health as JSON', ['{"healthy":true,"realTimeProtectionEnabled":{"value":false}}'], 'microsoft-defender'],
    ['sentinelctl', ['Agent state      Enabled'], 'sentinelone'],
    ['upd --list-modules', ['EM000\t  1088 (20250708)\tUpdate module'], 'eset'],
    ['falconctl', ['rfm-state=false, rfm-reason=None, code=0x0.'], 'crowdstrike-falcon'],
    ['nessuscli', ['Linked to: cloud.tenable.com:443'], 'tenable-nessus'],
    ['dsa_query', ['AgentStatus.agentState: green'], 'trend-micro'],
    ['cytool', ['               pmd    679180           root               Running\t\t/opt/traps/bin/pmd'], 'cortex-xdr'],
    ['savdstatus', ['Sophos Anti-Virus is active and on-access scanning is running'], 'sophos-sav'],
    ['bduitool', ['Features:', '  - Antimalware status: On'], 'bitdefender'],
    [
      'a program of its folder that we do not know',
      ['root 7 1 0 10:01 ? 00:00:01 /opt/Symantec/sdcssagent/new/thing'],
      'symantec-endpoint-protection',
    ],
  ] as const)('%s', async (_, lines, agent) => {
    expect(await agentsIn({ 'node1/paste.txt': rows(...lines) })).toEqual([agent])
  })

  test.each([
    ['the search itself', ['root 44122 44010 0 11:02 pts/0 00:00:00 grep --color=auto -i -e falcon-sensor -e wdavdaemon']],
    ['a package that is not there', ['package falcon-sensor is not installed', 'Unit mdatp.service could not be found.']],
    ['prose', ['We stopped ds_agent; falcon-sensor and wdavdaemon are known to interfere.', 'systemctl stop ds_agent']],
    ['a unit that is dead', ['● mdatp.service - Microsoft Defender', '   Active: inactive (dead) since Mon']],
    ['a unit that has failed', ['× falcon-sensor.service - CrowdStrike', '     Active: failed (Result: exit-code)']],
    ['an init script that is off', ['ds_agent        0:off 1:off 2:off 3:off 4:off 5:off 6:off']],
    [
      'another program of that name',
      ['app 3101 1 0 10:01 ? 00:00:01 /srv/venv/bin/gunicorn falcon_app:api', 'redis 9 1 0 10:01 ? 0:00:01 redis-sentinel *:26379'],
    ],
    ['an agent that says it is off', ['Agent state      Disabled', 'SentinelAgent-22.4.2.4-1.x86_64']],
    ['systemctl show of what is off', ['Id=mdatp.service', 'LoadState=loaded', 'ActiveState=inactive']],
    ['dpkg -s of what was removed', ['Package: falcon-sensor', 'Status: deinstall ok config-files']],
    ['the library that perf found busy', ['    45.12%  java       libclamav.so   [.] cli_scan']],
    ['a file below its folder that fatrace saw', ['rsync(77): RO /opt/ds_agent/ds_am']],
    ['a list of files', ['├── falcon-sensor', '|-- ds_agent']],
    ['a unit that is disabled', ['# systemctl is-enabled mdatp', 'disabled', 'mdatp-101.23062.0010-1.x86_64']],
    ['a shipper of logs', ['root 1201 1 0 10:01 ? 00:00:01 /opt/Elastic/Agent/elastic-agent']],
  ] as const)('but not %s', async (_, lines) => {
    expect(await agentsIn({ 'node1/paste.txt': rows(...lines) })).toEqual([])
  })

  test.each([
    ['protected', 'Anti Tamper                      On', true],
    ['unprotected', 'Anti Tamper                      Off', false],
  ] as const)('what its own command prints tells that an agent is %s', async (_, line, value) => {
    const { known } = await readFiles({ 'node1/sentinelctl.txt': rows('Agent state      Enabled', line) })
    expect(known('tamper-protected')).toEqual([value])
  })

  test.each([
    ['the EDR sensor of Carbon Black by its daemon', 'root 1189 1 1 Jan22 ? 09:12:44 /usr/sbin/cbdaemon', ['carbon-black/edr']],
    [
      'ServerProtect by its folder',
      'root 7 1 0 10:01 ? 00:00:01 /opt/TrendMicro/SProtectLinux/SPLX.vsapiapp/vsapiapp',
      ['trend-micro/serverprotect'],
    ],
    ['the Nessus scanner by its path', 'root 7 1 0 10:01 ? 00:00:01 /opt/nessus/sbin/nessusd', ['tenable-nessus/scanner']],
    ['no variant of what both have', 'root 7 1 0 10:01 ? 00:00:01 nessusd', undefined],
  ] as const)('a listing tells %s', async (_, line, variants) => {
    const { known } = await readFiles({ 'node1/paste.txt': rows(line) })
    expect(known('agent-variants').flat()).toEqual(variants ?? [])
  })

  test('what the log of the package manager holds last counts', async () => {
    const installed = 'Feb 10 14:10:21 Installed: ds_agent-20.0.0-6313.el7.x86_64'
    const newer = '2025-02-10T14:10:21+0100 SUBDEBUG Installed: ds_agent-20.0.0-6313.el8.x86_64'
    expect(await agentsIn({ 'node1/var/log/yum.log': rows(installed) })).toEqual(['trend-micro'])
    expect(await agentsIn({ 'node1/var/log/yum.log': rows(installed, 'Feb 11 16:02:10 Erased: ds_agent-20.0.0-6313.el7.x86_64') })).toEqual(
      [],
    )
    expect(await agentsIn({ 'node1/var/log/dnf.rpm.log': rows(newer) })).toEqual(['trend-micro'])
    expect(await agentsIn({ 'node1/var/log/dnf.rpm.log': rows(newer, newer.replace('Installed', 'Erase')) })).toEqual([])
  })

  test('the logs of dpkg and apt tell it as well, whatever the file is called', async () => {
    const dpkg = (state: string) => `2026-03-28 06:15:03 status ${state} falcon-sensor:amd64 7.14.0-16703`
    expect(await agentsIn({ 'node1/out.txt': rows(dpkg('half-configured'), dpkg('installed')) })).toEqual(['crowdstrike-falcon'])
    expect(await agentsIn({ 'node1/out.txt': rows(dpkg('installed'), dpkg('config-files')) })).toEqual([])
    const apt = (action: string) =>
      rows('Start-Date: 2026-03-28  06:15:03', 'Commandline: apt-get x', `${action}: tree:amd64 (2.0), falcon-sensor:amd64 (7.14.0-16703)`)
    expect(await agentsIn({ 'node1/out.txt': apt('Install') })).toEqual(['crowdstrike-falcon'])
    expect(await agentsIn({ 'node1/out.txt': `${apt('Install')}\n${apt('Purge')}` })).toEqual([])
  })

  test('a line that dnf broke in two is one', async () => {
    const list = rows(
      'Installed Packages',
      'NetworkManager.x86_64             1:1.40.16-15.el8_9          @base',
      'cb-psc-sensor.x86_64',
      '                                  2.15.2.2513261-1.el8        @@commandline',
      'pacemaker.x86_64                  2.1.7-5.2.el8_10            @ha',
      'corosync.x86_64                   3.1.8-1.el8_10.1            @ha',
    )
    expect(await agentsIn({ 'node1/dnf_list_installed.txt': list })).toEqual(['carbon-black'])
  })

  test('supportconfig lists packages in columns of its own', async () => {
    const list = rows(
      '#==[ Command ]======================================#',
      '# rpm -qa --queryformat "%-35{NAME} %-35{DISTRIBUTION} %{VERSION}-%{RELEASE}" | sort',
      'NAME                                DISTRIBUTION                        VERSION',
      'aaa_base                            SUSE Linux Enterprise 15            84.87+git20180409.04c9dae-150300.10.20.1',
      'falcon-sensor                       (none)                              7.14.0-16703.suse15',
    )
    expect(await agentsIn({ 'scc_node1_250212_1010/rpm.txt': list })).toEqual(['crowdstrike-falcon'])
  })

  test('scripts and settings name products without showing them', async () => {
    const names = rows('falcon-sensor-7.14.0-1.el8.x86_64', 'root 7 1 0 10:01 ? 00:00:01 falcon-sensor')
    expect(await agentsIn({ 'node1/etc/cron.daily/avcheck': names, 'node1/check.sh': names })).toEqual([])
  })
})

describe('a log shows the agent', () => {
  const at = 'Mar 28 06:15:03 node1 '
  test.each([
    ['its own line', 'falcon-sensor[1189]: CrowdStrike(4): trying to connect to ts01:443', 'crowdstrike-falcon'],
    ['its start', 'systemd[1]: Started LSB: Trend Micro Deep Security Agent.', 'trend-micro'],
    ['its start by name', 'systemd[1]: Started mdatp.service - Microsoft Defender.', 'microsoft-defender'],
    [
      'the table of the OOM killer',
      'kernel: [   1966]     0  1966   480936    82531  1884160        0             0 wdavdaemon',
      'microsoft-defender',
    ],
    ['the list of modules', 'kernel: Modules linked in: xfs tmhook(OE) bmhook(OE) dlm', 'trend-micro'],
    ['a stack through its module', 'kernel: [<ffffffffc0912a0e>] openHook+0x14e/0x2b0 [gsch]', 'trend-micro'],
    ['the load of its module', 'kernel: symev_rh_ES_7_x86_64: loading out-of-tree module taints kernel.', 'symantec-endpoint-protection'],
    [
      'a daemon that was killed for memory',
      'kernel: Out of memory: Killed process 1893 (ds_am) total-vm:812kB, anon-rss:765kB',
      'trend-micro',
    ],
    ['one that asked for too much', 'kernel: ds_am invoked oom-killer: gfp_mask=0x201da, order=0, oom_score_adj=0', 'trend-micro'],
    ['a control group that ran out', 'kernel: oom-kill:constraint=CONSTRAINT_MEMCG,task_memcg=/x,task=ds_am,pid=1893,uid=0', 'trend-micro'],
    ['a lockup in it', 'kernel: watchdog: BUG: soft lockup - CPU#5 stuck for 22s! [ds_am:1893]', 'trend-micro'],
    ['a crash of it', 'kernel: ds_am[1893]: segfault at 10 ip 00007f01 sp 00007ffe error 4 in libc.so.6[7f00]', 'trend-micro'],
    ['a hung daemon', 'kernel: INFO: task ds_am:1893 blocked for more than 120 seconds.', 'trend-micro'],
  ] as const)('%s', async (_, line, agent) => {
    expect(await agentsIn({ 'node1/var/log/messages': rows(at + line, `${at}systemd[1]: x`) })).toEqual([agent])
  })

  test.each([
    ['a start that failed', 'systemd[1]: Failed to start CrowdStrike Falcon Sensor.'],
    ['somebody who mentions it', 'logger[4713]: from the ticket: falcon-sensor[1189]: connected'],
    [
      'a command that looks for it',
      'sudo[4711]: admin : TTY=pts/0 ; PWD=/root ; USER=root ; COMMAND=/bin/grep ds_agent: /var/log/messages',
    ],
    ['another module', 'kernel: nvidia: loading out-of-tree module taints kernel.'],
  ] as const)('but not %s', async (_, line) => {
    expect(await agentsIn({ 'node1/var/log/messages': rows(at + line, `${at}systemd[1]: x`) })).toEqual([])
  })

  test('an exported journal as well', async () => {
    const line = {
      __REALTIME_TIMESTAMP: '1774678503481203',
      _HOSTNAME: 'node1',
      SYSLOG_IDENTIFIER: 'systemd',
      MESSAGE: 'Started Monitor SentinelOne Agent.',
    }
    expect(await agentsIn({ 'node1/journal.json': rows(JSON.stringify(line), JSON.stringify({ ...line, MESSAGE: 'x' })) })).toEqual([
      'sentinelone',
    ])
  })
})

describe('audit rules', () => {
  test.each([
    ['-a always,exit -F arch=b64 -S execve -F key=exec', [true]],
    ['-a exit,always -F arch=b64 -S open,openat -k files', [true]],
    ['-a always,exit -S all', [true]],
    ['-a always,exit -F arch=b64 -S execve -F auid>=1000 -F auid!=-1 -F key=exec', [false]],
    ['-a always,exit -F arch=b64 -S openat -F exit=-EACCES -F key=access', [false]],
    ['-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -F key=setuid', [false]],
    ['-a always,exit -F path=/usr/bin/sudo -F perm=x -F key=priv', [false]],
    ['-w /etc/passwd -p wa -k identity', [false]],
    ['No rules', [false]],
  ])('%s', async (line, expected) => {
    const { known } = await readFiles({ 'node1/sos_commands/auditd/auditctl_-l': rows(line) })
    expect(known('audit-records-every-start')).toEqual(expected)
  })

  test('a file of rules shows what may be loaded, not what is not', async () => {
    const of = async (line: string) => (await readFiles({ 'node1/etc/audit/audit.rules': rows(line) })).known('audit-records-every-start')
    expect(await of('-a always,exit -F arch=b64 -S execve -k exec')).toEqual([true])
    expect(await of('-w /etc/passwd -p wa -k identity')).toEqual([])
  })
})
