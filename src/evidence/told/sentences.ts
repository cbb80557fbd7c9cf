import type { Spot } from '../readers/reader.ts'

/** A sentence of a text, with what stands around it. */
export interface Sentence {
  readonly text: string
  /** What stands before it in its paragraph, and behind it, with the line below. */
  readonly before: string
  readonly after: string
  /** The line in which a place of the sentence stands. */
  readonly spotAt: (index: number) => Spot
}

/** What begins something of its own, and so never goes on with the line before: a mark of a list, a row, a time, a prompt, a heading. */
const own =
  /^[\s>]{0,12}(?:[-*•#|+=~`–·☐□☒☑$%]|\[|\d{1,3}[.)]\s|\d{1,2}[:h.]\d\d|\d{1,2}\.\d{1,2}\.[\d;,| \t]|\p{L}[\p{L}.-]{0,20}(?: \p{L}[\p{L}.-]{0,20}){0,2},? [[(][\d.:/ -]{4,24}[\])]|["']?\d{4}-\d\d|\d{1,2}\/\d|<|\{|"?[\p{L}\d_.-]{1,30}"?\s?[:=]\s|[\w.-]{1,20}@)/u
const quote = /^[\s>]{0,12}/
const longest = 4000
/** An end of a sentence; a number or a name goes on behind its point. */
const end = /(?:[.!?…](?=["'”»)]{0,2}\s)|[。！？]|;\s)["'”»)]{0,2}\s*/gu
const abbreviated =
  /(?:^|[\s(~])(?:ca|[Kk]l|etwa|bzw|z\. ?B|d\. ?h|e\.g|i\.e|env|approx|aprox|resp|inkl|sog|vs|min|sec|sek|Min|Sek|Std|мин|сек|ок|np|tzn|tj|napr|např|cca|кл|т\. ?[ек])\.\s*$/u

/** The sentences of paragraphs that `mayTell`, and of some `further` ones below: lines that go on in the next one are one. */
export function sentencesOf(spots: readonly Spot[], mayTell: (text: string) => boolean, further: number): Sentence[] {
  const found: Sentence[] = []
  const edge = edgeOf(spots)
  let left = 0
  for (let i = 0; i < spots.length; ) {
    const lines = [spots[i]!]
    let length = spots[i]!.text.length
    while (goesOn(lines.at(-1)!.text, spots[i + lines.length]?.text, edge) && length + spots[i + lines.length]!.text.length <= longest) {
      lines.push(spots[i + lines.length]!)
      length += lines.at(-1)!.text.length
    }
    const next = spots[i + lines.length]?.text ?? ''
    i += lines.length
    if (length > longest) continue
    left = lines.some(({ text }) => mayTell(text)) ? further : left - 1
    if (left >= 0) found.push(...split(lines, next))
  }
  return found
}

/** Whoever breaks lines does it near the edge; shorter ones are whole. */
const narrowest = 56
const open = /(?:[,(–—]|(?<!\p{L})(?:and|or|the|that|und|oder|et|ou|y|e|i|a|и|en|der|die|das|le|la|el|il|de|of|for|to))$/iu

/** A word that was broken at the end of a line. */
const broken = /\p{L}\p{Ll}[-\u00ad]\s*$/u
const isBroken = (line: string, next: string | undefined) => broken.test(line) && next !== undefined && /^[\s>]{0,12}\p{Ll}{2}/u.test(next)
/** Where words are broken, all lines end near the edge of a column, however narrow. */
function edgeOf(spots: readonly Spot[]): number {
  let [least, count] = [narrowest, 0]
  for (const [i, { text }] of spots.entries())
    if (text.length < narrowest && isBroken(text, spots[i + 1]?.text)) [least, count] = [Math.min(least, text.trimEnd().length), count + 1]
  return count >= 2 ? Math.max(least, narrowestColumn) : narrowest
}
const narrowestColumn = 24

function goesOn(line: string, next: string | undefined, edge: number): boolean {
  if (next === undefined || line.trim() === '' || next.trim() === '' || own.test(next) || next.includes(' | ')) return false
  const rest = next.replace(quote, '')
  const isFull = line.trimEnd().length + 1 + rest.split(/\s/, 1)[0]!.length >= edge
  if (!isFull && !open.test(line.trimEnd()) && !isBroken(line, next)) return false
  return quote.exec(line)![0].includes('>') === quote.exec(next)![0].includes('>')
}

function split(lines: readonly Spot[], next: string): Sentence[] {
  const parts = lines.map(({ text }, i) => (i === 0 ? text.trimEnd() : text.replace(quote, '').trimEnd()))
  const starts: number[] = []
  let whole = ''
  for (const part of parts) {
    if (isBroken(whole, part)) whole = whole.replace(/[-\u00ad]$/, '')
    else if (whole !== '' && !/[\u3000-\u9fff]$/.test(whole)) whole += ' '
    starts.push(whole.length)
    whole += part
  }
  const found: Sentence[] = []
  let from = 0
  const add = (to: number) => {
    const at = from
    if (whole.slice(at, to).trim() !== '')
      found.push({
        text: whole.slice(at, to),
        before: whole.slice(0, at),
        after: `${whole.slice(to)}\n${next.slice(0, 400)}`,
        spotAt: index =>
          lines[
            Math.max(
              0,
              starts.findLastIndex(start => start <= at + index),
            )
          ]!,
      })
    from = to
  }
  for (const match of whole.matchAll(end)) {
    const to = match.index + match[0].length
    if (!abbreviated.test(whole.slice(Math.max(0, to - 10), to))) add(to)
  }
  add(whole.length)
  return found
}
