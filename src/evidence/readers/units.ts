import { type EvidenceReader, reading, spotsOf } from './reader.ts'

const suffix = '(?:service|socket|timer|mount|target|path|slice|scope|device|automount|swap)'
const loaded = new RegExp(
  `^\\s*(?:[●○×↻*x]\\s+)?(\\S+\\.${suffix})\\s+(loaded|not-found|masked|error|bad-setting|merged|stub)\\s+(\\S+)\\s+(\\S+)`,
)
const installed = new RegExp(
  `^\\s*(\\S+\\.${suffix})\\s+(enabled(?:-runtime)?|disabled|static|indirect|generated|transient|alias|linked(?:-runtime)?|masked(?:-runtime)?|bad)(?:\\s+\\S+)?\\s*$`,
)
/** What readers of units may tell. */
export const unitKeys = ['listed.unit', 'listed.unit-installed', 'listed.unit-off'] as const

const header = /^\s*(?:UNIT\s+LOAD\s+ACTIVE|UNIT FILE\s+STATE)/

/**
 * `systemctl list-units` tells what runs (`listed.unit`) and what does not (`listed.unit-off`), `list-unit-files` what is started
 * with the machine (`listed.unit-installed`) and what is not. Units that are not there are left out.
 */
export const units: EvidenceReader = {
  name: 'units',
  recognises: (_, head) => {
    const lines = spotsOf(head)
      .slice(0, 12)
      .map(({ text }) => text)
    return lines.some(text => header.test(text)) || lines.filter(text => loaded.test(text) || installed.test(text)).length >= 3
  },
  readings: unitKeys,
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const unit = loaded.exec(spot.text)
      if (unit) return unit[2] === 'not-found' ? [] : [reading(context, stateKey(unit[3]!), unit[1]!, spot)]
      const file = installed.exec(spot.text)
      if (!file) return []
      return [reading(context, /^(?:disabled|masked|bad)/.test(file[2]!) ? 'listed.unit-off' : 'listed.unit-installed', file[1]!, spot)]
    }),
}

/** By the word that systemd has for the state of a unit. */
export function stateKey(active: string): 'listed.unit' | 'listed.unit-off' {
  return /^(?:inactive|failed|deactivating|dead)$/.test(active) ? 'listed.unit-off' : 'listed.unit'
}
