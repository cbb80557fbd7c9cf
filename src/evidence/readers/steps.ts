import type { Reading } from '../model.ts'
import { asksOnly } from './asking.ts'
import { type Run, runReadings, shown } from './collector.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { jsonSteps, metricSteps, tableSteps } from './steps-exported.ts'

/** Something that a machine ran and measured: a command as it was called, or the title that people gave it. */
export interface Step {
  readonly what: string
  readonly seconds: number
  readonly spot: Spot
}

const mayBe =
  /\+ |-{3} \d+\.\d+s|\d\d\.\d+\) |Duration: |Evaluated in |delta: |(?:took|in|after|for|time|elapsed|duration|runtime)"?[:=]? ?\d|seconds|_ms|_s\b|elapsed/
const mayName = /\b(?:pcs|crm|crm_mon|cibadmin|sos|sosreport|pacemaker|df|ls|ps|lsof|stat|lsblk|blkid)\b|pcs_|crm_|sos_?report|cibadmin_/

/** How long automation, monitoring and their exports say that a command took: a job, a task, a state, a metric, a row of a table. */
export function steps(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text) || !mayName.test(text)) return []
  const spots = spotsOf(text)
  const found = [...lineSteps(spots), ...traceSteps(spots), ...metricSteps(spots), ...tableSteps(spots), ...jsonSteps(text)]
  const mayWait = triedAgain.test(text)
  const runs: Run[] = []
  const told: Reading[] = []
  for (const { what, seconds, spot } of found) {
    if (mayWait && ofTask.test(spot.text)) continue
    const command = commandIn(what)
    if (command === undefined || !(seconds >= 1 && seconds < mostSeconds)) continue
    const minutes = Math.round(seconds / 6) / 10
    if (command !== 'sos report') runs.push({ command: shown(command), seconds: Math.round(seconds), ended: true, spot })
    else if (minutes >= 1) told.push(reading(context, 'sos.runtime-minutes', minutes, { ...spot, text: spot.text.trim() }))
  }
  return [...told, ...runReadings(runs, context)]
}
const mostSeconds = 24 * 60 * 60

const wrapper = /^(?:(?:sudo|time|nice|env|command|\/usr\/bin\/time)(?: -\S+)* +|[A-Z_]+=\S* +|timeout +(?:-\S+ +)*\S+ +)+/
/** What is done with a report, or until something else has happened. */
const otherThanRun =
  /\b(?:fetch|cop(?:y|ies)|upload|download|remov|delet|clean|install|wait|until|retr(?:y|ies)|check for|archive|unpack|analy[sz]e|async|poll|transfer|pull|push|send|attach|find|list|verify|ensure)/i
const reportTitle = /^(?:\S+ ?: )?(?:(?:run|collect|generat|creat|gather|tak|execut|start|mak)\w*\b.{0,40}?\b)?sos ?reports?\b.{0,40}$/i
const questionTitle =
  /^(?:\S+ ?: )?(?:(?:run|call|execut|tim|measur|show|get|print|collect|gather)\w*:? (?:the )?(?:output of )?)?[`'"]?(pcs (?:cluster |resource |stonith |quorum |constraint |property )?(?:status|config|show)|crm_mon|crm status|cibadmin -Q|cibadmin --query)\b/i
/** A task that is tried again takes as long as what it waits for. */
const triedAgain = /\bRETRYING: |\bretries left\b/
const ofTask = /-{3} ?\d|\*{3}\s*$/

/** The command that a step ran; all reports are `sos report`. */
function commandIn(what: string): string | undefined {
  const bare = what.trim().replace(wrapper, '')
  if (/^(?:\S*\/)?(?:sosreport|sos report)(?:\s|$)/.test(bare))
    return /[|&;]/.test(bare.replace(/[\d&]?>.*$/, '')) ? undefined : 'sos report'
  const command = bare.replace(/\s*(?:\d?>|[|;&<)]).*$/, '')
  // What follows may be what took the time.
  if (asksOnly(command))
    return /[;&|]/.test(bare.replace(/[\d&]?>&?\S*|\| *(?:grep|head|tail|wc|tee|cat|sort)\b[^|;&]*/g, '')) ? undefined : command
  if (otherThanRun.test(what) || what.length > 100) return undefined
  return reportTitle.test(what.trim()) ? 'sos report' : questionTitle.exec(what)?.[1]
}

const number = '(?<number>\\d{1,6}(?:[.,]\\d{1,9})?)'
const unit = '(?<unit>ms|milliseconds?|s|secs?|seconds?|m|min|mins|minutes?)\\b'
/** A time in front, as machines write it. */
const stamp = String.raw`^\W{0,3}(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d\S{0,12} `
const lineForms: readonly RegExp[] = [
  // The tasks that `profile_tasks` of Ansible lists.
  /^[>|\s]{0,4}(?<what>\S.{1,120}?) -{3,} ?(?<number>\d{1,6}\.\d{1,3})(?<unit>s)\s*$/,
  // `puppet agent --evaltrace`.
  /\bExec\[(?<what>[^\]]{2,120})\].{0,40}: Evaluated in (?<number>\d{1,6}\.\d{1,6}) (?<unit>seconds)/,
  // What services and scripts log of what they called.
  new RegExp(
    `${stamp}.{0,120}?['"\`](?<what>[^'"\`]{2,160})['"\`] (?:\\S{1,20} ){0,4}?(?:took|(?:finished|completed|returned|done|succeeded|exited|ended)(?: \\(?rc[ =]\\d+\\)?)? (?:in|after)|ran for|elapsed:?|runtime:?|duration:?) ${number} ?${unit}`,
    'i',
  ),
]
const stepName = /^\s*-?\s*(?:Name|name|cmd|command|Command): ['"]?(?<what>[A-Za-z/][^'"]{1,160}?)['"]?\s*$/
const stepTime =
  /^\s*(?:(?:Duration|duration): (?<number>\d{1,9}(?:\.\d{1,6})?) (?<unit>ms|s)\b|delta: ['"]?(?<hours>\d{1,2}):(?<minutes>\d\d):(?<seconds>\d\d(?:\.\d{1,6})?))/
const nearLines = 10
const task = /^TASK \[(?<what>[^\]]{1,160})\] \**\s*$/
/** `profile_tasks` says below the title of each task how long the one before it took. */
const beforeIt = /^[A-Z][a-z]+day \d.{10,60}\((?<hours>\d{1,2}):(?<minutes>\d\d):(?<seconds>\d\d\.\d{1,6})\)\s+[\d:.]+ \*+\s*$/

/** One line that tells both, or a block that has one below the other. */
function lineSteps(spots: readonly Spot[]): Step[] {
  let name: { what: string; line: number } | undefined
  const titles: string[] = []
  return spots.flatMap((spot): Step[] => {
    const groups = mayName.test(spot.text) ? lineForms.map(form => form.exec(spot.text)?.groups).find(Boolean) : undefined
    if (groups) return [{ what: groups.what!, seconds: secondsOf(groups), spot }]
    const title = task.exec(spot.text)?.groups?.what
    if (title !== undefined) titles.push(title)
    const before = titles.at(-2) === undefined ? undefined : beforeIt.exec(spot.text)?.groups
    if (before) return [{ what: titles.at(-2)!, seconds: secondsOf(before), spot }]
    const what = stepName.exec(spot.text)?.groups?.what
    if (what !== undefined) name = { what, line: spot.line }
    const time = name && spot.line - name.line <= nearLines ? stepTime.exec(spot.text)?.groups : undefined
    if (!name || !time) return []
    const step = { what: name.what, seconds: secondsOf(time), spot }
    name = undefined
    return [step]
  })
}

function secondsOf({ number: told, unit: of = 's', hours, minutes, seconds }: Record<string, string | undefined>): number {
  if (told === undefined) return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return Number(told.replace(',', '.')) * (/^m(?:s|illi)/i.test(of) ? 0.001 : /^m/i.test(of) ? 60 : 1)
}

/** A shell that shows each command, below a program that puts the time before each line: one ends when the next begins. */
const traced =
  /^(?:\W{0,2}(?:(?<day>\d{4}-\d\d-\d\d)[T ])?(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\W{1,3}\s{0,4}(?:\d\d[OE][ +]+)?\+{1,3}|\+{1,3} ?\[?(?<h>\d\d):(?<m>\d\d):(?<s>\d\d)(?:[.,]\d{1,9})?\]?) (?<what>\S.*)$/

function traceSteps(spots: readonly Spot[]): Step[] {
  const calls = spots.flatMap(spot => {
    const found = spot.text.includes('+') ? traced.exec(spot.text)?.groups : undefined
    if (!found) return []
    const at = (Number(found.hours ?? found.h) * 60 + Number(found.minutes ?? found.m)) * 60 + Number(found.seconds ?? found.s)
    return [{ what: found.what!, day: found.day === undefined ? undefined : Date.parse(found.day) / 1000, at, spot }]
  })
  return calls.flatMap((call, i): Step[] => {
    const next = calls[i + 1]
    if (!next || call.what.trimEnd().endsWith('&')) return []
    const seconds =
      next.at - call.at + (call.day !== undefined && next.day !== undefined ? next.day - call.day : next.at < call.at ? daySeconds : 0)
    return [{ what: call.what, seconds, spot: call.spot }]
  })
}
const daySeconds = 86_400
