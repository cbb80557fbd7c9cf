import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { filesOf, readFolders, withShipped } from '../../src/cli/read-folder.ts'
import { printers } from '../small-base.ts'

const root = mkdtempSync(join(tmpdir(), 'avert-overlay-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function folder(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), { recursive: true })
    writeFileSync(join(root, name, path), text)
  }
  return join(root, name)
}

const base = folder('base', printers)
const site = folder('site', {
  'symptoms/page-is-blank.yaml': 'title: Every page is blank\ntype: yes-no\nask: Is every page blank?\n',
  'facts/colour.yml': 'title: It prints in colour\ntype: yes-no\nask: Does it print in colour?\n',
  'sources.yaml': 'house-rules: { title: The rules of the house }\nmanual: { title: Another manual }\n',
})

describe('a folder laid over a base', () => {
  test('adds what is new, replaces what has the same id, and adds up sources', () => {
    const read = readFolders([base, site])
    expect(read).toMatchObject({
      kb: {
        symptoms: { 'page-is-blank': { title: 'Every page is blank' }, 'paper-does-not-move': {} },
        facts: { colour: {}, drivers: {} },
        sources: { manual: { title: 'Another manual' }, 'house-rules': {} },
      },
    })
  })

  test('does not choose between two files of its own that have the same id', () => {
    const twice = folder('twice', { 'facts/colour.yaml': 'title: One\n', 'facts/colour.yml': 'title: Two\n' })
    expect(readFolders([base, twice])).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'duplicate-id' })]),
    })
    expect(filesOf([base, twice]).replaced).toEqual([])
  })

  test('says what it replaces', () => {
    expect(filesOf([base, site]).replaced.map(({ path }) => path)).toEqual(['symptoms/page-is-blank.yaml'])
    expect(filesOf([base]).replaced).toEqual([])
  })

  test('a mistake in it is told at its own place, and what misses in the whole is found', () => {
    const wrong = folder('wrong', {
      'hypotheses/x.yaml': 'title: X\nprior: 0\nrules:\n  - { id: a, when: no-such-fact, points: 1, because: B. }\nresolutions: []\n',
    })
    expect(readFolders([base, site, wrong])).toMatchObject({
      problems: [{ code: 'unknown-fact', file: `${wrong}/hypotheses/x.yaml`, line: 4 }],
    })
  })

  test('named alone it lies over the shipped base; a whole base stands for itself', () => {
    expect(withShipped([site], 'shipped')).toEqual(['shipped', site])
    expect(withShipped([base, site], 'shipped')).toEqual([base, site])
  })

  test('its content is part of the digest, wherever it lies', () => {
    expect(filesOf([base, site]).digest).not.toBe(filesOf([base]).digest)
    expect(filesOf([base, site]).digest).toBe(filesOf([base, site]).digest)
  })
})
