import type { KnowledgeBase } from '../../kb/model.ts'
import { knownLiterals } from '../events/literal.ts'
import type { Reading } from '../model.ts'
import { sameModule } from './names.ts'
import { packageOf } from './packages.ts'
import { rowsIn } from './pasted-rows.ts'
import { baseName, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { stateKey, unitKeys } from './units.ts'

/** The keys that `pasted` may emit. */
export const pastedKeys = ['listed.process', 'listed.module', 'listed.package', 'listed.agent', 'listed.agent-off', ...unitKeys] as const

/** Settings, scripts and articles name products and commands without showing that they run, or how long. */
const noOutput = /(?:^|\/)(?:etc|proc|sys|usr|boot|lib|root|home|srv|opt)\/|\.(?:sh|py|pl|rb|ya?ml|conf|cfg|ini|md|html?)$/

/** Whether what stands in a file may be what a command printed. */
export const mayBeOutput = (path: string) => !noOutput.test(path.replace(/\.(?:gz|xz|bz2)$/, ''))

/**
 * Lines of commands that show an agent, wherever they stand: people paste a few lines of `ps | grep`, `systemctl status`, `top` or of
 * the product's own command, without headers and several below each other. Only lines of a known form count; prose does not.
 */
export function pasted(text: string, context: ReaderContext): Reading[] {
  const words = wordsOf(context.kb)
  if (!words.any.test(text)) return []
  const found: Reading[] = []
  let unit: string | undefined
  for (const spot of spotsOf(text)) {
    const line = unquoted(spot.text)
    const head = unitHead.exec(line)
    if (head) unit = head[1]
    // The first line of a status is easily cut off.
    unit = /^\s*Loaded: loaded \(\S*\/([\w@.-]+\.service);/.exec(line)?.[1] ?? unit
    const active = /^\s*Active: ([a-z]+)/.exec(line)
    if (active && unit) found.push(reading(context, stateKey(active[1]!), unit, { ...spot, text: `${unit}: ${line.trim()}` }))
    const asked = /\bsystemctl is-(?:active|enabled) (\S+)\s*$/.exec(line)
    if (asked) unit = asked[1]!.includes('.') ? asked[1] : `${asked[1]}.service`
    else if (unit && /^(?:active|inactive|failed)\s*$/.test(line)) found.push(reading(context, stateKey(line.trim()), unit, spot))
    else if (unit && /^(?:disabled|masked)\s*$/.test(line)) found.push(reading(context, 'listed.unit-off', unit, spot))
    else if (unit && /^enabled\s*$/.test(line)) found.push(reading(context, 'listed.unit-installed', unit, spot))
    if (words.any.test(line)) found.push(...shownBy(line, spot, context, words))
  }
  return found
}

/** `● mdatp.service - Microsoft Defender`, the first line of `systemctl status`. */
const unitHead = /^\s*(?:[●○×↻*x]\s+)?([\w@.-]{1,80}\.service)(?: - .*)?\s*$/

function shownBy(line: string, spot: Spot, context: ReaderContext, words: Words): Reading[] {
  const found: Reading[] = []
  for (const row of rowsIn(line)) {
    if ('unit' in row) found.push(reading(context, row.key, row.unit, spot))
    else if ('module' in row) {
      if (words.modules.some(name => sameModule(row.module, name))) found.push(reading(context, 'listed.module', row.module, spot))
    } else {
      const program = row.command.split(/\s/, 1)[0]!.replace(/:$/, '')
      // Arguments may hold passwords.
      const text = line.slice(0, line.indexOf(program) + program.length)
      if (program && !program.startsWith('['))
        found.push(reading(context, 'listed.process', [row.pid, program, row.form], { ...spot, text }))
    }
  }
  const name = packageOf(line.trim())?.name ?? /^Name\s*: (\S+)\s*$/.exec(line)?.[1]
  if (name && words.packages.has(name)) found.push(reading(context, 'listed.package', name, spot))
  for (const { id, pattern, key } of words.says) if (pattern.test(line)) found.push(reading(context, key, id, spot))
  return found
}

/** Without what mail and chat put before a quoted line. */
function unquoted(line: string): string {
  return line.replace(/^(?:\s*>)+ ?/, '').trimEnd()
}

interface Words {
  /** Whether a text may show anything: most texts have none of these words. */
  readonly any: RegExp
  readonly modules: readonly string[]
  readonly packages: ReadonlySet<string>
  readonly says: readonly { readonly id: string; readonly pattern: RegExp; readonly key: 'listed.agent' | 'listed.agent-off' }[]
}

const made = new WeakMap<KnowledgeBase, Words>()

function wordsOf(kb: KnowledgeBase): Words {
  const known = made.get(kb)
  if (known) return known
  const vendors = Object.entries(kb.vendors)
  const names = (kind: 'processes' | 'units' | 'modules' | 'packages' | 'paths') =>
    vendors.flatMap(([, { detect }]) => (detect[kind] ?? []).filter(({ shared }) => !shared).map(({ name }) => name))
  const says = vendors.flatMap(([id, vendor]) =>
    (vendor.says ?? []).map(({ pattern, means }) => ({
      id,
      pattern: new RegExp(pattern),
      key: means === 'off' ? ('listed.agent-off' as const) : ('listed.agent' as const),
    })),
  )
  const plain = [...names('processes').map(baseName), ...names('units').map(name => name.replace(/\.service$/, '')), ...names('packages')]
  const loose = names('modules').map(name => name.replace(/\*.*$/, ''))
  const all = [...new Set([...plain, ...loose, ...names('paths')])].filter(name => name.length > 2)
  // Kernel and top cut names off, so that longer ones are looked for by their beginning.
  const parts = all.map(name => escaped(name.startsWith('/') ? name : name.slice(0, 15)))
  // A pattern is searched for by what it cannot do without: unanchored, it could take long on a long line.
  const fixed = says.flatMap(({ pattern }) => knownLiterals(pattern.source, kb.literals) ?? []).map(escaped)
  const wanted = [...new Set([...parts, ...fixed])]
  // What holds another wanted text is found by that one; sorted, the search is twice as fast.
  const shortest = wanted.filter(text => !wanted.some(other => other !== text && text.includes(other))).sort()
  const any = new RegExp(shortest.join('|') || '(?!)')
  const words: Words = { any, modules: names('modules'), packages: new Set(names('packages')), says }
  made.set(kb, words)
  return words
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
