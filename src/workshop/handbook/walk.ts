import type { Confidence } from '../../kb/shapes.ts'
import type { Block, Inline, Page, Text } from './model.ts'

/** Every text of a page in reading order. */
export function textsOf({ lead, sections }: Page): Text[] {
  return [lead, ...sections.flatMap(({ blocks }) => blocks.flatMap(textsIn))]
}

function textsIn(block: Block): Text[] {
  switch (block.kind) {
    case 'paragraph':
    case 'careful':
      return [block.text]
    case 'list':
      return [...block.items]
    case 'fields':
      return block.entries.map(([name, value]) => [`${name}: `, ...value])
    case 'table':
      return block.rows.flatMap(({ cells }) => cells)
    case 'code':
      return [[block.text]]
    case 'graph':
      return []
    case 'part':
      return [block.title, ...block.blocks.flatMap(textsIn)]
    case 'question':
      return [block.ask, block.answers, ...block.blocks.flatMap(textsIn)]
    case 'doors':
      return block.doors.map(({ title, text }) => [title, ' ', text])
  }
}

export const plainOf = (part: Inline): string => (typeof part === 'string' ? part : part.kind === 'mark' ? part.confidence : part.text)

/** How often a confidence is marked on a page. */
export const marksIn = (page: Page, confidence: Confidence): number =>
  textsOf(page)
    .flat()
    .filter(part => typeof part === 'object' && part.kind === 'mark' && part.confidence === confidence).length
