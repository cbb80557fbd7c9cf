import { mandatoryLiterals } from '../../evidence/events/literal.ts'
import { matchForm } from '../../evidence/events/matcher.ts'
import { splitLine } from '../../evidence/lines/prefix.ts'

export interface DraftForm {
  readonly process?: string
  readonly pattern: string
  readonly matches: string
  readonly ignores: string
}

/**
 * A first pattern for an event, made from one line: the message with its numbers left open. `undefined` when the line has
 * no fixed text of four characters, or none of the look-alikes can be told from it.
 */
export function draftForm(line: string): DraftForm | undefined {
  const { message, process } = splitLine(line)
  const pattern = message
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\d+/g, '\\d+')
  if (pattern === '') return undefined
  const form = { pattern, matches: [line], ignores: ['-'], ...(process ? { process: [process] } : {}) }
  try {
    if ((mandatoryLiterals(pattern)?.length ?? 0) === 0 || !matchForm(form, line)) return undefined
  } catch {
    return undefined
  }
  const lookAlikes = [
    ...(process ? [line.replace(process, 'someapp'), line.replace(message, `quoted: ${message}`)] : []),
    line.replace(message, message.slice(0, Math.ceil(message.length / 2))),
    'Mar  4 02:13:07 node01 someapp[77]: nothing of the kind',
  ]
  const ignores = lookAlikes.find(candidate => candidate !== line && !matchForm(form, candidate))
  return ignores === undefined ? undefined : { pattern, matches: line, ignores, ...(process ? { process } : {}) }
}
