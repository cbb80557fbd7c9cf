import type { Reading } from '../model.ts'
import { hungSeconds, ofCluster, type Run, runKeys, runReadings, shown, simple, slowSeconds } from './collector.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** The keys that `timings` may emit. */
export const timingKeys = [...runKeys, 'sos.runtime-minutes', 'programs.start-slow'] as const

/** Nothing was measured in a text without one of these. */
const mayBe = /\breal\s+\d|\d total\b|elapsed|Elapsed|Executed in|\b124\b|timeout: |\du [\d.]+s \d/
/** A page that explains how to measure has headings; a console has none. */
const heading = /^#{1,6} +[A-Z0-9]/gm

/** `[root@node01 ~]# `, `node01:~ # `, a bare `$ `, `> ` of a mail, the `+ ` of a shell that shows what it runs, or nothing. */
const typed = String.raw`^(?:[>|] ?){0,3}\s{0,8}(?:[\w@.:~\[\]()/ -]{0,80}[#$%❯] ?|\++ )?`
const timed = new RegExp(`${typed}(?:[^;&|#]{1,60}[;&] *)?(?:[A-Z]+=\\S* +)*(?:/usr/bin/)?time +(?:-\\S+ +)*(?<command>\\S.*)$`)
const limited = new RegExp(`${typed}(?:sudo +)?(?:/usr/bin/)?timeout +(?:-\\S+ +)*(?<seconds>\\d+)s? +(?<command>\\S.*)$`)
const verbose = /^\s*Command being timed: "(?<command>[^"]+)"/

/** How long it took, as shells and `time` write it; those of zsh name the command as well. */
const took: readonly RegExp[] = [
  /^[>|\s]*real\s+(?:(?<hours>\d+)h ?)?(?:(?<minutes>\d+)m ?)?(?<seconds>\d+(?:[.,]\d+)?)s?\s*$/,
  /^[>|\s]*(?<command>\S.{0,300}?) {1,4}[\d.]+s user [\d.]+s system \d+% cpu (?:(?<hours>\d+):)??(?:(?<minutes>\d+):)?(?<seconds>[\d.,]+) total\s*$/,
  /^\s*Elapsed \(wall clock\) time \(h:mm:ss or m:ss\): (?:(?<hours>\d+):)??(?<minutes>\d+):(?<seconds>[\d.]+)\s*$/,
  /[\d.]+ ?(?:user|u) [\d.]+ ?(?:system|s) (?:(?<hours>\d+):)??(?<minutes>\d+):(?<seconds>[\d.]+)(?:elapsed|) \d+(?:\.\d+)?%/,
  /^\s*Executed in +(?<seconds>[\d.]+) secs\b/,
  /^\s*Executed in +(?<minutes>[\d.]+) mins\b/,
]
/** `timeout` returns 124 when it had to stop the command; scripts and people write that in many ways. */
const stopped = /^[>|\s]*(?:timeout: sending signal \w+ to command|(?:\S{0,20}\b(?:rc|ret|code|status|exit)\w*\s*[=:]?\s*)?124\s*$)/i

/** What changes the cluster may wait for it; only questions are answered at once. */
const changes =
  /\s(?:--wait\S*|start|stop|restart|setup|auth|move|ban|migrate|relocate|standby|unstandby|fence|cleanup|refresh|destroy|sync|create|update|delete|remove|add|enable|disable|-C|-R|-P|--fence|--reboot|--cleanup|-B|-F)(?:\s|$)/
const oneShot = /\s-\w*1|--one-shot|--as-xml|--output-as|-X\b/
/** The smallest program there is, alone or many times in a row. */
const smallest =
  /^(?:\(? ?for \w+ in (?:\$\(seq (?:1 )?(\d{1,5})\)|\{1\.\.(\d{1,5})\}) ?; ?do )?(?:\/usr)?(?:\/bin\/)?true ?(?:$|; ?done.*$|>.*$)/
/** A start takes some milliseconds; a single one that had to come from the disk first may take a little longer. */
const slowStartSeconds = 0.1
const mostMinutesOfSos = 24 * 60

/** Commands that people measured at a terminal, or gave only so much time: how long they took, wherever it stands. */
export function timings(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text) || (text.match(heading)?.length ?? 0) >= 2) return []
  const runs: Run[] = []
  const found: Reading[] = []
  let pending: { command: string; spot: Spot } | undefined
  let limit: { command: string; seconds: number; spot: Spot } | undefined
  for (const spot of spotsOf(text)) {
    if (!/time|real|total|lapsed|Executed|124|%/.test(spot.text)) continue
    const given = limited.exec(spot.text)?.groups
    // A shell that shows what it runs shows the `echo` below it as well.
    if (given) limit = { command: plain(given.command!), seconds: Number(given.seconds), spot }
    else if (limit && stopped.test(spot.text)) {
      const hung = simple.test(limit.command) ? limit.seconds > hungSeconds : limit.seconds >= slowSeconds
      if (hung && asks(limit.command)) runs.push({ ...limit, command: shown(limit.command), ended: false })
      limit = undefined
    }
    const begun = (timed.exec(spot.text) ?? verbose.exec(spot.text))?.groups
    if (begun) pending = { command: smallest.exec(begun.command!)?.[0] ?? plain(begun.command!), spot }
    const time = took.map(form => form.exec(spot.text)?.groups).find(Boolean)
    if (!time) continue
    const command = time.command === undefined ? pending?.command : plain(time.command.replace(/^.*[#$%❯] /, ''))
    pending = undefined
    if (command === undefined) continue
    const seconds = secondsOf(time)
    if (/^(?:\S*\/)?sos(?:report(?:\s|$)|\s+report)/.test(command)) {
      const minutes = Math.round(seconds / 6) / 10
      if (minutes > 0 && minutes < mostMinutesOfSos)
        found.push(reading(context, 'sos.runtime-minutes', minutes, { ...spot, text: `"${shown(command)}" took ${minutes} min` }))
    } else if (smallest.test(command)) {
      const [, sequence, range] = smallest.exec(command)!
      const starts = Number(sequence ?? range ?? 1)
      if (seconds / starts >= slowStartSeconds)
        found.push(reading(context, 'programs.start-slow', true, { ...spot, text: `"${command.slice(0, 80)}" took ${seconds} s` }))
    } else if (asks(command)) runs.push({ command: shown(command), seconds: Math.round(seconds), ended: true, spot })
  }
  return [...found, ...runReadings(runs, context)]
}

/** A command without what people put before it and where its output goes. */
function plain(command: string): string {
  return command
    .replace(/^ssh (?:-[A-Za-z](?: [^-\s]\S*)? +)*?[\w.@-]+ +['"]?/, '')
    .replace(/^(?:(?:sudo|nice|env|command|time)(?: -\S+)* +|[A-Z_]+=\S* +|timeout +\S+ +)+/, '')
    .replace(/[;|&<>)'"].*$/, '')
    .replace(/\s\d$/, '')
    .trim()
}

/** Whether a command only asks for something and ends by itself. */
function asks(command: string): boolean {
  if (!ofCluster.test(command)) return simple.test(command)
  return !changes.test(command) && (!/\bcrm_mon\b/.test(command) || oneShot.test(command))
}

function secondsOf({ hours = '0', minutes = '0', seconds = '0' }: Record<string, string | undefined>): number {
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'))
}
