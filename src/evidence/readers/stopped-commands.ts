import type { Reading } from '../model.ts'
import { asksOnly, plain } from './asking.ts'
import { hungSeconds, ofCluster, type Run, runReadings, shown, slowSeconds } from './collector.ts'
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
/** What Salt and monitors say of a command that they quote. */
const quoted = new RegExp(
  String.raw`^[^'"]{0,200}\b[Cc]ommand (?:'(?<single>[^'\n]{1,200})'|"(?<double>[^"\n]{1,200})") timed out after ${seconds}`,
)
/** A tool tells that it stopped a command, and below which one. */
const above = /\b[Cc]ommand (?:did not complete within|timed out after) (?<seconds>\d{2,6}) ?s(?:ec(?:ond)?s?)?\b/
const below = /^\s*(?:Command: '(?<single>[^'\n]{1,200})'|-{4} Begin output of (?<chef>\S.{0,200}?) -{4}\s*$)/
/** Tools that ask many nodes say below their command which node did not answer in time. */
const many = /\b(?:clush|pdsh)\b.*? -u ?(?<seconds>\d{2,6})\b.*?(?:"(?<double>[^"]+)"|'(?<single>[^']+)')/
const silent = /^(?:clush|pdsh@\S{1,80}): \S{1,253}: command timeout\s*$/
const [mostBetween, mostAnswers] = [4, 400]
/** What `timeout` returns when it had to stop a command, or to kill it, in a row beside the command, whichever comes first. */
const code = String.raw`\b(?:rc|ret|exit|status|code|returned|Rückgabe\w*)\b[ a-z]{0,8}[ =:]{0,3}(?:124|137)\b`
const bareCommand = String.raw`['"\x60]?(?<command>/?[a-z][\w/-]*(?: [^'"\x60|;:=,→\t]{0,80}?)??)['"\x60]?`
const rowLead = String.raw`^[>|\s]{0,8}(?:\[?\d[\d:.TZ/ -]{3,24}\]? +)?`
const withCode: readonly RegExp[] = [
  // "rc=124 150s  df -h"
  new RegExp(String.raw`${rowLead}${code}[\s,;|(]{1,6}(?:(?<seconds>\d{2,6}) ?s(?:ec\w*)?\b[\s,;|):]{1,6})?${bareCommand}\s*\|?\s*$`),
  // "df -h: rc=124 after 150 s", "| ls /var | 124 |" needs the word in the head
  new RegExp(
    String.raw`${rowLead}${bareCommand}(?:\s{2,}|\t|\s*(?:[:|,;]|->|→|=>|\.{2,})\s*)(?:(?<before>\d{2,6}) ?s(?:ec\w*)?\b[\s,;|]{1,6})?${code}(?:[\s,;|(]{1,6}(?:after |in )?(?<seconds>\d{2,6}) ?s(?:ec\w*)?\b\)?)?\s*\|?\s*$`,
  ),
]
/** The limit of a loop that tries several commands; what it runs stands in a variable. */
const limitOfLoop = /(?:^|[\s;&(])timeout +(?:-(?:k|s) ?\S+ +|--\S+ +)*(?<seconds>\d{2,6})(?<unit>[sm]?) +(?:sh -c |bash -c |eval )?["']?\$/
/** Nobody waited to see how long it would have hung; a few seconds are no sign. */
const leastSeconds = 60
const mayBe = /(?:after|within|in) \d{2,6} ?s|: command timeout|\b(?:124|137)\b/

/** Commands that a script which collected this had to stop, as scripts of all makers write it into their logs. */
export function stoppedCommands(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text)) return []
  const spots = spotsOf(text)
  const limit = text.includes('timeout ') ? limitIn(spots) : undefined
  return runReadings(
    spots.flatMap((spot, i) => [
      ...stoppedIn(spot),
      ...returned(spot, limit),
      ...stoppedBelow(spot, spots.slice(i + 1, i + 1 + mostBetween)),
      ...unanswered(spot, i, spots),
    ]),
    context,
  )
}

function stoppedIn(spot: Spot): Run[] {
  if (!mayBe.test(spot.text) || spot.text.length > 400) return []
  const said = quoted.exec(spot.text)?.groups
  if (said) return stoppedRun(said.single ?? said.double, said.seconds, spot)
  for (const form of forms) {
    const found = form.exec(spot.text)?.groups
    const run = stoppedRun(found?.command, found?.seconds, spot)
    if (run.length > 0) return run
  }
  return []
}

function limitIn(spots: readonly Spot[]): string | undefined {
  for (const { text } of spots) {
    const found = text.includes('timeout ') && text.length <= 1000 ? limitOfLoop.exec(text)?.groups : undefined
    if (found) return String(Number(found.seconds) * (found.unit === 'm' ? 60 : 1))
  }
  return undefined
}

/** That it was stopped is known by its code, after how long by the row or by the limit of the loop. */
function returned(spot: Spot, limit: string | undefined): Run[] {
  if (spot.text.length > 400 || !/\b(?:124|137)\b/.test(spot.text)) return []
  for (const form of withCode) {
    const found = form.exec(spot.text)?.groups
    const run = stoppedRun(found?.command, found?.seconds ?? found?.before ?? limit, spot)
    // Whoever gives up after a minute has not seen that it hangs for two.
    if (run[0] && (ofCluster.test(run[0].command) || run[0].seconds >= hungSeconds)) return run
  }
  return []
}

function stoppedBelow(spot: Spot, following: readonly Spot[]): Run[] {
  const given = spot.text.length > 400 ? undefined : above.exec(spot.text)?.groups?.seconds
  if (given === undefined) return []
  const named = following.map(({ text }) => below.exec(text)?.groups).find(Boolean)
  return stoppedRun(named?.single ?? named?.chef, given, spot)
}

function unanswered(spot: Spot, at: number, spots: readonly Spot[]): Run[] {
  const asked = spot.text.includes(' -u') ? many.exec(spot.text)?.groups : undefined
  if (!asked || !spots.slice(at + 1, at + mostAnswers).some(({ text }) => silent.test(text))) return []
  return stoppedRun(asked.double ?? asked.single, asked.seconds, spot)
}

function stoppedRun(command: string | undefined, given: string | undefined, spot: Spot): Run[] {
  if (command === undefined || !asksOnly(plain(command))) return []
  const run = { command: shown(plain(command)), seconds: Number(given), ended: false, spot }
  const tells = ofCluster.test(run.command) ? run.seconds >= slowSeconds : simple.test(run.command) && run.seconds >= leastSeconds
  return tells ? [run] : []
}
