import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readers } from '../../src/evidence/readers/index.ts'
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
