import type { KnowledgeBase } from '../../kb/model.ts'
import type { Handbook, Page } from './model.ts'
import { casePage } from './pages/case-page.ts'
import { componentPage } from './pages/component-page.ts'
import { eventPage } from './pages/event-page.ts'
import { factPage } from './pages/fact-page.ts'
import { hypothesisPage } from './pages/hypothesis-page.ts'
import { indexPage } from './pages/index-page.ts'
import { listPages } from './pages/list-pages.ts'
import { questionPage } from './pages/question-page.ts'
import { readingPage } from './pages/reading-page.ts'
import { resolutionPage } from './pages/resolution-page.ts'
import { sourcePage, unverifiedPage } from './pages/source-page.ts'
import { vendorPage } from './pages/vendor-page.ts'
import type { Context } from './parts.ts'
import { usesIn } from './uses.ts'

/** The whole handbook of a base as data. `kb` has its cases and example lines (the whole base, not the part for running). */
export function makeHandbook(kb: KnowledgeBase): Handbook {
  const context: Context = { kb, uses: usesIn(kb) }
  const each = <T>(objects: Readonly<Record<string, T>>, page: (context: Context, id: string, object: T) => Page): Page[] =>
    Object.entries(objects).map(([id, object]) => page(context, id, object))
  const objects = [
    ...each(kb.symptoms, factPage),
    ...each(kb.hypotheses, hypothesisPage),
    ...each(kb.vendors, vendorPage),
    ...each(kb.resolutions, resolutionPage),
    ...each(kb.components, componentPage),
    ...each(kb.facts, factPage),
    ...each(kb.events, eventPage),
  ]
  const start = [indexPage(context), questionPage(context), readingPage()]
  const pages = [...start, casePage(context), ...listPages(context, objects), ...objects]
  return {
    title: kb.kb.title,
    edition: `${kb.kb.id} ${kb.kb.version}`,
    pages: [...pages, sourcePage(context, objects), unverifiedPage(objects)],
  }
}
