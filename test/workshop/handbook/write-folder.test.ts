import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Io } from '../../../src/cli/io.ts'
import { docsCommand } from '../../../src/cli/kb-docs.ts'
import { type Marker, writeFolder } from '../../../src/cli/write-folder.ts'
import { printers } from '../../small-base.ts'

const marker: Marker = { name: '.mark', says: 'ours' }
const fresh = () => mkdtempSync(join(tmpdir(), 'avert-docs-'))
const files = (...names: string[]) => new Map(names.map(name => [name, `text of ${name}`]))

describe('writing a folder of our own', () => {
  test('a folder that does not exist is made, with all on the way', () => {
    const folder = join(fresh(), 'a', 'b')
    expect(writeFolder(folder, files('index.html', 'sub/one.html'), marker, false)).toBeUndefined()
    expect(readFileSync(join(folder, 'sub', 'one.html'), 'utf8')).toBe('text of sub/one.html')
    expect(readdirSync(folder).sort()).toEqual(['.mark', 'index.html', 'sub'])
  })

  test('a folder with other files is refused and left as it is; with force they stay beside ours', () => {
    const folder = fresh()
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    expect(writeFolder(folder, files('index.html'), marker, false)).toMatchObject({ code: 'folder-not-empty' })
    expect(readdirSync(folder)).toEqual(['mine.txt'])
    expect(writeFolder(folder, files('index.html'), marker, true)).toBeUndefined()
    expect(readdirSync(folder).sort()).toEqual(['.mark', 'index.html', 'mine.txt'])
  })

  test('the next run replaces our files and removes those that are gone, and nothing else', () => {
    const folder = fresh()
    writeFolder(folder, files('index.html', 'sub/old.html'), marker, false)
    writeFileSync(join(folder, 'sub', 'mine.html'), 'mine')
    expect(writeFolder(folder, files('index.html', 'sub/new.html'), marker, false)).toBeUndefined()
    expect(readdirSync(join(folder, 'sub')).sort()).toEqual(['mine.html', 'new.html'])
  })

  test.each([{ line: '../outside.html' }, { line: '/etc/outside.html' }, { line: 'sub/../../outside.html' }, { line: 'index.txt' }])(
    'a marker that lists $line removes nothing there',
    ({ line }) => {
      const parent = fresh()
      const folder = join(parent, 'book')
      writeFolder(folder, files('index.html'), marker, false)
      writeFileSync(join(parent, 'outside.html'), 'keep')
      writeFileSync(join(folder, 'index.txt'), 'keep')
      writeFileSync(join(folder, '.mark'), `ours\n${line}\n`)
      expect(writeFolder(folder, files('index.html'), marker, false)).toBeUndefined()
      expect([existsSync(join(parent, 'outside.html')), existsSync(join(folder, 'index.txt'))]).toEqual([true, true])
    },
  )

  test('a link to another folder inside ours is refused, even with force', () => {
    const [folder, other] = [fresh(), fresh()]
    symlinkSync(other, join(folder, 'sub'))
    expect(writeFolder(folder, files('sub/one.html'), marker, true)).toMatchObject({ code: 'link-in-folder' })
    expect(readdirSync(other)).toEqual([])
  })

  test('a link with the name of one of our files is replaced, not followed', () => {
    const [folder, other] = [fresh(), fresh()]
    writeFileSync(join(other, 'target'), 'keep')
    symlinkSync(join(other, 'target'), join(folder, 'index.html'))
    expect(writeFolder(folder, files('index.html'), marker, true)).toBeUndefined()
    expect(readFileSync(join(other, 'target'), 'utf8')).toBe('keep')
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('text of index.html')
  })

  test('a file in place of the folder is refused', () => {
    const file = join(fresh(), 'file')
    writeFileSync(file, 'mine')
    expect(writeFolder(file, files('index.html'), marker, true)).toMatchObject({ code: 'not-a-folder' })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

describe('avert kb docs', () => {
  const base = fresh()
  for (const [path, text] of Object.entries(printers)) {
    mkdirSync(join(base, dirname(path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  const run = async (out: string, format: string, force = false) => {
    const said: string[] = []
    const exit = await docsCommand({ out, format, force, kb: [base] }, { out: (text: string) => void said.push(text) } as unknown as Io)
    return { exit, said: said.join('') }
  }

  test.each([
    { format: 'html', index: 'index.html' },
    { format: 'markdown', index: 'index.md' },
  ])('$format: says how many pages there are and which to open', async ({ format, index }) => {
    const out = join(fresh(), 'book')
    expect(await run(out, format)).toEqual({ exit: 0, said: expect.stringMatching(new RegExp(`^\\d+ pages. Open .*${index}$`)) })
    expect(existsSync(join(out, index))).toBe(true)
  })

  test('changing the format leaves no page of the other one behind', async () => {
    const out = join(fresh(), 'book')
    await run(out, 'html')
    await run(out, 'markdown')
    expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => /\.(?:html|css|js)$/.test(name))).toEqual([])
  })

  test('a folder with other files is refused with exit code 3 and what to do', async () => {
    const out = fresh()
    writeFileSync(join(out, 'mine.txt'), 'mine')
    await expect(run(out, 'html')).rejects.toMatchObject({
      exit: 3,
      lines: [expect.stringContaining('folder-not-empty'), expect.stringContaining('--force')],
    })
  })
})
