import type { Reading } from '../model.ts'
import { baseName, type EvidenceReader, reading, type Spot, spotsOf } from './reader.ts'

/** The key that tells whether a node is a virtual machine. */
export const virtualKey = 'machine.virtual'

/** Who makes virtual machines, as their firmware says it. */
const maker =
  /^(?:VMware|VMW|QEMU|KVM|RHEV|oVirt|OpenStack|Xen|innotek|Bochs|Google Compute Engine|Amazon EC2|Nutanix|AHV|Parallels|Alibaba Cloud|Standard PC|Virtual ?(?:Machine|Box)|HVM domU|BHYVE|ProLiant Virtual)/i
/** A whole machine of a cloud is a machine. */
const whole = /\.metal\b/
const field = /^\s*(?:Manufacturer|Product Name)\s*:\s*(\S.*?)\s*$/
const vendor = /^\s*(?:Hypervisor vendor|Virtualization)\s*:\s*\S+\s*$/
/** Programs and modules that a guest runs to work with its hypervisor, by the documentation of each. */
const tools = new Set([
  'vmtoolsd',
  'vmware-vmblock-fuse',
  'VGAuthService',
  'qemu-ga',
  'spice-vdagentd',
  'xe-daemon',
  'hypervvssd',
  'hypervkvpd',
  'hv_kvp_daemon',
  'hv_vss_daemon',
  'google_guest_agent',
  'ngt_guest_agent',
  'prltoolsd',
  'VBoxService',
])
const modules = new Set([
  'vmw_balloon',
  'vmw_vmci',
  'vmwgfx',
  'hv_vmbus',
  'hv_balloon',
  'virtio_balloon',
  'xen_blkfront',
  'xen_netfront',
  'vboxguest',
])

/** Devices that fence by asking a hypervisor or a cloud; those that fence hosts of virtual machines are none of them. */
const fencedAsGuest =
  /^stonith:(?:fence_(?:virt|xvm|vmware\w*|vbox|virsh|rhevm|ovirt|hyperv|nutanix_ahv|kubevirt|pve|xenapi|aws|azure_arm|gce|aliyun|openstack|ibm_vpc|ibm_powervs|cloudstack)|external\/(?:libvirt|vcenter|vmware|xen0|xen0-ha|ec2)|gcpstonith)$/

/** `dmidecode`, `lscpu`, `hostnamectl` and `virt-what`: whether the machine is a virtual one. */
export const virtual: EvidenceReader = {
  name: 'dmidecode',
  needs: ['DMI type 1,', 'System Information', 'Hypervisor vendor:'],
  recognises: (path, head) => /(?:^|\/)dmidecode[^/]*$/.test(path) || /^(?:Handle 0x\w+, DMI type 1,|Hypervisor vendor:)/m.test(head),
  readings: [virtualKey],
  mayBeSilent: true,
  read(text, context) {
    const named: { made: string; spot: Spot }[] = []
    let system = false
    for (const spot of spotsOf(text.slice(0, 65_536))) {
      if (/^Handle 0x/.test(spot.text)) system = false
      if (/^System Information/.test(spot.text)) system = true
      if (vendor.test(spot.text)) return [reading(context, virtualKey, true, spot)]
      const made = system ? field.exec(spot.text)?.[1] : undefined
      if (made) named.push({ made, spot })
    }
    const found = named.find(({ made }) => maker.test(made) || /virtual machine/i.test(made))
    return found && !named.some(({ made }) => whole.test(made)) ? [reading(context, virtualKey, true, found.spot)] : []
  },
}

/** A node that runs the tools of a guest is one, and so is one that the hypervisor is asked to fence. */
export function guests(readings: readonly Reading[]): Reading[] {
  const found = readings.find(({ key, value }) => {
    if (key === 'listed.process') return Array.isArray(value) && tools.has(baseName(String(value[1])))
    if (key === 'listed.unit') return tools.has(String(value).replace(/\.service$/, ''))
    if (key === 'listed.resource') return Array.isArray(value) && fencedAsGuest.test(String(value[1]))
    return key === 'listed.module' && modules.has(String(value))
  })
  return found ? [{ ...found, key: virtualKey, value: true }] : []
}
