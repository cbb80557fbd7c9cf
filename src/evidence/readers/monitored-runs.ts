import { isOtherShape } from '../lines/trouble.ts'
import type { Reading } from '../model.ts'
import { lookRun } from './asking.ts'
import { type Run, runReadings } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'

/** What a monitor says of a command that it calls: how long it took, or that it had to stop it. */

const cluster =
  '(?:/usr/s?bin/)?(?:pcs(?: (?:cluster|resource|stonith|quorum|property))? (?:status|config)|crm status|crm_mon|cibadmin -Q|corosync-(?:quorumtool|cfgtool))'
const command = `["'\`]?(?:sudo )?(?<command>(?:${cluster}|(?:/usr)?(?:/bin/)?(?:ls|df|ps|lsof)(?= -|["'\`]| /))(?: -{1,2}[\\w=-]{1,24}| /[\\w./-]{0,80}){0,4})["'\`]?`
/** Its verdict, in capitals. */
const verdict = '\\b(?:OK|WARN(?:ING)?|CRIT(?:ICAL)?|UNKNOWN|PROBLEM|RECOVER(?:Y|ED)|RESOLVED|ALERT|FIRING|DEGRADED)\\b'
const length = '(?<seconds>\\d{1,6}(?:[.,]\\d{1,6})?) ?(?<unit>s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?)\\b'
const few = '[^\\d;|.<]{0,14}?'
const noLimit = '(?![^\\d]{0,16}(?:limit|thresh|max|warn|crit|below|under|less|within|expected|allowed))'
const tookSo = new RegExp(
  `${verdict}.{0,160}?(?<![\\w/-])${command}(?: \\w[\\w.-]{0,40}){0,3}?[ :=,-]{1,3}(?:takes|took|needs|needed|runs for|ran(?: for)?|run-?time|run time|duration|elapsed|execution time|response time|(?:finished|completed|returned|answered|done) (?:in|after)|brauchte?|dauerte?|Laufzeit)\\b${noLimit}${few}(?<![\\w.,])${length}`,
)
const gaveUp = new RegExp(
  `${verdict}.{0,160}?(?<![\\w/-])${command}(?: \\w[\\w.-]{0,40}){0,2}?[ :=,-]{1,3}(?:(?:is |was )?still (?:running|runs|waiting)|(?:did|does) not (?:return|finish|end|complete|answer|respond)|no (?:answer|output|response)|(?:was )?(?:killed|stopped|aborted|timed out)|läuft noch|hangs|hanging|hung)(?: \\w{1,12}){0,2}? (?:after|within|in|for|since|nach|seit) ${length}`,
)
/** The figures behind the text of a check: `'pcs status'=41.2s;10;20`, `crm_mon_time=41.213s`. */
const figure =
  /[|\s]'?(?<command>pcs[ _-]status|crm[ _-]mon|crm[ _-]status|cibadmin|corosync[_-]quorumtool)(?:[ _-](?:run-?)?(?:time|duration|runtime|seconds))?'?=(?<seconds>\d{1,5}(?:[.,]\d{1,6})?)s(?:;|\s|$)/
/** A line about such lines. */
const noMeasure = /\b(?:threshold|example)\b/i

/** Commands whose time a monitor noted. */
export function monitoredRuns(text: string, context: ReaderContext): Reading[] {
  if (!/\b(?:pcs|crm|crm_mon|cibadmin|corosync[-_]\w+|ls|df|ps|lsof)\b|crm_mon_|pcs_status/.test(text)) return []
  if (isOtherShape(text.slice(0, 65_536))) return []
  return runReadings(spotsOf(text).flatMap(runIn), context)
}

function runIn(spot: Spot): Run[] {
  const { text } = spot
  if (text.length > 1000 || noMeasure.test(text)) return []
  const stopped = gaveUp.exec(text)?.groups
  const found = stopped ?? tookSo.exec(text)?.groups ?? figure.exec(text)?.groups
  if (!found) return []
  const called = found.command!.replace(/^(pcs|crm)[_-](?=status)/, '$1 ').replace(/^crm[ -]mon/, 'crm_mon')
  const seconds = Number(found.seconds!.replace(',', '.')) * (found.unit?.startsWith('m') ? 60 : 1)
  return lookRun(called, seconds, spot, stopped === undefined)
}
