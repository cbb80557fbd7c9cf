/** A tag as the tokenizer hands it out; `empty` stands for `<a/>`, which is opened and closed at once. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** From 1. */
  readonly line: number
}

/** Larger than any CIB; pacemaker itself refuses much less. Characters. */
const xmlLimit = 64 * 1024 * 1024

const tag = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What a document holds; `cut`: it ends before its root does, so that what is missing from it may still be there. */
export interface XmlTags {
  readonly tags: readonly Tag[]
  readonly cut: boolean
}

/**
 * The tags of a small XML document, in order, checked to nest; text between them is dropped.
 *
 * Undefined when it is not well-formed, too large, or declares a document type: entities are off.
 */
export function tagsOf(xml: string): XmlTags | undefined {
  if (xml.length > xmlLimit) return undefined
  const tags: Tag[] = []
  const cutOff = (at: number) => (tags.length > 0 && open.length > 0 && endsInside(xml, at) ? { tags, cut: true } : undefined)
  const open: string[] = []
  let line = 1
  let counted = 0
  let closed = false
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (open.length === 0 && xml.slice(counted, at).replace('\ufeff', '').trim() !== '') return undefined
    for (let i = xml.indexOf('\n', counted); i >= 0 && i < at; i = xml.indexOf('\n', i + 1)) line++
    counted = at
    const skipped = skippable(xml, at)
    if (skipped !== undefined) {
      if (skipped < 0) return cutOff(at)
      for (let i = xml.indexOf('\n', at); i >= 0 && i < skipped; i = xml.indexOf('\n', i + 1)) line++
      at = counted = skipped
      continue
    }
    tag.lastIndex = at
    const match = tag.exec(xml)
    if (!match && !closed) return cutOff(at)
    if (!match || closed) return undefined
    const [whole, slash, name, rest, end] = match as unknown as [string, string, string, string, string]
    const attributes = attributesOf(rest)
    if (!attributes || (slash && (rest.trim() || end))) return undefined
    if (slash && open.pop() !== name) return undefined
    if (!slash && !end) open.push(name)
    tags.push({ kind: slash ? 'close' : end ? 'empty' : 'open', name, attributes, line })
    closed = open.length === 0
    at += whole.length
    for (let i = xml.indexOf('\n', counted); i >= 0 && i < at; i = xml.indexOf('\n', i + 1)) line++
    counted = at
  }
  if (closed) return xml.slice(counted).trim() === '' ? { tags, cut: false } : undefined
  return open.length > 0 ? { tags, cut: true } : undefined
}

/** No tag is as long as this. */
const longestTag = 64 * 1024

/** Whether the text ends within the tag or comment that begins at `at`. */
function endsInside(xml: string, at: number): boolean {
  if (xml.startsWith('<!--', at)) return true
  return xml.length - at < longestTag && xml.indexOf('<', at + 1) < 0 && !/>\s*$/.test(xml.slice(at)) && !xml.startsWith('<!', at)
}

/** Whether all of these elements are there to their end, so that what is not in them is not there at all. */
export function isWhole({ tags, cut }: XmlTags, names: readonly string[]): boolean {
  return !cut || names.every(name => tags.some(tag => tag.name === name && tag.kind !== 'open'))
}

/** The end of a comment, an instruction or a CDATA section at `at`; -1 when it is not allowed or does not end. */
function skippable(xml: string, at: number): number | undefined {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
  ] as const)
    if (xml.startsWith(start, at)) {
      const found = xml.indexOf(end, at + start.length)
      return found < 0 ? -1 : found + end.length
    }
  return xml.startsWith('<!', at) ? -1 : undefined
}

function attributesOf(text: string): Record<string, string> | undefined {
  const found: Record<string, string> = Object.create(null)
  for (const [, name, double, single] of text.matchAll(attribute)) {
    if (name! in found) return undefined
    const value = decoded(double ?? single ?? '')
    if (value === undefined) return undefined
    found[name!] = value
  }
  return found
}

function decoded(text: string): string | undefined {
  if (!text.includes('&')) return text
  let good = true
  const value = text.replace(/&(?:#(x?)([0-9a-fA-F]{1,6})|(\w{1,8}))?;?/g, (whole, hex, digits, name) => {
    const code = digits ? Number.parseInt(digits, hex ? 16 : 10) : Number.NaN
    if (whole.endsWith(';') && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    if (whole.endsWith(';') && name && Object.hasOwn(entities, name)) return entities[name]!
    good = false
    return ''
  })
  return good ? value : undefined
}

/** What the ledger says of a document that could not be read to its end. */
export const whyNotWhole = (xml: XmlTags | undefined): string | undefined =>
  xml === undefined
    ? 'it is no well-formed XML; nothing of it was read'
    : xml.cut
      ? `it is cut off after line ${xml.tags.at(-1)?.line ?? 1}; what stands before was read`
      : undefined

/** A tag as it may be shown: only the attributes asked for, so that no password comes along. */
export function shownTag({ name, attributes, line }: Tag, wanted: readonly string[]): { line: number; text: string } {
  const shown = wanted.filter(key => attributes[key] !== undefined).map(key => ` ${key}="${attributes[key]}"`)
  return { line, text: `<${name}${shown.join('')}>` }
}
