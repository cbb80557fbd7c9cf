import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import type { FactValue } from '../../src/kb/model.ts'
import { reportOn } from '../../src/render/report-on.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded

/** A cluster on which the agent holds files beyond doubt, so that the plan shows all it has. */
async function planFor(vendor: string, rhel: number, more: Record<string, FactValue> = {}) {
  const facts: Record<string, FactValue> = {
    'ocf-timeouts': true,
    'several-agents-time-out': true,
    'tasks-blocked-in-fanotify': true,
    vendors: [vendor],
    'rhel-major': rhel,
    ...more,
  }
  const value: Case = {
    kb: kb.kb,
    evidence: [],
    nodes: ['node01', 'node02'],
    observations: [],
    ledger: [],
    warnings: [],
    focus: { node: 'node01', resource: 'my vip' },
    answers: Object.entries(facts).map(([fact, own]) => ({ fact, value: own, given: true })),
  }
  return (await reportOn(kb, value)).plan.steps
}

const rows = Object.keys(kb.vendors).flatMap(vendor => [7, 8, 9].map(rhel => ({ vendor, rhel })))

describe('plans', () => {
  test.each(rows)(
    '$vendor on RHEL $rhel: every change can be checked and undone, every command parses, nothing is left open',
    async ({ vendor, rhel }) => {
      for (const more of [{}, { 'fault-without-agent': 'gone' }, { 'tamper-protected': true, 'maintenance-window': false }]) {
        const steps = await planFor(vendor, rhel, more)
        expect(steps.length).toBeGreaterThan(5)
        const commands: string[] = []
        for (const { id, changes, verify, undo, run, do: what, caution = '', expect: expected = '' } of steps) {
          if (changes) expect([id, verify.length > 0, undo.length > 0]).toEqual([id, true, true])
          for (const text of [what, caution, expected, ...run, ...verify, ...undo])
            expect(text, id).not.toMatch(/\{\{|\}\}|\{%|undefined|\[object|\bnil\b/)
          commands.push(...run, ...verify, ...undo)
        }
        const parsed = spawnSync('bash', ['-n'], { input: commands.join('\n'), encoding: 'utf8' })
        expect(parsed.stderr).toBe('')
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
      }
    },
  )

  test('a resource with a blank in its name stays one word', async () => {
    const commands = (await planFor('microsoft-defender', 8)).flatMap(({ run }) => run).filter(command => command.includes('my vip'))
    expect(commands.length).toBeGreaterThan(0)
    for (const command of commands) expect(command).toContain("'my vip'")
  })

  test('pcs commands fit the release', async () => {
    const lines = async (rhel: number) =>
      (await planFor('microsoft-defender', rhel)).flatMap(({ run, verify, undo }) => [...run, ...verify, ...undo]).join('\n')
    expect(await lines(7)).not.toMatch(/pcs node (?:un)?standby/)
    for (const rhel of [8, 9]) expect(await lines(rhel)).not.toMatch(/pcs cluster (?:un)?standby/)
  })
})
