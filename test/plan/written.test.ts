import { describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { exclusionPlan } from '../../src/plan/exclusions.ts'
import { loadTemplates } from '../../src/plan/templates.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded
const values = {
  rhel: 8,
  node: 'node01',
  nodes: ['node01', 'node02'],
  resource: 'vip',
  resources: ['vip'],
  interface: 'eth0',
  cluster_name: 'c',
  vendor: 'x',
  vendor_id: 'x',
}

describe('an exclusion is written as the product wants it', () => {
  const templates = loadTemplates()
  test.each([
    { vendor: 'crowdstrike-falcon', ends: '/**' },
    { vendor: 'sentinelone', ends: '/' },
    { vendor: 'trellix-ensl', ends: '/**' },
  ])('a folder for $vendor ends with $ends, in its row and in the request', async ({ vendor, ends }) => {
    const { exclusions, request } = exclusionPlan(kb, vendor, Object.keys(kb.components), values, await templates)
    const folder = exclusions.find(({ kind }) => kind === 'folder')!
    expect(folder.written).toBe(`${folder.path}${ends}`)
    expect(request).toContain(`folder ${folder.written} (`)
  })
})

test.each([
  { rhel: undefined, told: true },
  { rhel: 8, told: false },
])('paths of all releases are listed only with a word about it: release $rhel', async ({ rhel, told }) => {
  const { traps } = exclusionPlan(kb, 'microsoft-defender', Object.keys(kb.components), { ...values, rhel }, await loadTemplates())
  expect(traps.some(trap => trap.startsWith('The release of the nodes is not known'))).toBe(told)
})
