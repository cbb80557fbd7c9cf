import { anyPrompt } from '../lines/prompt.ts'
import { tellsOfOwn } from '../lines/session.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { nameTraced } from './simple-commands.ts'

const cluster = new RegExp(`^[>|\\s]{0,8}${anyPrompt}(?:(?:sudo|time) )*(?:pcs|crm|crm_mon|crm_resource|cibadmin|pvecm)(?: |$)`)
const interrupted = /^\s{0,8}\^C/
const some = '(?:[Ss]everal|[Aa] few|[Mm]any|[Ss]ome|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]en|[Tt]wenty|\\d+) (?:minutes?|mins?|hours?)'
const ended = '(?:stopped|interrupt\\w*|cancel\\w*|abort\\w*|killed|gave up|given up|[Cc]trl\\W{0,3}[Cc]|\\^C|pressed)'
const afterMinutes = new RegExp(
  `\\b${some}\\b[^.!?\\n]{0,60}\\b${ended}|\\b${ended}\\b[^.!?\\n]{0,60}\\b(?:after|for) ${some.replaceAll('[Ss]', 's')}`,
)

const call = /^[>|\s]{0,8}(?:\[pid +\d+\] |\d{2,8} +)?(?:\d[\d:.]{3,20} +)?(?<name>[a-z]\w{2,20})\((?<rest>.*)$/
const ends = /\) += +(?:-?\d|0x|\?)/
/** What waits for a file or for what it says; a program may sleep in others for as long as it likes. */
const ofFile =
  /^(?:read|pread64|open|openat|stat|lstat|statx|fstat|statfs|fstatfs|newfstatat|access|faccessat2?|readlink|getdents(?:64)?|close|mmap|execve)$/
const leastCalls = 2
const traced = new RegExp(
  `\\bstrace\\b(?: (?:-\\S+(?: \\d+)?|for|of|on|the|from|output))*:? [\`'"]?(?:/usr)?(?:/bin/)?(?:${nameTraced})\\b`,
)
const said =
  /\b(?:hangs?|hung|hanging|stuck|freezes?|froze|frozen|blocked|blocks|never (?:returns?|returned|ends?|finish\w*)|no output)\b|卡|挂起|ハング|固ま|häng|hing\b|bloqu|cuelga|colgad|зави/

/** Commands that somebody gave up on: stopped by hand after minutes, or seen by `strace` in a call that never ended. */
export function gaveUp(text: string, context: ReaderContext): Reading[] {
  const mayBeTraced = text.includes('strace') && said.test(text)
  const mayBeStopped = text.includes('^C') && afterMinutes.test(text)
  if ((!mayBeTraced && !mayBeStopped) || !tellsOfOwn(text.slice(0, 65_536))) return []
  const spots = spotsOf(text)
  const found: Reading[] = []
  const tell = (key: string, spot: Spot) => found.push(reading(context, key, true, { ...spot, text: spot.text.trim() }))
  if (mayBeStopped) {
    const stopped = spots.find((spot, i) => cluster.test(spot.text) && spots.slice(i + 1, i + 3).some(next => interrupted.test(next.text)))
    if (stopped) tell('commands.cluster-slow', stopped)
  }
  if (mayBeTraced && traced.test(text)) {
    const last = endlessCall(spots)
    if (last) tell('commands.hung', last)
  }
  return found
}

/** The last call of a trace when it did not come back: whoever only copied a part copied whole lines. */
function endlessCall(spots: readonly Spot[]): Spot | undefined {
  let calls = 0
  let ofPlain = false
  for (const [i, { text }] of spots.entries()) {
    if (/\bstrace\b/.test(text)) ofPlain = traced.test(text)
    const found = call.exec(text)?.groups
    if (!found) {
      if (text.trim() !== '') calls = 0
    } else if (ends.test(text)) calls++
    else if (ofPlain && calls >= leastCalls && ofFile.test(found.name!) && !call.test(spots[i + 1]?.text ?? '')) return spots[i]
  }
  return undefined
}
