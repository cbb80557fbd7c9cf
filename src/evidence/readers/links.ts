import { type EvidenceReader, reading, type Spot, spotsOf } from './reader.ts'

/** `LINK ID 1 udp`, below it the nodes of that link; with `-n` the node comes first, and its links below. Corosync 3.0 leaves `udp` out. */
const linkHead = /^\s*LINK ID \d+(?: |\s*$)/
const byLink = /^\s+(?:nodeid:?|node)\s+(\d+):\s+(?:(connected|disconnected)|link enabled:1\s+link connected:([01]))\s*$/
const nodeHead = /^\s*nodeid: (\d+) (?:un)?reachable\b/
const byNode = /^\s+LINK: \d+ \S+ \(.{0,200}\) enabled( connected)?\b/

/** Corosync before 3 tells in the status of a ring what it wrote into the log. */
const faulty = /^\s+status\s*= Marking (?:seqid \d+ )?ringid \d+ interface \S+ FAULTY/

/**
 * Links to a node that are down while another one holds: the node lives, so that nothing but the network keeps it from answering there.
 * Where all of them are down, it may be switched off.
 */
export function downBesideOthers(spots: readonly Spot[]): Spot[] {
  const up = new Set<string>()
  const down: [node: string, spot: Spot][] = []
  let [node, inLink] = ['', false]
  for (const spot of spots) {
    node = nodeHead.exec(spot.text)?.[1] ?? node
    inLink ||= linkHead.test(spot.text)
    const listed = inLink ? byLink.exec(spot.text) : null
    const shown = node === '' ? null : byNode.exec(spot.text)
    const of = listed?.[1] ?? (shown ? node : undefined)
    if (of === undefined) continue
    if (listed ? listed[2] === 'connected' || listed[3] === '1' : shown![1] !== undefined) up.add(of)
    else down.push([of, spot])
  }
  return [...spots.filter(({ text }) => faulty.test(text)), ...down.filter(([of]) => up.has(of)).map(([, spot]) => spot)]
}

/** `/proc/net/bonding/bond0` and `teamdctl team0 state`. An interface that never had a link was not lost. */
export const bondState: EvidenceReader = {
  name: 'bond-state',
  needs: ['Ethernet Channel Bonding Driver', 'link summary: '],
  recognises: (_, head) => /^Ethernet Channel Bonding Driver: /m.test(head) || /^ {2,8}link watches:\r?\n {2,12}link summary: /m.test(head),
  readings: ['bond.interface-lost'],
  mayBeSilent: true,
  read(text, context) {
    let member: Spot | undefined
    let isDown = false
    const found: Spot[] = []
    for (const spot of spotsOf(text)) {
      if (/^Slave Interface: \S/.test(spot.text) || /^ {2}\S+\s*$/.test(spot.text)) [member, isDown] = [spot, false]
      else if (/^MII Status: down\b/.test(spot.text) || /^\s+link summary: down\b/.test(spot.text)) isDown = member !== undefined
      else if (member && isDown && /^(?:Link Failure Count: |\s+down count: )[1-9]/.test(spot.text)) {
        found.push(member)
        member = undefined
      }
    }
    return found.map(spot => reading(context, 'bond.interface-lost', true, spot))
  },
}
