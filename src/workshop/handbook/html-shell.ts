import { escapeMarkup as text } from '../graph/escape.ts'
import { Writer } from './html-writer.ts'
import { type Handbook, kinds, type Page, type PageKind } from './model.ts'
import { generalPages, kindTitles } from './pages/list-pages.ts'
import { relative } from './relative.ts'

/** More pages of one kind than this are only on their list page, not in the navigation of each other. */
const mostSiblings = 130
/** The frame around a page: head, search, navigation, title, contents. */
export function pageShell(book: Handbook, page: Page, body: string): string {
  const to = (path: string) => text(relative(page.path, path, '.html'))
  const asset = (name: string) => text(relative(page.path, `assets/${name}`, ''))
  const lead = page.lead.length === 0 ? '' : `<p class="lead">${new Writer(page.path).inline(page.lead)}</p>`
  const kind = page.id === undefined ? '' : `<p class="kind">${text(kindTitles[page.kind])}</p>`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="connect-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'; script-src-attr 'none'">
<title>${text(page.title)}${page.path === 'index' ? '' : ` - ${text(book.title)}`}</title>
<link rel="stylesheet" href="${asset('handbook.css')}">
<script src="${asset('handbook.js')}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top">
<a class="name" href="${to('index')}">${text(book.title)}</a>
<div class="search" id="search" role="search" hidden><input type="search" aria-label="Search the handbook" placeholder="Search: a word, a product, a line of a log" autocomplete="off" spellcheck="false"><div class="found" id="found" hidden></div></div>
<button type="button" class="menu" id="menu" aria-expanded="false" aria-controls="nav" hidden>Contents</button>
<button type="button" id="theme" hidden>Dark</button>
</header>
<div class="columns">
<nav class="side" id="nav" aria-label="Handbook">${navigation(book, page)}</nav>
<main id="main">
<header>${kind}<h1>${text(page.title)}</h1>${lead}${contents(page)}</header>
${body}
<footer>${text(book.edition)}. avert prints commands; it never runs one that changes anything.</footer>
</main>
</div>
</body>
</html>
`
}

function navigation({ pages }: Handbook, page: Page): string {
  const item = (path: string, title: string, more = '', first = false) =>
    `<li${first ? ' class="gap"' : ''}><a href="${text(relative(page.path, path, '.html'))}"${path === page.path ? ' aria-current="page"' : ''}>${text(title)}</a>${more}</li>`
  const siblings = (kind: PageKind): string => {
    const own = pages.filter(other => other.kind === kind && other.id !== undefined)
    if (page.kind !== kind || own.length > mostSiblings) return ''
    return `<ul>${own.map(other => item(other.path, other.title)).join('\n')}</ul>`
  }
  const groups = kinds.flatMap((kind, i) => (kind === 'start' ? [] : [item(kind, kindTitles[kind], siblings(kind), i === 1)]))
  return `<ul>${[item('index', 'Start'), ...groups, ...generalPages.map(([path, title], i) => item(path, title, '', i === 0))].join('\n')}</ul>`
}

/** Links to the sections of a long page. */
function contents({ sections }: Page): string {
  if (sections.length < 4) return ''
  return `<p class="contents">${sections.map(({ anchor, title }) => `<a href="#${text(anchor)}">${text(title)}</a>`).join(' ')}</p>`
}
