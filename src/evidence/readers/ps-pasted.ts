import { isPrompt } from '../lines/prompt.ts'
import type { Reading } from '../model.ts'
import { heldUpKeys, rowsRead } from './ps.ts'
import { columnsAsked, columnsShown, commandNames } from './ps-columns.ts'
import { type ReaderContext, type Spot, spotsOf } from './reader.ts'

/** The keys that `pastedLists` may emit, besides `listed.*`. */
export const pastedListKeys = heldUpKeys

const mayBe = /\bps .{0,120}o|\b(?:STAT|S|ELAPSED|PID)\s.{0,200}(?:COMMAND|CMD)\s*$/m
/** A longer list is a file of its own. */
const mostRows = 1000

/**
 * Rows of `ps` below the command that asked for its columns, or below a header, wherever they stand: people choose the columns that matter,
 * leave the numbers out, and let `grep` take the header away.
 */
export function pastedLists(text: string, context: ReaderContext): Reading[] {
  if (!mayBe.test(text)) return []
  const spots = spotsOf(text)
  const found: Reading[] = []
  for (const [i, { text: line }] of spots.entries()) {
    const columns = columnsOf(line)
    if (!columns?.some(name => commandNames.includes(name))) continue
    const below = spots.slice(i + 1, i + 1 + mostRows)
    const end = below.findIndex(({ text }) => isPrompt(text) || columnsOf(text) !== undefined)
    found.push(...rowsRead(below.slice(0, end === -1 ? undefined : end).map(unquoted), columns, context))
  }
  return found
}

const columnsOf = (line: string) => (line.length > 400 ? undefined : (columnsShown(line) ?? columnsAsked(line)))
/** Without what a mail puts before each line; of the branches of a tree only the first could be taken for it. */
const unquoted = (spot: Spot): Spot => (spot.text.startsWith('>') ? { ...spot, text: spot.text.replace(/^(?:> ?)+/, '') } : spot)
