import { hostRootOf } from '../evidence/readers/host-root.ts'
import { nodeOf } from '../evidence/readers/node-of.ts'
import { isAddress } from './addresses.ts'
import type { NameKind } from './kinds.ts'
import { hostAt } from './log-host.ts'
import type { NameMap } from './name-map.ts'
import { namesAt, places, placesIn } from './places.ts'
import { publicDomain, systemUsers } from './vocabulary.ts'
import type { Words } from './words.ts'

/** Programs of the cluster: whoever runs them is a node of it. */
const clusterProgram = /\b(?:corosync|pacemaker|crmd|lrmd|attrd|pengine|stonith-ng|cib)[\w-]*[\s[:]/
const agentType = /<(?:primitive|template)\s[^<>]{0,600}/g
const listedAgent = /\b(?:ocf:{1,2}[\w.-]+:|stonith:|systemd:|lsb:|service:)([\w.@-]+)/g

/** The names of one run, gathered file by file; given pseudonyms at the end, in an order that does not depend on the files'. */
export class NameCollector {
  readonly #found = new Map<string, { kind: NameKind; name: string }>()
  readonly #folders = new Set<string>()
  readonly #map: NameMap
  readonly #words: Words

  constructor(map: NameMap, words: Words) {
    this.#map = map
    this.#words = words
  }

  /** Takes a name, unless it is no secret: an address (known by its shape), a system's own account, a maker's site. */
  readonly add = (kind: NameKind, raw: string): void => {
    const name = raw.replace(/^[^\w\u0080-\uffff]+|[^\w$\u0080-\uffff]+$/g, '')
    if (name.length > 253 || !/[a-z\u0080-\uffff]/i.test(name) || isAddress(name) || this.#map.isPseudonym(name)) return
    if (kind === 'user' && (systemUsers.has(name) || name.startsWith('systemd-') || /\s/.test(name))) return
    if ((kind === 'node' || kind === 'host' || kind === 'domain') && !this.#addHost(kind, name)) return
    this.#keep(kind, name)
  }

  #keep(kind: NameKind, name: string): void {
    const key = name.toLowerCase()
    const known = this.#found.get(key)
    if (!known || rank(kind) < rank(known.kind)) this.#found.set(key, { kind, name })
  }

  /** A name with a domain is two names; false when it needs none of its own. */
  #addHost(kind: NameKind, name: string): boolean {
    if (/^localhost\d?(?:\.|$)/i.test(name) || /^(?:ip6-|::)/.test(name) || publicDomain.test(name)) return false
    const dot = name.indexOf('.')
    if (dot < 0 || kind === 'domain') return kind !== 'domain' || dot > 0
    const short = name.slice(0, dot)
    const domain = name.slice(dot + 1)
    if (/[a-z]/i.test(short)) this.add(kind, short)
    if (domain.includes('.')) this.add('domain', domain)
    else if (/[a-z]/i.test(domain) && !this.#map.isPseudonym(domain)) this.#keep('domain', domain)
    return this.#words.isOrdinary(short)
  }

  /** A file's path: the folder of a host carries its name. */
  path(path: string): void {
    const node = hostRootOf(path) === undefined ? undefined : nodeOf(path)
    if (node !== undefined) this.#folders.add(node)
  }

  /** Takes the lines of one file, in order. */
  file(path: string): (line: string) => void {
    const here = placesIn(places.filter(place => place.in === undefined || place.in.test(path)))
    const table = tableOf(path)
    return line => {
      const host = hostAt(line)
      if (host !== undefined) this.add(clusterProgram.test(line) ? 'node' : 'host', host.name)
      for (const place of here(line)) for (const name of namesAt(place, line)) this.add(place.kind, name)
      for (const name of table(line)) this.add(name.kind, name.name)
      this.#agents(line)
    }
  }

  /** What resource agents are called stays readable. */
  #agents(line: string): void {
    if (line.includes('type=') && line.includes('<'))
      for (const [tag] of line.matchAll(agentType))
        for (const [, name] of tag.matchAll(/\s(?:type|provider|class)="([^"]+)"/g)) this.#words.add(name!)
    if (line.includes(':')) for (const [, name] of line.matchAll(listedAgent)) this.#words.add(name!)
  }

  #begins(folder: string): boolean {
    const known = (name: string) => this.#found.has(name) || this.#map.of(name) !== undefined
    const parts = folder.toLowerCase().split(/[-.]/)
    return parts.some((_, i) => i > 0 && known(folder.toLowerCase().slice(0, parts.slice(0, i).join('-').length)))
  }

  /** Gives every name its pseudonym. */
  finish(): void {
    // A sosreport's folder says more than the host: what comes behind a name that is known is no part of it.
    for (const folder of this.#folders) if (!this.#begins(folder)) this.add('host', folder)
    const found = [...this.#found.values()].sort(
      (a, b) => rank(a.kind) - rank(b.kind) || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
    )
    this.#map.avoid(found.map(({ name }) => name))
    const composed = found.filter(
      ({ kind, name }) =>
        kind !== 'domain' && kind !== 'resource' && name.includes('.') && this.#found.has(name.split('.', 1)[0]!.toLowerCase()),
    )
    for (const { kind, name } of found) if (!composed.some(other => other.name === name)) this.#map.add(kind, name)
    for (const { kind, name } of composed) {
      const [short, domain] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]
      if (this.#map.of(name) === undefined) this.#map.put(kind, name, `${this.#map.of(short)}.${this.#map.of(domain) ?? domain}`)
    }
  }
}

const order: readonly NameKind[] = ['node', 'host', 'cluster', 'resource', 'user', 'domain', 'constraint', 'serial']
const rank = (kind: NameKind): number => order.indexOf(kind)

/** Lines that mean something only below their heading. */
function tableOf(path: string): (line: string) => { kind: NameKind; name: string }[] {
  let nodesNext = false
  const ps = /(?:^|\/)ps(?:_|$)/.test(path)
  let userColumn = -1
  return line => {
    if (ps && userColumn < 0 && /\bPID\b/.test(line))
      userColumn = line
        .trim()
        .split(/\s+/)
        .findIndex(name => /^(?:E?USER|E?UID)$/.test(name))
    else if (ps && userColumn >= 0) {
      const name = line.trim().split(/\s+/)[userColumn]?.replace(/\+$/, '')
      return name === undefined || /^(?:haclust|systemd|system|dbus|cockpit|libstor|setroub|gnome)/.test(name)
        ? []
        : [{ kind: 'user', name }]
    }
    if (nodesNext) {
      nodesNext = false
      return line
        .trim()
        .split(/\s+/)
        .map(name => ({ kind: 'node', name }))
    }
    nodesNext = /^(?:Corosync|Pacemaker) Nodes:\s*$/.test(line)
    return []
  }
}
