import { expect, test } from 'vitest'
import { emptyCase } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { diagnosisMarkdown } from '../../src/render/markdown.ts'
import { beforePlan } from '../../src/render/plan-text.ts'
import { reportOn } from '../../src/render/report-on.ts'
import { diagnosisText } from '../../src/render/text.ts'
import { plain } from '../../src/render/wrap.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded

const facts = { 'rhel-major': 7, 'ocf-timeouts': true, 'several-agents-time-out': true, 'agent-present': true }
const report = await reportOn(kb, {
  ...emptyCase(kb),
  answers: [
    ...Object.entries(facts).map(([fact, value]) => ({ fact, value, given: true as const })),
    { fact: 'totem-token-lost', value: false, given: true as const },
  ],
  observations: [{ fact: 'totem-token-lost', state: 'known', value: true, origin: { kind: 'log', file: 'messages', line: 1 } }],
})
const nothing = await reportOn(kb, emptyCase(kb))

test.each([
  { name: 'that words in capitals are to be filled in', report, words: beforePlan },
  { name: 'which fact the result of the test answers', report, words: 'answer "fault-without-agent" with: avert resume CASE' },
  { name: 'what does not fit together', report, words: 'What does not fit together' },
  { name: 'that no cause does not mean that all is well', report: nothing, words: 'This does not mean that all is well.' },
])('Markdown says as the text does $name', ({ report: told, words }) => {
  expect(diagnosisText(told, plain(500))).toContain(words)
  expect(diagnosisMarkdown(told)).toContain(words)
})
