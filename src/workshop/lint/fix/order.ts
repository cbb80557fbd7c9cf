import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Folder } from '../../../kb/shapes.ts'
import { inUsualOrder, usualOrder } from '../usual-order.ts'

/**
 * Puts keys into their usual order by moving pieces of the text: comments stay with the key below them, nothing is
 * written anew. Maps that cannot be cut cleanly stay as they are.
 */
export function inOrder(text: string, path: string): string {
  const parts = path.split('/')
  const folder = (parts.length > 1 ? parts[0] : '') as Folder | ''
  const id = parts.at(-1)!.replace(/\.ya?ml$/, '')
  let current = text
  // Inner maps first, one at a time: a moved piece changes every place behind it.
  for (let round = 0; round < 1000; round++) {
    const next = oneMove(current, folder, id)
    if (next === undefined) return current
    current = next
  }
  return current
}

function oneMove(text: string, folder: Folder | '', id: string): string | undefined {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0 || !document.contents) return undefined
  const look = (node: unknown, here: (string | number)[]): string | undefined => {
    if (isSeq(node)) return first(node.items, (item, i) => look(item, [...here, i]))
    if (!isMap(node)) return undefined
    const inner = first(node.items, pair => (isScalar(pair.key) ? look(pair.value, [...here, String(pair.key.value)]) : undefined))
    if (inner !== undefined) return inner
    const usual = usualOrder(folder, id, here)
    return usual && reordered(text, node as YAMLMap<Node, Node | null>, usual)
  }
  return look(document.contents, [])
}

function first<T>(items: readonly T[], find: (item: T, index: number) => string | undefined): string | undefined {
  for (const [i, item] of items.entries()) {
    const found = find(item, i)
    if (found !== undefined) return found
  }
  return undefined
}

function reordered(text: string, map: YAMLMap<Node, Node | null>, usual: readonly string[]): string | undefined {
  if (!map.items.every(({ key }) => isScalar(key) && key.range)) return undefined
  const keys = map.items.map(({ key }) => String((key as { value?: unknown }).value))
  const better = inUsualOrder(keys, usual)
  if (keys.every((key, i) => key === better[i])) return undefined
  const pieces = map.flow ? flowPieces(text, map) : blockPieces(text, map)
  if (!pieces) return undefined
  const { start, end, cut } = pieces
  const moved = better.map(key => cut[keys.indexOf(key)]!)
  const result = map.flow ? moved.map((piece, i) => piece.body + cut[i]!.between).join('') : blockText(moved)
  return result === undefined ? undefined : text.slice(0, start) + result + text.slice(end)
}

interface Piece {
  /** Comment lines above the key, with their line ends. */
  readonly lead: string
  readonly indent: string
  readonly body: string
  readonly between: string
}
interface Pieces {
  readonly start: number
  readonly end: number
  readonly cut: readonly Piece[]
}

const keyStart = ({ key }: Pair<Node, Node | null>) => key.range![0]
const pairEnd = ({ key, value }: Pair<Node, Node | null>) => value?.range?.[1] ?? key.range![1]

/** `{ a: 1, b: 2 }`: the pairs change places, commas and spaces stay. */
function flowPieces(text: string, map: YAMLMap<Node, Node | null>): Pieces | undefined {
  const start = keyStart(map.items[0]!)
  const end = pairEnd(map.items.at(-1)!)
  if (/#/.test(text.slice(start, end).replace(/'[^']*'|"[^"]*"/g, ''))) return undefined
  const cut = map.items.map((pair, i): Piece => {
    const next = map.items[i + 1]
    return {
      lead: '',
      indent: '',
      body: text.slice(keyStart(pair), pairEnd(pair)),
      between: next ? text.slice(pairEnd(pair), keyStart(next)) : '',
    }
  })
  return { start, end, cut }
}

/** One key on each line: whole lines change places, together with the comments above them. */
function blockPieces(text: string, map: YAMLMap<Node, Node | null>): Pieces | undefined {
  const starts = map.items.map(keyStart)
  const column = starts[0]! - (text.lastIndexOf('\n', starts[0]! - 1) + 1)
  const leads = starts.map((start, i) => (i === 0 ? start : leadStart(text, start, column)))
  if (leads.includes(undefined)) return undefined
  const lastLine = text.indexOf('\n', pairEnd(map.items.at(-1)!) - 1)
  const end = endOfPair(map.items.at(-1)!, lastLine)
  if (end === undefined) return undefined
  const cut = starts.map((start, i): Piece => {
    const begin = leads[i]!
    return {
      lead: i === 0 ? '' : text.slice(begin, start - column),
      indent: ' '.repeat(column),
      body: text.slice(start, leads[i + 1] ?? end),
      between: '',
    }
  })
  return cut.every(({ body }) => body.endsWith('\n')) ? { start: starts[0]!, end, cut } : undefined
}

/** Where the lines of a key begin: at the comments directly above it. Undefined when it does not stand alone on its line. */
function leadStart(text: string, start: number, column: number): number | undefined {
  let line = text.lastIndexOf('\n', start - 1) + 1
  if (text.slice(line, start) !== ' '.repeat(column)) return undefined
  for (;;) {
    const above = text.lastIndexOf('\n', line - 2) + 1
    if (line === 0 || !/^ *#/.test(text.slice(above, line)) || text.slice(above).search(/[^ ]/) < column) return line
    line = above
  }
}

/** The end of the last line that belongs to a pair, also of a block of text. */
function endOfPair({ value }: Pair<Node, Node | null>, lastLine: number): number | undefined {
  if (isScalar(value) && (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED')) return value.range![1]
  return lastLine < 0 ? undefined : lastLine + 1
}

/** The first key stands where the map begins; a comment cannot go there. */
function blockText(moved: readonly Piece[]): string | undefined {
  if (moved[0]!.lead !== '') return undefined
  return moved.map(({ lead, indent, body }, i) => (i === 0 ? body : lead + indent + body)).join('')
}
