import { pageShell } from './html-shell.ts'
import { Writer } from './html-writer.ts'
import type { Handbook, Page } from './model.ts'
import { handbookScript } from './script.ts'
import { searchScript } from './search.ts'
import { handbookCss } from './style.ts'

/** The handbook as files of a web site that needs no server: path -> content. */
export function handbookHtml(book: Handbook): Map<string, string> {
  const files = new Map<string, string>([
    ['assets/handbook.css', handbookCss],
    ['assets/handbook.js', handbookScript],
    ['assets/search-index.js', searchScript(book)],
  ])
  for (const page of book.pages) files.set(`${page.path}.html`, pageShell(book, page, bodyOf(page)))
  return files
}

function bodyOf(page: Page): string {
  const out = new Writer(page.path)
  return page.sections.map(section => out.section(section)).join('\n')
}
