import type { Reading } from '../model.ts'
import { type EvidenceReader, reading, type Spot, spotsOf } from './reader.ts'
import { defaultCoefficientMs, effectiveTokenMs } from './token.ts'

const heading = /^([A-Z][A-Za-z ]{2,30}): ?(\S*)\s*$/
const node = /^ {2}([\w.-]{1,253}):\s*$/
const setting = /^ {2}(token|token_coefficient): (\d{1,9})\s*$/

/** What corosync is set up with, as `pcs cluster config` prints it. */
export const pcsCluster: EvidenceReader = {
  name: 'pcs-cluster-config',
  needs: ['Cluster Name:'],
  recognises: (_, head) => /^Cluster Name:/m.test(head) && /^Transport: \w+\s*$/m.test(head) && /^Nodes:\s*$/m.test(head),
  readings: ['listed.node', 'cluster.name', 'totem.transport', 'totem.token-ms'],
  read(text, context) {
    const found: Reading[] = []
    const settings = new Map<string, { value: number; spot: Spot }>()
    let section = ''
    let nodeCount = 0
    for (const spot of spotsOf(text)) {
      const [, name, value = ''] = heading.exec(spot.text) ?? []
      if (name) section = name
      if (name === 'Cluster Name' && value) found.push(reading(context, 'cluster.name', value, spot))
      if (name === 'Transport') found.push(reading(context, 'totem.transport', value.toLowerCase(), spot))
      const member = section === 'Nodes' ? node.exec(spot.text)?.[1] : undefined
      if (member) {
        nodeCount++
        found.push(reading(context, 'listed.node', member, spot))
      }
      const [, key, number] = section === 'Totem Options' ? (setting.exec(spot.text) ?? []) : []
      if (key) settings.set(key, { value: Number(number), spot })
    }
    const token = settings.get('token')
    const coefficientMs = settings.get('token_coefficient')?.value ?? defaultCoefficientMs
    if (token)
      found.push(reading(context, 'totem.token-ms', effectiveTokenMs({ tokenMs: token.value, coefficientMs, nodeCount }), token.spot))
    return found
  },
}
