import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../../../src/workshop/lint/linter.ts'
import { exampleBase } from '../example-base.ts'
import { changed, codesOf, filesOf, lint, registry, settings } from './kit.ts'

describe('a linter that has seen a base before', () => {
  const codes = Object.keys(registry.pages).filter(code => Object.keys(registry.pages[code]!.failing).length > 0)

  test('law: finds after any changes what a new one finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes), { minLength: 2, maxLength: 5 }), chosen => {
        const linter = createLinter(settings)
        for (const code of chosen) {
          const input = { files: filesOf(changed(registry.pages[code]!.failing)), digest: 'test' }
          expect(linter.lint(input, false).findings).toEqual(createLinter(settings).lint(input, false).findings)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('reads a file again only when its content has changed', () => {
    const files = filesOf(exampleBase)
    const read: string[] = []
    const watched = files.map(({ path, shown, content }) => ({
      shown,
      content,
      get path() {
        read.push(shown)
        return path
      },
    }))
    const linter = createLinter(settings)
    linter.lint({ files: watched, digest: 'test' }, false)
    const first = read.length
    linter.lint(
      {
        files: watched.map((file, i) => (i === 5 ? filesOf({ [files[5]!.path]: `${files[5]!.content}# one more\n` })[0]! : file)),
        digest: 'test',
      },
      false,
    )
    expect(read.length - first).toBeLessThan(first)
  })
})

describe('a look without the verification', () => {
  test('does not pass a pattern with which the base does not load', () => {
    const { failing } = registry.pages['pattern-backtracks']!
    const quick = createLinter({ ...settings, verify: undefined })
    expect(codesOf(quick.lint({ files: filesOf(changed(failing)), digest: 'test' }))).toEqual(['pattern-backtracks'])
  })
})

describe('an overlay', () => {
  const input = {
    files: filesOf(exampleBase),
    digest: 'test',
    replaced: [{ path: 'symptoms/page-is-blank.yaml', by: 'symptoms/page-is-blank.yaml', was: 'shipped/symptoms/page-is-blank.yaml' }],
  }
  test('says which file counts instead of which, as an info', () => {
    expect(createLinter(settings).lint(input).findings).toEqual([
      expect.objectContaining({
        code: 'replaces-file',
        severity: 'info',
        file: 'symptoms/page-is-blank.yaml',
        message: 'this file counts instead of shipped/symptoms/page-is-blank.yaml',
      }),
    ])
  })
})

describe('what lint leaves alone', () => {
  test.each([
    {
      name: 'a title that ends with a number or a bracket',
      path: 'symptoms/page-is-blank.yaml',
      from: 'title: The page is blank',
      to: 'title: The page is blank (A4)',
    },
    {
      name: 'a program at the start of a sentence',
      path: 'hypotheses/no-ink.yaml',
      from: 'because: Without ink',
      to: 'because: inkd says that without ink',
    },
    { name: 'a command that looks at a unit', path: 'facts/drivers.yaml', from: 'run: lpstat -v', to: 'run: systemctl status cups' },
    {
      name: 'what only names a change inside quotes',
      path: 'facts/drivers.yaml',
      from: 'run: lpstat -v',
      to: "run: grep 'systemctl stop' /var/log/messages",
    },
    { name: 'output thrown away', path: 'facts/drivers.yaml', from: 'run: lpstat -v', to: 'run: time lpstat -v > /dev/null 2>&1' },
    {
      name: 'a result kept for later',
      path: 'resolutions/change-ink.yaml',
      from: 'run: ink --level',
      to: 'run: ink --level > /root/level.txt',
    },
    {
      name: 'an option that holds the word of a change',
      path: 'facts/drivers.yaml',
      from: 'run: lpstat -v',
      to: 'run: rpm -q --last cups',
    },
    {
      name: 'addresses kept for examples',
      path: 'events/blank-page.yaml',
      from: 'host lpd[1]: blank',
      to: 'host lpd[1]: from 192.0.2.1 and 10.1.2.3: blank',
    },
    {
      name: 'file names that look like hosts',
      path: 'events/blank-page.yaml',
      from: 'host lpd[1]: blank',
      to: 'host lpd[1]: lpd.conf and lpd.service: blank',
    },
    {
      name: 'a word to avoid in quotes',
      path: 'symptoms/page-is-blank.yaml',
      from: 'explain: A page',
      to: 'explain: The panel says "jam" or not. A page',
    },
    {
      name: 'a word to avoid inside another',
      path: 'symptoms/page-is-blank.yaml',
      from: 'explain: A page',
      to: 'explain: James says so. A page',
    },
  ])('$name', ({ path, from, to }) => {
    const text = exampleBase[path]!
    expect(text).toContain(from)
    expect(codesOf(lint(changed({ [path]: text.replace(from, to) })))).toEqual([])
  })

  test('a base that is much like the example, about anything else', () => {
    const other = Object.fromEntries(
      Object.entries(exampleBase).map(([path, text]) => [path, text.replaceAll('printer', 'lamp').replaceAll('Printer', 'Lamp')]),
    )
    expect(codesOf(lint(other))).toEqual([])
  })
})

describe('law: whatever a file holds, lint answers', () => {
  const paths = Object.keys(exampleBase)
  const spoilt = fc
    .tuple(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.nat(40),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom('[', '{', '- ', ': ', '&a ', '*a', '|\n', '\t', '"', "'", '\u0000', '{{', '(?<', '# avert-lint-ignore '),
      ),
    )
    .map(([path, at, length, text]): [string, string] => {
      const before = exampleBase[path]!
      const start = at % (before.length + 1)
      return [path, before.slice(0, start) + text + before.slice(start + length)]
    })
  test('with codes that have a page, at places that exist', () => {
    fc.assert(
      fc.property(fc.array(spoilt, { minLength: 1, maxLength: 3 }), changes => {
        const texts = changed(Object.fromEntries(changes))
        for (const { code, file, line, column } of lint(texts, settings.today, false).findings) {
          expect(registry.pages).toHaveProperty([code])
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          if (texts[file] !== undefined) expect(line).toBeLessThanOrEqual(texts[file].split('\n').length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
