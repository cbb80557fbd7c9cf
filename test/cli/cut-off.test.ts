import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'avert-cut-'))
const avert = (command: string, path: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['dist/avert.js', command, path, '--format', 'json'], {
    input: '',
    encoding: 'utf8',
  })
  return { status, ...(JSON.parse(stdout) as { notExamined: readonly { what: string; why: string }[] }) }
}
const saved = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

describe.each([
  { packed: 'tar', option: '' },
  { packed: 'tar.gz', option: 'z' },
  { packed: 'tar.xz', option: 'J' },
  { packed: 'tar.bz2', option: 'j' },
])('an archive $packed', ({ packed, option }) => {
  const whole = join(folder, `whole.${packed}`)
  execFileSync('tar', [`-c${option}f`, whole, '-C', 'test/evidence/bundles', 'healthy'])
  const bytes = readFileSync(whole)

  test('that is whole is scanned with 0', () => {
    expect(avert('scan', whole).status).toBe(0)
  })

  test.each([0, 40, 300, 0.7, 0.99])('of which only the beginning (%s) is left gives 5, and is named', part => {
    const path = saved(`cut.${packed}`, bytes.subarray(0, part < 1 ? Math.floor(bytes.length * part) : part))
    for (const command of ['scan', 'diagnose']) {
      const { status, notExamined } = avert(command, path)
      expect(status, command).toBe(5)
      expect(notExamined).toContainEqual(expect.objectContaining({ what: `cut.${packed}`, why: expect.stringMatching(/cut off/) }))
    }
  })
})

test.each([
  { name: 'a packed log that is cut off gives 5', file: 'messages.gz', cut: true, status: 5 },
  { name: 'a whole one gives 0', file: 'messages-2.gz', cut: false, status: 0 },
])('$name', ({ file, cut, status }) => {
  const text = 'Mar 28 06:15:03 node02 corosync[2028]: [TOTEM ] Retransmit List: 2bb9\n'.repeat(500)
  const packed = execFileSync('gzip', ['-c'], { input: text })
  expect(avert('scan', saved(file, cut ? packed.subarray(0, packed.length - 20) : packed)).status).toBe(status)
})

test('what was meant to be left alone, such as a link, breaks nothing', () => {
  const bundle = mkdtempSync(join(folder, 'links-'))
  execFileSync('cp', ['-r', 'test/evidence/bundles/healthy/.', bundle])
  execFileSync('ln', ['-s', '/var/log/elsewhere', join(bundle, 'link')])
  expect(avert('scan', bundle).status).toBe(0)
})
