import type { Reading } from '../model.ts'
import { ofCluster, type Run, runReadings, shown, slowSeconds } from './collector.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'

/** Before what a script says stand a time, its name and a mark at most; a sentence that mentions it has more. */
const start = String.raw`^[>|\s]{0,8}[^a-z]{0,40}(?:[\w.-]{1,40}: |\w{1,8}[\]:)] )?`
const gaveUp = '(?:[Kk]illed|KILLED|[Tt]imed[ -]?out|TIMED[ -_]?OUT|[Tt]ime-?out|TIMEOUT|[Aa]borted|ABORTED)'
const seconds = String.raw`(?<seconds>\d{2,6}) ?s(?:ec\w*)?\b`
const forms: readonly RegExp[] = [
  // "[KILLED after 180s] df -hP", "timed out after 120 seconds: ps aux"
  new RegExp(String.raw`${start}${gaveUp} after ${seconds}[\]):,\s-]+(?<command>/?[\w/-]+(?: .{0,200})?)$`),
  // "TIMEOUT: ps auxwwf did not end within 120 s, killed"
  new RegExp(
    String.raw`${start}${gaveUp}[\]):]* +['"\x60]?(?<command>/?[\w/-]+[^'"\x60]{0,200}?)['"\x60]? (?:did not (?:end|finish|return|complete)|still runs|still running) (?:within|after|in) ${seconds}`,
  ),
  // "df -hP: killed after 180 s"
  new RegExp(
    String.raw`${start}['"\x60]?(?<command>/?[\w/-]+[^'"\x60:;]{0,200}?)['"\x60]?:?(?: \.{2,})? (?:was )?${gaveUp} after ${seconds}`,
  ),
]
/** Nobody waited to see how long it would have hung; a few seconds are no sign. */
const leastSeconds = 60
const mayBe = /(?:after|within|in) \d{2,6} ?s/

/** Commands that a script which collected this had to stop, as scripts of all makers write it into their logs. */
export function stoppedCommands(text: string, context: ReaderContext): Reading[] {
  return mayBe.test(text) ? runReadings(spotsOf(text).flatMap(stoppedIn), context) : []
}

function stoppedIn(spot: Spot): Run[] {
  if (!mayBe.test(spot.text) || spot.text.length > 400) return []
  for (const form of forms) {
    const found = form.exec(spot.text)?.groups
    if (!found) continue
    const run = { command: shown(found.command!), seconds: Number(found.seconds), ended: false, spot }
    const tells = ofCluster.test(run.command) ? run.seconds >= slowSeconds : simple.test(run.command) && run.seconds >= leastSeconds
    if (tells) return [run]
  }
  return []
}
