import type { Spot } from '../readers/reader.ts'
import { isStatedAt } from './not-stated.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Said, type Statement, statementsIn } from './statements.ts'

/** A statement, and the words around it in its sentence. */
export interface Told extends Statement {
  readonly said: string
  readonly before: string
  readonly after: string
  readonly spot: Spot
}

/** What a text states, sentence by sentence; `mayTell` knows lines that cannot. What is asked, feared or denied is left out. */
export function toldIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Told[] {
  const known = new Map<string, Said>()
  let carried: { subject: Told['subject']; left: number } | undefined
  return sentencesOf(spots, mayTell, goesOnFor).flatMap(sentence => {
    const { text } = sentence
    const mayName = mayTell(text)
    if (!mayName && !carried) return []
    // The same once more tells nothing new.
    const isKnown = known.has(text)
    const { statements, last } = known.get(text) ?? statementsIn(text, carried?.subject)
    if (last) carried = { subject: last, left: goesOnFor }
    else if (carried && --carried.left === 0) carried = undefined
    known.set(text, { statements, last })
    if (isKnown) return []
    return statements.filter(statement => last || !namesAnother(text, statement)).flatMap(statement => inSentence(statement, sentence))
  })
}
/** "With that `db-2` needs five minutes": a name in marks before the measure is what took so long, and not what was spoken of before. */
const named = /(?:^|[\s(])[`"“«'][\w.-]{2,40}[`"”»'] [^`"“«']{0,24}$/
const namesAnother = (text: string, { start, at }: Statement): boolean => named.test(text.slice(start, at))
/** So many sentences further on, what has no subject may still tell of the last one. */
const goesOnFor = 5

function inSentence(statement: Statement, sentence: Sentence): Told[] {
  const { start, end } = statement
  const { text, spotAt } = sentence
  if (!isStatedAt(sentence, statement)) return []
  return [{ ...statement, said: text.slice(start, end), before: text.slice(0, start), after: text.slice(end), spot: spotAt(start) }]
}
