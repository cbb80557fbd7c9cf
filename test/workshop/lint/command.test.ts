import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleBase } from '../example-base.ts'

const scratch = mkdtempSync(join(tmpdir(), 'avert-lint-'))
let count = 0
function baseWith(changes: Readonly<Record<string, string>> = {}): string {
  const folder = join(scratch, `base-${count++}`)
  for (const [path, text] of Object.entries({ ...exampleBase, ...changes })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/avert.js', 'kb', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(stderr).not.toMatch(/^\s+at /m)
  return { status, stdout, stderr }
}
const path = 'symptoms/page-is-blank.yaml'
const text = exampleBase[path]!
const clean = baseWith()
const withInfo = baseWith({ [path]: text.replace('cost: recall\n', '') })
const withWarning = baseWith({ [path]: text.replace('blank?', 'blank.') })
const withError = baseWith({ [path]: text.replace('title:', 'titel:') })

describe('avert kb lint', () => {
  test.each([
    { name: 'a clean base passes', args: ['lint', clean], status: 0 },
    { name: 'a clean base passes the strictest gate', args: ['lint', clean, '--max-severity', 'none'], status: 0 },
    { name: 'an info passes', args: ['lint', withInfo], status: 0 },
    { name: 'an info fails when nothing is let through', args: ['lint', withInfo, '--max-severity', 'none'], status: 1 },
    { name: 'a warning fails', args: ['lint', withWarning], status: 1 },
    { name: 'a warning passes when warnings are let through', args: ['lint', withWarning, '--max-severity', 'warning'], status: 0 },
    { name: 'an error fails whatever is let through', args: ['lint', withError, '--max-severity', 'warning'], status: 1 },
    { name: 'an unknown gate is a wrong command line', args: ['lint', clean, '--max-severity', 'eror'], status: 2 },
    { name: 'a folder that is not there fails', args: ['lint', join(scratch, 'nowhere')], status: 4 },
    { name: 'an empty folder does not look clean', args: ['lint', mkdtempSync(join(scratch, 'empty-'))], status: 4 },
    { name: 'all formats fail alike', args: ['lint', withWarning, '--format', 'sarif'], status: 1 },
  ])('$name', ({ args, status }) => {
    expect(run(...args).status).toBe(status)
  })

  test('an info is printed with --infos, and passes all the same', () => {
    expect(run('lint', withInfo).stdout).not.toMatch(/:\d+ info /)
    expect(run('lint', withInfo, '--infos')).toMatchObject({ status: 0, stdout: expect.stringMatching(/:\d+ info /) })
  })

  test.each(['json', 'sarif'])('%s is one document on stdout, and nothing else', format => {
    const { stdout, stderr } = run('lint', withWarning, '--format', format)
    expect(() => JSON.parse(stdout)).not.toThrow()
    expect(stderr).toBe('')
  })

  test('an overlay says what it replaces', () => {
    const overlay = join(scratch, 'overlay')
    mkdirSync(join(overlay, 'symptoms'), { recursive: true })
    writeFileSync(join(overlay, path), text)
    const { problems } = JSON.parse(run('lint', clean, overlay, '--format', 'json').stdout)
    expect(problems.map(({ code, file, message }: Record<string, string>) => [code, file, message])).toEqual([
      ['replaces-file', `${overlay}/${path}`, `this file counts instead of ${clean}/${path}`],
    ])
  })

  test('--fix mends what is safe, says what, and finds nothing to mend the second time', () => {
    const folder = baseWith({ [path]: `\uFEFF${text.replaceAll('\n', '  \r\n')}` })
    const first = run('lint', folder, '--fix')
    expect(first.status).toBe(0)
    expect(first.stderr).toBe(`mended ${folder}/${path}: byte-order-mark, windows-line-endings, trailing-spaces\n`)
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    expect(run('lint', folder, '--fix').stderr).toBe('nothing to mend\n')
  })

  test('--watch lints again when a file changes', async () => {
    const folder = baseWith()
    cpSync(clean, folder, { recursive: true })
    const child = spawn(process.execPath, ['dist/avert.js', 'kb', 'lint', folder, '--watch'], { env: { ...process.env, NO_COLOR: '1' } })
    let said = ''
    const until = (pattern: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => void (pattern.test(said) && resolve())
        child.stdout.on('data', look)
        child.on('exit', () => reject(new Error(said)))
        look()
      })
    child.stdout.on('data', data => {
      said += String(data)
    })
    await until(/no problems/)
    writeFileSync(join(folder, path), text.replace('blank?', 'blank.'))
    await until(/question-without-mark/)
    said = ''
    writeFileSync(join(folder, path), text)
    await until(/no problems/)
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })
})

describe('avert kb explain-lint', () => {
  test.each([
    { name: 'a code', args: ['explain-lint', 'question-without-mark'], status: 0, says: 'Fails:' },
    { name: 'all codes', args: ['explain-lint'], status: 0, says: 'question-without-mark' },
    { name: 'the reference', args: ['explain-lint', '--format', 'markdown'], status: 0, says: '### question-without-mark' },
    { name: 'a code as data', args: ['explain-lint', 'todo-left', '--format', 'json'], status: 0, says: '"todo-left"' },
    { name: 'a mistyped code', args: ['explain-lint', 'question-without-mrak'], status: 2, says: 'Did you mean "question-without-mark"?' },
  ])('$name', ({ args, status, says }) => {
    const { stdout, stderr, ...result } = run(...args)
    expect(result.status).toBe(status)
    expect(stdout + stderr).toContain(says)
  })
})

describe('the shipped base', () => {
  test('passes the gate as it is', () => {
    expect(run('lint', 'rules').status).toBe(0)
  })
})
