import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexOf } from '../../../src/diagnosis/diagnose.ts'
import { hypothesisRules, standing } from '../../../src/diagnosis/weigh.ts'
import { createSession, type Session } from '../../../src/engine/session.ts'
import type { FactValue, KnowledgeBase } from '../../../src/kb/model.ts'
import { rulesOf } from '../../../src/kb/rules.ts'
import type { Finding } from '../../../src/workshop/finding.ts'
import { modelOf } from '../../../src/workshop/verify/model.ts'
import { verifyBase } from '../../../src/workshop/verify/verify.ts'
import { fails, holds, open, World } from '../../../src/workshop/verify/world.ts'
import { baseOf } from '../../small-base.ts'

/** Facts with all values that conditions below can tell apart; the last is unknown. */
const domain: Readonly<Record<string, readonly (FactValue | undefined)[]>> = {
  'is-hot': [true, false, undefined],
  'is-loud': [true, false, undefined],
  'pages-printed': [0, 5, 7, 10, 20, undefined],
  tray: ['a', 'b', 'c', undefined],
  parts: [[], ['fan'], ['lamp'], ['fan', 'lamp'], ['other'], ['fan', 'other'], undefined],
}

const leaf = fc.constantFrom(
  'is-hot',
  'is-loud',
  'derived',
  { 'is-hot': { 'is-not': 'yes' } },
  { 'pages-printed': { 'more-than': 5 } },
  { 'pages-printed': { 'at-least': 5, 'less-than': 10 } },
  { 'pages-printed': { is: 10 } },
  { tray: { 'one-of': ['a', 'b'] } },
  { tray: { 'is-not': 'c' } },
  { parts: { includes: 'fan' } },
  { parts: { excludes: 'lamp' } },
  { parts: { is: [] } },
  { parts: { known: true } },
)
const condition = fc.letrec<{ any: unknown }>(tie => ({
  any: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    leaf,
    fc.record({ not: tie('any') }),
    fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
  ),
})).any
/** A condition without the derived fact, which it may then be derived from. */
const plain = condition.filter(each => !JSON.stringify(each).includes('derived'))

const asked = (type: string, more = '') => `title: T\ntype: ${type}\n${more}ask: A?\n`
interface Drawn {
  readonly first: unknown
  readonly second: unknown
  readonly rules: readonly { readonly when: unknown; readonly points: number; readonly group: string }[]
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  first: plain,
  second: plain,
  rules: fc.array(fc.record({ when: condition, points: fc.constantFrom(3, 6, 9, -4), group: fc.constantFrom('one', 'two', 'three') }), {
    minLength: 2,
    maxLength: 4,
  }),
})

function base({ first, second, rules }: Drawn, prior = 0): KnowledgeBase {
  const json = (value: unknown) => JSON.stringify(value)
  return baseOf({
    'kb.yaml': 'id: drawn\nversion: 1.0.0\ntitle: T\nscope: S\n',
    'facts/is-hot.yaml': asked('yes-no'),
    'facts/is-loud.yaml': asked('yes-no'),
    'facts/pages-printed.yaml': asked('number'),
    'facts/tray.yaml': asked('choice', 'choices: [a, b, c]\n'),
    'facts/parts.yaml': asked('list'),
    'facts/derived.yaml': `title: T\ntype: yes-no\nderive:\n  - { id: first, when: ${json(first)}, value: yes, because: B. }\n  - { id: second, when: ${json(second)}, value: no, because: B. }\n`,
    'hypotheses/h.yaml': `title: T\nprior: ${prior}\nrules:\n${rules.map(({ when, points, group }, i) => `  - { id: r${i}, when: ${json(when)}, points: ${points}, group: ${group}, because: B. }\n`).join('')}resolutions: []\n`,
  })
}

function* cases(kb: KnowledgeBase): Generator<Session> {
  const facts = Object.keys(domain)
  const session = createSession(indexOf(kb))
  const walk = function* (i: number): Generator<Session> {
    if (i === facts.length) yield session
    else
      for (const value of domain[facts[i]!]!) {
        session.set(facts[i]!, value)
        yield* walk(i + 1)
      }
  }
  yield* walk(0)
}

const isAt = (finding: Finding, code: string, path: string) =>
  finding.code === code && `${finding.at.id}.${finding.at.path.join('.')}` === path

describe('against every case there is', () => {
  test('a rule is reported exactly when it never holds, and when its group never lets it count', () => {
    fc.assert(
      fc.property(drawn, each => {
        const kb = base(each)
        const findings = verifyBase(kb)
        const { rules } = each
        const holds = rules.map(() => false)
        const counts = rules.map(() => false)
        for (const session of cases(kb)) {
          const now = rules.map((_, i) => session.outcome(`h/r${i}`).state === 'holds')
          rules.forEach(({ points, group }, i) => {
            if (!now[i]) return
            holds[i] = true
            const stronger = rules.some(
              (other, j) =>
                now[j] &&
                other.group === group &&
                (Math.abs(other.points) > Math.abs(points) || (Math.abs(other.points) === Math.abs(points) && j < i)),
            )
            if (!stronger) counts[i] = true
          })
        }
        const pointless = findings.filter(({ code }) => code === 'rule-pointless' || code === 'group-never-counts')
        rules.forEach((_, i) => {
          expect(findings.some(finding => isAt(finding, 'rule-never-holds', `h.rules.${i}.when`))).toBe(!holds[i])
          const named = pointless.some(
            ({ at, message }) =>
              (at.id === 'h' && at.path.join('.') === `rules.${i}`) ||
              message.includes(`"r${i}" hold only`) ||
              message.includes(`"r${i}",`),
          )
          if (named) expect(counts[i]).toBe(false)
          else if (holds[i] && pointless.every(({ code }) => code === 'rule-pointless')) expect(counts[i]).toBe(true)
        })
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })

  // "known" asks whether somebody can tell, so that there a rule may always hold once everything is known.
  test('a rule is reported exactly when it always holds once everything is known', () => {
    fc.assert(
      fc.property(drawn, each => {
        const kb = base(each)
        const findings = verifyBase(kb)
        each.rules.forEach(({ when }, i) => {
          if (
            JSON.stringify([when, each.first, each.second]).includes('known') ||
            findings.some(finding => isAt(finding, 'rule-never-holds', `h.rules.${i}.when`))
          )
            return
          let always = true
          for (const session of cases(kb))
            if (Object.keys(domain).every(fact => session.value(fact) !== undefined) && session.outcome(`h/r${i}`).state !== 'holds')
              always = false
          expect(findings.some(finding => isAt(finding, 'rule-never-fails', `h.rules.${i}.when`))).toBe(always)
        })
      }),
      { numRuns: 40, seed: 20261124 },
    )
  })

  test('derivations are reported as contradicting only when both hold in some case', () => {
    fc.assert(
      fc.property(drawn, each => {
        const kb = base(each)
        const contradict = verifyBase(kb).find(finding => isAt(finding, 'rules-contradict', 'derived.derive.1'))
        if (!contradict) return
        const session = createSession(
          indexOf(kb),
          new Map(Object.entries(contradict.counterExample!.facts!).filter(([, value]) => value !== null) as [string, FactValue][]),
        )
        expect([session.outcome('derived/first').state, session.outcome('derived/second').state]).toEqual(['holds', 'holds'])
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })

  test('a cause is reported exactly when no case makes it likely, unless one of its rules is reported already', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(0, 3), (each, prior) => {
        const kb = base(each, prior)
        const [hypothesis] = hypothesisRules(kb)
        let likely = false
        for (const session of cases(kb)) likely ||= standing(hypothesis!, session).band === 'likely'
        const codes = verifyBase(kb).map(({ code }) => code)
        const told = codes.includes('rule-never-holds') || codes.includes('rules-contradict')
        if (likely || !told) expect(codes.includes('hypothesis-never-likely')).toBe(!likely)
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })

  test('a world and a session agree on every rule, whatever is known', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (each, picks) => {
        const kb = base(each)
        const world = new World(modelOf(kb))
        const nodes = rulesOf(kb).map(({ condition }) => world.add(condition))
        world.ready()
        const session = createSession(indexOf(kb))
        const asWide = () => nodes.map(node => world.truths(node))
        const before = [asWide()]
        world.variables.forEach((variable, i) => {
          if (variable.cells.length === 0) return
          const choice = picks[i % picks.length]! % variable.cells.length
          world.choose(variable, choice)
          session.set(variable.id, variable.cells[choice])
          before.push(asWide())
        })
        rulesOf(kb).forEach((_, number) => {
          const truth = { '1': holds, '0': open, '-1': fails }[session.truth(number)]
          expect(world.truths(nodes[number]!)).toBe(truth)
          // What was left open on the way had room for it.
          for (const truths of before) expect(truths[number]! & truth).toBe(truth)
        })
      }),
      { numRuns: 400, seed: 20261124 },
    )
  })
})
