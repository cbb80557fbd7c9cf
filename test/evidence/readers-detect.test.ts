import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/evidence/model.ts'
import { agentsByResource, conclude } from '../../src/evidence/readers/conclude.ts'
import { readerFor } from '../../src/evidence/readers/index.ts'
import { defaultTokenMs, effectiveTokenMs } from '../../src/evidence/readers/token.ts'
import type { KnowledgeBase } from '../../src/kb/model.ts'

const names = (...all: string[]) => all.map(name => ({ name }))
const kb = {
  vendors: {
    acme: {
      kinds: ['antivirus'],
      hooks: [],
      detect: {
        packages: names('acme-av'),
        units: names('acmed'),
        processes: names('/opt/acme/bin/', 'acme-long-daemon-name'),
        modules: names('acme-hook', 'acme-ap-*'),
      },
    },
    other: {
      kinds: ['edr'],
      hooks: [],
      detect: {
        processes: [{ name: '/opt/other/bin/otherd' }, { name: 'crashpad_handler', shared: true }],
        packages: [{ name: 'libcommon', shared: true }],
      },
    },
  },
  components: {
    ip: { detect: { agents: ['IPaddr2'] } },
    apache: { detect: { agents: ['ocf:heartbeat:apache'], processes: ['httpd'] } },
    core: { detect: { always: true } },
  },
} as unknown as KnowledgeBase

function concluded(files: Record<string, string>): Reading[] {
  const readings = Object.entries(files).flatMap(
    ([path, text]) => readerFor(path, text)?.read(text, { path, node: path.split('/')[0], kb }) ?? [],
  )
  return conclude(readings, kb)
}

const valuesOf = (readings: readonly Reading[], wanted: string) => readings.filter(({ key }) => key === wanted).map(({ value }) => value)
const ps = (...commands: string[]) =>
  `USER PID %CPU COMMAND\nroot 1 0 /sbin/init\n${commands.map((command, i) => `root ${i + 10} 0 ${command}`).join('\n')}\n`
const comm = (...commands: string[]) =>
  `PID STAT COMMAND\n1 S systemd\n${commands.map((command, i) => `${i + 10} S ${command}`).join('\n')}\n`

describe('an agent is there when', () => {
  test.each([
    { name: 'its program runs from its folder', files: { 'n1/ps': ps('/opt/acme/bin/scan --x') } },
    { name: 'its program runs, by name', files: { 'n1/ps': ps('/somewhere/acme-long-daemon-name') } },
    { name: 'its program runs, by the 15 characters the kernel keeps', files: { 'n1/ps': comm('acme-long-daemo') } },
    { name: 'its package is installed', files: { 'n1/installed-rpms': 'acme-av-1.0-1.x86_64\n' } },
    {
      name: 'its unit runs',
      files: { 'n1/units': 'UNIT LOAD ACTIVE SUB DESCRIPTION\nacmed.service loaded active running Acme\n' },
    },
    { name: 'its unit starts with the machine', files: { 'n1/units': 'UNIT FILE STATE PRESET\nacmed.service enabled disabled\n' } },
    {
      name: 'one of its units is off, but its program runs',
      files: { 'n1/units': 'UNIT FILE STATE\nacmed.service disabled\n', 'n1/ps': ps('/opt/acme/bin/scan') },
    },
    { name: 'its module carries the release of the kernel', files: { 'n1/lsmod': 'Module Size Used by\nacme_ap_5_14_x86_64 1 0\n' } },
    { name: 'its module is loaded, however it is spelled', files: { 'n1/lsmod': 'Module Size Used by\nacme_hook 1 0\n' } },
    {
      name: 'it holds fanotify marks',
      files: { 'n1/fan': '/proc/7/fdinfo/3 fanotify mnt_id:1 mflags:0 mask:10000 ignored_mask:0\n/proc/7 /opt/acme/bin/scan\n' },
    },
  ] as { name: string; files: Record<string, string> }[])('$name', ({ files }) => {
    expect(valuesOf(concluded(files), 'agents')).toEqual([['acme']])
  })

  test.each([
    {
      name: 'somebody searches for it',
      files: {
        'n1/ps': ps('grep acme-long-daemon-name', 'less /opt/acme/bin/scan', 'vi /opt/other/bin/otherd', '/bin/sh -c /opt/acme/bin/scan'),
      },
    },
    { name: 'a kernel thread is called like it', files: { 'n1/ps': ps('[acme-long-daemon-name]') } },
    { name: 'a process of it has ended', files: { 'n1/ps': ps('[otherd] <defunct>') } },
    {
      name: 'a name only begins like it',
      files: { 'n1/ps': ps('/usr/bin/acme-long-daemon-name2', '/opt/acme/binary/x', '/opt/other/bin/otherd2') },
    },
    { name: 'another path has the same name', files: { 'n1/ps': ps('/usr/bin/otherd') } },
    {
      name: 'it only shares a helper with others',
      files: { 'n1/ps': ps('/opt/x/crashpad_handler'), 'n1/installed-rpms': 'libcommon-1.0-1.x86_64\n' },
    },
    {
      name: 'it is installed, but its unit is dead',
      files: {
        'n1/units': 'UNIT LOAD ACTIVE SUB DESCRIPTION\nacmed.service loaded inactive dead Acme\n',
        'n1/installed-rpms': 'acme-av-1.0-1.x86_64\n',
      },
    },
    {
      name: 'it is installed, but its unit has failed',
      files: { 'n1/units': 'UNIT LOAD ACTIVE SUB DESCRIPTION\n● acmed.service loaded failed failed Acme\n' },
    },
    {
      name: 'it is installed, but its unit is disabled',
      files: { 'n1/units': 'UNIT FILE STATE\nacmed.service disabled\n', 'n1/installed-rpms': 'acme-av-1.0-1.x86_64\n' },
    },
    { name: 'its package was removed', files: { 'n1/dpkg_-l': 'rc acme-av 1.0 amd64 x\nii bash 5 amd64 x\n' } },
    {
      name: 'its unit is not found',
      files: { 'n1/units': 'UNIT LOAD ACTIVE SUB DESCRIPTION\n● acmed.service not-found inactive dead acmed.service\n' },
    },
    { name: 'a text mentions it', files: { 'n1/messages': 'Mar  4 02:13:07 n1 acmed[1]: /opt/acme/bin/scan started\n' } },
  ] as { name: string; files: Record<string, string> }[])('but not when $name', ({ files }) => {
    expect(valuesOf(concluded(files), 'agents').flat()).toEqual([])
  })

  test('the line shows it, on its node', () => {
    const readings = concluded({ 'n1/ps': ps('/opt/acme/bin/scan --token hunter2'), 'n2/ps': ps('/usr/sbin/crond') })
    expect(readings.filter(({ key }) => key === 'agents')).toEqual([
      { key: 'agents', value: ['acme'], node: 'n1', file: 'n1/ps', line: 3, text: 'root 10 0 /opt/acme/bin/scan' },
      { key: 'agents', value: [], node: 'n2', file: 'n2/ps', line: 1, text: 'USER PID %CPU COMMAND' },
    ])
  })

  test('a list of short names cannot tell that there is none', () => {
    expect(valuesOf(concluded({ 'n1/ps': comm('crond') }), 'agents')).toEqual([])
  })
})

describe('conclude', () => {
  test('finds the parts of the cluster', () => {
    const status = 'Cluster Summary:\n  * vip\t(ocf:heartbeat:IPaddr2):\t Started n1\n'
    expect(
      valuesOf(concluded({ 'n1/crm_mon': status, 'n1/ps': ps('/usr/sbin/httpd') }), 'components')
        .flat()
        .sort(),
    ).toEqual(['apache', 'core', 'ip'])
    expect(valuesOf(concluded({ 'n1/ps': ps('/usr/sbin/crond') }), 'components')).toEqual([])
  })

  test('names who holds fanotify marks, from the process list when need be', () => {
    const marks =
      '/proc/11/fdinfo/3 fanotify mnt_id:1 mflags:0 mask:10000 ignored_mask:0\n/proc/10/fdinfo/3 fanotify mnt_id:1 mflags:0 mask:3b ignored_mask:0\n/proc/99/fdinfo/3 fanotify mnt_id:1 mflags:0 mask:40000 ignored_mask:0\n'
    const readings = concluded({ 'n1/marks': marks, 'n1/ps': ps('/opt/w/watch', '/opt/b/block') })
    expect(valuesOf(readings, 'fanotify.blocking-holder')).toEqual([['/opt/b/block', 'process 99']])
    expect(valuesOf(readings, 'fanotify.holder')).toEqual([['/opt/b/block', '/opt/w/watch', 'process 99']])
  })

  test('knows that nobody blocks only from a look at all processes', () => {
    const line = 'fanotify mnt_id:1 mflags:0 mask:3b ignored_mask:0\n'
    expect(valuesOf(concluded({ 'n1/marks': `/proc/1/fdinfo/3 ${line}` }), 'fanotify.blocking-holder')).toEqual([[]])
    expect(valuesOf(concluded({ 'n1/proc/1/fdinfo/3': line }), 'fanotify.blocking-holder')).toEqual([])
  })

  test.each([
    { name: 'corosync 3.0.3', version: '3.0.3', expected: [1000 + 650] },
    { name: 'corosync 3.1.0', version: '3.1.0', expected: [3000 + 650] },
    { name: 'an unknown corosync', version: undefined, expected: [] },
  ])('fills in the token of $name', ({ version, expected }) => {
    const conf = 'totem {\n version: 2\n}\nnodelist {\n node {\n name: a\n }\n node {\n name: b\n }\n node {\n name: c\n }\n}\n'
    const files: Record<string, string> = { 'n1/corosync.conf': conf }
    if (version) files['n1/installed-rpms'] = `corosync-${version}-1.el8.x86_64\n`
    expect(valuesOf(concluded(files), 'totem.token-ms')).toEqual(expected)
  })

  test('keeps nothing that was only collected', () => {
    expect(concluded({ 'n1/ps': ps('/usr/sbin/crond') }).filter(({ key }) => key.startsWith('listed.'))).toEqual([])
  })

  test('agentsByResource tells what runs a resource', () => {
    const text = 'Cluster Summary:\n  * vip\t(ocf::heartbeat:IPaddr2):\t Started n1\n'
    const readings = readerFor('n1/x', text)!.read(text, { path: 'n1/x', kb })
    expect(agentsByResource(readings).get('vip')).toBe('ocf:heartbeat:IPaddr2')
  })
})

describe('effectiveTokenMs', () => {
  test.each([
    { name: 'no nodelist: the setting itself', tokenMs: 3000, coefficientMs: 650, nodeCount: 0, expected: 3000 },
    { name: 'two nodes: still the setting', tokenMs: 3000, coefficientMs: 650, nodeCount: 2, expected: 3000 },
    { name: 'three nodes: one coefficient', tokenMs: 3000, coefficientMs: 650, nodeCount: 3, expected: 3650 },
    { name: 'coefficient 0 switches scaling off', tokenMs: 10000, coefficientMs: 0, nodeCount: 5, expected: 10000 },
  ])('$name', ({ expected, ...settings }) => {
    expect(effectiveTokenMs(settings)).toBe(expected)
  })

  test.each([
    { name: 'a negative token', tokenMs: -1, coefficientMs: 650, nodeCount: 2, message: 'tokenMs must be 0 or more, got -1' },
    { name: 'no coefficient', tokenMs: 1, coefficientMs: Number.NaN, nodeCount: 3, message: 'coefficientMs must be 0 or more, got NaN' },
    { name: 'half a node', tokenMs: 1, coefficientMs: 1, nodeCount: 2.5, message: 'nodeCount must be a whole number' },
  ])('refuses $name', ({ message, ...settings }) => {
    expect(() => effectiveTokenMs(settings)).toThrow(message)
  })

  test.each([
    ['2.4.5', 1000],
    ['3.0.4', 1000],
    ['3.1.0', 3000],
    ['4.0', 3000],
  ] as const)('corosync %s has a default of %i ms', (version, expected) => {
    expect(defaultTokenMs(version)).toBe(expected)
  })
})
