import { type Script, scripts } from './east-asian.ts'
import { type Language, languages } from './languages.ts'

/** Who speaks in a text, to whom, and of when; each as a number of words. */
export interface Speaker {
  /** All words; characters count half where there are no blanks between words. */
  readonly words: number
  readonly self: number
  /** Outside of questions: who asks is polite. */
  readonly you: number
  readonly general: number
  readonly past: number
  readonly moment: number
}

interface Known {
  readonly language: Language
  readonly self: ReadonlySet<string>
  readonly you: ReadonlySet<string>
  readonly general: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly moment: ReadonlySet<string>
}
const setOf = (words: string) => new Set(words.split(' '))
const known: readonly Known[] = languages.map(language => ({
  language,
  self: setOf(language.self),
  you: setOf(language.you),
  general: setOf(language.general),
  past: setOf(language.past),
  moment: setOf(language.moment),
}))
/** The languages that a word belongs to: a short text has few of the frequent ones. */
const spokenIn = new Map<string, number[]>()
languages.forEach(({ common, self, past, moment }, i) => {
  for (const word of setOf([common, self, past, moment].join(' '))) spokenIn.set(word, [...(spokenIn.get(word) ?? []), i])
})

const word = /\p{L}[\p{L}\p{M}]*/gu
/** Questions are kept apart. */
const sentences = /[^.!?。！？]*(?:[.!?。！？]|$)/g

/** Counts of a text without its logs and its commands; a quotation or an answer may be in a language of its own. */
export function speakerOf(text: string): Speaker {
  const sum = { words: 0, self: 0, you: 0, general: 0, past: 0, moment: 0 }
  for (const part of text.split(/\n\s*\n/)) {
    const counts = ofPart(part)
    for (const key of keys) sum[key] += counts[key]
  }
  return sum
}
const keys = ['words', 'self', 'you', 'general', 'past', 'moment'] as const

function ofPart(text: string): Speaker {
  const letters = text.replace(/\s+/g, '').length
  const script = scripts.find(({ known }) => (text.match(known)?.length ?? 0) * 5 > letters)
  return script ? ofScript(text, script) : ofWords(text)
}

function ofScript(text: string, script: Script): Speaker {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return {
    words: Math.round(text.replace(/\s+/g, '').length / 2),
    self: count(script.self),
    you: count(script.you),
    general: count(script.general),
    past: count(script.past),
    moment: count(script.moment),
  }
}

function ofWords(text: string): Speaker {
  const hits = languages.map(() => 0)
  let words = 0
  const asked: string[] = []
  const said: string[] = []
  for (const [sentence] of text.matchAll(sentences)) {
    const isQuestion = sentence.endsWith('?')
    for (const [found] of sentence.matchAll(word)) {
      const small = found.toLowerCase()
      words++
      for (const i of spokenIn.get(small) ?? []) hits[i]!++
      ;(isQuestion ? asked : said).push(small)
    }
  }
  const most = Math.max(...hits)
  // Neighbours have many words in common: only the one that is known best speaks.
  const { language, ...sets } = known[hits.indexOf(most)]!
  const counts = { self: 0, you: 0, general: 0, past: 0, moment: 0 }
  const add = (small: string, isQuestion: boolean) => {
    if (sets.self.has(small) || language.selfForm?.test(small)) counts.self++
    if (!isQuestion && sets.you.has(small)) counts.you++
    if (sets.general.has(small)) counts.general++
    if (sets.past.has(small) || language.pastForm?.test(small)) counts.past++
    if (sets.moment.has(small)) counts.moment++
  }
  for (const small of asked) add(small, true)
  for (const small of said) add(small, false)
  return { words, ...counts }
}
