import type { KnowledgeBase } from '../kb/model.ts'
import { fenceAgent, longerWords, vocabulary } from './vocabulary.ts'

/** Which words must stay for a text to keep its meaning. */
export interface Words {
  /** Whether a name of this text is replaced only where a name must stand. */
  isOrdinary(name: string): boolean
  /** Whether this run of letters and digits is a word of its own, so that a name inside it is chance. */
  isWord(run: string): boolean
  /** One more ordinary word, for instance the name of a resource agent. */
  add(name: string): void
}

/** The cluster's own words, those of the patterns and listings that `kb` looks for, and what agents are called. */
export function wordsOf(kb: Pick<KnowledgeBase, 'events' | 'vendors' | 'components'>): Words {
  const ordinary = new Set(vocabulary)
  const words = new Set([...vocabulary, ...longerWords])
  for (const event of Object.values(kb.events))
    for (const { pattern, process = [] } of event.forms) {
      for (const run of runsOf(literalsOf(pattern))) ordinary.add(run)
      for (const program of process) ordinary.add(program.toLowerCase())
    }
  // People choose the words in ids of resources, so that these are names like any other.
  for (const { detect } of [...Object.values(kb.vendors), ...Object.values(kb.components)])
    for (const name of Object.entries(detect).flatMap(([key, list]) => (key !== 'named' && Array.isArray(list) ? list : []))) {
      const text = (typeof name === 'string' ? name : name.name).toLowerCase()
      for (const known of [text, text.slice(text.lastIndexOf('/') + 1), ...runsOf(text)]) ordinary.add(known)
    }
  for (const text of textsOf([kb.events, kb.vendors, kb.components])) for (const run of runsOf(text)) words.add(run)
  return {
    isOrdinary: name => ordinary.has(name.toLowerCase()) || fenceAgent.test(name) || !/[a-z\u0080-\uffff]/i.test(name) || name.length < 2,
    isWord: run => words.has(run.toLowerCase()) || ordinary.has(run.toLowerCase()),
    add: name => {
      ordinary.add(name.toLowerCase())
    },
  }
}

/** What a pattern says in so many words. */
const literalsOf = (pattern: string): string =>
  pattern
    // A list of agents: the "vip" of gcp-vpc-move-vip is a name that people give, too.
    .replace(/\(\?<agent>[^()]*\)/g, ' ')
    .replace(/\(\?<\w+>/g, ' ')
    .replace(/\\[a-zA-Z]/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')

const runsOf = (text: string): string[] => (text.match(/[a-z]{2,}/gi) ?? []).map(run => run.toLowerCase())

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsOf(part)
}
