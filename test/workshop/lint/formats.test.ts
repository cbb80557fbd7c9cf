import { describe, expect, test } from 'vitest'
import { indexText, pageMarkdown, pagesJson, pageText, referenceMarkdown } from '../../../src/workshop/lint/explain.ts'
import { lintGithub, lintJson, lintJunit, lintSarif, xml } from '../../../src/workshop/lint/formats/machine.ts'
import { lintText } from '../../../src/workshop/lint/formats/text.ts'
import { changed, lint, registry } from './kit.ts'

const example = { facts: { 'page-is-blank': true, 'printed-pages': null } }
const found = lint(
  changed({
    ...registry.pages['title-ends-with-stop']!.failing,
    'cases/worn.yaml': 'title: Worn, 100 % <sure> & "odd"\nfacts: { paper: yes }\nexpect: {}\n',
  }),
)
const withExample = {
  ...found,
  findings: found.findings.map(finding => ({ ...finding, counterExample: example, exactness: 'sampled: 10 of 20 combinations' })),
}
const clean = lint(changed({}))
const fails = () => true

describe('lint as JSON', () => {
  const document = JSON.parse(lintJson(withExample))
  test('keeps the fields that scripts know, and adds weight and example', () => {
    expect(document.schema).toBe('avert/lint@1')
    expect(document.loads).toBe(false)
    expect(document.counts).toEqual({ error: 1, warning: 2, info: 0 })
    for (const problem of document.problems)
      expect(problem).toMatchObject({
        code: expect.any(String),
        severity: expect.stringMatching(/^(?:error|warning|info)$/),
        file: expect.any(String),
        line: expect.any(Number),
        column: expect.any(Number),
        message: expect.any(String),
        hint: expect.any(String),
        counterExample: example,
      })
  })
})

describe('lint as SARIF', () => {
  const document = JSON.parse(lintSarif(withExample, registry, '1.2.3'))
  const [run] = document.runs
  test('is a document of version 2.1.0 with one run of a named tool', () => {
    expect(document.version).toBe('2.1.0')
    expect(document.$schema).toMatch(/^https:\/\/.*sarif.*2\.1\.0/)
    expect(document.runs).toHaveLength(1)
    expect(run.tool.driver).toMatchObject({ name: 'avert', version: '1.2.3' })
  })
  test('every rule has an id of its own, texts, help and a level', () => {
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const rule of run.tool.driver.rules) {
      expect(rule.shortDescription.text).not.toBe('')
      expect(rule.fullDescription.text).not.toBe('')
      expect(rule.help.text).not.toBe('')
      expect(['error', 'warning', 'note', 'none']).toContain(rule.defaultConfiguration.level)
    }
  })
  test('every result points at its rule and at a region of a file', () => {
    expect(run.results.length).toBe(found.findings.length)
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(['error', 'warning', 'note', 'none']).toContain(result.level)
      expect(result.message.text).not.toBe('')
      const { artifactLocation, region } = result.locations[0].physicalLocation
      expect(() => new URL(artifactLocation.uri, 'file:///base/')).not.toThrow()
      expect(region.startLine).toBeGreaterThan(0)
      expect(region.startColumn).toBeGreaterThan(0)
    }
  })
  test('a clean base gives a run without results', () => {
    expect(JSON.parse(lintSarif(clean, registry, '1')).runs[0].results).toEqual([])
  })
})

describe('lint as JUnit', () => {
  const document = lintJunit(withExample, ({ severity }) => severity === 'error')
  test('counts what fails and what does not', () => {
    expect(document).toContain(`<testsuites name="avert kb lint" tests="${found.findings.length + 1}" failures="1" errors="0">`)
    expect(document.match(/<failure /g)).toHaveLength(1)
    expect(document.match(/<testcase /g)).toHaveLength(found.findings.length + 1)
  })
  test('is balanced XML', () => {
    const open: string[] = []
    for (const [, close, name, self] of document.replace(/^<\?xml.*?\?>/, '').matchAll(/<(\/?)([\w-]+)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name)
      else if (!self) open.push(name!)
    }
    expect(open).toEqual([])
  })
  test.each([
    { name: 'signs of XML', text: `<a b="c">&'`, escaped: "&lt;a b=&quot;c&quot;&gt;&amp;'" },
    { name: 'what XML cannot hold', text: 'a\u0000b\u001b[1mc\ud800d', escaped: 'ab[1mcd' },
    { name: 'line ends', text: 'a\nb', escaped: 'a&#10;b' },
  ])('escapes $name', ({ text, escaped }) => {
    expect(xml(text)).toBe(escaped)
  })
  test('a clean base passes one test', () => {
    expect(lintJunit(clean, fails)).toContain('failures="0"')
  })
})

describe('lint for GitHub', () => {
  test('is one command for each finding, on one line, at its place', () => {
    const lines = lintGithub(withExample).split('\n')
    expect(lines).toHaveLength(found.findings.length)
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=[^,]+,line=\d+,col=\d+,title=[a-z-]+::.+/)
  })
})

describe('lint as text', () => {
  test('begins each finding with the place that editors jump to', () => {
    expect(lintText(withExample, false)).toMatch(
      /^cases\/worn\.yaml:2:10 unknown-fact: no fact is called "paper"\n {2}hint: .*\n {2}for instance: page-is-blank: yes, printed-pages: cannot tell\n {2}\(sampled: 10 of 20 combinations\)$/m,
    )
  })
  test('says what was looked at, so that nothing does not look clean', () => {
    expect(lintText(clean, false)).toMatch(/\d+ facts, .*: no problems$/)
    expect(lintText(found, false)).toContain('which do not load as a base')
  })
  test('what must be mended stands last, next to the prompt', () => {
    const told = [...lintText(found, false).matchAll(/^\S+:\d+:\d+ (warning )?/gm)].map(([, warning]) => warning ?? 'error ')
    expect(told).toEqual(['warning ', 'warning ', 'error '])
  })
  test('infos are counted in one line, so that nobody scrolls past them to an error, and are printed on demand', () => {
    const [finding] = found.findings
    const infos = Array.from({ length: 20 }, (_, i) => ({ ...finding!, file: 'a/b.yaml', severity: 'info' as const, line: i + 1 }))
    const flood = { ...found, findings: [...infos, ...found.findings] }
    expect(lintText(flood, false)).toMatch(new RegExp(`^20 infos not shown \\(20 ${finding!.code}\\); --infos prints them\n(?!.* info )`))
    expect(lintText(flood, false, 'mine/')).toContain('20 infos not shown')
    for (const text of [lintText(flood, true), lintText(flood, false, 'a/')]) {
      expect(text.match(/ info /g)).toHaveLength(20)
      expect(text).not.toContain('not shown')
    }
  })
  test('holds no control characters of a hostile file', () => {
    const hostile = { ...found, findings: [{ ...found.findings[0]!, message: 'a\u001b[31mb' }] }
    expect(lintText(hostile, false)).not.toContain('\u001b')
  })
})

describe('explain-lint', () => {
  const codes = Object.keys(registry.pages)
  test.each(codes)('%s has a page as text and as Markdown', code => {
    expect(pageText(code, registry)).toContain(registry.pages[code]!.why)
    expect(pageMarkdown(code, registry)).toContain(`# ${code}\n`)
  })
  test('the index names every code', () => {
    for (const code of codes) expect(indexText(registry)).toContain(`  ${code} `)
  })
  test('the reference is one document with every page once', () => {
    const headings = [...referenceMarkdown(registry).matchAll(/^### (\S+)$/gm)].map(match => match[1])
    expect(headings.sort()).toEqual([...codes].sort())
  })
  test('as data it keeps the examples', () => {
    expect(JSON.parse(pagesJson(codes, registry)).pages).toHaveLength(codes.length)
  })
})
