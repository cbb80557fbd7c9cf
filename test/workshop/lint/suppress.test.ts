import { describe, expect, test } from 'vitest'
import { exampleBase } from '../example-base.ts'
import { changed, codesOf, lint } from './kit.ts'

const path = 'symptoms/page-is-blank.yaml'
const text = exampleBase[path]!.replace('ask: Is the page blank?', 'ask: Tell whether the page is blank.')
const above = (comment: string) => changed({ [path]: text.replace('ask:', `${comment}\nask:`) })
const good = '# avert-lint-ignore question-without-mark until 2026-12-31: the maker words it so'

describe('a suppression in the file', () => {
  test.each([
    { name: 'above the line leaves the finding out', texts: above(good), codes: [] },
    { name: 'in the first lines holds for the whole file', texts: changed({ [path]: `${good}\n${text}` }), codes: [] },
    { name: 'after the schema line, too', texts: changed({ [path]: `# a note\n${good}\n# more\n${text}` }), codes: [] },
    { name: 'above other comments of the line', texts: above(`${good}\n# It is so since 1998.`), codes: [] },
    {
      name: 'above an entry holds for all of it',
      texts: changed({
        'hypotheses/no-ink.yaml': exampleBase['hypotheses/no-ink.yaml']!.replace(
          'resolutions:',
          '  # avert-lint-ignore rule-never-holds until 2026-12-31: a test\n  - id: odd\n    when: { all: [ page-is-blank, { not: page-is-blank } ] }\n    points: 3\n    because: Never.\nresolutions:',
        ),
      }),
      codes: [],
    },
    {
      name: 'above an entry does not hold for the next one',
      texts: changed({
        'hypotheses/no-ink.yaml': exampleBase['hypotheses/no-ink.yaml']!.replace(
          '  - { id: stuck',
          '  # avert-lint-ignore rule-never-holds until 2026-12-31: a test\n  - { id: odd, when: { all: [ page-is-blank, { not: page-is-blank } ] }, points: 3, because: Never. }\n  - { id: odd-too, when: { all: [ page-is-blank, { not: page-is-blank } ] }, points: 3, because: Never. }\n  - { id: stuck',
        ),
      }),
      codes: ['rule-never-holds'],
    },
    {
      name: 'above a key holds for its whole list',
      texts: changed({
        'symptoms/page-is-blank.yaml': exampleBase[path]!.replace(
          'find-out:\n  - { do: Look at the last page,',
          '# avert-lint-ignore find-out-changes until 2026-12-31: a test\nfind-out:\n- { run: systemctl stop lpd, do: Look at the last page,',
        ),
      }),
      codes: [],
    },
    { name: 'of two codes', texts: above(good.replace('mark until', 'mark, question-too-long until')), codes: [] },
    {
      name: 'above another line leaves nothing out',
      texts: changed({ [path]: text.replace('title:', 'title:').replace('type:', `${good}\ntype:`) }),
      codes: ['question-without-mark', 'useless-suppression'],
    },
    {
      name: 'without a reason is an error',
      texts: above('# avert-lint-ignore question-without-mark until 2026-12-31'),
      codes: ['bad-suppression', 'question-without-mark'],
    },
    {
      name: 'without an end is an error',
      texts: above('# avert-lint-ignore question-without-mark: because'),
      codes: ['bad-suppression', 'question-without-mark'],
    },
    {
      name: 'until a day that there is not is an error',
      texts: above(good.replace('2026-12-31', '2026-02-30')),
      codes: ['bad-suppression', 'question-without-mark'],
    },
    {
      name: 'of a code that there is not is an error',
      texts: above(good.replace('question-without-mark', 'question-without-mrak')),
      codes: ['bad-suppression', 'question-without-mark'],
    },
    {
      name: 'that has run out is an error, and the finding shows again',
      texts: above(good.replace('2026-12-31', '2026-05-31')),
      codes: ['expired-suppression', 'question-without-mark'],
    },
    { name: 'of today still counts', texts: above(good.replace('2026-12-31', '2026-06-01')), codes: [] },
    {
      name: 'of what keeps a base from loading is an error',
      texts: changed({ [path]: `# avert-lint-ignore unknown-key until 2026-12-31: it is fine\n${exampleBase[path]}colour: red\n` }),
      codes: ['bad-suppression', 'unknown-key'],
    },
    {
      name: 'is none inside a text',
      texts: changed({
        [path]: exampleBase[path]!.replace(
          'explain: A page came out, and nothing is on it.',
          'explain: |\n  # avert-lint-ignore nothing\n  A page came out.',
        ),
      }),
      codes: [],
    },
  ])('$name', ({ texts, codes }) => {
    expect(codesOf(lint(texts))).toEqual(codes)
  })

  test('says how many findings it left out', () => {
    expect(lint(above(good)).suppressed).toBe(1)
  })

  test('is not called useless while the base does not load, because nothing was looked for', () => {
    const broken = { ...changed({ [path]: exampleBase[path]!.replace('ask:', `${good}\nask:`) }), 'cases/worn.yaml': 'title: [\n' }
    expect(codesOf(lint(broken))).not.toContain('useless-suppression')
  })
})
