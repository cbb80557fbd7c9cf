/** What a page or picture really contains, read as strictly as a parser of XML would. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const empty = new Set(['meta', 'link', 'input'])

/** All tags of HTML or SVG; throws when anything is not closed, not quoted, or a stray "<". */
export function tagsOf(markup: string): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  const pattern = /<(?:!DOCTYPE html|(\/)?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z:-]*(?:="[^"<>]*")?)*)\s*(\/)?)>/gy
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', pattern.lastIndex)) {
    pattern.lastIndex = at
    const match = pattern.exec(markup)
    if (!match) throw new Error(`no tag: ${markup.slice(at, at + 80)}`)
    const [, closes, name, attributes = '', selfClosed] = match
    if (name === undefined) continue
    if (closes) {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else at ${markup.slice(at - 80, at)}`)
      continue
    }
    tags.push({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([a-zA-Z][a-zA-Z:-]*)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, decode(value ?? '')]),
      ),
    })
    if (!selfClosed && !empty.has(name)) open.push(name)
    // The text of a style element is not markup.
    if (name === 'style') pattern.lastIndex = markup.indexOf('</style>', at)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return tags
}

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** What a reader sees. */
export const visibleText = (markup: string): string => decode(markup.replace(/<[^>]*>/g, ''))
