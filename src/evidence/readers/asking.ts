import { ofCluster } from './collector.ts'
import { simple } from './simple-commands.ts'

/** What changes the cluster may wait for it; only questions are answered at once. */
const changes =
  /\s(?:--wait\S*|start|stop|restart|setup|auth|move|ban|migrate|relocate|standby|unstandby|fence|cleanup|refresh|destroy|sync|create|update|delete|remove|add|enable|disable|debug-\w+|--force-\w+|-C|-R|-P|--fence|--reboot|--cleanup|-B|-F)(?:\s|$)/
const oneShot = /\s-\w*1|--one-shot|--as-xml|--output-as|-X\b/
/** A command without what people put before it and where its output goes. */
export function plain(command: string): string {
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
  if (!ofCluster.test(command)) return simple.test(command)
  return !changes.test(command) && (!/\bcrm_mon\b/.test(command) || oneShot.test(command))
}
