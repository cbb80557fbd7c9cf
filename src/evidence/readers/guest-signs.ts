import { prompt } from '../lines/prompt.ts'
import { holdsAny, watch } from '../lines/words.ts'
import type { Reading } from '../model.ts'
import { type EvidenceReader, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { maker, ofGuests, signKey, tools } from './virtual.ts'

/** Words of which each sign holds one. */
const marks =
  /[Vv]irtual|VMware|vmware|VMXNET|QEMU|Virtio|virtio|Hyper-?[Vv]|hypervisor|Hypervisor|XenSource|HVM domU|computer-vm|Chassis: vm|KVM|Standard PC|Google Compute|vd[a-z](?![a-z])|vmw_|hv_|6000c29|VBOX|PersistentDisk|disk\/azure|vmxnet3|hv_netvsc|hv_storvsc|netfront|00:50:56|00:0[Cc]:29|00:15:5[Dd]|52:54:00|00:16:3[Ee]|08:00:27|detect-virt|virt-what|dmi\/id|current_clocksource|toolbox-cmd|vmtoolsd|qemu-g|waagent|guest[-_]agent|hyperv|stonith|fence_|facter|hw_model|Chassis/
/** The same for a text as a whole, most of which have none: `marks`, but for the disks, as words. */
const words = watch(
  ...['Virtual', 'virtual', 'VMware', 'vmware', 'VMXNET', 'QEMU', 'Virtio', 'virtio', 'Hyper-V', 'Hyper-v', 'HyperV', 'Hyperv'],
  ...['hypervisor', 'Hypervisor', 'XenSource', 'HVM domU', 'computer-vm', 'KVM', 'Standard PC', 'Google Compute', 'vmw_', 'hv_'],
  ...['6000c29', 'VBOX', 'PersistentDisk', 'disk/azure', 'vmxnet3', 'netfront', '00:50:56', '00:0C:29', '00:0c:29', '00:15:5D'],
  ...['00:15:5d', '52:54:00', '00:16:3E', '00:16:3e', '08:00:27', 'detect-virt', 'virt-what', 'dmi/id', 'current_clocksource'],
  ...['toolbox-cmd', 'vmtoolsd', 'qemu-g', 'waagent', 'guest-agent', 'guest_agent', 'hyperv', 'stonith', 'fence_', 'facter'],
  ...['hw_model', 'Chassis'],
)
const disks = watch(...Array.from('abcdefghijklmnopqrstuvwxyz', letter => `vd${letter}`))
const mayShow = (text: string) => holdsAny(text, words) || (holdsAny(text, disks) && marks.test(text))

const names =
  'KVM|kvm|QEMU|qemu|VMware|vmware|Microsoft|microsoft|Xen|xen|amazon|google|oracle|Oracle|bochs|parallels|Parallels|powervm|PowerVM|pHyp|zvm|bhyve|kubevirt|nutanix_ahv'
const disk = String.raw`x?vd[a-z]\d{0,3}`
/** Network cards that hypervisors make up: VMware, Hyper-V, KVM, Xen, VirtualBox. */
const card = '(?:00:50:56|00:0[Cc]:29|00:15:5[Dd]|52:54:00|00:16:3[Ee]|08:00:27)(?::[0-9A-Fa-f]{2}){3}'
const makers = String.raw`(?:VMware|QEMU|KVM|Xen|innotek|Bochs|HVM domU|Standard PC|Google Compute Engine|Virtual Machine|VirtualBox|Nutanix AHV|AHV|Alibaba Cloud ECS|OpenStack|RHEV|oVirt|Parallels Virtual|BHYVE|KubeVirt|RHEL-AV)\b`

/** Rows of listings that only a virtual machine prints, each from its beginning on. */
const rows = [
  // lscpu, hostnamectl, dmidecode, lshw, inxi, facter and ansible.
  String.raw`(?:Hypervisor vendor|Virtualization): +(?:${names})\s*$`,
  String.raw`Chassis: vm\b|Icon name: computer-vm\s*$`,
  `(?:Manufacturer|Product Name|Hardware Vendor|Hardware Model|Vendor|product|vendor|hw_model|sys_vendor|product_name|System Manufacturer|DMI_PRODUCT_NAME|DMI_SYS_VENDOR) ?: {1,8}"?${makers}`,
  String.raw`Machine: +(?:Type: Kvm|.{0,60}System: (?:VMware|QEMU|Xen|innotek|KVM)\b)`,
  String.raw`"?(?:ansible_)?virtualization_role"? ?(?::|=>) ?"?guest"?,?\s*$|is_virtual => true\s*$`,
  String.raw`[Mm]odel name\s{0,8}: +(?:QEMU|Common (?:KVM|32-bit KVM)) `,
  String.raw`[Ff]lags\s{0,12}: (?=fpu|fp ).{20,3000} hypervisor(?: |\s*$)`,
  'Current active profile: virtual-guest',
  // lspci
  String.raw`(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.\d .{3,60}: (?:VMware |Red Hat, Inc\.? (?:Virtio|QXL|QEMU|Device 104)|Microsoft Corporation Hyper-V|XenSource|InnoTek|Qumranet)`,
  String.raw`Subsystem: (?:VMware |Red Hat, Inc\.? (?:QEMU|Virtio|Qemu)|XenSource)`,
  // lsblk, df, mount, fdisk, blkid, pvs, iostat and /proc/diskstats
  String.raw`[├└─│|\x60 -]{0,8}${disk} +\d{1,3}:\d{1,4} +[01] +[\d.,]+[BKMGTP]? +[01] +(?:disk|part|lvm|mpath)\b`,
  String.raw`/dev/${disk} +(?:\S+ +)?[\d.,]+[KMGTP]? +[\d.,]+[KMGTP]? +[\d.,]+[KMGTP]? +\d{1,3}% +/`,
  String.raw`/dev/${disk} on /\S* type \w`,
  String.raw`Disk /dev/${disk}: [\d.,]+ ?[KMGT]`,
  `/dev/${disk}: (?:LABEL|UUID|PARTUUID|PTUUID|TYPE|BLOCK_SIZE)="`,
  String.raw`(?:PV Name +)?/dev/${disk}(?:\s*$| +(?:\S+ +)?lvm2 +\S*a)`,
  String.raw`(?:\d{1,4} +\d{1,5} +|\d\d:\d\d:\d\d(?: [AP]M)? +)?${disk} +(?:[\d.,]+[ \t]+){4,22}[\d.,]+\s*$`,
  // lsscsi, multipath -ll
  String.raw`\[\d{1,4}:\d{1,4}:\d{1,4}:\d{1,9}\] +(?:disk|cd/dvd) +(?:VMware|QEMU|Msft|NECVMWar|Google|ATA +(?:VBOX|QEMU)) `,
  String.raw`.{0,80}\bdm-\d{1,5} (?:VMware {0,4}, ?Virtual disk|QEMU {0,6}, ?QEMU HARDDISK|Msft {0,6}, ?Virtual Disk)`,
  // ethtool -i, lsmod
  String.raw`driver: (?:vmxnet3|virtio_net|hv_netvsc|xen-netfront)\s*$`,
  String.raw`(?:vmw_balloon|vmw_pvscsi|vmxnet3|vmwgfx|vmw_vmci|hv_(?:balloon|netvsc|storvsc|utils|vmbus)|hyperv_(?:fb|keyboard|drm)|virtio_(?:balloon|net|blk|scsi)|xen_(?:blk|net)front|vboxguest) +\d{4,7} +\d{1,3}(?: \S+)?\s*$`,
  // Checks that name the modules which taint the kernel.
  String.raw`.{0,80}\b[Tt]aint(?:ing|s|ed by)\b.{0,30}[ (:](?:hv_(?:balloon|netvsc|storvsc|utils|vmbus)|vmw_(?:balloon|pvscsi|vmci)|vboxguest)(?:[:(][A-Z]{1,6}\)?)?[\s),]`,
  // /proc/interrupts, sbd
  String.raw`\d{1,4}: +(?:\d{1,12} +){1,64}\S.{0,60} (?:virtio\d{1,2}-\w|vmw_pvscsi\b)`,
  String.raw`==(?:Dumping header|Header) on disk /dev/${disk}\b`,
  // Tools of a guest that tell about themselves.
  String.raw`VMware Tools daemon, version \d`,
  // The devices of a cluster.
  String.raw`<primitive (?=[^>]{0,200}class="stonith")[^>]{0,200}type="fence_(?:virt|xvm|vmware\w{0,8}|vbox|virsh|rhevm|ovirt|hyperv|nutanix\w{0,8}|kubevirt|pve|xenapi|aws|azure_arm|gce|aliyun|openstack|ibm_vpc|ibm_powervs)"`,
]
const row = new RegExp(String.raw`^[>|\s]{0,24}(?:${rows.join('|')})`)
/** Names of disks that their hypervisor gave them, wherever they stand: VMware's number, and the names of udev. */
const diskId =
  /(?:^|[^0-9a-f])(?:3|0x|naa\.)?6000c29[0-9a-f]{25}(?![0-9a-f])|\/dev\/disk\/(?:azure\/|by-id\/(?:scsi-0QEMU_QEMU_HARDDISK_|scsi-0Google_PersistentDisk_|ata-(?:VBOX|QEMU)_HARDDISK_|virtio-|google-))\S/
/** The row of a program in `ps`, in any of its usual forms. */
const process =
  /^[>|\s]{0,12}(?:[\w.+-]{1,32} +)?\d{1,7} .{4,120}? (?:(?:\S{0,40}\/)?python\d?(?:\.\d+)?(?: -\w)? )?(?:\/\S{1,60}\/)?([\w-]{4,30})(?= |$)/
const psRow = (line: string) =>
  tools.has(process.exec(line)?.[1] ?? '') || /\/(?:vmtoolsd|qemu-ga|waagent|google_guest_agent|hypervkvpd|hypervvssd)(?: |$)/.test(line)

/** `2: ens192: <…>`, `eth0: flags=…`, `eth0      Link encap:…`: the interface that the next lines are about. */
const interfaceHead = /^[>|\s]{0,12}(?:\d{1,4}: )?([\w.-]{1,15})(?:@(?!if)\S{1,15})?(?:: (?:<|flags=)|\s+Link encap:Ethernet)/
const realInterface = /^(?:eth|en[a-z0-9]|em\d|p\dp|net\d|bond)/
const ofInterface = new RegExp(String.raw`(?:^[>|\s]{0,16}(?:link/ether|ether)|Link encap:Ethernet\s+HWaddr) ${card}\b`)
const alone = new RegExp(
  String.raw`^[>|\s]{0,12}(?:Permanent HW addr: ${card}\s*$|(?:eth\d{1,2}|en[a-z]\w{1,12}) +(?:UP|DOWN|UNKNOWN) +${card} <)`,
)

/** What was typed at a prompt. */
const typed = new RegExp(String.raw`^[\s>*\x60-]{0,8}${prompt}\s*(?:sudo +)?(\S.*?)\s*$`)
/** Commands whose whole answer is a name, and the names that mean a virtual machine. */
const questions: readonly { readonly asks: RegExp; readonly answer: RegExp }[] = [
  {
    asks: /^(?:\S*\/)?(?:systemd-detect-virt|virt-what|imvirt|facter virtual)\b/,
    answer: new RegExp(`^(?:${names}|hyperv|xen-hvm|virtualbox|redhat|rhev|ovirt|nutanix_ahv|ibm_power-\\w+|virt|apple)$`),
  },
  { asks: /^(?:\S*\/)?dmidecode -s |^cat \S*\/dmi\/id\/|^dmesg .{0,40}DMI/, answer: maker },
  { asks: /\bcurrent_clocksource\s*$/, answer: /^(?:kvm-clock|hyperv_clocksource\w*|xen)$/ },
  {
    asks: /^(?:vmware-toolbox-cmd|vmtoolsd|vmware-checkvm)\b/,
    answer: /^(?:\d+\.\d+\.\d+\.\d+ \(build-\d+\)|.{0,40}running|VM's hw version is \d+|\d+ MHz)/i,
  },
  { asks: /^fence_(?:xvm|virt)\b.*(?:-o ?|--action[= ])list/, answer: /^\S{1,80} +[0-9a-f-]{36} +(?:on|off)$/ },
]
/** The answer behind the name of the command, as people write it into a line of their own. */
const saidOf = new RegExp(
  `(?:^|[\\s;,.(\`'"|])systemd-detect-virt(?: -v(?:m)?)?[\`'"]{0,2} ?(?::|=|->|→|⇒|=>|says:?|said:?|printed:?|returned:?|reported:?|\\|) ?[\`'"]{0,2}(?:${names})(?=[\\s;,.)\`'"|]|$)(?! or\\b)`,
)
const mostAnswers = 6
/** A device that is set up at a prompt that has no host in it. */
const setsUp = /^pcs (?:-f \S+ )?stonith create \S+ ([\w-]{3,60})/
/** Somebody works on such a disk. */
const onDisk = new RegExp(String.raw`^(?!echo|grep|#|virsh|virt-|guestf|qemu-)[\w./-]{2,40} (?:.{0,200} )?/dev/${disk}(?=\s|$)`)
const unitHead = /^[>|\s]{0,12}(?:[●○×↻*x]\s+)?([\w@.-]{1,80})\.service(?: - .*)?\s*$/
const running = /^[>|\s]{0,12}Active: active \(running\)/

/** What shows that the node is a virtual machine, in listings of commands wherever somebody put them. */
export function guestSigns(text: string, context: ReaderContext): Reading[] {
  if (!mayShow(text)) return []
  const found = firstSign(spotsOf(text))
  return found ? [reading(context, signKey, true, found)] : []
}

function firstSign(spots: readonly Spot[]): Spot | undefined {
  let of = ''
  let unit = ''
  let answer: RegExp | undefined
  let answers = 0
  let seen: Spot | undefined
  for (const spot of spots) {
    const line = spot.text
    const command = typed.exec(line)?.[1]
    if (command !== undefined) {
      answer = questions.find(({ asks }) => asks.test(command))?.answer
      answers = 0
      const device = setsUp.exec(command)?.[1]
      if ((device && ofGuests.test(`stonith:${device}`)) || onDisk.test(command)) seen ??= spot
    } else if (answer && answers++ < mostAnswers && answer.test(line.replace(/^[>|\s]+/, '').trim())) seen ??= spot
    of = interfaceHead.exec(line)?.[1] ?? of
    unit = unitHead.exec(line)?.[1] ?? unit
    // A whole machine of a cloud is a machine of metal, whatever else it shows.
    if (/\.metal\b/.test(line)) return undefined
    if (seen || !marks.test(line)) {
      if (!seen && running.test(line) && tools.has(unit)) seen = spot
      continue
    }
    if (
      row.test(line) ||
      saidOf.test(line) ||
      diskId.test(line) ||
      psRow(line) ||
      alone.test(line) ||
      (realInterface.test(of) && ofInterface.test(line))
    )
      seen = spot
  }
  return seen
}

/** Files of a collection that hold the answer of one question, and what the kernel shows of itself. */
const answered = /(?:^|\/)(?:systemd-detect-virt|virt-what|facter_virtual)[^/]*$/
const ofFirmware = /(?:^|\/)dmi\/id\/(?:sys_vendor|product_name|bios_vendor|board_vendor)$/
const ofKernel = /(?:^|\/)proc\/(?:cpuinfo|partitions|diskstats|cmdline)$/
const kernelRow = new RegExp(
  String.raw`^(?:flags\s{0,12}: (?=fpu|fp ).{20,3000} hypervisor(?: |\s*$)|model name\s{0,8}: +(?:QEMU|Common (?:KVM|32-bit KVM)) |\s*\d+\s+\d+\s+(?:\d+\s+)?${disk}(?:\s|$)|.{0,2000}\broot=/dev/${disk}(?: |\s*$))`,
)

export const guestFiles: EvidenceReader = {
  name: 'guest',
  recognises: path => answered.test(path) || ofFirmware.test(path) || ofKernel.test(path),
  readings: [signKey],
  mayBeSilent: true,
  read(text, context) {
    const sign = answered.test(context.path) ? questions[0]!.answer : ofFirmware.test(context.path) ? maker : kernelRow
    const spots = spotsOf(text.slice(0, 65_536))
    const found = spots.find(({ text: line }) => sign.test(sign === kernelRow ? line : line.trim()))
    return found ? [reading(context, signKey, true, found)] : []
  },
}
