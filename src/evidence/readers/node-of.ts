import type { Reading } from '../model.ts'

/** What other files told about names, for `nodeOf`. */
export interface NodeNames {
  /** The folder that stands for one host -> what its `hostname` says. */
  readonly hosts: ReadonlyMap<string, string>
  /** The cluster's nodes, as corosync and pacemaker call them. */
  readonly nodes: ReadonlySet<string>
}

const noNames: NodeNames = { hosts: new Map(), nodes: new Set() }

/** Folders of a host's own file system, and those that sos adds beside them. */
const hostFolders = new Set([
  'etc',
  'var',
  'sos_commands',
  'sos_logs',
  'sos_reports',
  'sos_strings',
  'proc',
  'usr',
  'run',
  'sys',
  'boot',
  'opt',
  'root',
  'lib',
  'dev',
  'home',
  'tmp',
])
/** Files that crm_report puts into one folder for each node. */
const reportFiles =
  /^(?:corosync\.conf|cib\.xml|cib\.txt|crm_mon\.txt|crm_verify\.txt|members\.txt|cluster-log\.txt|ha-log\.txt|sysinfo\.txt|sysstats\.txt|permissions\.txt|time\.txt|pacemaker\.log|corosync\.log|journal(?:_\w+)?\.log|messages|dlm_dump\.txt|RUNNING|STOPPED|DC)$/
/** Names of folders that are not names of hosts. */
const noHost =
  /^(?:bundle|bundles|report|reports|evidence|logs?|data|files?|cases?|sos|sosreports?|host|root|extracted|output|archive|stdin|tmp|cluster|pacemaker|corosync|pengine|crm_report.*|pcmk.*|hb_report.*|sos-collect.*|\d+)$/i

/** The names that readings tell, for `nodeOf`. */
export function nodeNames(readings: readonly Reading[]): NodeNames {
  const hosts = new Map<string, string>()
  const nodes = new Set<string>()
  for (const { key, value, file } of readings) {
    if (key === 'listed.node' && typeof value === 'string') nodes.add(value)
    const root = key === 'listed.hostname' ? hostRootOf(file) : undefined
    if (root !== undefined && typeof value === 'string' && !hosts.has(root)) hosts.set(root, value)
  }
  return { hosts, nodes }
}

/** The folder that stands for one host in a bundle (`bundle/node01` of `bundle/node01/var/log/messages`), if there is one. */
export function hostRootOf(path: string): string | undefined {
  const parts = path.split('/')
  const at = parts.findIndex((part, i) => i < parts.length - 1 && hostFolders.has(part))
  if (at >= 0) return parts.slice(0, at).join('/')
  const sos = parts.findIndex((part, i) => i < parts.length - 1 && /^sosreport-/.test(part) && !isArchive(part))
  if (sos >= 0) return parts.slice(0, sos + 1).join('/')
  // A report's own files lie above the nodes' folders.
  return parts.length >= 2 && reportFiles.test(parts.at(-1)!) ? parts.slice(0, -1).join('/') : undefined
}

/**
 * The node a file of a bundle belongs to: what the bundle's `hostname` says, a folder called like a node of the
 * cluster, the name in a sosreport's folder, or the folder that holds `etc` or `var`. Undefined when nothing tells:
 * the host in a log's own lines is then the next best.
 */
export function nodeOf(path: string, { hosts, nodes }: NodeNames = noNames): string | undefined {
  const root = hostRootOf(path)
  const host = root === undefined ? undefined : hosts.get(root)
  if (host) return asNode(host, nodes)
  const folders = path.split('/').slice(0, -1)
  const known = folders.findLast(folder => nodes.has(folder))
  if (known) return known
  const sos = folders.findLast(folder => folder.startsWith('sosreport-'))
  if (sos) return nodeOfSosreport(sos, nodes)
  const last = root?.slice(root.lastIndexOf('/') + 1) ?? ''
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/.test(last) || noHost.test(last) || isArchive(last)) return undefined
  // Once the nodes are known, a folder of another name is somebody's working folder.
  return nodes.size === 0 ? last : [...nodes].find(node => short(node) === short(last))
}

/** A host by the name the cluster has for it: one may be fully qualified, the other not. */
function asNode(host: string, nodes: ReadonlySet<string>): string {
  return nodes.has(host) ? host : ([...nodes].find(node => short(node) === short(host)) ?? host)
}

/** `sosreport-NAME-2026-03-28-abcdefg`, also with a label or a case number in between. */
function nodeOfSosreport(folder: string, nodes: ReadonlySet<string>): string | undefined {
  const rest = folder.slice('sosreport-'.length)
  const starting = [...nodes].filter(node =>
    [node, short(node)].some(name => rest === name || rest.startsWith(`${name}-`) || rest.startsWith(`${name}.`)),
  )
  const longest = starting.sort((a, b) => b.length - a.length)[0]
  if (longest) return longest
  const name = rest
    .replace(/\.tar(?:\.\w+)?$|\.t[gx]z$/, '')
    .replace(/-\d{4}-\d{2}-\d{2}-[a-z]+$/, '')
    .replace(/-\d{14}(?:-\w+)?$/, '')
    .replace(/[-.]\d{6,9}$/, '')
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/.test(name) ? name : undefined
}

function short(name: string): string {
  return name.split('.', 1)[0]!
}

function isArchive(name: string): boolean {
  return /\.(?:tar|tgz|txz|tbz2?|gz|xz|bz2|zip)$/.test(name)
}
