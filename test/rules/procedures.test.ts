import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyCase } from '../../src/case/case-file.ts'
import { readFolder } from '../../src/cli/read-folder.ts'
import type { OwnStep } from '../../src/kb/shapes.ts'
import { loadTemplates } from '../../src/plan/templates.ts'
import { reportOn } from '../../src/render/report-on.ts'

const loaded = readFolder('rules')
if (!('kb' in loaded)) throw new Error('rules do not load')
const { kb } = loaded

const lines = (value: string | readonly string[] | undefined) => [value ?? []].flat()
const steps = Object.entries(kb.resolutions).flatMap(([resolution, file]) =>
  file.steps.flatMap(step => ('use' in step ? [] : [{ id: `${resolution}/${step.id}`, resolution, step: step as OwnStep }])),
)
const stepOf = (id: string) => steps.find(step => step.id === id)!.step
/** Whatever is pasted as one block: the lines to run, and the way back. */
const blocks = steps.flatMap(({ id, step }) => [
  { id: `${id}: run`, block: lines(step.run) },
  { id: `${id}: way back`, block: lines(step.undo) },
])

describe('a block that is pasted as a whole', () => {
  test.each(blocks.filter(({ block }) => block.some(line => line.startsWith('crm_simulate'))))(
    '$id changes nothing behind a simulation that nobody has looked at',
    ({ block }) => {
      const behind = block.slice(block.findIndex(line => line.startsWith('crm_simulate')) + 1)
      // A name that must be filled in stops the line until somebody did.
      expect(behind.filter(line => /^pcs .*(?:set|push|update)/.test(line) && !/\$\{\w+:\?/.test(line))).toEqual([])
    },
  )

  test('goes on with nothing behind the stop of one node, which pcs may have refused', () => {
    for (const { id, block } of blocks) {
      const stop = block.indexOf('pcs cluster stop {{ node }}')
      expect([id, stop < 0 ? [] : block.slice(stop + 1)]).toEqual([id, []])
    }
  })

  test('uses no name that an earlier line has to fill in without saying so', () => {
    for (const { id, block } of blocks)
      for (const [i, line] of block.entries()) {
        const name = /^(?:# )?([A-Z_]+)= {3}# /.exec(line)?.[1]
        if (name === undefined) continue
        const guarded = block.slice(i + 1).some(other => other.includes(`\${${name}:?`) || other.includes(`\${${name}?`))
        expect([id, name, guarded || name === 'OLD_MONITOR' || name === 'OLD_REBOOT']).toEqual([id, name, true])
      }
  })
})

test('a copy that is a way back belongs to one procedure, so that no other writes over it', () => {
  const owners = new Map<string, Set<string>>()
  for (const { resolution, step } of steps)
    for (const line of lines(step.run))
      for (const copy of line.match(/\/root\/\S*before\S*/g) ?? []) owners.set(copy, (owners.get(copy) ?? new Set()).add(resolution))
  expect(owners.size).toBeGreaterThan(5)
  expect([...owners].filter(([, of]) => of.size > 1).map(([copy]) => copy)).toEqual([])
})

const makesWayBack = steps.flatMap(({ id, step }) =>
  lines(step.run)
    .filter(line => /\.before-avert"?'?$/.test(line))
    .map(line => ({ id, line })),
)

test.each(makesWayBack)('a step that is pasted a second time keeps the first copy: $id', ({ id, line }) => {
  const folder = mkdtempSync(join(tmpdir(), 'avert-paste-'))
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  writeFileSync(join(folder, 'pcs'), `#!/bin/sh\ncat ${from} >"$3"\n`, { mode: 0o755 })
  const filled = line.replace(/\$\{FILE:[^}]*\}|\$FILE/g, 'app')
  const words = filled.split(' ')
  const [original, copy] = [words.at(-2)!, words.at(-1)!]
  const paste = (now: string) => {
    writeFileSync(from, now)
    const command = filled.replaceAll(copy, to).replaceAll(original.startsWith('cib') ? '\u0000' : original, from)
    spawnSync('bash', ['-c', command], { env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } })
    return readFileSync(to, 'utf8')
  }
  expect([id, paste('before'), paste('changed')]).toEqual([id, 'before', 'before'])
  rmSync(folder, { recursive: true })
})

test('what is cleared away at the end is no way back of a change that may still stand', () => {
  const globs = lines(stepOf('verify-after-change/clean-up').run)
    .flatMap(line => (line.startsWith('rm ') ? line.split(' ') : []))
    .filter(word => word.startsWith('/root/'))
  const removed = (file: string) => globs.some(glob => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(file))
  expect(removed('/root/avert-leave.xml')).toBe(true)
  // The configuration from before the test is no way back: the test leaves none of it changed.
  const copies = steps.flatMap(({ step }) => lines(step.run).flatMap(line => line.match(/\/root\/\S*before-\S*/g) ?? []))
  expect(copies.filter(file => removed(file) && !file.startsWith('/root/avert-before-test'))).toEqual([])
})

test.each([
  { id: 'work-with-vendor/exclude-by-trial', changes: true, risk: 'low' },
  { id: 'raise-token/read-present', changes: undefined, risk: 'none' },
])('$id says what it leaves behind and how to go back', ({ id, changes, risk }) => {
  const step = stepOf(id)
  expect([step.changes, step.risk, lines(step.undo).length > 0]).toEqual([changes, risk, true])
})

test('the token goes back from the copy only when nothing else in the file has changed since', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avert-token-'))
  const [back] = lines(stepOf('raise-token/set-by-file').undo)
  const before = 'totem {\n  transport: udpu\n}\n'
  const goBack = (now: string) => {
    writeFileSync(join(folder, 'before'), before)
    writeFileSync(join(folder, 'now'), now)
    const command = back!
      .replaceAll('/root/corosync.conf.token.before-avert', join(folder, 'before'))
      .replaceAll('/etc/corosync/corosync.conf', join(folder, 'now'))
    const { stdout } = spawnSync('bash', ['-c', `${command}; echo; cat ${join(folder, 'now')}`], { encoding: 'utf8' })
    return stdout
  }
  expect(goBack('totem {\n  transport: udpu\n  token: 10000\n}\n').trim()).toBe(before.trim())
  expect(goBack('totem {\n  transport: udp\n  token: 10000\n}\n')).toMatch(/^> {3}transport: udp\n[\s\S]*token: 10000/m)
  rmSync(folder, { recursive: true })
})

test.each([
  { name: 'are copied where they would fit', room: 900, copied: true },
  { name: 'are not copied where they would fill the disk', room: 700, copied: false },
])('logs $name', ({ room, copied }) => {
  const folder = mkdtempSync(join(tmpdir(), 'avert-room-'))
  const program = (name: string, text: string) => writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  program('du', 'printf "400\\t/a\\n400\\t/b\\n800\\ttotal\\n"')
  program('df', `printf "Filesystem 1024-blocks Used Available\\n/dev/x 5000 1 ${room}\\n"`)
  program('nice', 'echo copied')
  const command = lines(stepOf('contain-failover-storm/keep-evidence').run).find(line => line.includes('tar czf'))!
  const { stdout } = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  })
  expect(stdout).toMatch(copied ? /^copied/ : /^NOT COPIED/)
  rmSync(folder, { recursive: true })
})

test('a mount that hangs is named, and those that answer are told from it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avert-nfs-'))
  const program = (name: string, text: string) => writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  program('findmnt', 'printf "/good\\n/two words\\n/bad\\n"')
  program('stat', 'case "$*" in *bad) sleep 30 ;; esac')
  const command = lines(stepOf('fix-nfs-stall/which').run)[0]!.replace('KILL 5', 'KILL 1')
  const { stdout } = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  })
  expect(stdout).toBe('answers: /good\nanswers: /two words\nHANGS: /bad\n')
  rmSync(folder, { recursive: true })
})

describe('a list of exclusions', () => {
  test.each(['microsoft-defender', 'clamav'])('of %s goes to one node first, because the next step is for the others', async vendor => {
    const answers = Object.entries({
      'ocf-timeouts': true,
      'several-agents-time-out': true,
      'tasks-blocked-in-fanotify': true,
      vendors: [vendor],
    })
    const { plan } = await reportOn(kb, {
      ...emptyCase(kb),
      answers: answers.map(([fact, value]) => ({ fact, value, given: true as const })),
    })
    const places = plan.steps.filter(({ id }) => /^exclude-cluster-files\/(?:exclude|all-nodes)/.test(id)).map(({ on }) => on)
    expect(places).toEqual(['one-node', 'each-node'])
  })
})

test.each([7, 8, 9, undefined])('every command of every procedure is read by the shell as it stands: release %s', async rhel => {
  const templates = await loadTemplates()
  const commands = blocks.flatMap(({ block }) => block).concat(steps.flatMap(({ step }) => lines(step.verify)))
  const values = {
    rhel,
    node: 'node01',
    nodes: ['node01'],
    resource: 'my vip',
    resources: ['my vip'],
    interface: 'eth0',
    cluster_name: 'c',
  }
  const input = commands.map(line => templates.command(line, { ...values, vendor: 'x', vendor_id: 'x' })).join('\n')
  expect(input).not.toMatch(/\{\{|\{%|undefined/)
  expect(spawnSync('bash', ['-n'], { input, encoding: 'utf8' }).stderr).toBe('')
})

test('the list that compares bond and token holds the lines of both', () => {
  const pattern = /grep -E '([^']+)'/.exec(lines(stepOf('fix-bonding-failover/times').run)[0]!)![1]!
  // openais is older than every release that the plans are for.
  for (const event of ['token-lost', 'bond-link-down', 'bond-active-changed'])
    for (const { matches } of kb.events[event]!.forms)
      expect(matches.filter(line => !line.includes('openais') && !new RegExp(pattern).test(line))).toEqual([])
})

test.each([
  { fact: 'rotation-at-incident', name: 'timers and, for RHEL 7 and 8, the jobs of cron', shows: ['list-timers', '/var/log/cron'] },
  { fact: 'cluster-link-on-bond', name: 'bonds and teams', shows: ['/proc/net/bonding', 'type team'] },
  { fact: 'cluster-ports-blocked', name: 'every active zone, not only the default one', shows: ['--get-active-zones', '--zone='] },
  { fact: 'clock-stepped', name: 'chronyd and ntpd', shows: ['-u chronyd', '-u ntpd'] },
])('how to find out $fact looks at $name', ({ fact, shows }) => {
  const commands = (kb.facts[fact]!['find-out'] ?? []).map(({ run = '' }) => run).join('\n')
  for (const part of shows) expect(commands).toContain(part)
})
