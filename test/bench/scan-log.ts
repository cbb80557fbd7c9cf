import { closeSync, openSync, writeSync } from 'node:fs'
import type { KnowledgeBase } from '../../src/kb/model.ts'

/** Lines of ordinary servers; # becomes a number, @ a word of hexadecimal digits. One begins like a line of interest. */
const ordinary = [
  'systemd[1]: Started Session # of user root.',
  'systemd[1]: Created slice User Slice of UID #.',
  'systemd-logind[#]: New session # of user backup.',
  'sshd[#]: Accepted publickey for root from 192.0.2.# port # ssh2: RSA SHA256:@@@',
  'sshd[#]: pam_unix(sshd:session): session opened for user root(uid=0) by (uid=0)',
  'chronyd[#]: Selected source 192.0.2.#',
  'kernel: audit: type=1400 audit(#.#:#): avc:  granted  { read } for  pid=# comm="cp" name="@" dev="dm-0" ino=#',
  'pacemaker-controld[#]:  notice: State transition S_IDLE -> S_POLICY_ENGINE',
  'pacemaker-schedulerd[#]:  notice: Calculated transition #, saving inputs in /var/lib/pacemaker/pengine/pe-input-#.bz2',
  'rsyslogd[#]: imjournal: # messages lost due to rate-limiting',
  'dbus-daemon[#]: [system] Successfully activated service org.freedesktop.hostname#',
  'postfix/smtpd[#]: connect from unknown[192.0.2.#]',
  'postfix/qmgr[#]: @: from=<app@example.com>, size=#, nrcpt=1 (queue active)',
  'named[#]: client @ 192.0.2.###: query: host#.example.com IN A +E(0)K',
  'httpd[#]: 192.0.2.# - - "GET /app/@ HTTP/1.1" 200 #',
  'dhclient[#]: DHCPREQUEST on eth0 to 192.0.2.# port 67 (xid=0x@)',
]
const nearMiss = 'systemd[1]: Starting Cleanup of Temporary Directories #...'

/** A system log of `bytes` bytes: one line in a thousand is one that the base knows, five are nearly. */
export function writeLog(path: string, kb: Pick<KnowledgeBase, 'events'>, bytes: number): void {
  const interesting = Object.values(kb.events).flatMap(({ forms }) => forms.map(({ matches }) => matches[0]!))
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed
  }
  const fill = (shape: string) =>
    shape.replace(/[#@]/g, mark => (mark === '#' ? random() >>> (12 + (seed & 15)) : random()).toString(mark === '#' ? 10 : 16))
  const handle = openSync(path, 'w')
  try {
    let line = 0
    for (let written = 0; written < bytes; ) {
      const block: string[] = []
      for (let i = 0; i < 20_000; i++, line++) {
        if (line % 1000 === 0) {
          block.push(interesting[(line / 1000) % interesting.length]!)
          continue
        }
        const time = new Date(Date.UTC(2026, 0, 1) + line * 50).toISOString().slice(11, 19)
        block.push(`Jan  1 ${time} node01 ${fill(line % 200 === 7 ? nearMiss : ordinary[(random() >>> 8) % ordinary.length]!)}`)
      }
      written += writeSync(handle, `${block.join('\n')}\n`)
    }
  } finally {
    closeSync(handle)
  }
}
