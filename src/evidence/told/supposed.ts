import { type Unit, unitsOf } from './passages.ts'
import { contract, couldHappen, deems, happenedNow } from './words/supposed.ts'

/**
 * What is no event of any system: the articles of a contract or a rule that say what is deemed slow or broken, and what somebody says could
 * happen, with the list below it. Whoever cites a contract and tells what happened tells it in a sentence of its own, which stays.
 */

const longestText = 64 * 1024
const articleMark =
  /^[^\p{L}\d\n§]{0,8}(?:(?:article|artikel|art[íi]culo|artigo|articolo|art\.|artykuł|článek|čl\.|статья|madde|clause|§|paragraf)\s?\d{1,3}|第\s?[\d一二三四五六七八九十]{1,3}条|제\s?\d{1,3}조)/iu
const moment = /(?<![\d.])\d{1,2}[:h]\d\d(?!\d)|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}月\d{1,2}日/u
const entry = /^[\s>]{0,12}(?:[-*•–·]|\(?\d{1,2}[.)]|[a-z][.)])\s/u

/** The same text with blanks where such sentences stand; lines stay where they are. */
export function withoutSupposed(text: string): string {
  if (text.length > longestText) return text
  const imagined = [...text.matchAll(couldHappen)]
  const marks = text.split('\n').filter(line => articleMark.test(line)).length
  const isContract = marks >= 2 || (text.match(contract)?.length ?? 0) >= 2
  if (imagined.length === 0 && !isContract) return text
  const units = unitsOf(text)
  const spans = [
    ...(isContract ? articlesOf(text, units, marks >= 2) : []),
    ...imagined.flatMap(({ index }) => listedBelow(text, units, index)),
  ]
  return spans.reduce(
    (left, { start, end }) => left.slice(0, start) + left.slice(start, end).replace(/[^\n]/g, ' ') + left.slice(end),
    text,
  )
}

interface Span {
  readonly start: number
  readonly end: number
}

function articlesOf(text: string, units: readonly Unit[], areMarked: boolean): Span[] {
  return units.filter(({ text: own, start, end }) => {
    if (moment.test(own)) return false
    const line = text.slice(text.lastIndexOf('\n', start) + 1, end)
    return deems.test(own) || (areMarked && articleMark.test(line))
  })
}

function listedBelow(text: string, units: readonly Unit[], at: number): Span[] {
  const first = units.findIndex(({ start, end }) => start <= at && at < end)
  const unit = units[first]
  if (!unit || happenedNow.test(text.slice(at, unit.end))) return []
  const found: Span[] = [{ start: at, end: unit.end }]
  if (!/[:：]\s*$/u.test(unit.text)) return found
  for (const below of units.slice(first + 1)) {
    const isEntry = entry.test(below.text) || below.block === units[first + found.length - 1]?.block
    if (!isEntry || moment.test(below.text) || happenedNow.test(below.text)) break
    found.push(below)
  }
  return found
}
