import { type EvidenceReader, reading, spotsOf } from './reader.ts'

const suffix = '(?:service|socket|timer|mount|target|path|slice|scope|device|automount|swap)'
const loaded = new RegExp(
  `^\\s*(?:[●○×↻*x]\\s+)?(\\S+\\.${suffix})\\s+(loaded|not-found|masked|error|bad-setting|merged|stub)\\s+(\\S+)\\s+(\\S+)`,
)
const installed = new RegExp(
  `^\\s*(\\S+\\.${suffix})\\s+(enabled(?:-runtime)?|disabled|static|indirect|generated|transient|alias|linked(?:-runtime)?|masked(?:-runtime)?|bad)(?:\\s+\\S+)?\\s*$`,
)
const header = /^\s*(?:UNIT\s+LOAD\s+ACTIVE|UNIT FILE\s+STATE)/

/** `systemctl list-units` and `list-unit-files`. Units that are not there, or masked, are left out: they run nothing. */
export const units: EvidenceReader = {
  name: 'units',
  recognises: (_, head) => {
    const lines = spotsOf(head)
      .slice(0, 12)
      .map(({ text }) => text)
    return lines.some(text => header.test(text)) || lines.filter(text => loaded.test(text) || installed.test(text)).length >= 3
  },
  readings: ['listed.unit'],
  read: (text, context) =>
    spotsOf(text).flatMap(spot => {
      const unit = loaded.exec(spot.text) ?? installed.exec(spot.text)
      if (!unit || /^(?:not-found|masked|error|bad|stub)/.test(unit[2]!)) return []
      return [reading(context, 'listed.unit', unit[1]!, spot)]
    }),
}
