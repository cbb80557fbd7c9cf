import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadRuleFiles } from '../../src/kb/disk.ts'

const root = mkdtempSync(join(tmpdir(), 'avert-disk-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0
/** A folder with a symptom and whatever `more` puts there. */
function folder(more: (path: string) => void = () => {}): string {
  const path = join(root, String(count++))
  mkdirSync(join(path, 'symptoms'), { recursive: true })
  writeFileSync(join(path, 'symptoms', 'a.yaml'), 'title: A\n')
  more(path)
  return path
}
const told = (path: string) => {
  const { files, problems } = loadRuleFiles(path)
  return { files: files.map(file => file.path), problems: problems.map(({ code, file }) => `${code} ${file.slice(path.length)}`) }
}

test.each([
  { name: 'a base is read', more: undefined, files: ['symptoms/a.yaml'], problems: [] },
  {
    name: 'a link to a folder is not followed, not even in a circle',
    more: (path: string) => symlinkSync(path, join(path, 'symptoms', 'b')),
    files: ['symptoms/a.yaml'],
    problems: ['link-to-folder /symptoms/b'],
  },
  {
    name: 'a link to a file is read',
    more: (path: string) => symlinkSync('a.yaml', join(path, 'symptoms', 'b.yaml')),
    files: ['symptoms/a.yaml', 'symptoms/b.yaml'],
    problems: [],
  },
  {
    name: 'a link to itself cannot be read',
    more: (path: string) => symlinkSync('b.yaml', join(path, 'symptoms', 'b.yaml')),
    files: ['symptoms/a.yaml'],
    problems: ['unreadable-file /symptoms/b.yaml'],
  },
  {
    name: 'nobody waits for a pipe',
    more: (path: string) => spawnSync('mkfifo', [join(path, 'symptoms', 'b.yaml')]),
    files: ['symptoms/a.yaml'],
    problems: ['unreadable-file /symptoms/b.yaml'],
  },
])('$name', ({ more, files, problems }) => {
  expect(told(folder(more))).toEqual({ files, problems })
})

test('a folder without kb.yaml and the folders of a base is told at once, and nothing below it is looked at', () => {
  const path = folder()
  mkdirSync(join(path, 'x'))
  rmSync(join(path, 'symptoms'), { recursive: true })
  writeFileSync(join(path, 'x', 'kb.yaml'), 'id: x\n')
  expect(told(path)).toEqual({ files: [], problems: ['no-base '] })
})

test('a whole disk is not read', () => {
  const path = folder(inner => {
    for (let i = 0; i < 20_001; i++) symlinkSync('a.yaml', join(inner, 'symptoms', `${i}.yaml`))
  })
  expect(told(path)).toEqual({ files: [], problems: ['too-many-files '] })
})

test('of a file that is too large only the beginning is read', () => {
  const path = folder(inner => writeFileSync(join(inner, 'symptoms', 'b.yaml'), 'x'.repeat(3 << 20)))
  expect(loadRuleFiles(path).files.map(({ content }) => content.length)).toEqual([9, (1 << 20) + 1])
})

test('a file in the place of a base is told as what it is, not by the name of an error', () => {
  const file = join(folder(), 'symptoms', 'a.yaml')
  expect(loadRuleFiles(file).problems).toMatchObject([{ code: 'no-base', message: 'this is a file; a knowledge base is a folder' }])
})

test('why a file cannot be read is told in words', () => {
  const [problem] = loadRuleFiles(folder(path => symlinkSync('b.yaml', join(path, 'symptoms', 'b.yaml')))).problems
  expect(problem!.message).toBe('cannot be read (it is a link that leads to itself)')
})
