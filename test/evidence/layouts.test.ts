import { describe, expect, test } from 'vitest'
import { conf, late, ps, readFiles, ring, two } from './bundle-kit.ts'
import { cluster } from './readers-kit.ts'

/** What of a host goes where, in each way of collecting. */
const cib = cluster.cib.replaceAll('"n1"', '"node01"').replaceAll('"n2"', '"node02"')
const status = cluster.status.replaceAll('n1', 'node01').replaceAll('n2', 'node02')
const scanner = ps('/usr/sbin/corosync -f', '/opt/microsoft/mdatp/sbin/wdavdaemon edr 13 12')
const rpms = (form: (name: string, version: string) => string) =>
  [form('pacemaker', '2.1.7-5.el9_4'), form('corosync', '3.1.8-1.el9'), form('bash', '5.1.8-9.el9')].join('')
const plain = rpms((name, version) => `${name}-${version}.x86_64                       Thu Mar 26 10:00:00 2026\n`)
const messages = (node: string) => ring('Mar 28 06:00:00', node, '1.9') + late('Mar 28 06:15:03', node)

const sos4 = (node: string, prefix = `sosreport-${node}-2026-03-28-abcdefg`): Record<string, string | { why: string }> => ({
  [`${prefix}/version.txt`]: 'sos report: 4.5.6\n',
  [`${prefix}/etc/corosync/corosync.conf`]: two,
  [`${prefix}/etc/os-release`]: 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="9.4"\n',
  [`${prefix}/installed-rpms`]: {
    why: 'It is a link (to sos_commands/rpm/package-data); links are not followed, a file inside the bundle is read under its own name.',
  },
  [`${prefix}/sos_commands/rpm/sh_-c_rpm_--nodigest_-qa`]: plain,
  [`${prefix}/sos_commands/process/ps_auxwwwm`]: scanner,
  [`${prefix}/sos_commands/pacemaker/crm_mon_-1_-A_-n_-r_-t`]: status,
  [`${prefix}/sos_strings/logs/var.log.messages.tailed`]: messages(node),
  [`${prefix}/sos_reports/manifest.json`]:
    '{"version": "4.5.6", "start_time": "2026-03-28T06:20:00.1", "end_time": "2026-03-28T06:55:00.1"}',
})
const sos3 = (node: string, prefix = `sosreport-${node}.01234567-20260328062000`): Record<string, string> => ({
  [`${prefix}/etc/corosync/corosync.conf`]: two,
  [`${prefix}/etc/redhat-release`]: 'Red Hat Enterprise Linux Server release 7.9 (Maipo)\n',
  [`${prefix}/installed-rpms`]: rpms(
    (name, version) => `${name}-${version.replace('2.1.7-5.el9_4', '1.1.23-1.el7_9.1')}.x86_64 Thu Mar 26 10:00:00 2026\n`,
  ),
  [`${prefix}/ps`]: scanner,
  [`${prefix}/sos_commands/cluster/crm_mon_-1`]: status,
  [`${prefix}/var/log/messages`]: messages(node),
})
const report = (node: string, prefix: string): Record<string, string> => ({
  [`${prefix}/${node}/corosync.conf`]: two,
  [`${prefix}/${node}/cib.xml`]: cib,
  [`${prefix}/${node}/cib.txt`]: cluster.pcs.replaceAll('n1', 'node01').replaceAll('n2', 'node02'),
  [`${prefix}/${node}/crm_mon.txt`]: status,
  [`${prefix}/${node}/members.txt`]: 'node01 node02 \n',
  [`${prefix}/${node}/RUNNING`]: `${node}\n`,
  [`${prefix}/${node}/sysinfo.txt`]: `Platform: Linux\nKernel release: 5.14.0-427.el9_4.x86_64\nArchitecture: x86_64\nDistribution: Red Hat Enterprise Linux release 9.4 (Plow)\n\nPacemaker 2.1.7-5.el9_4\nCorosync Cluster Engine, version '3.1.8'\n\nThe package manager is: rpm\nInstalled packages:\n${rpms((name, version) => `${name} ${version} - Red Hat Enterprise Linux x86_64\n`)}`,
  [`${prefix}/${node}/sysstats.txt`]: `+ uname -n\n${node}.example.com\n+ uptime\n 06:20:00 up 8 days,  2:03,  1 user,  load average: 0.1\n+ ps axf\n    PID TTY      STAT   TIME COMMAND\n      1 ?        Ss     0:09 /usr/lib/systemd/systemd\n+ ps auxw\n${scanner}+ ip addr list\n1: lo: <LOOPBACK,UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n2: ens3: <BROADCAST,UP> mtu 1500\n    inet 10.1.0.${node.slice(-1)}/24 scope global ens3\n+ df\nFilesystem     1K-blocks     Used Available Use% Mounted on\n/dev/sda1       10       10  0 100% /var\n+ set +x\n`,
  [`${prefix}/${node}/journal.log`]: messages(node),
  [`${prefix}/${node}/pacemaker.log`]: `Mar 28 06:15:03.488 ${node} pacemaker-controld  [2236] (log_executor_event) \terror: Result of stop operation for vip on ${node}: Timed Out after 20s (Resource agent did not complete within 20s)\n`,
  [`${prefix}/analysis.txt`]: 'Diff cib.xml... OK\n',
  [`${prefix}/description.txt`]: 'Please edit this template and describe the issue.\n',
  [`${prefix}/report.summary`]: 'Reports collected\n',
})
const heartbeat = (node: string): Record<string, string> => ({
  [`hb_report-Sat/${node}/corosync.conf`]: two,
  [`hb_report-Sat/${node}/cib.xml`]: cib,
  [`hb_report-Sat/${node}/ha-log.txt`]: messages(node),
  [`hb_report-Sat/${node}/ps.txt`]: scanner,
  [`hb_report-Sat/${node}/sysinfo.txt`]: `Platform: Linux\nKernel release: 4.18.0-477.el8.x86_64\n${rpms((name, version) => `${name} ${version} - Red Hat Enterprise Linux x86_64\n`)}`,
})
const own = (node: string): Record<string, string> => ({
  [`avert-${node}-20260328-062000.tar.gz/${node}/collector/manifest`]:
    '# avert 1 (base x 1)\n# ended with, seconds, file, command; user id 0\n0\t0.10\tps\tps\n',
  [`avert-${node}-20260328-062000.tar.gz/${node}/collector/timed-out`]: '',
  [`avert-${node}-20260328-062000.tar.gz/${node}/etc/corosync/corosync.conf`]: two,
  [`avert-${node}-20260328-062000.tar.gz/${node}/etc/os-release`]: 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="9.4"\n',
  [`avert-${node}-20260328-062000.tar.gz/${node}/sos_commands/host/hostname`]: `${node}.example.com\n`,
  [`avert-${node}-20260328-062000.tar.gz/${node}/sos_commands/process/ps_auxww`]: scanner,
  [`avert-${node}-20260328-062000.tar.gz/${node}/sos_commands/rpm/rpm_-qa`]: plain.replaceAll(/ {3,}.*/g, ''),
  [`avert-${node}-20260328-062000.tar.gz/${node}/sos_commands/pacemaker/cibadmin_-Q`]: cib,
  [`avert-${node}-20260328-062000.tar.gz/${node}/var/log/messages`]: messages(node),
})
const collect = (node: string) =>
  sos4(
    node,
    `sos-collector-case-2026-03-28-abcde.tar.xz/sos-collector-case-2026-03-28-abcde/sosreport-${node}-2026-03-28-abcdefg.tar.xz/sosreport-${node}-2026-03-28-abcdefg`,
  )

describe('nodes, agents, versions, resources and events are found in', () => {
  test.each([
    { name: 'sosreports of version 4', layout: sos4, rhel: 9, pacemaker: '2.1.7' },
    { name: 'sosreports of version 3', layout: sos3, rhel: 7, pacemaker: '1.1.23' },
    { name: 'what sos collect brings: sosreports within an archive', layout: collect, rhel: 9, pacemaker: '2.1.7' },
    { name: 'a crm_report', layout: (node: string) => report(node, 'crm_report-1'), rhel: 9, pacemaker: '2.1.7' },
    {
      name: 'a report of pcs cluster report',
      layout: (node: string) => report(node, 'ha-report.tar.bz2/ha-report'),
      rhel: 9,
      pacemaker: '2.1.7',
    },
    { name: 'an hb_report', layout: heartbeat, rhel: 8, pacemaker: '2.1.7' },
    { name: 'the archives of our own collector', layout: own, rhel: 9, pacemaker: '2.1.7' },
  ])('$name', async ({ layout, rhel, pacemaker }) => {
    const { nodes, events, known, examined, ledgerText } = await readFiles({ ...layout('node01'), ...layout('node02') })
    expect(nodes).toEqual(['node01', 'node02'])
    expect(new Set(known('vendors').flat())).toEqual(new Set(['microsoft-defender']))
    expect(known('vendors')).toHaveLength(2)
    expect(new Set(known('rhel-major'))).toEqual(new Set([rhel]))
    expect(known('pacemaker-version')).toContain(pacemaker)
    expect(known('resources').flat()).toContain('vip')
    expect(known('ocf-timeouts')).toContain(true)
    for (const node of nodes)
      expect(events.filter(event => event.values.operation === 'stop' && event.node === node).length).toBeGreaterThan(0)
    expect(examined.filter(({ node }) => node === undefined).map(({ path }) => path)).toEqual([])
    expect(ledgerText).not.toContainEqual(expect.stringMatching(/^everything of/))
  })

  test('the commands of sysstats.txt have the lines of the file', async () => {
    const text = report('node01', 'r')['r/node01/sysstats.txt']!
    const { observations } = await readFiles({ 'r/node01/sysstats.txt': text })
    const full = observations.find(({ fact }) => fact === 'full-filesystems')!
    expect(text.split('\n')[full.origin.line! - 1]).toMatch(/100% \/var/)
  })

  test('a cluster of three of which only two were collected', async () => {
    const three = conf([{ name: 'node01' }, { name: 'node02' }, { name: 'node03' }])
    const { ledgerText } = await readFiles({
      ...sos3('node01'),
      ...sos3('node02'),
      'sosreport-node01.01234567-20260328062000/etc/corosync/corosync.conf': three,
    })
    expect(ledgerText).toContainEqual(expect.stringMatching(/^everything of node03/))
  })
})
