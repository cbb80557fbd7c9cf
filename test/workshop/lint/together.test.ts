import { expect, test } from 'vitest'
import { exampleBase } from '../example-base.ts'
import { changed, lint } from './kit.ts'

const noInk = exampleBase['hypotheses/no-ink.yaml']!
const withRule = (rule: string) => noInk.replace('resolutions:', `${rule}\nresolutions:`)
const found = (example: Record<string, string | null>) => lint(changed(example)).findings.map(({ code, file }) => `${code} ${file}`)

const asking = (name: string, when: string) =>
  `title: The ${name} is open\ntype: yes-no\nask: Is the ${name} open?\nask-when: ${when}\nexplain: Ink dries in the air.\ncost: recall\nfind-out:\n  - { do: Look at it, expect: yes or no }\n`

// Mistakes that keep a base from loading and mistakes of the base as a whole are told in one run.
test.each([
  {
    name: 'a fact that nothing sets does not hide a rule that can never hold, and its own rules are not told again',
    example: {
      'facts/mood.yaml': 'title: The mood of the printer\ntype: yes-no\n',
      'hypotheses/no-ink.yaml': withRule(
        '  - { id: mood, when: mood, points: 2, because: It matters. }\n  - { id: never, when: { all: [ page-is-blank, { not: page-is-blank } ] }, points: 2, because: Never. }',
      ),
    },
    findings: ['fact-never-known facts/mood.yaml', 'rule-never-holds hypotheses/no-ink.yaml'],
  },
  {
    name: 'a circle of derivations does not hide a question that never matters',
    example: {
      'facts/hot.yaml': 'title: It is hot\ntype: yes-no\nderive:\n  - { id: cold, when: { not: cold }, value: yes, because: Not cold. }\n',
      'facts/cold.yaml': 'title: It is cold\ntype: yes-no\nderive:\n  - { id: hot, when: { not: hot }, value: yes, because: Not hot. }\n',
      'hypotheses/no-ink.yaml': withRule('  - { id: cold, when: cold, points: 2, because: Ink freezes. }'),
      'facts/colour.yaml':
        'title: The colour of the printer\ntype: choice\nchoices: { grey: grey, black: black }\nask: Which colour does it have?\nexplain: The colour of its case.\ncost: recall\nfind-out:\n  - { do: Look at it, expect: a colour }\n',
    },
    findings: ['derivation-cycle facts/cold.yaml', 'question-never-matters facts/colour.yaml'],
  },
  {
    name: 'a circle of derivations is told once, also when a case names one of them',
    example: {
      'facts/rollers-worn.yaml': exampleBase['facts/rollers-worn.yaml']!.replace(
        '  - { id: few',
        '  - { id: always, when: rollers-worn, value: yes, because: They were. }\n  - { id: few',
      ),
      'cases/worn.yaml': exampleBase['cases/worn.yaml']!.replace(' } }\n', ' }, rules: { rollers-worn/many-pages: holds } }\n'),
    },
    findings: ['derivation-cycle facts/rollers-worn.yaml'],
  },
  {
    name: 'a file that cannot be read does not hide a rule that can never hold, and what it used is not called unused',
    example: {
      'symptoms/page-is-blank.yaml': 'title: The page: is blank\n',
      'hypotheses/no-ink.yaml': withRule(
        '  - { id: never, when: { all: [ rollers-worn, { not: rollers-worn } ] }, points: 2, because: Never. }',
      ),
    },
    findings: ['rule-never-holds hypotheses/no-ink.yaml', 'yaml-syntax symptoms/page-is-blank.yaml'],
  },
  {
    name: 'a mistyped key does not hide a useless question',
    example: {
      'vendors/laser.yaml': exampleBase['vendors/laser.yaml']!.replace('managed:', 'manged:'),
      'facts/colour.yaml': asking('colour', 'page-is-blank'),
    },
    findings: ['question-never-matters facts/colour.yaml', 'unknown-key vendors/laser.yaml'],
  },
  {
    name: 'a mistyped fact does not make the right one useless, nor its cause weak',
    example: {
      'facts/lid.yaml': asking('lid', 'page-is-blank'),
      'hypotheses/no-ink.yaml': withRule('  - { id: lid, when: lidd, points: 2, because: It dries out. }').replace(
        'prior: -2',
        'prior: -4',
      ),
      'resolutions/new-printer.yaml': 'title: Use another printer\nstage: contain\nsteps:\n  - { id: other, do: Print next door. }\n',
    },
    findings: ['unknown-fact hypotheses/no-ink.yaml', 'resolution-unreachable resolutions/new-printer.yaml'],
  },
  {
    name: 'a wrong value of one rule does not hide that another one can never hold, and where that stands',
    example: {
      'hypotheses/no-ink.yaml': withRule(
        '  - { id: odd, when: { printed-pages: { more-than: many } }, points: 2, because: It is old. }\n  - { id: never, when: { all: [ rollers-worn, { not: rollers-worn } ] }, points: 2, because: Never. }',
      ),
    },
    findings: ['wrong-value hypotheses/no-ink.yaml', 'rule-never-holds hypotheses/no-ink.yaml'],
  },
  {
    name: 'a file in the wrong folder is one mistake',
    example: { 'symptoms/page-is-blank.yaml': null, 'symptom/page-is-blank.yaml': exampleBase['symptoms/page-is-blank.yaml']! },
    findings: ['unknown-folder symptom/page-is-blank.yaml'],
  },
  {
    name: 'questions that wait for each other are told once, and not the rules about them',
    example: {
      'facts/lid.yaml': asking('lid', 'hood'),
      'facts/hood.yaml': asking('hood', 'lid'),
      'hypotheses/no-ink.yaml': withRule(
        '  - { id: lid, when: lid, points: 2, because: It dries out. }\n  - { id: hood, when: { not: hood }, points: 2, because: It stays wet. }',
      ),
    },
    findings: ['asks-about-itself facts/hood.yaml'],
  },
  {
    name: 'questions of which one can be asked in another case too do not wait',
    example: {
      'facts/lid.yaml': asking('lid', '{ any: [ hood, page-is-blank ] }'),
      'facts/hood.yaml': asking('hood', 'lid'),
      'hypotheses/no-ink.yaml': withRule(
        '  - { id: lid, when: lid, points: 2, because: It dries out. }\n  - { id: hood, when: { not: hood }, points: 2, because: It stays wet. }',
      ),
    },
    findings: [],
  },
  {
    name: 'an agent that is switched on as it was switched off',
    example: {
      'vendors/laser.yaml': exampleBase['vendors/laser.yaml']!.replace('undo: systemctl start', 'undo: systemctl stop'),
    },
    findings: ['undo-does-the-same vendors/laser.yaml'],
  },
  {
    name: 'a measurement that changes something and has no way back',
    example: {
      'vendors/laser.yaml': exampleBase['vendors/laser.yaml']!.replace(
        'exclusions:',
        'measure:\n  - { do: Switch the trace on., run: laserctl trace on, changes: true, confidence: unverified }\nexclusions:',
      ),
    },
    findings: ['key-order vendors/laser.yaml', 'no-way-back vendors/laser.yaml'],
  },
  {
    name: 'an agent that names no kind is told once, not for each of its forms',
    example: { 'vendors/laser.yaml': exampleBase['vendors/laser.yaml']!.replace('kinds: [folder]', 'kinds: []') },
    findings: ['wrong-value vendors/laser.yaml'],
  },
  {
    name: 'a step without a way back does not hide a dead end',
    example: {
      'resolutions/change-rollers.yaml': exampleBase['resolutions/change-rollers.yaml']!.replace('    undo: rollers --old\n', ''),
      'hypotheses/no-ink.yaml': noInk.replace('[change-ink]', '[]'),
      'resolutions/change-ink.yaml': null,
    },
    findings: ['dead-end hypotheses/no-ink.yaml', 'no-way-back resolutions/change-rollers.yaml'],
  },
])('$name', ({ example, findings }) => {
  expect(found(example)).toEqual(findings)
})
