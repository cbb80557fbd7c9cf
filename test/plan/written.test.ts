import { describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { exclusionPlan } from '../../src/plan/exclusions.ts'
import { loadTemplates } from '../../src/plan/templates.ts'
import { exclusionsText } from '../../src/render/exclusions.ts'
import { plain } from '../../src/render/wrap.ts'

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
  { vendor: 'sentinelone', told: true },
  { vendor: 'microsoft-defender', told: true },
  { vendor: 'crowdstrike-falcon', told: false },
  { vendor: 'fapolicyd', told: false },
])('the hot files that $vendor has no wildcard for are named, and asked for of its console: $told', async ({ vendor, told }) => {
  const { traps, request } = exclusionPlan(kb, vendor, Object.keys(kb.components), values, await loadTemplates())
  expect(traps.some(trap => /not among them.*: \/dev\/shm\/qb-\*, /.test(trap))).toBe(told)
  expect(/as well, where \* stands for .*: \/dev\/shm\/qb-\*, /.test(request ?? '')).toBe(told)
})

test.each([
  { rhel: undefined, told: true },
  { rhel: 8, told: false },
])('paths of all releases are listed only with a word about it: release $rhel', async ({ rhel, told }) => {
  const { traps } = exclusionPlan(kb, 'microsoft-defender', Object.keys(kb.components), { ...values, rhel }, await loadTemplates())
  expect(traps.some(trap => trap.startsWith('The release of the nodes is not known'))).toBe(told)
})

describe('what goes into a policy file stands apart from what is typed into a shell', () => {
  const told = async (vendor: string) =>
    exclusionsText(exclusionPlan(kb, vendor, Object.keys(kb.components), values, await loadTemplates()), kb, plain(80))
  test.each([
    { vendor: 'clamav', heading: 'Put into /etc/clamd.d/scan.conf', shell: 'systemctl' },
    { vendor: 'wazuh', heading: 'Put into /var/ossec/etc/ossec.conf', shell: 'systemctl' },
    {
      vendor: 'microsoft-defender',
      heading: 'Or, in the place of these commands, put into /etc/opt/microsoft/mdatp/managed/mdatp_managed.json',
      shell: 'python3',
    },
  ])('of $vendor, and what is said about the file stands before its text', async ({ vendor, heading, shell }) => {
    const text = await told(vendor)
    const file = text.slice(text.indexOf(heading), text.indexOf('\nThen run\n'))
    expect(file).toMatch(/\n {2}(?:Copy|Merge)[\s\S]*?\n\n/)
    expect(file).not.toMatch(/^ {2}(?:systemctl|python3|\/var\/ossec\/bin)/m)
    expect(text.slice(text.indexOf('\nThen run\n'))).toContain(`\nThen run\n  ${shell}`)
  })
})

test('a trap that nobody has checked says so, and one that a source documents does not', async () => {
  const { traps } = exclusionPlan(kb, 'microsoft-defender', ['corosync'], values, await loadTemplates())
  expect(traps.find(trap => trap.startsWith('Global exclusions take no wildcard'))).toMatch(/ UNVERIFIED\.$/)
  expect(traps.find(trap => trap.startsWith('Without --scope'))).not.toContain('UNVERIFIED')
})

test('whoever takes exclusions out again is told to leave those that others made', async () => {
  const trapsOf = async (vendor: string) => exclusionPlan(kb, vendor, ['corosync'], values, await loadTemplates()).traps.join(' ')
  expect(await trapsOf('microsoft-defender')).toContain('leave out those that stood in the list before')
  expect(await trapsOf('sentinelone')).not.toContain('stood in the list before')
})

test.each([
  ['carbon-black/edr', true],
  ['carbon-black/cloud-sensor', false],
  ['trend-micro/serverprotect', true],
  ['trend-micro/deep-security-agent', false],
  ['symantec-endpoint-protection/dcs', false],
])('exclusions that are known for another variant than %s are not sold as its own: %s', async (variant, told) => {
  const vendor = variant.split('/')[0]!
  const { traps, exclusions } = exclusionPlan(kb, vendor, ['corosync'], { ...values, variants: [variant] }, await loadTemplates())
  expect(traps.some(trap => trap.startsWith('What is said here holds for'))).toBe(told)
  if (told) expect(exclusions.every(({ confidence }) => confidence === 'unverified')).toBe(true)
})

describe('the page of exclusions', () => {
  const page = async (vendor: string, rhel = 8) =>
    exclusionsText(exclusionPlan(kb, vendor, ['corosync'], { ...values, rhel }, await loadTemplates()), kb, plain(80))

  test('says that an agent does not exist on the release that was seen, and gives no command for it', async () => {
    const text = await page('fapolicyd', 7)
    expect(text.replace(/\s+/g, ' ')).toContain('exists on RHEL 8, 9, not on RHEL 7')
    expect(text).not.toMatch(/fapolicyd-cli|Send to|Cannot be told/)
    expect(await page('fapolicyd')).toContain('fapolicyd-cli')
  })

  test('says what to do instead where a product has no exclusions, and sends nobody to a console that is not there', async () => {
    const text = await page('fapolicyd')
    expect(text).toContain('This product has no exclusions of files.')
    expect(text).toContain('watch_fs')
    expect(text).toContain('Send to whoever looks after it')
    expect(text).not.toContain('Every exclusion is a place where nothing is scanned.')
    expect(await page('crowdstrike-falcon')).toContain('Send to the team that runs the console')
  })

  test.each([
    ['microsoft-defender', 'documented', 'linux-exclusions'],
    ['sophos-sav', 'reported', 'Copy of the configuration guide'],
    ['bitdefender', 'unverified', ''],
  ])('of %s says that its form is %s, and who says so', async (vendor, sure, source) => {
    const told = (await page(vendor)).split('\nHow sure this is\n')[1]?.replace(/\s+/g, ' ') ?? ''
    expect(told).toContain(`is written: ${sure}.`)
    expect(told).toContain(source)
  })
})
