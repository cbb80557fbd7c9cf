import { isNotStated } from '../readers/not-stated.ts'
import type { Spot } from '../readers/reader.ts'
import { lastSubject } from './concepts.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Statement, statementsIn } from './statements.ts'

/** A statement, and the words around it in its sentence. */
export interface Told extends Statement {
  readonly said: string
  readonly before: string
  readonly after: string
  readonly spot: Spot
}

/** What a text states, sentence by sentence; `mayTell` knows lines that cannot. What is asked, feared or denied is left out. */
export function toldIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Told[] {
  const known = new Set<string>()
  let carried: { subject: Told['subject']; left: number } | undefined
  return sentencesOf(spots, mayTell, goesOnFor).flatMap(sentence => {
    const { text } = sentence
    const own = mayTell(text) ? lastSubject(text) : undefined
    if (own === undefined && (carried === undefined || --carried.left < 0)) return []
    // The same once more tells nothing new.
    const isKnown = known.has(text)
    known.add(text)
    const found = isKnown ? [] : statementsIn(text, own === undefined ? carried?.subject : undefined)
    if (own !== undefined) carried = { subject: own, left: goesOnFor }
    return found.flatMap(statement => inSentence(statement, sentence))
  })
}
/** So many sentences further on, what has no subject may still tell of the last one. */
const goesOnFor = 5

function inSentence(statement: Statement, { text, before, after, spotAt }: Sentence): Told[] {
  const { start, end } = statement
  const said = text.slice(start, end)
  if (isNotStated({ before: before + text.slice(0, start), said, after: text.slice(end) + after })) return []
  return [{ ...statement, said, before: text.slice(0, start), after: text.slice(end), spot: spotAt(start) }]
}
