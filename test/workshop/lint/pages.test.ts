import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { notByFiles } from '../../../src/workshop/lint/registry.ts'
import { changed, codesOf, lint, registry } from './kit.ts'

const codes = Object.keys(registry.pages).sort()
const byFiles = codes.filter(code => !notByFiles.includes(code))

describe('every page of lint', () => {
  test('the example base has nothing to complain about', () => {
    expect(lint(changed({})).findings).toEqual([])
  })

  // A style check must not hide behind another: the failing example gives this code and no other.
  test.each(byFiles)('%s: the failing example fails with this code alone', code => {
    const found = lint(changed(registry.pages[code]!.failing))
    const others = code === 'expired-suppression' ? ['question-without-mark'] : code === 'bad-suppression' ? ['question-without-mark'] : []
    expect(codesOf(found), JSON.stringify(found.findings, null, 1)).toEqual([code, ...others].sort())
    expect(found.findings.find(finding => finding.code === code)!.severity).toBe(registry.pages[code]!.severity)
  })

  test.each(byFiles)('%s: the passing example passes', code => {
    expect(lint(changed(registry.pages[code]!.passing)).findings).toEqual([])
  })

  test.each(codes)('%s: the page says why, in sentences', code => {
    const { title, why } = registry.pages[code]!
    expect(title).toMatch(/^[A-Z"].*[^.]$/)
    expect(why).toMatch(/^[A-Z".].*[.:)]$/s)
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })
})

describe('the registry is complete', () => {
  const sources = ['src/kb', 'src/workshop/lint', 'src/workshop/verify', 'src/cli']
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`))
    .filter(file => file.endsWith('.ts') && !/pages?\.ts$/.test(file) && (!file.startsWith('src/cli/') || file.endsWith('read-folder.ts')))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')

  /** What is reported by name, and the codes that are put together. */
  const reported = new Set([
    ...[
      ...sources.matchAll(
        /(?:report|reportAt|problem|unreadable|reportFor\([^)]*\)|reportIn\([^()]*(?:\([^()]*\)[^()]*)*\))\(\s*'([a-z0-9-]+)',/g,
      ),
    ].map(match => match[1]!),
    ...[...sources.matchAll(/\bcode: '([a-z0-9-]+)'/g)].map(match => match[1]!),
    ...['vendor', 'fact', 'event', 'hypothesis', 'resolution', 'source'].map(kind => `unknown-${kind}`),
  ])

  test('every code that is reported has a page', () => {
    expect([...reported].filter(code => !Object.hasOwn(registry.pages, code))).toEqual([])
  })

  test('every page is of a code that is reported', () => {
    expect(codes.filter(code => !sources.includes(`'${code}'`) && !reported.has(code))).toEqual([])
  })
})
