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
  needs: ['.service', '.socket', '.timer', '.mount', '.target', '.path', '.slice', '.scope', '.device', '.automount', '.swap', 'UNIT'],
  recognises: (_, head) => {
    const lines = spotsOf(head)
      .slice(0, 12)
      .map(({ text }) => text)
    return lines.some(text => header.test(text)) || lines.filter(text => loaded.test(text) || installed.test(text)).length >= 3
  },
  readings: unitKeys,
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const found = unitIn(spot.text)
      return found ? [reading(context, found.key, found.unit, spot)] : []
    }),
}

/** The unit in one line of such a list, and what the line says about it. */
export function unitIn(line: string): { readonly unit: string; readonly key: (typeof unitKeys)[number] } | undefined {
  const unit = loaded.exec(line)
  if (unit) return unit[2] === 'not-found' ? undefined : { unit: unit[1]!, key: stateKey(unit[3]!) }
  const file = installed.exec(line)
  return file ? { unit: file[1]!, key: /^(?:disabled|masked|bad)/.test(file[2]!) ? 'listed.unit-off' : 'listed.unit-installed' } : undefined
}

/** By the word that systemd has for the state of a unit. */
export function stateKey(active: string): 'listed.unit' | 'listed.unit-off' {
  return /^(?:inactive|failed|deactivating|dead)$/.test(active) ? 'listed.unit-off' : 'listed.unit'
}
