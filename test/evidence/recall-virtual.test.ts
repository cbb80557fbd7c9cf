import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const virtual = async (files: Record<string, string>) => (await readFiles(files)).known('node-is-virtual')
const dmi = (maker: string, product: string) =>
  `# dmidecode 3.3\nHandle 0x0000, DMI type 0, 26 bytes\nBIOS Information\n\tVendor: Phoenix\n\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: ${maker}\n\tProduct Name: ${product}\n\nHandle 0x0002, DMI type 2, 15 bytes\nBase Board Information\n\tManufacturer: Intel Corporation\n`
const ps = (command: string) =>
  `USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\nroot           1  0.0  0.1  12345  6789 ?        Ss   Mar01   0:09 /usr/lib/systemd/systemd\nroot         911  0.0  0.1  12345  6789 ?        Ssl  Mar01   0:09 ${command}\n`

const fencedBy = (agent: string) =>
  `Cluster name: prod\nStack: corosync\n2 nodes configured\n\nFull List of Resources:\n  * kill\t(stonith:${agent}):\t Started node01\n`
const oldTask = (hardware: string) =>
  `BUG: soft lockup - CPU#0 stuck for 67s! [sync:4711]\nCPU 0 \n\nPid: 4711, comm: sync Tainted: P        --L------------    2.6.32-754.el6.x86_64 #1 ${hardware}\n`
const vip = 'vip\t(ocf::heartbeat:IPaddr2):\tStarted node02'
const status = (row: string) => `[root@node02 ~]# pcs status\nStack: corosync\nOnline: [ node02 ]\nOFFLINE: [ node01 ]\n\n ${row}\n`
/** A command and its prompt. */
const typed = (command: string) => `[root@node01 ~]# ${command}\n`
const date = 'Mar 28 06:15:03 node02'

describe('a virtual machine is known', () => {
  test.each([
    ['by its firmware', { 'node01/dmidecode': dmi('VMware, Inc.', 'VMware7,1') }],
    ['by a product of a cloud', { 'node01/dmidecode': dmi('Microsoft Corporation', 'Virtual Machine') }],
    [
      'by lscpu',
      { 'node01/sos_commands/processor/lscpu': 'Architecture: x86_64\nCPU(s): 4\nHypervisor vendor:   KVM\nVirtualization type: full\n' },
    ],
    ['by the tools of a guest', { 'node01/ps': ps('/usr/bin/vmtoolsd') }],
    [
      'by a module of a guest',
      { 'node01/lsmod': 'Module                  Size  Used by\nvmw_balloon            24576  0\nxfs                  1556480  3\n' },
    ],
    ['by the line of a task in an old kernel', { 'node01/dmesg.txt': oldTask('VMware, Inc. VMware Virtual Platform/440BX') }],
    ['by a device that asks the hypervisor to fence it', { 'node01/pcs_status.txt': fencedBy('fence_vmware_rest') }],
    ['by an old device of that kind', { 'node01/crm_mon.txt': fencedBy('external/libvirt') }],
    ['by the way it is fenced', { 'crm_mon.txt': status('vmfence\t(stonith:fence_vmware_soap):\tStarted node02') }],
    ['by an address of a cloud', { 'crm_mon.txt': status('lb\t(ocf::heartbeat:azure-lb):\tStarted node02') }],
    ['by the command that started it', { 'notes.txt': `${status(vip)}\n[root@host ~]# virsh start node01\nDomain 'node01' started\n` }],
    ['by a device that was set up at a terminal', { 'notes.txt': typed('pcs stonith create kill fence_vmware_rest ip=10.9.8.7 ssl=1') }],
    [
      'by a prompt that a converter escaped',
      { 'notes.txt': typed('pcs stonith create kill fence_xvm').replace('[', '\\[').replace('~]', '\\~\\]') },
    ],
    ['by an agent that was called by hand', { 'notes.txt': typed('while :; do fence_pve --ip=10.9.8.7 --plug=7 --action=status; done') }],
    ['by what an old agent did', { 'node02/messages': `${date} external/libvirt[311]: notice: Domain node01 was stopped\n` }],
    [
      'by the old agent that the fencer ran',
      { 'node02/messages': `${date} stonith-ng[9]: warning: st:311 [ Performing: stonith -t external/vcenter -T reset node01 ]\n` },
    ],
    ['by the agent of a guest in a log', { messages: 'Mar 28 06:15:03 node02 qemu-ga[1101]: info: guest-ping called\n' }],
    ['by its clock', { 'dmesg.txt': '[86412.331204] clocksource: Switched to clocksource kvm-clock\n' }],
    ['by the name of its disk', { 'dmesg.txt': '[86412.331204] EXT4-fs (vdb1): mounted filesystem with ordered data mode\n' }],
    [
      'by what the host wrote about it',
      { 'vmware.log': '2026-03-28T06:15:03.488Z| vcpu-0| Checkpoint_Unstun: vm stopped for 4210337 us\n' },
    ],
  ])('%s', async (_, files) => {
    expect(await virtual(files)).toEqual([true])
  })
  test.each([
    ['a machine of metal', { 'node01/dmidecode': dmi('Dell Inc.', 'PowerEdge R750') }],
    ['a whole machine of a cloud', { 'node01/dmidecode': dmi('Amazon EC2', 'c5.metal') }],
    ['an old kernel on metal', { 'node01/dmesg.txt': oldTask('HP ProLiant DL380p Gen8') }],
    ['one that a board fences', { 'node01/pcs_status.txt': fencedBy('fence_ipmilan') }],
    ['one that fences hosts of virtual machines', { 'node01/pcs_status.txt': fencedBy('fence_compute') }],
    ['a machine with a management board', { 'crm_mon.txt': status('f1\t(stonith:fence_ipmilan):\tStarted node02') }],
    ['a node that starts guests', { 'notes.txt': `${status(vip)}\n[root@node01 ~]# virsh start web7\nDomain 'web7' started\n` }],
    ['what somebody would see', { 'notes.txt': `${status(vip)}\nThen it prints Domain node01 started\n` }],
    ['an agent that pcs lists', { 'notes.txt': `${typed('pcs stonith list')}fence_vmware_rest - Fence agent for VMware REST API\n` }],
    ['an agent whose manual was read', { 'notes.txt': typed('man fence_xvm') }],
    ['advice', { 'notes.txt': 'Use pcs stonith create kill fence_vmware_rest on such nodes.\nOr fence_aws --help\n' }],
    ['a board that somebody set up', { 'notes.txt': typed('pcs stonith create kill fence_ipmilan ip=10.9.8.7') }],
    ['a host of virtual machines', { 'node01/ps': ps('/usr/libexec/qemu-kvm -name guest=web01') }],
    [
      'a host that speaks with agents',
      { messages: 'Mar 28 06:15:03 kvm1 libvirtd[99]: Guest agent is not responding: guest-ping called\n' },
    ],
    ['a disk of its own', { 'dmesg.txt': '[86412.331204] EXT4-fs (sdb1): mounted filesystem with ordered data mode\n' }],
  ])('but not %s', async (_, files) => {
    expect(await virtual(files)).toEqual([])
  })
})
