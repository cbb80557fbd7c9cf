import { type EvidenceReader, reading, spotsOf } from './reader.ts'

const setting = /^([\w.]+) \((?:u8|i8|u16|i16|u32|i32|u64|i64|flt|dbl|str)\) = (.*)$/

/** `corosync-cmapctl`: what corosync runs with right now. */
export const cmap: EvidenceReader = {
  name: 'corosync-cmapctl',
  recognises: (_, head) =>
    spotsOf(head)
      .slice(0, 20)
      .some(({ text }) => setting.test(text)),
  readings: ['corosync.schedmiss', 'totem.token-ms', 'totem.transport', 'listed.node'],
  read(text, context) {
    const misses: { value: number; spot: { line: number; text: string } }[] = []
    const found = []
    for (const spot of spotsOf(text)) {
      const [, key, value] = setting.exec(spot.text) ?? []
      if (!key || value === undefined) continue
      // One entry for each time corosync was kept from running: stats.schedmiss.0.delay = 4213.5
      if (/^stats\.schedmiss\.\d+\.delay$/.test(key)) misses.push({ value: Number(value), spot })
      if (key === 'runtime.config.totem.token' && /^\d{1,9}$/.test(value))
        found.push(reading(context, 'totem.token-ms', Number(value), spot))
      if (key === 'totem.transport') found.push(reading(context, 'totem.transport', value, spot))
      if (/^nodelist\.node\.\d+\.name$/.test(key)) found.push(reading(context, 'listed.node', value, spot))
    }
    if (misses[0]) found.push(reading(context, 'corosync.schedmiss', misses.length, misses[0].spot))
    return found
  },
}
