import type { Reading } from '../model.ts'
import { downBesideOthers } from './links.ts'
import { type EvidenceReader, reading, spotsOf } from './reader.ts'

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+)$/
const loopback = /^(?:127\.|::1$)/

/** `/etc/hosts`: which names an address has. */
export const hostsFile: EvidenceReader = {
  name: 'hosts-file',
  recognises: path => /(?:^|\/)etc\/hosts$/.test(path),
  readings: ['listed.host-names'],
  mayBeSilent: true,
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const [ip = '', ...names] = spot.text.replace(/#.*/, '').trim().split(/\s+/)
      return address.test(ip) && !loopback.test(ip) && names.length > 0
        ? [reading(context, 'listed.host-names', [ip, ...names.slice(0, 50)], spot)]
        : []
    }),
}

const link = /^\d+: \S+(?:: <|\s+inet6? )/
/** The interface whose addresses follow, or whose address stands in this line: of a bond or a team, or of a VLAN on one. */
const ofInterface = /^(?:\d+: )?([\w.@-]{1,40})(?::? {1,12}(?:inet6? |flags=|Link encap:)|: <([A-Z_,]{0,200})>)/
const isBond = (name: string, flags: string) => /^(?:bond|team)[\w.]*/.test(name) || flags.split(',').includes('MASTER')
const inet = /\binet6? (?:addr: ?)?([0-9a-fA-F.:]+)/

/** `ip addr`, `ip -o addr` and `ifconfig`: the addresses of this node. */
export const addresses: EvidenceReader = {
  name: 'addresses',
  recognises: (path, head) =>
    /(?:^|\/)(?:ip_[^/]*addr[^/]*|ifconfig[^/]*)$/.test(path) ||
    (head.split('\n', 3).some(line => link.test(line)) && /\binet6? /.test(head)),
  readings: ['listed.address', 'listed.bond-address'],
  mayBeSilent: true,
  read(text, context) {
    let onBond = false
    return spotsOf(text).flatMap(spot => {
      const [, name, flags = ''] = ofInterface.exec(spot.text) ?? []
      if (name) onBond = isBond(name, flags)
      const ip = inet.exec(spot.text)?.[1]
      if (!ip || !address.test(ip) || loopback.test(ip)) return []
      return ['listed.address', ...(onBond ? ['listed.bond-address'] : [])].map(key => reading(context, key, ip, spot))
    })
  },
}

/** Whether an address of the cluster's own configuration is that of a bond: `links.on-bond`. */
export function linksOnBond(readings: readonly Reading[]): Reading[] {
  const lists = (key: string) => readings.filter(reading => reading.key === key).map(({ value }) => value as readonly string[])
  const ring = new Set(lists('listed.node-address').flatMap(([, , ...addresses]) => addresses))
  for (const [ip, ...names] of lists('listed.host-names')) if (ip && names.some(name => ring.has(name))) ring.add(ip)
  const found = readings.find(({ key, value }) => key === 'listed.bond-address' && ring.has(value as string))
  return found ? [{ ...found, key: 'links.on-bond', value: true }] : []
}

/** `corosync-cfgtool -s` and `-n`: which of the nodes this one is, and what its links do. */
export const cfgtool: EvidenceReader = {
  name: 'corosync-cfgtool',
  needs: ['Local node ID '],
  recognises: (_, head) => /^(?:Printing (?:ring|link) status\.\s+)?Local node ID /m.test(head),
  readings: ['listed.own-id', 'listed.address', 'links.down-beside-others'],
  read(text, context) {
    const found: Reading[] = downBesideOthers(spotsOf(text)).map(spot => reading(context, 'links.down-beside-others', true, spot))
    for (const spot of spotsOf(text)) {
      const id = /^Local node ID (\d+)/.exec(spot.text)?.[1]
      if (id) found.push(reading(context, 'listed.own-id', id, spot))
      const own = /^\s+(?:id|addr)\s+= (\S+)\s*$/.exec(spot.text)?.[1]
      if (own && address.test(own)) found.push(reading(context, 'listed.address', own, spot))
    }
    return found
  },
}

/** `crm_node -p`, as crm_report writes it: the members of the cluster. */
export const members: EvidenceReader = {
  name: 'members',
  recognises: (path, head) => /(?:^|\/)members\.txt$/.test(path) && /^[\w.-]+(?: [\w.-]+)*\s*$/.test(head),
  readings: ['listed.node'],
  read(text, context) {
    const spot = spotsOf(text)[0]!
    const names = spot.text.trim().split(/\s+/).slice(0, 100)
    return names.filter(Boolean).map(name => reading(context, 'listed.node', name, spot))
  },
}
