import { describe, expect, test } from 'vitest'
import type { KnowledgeBase } from '../../src/kb/model.ts'
import { reasonsOnce } from '../../src/plan/exclusions.ts'
import type { ExclusionRow, PlanStep } from '../../src/plan/model.ts'
import { pasteBlocks } from '../../src/render/paste.ts'
import { firstSteps, planLines, repeatWords, riskOf, stepRuns } from '../../src/render/plan-text.ts'
import { plain } from '../../src/render/wrap.ts'

/** A step as its sentence says; `resolution:sentence`. */
const step = (name: string, more: Partial<PlanStep> = {}): PlanStep => {
  const [resolution, sentence] = name.split(':') as [string, string]
  return {
    id: name,
    resolution,
    title: `Do ${resolution}`,
    stage: 'fix',
    do: sentence,
    run: [`${sentence} --now`],
    on: 'one-node',
    risk: 'none',
    changes: false,
    verify: [],
    undo: [],
    confidence: 'documented',
    sources: [],
    ...more,
  }
}

describe('stepRuns', () => {
  test.each([
    { name: 'steps that differ stand alone', steps: ['a:x', 'a:y', 'b:z'], expected: ['1', '2', '3'] },
    { name: 'a repeated step names the first', steps: ['a:x', 'b:y', 'c:x'], expected: ['1', '2', '3=1'] },
    { name: 'several in the same order are one run', steps: ['a:x', 'a:y', 'b:x', 'b:y'], expected: ['1', '2', '3-4=1'] },
    { name: 'another order is no run', steps: ['a:x', 'a:y', 'b:y', 'b:x'], expected: ['1', '2', '3=2', '4=1'] },
    { name: 'a run ends with its resolution', steps: ['a:x', 'a:y', 'b:x', 'c:y'], expected: ['1', '2', '3=1', '4=2'] },
    { name: 'the third time still names the first', steps: ['a:x', 'b:x', 'c:x'], expected: ['1', '2=1', '3=1'] },
    { name: 'nothing', steps: [], expected: [] },
  ])('$name', ({ steps, expected }) => {
    const runs = stepRuns(steps.map(name => step(name)))
    expect(runs.map(({ from, to, as }) => `${from === to ? from : `${from}-${to}`}${as === undefined ? '' : `=${as}`}`)).toEqual(expected)
  })

  test.each([
    { differs: 'another way back', more: { undo: ['x --back'] } },
    { differs: 'another place', more: { on: 'each-node' as const } },
    { differs: 'another caution', more: { caution: 'Not now.' } },
  ])('a step with $differs is printed in full', ({ more }) => {
    expect(stepRuns([step('a:x'), step('b:x', more)]).every(({ as }) => as === undefined)).toBe(true)
  })

  test('what one procedure changes a second time has been undone in between, so that it is printed again', () => {
    const start = step('a:start', { changes: true })
    expect(stepRuns([start, step('a:stop', { changes: true }), start]).map(({ as }) => as)).toEqual([undefined, undefined, undefined])
    expect(stepRuns([start, { ...start, resolution: 'b' }]).map(({ as, changes }) => [as, changes])).toEqual([
      [undefined, true],
      [1, true],
    ])
  })

  test('is said in words', () => {
    expect(repeatWords({ from: 9, to: 9, as: 2, changes: true })).toBe('The same as step 2, when that was not done or was undone since.')
    expect(repeatWords({ from: 9, to: 11, as: 2, changes: true })).toContain('when those were not done or were undone since.')
    expect(repeatWords({ from: 9, to: 9, as: 2 })).toBe('The same as step 2, when that was not done.')
    expect(repeatWords({ from: 9, to: 11, as: 2 })).toBe('The same as steps 2 to 4, when those were not done.')
  })
})

test.each([
  { name: 'a look is a look', more: {}, expected: 'only looks' },
  {
    name: 'a copy that is deleted later is more than a look',
    more: { undo: ['rm x'] },
    expected: 'changes nothing, leaves files of its own',
  },
  { name: 'what may interrupt stands out', more: { risk: 'high' as const, undo: ['x'] }, expected: 'HIGH RISK' },
])('$name', ({ more, expected }) => expect(riskOf(step('a:x', more))).toBe(expected))

describe('the plan at a glance', () => {
  const lines = (steps: readonly PlanStep[]) => planLines({ steps, records: [] }, {} as KnowledgeBase, plain(100))
  const many = ['a:1', 'a:2', 'a:3', 'b:4', 'c:5', 'c:6', 'c:7', 'c:8'].map(name => step(name))

  test('names each part with its steps when there are many', () => {
    const text = lines([...many, step('d:9', { stage: 'verify' })]).join('\n')
    expect(text).toContain(
      'At a glance\n    Then: mend it\n       1 - 3  Do a\n           4  Do b\n       5 - 8  Do c\n    Then: see that it holds\n           9  Do d',
    )
  })

  test('what to begin with stands before everything else of a long plan, with what it may cost', () => {
    const steps = [...many.slice(0, 2), step('b:3', { risk: 'high' }), ...many.slice(3), step('d:9')]
    const first = firstSteps({ steps, records: [] })
    expect(first?.words).toContain('3 of 9 steps')
    expect(first?.steps).toEqual([many[0]!.do, many[1]!.do, expect.stringContaining('(HIGH RISK')])
    expect(firstSteps({ steps: many, records: [] })).toBe(undefined)
  })

  test('is left out when the plan is short', () => expect(lines(many).join('\n')).not.toContain('At a glance'))

  test('every step is there or named as a repetition', () => {
    const text = lines([...many, ...many.slice(0, 3).map(each => ({ ...each, resolution: 'e', title: 'Do e' }))]).join('\n')
    expect(text).toContain('9 - 11. The same as steps 1 to 3, when those were not done.')
    expect(text.match(/1 --now/g)).toHaveLength(1)
  })
})

test('a reason is given once to paths that share it and stand together', () => {
  const row = (path: string, why: string) => ({ kind: 'file', path, written: path, why }) as ExclusionRow
  expect(reasonsOnce([row('/a', 'x'), row('/b', 'x'), row('/c', 'y'), row('/d', 'x')]).map(({ why }) => why)).toEqual([
    'x',
    'as above',
    'y',
    'x',
  ])
})

describe('what is pasted behind a program that reads the terminal would be typed into it', () => {
  test.each([
    { name: 'an editor', commands: ['cp a b', 'vi a', 'pcs cluster sync'], blocks: [['cp a b', 'vi a'], ['pcs cluster sync']] },
    { name: 'an update that asks', commands: ['yum update pcs', 'x'], blocks: [['yum update pcs'], ['x']] },
    { name: 'a pager', commands: ['grep x y | less', 'z'], blocks: [['grep x y | less'], ['z']] },
    { name: 'one that comes last', commands: ['a', 'vi b'], blocks: [['a', 'vi b']] },
    { name: 'a list asks nothing', commands: ['yum history', 'yum list pcs', 'x'], blocks: [['yum history', 'yum list pcs', 'x']] },
    { name: 'no command', commands: [], blocks: [] },
  ])('$name', ({ commands, blocks }) => expect(pasteBlocks(commands)).toEqual(blocks))

  test('so the commands that follow stand under a label of their own', () => {
    const edit = step('a:x', { run: ['vi a', 'b'], undo: ['vi c', 'd'] })
    const text = planLines({ steps: [edit], records: [] }, {} as KnowledgeBase, plain(100)).join('\n')
    expect(text).toContain('Run:\n         vi a\n       Run (when that has ended):\n         b\n')
    expect(text).toContain('Go back:\n         vi c\n       Go back (when that has ended):\n         d')
  })
})
