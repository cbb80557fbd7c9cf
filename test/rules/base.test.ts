import { describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { runCases } from '../../src/workshop/cases/run-cases.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error(JSON.stringify(loaded.problems.slice(0, 5), null, 1))
const { kb } = loaded
const { results, coverage, steps } = await runCases(kb)

/** The points of the founding article that files must carry. */
const points = [
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  ...[...'abcdefghij'].map(letter => `E5${letter}`),
  ...[...'0123456789'].map(digit => `I${digit}`),
  'R1',
  'R2',
  'R2a',
  'R2b',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'C1',
  'C2',
  'D1',
  'D2',
]

describe('the shipped base', () => {
  test.each(results)('case $id: $title', ({ wrong }) => {
    expect(wrong).toEqual([])
  })

  // On a server with 100,000 open files the shell refuses so many arguments: such a check would find nothing and say that all is well.
  test('no command takes every open file for an argument', () => {
    expect(JSON.stringify(kb).match(/[^"]{0,80}\/proc\/\[0-9\]\*\/(?:fd|fdinfo|task|map_files)\/(?:\*|\[)/g)).toBeNull()
  })

  test('every rule is seen to hold, to fail and to stay open', () => {
    expect([...coverage].filter(([, { holds, fails, open }]) => holds === 0 || fails === 0 || open === 0).map(([id]) => id)).toEqual([])
  })

  test('every step is printed by a case', () => {
    const all = Object.entries(kb.resolutions).flatMap(([id, { steps: own }]) => own.map(step => `${id}/${step.id}`))
    expect(all.filter(step => !steps.has(step))).toEqual([])
  })

  test('every point of the founding article is carried by a file', () => {
    const carried = new Set(
      Object.values(kb)
        .flatMap(group => Object.values(group as Record<string, { article?: string[] }>).flatMap(object => object?.article ?? []))
        .concat(kb.kb.article ?? []),
    )
    expect(points.filter(point => !carried.has(point))).toEqual([])
  })

  test('every agent can be recognised, switched off with a way back, and has its exclusions described', () => {
    const bare = Object.entries(kb.vendors)
      .filter(([, { detect }]) => Object.values(detect).every(list => (list ?? []).length === 0))
      .map(([id]) => id)
    expect(bare).toEqual([])
    for (const [id, vendor] of Object.entries(kb.vendors)) {
      expect(vendor['switch-off'].length, id).toBeGreaterThan(0)
      for (const way of vendor['switch-off'])
        expect(
          [way.verify, way.undo].every(part => [part].flat().join('') !== ''),
          `${id}/${way.id}`,
        ).toBe(true)
    }
  })

  test('the command that looks for agents by package finds every package that tells one', () => {
    const [, pattern = ''] = /grep -iE '([^']+)'/.exec(JSON.stringify(kb.facts.vendors!['find-out'])) ?? []
    const packages = Object.entries(kb.vendors).flatMap(([id, { detect }]) =>
      id === 'auditd' ? [] : (detect.packages ?? []).flatMap(({ name, shared }) => (shared ? [] : [`${name}-1.0-1.x86_64`])),
    )
    expect(packages.filter(name => !new RegExp(pattern, 'i').test(name))).toEqual([])
    expect(['bash-5.1-1', 'sed-4.8-9', 'audit-3.0-1'].filter(name => new RegExp(pattern, 'i').test(name))).toEqual([])
  })

  test('a fact that can be asked says what it means and how to find it out', () => {
    const mute = [...Object.entries(kb.symptoms), ...Object.entries(kb.facts)]
      .filter(([, fact]) => fact.ask && (!fact.explain || !fact['find-out']?.length || !fact.cost))
      .map(([id]) => id)
    expect(mute).toEqual([])
  })

  test('no text of a step tells to switch fencing off', () => {
    const commands = Object.values(kb.resolutions).flatMap(({ steps: list }) =>
      list.flatMap(step => ('run' in step ? [step.run ?? []].flat() : [])),
    )
    expect(commands.filter(command => /stonith-enabled=(?:false|0)|pcs stonith disable|--force(?!-check)/.test(command))).toEqual([])
  })
})
