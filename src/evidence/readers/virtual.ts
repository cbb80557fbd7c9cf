import { surePrompt } from '../lines/prompt.ts'
import type { Reading } from '../model.ts'
import { baseName, type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** The key that tells whether a node is a virtual machine. */
const virtualKey = 'machine.virtual'
/** What only a virtual machine shows, in the listing of some command. */
export const signKey = 'listed.guest-sign'

/** Who makes virtual machines, as their firmware says it. */
export const maker =
  /^(?:VMware|VMW|QEMU|KVM|RHEV|oVirt|OpenStack|Xen|innotek|Bochs|Google Compute Engine|Amazon EC2|Nutanix|AHV|Parallels|Alibaba Cloud|Standard PC|Virtual ?(?:Machine|Box)|HVM domU|BHYVE|ProLiant Virtual)/i
/** A whole machine of a cloud is a machine. */
const whole = /\.metal\b/
const field = /^\s*(?:Manufacturer|Product Name)\s*:\s*(\S.*?)\s*$/
const vendor = /^\s*(?:Hypervisor vendor|Virtualization)\s*:\s*\S+\s*$/
/** Programs and modules that a guest runs to work with its hypervisor, by the documentation of each. */
export const tools = new Set([
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
  'open-vm-tools',
  'vgauthd',
  'qemu-guest-agent',
  'waagent',
  'walinuxagent',
  'WALinuxAgent',
  'google-guest-agent',
  'google_osconfig_agent',
  'hv_fcopy_daemon',
  'hv-kvp-daemon',
  'hv-vss-daemon',
  'hyperv-daemons',
  'xe-linux-distribution',
  'vboxadd-service',
])
const modules = new Set([
  'vmw_balloon',
  'vmw_vmci',
  'vmwgfx',
  'vmxnet3',
  'vmw_pvscsi',
  'hv_vmbus',
  'hv_netvsc',
  'hv_storvsc',
  'hv_utils',
  'hyperv_fb',
  'hyperv_drm',
  'virtio_net',
  'virtio_blk',
  'virtio_scsi',
  'hv_balloon',
  'virtio_balloon',
  'xen_blkfront',
  'xen_netfront',
  'vboxguest',
])

/**
 * Devices that fence by asking a hypervisor or a cloud, and agents of addresses in a cloud: none of them works for a machine of metal.
 * Those that fence hosts of virtual machines are none of them.
 */
export const ofGuests =
  /^(?:stonith:(?:fence_(?:virt|xvm|vmware\w*|vbox|virsh|rhevm|ovirt|hyperv|nutanix\w*|kubevirt|pve|xenapi|aws|azure_arm|gce|aliyun|openstack|ibm_vpc|ibm_powervs|cloudstack)|external\/(?:libvirt|vcenter|vmware|xen0|xen0-ha|ec2)|gcpstonith)|ocf:[\w-]+:(?:azure-(?:lb|events)|gcp-(?:vpc-move|ilb)|aws-vpc-move|awseip|awsvip|aliyun-vpc-move)\S*)$/

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

/** A node that runs the tools of a guest is one, and so are the nodes of a cluster that is fenced as guests are. */
export function guests(readings: readonly Reading[]): Reading[] {
  if (readings.some(({ key }) => key === virtualKey)) return []
  const found = readings.find(({ key, value }) => {
    if (key === signKey) return true
    if (key === 'listed.resource') return Array.isArray(value) && ofGuests.test(String(value[1]))
    if (key === 'listed.process') return Array.isArray(value) && tools.has(baseName(String(value[1])))
    if (key === 'listed.unit') return tools.has(String(value).replace(/\.service$/, ''))
    return key === 'listed.module' && modules.has(String(value))
  })
  return found ? [{ ...found, key: virtualKey, value: true }] : []
}

/** What `virsh` prints when somebody started or stopped a machine. */
const domain = /^\s*Domain '?([\w.-]{1,120}?)'? (?:started|resumed|suspended|destroyed|created from \S+|is being (?:shutdown|rebooted))\s*$/

/** The virtual machines that somebody started or stopped at a terminal; whether one is a node of the cluster is found out in the end. */
export function domains(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('Domain ')) return []
  return spotsOf(text).flatMap(spot => {
    const name = domain.exec(spot.text)?.[1]
    return name === undefined ? [] : [reading(context, 'listed.domain', name, spot)]
  })
}

/** A node that has the name of a virtual machine is this machine. */
export function nodesAsDomains(readings: readonly Reading[]): Reading[] {
  const short = (name: unknown) => String(name).split('.')[0]!.toLowerCase()
  const nodes = new Set(readings.filter(({ key }) => key === 'listed.node').map(({ value }) => short(value)))
  const found = readings.find(({ key, value }) => key === 'listed.domain' && nodes.has(short(value)))
  return found ? [{ ...found, key: virtualKey, value: true }] : []
}

/** What was typed at the prompt of a host. */
const typedAt = new RegExp(String.raw`^[\s>*\x60-]{0,8}${surePrompt}\s*(\S.*)$`)
/** A device that is set up, or an agent that is called by hand with an option. */
const setsUp = /\b(?:pcs (?:-f \S+ )?stonith create|crm configure primitive) \S+ (?:stonith:)?([\w/-]{3,60})/
const called = /(?:^|[;&|]\s*|\b(?:do|time|sudo) +)(?:\/usr\/sbin\/)?(fence_\w{2,40})\s+-/

/** How the nodes are fenced, as somebody typed it: only a machine of a hypervisor is fenced so. */
export function fencedAsGuests(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('fence_') && !text.includes('stonith')) return []
  for (const spot of spotsOf(text)) {
    if (!spot.text.includes('fence_') && !spot.text.includes('external/')) continue
    const line = spot.text.replace(/\\([^\w\s])/g, '$1')
    const command = typedAt.exec(line)?.[1] ?? ''
    const device = (setsUp.exec(command) ?? called.exec(command))?.[1]
    if (device && ofGuests.test(device.startsWith('stonith:') ? device : `stonith:${device}`))
      return [reading(context, virtualKey, true, spot)]
  }
  return []
}
