import type { Reading } from '../model.ts'
import { type ReaderContext, reading, spotsOf } from './reader.ts'

/** `acq-addr (ocf:heartbeat:IPaddr2, 172.29.4.40/24)`: whoever tells of a resource names its agent once. */
const defined =
  /(?<![\w.:/-])(?<id>[A-Za-z][\w.-]{0,80})["'`*_]{0,3},? \(?(?:an? |type |agent |of type )?["'`*]{0,3}(?<class>ocf):{1,2}(?<provider>\w{1,20}):(?<type>[A-Za-z][\w-]{1,40})/g
/** Commands have it as well, and it is what they make. */
const noId = /^(?:resource|primitive|create|type|agent|agents?|class|standard|describe|info|show|list|the|an?|of|is|resources?)$/i
const mostResources = 200

/** The agents of resources, as words name them: what a log tells of such a resource is of its agent. They need not be all resources, and what a status lists comes first. */
export function namedAgents(text: string, context: ReaderContext): Reading[] {
  if (!text.includes('ocf:')) return []
  const found = new Map<string, Reading>()
  for (const spot of spotsOf(text)) {
    if (!spot.text.includes('ocf:')) continue
    for (const { groups } of spot.text.matchAll(defined)) {
      const { id = '', class: standard, provider, type } = groups ?? {}
      if (noId.test(id) || found.has(id) || found.size >= mostResources) continue
      found.set(id, reading(context, 'listed.named-resource', [id, `${standard}:${provider}:${type}`], spot))
    }
  }
  return [...found.values()]
}
