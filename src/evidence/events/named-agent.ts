import type { KnowledgeBase } from '../../kb/model.ts'

/**
 * The resource agent that the id of a resource tells by a word in it, as people name resources: `rsc_vip_app`, `ip-10-0-0-7`, `ClusterIP`.
 * `fence_ipmi` and `zip_job` have no such word. An excerpt of a log often has nothing else.
 */
export function namedAgent(components: KnowledgeBase['components']): (resource: string) => string | undefined {
  const agents = new Map<string, string>()
  for (const { detect } of Object.values(components))
    for (const word of detect.named ?? []) if (detect.agents?.[0] !== undefined) agents.set(word.toLowerCase(), detect.agents[0])
  return resource => {
    const told = agents.size > 0 ? wordsOf(resource).flatMap(word => agents.get(word) ?? agents.get(vip.exec(word)?.[1] ?? '') ?? []) : []
    // A fence device is named after what it fences, anything else ends in what it is: `fence_ip_node01`, `fs_vip`.
    return told.find(agent => agent.startsWith('stonith:')) ?? told.at(-1)
  }
}

/** `appvip`, `shopvip`: whose address it is, and that it is one; no other word ends so. */
const vip = /^[a-z]{2,20}(vip)s?$/

/** The parts between other characters, whole and by their capitals, without numbers at the end. */
function wordsOf(resource: string): string[] {
  return resource
    .split(/[^A-Za-z0-9]+/)
    .flatMap(part => [part, ...part.split(/(?<=[a-z0-9])(?=[A-Z])/)])
    .map(word => word.replace(/\d+$/, '').toLowerCase())
}
