import { holdsAny, watch } from '../lines/words.ts'
import type { Reading } from '../model.ts'
import { type ReaderContext, reading, spotsOf } from './reader.ts'
import { whatItWaitsFor } from './wait.ts'

/** What such rows tell; the words of other waits are not looked for. */
const waitKeys = ['process.blocked-in-fanotify', 'process.blocked-in-nfs', 'process.blocked-in-storage'] as const

/**
 * A row of `ps` with the state and the wait channel side by side, and the command behind them, whatever other columns were asked for.
 * `grep` and `awk` take the header away. A process number is not needed: no other list has a state of uninterruptible sleep before
 * the name of a function of the kernel.
 */
const row =
  /^[>|\s\x60]{0,12}(?:(?:[\w.+-]{1,32}\s+)?(?:\d[\w.:%-]{0,19}\s+)(?:(?:[\w.:%/-]{0,19}\d[\w.:%-]{0,19}|[?-]|[A-Z]{2,3})\s+){0,9}?)?D[sl<LN+]{0,4}\s+(?:[\w.:+-]{1,12}\s+){0,3}?(?<wait>[a-z_][a-z0-9_]{3,40})(?:\.(?:isra|constprop|part)\.\d{1,3})?\+?\s+(?:[\d:.-]{1,12}\s+){0,4}(?:[A-Z][a-z]{2}\s?\d{2}\s+)?(?<command>[\w/([.:-].*)$/
/** What most lines have not. */
const waiting = /\sD|^D/
const longest = 400
/** Without one of these no wait channel is looked for. */
const mayHold = watch('fanot', 'fsnotify', 'rpc_', 'nfs_', 'nfs4_', 'io_sched', 'wait_on_page', 'folio_wait', 'xfs_', 'jbd2_', 'wait_on_b')

/** What tasks in uninterruptible sleep wait for, from rows of `ps` that stand somewhere without their header. */
export function pastedWaits(text: string, context: ReaderContext): Reading[] {
  if (!holdsAny(text, mayHold)) return []
  const found = new Map<string, Reading>()
  for (const spot of spotsOf(text)) {
    const groups = waiting.test(spot.text) ? row.exec(spot.text.slice(0, longest))?.groups : undefined
    const key = groups ? whatItWaitsFor(groups.wait!) : undefined
    if (!groups || !key || found.has(key) || !(waitKeys as readonly string[]).includes(key)) continue
    const command = groups.command!
    // Threads of the kernel wait for the disk in their own right.
    if (command.startsWith('[')) continue
    // Arguments may hold passwords.
    const shown = spot.text.slice(0, spot.text.indexOf(command)) + command.split(/\s/, 1)[0]
    found.set(key, reading(context, key, true, { ...spot, text: shown }))
  }
  return [...found.values()]
}
