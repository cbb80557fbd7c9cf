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
  return stepsFor(facts)
}

/** The plan for a cluster of which just these facts are known. */
async function stepsFor(facts: Readonly<Record<string, FactValue>>) {
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

  test('an agent that does not exist on the release gets no commands', async () => {
    const own = (await planFor('fapolicyd', 7, { vendors: ['fapolicyd', 'microsoft-defender'] })).filter(({ id }) =>
      id.endsWith('/fapolicyd'),
    )
    expect(own.length).toBeGreaterThan(0)
    expect(own.flatMap(({ run }) => run)).toEqual([])
    expect(own.map(step => `${step.do} ${step.caution ?? ''}`).join('\n')).toContain('not on RHEL 7')
  })

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

  test.each(rows)('$vendor on RHEL $rhel: what was switched off is switched on again in the way it went off', async ({ vendor, rhel }) => {
    const variants = (kb.vendors[vendor]!.variants ?? []).map(({ id }) => `${vendor}/${id}`)
    for (const seen of [[], ...variants.map(variant => [variant])]) {
      const steps = await planFor(vendor, rhel, seen.length > 0 ? { 'agent-variants': seen } : {})
      const named = (part: string) => steps.filter(({ id }) => id.startsWith(`reproduce-without-agent/${part}/`))
      const off = named('switch-off').filter(({ undo }) => undo.length > 0)
      expect(named('switch-on').map(({ run }) => run)).toEqual(off.map(({ undo }) => undo))
      for (const [i, { run }] of named('switch-on').entries())
        for (const unit of off[i]!.run.flatMap(line => /^systemctl disable (?:--now )?(\S+)/.exec(line)?.[1] ?? []))
          expect(run.join('\n')).toMatch(new RegExp(`enable .*${unit.replace('.service', '')}|# `))
    }
  })

  test.each(rows)('$vendor on RHEL $rhel: a node is stopped or comes back only after somebody looked whether it is empty', async row => {
    for (const more of [{}, { 'fault-without-agent': 'gone', 'fault-with-exclusions': 'stays' }, { 'maintenance-window': true }])
      for (const { id, run } of await planFor(row.vendor, row.rhel, more as Record<string, FactValue>)) {
        const at = run.findIndex(line => /\bstandby\b/.test(line))
        expect([id, at < 0 ? [] : run.slice(at + 1).filter(line => /unstandby|cluster stop|reboot/.test(line))]).toEqual([id, []])
      }
  })

  test('no node is rebooted with the cluster running', async () => {
    const steps = await planFor('microsoft-defender', 9, { 'fault-without-agent': 'gone', 'fault-with-exclusions': 'stays' })
    const reboots = steps.filter(({ run }) => run.some(line => line.includes('reboot')))
    expect(reboots.length).toBeGreaterThan(0)
    for (const reboot of reboots) {
      const before = steps.slice(0, steps.indexOf(reboot)).filter(({ resolution }) => resolution === reboot.resolution)
      expect(before.flatMap(({ run }) => run)).toContain('pcs cluster stop node01')
      const after = steps.slice(steps.indexOf(reboot)).filter(({ resolution }) => resolution === reboot.resolution)
      expect(after.flatMap(({ run }) => run)).toContain('pcs cluster start node01')
    }
  })

  test.each([
    { name: 'the one that was seen', variants: ['carbon-black/edr'], units: ['cbdaemon'] },
    { name: 'each of them while nobody knows which it is', variants: [], units: ['cbagentd', 'cbdaemon'] },
    { name: 'both when both were seen', variants: ['carbon-black/edr', 'carbon-black/cloud-sensor'], units: ['cbagentd', 'cbdaemon'] },
  ])('of a product with variants the plan switches off $name', async ({ variants, units }) => {
    const steps = await planFor('carbon-black', 8, variants.length > 0 ? { 'agent-variants': variants } : {})
    const lines = steps.filter(({ id }) => id.includes('/switch-off/')).flatMap(({ run }) => run)
    expect(lines.flatMap(line => /systemctl disable (\S+)/.exec(line)?.[1] ?? [])).toEqual(units)
  })

  test('where no way is known for the release, the plan says for which it is and asks to look again', async () => {
    const steps = await planFor('fapolicyd', 7, { 'agent-present': true, 'foreign-blocking-holder': true, 'maintenance-window': true })
    expect(steps.find(({ id }) => id.includes('/switch-off/'))?.caution).toContain('not for RHEL 7: look again')
  })

  const rivals: Record<string, Record<string, FactValue>> = {
    'audit-backlog': {
      'audit-backlog-overflowed': true,
      'audit-records-every-start': true,
      'tasks-blocked-in-audit': true,
      'ocf-timeouts': true,
      'fapolicyd-holds-files': true,
    },
    'bonding-failover': {
      'cluster-link-on-bond': true,
      'bond-failed-over': true,
      'bond-loss-then-token-loss': true,
      'totem-token-lost': true,
      'links-went-down': true,
      'corosync-was-paused': false,
      'network-errors-known': false,
    },
    'clock-jump': { 'clock-stepped': true, 'node-clocks-differ': true, 'something-wrong': true },
    'daemon-bug': { 'daemon-crashed-logged': true, 'core-file-found': true, 'cluster-packages-outdated': true },
    'firewall-blocks-cluster': {
      'cluster-ports-blocked': true,
      'cluster-setup-timeout': true,
      'firewall-was-changed': true,
      'pcs-refused': true,
    },
    'kernel-bug': {
      'kernel-crash-found': true,
      'lockup-logged': true,
      'started-with-kernel-change': true,
      'corosync-was-paused': true,
      'cpu-starved': false,
    },
    'multicast-filtered': {
      'totem-transport': 'udp',
      'totem-token-lost': true,
      'fails-minutes-after-start': true,
      'failed-to-receive-logged': true,
      'totem-retransmits': true,
    },
  }
  const rivalPlan = (cause: string, rhel: number) => {
    const facts = { 'ocf-timeouts': false, 'maintenance-window': true, ...rivals[cause], 'rhel-major': rhel }
    return stepsFor(facts as Record<string, FactValue>)
  }

  test.each(Object.keys(rivals).flatMap(cause => [7, 8, 9].map(rhel => ({ cause, rhel }))))(
    '$cause on RHEL $rhel: changes can be undone, a node is emptied, stopped, rebooted and brought back step by step, and no program is missing there',
    async ({ cause, rhel }) => {
      const steps = await rivalPlan(cause, rhel)
      expect(
        kb.hypotheses[cause]!.resolutions.filter(id => steps.some(step => step.resolution === id && step.changes)).length,
      ).toBeGreaterThan(0)
      for (const { id, changes, run, verify, undo, risk, caution } of steps) {
        if (changes)
          expect([id, verify.length > 0, undo.length > 0, risk !== 'high' || caution !== undefined]).toEqual([id, true, true, true])
        const at = run.findIndex(line => /\bstandby\b/.test(line))
        expect([id, at < 0 ? [] : run.slice(at + 1).filter(line => /unstandby|cluster stop|reboot/.test(line))]).toEqual([id, []])
        for (const line of run.filter(line => line.includes('firewall-cmd') && /--(?:list|add|remove)-/.test(line)))
          expect([id, line]).toEqual([id, expect.stringContaining('--zone=')])
      }
      const lines = steps.flatMap(({ run, verify, undo }) => [...run, ...verify, ...undo])
      expect(spawnSync('bash', ['-n'], { input: lines.join('\n'), encoding: 'utf8' }).stderr).toBe('')
      if (rhel === 7) expect(lines.join('\n')).not.toMatch(/fapolicyd|\bnft\b/)
      if (rhel === 9) expect(lines.join('\n')).not.toMatch(/omping|ntpd|ntpq/)
      const own = lines.filter(line => /^pcs (?:node|cluster) (?:un)?standby|^pcs cluster (?:stop|start) node01/.test(line))
      if (own.some(line => line.includes('cluster stop'))) expect(own.some(line => /unstandby/.test(line))).toBe(true)
    },
  )

  test.each(['kernel-bug', 'bonding-failover'])('%s: the node is emptied, stopped, started and brought back in this order', async cause => {
    const steps = (await rivalPlan(cause, 8)).filter(({ resolution }) => resolution === `fix-${cause}`)
    const order = [
      'pcs node standby node01',
      'pcs cluster stop node01',
      ...(cause === 'kernel-bug' ? ['systemctl reboot'] : []),
      'pcs cluster start node01',
      'pcs node unstandby node01',
    ]
    expect(steps.flatMap(({ run }) => run).filter(line => order.includes(line))).toEqual(order)
  })
})

describe('the test without the software always has a step that switches it off and one that switches it on', () => {
  test.each([
    { name: 'nobody has named the software', facts: { 'unlisted-agent': true }, agents: ['unknown-agent'] },
    { name: 'none of the known ones was found', facts: { 'unlisted-agent': true, vendors: [] }, agents: ['unknown-agent'] },
    { name: 'it is one without a file', facts: { vendors: ['unknown-agent'] }, agents: ['unknown-agent'] },
    {
      name: 'only a part of RHEL was found beside it',
      facts: { 'unlisted-agent': true, vendors: ['auditd'] },
      agents: ['auditd', 'unknown-agent'],
    },
    { name: 'it is a known one', facts: { vendors: ['qualys'] }, agents: ['qualys'] },
    { name: 'it is only said that one is there', facts: { 'agent-present': true }, agents: ['unknown-agent'] },
  ])('$name', async ({ facts, agents }) => {
    const steps = await stepsFor({
      ...facts,
      'ocf-timeouts': true,
      'several-agents-time-out': true,
      'tasks-blocked-in-fanotify': true,
      'rhel-major': 8,
    })
    const own = steps.filter(({ resolution }) => resolution === 'reproduce-without-agent').map(({ id }) => id)
    expect(own.length).toBeGreaterThan(10)
    for (const part of ['switch-off', 'switch-on'])
      expect(
        own.filter(id => id.includes(`/${part}/`)).map(id => id.split('/')[2]),
        part,
      ).toEqual(agents)
  })
})
