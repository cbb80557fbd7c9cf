import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideAddresses } from '../../src/redact/addresses.ts'
import { LineSplitter, withTexts } from '../../src/redact/lines.ts'
import { readMap, writeMap } from '../../src/redact/map-file.ts'
import { NameMap } from '../../src/redact/name-map.ts'
import { isSecretFile, secretRemover } from '../../src/redact/secrets.ts'
import { redactorFor } from './kit.ts'

const log = 'Mar 28 06:15:03 srvdb01'

describe('what a line tells, its own names hide', () => {
  test.each([
    { what: 'the host that logged', line: `${log} systemd[1]: Started.`, is: 'Mar 28 06:15:03 host-1 systemd[1]: Started.' },
    { what: 'a node of corosync', line: `${log} corosync[9]: [TOTEM ] x`, is: 'Mar 28 06:15:03 node-1 corosync[9]: [TOTEM ] x' },
    {
      what: 'a resource in the key of an operation',
      line: `${log} pacemaker-execd[9]: warning: vip_erp_monitor_10000[31877] timed out after 20000ms`,
      is: 'Mar 28 06:15:03 node-1 pacemaker-execd[9]: warning: resource-1_monitor_10000[31877] timed out after 20000ms',
    },
    {
      what: 'the node and the resource that RHEL 7 puts together before what an agent wrote',
      line: `${log} crmd[9]: notice: erp-n2-vip_erp_stop_0:42 [ ocf-exit-reason:busy ]`,
      is: 'Mar 28 06:15:03 node-2 crmd[9]: notice: node-1-resource-1_stop_0:42 [ ocf-exit-reason:busy ]',
    },
    {
      what: 'a resource behind its agent',
      line: `${log} IPaddr2(vip_erp)[274]: INFO: Adding inet address 10.20.30.40/24 to device eth0`,
      is: 'Mar 28 06:15:03 host-1 IPaddr2(resource-1)[274]: INFO: Adding inet address 198.18.0.1/24 to device eth0',
    },
    {
      what: 'a user who came in',
      line: `${log} sshd[7]: Accepted password for mmuster from 10.9.8.7 port 4 ssh2`,
      is: 'Mar 28 06:15:03 host-1 sshd[7]: Accepted password for user-1 from 198.18.0.1 port 4 ssh2',
    },
    {
      what: 'no system account',
      line: `${log} su: (to root) mmuster on pts/0`,
      is: 'Mar 28 06:15:03 host-1 su: (to root) user-1 on pts/0',
    },
    { what: 'an e-mail address', line: 'mail to m.muster@erp.example-corp.de bounced', is: 'mail to user-1@domain-1 bounced' },
    { what: 'a host with its domain', line: 'connect to app7.prod.acme.local:443 failed', is: 'connect to host-1.domain-1:443 failed' },
    { what: 'no maker', line: 'see https://access.redhat.com/solutions/1', is: 'see https://access.redhat.com/solutions/1' },
    {
      what: 'no bus and no file',
      line: 'org.freedesktop.systemd1 cib.xml corosync.conf libqb.so.100 pcsd.service',
      is: 'org.freedesktop.systemd1 cib.xml corosync.conf libqb.so.100 pcsd.service',
    },
    { what: 'a node and what it is told by', line: '<node id="1" uname="srvdb01"/>', is: '<node id="1" uname="node-1"/>' },
    {
      what: 'ids that hold others',
      line: '<primitive id="vip_erp" class="ocf" type="IPaddr2"><op id="vip_erp-stop-0s"/></primitive>',
      is: '<primitive id="resource-1" class="ocf" type="IPaddr2"><op id="resource-1-stop-0s"/></primitive>',
    },
    { what: 'the name of the cluster', line: '    cluster_name: erp-prod', is: '    cluster_name: cluster-1' },
    {
      what: 'a disk and a machine',
      line: 'UUID=0f3a1b2c-1111-4222-8333-123456789abc 4c4c4544004d3510804fb7c04f4d3532',
      is: 'UUID=00000000-0000-4000-8000-000000000001 00000000000000000000000000000002',
    },
    {
      what: 'a card',
      line: 'link/ether 52:54:00:ab:cd:ef brd ff:ff:ff:ff:ff:ff',
      is: 'link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff',
    },
    {
      what: 'a port of a storage network, with and without its mark',
      line: 'WWNN 20000090fa123456 0xc050760a1b2c0012 at 0xc000000001234567',
      is: 'WWNN 5000000000000001 0x5000000000000002 at 0xc000000001234567',
    },
    { what: 'a serial number', line: '	Serial Number: CZ3123AB9K', is: '	Serial Number: serial-1' },
    { what: 'a target of iSCSI', line: 'iqn.2003-01.com.acme.erp:lun7 up', is: 'iqn.2000-01.invalid:serial-1 up' },
    {
      what: 'a domain as a directory writes it',
      line: 'bind to dc=acme,dc=local for x@acme.local',
      is: 'bind to dc=domain-1 for user-1@domain-1',
    },
  ])('$what', ({ line, is }) => {
    const { redactor } = redactorFor([line])
    expect(redactor.line(line)).toBe(is)
    expect(redactor.line(is)).toBe(is)
  })
})

describe('a name that is known is found', () => {
  test.each([
    { text: 'fence_srvdb01 sosreport-srvdb01-2026-03-28-abcdefg', is: 'fence_node-1 sosreport-node-1-2026-03-28-abcdefg' },
    { text: 'SRVDB01 SrvDb01.acme.local', is: 'node-1 node-1.acme.local' },
    { text: '/var/run/srvdb01.pid srvdb01eth0', is: '/var/run/node-1.pid node-1eth0' },
    { text: 'mnt-srvdb01.mount', is: 'mnt-node-1.mount' },
    { text: 'srvdb011', is: 'srvdb011' },
  ])('$text', ({ text, is }) => expect(redactorFor([], [['node', 'srvdb01']]).redactor.line(text)).toBe(is))

  test.each([
    {
      name: 'the longest wins',
      names: ['erp', 'erp-prod', 'erp-prod-1'],
      text: 'erp-prod-1 erp-prod erp erpx',
      is: 'resource-3 resource-2 resource-1 erpx',
    },
    {
      name: 'a word in which it stands by chance stays',
      names: ['oper'],
      text: 'oper operation myoper',
      is: 'resource-1 operation myresource-1',
    },
    {
      name: 'so does one in which a name of letters alone stands by chance, or anybody could tell which',
      names: ['alpha', 'lion', 'ares'],
      text: 'alphabetical Alphanumeric millions compares alphavip rsclion alpha',
      is: 'alphabetical Alphanumeric millions compares resource-1vip rscresource-3 resource-1',
    },
    {
      name: 'a host that is called like such a word is a name all the same',
      names: ['database'],
      text: 'cannot reach database',
      is: 'cannot reach resource-1',
    },
    { name: 'a dash of a unit', names: ['erp-db'], text: 'mnt-erp\\x2ddb.mount', is: 'mnt-resource-1.mount' },
  ])('$name', ({ names, text, is }) =>
    expect(
      redactorFor(
        [],
        names.map(name => ['resource', name] as const),
      ).redactor.line(text),
    ).toBe(is),
  )
})

test.each([
  { piece: '--a ', before: 'pcs resource move ' },
  { piece: 'pcs resource enable --a --b ', before: '' },
  { piece: 'crm_resource -r ', before: '' },
  { piece: 'fail-count-', before: '' },
  { piece: 'Move a ( b -> ', before: '' },
  { piece: 'uid=1(', before: '' },
  { piece: ' ', before: 'user DOM\\joe Stop vip ( node01 ) sudo: ' },
  { piece: '10.1.2.3 srvdb01 ', before: 'Mar 28 06:15:03 srvdb01 corosync[9]: ', size: 1_000_000 },
])('names in a long line of "$piece" are found in a moment', ({ piece, before, size = 100_000 }) => {
  const start = process.cpuUsage().user
  const line = before + piece.repeat(size / piece.length)
  redactorFor([line]).redactor.line(line)
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(1.5)
})

describe('a host called like a word', () => {
  const hosts = (line: string, ...names: string[]) =>
    redactorFor(
      [line],
      names.map(name => ['node', name] as const),
    ).redactor.line(line)

  test.each([
    {
      host: 'node',
      line: 'Mar 28 06:15:03 node pacemaker-schedulerd[9]:  warning: Cluster node node will be fenced: vip failed there',
      is: 'Mar 28 06:15:03 node-1 pacemaker-schedulerd[9]:  warning: Cluster node node-1 will be fenced: vip failed there',
    },
    {
      host: 'error',
      line: 'Mar 28 06:15:03 error crmd[9]:  error: Operation vip_stop_0: Timed Out (node=error, call=42, timeout=20000ms)',
      is: 'Mar 28 06:15:03 node-1 crmd[9]:  error: Operation resource-1_stop_0: Timed Out (node=node-1, call=42, timeout=20000ms)',
    },
    {
      host: 'corosync',
      line: 'Mar 28 06:15:03 [38] corosync corosync warning [TOTEM ] Retransmit List: 1',
      is: 'Mar 28 06:15:03 [38] node-1 corosync warning [TOTEM ] Retransmit List: 1',
    },
    { host: 'info', line: '  * Online: [ info srv2 ]', is: '  * Online: [ node-1 node-2 ]' },
    {
      host: 'cluster',
      line: '<node_state id="1" uname="cluster" in_ccm="true"/>',
      is: '<node_state id="1" uname="node-1" in_ccm="true"/>',
    },
    {
      host: 'mail',
      line: 'Mar 28 06:15:03 mail sendmail[3]: mailer of /var/mail on mail.acme.local',
      is: 'Mar 28 06:15:03 node-1 sendmail[3]: mailer of /var/mail on node-1.domain-1',
    },
    { host: 'warning', line: 'connect to warning.acme.local', is: 'connect to node-1.domain-1' },
  ])('"$host" is hidden where it is a name, and the text stays whole', ({ host, line, is }) => expect(hosts(line, host)).toBe(is))
})

describe('addresses', () => {
  test('a node called db8 stands in none that was replaced', () =>
    expect(redactorFor([], [['node', 'db8']]).redactor.line('db8 has 2a01:67c::5 on db8')).toBe('node-1 has 2001:db8:0:1::1 on node-1'))
  test('nor does one called fe80', () =>
    expect(redactorFor([], [['node', 'fe80']]).redactor.line('fe80 has fe80::5%eth0')).toBe('node-1 has fe80::1%eth0'))

  test.each([
    { name: 'ab1', line: 'ab1 at 2a01:67c::5', is: 'node-1 at 2001:db8:0:1::1' },
    { name: 'fe80', line: 'fe80::5 and fe80::6, fe80', is: 'fe80::1 and fe80::2, node-1' },
  ])('nor does one called $name', ({ name, line, is }) => expect(redactorFor([], [['node', name]]).redactor.line(line)).toBe(is))

  test.each([
    {
      text: '10.99.0.1 10.99.0.2 10.98.0.1/24 10.99.0.0/24 10.99.0.255',
      is: '198.18.0.1 198.18.0.2 198.18.1.1/24 198.18.0.0/24 198.18.0.255',
    },
    { text: '127.0.0.1 0.0.0.0 255.255.255.0 ::1', is: '127.0.0.1 0.0.0.0 255.255.255.0 ::1' },
    {
      text: 'falcon-sensor-7.14.0.1-1.el8.x86_64 version 6.2.3.4 curl/7.6.1.2',
      is: 'falcon-sensor-7.14.0.1-1.el8.x86_64 version 6.2.3.4 curl/7.6.1.2',
    },
    { text: 'fe80::5054:ff:feab:cdef%eth0 2001:620:0:1::17 2001:620:0:1::18', is: 'fe80::1%eth0 2001:db8:0:1::2 2001:db8:0:1::3' },
    { text: '::ffff:10.1.2.3 [10.1.2.3]:5405 10.1.2.3.', is: '::ffff:198.18.0.1 [198.18.0.1]:5405 198.18.0.1.' },
    { text: 'ocf::heartbeat:IPaddr2 06:15:03 a::b 1:2:3', is: 'ocf::heartbeat:IPaddr2 06:15:03 a::b 1:2:3' },
    { text: '00:00:00:00:00:00 52-54-00-ab-cd-ef', is: '00:00:00:00:00:00 02:00:00:00:00:01' },
    { text: 'mcastaddr: 239.192.1.1', is: 'mcastaddr: 233.252.1.1' },
    { text: '1.3.6.1.4.1.2021 4.18.0-553', is: '1.3.6.1.4.1.2021 4.18.0-553' },
  ])('$text', ({ text, is }) => {
    const map = new NameMap()
    expect(hideAddresses(text, map)).toBe(is)
    expect(hideAddresses(is, map)).toBe(is)
  })

  test('one address has one pseudonym, two have two, and neighbours stay neighbours', () => {
    fc.assert(
      fc.property(fc.array(fc.ipV4(), { minLength: 2, maxLength: 30 }), addresses => {
        const map = new NameMap()
        const hidden = addresses.map(address => hideAddresses(address, map))
        const net = (address: string) => address.slice(0, address.lastIndexOf('.'))
        addresses.forEach((a, i) => {
          addresses.forEach((b, j) => {
            expect(hidden[i] === hidden[j]).toBe(a === b)
            expect(net(hidden[i]!) === net(hidden[j]!)).toBe(net(a) === net(b))
          })
        })
      }),
    )
  })
})

describe('secrets are removed, not mapped', () => {
  test.each([
    { line: '<nvpair id="x" name="passwd" value="hunter2 a"/>', keeps: 'name="passwd"' },
    { line: '<nvpair value="hunter2" id="x" name="Token"/>', keeps: '<nvpair' },
    { line: '<nvpair name="options" value="username=u,password=hunter2"/>', keeps: 'username=u' },
    { line: ' Attributes: ip=192.0.2.1 password=hunter2 lanplus=1', keeps: 'lanplus=1' },
    { line: "+  /cib/nvpair[@id='f-passwd']:  @value=hunter2", keeps: '@value=' },
    { line: 'Mar 28 06:15:03 n1 sudo: COMMAND=/sbin/pcs host auth n1 -u hacluster -p hunter2', keeps: 'host auth n1' },
    { line: 'mount //user:hunter2@host/share', keeps: '@host/share' },
    { line: '"activation_key": "hunter2",', keeps: 'activation_key' },
    { line: 'Authorization: Bearer hunter2hunter2', keeps: 'Bearer' },
    { line: 'totem.private_key (str) = hunter2', keeps: 'private_key' },
    { line: '    key: hunter2', keeps: 'key' },
    { line: ' 1 S agentd --name x --maintenance-token hunter2', keeps: '--name x' },
    { line: 'joe:$6$hunter2hunter2$hunter2hunter2hunter2:1:', keeps: 'joe' },
  ])('$line', ({ line, keeps }) => {
    const shown = secretRemover()(line)
    expect(shown).not.toContain('hunter2')
    expect(shown).toContain(keeps)
  })

  test.each([
    '    token: 3000',
    'runtime.config.totem.token (u32) = 3000',
    'corosync[9]:  [TOTEM ] A processor failed: token timed out (3000ms), waiting 3600ms for consensus.',
    'sshd[1]: Failed password for root from 192.0.2.7',
    '<nvpair id="a" name="stonith-enabled" value="true"/>',
    '<lrm_rsc_op id="vip_last_0" operation_key="vip_stop_0" operation="stop" op-status="2"/>',
    'Result of stop operation for vip on n1: Timed Out | call=42 key=vip_stop_0 timeout=20000ms',
  ])('stays: %s', line => expect(secretRemover()(line)).toBe(line))

  test('a key over several lines goes, and what follows stays', () => {
    const hide = secretRemover()
    const base64 = 'A'.repeat(64)
    const lines = ['-----BEGIN PRIVATE KEY-----', base64, 'AAAA==', '-----END PRIVATE KEY-----', 'token: 3000']
    expect(lines.map(hide)).toEqual(['[dropped]', '[dropped]', '[dropped]', '[dropped]', 'token: 3000'])
  })

  test('a log that only quotes the first line of a key goes on', () => {
    const hide = secretRemover()
    expect(['x -----BEGIN RSA PRIVATE KEY-----', 'Mar 28 06:15:03 n1 a[1]: b', 'c: d'].map(hide)).toEqual([
      'x [dropped]',
      'Mar 28 06:15:03 n1 a[1]: b',
      'c: d',
    ])
  })

  test.each([
    { path: 'b/etc/shadow', secret: true },
    { path: 'b/etc/corosync/authkey', secret: true },
    { path: 'b/etc/pki/tls/private/x.key', secret: true },
    { path: 'b/var/log/messages', secret: false },
    { path: 'b/etc/ssh/sshd_config', secret: false },
  ])('$path holds nothing but secrets: $secret', ({ path, secret }) => expect(isSecretFile(path)).toBe(secret))
})

describe('the map', () => {
  const known = () =>
    redactorFor(
      [],
      [
        ['node', 'alpha9'],
        ['node', 'beta9'],
        ['user', 'zoe'],
      ],
    ).map

  test('is read back as it was written', () => {
    const map = known()
    hideAddresses('10.0.0.1 52:54:00:ab:cd:ef fd00::17', map)
    const again = readMap(writeMap(map))
    expect(again).toBeInstanceOf(NameMap)
    expect((again as NameMap).entries()).toEqual(map.entries())
  })

  test('is gone on with: what is known stays, what is new comes behind', () => {
    const map = readMap(writeMap(known())) as NameMap
    const { redactor } = redactorFor(
      [],
      [
        ['node', 'aaa9'],
        ['node', 'beta9'],
      ],
      undefined,
      map,
    )
    expect(redactor.line('aaa9 alpha9 beta9 zoe')).toBe('node-3 node-1 node-2 user-1')
  })

  test('real nodes called like pseudonyms get others', () => {
    const { redactor } = redactorFor(
      [],
      [
        ['node', 'node-1'],
        ['node', 'node-2'],
      ],
    )
    expect(redactor.line('node-1 node-2')).toBe('node-3 node-4')
  })

  test.each([
    { text: 'names: {}', message: 'this is no map of names (no "schema: avert/names@1")' },
    { text: 'schema: avert/names@1\nnames: { colour: { a: b } }', message: '"colour" is no kind of name' },
    { text: 'schema: avert/names@1\nnames: { node: { a: "x y" } }', message: 'the pseudonym of a node is no plain word' },
    { text: 'schema: avert/names@1\nnames: { node: { a: n-1, b: N-1 } }', message: 'two names have the pseudonym N-1' },
    { text: '{ : ]', message: 'the map of names is not readable YAML' },
  ])('is refused: $message', ({ text, message }) => expect(readMap(text)).toMatchObject({ message }))
})

describe('lines', () => {
  test('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', 'ä', '€', '  ')), fc.integer({ min: 1, max: 5 }), (parts, step) => {
        const bytes = new TextEncoder().encode(parts.join(''))
        const splitter = new LineSplitter()
        const lines: string[] = []
        for (let i = 0; i < bytes.length; i += step) lines.push(...splitter.take(bytes.subarray(i, i + step)))
        expect([...lines, splitter.end()].join('\n')).toBe(parts.join(''))
      }),
    )
  })

  test('a message that the journal wrote as numbers is read', () => {
    const bytes = [...new TextEncoder().encode('on srvdb01')].join(',')
    expect(withTexts(`{"MESSAGE":[${bytes}],"N":[1,2]}`)).toBe('{"MESSAGE":"on srvdb01","N":[1,2]}')
  })
})
