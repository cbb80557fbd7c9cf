/** Commands whose messages are looked for; what others print at a terminal says nothing. */
const command = `(?:pcs|crm|crm_[a-z]+|cibadmin|stonith_admin|corosync-[a-z]+|sos|sosreport|journalctl|dmesg)(?: |$)`
/** What people put before a command. */
const wrapped = String.raw`(?:(?:sudo|time)(?: -\S+)* +|TIMEFORMAT=\S+ +)*(?:/usr)?(?:/s?bin/)?`
/** `[root@node01 ~]# `, `node01:~ # `, `root@node01 ~ % `, a bare `# ` or `$ `, and the `+ ` of a shell that shows what it runs. */
const prompt = String.raw`(?:[\w@.:~\[\]()/ -]{0,80}[#$%>❯] ?|\+ )`
const typed = new RegExp(`^\\s{0,8}${prompt}\\s*${wrapped}${command}`, 'm')
/** Messages of these programs that stand in a copy without the command. */
const printed =
  /^(?:Error: (?:unable to start all nodes|Unable to (?:connect to|communicate with) |[\w.:-]+: Connection timeout|Node\(s\) startup timed out)|(?:ERROR|WARNING): cluster\.(?:init|join): |Waiting for node\(s\) to start)/m
/** What the system log writes to all terminals. */
const broadcast = /^Message from syslogd@\S+ at /m
/** A page about clusters shows commands as well, but it has headings. */
const heading = /^#{1,6} +[A-Z0-9]/gm

/** Whether the beginning of a file is what somebody saw at a terminal while working with a cluster. */
export function isSession(head: string): boolean {
  const shown =
    printed.test(head) || broadcast.test(head) || (/pcs|crm|cib|corosync|sos|journalctl|dmesg|stonith/.test(head) && typed.test(head))
  return shown && (head.match(heading)?.length ?? 0) < 2
}
