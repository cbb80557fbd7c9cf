import { describe, expect, test } from 'vitest'
import { conf, ps, readFiles, ring } from './bundle-kit.ts'

const hb = conf([
  { ring0_addr: 'nodea-hb', nodeid: '1' },
  { ring0_addr: 'nodeb-hb', nodeid: '2' },
])
const byAddress = conf([
  { ring0_addr: '10.1.0.1', nodeid: '1' },
  { ring0_addr: '10.1.0.2', nodeid: '2' },
])
const named = conf([
  { ring0_addr: '10.1.0.1', name: 'east', nodeid: '1' },
  { ring0_addr: '10.1.0.2', name: 'west', nodeid: '2' },
])
const log = (host: string) => ring('Mar 28 06:15:03', host, '1.9')
const ip = (address: string) => `1: lo    inet 127.0.0.1/8 scope host lo\n2: ens3    inet ${address}/24 brd 10.1.0.255 scope global ens3\n`

describe('a host is matched with its node', () => {
  test.each([
    {
      name: 'with its domain, while the node has none',
      corosync: conf([{ name: 'nodea' }, { name: 'nodeb' }]),
      host: 'nodea.example.com',
      files: {},
      node: 'nodea',
    },
    {
      name: 'without its domain, while the node has one',
      corosync: conf([{ name: 'nodea.example.com' }, { name: 'nodeb.example.com' }]),
      host: 'nodea',
      files: {},
      node: 'nodea.example.com',
    },
    { name: 'in capital letters', corosync: conf([{ name: 'nodea' }, { name: 'nodeb' }]), host: 'NODEA', files: {}, node: 'nodea' },
    { name: 'by the name of its heartbeat network', corosync: hb, host: 'nodea', files: {}, node: 'nodea-hb' },
    {
      name: 'by its address',
      corosync: byAddress,
      host: 'nodea',
      files: { 'sos_commands/networking/ip_-o_addr': ip('10.1.0.1') },
      node: '10.1.0.1',
    },
    {
      name: 'by the address that /etc/hosts gives it',
      corosync: named,
      host: 'nodea',
      files: { 'etc/hosts': '127.0.0.1 localhost\n10.1.0.1 nodea nodea.example.com\n10.1.0.2 nodeb\n' },
      node: 'east',
    },
    {
      name: 'by a ring address that is a name, over /etc/hosts and its own address',
      corosync: conf([
        { ring0_addr: 'ring-1', name: 'east' },
        { ring0_addr: 'ring-2', name: 'west' },
      ]),
      host: 'nodea',
      files: { 'etc/hosts': '10.9.0.1 ring-1\n10.9.0.2 ring-2\n', 'sos_commands/networking/ip_addr': ip('10.9.0.1') },
      node: 'east',
    },
    {
      name: 'by the id that corosync has for it',
      corosync: named,
      host: 'nodea',
      files: { 'sos_commands/corosync/corosync-cfgtool_-s': 'Local node ID 1, transport knet\nLINK ID 0 udp\n' },
      node: 'east',
    },
    {
      name: 'by what corosync runs with',
      corosync: named,
      host: 'nodea',
      files: {
        'sos_commands/corosync/corosync-cmapctl':
          'nodelist.local_node_pos (u32) = 0\nnodelist.node.0.name (str) = east\nnodelist.node.1.name (str) = west\n',
      },
      node: 'east',
    },
  ])('$name', async ({ corosync, host, files, node }) => {
    const found = await readFiles({
      'bundle/a/etc/corosync/corosync.conf': corosync,
      'bundle/a/etc/hostname': `${host}\n`,
      'bundle/a/var/log/messages': log(host),
      'bundle/a/ps': ps('/usr/sbin/corosync'),
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`bundle/a/${path}`, text as unknown as string])),
    })
    expect(found.examined.filter(({ path }) => path.startsWith('bundle/a')).map(file => file.node)).toEqual(found.examined.map(() => node))
    expect(found.nodes).toHaveLength(2)
    expect([...new Set(found.events.map(event => event.node))]).toEqual([node])
    // The other one is missing, this one is not.
    expect(found.ledgerText.filter(text => text.startsWith('everything of'))).toHaveLength(1)
    expect(found.ledgerText).not.toContainEqual(expect.stringMatching(`everything of ${node}`))
  })

  test('but not by a likeness that fits two', async () => {
    const found = await readFiles({
      'bundle/a/etc/corosync/corosync.conf': conf([{ name: 'db-1' }, { name: 'db-2' }]),
      'bundle/a/etc/hostname': 'db\n',
      'bundle/a/var/log/messages': log('db'),
    })
    expect([...new Set(found.events.map(event => event.node))]).toEqual(['db'])
  })

  test('nor is a working folder a node', async () => {
    const found = await readFiles({
      'case-1/ticket/etc/corosync/corosync.conf': hb,
      'case-1/ticket/var/log/messages': log('nodea'),
    })
    expect(found.nodes).toEqual(['nodea-hb', 'nodeb-hb'])
    expect([...new Set(found.events.map(event => event.node))]).toEqual(['nodea-hb'])
  })
})
