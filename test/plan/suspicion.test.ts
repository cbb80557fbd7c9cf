import { expect, test } from 'vitest'
import { emptyCase } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import { reportOn } from '../../src/render/report-on.ts'

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
