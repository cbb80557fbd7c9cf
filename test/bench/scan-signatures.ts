import type { KnowledgeBase } from '../../src/kb/model.ts'

export const patternsOf = (kb: Pick<KnowledgeBase, 'events'>): string[] =>
  Object.values(kb.events).flatMap(({ forms }) => forms.map(({ pattern }) => pattern))

/** How another tool writes what is written in two ways. `items` of a class are single characters and escapes. */
interface Dialect {
  escape(text: string): string
  characterClass(negation: string, items: readonly string[]): string
}

/** Without Unicode it knows bytes only. */
const beyondAscii = '\\x80-\\xff'
const ripgrep: Dialect = {
  escape: text => text,
  characterClass: (negation, items) =>
    `[${negation}${items.map(item => (item === '[' ? '\\[' : item > '\x7f' ? beyondAscii : item)).join('')}]`,
}

const sets: Record<string, string> = { '\\d': '0-9', '\\w': '0-9A-Za-z_', '\\s': ' \t' }
const grep: Dialect = {
  escape: text => ({ '\\d': '[0-9]', '\\/': '/', '\\t': '\t', '\\-': '-' })[text] ?? text,
  // A backslash is nothing special there; a bracket stands first.
  characterClass: (negation, items) => {
    const plain = items.filter(item => item !== '\\]').map(item => sets[item] ?? (item.length > 1 ? item.slice(1) : item))
    return `[${negation}${items.includes('\\]') ? ']' : ''}${plain.join('')}]`
  },
}

/** The same signature for ripgrep: without names of groups and without what looks around. */
export const forRipgrep = (pattern: string): string => translated(pattern, ripgrep).replace(/[^\x00-\x7f]/g, `[${beyondAscii}]{1,4}`)

/** The same for GNU grep -E, which knows no lazy repetition either; for the lines found that is the same. */
export const forGrep = (pattern: string): string =>
  translated(pattern, grep)
    .replaceAll('(?:', '(')
    .replace(/(?<!\\)([*+?}])\?/g, '$1')

function translated(pattern: string, { escape, characterClass }: Dialect): string {
  let out = ''
  for (let at = 0; at < pattern.length; at++) {
    if (/^\(\?<?[=!]/.test(pattern.slice(at))) at = endOfGroup(pattern, at)
    else if (pattern.startsWith('(?<', at)) {
      out += '('
      at = pattern.indexOf('>', at)
    } else if (pattern[at] === '\\') out += escape(pattern.slice(at, ++at + 1))
    else if (pattern[at] === '[') {
      const [whole, negation, items] = /^\[(\^?)((?:\\.|[^\]])*)\]/.exec(pattern.slice(at))!
      out += characterClass(negation!, items!.match(/\\.|./g) ?? [])
      at += whole.length - 1
    } else out += pattern[at]
  }
  return out
}

function endOfGroup(pattern: string, from: number): number {
  let depth = 0
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++
    // Brackets within a class are characters.
    else if (pattern[at] === '[') at += /^\[\^?(?:\\.|[^\]])*/.exec(pattern.slice(at))![0].length
    else if (pattern[at] === '(') depth++
    else if (pattern[at] === ')' && --depth === 0) return at
  }
  return pattern.length
}
