import { posix } from 'node:path'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFolder } from '../../../src/cli/read-folder.ts'
import { allFacts, type KnowledgeBase } from '../../../src/kb/model.ts'
import { makeHandbook } from '../../../src/workshop/handbook/handbook.ts'
import { handbookHtml } from '../../../src/workshop/handbook/html.ts'
import { handbookMarkdown } from '../../../src/workshop/handbook/markdown.ts'
import type { Block, Page } from '../../../src/workshop/handbook/model.ts'
import { questionOrder } from '../../../src/workshop/handbook/pages/question-page.ts'
import { plainOf, textsOf } from '../../../src/workshop/handbook/walk.ts'
import { baseOf, printers } from '../../small-base.ts'
import { hostileText, withTexts } from '../hostile-base.ts'
import { tagsOf, visibleText } from '../markup.ts'

const shipped = readFolder('rules')
if (!('kb' in shipped)) throw new Error('rules/ does not load')
const bases: { name: string; kb: KnowledgeBase }[] = [
  { name: 'the shipped base', kb: shipped.kb },
  { name: 'a base about printers', kb: baseOf() },
]
const books = new Map(bases.map(({ kb }) => [kb, makeHandbook(kb)]))
const folders = ['symptoms', 'facts', 'events', 'vendors', 'components', 'hypotheses', 'resolutions'] as const
const textOf = (page: Page) =>
  textsOf(page)
    .map(text => text.map(plainOf).join(''))
    .join('\n')

describe.each(bases)('$name', ({ kb }) => {
  const book = books.get(kb)!
  const page = (path: string) => book.pages.find(own => own.path === path)!

  test('every object has a page of its own, and every kind a list of them', () => {
    const wanted = folders.flatMap(folder => Object.keys(kb[folder]).map(id => `${folder}/${id}`))
    expect(book.pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining([...wanted, ...folders, 'index', 'questions', 'sources', 'cases', 'unverified', 'how-to-read']),
    )
    expect(new Set(book.pages.map(({ path }) => path)).size).toBe(book.pages.length)
  })

  test('every rule stands on the page of its cause, with its reason and all its facts', () => {
    for (const [id, { rules }] of Object.entries(kb.hypotheses)) {
      const text = textOf(page(`hypotheses/${id}`))
      for (const { because } of rules) expect(text).toContain(because)
    }
  })

  test('every command and every way back of a resolution and an agent is on its page', () => {
    for (const [id, { steps }] of Object.entries(kb.resolutions))
      for (const step of steps)
        if (!('use' in step))
          for (const lines of [step.run, step.verify, step.undo])
            for (const line of [lines ?? []].flat()) if (!line.includes('{')) expect(textOf(page(`resolutions/${id}`))).toContain(line)
    for (const [id, vendor] of Object.entries(kb.vendors))
      for (const way of vendor['switch-off'])
        for (const line of [way.verify, way.undo].flat()) if (!line.includes('{')) expect(textOf(page(`vendors/${id}`))).toContain(line)
  })

  test('every question is asked once, the opening ones first', () => {
    const { opening, always, perhaps } = questionOrder(kb)
    const asked = Object.entries(allFacts(kb)).filter(([, { ask }]) => ask !== undefined)
    expect([...opening, ...always, ...perhaps].sort()).toEqual(asked.map(([id]) => id).sort())
    const blocks = page('questions')
      .sections.flatMap(section => section.blocks)
      .filter((block): block is Extract<Block, { kind: 'question' }> => block.kind === 'question')
    expect(blocks.map(({ number }) => number)).toEqual(asked.map((_, i) => i + 1))
    expect(blocks.slice(0, opening.length).map(({ anchor }) => anchor)).toEqual(opening.map(id => `question-${id}`))
    for (const { answers } of blocks) expect(answers.at(-1)).toBe('cannot tell')
  })

  test('every row of a table has as many cells as its head', () => {
    const tables = (blocks: readonly Block[]): Block[] => blocks.flatMap(block => ('blocks' in block ? tables(block.blocks) : [block]))
    for (const { sections } of book.pages)
      for (const block of tables(sections.flatMap(({ blocks }) => blocks)))
        if (block.kind === 'table') for (const { cells } of block.rows) expect(cells).toHaveLength(block.head.length)
  })

  const html = handbookHtml(book)
  const tags = new Map([...html].filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path, tagsOf(text)]))
  const ids = new Map([...tags].map(([path, own]) => [path, own.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))]))

  test('HTML: no id occurs twice on a page', () => {
    for (const [path, own] of ids) expect(new Set(own).size, path).toBe(own.length)
  })

  test('HTML: every link leads to a page and a place that exist', () => {
    const anchors = new Map([...ids].map(([path, own]) => [path, new Set(own)]))
    const broken: string[] = []
    for (const [path, own] of tags)
      for (const { attributes } of own) {
        const target = attributes.href ?? attributes.src
        if (target === undefined || attributes.class === 'out') continue
        const [file, anchor] = target.split('#')
        const to = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file!))
        if (!html.has(to) || (anchor !== undefined && !anchors.get(to)!.has(anchor))) broken.push(`${path} -> ${target}`)
      }
    expect(broken).toEqual([])
  })

  test('HTML: nothing is loaded from elsewhere, and links that lead out say so', () => {
    const absolute = /^[a-z]+:|^\//i
    const all = [...tags.values()].flat().map(({ name, attributes }) => ({ name, ...attributes }) as Record<string, string>)
    expect(all.filter(({ src }) => src !== undefined && absolute.test(src))).toEqual([])
    const out = all.filter(({ href }) => href !== undefined && absolute.test(href))
    expect(out.filter(({ name, class: kind, rel }) => name !== 'a' || kind !== 'out' || rel !== 'noreferrer noopener')).toEqual([])
  })

  test('Markdown: every link leads to a page and a place that exist', () => {
    const files = handbookMarkdown(book)
    const broken: string[] = []
    for (const [path, text] of files) {
      const bare = text.replace(/^(`{3,}).*?^\1$/gms, '').replace(/(`+)[^`].*?\1/g, '')
      for (const [, target] of bare.matchAll(/\]\((?!<)([^)]*)\)/g)) {
        const [file, anchor] = target!.split('#')
        const to = posix.normalize(posix.join(posix.dirname(path), file!))
        if (!files.has(to) || (anchor !== undefined && !files.get(to)!.includes(`<a id="${anchor}"></a>`)))
          broken.push(`${path} -> ${target}`)
      }
    }
    expect(broken).toEqual([])
  })

  test('the same base gives the same bytes', () => {
    const again = makeHandbook(structuredClone(kb))
    expect([...handbookMarkdown(again)]).toEqual([...handbookMarkdown(book)])
    expect(handbookHtml({ ...again, pages: again.pages.slice(0, 40) }).get('hypotheses.html')).toEqual(
      handbookHtml({ ...book, pages: book.pages.slice(0, 40) }).get('hypotheses.html'),
    )
  })
})

describe('what is on a page', () => {
  const book = books.get(bases[1]!.kb)!
  const text = (path: string, files: Readonly<Record<string, string>> = printers) =>
    textOf((files === printers ? book : makeHandbook(baseOf(files))).pages.find(page => page.path === path)!)

  test.each([
    { name: 'a rule in words', path: 'hypotheses/no-ink', words: '“The paper does not move” is no' },
    { name: 'its points with their meaning', path: 'hypotheses/no-ink', words: '−8 six to one against it' },
    { name: 'what the cause starts with', path: 'hypotheses/no-ink', words: '−5 three to one against it' },
    { name: 'what confirms a cause', path: 'hypotheses/worn-rollers', words: 'confirms it' },
    { name: 'the cause that a symptom speaks for', path: 'symptoms/page-is-blank', words: 'There is no ink' },
    {
      name: 'what logs must hold',
      path: 'symptoms/page-is-blank',
      words: 'at least 2 times: “A blank page came out”, all within 5 minutes',
    },
    { name: 'how a fact is concluded', path: 'facts/rollers-worn', words: '“Pages printed so far” is more than 10000 pages' },
    { name: 'a step with its placeholder', path: 'resolutions/change-rollers', words: '2. Change the rollers of NODE.' },
    { name: 'the way back', path: 'resolutions/change-rollers', words: 'rollers --old' },
    { name: 'agents that a step needs', path: 'resolutions/change-rollers', words: 'Different for each agent: Laser driver' },
    { name: 'what a resolution answers', path: 'resolutions/change-rollers', words: 'Its result answers: It prints with new rollers' },
    { name: 'an example line of an event', path: 'events/blank-page', words: 'blank page from tray 2' },
    { name: 'the case that shows a cause', path: 'hypotheses/worn-rollers', words: 'Worn' },
    { name: 'a statement without source, marked', path: 'vendors/laser', words: 'unverified' },
    { name: 'unverified pages in one list', path: 'unverified', words: 'Laser driver 4 places' },
  ])('$name', ({ path, words }) => {
    expect(text(path)).toContain(words)
  })

  test('a source is named where it is used, and knows who uses it', () => {
    const files = {
      ...printers,
      'hypotheses/no-ink.yaml': `${printers['hypotheses/no-ink.yaml']}sources: [manual]\nconfidence: reported\n`,
    }
    expect(text('hypotheses/no-ink', files)).toContain('All in all: reported')
    expect(text('sources', files)).toContain('Used on: There is no ink')
  })

  test('a base without any texts but the needed ones still has a handbook', () => {
    const bare = { 'kb.yaml': printers['kb.yaml']!.replace('agents-fact: drivers\n', '') }
    expect(makeHandbook(baseOf(bare)).pages.find(({ path }) => path === 'index')).toBeDefined()
    expect(handbookHtml(makeHandbook(baseOf(bare))).get('index.html')).toContain('Printers that do not print')
  })
})

describe('a hostile base', () => {
  const kb = { ...bases[1]!.kb, sources: { manual: { title: 'The manual', url: 'https://example.org/' } } }
  const known = new Set(
    'html head meta title link script body a header div input button nav ul li main h1 h2 h3 p section dl dt dd span strong code figure figcaption pre b ol table thead tbody tr th td footer svg desc defs marker path rect text g'.split(
      ' ',
    ),
  )

  const checkHtml = (own: KnowledgeBase, hostile: string) => {
    const files = handbookHtml(makeHandbook(withTexts(own, hostile)))
    for (const [path, html] of files) {
      if (!path.endsWith('.html')) continue
      const tags = tagsOf(html)
      expect(tags.filter(({ name }) => !known.has(name))).toEqual([])
      expect(tags.filter(({ name, attributes }) => name === 'script' && attributes.src === undefined)).toEqual([])
      expect(tags.flatMap(({ attributes }) => Object.keys(attributes)).filter(name => /^on|^style$/.test(name))).toEqual([])
      expect(tags.filter(({ attributes }) => /^\s*(?:javascript|data|vbscript|x):/i.test(attributes.href ?? ''))).toEqual([])
    }
    return files
  }

  test('HTML: no tag, attribute or script of a text gets through, and the text is still there to read', () => {
    fc.assert(
      fc.property(hostileText, hostile => {
        const files = checkHtml(kb, hostile)
        const heading = /<h1>(.*?)<\/h1>/s.exec(files.get('hypotheses/no-ink.html')!)![1]!
        if (/^[\x20-\x7e]*$/.test(hostile)) expect(visibleText(heading)).toBe(hostile)
      }),
      { numRuns: 12 },
    )
  })

  test('HTML: nor does it in a base in which every field is used', () => {
    const hostile = `x:"><img src=x onerror=alert(1)>' onclick='alert(1)' </script><script>alert(1)</script>`
    expect(checkHtml(bases[0]!.kb, hostile).size).toBeGreaterThan(300)
  })

  test('the search index is data only', () => {
    fc.assert(
      fc.property(hostileText, hostile => {
        const script = handbookHtml(makeHandbook(withTexts(kb, hostile))).get('assets/search-index.js')!
        expect(script).not.toContain('<')
        const context: { avertSearch?: unknown[] } = {}
        runInNewContext(script, context)
        expect(Object.keys(context)).toEqual(['avertSearch'])
        expect(context.avertSearch!.length).toBeGreaterThan(10)
      }),
      { numRuns: 12 },
    )
  })

  test('Markdown: no tag gets through but our anchors', () => {
    fc.assert(
      fc.property(hostileText, hostile => {
        for (const text of handbookMarkdown(makeHandbook(withTexts(kb, hostile))).values()) {
          const bare = text.replace(/^(`{3,}).*?^\1$/gms, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
          expect(bare.replace(/<a id="[a-zA-Z0-9.-]+"><\/a>/g, '').replace(/\]\(<https:\/\/example\.org\/>\)/g, '')).not.toMatch(
            /<[a-z/!]/i,
          )
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('search', () => {
  const context: { avertSearch?: { p: string; w: string; t: string }[] } = {}
  runInNewContext(handbookHtml(books.get(bases[0]!.kb)!).get('assets/search-index.js')!, context)
  const has = (path: string, word: string) => context.avertSearch!.find(({ p }) => p === path)!.w.includes(` ${word} `)

  test.each([
    { name: 'words of a log line lead to the event', path: 'events/token-lost', word: 'processor' },
    { name: 'a program leads to its agent', path: 'vendors/microsoft-defender', word: 'wdavdaemon' },
    { name: 'a former name leads to the agent', path: 'vendors/microsoft-defender', word: 'mdatp' },
    { name: 'a word of a reason leads to the cause', path: 'hypotheses/antivirus-interference', word: 'fanotify' },
  ])('$name', ({ path, word }) => {
    expect(has(path, word)).toBe(true)
  })

  test('pages that only repeat others are not found', () => {
    expect(context.avertSearch!.map(({ p }) => p)).not.toEqual(expect.arrayContaining(['sources']))
  })
})
