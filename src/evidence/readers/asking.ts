import { hungSeconds, ofCluster, type Run, shown, slowSeconds } from './collector.ts'
import type { Spot } from './reader.ts'
import { simple } from './simple-commands.ts'

/** What changes the cluster may wait for it; only questions are answered at once. */
const changes =
  /\s(?:--wait\S*|start|stop|restart|setup|auth|move|ban|migrate|relocate|standby|unstandby|fence|cleanup|refresh|destroy|sync|create|update|delete|remove|add|enable|disable|debug-\w+|--force-\w+|-C|-R|-P|--fence|--reboot|--cleanup|-B|-F)(?:\s|$)/
const oneShot = /\s-\w*1|--one-shot|--as-xml|--output-as|-X\b/
/** What goes on until somebody ends it, waits for words from whoever called it, or reads a whole device. */
const endless = [
  /^(?:\S*\/)?tail\s(?:.*\s)?(?:-\d*[A-Za-z]*[fF]|-[fF]\w*|--follow\S*|--retry)(?:\s|$)/,
  /^(?:\S*\/)?dmesg\s(?:.*\s)?(?:-\w*[wW]\w*|--follow\S*)(?:\s|$)/,
  /^(?:\S*\/)?(?:ip|ss)\s(?:.*\s)?mon(?:itor)?(?:\s|$)/,
  /^(?:\S*\/)?(?:free\s(?:.*\s)?(?:-\w*s|--seconds)|lsof\s(?:.*\s)?[-+]r|lsblk .*--watch|findmnt\s(?:.*\s)?(?:-\w*p|--poll))/,
  /^(?:\S*\/)?(?:cat|tail|wc)(?:\s+-\S*)*$/,
  /^(?:\S*\/)?(?:cat|tail|wc|touch)\s(?:.*\s)?(?:\/dev\/(?!null)\S|\/proc\/kmsg|\S*\/trace_pipe|<<)/,
  /\s--watch\b|--daemonize\b|\bcorosync-quorumtool\s(?:.*\s)?(?:-\w*m|--monitor)/,
  // A shell of the cluster, and what opens an editor.
  /^(?:\S*\/)?(?:crm(?: (?:-\S+|configure|resource|node|cluster|ra|corosync|history|cib|maintenance|site|options))?|pcs)$|\bedit(?:\s|$)|\bcrm_shadow\b/,
]
/** What only sorts or counts what a command prints; whatever else stands behind a pipe may be what takes the time, or waits for a reader. */
const sorted =
  /^\s*(?:sudo )?(?:\/\S*\/)?(?:[efz]?grep|head|tail(?! -[fF])|wc|tee|cat|sort|uniq|m?awk|gawk|sed|cut|column|tr|nl|jq|xmllint|ts|rev|fold|cksum|md5sum|sha\d+sum|logger|mailx?|gzip|perl -p|python\S* -m json|dd\b)/
const inQuotes = /'[^']*'|"[^"]*"/g
/** A command without what people put before it and where its output goes. */
export function plain(typed: string): string {
  const [command = '', ...behind] = typed.replace(/\|\|.*$/, '').split('|')
  // A bar within quotes, as in `grep -E 'a|b'`, is no pipe.
  const filters = behind.length > 0 ? behind.join('|').replace(inQuotes, '').split('|') : []
  return filters.every(filter => sorted.test(filter)) ? bare(command) : ''
}

function bare(command: string): string {
  return command
    .replace(/^ssh (?:-[A-Za-z](?: [^-\s]\S*)? +)*?[\w.@-]+ +['"]?/, '')
    .replace(/^(?:su|runuser) (?:-l? ?)?[\w.-]+ (?:-l )?-c +['"]?/, '')
    .replace(/^(?:(?:sudo|nice|env|command|time)(?: -\S+)* +|[A-Z_]+=\S* +|timeout +\S+ +|strace(?: -[oespbI] ?\S+| -\S+)* +)+/, '')
    .replace(/[;|&<>)'"].*$/, '')
    .replace(/\s\d$/, '')
    .trim()
}

/** Whether a command only asks for something and ends by itself. */
export function asksOnly(command: string): boolean {
  if (endless.some(form => form.test(command))) return false
  if (!ofCluster.test(command)) return simple.test(command)
  return !changes.test(command) && (!/\bcrm_mon\b/.test(command) || oneShot.test(command))
}

/** A command that somebody, or a monitor, called for one look and measured, when that tells something: who does so calls crm_mon for one look. */
export function lookRun(command: string, seconds: number, spot: Spot, ended = true): Run[] {
  const [asks, least] = ofCluster.test(command)
    ? [asksOnly(command) || /^\S*crm_mon\b/.test(command), slowSeconds]
    : [simple.test(command), hungSeconds]
  return asks && seconds >= least ? [{ command: shown(command), seconds: Math.round(seconds), ended, spot }] : []
}
