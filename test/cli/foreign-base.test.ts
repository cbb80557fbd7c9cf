import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFolder } from '../../src/cli/read-folder.ts'
import { printers } from '../small-base.ts'

const root = mkdtempSync(join(tmpdir(), 'avert-foreign-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const base = join(root, 'printers')
for (const [path, text] of Object.entries(printers)) {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}
const put = (name: string, text: string) => {
  writeFileSync(join(root, name), text)
  return join(root, name)
}
const runIn = (cwd: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/avert.js'), ...args], { encoding: 'utf8', input: '', cwd })
  return { status, stdout, stderr }
}
const run = (...args: readonly string[]) => runIn('.', ...args)
const facts = put('facts.yaml', 'paper-does-not-move: yes\npages-printed: 20000\n')
const log = put('messages', 'Mar  4 02:13:07 host lpd[1]: blank page from tray 2\nMar  4 02:14:07 host lpd[1]: blank page from tray 2\n')

describe('a base about something else altogether', () => {
  test('is diagnosed, planned and printed like the shipped one', () => {
    const { status, stdout } = run('diagnose', '--kb', base, '--facts', facts, '--no-input', '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      kb: { id: 'printers' },
      hypotheses: [{ id: 'worn-rollers', band: 'likely' }, { id: 'no-ink' }],
    })
    expect(JSON.parse(stdout).plan.steps.map(({ id }: { id: string }) => id)).toContain('change-rollers/change')
  })

  test('reads its own events from logs', () => {
    const { status, stdout } = run('scan', log, '--kb', base, '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).facts['page-is-blank']).toMatchObject({ state: 'known', value: true })
  })

  test.each([
    { args: ['kb', 'show', '--kb', base], says: 'Printers that do not print' },
    { args: ['kb', 'test', '--kb', base], says: '1 passed' },
    { args: ['kb', 'graph', '--kb', base, '--format', 'mermaid'], says: 'cause: The rollers are worn' },
    { args: ['kb', 'diff', base, base], says: 'none changes' },
    { args: ['collect', '--kb', base], says: '#!/bin/sh' },
  ])('avert $args.0 $args.1 works with it', ({ args, says }) => {
    const { status, stdout, stderr } = run(...args)
    expect(stderr).not.toContain('bug in avert')
    expect(status).toBe(0)
    expect(stdout).toContain(says)
  })
})

describe('the base in the folder rules here', () => {
  const here = mkdtempSync(join(root, 'here-'))
  for (const [path, text] of Object.entries({
    ...printers,
    'cases/mine.yaml': 'title: Mine\nfacts: { paper-does-not-move: yes }\nexpect: { bands: { no-ink: confirmed } }\n',
  })) {
    mkdirSync(dirname(join(here, 'rules', path)), { recursive: true })
    writeFileSync(join(here, 'rules', path), text)
  }
  test.each([
    { args: ['kb', 'test', 'mine'], status: 1, says: 'FAILED mine' },
    { args: ['kb', 'show', 'worn-rollers'], status: 0, says: '# hypotheses/worn-rollers' },
    { args: ['kb', 'graph', 'worn-rollers'], status: 0, says: 'flowchart' },
    { args: ['kb', 'docs', '--out', join(here, 'book')], status: 0, says: 'pages' },
    { args: ['kb', 'lint', '--no-verify'], status: 1, says: '2 cases' },
    { args: ['kb', 'new', 'case', 'other', '--title', 'Other', '--hypothesis', 'no-ink'], status: 0, says: 'wrote rules/cases/other.yaml' },
  ])('avert $args.0 $args.1 takes it and says so', ({ args, status, says }) => {
    const result = runIn(here, ...args)
    expect(result.stderr).toContain('note: the knowledge base in rules/ here is used')
    expect(result.status, result.stderr).toBe(status)
    expect(result.stdout).toContain(says)
  })

  test('avert kb mutate takes it, whose case fails', () => {
    expect(runIn(here, 'kb', 'mutate').stderr).toContain('mine')
  })

  test('avert diagnose keeps to the shipped one', () => {
    const { stdout, stderr } = runIn(here, 'diagnose', '--no-input', '--format', 'json')
    expect(JSON.parse(stdout).kb.id).not.toBe('printers')
    expect(stderr).not.toMatch(/note: .*(?:rules|base)/)
  })

  test('a base that is named goes before it', () => {
    const { stdout, stderr } = runIn(here, 'kb', 'test', '--kb', base)
    expect(stdout).toContain('1 passed')
    expect(stderr).toBe('')
  })

  test('without one the shipped base is looked at, and nothing is written into it', () => {
    const nowhere = mkdtempSync(join(root, 'nowhere-'))
    expect(runIn(nowhere, 'kb', 'show').stderr).toBe('')
    expect(runIn(nowhere, 'kb', 'new', 'case', 'x', '--title', 'X', '--hypothesis', 'no-ink')).toMatchObject({ status: 4, stdout: '' })
    expect(runIn(nowhere, 'kb', 'lint', '--fix')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('a base of somebody else whose pattern one line could keep busy for hours', () => {
  const line = `Mar  4 02:13:07 host lpd[1]: blank page from ${'tray '.repeat(30)}!`
  const event = (pattern: string) =>
    `title: T\nin: [system-log]\nforms:\n  - pattern: '${pattern}'\n    matches: ['${line}']\n    ignores: ['Mar  4 02:13:07 host lpd[1]: page']\n`
  const said = `says: [{ means: runs, pattern: 'blank page from (?:(?:tray ?)+)+$', matches: ['${line}'], ignores: ['page'] }]\nkinds:`
  const says = printers['vendors/laser.yaml']!.replace('kinds:', () => said)
  test.each([
    { where: 'an event', file: 'events/runs-away.yaml', content: event('blank page from (?:(?:tray ?)+)+$'), at: '4:14' },
    {
      where: 'classes of an event',
      file: 'events/runs-away.yaml',
      content: `${event('blank page from (?<tray>.*)')}classes: { tray: [{ match: '^(?:(?:tray ?)+)+$', is: x }] }\n`,
      at: '7:28',
    },
    { where: 'what a product says', file: 'vendors/laser.yaml', content: says, at: '3:32' },
  ])('does not load, and stops nothing: $where', ({ file, content, at }) => {
    const folder = mkdtempSync(join(root, 'runaway-'))
    for (const [path, text] of Object.entries({ ...printers, [file]: content })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const args of [
      ['diagnose', log, '--no-input'],
      ['scan', log],
      ['kb', 'test'],
    ]) {
      const { status, stdout, stderr } = run(...args, '--kb', folder)
      expect(stderr).toContain(`${file}:${at} pattern-backtracks`)
      expect({ status, stdout }).toEqual({ status: 4, stdout: '' })
    }
    const { status, stdout } = run('kb', 'lint', folder)
    expect(status).toBe(1)
    expect(stdout.match(/pattern-backtracks/g)).toHaveLength(1)
  })
})

test('nothing in src names a symptom, event, agent, cause or resolution of the shipped base', () => {
  const read = readFolder('rules')
  if (!('kb' in read)) throw new Error('rules do not load')
  const { symptoms, events, vendors, hypotheses, resolutions } = read.kb
  // The collector asks the kernel's own audit daemon a question; its program happens to be called like its file.
  const ids = [symptoms, events, vendors, hypotheses, resolutions].flatMap(group => Object.keys(group)).filter(id => id !== 'auditd')
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  const named = sources.flatMap(file => {
    const text = readFileSync(`src/${file}`, 'utf8')
    return ids.filter(id => new RegExp(`['"\`/]${id}['"\`/]`).test(text)).map(id => `${file}: ${id}`)
  })
  expect(named).toEqual([])
})
