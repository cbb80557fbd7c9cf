/** The kernel writes over the line of a console at which it asks who logs in. */
const atLogin = String.raw`(?:[A-Za-z][\w.-]{0,62} login: {0,4}(?=\[))?`
/** The kernel's clock; whoever types it off a screen writes dots, question marks or an x for the digits that could not be read. */
const clock = String.raw`(?:\[ *\d{1,9}\.(?:\d{6}|(?=[\d.?xX_…]{1,8}\] )\d{0,5}[.?xX_…]{1,6})\] )?`
/** Marks of a mail and blanks before a line that somebody pasted, who pasted it into a chat, and what `wall` writes before a message of the kernel. */
const pasted = String.raw`^(?:[>|] ?){0,6}[ \t]{0,12}(?:\[?\d{1,2}:\d\d(?::\d\d)?\]? <[ @+]?[A-Za-z][\w|-]{0,30}> {1,8})?${atLogin}(?:kernel: ?)?${clock}`

/** What the kernel prints about tasks that hang, from the first word of the message on: nothing else begins so. */
const forms = [
  String.raw`INFO: task (?!(?:process|task|command)?_?name:|<|\$).{1,40}?:\d+ (?:<\w+> )?(?:is )?blocked (?:(?:in I/O wait )?for more than \d+ seconds|on an? )`,
  '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message',
  String.raw`(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#\d+ stuck for \d+s!`,
  'BUG: soft lockup detected on CPU#',
  '(?:BUG: )?[Uu]nable to handle (?:kernel )?(?:NULL pointer|paging request|page fault|pointer dereference|data access)',
  'BUG: (?:[Uu]nable to handle|[Kk]ernel NULL pointer dereference|Bad page (?:state|map|cache)|scheduling while atomic|workqueue lockup - pool )',
  String.raw`(?:Oops|Internal error|invalid opcode|divide error|double fault): .{0,60}\[#\d+\]`,
  '(?:traps: )?PANIC: double fault, error_code',
  String.raw`kernel BUG at \S{1,200}:\d+!`,
  String.raw`general protection fault(?:, .{1,80})?: [0-9a-f]{4} \[#`,
  'Kernel panic - not syncing: ',
  String.raw`(?:Hardware name|DMI): \S.{3,90}, BIOS `,
  String.raw`Hardware name: \S`,
  'Hypervisor detected: [A-Z]',
  'Booting paravirtualized kernel on ',
  String.raw`(?:Not tainted|Tainted: [A-Z ]{1,40}[-_ .A-Z]{0,30}) ?\d+\.\d+\.\d`,
  String.raw`Modules linked in: \w`,
  // Until RHEL 6.
  String.raw`Pid: \d+, comm: .{1,16} (?:Not tainted|Tainted: )`,
  String.raw`Call Trace:\s*$`,
  String.raw`</?TASK>\s*$`,
  'task:.{1,40}? +state:[A-Z] ',
  String.raw`\S{1,15} +D (?:[0-9a-f]{16} +)?\d+ +\d+ +\d+ 0x[0-9a-f]{8}`,
  String.raw`(?:[0-9a-f]{16} ){2,3}[0-9a-f]{16}\s*$`,
  String.raw`(?:\[<[0-9a-f]{8,16}>\] )?(?:\? )?[\w.]{1,80}\+0x[0-9a-f]{1,6}/0x[0-9a-f]{1,6}(?: \[\w{1,60}\])?\s*$`,
  String.raw`audit: ?(?:backlog limit exceeded\s*$|audit_backlog=\d+ > audit_backlog_limit=\d|audit_lost=\d+ audit_rate_limit=\d|kauditd \w+ queue overflow\s*$)`,
  String.raw`(?:nfs4?|lockd): server(?: [^\s{<([]\S{0,255}| [{<([][^})>\]]{1,60}[)>}\]]| ?\.{3,8}) (?:not responding, (?:still trying|timed out)|OK\s*$)`,
  // As the consoles of other systems show it.
  String.raw`(?:(?:WARNING|NOTICE): )?NFS[234]? server \S{1,255} not responding[,:;]? ?still trying\s*$`,
  String.raw`CIFS:? VFS: .{0,20}?\S{1,255} has not responded in \d+ seconds`,
  String.raw`(?:rcu: )?INFO: rcu_\w{1,20} (?:self-detected stall on CPU|detected (?:expedited )?stalls on (?:CPUs/)?tasks|detected stall on CPU \d)`,
  String.raw`(?:rcu: )?rcu_\w{1,20} kthread (?:starved for|timer wakeup didn't happen for) \d+ jiffies`,
  String.raw`(?:INFO: )?RCU detected CPU \d+ stall`,
  '(?:rcu: )?INFO: Stall ended before state dump start',
  `(?:smp: )?csd: Detected non-responsive CSD lock`,
  String.raw`[Ww]atchdog:? CPU[ :]\d+ (?:self-detected |detected )?[Hh]ard LOCKUP`,
  `(?:BUG: )?NMI Watchdog detected LOCKUP on CPU`,
  String.raw`(?:NMI )?watchdog: Watchdog detected hard LOCKUP on cpu ?\d`,
  String.raw`(?:Memory cgroup out|Out) of [Mm]emory(?: \([a-z_]+\))?: [Kk]ill(?:ed)? process \d+ \(`,
  String.raw`Killed process \d+(?:, UID \d+,)? \(.{1,40}\),? (?:UID \d+, )?total-vm:\d`,
  'oom-kill:constraint=CONSTRAINT_',
  String.raw`oom_reaper: reaped process \d+ \(`,
  String.raw`Task in /\S{1,400} killed as a result of limit of /`,
  String.raw`\S{1,15} invoked oom-killer: gfp_mask=0x`,
  // Of disks, and of file systems on them.
  String.raw`XFS \([\w.-]{1,60}\): (?:metadata I/O error|log I/O error|Log I/O [Ee]rror|Filesystem has been shut down|xfs_do_force_shutdown)`,
  String.raw`EXT[234]-fs error \(device \S{1,60}\): `,
  String.raw`Buffer I/O error on dev(?:ice)? \S{1,60}, logical block \d`,
  String.raw`(?:blk_update_request|end_request|blk_print_req_error): (?:critical \w{1,12}|I/O|\w{1,12}) error, dev \w`,
  String.raw`sd \d+:\d+:\d+:\d+: (?:\[\w{2,8}\] .{0,20}?FAILED Result: |rejecting I/O to )`,
  String.raw`(?:sd|scsi) \d+:\d+:\d+:\d+: (?:Device offlined - |(?:\[\w{2,8}\] )?(?:tag#\d+ )?(?:.{0,20}Result: hostbyte=|[Ss]ense [Kk]ey ?: |attempting \w+ \w+!|timing out command))`,
  String.raw`md/raid\d{0,2}:md\w{1,20}: `,
  String.raw`(?:device-mapper: (?:multipath|thin|raid1): |block drbd\d{1,4}: |drbd \S{1,80} drbd\d{1,4}: |GFS2: fsid=\S)`,
  // Of the way to the disks.
  String.raw`connection\d{1,4}:\d: (?:detected conn error|ping timeout of) `,
  String.raw`session\d{1,4}: session recovery timed out after `,
  String.raw`rport-\d+:\d+-\d+: blocked FC remote port time out`,
  String.raw`(?:(?:qla2xxx|lpfc|megaraid_sas|hpsa|smartpqi|be2net|tg3|mlx[45]_\w{2,4}|ixgbe|igb|i40e|ice|e1000e?|bnx2x?|bnxt_en|vmxnet3|ena|qede|r8169|enic|cxgb4) \[?[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d\]?[-: ]|(?:qla2xxx|lpfc|mega(?:raid_|)sas|mpt[23]sas_cm\d|tg3|mlx[45]_\w{2,4}|ixgbe|igb|e1000e?|bnx2x?|r8169): \S)`,
  String.raw`(?:bonding: )?[\w.-]{1,15}: (?:\(slave [\w.-]{1,15}\): )?(?:link status (?:definitely )?down|making interface |now running without any active interface|interface .{0,16}is now down)`,
  String.raw`ata\d{1,2}(?:\.\d\d)?: (?:exception Emask|failed command: |qc timeout)`,
  String.raw`rbd: rbd\d{1,4}: .{1,80}?-\d`,
  String.raw`libceph: (?:osd|mon|mds)\d{1,4} `,
  String.raw`nvme nvme\d{1,3}: (?:I/O (?:tag )?\d+ .{0,80}?timeout|controller is down|Device not ready; aborting|starting error recovery|Reconnecting in \d)`,
  // Of the hardware that only a virtual machine has.
  String.raw`(?:vmxnet3|vmw_(?:pvscsi|vmci)|vmwgfx|virtio-pci) [0-9a-f]{4}:[0-9a-f]{2}:|(?:virtio_\w{3,7} virtio\d|hv_\w{4,8} [0-9a-f]{8}-|hv_(?:vmbus|utils|balloon): )`,
  String.raw`scsi \d{1,4}:\d{1,4}:\d{1,4}:\d{1,9}: (?:Direct-Access|CD-ROM) `,
  String.raw`clocksource: \S{1,30}: mask: 0x`,
  String.raw`NETDEV WATCHDOG: \S{1,20} \(`,
  String.raw`[^\s:]{1,15}: page allocation (?:stalls for \d+ms|failure[:.] order:\d)`,
  'XFS.{0,50} possible memory allocation deadlock',
  String.raw`clocksource: (?:Marking clocksource \S{1,20} unstable|timekeeping watchdog|Long readout interval)`,
  String.raw`Clocksource tsc unstable \(delta = -?\d`,
  'tsc: Marking TSC unstable due to clocksource watchdog',
]
const bare = new RegExp(`${pasted}(?:${forms.join('|')})`)
const marks = new RegExp(pasted)

/** Text of the kernel that lost its date, host and `kernel:`, as a console shows it and people type or paste it; undefined for all else. */
export function bareKernelMessage(line: string): string | undefined {
  return bare.test(line) ? line.replace(marks, '') : undefined
}
