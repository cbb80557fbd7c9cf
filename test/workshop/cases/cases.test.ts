import { describe, expect, test } from 'vitest'
import { runExamples } from '../../../src/workshop/cases/examples.ts'
import { testDocument, testJunit } from '../../../src/workshop/cases/machine.ts'
import { runCases } from '../../../src/workshop/cases/run-cases.ts'
import { coverageText, failureText, gapText, type PlaceOf, summaryText } from '../../../src/workshop/cases/text.ts'
import { baseOf, printers } from '../../small-base.ts'

const placeOf: PlaceOf = ({ folder, id }) => ({ file: `${folder}/${id}.yaml`, line: 3, column: 1 })
const withCase = (text: string, more: Readonly<Record<string, string>> = {}) => baseOf({ ...printers, 'cases/worn.yaml': text, ...more })

// Every row: what a case expects of a printer with worn rollers, and what is told when that is wrong.
const rows: readonly { name: string; expects: string; told?: string }[] = [
  { name: 'the right band', expects: 'bands: { worn-rollers: likely }' },
  { name: 'one of several bands', expects: 'bands: { worn-rollers: [confirmed, likely] }' },
  { name: 'a wrong band', expects: 'bands: { worn-rollers: unlikely }', told: 'worn-rollers is likely (12 points), expected unlikely' },
  { name: 'the right leading cause', expects: 'leading: worn-rollers' },
  {
    name: 'a wrong leading cause',
    expects: 'leading: no-ink',
    told: 'leading is worn-rollers (likely, 12 points), expected no-ink (unlikely, -13 points)',
  },
  { name: 'a derived fact', expects: 'facts: { rollers-worn: yes }' },
  { name: 'a wrong fact', expects: 'facts: { rollers-worn: no }', told: 'rollers-worn is yes, expected no' },
  { name: 'a fact that must not be known', expects: 'facts: { rollers-worn: null }', told: 'rollers-worn is yes, expected not known' },
  { name: 'a step', expects: 'steps: [change-rollers/change, change-rollers]' },
  { name: 'a missing step', expects: 'steps: [change-rollers/driver-off]', told: 'the plan has no step change-rollers/driver-off' },
  { name: 'a step too many', expects: 'no-steps: [change-rollers]', told: 'the plan has the step change-rollers' },
  { name: 'rules', expects: 'rules: { worn-rollers/worn: holds, no-ink/moves: fails, no-ink/blank: open }' },
  { name: 'a wrong rule', expects: 'rules: { no-ink/blank: fails }', told: 'rule no-ink/blank is open, expected fails' },
  { name: 'a rule that is not there', expects: 'rules: { no-ink/blnk: fails }', told: 'no rule is called no-ink/blnk' },
  { name: 'a first question', expects: 'first-question: page-is-blank' },
  {
    name: 'a wrong first question',
    expects: 'first-question: drivers',
    told: 'the first question is page-is-blank, expected drivers',
  },
]

describe('a case', () => {
  test.each(rows)('expects $name', async ({ expects, told }) => {
    const kb = withCase(`title: Worn\nfacts: { paper-does-not-move: yes, pages-printed: 20000 }\nexpect: { ${expects} }\n`)
    const { results } = await runCases(kb)
    expect(results.flatMap(({ wrong }) => wrong.map(({ sentence }) => sentence))).toEqual(told === undefined ? [] : [told])
  })

  test('that fails shows expected, got and the reasons side by side', async () => {
    const kb = withCase(
      'title: Worn\nfacts: { paper-does-not-move: yes, pages-printed: 20000 }\nexpect: { bands: { worn-rollers: unlikely } }\n',
    )
    const { results } = await runCases(kb)
    expect(failureText(results[0]!, 'cases/worn.yaml:3:9')).toBe(
      [
        'cases/worn.yaml:3:9',
        'FAILED worn: Worn',
        '  band of worn-rollers',
        '    expected  unlikely                  | -5 to begin with',
        '    got       likely (12 points)        | +9 worn',
        '                                        | +8 no-movement',
      ].join('\n'),
    )
  })

  test('that fails fits 80 columns, however long its reasons are', () => {
    const long = 'word '.repeat(40).trim()
    const text = failureText(
      { id: 'x', title: long, wrong: [{ about: long, expected: long, got: long, reasons: [long, long], sentence: long }] },
      undefined,
    )
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  test('is chosen by a part of its name', async () => {
    const kb = withCase('title: Worn\nexpect: {}\n', { 'cases/blank.yaml': 'title: Blank\nexpect: {}\n' })
    expect((await runCases(kb, 'lan')).results.map(({ id }) => id)).toEqual(['blank'])
  })
})

describe('examples', () => {
  test('of events are lines that are tried', async () => {
    expect(await runExamples(baseOf())).toEqual([
      { id: 'events/blank-page', title: 'A blank page came out', tried: 2, wrong: [] },
      { id: 'resolutions/change-rollers', title: 'Change the rollers', tried: 2, wrong: [] },
    ])
  })

  test('that do not do what they say are told', async () => {
    const kb = baseOf()
    const [event, resolution] = [kb.events['blank-page']!, kb.resolutions['change-rollers']!]
    const forms = [{ ...event.forms[0]!, matches: ['nothing'], ignores: ['blank page from tray 7'] }]
    const steps = [{ id: 'x', do: 'Change {{ node | no-such-filter }}.' }]
    const broken = {
      ...kb,
      events: { 'blank-page': { ...event, forms } },
      resolutions: { 'change-rollers': { ...resolution, steps } },
    }
    const wrong = (await runExamples(broken)).flatMap(own => own.wrong.map(({ sentence }) => sentence))
    expect(wrong.slice(0, 2)).toEqual([
      '"nothing" is not matched, expected matched',
      '"blank page from tray 7" is matched, expected ignored',
    ])
    expect(wrong[2]).toMatch(/^"Change \{\{ node \| no-such-filter \}\}\." is undefined filter/)
  })
})

const kinds = ['condition', 'event', 'question', 'step'] as const

describe('coverage', () => {
  const cover = async (cases: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = printers) =>
    (await runCases(baseOf({ ...files, ...cases }), '', { cover: true })).report!

  test('of one case leaves gaps of every kind, each with its place', async () => {
    const { gaps, shares } = await cover({})
    expect(kinds.map(kind => gaps.filter(gap => gap.kind === kind).length)).toEqual([9, 1, 3, 1])
    expect(shares.step).toEqual({ seen: 1, of: 2 })
    expect(gaps.map(gapText)).toContain('no-ink/moves: "paper-does-not-move" is never seen false, unknown')
    expect(gaps.find(({ id }) => id === 'no-ink/moves')?.at).toEqual({
      folder: 'hypotheses',
      id: 'no-ink',
      path: ['rules', 1, 'when', 'not'],
    })
    expect(coverageText({ gaps, shares }, placeOf)).toContain(
      'events/blank-page.yaml:3:1 gap: event blank-page is in the evidence of no case',
    )
  })

  test('of enough cases leaves only a question that no rule waits for', async () => {
    const { gaps, shares } = await cover({
      'cases/nothing.yaml': 'title: Nothing\nexpect: {}\n',
      'cases/stuck.yaml': 'title: Stuck\nfacts: { paper-does-not-move: yes, page-is-blank: null }\nexpect: {}\n',
      'cases/few.yaml':
        'title: Few pages\nfacts: { paper-does-not-move: no, pages-printed: 5, prints-with-new-rollers: same }\nevidence:\n  var/log/messages: |\n    Mar  4 02:13:07 host lpd[1]: blank page from tray 2\nexpect: { facts: { page-is-blank: no } }\n',
      'cases/helped.yaml':
        'title: Helped\nfacts: { prints-with-new-rollers: prints, page-is-blank: yes, drivers: [laser] }\nexpect: { bands: { worn-rollers: confirmed } }\n',
    })
    expect(gaps.map(gapText)).toEqual(['drivers is asked for by no case'])
    expect(kinds.map(kind => shares[kind].seen === shares[kind].of)).toEqual([true, true, false, true])
  })

  // Every row: facts of the one case, and what is never seen of the two tests of "all: [paper-does-not-move, page-is-blank]".
  test.each([
    { facts: 'paper-does-not-move: yes, page-is-blank: yes', never: ['false, unknown', 'false, unknown'] },
    { facts: 'paper-does-not-move: yes, page-is-blank: no', never: ['false, unknown, deciding', 'true, unknown'] },
    { facts: 'paper-does-not-move: no, page-is-blank: no', never: ['true, unknown, deciding', 'true, unknown, deciding'] },
    { facts: 'paper-does-not-move: yes', never: ['false, unknown', 'true, false, deciding'] },
  ])('of { $facts }: a test decides when the condition changes with it', async ({ facts, never }) => {
    const rule = '{ id: both, when: { all: [paper-does-not-move, page-is-blank] }, points: 9, because: Both. }'
    const hypothesis = `title: No ink\nprior: -5\nrules:\n  - ${rule}\nresolutions: []\n`
    const { gaps } = await cover(
      { 'cases/worn.yaml': `title: One\nfacts: { ${facts} }\nexpect: {}\n` },
      { ...printers, 'hypotheses/no-ink.yaml': hypothesis },
    )
    expect(gaps.filter(({ id }) => id === 'no-ink/both').map(gap => gap.never!.join(', '))).toEqual(never)
  })
})

describe('for machines', () => {
  const run = async () => {
    const kb = withCase('title: "<Worn> & torn"\nexpect: { leading: no-ink, rules: { no-ink/blank: holds } }\n')
    const { results, report } = await runCases(kb, '', { cover: true })
    return { cases: results, examples: await runExamples(kb), coverage: report }
  }

  test('JSON tells results, examples, shares and gaps', async () => {
    const document = testDocument(await run(), placeOf) as {
      schema: string
      failed: number
      results: { passed: boolean; wrong: object[] }[]
    }
    expect(document).toMatchObject({
      schema: 'avert/test@1',
      passed: 2,
      failed: 1,
      coverage: { shares: { step: { seen: 0, of: 2, percent: 0 } } },
    })
    expect(document.results[0]!.wrong).toContainEqual(
      expect.objectContaining({ about: 'rule no-ink/blank', expected: 'holds', got: 'open' }),
    )
  })

  test('JUnit counts what failed and escapes texts', async () => {
    const text = testJunit(await run(), placeOf)
    expect(text).toContain('<testsuite name="cases" tests="1" failures="1"')
    expect(text).toContain('<testsuite name="examples" tests="2" failures="0"')
    expect(text).toContain('name="worn: &lt;Worn&gt; &amp; torn" file="cases/worn.yaml" line="3"')
    expect(text.match(/<testcase /g)!.length).toBe(Number(/<testsuites [^>]*tests="(\d+)"/.exec(text)![1]))
  })

  test('the summary is one line', async () => {
    const { cases, examples } = await run()
    expect(summaryText(cases, examples)).toBe('0 passed, 1 failed; 4 examples in 2 files, 0 files failed')
    expect(summaryText(cases, [{ ...examples[0]!, tried: 1 }])).toMatch(/; 1 example in 1 file, 0 files failed$/)
  })
})
