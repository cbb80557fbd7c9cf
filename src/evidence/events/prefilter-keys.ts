import { byteOdds } from './prefilter-windows.ts'

/**
 * Which five bytes of a long literal the search in WebAssembly looks for: four keys that follow each other, so that one of them begins at
 * a place divisible by four. Any choice finds the same; one that ordinary lines do not hold is seldom looked up.
 */

export const keySize = 5
/** Places from one look to the next. */
export const stride = 4
/** Shorter literals have no room for the keys. */
export const shortestLong = keySize + stride - 1

/** What systems write all day, whatever runs on them. */
const ordinary = `
 systemd[1]: Started Starting Stopped Stopping Reached target Created slice Removed Listening on Mounted Finished Session of user root.
.service: Deactivated successfully. Consumed CPU time. Main process exited, code=exited, status=0 Succeeded. User Slice of UID
 systemd-logind: New session closed opened for by (uid=0) sshd[ Accepted publickey password from port ssh2: pam_unix(sshd:session):
 Connection reset Received disconnect CROND[ (root) CMD (/usr/lib64/sa/sa1 run-parts rsyslogd: imjournal: messages lost due to
 dbus-daemon[ [system] Activating via service name='org.freedesktop. Successfully activated requested NetworkManager[ <info> device
 kernel: audit: type= op= pid= auid= ses= subj= comm= exe="/usr/ hostname= addr= terminal= res=success eth0: link becomes ready entered
 chronyd[ Selected source dhclient[ DHCPREQUEST DHCPACK postfix/smtpd[ connect unknown[ qmgr[ message-id=< size= queue active) relay=
 client query: named[ httpd[ "GET /app/ HTTP/1.1" 200 sudo: TTY=pts/ PWD=/ USER=root COMMAND=/bin/ multipathd[ snmpd[ puppet-agent[
 corosync[ [TOTEM ] [KNET  ] [QUORUM] [MAIN  ] pacemaker-controld[ pacemaker-schedulerd[ pacemaker-execd[ pacemaker-fenced[
 pacemaker-attrd[ pacemaker-based[ pacemakerd[ crmd[ lrmd[ stonith-ng[ cib[ pengine[ attrd[ notice: info: error: warning: debug:
 State transition Calculated transition, saving inputs in /var/lib/pacemaker/pengine/pe-input-.bz2 Result of monitor operation for
 start stop on node resource cluster complete update process request returned changed failed error INFO DEBUG WARN ERROR
`
const inOrdinary = keysOf(ordinary)
/** How often a place of a log has a given one of these keys, when it is about one in so many. */
const ordinaryOdds = 1 / 4000

/** Where the first of the four keys begins in `literal`, which has at least `shortestLong` bytes. */
export function rarestKeys(literal: Uint8Array): number {
  const text = String.fromCharCode(...literal)
  const odds = Array.from({ length: literal.length - keySize + 1 }, (_, at) => {
    let all = inOrdinary.has(text.slice(at, at + keySize)) ? ordinaryOdds : 0
    let byChance = 1
    for (let i = at; i < at + keySize; i++) byChance *= byteOdds(literal[i]!)
    all += byChance
    return all
  })
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at + stride <= odds.length; at++) {
    let sum = 0
    for (let i = at; i < at + stride; i++) sum += odds[i]!
    if (sum < least) [best, least] = [at, sum]
  }
  return best
}

function keysOf(text: string): Set<string> {
  return new Set(Array.from({ length: text.length - keySize + 1 }, (_, at) => text.slice(at, at + keySize)))
}
