import type { KnowledgeBase } from '../../kb/model.ts'
import { knownLiterals } from '../events/literal.ts'
import { holdsAny, watch } from '../lines/words.ts'
import { baseName } from './reader.ts'

/** The names of all products of a base, as a search needs them. */
export interface Words {
  /** Finds one of all these words in a line. */
  readonly any: RegExp
  /** The same for a whole text: most have none. */
  readonly mayBeIn: (text: string) => boolean
  readonly modules: readonly string[]
  readonly packages: ReadonlySet<string>
  readonly commands: ReadonlySet<string>
  readonly says: readonly {
    readonly pattern: RegExp
    readonly key: 'listed.agent' | 'listed.agent-off' | 'agent.tamper-protected'
    readonly value: string | boolean
  }[]
}

const made = new WeakMap<KnowledgeBase, Words>()

/** Worked out once for each base. */
export function wordsOf(kb: KnowledgeBase): Words {
  const known = made.get(kb)
  if (known) return known
  const vendors = Object.entries(kb.vendors)
  const names = (kind: 'processes' | 'units' | 'modules' | 'packages' | 'paths' | 'commands') =>
    vendors.flatMap(([, { detect }]) => (detect[kind] ?? []).filter(({ shared }) => !shared).map(({ name }) => name))
  const says = vendors.flatMap(([id, vendor]) =>
    (vendor.says ?? []).map(({ pattern, means }) => ({
      pattern: new RegExp(pattern),
      ...told(means, id),
    })),
  )
  const plain = [
    ...names('processes').map(baseName),
    ...names('units').map(name => name.replace(/\.service$/, '')),
    ...names('packages'),
    ...names('commands'),
  ]
  const loose = names('modules').map(name => name.replace(/\*.*$/, ''))
  const all = [...new Set([...plain, ...loose, ...names('paths')])].filter(name => name.length > 2)
  // Kernel, top and lsof cut names off, so that longer ones are looked for by their beginning.
  const programs = new Set(names('processes').map(baseName))
  const parts = all.map(name => (name.startsWith('/') ? name : name.slice(0, programs.has(name) ? 9 : 15)))
  const begins = [...new Set([...programs].filter(name => name.length > 8).map(name => name.slice(0, 7)))]
  // A pattern is searched for by what it cannot do without: unanchored, it could take long on a long line.
  const fixed = says.flatMap(({ pattern }) => knownLiterals(pattern.source, kb.literals) ?? [])
  const wanted = [...new Set([...parts, ...fixed])]
  // What holds another wanted text is found by that one; sorted, the search is twice as fast.
  const shortest = withoutLonger(wanted).sort()
  const marked = begins.map(begin => `${escaped(begin)}.?\\+`)
  const patternOf = (parts: readonly string[]) => new RegExp(parts.join('|') || '(?!)')
  const [any, cutOff] = [patternOf([...shortest.map(escaped), ...marked]), patternOf(marked)]
  const [sure, perhaps] = [watch(...shortest), watch(...begins)]
  const mayBeIn = (text: string) => holdsAny(text, sure) || (holdsAny(text, perhaps) && cutOff.test(text))
  const words: Words = {
    any,
    mayBeIn,
    modules: names('modules'),
    packages: new Set(names('packages')),
    commands: new Set(names('commands')),
    says,
  }
  made.set(kb, words)
  return words
}

/** Those that hold none of the others. Every pair of a thousand would take longer than to read most files. */
function withoutLonger(texts: readonly string[]): string[] {
  const byBeginning = new Map<string, string[]>()
  return [...texts]
    .sort((one, other) => one.length - other.length)
    .filter(text => {
      for (let at = 0; at < text.length; at++)
        if (byBeginning.get(text.slice(at, at + 2))?.some(shorter => text.startsWith(shorter, at))) return false
      const beginning = text.slice(0, 2)
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), text])
      return true
    })
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function told(means: 'runs' | 'off' | 'protected' | 'unprotected', id: string) {
  if (means === 'runs') return { key: 'listed.agent', value: id } as const
  if (means === 'off') return { key: 'listed.agent-off', value: id } as const
  return { key: 'agent.tamper-protected', value: means === 'protected' } as const
}
