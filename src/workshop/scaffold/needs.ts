import { allFacts, type KnowledgeBase } from '../../kb/model.ts'
import { didYouMean } from '../../kb/suggest.ts'

export const kinds = ['symptom', 'event', 'vendor', 'hypothesis', 'resolution', 'component', 'case'] as const
export type Kind = (typeof kinds)[number]

/** What was told on the command line or asked, by the name of its option. */
export type Told = Readonly<Record<string, string | readonly string[]>>

/** One thing a new file needs to be told. */
export interface Need {
  readonly key: string
  readonly ask: string
  /** Used when only Enter is pressed; absent: an answer is needed. */
  readonly otherwise?: string
  /** What is wrong with an answer, and what to write instead. */
  check(answer: string): { readonly message: string; readonly hint: string } | undefined
}

const text = (key: string, ask: string, otherwise?: string): Need => ({
  key,
  ask,
  ...(otherwise === undefined ? {} : { otherwise }),
  check: answer =>
    answer.trim() === ''
      ? { message: `--${key} is empty`, hint: 'Write a few words.' }
      : /[\0-\x1f\x7f]/.test(answer)
        ? { message: `--${key} holds a control character`, hint: 'Write one line of plain text.' }
        : undefined,
})

const oneOf = (key: string, ask: string, known: readonly string[], otherwise?: string): Need => ({
  key,
  ask,
  ...(otherwise === undefined ? {} : { otherwise }),
  check: answer =>
    known.includes(answer)
      ? undefined
      : {
          message: `--${key}: nothing is called "${answer.slice(0, 80)}"`,
          hint: didYouMean(answer, known, `One of: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`),
        },
})

const points: Need = {
  key: 'points',
  ask: 'How strongly does it speak for the cause, in points (3: two to one, 10: ten to one)?',
  otherwise: '4',
  check: answer =>
    /^-?\d{1,2}$/.test(answer) && Math.abs(Number(answer)) <= 30 && Number(answer) !== 0
      ? undefined
      : {
          message: `--points: "${answer.slice(0, 80)}" is no number of points`,
          hint: 'Write a whole number from -30 to 30 that is not 0.',
        },
}

/** The few things that `kind` needs, in the order in which they are asked. */
export function needsOf(kind: Kind, kb: KnowledgeBase): readonly Need[] {
  const hypotheses = Object.keys(kb.hypotheses)
  const cause = oneOf('hypothesis', 'For which cause does it speak (an id)?', hypotheses, hypotheses[0])
  const because = text('because', 'Why does it speak for that cause, in one sentence?')
  const title = (what: string) => text('title', what)
  switch (kind) {
    case 'symptom':
      return [
        title('What is seen, as a statement?'),
        text('ask', 'The question to the administrator?'),
        text('explain', 'What does it mean, for somebody who does not know it?'),
        text('look', 'Where does somebody look, in one sentence?'),
        cause,
        points,
        because,
      ]
    case 'event':
      return [title('What happened, in a few words?'), text('line', 'One whole line of the log that tells it?'), cause, points, because]
    case 'vendor':
      return [title('The product, as its maker writes it?'), text('process', 'Full path of a program of it that runs?')]
    case 'hypothesis':
      return [title('The cause, as a statement?'), yesNoFacts(kb)]
    case 'resolution':
      return [
        title('What is done, in a few words?'),
        oneOf('hypothesis', 'Against which cause does it help (an id)?', hypotheses, hypotheses[0]),
        text('do', 'The first thing to look at or do, one sentence?'),
      ]
    case 'component':
      return [
        title('The part of the cluster?'),
        text('process', 'A program that shows that a cluster has it?'),
        path,
        text('why', 'Why does the cluster wait for that path?'),
      ]
    case 'case':
      return [title('What does this cluster show?'), oneOf('hypothesis', 'Which cause do you expect (an id)?', hypotheses, hypotheses[0])]
  }
}

const path: Need = {
  key: 'path',
  ask: 'A path that it waits for (a folder ends with /)?',
  check: answer =>
    /^\/[^\s\0-\x1f]+$/.test(answer) && !['/', '/usr/', '/usr/bin/', '/usr/sbin/', '/etc/', '/var/', '/bin/', '/sbin/'].includes(answer)
      ? undefined
      : {
          message: `--path: "${answer.slice(0, 80)}" is no path to leave alone`,
          hint: 'Write a full path that names only files of this part, never a whole system folder.',
        },
}

/** Two facts of different kinds of evidence: fewer can never make a cause likely. */
function yesNoFacts(kb: KnowledgeBase): Need {
  const known = Object.entries(allFacts(kb)).flatMap(([id, { type }]) => (type === 'yes-no' ? [id] : []))
  return {
    key: 'fact',
    ask: 'Two facts or symptoms that speak for it (ids, with a blank between)?',
    check(answer) {
      const ids = answer.split(/[\s,]+/).filter(Boolean)
      const wrong = ids.find(id => !known.includes(id))
      if (wrong !== undefined)
        return {
          message: `--fact: no yes-no fact is called "${wrong.slice(0, 80)}"`,
          hint: didYouMean(wrong, known, 'Run "avert kb show" for all ids.'),
        }
      return new Set(ids).size < 2
        ? { message: '--fact: two different facts are needed', hint: 'One kind of evidence alone never makes a cause likely.' }
        : undefined
    },
  }
}
