import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patternTools } from '../../../src/cli/read-folder.ts'
import { loadRuleFiles } from '../../../src/kb/disk.ts'
import { type RuleFile, readRuleFile } from '../../../src/kb/read.ts'
import { fixFile } from '../../../src/workshop/lint/fix/fix.ts'
import { createLinter } from '../../../src/workshop/lint/linter.ts'
import { exampleBase } from '../example-base.ts'
import { changed, codesOf, filesOf, lint, registry, settings } from './kit.ts'

/** Lints and mends once, as `kb lint --fix` does. */
function fixed(files: readonly RuleFile[]): { files: RuleFile[]; codes: string[] } {
  const { findings } = createLinter(settings).lint({ files, digest: 'test' }, false)
  const mended = files.map(file => ({ file, done: fixFile(file, findings) }))
  return {
    files: mended.map(({ file, done }) => (done ? { ...file, content: done.text } : file)),
    codes: [...new Set(mended.flatMap(({ done }) => done?.codes ?? []))].sort(),
  }
}
const textOf = (files: readonly RuleFile[], path: string) => String(files.find(file => file.path === path)!.content)
const symptom = exampleBase['symptoms/page-is-blank.yaml']!
const mendedText = (text: string, path = 'symptoms/page-is-blank.yaml') => textOf(fixed(filesOf(changed({ [path]: text }))).files, path)

describe('--fix', () => {
  const fixable = Object.keys(registry.pages).filter(code => registry.pages[code]!.fixable)

  test.each(fixable)('mends its failing example of %s', code => {
    const once = fixed(filesOf(changed(registry.pages[code]!.failing)))
    expect(once.codes).toContain(code)
    expect(codesOf(lint(Object.fromEntries(once.files.map(file => [file.path, file.content]))))).not.toContain(code)
  })

  test.each([
    {
      name: 'a comment goes with the key below it',
      wrong: 'title: The page is blank\ntype: yes-no\ncost: recall\n# Everybody sees this.\nask: Is the page blank?\nexplain: It is.\n',
      right: 'title: The page is blank\ntype: yes-no\n# Everybody sees this.\nask: Is the page blank?\nexplain: It is.\ncost: recall\n',
    },
    {
      name: 'blank lines and odd spaces stay',
      wrong: 'title:   The page is blank\n\ntype: yes-no\nexplain: It is.\nask: Is the page blank?\n',
      right: 'title:   The page is blank\n\ntype: yes-no\nask: Is the page blank?\nexplain: It is.\n',
    },
    {
      name: 'a block of text moves whole',
      wrong: 'title: The page is blank\ntype: yes-no\nexplain: |\n  One.\n\n  Two.\nask: Is the page blank?\ncost: recall\n',
      right: 'title: The page is blank\ntype: yes-no\nask: Is the page blank?\nexplain: |\n  One.\n\n  Two.\ncost: recall\n',
    },
    {
      name: 'a comment above the first key stays at the top',
      wrong: '# About pages\ntype: yes-no\ntitle: The page is blank\nask: Is it?\n',
      right: '# About pages\ntitle: The page is blank\ntype: yes-no\nask: Is it?\n',
    },
  ])('keys out of order: $name', ({ wrong, right }) => {
    expect(mendedText(wrong)).toBe(right)
  })

  test('keys inside a list change places, in blocks and in braces', () => {
    const path = 'hypotheses/no-ink.yaml'
    const text = exampleBase[path]!
    const braces = text.replace('{ id: blank, when: page-is-blank,', '{ when: page-is-blank, id: blank,')
    expect(mendedText(braces, path)).toBe(text)
    const block = text.replace(
      / {2}- \{ id: blank.*\n/,
      '  - when: page-is-blank\n    # its name\n    id: blank\n    points: 9\n    because: There is no text.\n',
    )
    expect(mendedText(block, path)).toBe(block)
    expect(mendedText(block.replace('    # its name\n', ''), path)).toContain('  - id: blank\n    when: page-is-blank\n    points: 9\n')
  })

  test('spaces that mean something stay', () => {
    const text = symptom
      .replace('explain: A page came out, and nothing is on it.', 'explain: |\n  Two spaces  \n  end that line.')
      .replace('type: yes-no', 'type: yes-no  ')
    expect(mendedText(text)).toBe(text.replace('type: yes-no  ', 'type: yes-no'))
  })

  test('a renamed fact gets its new name, and nothing else', () => {
    const files = filesOf(
      changed({
        'symptoms/page-is-blank.yaml': `${symptom}was: [sheet-is-blank]\n`,
        'hypotheses/no-ink.yaml': exampleBase['hypotheses/no-ink.yaml']!.replace('when: page-is-blank', 'when: sheet-is-blank'),
        'cases/worn.yaml': 'title: Blank # sheet-is-blank\nfacts: { sheet-is-blank: yes }\nexpect: { bands: { no-ink: possible } }\n',
      }),
    )
    const once = fixed(files)
    expect(once.codes).toEqual(['unknown-fact'])
    expect(textOf(once.files, 'hypotheses/no-ink.yaml')).toBe(exampleBase['hypotheses/no-ink.yaml'])
    expect(textOf(once.files, 'cases/worn.yaml')).toContain('# sheet-is-blank\nfacts: { page-is-blank: yes }')
  })

  test.each([
    { name: 'an address that is not encrypted', code: 'insecure-source' },
    { name: 'an anchor', code: 'yaml-anchor' },
    { name: 'a title', code: 'title-ends-with-stop' },
  ])('leaves $name alone, because that would change what is said', ({ code }) => {
    const files = filesOf(changed(registry.pages[code]!.failing))
    expect(fixed(files).files).toEqual(files)
  })
})

describe('law: what is mended says the same as before', () => {
  const { files } = loadRuleFiles('rules')
  const texts = files
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(file => ({ ...file, content: new TextDecoder().decode(file.content as Uint8Array) }))

  /** Ways in which an editor or a hand spoils a file without changing what it says. */
  const ways: readonly ((text: string) => string)[] = [
    text => text.trimEnd(),
    text => text.replace(/^(title: .*)$/m, '$1   '),
    text => text.replace(/^((?:#.*\n)?)(title: .*\n)((?:[a-z].*\n(?: .*\n)*)+)/, '$1$3$2'),
    text => text.replace(/^(sources: .*\n)(article: .*\n)/m, '$2# between\n$1'),
    text => text.replace(/^# yaml-language-server.*\n/, ''),
    text => text.replace(/- \{ id: ([^,{}]+), ([^{}]*) \}/, '- { $2, id: $1 }'),
    text => text.replaceAll('\n', '\r\n'),
    text => `\uFEFF${text}`,
  ]
  const spoil = fc
    .uniqueArray(fc.nat(ways.length - 1), { minLength: 1, maxLength: 4 })
    .map(chosen => chosen.sort((x, y) => x - y).map(index => ways[index]!))

  // A base is what its files say, put together: it is enough to look at the files that were spoiled.
  test('of any files of the shipped base, spoiled in any ways', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(texts.length - 1), { minLength: 2, maxLength: 6 }), spoil, (chosen, hows) => {
        const spoilt = chosen.map(index => ({ ...texts[index]!, content: hows.reduce((text, how) => how(text), texts[index]!.content) }))
        const before = chosen.map(index => saysOf(texts[index]!))
        // Now and then a way tears a block of text apart; that is not what is tried here.
        fc.pre(isDeepStrictEqual(spoilt.map(saysOf), before))
        const once = fixed(spoilt)
        expect(once.files.map(saysOf)).toEqual(before)
        for (const [i, file] of once.files.entries()) for (const remark of remarks(spoilt[i]!)) expect(remarks(file)).toContain(remark)
        expect(fixed(once.files).codes).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

const saysOf = (file: RuleFile) => {
  const { object, problems } = readRuleFile(file, patternTools)
  return problems.length > 0 ? problems : object
}
const remarks = ({ content }: RuleFile) =>
  String(content)
    .match(/^\s*#.*$/gm)
    ?.map(text => text.trim()) ?? []
