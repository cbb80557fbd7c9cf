import { expect, test } from 'vitest'
import { emptyCase } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { whyText } from '../../src/interview/questions.ts'
import { weighCase } from '../../src/render/report-on.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded

test.each([
  {
    name: 'no answer changes anything, which is said once',
    facts: {},
    fact: 'rhel-major',
    answers: ['Whatever you answer, it changes nothing by itself; other answers may make it matter.'],
  },
  {
    name: 'each answer is one that can be given',
    facts: { 'totem-token-lost': true },
    fact: 'totem-token-ms',
    answers: ['2999:', '3000:', '6500:', '10000:', '10001:'],
  },
])('why a question is asked: $name', async ({ facts, fact, answers: told }) => {
  const answers = Object.entries(facts).map(([id, value]) => ({ fact: id, value, given: true as const }))
  const { session } = await weighCase(kb, { ...emptyCase(kb), answers })
  expect(
    whyText(kb, session, fact)
      .split('\n')
      .filter(line => !line.startsWith(' ')),
  ).toEqual(told)
})
