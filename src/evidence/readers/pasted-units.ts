import type { Form, Row } from './pasted-rows.ts'
import { stateKey } from './units.ts'

const is = (unit: string | undefined, key: Extract<Row, { unit: string }>['key']): Row[] => (unit === undefined ? [] : [{ unit, key }])
const running = stateKey('active')

/** The group of a service is there while something of it runs. */
const group = /^\s*CGroup: \/(?:[\w.@\\-]+\.slice\/)*([\w@.-]+\.service)\s*$/
const chain = /^[\s│├└─|`-]*([\w@.-]+\.service) @[\d.]+(?:min|m?s)?\b/
const branch = /^[\s│|]*[├└|`][─-]([\w@.-]+\.service)\s*$/
const timed = /\s[\w@.-]+\.timer\s+([\w@.-]+\.service)\s*$/
const facts = /"name": ?"([\w@.-]+\.service)".{0,120}?"state": ?"(running|stopped|inactive|failed)"/
const linked = /^Created symlink (?:from )?\S*\/([\w@.-]+\.service)\b/
const unlinked = /^Removed (?:symlink )?\S*\.wants\/([\w@.-]+\.service)\.?\s*$/
const recorded = /\bSERVICE_START\b.{0,400}\bunit=([\w@.\\-]+)\s.{0,400}\bres=(?:success|1)\b/
/** What loops over services print: `mdatp: active`. Settings say `enabled` as well, so that is believed of a whole name only. */
const answered =
  /^\s*(?:[*-] )?([\w@.-]{3,60}?)(?:\.service\s*(?::|->|=>|→|\|)\s*(enabled|disabled|masked)|(?:\.service)?\s*(?::|->|=>|→|\|)\s*(active|inactive|failed|running|dead)(?: \((?:running|dead|exited)\))?)\s*$/
const booted = /(?:^\[ {1,2}OK {1,2}\]|\bsystemd(?:\[\d+\])?:) Started ([\w@.-]+\.service)(?:\.$| - )/

/** Services in the output of systemd's tools, of audit and of scripts. */
export const unitForms: readonly Form[] = [
  line => (line.includes('.service') ? is((group.exec(line) ?? chain.exec(line) ?? booted.exec(line))?.[1], running) : []),
  // It is there; whether it runs, its processes below tell.
  line => (line.includes('.service') ? is((branch.exec(line) ?? timed.exec(line) ?? linked.exec(line))?.[1], 'listed.unit-installed') : []),
  line => (line.includes('.service') ? is(unlinked.exec(line)?.[1], 'listed.unit-off') : []),
  line => {
    const [, unit, state] = line.includes('"state"') ? (facts.exec(line) ?? []) : []
    return is(unit, state === 'running' ? running : 'listed.unit-off')
  },
  line => {
    const unit = line.includes('SERVICE_START') ? recorded.exec(line)?.[1] : undefined
    return is(unit?.replace(/\\x2d/g, '-').replace(/(?:\.service)?$/, '.service'), running)
  },
  line => {
    const [, name, whole, bare] = answered.exec(line) ?? []
    const state = whole ?? bare ?? ''
    const key = /^(?:active|running)$/.test(state) ? running : state === 'enabled' ? 'listed.unit-installed' : 'listed.unit-off'
    return is(name && `${name}.service`, key)
  },
]
