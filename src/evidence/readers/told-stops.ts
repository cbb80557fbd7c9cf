import { namedAgent } from '../events/named-agent.ts'
import type { ReaderContext, Spot } from './reader.ts'

/** An operation that ran out of time, as a row of a list or a table tells it. */
export interface Late {
  readonly operation: string
  readonly resource: string
  /** The agent that the row names beside the resource. */
  readonly agent: string | undefined
  /** Days since 1970; undefined: nobody says which day it was. */
  readonly day: number | undefined
  /** Seconds of the day. */
  readonly at: number
  readonly spot: Spot
}

/** What a list calls an address without a name. */
const address = /^(?:v?ip(?:addr2?)?|VIP|IPaddr2?)$/i
/** A resource with its agent, as a status, a definition or a sentence has it. */
const defined =
  /(?<![\w.-])([A-Za-z][\w.-]{0,80})["'`*]{0,2}(?: \(| ?: )\(?(?:class=ocf provider=\w{1,20} type=|ocf:{1,2}\w{1,20}:)([A-Za-z][\w-]{1,40})\b|\bprimitive ([A-Za-z][\w.-]{0,80}) (?:ocf:\w{1,20}:)?([A-Za-z][\w-]{1,40})\b/g

/** The agents that a text names for its resources. */
export const agentsIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(defined)].map(([, one, agent, other, named]) => [(one ?? other)!, (agent ?? named)!]))

/** Whether a stop is that of an address: by the agent that the text names for the resource, or where it names none by how people name them. */
export function isOfAddress(late: Late, agents: ReadonlyMap<string, string>, { kb }: ReaderContext): boolean {
  const agent = late.agent ?? agents.get(late.resource)
  if (agent !== undefined) return address.test(agent)
  if (late.resource === '') return false
  return address.test(late.resource) || /(?:^|:)IPaddr2?$/.test(namedAgent(kb.components)(late.resource) ?? '')
}

const fenced = /\bfenc(?:ed|ing|es)\b|stonith|\baísla\b|\baislado\b|\bisol(?:é|ado|ato|iert)\b|\bshot\b|отгорож|изолир/i
const notFenced =
  /\b(?:not|no|never|without|would|should|could|disabled|off|sin|sans|ohne|kein\w*|nicht|deaktiviert|désactivé|ne|não|non|nie)\b|(?:^|\s)не(?:\s|$)/i
/** Until then a fencing that names the resource is the consequence of its stop. */
const consequenceSeconds = 600
const daySeconds = 86_400

/** The row that tells that the failed stop led to a fencing: soon after it, and by the name of the resource. */
export function fencingAfter(stop: Late, rows: readonly Pick<Late, 'day' | 'at' | 'spot'>[]): Spot | undefined {
  if (stop.resource === '') return undefined
  const name = new RegExp(`(?<![\\w.-])${stop.resource.replace(/[.-]/g, '\\$&')}(?![\\w-])`)
  return rows.find(({ day, at, spot }) => {
    if (spot.line === stop.spot.line) return false
    const days = day === undefined || stop.day === undefined ? 0 : day - stop.day
    const after = days * daySeconds + at - stop.at
    // Without a day, the next minute may be beyond midnight.
    const isSoon = (after >= 0 && after <= consequenceSeconds) || (day === undefined && after + daySeconds <= consequenceSeconds)
    return isSoon && fenced.test(spot.text) && name.test(spot.text) && !notFenced.test(spot.text)
  })?.spot
}
