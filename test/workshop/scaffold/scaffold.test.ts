import { describe, expect, test } from 'vitest'
import { runCases } from '../../../src/workshop/cases/run-cases.ts'
import { type Kind, needsOf, type Told } from '../../../src/workshop/scaffold/needs.ts'
import { draftForm } from '../../../src/workshop/scaffold/pattern.ts'
import { scaffold } from '../../../src/workshop/scaffold/scaffold.ts'
import { baseOf, printers, read } from '../../small-base.ts'

const kb = baseOf()
const rows: readonly { kind: Kind; told: Told; uses: string }[] = [
  {
    kind: 'symptom',
    told: {
      title: 'It squeaks',
      ask: 'Does it squeak?',
      explain: 'A sound at each page.',
      look: 'Listen while it prints.',
      hypothesis: 'worn-rollers',
      points: '3',
      because: 'Worn rollers squeak: sometimes.',
    },
    uses: 'when: new-thing',
  },
  {
    kind: 'event',
    told: {
      title: 'A roller slipped',
      line: 'Mar  4 02:13:07 node01 lpd[12]: roller 7 slipped (rc=3)',
      hypothesis: 'worn-rollers',
      points: '3',
      because: 'Worn rollers slip.',
    },
    uses: 'when: new-thing-logged',
  },
  { kind: 'vendor', told: { title: 'Ink driver', process: '/usr/sbin/inkd' }, uses: '' },
  { kind: 'hypothesis', told: { title: 'It is unplugged', fact: 'paper-does-not-move page-is-blank' }, uses: '' },
  { kind: 'resolution', told: { title: 'Fill it up', hypothesis: 'no-ink', do: 'Look at the ink.' }, uses: 'resolutions: [new-thing]' },
  { kind: 'component', told: { title: 'Tray', process: 'trayd', path: '/var/lib/tray/', why: 'It waits for it.' }, uses: '' },
  { kind: 'case', told: { title: 'A printer', hypothesis: 'no-ink' }, uses: '' },
]

function build(kind: Kind, told: Told) {
  const made = scaffold(kind, 'new-thing', told, { kb, textOf: path => printers[path], schemaLine: () => '' })
  if ('message' in made) throw new Error(made.message)
  return { made, files: { ...printers, ...Object.fromEntries(made.changed), ...Object.fromEntries(made.created) } }
}

describe('a new object', () => {
  test.each(rows)('a new $kind loads at once and comes with a case that fails until it is filled in', async ({ kind, told, uses }) => {
    const { made, files } = build(kind, told)
    const { kb: grown, problems } = read(files)
    expect(problems).toEqual([])
    expect([...made.changed.values()].join()).toContain(uses)
    const { results } = await runCases(grown!, 'new-thing')
    expect(results.map(({ wrong }) => wrong.length > 0)).toEqual([true])
  })

  test.each(rows)('a new $kind is told all that it needs, and what is wrong with an answer', ({ kind, told }) => {
    for (const need of needsOf(kind, kb)) {
      expect(need.check(String(told[need.key] ?? need.otherwise)), need.key).toBeUndefined()
      expect(need.check('\u0007'), need.key).toHaveProperty('hint')
    }
  })

  test('a whole system folder is no path to leave alone', () => {
    const path = needsOf('component', kb).find(({ key }) => key === 'path')!
    for (const wrong of ['/', '/usr/bin/', '/etc/', 'var/lib', '']) expect(path.check(wrong), wrong).toBeDefined()
    expect(path.check('/var/lib/tray/')).toBeUndefined()
  })
})

describe('a pattern from one line', () => {
  test.each([
    {
      name: 'numbers are left open and special characters are meant as they are',
      line: 'Mar  4 02:13:07 node01 lpd[12]: lamp 7 (x) failed',
      pattern: 'lamp \\d+ \\(x\\) failed',
      process: 'lpd',
    },
    {
      name: 'a line without a known prefix is all message',
      line: 'something odd happened',
      pattern: 'something odd happened',
      process: undefined,
    },
  ])('$name', ({ line, pattern, process }) => {
    expect(draftForm(line)).toMatchObject({ pattern, ...(process ? { process } : {}) })
  })

  test.each(['', '12', 'Mar  4 02:13:07 node01 lpd[12]: 17 3'])('a line without fixed text gives none: "%s"', line => {
    expect(draftForm(line)).toBeUndefined()
  })
})

test('a new symptom says what it means and where somebody looks, so that lint has nothing to ask for', () => {
  const { told } = rows.find(({ kind }) => kind === 'symptom')!
  const { kb: grown } = read(build('symptom', told).files)
  expect(grown!.symptoms['new-thing']).toMatchObject({ explain: 'A sound at each page.', 'find-out': [{ do: 'Listen while it prints.' }] })
})

test('the check of a new agent finds a program whose name the kernel cuts short, or one with a blank', () => {
  const verify = (process: string) => {
    const { kb: grown } = read(build('vendor', { title: 'Ink driver', process }).files)
    return grown!.vendors['new-thing']!['switch-off'][0]!.verify
  }
  expect(verify('/opt/ink/bin/ink-protection-daemon')).toMatch(/^pgrep -a ink-protection- {3}#/)
  expect(verify('/opt/ink/bin/ink d')).toMatch(/^pgrep -a 'ink d' {3}#/)
})

test('the request to the owners of a new agent names what to leave alone, because whoever sends it sends nothing else', () => {
  const { kb: grown } = read(build('vendor', { title: 'Ink driver', process: '/usr/sbin/inkd' }).files)
  expect(grown!.vendors['new-thing']!['ask-the-vendor']).toContain('{%- for e in exclusions %}')
})
