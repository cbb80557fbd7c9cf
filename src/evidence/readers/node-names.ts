import type { Reading } from '../model.ts'
import { folderHost, hostRootOf } from './host-root.ts'
import { type LooseFolders, looseFolders } from './loose-logs.ts'

/** What other files told about names. */
export interface NodeNames {
  /** The folder that stands for one host -> the node it is, by the cluster's name when that is known. */
  readonly hosts: ReadonlyMap<string, string>
  /** The cluster's nodes, as corosync and pacemaker call them. */
  readonly nodes: ReadonlySet<string>
  /** Other names and addresses of a node, in small letters, short or with their domain. */
  readonly aliases: ReadonlyMap<string, string>
  /** Folders in which somebody put logs of several hosts. */
  readonly mixed?: ReadonlySet<string>
}

export const noNames: NodeNames = { hosts: new Map(), nodes: new Set(), aliases: new Map() }

/**
 * The names that readings tell. A host may be called otherwise than its node: corosync.conf may name the node by an address or
 * by the name of its heartbeat network. Which one it is then follows from what corosync itself says, from the addresses of the
 * host, from `/etc/hosts`, and at last from names that begin alike.
 */
export function nodeNames(readings: readonly Reading[], logs: readonly LogOf[] = []): NodeNames {
  const nodes = new Set<string>()
  for (const { key, value } of readings) if (key === 'listed.node' && typeof value === 'string') nodes.add(value)
  const addresses = addressesOfNodes(readings, nodes)
  const loose = looseFolders(logs)
  const roots = rootsOf(readings, logs, nodes, loose)
  const aliases = new Map<string, string>()
  const hosts = new Map<string, string>()
  const add = (name: string, node: string) => {
    for (const form of [name.toLowerCase(), shortName(name)]) if (!aliases.has(form) && !isAmbiguous(form, node)) aliases.set(form, node)
  }
  const isAmbiguous = (form: string, node: string) => [...nodes].some(other => other !== node && other.toLowerCase() === form)
  for (const [address, node] of addresses) add(address, node)
  const open: [string, Root][] = []
  for (const [path, root] of roots) {
    const node = byCorosync(root, readings) ?? byName(root.name, nodes) ?? byAddress(root, addresses)
    if (node) {
      hosts.set(path, node)
      if (root.name) add(root.name, node)
    } else if (root.name) open.push([path, root])
  }
  // A likeness counts only between what is left over on both sides.
  const left = [...nodes].filter(node => ![...hosts.values()].includes(node))
  for (const [path, { name = '', guessed }] of open) {
    const alike = left.filter(node => isLike(name, node))
    const rivals = open.filter(([, other]) => alike[0] !== undefined && isLike(other.name ?? '', alike[0]))
    const node = alike.length === 1 && new Set(rivals.map(([, other]) => shortName(other.name ?? ''))).size === 1 ? alike[0]! : name
    // A folder of another name is somebody's working folder.
    if (guessed && node === name && nodes.size > 0) continue
    hosts.set(path, node)
    add(name, node)
  }
  return { hosts, nodes, aliases, mixed: new Set([...loose.mixed].filter(path => !hosts.has(path))) }
}

/** The cluster's name for what a log or a listing calls the node. */
export function canonicalNode(node: string | undefined, { nodes, aliases }: NodeNames): string | undefined {
  if (node === undefined || nodes.has(node)) return node
  return byName(node, nodes) ?? aliases.get(node.toLowerCase()) ?? aliases.get(shortName(node)) ?? node
}

/** A log and the host that its lines name. */
export interface LogOf {
  readonly path: string
  readonly host: string | undefined
  /** All hosts in it whose events or cluster it tells of. */
  readonly hosts?: readonly string[]
}

interface Root {
  name?: string
  /** The name is only that of the folder, or that in its logs. */
  guessed?: boolean
  ownId?: string
  ownName?: string
  readonly addresses: string[]
}

function rootsOf(readings: readonly Reading[], logs: readonly LogOf[], nodes: ReadonlySet<string>, loose: LooseFolders): Map<string, Root> {
  const roots = new Map<string, Root>()
  const rootOf = (path: string) => {
    const root = roots.get(path) ?? { addresses: [] }
    roots.set(path, root)
    return root
  }
  for (const { key, value, file } of readings) {
    if (!/^listed\.(?:hostname|own-id|own-node|address)$/.test(key) || typeof value !== 'string') continue
    const path = hostRootOf(file)
    if (path === undefined) continue
    const root = rootOf(path)
    if (key === 'listed.hostname') root.name ??= value
    else if (key === 'listed.own-id') root.ownId ??= value
    else if (key === 'listed.own-node') root.ownName ??= value
    else root.addresses.push(value)
  }
  const inLogs = new Map<string, string | undefined>()
  const files = new Set(readings.map(({ file }) => file))
  for (const { path, host } of [...logs, ...[...files].map(path => ({ path, host: undefined }))]) {
    const of = hostRootOf(path)
    if (of !== undefined) inLogs.set(of, inLogs.get(of) ?? host)
  }
  for (const [of, host] of inLogs) {
    const root = rootOf(of)
    if (loose.mixed.has(of)) continue
    const names = [loose.hosts.has(of) ? undefined : folderHost(of), loose.hosts.get(of) ?? host].filter(name => name !== undefined)
    const name = names.find(one => byName(one, nodes) ?? [...nodes].some(node => isLike(one, node))) ?? names[0]
    if (root.name === undefined && name !== undefined) Object.assign(root, { name, guessed: true })
  }
  return roots
}

/** Every address and name that stands for a node: its rings, and what any `/etc/hosts` makes of them. */
function addressesOfNodes(readings: readonly Reading[], nodes: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>([...nodes].map(node => [node.toLowerCase(), node]))
  for (const { key, value } of readings) {
    if (key !== 'listed.node-address' || !Array.isArray(value)) continue
    const [node = '', , ...rings] = value as readonly string[]
    for (const ring of rings) if (!found.has(ring.toLowerCase())) found.set(ring.toLowerCase(), node)
  }
  const hosts = readings.flatMap(({ key, value }) =>
    key === 'listed.host-names' && Array.isArray(value) ? [value as readonly string[]] : [],
  )
  // Names lead to addresses, and these to further names.
  for (let round = 0; round < 2; round++)
    for (const names of hosts) {
      const node = names.map(name => found.get(name.toLowerCase())).find(Boolean)
      if (node) for (const name of names) if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), node)
    }
  return found
}

function byCorosync({ ownId, ownName }: Root, readings: readonly Reading[]): string | undefined {
  if (ownName) return ownName
  const own = readings.find(
    ({ key, value }) => key === 'listed.node-address' && ownId !== undefined && (value as readonly string[])[1] === ownId,
  )
  return (own?.value as readonly string[] | undefined)?.[0]
}

function byName(name: string | undefined, nodes: ReadonlySet<string>): string | undefined {
  if (name === undefined) return undefined
  if (nodes.has(name)) return name
  const same = [...nodes].filter(node => shortName(node) === shortName(name))
  return same.length === 1 ? same[0] : undefined
}

function byAddress({ name, addresses }: Root, known: ReadonlyMap<string, string>): string | undefined {
  const found = new Set(addresses.flatMap(address => known.get(address.toLowerCase()) ?? []))
  if (found.size === 1) return [...found][0]
  return name === undefined ? undefined : (known.get(name.toLowerCase()) ?? known.get(shortName(name)))
}

/** `nodea-hb` is like `nodea`: one name begins with the other and goes on after a mark. */
function isLike(one: string, other: string): boolean {
  const [short, long] = [shortName(one), shortName(other)].sort((a, b) => a.length - b.length) as [string, string]
  return short !== '' && long.startsWith(short) && /^[-_]/.test(long.slice(short.length))
}

/** Without the domain, in small letters; an address stays whole. */
export function shortName(name: string): string {
  return /^[\d.]+$|:/.test(name) ? name : name.split('.', 1)[0]!.toLowerCase()
}
