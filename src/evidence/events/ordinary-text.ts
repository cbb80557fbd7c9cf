/** What systems write all day, whatever runs on them. */
export const ordinaryText = `
 systemd[1]: Started Starting Stopped Stopping Reached target Created slice Removed Listening on Mounted Finished Session of user root.
.service: Deactivated successfully. Consumed CPU time. Main process exited, code=exited, status=0 Succeeded. User Slice of UID
 systemd-logind: New session closed opened for by (uid=0) sshd[ Accepted publickey password from port ssh2: pam_unix(sshd:session):
 Connection reset Received disconnect CROND[ (root) /usr/lib64/sa/sa1 run-parts rsyslogd: imjournal: messages lost due to
 dbus-daemon[ [system] Activating via service name='org.freedesktop. Successfully activated requested NetworkManager[ <info> device
 kernel: audit: type= op= pid= auid= ses= subj= comm= exe="/usr/ hostname= addr= terminal= res=success eth0: link becomes ready entered
 chronyd[ Selected source dhclient[ DHCPREQUEST DHCPACK postfix/smtpd[ connect unknown[ qmgr[ message-id=< size= queue active) relay=
 client query: named[ httpd[ "GET /app/ HTTP/1.1" 200 sudo: TTY=pts/ PWD=/ USER=root COMMAND=/bin/ multipathd[ snmpd[ puppet-agent[
 corosync[ [TOTEM ] [KNET  ] [QUORUM] [MAIN  ] pacemaker-controld[ pacemaker-schedulerd[ pacemaker-execd[ pacemaker-fenced[
 pacemaker-attrd[ pacemaker-based[ pacemakerd[ crmd[ lrmd[ stonith-ng[ cib[ pengine[ attrd[ notice: info: error: warning: debug:
 State transition Calculated transition, saving inputs in /var/lib/pacemaker/pengine/pe-input-.bz2 Result of monitor operation for
 start stop on node resource cluster complete update process request returned changed failed error INFO DEBUG WARN ERROR
`

/** Whether so many lines hold this text that to look for it hardly spares any. */
export const isOrdinary = (text: string): boolean => ordinaryText.includes(text)
