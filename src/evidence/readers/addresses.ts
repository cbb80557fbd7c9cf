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
const inet = /\binet6? (?:addr: ?)?([0-9a-fA-F.:]+)/

/** `ip addr`, `ip -o addr` and `ifconfig`: the addresses of this node. */
export const addresses: EvidenceReader = {
  name: 'addresses',
  recognises: (path, head) =>
    /(?:^|\/)(?:ip_[^/]*addr[^/]*|ifconfig[^/]*)$/.test(path) ||
    (head.split('\n', 3).some(line => link.test(line)) && /\binet6? /.test(head)),
  readings: ['listed.address'],
  mayBeSilent: true,
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const ip = inet.exec(spot.text)?.[1]
      return ip && address.test(ip) && !loopback.test(ip) ? [reading(context, 'listed.address', ip, spot)] : []
    }),
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
