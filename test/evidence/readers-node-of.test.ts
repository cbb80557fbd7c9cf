import { describe, expect, test } from 'vitest'
import { hostRootOf } from '../../src/evidence/readers/host-root.ts'
import { nodeNames, noNames } from '../../src/evidence/readers/node-names.ts'
import { nodeOf } from '../../src/evidence/readers/node-of.ts'

const nodes = new Set(['node1', 'db-2.example.com'])

describe('nodeOf', () => {
  test.each([
    { name: 'a folder with etc', path: 'bundle/node01/etc/hosts', expected: 'node01' },
    { name: 'a folder with var, deeper', path: 'a.tar.gz/x/node01/var/log/messages', expected: 'node01' },
    { name: 'the folder itself', path: 'node01/sos_commands/x/y', expected: 'node01' },
    { name: 'a folder with a name that is no host', path: 'bundle/var/log/messages', expected: undefined },
    { name: 'an archive that begins with etc', path: 'case.tar.gz/etc/hosts', expected: undefined },
    { name: 'a sosreport', path: 'x.tar.xz/sosreport-node1-2026-03-28-abcdefg/var/log/messages', expected: 'node1' },
    { name: 'a sosreport with a case number', path: 'sosreport-my-node-03412345-2026-03-28-abcdefg/etc/hosts', expected: 'my-node' },
    { name: 'an old sosreport', path: 'sosreport-node1.03412345-20260304112233/etc/hosts', expected: 'node1' },
    { name: 'a file at the top of a sosreport', path: 'sosreport-node1-2026-03-28-abcdefg/installed-rpms', expected: 'node1' },
    { name: 'a crm_report', path: 'crm_report-1/node1/corosync.conf', expected: 'node1' },
    { name: 'the top of a crm_report', path: 'report/analysis.txt', expected: undefined },
    { name: 'a single file', path: 'messages', expected: undefined },
  ])('$name', ({ path, expected }) => {
    expect(nodeOf(path)).toBe(expected)
  })

  test.each([
    { name: 'a folder called like a node', path: 'x/node1/messages', expected: 'node1' },
    {
      name: 'a sosreport with a label and a short name',
      path: 'sosreport-db-2-slow-03412345-2026-03-28-abcdefg/etc/x',
      expected: 'db-2.example.com',
    },
    { name: 'a folder with a short name', path: 'x/db-2/etc/x', expected: 'db-2.example.com' },
    { name: 'no folder of another name', path: 'x/workdir/etc/x', expected: undefined },
  ])('once the nodes are known: $name', ({ path, expected }) => {
    expect(nodeOf(path, { ...noNames, nodes })).toBe(expected)
  })

  test('what hostname says comes first, by the name the cluster uses', () => {
    const names = nodeNames([
      { key: 'listed.hostname', value: 'node1.example.com', node: undefined, file: 'bundle/etc/hostname' },
      { key: 'listed.node', value: 'node1', node: undefined, file: 'bundle/etc/corosync/corosync.conf' },
    ])
    expect(nodeOf('bundle/var/log/messages', names)).toBe('node1')
  })
})

test.each([
  ['bundle/node01/var/log/messages', 'bundle/node01'],
  ['etc/hosts', ''],
  ['sosreport-a-2026-03-28-abc/uptime', 'sosreport-a-2026-03-28-abc'],
  ['report/n1/ha-log.txt', 'report/n1'],
  ['messages', undefined],
])('hostRootOf %s is %s', (path, root) => {
  expect(hostRootOf(path)).toBe(root)
})
