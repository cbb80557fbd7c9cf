import { stripControls } from '../../plan/shell.ts'
import { graphMermaid } from '../graph/mermaid.ts'
import { type Block, type Handbook, type Inline, kinds, type Page, type Text } from './model.ts'
import { generalPages, kindTitles } from './pages/list-pages.ts'
import { relative } from './relative.ts'

/** The handbook as Markdown files (GitHub's kind): path -> content. */
export function handbookMarkdown({ title, edition, pages }: Handbook): Map<string, string> {
  return new Map(pages.map(page => [`${page.path}.md`, pageMarkdown(page, title, edition)]))
}

function pageMarkdown(page: Page, title: string, edition: string): string {
  const kindPages = kinds.slice(1).map(kind => [kind, kindTitles[kind]] as const)
  const links = [['index', 'Start'] as const, ...kindPages, ...generalPages].map(
    ([path, name]) => `[${name}](${relative(page.path, path, '.md')})`,
  )
  const lead = page.lead.length === 0 ? [] : [inline(page.lead, page.path), '']
  const body = page.sections.flatMap(({ anchor, title: name, blocks }) => [
    `${anchorTag(anchor)}`,
    '',
    `## ${escape(name)}`,
    '',
    ...blocksMarkdown(blocks, page.path),
  ])
  const out = [links.join(' · '), '', `# ${escape(page.title)}`, '', ...lead, ...body, '---', '', `${escape(title)}, ${escape(edition)}`]
  return `${out.join('\n')}\n`
}

const blocksMarkdown = (blocks: readonly Block[], path: string): string[] => blocks.flatMap(block => [...blockMarkdown(block, path), ''])

function blockMarkdown(block: Block, path: string): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inline(block.text, path)]
    case 'careful':
      return [`> **Careful:** ${inline(block.text, path)}`]
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${inline(item, path)}`)
    case 'fields':
      return block.entries.map(([name, value]) => `- **${escape(name)}:** ${inline(value, path)}`)
    case 'table':
      return [
        `| ${block.head.map(escape).join(' | ')} |`,
        `| ${block.head.map(() => '---').join(' | ')} |`,
        ...block.rows.map(
          ({ anchor, cells }) =>
            `| ${anchor === undefined ? '' : anchorTag(anchor)}${cells.map(cell => inline(cell, path, true)).join(' | ')} |`,
        ),
      ]
    case 'code':
      return [...(block.label === undefined ? [] : [`*${escape(block.label)}*`, '']), ...fence(block.text, '')]
    case 'graph':
      return fence(graphMermaid(block.graph), 'mermaid')
    case 'part':
      return [anchorTag(block.anchor), '', `### ${inline(block.title, path)}`, '', ...blocksMarkdown(block.blocks, path)]
    case 'question':
      return [
        anchorTag(block.anchor),
        '',
        `### ${block.number}. ${inline(block.ask, path)}`,
        '',
        ...block.answers.map(answer => `- [ ] ${escape(answer)}`),
        '',
        ...blocksMarkdown(block.blocks, path),
      ]
    case 'doors':
      return block.doors.map(
        ({ to, title, text }) => `- [${escape(title)}](${relative(path, to, '.md')})${text === '' ? '' : `: ${escape(text)}`}`,
      )
  }
}

function inline(parts: Text, path: string, cell = false): string {
  return parts
    .map(part => partMarkdown(part, path, cell))
    .join('')
    .trim()
}

function partMarkdown(part: Inline, path: string, cell: boolean): string {
  if (typeof part === 'string') return escape(part)
  switch (part.kind) {
    case 'link':
      return `[${escape(part.text)}](${relative(path, part.to, '.md')})`
    case 'url':
      return /^https?:\/\//i.test(part.url)
        ? `[${escape(part.text)}](<${part.url.replace(/[<>\\\s|]/g, char => encodeURIComponent(char))}>)`
        : escape(`${part.text} (${part.url})`)
    case 'code':
      return codeSpan(part.text, cell)
    case 'strong':
      return `**${escape(part.text)}**`
    case 'soft':
      return escape(part.text)
    case 'mark':
      return part.confidence === 'unverified' ? '**[unverified]**' : `*[${part.confidence}]*`
  }
}

/** Text that must not become markup, on one line. Blanks at the ends stay: parts of a sentence are joined. */
const escape = (text: string): string =>
  stripControls(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]{}<>|#~$!&@]/g, char => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '@' ? '&#64;' : `\\${char}`))
    .replace(
      /^(\s*)([-+=]|\d+[.)])/,
      (_, blank: string, sign: string) => `${blank}${sign.length > 1 ? sign.replace(/[.)]$/, end => `\\${end}`) : `\\${sign}`}`,
    )

/** A code span may hold backticks when its own are longer; a bar would end a table cell. */
function codeSpan(text: string, cell: boolean): string {
  const line = stripControls(text).replace(/\s*\n\s*/g, ' ')
  const own = cell ? line.replaceAll('|', '\\|') : line
  const ticks = '`'.repeat(Math.max(0, ...[...own.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  return ticks.length > 1 || own.startsWith(' ') ? `${ticks} ${own} ${ticks}` : `${ticks}${own}${ticks}`
}

function fence(text: string, language: string): string[] {
  const clean = stripControls(text).trimEnd()
  const ticks = '`'.repeat(Math.max(3, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return [`${ticks}${language}`, ...clean.split('\n'), ticks]
}

const anchorTag = (anchor: string): string => `<a id="${anchor.replace(/[^a-zA-Z0-9.-]/g, '-')}"></a>`
