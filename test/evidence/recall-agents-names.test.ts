import { describe, expect, test } from 'vitest'
import { ps, readFiles } from './bundle-kit.ts'

const rpms = (...names: readonly string[]) =>
  ['bash-4.4.20-4.el8_6.x86_64', 'glibc-2.28-211.el8.x86_64', 'xz-5.2.4-4.el8.x86_64', ...names, ''].join('\n')
const units = (...rows: readonly string[]) =>
  `UNIT LOAD ACTIVE SUB DESCRIPTION\n${rows.map(row => `${row} loaded active running X\n`).join('')}`
const lsmod = (...names: readonly string[]) =>
  `Module                  Size  Used by\nxfs                  1556480  2\n${names.map(name => `${name}              40960  1\n`).join('')}`
/** As the kernel names programs: fifteen characters. */
const comm = (...names: readonly string[]) =>
  `    PID TTY          TIME CMD\n      1 ?        00:00:09 systemd\n${names.map((name, i) => `   ${1200 + i} ?        00:00:01 ${name.slice(0, 15)}\n`).join('')}`

async function seen(text: string) {
  const { known } = await readFiles({ 'node1/listing.txt': text })
  const of = (fact: string) => [...new Set(known(fact).flat())].sort()
  return { agents: of('vendors'), products: of('agent-products') }
}

describe('a product without a file of its own is told by its name', () => {
  test.each([
    ['Dr.Web', ps('/opt/drweb.com/bin/drweb-configd -d')],
    ['WithSecure (F-Secure)', ps('/opt/f-secure/linuxsecurity/bin/fsicd')],
    ['WithSecure (F-Secure)', units('f-secure-linuxsecurity-fsicd.service')],
    ['FortiEDR', comm('FortiEDRCollector')],
    ['FortiEDR', units('fortiedr.service')],
    ['Secureworks Taegis', ps('/opt/secureworks/taegis-agent/bin/taegis')],
    ['Secureworks Red Cloak', comm('redcloak')],
    ['IBM QRadar EDR (ReaQta)', units('keeperx.service')],
    ['Check Point Harmony Endpoint', units('cpla.service')],
    ['Digital Guardian', ps('/dgagent/dgdaemon')],
    ['Huntress', ps('/usr/share/huntress/huntress-agent')],
    ['Tripwire', units('twdaemon.service')],
    ['osquery', rpms('osquery-5.10.2-1.linux.x86_64')],
    ['osquery', ps('/usr/bin/osqueryd --flagfile /etc/osquery/osquery.flags')],
    ['Velociraptor', ps('/usr/local/bin/velociraptor_client --config /etc/velociraptor/client.config.yaml client')],
    ['Wiz', units('wiz-sensor.service')],
    ['Prisma Cloud Defender', ps('/var/lib/twistlock/defender')],
    ['Aqua', ps('/opt/aquasec/slk')],
    ['Lacework', ps('/var/lib/lacework/6.11.0/datacollector -r=collector')],
    ['CyberArk Endpoint Privilege Manager', units('cyberark-epm.service')],
    ['WatchGuard EPDR (Panda)', ps('/opt/panda-security/endpoint/bin/x')],
    ['Kaspersky Industrial CyberSecurity for Linux Nodes', ps('/opt/kaspersky/kics/libexec/kics')],
    ['Kaspersky Anti-Virus 8 for Linux File Server', lsmod('kav4fs_oas')],
    ['Sangfor EDR', ps('/sf/edr/agent/bin/edr_agent')],
    ['Qingteng Titan', ps('/titan/agent/titanagent -d')],
    ['Elkeid', lsmod('hids_driver')],
    ['CipherTrust Transparent Encryption', lsmod('secfs2', 'seccrypto', 'secvm2')],
    ['IBM Guardium S-TAP', comm('guard_stap')],
    ['Alibaba Cloud Security Center', comm('AliYunDunMonitor')],
    ['Tencent Cloud Workload Protection', comm('YDService')],
  ])('%s', async (product, text) => {
    expect(await seen(text)).toEqual({ agents: ['unknown-agent'], products: [product] })
  })

  test('a product that was switched off is not told', async () => {
    const off =
      'UNIT LOAD ACTIVE SUB DESCRIPTION\nfalco.service loaded inactive dead Falco\ncybereason-sensor.service loaded active running X\n'
    const { known } = await readFiles({ 'node1/units.txt': off, 'node1/installed-rpms': rpms('falco-0.36.2-1.x86_64') })
    expect(known('agent-products').flat()).toEqual(['Cybereason'])
  })
})

describe('one part that is off does not hide the rest', () => {
  const files = (...rows: readonly string[]) => `UNIT FILE STATE PRESET\n${rows.map(row => `${row} disabled\n`).join('')}`
  test.each([
    ['unknown-agent', files('falco-bpf.service disabled', 'falco-kmod.service disabled', 'falco-modern-bpf.service enabled')],
    ['cisco-secure-endpoint', files('cisco-orbital.service disabled', 'cisco-amp.service enabled')],
    ['unknown-agent', files('falco.service disabled', 'cybereason-sensor.service enabled')],
  ])('%s', async (agent, text) => {
    expect((await seen(text)).agents).toEqual([agent])
  })

  test('and another product that is off says nothing about a package', async () => {
    const { known } = await readFiles({
      'node1/units.txt': files('falco.service disabled'),
      'node1/installed-rpms': rpms('illumio-ven-22.5.0-9834.c8.x86_64', 'falco-0.36.2-1.x86_64'),
    })
    expect(known('agent-products').flat()).toEqual(['Illumio'])
  })

  test('but a unit that is enabled and does not run is off', async () => {
    const { known } = await readFiles({
      'node1/files.txt': files('mdatp.service enabled'),
      'node1/units.txt': 'UNIT LOAD ACTIVE SUB DESCRIPTION\nmdatp.service loaded inactive dead X\n',
      'node1/installed-rpms': rpms('mdatp-101.23122.0033-1.x86_64'),
    })
    expect(known('vendors').flat()).toEqual([])
  })
})

describe('what only manages, backs up, ships logs or happens to have the name is no agent', () => {
  test.each([
    ['the network agent of a console', rpms('klnagent64-14.2.0-23324.x86_64')],
    ['the network agent that runs', ps('/opt/kaspersky/klnagent64/sbin/klnagent -d from_wd')],
    ['the unit of the network agent', units('klnagent64.service')],
    ['the management agent of ESET', units('eraagent.service')],
    ['the management agent of Trellix', ps('/opt/McAfee/agent/bin/masvc self_start', '/opt/McAfee/agent/bin/macmnsvc self_start')],
    ['the package of a repository', rpms('packages-microsoft-prod-1.0-1.noarch')],
    ['a SOAP server', ps('/srv/app/bin/soapd --port 80')],
    ['a library and a user of that name', ps('/usr/bin/python3 /home/falcon/falcon_app.py', '/usr/bin/redis-sentinel *:26379')],
    ['a static analyser', ps('/usr/bin/java -cp /opt/pmd/lib/pmd.jar net.sourceforge.pmd.PMD')],
    ['modules of a profiler', lsmod('sep5', 'socperf3', 'pax')],
    ['a module with a short name', lsmod('acdc')],
    ['modules of backups', lsmod('veeamblksnap', 'snapapi26')],
    ['agents of backups', ps('/usr/sbin/veeamservice --daemonize', '/opt/commvault/Base/cvd', '/usr/lib/Acronis/BackupAndRecovery/mms')],
    [
      'shippers of logs and monitoring',
      ps('/opt/splunkforwarder/bin/splunkd -p 8089', '/usr/share/filebeat/bin/filebeat', '/usr/bin/zabbix_agentd'),
    ],
    [
      'agents of a cloud',
      ps('/usr/local/cloudmonitor/bin/argusagent', '/usr/local/qcloud/stargate/bin/sgagent -d', '/usr/sbin/assist_client'),
    ],
    ['a VPN', ps('/opt/cisco/anyconnect/bin/vpnagentd -execv_instance')],
    ['whoever looks at its files', ps('tail -f /var/log/microsoft/mdatp/x.log', 'vim /opt/CrowdStrike/notes')],
    ['the mapper of ports of Erlang', ps('/usr/lib64/erlang/bin/epmd -daemon')],
  ])('%s', async (_, text) => {
    expect(await seen(text)).toEqual({ agents: [], products: [] })
  })

  test('a copy of osquery that an agent brings is that agent', async () => {
    expect(await seen(ps('/opt/sophos-spl/plugins/edr/bin/osqueryd', '/opt/sophos-spl/base/bin/sophos_watchdog'))).toEqual({
      agents: ['sophos-spl'],
      products: [],
    })
  })
})
