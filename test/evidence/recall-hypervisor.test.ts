import { describe, expect, test } from 'vitest'
import { readFiles, two } from './bundle-kit.ts'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`
const paused = rows(
  'Mar 28 22:07:33 node01 corosync[1893]:  [MAIN  ] Corosync main process was not scheduled (@1774735653812) for 9344.6190 ms (threshold is 2400.0000 ms). Consider token timeout increase.',
)
const nodes = {
  'node01/etc/corosync/corosync.conf': two,
  'node01/messages': paused,
  'node02/messages': 'Mar 28 22:01:01 node02 systemd[1]: x\n',
}
const shows = async (text: string, path = 'from-the-vm-team.csv') =>
  (await readFiles({ ...nodes, [path]: text })).known('hypervisor-task-at-incident').includes(true)

describe('the hypervisor worked on the machine when it stood still', () => {
  test.each<[string, string]>([
    [
      'events of vCenter as CSV',
      rows(
        '"Date Time","Type","Target","Event"',
        '"03/28/2026, 10:07:34 PM","vim.event.VmMigratedEvent","node01","Virtual machine node01 migrated from host esx1"',
      ),
    ],
    [
      'a list of tasks in a mail',
      rows('vCenter tasks (CET)', '28.03.2026 22:06:58    Create virtual machine snapshot   node01    svc-backup'),
    ],
    ['ISO times and a domain', rows('2026-03-28 22:07:10,Remove snapshot,node01.corp.example,VMware vCenter')],
    [
      'events of oVirt',
      rows('oVirt events', '2026-03-28 22:05:01 Migration started (VM: node01, Source: hv1, Destination: hv2, User: admin).'),
    ],
    [
      'events of oVirt with the name of the month',
      rows('oVirt', 'Mar 28, 2026, 10:05:01 PM  Migration started (VM: node01, Source: hv1).'),
    ],
    ['what Hyper-V says afterwards', rows('Hyper-V', "2026-03-28 22:05:01 Checkpoint of virtual machine 'node01' was created")],
    ['disks that were put together', rows('vCenter:', '03/28/2026, 10:06:50 PM  Virtual machine node01 disks consolidated successfully')],
    ['tasks of Hyper-V', rows('Hyper-V', '3/28/2026 10:07:01 PM  The checkpoint of node01 is being created: Creating checkpoint')],
  ])('%s', async (_, text) => {
    expect(await shows(text)).toBe(true)
  })

  test('the guest noted that its file systems were frozen, in UTC', async () => {
    const log = rows('[2026-03-28T22:07:01.002Z] [ message] [vmbackup] Freezing file systems')
    expect(await shows(log, 'node01/var/log/vmware-vmsvc-root.log')).toBe(true)
  })

  test.each([
    "2026-03-28T22:06:58.114Z| vmx| I005: SnapshotVMX_TakeSnapshot start: 'nightly', deviceState=0, lazy=0, quiesced=1",
    '2026-03-28T22:07:32.008Z In(05) vcpu-0 - Checkpoint_Unstun: vm stopped for 9213456 us',
  ])('the log of the machine on its host: %s', async line => {
    expect(await shows(rows(line), 'vmware.log')).toBe(true)
  })

  test.each<[string, string]>([
    [
      'that stopped the machine for less than a second',
      rows('2026-03-28T22:07:32.008Z| vcpu-0| Checkpoint_Unstun: vm stopped for 213456 us'),
    ],
    ['hours before', rows('vCenter tasks', '28.03.2026 20:06:58    Create virtual machine snapshot   node01    svc-backup')],
    ['on another day', rows('vCenter tasks', '27.03.2026 22:06:58    Create virtual machine snapshot   node01    svc-backup')],
    ['of another machine', rows('vCenter tasks', '28.03.2026 22:06:58    Create virtual machine snapshot   web07    svc-backup')],
    ['that has a longer name', rows('vCenter tasks', '28.03.2026 22:06:58    Create virtual machine snapshot   node01-old    svc-backup')],
    ['of another kind', rows('vCenter tasks', '28.03.2026 22:06:58    Reconfigure virtual machine   node01    admin')],
    ['that is planned', rows('vCenter: 2026-03-28 22:06 snapshots of the virtual machine node01 will be removed')],
    ['of a volume in the node', rows('2026-03-28 22:07:00 node01 lvcreate: snapshot created')],
  ])('but not a task %s', async (_, text) => {
    expect(await shows(text)).toBe(false)
  })

  test('a log of the node about snapshots of its own is none', async () => {
    const own = rows('Mar 28 22:07:30 node01 snapperd[44]: creating snapshot 12 of the VMware virtual machine')
    expect(await shows(own, 'node01/var/log/messages-1')).toBe(false)
  })
})
