/** Marks of a mail and blanks before a line that somebody pasted, and what `wall` writes before a message of the kernel. */
const pasted = String.raw`^(?:[>|] ?){0,6}[ \t]{0,12}(?:kernel: ?)?(?:\[ *\d{1,9}\.\d{6}\] )?`

/** What the kernel prints about tasks that hang, from the first word of the message on: nothing else begins so. */
const forms = [
  String.raw`INFO: task (?!(?:process|task|command)?_?name:|<|\$).{1,40}?:\d+ (?:<\w+> )?(?:is )?blocked (?:for more than \d+ seconds|on an? )`,
  '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message',
  String.raw`(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#\d+ stuck for \d+s!`,
  'BUG: unable to handle (?:kernel )?(?:NULL pointer|paging request|page fault)',
  String.raw`Oops: [0-9a-f]{4} \[#\d+\]`,
  String.raw`kernel BUG at \S{1,200}:\d+!`,
  String.raw`general protection fault(?:, .{1,80})?: [0-9a-f]{4} \[#`,
  'Kernel panic - not syncing: ',
  String.raw`Hardware name: \S`,
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
  String.raw`(?:nfs4?|lockd): server \S{1,255} (?:not responding, (?:still trying|timed out)|OK\s*$)`,
  String.raw`CIFS:? VFS: .{0,20}?\S{1,255} has not responded in \d+ seconds`,
  String.raw`(?:rcu: )?INFO: rcu_\w{1,20} (?:self-detected stall on CPU|detected (?:expedited )?stalls on CPUs/tasks)`,
  String.raw`(?:NMI )?watchdog: Watchdog detected hard LOCKUP on cpu ?\d`,
  String.raw`(?:Memory cgroup out|Out) of memory(?: \([a-z_]+\))?: Kill(?:ed)? process \d+ \(`,
  String.raw`\S{1,15} invoked oom-killer: gfp_mask=0x`,
]
const bare = new RegExp(`${pasted}(?:${forms.join('|')})`)
const marks = new RegExp(pasted)

/** Text of the kernel that lost its date, host and `kernel:`, as a console shows it and people type or paste it; undefined for all else. */
export function bareKernelMessage(line: string): string | undefined {
  return bare.test(line) ? line.replace(marks, '') : undefined
}
