import type { Reading } from '../model.ts'
import { baseName, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'

/** The keys that `realtime` may emit. */
export const realtimeKeys = ['corosync.without-realtime'] as const

/** `RR` and `FF` are the realtime classes of `ps -o cls`, `TS` is that of ordinary programs. */
const classes: Readonly<Record<string, boolean>> = { TS: true, B: true, RR: false, FF: false }
const policy = /'s (?:current|new) scheduling policy: SCHED_(OTHER|BATCH|IDLE|RR|FIFO)/
const asksForCorosync = /\bchrt\b.*\bcorosync\b/

/** The scheduling class of corosync, as `ps -o cls,…` and `chrt -p $(pidof corosync)` print it. */
export function realtime(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('corosync') || !(text.includes('CLS') || text.includes('scheduling policy'))) return []
  let columns: readonly string[] = []
  let isAsked = false
  for (const spot of spotsOf(text)) {
    const words = spot.text.trim().split(/\s+/)
    if (words.includes('CLS') && words.some(word => /^(?:CMD|COMMAND|COMM)$/.test(word))) columns = words
    else if (columns.length > 0) {
      const without = ofRow(words, columns)
      if (without !== undefined) return [told(without, spot, context)]
      if (spot.text.trim() === '') columns = []
    }
    isAsked ||= asksForCorosync.test(spot.text)
    const named = isAsked ? policy.exec(spot.text)?.[1] : undefined
    if (named) return [told(named !== 'RR' && named !== 'FIFO', spot, context)]
  }
  return []
}

const told = (without: boolean, spot: Spot, context: ReaderContext): Reading => reading(context, realtimeKeys[0], without, spot)

function ofRow(words: readonly string[], columns: readonly string[]): boolean | undefined {
  const program = words[columns.findIndex(name => /^(?:CMD|COMMAND|COMM)$/.test(name))]
  return program && baseName(program) === 'corosync' ? classes[words[columns.indexOf('CLS')] ?? ''] : undefined
}
