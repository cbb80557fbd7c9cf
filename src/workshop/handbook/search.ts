import { stripControls } from '../../plan/shell.ts'
import type { Handbook, Page, PageKind } from './model.ts'
import { kindTitles } from './pages/list-pages.ts'
import { plainOf, textsOf } from './walk.ts'

/** What a reader most likely looks for comes first among equals. */
const bonus: Readonly<Record<PageKind, number>> = {
  start: 1,
  symptoms: 6,
  hypotheses: 5,
  vendors: 5,
  resolutions: 4,
  components: 3,
  events: 3,
  facts: 2,
}

interface Entry {
  readonly p: string
  readonly t: string
  readonly k: string
  /** The id, empty for pages about several objects. */
  readonly i: string
  readonly b: number
  /** Its words, each once, between blanks. */
  readonly w: string
}

/** The search index as a script: pages loaded from file:// may not fetch anything. */
export function searchScript({ pages }: Handbook): string {
  const entries = pages.filter(({ path }) => !unsearched.has(path)).map(entryOf)
  // "<" is written as an escape so that the text can never end a script element, wherever somebody may paste it.
  return `globalThis.avertSearch = ${JSON.stringify(entries).replaceAll('<', '\\u003c')}\n`
}

/** Pages that repeat what others say. */
const unsearched: ReadonlySet<string> = new Set(['sources', 'cases', 'questions', 'unverified'])

function entryOf(page: Page): Entry {
  const text = [...textsOf(page).map(parts => parts.map(plainOf).join('')), ...(page.search ?? [])].join(' ')
  const words = new Set(
    stripControls(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu) ?? [],
  )
  return {
    p: page.path,
    t: stripControls(page.title),
    k: page.id === undefined ? '' : kindTitles[page.kind],
    i: page.id ?? '',
    b: bonus[page.kind],
    w: ` ${[...words].map(word => word.replace(/[.-]+$/, '')).join(' ')} `,
  }
}
