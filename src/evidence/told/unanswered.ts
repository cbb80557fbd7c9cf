import { later } from '../lines/later.ts'
import type { Spot } from '../readers/reader.ts'
import { conceptsOf } from './concepts.ts'
import { isQuestion, unsure } from './doubt.ts'
import { isStatedAt } from './not-stated.ts'
import { quantitiesIn } from './quantities.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { gaveNothing, laterBehind, othersAnswer, typedProgram, waitedOrEnded } from './words/unanswered.ts'

/**
 * A simple command, or a login, that somebody tells of step by step: it was typed, it gave nothing back, and so long they waited before
 * they gave it up. Each step may be a clause or a sentence of its own, none of which says on its own that the command hangs.
 */

const typed = later(typedProgram, 'giu')
const nothing = later(gaveNothing, 'giu')
const waited = later(waitedOrEnded, 'iu')

/** Nobody needs more words from one step to the next, nor more sentences for all of them. */
const [toNothing, toWait, around, mostSentences, longest] = [100, 130, 60, 6, 600]
/** Longer nobody waits for it. */
const [least, most] = [120, 43_200]

interface Place {
  readonly start: number
  readonly end: number
}

/** Where such an account begins; the first of a text. */
export function unansweredIn(spots: readonly Spot[], mayTell: (text: string) => boolean): Spot | undefined {
  const sentences = sentencesOf(spots, mayTell, mostSentences)
  if (!sentences.some(({ text }) => waited.test(text))) return undefined
  const given = sentences.map(({ text }) => text.length <= longest && text.search(nothing) >= 0)
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.text.length > longest || !given.slice(i, i + mostSentences).includes(true) || isDoubtful(sentence)) continue
    const call = callsIn(sentence.text).find(call => isStatedAt(sentence, call) && isLeft(sentences.slice(i, i + mostSentences), call))
    if (call) return sentence.spotAt(call.start)
  }
  return undefined
}
const isDoubtful = ({ text }: Sentence) => isQuestion(text) || unsure.test(text)

function callsIn(text: string): Place[] {
  const named = conceptsOf(text).subjects.filter(({ kind }) => kind === 'command' || kind === 'login')
  const programs = [...text.matchAll(typed)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
  return [...named, ...programs]
}

/** Whether it gave nothing back, and somebody waited for it, in what follows. */
function isLeft(sentences: readonly Sentence[], call: Place): boolean {
  let whole = ''
  const parts: { readonly at: number; readonly sentence: Sentence }[] = []
  for (const [i, sentence] of sentences.entries()) {
    const isOther = i > 0 && conceptsOf(sentence.text).subjects.some(({ kind }) => kind !== 'command' && kind !== 'login')
    if (whole.length > longest || isDoubtful(sentence) || isOther) break
    parts.push({ at: whole.length, sentence })
    whole += sentence.text.endsWith(' ') ? sentence.text : `${sentence.text} `
  }
  const isStated = ({ start, end }: Place) => {
    const part = parts.findLast(({ at }) => at <= start)!
    return isStatedAt(part.sentence, { start: start - part.at, end: end - part.at })
  }
  const quantities = quantitiesIn(whole).filter(({ role, least: seconds, start, end }) => {
    if (start < call.end || seconds <= least || seconds > most) return false
    if (role !== 'lasting' && !(role === 'ago' && laterBehind.test(whole.slice(end)))) return false
    const near = whole.slice(Math.max(call.end, start - around), end + around)
    return waited.test(near) && isStated({ start, end })
  })
  if (quantities.length === 0) return false
  return [...whole.matchAll(nothing)].some(({ 0: said, index }) => {
    const end = index + said.length
    if (index < call.end - 1 || index - call.end > toNothing || !isStated({ start: index, end })) return false
    return quantities.some(quantity => {
      if (quantity.start - end > toWait || index - quantity.end > around) return false
      return !othersAnswer.test(whole.slice(call.end, Math.max(quantity.end + around, end)))
    })
  })
}
