import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { FactValue, KnowledgeBase } from '../../../src/kb/model.ts'
import type { CaseFile } from '../../../src/kb/shapes.ts'
import { truthFor } from '../../../src/workshop/cases/conditions.ts'
import { viewWith } from '../../../src/workshop/mutate/expectation.ts'
import { looserPatterns } from '../../../src/workshop/mutate/looser.ts'
import type { Mutant, Outcome } from '../../../src/workshop/mutate/model.ts'
import { mutantsOf } from '../../../src/workshop/mutate/mutants.ts'
import { kills } from '../../../src/workshop/mutate/propose.ts'
import { scoreOf, trialsOf, whyEquivalent } from '../../../src/workshop/mutate/run.ts'
import { seenValue } from '../../../src/workshop/mutate/seen-value.ts'
import { caseYaml } from '../../../src/workshop/mutate/text.ts'
import { baseOf, printers } from '../../small-base.ts'

/** The printers with cases that look at everything but what the second list says. */
const tested: Readonly<Record<string, string>> = {
  ...printers,
  'cases/stuck.yaml':
    'title: Stuck\nfacts: { paper-does-not-move: yes, page-is-blank: yes }\nexpect: { bands: { worn-rollers: possible, no-ink: possible }, rules: { no-ink/moves: fails } }\n',
  'cases/moves.yaml': 'title: Moves\nfacts: { paper-does-not-move: no, page-is-blank: yes }\nexpect: { bands: { no-ink: possible } }\n',
  'cases/stuck-only.yaml': 'title: Stuck only\nfacts: { paper-does-not-move: yes }\nexpect: { bands: { no-ink: unlikely } }\n',
  'cases/moves-only.yaml': 'title: Moves only\nfacts: { paper-does-not-move: no }\nexpect: { bands: { no-ink: possible } }\n',
  'cases/ten-thousand.yaml':
    'title: Ten thousand pages\nfacts: { pages-printed: 10000 }\nexpect: { facts: { rollers-worn: no }, rules: { rollers-worn/many-pages: fails } }\n',
  'cases/one-more.yaml':
    'title: One page more\nfacts: { pages-printed: 10001, drivers: [laser] }\nexpect: { facts: { rollers-worn: yes }, steps: [change-rollers/driver-off, change-rollers/change], rules: { rollers-worn/few-pages: fails } }\n',
  'cases/new-rollers-help.yaml':
    'title: New rollers help\nfacts: { prints-with-new-rollers: prints }\nexpect: { bands: { worn-rollers: confirmed } }\n',
  'cases/new-rollers-do-not-help.yaml':
    'title: New rollers do not help\nfacts: { prints-with-new-rollers: same }\nexpect: { bands: { worn-rollers: ruled-out } }\n',
}

async function mutate(kb: KnowledgeBase, filter = ''): Promise<{ mutants: readonly Mutant[]; outcomes: Outcome[] }> {
  const { mutants, run, failing } = await trialsOf(kb, filter)
  expect(failing).toEqual([])
  const outcomes: Outcome[] = []
  for (const index of mutants.keys()) outcomes.push(await run(index))
  return { mutants, outcomes }
}

const idsOf = (outcomes: readonly Outcome[], verdict: Outcome['verdict']) =>
  outcomes.flatMap(own => (own.verdict === verdict ? [own.id] : []))

describe('changing one thing at a time', () => {
  let well: Awaited<ReturnType<typeof mutate>>
  let hardly: Awaited<ReturnType<typeof mutate>>
  beforeAll(async () => {
    well = await mutate(baseOf(tested))
    hardly = await mutate(baseOf())
  })

  test('cases that look closely leave exactly what they do not look at', () => {
    expect(idsOf(well.outcomes, 'survived')).toEqual([
      'change-seen-as symptoms/page-is-blank seen-as/at-least 3',
      'change-seen-as symptoms/page-is-blank seen-as/at-least 1',
      'change-seen-as symptoms/page-is-blank seen-as/within-minutes',
    ])
  })

  test('what can make no difference is told and left out of the score', () => {
    expect(idsOf(well.outcomes, 'equivalent')).toEqual([
      'weaken-points hypotheses/no-ink rules/1/points 1',
      'weaken-points hypotheses/no-ink rules/2/points -1',
      'shift-prior hypotheses/worn-rollers prior 0',
      'strengthen-points hypotheses/worn-rollers rules/0/points 18',
      'strengthen-points hypotheses/worn-rollers rules/1/points 19',
    ])
    const { mutants, killed, survived, equivalent, percent } = scoreOf(well.outcomes)
    expect({ sum: killed + survived + equivalent, percent }).toEqual({
      sum: mutants,
      percent: Math.floor((killed / (killed + 3)) * 1000) / 10,
    })
  })

  test('every survivor of a base with one case comes with something that notices it', async () => {
    const survivors = hardly.outcomes.filter(({ verdict }) => verdict === 'survived')
    expect(survivors.length).toBeGreaterThan(30)
    const kb = baseOf()
    for (const { id, proposal } of survivors) {
      expect(proposal?.kind, id).toBe('case')
      const kase = parse(caseYaml((proposal as { kase: CaseFile }).kase)) as CaseFile
      const mutant = hardly.mutants.find(own => own.id === id)!
      expect(await kills(kb, mutant, kase), id).toBe(true)
      // As a file of the base it loads and passes.
      expect(Object.keys(baseOf({ ...printers, 'cases/pasted.yaml': caseYaml(kase) }).cases)).toContain('pasted')
    }
  })

  test('a threshold is not moved to a number that cannot be', () => {
    const kb = baseOf({
      ...printers,
      'facts/pages-printed.yaml': `${printers['facts/pages-printed.yaml']!.trimEnd()}\nmin: 10000\n`,
    })
    const moved = mutantsOf(kb).filter(({ id }) => id.startsWith('shift-threshold') && id.includes('rollers-worn'))
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.filter(({ id }) => id.endsWith(' 9999'))).toEqual([])
    for (const mutant of moved) mutant.kb()
  })

  test('two runs tell the same', async () => {
    expect(await mutate(baseOf(), 'no-ink')).toEqual({
      mutants: expect.anything(),
      outcomes: hardly.outcomes.filter(({ at }) => at.id === 'no-ink'),
    })
  })
})

const domains: Readonly<Record<string, fc.Arbitrary<FactValue | undefined>>> = {
  'paper-does-not-move': fc.constantFrom(undefined, true, false),
  'page-is-blank': fc.constantFrom(undefined, true, false),
  'pages-printed': fc.option(fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(9999, 10_000, 10_000.5, 10_001)), {
    nil: undefined,
  }),
  'prints-with-new-rollers': fc.constantFrom(undefined, 'prints', 'same', 'not-tried'),
}

const factsArbitrary = fc
  .record(domains)
  .map(
    values =>
      new Map(Object.entries(values).flatMap(([fact, value]): [string, FactValue][] => (value === undefined ? [] : [[fact, value]]))),
  )

/** Conditions with parts that say the same twice, so that some changes of them make no difference. */
const leaf = fc.constantFrom(
  'paper-does-not-move',
  'page-is-blank',
  '{ pages-printed: { more-than: 10000 } }',
  '{ pages-printed: { at-least: 10000 } }',
  '{ prints-with-new-rollers: { one-of: [prints, same] } }',
  '{ prints-with-new-rollers: { is: prints } }',
)
const { condition } = fc.letrec<{ condition: string }>(tie => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('all', 'any'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([group, parts]) => `{ ${group}: [${parts.join(', ')}] }`),
    tie('condition').map(part => `{ not: ${part} }`),
  ),
}))

describe('what is called equivalent', () => {
  test('a condition called the same has the same truth for any facts', () => {
    let equivalent = 0
    fc.assert(
      fc.property(condition, fc.array(factsArbitrary, { minLength: 20, maxLength: 20 }), (text, cases) => {
        const kb = baseOf({
          ...printers,
          'hypotheses/no-ink.yaml': `title: There is no ink\nprior: -5\nrules:\n  - { id: made-up, when: ${text}, points: 9, because: It is made up. }\nresolutions: []\n`,
        })
        for (const mutant of mutantsOf(kb, 'no-ink')) {
          if (mutant.touches.kind !== 'condition' || whyEquivalent(kb, mutant) === undefined) continue
          equivalent++
          for (const facts of cases) {
            const valueOf = (fact: string) => facts.get(fact)
            expect(truthFor(mutant.touches.is, valueOf), mutant.says).toBe(truthFor(mutant.touches.was, valueOf))
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(equivalent).toBeGreaterThan(0)
  })

  test('points called the same give the same bands for any facts', () => {
    const points = fc.integer({ min: -14, max: 14 }).filter(number => number !== 0)
    const rule = fc.tuple(condition, points, fc.constantFrom('one', 'two', 'three'))
    let equivalent = 0
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.array(factsArbitrary, { minLength: 20, maxLength: 20 }),
        (rules, cases) => {
          const lines = rules.map(
            ([text, own, group], i) => `  - { id: r${i}x, when: ${text}, points: ${own}, group: ${group}, because: It is made up. }`,
          )
          const kb = baseOf({
            ...printers,
            'hypotheses/no-ink.yaml': `title: No ink\nprior: -5\nrules:\n${lines.join('\n')}\nresolutions: []\n`,
          })
          for (const mutant of mutantsOf(kb, 'no-ink')) {
            if (mutant.touches.kind === 'condition' || whyEquivalent(kb, mutant) === undefined) continue
            equivalent++
            const changed = mutant.kb()
            for (const facts of cases) {
              const band = (base: KnowledgeBase) =>
                viewWith(base, facts)
                  .hypotheses()
                  .find(({ id }) => id === 'no-ink')!.band
              expect(band(changed), mutant.says).toBe(band(kb))
            }
          }
        },
      ),
      { numRuns: 40 },
    )
    expect(equivalent).toBeGreaterThan(0)
  })
})

describe('what the logs tell of one fact', () => {
  const form = (pattern: string, line: string) =>
    `forms:\n  - pattern: '${pattern}'\n    matches: ['Mar  4 02:13:07 host lpd[1]: ${line}']\n    ignores: ['Mar  4 02:13:07 host lpd[1]: ready']\n`
  const kb = baseOf({
    ...printers,
    'events/job-lost.yaml': `title: A job was lost\nin: [system-log]\n${form('job lost on (?<resource>\\w+)', 'job lost on p1')}`,
    'events/driver-line.yaml': `title: A driver signs\nin: [system-log]\n${form('driver (?<agent>\\w+) of (?<resource>\\w+)', 'driver laser of p1')}`,
    'facts/laser-lost-a-job.yaml':
      'title: The laser driver lost a job\ntype: yes-no\nseen-as: { event: job-lost, where: { agent: laser } }\nabsence: nothing\n',
  })
  const log = (...lines: string[]) => ({ 'var/log/messages': lines.map(line => `Mar  4 02:13:07 host lpd[1]: ${line}\n`).join('') })

  test('depends on what agents sign elsewhere', async () => {
    const signed = await seenValue(kb, 'laser-lost-a-job', log('driver laser of p1', 'job lost on p1'))
    const unsigned = await seenValue(kb, 'laser-lost-a-job', log('driver inkjet of p1', 'job lost on p1'))
    expect(signed).toContain('true')
    expect(unsigned).not.toContain('true')
  })
})

describe('looser patterns', () => {
  test.each([
    {
      pattern: '^blank page from tray (?<tray>\\d+)$',
      looser: ['blank page from tray (?<tray>\\d+)$', '^blank page from tray (?<tray>\\d+)'],
    },
    { pattern: 'blank page', looser: ['page', 'blank'] },
    {
      pattern: 'sent to (?<who>(?!me\\b)\\w+) today',
      looser: ['sent to (?<who>\\w+) today', 'to (?<who>(?!me\\b)\\w+) today', 'sent to (?<who>(?!me\\b)\\w+)'],
    },
    { pattern: 'one thing|another thing', looser: [] },
    { pattern: '\\bword\\b', looser: ['word\\b', '\\bword'] },
    { pattern: '[$^|]x? lost', looser: ['[$^|]x?'] },
  ])('of $pattern', ({ pattern, looser }) => {
    expect(looserPatterns(pattern).map(own => own.pattern)).toEqual(looser)
  })
})
