import type { Report } from '../../../kb/condition.ts'
import type { HypothesisFile } from '../../../kb/shapes.ts'
import { type OperatorWord, opposites } from '../../../kb/vocabulary.ts'
import { hypothesisWith } from '../example-files.ts'
import { type Checks, pageOf } from '../model.ts'

/** Conditions that say more than they mean, and points that weigh nothing. */
export const rules: Checks = {
  pages: {
    'needless-group': pageOf(
      'info',
      'A group of one',
      '"all" and "any" with one condition mean that condition alone. Often a second one was meant.',
      ...hypothesisWith({ when: '§' }),
      '{ all: [page-is-blank] }',
      'page-is-blank',
    ),
    'double-negation': pageOf(
      'warning',
      'A condition says "not not"',
      'Two negations cancel each other, and make a reader count on his fingers.',
      ...hypothesisWith({ when: '§' }),
      '{ not: { not: page-is-blank } }',
      'page-is-blank',
    ),
    'negated-test': pageOf(
      'info',
      'A negated test that has a word of its own',
      'A "not" around "is" is the same as "is-not", around "at-least" the same as "less-than". The word is easier to read.',
      ...hypothesisWith({ when: '§' }),
      '{ all: [page-is-blank, { not: { printed-pages: { more-than: 3 } } }] }',
      '{ all: [page-is-blank, { printed-pages: { at-most: 3 } }] }',
    ),
    'repeated-condition': pageOf(
      'warning',
      'A condition stands twice in one group',
      'The second one changes nothing; most likely another fact was meant.',
      ...hypothesisWith({ when: '§' }),
      '{ all: [page-is-blank, page-is-blank] }',
      '{ all: [page-is-blank, { printed-pages: { more-than: 3 } }] }',
    ),
    'no-points': pageOf(
      'warning',
      'A rule gives no points',
      'A rule with 0 points is printed as a reason and weighs nothing.',
      'hypotheses/no-ink.yaml',
      hypothesisWith({})[1].replace('points: -8', 'points: §'),
      '0',
      '-8',
    ),
    'prior-above-zero': pageOf(
      'warning',
      'A cause is likely before anything is known',
      'A prior above 0 means that the cause is more likely than not in a cluster nobody has looked at.',
      ...hypothesisWith({}, { prior: '§' }),
      '1',
      '-2',
    ),
    'decides-on-unknown': pageOf(
      'warning',
      'A decision rests on the mere fact that something is known',
      'A rule that confirms or rules out must test what the value is. "known" holds for every value.',
      'hypotheses/worn-rollers.yaml',
      `title: The rollers are worn
explain: Old rollers slip, and the paper stays where it is.
prior: -5
rules:
  - { id: no-movement, when: paper-does-not-move, points: 8, group: movement, because: Worn rollers slip. }
  - { id: worn, when: rollers-worn, points: 9, because: They are old. }
  - { id: new-rollers-help, when: { prints-with-new-rollers: { § } }, decides: confirmed, because: New rollers mended it. }
resolutions: [change-rollers]
sources: [manual]
`,
      'known: true',
      'is: prints',
    ),
    'id-says-nothing': pageOf(
      'info',
      'An id that says nothing',
      'Ids such as rule-1 or r2 stand in explanations, cases and tickets. A few words tell what the rule is about, and stay right when the order changes.',
      ...hypothesisWith({ id: '§' }),
      'rule-1',
      'blank',
    ),
  },
  file({ folder, object }, report) {
    conditionsIn(object, [], report)
    if (folder !== 'hypotheses') return
    const { prior, rules: own } = object as HypothesisFile
    if (prior > 0) report('prior-above-zero', ['prior'], 'the cause is likely before anything is known', 'Write 0 or less.')
    own.forEach(({ id, points, decides, when }, i) => {
      if (points === 0) report('no-points', ['rules', i, 'points'], 'the rule weighs nothing', 'Give it points, or delete it.')
      if (/^(?:r|rule|test|new|x|foo|tmp)?-?\d*$/.test(id))
        report('id-says-nothing', ['rules', i, 'id'], `"${id}" says nothing`, 'Name what the rule is about.')
      if (decides !== undefined && onlyKnown(when))
        report('decides-on-unknown', ['rules', i, 'when'], 'any value of the fact would decide', 'Test the value: is, one-of, more-than …')
    })
  },
}

const onlyKnown = (when: unknown): boolean =>
  typeof when === 'object' &&
  when !== null &&
  Object.values(when).every(test => typeof test === 'object' && test !== null && Object.keys(test).join() === 'known')

function conditionsIn(value: unknown, path: (string | number)[], report: Report): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (key === 'when' || key === 'unless' || key === 'ask-when') oneCondition(inner, here, report)
    else conditionsIn(inner, here, report)
  }
}

function oneCondition(condition: unknown, path: (string | number)[], report: Report): void {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return
  for (const [key, inner] of Object.entries(condition)) {
    const here = [...path, key]
    if ((key === 'all' || key === 'any') && Array.isArray(inner)) {
      if (inner.length === 1)
        report('needless-group', here, `"${key}" holds one condition only`, 'Write the condition alone, or add the other one.', true)
      const seen = new Set<string>()
      inner.forEach((part, i) => {
        const text = JSON.stringify(part)
        if (seen.has(text))
          report('repeated-condition', [...here, i], 'this condition stands in the group already', 'Delete it, or test another fact.')
        seen.add(text)
        oneCondition(part, [...here, i], report)
      })
    } else if (key === 'not') {
      negation(inner, here, report)
      oneCondition(inner, here, report)
    }
  }
}

function negation(inner: unknown, path: (string | number)[], report: Report): void {
  if (typeof inner !== 'object' || inner === null) return
  const [key, tests] = Object.entries(inner)[0] ?? []
  if (key === 'not') report('double-negation', path, 'two negations cancel each other', 'Take both away.', true)
  if (key === undefined || key === 'all' || key === 'any' || key === 'not' || typeof tests !== 'object' || tests === null) return
  const words = Object.keys(tests)
  const word = words.length === 1 ? opposites[words[0] as OperatorWord] : undefined
  if (word !== undefined)
    report('negated-test', path, `"not" and "${words[0]}" have a word of their own`, `Write { ${key}: { ${word}: … } }.`, true)
}
