import type { Reading } from '../model.ts'
import { type EvidenceReader, reading, type Spot, spotsOf, unread } from './reader.ts'
import { defaultCoefficientMs, effectiveTokenMs } from './token.ts'

const ringAddress = /^nodelist\.node\.ring[0-7]_addr$/

interface Setting {
  /** `totem.token`, `nodelist.node.name` */
  readonly key: string
  readonly value: string
  readonly spot: Spot
  /** Which `node { }` it is in. */
  readonly block: number
}

/** `corosync.conf`: who is in the cluster and how long they wait for the token. */
export const corosyncConf: EvidenceReader = {
  name: 'corosync-conf',
  recognises: (path, head) => (head.includes('totem') && /^[ \t]*totem[ \t]*\{/m.test(head)) || /(?:^|\/)corosync\.conf$/.test(path),
  readings: [
    'listed.node',
    'listed.node-address',
    'listed.token',
    'listed.transport',
    'listed.unread',
    'cluster.name',
    'cluster.node-count',
    'totem.token-ms',
    'totem.transport',
  ],
  read(text, context) {
    const { settings, whole } = settingsOf(text)
    const found: Reading[] = []
    const one = (key: string) => settings.findLast(setting => setting.key === key)
    const transport = one('totem.transport')
    if (transport) found.push(reading(context, 'totem.transport', transport.value, transport.spot))
    const ofTotem = settings.some(({ key }) => key.startsWith('totem.'))
    const name = one('totem.cluster_name')
    if (name) found.push(reading(context, 'cluster.name', name.value, name.spot))
    const blocks = [...new Set(settings.filter(({ key }) => key.startsWith('nodelist.node.')).map(({ block }) => block))]
    for (const block of blocks) {
      const of = (key: string) => settings.find(setting => setting.block === block && setting.key === `nodelist.node.${key}`)
      const name = of('name') ?? of('ring0_addr')
      if (!name) continue
      found.push(reading(context, 'listed.node', name.value, name.spot))
      const addresses = settings.filter(setting => setting.block === block && ringAddress.test(setting.key)).map(({ value }) => value)
      found.push(reading(context, 'listed.node-address', [name.value, of('nodeid')?.value ?? '', ...addresses], name.spot))
    }
    // Cut off: nodes may be missing, and the token depends on how many there are.
    if (!whole) return [...found, unread(context, 'it is cut off; what stands before was read')]
    const list = settings.find(({ key }) => key.startsWith('nodelist.node.'))
    if (list)
      found.push(reading(context, 'cluster.node-count', blocks.length, { ...list.spot, text: `nodelist with ${blocks.length} nodes` }))
    if (!transport && ofTotem) found.push(reading(context, 'listed.transport', true, { line: 1, text: 'transport is not set' }))
    const coefficientMs = numberOf(one('totem.token_coefficient')) ?? defaultCoefficientMs
    const token = one('totem.token')
    const tokenMs = numberOf(token)
    if (tokenMs !== undefined && token)
      found.push(reading(context, 'totem.token-ms', effectiveTokenMs({ tokenMs, coefficientMs, nodeCount: blocks.length }), token.spot))
    // Not stated: it depends on the version, which another file tells.
    else if (ofTotem)
      found.push(reading(context, 'listed.token', [String(coefficientMs), String(blocks.length)], { line: 1, text: 'token is not set' }))
    return found
  },
}

function settingsOf(text: string): { settings: Setting[]; whole: boolean } {
  const settings: Setting[] = []
  const sections: string[] = []
  let block = 0
  for (const spot of spotsOf(text)) {
    const line = spot.text.trim()
    if (line.startsWith('#') || line === '') continue
    const section = /^(\w+)\s*\{$/.exec(line)?.[1]
    if (section) {
      sections.push(section)
      block++
    } else if (line === '}') sections.pop()
    else {
      const setting = /^(\w+)\s*:\s*(.*)$/.exec(line)
      if (setting) settings.push({ key: [...sections, setting[1]].join('.'), value: setting[2]!, spot, block })
    }
  }
  return { settings, whole: sections.length === 0 }
}

function numberOf(setting: Setting | undefined): number | undefined {
  return setting && /^\d{1,9}$/.test(setting.value) ? Number(setting.value) : undefined
}
