import type { Reading } from '../model.ts'
import { fanotify } from './fanotify.ts'
import { Transactions } from './pasted-packages.ts'
import { isNamedLike } from './pasted-session.ts'
import { outputsIn } from './pasted-spans.ts'
import { type Seen, watchersOf } from './pasted-watchers.ts'
import { wordsOf } from './pasted-words.ts'
import { unwrappedLine } from './pasted-wrappers.ts'
import { type ReaderContext, reading, spotsOf } from './reader.ts'

/**
 * Lines of commands that show an agent, wherever they stand: people paste a few lines of `ps | grep`, `systemctl status`, `top` or of
 * the product's own command, without headers and several below each other. Only lines of a known form count; prose does not.
 */
export function pasted(coloured: string, context: ReaderContext): Reading[] {
  const text = coloured.includes('\u001b[') ? coloured.replace(colours, '') : coloured
  const marks = text.includes('fanotify ') && fanotifyMark.test(text) ? fanotify.read(text, context) : []
  return [...marks, ...listed(text, context)]
}

/** `/proc/PID/fdinfo/N`, as somebody printed it. */
const fanotifyMark = /^fanotify (?:ino|mnt_id|sdev):/m

function listed(text: string, context: ReaderContext): Reading[] {
  const words = wordsOf(context.kb)
  if (!words.mayBeIn(text)) return []
  const found: Reading[] = []
  /** Units of which somebody asked for a start and nobody told that it failed. */
  const likely: Reading[] = []
  const transactions = new Transactions()
  const watchers = watchersOf({ text, words, context, likely })
  const spots = spotsOf(text)
  for (const [i, spot] of spots.entries()) {
    const line = unquoted(spot.text)
    const put = transactions.next(line, found.length)
    if (put !== undefined && words.packages.has(put)) found.push(reading(context, 'listed.package', put, spot))
    const seen: Seen = {
      line,
      bare: () => unwrappedLine(line),
      spot,
      isKnown: words.any.test(line),
      isRemoval: transactions.isRemoval,
      below: some => spots.slice(i + 1, i + 4).some(({ text }) => some.test(text)),
    }
    for (const watch of watchers) found.push(...watch(seen))
    for (const output of outputsIn(spot.text)) {
      const quoted = { ...seen, line: output, bare: () => unwrappedLine(output), isKnown: words.any.test(output), below: () => false }
      for (const watch of watchers) found.push(...watch(quoted))
    }
  }
  // That it was started is believed where something else shows that it is there.
  const there = new Set(found.flatMap(({ key, value }) => (key === 'listed.package' && typeof value === 'string' ? [value] : [])))
  found.push(...likely.filter(({ value }) => isNamedLike(value as string, there)))
  return found.filter(({ key, value }, at) => !(/^listed\.(?:package|unit)/.test(key) && transactions.isGone(value, at)))
}

/** Without what mail and chat put before a quoted line. */
function unquoted(line: string): string {
  return line.replace(/^(?:\s*>)+ ?/, '').trimEnd()
}
const colours = /\u001b\[[\d;]{0,20}[A-Za-z]/g
