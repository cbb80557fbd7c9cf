import { expect, test } from 'vitest'
import { emptyCase } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { everWanted, wantedFacts, whyText } from '../../src/interview/questions.ts'
import { weighCase } from '../../src/render/report-on.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded

test.each([
  {
    name: 'no answer changes a cause, but the plan hangs on it, which is said once',
    facts: {},
    fact: 'rhel-major',
    answers: ['Whatever you answer, it makes no cause more or less likely; it decides which steps and commands the plan has.'],
  },
  {
    name: 'each answer is one that can be given',
    facts: { 'totem-token-lost': true },
    fact: 'totem-token-ms',
    answers: ['2999 ms:', '3000 ms:', '6500 ms:', '10000 ms:', '10001 ms:'],
  },
  {
    name: 'the answers stand in the words of the question',
    facts: { 'commands-hang': true },
    fact: 'vendors',
    answers: ['None:', 'Linux Audit (auditd and the audit part of the kernel):'],
  },
])('why a question is asked: $name', async ({ facts, fact, answers: told }) => {
  const answers = Object.entries(facts).map(([id, value]) => ({ fact: id, value, given: true as const }))
  const { session } = await weighCase(kb, { ...emptyCase(kb), answers })
  expect(
    whyText(kb, session, fact)
      .split('\n')
      .filter(line => !line.startsWith(' '))
      .slice(0, fact === 'vendors' ? 2 : undefined),
  ).toEqual(told)
})

test.each([
  { name: 'nothing is known', facts: {} },
  { name: 'a symptom is known', facts: { 'commands-hang': true } },
  {
    name: 'much is known',
    facts: { 'commands-hang': true, 'ocf-timeouts': false, vendors: ['microsoft-defender'], 'node-is-virtual': true },
  },
])('who looks for some questions finds those of the whole list, when $name', async ({ facts }) => {
  const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value, given: true as const }))
  const { session } = await weighCase(kb, { ...emptyCase(kb), answers })
  const settled = new Set(Object.keys(facts))
  const whole = wantedFacts(kb, session, settled, Number.POSITIVE_INFINITY)
  const sought = [...Object.keys(kb.symptoms), ...Object.keys(kb.facts)].filter(id => !settled.has(id))
  expect(everWanted(kb, session, settled, sought)).toEqual(whole)
  expect(everWanted(kb, session, settled, sought.slice(-20))).toEqual(whole.filter(id => sought.slice(-20).includes(id)))
})

test('whoever saw no operation time out is not asked whose operations did', async () => {
  const facts = { 'cluster-commands-slow': true, 'ocf-timeouts': false }
  const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value, given: true as const }))
  const { session } = await weighCase(kb, { ...emptyCase(kb), answers })
  const asked = wantedFacts(kb, session, new Set(Object.keys(facts)), 60)
  expect(asked.length).toBeGreaterThan(10)
  expect(asked).not.toContain('several-agents-time-out')
})
