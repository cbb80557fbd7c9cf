import { type Block, kinds, link, type Page, paragraph, section, soft, type Text } from '../model.ts'
import { type Context, sourceAnchor } from '../parts.ts'
import { marksIn, textsOf } from '../walk.ts'
import { kindTitles } from './list-pages.ts'

/** Every citation once, with the pages that rest on it. */
export function sourcePage({ kb }: Context, pages: readonly Page[]): Page {
  const users = new Map<string, Page[]>()
  for (const page of pages)
    for (const to of new Set(
      textsOf(page).flatMap(text => text.flatMap(part => (typeof part === 'object' && part.kind === 'link' ? [part.to] : []))),
    ))
      if (to.startsWith('sources#')) users.set(to, [...(users.get(to) ?? []), page])
  const blocks = Object.entries(kb.sources).map(([id, { title, url, date, note }]): Block => {
    const used = users.get(`sources#${sourceAnchor(id)}`) ?? []
    const about: Text = [
      ...(date === undefined ? [] : [`${date}. `]),
      ...(note === undefined ? [] : [`${note}. `]),
      ...(url === undefined ? [] : [{ kind: 'url' as const, url, text: url }]),
    ]
    const links = used.slice(0, mostUsers).flatMap(({ path, title: name }, i): Text => [...(i === 0 ? [] : [', ']), link(path, name)])
    const more = used.length > mostUsers ? [soft(`, and ${used.length - mostUsers} more`)] : []
    return {
      kind: 'part',
      anchor: sourceAnchor(id),
      title: [title],
      blocks: [
        ...(about.length === 0 ? [] : [{ kind: 'paragraph' as const, text: about }]),
        ...(links.length === 0 ? [paragraph(soft('Not used.'))] : [paragraph(soft('Used on: '), ...links, ...more)]),
      ],
    }
  })
  return {
    path: 'sources',
    kind: 'start',
    title: 'Sources',
    lead: ['Where the knowledge comes from.'],
    sections: section('all', 'All sources', blocks),
  }
}

const mostUsers = 12

/** Where something unverified stands, so that it can be checked, or treated with care. */
export function unverifiedPage(pages: readonly Page[]): Page {
  const sections = kinds.flatMap(kind => {
    const items = pages.flatMap((page): Text[] => {
      const count = page.kind === kind ? marksIn(page, 'unverified') : 0
      return count === 0 ? [] : [[link(page.path, page.title), soft(` ${count} ${count === 1 ? 'place' : 'places'}`)]]
    })
    return items.length === 0 ? [] : section(kind, kindTitles[kind], [{ kind: 'list', items }])
  })
  return {
    path: 'unverified',
    kind: 'start',
    title: 'What is not verified',
    lead: [
      'Nobody we can name has checked what stands here. Try it on a test system first; and when you have seen it work, write the source into the rule file.',
    ],
    sections:
      sections.length > 0
        ? sections
        : section('none', 'Nothing', [paragraph('Everything in this knowledge base is documented or reported.')]),
  }
}
