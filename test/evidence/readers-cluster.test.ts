import { describe, expect, test } from 'vitest'
import { readerFor } from '../../src/evidence/readers/index.ts'
import { cluster, fixture, read, values } from './readers-kit.ts'

describe('what a cluster is made of, from', () => {
  test.each([
    {
      name: 'the CIB',
      text: cluster.cib,
      by: 'cib',
      nodes: ['n1', 'n2'],
      told: {
        resources: ['dlm', 'fence', 'fs', 'vip'],
        'resource-agents': ['ocf:heartbeat:Filesystem', 'ocf:heartbeat:IPaddr2', 'ocf:pacemaker:controld', 'stonith:fence_ipmilan'],
        'cluster.node-count': 2,
        'cluster.fencing-enabled': false,
        'cluster.maintenance-mode': true,
        'version.pacemaker': '2.1.7',
        'operations.timed-out': ['vip stop n2'],
        'operations.shortest-stop-timeout-seconds': 15,
      },
    },
    {
      name: 'a real CIB',
      text: fixture('cibadmin_-Q'),
      by: 'cib',
      nodes: ['node01', 'node02'],
      told: {
        resources: ['app', 'fence1', 'fence2', 'vip'],
        'resource-agents': ['ocf:heartbeat:Dummy', 'ocf:heartbeat:IPaddr2', 'stonith:fence_lab'],
        'cluster.node-count': 2,
        'cluster.fencing-enabled': true,
        'cluster.maintenance-mode': false,
        'cluster.name': 'labha',
        'version.pacemaker': '2.1.5',
        'operations.shortest-stop-timeout-seconds': 10,
      },
    },
    {
      name: 'its status',
      text: cluster.status,
      by: 'cluster-status',
      nodes: ['n1', 'n2'],
      told: {
        'cluster.name': 'c',
        resources: ['dlm', 'vip'],
        'resource-agents': ['ocf:heartbeat:IPaddr2', 'ocf:pacemaker:controld'],
        'cluster.node-count': 2,
        'cluster.maintenance-mode': true,
        'version.pacemaker': '2.1.7',
        'operations.timed-out': ['vip monitor n1', 'vip stop n1'],
      },
    },
    {
      name: 'its full status, with the numbers of the nodes',
      text: 'Cluster Summary:\n  * Stack: corosync\n\nNode List:\n  * Online: [ n1 (1) n2 (2) ]\n  * OFFLINE: [ n3 (3) ]\n',
      by: 'cluster-status',
      nodes: ['n1', 'n2', 'n3'],
      told: {},
    },
    {
      name: 'a real status',
      text: fixture('crm_mon_-1rA'),
      by: 'cluster-status',
      nodes: ['node02', 'node01'],
      told: {
        resources: ['app', 'fence1', 'fence2', 'vip'],
        'resource-agents': ['ocf:heartbeat:Dummy', 'ocf:heartbeat:IPaddr2', 'stonith:fence_lab'],
        'cluster.node-count': 2,
        'version.pacemaker': '2.1.5',
      },
    },
    {
      name: 'its status as XML',
      text: cluster.xml,
      by: 'cluster-status-xml',
      nodes: ['n1'],
      told: {
        resources: ['vip'],
        'resource-agents': ['ocf:heartbeat:IPaddr2'],
        'cluster.node-count': 1,
        'cluster.fencing-enabled': true,
        'cluster.maintenance-mode': false,
        'version.pacemaker': '2.1.7',
        'operations.timed-out': ['vip stop n1'],
      },
    },
    {
      name: 'pcs config',
      text: cluster.pcs,
      by: 'pcs-config',
      nodes: ['n1', 'n2'],
      told: {
        'cluster.name': 'c',
        resources: ['fence', 'vip'],
        'resource-agents': ['ocf:heartbeat:IPaddr2', 'stonith:fence_ipmilan'],
        'cluster.node-count': 2,
        'cluster.fencing-enabled': true,
        'version.pacemaker': '2.1.7',
        'operations.shortest-stop-timeout-seconds': 20,
      },
    },
    {
      name: 'an old pcs config',
      text: cluster.oldPcs,
      by: 'pcs-config',
      nodes: ['n1', 'n2'],
      told: {
        'cluster.name': 'c',
        resources: ['vip'],
        'resource-agents': ['ocf:heartbeat:IPaddr2'],
        'cluster.node-count': 2,
        'cluster.fencing-enabled': false,
        'operations.shortest-stop-timeout-seconds': 30,
      },
    },
  ])('$name, and never a password', ({ text, by, nodes, told }) => {
    const found = read('n1/x', text)
    expect(found.by).toBe(by)
    expect(found.told).toEqual(told)
    expect(values(found.all, 'listed.node')).toEqual(nodes)
    expect(JSON.stringify(found.all)).not.toMatch(/hunter\d/)
  })

  test.each([
    { name: 'declares entities', text: `<!DOCTYPE x [<!ENTITY a "b">]>${cluster.cib.slice(21)}` },
    { name: 'uses unknown entities', text: cluster.cib.replace('hunter2', '&evil;') },
    { name: 'does not nest', text: cluster.cib.replace('</nodes>', '</node>') },
    { name: 'is followed by something else', text: `${cluster.cib}<more/>` },
  ])('no CIB that $name', ({ text }) => {
    const { all } = read('n1/x', text)
    expect(all.filter(({ key }) => key !== 'listed.unread')).toEqual([])
    // A document type keeps it from being taken for a CIB at all.
    if (!text.startsWith('<!DOCTYPE'))
      expect(values(all, 'listed.unread')).toEqual([['n1/x', expect.stringContaining('no well-formed XML')]])
  })

  test.each([
    {
      name: 'within the state',
      until: '<lrm_resource id="vip">',
      told: { 'operations.shortest-stop-timeout-seconds': 15, 'cluster.node-count': 2, 'cluster.maintenance-mode': true },
    },
    // Fencing is on unless something says that it is off, and that may have stood behind the cut.
    {
      name: 'within the settings of the cluster',
      until: '<nvpair id="2"',
      told: { 'version.pacemaker': '2.1.7' },
      not: 'cluster.fencing-enabled',
    },
    { name: 'within the list of nodes', until: '<node id="2"', told: { 'cluster.fencing-enabled': false }, not: 'cluster.node-count' },
    {
      name: 'within the resources',
      until: '<group id="g">',
      told: { resources: ['dlm', 'fence'], 'cluster.node-count': 2 },
      not: 'operations.shortest-stop-timeout-seconds',
    },
  ])('a CIB that is cut off $name gives what stands before, and says so', ({ until, told, not }) => {
    for (const more of [0, 3]) {
      const found = read('n1/x', cluster.cib.slice(0, cluster.cib.indexOf(until) + more))
      expect(found.told).toMatchObject(told)
      if (not) expect(found.told).not.toHaveProperty([not])
      expect(values(found.all, 'listed.unread')).toEqual([['n1/x', expect.stringContaining('cut off')]])
    }
  })

  test.each(['n1/var/lib/pacemaker/cib/cib-12.raw', 'n1/var/lib/pacemaker/pengine/pe-input-3.bz2'])('no former CIB: %s', path => {
    expect(readerFor(path, cluster.cib)?.name).not.toBe('cib')
  })
})
