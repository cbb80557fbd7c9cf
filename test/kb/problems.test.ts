import { describe, expect, test } from 'vitest'
import { printers, read } from '../small-base.ts'

const step = (text: string) => `title: T\nstage: fix\nsteps:\n  - ${text}\n`
const worn = (when: string) => `title: T\nprior: 0\nrules:\n  - { id: r, when: ${when}, points: 1, because: B }\nresolutions: []\n`

const renamed = { 'symptoms/page-is-blank.yaml': `${printers['symptoms/page-is-blank.yaml']}was: [sheet-is-blank]\n` }

// One broken file in an otherwise sound base: the code, the place, and a word of message or hint.
const rows: readonly { name: string; file: string; content: string | Uint8Array; code: string; at?: string; says: string }[] = [
  {
    name: 'an alias whose anchor is nowhere, which is most often text without quotes',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: *all\n',
    code: 'unknown-anchor',
    at: '1:8',
    says: 'into quotes',
  },
  {
    name: 'the merge key of YAML 1.1',
    file: 'symptoms/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\nask: Q\n<<: { cost: recall }\n',
    code: 'unknown-key',
    at: '4:1',
    says: 'Write these keys out',
  },
  {
    name: 'an apostrophe within single quotes',
    file: 'hypotheses/no-ink.yaml',
    content: "title: 'It isn't open'\n",
    code: 'yaml-syntax',
    at: '1:16',
    says: "twice: ''",
  },
  {
    name: 'a pattern between double quotes',
    file: 'events/blank-page.yaml',
    content: 'title: T\nin: [any-log]\nforms:\n  - pattern: "blank \\d+"\n',
    code: 'yaml-syntax',
    at: '4:21',
    says: 'single quotes',
  },
  {
    name: 'a pattern that begins with a bracket and has no quotes',
    file: 'events/blank-page.yaml',
    content: 'title: T\nin: [any-log]\nforms:\n  - pattern: [TOTEM ] Retransmit List\n',
    code: 'yaml-syntax',
    at: '4:23',
    says: 'begins with [',
  },
  {
    name: 'no blank after a colon',
    file: 'hypotheses/no-ink.yaml',
    content: 'title:T\nprior: 0\n',
    code: 'yaml-syntax',
    at: '1:1',
    says: 'blank',
  },
  {
    name: 'a no-break space, as pages have it',
    file: 'hypotheses/no-ink.yaml',
    content: 'title:\u00a0T\nprior: 0\n',
    code: 'yaml-syntax',
    at: '1:1',
    says: 'no-break space',
  },
  {
    name: 'text in the line of ">"',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\nexplain: > Does it\n',
    code: 'yaml-syntax',
    at: '2:12',
    says: 'next line',
  },
  {
    name: 'a quote that is never closed',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: "T\nprior: 0\n',
    code: 'yaml-syntax',
    says: 'never closed',
  },
  {
    name: 'a list instead of an object',
    file: 'hypotheses/no-ink.yaml',
    content: '- title: T\n',
    code: 'wrong-type',
    at: '1:1',
    says: 'the file must be',
  },
  {
    name: 'a number in quotes',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\nprior: "0"\nrules: [{ id: r, when: page-is-blank, points: 1, because: B }]\nresolutions: []\n',
    code: 'wrong-type',
    at: '2:8',
    says: 'Take the quotes away',
  },
  {
    name: 'a single entry that is no list',
    file: 'symptoms/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\nask: Q\nfind-out:\n  do: Look there.\n',
    code: 'wrong-type',
    at: '5:3',
    says: 'Begin each entry with',
  },
  {
    name: 'a word where a group of keys belongs',
    file: 'symptoms/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\nask: Q\nfind-out: [look]\n',
    code: 'wrong-type',
    at: '4:12',
    says: 'Its keys: do, run',
  },
  {
    name: 'a cause that no file tells of, with the folder where it belongs',
    file: 'cases/blank.yaml',
    content: 'title: T\nfacts: {}\nexpect: { leading: xyz }\n',
    code: 'unknown-hypothesis',
    at: '3:20',
    says: 'in hypotheses/',
  },
  {
    name: 'an unknown key',
    file: 'symptoms/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\nask: Q\nsee-as: { event: blank-page }\n',
    code: 'unknown-key',
    at: '4:1',
    says: '"seen-as"',
  },
  {
    name: 'a missing key',
    file: 'symptoms/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\n',
    code: 'missing-key',
    at: '1:1',
    says: '"ask"',
  },
  {
    name: 'a wrong type',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\nprior: many\nrules: [{ id: r, when: page-is-blank, points: 1, because: B }]\nresolutions: []\n',
    code: 'wrong-type',
    at: '2:8',
    says: 'number',
  },
  {
    name: 'an unknown fact',
    file: 'hypotheses/no-ink.yaml',
    content: worn('page-is-blnk'),
    code: 'unknown-fact',
    at: '4:20',
    says: '"page-is-blank"',
  },
  {
    name: 'an unknown event',
    file: 'symptoms/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\nask: Q\nseen-as: { event: blank-pages }\n',
    code: 'unknown-event',
    at: '4:19',
    says: '"blank-page"',
  },
  {
    name: 'an unknown agent',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ drivers: { includes: lasr } }'),
    code: 'wrong-value',
    at: '4:43',
    says: '"laser"',
  },
  {
    name: 'an unknown source',
    file: 'hypotheses/no-ink.yaml',
    content: `sources: [manul]\n${worn('page-is-blank')}`,
    code: 'unknown-source',
    at: '1:11',
    says: '"manual"',
  },
  {
    name: 'an unknown resolution',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\nprior: 0\nrules: [{ id: r, when: page-is-blank, points: 1, because: B }]\nresolutions: [change-roller]\n',
    code: 'unknown-resolution',
    at: '4:15',
    says: '"change-rollers"',
  },
  {
    name: 'an empty group',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ all: [] }'),
    code: 'empty-group',
    at: '4:22',
    says: 'at least one',
  },
  {
    name: 'an unknown operator',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ pages-printed: { more-then: 3 } }'),
    code: 'unknown-operator',
    at: '4:39',
    says: '"more-than"',
  },
  {
    name: 'an operator that does not fit',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ page-is-blank: { more-than: 3 } }'),
    code: 'operator-does-not-fit',
    at: '4:39',
    says: 'yes-no',
  },
  {
    name: 'a value outside the choices',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ prints-with-new-rollers: { is: print } }'),
    code: 'wrong-value',
    at: '4:53',
    says: '"prints"',
  },
  {
    name: 'a bare fact that is no yes-no fact',
    file: 'hypotheses/no-ink.yaml',
    content: worn('pages-printed'),
    code: 'operator-missing',
    at: '4:20',
    says: 'number',
  },
  {
    name: 'a bad regular expression',
    file: 'events/blank-page.yaml',
    content: "title: T\nin: [system-log]\nforms:\n  - { pattern: 'blank (page', matches: ['blank page'], ignores: ['x'] }\n",
    code: 'bad-pattern',
    at: '4:16',
    says: 'group',
  },
  {
    name: 'a pattern that matches anything',
    file: 'events/blank-page.yaml',
    content: "title: T\nin: [system-log]\nforms:\n  - { pattern: '\\w+ \\d+', matches: ['page 2'], ignores: ['x'] }\n",
    code: 'pattern-without-literal',
    at: '4:16',
    says: 'always there',
  },
  {
    name: 'an example the pattern does not match',
    file: 'events/blank-page.yaml',
    content: "title: T\nin: [system-log]\nforms:\n  - { pattern: 'blank page', matches: ['white page'], ignores: ['x'] }\n",
    code: 'example-not-matched',
    at: '4:40',
    says: 'Mend',
  },
  {
    name: 'a look-alike the pattern matches',
    file: 'events/blank-page.yaml',
    content: "title: T\nin: [system-log]\nforms:\n  - { pattern: 'blank page', matches: ['blank page'], ignores: ['no blank page'] }\n",
    code: 'look-alike-matched',
    at: '4:65',
    says: 'stricter',
  },
  ...(
    [
      ['what an agent says, with a bad regular expression', 'toner (low', 'toner low', 'x', 'bad-pattern', 'group'],
      ['what an agent says, with nothing to search for', '\\w+ \\d+', 'toner 2', 'x', 'pattern-without-literal', 'always there'],
      ['what an agent says, in another line than the pattern', '^toner low', 'ink low', 'x', 'example-not-matched', 'Mend'],
      ['what an agent says, in a look-alike', 'toner low', 'toner low', 'no toner low', 'look-alike-matched', 'stricter'],
    ] as const
  ).map(([name, pattern, match, ignore, code, says]) => ({
    name,
    file: 'vendors/laser.yaml',
    content: `${printers['vendors/laser.yaml']!.trimEnd()}\nsays:\n  - { pattern: '${pattern}', means: runs, matches: ['${match}'], ignores: ['${ignore}'] }\n`,
    code,
    says,
  })),
  {
    name: 'a change without a way back',
    file: 'resolutions/change-rollers.yaml',
    content: step('{ id: s, do: D, run: rm -r x, changes: true, verify: ls }'),
    code: 'no-way-back',
    at: '4:5',
    says: '"undo"',
  },
  {
    name: 'a change that cannot be checked',
    file: 'resolutions/change-rollers.yaml',
    content: step('{ id: s, do: D, run: rm -r x, changes: true, undo: restore }'),
    code: 'no-way-back',
    at: '4:5',
    says: '"verify"',
  },
  {
    name: 'a change without either is one mistake',
    file: 'resolutions/change-rollers.yaml',
    content: step('{ id: s, do: D, run: rm -r x, changes: true }'),
    code: 'no-way-back',
    at: '4:5',
    says: 'no "verify" and no "undo"',
  },
  {
    name: 'an id that stands twice',
    file: 'resolutions/change-rollers.yaml',
    content: 'title: T\nstage: fix\nsteps:\n  - { id: s, do: D }\n  - { id: s, do: D }\n',
    code: 'duplicate-id',
    at: '5:11',
    says: 'twice',
  },
  {
    name: 'a key that stands twice',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\ntitle: U\n',
    code: 'duplicate-key',
    at: '2:1',
    says: 'twice',
  },
  {
    name: 'YAML that does not parse',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: "T\nprior: 0\n',
    code: 'yaml-syntax',
    says: 'quotes',
  },
  { name: 'a tab', file: 'hypotheses/no-ink.yaml', content: 'title: T\nrules:\n\t- a\n', code: 'yaml-syntax', at: '3:1', says: 'spaces' },
  {
    name: 'a least number for what is no number',
    file: 'facts/x.yaml',
    content: 'title: T\ntype: text\nmin: 1\nask: What?\n',
    code: 'wrong-value',
    at: '3:6',
    says: 'delete "min"',
  },
  {
    name: 'a range without any number in it',
    file: 'facts/x.yaml',
    content: 'title: T\ntype: number\nmin: 9\nmax: 7\nask: How many?\n',
    code: 'wrong-value',
    at: '4:6',
    says: 'larger',
  },
  {
    name: 'a condition about a number that cannot be',
    file: 'facts/x.yaml',
    content: 'title: T\ntype: number\nmin: 1\nmax: 9\nask: How many?\nask-when: { x: { more-than: 12 } }\n',
    code: 'wrong-value',
    at: '6:29',
    says: 'from 1 to 9',
  },
  {
    name: 'an alias bomb',
    file: 'hypotheses/no-ink.yaml',
    content: `a: &a [x, x]\nb: &b [${'*a, '.repeat(30)}*a]\nc: [${'*b, '.repeat(30)}*b]\n`,
    code: 'too-many-aliases',
    says: 'Write the values out',
  },
  {
    name: 'an alias that stands within what it repeats',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\nrules: &x\n  - a\n  - [b, *x]\n',
    code: 'cyclic-alias',
    at: '4:9',
    says: 'Write the value out',
  },
  {
    name: '__proto__ as a key',
    file: 'hypotheses/no-ink.yaml',
    content: '__proto__: { title: T }\n',
    code: 'forbidden-key',
    at: '1:1',
    says: '__proto__',
  },
  {
    name: 'text that is not UTF-8',
    file: 'hypotheses/no-ink.yaml',
    content: new Uint8Array([116, 105, 116, 108, 101, 58, 32, 0xff, 10]),
    code: 'not-utf8',
    at: '1:8',
    says: 'UTF-8',
  },
  { name: 'an empty file', file: 'hypotheses/no-ink.yaml', content: '# nothing\n', code: 'empty-file', at: '1:1', says: 'empty' },
  {
    name: 'nesting without end',
    file: 'hypotheses/no-ink.yaml',
    content: `title: ${'['.repeat(5000)}\n`,
    code: 'too-deep',
    says: 'levels',
  },
  {
    name: 'nesting without end in keys',
    file: 'hypotheses/no-ink.yaml',
    content: `${'? '.repeat(5000)}a\n`,
    code: 'too-deep',
    says: 'levels',
  },
  {
    name: 'a file in no known folder',
    file: 'hypothesis/no-ink.yaml',
    content: 'title: T\n',
    code: 'unknown-folder',
    at: '1:1',
    says: 'hypotheses',
  },
  {
    name: 'a name that is no id',
    file: 'hypotheses/No Ink.yaml',
    content: 'title: T\n',
    code: 'wrong-id',
    at: '1:1',
    says: 'small letters',
  },
  {
    name: 'derivations in a circle',
    file: 'facts/pages-printed.yaml',
    content: 'title: T\ntype: number\nderive: [{ id: d, when: rollers-worn, value: 3, because: B }]\n',
    code: 'derivation-cycle',
    at: '3:25',
    says: 'pages-printed -> rollers-worn -> pages-printed',
  },
  {
    name: 'a fact that is a symptom too',
    file: 'facts/page-is-blank.yaml',
    content: 'title: T\ntype: yes-no\nask: Q\n',
    code: 'duplicate-id',
    at: '1:1',
    says: 'both a symptom and a fact',
  },
  {
    name: 'a fact that nothing sets',
    file: 'facts/pages-printed.yaml',
    content: 'title: T\ntype: number\n',
    code: 'fact-never-known',
    at: '1:1',
    says: 'ask',
  },
  {
    name: 'a number for a condition',
    file: 'hypotheses/no-ink.yaml',
    content: worn('3'),
    code: 'wrong-condition',
    at: '4:20',
    says: 'fact',
  },
  {
    name: 'a test without an operator',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ page-is-blank: yes }'),
    code: 'operator-missing',
    at: '4:37',
    says: 'is',
  },
  {
    name: 'a group that is no list',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ all: page-is-blank }'),
    code: 'empty-group',
    at: '4:22',
    says: 'list',
  },
  {
    name: 'a rule without a condition',
    file: 'hypotheses/no-ink.yaml',
    content: worn('x').replace('when: x, ', ''),
    code: 'missing-key',
    at: '4:5',
    says: '"when"',
  },
  {
    name: 'a broken condition beside another mistake',
    file: 'hypotheses/no-ink.yaml',
    content: worn('[page-is-blank]').replace('prior: 0', 'prior: many'),
    code: 'wrong-condition',
    at: '4:20',
    says: 'fact',
  },
  {
    name: 'points out of range',
    file: 'hypotheses/no-ink.yaml',
    content: worn('page-is-blank').replace('points: 1', 'points: 31'),
    code: 'out-of-range',
    says: 'at most 30',
  },
  {
    name: 'a text without any text',
    file: 'hypotheses/no-ink.yaml',
    content: worn('page-is-blank').replace('because: B', "because: ''"),
    code: 'empty-value',
    says: 'empty',
  },
  {
    name: 'a version that is none',
    file: 'kb.yaml',
    content: "id: printers\nversion: '1'\ntitle: T\nscope: S\n",
    code: 'wrong-format',
    at: '2:10',
    says: '1.0.0',
  },
  {
    name: 'a second document',
    file: 'hypotheses/no-ink.yaml',
    content: `${worn('page-is-blank')}---\ntitle: U\n`,
    code: 'two-documents',
    at: '6:1',
    says: 'one document',
  },
  {
    name: 'a fact by its former id',
    file: 'hypotheses/no-ink.yaml',
    content: worn('sheet-is-blank'),
    code: 'unknown-fact',
    at: '4:20',
    says: 'called "page-is-blank" now',
  },
  {
    name: 'two files of one id',
    file: 'hypotheses/no-ink.yml',
    content: worn('page-is-blank'),
    code: 'duplicate-id',
    at: '1:1',
    says: '.yml',
  },
  {
    name: 'two tests in one condition',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ page-is-blank: { is: yes }, pages-printed: { is: 3 } }'),
    code: 'two-in-one-condition',
    at: '4:50',
    says: 'all',
  },
  {
    name: 'a test of unknownness',
    file: 'hypotheses/no-ink.yaml',
    content: worn('{ pages-printed: { known: false } }'),
    code: 'wrong-value',
    at: '4:46',
    says: 'true',
  },
  {
    name: 'a rule with neither points nor decision',
    file: 'hypotheses/no-ink.yaml',
    content: 'title: T\nprior: 0\nrules: [{ id: r, when: page-is-blank, because: B }]\nresolutions: []\n',
    code: 'wrong-value',
    at: '3:9',
    says: 'decides',
  },
]

describe('a broken base does not load, and says where', () => {
  test.each(rows)('$name', ({ file, content, code, at, says }) => {
    const { kb, problems } = read({ ...printers, ...renamed, [file]: content })
    expect(kb).toBeUndefined()
    const found = problems.find(problem => problem.code === code)
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined()
    expect(found!.file).toBe(file)
    if (at) expect(`${found!.line}:${found!.column}`).toBe(at)
    expect(`${found!.message} ${found!.hint}`).toContain(says)
  })

  test('every mistake of every file is told at once, and nothing that follows from them', () => {
    const { problems } = read({
      ...printers,
      'hypotheses/no-ink.yaml': worn('page-is-blnk'),
      'facts/pages-printed.yaml': 'title: T\ntype: nmber\nask: Q\n',
      'events/blank-page.yaml': 'titel: T\n',
    })
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'events/blank-page.yaml missing-key',
      'events/blank-page.yaml missing-key',
      'events/blank-page.yaml unknown-key',
      'facts/pages-printed.yaml wrong-value',
      'hypotheses/no-ink.yaml unknown-fact',
    ])
  })

  test.each([
    { name: 'a mistyped key that was needed', file: 'hypotheses/no-ink.yaml', from: 'prior:', to: 'piror:', told: ['unknown-key'] },
    { name: 'a mistyped key of a rule', file: 'hypotheses/no-ink.yaml', from: 'points:', to: 'point:', told: ['unknown-key'] },
    { name: 'a line that is indented wrongly', file: 'symptoms/page-is-blank.yaml', from: 'type:', to: '  type:', told: ['yaml-syntax'] },
  ])('$name is one mistake', ({ file, from, to, told }) => {
    expect(printers[file]).toContain(from)
    const { problems } = read({ ...printers, [file]: printers[file]!.replace(from, to) })
    expect(problems.map(({ code }) => code)).toEqual(told)
  })

  test.each([
    {
      name: 'a wrong number does not hide a fact that does not exist, in the same rule and the next',
      file: 'hypotheses/no-ink.yaml',
      content:
        'title: T\nprior: 0\nrules:\n  - { id: a, when: nothing-here, points: 1.5, because: B }\n  - { id: b, when: nor-here, points: 1, because: B }\nresolutions: []\n',
      told: ['unknown-fact', 'wrong-type', 'unknown-fact'],
    },
    {
      name: 'an unknown key does not hide a source and a resolution that do not exist',
      file: 'hypotheses/no-ink.yaml',
      content:
        'title: T\nfoo: 1\nsources: [nowhere]\nprior: 0\nrules: [{ id: r, when: page-is-blank, points: 1, because: B }]\nresolutions: [nothing]\n',
      told: ['unknown-key', 'unknown-source', 'unknown-resolution'],
    },
    {
      name: 'a wrong word in one step does not hide that another has no way back',
      file: 'resolutions/change-rollers.yaml',
      content:
        'title: T\nstage: fix\nsteps:\n  - { id: a, do: Look., on: moon }\n  - { id: b, do: Change it., run: change, changes: true }\n',
      told: ['wrong-value', 'no-way-back'],
    },
    {
      name: 'a mistyped "undo" is not told a second time as a missing one',
      file: 'resolutions/change-rollers.yaml',
      content: 'title: T\nstage: fix\nsteps:\n  - { id: b, do: Change it., run: change, changes: true, verify: look, undoo: back }\n',
      told: ['unknown-key'],
    },
    {
      name: 'a wrong band does not hide facts and values of a case that cannot be',
      file: 'cases/worn.yaml',
      content: 'title: T\nfacts: { page-is-blank: maybe, nothing-here: yes }\nexpect: { bands: { no-ink: probable }, leading: no-paper }\n',
      told: ['wrong-value', 'unknown-fact', 'wrong-value', 'unknown-hypothesis'],
    },
    {
      name: 'a mistyped key of an event does not hide a pattern that is none',
      file: 'events/blank-page.yaml',
      content: "title: T\nin: [system-log]\nabuot: node\nforms:\n  - { pattern: 'blank (page', matches: [a], ignores: [b] }\n",
      told: ['unknown-key', 'bad-pattern'],
    },
    {
      name: 'a fact of which the type is unknown is not told of its values',
      file: 'facts/prints-with-new-rollers.yaml',
      content: 'title: T\ntype: chioce\nchoices: [prints, same, not-tried]\nask: Q\n',
      told: ['wrong-value'],
    },
    {
      name: 'a mistyped "ask" is not told a second time as a fact that nothing sets',
      file: 'facts/pages-printed.yaml',
      content: 'title: T\ntype: number\nasks: Q\n',
      told: ['unknown-key'],
    },
  ])('$name', ({ file, content, told }) => {
    expect(read({ ...printers, [file]: content }).problems.map(problem => problem.code)).toEqual(told)
  })

  test('without kb.yaml there is no base', () => {
    const { 'kb.yaml': _, ...rest } = printers
    expect(read(rest).problems.map(({ code }) => code)).toContain('no-kb-file')
  })

  test('the sound base loads', () => {
    expect(read(printers).problems).toEqual([])
  })
})
