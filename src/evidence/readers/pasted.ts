import type { KnowledgeBase } from '../../kb/model.ts'
import type { Reading } from '../model.ts'
import { sameModule } from './names.ts'
import { packageOf } from './packages.ts'
import { baseName, type ReaderContext, reading, type Spot, spotsOf } from './reader.ts'
import { stateKey, unitKeys } from './units.ts'

/** The keys that `pasted` may emit. */
export const pastedKeys = ['listed.process', 'listed.module', 'listed.package', 'listed.agent', 'listed.agent-off', ...unitKeys] as const

/** Settings and scripts name products without showing that they run. */
const noOutput = /(?:^|\/)(?:etc|proc|sys|usr|boot|lib|root|home|srv|opt)\/|\.(?:sh|py|pl|rb|ya?ml|conf|cfg|ini|md|html?)$/

/**
 * Lines of commands that show an agent, wherever they stand: people paste a few lines of `ps | grep`, `systemctl status`, `top` or of
 * the product's own command, without headers and several below each other. Only lines of a known form count; prose does not.
 */
export function pasted(text: string, context: ReaderContext): Reading[] {
  if (noOutput.test(context.path)) return []
  const words = wordsOf(context.kb)
  if (!words.any.test(text)) return []
  const found: Reading[] = []
  let unit: string | undefined
  for (const spot of spotsOf(text)) {
    const line = unquoted(spot.text)
    const head = unitHead.exec(line)
    if (head) unit = head[1]
    const active = /^\s*Active: ([a-z]+)/.exec(line)
    if (active && unit) found.push(reading(context, stateKey(active[1]!), unit, { ...spot, text: `${unit}: ${line.trim()}` }))
    const asked = /\bsystemctl is-active (\S+)\s*$/.exec(line)
    if (asked) unit = asked[1]!.includes('.') ? asked[1] : `${asked[1]}.service`
    else if (unit && /^(?:active|inactive|failed)\s*$/.test(line)) found.push(reading(context, stateKey(line.trim()), unit, spot))
    if (words.any.test(line)) found.push(...shownBy(line, spot, context, words))
  }
  return found
}

/** `● mdatp.service - Microsoft Defender`, the first line of `systemctl status`. */
const unitHead = /^\s*(?:[●○×↻*x]\s+)?([\w@.-]{1,80}\.service)(?: - .*)?\s*$/

function shownBy(line: string, spot: Spot, context: ReaderContext, words: Words): Reading[] {
  const found: Reading[] = []
  const process = (pid: string, command: string, form: 'path' | 'name') => {
    const program = command.split(/\s/, 1)[0]!.replace(/:$/, '')
    // Arguments may hold passwords.
    const text = line.slice(0, line.indexOf(program) + program.length)
    if (program && !program.startsWith('[')) found.push(reading(context, 'listed.process', [pid, program, form], { ...spot, text }))
  }
  const row = psRow.exec(line) ?? psRow.exec(line.replace(/^\s*\d{1,4}[:.)]?\s+/, ''))
  if (row) process(row[1]!, row[2]!, 'path')
  const member = /^\s*[│|]?[\s│|]*[├└|`][─-]+\s?(\d{1,7}) (\S.*)$/.exec(line) ?? /^\s*(\d{1,7}) (\/\S+)/.exec(line)
  if (member) process(member[1]!, member[2]!, 'path')
  const busy = topRow.exec(line)
  if (busy) process(busy[1]!, busy[2]!, 'name')
  for (const name of treeNames(line)) process('', name, 'name')
  for (const [, name = '', pid = ''] of (/^\s+pids ([^ ].*)$/.exec(line)?.[1] ?? '').matchAll(/(\S+)\((\d+)\)/g)) process(pid, name, 'name')
  const alive = /^(?:\S+ )?\(?([\w.-]+)\)?(?: \(pid +[\d ]+\))? is running(?:\.{1,3})?\s*$/.exec(line)
  if (alive) process('', alive[1]!, 'name')
  const levels = /^([\w.@-]+)\s+0:\S+\s+1:\S+\s+2:(\S+)\s+3:(\S+)\s+4:(\S+)\s+5:(\S+)\s+6:\S+\s*$/.exec(line)
  if (levels) {
    const on = levels.slice(2).some(level => /^(?:on|ein|marche|activ\w*|encendido|オン|启用|啟動)$/i.test(level))
    found.push(reading(context, on ? 'listed.unit-installed' : 'listed.unit-off', `${levels[1]}.service`, spot))
  }
  const module = /^\s*(\w+)\s+\d+\s+\d+(?:\s+[\w,]+)?\s*$/.exec(line)?.[1]
  if (module && words.modules.some(name => sameModule(module, name))) found.push(reading(context, 'listed.module', module, spot))
  const name = packageOf(line.trim())?.name ?? /^Name\s*: (\S+)\s*$/.exec(line)?.[1]
  if (name && words.packages.has(name)) found.push(reading(context, 'listed.package', name, spot))
  for (const { id, pattern, key } of words.says) if (pattern.test(line)) found.push(reading(context, key, id, spot))
  return found
}

const terminal = '(?:\\?|-|pts/\\d+|tty\\S*|hvc\\d+)'
/** A row of `ps aux` or `ps -ef`: the process number, and the command, which follows the time used. */
const psRow = new RegExp(
  `^\\s*\\S{1,32}\\s+(\\d{1,7})\\s+(?:[\\d.]+\\s+[\\d.]+\\s+\\d+\\s+\\d+\\s+${terminal}\\s+[A-Z][A-Za-z<+]*\\s+\\S+|\\d+\\s+\\d+\\s+\\S+(?:\\s\\d\\d)?\\s+${terminal})\\s+(?:\\d+-)?\\d+:\\d\\d(?:[:.]\\d\\d)?\\s+(?:\\\\_\\s|[|\\s]+\\\\_\\s)*(\\S.*)$`,
)
/** A row of `top`; the decimals are written as the language has it. */
const topRow =
  /^\s*(\d{1,7})\s+\S+\s+(?:rt|-?\d+)\s+-?\d+\s+[\d.,]+[kmgt]?\s+[\d.,]+[kmgt]?\s+[\d.,]+[kmgt]?\s+[A-Z]\s+[\d.,]+\s+[\d.,]+\s+\d+[:.,]\d\d(?:[.,:]\d\d)?\s+(\S+)/

/** The programs of one line of `pstree`. */
function treeNames(line: string): string[] {
  if (!/^(?:systemd|init)?(?:\(\d+\))?[\s│|]*(?:[├└┬]─|─[┬─]|[|`]-|-[+-])/.test(line)) return []
  return line
    .split(/[\s│├└┬─|`+]+|-{2,}|-\+-/)
    .map(part => part.replace(/^-+|-+$/g, '').replace(/\(\d+(?:,[^)]*)?\).*$/, ''))
    .map(part => part.replace(/^\d+\*\[(.*)\]$/, '$1'))
    .filter(part => /^[A-Za-z][\w.-]+$/.test(part))
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
  const any = new RegExp([...parts, ...says.map(({ pattern }) => `(?:${withoutAnchor(pattern.source)})`)].join('|') || '(?!)', 'm')
  const words: Words = { any, modules: names('modules'), packages: new Set(names('packages')), says }
  made.set(kb, words)
  return words
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A quoted line begins later. */
const withoutAnchor = (source: string) => source.replace(/^\^/, '')
