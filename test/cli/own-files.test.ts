import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const own = mkdtempSync(join(tmpdir(), 'avert-own-files-'))
mkdirSync(join(own, 'events'))
writeFileSync(
  join(own, 'events/own-line.yaml'),
  "title: A line of our own\nin: [system-log]\nforms:\n  - pattern: 'a line of our own (?<n>\\d+)'\n    matches: ['Mar 28 06:15:03 node02 own[1]: a line of our own 2']\n    ignores: ['Mar 28 06:15:03 node02 own[1]: a line of our own x']\nconfidence: unverified\n",
)
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/avert.js', ...args], {
    encoding: 'utf8',
    input: '',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1' },
  })

describe('a few files of one’s own, without kb.yaml', () => {
  test('are linted over the shipped base, whose infos do not bury their own', () => {
    const { status, stdout, stderr } = run('kb', 'lint', own, '--no-verify')
    expect({ status, stderr }).toEqual({ status: 0, stderr: `note: ${own} has no kb.yaml, so it lies over the shipped base\n` })
    const places = [...stdout.matchAll(/^(\S+):\d+:\d+ /gm)].map(([, file]) => file)
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter(file => !file!.startsWith(own))).toEqual([])
    expect(stdout).toMatch(/^\d+ infos not shown /m)
  })

  test('get what "kb new" writes, with a copy of the cause that it speaks for', () => {
    const shipped = 'rules/hypotheses/antivirus-interference.yaml'
    const before = readFileSync(shipped, 'utf8')
    const told = [
      '--title',
      'It squeaks',
      '--ask',
      'Does it squeak?',
      '--explain',
      'A sound.',
      '--look',
      'Listen.',
      '--because',
      'It does.',
    ]
    const { status, stdout, stderr } = run(
      'kb',
      'new',
      'symptom',
      'squeaks',
      ...told,
      '--hypothesis',
      'antivirus-interference',
      '--kb',
      own,
    )
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/^copied to .*antivirus-interference\.yaml, with one entry more: it counts instead of /m)
    expect(readFileSync(join(own, 'hypotheses/antivirus-interference.yaml'), 'utf8')).toContain('when: squeaks')
    expect(readFileSync(shipped, 'utf8')).toBe(before)
    const again = run('kb', 'new', 'symptom', 'ocf-timeouts', ...told, '--hypothesis', 'antivirus-interference', '--kb', own)
    expect(again.stderr).toMatch(/^file-exists: .*rules\/symptoms\/ocf-timeouts\.yaml exists already/m)
    expect(again.status).toBe(3)
    expect(existsSync(join(own, 'symptoms/ocf-timeouts.yaml'))).toBe(false)
  })

  test('are mended by "kb lint --fix", and nothing of the shipped base is', () => {
    const { stderr } = run('kb', 'lint', own, '--no-verify', '--fix')
    const mended = [...stderr.matchAll(/^mended (\S+):/gm)].map(([, file]) => file)
    expect(mended).toContain(join(own, 'events/own-line.yaml'))
    expect(mended.filter(file => !file!.startsWith(own))).toEqual([])
  })
})

test('who wants to begin a fact is told which kind it is', () => {
  const { status, stderr } = run('kb', 'new', 'fact', 'new-thing')
  expect(status).toBe(2)
  expect(stderr).toContain('hint: What people are asked is a symptom')
})
