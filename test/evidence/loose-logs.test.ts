import { expect, test } from 'vitest'
import { late, readFiles, ring, two } from './bundle-kit.ts'

const log = (...hosts: readonly string[]) => hosts.map((host, i) => ring(`Mar 28 06:15:0${i}`, host, '1.9')).join('')
const hung = (host: string) => `Mar 28 06:15:09 ${host} kernel: INFO: task crm_mon:4711 blocked for more than 120 seconds.\n`
const quiet = (host: string) => `Mar 28 06:15:09 ${host} pacemaker-controld[2236]:  notice: State transition S_IDLE -> S_POLICY_ENGINE\n`
const ofPlatform = 'Platform: Linux\nKernel release: 4.18.0-477.el8.x86_64\n'

test.each([
  { name: 'one file of many hosts in a folder that is none', files: { 'cent/messages': log('n1', 'n2') }, nodes: ['n1', 'n2'] },
  { name: 'such a file without a folder', files: { messages: log('n1', 'n2') }, nodes: ['n1', 'n2'] },
  { name: 'such a file of another name', files: { 'cent/all.log': log('n1', 'n2') }, nodes: ['n1', 'n2'] },
  { name: 'such a file in an archive', files: { 'cent.tar.gz/messages': log('n1', 'n2') }, nodes: ['n1', 'n2'] },
  { name: 'such a file in which the kernel of one host speaks', files: { 'cent/messages': log('n1') + hung('n2') }, nodes: ['n1', 'n2'] },
  { name: 'such a file in which a host only lives', files: { 'cent/messages': log('n1') + quiet('n2') }, nodes: ['n1', 'n2'] },
  { name: 'with their domains here and there', files: { 'cent/messages': log('n1', 'n1.example.com', 'n2') }, nodes: ['n1', 'n2'] },
  { name: 'files of two hosts in one folder', files: { 'cent/messages': log('n1'), 'cent/ha-log.txt': log('n2') }, nodes: ['n1', 'n2'] },
  { name: 'the lone host in a folder called otherwise', files: { 'loop/messages': log('n1') }, nodes: ['n1'] },
  {
    name: 'the lone host in folders for two days',
    files: { 'old/messages': log('n1'), 'new/messages': log('n1') },
    nodes: ['n1'],
  },
  {
    name: 'two hosts in two folders called otherwise',
    files: { 'left/messages': log('n1'), 'right/messages': log('n2') },
    nodes: ['n1', 'n2'],
  },
  { name: 'the folder that is called like its host', files: { 'n1/messages': log('n1.example.com') }, nodes: ['n1'] },
  { name: 'the folder whose host relays lines of another', files: { 'n1/messages': log('n1', 'n2') }, nodes: ['n1'] },
  { name: 'the folder of a host with a date', files: { 'n1-0328/messages': log('n1') }, nodes: ['n1-0328'] },
  { name: 'the folder, where the lines name nobody', files: { 'node01/messages': log('localhost') }, nodes: ['node01'] },
  {
    name: 'the folders, where one name was put in place of all',
    files: { 'node01/messages': log('myhost'), 'node02/messages': log('myhost') },
    nodes: ['node01', 'node02'],
  },
  {
    name: 'the folder that a collector made, whatever its lines say',
    files: { 'report/node01/ha-log.txt': log('alias'), 'report/node01/sysinfo.txt': ofPlatform },
    nodes: ['node01'],
  },
  { name: 'the folder with var, whatever its lines say', files: { 'node01/var/log/messages': log('node01', 'node02') }, nodes: ['node01'] },
])('the node is $name', async ({ files, nodes }) => {
  const found = await readFiles(files as unknown as Record<string, string>)
  expect(found.nodes).toEqual(nodes)
  expect(found.ledgerText.filter(text => text.startsWith('everything of'))).toEqual([])
  const told = found.ledger.find(({ what }) => what.startsWith('a list of all processes'))!.what
  expect(told).toMatch(new RegExp(`of ${nodes.join(', ')}$`))
})

test('a listing beside a log of one host is of that host, and one beside logs of several of none', async () => {
  const df = 'Filesystem     1K-blocks     Used Available Use% Mounted on\n/dev/sda1       10       10  0 100% /var\n'
  const one = await readFiles({ 'loop/messages': log('n1'), 'loop/df': df })
  const several = await readFiles({ 'loop/messages': log('n1', 'n2'), 'loop/df': df })
  const nodeOfDf = ({ examined }: typeof one) => examined.find(({ path }) => path === 'loop/df')!.node
  expect([nodeOfDf(one), nodeOfDf(several)]).toEqual(['n1', undefined])
})

test('lines that name no host in a file of several are of nobody', async () => {
  const bare = 'Mar 28 06:15:08 corosync[2187]:   [TOTEM ] Retransmit List: 1 2\n'
  const { events } = await readFiles({ 'cent/messages': log('n1', 'n2') + bare })
  expect(events.filter(({ kind }) => kind === 'totem-retransmit').map(({ node }) => node)).toEqual([undefined])
})

test('a central log with the configuration beside it has the nodes that are configured, and none of them is missing', async () => {
  const { nodes, events, ledgerText } = await readFiles({
    'case/corosync.conf': two,
    'case/messages': late('Mar 28 06:15:03', 'node01.example.com') + late('Mar 28 06:15:04', 'node02'),
  })
  expect(nodes).toEqual(['node01', 'node02'])
  expect(new Set(events.map(({ node }) => node))).toEqual(new Set(['node01', 'node02']))
  expect(ledgerText.filter(text => text.startsWith('everything of'))).toEqual([])
})
