import type { Spot } from '../readers/reader.ts'
import { conceptsOf, type Subject } from './concepts.ts'
import { isQuestion } from './doubt.ts'
import { isStatedAt } from './not-stated.ts'

/** What `time` printed, pasted as a message of its own into a chat: the command it measured is named in the message before. */
export interface ChatTime {
  readonly kind: Exclude<Subject, 'other'>
  readonly seconds: number
  readonly spot: Spot
}

/** Who speaks, and when: `[18-03-2024 08:14] Ruben: `, `08:14 <ruben> `, `Ruben: `. */
const speaker =
  /^[\s>]{0,8}(?:\[[\d\p{L} ,./:-]{4,28}\] ?|[\d./-]{0,12}[ ,]{0,2}\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?[\s,–-]{1,4})?(?:<[^<>\n]{1,30}> ?|[\p{L}\d][\p{L}\d ._()-]{0,30}: )?/u
const printed =
  /^["'`]{0,3}real\s+(?:(?<hours>\d{1,2})h)?(?<minutes>\d{1,3})m(?<seconds>\d{1,2}(?:[.,]\d{1,3})?)s?(?:[\s,;]+(?:user|sys)\s.*)?["'`.!]*\s*$/
/** A command that somebody typed is measured as such, and other readers know it. */
const typedTime = /[#$%>] ?time |\btime (?:sudo )?(?:pcs|crm|ls|df|sos)/
export function chatTimesIn(spots: readonly Spot[]): ChatTime[] {
  return spots.flatMap((spot, at): ChatTime[] => {
    if (!spot.text.includes('real')) return []
    const message = spot.text.replace(speaker, '')
    // A terminal has its output without a speaker, and below it what it is of.
    const found = message.length < spot.text.trimStart().length ? printed.exec(message)?.groups : undefined
    if (!found) return []
    const kind = namedAbove(spots, at)
    const seconds = (Number(found.hours ?? 0) * 60 + Number(found.minutes)) * 60 + Number(found.seconds!.replace(',', '.'))
    return kind ? [{ kind, seconds, spot }] : []
  })
}

function namedAbove(spots: readonly Spot[], at: number): ChatTime['kind'] | undefined {
  // Right above it: further up it may be of something else.
  const text = spots.slice(Math.max(0, at - 4), at).findLast(one => one.text.trim() !== '')?.text
  if (text === undefined || typedTime.test(text)) return undefined
  const [first, ...more] = conceptsOf(text).subjects
  // Of several nobody knows which one was measured.
  if (!first || first.kind === 'other' || more.some(({ kind }) => kind !== first.kind)) return undefined
  return isQuestion(text) || isStatedAt({ before: '', text, after: '\n' }, first) ? first.kind : undefined
}
