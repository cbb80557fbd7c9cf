/** Elements of pacemaker's XML that a mail or a screen broke between or within their attributes. */

/** What a text has in it that holds such elements. */
const sign = /<(?:cib|crm_mon|pacemaker-result|lrm_|node_state|nvpair|failure |fence_event |op |primitive )/
/** Elements that a mail quotes: there, the mark is no end of one. */
const quotedSign = /^[>|][>| ]{0,16}<[a-z]/m
/** An element that is not closed in its line. */
const open = /<[a-z][\w-]{0,40}(?: [^<>\n]{0,4000})?$/
/** Code has elements within its strings, behind its own words. */
const begun = /^\s{0,80}(?:<|[\w-]{1,40}=?")/
/** An element is as long in no file that pacemaker writes. */
const [mostParts, mostCharacters] = [40, 8000]

/** Marks of a mail that quotes. */
const quote = /^(?:[>|] ?){1,8}/
const isOpen = (line: string) =>
  line.lastIndexOf('<') > line.lastIndexOf('>') && begun.test(line) && open.test(line.slice(line.lastIndexOf('<')))

/** Where each such element begins, and the line it ends in. */
function elementsOf(lines: readonly string[]): (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = []
  for (let from = 0; from < lines.length; from++) {
    if (!isOpen(lines[from]!)) continue
    let length = lines[from]!.length
    for (let to = from + 1; to < lines.length && to - from < mostParts; to++) {
      const next = lines[to]!
      length += next.length
      const end = next.indexOf('>')
      const other = next.indexOf('<')
      if (next.trim() === '' || length > mostCharacters || (other !== -1 && (end === -1 || other < end))) break
      if (end === -1) continue
      found.push([from, to])
      // Behind its end another one may begin.
      from = isOpen(next) ? to - 1 : to
      break
    }
  }
  return found
}

/** Makes such elements whole; what went into a line leaves an empty one. Whether there were any. */
export function joinTags(text: string, lines: string[]): boolean {
  if (!sign.test(text)) return false
  const isQuoted = quotedSign.test(text)
  const plain = isQuoted ? lines.map(line => line.replace(quote, '')) : [...lines]
  const found = elementsOf(plain)
  if (found.length === 0) return false
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  const parts = found.flatMap(([from, to]) => lines.slice(from, to))
  // A screen breaks at its edge only, wherever that is; so may a mail, but no blank is lost between attributes.
  const between = parts.filter(({ length }) => length === widest).length * 5 >= parts.length * 4 ? '' : ' '
  const joined = (begun: string, rest: readonly string[]) =>
    rest.reduce((whole, line) => {
      const blank = between === '' && /[^=]["']$/.test(whole) && /^[\w-]{1,40}=/.test(line) ? ' ' : between
      return `${whole}${blank}${between === '' ? line : line.trim()}`
    }, begun)
  for (const [from, to] of found.toReversed()) {
    const rest = plain.slice(from + 1, to + 1)
    lines[from] = joined(lines[from]!, rest)
    plain[from] = joined(plain[from]!, rest)
    lines.fill('', from + 1, to + 1)
  }
  return true
}
