import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readerFor, readers } from '../../src/evidence/readers/index.ts'
import { isFor } from '../../src/evidence/readers/reader.ts'

const texts = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.truth.json'))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path, head: readFileSync(path, 'utf8').slice(0, 8192) }))

test('a reader recognises no real file that has none of the words it says it needs', () => {
  const all = [...texts('test/evidence/bundles'), ...texts('test/evidence/fixtures')]
  const recognised = all.flatMap(({ path, head }) =>
    readers.filter(reader => reader.recognises(path, head)).map(reader => ({ reader, path, head })),
  )
  expect(recognised.length).toBeGreaterThan(30)
  expect(
    recognised.filter(({ reader, path, head }) => !isFor(reader, path, head)).map(({ reader, path }) => `${reader.name}: ${path}`),
  ).toEqual([])
})

test('a word that stands behind the beginning of a long file is none of the beginning', () => {
  const folder = 'sos_commands/ls_-l_var_lib_pacemaker_cores'
  expect(readerFor(folder, `total 0\n${'.\n'.repeat(5000)}`)?.name).toBe('core-files')
  expect(readerFor(folder, `${'.\n'.repeat(5000)}total 0\n`)).toBe(undefined)
})
