import { type EvidenceReader, reading, type Spot, spotsOf } from './reader.ts'

const setting = /^([\w.]+) \((?:u8|i8|u16|i16|u32|i32|u64|i64|flt|dbl|str)\) = (.*)$/

/** `corosync-cmapctl`: what corosync runs with right now. */
export const cmap: EvidenceReader = {
  name: 'corosync-cmapctl',
  needs: [') = '],
  recognises: (_, head) =>
    spotsOf(head)
      .slice(0, 20)
      .some(({ text }) => setting.test(text)),
  readings: ['corosync.schedmiss', 'totem.token-ms', 'totem.transport', 'links.down-beside-others', 'listed.node', 'listed.own-node'],
  mayBeSilent: true,
  read(text, context) {
    const misses: { value: number; spot: Spot }[] = []
    const found = []
    const names = new Map<string, string>()
    const links = new Map<string, { node: string; enabled?: boolean; up?: boolean; spot: Spot }>()
    let own: { position: string; spot: Spot } | undefined
    for (const spot of spotsOf(text)) {
      const [, key, value] = setting.exec(spot.text) ?? []
      if (!key || value === undefined) continue
      // One entry for each time corosync was kept from running: stats.schedmiss.0.delay = 4213.5
      if (/^(?:stats\.schedmiss\.\d+|runtime\.schedmiss)\.delay$/.test(key)) misses.push({ value: Number(value), spot })
      if (key === 'runtime.config.totem.token' && /^\d{1,9}$/.test(value))
        found.push(reading(context, 'totem.token-ms', Number(value), spot))
      if (key === 'totem.transport') found.push(reading(context, 'totem.transport', value, spot))
      const [, link, node, what] = /^(stats\.knet\.node(\d+)\.link\d+)\.(enabled|connected)$/.exec(key) ?? []
      if (link && node) {
        const known = links.get(link) ?? { node, spot }
        links.set(link, what === 'enabled' ? { ...known, enabled: value === '1' } : { ...known, up: value === '1', spot })
      }
      if (key === 'nodelist.local_node_pos') own = { position: value, spot }
      const position = /^nodelist\.node\.(\d+)\.name$/.exec(key)?.[1]
      if (position === undefined) continue
      names.set(position, value)
      found.push(reading(context, 'listed.node', value, spot))
    }
    const name = own ? names.get(own.position) : undefined
    if (own && name) found.push(reading(context, 'listed.own-node', name, own.spot))
    // As long as another link to that node holds, the node lives.
    const down = [...links.values()].find(
      ({ node, enabled, up }) => enabled !== false && up === false && [...links.values()].some(other => other.node === node && other.up),
    )
    if (down) found.push(reading(context, 'links.down-beside-others', true, down.spot))
    if (misses[0]) found.push(reading(context, 'corosync.schedmiss', misses.length, misses[0].spot))
    return found
  },
}
