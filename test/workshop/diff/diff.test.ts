import { describe, expect, test } from 'vitest'
import { emptyCase } from '../../../src/case/case-file.ts'
import { diffBases } from '../../../src/workshop/diff/diff.ts'
import { asksTheSame } from '../../../src/workshop/diff/snapshot.ts'
import { diffMarkdown, diffText } from '../../../src/workshop/diff/text.ts'
import { baseOf, printers } from '../../small-base.ts'

const changed = (path: string, from: string, to: string) => {
  const text = printers[path]!
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { ...printers, [path]: text.replace(from, to) }
}
const diff = (files: Readonly<Record<string, string>>) => diffBases({ name: 'old', kb: baseOf() }, { name: 'new', kb: baseOf(files) }, [])

describe('two bases compared', () => {
  test('the same base changes nothing', async () => {
    const same = await diff(printers)
    expect(same).toMatchObject({ groups: [], cases: [], compared: 1 })
    expect(diffText(same)).toContain('1 cases compared: none changes')
  })

  test.each([
    {
      name: 'points across a band change the band of the case',
      files: changed('hypotheses/worn-rollers.yaml', 'points: 9', 'points: 2'),
      expected: { bands: [{ hypothesis: 'worn-rollers', old: 'likely', new: 'possible' }] },
    },
    {
      name: 'points within a band are told as points',
      files: changed('hypotheses/worn-rollers.yaml', 'points: 9', 'points: 10'),
      expected: { bands: [], points: [{ hypothesis: 'worn-rollers', old: 12, new: 13 }] },
    },
    {
      name: 'a step that says something else is a change of the plan',
      files: changed('resolutions/change-rollers.yaml', 'Change the rollers of', 'Exchange the rollers of'),
      expected: { steps: { added: [], removed: [], changed: ['change-rollers/change'], moved: false } },
    },
    {
      name: 'a symptom that leaves the opening check-list changes the order of questions',
      files: changed('symptoms/page-is-blank.yaml', 'first: true\n', ''),
      expected: { questions: { old: expect.any(Array), new: expect.any(Array) } },
    },
  ])('$name', async ({ files, expected }) => {
    const { cases, groups } = await diff(files)
    expect(cases).toMatchObject([{ id: 'worn', ...expected }])
    expect(groups.flatMap(group => group.changed)).toHaveLength(1)
  })

  // Choosing the questions of all cases takes minutes, and most changes are of words.
  test.each<[name: string, path: string, from: string, to: string, same: boolean]>([
    ['another reason changes no question', 'hypotheses/worn-rollers.yaml', 'because: They are old', 'because: They are worn', true],
    ['another title changes no question', 'symptoms/page-is-blank.yaml', 'title: ', 'title: Now ', true],
    ['a question in other words stays the same question', 'symptoms/page-is-blank.yaml', 'ask: ', 'ask: Now, ', true],
    [
      'a step in other words changes no question',
      'resolutions/change-rollers.yaml',
      'Change the rollers of',
      'Exchange the rollers of',
      true,
    ],
    ['other points may change them', 'hypotheses/worn-rollers.yaml', 'points: 9', 'points: 10', false],
    ['so may another check-list', 'symptoms/page-is-blank.yaml', 'first: true\n', '', false],
  ])('%s', (_, path, from, to, same) => {
    expect(asksTheSame(baseOf(), baseOf(changed(path, from, to)))).toBe(same)
  })

  test('a fact that was renamed with "was" is mapped in cases and told as renamed, in both directions', async () => {
    const renamed = Object.fromEntries(
      Object.entries(printers).map(([path, text]) => [
        path.replace('pages-printed', 'sheets-printed'),
        `${text.replaceAll('pages-printed', 'sheets-printed')}${path === 'facts/pages-printed.yaml' ? 'was: [pages-printed]\n' : ''}`,
      ]),
    )
    for (const [old, now] of [
      [printers, renamed],
      [renamed, printers],
    ] as const) {
      const found = await diffBases({ name: 'a', kb: baseOf(old) }, { name: 'b', kb: baseOf(now) }, [])
      expect(found.cases.flatMap(({ bands, lost }) => [bands, lost]).flat()).toEqual([])
    }
    const { groups } = await diffBases({ name: 'a', kb: baseOf() }, { name: 'b', kb: baseOf(renamed) }, [])
    expect(groups.find(({ group }) => group === 'facts')).toMatchObject({
      added: [],
      dropped: [],
      renamed: [{ old: 'pages-printed', new: 'sheets-printed' }],
    })
  })

  test('what a dropped fact leaves behind is named, and dropped and new ids are told', async () => {
    const {
      'facts/pages-printed.yaml': _,
      'facts/rollers-worn.yaml': __,
      'cases/worn.yaml': ___,
      ...rest
    } = changed('hypotheses/worn-rollers.yaml', '  - { id: worn, when: rollers-worn, points: 9, because: They are old. }\n', '')
    const { groups, cases } = await diff({ ...rest, 'facts/other.yaml': 'title: Other\ntype: yes-no\nask: Other?\n' })
    expect(groups.find(({ group }) => group === 'facts')).toMatchObject({ added: ['other'], dropped: ['pages-printed', 'rollers-worn'] })
    expect(cases).toMatchObject([{ id: 'worn', lost: ['pages-printed'] }])
  })

  test('a saved case is compared too', async () => {
    const old = baseOf()
    const now = baseOf(changed('hypotheses/no-ink.yaml', 'points: 9', 'points: -9'))
    const value = { ...emptyCase(old), answers: [{ fact: 'page-is-blank', value: true }] }
    const { cases } = await diffBases({ name: 'a', kb: old }, { name: 'b', kb: now }, [
      { name: 'mine.avert.yaml', old: value, new: value, lost: [] },
    ])
    expect(cases).toMatchObject([{ id: 'mine.avert.yaml', bands: [{ hypothesis: 'no-ink', old: 'possible', new: 'unlikely' }] }])
  })

  test('text and Markdown name every change, and foreign titles stay text', async () => {
    const found = await diff({
      ...changed('hypotheses/worn-rollers.yaml', 'points: 9', 'points: 2'),
      'cases/worn.yaml': printers['cases/worn.yaml']!.replace('title: Worn', 'title: "<b>|*"').replace('likely', 'possible'),
    })
    expect(diffText(found)).toContain('worn-rollers: likely -> possible')
    expect(diffMarkdown(found)).toContain('likely -\\> possible')
    expect(diffMarkdown(found)).not.toContain('<b>')
  })
})
