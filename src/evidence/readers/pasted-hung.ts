import type { Reading } from '../model.ts'
import { ofCluster, wholeTree } from './collector.ts'
import { type ReaderContext, reading, spotsOf } from './reader.ts'
import { simple } from './simple-commands.ts'

/** A row of `ps aux` that somebody copied without its header: a task in uninterruptible sleep, started on an earlier day. */
const row =
  /^[>|\s]{0,8}[\w.+-]{1,32}\s+\d{1,8}\s+[\d.]+\s+[\d.]+\s+\d+\s+\d+\s+\S{1,12}\s+D\S{0,5}\s+(?:[A-Z][a-z]{2}[ ]?\d{2}|\d{4})\s+\d+:\d\d\s+(?<command>\S.*)$/
const mayHold = /\sD\S{0,5}\s+(?:[A-Z][a-z]{2} ?\d{2}|\d{4})\s+\d+:\d\d\s/

/**
 * Simple commands that hang since yesterday or longer, from rows without a header. Where the whole list is there its own reader knows how
 * late it was; of a single row only the day is known.
 */
export function pastedHung(text: string, context: ReaderContext): Reading[] {
  if (!mayHold.test(text)) return []
  const found: Reading[] = []
  for (const spot of spotsOf(text)) {
    const command = row.exec(spot.text)?.groups?.command
    if (command === undefined) continue
    // Arguments may hold passwords.
    const shown = { ...spot, text: spot.text.slice(0, spot.text.length - command.length) + command.split(/\s/, 1)[0] }
    if (simple.test(command) && !wholeTree.test(command)) found.push(reading(context, 'commands.hung', true, shown))
    else if (ofCluster.test(command) && !/\bcrm_mon\b/.test(command)) found.push(reading(context, 'commands.cluster-slow', true, shown))
  }
  return found
}
