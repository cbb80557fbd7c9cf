import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printers } from '../small-base.ts'

const folder = mkdtempSync(join(tmpdir(), 'avert-unwritable-'))
chmodSync(folder, 0o755)
const base = join(folder, 'base')
for (const [path, text] of Object.entries(printers)) {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}
// The checkout may lie where somebody else may not even look.
for (const part of ['dist', 'rules']) cpSync(part, join(folder, part), { recursive: true })
const all = () => readdirSync(base, { recursive: true, encoding: 'utf8' }).sort()
const lock = (mode: number) => {
  for (const path of ['', ...all()]) chmodSync(join(base, path), path.endsWith('.yaml') ? mode & 0o666 : mode)
}

/** Somebody who may write nothing here; to root nothing is forbidden. */
const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const env = { PATH: process.env.PATH, HOME: '/nonexistent', NO_COLOR: '1' }
const run = (args: readonly string[], who: object = somebody, surroundings: NodeJS.ProcessEnv = env) =>
  spawnSync(process.execPath, ['dist/avert.js', ...args], { cwd: folder, encoding: 'utf8', input: '', env: surroundings, ...who })

const symptom = ['--title', 'It squeaks', '--ask', 'Does it squeak?', '--explain', 'A sound.', '--look', 'Listen.', '--because', 'They do.']

describe('where nothing can be written', () => {
  test.each([
    { name: 'a new object', args: ['kb', 'new', 'symptom', 'squeaks', ...symptom, '--hypothesis', 'worn-rollers', '--kb', base] },
    { name: 'the handbook', args: ['kb', 'docs', '--kb', base, '--out', join(folder, 'handbook')] },
    { name: 'a graph', args: ['kb', 'graph', '--kb', base, '--out', join(base, 'graph.svg')] },
    { name: 'schemas', args: ['kb', 'schema', '--out', join(folder, 'schemas')] },
  ])('$name is an output that cannot be written, and no bug', ({ args }) => {
    lock(0o555)
    const before = all().map(path => [path, path.endsWith('.yaml') ? readFileSync(join(base, path), 'utf8') : ''])
    const { status, stdout, stderr } = run(args)
    lock(0o755)
    expect(stderr).toMatch(/^cannot-write: .*\n {2}hint: /m)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(all().map(path => [path, path.endsWith('.yaml') ? readFileSync(join(base, path), 'utf8') : ''])).toEqual(before)
  })

  test.skipIf(process.getuid?.() !== 0)('a user without a name and without a home, as in a container, gets an answer', () => {
    const { status, stdout, stderr } = run(['kb', 'show', 'rhel-major'], { uid: 54321, gid: 54321 }, { PATH: process.env.PATH })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('rhel-major')
  })
})

describe('a text that cannot be filled in', () => {
  test('is a mistake of the base, not a bug, and lint says where it stands', () => {
    const broken = join(folder, 'broken')
    cpSync(base, broken, { recursive: true })
    const path = join(broken, 'resolutions/change-rollers.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/do: [^,\n]*/, 'do: "Look {% if node %} there."'))
    const test = run(['kb', 'test', '--kb', broken], {})
    expect(test.stderr).toContain('{% if node %} not closed')
    expect(test.status).toBe(4)
    const lint = run(['kb', 'lint', broken, '--no-verify'], {})
    expect(lint.stdout).toMatch(/resolutions\/change-rollers\.yaml:\d+:\d+ broken-placeholder: .*not closed/)
    expect(lint.status).toBe(1)
  })
})
