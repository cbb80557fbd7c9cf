import { expect, test } from 'vitest'
import { emptyCase } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { diagnosisDocument } from '../../src/render/json.ts'
import { diagnosisMarkdown } from '../../src/render/markdown.ts'
import { heldBackWords } from '../../src/render/plan-text.ts'
import { reportOn } from '../../src/render/report-on.ts'
import { diagnosisText } from '../../src/render/text.ts'
import { plain } from '../../src/render/wrap.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded

test.each([{ facts: { 'filesystem-was-full': true } }, { facts: { 'oom-kill-logged': true } }])(
  'a cause that is only possible and can only be mended still says where to look, and changes nothing: $facts',
  async ({ facts }) => {
    const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value, given: true as const }))
    const { diagnosis, plan } = await reportOn(kb, { ...emptyCase(kb), answers })
    expect(diagnosis.hypotheses[0]!.band).toBe('possible')
    expect(plan.steps.length).toBeGreaterThan(0)
    expect(plan.steps.filter(({ changes }) => changes)).toEqual([])
  },
)

test.each([
  { name: 'nothing is known', facts: {}, heldBack: false },
  { name: 'a cause is only possible', facts: { 'filesystem-was-full': true }, heldBack: true },
  { name: 'a cause is likely', facts: { 'rotation-at-incident': true, periodic: true, 'disk-await-high': true }, heldBack: false },
])('text, Markdown and JSON say that steps which mend are left out exactly when they are: $name', async ({ facts, heldBack }) => {
  const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value, given: true as const }))
  const report = await reportOn(kb, { ...emptyCase(kb), answers })
  expect(report.plan.heldBack).toBe(heldBack)
  expect(diagnosisDocument(report)).toMatchObject({ plan: { heldBack } })
  for (const text of [diagnosisText(report, plain(400)), diagnosisMarkdown(report)]) expect(text.includes(heldBackWords)).toBe(heldBack)
})
