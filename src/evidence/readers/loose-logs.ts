import type { FileScan } from '../events/scan.ts'
import { folderHost, hostRootOf, isLoose } from './host-root.ts'

/** Names that stand for any host: before it got its own, or because somebody hid it. */
const anyHost = /^(?:localhost|host(?:name)?|node|server|redacted|removed|hidden|masked|anonymi[sz]ed|x+)\d?$/i

/** The hosts whose events or cluster a log tells of, each once, whether with its domain or without. */
export function hostsIn({ host, hosts, events }: Pick<FileScan, 'host' | 'hosts' | 'events'>): string[] {
  const told = [...(hosts ?? []), ...events.flatMap(event => (event.process === undefined ? [] : (event.host ?? [])))]
  const named = new Map<string, string>()
  for (const name of told) if (!isAnyHost(name) && !named.has(short(name))) named.set(short(name), name)
  if (named.size > 0) return [...named.values()]
  return host === undefined || isAnyHost(host) ? [] : [host]
}

/** The hosts of each folder that is no collector's: of no single one, when logs of several hosts were put there. */
export interface LooseFolders {
  /** The folder -> the host in its logs. */
  readonly hosts: ReadonlyMap<string, string>
  readonly mixed: ReadonlySet<string>
}

/**
 * Folders that hold logs and none of the files that only a collector puts beside them: these are the host's that their lines name, or
 * of several hosts. Left out are those called like a host in their lines, and those with lines that name nobody.
 */
export function looseFolders(logs: readonly { readonly path: string; readonly hosts?: readonly string[] }[]): LooseFolders {
  const folders = new Map<string, Map<string, string> | undefined>()
  for (const { path, hosts = [] } of logs) {
    const root = hostRootOf(path)
    if (root === undefined) continue
    if (!isLoose(path)) folders.set(root, undefined)
    if (folders.has(root) && folders.get(root) === undefined) continue
    const named = folders.get(root) ?? new Map<string, string>()
    folders.set(root, named)
    for (const host of hosts) if (!named.has(short(host))) named.set(short(host), host)
  }
  const one = new Map<string, string>()
  const mixed = new Set<string>()
  for (const [root, named] of folders) {
    const folder = folderHost(root)
    if (named === undefined || (folder !== undefined && [...named.keys()].some(host => isCalled(folder, host)))) continue
    if (named.size === 1) one.set(root, [...named.values()][0]!)
    else if (named.size > 1) mixed.add(root)
  }
  // One name in folders that are called like hosts was put in place of theirs; in others it is one host, of several days perhaps.
  const isHidden = ([root, host]: readonly [string, string]) =>
    [...one].some(([other, same]) => other !== root && short(same) === short(host) && numbered(other) === numbered(root))
  return { hosts: new Map([...one].filter(entry => !isHidden(entry))), mixed }
}

/** `node#` for `node01` and `node02`, or for `nodea` and `nodeb`. */
const numbered = (root: string) => (folderHost(root) ?? root).toLowerCase().replace(/\d+|[a-d]$/g, '#')

/** A folder may be called after the host with a date, a number or a word more. */
const isCalled = (folder: string, host: string) => {
  const name = folder.toLowerCase()
  return short(folder) === host || (name.startsWith(host) && !/^[a-z0-9]/.test(name.slice(host.length))) || host.startsWith(`${name}-`)
}

const isAnyHost = (host: string) => anyHost.test(short(host))
const short = (name: string) => (/^[\d.]+$|:/.test(name) ? name : name.split('.', 1)[0]!.toLowerCase())
