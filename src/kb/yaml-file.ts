import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Place, Problem } from './problem.ts'
import { yamlWords } from './yaml-words.ts'

export type Path = readonly (string | number)[]

/** What a YAML file says, with the place of every key and value; the YAML document itself is dropped (it is five times as large). */
export interface YamlFile {
  readonly file: string
  readonly value: unknown
  /** Place of the value at `path`, of its nearest parent that is written, else of the file's start. */
  placeOf(path: Path): Place
  /** Place of the key at the end of `path`. */
  keyPlaceOf(path: Path): Place
  /** What the value does not tell, and an author may want to know. */
  readonly notes: YamlNotes
}

export interface YamlNotes {
  readonly text: string
  /** Where an anchor is set. */
  readonly anchors: readonly Place[]
  /** Unquoted words that other YAML readers take for something else than text. */
  readonly ambiguous: readonly (Place & { readonly word: string })[]
}

export const maxBytes = 1 << 20
const maxDepth = 64
const maxAliases = 50

/** Reads one YAML (or JSON) document. Collects every mistake instead of stopping at the first; `undefined` after at least one. */
export function readYaml(file: string, content: Uint8Array | string, problems: Problem[]): YamlFile | undefined {
  const report = (code: string, message: string, hint: string, line = 1, column = 1): undefined => {
    problems.push({ code, file, line, column, message, hint })
  }
  if (content.length > maxBytes) return report('file-too-large', 'the file is larger than 1 MiB', 'Split it: one object per file.')
  let text: string
  if (typeof content === 'string') text = content
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    } catch {
      const before = new TextDecoder('latin1').decode(content.subarray(0, invalidUtf8At(content))).split('\n')
      return report('not-utf8', 'the file is not UTF-8 text', 'Save it as UTF-8.', before.length, before.at(-1)!.length + 1)
    }
  }
  const nul = text.indexOf('\0')
  if (nul >= 0)
    return report('not-utf8', 'the file holds a NUL character', 'Save it as plain UTF-8 text.', text.slice(0, nul).split('\n').length)
  if (nesting(text) > maxDepth) return report('too-deep', `the file nests deeper than ${maxDepth} levels`, 'Nest less.')

  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, strict: true })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const before = problems.length
  const stumble = (said: string, line: number, column: number) => {
    const { message, hint } = yamlWords(said, text.split('\n')[line - 1] ?? '')
    report('yaml-syntax', message, hint, line, column)
  }
  for (const error of document.errors) {
    const { line, column } = at(error.pos[0])
    if (error.code === 'DUPLICATE_KEY') report('duplicate-key', 'this key stands twice', 'Keep one of the two.', line, column)
    else if (error.code === 'MULTIPLE_DOCS')
      report('two-documents', 'a second document begins here', 'Keep one document per file: one object, named after it.', line, column)
    // One slip makes the parser stumble several times in the same line.
    else if (!problems.slice(before).some(other => other.line === line)) stumble(error.message, line, column)
  }
  for (const warning of document.warnings) {
    const { line, column } = at(warning.pos[0])
    report('yaml-tag', yamlWords(warning.message, '').message, 'Leave tags out.', line, column)
  }
  if (problems.length > before) return undefined
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return report('empty-file', 'the file is empty', 'Write the object it is named after, or delete it.')

  const anchors: Place[] = []
  const ambiguous: (Place & { word: string })[] = []
  const placeAt = (node: Node | null) => ({ file, ...at(node?.range?.[0] ?? 0) })
  let aliases = 0
  const inside = (node: Alias, around: readonly Node[]) => aliases <= maxAliases && around.includes(node.resolve(document) as Node)
  inspect(document.contents as Node, {
    anchor: node => void anchors.push(placeAt(node)),
    ambiguous: (node, word) => void ambiguous.push({ ...placeAt(node), word }),
    alias: (node, around) => {
      aliases++
      if (aliases <= maxAliases && node.resolve(document) === undefined)
        report(
          'unknown-anchor',
          `no anchor is called "${node.source}"`,
          `Put text that begins with "*" into quotes, or write "&${node.source}" where the value stands first.`,
          placeAt(node).line,
          placeAt(node).column,
        )
      if (inside(node, around))
        report(
          'cyclic-alias',
          `"*${node.source}" stands inside of what it repeats`,
          'Write the value out, or leave the alias away.',
          placeAt(node).line,
          placeAt(node).column,
        )
      if (aliases === maxAliases + 1)
        report('too-many-aliases', `more than ${maxAliases} aliases`, 'Write the values out.', placeAt(node).line, placeAt(node).column)
    },
    refused: key =>
      report('forbidden-key', `"${String(key)}" cannot be a key`, 'Choose another name.', placeAt(key).line, placeAt(key).column),
  })
  if (problems.length > before) return undefined
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: maxAliases })
  } catch {
    return report('too-many-aliases', 'the aliases expand to too much', 'Write the values out.')
  }
  // Most files have nothing to tell of: only those that have are read a second time, for the places.
  let places: Places | undefined
  const placeOf = (path: Path, part: 0 | 1): Place => {
    if (!places) {
      places = new Map()
      collect(parseDocument(text, { prettyErrors: false }).contents as Node, [], places)
    }
    for (let length = path.length; length >= 0; length--) {
      const found = places.get(pointer(path.slice(0, length)))
      if (found) return { file, ...at(found[length === path.length ? part : 1]) }
    }
    return { file, line: 1, column: 1 }
  }
  return { file, value, placeOf: path => placeOf(path, 1), keyPlaceOf: path => placeOf(path, 0), notes: { text, anchors, ambiguous } }
}

/** YAML 1.1 takes these for yes or no, or for a number to the base 60. (yes and no themselves mean the same here.) */
const readDifferently = /^(?:on|off|On|Off|ON|OFF|y|n|Y|N|[-+]?\d+(?::[0-5]?\d)+)$/

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

interface Inspector {
  anchor(node: Node): void
  ambiguous(node: Node, word: string): void
  /** `around`: the lists and maps that it stands in. */
  alias(node: Alias, around: readonly Node[]): void
  /** A key that is no text, or that the language itself uses. */
  refused(key: Node): void
}

function inspect(node: Node | null, tell: Inspector, around: readonly Node[] = []): void {
  if (node === null) return
  if (isAlias(node)) tell.alias(node, around)
  else if ('anchor' in node && node.anchor !== undefined) tell.anchor(node)
  const inner = [...around, node]
  if (isMap(node))
    for (const { key, value } of node.items) {
      if (!isScalar(key) || forbidden.has(String(key.value))) tell.refused(key as Node)
      inspect(value as Node | null, tell, inner)
    }
  else if (isSeq(node)) for (const item of node.items) inspect(item as Node, tell, inner)
  else if (isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string' && readDifferently.test(node.value))
    tell.ambiguous(node, node.value)
}

type Places = Map<string, readonly [key: number, value: number]>

/** Where every key and value begins, by its path. */
function collect(node: Node | null, path: Path, places: Places): void {
  if (!places.has(pointer(path))) places.set(pointer(path), [node?.range?.[0] ?? 0, node?.range?.[0] ?? 0])
  if (isMap(node))
    for (const pair of node.items) {
      const key = pair.key as Node
      const value = pair.value as Node | null
      const inner = [...path, String(isScalar(key) ? key.value : key)]
      places.set(pointer(inner), [key.range?.[0] ?? 0, value?.range?.[0] ?? key.range?.[0] ?? 0])
      collect(value, inner, places)
    }
  else if (isSeq(node)) node.items.forEach((item, i) => void collect(item as Node, [...path, i], places))
}

const pointer = (path: Path) => path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** How deep flow brackets and indentation can nest; an upper bound that needs no parser, so that the parser never overflows. */
function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth)
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
    else if (char === '\n') depth = Math.min(depth, maxDepth + 1)
  }
  const dashes = Math.max(0, ...text.split('\n').map(line => /^(?:\s*[-?] )+/.exec(line)?.[0].match(/[-?]/g)?.length ?? 0))
  return Math.max(deepest > maxDepth ? unbalanced(text) : deepest, dashes)
}

/** Brackets inside quoted text (patterns, log lines) do not nest: count again without quoted text and comments. */
function unbalanced(text: string): number {
  const bare = text.replace(/'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"|#.*$/gm, '')
  let depth = 0
  let deepest = 0
  for (const char of bare) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth)
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
  }
  return deepest
}

function invalidUtf8At(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length]
  const valid = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (valid(middle)) low = middle
    else high = middle - 1
  }
  return low
}
