import { isReading, readingNames } from '../../../evidence/readings.ts'
import type { Report } from '../../../kb/condition.ts'
import { allFacts } from '../../../kb/model.ts'
import type { FactFile } from '../../../kb/shapes.ts'
import { didYouMean } from '../../../kb/suggest.ts'
import { folderOf } from '../../verify/model.ts'
import { waitingOf } from '../../verify/waiting.ts'
import { choiceWith, derivedWith, numberWith, symptomWith } from '../example-files.ts'
import { type Checks, page, pageOf } from '../model.ts'

const files = Object.fromEntries
const twin =
  'title: Pages printed so far\ntype: yes-no\nderive: [{ id: any, when: { printed-pages: { more-than: 0 } }, value: yes, because: It counts. }]\n'

/** Facts and symptoms: what is asked, how it is found out, and keys that do nothing. */
export const facts: Checks = {
  pages: {
    'missing-explain': page(
      'warning',
      'A question says nothing about what it means',
      'Somebody who does not know the word cannot answer, and "I cannot tell" is what the diagnosis gets.',
      files([symptomWith({ explain: null })]),
      files([symptomWith({})]),
    ),
    'missing-find-out': page(
      'warning',
      'A question does not say how to find out',
      'Nobody should have to guess. "find-out" holds a command that only looks, or a sentence that says where to look.',
      files([symptomWith({ 'find-out': null })]),
      files([symptomWith({})]),
    ),
    'missing-cost': page(
      'info',
      'A question does not say what the answer costs',
      'Cheap questions come first. Without "cost" the interview takes the question for one that can be answered from memory.',
      files([symptomWith({ cost: null })]),
      files([symptomWith({})]),
    ),
    'recall-with-command': pageOf(
      'info',
      'A question that costs nothing wants a command',
      '"cost: recall" means that people know it by heart. Where a command must be run the cost is "command"; where it only helps those who do not know, say so with "do".',
      ...symptomWith({ cost: '§', 'find-out': '[{ run: lpq --last, expect: an empty page }]' }),
      'recall',
      'command',
    ),
    'unit-not-in-id': pageOf(
      'warning',
      'The id of a number does not name its unit',
      'Conditions name the fact by its id only. In longest-hang-seconds: { more-than: 120 } nobody can mistake the unit.',
      ...numberWith({ unit: '§' }),
      'sheets',
      'pages',
    ),
    'choice-is-yes-no': pageOf(
      'warning',
      'A choice between yes and no',
      'For that there is the type yes-no: its conditions are shorter, and its questions are asked better.',
      ...choiceWith({ choices: '§' }),
      "{ prints: it prints, same: nothing changed, 'yes': yes, 'no': no }",
      '{ prints: it prints, same: nothing changed }',
    ),
    'one-choice': pageOf(
      'warning',
      'A choice with one answer',
      'Where there is nothing to choose from the answer tells nothing.',
      'facts/paper-size.yaml',
      'title: The size of the paper\ntype: choice\nchoices: §\nderive: [{ id: any, when: page-is-blank, value: a4, because: It is blank. }]\n',
      '[a4]',
      '[a4, letter]',
    ),
    'key-without-effect': page(
      'warning',
      'A key does nothing here',
      'Keys that say how to ask do nothing without "ask", "absence" nothing without "seen-as", "unit" nothing without a number. Either something is missing, or the key misleads the reader.',
      files([derivedWith({ unit: 'pages' })]),
      files([derivedWith({})]),
    ),
    'merge-does-not-fit': pageOf(
      'error',
      'The values of several nodes cannot be put together this way',
      'The words any and all are for yes-no, max and min for numbers and versions, union for lists. Another one gives no or a wrong value as soon as two nodes were read.',
      ...numberWith({ merge: '§' }),
      'any',
      'max',
    ),
    'unknown-reading': pageOf(
      'error',
      'No reader tells this',
      'Evidence is read under fixed names. Under a name that no reader uses the fact stays unknown whatever is handed over.',
      ...numberWith({ ask: null, explain: null, cost: null, 'find-out': null, 'read-as': '§' }),
      'totem.tokens-ms',
      'totem.token-ms',
    ),
    'asks-about-itself': pageOf(
      'error',
      'A question waits for its own answer',
      'A question whose "ask-when" tests the very fact that it asks for is never asked; nor are questions that wait for each other.',
      ...numberWith({ 'ask-when': '§' }),
      '{ printed-pages: { more-than: 3 } }',
      'paper-does-not-move',
    ),
    'duplicate-question': page(
      'warning',
      'Two facts ask the same question',
      'The administrator answers twice and wonders what the difference is.',
      files([symptomWith({ ask: 'Does the paper stay where it is?' })]),
      files([symptomWith({})]),
    ),
    'duplicate-title': page(
      'warning',
      'Two things of one kind have the same title',
      'In questions, plans and reports only the title is printed: nobody can tell them apart.',
      { 'facts/any-pages.yaml': twin, ...files([symptomWith({ 'ask-when': '{ any-pages: { known: true } }' })]) },
      {
        'facts/any-pages.yaml': twin.replace('so far', 'at all'),
        ...files([symptomWith({ 'ask-when': '{ any-pages: { known: true } }' })]),
      },
    ),
  },
  file({ folder, id, object }, report) {
    if (folder === 'facts' || folder === 'symptoms') oneFact(id, object as FactFile, report)
  },
  base(kb, reportIn) {
    for (const ring of waitingOf(kb).rings) {
      const asked = ring.slice(0, -1).filter(id => allFacts(kb)[id]!.ask !== undefined)
      const [first] = asked.sort() as [string]
      // A question that names its own fact is told of already.
      if (ring.length > 2)
        reportIn(folderOf(kb, first), first)(
          'asks-about-itself',
          ['ask-when'],
          `the questions wait for each other: ${ring.join(' -> ')}`,
          'Let one of them be asked without the others.',
        )
    }
    const asked = new Map<string, string>()
    for (const [id, { ask }] of Object.entries(allFacts(kb))) {
      if (ask === undefined) continue
      const same = asked.get(plain(ask))
      if (same !== undefined)
        reportIn(Object.hasOwn(kb.symptoms, id) ? 'symptoms' : 'facts', id)(
          'duplicate-question',
          ['ask'],
          `"${same}" asks the same`,
          'Say what is different, or keep one of the two.',
        )
      asked.set(plain(ask), id)
    }
    for (const kinds of [['facts', 'symptoms'], ['events'], ['vendors'], ['components'], ['hypotheses'], ['resolutions']] as const) {
      const titles = new Map<string, string>()
      for (const folder of kinds)
        for (const [id, { title }] of Object.entries(kb[folder])) {
          const same = titles.get(plain(title))
          if (same !== undefined)
            reportIn(folder, id)('duplicate-title', ['title'], `"${same}" has the same title`, 'Say what is different.')
          titles.set(plain(title), id)
        }
    }
  },
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const merges: Readonly<Record<FactFile['type'], readonly string[]>> = {
  'yes-no': ['any', 'all', 'same-on-all'],
  number: ['max', 'min', 'same-on-all'],
  version: ['max', 'min', 'same-on-all'],
  list: ['union', 'same-on-all'],
  choice: ['same-on-all'],
  text: ['same-on-all'],
}

function oneFact(id: string, fact: FactFile, report: Report): void {
  const { ask, cost, type, unit, merge } = fact
  const findOut = fact['find-out'] ?? []
  if (ask !== undefined) {
    if (fact.explain === undefined)
      report(
        'missing-explain',
        ['ask'],
        'the question is not explained',
        'Add "explain": what it means, for somebody who does not know.',
        true,
      )
    if (findOut.length === 0)
      report(
        'missing-find-out',
        ['ask'],
        'the question does not say how to find out',
        'Add "find-out": a command that only looks, or where to look.',
        true,
      )
    if (cost === undefined)
      report(
        'missing-cost',
        ['ask'],
        'the question does not say what the answer costs',
        'Add "cost": recall, command, wait, change or disrupt.',
        true,
      )
    const command = findOut.findIndex(({ run }) => run !== undefined)
    if (cost === 'recall' && command >= 0 && findOut.every(entry => entry.do === undefined))
      report(
        'recall-with-command',
        ['find-out', command, 'run'],
        'people cannot recall what a command must show',
        'Make the cost "command", or say with "do" what people remember.',
      )
  }
  const idle = (key: string, needs: string) =>
    report('key-without-effect', [key], `"${key}" does nothing here`, `It needs ${needs}; add that or delete the key.`, true)
  for (const key of ['ask-when', 'cost', 'first', 'chance', 'find-out'] as const)
    if (fact[key] !== undefined && ask === undefined) idle(key, '"ask"')
  if (fact.absence !== undefined && fact['seen-as'] === undefined) idle('absence', '"seen-as"')
  if (unit !== undefined && type !== 'number') idle('unit', 'type number')
  if (fact.choices !== undefined && type !== 'choice' && type !== 'list') idle('choices', 'type choice or list')
  if (fact.chance !== undefined && ask !== undefined && type !== 'yes-no') idle('chance', 'type yes-no')
  if (merge !== undefined && !merges[type].includes(merge))
    report('merge-does-not-fit', ['merge'], `"${merge}" does not fit type ${type}`, `What fits: ${merges[type].join(', ')}.`)
  if (
    type === 'number' &&
    unit !== undefined &&
    !unit
      .toLowerCase()
      .split(/\W+/)
      .some(word => named(id, word))
  )
    report(
      'unit-not-in-id',
      ['unit'],
      `the id "${id}" does not name the unit`,
      `Let it end with "-${unit.toLowerCase().replace(/\W+/g, '-')}", and keep the old id under "was".`,
    )
  const readings = [fact['read-as'] ?? []].flat()
  readings.forEach((name, i) => {
    if (!isReading(name))
      report(
        'unknown-reading',
        ['read-as', ...(Array.isArray(fact['read-as']) ? [i] : [])],
        `no reader tells "${name}"`,
        didYouMean(name, readingNames, `Readings: ${readingNames.join(', ')}.`),
      )
  })
  const choices = fact.choices === undefined ? [] : Array.isArray(fact.choices) ? fact.choices : Object.keys(fact.choices)
  if (type === 'choice' && fact.choices !== undefined) {
    if (choices.length < 2) report('one-choice', ['choices'], 'there is nothing to choose from', 'Add the other answers.')
    if (choices.includes('yes') && choices.includes('no'))
      report('choice-is-yes-no', ['choices'], 'yes and no are a type of their own', 'Use type yes-no, or say what each answer means.')
  }
  if (fact['ask-when'] !== undefined && names(fact['ask-when']).has(id))
    report('asks-about-itself', ['ask-when'], 'the question waits for its own answer', 'Test another fact.')
}

/** Whether an id names a unit, also by its short form: ms is named by totem-token-ms. */
const named = (id: string, word: string) =>
  word !== '' &&
  id
    .split('-')
    .some(part => part === word || part === `${word}s` || `${part}s` === word || (word.startsWith('millisecond') && part === 'ms'))

/** Every word in a condition that could be the id of a fact. */
function names(condition: unknown, found = new Set<string>()): Set<string> {
  if (typeof condition === 'string') found.add(condition)
  else if (Array.isArray(condition)) for (const part of condition) names(part, found)
  else if (typeof condition === 'object' && condition !== null)
    for (const [key, inner] of Object.entries(condition)) {
      if (key === 'all' || key === 'any' || key === 'not') names(inner, found)
      else found.add(key)
    }
  return found
}
