import { folderHost, hostRootOf } from './host-root.ts'
import { canonicalNode, type NodeNames, noNames, shortName } from './node-names.ts'

/**
 * The node a file of a bundle belongs to: what the bundle's `hostname` says, a folder called like a node of the
 * cluster, the name in a sosreport's folder, or the folder that holds `etc` or `var`. Undefined when nothing tells:
 * the host in a log's own lines is then the next best.
 */
export function nodeOf(path: string, names: NodeNames = noNames): string | undefined {
  const { hosts, nodes } = names
  const root = hostRootOf(path)
  const folders = path.split('/').slice(0, -1)
  const host = root === undefined ? hostAbove(folders, hosts) : hosts.get(root)
  if (host) return host
  const known = folders.findLast(folder => nodes.has(folder))
  if (known) return known
  const sos = folders.findLast(folder => folder.startsWith('sosreport-'))
  if (sos) return nodeOfSosreport(sos, names)
  if (root !== undefined && names.mixed?.has(root)) return undefined
  const last = root === undefined ? undefined : folderHost(root)
  if (last === undefined) return undefined
  // Once the nodes are known, a folder of another name is somebody's working folder.
  const node = canonicalNode(last, names)!
  return nodes.size === 0 || nodes.has(node) ? node : undefined
}

/** A file that lies in a host's folder, beside `etc` and `var`. */
function hostAbove(folders: readonly string[], hosts: NodeNames['hosts']): string | undefined {
  // While files are read, none is known.
  if (hosts.size === 0) return undefined
  for (let i = folders.length; i > 0; i--) {
    const host = hosts.get(folders.slice(0, i).join('/'))
    if (host) return host
  }
  return undefined
}

/** `sosreport-NAME-2026-03-28-abcdefg`, also with a label or a case number in between. */
function nodeOfSosreport(folder: string, names: NodeNames): string | undefined {
  const rest = folder.slice('sosreport-'.length)
  const starting = [...names.nodes].filter(node =>
    [node, shortName(node)].some(name => rest === name || rest.startsWith(`${name}-`) || rest.startsWith(`${name}.`)),
  )
  const longest = starting.sort((a, b) => b.length - a.length)[0]
  if (longest) return longest
  const name = rest
    .replace(/\.tar(?:\.\w+)?$|\.t[gx]z$/, '')
    .replace(/-\d{4}-\d{2}-\d{2}-[a-z]+$/, '')
    .replace(/-\d{14}(?:-\w+)?$/, '')
    .replace(/[-.]\d{6,9}$/, '')
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/.test(name) ? canonicalNode(name, names) : undefined
}
