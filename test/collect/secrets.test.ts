import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dropSecrets } from '../../src/case/secrets.ts'
import { filterFunctions } from '../../src/collect/secrets.ts'
import { secretRemover } from '../../src/redact/secrets.ts'
import { below, withoutSecret, withSecret } from './secret-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'avert-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const where = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim()
const script = join(folder, 'filters.sh')
writeFileSync(script, `${filterFunctions()}\n"$@"\n`)

/** All lines through one filter of the collector, in one go. */
function collected(shell: readonly string[], filter: string, lines: readonly string[]): string[] {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  const own = shell[0] === 'busybox'
  if (own) symlinkSync(where('busybox'), join(mkdtempSync(join(bin, 'x')), 'sed'))
  const path = own
    ? `${execFileSync('sh', ['-c', `ls -d ${bin}/x* | tail -n 1`], { encoding: 'utf8' }).trim()}:${process.env.PATH}`
    : process.env.PATH
  const input = `${lines.join('\n')}\n`
  const done = spawnSync(shell[0]!, [...shell.slice(1), script, `hide_${filter}`], {
    input,
    encoding: 'utf8',
    env: { PATH: path, LC_ALL: 'C' },
  })
  expect(done.stderr).toBe('')
  return done.stdout.split('\n').slice(0, -1)
}

const shells = [['dash'], ['bash'], ['busybox', 'sh']].filter(([program]) => where(program!) !== '')
const ways: readonly { readonly way: string; readonly all: (lines: readonly string[]) => string[] }[] = [
  { way: 'what avert reads', all: lines => lines.map(dropSecrets) },
  { way: 'avert redact', all: lines => lines.map(line => secretRemover()(line)) },
  ...shells.map(shell => ({
    way: `the collector under ${shell.join(' ')}`,
    all: (lines: readonly string[]) => collected(shell, 'text', lines),
  })),
]

describe.each(ways)('$way', ({ way, all }) => {
  const shown = all(withSecret.map(({ line }) => line))
  const again = all(shown)
  const plain = all(withoutSecret)

  test.each(withSecret.map(({ line, keeps }, i) => ({ line, keeps, i })))('hides it in $line', ({ keeps, i }) => {
    expect(shown[i]).not.toContain('hunter2')
    expect(shown[i]).toContain(keeps)
    expect(again[i]).toBe(shown[i])
  })

  // An event is one line: what stands below it is not quoted.
  const remove = secretRemover()
  test.runIf(way !== 'what avert reads').each(below)('hides it below $name', ({ lines, shown }) => {
    const out = way === 'avert redact' ? lines.map(line => remove(line)) : all(lines)
    // What the line that names it becomes is told above.
    for (const [i, line] of shown.entries()) if (line !== '') expect(out[i]).toBe(line)
  })

  test.runIf(way !== 'what avert reads').each(below)('hides it below $name, also where lines end as in Windows', ({ lines }) => {
    const ended = lines.map(line => `${line}\r`)
    const out = way === 'avert redact' ? ended.map(line => remove(line)) : all(ended)
    expect(out.filter(line => line.includes('hunter'))).toEqual([])
  })

  test.each(withoutSecret.map((line, i) => ({ line, i })))('leaves alone $line', ({ line, i }) => expect(plain[i]).toBe(line))
})

test.each(shells.map(shell => ({ shell })))('a line of a megabyte does not make a command look hung under $shell', ({ shell }) => {
  const [line, next] = collected(shell, 'text', ['mysql -phunter2 sqlplus a/hunter2 --token hunter2 key='.repeat(20_000), 'the next line'])
  expect(line).not.toContain('hunter2')
  expect(next).toBe('the next line')
})

const blanks = ' '.repeat(100_000)
test.each([
  { name: 'what is handed to a command', lines: ['chpasswd <<EOF', `joe:x${blanks}\rx`] },
  { name: 'a PIN', lines: [`"pin": x${blanks}y`] },
  { name: 'a value below its name', lines: ['"password": |', `  x${blanks}y`, 'name: password', `value:${blanks}[d`] },
])('blanks behind $name are read to their end', ({ lines }) => {
  const remove = secretRemover()
  expect(lines.map(line => remove(line))).toHaveLength(lines.length)
})

test.each(shells.map(shell => ({ shell })))('a key over several lines is hidden to its end under $shell', ({ shell }) => {
  const key = [
    'x',
    'key: -----BEGIN RSA PRIVATE KEY-----',
    'MIIEpAIBAAKCAQEAhunter2/hunter2',
    'hunter2=',
    '-----END RSA PRIVATE KEY-----',
    'y',
  ]
  expect(collected(shell, 'text', key)).toEqual(['x', 'key: [dropped]', '[dropped]', '[dropped]', '-----END RSA PRIVATE KEY-----', 'y'])
})

describe.each(shells.map(shell => ({ shell })))('every other filter of the collector hides it under $shell', ({ shell }) => {
  // Corosync has times that it calls tokens, and settings have their own form.
  test.each(['settings', 'arguments', 'xml'])('%s', filter => {
    const lines = withSecret.map(({ line }) => line).filter(line => !/^\s*key:|private_key/.test(line))
    expect(collected(shell, filter, lines).filter(line => line.includes('hunter2'))).toEqual([])
  })
})
