import { describe, expect, test } from 'vitest'
import { readFiles } from './bundle-kit.ts'

const isVirtual = async (text: string, path = 'paste.txt') => (await readFiles({ [path]: text })).truths.includes('node-is-virtual')
/** A command at a prompt and what it printed. */
const asked = (command: string, answer: string) => `[root@node01 ~]# ${command}\n${answer}\n[root@node01 ~]# uptime\n`
const card = (name: string, address: string) =>
  `2: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    link/ether ${address} brd ff:ff:ff:ff:ff:ff\n`
const unit = (state: string) =>
  `● qemu-guest-agent.service - QEMU Guest Agent\n   Loaded: loaded (/usr/lib/systemd/system/qemu-guest-agent.service; disabled)\n   Active: ${state} since Mon 2026-03-23\n`

describe('a listing of any command shows a virtual machine', () => {
  test.each([
    ['the word of systemd-detect-virt', asked('systemd-detect-virt', 'vmware')],
    ['the words of virt-what', asked('virt-what', 'xen\nxen-hvm\naws')],
    ['one field of dmidecode', asked('dmidecode -s system-product-name', 'Standard PC (Q35 + ICH9, 2009)')],
    ['what the kernel keeps of it', asked('cat /sys/class/dmi/id/sys_vendor', 'QEMU')],
    ['the clock', asked('cat /sys/devices/system/clocksource/clocksource0/current_clocksource', 'kvm-clock')],
    ['a few lines of dmidecode', '\tProduct Name: VMware Virtual Platform\n\tProduct Name: 440BX Desktop Reference Platform\n'],
    ['a field of hostnamectl', '           Chassis: vm\n    Virtualization: oracle\n'],
    ['a newer hostnamectl', '  Hardware Vendor: VMware, Inc.\n  Hardware Model: VMware20,1\n'],
    ['a field of lscpu', 'Hypervisor vendor:     pHyp\nVirtualization type:   para\n'],
    ['the flags of its processors', `flags\t\t: fpu vme de pse tsc msr pae mce cx8 apic rdrand hypervisor lahf_lm abm\n`],
    ['its bus', '0b:00.0 Ethernet controller: VMware VMXNET3 Ethernet Controller (rev 01)\n'],
    [
      'its disk in lsblk',
      'NAME          MAJ:MIN RM  SIZE RO TYPE MOUNTPOINT\nvda           252:0    0   40G  0 disk\n└─vda1        252:1    0    1G  0 part /boot\n',
    ],
    ['its disk in df', 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/vda1      1014M  200M  815M  20% /boot\n'],
    ['its disk in mount', '/dev/xvda1 on / type xfs (rw,relatime,seclabel,attr2,inode64,noquota)\n'],
    ['its disk in iostat', 'vda               0.00     2.00    1.00   35.00    16.00   280.00    16.44     0.10    0.11  0.02   0.30\n'],
    ['its disk in lsscsi', '[0:0:0:0]    disk    VMware   Virtual disk     1.0   /dev/sda\n'],
    ['its disk in multipath', "mpatha (36000c29f1e2b3c4d5e6f708192a3b4c5) dm-3 VMware  ,Virtual disk\nsize=10G features='0'\n"],
    ['the number of its disk', 'SBD_DEVICE="/dev/disk/by-id/scsi-36000c29f1e2b3c4d5e6f708192a3b4c5"\n'],
    ['the driver of its card', 'driver: vmxnet3\nversion: 1.4.17.0-k-NAPI\n'],
    ['the address of its card', card('ens192', '00:50:56:9a:12:34')],
    ['the address of its card in ifconfig', 'eth0      Link encap:Ethernet  HWaddr 00:50:56:9A:12:34\n'],
    ['a unit of its tools', unit('active (running)')],
    ['a row of ps', 'root       911     1  0 Mar01 ?        00:10:09 /usr/bin/qemu-ga --method=virtio-serial\n'],
    ['a row of lsmod', 'vmxnet3                69632  0\n'],
    ['a command on its disk', asked('mkfs.xfs -f /dev/vdb1', 'meta-data=')],
    ['its interrupts', ' 24:   1234   0  PCI-MSI 49152-edge      virtio0-config\n'],
    ['the profile of tuned', 'Current active profile: virtual-guest\n'],
    ['facts of ansible', '"ansible_virtualization_role": "guest",\n'],
    ['a fence device as XML', '<primitive class="stonith" id="kill" type="fence_vmware_soap">\n'],
    ['a device that was set up by root', '# pcs stonith create kill fence_azure_arm subscriptionId=x\n'],
  ])('%s', async (_, text) => {
    expect(await isVirtual(text)).toBe(true)
    expect(await isVirtual(text.replace(/^/gm, '> '))).toBe(true)
  })

  test.each([
    ['a machine of metal', asked('systemd-detect-virt', 'none')],
    ['the name of a server', asked('dmidecode -s system-product-name', 'PowerEdge R750')],
    ['a whole machine of a cloud', 'Manufacturer: Amazon EC2\nProduct Name: c5.metal\nDisk /dev/vda: 42.9 GB\n'],
    ['a processor that could run guests', 'Virtualization:      VT-x\nflags\t\t: fpu vme de pse tsc msr pae mce cx8 apic vmx lahf_lm\n'],
    ['the bridge of a host', card('virbr0', '52:54:00:9a:12:34')],
    ['a container', '5: eth0@if6: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500\n    link/ether 00:16:3e:9a:12:34 brd ff:ff:ff:ff:ff:ff\n'],
    ['the address of a neighbour', '10.1.0.5                 ether   00:50:56:9a:12:34   C                     eth0\n'],
    [
      'the disks of a guest on its host',
      asked('virsh domblklist web01', ' Target   Source\n vda      /var/lib/libvirt/images/web01.qcow2'),
    ],
    ['a command about the disk of a guest', asked('virsh attach-disk web01 /img/a /dev/vdb', 'Disk attached successfully')],
    ['a unit that does not run', unit('inactive (dead)')],
    ['a disk of a storage array', 'mpatha (3600508b4000971ab12340000a1) dm-3 HP      ,HSV300\n'],
    ['a driver of metal', 'driver: ixgbe\nversion: 5.1.0-k\n'],
    ['what somebody asks', 'Is this a VMware Virtual Platform, and does systemd-detect-virt say vmware?\n'],
    ['what somebody writes', 'We moved it from /dev/vda1 to /dev/sda1, and vmxnet3 was mentioned.\n'],
  ])('but not %s', async (_, text) => {
    expect(await isVirtual(text)).toBe(false)
  })

  test.each([
    ['sos_commands/systemd/systemd-detect-virt', 'kvm\n', 'none\n'],
    ['sys/devices/virtual/dmi/id/product_name', 'VMware20,1\n', 'PowerEdge R750\n'],
    [
      'proc/cpuinfo',
      'flags\t\t: fpu vme de pse tsc msr pae mce cx8 hypervisor lahf_lm\n',
      'flags\t\t: fpu vme de pse tsc msr pae mce cx8 vmx lahf_lm\n',
    ],
    [
      'proc/partitions',
      'major minor  #blocks  name\n\n 252        0   41943040 vda\n',
      'major minor  #blocks  name\n\n   8        0   41943040 sda\n',
    ],
  ])('in a collection by %s, and only there', async (path, yes, no) => {
    expect(await isVirtual(yes, `sosreport-node01/${path}`)).toBe(true)
    expect(await isVirtual(no, `sosreport-node01/${path}`)).toBe(false)
  })

  test('nor what a manual shows', async () => {
    const page = `# Set up a node\n\n## Look at it\n\n\`\`\`\n${asked('systemd-detect-virt', 'kvm')}\`\`\`\n\n## Look at its disks\n\n\`\`\`\nvda           252:0    0   40G  0 disk\n\`\`\`\n`
    expect(await isVirtual(page, 'docs/guide.md')).toBe(false)
  })

  test('lines that are almost one take no time', async () => {
    const rows = [
      `vda ${'1.0 '.repeat(900)}x`,
      `flags : fpu ${'ab '.repeat(1200)}`,
      `[root@node01 ~]# ${'a '.repeat(1500)}`,
      `/dev/vda ${'a '.repeat(1500)}`,
    ]
    expect(await isVirtual(`${rows.join('\n')}\n`.repeat(40))).toBe(false)
  })
})
