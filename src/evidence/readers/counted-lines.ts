import type { Reading } from '../model.ts'
import { type ReaderContext, reading, spotsOf } from './reader.ts'

/** A command that counts the lines of corosync about retransmitted messages, by the time at which they begin. */
const counts = /grep\b.{0,80}Retransmit List.{0,200}\buniq -c/
/** `    388 Nov 11 23:01`, or of an hour as a whole. */
const counted = /^[>|\s]{0,16}(\d{1,9}) (?:[A-Z][a-z]{2} {1,2}\d{1,2}|\d{4}-\d\d-\d\d)[ T]\d\d(:\d\d?)?\S{0,3}\s*$/
/** So many in a minute are ten within ten minutes; of an hour it must be so many that some ten minutes had ten. */
const least = { minute: 10, hour: 60 }

/** Retransmitted messages that somebody counted by the minute or the hour, in place of the lines. */
export function countedLines(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('uniq -c')) return []
  let isCounted = false
  for (const spot of spotsOf(text)) {
    if (counts.test(spot.text)) {
      isCounted = true
      continue
    }
    const [, count, minute = ''] = (isCounted && counted.exec(spot.text)) || []
    if (count === undefined) isCounted = isCounted && spot.text.trim() === ''
    else if (Number(count) >= (minute.length === 3 ? least.minute : least.hour)) return [reading(context, 'said.retransmits', true, spot)]
  }
  return []
}
